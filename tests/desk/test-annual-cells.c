/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the annual page knows without a widget: which year it begins with, which cells a failing
 * check points at, what words name a cell, what was published, how a difference is written. */
#include "desk/annual/annual-export.h"
#include "desk/annual/annual-figures.h"
#include "desk/annual/failing-cells.h"
#include "desk/annual/figure-list.h"
#include "desk/annual/published.h"
#include "desk/annual/table-comparison.h"
#include "desk/annual/table-labels.h"

static void
test_pick_year (void)
{
  const struct
  {
    int years[3];
    int month;
    int expected;
  } rows[] = {
    { { 2026, 2025, 2024 }, 1, 2025 },  { { 2026, 2025, 2024 }, 3, 2025 },
    { { 2026, 2025, 2024 }, 4, 2026 },  { { 2026, 2025, 2024 }, 12, 2026 },
    { { 2023, 2022, 0 }, 11, 2023 },    { { 2024, 2023, 2022 }, 2, 2024 },
    { { 0, 0, 0 }, 2, 2025 },           { { 0, 0, 0 }, 6, 2026 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));

      for (guint j = 0; j < 3 && rows[i].years[j] != 0; j++)
        g_array_append_val (years, rows[i].years[j]);
      g_assert_cmpint (ys_annual_pick_year (years, ys_day_from_ymd (2026, rows[i].month, 15)), ==,
                       rows[i].expected);
    }
}

/* Figures that hold, of which one is then bent. */
static void
fill (YsFigures *figures, int year)
{
  YsCaseFacts facts = { YS_CLASS_PERSON, ys_day_from_ymd (year, 2, 1), ys_day_from_ymd (year, 3, 1),
                        YS_OUTCOME_GRANTED };

  ys_figures_begin (figures, year, ys_form_for_year (year));
  ys_figures_add_case (figures, &facts);
  facts.klass = YS_CLASS_LEGAL;
  facts.received_on = ys_day_from_ymd (year - 1, 12, 30);
  ys_figures_add_case (figures, &facts);
  ys_figures_add_review (figures, YS_ROUTE_LITIGATION, facts.received_on, YS_DAY_NONE,
                         YS_RESULT_PENDING);
  ys_figures_finish (figures);
}

static gboolean
points_at (const GArray *failing, const char *check, YsFigureSource source, int row, int column)
{
  YsFigureKey key = { source, row, column };

  for (guint i = 0; i < failing->len; i++)
    {
      const YsFailingCell *cell = &g_array_index (failing, YsFailingCell, i);

      if (g_str_equal (cell->check->id, check) && ys_figure_key_equal (&cell->key, &key))
        return TRUE;
    }
  return FALSE;
}

static void
test_failing (void)
{
  YsFigures figures, previous;

  fill (&figures, 2025);
  fill (&previous, 2024);
  g_autoptr (GPtrArray) holding = ys_figures_check (&figures, NULL);
  g_autoptr (GArray) none = ys_failing_cells_find (holding, figures.form);
  g_assert_cmpuint (none->len, ==, 0);

  /* Each bend has its own cell, and the right one. */
  figures.table3[YS_ROW_NEW][YS_CLASS_PERSON] += 5;
  figures.table3[YS_ROW_OUTCOMES + YS_OUTCOME_PETITION][YS_CLASS_RESEARCH] = -1;
  figures.table4[YS_ROUTE_LITIGATION][YS_RESULT_UPHELD] = 3;
  figures.rule.issued = 4;
  figures.penalty = -2;
  g_autoptr (GPtrArray) checks = ys_figures_check (&figures, &previous);
  g_autoptr (GArray) failing = ys_failing_cells_find (checks, figures.form);

  g_assert_true (points_at (failing, "table3-balance", YS_FIGURE_TABLE3, YS_ROW_TOTAL,
                            YS_CLASS_PERSON));
  g_assert_false (points_at (failing, "table3-balance", YS_FIGURE_TABLE3, YS_ROW_TOTAL,
                             YS_CLASS_LEGAL));
  g_assert_true (points_at (failing, "table3-total-columns", YS_FIGURE_TABLE3, YS_ROW_NEW,
                            YS_COLUMN_TOTAL));
  g_assert_true (points_at (failing, "table3-total-rows", YS_FIGURE_TABLE3, YS_ROW_TOTAL,
                            YS_CLASS_RESEARCH));
  g_assert_true (points_at (failing, "table3-signs", YS_FIGURE_TABLE3,
                            YS_ROW_OUTCOMES + YS_OUTCOME_PETITION, YS_CLASS_RESEARCH));
  g_assert_true (points_at (failing, "table4-totals", YS_FIGURE_TABLE4, YS_ROUTE_LITIGATION,
                            YS_RESULT_TOTAL));
  g_assert_true (points_at (failing, "table2-signs", YS_FIGURE_PENALTY, 0, 0));
  g_assert_true (points_at (failing, "table2-in-force", YS_FIGURE_RULE, 0, YS_NORMATIVE_IN_FORCE));
  g_assert_true (points_at (failing, "carry-over", YS_FIGURE_TABLE3, YS_ROW_CARRIED_IN,
                            YS_CLASS_LEGAL));
  g_assert_true (points_at (failing, "in-force-continues", YS_FIGURE_RULE, 0,
                            YS_NORMATIVE_IN_FORCE));
  g_assert_false (points_at (failing, "in-force-continues", YS_FIGURE_NORMATIVE, 0,
                             YS_NORMATIVE_IN_FORCE));
}

static void
test_labels (void)
{
  const struct
  {
    YsTable table;
    YsFigureKey key;
    const char *row;
    const char *column;
  } cells[] = {
    { YS_TABLE_3, { YS_FIGURE_TABLE3, YS_ROW_NEW, YS_CLASS_PERSON },
      "一、本年新收政府信息公开申请数量", "自然人" },
    { YS_TABLE_3, { YS_FIGURE_TABLE3, YS_ROW_OUTCOMES + YS_OUTCOME_OTHER, YS_CLASS_OTHER },
      "三、本年度办理结果 （六）其他处理 3.其他", "法人或其他组织 其他" },
    { YS_TABLE_4, { YS_FIGURE_TABLE4, YS_ROUTE_LITIGATION_AFTER, YS_RESULT_UPHELD }, "",
      "行政诉讼 复议后起诉 结果维持" },
    { YS_TABLE_2, { YS_FIGURE_LICENCE, 0, 0 }, "第二十条第（五）项 行政许可", "本年处理决定数量" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (YsFormTable) table = ys_form_table_new (YS_FORM_2021, cells[i].table);
      gboolean found = FALSE;

      for (guint j = 0; j < table->cells->len; j++)
        {
          const YsFormCell *cell = &g_array_index (table->cells, YsFormCell, j);
          g_autofree char *row = NULL;
          g_autofree char *column = NULL;

          if (cell->kind != YS_CELL_FIGURE || !ys_figure_key_equal (&cell->figure, &cells[i].key))
            continue;
          found = TRUE;
          row = ys_form_cell_dup_row_label (table, cell);
          column = ys_form_cell_dup_column_label (table, cell);
          g_assert_cmpstr (row, ==, cells[i].row);
          g_assert_cmpstr (column, ==, cells[i].column);
        }
      g_assert_true (found);
    }
}

static void
test_published (void)
{
  YsFigures figures;
  guint rows = 0;

  g_assert_true (ys_published_knows ("宿迁市人民政府", 2023, YS_FORM_2021));
  g_assert_false (ys_published_knows ("宿迁市人民政府", 2022, YS_FORM_2021));
  g_assert_false (ys_published_knows ("宿迁市人民政府", 2023, YS_FORM_2019));
  g_assert_false (ys_published_knows ("云州市人民政府", 2023, YS_FORM_2021));
  g_assert_cmpint (ys_published_get_total (YS_ROW_NEW), ==, 3511);
  g_assert_cmpint (ys_published_get_total (YS_ROW_CARRIED_OUT), ==, 121);

  ys_figures_begin (&figures, 2023, YS_FORM_2021);
  for (int row = 0; row < YS_N_ROWS; row++)
    figures.table3[row][YS_COLUMN_TOTAL] = ys_published_get_total (row);
  g_assert_cmpuint (ys_published_count_different (&figures, &rows), ==, 0);
  g_assert_cmpuint (rows, ==, YS_N_ROWS);
  figures.table3[YS_ROW_TOTAL][YS_COLUMN_TOTAL]++;
  g_assert_cmpuint (ys_published_count_different (&figures, &rows), ==, 1);
}

static void
test_difference (void)
{
  const struct
  {
    gint64 difference;
    const char *text;
  } rows[] = { { 0, "same" }, { 258, "+258" }, { -4, "−4" },
               { G_MININT64, "−9223372036854775808" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = ys_format_difference (rows[i].difference);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_name (void)
{
  g_autofree char *plain = ys_annual_export_make_name ("云州市人民政府", 2026, FALSE, "xlsx");
  g_autofree char *draft = ys_annual_export_make_name ("a/b", 2026, TRUE, "csv");

  g_assert_cmpstr (plain, ==, "云州市人民政府2026年年报数据表.xlsx");
  g_assert_cmpstr (draft, ==, "a-b2026年年报数据表（草稿）.csv");
}

static void
test_list (void)
{
  GPtrArray *cases = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_figure_case_free);

  for (int i = 0; i < 3; i++)
    {
      YsFigureCase *one = g_new0 (YsFigureCase, 1);

      one->id = g_strdup_printf ("2026-000%d", i);
      g_ptr_array_add (cases, one);
    }
  YsFigureList *list = ys_figure_list_new (cases);
  g_autoptr (YsFigureItem) item = g_list_model_get_item (G_LIST_MODEL (list), 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 3));
  g_object_unref (list);
  /* An item outlives the list: a row may still be shown. */
  g_assert_cmpstr (ys_figure_item_get_case (item)->id, ==, "2026-0002");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/annual/pick-year", test_pick_year);
  g_test_add_func ("/annual/failing", test_failing);
  g_test_add_func ("/annual/labels", test_labels);
  g_test_add_func ("/annual/published", test_published);
  g_test_add_func ("/annual/difference", test_difference);
  g_test_add_func ("/annual/name", test_name);
  g_test_add_func ("/annual/list", test_list);
  return g_test_run ();
}
