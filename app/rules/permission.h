/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What may be done to a case today at a desk: the same judgement as for testimony, and stricter,
 * since what an import only warns of is refused here. Who may do it is the staff's business.
 *
 * An entry is judged at its own day, not at the day of typing: `on` is the day on which the fact had
 * effect (exchange.md). So an extension that was granted in time and forgotten may be entered after
 * the due day, with the day on which it was granted; what was too late on its own day stays refused.
 * That such an entry came late remains visible: the docket keeps the time of recording. */
#pragma once

#include "rules/history.h"

G_BEGIN_DECLS

/**
 * ys_permission_check:
 * @history: the case as it stands; empty for one that is to begin
 * @event: what is to be added, with the next seq
 * @approvals: whether the office asks for an approval on record before replies and extensions
 *
 * What the law allows once (a correction, an extension of a run) is once, whichever of two is typed
 * first: an entry of an earlier day is refused where it would make the one that stands a second.
 *
 * Returns: TRUE if it may be added; else @fault says why not.
 */
gboolean ys_permission_check (const YsHistory *history, YsEvent *event, const YsCalendar *calendar,
                              YsDay today, gboolean approvals, YsFault *fault);

/**
 * ys_permission_probe:
 * @on: the day on which the step would have its effect: @today, or an earlier one
 *
 * Whether a step of @kind could be entered today, asked with the least that such an entry may hold:
 * for the buttons of the case page. A step that only lacks its own details is possible.
 */
gboolean ys_permission_probe (const YsHistory *history, YsKind kind, const YsCalendar *calendar,
                              YsDay on, YsDay today, gboolean approvals, YsFault *fault);

/**
 * ys_permission_list_days:
 *
 * The earlier days at which to probe a step that is not lawful today, the latest first. From the day
 * that began the present run on, what is lawful changes only with an entry, and after a limit of the
 * clock (to ask for a correction, article 30; to extend, article 33): the last day before each entry,
 * and each limit before it, are all that need to be asked.
 *
 * Returns: (transfer full) (element-type YsDay): empty while nothing was received.
 */
GArray *ys_permission_list_days (const YsHistory *history, const YsCalendar *calendar, YsDay today);

/* Whether a step refused today with that code may have been lawful on an earlier day. What was asked
 * already, or never asked at all, is so on every day. */
gboolean ys_permission_hangs_on_day (YsFaultCode code);

/* Whether a warning of that code is a refusal at the desk. */
gboolean ys_permission_refuses (YsFaultCode code, gboolean approvals);

G_END_DECLS
