/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The printed tables 二, 三 and 四 of both forms: labels and geometry. What a cell holds when
 * printed is form.c. */
#include "report/form-private.h"
#include "wording/explain.h"

/* --- table 2 -------------------------------------------------------------------------------- */

#define ISSUED(source) { source, 0, YS_NORMATIVE_ISSUED }
#define REPEALED(source) { source, 0, YS_NORMATIVE_REPEALED }
#define IN_FORCE(source) { source, 0, YS_NORMATIVE_IN_FORCE }
#define ONE(source) { source, 0, 0 }
#define NOT_HELD { YS_FIGURE_NONE, 0, 0 }

/* One item of 条例 20: its columns after 信息内容, and a line for each kind of information. With
 * fewer than three columns the last one is widened to the edge. */
typedef struct
{
  const char *title;
  const char *heads[3];
  struct
  {
    const char *label;
    YsFigureKey figures[3];
  } lines[2];
} Item;

static const Item items_2021[] = {
  { "第二十条第（一）项",
    { "本年制发件数", "本年废止件数", "现行有效件数" },
    { { "规章",
        { ISSUED (YS_FIGURE_RULE), REPEALED (YS_FIGURE_RULE), IN_FORCE (YS_FIGURE_RULE) } },
      { "行政规范性文件",
        { ISSUED (YS_FIGURE_NORMATIVE), REPEALED (YS_FIGURE_NORMATIVE),
          IN_FORCE (YS_FIGURE_NORMATIVE) } } } },
  { "第二十条第（五）项", { "本年处理决定数量" }, { { "行政许可", { ONE (YS_FIGURE_LICENCE) } } } },
  { "第二十条第（六）项",
    { "本年处理决定数量" },
    { { "行政处罚", { ONE (YS_FIGURE_PENALTY) } }, { "行政强制", { ONE (YS_FIGURE_COERCION) } } } },
  { "第二十条第（八）项",
    { "本年收费金额（单位：万元）" },
    { { "行政事业性收费", { ONE (YS_FIGURE_FEE_WAN) } } } },
};

/* The older form asks for numbers of items, of what was newly opened and of purchases, which the
 * docket does not hold: those cells are printed empty, for the office to fill in. It has no place
 * for repeals and none for the amount of charges. */
static const Item items_2019[] = {
  { "第二十条第（一）项",
    { "本年新制作数量", "本年新公开数量", "对外公开总数量" },
    { { "规章", { ISSUED (YS_FIGURE_RULE), NOT_HELD, IN_FORCE (YS_FIGURE_RULE) } },
      { "规范性文件",
        { ISSUED (YS_FIGURE_NORMATIVE), NOT_HELD, IN_FORCE (YS_FIGURE_NORMATIVE) } } } },
  { "第二十条第（五）项",
    { "上一年项目数量", "本年增/减", "处理决定数量" },
    { { "行政许可", { NOT_HELD, NOT_HELD, ONE (YS_FIGURE_LICENCE) } },
      { "其他对外管理服务事项", { NOT_HELD, NOT_HELD, NOT_HELD } } } },
  { "第二十条第（六）项",
    { "上一年项目数量", "本年增/减", "处理决定数量" },
    { { "行政处罚", { NOT_HELD, NOT_HELD, ONE (YS_FIGURE_PENALTY) } },
      { "行政强制", { NOT_HELD, NOT_HELD, ONE (YS_FIGURE_COERCION) } } } },
  { "第二十条第（八）项",
    { "上一年项目数量", "本年增/减" },
    { { "行政事业性收费", { NOT_HELD, NOT_HELD } } } },
  { "第二十条第（九）项",
    { "采购项目数量", "采购总金额" },
    { { "政府集中采购", { NOT_HELD, NOT_HELD } } } },
};

#define TABLE2_COLUMNS 4

static void
add_item (YsFormTable *self, const Item *item, int section)
{
  int n_heads = 0;
  int row = self->rows;

  while (n_heads < (int) G_N_ELEMENTS (item->heads) && item->heads[n_heads] != NULL)
    n_heads++;

  ys_form_table_add_label (self, YS_CELL_SECTION, section, (YsSpan){ row, 0, 1, TABLE2_COLUMNS },
                           item->title);
  row++;
  ys_form_table_add_label (self, YS_CELL_COLUMN_HEADER, section, (YsSpan){ row, 0, 1, 1 },
                           "信息内容");
  for (int i = 0; i < n_heads; i++)
    ys_form_table_add_label (
      self, YS_CELL_COLUMN_HEADER, section,
      (YsSpan){ row, 1 + i, 1, i == n_heads - 1 ? TABLE2_COLUMNS - 1 - i : 1 }, item->heads[i]);
  row++;
  for (guint line = 0; line < G_N_ELEMENTS (item->lines) && item->lines[line].label != NULL; line++)
    {
      ys_form_table_add_label (self, YS_CELL_ROW_HEADER, section, (YsSpan){ row, 0, 1, 1 },
                               item->lines[line].label);
      for (int i = 0; i < n_heads; i++)
        ys_form_table_add_figure (
          self, section, (YsSpan){ row, 1 + i, 1, i == n_heads - 1 ? TABLE2_COLUMNS - 1 - i : 1 },
          item->lines[line].figures[i]);
      row++;
    }
  self->rows = row;
}

void
ys_form_layout_table2 (YsFormTable *self)
{
  const Item *items = self->form == YS_FORM_2019 ? items_2019 : items_2021;
  int n_items
    = self->form == YS_FORM_2019 ? G_N_ELEMENTS (items_2019) : G_N_ELEMENTS (items_2021);

  self->title = "二、主动公开政府信息情况";
  self->name = "表二";
  self->columns = TABLE2_COLUMNS;
  self->groups[0] = 1;
  self->groups[1] = 3;
  for (int i = 0; i < TABLE2_COLUMNS; i++)
    self->widths[i] = i == 0 ? 30 : 24;
  for (int i = 0; i < n_items; i++)
    add_item (self, &items[i], i + 1);
}

/* --- table 3 -------------------------------------------------------------------------------- */

enum
{
  HEADER_ROWS = 3,
  LABEL_COLUMNS = 3,
};

/* Sections of table 3 below its header. */
enum
{
  SECTION_INFLOW = 1,
  SECTION_RESULTS,
  SECTION_CARRIED_OUT,
};

/* The group and the number before each outcome's own name, which wording knows. */
static const struct
{
  const char *group; /* NULL: the label stands alone, as wide as group and item together */
  const char *number;
} outcome_places[YS_N_OUTCOMES] = {
  [YS_OUTCOME_GRANTED] = { NULL, "（一）" },
  [YS_OUTCOME_PARTIAL] = { NULL, "（二）" },
  [YS_OUTCOME_STATE_SECRET] = { "（三）不予公开", "1." },
  [YS_OUTCOME_LAW_FORBIDS] = { "（三）不予公开", "2." },
  [YS_OUTCOME_SECURITY_STABILITY] = { "（三）不予公开", "3." },
  [YS_OUTCOME_THIRD_PARTY] = { "（三）不予公开", "4." },
  [YS_OUTCOME_INTERNAL_AFFAIRS] = { "（三）不予公开", "5." },
  [YS_OUTCOME_PROCESS_INFORMATION] = { "（三）不予公开", "6." },
  [YS_OUTCOME_ENFORCEMENT_FILE] = { "（三）不予公开", "7." },
  [YS_OUTCOME_ADMINISTRATIVE_QUERY] = { "（三）不予公开", "8." },
  [YS_OUTCOME_NOT_HELD] = { "（四）无法提供", "1." },
  [YS_OUTCOME_MUST_BE_CREATED] = { "（四）无法提供", "2." },
  [YS_OUTCOME_STILL_UNCLEAR] = { "（四）无法提供", "3." },
  [YS_OUTCOME_PETITION] = { "（五）不予处理", "1." },
  [YS_OUTCOME_REPEATED] = { "（五）不予处理", "2." },
  [YS_OUTCOME_PUBLICATION] = { "（五）不予处理", "3." },
  [YS_OUTCOME_EXCESSIVE] = { "（五）不予处理", "4." },
  [YS_OUTCOME_CONFIRM_OR_REISSUE] = { "（五）不予处理", "5." },
  [YS_OUTCOME_CORRECTION_LAPSED] = { "（六）其他处理", "1." },
  [YS_OUTCOME_FEE_LAPSED] = { "（六）其他处理", "2." },
  [YS_OUTCOME_OTHER] = { "（六）其他处理", "3." },
};

/* The older form has one row for the whole of （六）. */
static gboolean
stands_for_group (YsForm form, int outcome)
{
  return form == YS_FORM_2019 && outcome == YS_OUTCOME_OTHER;
}

static const char *
get_group (YsForm form, int outcome)
{
  return stands_for_group (form, outcome) ? NULL : outcome_places[outcome].group;
}

static const char *
make_label (YsFormTable *self, int outcome)
{
  if (stands_for_group (self->form, outcome))
    return outcome_places[outcome].group;
  g_autofree char *label
    = g_strconcat (outcome_places[outcome].number, ys_name_outcome (outcome), NULL);
  return g_string_chunk_insert_const (self->labels, label);
}

/* How many printed rows from @outcome on belong to its group. Groups do not return. */
static int
count_group (YsForm form, int outcome)
{
  int n = 0;

  for (int i = outcome; i < YS_N_OUTCOMES; i++)
    if (g_strcmp0 (get_group (form, i), get_group (form, outcome)) == 0)
      n += ys_row_is_printed (YS_ROW_OUTCOMES + i, form);
  return n;
}

static void
add_table3_header (YsFormTable *self)
{
  static const char *const organisations[]
    = { "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他" };
  int n = G_N_ELEMENTS (organisations);
  int c = LABEL_COLUMNS;
  const struct
  {
    YsSpan span;
    const char *text;
  } heads[] = {
    { { 0, c, 1, YS_N_COLUMNS }, "申请人情况" },
    { { 1, c, 2, 1 }, "自然人" },
    { { 1, c + 1, 1, n }, "法人或其他组织" },
    { { 1, c + 1 + n, 2, 1 }, "总计" },
  };

  ys_form_table_add_label (
    self, YS_CELL_NOTE, 0, (YsSpan){ 0, 0, HEADER_ROWS, LABEL_COLUMNS },
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）");
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    ys_form_table_add_label (self, YS_CELL_COLUMN_HEADER, 0, heads[i].span, heads[i].text);
  for (int i = 0; i < n; i++)
    ys_form_table_add_label (self, YS_CELL_COLUMN_HEADER, 0, (YsSpan){ 2, c + 1 + i, 1, 1 },
                             organisations[i]);
}

/* The number cells of one row, its last label and the labels' left edge. */
static void
add_table3_row (YsFormTable *self, int section, YsRow row, int label_column, const char *label)
{
  ys_form_table_add_label (self, YS_CELL_ROW_HEADER, section,
                           (YsSpan){ self->rows, label_column, 1, LABEL_COLUMNS - label_column },
                           label);
  for (int column = 0; column < YS_N_COLUMNS; column++)
    ys_form_table_add_figure (self, section, (YsSpan){ self->rows, LABEL_COLUMNS + column, 1, 1 },
                              (YsFigureKey){ YS_FIGURE_TABLE3, row, column });
  self->rows++;
}

void
ys_form_layout_table3 (YsFormTable *self)
{
  static const int widths[] = { 12, 18, 52 };
  const char *last_group = NULL;
  int results;

  self->title = "三、收到和处理政府信息公开申请情况";
  self->name = "表三";
  self->columns = LABEL_COLUMNS + YS_N_COLUMNS;
  self->header_rows = HEADER_ROWS;
  for (int i = 0; i < self->columns; i++)
    self->widths[i] = i < LABEL_COLUMNS ? widths[i] : 13;
  self->groups[0] = LABEL_COLUMNS;
  self->groups[1] = 1;
  self->groups[2] = YS_N_CLASSES - 1;
  self->groups[3] = 1;

  add_table3_header (self);
  self->rows = HEADER_ROWS;
  add_table3_row (self, SECTION_INFLOW, YS_ROW_NEW, 0, "一、本年新收政府信息公开申请数量");
  add_table3_row (self, SECTION_INFLOW, YS_ROW_CARRIED_IN, 0, "二、上年结转政府信息公开申请数量");

  results = self->rows;
  for (int outcome = 0; outcome < YS_N_OUTCOMES; outcome++)
    {
      const char *group = get_group (self->form, outcome);
      if (!ys_row_is_printed (YS_ROW_OUTCOMES + outcome, self->form))
        continue;
      if (group != NULL && g_strcmp0 (group, last_group) != 0)
        ys_form_table_add_label (
          self, YS_CELL_ROW_HEADER, SECTION_RESULTS,
          (YsSpan){ self->rows, 1, count_group (self->form, outcome), 1 }, group);
      last_group = group;
      add_table3_row (self, SECTION_RESULTS, YS_ROW_OUTCOMES + outcome, group != NULL ? 2 : 1,
                      make_label (self, outcome));
    }
  add_table3_row (self, SECTION_RESULTS, YS_ROW_TOTAL, 1, "（七）总计");
  ys_form_table_add_label (self, YS_CELL_ROW_HEADER, SECTION_RESULTS,
                           (YsSpan){ results, 0, self->rows - results, 1 }, "三、本年度办理结果");
  add_table3_row (self, SECTION_CARRIED_OUT, YS_ROW_CARRIED_OUT, 0, "四、结转下年度继续办理");
}

/* --- table 4 -------------------------------------------------------------------------------- */

void
ys_form_layout_table4 (YsFormTable *self)
{
  static const char *const results[YS_N_RESULTS]
    = { "结果维持", "结果纠正", "其他结果", "尚未审结", "总计" };
  int n = YS_N_RESULTS;
  const struct
  {
    YsSpan span;
    const char *text;
  } heads[] = {
    { { 0, 0, 1, n }, "行政复议" },
    { { 0, n, 1, 2 * n }, "行政诉讼" },
    { { 1, n, 1, n }, "未经复议直接起诉" },
    { { 1, 2 * n, 1, n }, "复议后起诉" },
  };

  self->title = "四、政府信息公开行政复议、行政诉讼情况";
  self->name = "表四";
  self->columns = YS_N_ROUTES * n;
  self->header_rows = HEADER_ROWS;
  self->rows = HEADER_ROWS + 1;
  for (int i = 0; i < self->columns; i++)
    self->widths[i] = 9;
  for (int route = 0; route < YS_N_ROUTES; route++)
    self->groups[route] = n;

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    ys_form_table_add_label (self, YS_CELL_COLUMN_HEADER, 0, heads[i].span, heads[i].text);
  for (int route = 0; route < YS_N_ROUTES; route++)
    for (int result = 0; result < n; result++)
      {
        /* Lawsuits have one more heading above: reconsideration's results reach up to it. */
        int top = route == YS_ROUTE_RECONSIDERATION ? 1 : 2;
        ys_form_table_add_label (self, YS_CELL_COLUMN_HEADER, 0,
                                 (YsSpan){ top, route * n + result, HEADER_ROWS - top, 1 },
                                 results[result]);
        ys_form_table_add_figure (self, 1, (YsSpan){ HEADER_ROWS, route * n + result, 1, 1 },
                                  (YsFigureKey){ YS_FIGURE_TABLE4, route, result });
      }
}
