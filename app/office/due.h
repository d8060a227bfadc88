/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which cases are due when; and the two look-ups by words. */
#pragma once

#include "index/index.h"
#include "office/session.h"

G_BEGIN_DECLS

/* One open case. */
typedef struct
{
  char *id;
  char *title;
  YsState state;
  YsDay due;         /* YS_DAY_NONE while the clock is halted, and under the older law */
  int remaining;     /* working days; only with a due day */
  char *handler;     /* last assigned, or NULL */
} YsDueRow;

void ys_due_row_free (YsDueRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsDueRow, ys_due_row_free)

/**
 * ys_office_list_due:
 * @on: the day it is asked for
 * @within: only cases due on or before the @within-th working day after @on, overdue ones
 *   included, those without a due day left out; -1: all open cases
 *
 * Returns: (transfer full) (element-type YsDueRow): by due day, those without one last.
 */
GPtrArray *ys_office_list_due (YsSession *session, YsDay on, int within, GError **error);

/* See ys_index_search() and ys_index_similar(). NO_CASE when there is no such case. */
GPtrArray *ys_office_search (YsSession *session, const char *text, int limit, GError **error);
GPtrArray *ys_office_list_similar (YsSession *session, const char *id, int limit, GError **error);

G_END_DECLS
