/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Case numbers YEAR-NNNN: how they are read, ordered and given out. */
#pragma once

#include "rules/day.h"

G_BEGIN_DECLS

/* Year and number of a case id, FALSE if it is none. */
gboolean ys_number_split (const char *id, int *year, int *number);

/* The next id of @year after @last (nullable: none yet), with at least four digits: "2026-0001".
 * NULL when the year's numbers are used up. */
char *ys_number_next (int year, const char *last);

/* Orders ids by year, then by number, then by spelling. */
int ys_number_compare (const char *a, const char *b);

G_END_DECLS
