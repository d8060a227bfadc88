/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The report as JSON, in the shape and order of `yishenctl report --json`. */
#include "report/annual-report-private.h"
#include "wording/i18n.h"

#include <cjson/cJSON.h>

/* As digits: cJSON holds numbers as doubles and would write large ones with an exponent. */
static void
add_count (cJSON *object, const char *key, gint64 count)
{
  char digits[32];

  if (count == YS_BLANK)
    {
      cJSON_AddNullToObject (object, key);
      return;
    }
  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, count);
  cJSON_AddRawToObject (object, key, digits);
}

static void
add_normative (cJSON *table, const char *key, const YsNormativeFigures *figures)
{
  cJSON *object = cJSON_AddObjectToObject (table, key);
  add_count (object, "issued", figures->issued);
  add_count (object, "repealed", figures->repealed);
  add_count (object, "in_force", figures->in_force);
}

static void
add_table2 (cJSON *root, const YsFigures *figures)
{
  cJSON *table = cJSON_AddObjectToObject (root, "table2");
  add_normative (table, "rule", &figures->rule);
  add_normative (table, "normative", &figures->normative);
  add_count (table, "licence", figures->licence);
  add_count (table, "penalty", figures->penalty);
  add_count (table, "coercion", figures->coercion);
  if (figures->fee_wan[0] != '\0')
    cJSON_AddStringToObject (table, "fee_wan", figures->fee_wan);
  else
    cJSON_AddNullToObject (table, "fee_wan");
}

static void
add_table3 (cJSON *root, const YsFigures *figures)
{
  cJSON *table = cJSON_AddObjectToObject (root, "table3");
  for (int row = 0; row < YS_N_ROWS; row++)
    {
      if (!ys_row_is_printed (row, figures->form))
        continue;
      cJSON *cells = cJSON_AddObjectToObject (table, ys_row_get_id (row, figures->form));
      for (int column = 0; column < YS_N_COLUMNS; column++)
        add_count (cells, ys_column_get_id (column), figures->table3[row][column]);
    }
}

static void
add_table4 (cJSON *root, const YsFigures *figures)
{
  cJSON *table = cJSON_AddObjectToObject (root, "table4");
  for (int route = 0; route < YS_N_ROUTES; route++)
    {
      cJSON *cells = cJSON_AddObjectToObject (table, ys_route_get_id (route));
      for (int result = 0; result < YS_N_RESULTS; result++)
        add_count (cells, ys_result_get_id (result), figures->table4[route][result]);
    }
}

static void
add_checks (cJSON *root, GPtrArray *checks)
{
  cJSON *list = cJSON_AddArrayToObject (root, "checks");
  for (guint i = 0; i < checks->len; i++)
    {
      const YsCheck *check = g_ptr_array_index (checks, i);
      cJSON *object = cJSON_CreateObject ();
      cJSON_AddStringToObject (object, "id", check->id);
      cJSON_AddBoolToObject (object, "holds", check->holds);
      cJSON_AddStringToObject (object, "detail", check->detail);
      cJSON_AddItemToArray (list, object);
    }
}

GBytes *
ys_report_write_json (const YsAnnualReport *report, GError **error)
{
  const YsFigures *figures = report->figures;
  cJSON *root = cJSON_CreateObject ();

  cJSON_AddNumberToObject (root, "year", figures->year);
  cJSON_AddStringToObject (root, "form", ys_form_get_id (figures->form));
  cJSON_AddRawToObject (root, "agency", report->agency);
  add_table2 (root, figures);
  add_table3 (root, figures);
  add_table4 (root, figures);
  cJSON *fees = cJSON_AddObjectToObject (root, "fees");
  add_count (fees, "cases", figures->fee_cases);
  add_count (fees, "amount_fen", figures->fee_fen);
  add_checks (root, report->checks);
  if (report->draft)
    cJSON_AddTrueToObject (root, "draft");

  char *text = cJSON_PrintUnformatted (root);
  cJSON_Delete (root);
  if (text == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _ ("The report could not be written as JSON: there is not enough memory. Close "
                      "other programs and try again."));
      return NULL;
    }
  GString *line = g_string_new (text);
  cJSON_free (text);
  g_string_append_c (line, '\n');
  return g_string_free_to_bytes (line);
}
