/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a history stands entry by entry, and the walk that warns of it. Private to the history
 * files. */
#pragma once

#include "rules/clock-run.h"
#include "rules/history.h"

G_BEGIN_DECLS

/* By seq (from 1): which entries the strikes up to entry @last that are known on @on take away.
 * (transfer full) */
gboolean *ys_history_find_struck (const YsHistory *self, gint64 last, YsDay on);
/* All entries by seq - 1, as amended up to entry @last and known on @on, but for the amendments
 * that are @struck. (transfer full) (element-type YsEvent) */
GPtrArray *ys_history_stand (const YsHistory *self, gint64 last, YsDay on, const gboolean *struck);

/* Adds what of the destruction of the case cannot be. */
void ys_history_judge_destruction (const YsHistory *self, const YsFolded *folded,
                                   GPtrArray *problems);
/* Adds what could not be done at the desk today, though it may be told. */
void ys_history_warn (const YsHistory *self, const YsFolded *folded, const YsCalendar *calendar,
                      GPtrArray *warnings);

G_END_DECLS
