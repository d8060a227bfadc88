/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsDay: a civil day without clock or zone. No calendar of rest days here, that is calendar.h. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days since 1970-01-01 of the Gregorian calendar. */
typedef gint32 YsDay;

#define YS_DAY_NONE ((YsDay) G_MININT32)
/* Room for YYYY-MM-DD and the closing nul. */
#define YS_DAY_TEXT 11

/* Years that a day may lie in. */
#define YS_YEAR_MIN 1900
#define YS_YEAR_MAX 2199

/* 1 Monday … 7 Sunday. */
int ys_day_weekday (YsDay day);
int ys_day_year (YsDay day);
void ys_day_split (YsDay day, int *year, int *month, int *date);

/* YS_DAY_NONE when there is no such day or its year is out of range. */
YsDay ys_day_from_ymd (int year, int month, int date);

/* Reads YYYY-MM-DD exactly, @length bytes (-1: up to the nul); anything else is YS_DAY_NONE. */
YsDay ys_day_parse (const char *text, gssize length);

/* Writes YYYY-MM-DD into @buffer (at least YS_DAY_TEXT bytes) and returns it. YS_DAY_NONE writes
 * an empty string. */
char *ys_day_format (YsDay day, char *buffer);

G_END_DECLS
