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
/* Of these, what the review chain or the staff does not leave to @actor becomes a step with a reason. */
void ys_case_steps_restrict (GPtrArray *steps, const YsHistory *history, const YsChain *chain,
                             const YsStaff *staff, const char *actor, YsDay today);
/* Why @actor may not take a step of that kind now, a review as the next of the chain; NULL if it is
 * theirs. A signature is asked for only when it is taken. (transfer full) */
char *ys_case_step_explain_not_theirs (YsKind kind, const YsHistory *history, const YsChain *chain,
                                       const YsStaff *staff, const char *actor, YsDay today);


G_END_DECLS
