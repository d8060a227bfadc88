/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsCaseList: the list of cases on the screen. It has as many lines as are seen and gives them other
 * cases while one scrolls: GtkListView keeps two hundred rows, and makes all of them anew for every
 * new question, far longer than a frame may take. */
#pragma once

#include <gtk/gtk.h>

#include "desk/cases/case-columns.h"
#include "desk/cases/case-widths.h"
#include "desk/context.h"

G_BEGIN_DECLS

#define YS_TYPE_CASE_LIST (ys_case_list_get_type ())
G_DECLARE_FINAL_TYPE (YsCaseList, ys_case_list, YS, CASE_LIST, GtkWidget)

/**
 * ys_case_list_new:
 *
 * Stands in a GtkScrolledWindow. Enter or two clicks open a case: signal "activate" (guint
 * position). The arrows, Page Up and Down, Home and End go from case to case, with Shift they select;
 * Space and a click on the box select one more, Ctrl+A all.
 * gtk_widget_grab_focus() without a case yet: the first that comes gets it.
 * Signal "menu" (guint position, int x, int y): a menu is asked for that case, with the pointer or
 * the keyboard. Signal "columns-changed": the columns have other widths, or stand elsewhere.
 */
GtkWidget *ys_case_list_new (void);
/* What comes now is no longer waited for: somebody asked something else meanwhile. */
void ys_case_list_forget_focus (YsCaseList *self);
void ys_case_list_set_context (YsCaseList *self, YsContext *context);
/* Of YsCaseItem; NULL: none. */
void ys_case_list_set_model (YsCaseList *self, GtkSelectionModel *model);
/* (transfer none) (nullable) */
GtkSelectionModel *ys_case_list_get_model (YsCaseList *self);

void ys_case_list_set_shown (YsCaseList *self, YsCaseColumn column, gboolean shown);
gboolean ys_case_list_get_shown (YsCaseList *self, YsCaseColumn column);
/* A person's choice; 0 gives the choice back. */
void ys_case_list_set_width (YsCaseList *self, YsCaseColumn column, int width);
int ys_case_list_get_width (YsCaseList *self, YsCaseColumn column);
/* Where the columns stand now: widths, 0 for those hidden, after the box, which begins at @offset. */
void ys_case_list_get_columns (YsCaseList *self, int *offset, int *check,
                               int widths[YS_N_CASE_COLUMNS]);

/* The case that the keyboard goes from. */
guint ys_case_list_get_cursor (YsCaseList *self);
/* The top, as for a new question. */
void ys_case_list_go_to_top (YsCaseList *self);
/* Days or calendar changed. */
void ys_case_list_refresh (YsCaseList *self);

G_END_DECLS
