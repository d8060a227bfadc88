/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The clock sheet: every day of every run, with its effect and its reason. Private to clock. */
#pragma once

#include "rules/clock-run.h"

G_BEGIN_DECLS

/* Steps in the order of days. Days up to the due day (or, if that is past, up to the day the clock
 * is read on); no step straddles the day the clock is read on, nor the due day. */
GPtrArray *ys_clock_list_steps (const YsRuns *runs, const YsFolded *folded,
                                const YsCalendar *calendar);

G_END_DECLS
