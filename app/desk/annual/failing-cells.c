/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The detail of a failing check names its places by id: "person: new 3 + …; legal: …". The cell
 * marked is the one that the identity derives from the others. */
#include "desk/annual/failing-cells.h"

#include <string.h>

/* How a check names its places. */
typedef enum
{
  BY_COLUMN,      /* a column of table 3, in a fixed row */
  BY_ROW,         /* a row of table 3, in the column of totals */
  BY_CELL3,       /* row/column of table 3 */
  BY_ROUTE,       /* a remedy of table 4, in the column of totals */
  BY_CELL4,       /* route/result of table 4 */
  BY_KIND,        /* rules or normative documents, those in force */
  BY_CELL2,       /* a figure of table 2 */
} Naming;

static const struct
{
  const char *id;
  Naming naming;
  int row;
  YsTable table;
} namings[] = {
  { "table3-balance", BY_COLUMN, YS_ROW_TOTAL, YS_TABLE_3 },
  { "table3-total-rows", BY_COLUMN, YS_ROW_TOTAL, YS_TABLE_3 },
  { "table3-total-columns", BY_ROW, 0, YS_TABLE_3 },
  { "table3-signs", BY_CELL3, 0, YS_TABLE_3 },
  { "table4-totals", BY_ROUTE, 0, YS_TABLE_4 },
  { "table4-signs", BY_CELL4, 0, YS_TABLE_4 },
  { "table2-signs", BY_CELL2, 0, YS_TABLE_2 },
  { "table2-in-force", BY_KIND, 0, YS_TABLE_2 },
  { "carry-over", BY_COLUMN, YS_ROW_CARRIED_IN, YS_TABLE_3 },
  { "in-force-continues", BY_KIND, 0, YS_TABLE_2 },
};

gboolean
ys_figure_key_equal (const YsFigureKey *a, const YsFigureKey *b)
{
  return a->source == b->source && a->row == b->row && a->column == b->column;
}

static int
find_naming (const YsCheck *check)
{
  for (guint i = 0; i < G_N_ELEMENTS (namings); i++)
    if (g_str_equal (namings[i].id, check->id))
      return (int) i;
  return -1;
}

YsTable
ys_check_get_table (const YsCheck *check)
{
  int i = find_naming (check);

  g_return_val_if_fail (i >= 0, YS_TABLE_3);
  return namings[i].table;
}

static int
find_column (const char *id)
{
  for (int column = 0; column < YS_N_COLUMNS; column++)
    if (g_strcmp0 (ys_column_get_id (column), id) == 0)
      return column;
  return -1;
}

static int
find_row (const char *id, YsForm form)
{
  for (int row = 0; row < YS_N_ROWS; row++)
    if (ys_row_is_printed (row, form) && g_strcmp0 (ys_row_get_id (row, form), id) == 0)
      return row;
  return -1;
}

/* Table 2 in its own words: "rule/issued", "licence/decisions", "fee/wan". */
static YsFigureKey
find_register_figure (const char *first, const char *second)
{
  static const struct
  {
    const char *first, *second;
    YsFigureKey key;
  } figures[] = {
    { "rule", "issued", { YS_FIGURE_RULE, 0, YS_NORMATIVE_ISSUED } },
    { "rule", "repealed", { YS_FIGURE_RULE, 0, YS_NORMATIVE_REPEALED } },
    { "rule", NULL, { YS_FIGURE_RULE, 0, YS_NORMATIVE_IN_FORCE } },
    { "normative", "issued", { YS_FIGURE_NORMATIVE, 0, YS_NORMATIVE_ISSUED } },
    { "normative", "repealed", { YS_FIGURE_NORMATIVE, 0, YS_NORMATIVE_REPEALED } },
    { "normative", NULL, { YS_FIGURE_NORMATIVE, 0, YS_NORMATIVE_IN_FORCE } },
    { "licence", "decisions", { YS_FIGURE_LICENCE, 0, 0 } },
    { "penalty", "decisions", { YS_FIGURE_PENALTY, 0, 0 } },
    { "coercion", "decisions", { YS_FIGURE_COERCION, 0, 0 } },
    { "fee", "wan", { YS_FIGURE_FEE_WAN, 0, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_strcmp0 (figures[i].first, first) == 0 && g_strcmp0 (figures[i].second, second) == 0)
      return figures[i].key;
  return (YsFigureKey) { YS_FIGURE_NONE, 0, 0 };
}

/* The cell of one place; source YS_FIGURE_NONE where the words name none. */
static YsFigureKey
find_cell (int naming, const char *place, YsForm form)
{
  g_auto (GStrv) words = g_strsplit (place, "/", 2);
  const char *first = words[0];
  const char *second = first != NULL ? words[1] : NULL;
  YsFigureKey key = { YS_FIGURE_TABLE3, namings[naming].row, YS_COLUMN_TOTAL };

  switch (namings[naming].naming)
    {
    case BY_COLUMN:
      key.column = find_column (first);
      break;
    case BY_ROW:
      key.row = find_row (first, form);
      break;
    case BY_CELL3:
      key.row = find_row (first, form);
      key.column = find_column (second);
      break;
    case BY_ROUTE:
      key = (YsFigureKey) { YS_FIGURE_TABLE4, ys_route_from_id (first), YS_RESULT_TOTAL };
      break;
    case BY_CELL4:
      key = (YsFigureKey) { YS_FIGURE_TABLE4, ys_route_from_id (first),
                            ys_result_from_id (second) };
      break;
    default:
      return find_register_figure (first, second);
    }
  if (key.row < 0 || key.column < 0)
    key.source = YS_FIGURE_NONE;
  return key;
}

GArray *
ys_failing_cells_find (GPtrArray *checks, YsForm form)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (YsFailingCell));

  for (guint i = 0; i < checks->len; i++)
    {
      const YsCheck *check = g_ptr_array_index (checks, i);
      int naming = find_naming (check);

      if (check->holds || naming < 0)
        continue;

      g_auto (GStrv) pieces = g_strsplit (check->detail, "; ", -1);
      for (char **piece = pieces; *piece != NULL; piece++)
        {
          const char *end = strstr (*piece, ": ");
          g_autofree char *place = end != NULL ? g_strndup (*piece, end - *piece) : NULL;
          YsFailingCell cell = { { YS_FIGURE_NONE, 0, 0 }, check };

          if (place != NULL)
            cell.key = find_cell (naming, place, form);
          if (cell.key.source != YS_FIGURE_NONE)
            g_array_append_val (cells, cell);
        }
    }
  return cells;
}
