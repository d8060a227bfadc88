/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place to test the office in. What is tested stands in the tests. */
#include "place.h"

#include "office/keep.h"

#include <glib/gstdio.h>
#include <string.h>

const char *
quoted (const char *text)
{
  static GStringChunk *chunk;
  char *copy;

  if (chunk == NULL)
    chunk = g_string_chunk_new (4096);
  copy = g_string_chunk_insert (chunk, text);
  return g_strdelimit (copy, "'", '"');
}

YsDay
day (const char *text)
{
  YsDay parsed = ys_day_parse (text, -1);

  g_assert_cmpint (parsed, !=, YS_DAY_NONE);
  return parsed;
}

/* --- the program ----------------------------------------------------------------------------- */

static char *home;

void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR) || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_unlink (path);
      return;
    }
  dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_tree (inner);
    }
  g_rmdir (path);
}

void
place_begin (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *state = NULL;
  g_autofree char *data = NULL;

  home = g_dir_make_tmp ("yishen-home-XXXXXX", &error);
  g_assert_no_error (error);
  state = g_build_filename (home, "state", NULL);
  data = g_build_filename (home, "data", NULL);
  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (argc, argv, NULL);
}

void
place_end (void)
{
  remove_tree (home);
  g_clear_pointer (&home, g_free);
}

int
place_run (void)
{
  int status = g_test_run ();

  place_end ();
  return status;
}

/* --- the place ------------------------------------------------------------------------------- */

Place *
place_new_with (const char *today, YsStaffApproval approval, YsSessionSuite suite)
{
  g_autoptr (GError) error = NULL;
  Place *self = g_new0 (Place, 1);

  self->root = g_dir_make_tmp ("yishen-office-XXXXXX", &error);
  g_assert_no_error (error);
  self->docket = place_path (self, "office.docket");
  self->session = ys_session_found (self->docket, "示例局", suite, approval, day (today), &error);
  g_assert_no_error (error);
  return self;
}

Place *
place_new (const char *today, YsStaffApproval approval)
{
  return place_new_with (today, approval, YS_SESSION_SUITE_GM);
}

void
place_free (Place *self)
{
  g_clear_object (&self->session);
  remove_tree (self->root);
  g_free (self->root);
  g_free (self->docket);
  g_free (self);
}

YsSession *
place_open (Place *self, const char *today)
{
  g_autoptr (GError) error = NULL;
  YsSession *session = ys_session_open (self->docket, TRUE, day (today), &error);

  g_assert_no_error (error);
  return session;
}

char *
place_path (Place *self, const char *name)
{
  return g_build_filename (self->root, name, NULL);
}

void
place_write (Place *self, const char *name, const char *bytes, gssize length)
{
  g_autofree char *path = place_path (self, name);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
}

/* --- importing ------------------------------------------------------------------------------- */

gboolean
place_try_import (
  Place *self, const char *text, gssize length, YsImportReport **report, GError **error)
{
  g_autofree char *path = place_path (self, "import.ndjson");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  place_write (self, "import.ndjson", text, length);
  return ys_office_import (self->session, file, NULL, NULL, report, error);
}

void
place_import (Place *self, const char *text)
{
  g_autoptr (YsImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = place_try_import (self, quoted (text), -1, &report, &error);

  for (guint i = 0; i < report->refused->len; i++)
    {
      const YsImportRemark *remark = g_ptr_array_index (report->refused, i);

      g_test_message ("line %" G_GINT64_FORMAT ": %s: %s", remark->line, remark->id,
                      remark->sentence);
    }
  g_assert_no_error (error);
  g_assert_true (done);
}

/* --- what a docket holds --------------------------------------------------------------------- */

gint64
get_position (YsSession *session)
{
  g_autoptr (GError) error = NULL;
  gint64 position = -1;

  ys_docket_get_position (ys_session_get_docket (session), &position, NULL, &error);
  g_assert_no_error (error);
  return position;
}

static gboolean
tell_whole (YsEntry *entry, gpointer out, GError **error)
{
  g_string_append_printf (out, "%s %s %s %s %s\n", entry->stream, entry->kind, entry->on,
                          entry->body, entry->actor != NULL ? entry->actor : "-");
  return TRUE;
}

static gboolean
tell_short (YsEntry *entry, gpointer out, GError **error)
{
  g_string_append_printf (out, "%s %s %s\n", entry->kind, entry->on, entry->body);
  return TRUE;
}

static char *
tell (YsSession *session, gint64 position, YsEntryFunc func)
{
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);

  ys_docket_read_after (ys_session_get_docket (session), position, func, out, &error);
  g_assert_no_error (error);
  return g_string_free (out, FALSE);
}

char *
tell_all (YsSession *session)
{
  return tell (session, 0, tell_whole);
}

char *
tell_after (YsSession *session, gint64 position)
{
  return tell (session, position, tell_short);
}

static guint
count_in (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint count = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      count += g_file_test (inner, G_FILE_TEST_IS_DIR) ? count_in (inner) : 1;
    }
  return count;
}

guint
count_files (Place *self)
{
  g_autofree char *path = g_build_filename (self->docket, "files", NULL);

  return count_in (path);
}

char *
digest_of (Place *self, const char *text, const char *suite)
{
  g_autofree char *path = place_path (self, "digest-of");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  char *digest;

  place_write (self, "digest-of", text, -1);
  digest = ys_docket_digest_file (file, suite, &error);
  g_assert_no_error (error);
  return digest;
}

/* --- asserting ------------------------------------------------------------------------------- */

void
assert_whole (YsSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsVerdict) verdict = ys_office_verify (session, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (verdict->reason, ==, NULL);
}

void
assert_done (gboolean done, GError **error)
{
  g_assert_no_error (*error);
  g_assert_true (done);
}

void
assert_refused (gboolean done, GError **error)
{
  g_assert_error (*error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED);
  g_assert_false (done);
  g_assert_cmpuint (strlen ((*error)->message), >, 10);
  g_assert_null (strchr ((*error)->message, '%'));
  g_assert_null (strstr ((*error)->message, "(null)"));
}
