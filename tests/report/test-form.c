/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests the printed form: cells tile the grid, every figure of a form stands in it once, and under
 * the official labels. */
#include "report/form.h"

#include <string.h>

static const YsForm forms[] = { YS_FORM_2019, YS_FORM_2021 };

#define CELL(table, i) (&g_array_index ((table)->cells, YsFormCell, (i)))

static void
test_tiles (void)
{
  for (guint f = 0; f < G_N_ELEMENTS (forms); f++)
    for (int t = 0; t < YS_N_TABLES; t++)
      {
        g_autoptr (YsFormTable) table = ys_form_table_new (forms[f], t);
        int covered[40][YS_FORM_MAX_COLUMNS] = { { 0 } };
        int last = -1, groups = 0;

        g_assert_cmpint (table->rows, <=, 40);
        for (guint i = 0; i < table->cells->len; i++)
          {
            const YsFormCell *cell = CELL (table, i);
            g_assert_cmpint (cell->row * 100 + cell->column, >, last);
            last = cell->row * 100 + cell->column;
            g_assert_cmpint (cell->row + cell->rowspan, <=, table->rows);
            g_assert_cmpint (cell->column + cell->colspan, <=, table->columns);
            for (int row = 0; row < cell->rowspan; row++)
              for (int column = 0; column < cell->colspan; column++)
                covered[cell->row + row][cell->column + column]++;
            g_assert_true ((cell->text == NULL)
                           == (cell->kind == YS_CELL_FIGURE || cell->kind == YS_CELL_EMPTY));
          }
        for (int row = 0; row < table->rows; row++)
          for (int column = 0; column < table->columns; column++)
            g_assert_cmpint (covered[row][column], ==, 1);
        for (int i = 0; i < YS_FORM_MAX_COLUMNS; i++)
          groups += table->groups[i];
        g_assert_cmpint (groups, ==, table->columns);
      }
}

/* How often the figure of @key stands in the form. */
static int
count_figure (YsForm form, YsFigureSource source, int row, int column)
{
  int n = 0;
  for (int t = 0; t < YS_N_TABLES; t++)
    {
      g_autoptr (YsFormTable) table = ys_form_table_new (form, t);
      for (guint i = 0; i < table->cells->len; i++)
        {
          const YsFigureKey *key = &CELL (table, i)->figure;
          n += key->source == source && key->row == row && key->column == column;
        }
    }
  return n;
}

static void
test_every_figure_once (void)
{
  for (guint f = 0; f < G_N_ELEMENTS (forms); f++)
    {
      gboolean newer = forms[f] == YS_FORM_2021;
      for (int row = 0; row < YS_N_ROWS; row++)
        for (int column = 0; column < YS_N_COLUMNS; column++)
          g_assert_cmpint (count_figure (forms[f], YS_FIGURE_TABLE3, row, column), ==,
                           ys_row_is_printed (row, forms[f]));
      for (int route = 0; route < YS_N_ROUTES; route++)
        for (int result = 0; result < YS_N_RESULTS; result++)
          g_assert_cmpint (count_figure (forms[f], YS_FIGURE_TABLE4, route, result), ==, 1);
      for (int source = YS_FIGURE_RULE; source <= YS_FIGURE_NORMATIVE; source++)
        {
          g_assert_cmpint (count_figure (forms[f], source, 0, YS_NORMATIVE_ISSUED), ==, 1);
          g_assert_cmpint (count_figure (forms[f], source, 0, YS_NORMATIVE_REPEALED), ==, newer);
          g_assert_cmpint (count_figure (forms[f], source, 0, YS_NORMATIVE_IN_FORCE), ==, 1);
        }
      for (int source = YS_FIGURE_LICENCE; source <= YS_FIGURE_COERCION; source++)
        g_assert_cmpint (count_figure (forms[f], source, 0, 0), ==, 1);
      g_assert_cmpint (count_figure (forms[f], YS_FIGURE_FEE_WAN, 0, 0), ==, newer);
    }
}

/* All headers of a figure, outermost first, row headers after column headers: "a｜b｜c". */
static char *
describe (YsForm form, YsTable which, YsFigureSource source, int row, int column)
{
  g_autoptr (YsFormTable) table = ys_form_table_new (form, which);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->cells->len; i++)
    {
      const YsFormCell *cell = CELL (table, i);
      if (cell->figure.source != source || cell->figure.row != row
          || cell->figure.column != column)
        continue;
      for (guint j = 0; j < table->cells->len; j++)
        if (ys_form_cell_is_header_of (table, CELL (table, j), cell))
          g_string_append_printf (text, "%s%s", text->len > 0 ? "｜" : "", CELL (table, j)->text);
    }
  return g_string_free (text, FALSE);
}

#define RESULTS "三、本年度办理结果｜"

static const struct
{
  YsForm form;
  YsRow row;
  int column;
  const char *headers;
} table3[] = {
  { YS_FORM_2021, YS_ROW_NEW, 0, "申请人情况｜自然人｜一、本年新收政府信息公开申请数量" },
  { YS_FORM_2021, YS_ROW_CARRIED_IN, 1,
    "申请人情况｜法人或其他组织｜商业企业｜二、上年结转政府信息公开申请数量" },
  { YS_FORM_2021, 2, 2, "申请人情况｜法人或其他组织｜科研机构｜" RESULTS "（一）予以公开" },
  { YS_FORM_2021, 3, 3,
    "申请人情况｜法人或其他组织｜社会公益组织｜" RESULTS
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）" },
  { YS_FORM_2021, 4, 4,
    "申请人情况｜法人或其他组织｜法律服务机构｜" RESULTS "（三）不予公开｜1.属于国家秘密" },
  { YS_FORM_2021, 5, 5,
    "申请人情况｜法人或其他组织｜其他｜" RESULTS "（三）不予公开｜2.其他法律行政法规禁止公开" },
  { YS_FORM_2021, 6, 6, "申请人情况｜总计｜" RESULTS "（三）不予公开｜3.危及“三安全一稳定”" },
  { YS_FORM_2021, 7, 0, "申请人情况｜自然人｜" RESULTS "（三）不予公开｜4.保护第三方合法权益" },
  { YS_FORM_2021, 8, 0, "申请人情况｜自然人｜" RESULTS "（三）不予公开｜5.属于三类内部事务信息" },
  { YS_FORM_2021, 9, 0, "申请人情况｜自然人｜" RESULTS "（三）不予公开｜6.属于四类过程性信息" },
  { YS_FORM_2021, 10, 0, "申请人情况｜自然人｜" RESULTS "（三）不予公开｜7.属于行政执法案卷" },
  { YS_FORM_2021, 11, 0, "申请人情况｜自然人｜" RESULTS "（三）不予公开｜8.属于行政查询事项" },
  { YS_FORM_2021, 12, 0, "申请人情况｜自然人｜" RESULTS "（四）无法提供｜1.本机关不掌握相关政府信息" },
  { YS_FORM_2021, 13, 0, "申请人情况｜自然人｜" RESULTS "（四）无法提供｜2.没有现成信息需要另行制作" },
  { YS_FORM_2021, 14, 0, "申请人情况｜自然人｜" RESULTS "（四）无法提供｜3.补正后申请内容仍不明确" },
  { YS_FORM_2021, 15, 0, "申请人情况｜自然人｜" RESULTS "（五）不予处理｜1.信访举报投诉类申请" },
  { YS_FORM_2021, 16, 0, "申请人情况｜自然人｜" RESULTS "（五）不予处理｜2.重复申请" },
  { YS_FORM_2021, 17, 0, "申请人情况｜自然人｜" RESULTS "（五）不予处理｜3.要求提供公开出版物" },
  { YS_FORM_2021, 18, 0, "申请人情况｜自然人｜" RESULTS "（五）不予处理｜4.无正当理由大量反复申请" },
  { YS_FORM_2021, 19, 0,
    "申请人情况｜自然人｜" RESULTS "（五）不予处理｜5.要求行政机关确认或重新出具已获取信息" },
  { YS_FORM_2021, 20, 0,
    "申请人情况｜自然人｜" RESULTS
    "（六）其他处理｜1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请" },
  { YS_FORM_2021, 21, 0,
    "申请人情况｜自然人｜" RESULTS
    "（六）其他处理｜2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请" },
  { YS_FORM_2021, 22, 0, "申请人情况｜自然人｜" RESULTS "（六）其他处理｜3.其他" },
  { YS_FORM_2021, YS_ROW_TOTAL, 0, "申请人情况｜自然人｜" RESULTS "（七）总计" },
  { YS_FORM_2021, YS_ROW_CARRIED_OUT, 6, "申请人情况｜总计｜四、结转下年度继续办理" },
  { YS_FORM_2019, 21, 0, "" },
  { YS_FORM_2019, 22, 0, "申请人情况｜自然人｜" RESULTS "（六）其他处理" },
  { YS_FORM_2019, 19, 0,
    "申请人情况｜自然人｜" RESULTS "（五）不予处理｜5.要求行政机关确认或重新出具已获取信息" },
};

/* Cells come row by row, so a row header that begins above its row may precede a column header;
 * compare as sets of labels. */
static void
assert_same_labels (const char *got, const char *want)
{
  g_auto (GStrv) left = g_strsplit (got, "｜", -1);
  g_auto (GStrv) right = g_strsplit (want, "｜", -1);
  if (g_strv_length (left) != g_strv_length (right))
    g_error ("%s instead of %s", got, want);
  for (int i = 0; right[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) left, right[i]))
      g_error ("%s lacks %s", got, right[i]);
}

static void
test_labels (void)
{
  static const struct
  {
    YsForm form;
    YsTable table;
    YsFigureKey key;
    const char *headers;
  } others[] = {
    { YS_FORM_2021, YS_TABLE_2, { YS_FIGURE_RULE, 0, YS_NORMATIVE_ISSUED },
      "第二十条第（一）项｜本年制发件数｜规章" },
    { YS_FORM_2021, YS_TABLE_2, { YS_FIGURE_NORMATIVE, 0, YS_NORMATIVE_REPEALED },
      "第二十条第（一）项｜本年废止件数｜行政规范性文件" },
    { YS_FORM_2021, YS_TABLE_2, { YS_FIGURE_NORMATIVE, 0, YS_NORMATIVE_IN_FORCE },
      "第二十条第（一）项｜现行有效件数｜行政规范性文件" },
    { YS_FORM_2021, YS_TABLE_2, { YS_FIGURE_LICENCE, 0, 0 },
      "第二十条第（五）项｜本年处理决定数量｜行政许可" },
    { YS_FORM_2021, YS_TABLE_2, { YS_FIGURE_PENALTY, 0, 0 },
      "第二十条第（六）项｜本年处理决定数量｜行政处罚" },
    { YS_FORM_2021, YS_TABLE_2, { YS_FIGURE_COERCION, 0, 0 },
      "第二十条第（六）项｜本年处理决定数量｜行政强制" },
    { YS_FORM_2021, YS_TABLE_2, { YS_FIGURE_FEE_WAN, 0, 0 },
      "第二十条第（八）项｜本年收费金额（单位：万元）｜行政事业性收费" },
    { YS_FORM_2019, YS_TABLE_2, { YS_FIGURE_NORMATIVE, 0, YS_NORMATIVE_ISSUED },
      "第二十条第（一）项｜本年新制作数量｜规范性文件" },
    { YS_FORM_2019, YS_TABLE_2, { YS_FIGURE_RULE, 0, YS_NORMATIVE_IN_FORCE },
      "第二十条第（一）项｜对外公开总数量｜规章" },
    { YS_FORM_2019, YS_TABLE_2, { YS_FIGURE_LICENCE, 0, 0 },
      "第二十条第（五）项｜处理决定数量｜行政许可" },
    { YS_FORM_2021, YS_TABLE_4, { YS_FIGURE_TABLE4, YS_ROUTE_RECONSIDERATION, YS_RESULT_UPHELD },
      "行政复议｜结果维持" },
    { YS_FORM_2021, YS_TABLE_4, { YS_FIGURE_TABLE4, YS_ROUTE_LITIGATION, YS_RESULT_CORRECTED },
      "行政诉讼｜未经复议直接起诉｜结果纠正" },
    { YS_FORM_2019, YS_TABLE_4, { YS_FIGURE_TABLE4, YS_ROUTE_LITIGATION_AFTER, YS_RESULT_PENDING },
      "行政诉讼｜复议后起诉｜尚未审结" },
    { YS_FORM_2019, YS_TABLE_4, { YS_FIGURE_TABLE4, YS_ROUTE_LITIGATION_AFTER, YS_RESULT_TOTAL },
      "行政诉讼｜复议后起诉｜总计" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table3); i++)
    {
      g_autofree char *got = describe (table3[i].form, YS_TABLE_3, YS_FIGURE_TABLE3, table3[i].row,
                                       table3[i].column);
      assert_same_labels (got, table3[i].headers);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *got = describe (others[i].form, others[i].table, others[i].key.source,
                                       others[i].key.row, others[i].key.column);
      assert_same_labels (got, others[i].headers);
    }
}

static void
test_geometry (void)
{
  static const struct
  {
    YsForm form;
    YsTable table;
    int rows, columns, figures, empty;
  } want[] = {
    { YS_FORM_2021, YS_TABLE_2, 14, 4, 10, 0 },    { YS_FORM_2019, YS_TABLE_2, 18, 4, 7, 15 },
    { YS_FORM_2021, YS_TABLE_3, 28, 10, 175, 0 },  { YS_FORM_2019, YS_TABLE_3, 26, 10, 161, 0 },
    { YS_FORM_2021, YS_TABLE_4, 4, 15, 15, 0 },    { YS_FORM_2019, YS_TABLE_4, 4, 15, 15, 0 },
  };
  for (guint w = 0; w < G_N_ELEMENTS (want); w++)
    {
      g_autoptr (YsFormTable) table = ys_form_table_new (want[w].form, want[w].table);
      int figures = 0, empty = 0;
      for (guint i = 0; i < table->cells->len; i++)
        {
          figures += CELL (table, i)->kind == YS_CELL_FIGURE;
          empty += CELL (table, i)->kind == YS_CELL_EMPTY;
        }
      g_assert_cmpint (table->rows, ==, want[w].rows);
      g_assert_cmpint (table->columns, ==, want[w].columns);
      g_assert_cmpint (figures, ==, want[w].figures);
      g_assert_cmpint (empty, ==, want[w].empty);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    gboolean is_number;
    double number;
  } fees[] = {
    { "", FALSE, 0 },       { "0", TRUE, 0 },     { "59237.2449", TRUE, 59237.2449 },
    { "-3.5", TRUE, -3.5 }, { "1.", FALSE, 0 },   { ".5", FALSE, 0 },
    { "1e3", FALSE, 0 },    { "=1+1", FALSE, 0 }, { "1,000", FALSE, 0 },
    { "-", FALSE, 0 },
  };
  YsFormCell fee = { .kind = YS_CELL_FIGURE, .figure = { YS_FIGURE_FEE_WAN, 0, 0 } };
  YsFormCell blank = { .kind = YS_CELL_FIGURE, .figure = { YS_FIGURE_PENALTY, 0, 0 } };
  YsFigures figures;

  ys_figures_begin (&figures, 2023, YS_FORM_2021);
  for (guint i = 0; i < G_N_ELEMENTS (fees); i++)
    {
      double number = 0;
      g_strlcpy (figures.fee_wan, fees[i].text, sizeof figures.fee_wan);
      g_autofree char *text = ys_form_cell_dup_text (&fee, &figures);
      g_assert_cmpstr (text, ==, fees[i].text);
      g_assert_cmpint (ys_form_cell_get_number (&fee, &figures, &number), ==, fees[i].is_number);
      g_assert_cmpfloat (number, ==, fees[i].number);
    }

  double number;
  figures.penalty = YS_BLANK;
  g_autofree char *text = ys_form_cell_dup_text (&blank, &figures);
  g_assert_cmpstr (text, ==, "");
  g_assert_false (ys_form_cell_get_number (&blank, &figures, &number));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form/tiles", test_tiles);
  g_test_add_func ("/form/every-figure-once", test_every_figure_once);
  g_test_add_func ("/form/labels", test_labels);
  g_test_add_func ("/form/geometry", test_geometry);
  g_test_add_func ("/form/numbers", test_numbers);
  return g_test_run ();
}
