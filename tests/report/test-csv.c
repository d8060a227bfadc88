/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests the CSV report: parsed back field by field, byte order mark, line ends, and text that a
 * spreadsheet would take for a formula. */
#include "report/form.h"
#include "sample-report.h"

#include <string.h>

#define BOM "\xEF\xBB\xBF"

/* RFC 4180, strictly: anything else ends the test. */
static GPtrArray *
parse_csv (const char *text)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *record = g_ptr_array_new_with_free_func (g_free);

  while (*text != '\0')
    {
      GString *field = g_string_new (NULL);
      if (*text == '"')
        for (text++;; text++)
          {
            g_assert_cmpint (*text, !=, '\0');
            if (*text == '"' && *++text != '"')
              break;
            g_string_append_c (field, *text);
          }
      else
        while (strchr (",\r\n", *text) == NULL)
          {
            g_assert_cmpint (*text, !=, '"');
            g_string_append_c (field, *text++);
          }
      g_ptr_array_add (record, g_string_free (field, FALSE));
      if (*text == ',')
        {
          text++;
          continue;
        }
      g_assert_true (g_str_has_prefix (text, "\r\n"));
      text += 2;
      g_ptr_array_add (records, record);
      record = g_ptr_array_new_with_free_func (g_free);
    }
  g_assert_cmpuint (record->len, ==, 0);
  g_ptr_array_unref (record);
  return records;
}

static const char *
field_at (GPtrArray *records, guint row, guint column)
{
  g_assert_cmpuint (row, <, records->len);
  GPtrArray *record = g_ptr_array_index (records, row);
  g_assert_cmpuint (column, <, record->len);
  return g_ptr_array_index (record, column);
}

static void
test_round (void)
{
  static const YsForm forms[] = { YS_FORM_2019, YS_FORM_2021 };
  for (guint f = 0; f < G_N_ELEMENTS (forms); f++)
    {
      YsFigures figures;
      sample_fill_figures (&figures, 2023, forms[f]);
      g_autofree char *text
        = sample_write_text (&figures, NULL, "{\"name\":\"甲县,乙\\\"局\\\"\"}", FALSE,
                             YS_REPORT_CSV);
      g_assert_true (g_str_has_prefix (text, BOM));
      g_autoptr (GPtrArray) records = parse_csv (text + strlen (BOM));
      guint line = 1;

      g_assert_cmpstr (field_at (records, 0, 0), ==,
                       "甲县,乙\"局\"政府信息公开工作年度报告（2023年）数据表");
      for (int t = 0; t < YS_N_TABLES; t++)
        {
          g_autoptr (YsFormTable) table = ys_form_table_new (forms[f], t);
          guint filled = 0, expected = 0;
          g_assert_cmpstr (field_at (records, line, 0), ==, "");
          g_assert_cmpstr (field_at (records, line + 1, 0), ==, table->title);
          line += 2;
          for (guint i = 0; i < table->cells->len; i++)
            {
              const YsFormCell *cell = &g_array_index (table->cells, YsFormCell, i);
              g_autofree char *want = ys_form_cell_dup_text (cell, &figures);
              g_assert_cmpstr (field_at (records, line + cell->row, cell->column), ==, want);
              expected += *want != '\0';
            }
          for (int row = 0; row < table->rows; row++)
            for (int column = 0; column < YS_FORM_MAX_COLUMNS; column++)
              filled += *field_at (records, line + row, column) != '\0';
          g_assert_cmpuint (filled, ==, expected);
          line += table->rows;
        }
      g_assert_cmpuint (line, ==, records->len);
      for (guint i = 0; i < records->len; i++)
        g_assert_cmpuint (((GPtrArray *) g_ptr_array_index (records, i))->len, ==,
                          YS_FORM_MAX_COLUMNS);
    }
}

/* Lines as they must stand, written out by hand. */
static void
test_lines (void)
{
  static const struct
  {
    YsForm form;
    const char *line;
  } lines[] = {
    { YS_FORM_2021, "\r\n信息内容,本年制发件数,本年废止件数,现行有效件数," },
    { YS_FORM_2021, "\r\n规章,101,102,103," },
    { YS_FORM_2021, "\r\n行政规范性文件,201,202,203," },
    { YS_FORM_2021, "\r\n行政许可,301,,," },
    { YS_FORM_2021, "\r\n行政处罚,302,,," },
    { YS_FORM_2021, "\r\n行政强制,303,,," },
    { YS_FORM_2021, "\r\n行政事业性收费,404.25,,," },
    { YS_FORM_2021, "\r\n一、本年新收政府信息公开申请数量,,,1000,1001,1002,1003,1004,1005,1006," },
    { YS_FORM_2021, "\r\n,,3.其他,1220,1221,1222,1223,1224,1225,1226," },
    { YS_FORM_2021, "\r\n四、结转下年度继续办理,,,1240,1241," },
    { YS_FORM_2021, "\r\n5000,5001,5002,5003,5004,5010,5011,5012,5013,5014,5020,5021,5022,5023,"
                    "5024\r\n" },
    { YS_FORM_2019, "\r\n规章,101,,103," },
    { YS_FORM_2019, "\r\n规范性文件,201,,203," },
    { YS_FORM_2019, "\r\n行政许可,,,301," },
    { YS_FORM_2019, "\r\n政府集中采购,,,," },
    { YS_FORM_2019, "\r\n,（六）其他处理,,1220,1221," },
  };
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      YsFigures figures;
      sample_fill_figures (&figures, 2023, lines[i].form);
      g_autofree char *text
        = sample_write_text (&figures, NULL, "{\"name\":\"甲\"}", FALSE, YS_REPORT_CSV);
      if (strstr (text, lines[i].line) == NULL)
        g_error ("No line %s", lines[i].line + 2);
    }
}

static void
test_formulas (void)
{
  static const struct
  {
    const char *agency, *first;
  } names[] = {
    { "{\"name\":\"=HYPERLINK(1)\"}", "'=HYPERLINK(1)" }, { "{\"name\":\"+甲\"}", "'+甲" },
    { "{\"name\":\"-甲\"}", "'-甲" },                     { "{\"name\":\"@甲\"}", "'@甲" },
    { "{\"name\":\"\\t=甲\"}", "'=甲" },                  { "{\"name\":\"甲=\"}", "甲=" },
    { "{\"name\":\"甲\\r\\n乙\"}", "甲  乙" },
  };
  YsFigures figures;

  sample_fill_figures (&figures, 2023, YS_FORM_2021);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text
        = sample_write_text (&figures, NULL, names[i].agency, TRUE, YS_REPORT_CSV);
      g_autoptr (GPtrArray) records = parse_csv (text + strlen (BOM));
      g_autofree char *want = g_strconcat (
        names[i].first, "政府信息公开工作年度报告（2023年）数据表（草稿）", NULL);
      g_assert_cmpstr (field_at (records, 0, 0), ==, want);
    }

  /* Numbers are left as they are, also negative ones; what only looks like one is not. */
  figures.penalty = -7;
  g_strlcpy (figures.fee_wan, "-2.5", sizeof figures.fee_wan);
  g_autofree char *numbers
    = sample_write_text (&figures, NULL, "{\"name\":\"甲\"}", TRUE, YS_REPORT_CSV);
  g_assert_nonnull (strstr (numbers, "\r\n行政处罚,-7,"));
  g_assert_nonnull (strstr (numbers, "\r\n行政事业性收费,-2.5,"));
  g_strlcpy (figures.fee_wan, "-2+3", sizeof figures.fee_wan);
  g_autofree char *formula
    = sample_write_text (&figures, NULL, "{\"name\":\"甲\"}", TRUE, YS_REPORT_CSV);
  g_assert_nonnull (strstr (formula, "\r\n行政事业性收费,'-2+3,"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/round", test_round);
  g_test_add_func ("/csv/lines", test_lines);
  g_test_add_func ("/csv/formulas", test_formulas);
  return g_test_run ();
}
