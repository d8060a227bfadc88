/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days, words and amounts of the case page; the words themselves are wording's. */
#pragma once

#include "rules/day.h"
#include "wording/word.h"
#include "wording/yuan.h"

G_BEGIN_DECLS

/* "2026-12-09 Wed", or an em dash for YS_DAY_NONE. (transfer full) */
char *ys_day_with_weekday (YsDay day);
/* "12-09", with the year where it is not that of @today; "—" for YS_DAY_NONE. (transfer full) */
char *ys_day_short (YsDay day, YsDay today);

G_END_DECLS
