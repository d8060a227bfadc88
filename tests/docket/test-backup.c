/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backup and restoring: a copy is whole or is not there, and what stood in the way is moved aside.
 */

#include "place.h"

#include <glib/gstdio.h>
#include <string.h>

static int
count_names (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  int names = 0;

  while (g_dir_read_name (dir) != NULL)
    names++;
  return names;
}

static void
harm_file (Place *place, const char *digest)
{
  g_autofree char *head = g_strndup (strchr (digest, ':') + 1, 2);
  g_autofree char *path
    = g_build_filename (place->docket, "files", head, strchr (digest, ':') + 3, NULL);

  g_assert_true (g_file_set_contents (path, "harmed", -1, NULL));
}

static void
test_backup (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autoptr (YsDocket) copy = NULL;
  g_autofree char *to = place_path (place, "copy.docket");
  g_autofree char *file = put_text (docket, "附件");
  g_autofree char *text = NULL;
  g_autofree char *readme = g_build_filename (to, "README.txt", NULL);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  append_some (docket, "case/2024-0001", 100);
  before = gather_all (docket);
  g_assert_true (ys_docket_backup (docket, to, NULL, NULL, &error));
  append_some (docket, "case/2024-0001", 1);

  copy = ys_docket_open (to, YS_DOCKET_READ_WRITE, NULL, &error);
  g_assert_no_error (error);
  after = gather_all (copy);
  text = get_text (copy, file);
  g_assert_cmpstr (ys_docket_get_id (copy), ==, ys_docket_get_id (docket));
  g_assert_cmpstr (text, ==, "附件");
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < after->len; i++)
    g_assert_cmpstr (((YsEntry *) after->pdata[i])->digest, ==,
                     ((YsEntry *) before->pdata[i])->digest);
  assert_whole (copy);
  g_assert_true (g_file_test (readme, G_FILE_TEST_EXISTS));
  /* the docket, its copy, the client's state, and nothing left of the making */
  g_assert_cmpint (count_names (place->root), ==, 3);

  g_assert_false (ys_docket_backup (docket, to, NULL, NULL, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_EXISTS);
  assert_whole (copy);
}

typedef struct
{
  YsDocket *other;
  int calls;
  int stop_at;
} Meddler;

static gboolean
meddle_cb (gint64 done, gint64 total, gpointer user_data)
{
  Meddler *meddler = user_data;

  g_assert_cmpint (done, <=, total);
  if (++meddler->calls == meddler->stop_at)
    return FALSE;
  if (meddler->other != NULL && meddler->calls < 30)
    append_some (meddler->other, "case/2024-0002", 1);
  return TRUE;
}

/* Somebody else appends at every step of the copying. */
static void
test_backup_in_use (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autoptr (YsDocket) other = place_open (place, YS_DOCKET_READ_WRITE);
  g_autoptr (YsDocket) copy = NULL;
  g_autofree char *to = place_path (place, "copy.docket");
  g_autoptr (GError) error = NULL;
  Meddler meddler = { other, 0, 0 };
  gint64 position = 0;

  append_some (docket, "case/2024-0001", 4000);
  g_assert_true (ys_docket_backup (docket, to, meddle_cb, &meddler, &error));
  g_assert_no_error (error);
  g_assert_cmpint (meddler.calls, >, 3);
  copy = ys_docket_open (to, YS_DOCKET_READ_ONLY, NULL, &error);
  assert_whole (copy);
  g_assert_true (ys_docket_get_position (copy, &position, NULL, NULL));
  g_assert_cmpint (position, >=, 4000);
  assert_whole (other);
}

static void
test_backup_fails (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autofree char *to = place_path (place, "copy.docket");
  g_autofree char *nowhere = place_path (place, "nowhere/copy.docket");
  g_autofree char *file = put_text (docket, "附件");
  g_autoptr (GError) error = NULL;
  Meddler meddler = { NULL, 0, 1 };

  append_some (docket, "case/2024-0001", 10);
  /* cancelled at each step there is */
  while (!ys_docket_backup (docket, to, meddle_cb, &meddler, &error))
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
      g_assert_cmpint (count_names (place->root), ==, 2);
      meddler.calls = 0;
      meddler.stop_at++;
    }
  g_assert_cmpint (meddler.stop_at, >, 2);
  remove_tree (to);

  g_assert_false (ys_docket_backup (docket, nowhere, NULL, NULL, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_FOUND);
  g_clear_error (&error);

  harm_file (place, file);
  g_assert_false (ys_docket_backup (docket, to, NULL, NULL, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, file));
  g_clear_error (&error);
  g_assert_cmpint (count_names (place->root), ==, 2);
}

static void
test_backup_of_tampered (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autofree char *to = place_path (place, "copy.docket");
  g_autoptr (GError) error = NULL;

  append_some (docket, "case/2024-0001", 10);
  tamper_sql (place->store, "UPDATE entries SET actor = 'x' WHERE position = 4");
  g_assert_false (ys_docket_backup (docket, to, NULL, NULL, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_CORRUPT);
  g_assert_cmpint (count_names (place->root), ==, 2);
}

/* A docket of ten entries, a backup of it as it was at @backed_up, gone on to ten. */
static char *
prepare (Place *place, int backed_up)
{
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autoptr (GError) error = NULL;
  char *from = place_path (place, "backup.docket");

  append_some (docket, "case/2024-0001", backed_up);
  g_assert_true (ys_docket_backup (docket, from, NULL, NULL, &error));
  if (backed_up < 10)
    append_some (docket, "case/2024-0001", 10 - backed_up);
  return from;
}

static void
test_restore (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *from = prepare (place, 10);
  g_autofree char *aside = NULL;
  g_autoptr (YsDocket) docket = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (place->store, "rubbish", -1, NULL));
  g_assert_true (ys_docket_restore (place->docket, from, FALSE, place->state, &aside, &error));
  g_assert_no_error (error);
  g_assert_nonnull (aside);
  g_assert_true (g_str_has_prefix (aside, place->docket));
  {
    g_autofree char *kept = g_build_filename (aside, "docket.db", NULL);
    g_autofree char *text = NULL;

    g_assert_true (g_file_get_contents (kept, &text, NULL, NULL));
    g_assert_cmpstr (text, ==, "rubbish");
  }
  docket = place_open (place, YS_DOCKET_READ_WRITE);
  entries = gather_all (docket);
  g_assert_cmpuint (entries->len, ==, 10);
  append_some (docket, "agency", 1);
  assert_whole (docket);
  g_assert_true (g_file_test (from, G_FILE_TEST_IS_DIR));
}

static void
test_restore_older (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *from = prepare (place, 7);
  g_autofree char *aside = NULL;
  g_autoptr (YsDocket) docket = NULL;
  g_autoptr (YsDocket) old = NULL;
  g_autoptr (GError) error = NULL;
  gint64 position = 0;

  g_assert_false (ys_docket_restore (place->docket, from, FALSE, place->state, &aside, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED);
  g_clear_error (&error);
  g_assert_null (aside);
  docket = place_open (place, YS_DOCKET_READ_WRITE);
  g_assert_true (ys_docket_get_position (docket, &position, NULL, NULL));
  g_assert_cmpint (position, ==, 10);
  g_clear_object (&docket);

  g_assert_true (ys_docket_restore (place->docket, from, TRUE, place->state, &aside, &error));
  g_assert_no_error (error);
  docket = place_open (place, YS_DOCKET_READ_WRITE);
  g_assert_true (ys_docket_get_position (docket, &position, NULL, NULL));
  g_assert_cmpint (position, ==, 7);
  append_some (docket, "agency", 1);
  assert_whole (docket);
  old = ys_docket_open (aside, YS_DOCKET_READ_ONLY, NULL, &error);
  g_assert_true (ys_docket_get_position (old, &position, NULL, NULL));
  g_assert_cmpint (position, ==, 10);
}

/* Nothing is moved for a backup that is harmed, forged, of another docket, or none. */
static void
test_restore_refused (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (Place) other = place_new ();
  g_autofree char *from = prepare (place, 7);
  g_autofree char *others = prepare (other, 7);
  g_autofree char *store = g_build_filename (from, "docket.db", NULL);
  g_autoptr (YsDocket) docket = NULL;
  g_autoptr (GError) error = NULL;
  char *aside = NULL;
  int names = count_names (place->root);

  g_assert_false (ys_docket_restore (place->docket, others, TRUE, place->state, &aside, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_OURS);
  g_clear_error (&error);
  g_assert_false (
    ys_docket_restore (place->docket, place->root, TRUE, place->state, &aside, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_OURS);
  g_clear_error (&error);

  tamper_sql (store, "UPDATE bodies SET body = '{}' WHERE position = 3");
  g_assert_false (ys_docket_restore (place->docket, from, TRUE, place->state, &aside, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED);
  g_clear_error (&error);

  g_assert_null (aside);
  g_assert_cmpint (count_names (place->root), ==, names);
  docket = place_open (place, YS_DOCKET_READ_WRITE);
  assert_whole (docket);
}

static void
test_restore_to_nothing (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *from = prepare (place, 10);
  g_autoptr (YsDocket) docket = NULL;
  g_autoptr (GError) error = NULL;
  char *aside = NULL;

  remove_tree (place->docket);
  g_assert_true (ys_docket_restore (place->docket, from, FALSE, place->state, &aside, &error));
  g_assert_null (aside);
  docket = place_open (place, YS_DOCKET_READ_WRITE);
  assert_whole (docket);
}

/* A client that has the old docket open learns of it at its next step, and writes nothing away. */
static void
test_restore_under_a_client (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *from = prepare (place, 10);
  g_autofree char *aside = NULL;
  g_autofree char *state = place_path (place, "other-state");
  g_autoptr (YsDocket) client = NULL;
  g_autoptr (GError) error = NULL;

  client = ys_docket_open (place->docket, YS_DOCKET_READ_WRITE, state, &error);
  g_assert_true (ys_docket_restore (place->docket, from, FALSE, place->state, &aside, &error));
  g_assert_false (append_one (client, NULL, "agency", YS_SEQ_ANY, BODY, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup/backup", test_backup);
  g_test_add_func ("/backup/in-use", test_backup_in_use);
  g_test_add_func ("/backup/fails", test_backup_fails);
  g_test_add_func ("/backup/of-tampered", test_backup_of_tampered);
  g_test_add_func ("/backup/restore", test_restore);
  g_test_add_func ("/backup/restore-older", test_restore_older);
  g_test_add_func ("/backup/restore-refused", test_restore_refused);
  g_test_add_func ("/backup/restore-to-nothing", test_restore_to_nothing);
  g_test_add_func ("/backup/restore-under-a-client", test_restore_under_a_client);
  return g_test_run ();
}
