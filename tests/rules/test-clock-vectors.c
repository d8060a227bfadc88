/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The histories of fixtures/clock-vectors against their right clocks. */
#include "case-maker.h"

#include <cjson/cJSON.h>

static void
compare_day (const cJSON *vector, const char *name, YsDay day)
{
  const char *want = cJSON_GetStringValue (cJSON_GetObjectItem (vector, name));
  char text[YS_DAY_TEXT];

  ys_day_format (day, text);
  g_assert_cmpstr (text, ==, want != NULL ? want : "");
}

static void
compare_int (const cJSON *vector, const char *name, gboolean has, int value)
{
  const cJSON *want = cJSON_GetObjectItem (vector, name);

  g_assert_nonnull (want);
  g_assert_cmpint (cJSON_IsNull (want), ==, !has);
  if (has)
    g_assert_cmpint (value, ==, want->valueint);
}

static void
test_vector (gconstpointer data)
{
  const cJSON *vector = data;
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autofree char *path = g_build_filename (g_getenv ("FIXTURES_DIR"), "clock-vectors.ndjson", NULL);
  g_autoptr (GHashTable) histories = case_maker_load (path);
  YsHistory *history
    = g_hash_table_lookup (histories, cJSON_GetStringValue (cJSON_GetObjectItem (vector, "case")));
  YsDay on = ys_day_parse (cJSON_GetStringValue (cJSON_GetObjectItem (vector, "on")), -1);

  g_assert_nonnull (history);
  g_autoptr (YsFolded) folded = ys_history_fold (history, on);
  g_autoptr (YsClock) clock = ys_clock_read (folded, calendar, TRUE);
  const cJSON *on_time = cJSON_GetObjectItem (vector, "on_time");

  g_assert_nonnull (clock);
  g_assert_cmpstr (ys_state_get_id (clock->state), ==,
                   cJSON_GetStringValue (cJSON_GetObjectItem (vector, "state")));
  compare_day (vector, "start", clock->start);
  compare_day (vector, "due", clock->due);
  compare_int (vector, "budget", TRUE, clock->budget);
  compare_int (vector, "counted", TRUE, clock->counted);
  compare_int (vector, "suspended", TRUE, clock->suspended);
  compare_int (vector, "remaining", clock->has_remaining, clock->remaining);
  g_assert_cmpint (clock->has_on_time, ==, !cJSON_IsNull (on_time));
  if (clock->has_on_time)
    g_assert_cmpint (clock->on_time, ==, cJSON_IsTrue (on_time));
}

int
main (int argc, char **argv)
{
  g_autofree char *path = g_build_filename (g_getenv ("FIXTURES_DIR"), "clock-vectors.json", NULL);
  g_autofree char *text = NULL;
  cJSON *vectors;
  cJSON *vector;
  int i = 0;
  int result;

  g_test_init (&argc, &argv, NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  vectors = cJSON_Parse (text);
  g_assert_nonnull (vectors);
  cJSON_ArrayForEach (vector, vectors)
    {
      g_autofree char *name
        = g_strdup_printf ("/rules/clock/vectors/%03d-%s-on-%s", i++,
                           cJSON_GetStringValue (cJSON_GetObjectItem (vector, "case")),
                           cJSON_GetStringValue (cJSON_GetObjectItem (vector, "on")));
      g_test_add_data_func (name, vector, test_vector);
    }
  result = g_test_run ();
  cJSON_Delete (vectors);
  return result;
}
