/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsPrintSheet: what is put on paper (A4): a head, then rows of cells under headings, and a foot with
 * the page. Rows are measured and broken into pages here; what they say is the caller's. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _YsPrintSheet YsPrintSheet;

/* @title is large, @subject (nullable) below it, @due (nullable) bold; @foot (nullable) stands on
 * every page. */
YsPrintSheet *ys_print_sheet_new (const char *title, const char *subject, const char *due,
                                  const char *foot);
void ys_print_sheet_free (YsPrintSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPrintSheet, ys_print_sheet_free)

/* A heading of its own. */
void ys_print_sheet_add_heading (YsPrintSheet *self, const char *text);
/**
 * ys_print_sheet_add_row:
 * @cells: texts, closed by NULL; copied
 * @shares: parts of the width, one a cell; static
 * @is_head: heads of columns, bold, and written again where a page begins among its rows
 */
void ys_print_sheet_add_row (YsPrintSheet *self, const char *const *cells, const double *shares,
                             gboolean is_head);

/* Ready to be run; it owns the sheet. (transfer full both ways) */
GtkPrintOperation *ys_print_sheet_make_operation (YsPrintSheet *self, const char *job);

G_END_DECLS
