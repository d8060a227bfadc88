/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What may be done to a case today at a desk: the same judgement as for testimony, and stricter,
 * since what an import only warns of is refused here. Who may do it is the staff's business. */
#pragma once

#include "rules/history.h"

G_BEGIN_DECLS

/**
 * ys_permission_check:
 * @history: the case as it stands; empty for one that is to begin
 * @event: what is to be added, with the next seq
 * @approvals: whether the office asks for an approval on record before replies and extensions
 *
 * Returns: TRUE if it may be added; else @fault says why not.
 */
gboolean ys_permission_check (const YsHistory *history, YsEvent *event, const YsCalendar *calendar,
                              YsDay today, gboolean approvals, YsFault *fault);

/**
 * ys_permission_probe:
 *
 * Whether a step of @kind could be taken today, asked with the least that such an entry may hold:
 * for the buttons of the case page. A step that only lacks its own details is possible.
 */
gboolean ys_permission_probe (const YsHistory *history, YsKind kind, const YsCalendar *calendar,
                              YsDay today, gboolean approvals, YsFault *fault);

/* Whether a warning of that code is a refusal at the desk. */
gboolean ys_permission_refuses (YsFaultCode code, gboolean approvals);

G_END_DECLS
