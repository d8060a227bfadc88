/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list as a workbook (xlsx): a head that stays, one row after another, of any number that a
 * sheet holds, in little memory. The annual report's own tables are sheet.c. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows of a sheet, the head included. */
#define YS_LIST_SHEET_ROWS 1048576

typedef struct
{
  const char *title;
  int width;          /* in digits; a Chinese character takes two */
  gboolean is_number; /* cells that are whole numbers are written as such */
} YsListSheetColumn;

typedef struct _YsListSheet YsListSheet;

/* @name: of the sheet. One thread at a time. */
YsListSheet *ys_list_sheet_new (const char *name, const YsListSheetColumn *columns, guint n_columns,
                                GError **error);
/* One row, a cell a column; NULL leaves it empty. FALSE when the sheet is full. */
gboolean ys_list_sheet_add_row (YsListSheet *self, const char *const *cells, GError **error);
/* The file's bytes; nothing can be added after. */
GBytes *ys_list_sheet_finish (YsListSheet *self, GError **error);
void ys_list_sheet_free (YsListSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsListSheet, ys_list_sheet_free)

G_END_DECLS
