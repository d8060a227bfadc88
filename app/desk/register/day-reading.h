/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a day as people type it. No widget here (day-entry.h). */
#pragma once

#include "rules/day.h"

G_BEGIN_DECLS

/**
 * ys_day_read:
 * @text: 2026-01-05, 2026/1/5, 2026.1.5, 20260105, 2026年1月5日, 26-1-5, 1月5日 or 1-5; full-width
 *   digits and white space anywhere
 * @today: a day without its year is the last such day, today included
 *
 * Returns: YS_DAY_NONE if it is no day.
 */
YsDay ys_day_read (const char *text, YsDay today);

/* "2026-12-22 Tue", as a day stands in lists and sums. (transfer full) */
char *ys_day_write_weekday (YsDay day);
/* The weekday alone. (transfer none) */
const char *ys_day_name_weekday (YsDay day);

G_END_DECLS
