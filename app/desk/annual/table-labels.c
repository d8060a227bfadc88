/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Headers joined from the outermost in. */
#include "desk/annual/table-labels.h"

static int
find_first_figure_column (const YsFormTable *table)
{
  int first = table->columns;

  for (guint i = 0; i < table->cells->len; i++)
    {
      const YsFormCell *cell = &g_array_index (table->cells, YsFormCell, i);

      if (cell->kind == YS_CELL_FIGURE)
        first = MIN (first, cell->column);
    }
  return first;
}

/* A head across all figures tells them not apart. */
static gboolean
names_everything (const YsFormTable *table, const YsFormCell *header)
{
  int first = find_first_figure_column (table);

  return header->row < table->header_rows && header->column == first
         && header->colspan == table->columns - first;
}

static char *
join_headers (const YsFormTable *table, const YsFormCell *cell, gboolean of_row)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < table->cells->len; i++)
    {
      const YsFormCell *header = &g_array_index (table->cells, YsFormCell, i);
      gboolean is_row = header->kind == YS_CELL_ROW_HEADER || header->kind == YS_CELL_SECTION;

      if ((header->kind != YS_CELL_COLUMN_HEADER && !is_row) || is_row != of_row
          || names_everything (table, header)
          || !ys_form_cell_is_header_of (table, header, cell))
        continue;
      if (words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append (words, header->text);
    }
  return g_string_free (words, FALSE);
}

char *
ys_form_cell_dup_row_label (const YsFormTable *table, const YsFormCell *cell)
{
  return join_headers (table, cell, TRUE);
}

char *
ys_form_cell_dup_column_label (const YsFormTable *table, const YsFormCell *cell)
{
  return join_headers (table, cell, FALSE);
}
