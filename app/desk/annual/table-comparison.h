/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns that stand beside table 3, outside what is printed: last year's total, the
 * difference, and what was published. */
#pragma once

#include <gtk/gtk.h>

#include "desk/annual/annual-figures.h"

G_BEGIN_DECLS

typedef struct _YsTableComparison YsTableComparison;

/* Puts its heads into @head and its cells into @body from column @left on, a row for each printed
 * row of table 3 (@first_row: of the first one; a head row has @head_rows rows). */
YsTableComparison *ys_table_comparison_new (GtkGrid *head, GtkGrid *body, int left, int head_rows,
                                            YsForm form);
void ys_table_comparison_free (YsTableComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsTableComparison, ys_table_comparison_free)

void ys_table_comparison_show (YsTableComparison *self, const YsAnnualFigures *figures,
                               gboolean compares_published);

/* "+3", "−4" or, for 0, the word for it. (transfer full) */
char *ys_format_difference (gint64 difference);

G_END_DECLS
