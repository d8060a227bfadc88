/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests the JSON report: parsed back, its keys, their order and every cell; and the door to all
 * writers. */
#include "../fixtures/figures-fixture.h"
#include "sample-report.h"

#include <string.h>

/* Keys of an object, joined by spaces. */
static char *
keys_of (const cJSON *object)
{
  GString *keys = g_string_new (NULL);
  const cJSON *child;
  cJSON_ArrayForEach (child, object)
    g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", child->string);
  return g_string_free (keys, FALSE);
}

static void
assert_keys (const cJSON *object, const char *want)
{
  g_autofree char *keys = keys_of (object);
  g_assert_cmpstr (keys, ==, want);
}

static cJSON *
write_and_parse (const YsFigures *figures, const char *agency, gboolean draft)
{
  g_autofree char *text = sample_write_text (figures, NULL, agency, draft, YS_REPORT_JSON);
  g_assert_true (g_str_has_suffix (text, "}\n"));
  cJSON *root = cJSON_Parse (text);
  g_assert_nonnull (root);
  return root;
}

static void
assert_cells (const cJSON *root, const YsFigures *figures)
{
  const cJSON *table3 = cJSON_GetObjectItemCaseSensitive (root, "table3");
  const cJSON *table4 = cJSON_GetObjectItemCaseSensitive (root, "table4");
  const cJSON *row_object = table3->child, *route_object = table4->child;

  for (int row = 0; row < YS_N_ROWS; row++)
    {
      if (!ys_row_is_printed (row, figures->form))
        continue;
      g_assert_cmpstr (row_object->string, ==, ys_row_get_id (row, figures->form));
      assert_keys (row_object, "person enterprise research welfare legal other total");
      for (int column = 0; column < YS_N_COLUMNS; column++)
        g_assert_cmpint (fixture_number (row_object, ys_column_get_id (column), NULL), ==,
                         figures->table3[row][column]);
      row_object = row_object->next;
    }
  g_assert_null (row_object);
  assert_keys (table4, "reconsideration litigation litigation-after-reconsideration");
  for (int route = 0; route < YS_N_ROUTES; route++)
    {
      assert_keys (route_object, "upheld corrected other pending total");
      for (int result = 0; result < YS_N_RESULTS; result++)
        g_assert_cmpint (fixture_number (route_object, ys_result_get_id (result), NULL), ==,
                         figures->table4[route][result]);
      route_object = route_object->next;
    }
}

static void
test_round (void)
{
  static const YsForm forms[] = { YS_FORM_2019, YS_FORM_2021 };
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      YsFigures figures;
      sample_fill_figures (&figures, 2020 + (int) i, forms[i]);
      cJSON *root = write_and_parse (&figures, "{\"code\":\"1\",\"name\":\"甲\"}", FALSE);
      const cJSON *table2 = cJSON_GetObjectItemCaseSensitive (root, "table2");

      assert_keys (root, "year form agency table2 table3 table4 fees checks");
      g_assert_cmpint (fixture_number (root, "year", NULL), ==, 2020 + i);
      g_assert_cmpstr (cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (root, "form")), ==,
                       i == 0 ? "2019" : "2021");
      assert_keys (cJSON_GetObjectItemCaseSensitive (root, "agency"), "code name");
      assert_keys (table2, "rule normative licence penalty coercion fee_wan");
      g_assert_cmpint (fixture_number (table2, "rule", "issued"), ==, 101);
      g_assert_cmpint (fixture_number (table2, "rule", "repealed"), ==, 102);
      g_assert_cmpint (fixture_number (table2, "rule", "in_force"), ==, 103);
      g_assert_cmpint (fixture_number (table2, "normative", "in_force"), ==, 203);
      g_assert_cmpint (fixture_number (table2, "licence", NULL), ==, 301);
      g_assert_cmpint (fixture_number (table2, "penalty", NULL), ==, 302);
      g_assert_cmpint (fixture_number (table2, "coercion", NULL), ==, 303);
      g_assert_cmpstr (cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (table2, "fee_wan")),
                       ==, "404.25");
      assert_keys (cJSON_GetObjectItemCaseSensitive (root, "fees"), "cases amount_fen");
      g_assert_cmpint (fixture_number (root, "fees", "cases"), ==, 501);
      g_assert_cmpint (fixture_number (root, "fees", "amount_fen"), ==, 502);
      assert_cells (root, &figures);
      g_autofree char *rows = keys_of (cJSON_GetObjectItemCaseSensitive (root, "table3"));
      g_assert_true ((strstr (rows, "other.") == NULL) == (forms[i] == YS_FORM_2019));
      cJSON_Delete (root);
    }
}

static void
test_published (void)
{
  YsFigures figures;
  fixture_read_figures (&figures);
  cJSON *root = write_and_parse (&figures, "{\"name\":\"宿迁市人民政府\"}", FALSE);
  const cJSON *checks = cJSON_GetObjectItemCaseSensitive (root, "checks");
  const cJSON *check;

  assert_cells (root, &figures);
  g_assert_cmpint (cJSON_GetArraySize (checks), >=, 6);
  cJSON_ArrayForEach (check, checks)
    {
      assert_keys (check, "id holds detail");
      g_assert_true (cJSON_IsTrue (cJSON_GetObjectItemCaseSensitive (check, "holds")));
    }
  cJSON_Delete (root);
}

static void
test_not_recorded (void)
{
  YsFigures figures;

  sample_fill_figures (&figures, 2023, YS_FORM_2021);
  figures.fee_wan[0] = '\0';
  figures.licence = YS_BLANK;
  /* A double would end in 2. */
  figures.penalty = G_GINT64_CONSTANT (9007199254740993);
  g_autofree char *text
    = sample_write_text (&figures, NULL, "{\"name\":\"甲\"}", TRUE, YS_REPORT_JSON);
  g_assert_nonnull (strstr (text, "\"fee_wan\":null"));
  g_assert_nonnull (strstr (text, "\"licence\":null"));
  g_assert_nonnull (strstr (text, "\"penalty\":9007199254740993,"));
  g_assert_nonnull (strstr (text, "\"holds\":false"));
  g_assert_true (g_str_has_suffix (text, "],\"draft\":true}\n"));
}

static void
test_refused (void)
{
  static const char *const agencies[]
    = { "", "{}", "{\"name\":7}", "[]", "{\"name\":\"甲\"} tail", "{\"name\":\"甲\"" };
  YsFigures figures;
  g_autoptr (GPtrArray) checks = g_ptr_array_new ();

  sample_fill_figures (&figures, 2023, YS_FORM_2021);
  for (guint i = 0; i < G_N_ELEMENTS (agencies); i++)
    for (int format = YS_REPORT_JSON; format <= YS_REPORT_XLSX; format++)
      {
        g_autoptr (GError) error = NULL;
        YsAnnualReport report = { &figures, checks, agencies[i], "2024-01-31", FALSE };
        g_assert_null (ys_annual_report_write (&report, format, &error));
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      }
}

static void
test_endings (void)
{
  static const struct
  {
    const char *path;
    int format; /* -1: not written */
  } paths[] = {
    { "a.json", YS_REPORT_JSON }, { "/x.y/年报.CSV", YS_REPORT_CSV }, { "b.html", YS_REPORT_HTML },
    { "c.tar.XLSX", YS_REPORT_XLSX }, { "json", -1 }, { "d.xls", -1 }, { "x.csv/readme", -1 },
    { "", -1 }, { "e.pdf", -1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      YsReportFormat format = YS_REPORT_JSON;
      g_assert_cmpint (ys_report_format_from_path (paths[i].path, &format), ==,
                       paths[i].format >= 0);
      if (paths[i].format >= 0)
        g_assert_cmpint (format, ==, paths[i].format);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/round", test_round);
  g_test_add_func ("/json/published", test_published);
  g_test_add_func ("/json/not-recorded", test_not_recorded);
  g_test_add_func ("/json/refused", test_refused);
  g_test_add_func ("/json/endings", test_endings);
  return g_test_run ();
}
