/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The report as one HTML page that needs nothing else: readable by a screen reader (every figure
 * names its headers), printable on A4. */
#include "report/annual-report-private.h"
#include "report/form.h"
#include "report/html-pieces.h"

static const char style[]
  = "\nbody{font-family:\"Noto Serif CJK SC\",SimSun,宋体,serif;color:#000;background:#fff;"
    "margin:1.5em auto;max-width:75em;padding:0 1em;line-height:1.5}\n"
    "h1{font-size:1.4em;text-align:center}\n"
    ".draft{border:.15em solid #a00000;color:#a00000;font-size:1.4em;font-weight:bold;"
    "letter-spacing:1em;padding:.2em 0 .2em 1em;text-align:center}\n"
    ".scroll{overflow-x:auto}\n"
    "table{border-collapse:collapse;width:100%;margin:1.5em 0}\n"
    "caption{font-size:1.15em;font-weight:bold;padding:.5em 0;text-align:left}\n"
    "th,td{border:1px solid #333;padding:.3em .45em;font-weight:normal;text-align:center}\n"
    "th.label{text-align:left}\n"
    "thead th,th.section,th.head{background:#f0f0f0}\n"
    "td{font-variant-numeric:tabular-nums}\n"
    "@page{size:A4 landscape;margin:12mm}\n"
    "@media print{body{margin:0;max-width:none;padding:0;font-size:8.5pt;line-height:1.25}"
    ".scroll{overflow:visible}section{break-after:page}section:last-of-type{break-after:auto}"
    "table{margin:.5em 0}th,td{padding:.15em .3em}tr{break-inside:avoid}thead{display:"
    "table-header-group}"
    "*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}\n";

/* What a check compares, in the words of the form. */
static const struct
{
  const char *id;
  const char *text;
} check_texts[] = {
  { "table3-balance", "表三各列：第一项加第二项之和，等于第三项加第四项之和" },
  { "table3-total-rows", "表三各列：（七）总计等于（一）至（六）之和" },
  { "table3-total-columns", "表三各行：总计等于自然人与各类法人或其他组织之和" },
  { "table3-signs", "表三各数不小于零" },
  { "table4-totals", "表四各总计等于其前四项之和" },
  { "table4-signs", "表四各数不小于零" },
  { "table2-signs", "表二各数不小于零" },
  { "table2-in-force", "表二现行有效件数不小于零，且不少于本年制发件数减本年废止件数" },
  { "carry-over", "表三上年结转数等于上一年度报告的结转下年度数" },
  { "in-force-continues", "表二现行有效件数等于上年现行有效件数加本年制发件数减本年废止件数" },
};

static char *
cell_id (const YsFormTable *table, const YsFormCell *cell)
{
  return g_strdup_printf ("t%d-r%d-c%d", table->table + 2, cell->row, cell->column);
}

static int
count_section_rows (const YsFormTable *table, int section)
{
  int first = G_MAXINT, last = -1;
  for (guint i = 0; i < table->cells->len; i++)
    {
      const YsFormCell *cell = &g_array_index (table->cells, YsFormCell, i);
      if (cell->section != section)
        continue;
      first = MIN (first, cell->row);
      last = MAX (last, cell->row + cell->rowspan - 1);
    }
  return last - first + 1;
}

/* Whether the cell spans exactly one of the column groups. */
static gboolean
spans_group (const YsFormTable *table, const YsFormCell *cell)
{
  int column = 0;
  for (int i = 0; i < YS_FORM_MAX_COLUMNS && table->groups[i] > 0; i++)
    {
      if (cell->column == column && cell->colspan == table->groups[i])
        return cell->colspan > 1;
      column += table->groups[i];
    }
  return FALSE;
}

static const char *
scope_of (const YsFormTable *table, const YsFormCell *cell)
{
  if (cell->kind == YS_CELL_COLUMN_HEADER)
    return spans_group (table, cell) ? "colgroup" : "col";
  if (cell->kind == YS_CELL_SECTION)
    return "rowgroup";
  return cell->rowspan > 1 && cell->rowspan == count_section_rows (table, cell->section)
           ? "rowgroup"
           : "row";
}

static const char *
class_of (const YsFormTable *table, const YsFormCell *cell)
{
  if (cell->kind == YS_CELL_SECTION)
    return "section";
  if (cell->kind == YS_CELL_COLUMN_HEADER)
    return cell->row < table->header_rows ? NULL : "head";
  return cell->rowspan > 1 ? NULL : "label";
}

/* Tables 2 and 3 have headers in the middle, which scope alone would carry on to the end. */
static void
write_headers_attribute (xmlTextWriter *writer, const YsFormTable *table, const YsFormCell *cell)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < table->cells->len; i++)
    {
      const YsFormCell *header = &g_array_index (table->cells, YsFormCell, i);
      if (!ys_form_cell_is_header_of (table, header, cell))
        continue;
      g_autofree char *id = cell_id (table, header);
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", id);
    }
  ys_html_attribute (writer, "headers", ids->str);
}

static void
write_cell (xmlTextWriter *writer,
            const YsFormTable *table,
            const YsFormCell *cell,
            const YsFigures *figures)
{
  g_autofree char *content = ys_form_cell_dup_text (cell, figures);

  if (cell->kind == YS_CELL_FIGURE || cell->kind == YS_CELL_EMPTY || cell->kind == YS_CELL_NOTE)
    {
      ys_html_start (writer, "td");
      if (cell->kind != YS_CELL_NOTE)
        write_headers_attribute (writer, table, cell);
    }
  else
    {
      g_autofree char *id = cell_id (table, cell);
      const char *klass = class_of (table, cell);
      ys_html_start (writer, "th");
      ys_html_attribute (writer, "id", id);
      ys_html_attribute (writer, "scope", scope_of (table, cell));
      if (klass != NULL)
        ys_html_attribute (writer, "class", klass);
    }
  if (cell->rowspan > 1)
    ys_html_number_attribute (writer, "rowspan", cell->rowspan);
  if (cell->colspan > 1)
    ys_html_number_attribute (writer, "colspan", cell->colspan);
  ys_html_text (writer, content);
  ys_html_end (writer);
}

/* The section that a row belongs to; 0 is the header. */
static int
section_at (const YsFormTable *table, int row)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      const YsFormCell *cell = &g_array_index (table->cells, YsFormCell, i);
      if (cell->row == row)
        return cell->section;
    }
  return 0;
}

static void
write_rows (xmlTextWriter *writer, const YsFormTable *table, const YsFigures *figures)
{
  int section = -1;
  guint next = 0;

  for (int row = 0; row < table->rows; row++)
    {
      if (section_at (table, row) != section)
        {
          if (section >= 0)
            ys_html_end (writer);
          section = section_at (table, row);
          ys_html_start (writer, section == 0 ? "thead" : "tbody");
        }
      ys_html_start (writer, "tr");
      for (; next < table->cells->len; next++)
        {
          const YsFormCell *cell = &g_array_index (table->cells, YsFormCell, next);
          if (cell->row > row)
            break;
          write_cell (writer, table, cell, figures);
        }
      ys_html_end (writer);
      ys_html_text (writer, "\n");
    }
  ys_html_end (writer);
}

/* The columns by groups, as wide as the form has them. */
static void
write_columns (xmlTextWriter *writer, const YsFormTable *table)
{
  int all = 0, column = 0;

  for (int i = 0; i < table->columns; i++)
    all += table->widths[i];
  for (int i = 0; i < YS_FORM_MAX_COLUMNS && table->groups[i] > 0; i++)
    {
      ys_html_start (writer, "colgroup");
      for (int n = 0; n < table->groups[i]; n++, column++)
        {
          g_autofree char *width
            = g_strdup_printf ("width:%d%%", 100 * table->widths[column] / all);
          ys_html_start (writer, "col");
          ys_html_attribute (writer, "style", width);
          ys_html_end_void (writer);
        }
      ys_html_end (writer);
    }
  ys_html_text (writer, "\n");
}

static void
write_table (xmlTextWriter *writer, const YsFormTable *table, const YsFigures *figures)
{
  ys_html_start (writer, "section");
  ys_html_start (writer, "div");
  ys_html_attribute (writer, "class", "scroll");
  ys_html_start (writer, "table");
  ys_html_element (writer, "caption", table->title);
  write_columns (writer, table);
  write_rows (writer, table, figures);
  ys_html_end (writer);
  ys_html_end (writer);
  ys_html_end (writer);
  ys_html_text (writer, "\n");
}

static const char *
find_check_text (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (check_texts); i++)
    if (g_str_equal (check_texts[i].id, id))
      return check_texts[i].text;
  return NULL;
}

static void
write_failed_checks (xmlTextWriter *writer, GPtrArray *checks)
{
  gboolean any = FALSE;

  for (guint i = 0; i < checks->len; i++)
    {
      const YsCheck *check = g_ptr_array_index (checks, i);
      if (check->holds)
        continue;
      if (!any)
        {
          ys_html_start (writer, "aside");
          ys_html_element (writer, "h2", "未通过的核对");
          ys_html_start (writer, "ul");
          any = TRUE;
        }
      const char *meaning = find_check_text (check->id);
      ys_html_start (writer, "li");
      if (meaning != NULL)
        {
          ys_html_text (writer, meaning);
          ys_html_text (writer, check->binding ? "。" : "（仅作提示）。");
        }
      ys_html_element (writer, "code", check->id);
      ys_html_text (writer, "：");
      ys_html_text (writer, check->detail);
      ys_html_end (writer);
    }
  if (any)
    {
      ys_html_end (writer);
      ys_html_end (writer);
    }
}

static void
write_page (xmlTextWriter *writer, const YsAnnualReport *report, const char *title)
{
  ys_html_begin_page (writer, title, style);
  if (report->draft)
    {
      ys_html_start (writer, "p");
      ys_html_attribute (writer, "class", "draft");
      ys_html_text (writer, YS_REPORT_DRAFT);
      ys_html_end (writer);
    }
  ys_html_element (writer, "h1", title);
  ys_html_text (writer, "\n");
  for (int i = 0; i < YS_N_TABLES; i++)
    {
      g_autoptr (YsFormTable) table = ys_form_table_new (report->figures->form, i);
      write_table (writer, table, report->figures);
    }
  write_failed_checks (writer, report->checks);
  ys_html_end_page (writer);
}

GBytes *
ys_report_write_html (const YsAnnualReport *report, const char *title, GError **error)
{
  xmlBuffer *buffer = NULL;
  xmlTextWriter *writer = ys_html_new (&buffer, error);

  if (writer == NULL)
    return NULL;
  write_page (writer, report, title);
  return ys_html_finish (writer, buffer);
}
