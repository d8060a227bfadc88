/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests only: an exchange file as the rules read it, and how its cases stand. */
#pragma once

#include "rules/casefile.h"

/* An exchange file as the rules read it. */
typedef struct
{
  YsCalendar *calendar;
  YsDay today;
  GHashTable *cases;    /* id → YsHistory */
  GPtrArray *ids;       /* in order of first line */
  GPtrArray *registers; /* of YsEvent */
  GPtrArray *streams;   /* of char *, beside registers */
  GHashTable *files;    /* digests named */
  GHashTable *kinds;    /* names of kinds seen */
  guint late;           /* warnings of late replies */
  guint odd;            /* all other warnings */
} SampleBook;

/* Aborts on a line that does not parse, a day out of bounds, a line that stands twice or out of
 * order, and a history that no testimony may hold. */
SampleBook *sample_book_read (YsCalendar *calendar, YsDay today, const char *text, gsize length);
void sample_book_free (SampleBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SampleBook, sample_book_free)

YsCasefile *sample_book_get_casefile (const SampleBook *book, guint index);

/* How the open cases stand. */
typedef struct
{
  guint overdue, today, soon, later, states[YS_N_STATES], asks_reply, asks_extension, returned;
} SampleStanding;

void sample_book_count (const SampleBook *book, SampleStanding *standing);

/* Every kind that can stand in a case, and every outcome, must be there. */
void sample_book_assert_every_kind (const SampleBook *book);
void sample_book_assert_every_outcome (const SampleBook *book);
