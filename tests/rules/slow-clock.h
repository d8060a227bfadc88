/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests only: a second clock, slow and simple, told from exchange.md sentence by sentence and a
 * day at a time. It shares with the program only how an entry's body is read. */
#pragma once

#include "case-maker.h"

/* What it says of a day; days YS_DAY_NONE for null. */
typedef struct
{
  gboolean known;
  const char *state;
  YsDay start, due, contested;
  int budget, counted, suspended;
  gboolean has_remaining, has_on_time, on_time, provisional;
  int remaining;
} SlowClock;

/* Reads the notices of CALENDARS_DIR its own way; once, before the first question. */
void slow_clock_read_notices (void);

SlowClock slow_clock_tell (const YsHistory *history, YsDay day);
