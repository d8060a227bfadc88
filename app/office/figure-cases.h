/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way back from a figure of the annual report to the cases that make it up. Which figures there
 * are, and their sums, is figures.h. */
#pragma once

#include "office/session.h"
#include "rules/tally.h"

G_BEGIN_DECLS

/* A cell of table 3 (row: YsRow, column: YsApplicantClass or YS_COLUMN_TOTAL) or of table 4 (row:
 * YsRoute, column: YsReviewResult). */
typedef struct
{
  int table; /* 3 or 4 */
  int row;
  int column;
} YsFigureCell;

/* One case in a cell. In table 4 a case stands once for each of its remedies. */
typedef struct
{
  char *id;
  char *title; /* or NULL */
  YsDay on;    /* received, concluded; of a remedy: opened or decided, whichever the cell counts */
} YsFigureCase;

void ys_figure_case_free (YsFigureCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsFigureCase, ys_figure_case_free)

/**
 * ys_office_list_figure_cases:
 * @on: what is known on that day; today or earlier
 * @limit: the newest so many; 0: all
 * @total: (out) (optional): how many there are without the limit; the figure itself
 *
 * Returns: (transfer full) (element-type YsFigureCase): newest day first, then highest number.
 */
GPtrArray *ys_office_list_figure_cases (YsSession *session, int year, YsForm form, YsDay on,
                                        const YsFigureCell *cell, guint limit, gint64 *total,
                                        GError **error);

G_END_DECLS
