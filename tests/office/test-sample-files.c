/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The files of data/sample: the small hand-made docket, and the published year of Suqian, which
 * must count to what was published. Needs CALENDARS_DIR, SAMPLE_DIR (data/sample) and SUQIAN_NDJSON
 * (made by the build). */
#include <cjson/cJSON.h>
#include <string.h>

#include "case-maker.h"
#include "docket/docket.h"
#include "sample-book.h"

/* --- the hand-made docket -------------------------------------------------------------------- */

static SampleBook *
read_book_file (YsCalendar *calendar, const char *path, const char *today)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return sample_book_read (calendar, ys_day_parse (today, -1), text, length);
}

static void
test_office (void)
{
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autofree char *path = g_build_filename (g_getenv ("SAMPLE_DIR"), "office.ndjson", NULL);
  g_autoptr (SampleBook) book = read_book_file (calendar, path, "2026-11-24");
  GHashTableIter iter;
  gpointer digest;
  SampleStanding standing;

  g_assert_cmpuint (book->ids->len, >=, 25);
  sample_book_assert_every_kind (book);
  sample_book_assert_every_outcome (book);
  g_assert_cmpuint (book->late, ==, 1);
  g_assert_cmpuint (book->odd, ==, 0);

  sample_book_count (book, &standing);
  for (guint i = 0; i < YS_N_STATES; i++)
    g_assert_cmpuint (standing.states[i], >, 0);

  g_hash_table_iter_init (&iter, book->files);
  while (g_hash_table_iter_next (&iter, &digest, NULL))
    {
      g_autofree char *name
        = g_build_filename (g_getenv ("SAMPLE_DIR"), "files", strchr (digest, ':') + 1, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (name);
      g_autofree char *found = ys_docket_digest_file (file, digest, NULL);

      g_assert_cmpstr (found, ==, digest);
    }
}

/* --- Suqian 2023 ----------------------------------------------------------------------------- */

/* Table 2 out of register entries. */
static void
count_registers (const SampleBook *book, YsFigures *figures)
{
  g_autoptr (GHashTable) issued = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) repealed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < book->registers->len; i++)
    {
      YsEvent *event = g_ptr_array_index (book->registers, i);
      char *stream = g_ptr_array_index (book->streams, i);

      if (event->kind == YS_KIND_OPENING_COUNTED)
        ys_figures_add_opening (figures, ys_event_get_int (event, "rule", -1),
                                ys_event_get_int (event, "normative", -1));
      else if (event->kind == YS_KIND_NORMATIVE_ISSUED)
        g_hash_table_insert (issued, stream, event);
      else if (event->kind == YS_KIND_NORMATIVE_REPEALED)
        g_hash_table_insert (repealed, stream, event);
      else if (event->kind == YS_KIND_DECISIONS_COUNTED)
        {
          figures->licence = ys_event_get_int (event, "licence", -1);
          figures->penalty = ys_event_get_int (event, "penalty", -1);
          figures->coercion = ys_event_get_int (event, "coercion", -1);
          g_strlcpy (figures->fee_wan, ys_event_get_string (event, "fee_wan"),
                     sizeof figures->fee_wan);
        }
      else
        g_error ("A register entry of the kind %s", ys_kind_get_name (event->kind));
    }

  GHashTableIter iter;
  gpointer stream, event;
  g_hash_table_iter_init (&iter, issued);
  while (g_hash_table_iter_next (&iter, &stream, &event))
    {
      const YsEvent *end = g_hash_table_lookup (repealed, stream);

      ys_figures_add_document (figures, g_str_equal (ys_event_get_string (event, "type"), "rule"),
                               ((YsEvent *) event)->on, end != NULL ? end->on : YS_DAY_NONE);
    }
}

static gint64
get_number (const cJSON *object, const char *name)
{
  const cJSON *number = cJSON_GetObjectItemCaseSensitive (object, name);

  g_assert_true (cJSON_IsNumber (number));
  return (gint64) number->valuedouble;
}

static void
assert_cell (const char *row, int column, gint64 counted, const cJSON *cells)
{
  const cJSON *cell = cJSON_GetArrayItem (cells, column);

  g_assert_true (cJSON_IsNumber (cell));
  if (counted != (gint64) cell->valuedouble)
    g_error ("%s, column %d: counted %" G_GINT64_FORMAT ", published %.0f", row, column, counted,
             cell->valuedouble);
}

static void
assert_published (const YsFigures *figures, const cJSON *published)
{
  const cJSON *table2 = cJSON_GetObjectItemCaseSensitive (published, "table2");
  const cJSON *table3 = cJSON_GetObjectItemCaseSensitive (published, "table3");
  const cJSON *table4 = cJSON_GetObjectItemCaseSensitive (published, "table4");

  for (int row = 0; row < YS_N_ROWS; row++)
    for (int column = 0; column < YS_N_COLUMNS; column++)
      {
        const char *id = ys_row_get_id (row, YS_FORM_2021);
        assert_cell (id, column, figures->table3[row][column],
                     cJSON_GetObjectItemCaseSensitive (table3, id));
      }
  for (int route = 0; route < YS_N_ROUTES; route++)
    for (int result = 0; result < YS_N_RESULTS; result++)
      {
        const char *id = ys_route_get_id (route);
        assert_cell (id, result, figures->table4[route][result],
                     cJSON_GetObjectItemCaseSensitive (table4, id));
      }

  const YsNormativeFigures *documents[] = { &figures->rule, &figures->normative };
  static const char *const names[] = { "rule", "normative" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const cJSON *row = cJSON_GetObjectItemCaseSensitive (table2, names[i]);

      g_assert_cmpint (documents[i]->issued, ==, get_number (row, "issued"));
      g_assert_cmpint (documents[i]->repealed, ==, get_number (row, "repealed"));
      g_assert_cmpint (documents[i]->in_force, ==, get_number (row, "in_force"));
    }
  g_assert_cmpint (figures->licence, ==, get_number (table2, "licence"));
  g_assert_cmpint (figures->penalty, ==, get_number (table2, "penalty"));
  g_assert_cmpint (figures->coercion, ==, get_number (table2, "coercion"));
  g_assert_cmpstr (figures->fee_wan, ==,
                   cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (table2, "fee_wan")));
}

static void
test_suqian (void)
{
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autofree char *json_path = g_build_filename (g_getenv ("SAMPLE_DIR"), "suqian-2023.json", NULL);
  g_autoptr (SampleBook) book = read_book_file (calendar, g_getenv ("SUQIAN_NDJSON"), "2023-12-31");
  g_autofree char *text = NULL;
  YsFigures figures;

  g_assert_true (g_file_get_contents (json_path, &text, NULL, NULL));
  cJSON *published = cJSON_Parse (text);
  g_assert_nonnull (published);

  g_assert_cmpuint (book->ids->len, ==, 3511 + 96);
  g_assert_cmpuint (book->late + book->odd, ==, 0);
  ys_figures_begin (&figures, 2023, YS_FORM_2021);
  for (guint i = 0; i < book->ids->len; i++)
    {
      g_autoptr (YsCasefile) casefile = sample_book_get_casefile (book, i);
      ys_casefile_tally (casefile, &figures);
    }
  count_registers (book, &figures);
  ys_figures_finish (&figures);
  assert_published (&figures, published);
  cJSON_Delete (published);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sample-files/office", test_office);
  g_test_add_func ("/sample-files/suqian", test_suqian);

  return g_test_run ();
}
