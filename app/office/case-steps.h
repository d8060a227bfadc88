/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which steps of the desk may be taken in a case today, and why not the others; of these, which were
 * lawful on an earlier day and can still be entered with it. */
#pragma once

#include "office/case-view.h"

G_BEGIN_DECLS

/* All steps, asked of the rules one by one. (transfer full) (element-type YsViewStep) */
GPtrArray *ys_case_steps_list (const YsHistory *history, const YsCasefile *casefile,
                               const YsCalendar *calendar, YsDay today, gboolean approvals);

/* Of those that may be taken, gives a reason to each that @actor may not take. */
void ys_case_steps_allow (GPtrArray *steps, const YsStaff *staff, const char *actor, YsDay on);

G_END_DECLS
