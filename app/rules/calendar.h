/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsCalendar: which days are working days, from the yearly notices of the State Council. It knows
 * nothing of cases, and reads no file: the text of a notice is handed in. */
#pragma once

#include "rules/day.h"

G_BEGIN_DECLS

typedef struct _YsCalendar YsCalendar;

typedef enum
{
  YS_DAY_KIND_WORK,    /* Monday to Friday, not listed */
  YS_DAY_KIND_MAKE_UP, /* listed as a working day (调休上班) */
  YS_DAY_KIND_WEEKEND, /* Saturday or Sunday, not listed */
  YS_DAY_KIND_REST,    /* listed as rest (放假) */
} YsDayKind;

typedef enum
{
  YS_NOTICE_OK,
  YS_NOTICE_BAD_WORD,    /* a line begins with an unknown word */
  YS_NOTICE_BAD_DAY,     /* no such day */
  YS_NOTICE_BAD_SPAN,    /* a span that ends before it begins, or is longer than 31 days */
  YS_NOTICE_FAR_AWAY,    /* a day outside the notice's year and the December before */
  YS_NOTICE_BOTH,        /* a day that the same notice lists as rest and as work */
  YS_NOTICE_NO_YEAR,     /* "year" is missing, twice, or not first */
  YS_NOTICE_EMPTY,       /* no rest day at all */
} YsNoticeFault;

/* A set of notices under construction, then frozen. Immutable once handed out; may cross threads. */
YsCalendar *ys_calendar_new (void);
YsCalendar *ys_calendar_ref (YsCalendar *self);
void ys_calendar_unref (YsCalendar *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsCalendar, ys_calendar_unref)

/* A copy of @self that may be added to. */
YsCalendar *ys_calendar_copy (const YsCalendar *self);

/**
 * ys_calendar_add_notice:
 * @text: a notice in the format of data/calendars (README there); a later notice wins over an
 *   earlier one day by day (as the notices of 2019-03-22 and 2020-01-27 did)
 * @line: (out) (optional): number of the line at fault, from 1
 *
 * Only while the caller holds the only reference.
 */
YsNoticeFault ys_calendar_add_notice (YsCalendar *self, const char *text, int *line);

/* The same, a piece at a time: a year that a notice covers, then its days. */
void ys_calendar_add_year (YsCalendar *self, int year);
void ys_calendar_add_rest (YsCalendar *self, YsDay from, YsDay to, const char *name);
void ys_calendar_add_work (YsCalendar *self, YsDay day, const char *name);

/* Whether a notice for @year is known. */
gboolean ys_calendar_has_year (const YsCalendar *self, int year);
/* First and last year with a notice; 0 when there is none. */
void ys_calendar_get_years (const YsCalendar *self, int *first, int *last);

/* Calls @func for every listed day, in order. @name may be NULL. */
typedef void (*YsListedDayFunc) (YsDay day, gboolean is_rest, const char *name, gpointer user_data);
void ys_calendar_foreach (const YsCalendar *self, YsListedDayFunc func, gpointer user_data);

YsDayKind ys_calendar_get_kind (const YsCalendar *self, YsDay day);
/* Name of the holiday that a listed day belongs to ("春节"), or NULL. Lives as long as @self.
 * (transfer none) */
const char *ys_calendar_get_name (const YsCalendar *self, YsDay day);
gboolean ys_calendar_is_working (const YsCalendar *self, YsDay day);

/* Working days d with @after < d ≤ @to; 0 when @to ≤ @after. */
int ys_calendar_count (const YsCalendar *self, YsDay after, YsDay to);
/* The @n-th working day after @from (@n ≥ 0; 0 is @from itself, rest day or not). */
YsDay ys_calendar_nth (const YsCalendar *self, YsDay from, int n);

/* Whether (@after, @to] holds a day of a year without a notice, or 29-31 December while the next
 * year's notice, which may list those days, is absent. */
gboolean ys_calendar_is_provisional (const YsCalendar *self, YsDay after, YsDay to);

G_END_DECLS
