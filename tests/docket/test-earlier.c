/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A docket of version 1 of the tables, from before anything could be erased: brought up when it is
 * opened for writing, read as it is when opened for reading. */

#include "docket/engine-sqlite-private.h"
#include "docket/signer.h"
#include "earlier.h"
#include "place.h"

#include <string.h>

#define ENTRIES 7

static void
found_earlier (Place *place)
{
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);

  append_some (docket, "case/2024-0001", 4);
  append_some (docket, "case/2024-0002", 3);
  g_clear_object (&docket);
  turn_back (place->store);
}

static gint64
ask_version (Place *place)
{
  return ask_sql (place->store, "PRAGMA user_version");
}

static void
test_read (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GArray) erased = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size_before, size_after;

  found_earlier (place);
  g_assert_true (g_file_get_contents (place->store, &before, &size_before, NULL));
  docket = place_open (place, YS_DOCKET_READ_ONLY);
  entries = gather_all (docket);
  g_assert_cmpuint (entries->len, ==, ENTRIES);
  erased = ys_docket_list_erased (docket, NULL);
  g_assert_cmpuint (erased->len, ==, 0);
  assert_whole (docket);
  g_assert_true (g_file_get_contents (place->store, &after, &size_after, NULL));
  g_assert_cmpmem (before, size_before, after, size_after);

  /* its own protection is held to */
  tamper_sql (place->store, "DELETE FROM bodies WHERE position = 3");
  assert_bad_at (docket, 3);
  g_assert_cmpint (run_sql (place->store, "DROP TRIGGER bodies_update"), ==, SQLITE_OK);
  assert_bad_at (docket, 3);
}

static void
test_write (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) reader = NULL;
  g_autoptr (YsDocket) docket = NULL;
  g_autoptr (YsSigner) signer = ys_signer_new (YS_SUITE_GM, NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  YsAppend *append;

  found_earlier (place);
  reader = place_open (place, YS_DOCKET_READ_ONLY);
  docket = place_open (place, YS_DOCKET_READ_WRITE);
  g_assert_null (ys_docket_get_read_only_reason (docket));
  g_assert_cmpint (ask_version (place), ==, YS_SQLITE_VERSION);
  assert_whole (docket);
  entries = gather_all (docket);
  g_assert_cmpuint (entries->len, ==, ENTRIES);

  append = ys_docket_begin (docket, NULL, FALSE, &error);
  ys_append_set_signer (append, signer);
  g_assert_true (ys_append_add (append, "case/2024-0001", 4, "destroyed", "2034-02-08", NULL, BODY,
                                NULL, &error));
  g_assert_true (ys_append_erase_body (append, 2, &error));
  g_assert_true (ys_append_commit (append, &error));
  g_assert_no_error (error);
  assert_whole (docket);
  /* also by one who opened it before it was brought up */
  assert_whole (reader);
  g_clear_object (&docket);
  docket = place_open (place, YS_DOCKET_READ_WRITE);
  assert_whole (docket);
}

/* Tables of a version whose number the file does not bear. */
static void
test_number_alone (void)
{
  static const struct
  {
    gboolean earlier;
    const char *sql;
  } rows[] = {
    { TRUE, "PRAGMA user_version = 2" },
    { FALSE, "PRAGMA user_version = 1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Place) place = place_new ();
      g_autoptr (YsDocket) docket = NULL;

      found_earlier (place);
      if (!rows[i].earlier)
        {
          docket = place_open (place, YS_DOCKET_READ_WRITE);
          g_clear_object (&docket);
        }
      g_assert_cmpint (run_sql (place->store, rows[i].sql), ==, SQLITE_OK);
      docket = place_open (place, YS_DOCKET_READ_ONLY);
      assert_bad_at (docket, 0);
    }
}

/* Somebody writes to it just now: nothing is half done, and the next opening does it. */
static void
test_busy (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) reader = NULL;
  g_autoptr (YsDocket) docket = NULL;
  g_autoptr (GError) error = NULL;

  found_earlier (place);
  reader = place_open (place, YS_DOCKET_READ_ONLY);
  g_assert_cmpint (sqlite3_exec (YS_ENGINE_SQLITE (reader)->db,
                                 "BEGIN; SELECT count (*) FROM entries", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  ys_engine_sqlite_set_patience (50 * 1000);
  g_assert_null (ys_docket_open (place->docket, YS_DOCKET_READ_WRITE, place->state, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_BUSY);
  ys_engine_sqlite_set_patience (10 * G_USEC_PER_SEC);
  sqlite3_exec (YS_ENGINE_SQLITE (reader)->db, "COMMIT", NULL, NULL, NULL);
  g_assert_cmpint (ask_version (place), ==, 1);
  assert_whole (reader);

  docket = place_open (place, YS_DOCKET_READ_WRITE);
  g_assert_cmpint (ask_version (place), ==, YS_SQLITE_VERSION);
  assert_whole (docket);
}

/* What is not to be trusted is left as it is. */
static void
test_distrusted (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (GError) error = NULL;

  found_earlier (place);
  tamper_sql (place->store, "DELETE FROM entries WHERE position = 7;"
                            "DELETE FROM bodies WHERE position = 7");
  g_assert_null (ys_docket_open (place->docket, YS_DOCKET_READ_WRITE, place->state, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED);
  g_assert_cmpint (ask_version (place), ==, 1);
}

/* A backup from that time is put back, and goes on from there. */
static void
test_restore (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = NULL;
  g_autofree char *from = place_path (place, "backup.docket");
  g_autoptr (GError) error = NULL;

  found_earlier (place);
  docket = place_open (place, YS_DOCKET_READ_ONLY);
  g_assert_true (ys_docket_backup (docket, from, NULL, NULL, &error));
  g_clear_object (&docket);
  docket = place_open (place, YS_DOCKET_READ_WRITE);
  g_clear_object (&docket);
  g_assert_true (ys_docket_restore (place->docket, from, FALSE, place->state, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask_version (place), ==, 1);
  docket = place_open (place, YS_DOCKET_READ_WRITE);
  append_some (docket, "case/2024-0001", 1);
  assert_whole (docket);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/earlier/read", test_read);
  g_test_add_func ("/earlier/write", test_write);
  g_test_add_func ("/earlier/number-alone", test_number_alone);
  g_test_add_func ("/earlier/busy", test_busy);
  g_test_add_func ("/earlier/distrusted", test_distrusted);
  g_test_add_func ("/earlier/restore", test_restore);
  return g_test_run ();
}
