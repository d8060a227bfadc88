/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is not a docket, what is a damaged one, and what cannot be written: each is told apart, with
 * a sentence that names the place. */

#include "docket/engine-sqlite-private.h"
#include "place.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define NOBODY 65534

static void
make_foreign_database (Place *place)
{
  g_assert_cmpint (g_mkdir (place->docket, 0700), ==, 0);
  g_assert_cmpint (run_sql (place->store, "PRAGMA application_id = 7; CREATE TABLE docket (id)"),
                   ==, SQLITE_OK);
}

static void
make_random_store (Place *place)
{
  g_assert_cmpint (g_mkdir (place->docket, 0700), ==, 0);
  g_assert_true (g_file_set_contents (place->store, "no database of any kind", -1, NULL));
}

static void
make_empty_folder (Place *place)
{
  g_assert_cmpint (g_mkdir (place->docket, 0700), ==, 0);
}

static void
make_file (Place *place)
{
  g_assert_true (g_file_set_contents (place->docket, "a letter", -1, NULL));
}

static void
make_nothing (Place *place)
{
}

static void
make_linked_store (Place *place)
{
  g_assert_cmpint (g_mkdir (place->docket, 0700), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", place->store), ==, 0);
}

static void
test_not_ours (void)
{
  static const struct
  {
    void (*make) (Place *place);
    YsDocketError code;
  } rows[] = {
    { make_foreign_database, YS_DOCKET_ERROR_NOT_OURS },
    { make_random_store, YS_DOCKET_ERROR_NOT_OURS },
    { make_empty_folder, YS_DOCKET_ERROR_NOT_OURS },
    { make_file, YS_DOCKET_ERROR_NOT_OURS },
    { make_linked_store, YS_DOCKET_ERROR_NOT_OURS },
    { make_nothing, YS_DOCKET_ERROR_NOT_FOUND },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int mode = YS_DOCKET_READ_ONLY; mode <= YS_DOCKET_READ_WRITE; mode++)
      {
        g_autoptr (Place) place = place_new ();
        g_autoptr (GError) error = NULL;

        rows[i].make (place);
        g_assert_null (ys_docket_open (place->docket, (YsDocketMode) mode, place->state, &error));
        g_assert_error (error, YS_DOCKET_ERROR, (int) rows[i].code);
        g_assert_nonnull (strstr (error->message, place->docket));
        g_assert_false (g_file_test (place->state, G_FILE_TEST_EXISTS));
      }
}

static void
test_server (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ys_docket_open ("postgresql://office/docket", YS_DOCKET_READ_WRITE, NULL, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_OURS);
  g_assert_nonnull (strstr (error->message, "PostgreSQL"));
}

static void
test_founding_in_the_way (void)
{
  static const struct
  {
    void (*make) (Place *place);
    YsDocketError code;
  } rows[] = {
    { make_foreign_database, YS_DOCKET_ERROR_EXISTS },
    { make_random_store, YS_DOCKET_ERROR_EXISTS },
    { make_file, YS_DOCKET_ERROR_EXISTS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Place) place = place_new ();
      g_autoptr (GError) error = NULL;

      rows[i].make (place);
      g_assert_null (ys_docket_create (place->docket, YS_SUITE_GM, "{}", place->state, &error));
      g_assert_error (error, YS_DOCKET_ERROR, (int) rows[i].code);
      g_assert_true (g_file_test (place->docket, G_FILE_TEST_EXISTS));
    }
}

static void
test_founding (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *readme = g_build_filename (place->docket, "README.txt", NULL);
  g_autofree char *text = NULL;
  g_autofree char *state = place_path (place, "letter/state");
  g_autofree char *letter = place_path (place, "letter");
  g_autofree char *orphan = place_path (place, "nowhere/office.docket");
  g_autoptr (GError) error = NULL;
  g_autoptr (YsDocket) docket = NULL;

  /* a parent that is not there */
  g_assert_null (ys_docket_create (orphan, YS_SUITE_GM, "{}", place->state, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* a client that cannot keep its note: nothing is left of the founding, the empty folder stays */
  g_assert_true (g_file_set_contents (letter, "", -1, NULL));
  g_assert_null (ys_docket_create (place->docket, YS_SUITE_GM, "{}", state, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (place->docket, G_FILE_TEST_EXISTS));
  make_empty_folder (place);
  g_assert_null (ys_docket_create (place->docket, YS_SUITE_GM, "{}", state, NULL));
  g_assert_cmpint (g_rmdir (place->docket), ==, 0);

  /* and an empty folder may be used */
  make_empty_folder (place);
  docket = place_found (place, YS_SUITE_GM);
  g_assert_true (g_file_get_contents (readme, &text, NULL, NULL));
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_nonnull (strstr (text, "国家秘密"));
}

/* --- damage --- */

static void
write_bytes (const char *path, gsize offset, guint8 byte, gsize count)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (offset + count, <=, length);
  memset (bytes + offset, byte, count);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
}

static void
damage_header (Place *place)
{
  write_bytes (place->store, 0, 0, 100);
}

static void
damage_mark (Place *place)
{
  write_bytes (place->store, 0, 'X', 16);
}

static void
damage_schema_page (Place *place)
{
  write_bytes (place->store, 100, 0xff, 3000);
}

static void
damage_empty (Place *place)
{
  g_assert_cmpint (truncate (place->store, 0), ==, 0);
}

static void
damage_cut (Place *place)
{
  g_assert_cmpint (truncate (place->store, 3 * 4096), ==, 0);
}

static void
damage_removed (Place *place)
{
  g_assert_cmpint (g_unlink (place->store), ==, 0);
}

static void
test_damaged (void)
{
  static void (*const damages[]) (Place * place)
    = { damage_header, damage_mark, damage_schema_page, damage_empty, damage_cut, damage_removed };

  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    for (int mode = YS_DOCKET_READ_ONLY; mode <= YS_DOCKET_READ_WRITE; mode++)
      {
        g_autoptr (Place) place = place_new ();
        g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
        g_autoptr (GError) error = NULL;

        append_some (docket, "case/2024-0001", 200);
        g_clear_object (&docket);
        damages[i](place);
        docket = ys_docket_open (place->docket, (YsDocketMode) mode, place->state, &error);
        g_assert_null (docket);
        g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_CORRUPT);
        g_assert_nonnull (strstr (error->message, place->store));
      }
}

/* One bit after the other, through all of the file: never is it opened, verified and found whole
 * with another content, and never does the program fall. */
static void
test_bit_flips (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_INTL);
  g_autoptr (GPtrArray) before = NULL;
  g_autofree char *whole = NULL;
  gsize length;
  int noticed = 0, harmless = 0;

  append_some (docket, "case/2024-0001", 200);
  before = gather_all (docket);
  g_clear_object (&docket);
  g_assert_true (g_file_get_contents (place->store, &whole, &length, NULL));

  for (gsize place_of_bit = 5; place_of_bit < length * 8; place_of_bit += length / 200 * 8 + 3)
    {
      g_autofree char *bytes = g_memdup2 (whole, length);
      g_autoptr (YsVerdict) verdict = NULL;
      g_autoptr (GPtrArray) after = NULL;

      bytes[place_of_bit / 8] = (char) (bytes[place_of_bit / 8] ^ (1 << (place_of_bit % 8)));
      g_assert_true (g_file_set_contents (place->store, bytes, (gssize) length, NULL));
      docket = ys_docket_open (place->docket, YS_DOCKET_READ_ONLY, place->state, NULL);
      if (docket != NULL)
        verdict = ys_docket_verify (docket, NULL, NULL, NULL);
      if (verdict == NULL || verdict->reason != NULL)
        {
          noticed++;
          g_clear_object (&docket);
          continue;
        }
      /* free space, or a field that means nothing to us: then all entries are what they were */
      harmless++;
      after = gather_all (docket);
      g_assert_cmpuint (after->len, ==, before->len);
      for (guint i = 0; i < after->len; i++)
        {
          const YsEntry *now = after->pdata[i], *then = before->pdata[i];

          g_assert_cmpstr (now->digest, ==, then->digest);
          g_assert_cmpstr (now->body, ==, then->body);
          g_assert_cmpstr (now->stream, ==, then->stream);
        }
      g_clear_object (&docket);
    }
  g_test_message ("%d flips noticed, %d harmless", noticed, harmless);
  g_assert_cmpint (noticed, >, harmless);
}

/* A cell in the middle of an entry page: the place is named. */
static void
test_damaged_page (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autofree char *bytes = NULL;
  gsize length;
  char *at = NULL;

  append_some (docket, "case/2024-0001", 30);
  append_one (docket, NULL, "case/2024-0001", 30, "{\"text\":\"NEEDLE\"}", NULL);
  append_some (docket, "case/2024-0001", 30);
  g_clear_object (&docket);

  g_assert_true (g_file_get_contents (place->store, &bytes, &length, NULL));
  for (gsize i = 0; at == NULL && i + 6 < length; i++)
    if (memcmp (bytes + i, "NEEDLE", 6) == 0)
      at = bytes + i;
  g_assert_nonnull (at);
  memcpy (at, "\xff\xfe\xfd\xfc\xfb\xfa", 6);
  g_assert_true (g_file_set_contents (place->store, bytes, (gssize) length, NULL));

  docket = place_open (place, YS_DOCKET_READ_WRITE);
  assert_bad_at (docket, 31);
}

/* --- leave to write --- */

/* Root may write anywhere, so the rights of a person are taken on for the while. */
static gboolean
become_nobody (Place *place)
{
  return geteuid () != 0 || (chmod (place->root, 0755) == 0 && seteuid (NOBODY) == 0);
}

static void
become_oneself (void)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_read_only_folder (void)
{
  static const struct
  {
    const char *what;
    int folder;
    int store;
  } rows[] = { { "folder", 0555, 0666 }, { "file", 0777, 0444 }, { "both", 0555, 0444 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Place) place = place_new ();
      g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
      g_autoptr (GPtrArray) entries = NULL;
      g_autoptr (GError) error = NULL;

      append_some (docket, "agency", 2);
      g_clear_object (&docket);
      g_assert_cmpint (chmod (place->docket, (mode_t) rows[i].folder), ==, 0);
      g_assert_cmpint (chmod (place->store, (mode_t) rows[i].store), ==, 0);

      if (!become_nobody (place))
        {
          g_test_skip ("the rights of another person cannot be taken on here");
          return;
        }
      docket = ys_docket_open (place->docket, YS_DOCKET_READ_WRITE, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (ys_docket_get_read_only_reason (docket));
      g_assert_nonnull (strstr (ys_docket_get_read_only_reason (docket), place->docket));
      entries = gather_all (docket);
      g_assert_cmpuint (entries->len, ==, 2);
      g_assert_null (ys_docket_begin (docket, NULL, FALSE, &error));
      g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_READ_ONLY);
      g_clear_object (&docket);
      become_oneself ();
    }
}

/* A write that was cut off, as a crash leaves it: docket.db half new, its journal beside it. */
static void
make_hot_journal (Place *place)
{
  g_autofree char *journal = g_strconcat (place->store, "-journal", NULL);
  g_autofree char *kept_store = place_path (place, "kept.db");
  g_autofree char *kept_journal = place_path (place, "kept.db-journal");
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (place->store, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE;"
                                 "CREATE TABLE half (text);"
                                 "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                                 "LIMIT 500) INSERT INTO half SELECT hex (zeroblob (300)) FROM n",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  copy_file (place->store, kept_store);
  copy_file (journal, kept_journal);
  sqlite3_close (db);
  copy_file (kept_store, place->store);
  copy_file (kept_journal, journal);
}

static void
test_interrupted_write (void)
{
  for (int mode = YS_DOCKET_READ_ONLY; mode <= YS_DOCKET_READ_WRITE; mode++)
    {
      g_autoptr (Place) place = place_new ();
      g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
      g_autofree char *journal = g_strconcat (place->store, "-journal", NULL);

      append_some (docket, "agency", 3);
      g_clear_object (&docket);
      make_hot_journal (place);
      docket = place_open (place, (YsDocketMode) mode);
      assert_whole (docket);
      g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
    }
}

static void
test_interrupted_write_read_only (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autofree char *journal = g_strconcat (place->store, "-journal", NULL);
  g_autoptr (GError) error = NULL;

  append_some (docket, "agency", 3);
  g_clear_object (&docket);
  make_hot_journal (place);
  g_assert_cmpint (chmod (place->docket, 0555), ==, 0);
  g_assert_cmpint (chmod (place->store, 0444), ==, 0);
  g_assert_cmpint (chmod (journal, 0444), ==, 0);
  if (!become_nobody (place))
    {
      g_test_skip ("the rights of another person cannot be taken on here");
      return;
    }
  docket = ys_docket_open (place->docket, YS_DOCKET_READ_WRITE, NULL, &error);
  become_oneself ();
  /* rather nothing than half a write */
  g_assert_null (docket);
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_READ_ONLY);
}

/* docket.db exchanged for another file while it is open. */
static void
test_replaced_while_open (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autofree char *aside = place_path (place, "aside.db");
  g_autoptr (GError) error = NULL;
  gboolean changed;

  append_some (docket, "agency", 1);
  copy_file (place->store, aside);
  g_assert_cmpint (g_rename (aside, place->store), ==, 0);
  g_assert_false (ys_docket_has_changed (docket, &changed, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED);
  g_clear_error (&error);
  g_assert_null (ys_docket_begin (docket, NULL, FALSE, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/damage/not-ours", test_not_ours);
  g_test_add_func ("/damage/server", test_server);
  g_test_add_func ("/damage/founding-in-the-way", test_founding_in_the_way);
  g_test_add_func ("/damage/founding", test_founding);
  g_test_add_func ("/damage/damaged", test_damaged);
  g_test_add_func ("/damage/bit-flips", test_bit_flips);
  g_test_add_func ("/damage/damaged-page", test_damaged_page);
  g_test_add_func ("/damage/read-only-folder", test_read_only_folder);
  g_test_add_func ("/damage/interrupted-write", test_interrupted_write);
  g_test_add_func ("/damage/interrupted-write-read-only", test_interrupted_write_read_only);
  g_test_add_func ("/damage/replaced-while-open", test_replaced_while_open);
  return g_test_run ();
}
