/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsCaseSummary: what stands above a list of cases (how many of it are overdue and so on), and what
 * its filters can be chosen from. */
#pragma once

#include "desk/cases/case-query.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 total;     /* in the docket, whatever the filter */
  gint64 overdue;   /* the rest: of the list */
  gint64 today;
  gint64 soon;      /* within three working days after today */
  gint64 suspended;
  GStrv handlers;
  GStrv years;      /* newest first */
} YsCaseSummary;

void ys_case_summary_free (YsCaseSummary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsCaseSummary, ys_case_summary_free)

/* YsWorkFunc: @input a YsCaseQuery; gives a YsCaseSummary. */
gpointer ys_case_summary_read (YsSession *session, gpointer input, GCancellable *cancellable,
                               GError **error);
/* Likewise; gives a gint64 to free: how many cases match. */
gpointer ys_case_summary_count (YsSession *session, gpointer input, GCancellable *cancellable,
                                GError **error);

G_END_DECLS
