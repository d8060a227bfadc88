/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a case shows in the list of today: in one line beneath the head, or in three in the side column. */
#pragma once

#include <gtk/gtk.h>

#include "desk/context.h"
#include "desk/today/today-figures.h"

G_BEGIN_DECLS

/* The width of a cell that takes what is left. */
#define YS_TODAY_CELL_REST (-1)

/* Appends a label of exactly @width pixels of usual letters, whatever it says. (transfer none) */
GtkWidget *ys_today_cell_add (GtkWidget *box, const char *text, int width, const char *style);
/* The names of the columns. (transfer floating) */
GtkWidget *ys_today_row_make_head (void);
/* (transfer floating); @sentence: all of it in one, for screen readers. (out) (transfer full) */
GtkWidget *ys_today_row_make (YsContext *context, YsTodaySection section, const YsIndexRow *row,
                              gboolean is_narrow, char **sentence);

G_END_DECLS
