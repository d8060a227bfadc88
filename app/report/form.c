/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the cells of a printed table hold, and which headers name them. Labels and geometry are
 * form-layout.c. */
#include "report/form-private.h"

#include <string.h>

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const YsFormCell *left = a, *right = b;
  return left->row != right->row ? left->row - right->row : left->column - right->column;
}

void
ys_form_table_add_label (
  YsFormTable *self, YsCellKind kind, int section, YsSpan span, const char *text)
{
  YsFormCell cell = { span.row, span.column, span.rowspan, span.colspan,
                      section,  kind,        text,         { YS_FIGURE_NONE, 0, 0 } };
  g_array_append_val (self->cells, cell);
}

void
ys_form_table_add_figure (YsFormTable *self, int section, YsSpan span, YsFigureKey figure)
{
  YsCellKind kind = figure.source == YS_FIGURE_NONE ? YS_CELL_EMPTY : YS_CELL_FIGURE;
  YsFormCell cell
    = { span.row, span.column, span.rowspan, span.colspan, section, kind, NULL, figure };
  g_array_append_val (self->cells, cell);
}

YsFormTable *
ys_form_table_new (YsForm form, YsTable table)
{
  YsFormTable *self = g_new0 (YsFormTable, 1);

  self->form = form;
  self->table = table;
  self->cells = g_array_new (FALSE, FALSE, sizeof (YsFormCell));
  self->labels = g_string_chunk_new (1024);
  switch (table)
    {
    case YS_TABLE_2:
      ys_form_layout_table2 (self);
      break;
    case YS_TABLE_3:
      ys_form_layout_table3 (self);
      break;
    case YS_TABLE_4:
      ys_form_layout_table4 (self);
      break;
    default:
      g_assert_not_reached ();
    }
  g_array_sort (self->cells, compare_cells);
  return self;
}

void
ys_form_table_free (YsFormTable *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->cells);
  g_string_chunk_free (self->labels);
  g_free (self);
}

gboolean
ys_form_cell_is_header_of (const YsFormTable *self,
                           const YsFormCell *header,
                           const YsFormCell *cell)
{
  switch (header->kind)
    {
    case YS_CELL_SECTION:
      return header->section == cell->section && header != cell;
    case YS_CELL_ROW_HEADER:
      return header->row <= cell->row && cell->row < header->row + header->rowspan
             && header->column < cell->column;
    case YS_CELL_COLUMN_HEADER:
      return (header->section == cell->section || header->row < self->header_rows)
             && header->column <= cell->column && cell->column < header->column + header->colspan
             && header->row < cell->row;
    default:
      return FALSE;
    }
}

/* A count of the figures; FALSE for the fee, which is no count, and for blanks. */
static gboolean
get_count (const YsFigureKey *key, const YsFigures *figures, gint64 *count)
{
  const YsNormativeFigures *normative = &figures->rule;

  switch (key->source)
    {
    case YS_FIGURE_NORMATIVE:
      normative = &figures->normative;
      G_GNUC_FALLTHROUGH;
    case YS_FIGURE_RULE:
      *count = key->column == YS_NORMATIVE_ISSUED     ? normative->issued
               : key->column == YS_NORMATIVE_REPEALED ? normative->repealed
                                                      : normative->in_force;
      break;
    case YS_FIGURE_LICENCE:
      *count = figures->licence;
      break;
    case YS_FIGURE_PENALTY:
      *count = figures->penalty;
      break;
    case YS_FIGURE_COERCION:
      *count = figures->coercion;
      break;
    case YS_FIGURE_TABLE3:
      *count = figures->table3[key->row][key->column];
      break;
    case YS_FIGURE_TABLE4:
      *count = figures->table4[key->row][key->column];
      break;
    default:
      return FALSE;
    }
  return *count != YS_BLANK;
}

/* Whether @text is digits with at most one point among them and perhaps a minus before. */
static gboolean
is_decimal (const char *text)
{
  gsize whole, part;

  text += *text == '-';
  whole = strspn (text, "0123456789");
  if (whole == 0 || text[whole] == '\0')
    return whole > 0;
  if (text[whole] != '.')
    return FALSE;
  part = strspn (text + whole + 1, "0123456789");
  return part > 0 && text[whole + 1 + part] == '\0';
}

char *
ys_form_cell_dup_text (const YsFormCell *cell, const YsFigures *figures)
{
  gint64 count;

  if (cell->text != NULL)
    return g_strdup (cell->text);
  if (cell->figure.source == YS_FIGURE_FEE_WAN)
    return g_strdup (figures->fee_wan);
  if (get_count (&cell->figure, figures, &count))
    return g_strdup_printf ("%" G_GINT64_FORMAT, count);
  return g_strdup ("");
}

gboolean
ys_form_cell_get_number (const YsFormCell *cell, const YsFigures *figures, double *number)
{
  gint64 count;

  if (cell->figure.source == YS_FIGURE_FEE_WAN && is_decimal (figures->fee_wan))
    {
      *number = g_ascii_strtod (figures->fee_wan, NULL);
      return TRUE;
    }
  if (!get_count (&cell->figure, figures, &count))
    return FALSE;
  *number = (double) count;
  return TRUE;
}
