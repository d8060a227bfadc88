/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests only: the shipped calendar from its files, and histories out of short lines. */
#pragma once

#include "rules/casefile.h"

/* The calendar of data/calendars. */
YsCalendar *case_maker_load_calendar (void);

/* A history from lines as "2024-02-08 received", with a body as `{"days":5}` after it where the kind
 * needs more than the default one. Aborts on a line that does not parse. */
YsHistory *case_maker_read (const char *id, const char *const *lines);

/* One event of the same short form. */
YsEvent *case_maker_read_event (const char *line, gint64 seq);

/* Histories by id out of an exchange file's case streams. (element-type utf8 YsHistory) */
GHashTable *case_maker_load (const char *path);

/* A history made by dice that ys_history_judge() finds possible: with odd days, refs used twice, late
 * and idle acts, deliveries recorded later, amendments, strikes, strikes of strikes. */
YsHistory *case_maker_throw (GRand *dice, const YsCalendar *calendar, const char *id);
