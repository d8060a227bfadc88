/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsOfficialTable: one printed table on screen, drawn from report/form.h: the head stays, the body
 * scrolls, every figure is a button. It counts and checks nothing.
 * Signal "figure-activated" (pointer to a YsFigureKey). */
#pragma once

#include <gtk/gtk.h>

#include "desk/annual/annual-figures.h"
#include "report/form.h"

G_BEGIN_DECLS

#define YS_TYPE_OFFICIAL_TABLE (ys_official_table_get_type ())
G_DECLARE_FINAL_TYPE (YsOfficialTable, ys_official_table, YS, OFFICIAL_TABLE, GtkBox)

GtkWidget *ys_official_table_new (YsTable table);

/* Draws the table for the figures' form where that changed, and fills it. @failing: of
 * YsFailingCell. @compares_published: a column beside table 3 with what was published. */
void ys_official_table_show (YsOfficialTable *self, const YsAnnualFigures *figures,
                             const GArray *failing, gboolean compares_published);
/* Frames the figure, or none for NULL. */
void ys_official_table_select (YsOfficialTable *self, const YsFigureKey *key);

/* The labels of the rows and of the columns that name a figure. (transfer full) */
char *ys_official_table_dup_row_label (YsOfficialTable *self, const YsFigureKey *key);
char *ys_official_table_dup_column_label (YsOfficialTable *self, const YsFigureKey *key);

G_END_DECLS
