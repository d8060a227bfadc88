/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsTodayFigures: everything that the page of today shows, read in one work on the docket's
 * thread and frozen. */
#pragma once

#include "office/lists.h"

G_BEGIN_DECLS

/* Working days after today that the strip shows. */
#define YS_TODAY_STRIP_DAYS 20
/* Rows of a section; of more cases the list of cases tells. Each costs a dozen widgets, and all of
 * them are drawn whenever the page scrolls. */
#define YS_TODAY_SECTION_ROWS 20

typedef enum
{
  YS_TODAY_OVERDUE,
  YS_TODAY_DUE,      /* today */
  YS_TODAY_SOON,     /* within three working days */
  YS_TODAY_WAITING,  /* for others */
  YS_TODAY_APPROVAL, /* asked for */
  YS_TODAY_LATER,    /* within the strip */
  YS_N_TODAY_SECTIONS,
} YsTodaySection;

typedef struct
{
  gatomicrefcount refs;
  YsDay today;
  YsDay soon;        /* last day of SOON */
  YsDay until;       /* last day of the strip */
  GArray *due;       /* of gint64: running cases due on today + index */
  gint64 n_due;      /* all of @due together */
  gint64 total;      /* cases of the docket */
  gint64 counts[YS_N_TODAY_SECTIONS];
  GPtrArray *rows[YS_N_TODAY_SECTIONS]; /* of YsIndexRow */
} YsTodayFigures;

YsTodayFigures *ys_today_figures_ref (YsTodayFigures *self);
void ys_today_figures_unref (YsTodayFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsTodayFigures, ys_today_figures_unref)

/* YsWorkFunc without input; gives YsTodayFigures. */
gpointer ys_today_figures_read (YsSession *session, gpointer input, GCancellable *cancellable,
                                GError **error);
/* Running cases due from @from to @until; @from YS_DAY_NONE: whenever before. */
void ys_today_get_due_filter (YsDay from, YsDay until, YsFilter *filter);
/* The list of cases behind a section. */
void ys_today_figures_get_filter (const YsTodayFigures *self, YsTodaySection section,
                                  YsFilter *filter);

G_END_DECLS
