/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Export → import → export is identical in stream, kind, on, body, actor and order": for the files
 * of the tests and of data/sample, for a sample year, and through a docket of the other suite.
 * Needs FIXTURES_DIR, SAMPLE_DIR and SUQIAN_NDJSON. */
#include "place.h"

#include "office/sample.h"

#include <cjson/cJSON.h>
#include <string.h>

#define TODAY "2026-11-24"

/* An exchange file as "stream kind on body actor" a line, read by the rules alone. */
static char *
tell_file (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *out = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (YsFault) fault = YS_FAULT_INIT;
      g_autofree char *stream = NULL;
      g_autoptr (YsEvent) event = NULL;
      g_autofree char *body = NULL;
      char on[YS_DAY_TEXT];

      if (**line == '\0')
        continue;
      event = ys_event_parse_line (*line, strlen (*line), &stream, &fault);
      g_assert_nonnull (event);
      body = ys_event_canonical_body (event);
      g_string_append_printf (out, "%s %s %s %s %s\n", stream, ys_kind_get_name (event->kind),
                              ys_day_format (event->on, on), body,
                              event->actor != NULL ? event->actor : "-");
    }
  return g_string_free (out, FALSE);
}

static void
import_path (Place *place, const char *path, YsImportReport **report)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  assert_done (ys_office_import (place->session, file, NULL, NULL, report, &error), &error);
}

/* Exports to out/out.ndjson of the place; gives the text. */
static char *
export_all (Place *place)
{
  g_autofree char *folder_path = place_path (place, "out");
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (out);
  char *text;

  assert_done (ys_office_export (place->session, out, folder, NULL, NULL, &error), &error);
  text = g_strndup (g_memory_output_stream_get_data (memory),
                    g_memory_output_stream_get_data_size (memory));
  place_write (place, "out/out.ndjson", text, -1);
  return text;
}

/* From @path into a docket, out of it, into one of the other suite, and out again. */
static void
go_round (const char *path, YsSessionSuite suite)
{
  g_autoptr (Place) first = place_new_with (TODAY, YS_STAFF_APPROVAL_RECORDED, suite);
  g_autoptr (Place) second
    = place_new_with (TODAY, YS_STAFF_APPROVAL_RECORDED, YS_SESSION_SUITE_INTL - suite);
  g_autoptr (YsImportReport) once = NULL;
  g_autoptr (YsImportReport) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *out_path = place_path (first, "out/out.ndjson");
  g_autofree char *source = NULL;
  g_autofree char *told = NULL, *told_first = NULL, *told_second = NULL, *told_out = NULL;
  g_autofree char *out_first = NULL, *out_second = NULL;

  g_file_get_contents (path, &source, NULL, &error);
  g_assert_no_error (error);
  import_path (first, path, &once);
  out_first = export_all (first);
  import_path (second, out_path, &again);
  out_second = export_all (second);

  told = tell_file (source);
  told_first = tell_file (out_first);
  told_second = tell_file (out_second);
  told_out = tell_all (second->session);
  g_assert_cmpint (once->lines, >, 100);
  g_assert_true (g_str_equal (told, told_first));
  g_assert_true (g_str_equal (told, told_second));
  g_assert_true (g_str_equal (told, told_out));
  g_assert_cmpint (again->entries, ==, once->entries);
  g_assert_cmpint (again->warnings, ==, once->warnings);
  g_assert_cmpint (again->files, ==, once->files);
  g_assert_cmpuint (count_files (second), ==, count_files (first));
  assert_whole (first->session);
  assert_whole (second->session);

  g_clear_pointer (&again, ys_import_report_free);
  {
    g_autoptr (GFile) file = g_file_new_for_path (out_path);
    gint64 position = get_position (second->session);

    assert_refused (ys_office_import (second->session, file, NULL, NULL, &again, &error), &error);
    g_assert_cmpint (get_position (second->session), ==, position);
  }
}

static void
test_round (gconstpointer data)
{
  const char *const *place = data;
  g_autofree char *path = g_build_filename (g_getenv (place[0]), place[1], NULL);

  go_round (path, YS_SESSION_SUITE_GM);
  go_round (path, YS_SESSION_SUITE_INTL);
}

static void
test_sample_year (void)
{
  static const char *const suites[] = { "sm3", "sha256" };

  for (guint i = 0; i < G_N_ELEMENTS (suites); i++)
    {
      g_autoptr (YsCalendar) calendar = ys_calendar_load_shipped ();
      g_autoptr (GError) error = NULL;
      g_autofree char *root = g_dir_make_tmp ("yishen-year-XXXXXX", &error);
      g_autofree char *path = g_build_filename (root, "year.ndjson", NULL);
      g_autoptr (GFile) folder = g_file_new_for_path (root);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GFileOutputStream) out
        = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);

      g_assert_no_error (error);
      assert_done (ys_sample_write (calendar, 150, 7, day (TODAY), G_OUTPUT_STREAM (out), folder,
                                    suites[i], &error),
                   &error);
      g_output_stream_close (G_OUTPUT_STREAM (out), NULL, &error);
      g_assert_no_error (error);
      go_round (path, YS_SESSION_SUITE_GM);

      /* A place of its own has removed itself; this folder is ours. */
      g_autoptr (Place) broom = g_new0 (Place, 1);
      broom->root = g_steal_pointer (&root);
    }
}

/* What an export carries beside the five, as exchange.md lists it. */
static void
test_beside (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  static const int seqs[] = { 1, 1, 2 };

  place_import (
    place,
    GOT LINE ("agency", "named", "2024-02-09",
              "'name':'某“局”\\n\\t\\\\/'") "{'stream':'case/"
                                            "2024-0001','kind':'noted','on':'2024-02-10','body':"
                                            "{'text':'\\u0001\\u2028𠀀'},'actor':'甲 \\u0022乙'}");
  text = export_all (place);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  for (int i = 0; i < 3; i++)
    {
      cJSON *line = cJSON_ParseWithOpts (lines[i], NULL, TRUE);
      const char *recorded = cJSON_GetStringValue (cJSON_GetObjectItem (line, "recorded_at"));

      g_assert_nonnull (line);
      g_assert_cmpint ((int) cJSON_GetNumberValue (cJSON_GetObjectItem (line, "position")), ==,
                       i + 1);
      g_assert_cmpint ((int) cJSON_GetNumberValue (cJSON_GetObjectItem (line, "seq")), ==, seqs[i]);
      g_assert_true (g_str_has_suffix (recorded, "Z"));
      g_assert_true (
        g_str_has_prefix (cJSON_GetStringValue (cJSON_GetObjectItem (line, "digest")), "sm3:"));
      for (cJSON *member = line->child; member != NULL; member = member->next)
        g_assert_true (
          strstr ("stream kind on body actor position seq recorded_at digest signature",
                  member->string)
          != NULL);
      cJSON_Delete (line);
    }
}

static gboolean
see_imported (YsEntry *entry, gpointer user_data, GError **error)
{
  g_assert_true (entry->imported);
  ++*(int *) user_data;
  return TRUE;
}

static void
test_marked_imported (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autoptr (GError) error = NULL;
  int seen = 0;

  place_import (place, GOT CASE ("noted", "2024-02-09", "'text':'a'"));
  ys_docket_read_after (ys_session_get_docket (place->session), 0, see_imported, &seen, &error);
  g_assert_no_error (error);
  g_assert_cmpint (seen, ==, 2);
}

int
main (int argc, char **argv)
{
  static const char *const vectors[] = { "FIXTURES_DIR", "clock-vectors.ndjson" };
  static const char *const office[] = { "SAMPLE_DIR", "office.ndjson" };

  place_begin (&argc, &argv);

  g_test_add_data_func ("/exchange/round/vectors", vectors, test_round);
  g_test_add_data_func ("/exchange/round/office", office, test_round);
  g_test_add_func ("/exchange/round/sample-year", test_sample_year);
  g_test_add_func ("/exchange/beside", test_beside);
  g_test_add_func ("/exchange/marked-imported", test_marked_imported);
  return place_run ();
}
