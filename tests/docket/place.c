/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place to test dockets in. What is tested stands in the tests. */

#include "place.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_chmod (path, 0700);
      dir = g_dir_open (path, 0, NULL);
      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *inner = g_build_filename (path, name, NULL);

          remove_tree (inner);
        }
      g_rmdir (path);
      return;
    }
  g_unlink (path);
}

Place *
place_new (void)
{
  g_autoptr (GError) error = NULL;
  Place *self = g_new0 (Place, 1);

  self->root = g_dir_make_tmp ("yishen-docket-XXXXXX", &error);
  g_assert_no_error (error);
  self->docket = place_path (self, "office.docket");
  self->store = g_build_filename (self->docket, "docket.db", NULL);
  self->state = place_path (self, "state");
  return self;
}

void
place_free (Place *self)
{
  remove_tree (self->root);
  g_free (self->root);
  g_free (self->docket);
  g_free (self->store);
  g_free (self->state);
  g_free (self);
}

char *
place_path (Place *self, const char *name)
{
  return g_build_filename (self->root, name, NULL);
}

YsDocket *
place_found (Place *self, YsSuite suite)
{
  g_autoptr (GError) error = NULL;
  YsDocket *docket = ys_docket_create (self->docket, suite, FOUNDING, self->state, &error);

  g_assert_no_error (error);
  return docket;
}

YsDocket *
place_open (Place *self, YsDocketMode mode)
{
  g_autoptr (GError) error = NULL;
  YsDocket *docket = ys_docket_open (self->docket, mode, self->state, &error);

  g_assert_no_error (error);
  return docket;
}

void
copy_file (const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_file_get_contents (from, &text, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, text, (gssize) length, &error);
  g_assert_no_error (error);
}

void
append_some (YsDocket *docket, const char *stream, int n)
{
  g_autoptr (GError) error = NULL;
  YsAppend *append = ys_docket_begin (docket, NULL, FALSE, &error);

  g_assert_no_error (error);
  for (int i = 0; i < n; i++)
    {
      ys_append_add (append, stream, YS_SEQ_ANY, "noted", "2024-02-08", "officer-1", BODY, NULL,
                     &error);
      g_assert_no_error (error);
    }
  ys_append_commit (append, &error);
  g_assert_no_error (error);
}

gboolean
append_one (YsDocket *docket,
            const char *command,
            const char *stream,
            gint64 expected,
            const char *body,
            GError **error)
{
  YsAppend *append = ys_docket_begin (docket, command, FALSE, error);

  if (append == NULL)
    return FALSE;
  if (ys_append_add (append, stream, expected, "noted", "2024-02-08", NULL, body, NULL, error))
    return ys_append_commit (append, error);
  ys_append_abandon (append);
  return FALSE;
}

gboolean
gather_cb (YsEntry *entry, gpointer array, GError **error)
{
  g_ptr_array_add (array, ys_entry_ref (entry));
  return TRUE;
}

GPtrArray *
gather_all (YsDocket *docket)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_entry_unref);

  ys_docket_read_after (docket, 0, gather_cb, entries, &error);
  g_assert_no_error (error);
  return entries;
}

char *
put_text (YsDocket *docket, const char *text)
{
  g_autoptr (GInputStream) stream
    = g_memory_input_stream_new_from_data (text, (gssize) strlen (text), NULL);
  g_autoptr (GError) error = NULL;
  char *digest = ys_docket_put_file (docket, stream, NULL, &error);

  g_assert_no_error (error);
  return digest;
}

char *
get_text (YsDocket *docket, const char *digest)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = ys_docket_get_file (docket, digest, &error);
  char text[4096];
  gsize got;

  g_assert_no_error (error);
  g_input_stream_read_all (stream, text, sizeof text, &got, NULL, &error);
  g_assert_no_error (error);
  return g_strndup (text, got);
}

static YsVerdict *
verify (YsDocket *docket)
{
  g_autoptr (GError) error = NULL;
  YsVerdict *verdict = ys_docket_verify (docket, NULL, NULL, &error);

  g_assert_no_error (error);
  return verdict;
}

void
assert_whole (YsDocket *docket)
{
  g_autoptr (YsVerdict) verdict = verify (docket);

  g_assert_cmpstr (verdict->reason, ==, NULL);
  g_assert_cmpint (verdict->bad_position, ==, 0);
  g_assert_null (verdict->bad_file);
}

void
assert_bad_at (YsDocket *docket, gint64 position)
{
  g_autoptr (YsVerdict) verdict = verify (docket);

  g_assert_nonnull (verdict->reason);
  g_assert_cmpint (verdict->bad_position, ==, position);
}

int
run_sql (const char *store, const char *sql)
{
  sqlite3 *db = NULL;
  int code = sqlite3_open_v2 (store, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_exec (db, sql, NULL, NULL, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return code;
}

void
tamper_sql (const char *store, const char *sql)
{
  g_autoptr (GString) script = g_string_new ("BEGIN;");
  g_autoptr (GString) restoring = g_string_new ("");
  sqlite3_stmt *statement = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (store, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", -1,
                      &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_string_append_printf (script, "DROP TRIGGER %s;", sqlite3_column_text (statement, 0));
      g_string_append_printf (restoring, "%s;", sqlite3_column_text (statement, 1));
    }
  sqlite3_finalize (statement);
  g_assert_cmpuint (restoring->len, >, 0);

  g_string_append_printf (script, "%s;%sCOMMIT;", sql, restoring->str);
  if (sqlite3_exec (db, script->str, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  sqlite3_close (db);
}

gint64
ask_sql (const char *store, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  sqlite3 *db = NULL;
  gint64 number;

  g_assert_cmpint (sqlite3_open_v2 (store, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return number;
}

static const Engine engines[] = {
  { "folder", place_found, place_open },
};

void
add_on_engines (const EngineTest *tests, gsize n_tests)
{
  for (gsize i = 0; i < G_N_ELEMENTS (engines); i++)
    for (gsize j = 0; j < n_tests; j++)
      {
        g_autofree char *path = g_strdup_printf ("/docket/%s/%s", engines[i].name, tests[j].name);

        g_test_add_data_func (path, &engines[i], tests[j].func);
      }
}

int
run_on_engines (int argc, char **argv, const EngineTest *tests, gsize n_tests)
{
  g_test_init (&argc, &argv, NULL);
  add_on_engines (tests, n_tests);
  return g_test_run ();
}
