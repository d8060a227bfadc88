/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tampering by raw SQL, by one who knows the tables and puts the triggers back (faults.md, 8):
 * verifying names the first bad place, each time. */

#include "docket/engine-sqlite-private.h"
#include "place.h"

#include <glib/gstdio.h>
#include <string.h>

#define ENTRIES 12

/* Swaps a column between two entries. */
#define EXCHANGE(table, column, a, b)                                                              \
  "CREATE TEMP TABLE held AS SELECT position AS p, " column " AS v FROM " table                    \
  " WHERE position IN (" a ", " b ");"                                                             \
  "UPDATE " table " SET " column " = (SELECT v FROM held WHERE p = " a ") WHERE position = " b ";" \
  "UPDATE " table " SET " column " = (SELECT v FROM held WHERE p = " b ") WHERE position = " a ";" \
  "DROP TABLE held"

static YsDocket *
found_full (Place *place)
{
  YsDocket *docket = place_found (place, YS_SUITE_GM);

  append_some (docket, "case/2024-0001", 4);
  append_some (docket, "case/2024-0002", 4);
  append_some (docket, "case/2024-0001", 4);
  return docket;
}

/* A client that has never seen the docket, so that it is the chain that must notice. */
static YsDocket *
open_as_stranger (Place *place)
{
  g_autoptr (GError) error = NULL;
  YsDocket *docket = ys_docket_open (place->docket, YS_DOCKET_READ_WRITE, NULL, &error);

  g_assert_no_error (error);
  return docket;
}

static void
test_chain (void)
{
  static const struct
  {
    const char *what;
    const char *sql;
    gint64 position;
    const char *word; /* in the sentence */
  } rows[] = {
    { "stream", "UPDATE entries SET stream = 'case/2024-0009' WHERE position = 5", 5, "changed" },
    { "seq", "UPDATE entries SET seq = 9 WHERE position = 5", 5, "changed" },
    { "kind", "UPDATE entries SET kind = 'struck' WHERE position = 5", 5, "changed" },
    { "on", "UPDATE entries SET \"on\" = '2024-02-07' WHERE position = 5", 5, "changed" },
    { "recorded_at", "UPDATE entries SET recorded_at = '2020-01-01T00:00:00Z' WHERE position = 5",
      5, "changed" },
    { "actor", "UPDATE entries SET actor = 'officer-2' WHERE position = 5", 5, "changed" },
    { "actor away", "UPDATE entries SET actor = NULL WHERE position = 5", 5, "changed" },
    { "command",
      "UPDATE entries SET command = '6f1d2c1e-0000-4000-8000-000000000001' WHERE position = 5", 5,
      "changed" },
    { "part", "UPDATE entries SET part = 99 WHERE position = 5", 5, "changed" },
    { "imported", "UPDATE entries SET imported = 1 WHERE position = 5", 5, "changed" },
    { "body_digest",
      "UPDATE entries SET body_digest = (SELECT body_digest FROM entries WHERE position = 6) "
      "WHERE position = 5",
      5, "changed" },
    { "digest",
      "UPDATE entries SET digest = (SELECT digest FROM entries WHERE position = 6) "
      "WHERE position = 5",
      5, "changed" },
    { "last digest",
      "UPDATE entries SET digest = (SELECT digest FROM entries WHERE position = 6) "
      "WHERE position = 12",
      12, "changed" },
    { "signature", "UPDATE entries SET signature = 'sm2:00' WHERE position = 5", 5, "signature" },
    { "signer", "UPDATE entries SET signer = 'head' WHERE position = 5", 5, "signature" },
    { "body", "UPDATE bodies SET body = '{}' WHERE position = 5", 5, "changed" },
    { "salt", "UPDATE bodies SET salt = zeroblob (16) WHERE position = 5", 5, "changed" },
    { "bodies exchanged", EXCHANGE ("bodies", "body", "3", "7"), 0, "changed" },
    { "body removed", "DELETE FROM bodies WHERE position = 5", 5, "was removed" },
    { "body too many", "INSERT INTO bodies VALUES (99, zeroblob (16), '{}')", 99, "no such entry" },
    { "entry removed",
      "DELETE FROM entries WHERE position = 5; DELETE FROM bodies WHERE position = 5", 5,
      "is missing" },
    { "entry removed, the rest moved up",
      "DELETE FROM entries WHERE position = 5; DELETE FROM bodies WHERE position = 5;"
      "UPDATE entries SET position = position - 1 WHERE position > 5;"
      "UPDATE bodies SET position = position - 1 WHERE position > 5",
      5, "changed" },
    { "first removed", "DELETE FROM entries WHERE position = 1", 1, "is missing" },
    { "many removed", "DELETE FROM entries WHERE position BETWEEN 3 AND 9", 3, "is missing" },
    { "all removed but the last", "DELETE FROM entries WHERE position < 12", 1, "is missing" },
    { "inserted at the end",
      "INSERT INTO entries SELECT 13, stream, 9, kind, \"on\", recorded_at, actor, command, 9, "
      "imported, body_digest, digest, NULL, NULL FROM entries WHERE position = 12;"
      "INSERT INTO bodies SELECT 13, salt, body FROM bodies WHERE position = 12",
      13, "changed" },
    { "inserted between",
      "UPDATE entries SET position = position + 1000 WHERE position > 5;"
      "UPDATE entries SET position = position - 999 WHERE position > 1000;"
      "UPDATE bodies SET position = position + 1000 WHERE position > 5;"
      "UPDATE bodies SET position = position - 999 WHERE position > 1000;"
      "INSERT INTO entries SELECT 6, stream, 9, kind, \"on\", recorded_at, actor, command, 9, "
      "imported, body_digest, digest, NULL, NULL FROM entries WHERE position = 5;"
      "INSERT INTO bodies SELECT 6, salt, body FROM bodies WHERE position = 5",
      6, "changed" },
    { "two exchanged",
      "UPDATE entries SET position = 100 WHERE position = 4;"
      "UPDATE entries SET position = 4 WHERE position = 8;"
      "UPDATE entries SET position = 8 WHERE position = 100;"
      "UPDATE bodies SET position = 100 WHERE position = 4;"
      "UPDATE bodies SET position = 4 WHERE position = 8;"
      "UPDATE bodies SET position = 8 WHERE position = 100",
      4, "changed" },
    { "founding", "UPDATE docket SET founding = '{\"agency\":\"别局\"}'", 0, "changed" },
    { "time of founding", "UPDATE docket SET created_at = '2020-01-01T00:00:00Z'", 0, "changed" },
    { "root", "UPDATE docket SET digest = (SELECT digest FROM entries WHERE position = 1)", 0,
      "changed" },
    { "id", "UPDATE docket SET id = '6f1d2c1e-0000-4000-8000-000000000001'", 0, "changed" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Place) place = place_new ();
      g_autoptr (YsDocket) docket = found_full (place);
      g_autoptr (YsVerdict) verdict = NULL;
      g_autofree char *number = NULL;

      assert_whole (docket);
      g_clear_object (&docket);
      g_test_message ("%s", rows[i].what);
      if (strcmp (rows[i].what, "bodies exchanged") == 0)
        {
          /* the same body twice says nothing: first make them different ones */
          docket = open_as_stranger (place);
          append_one (docket, NULL, "case/2024-0003", 0, "{\"a\":1}", NULL);
          append_one (docket, NULL, "case/2024-0003", 1, "{\"a\":2}", NULL);
          g_clear_object (&docket);
          tamper_sql (place->store, EXCHANGE ("bodies", "body", "13", "14"));
          docket = open_as_stranger (place);
          assert_bad_at (docket, 13);
          continue;
        }
      tamper_sql (place->store, rows[i].sql);
      if (rows[i].position == 0)
        {
          g_autoptr (GError) error = NULL;

          /* the founding is looked at whenever the docket is opened */
          g_assert_null (
            ys_docket_open (place->docket, YS_DOCKET_READ_WRITE, place->state, &error));
          g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED);
          docket = ys_docket_open (place->docket, YS_DOCKET_READ_ONLY, place->state, NULL);
          g_assert_nonnull (ys_docket_get_distrust_reason (docket));
        }
      else
        docket = open_as_stranger (place);
      verdict = ys_docket_verify (docket, NULL, NULL, NULL);
      g_assert_nonnull (verdict->reason);
      g_assert_cmpint (verdict->bad_position, ==, rows[i].position);
      g_assert_cmpint (verdict->entries, ==, MIN (MAX (rows[i].position - 1, 0), ENTRIES));
      g_assert_nonnull (strstr (verdict->reason, rows[i].word));
      /* the sentence names the place too */
      number = g_strdup_printf ("%" G_GINT64_FORMAT, rows[i].position);
      if (rows[i].position > 0)
        g_assert_nonnull (strstr (verdict->reason, number));
      else
        g_assert_nonnull (strstr (verdict->reason, place->docket));
    }
}

/* Writes again all digests from @position on, as one would who knows this program. */
static void
forge_from (Place *place, gint64 position)
{
  g_autoptr (YsHash) hash = ys_hash_new (YS_SUITE_GM, NULL);
  g_autoptr (GString) sql = g_string_new ("");
  char previous[YS_DIGEST_SIZE];
  sqlite3_stmt *row = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (place->store, &db), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db,
                      "SELECT position, stream, seq, kind, \"on\", recorded_at, actor, command, "
                      "imported, body_digest, part, digest FROM entries ORDER BY position",
                      -1, &row, NULL);
  while (sqlite3_step (row) == SQLITE_ROW)
    {
      YsEntry entry = { .position = sqlite3_column_int64 (row, 0),
                        .stream = (char *) sqlite3_column_text (row, 1),
                        .seq = sqlite3_column_int64 (row, 2),
                        .kind = (char *) sqlite3_column_text (row, 3),
                        .on = (char *) sqlite3_column_text (row, 4),
                        .recorded_at = (char *) sqlite3_column_text (row, 5),
                        .actor = (char *) sqlite3_column_text (row, 6),
                        .command = (char *) sqlite3_column_text (row, 7),
                        .imported = sqlite3_column_int (row, 8),
                        .body_digest = (char *) sqlite3_column_text (row, 9) };
      char digest[YS_DIGEST_SIZE];

      if (entry.position < position)
        {
          g_strlcpy (previous, (const char *) sqlite3_column_text (row, 11), sizeof previous);
          continue;
        }
      if (entry.position == position)
        entry.kind = (char *) "forged";
      ys_chain_digest_entry (hash, previous, &entry, sqlite3_column_int64 (row, 10), digest);
      g_string_append_printf (sql,
                              "UPDATE entries SET kind = '%s', digest = '%s' WHERE position = %d;",
                              entry.kind, digest, (int) entry.position);
      memcpy (previous, digest, sizeof digest);
    }
  sqlite3_finalize (row);
  sqlite3_close (db);
  tamper_sql (place->store, sql->str);
}

static void
assert_pin_notices (Place *place, gint64 bad_position)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsDocket) docket = NULL;

  g_assert_null (ys_docket_open (place->docket, YS_DOCKET_READ_WRITE, place->state, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED);
  docket = place_open (place, YS_DOCKET_READ_ONLY);
  g_assert_cmpstr (ys_docket_get_distrust_reason (docket), ==, error->message);
  assert_bad_at (docket, bad_position);
}

/* What leaves a chain that is whole in itself: only one who saw the docket before can know. */
static void
test_pin (void)
{
  static const char cut[] = "DELETE FROM entries WHERE position > 9;"
                            "DELETE FROM bodies WHERE position > 9";

  {
    g_autoptr (Place) place = place_new ();
    g_autoptr (YsDocket) docket = found_full (place);

    g_clear_object (&docket);
    tamper_sql (place->store, cut);
    docket = open_as_stranger (place);
    assert_whole (docket);
    g_clear_object (&docket);
    assert_pin_notices (place, 10);
  }
  {
    g_autoptr (Place) place = place_new ();
    g_autoptr (YsDocket) docket = found_full (place);

    g_clear_object (&docket);
    forge_from (place, 5);
    docket = open_as_stranger (place);
    assert_whole (docket);
    g_clear_object (&docket);
    assert_pin_notices (place, ENTRIES);
  }
  {
    g_autoptr (Place) place = place_new ();
    g_autoptr (YsDocket) docket = found_full (place);
    g_autofree char *old = place_path (place, "old.db");

    g_clear_object (&docket);
    copy_file (place->store, old);
    docket = place_open (place, YS_DOCKET_READ_WRITE);
    append_some (docket, "case/2024-0003", 3);
    g_clear_object (&docket);
    copy_file (old, place->store);
    docket = open_as_stranger (place);
    assert_whole (docket);
    g_clear_object (&docket);
    assert_pin_notices (place, ENTRIES + 1);

    /* and is still noticed after others have gone on from the old copy */
    docket = open_as_stranger (place);
    append_some (docket, "case/2024-0004", 9);
    g_clear_object (&docket);
    assert_pin_notices (place, ENTRIES + 3);
  }
}

static void
test_protection_removed (void)
{
  static const char *const attempts[] = {
    "DROP TRIGGER entries_update",
    "DROP TRIGGER bodies_delete",
    "CREATE TRIGGER swallow BEFORE INSERT ON entries BEGIN SELECT RAISE (IGNORE); END",
    "CREATE TABLE more (text)",
    "DROP INDEX streams_by_length",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autoptr (Place) place = place_new ();
      g_autoptr (YsDocket) docket = found_full (place);

      g_assert_cmpint (run_sql (place->store, attempts[i]), ==, SQLITE_OK);
      assert_bad_at (docket, 0);
    }
}

/* --- files --- */

static char *
path_of (Place *place, const char *digest)
{
  const char *hex = strchr (digest, ':') + 1;
  g_autofree char *head = g_strndup (hex, 2);

  return g_build_filename (place->docket, "files", head, hex + 2, NULL);
}

static void
change_file (const char *path, const char *other)
{
  g_assert_true (g_file_set_contents (path, "changed", -1, NULL));
}

static void
exchange_files (const char *path, const char *other)
{
  g_autofree char *held = g_strconcat (path, ".held", NULL);

  g_assert_cmpint (g_rename (path, held), ==, 0);
  g_assert_cmpint (g_rename (other, path), ==, 0);
  g_assert_cmpint (g_rename (held, other), ==, 0);
}

static void
empty_file (const char *path, const char *other)
{
  g_assert_true (g_file_set_contents (path, "", -1, NULL));
}

static void
link_file (const char *path, const char *other)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_file_test (other, G_FILE_TEST_EXISTS), ==, TRUE);
  {
    g_autoptr (GFile) file = g_file_new_for_path (path);

    g_assert_true (g_file_make_symbolic_link (file, other, NULL, NULL));
  }
}

static void
rename_file (const char *path, const char *other)
{
  g_autofree char *named = g_strconcat (path, ".pdf", NULL);

  g_assert_cmpint (g_rename (path, named), ==, 0);
}

static void
test_files (void)
{
  static const struct
  {
    void (*harm) (const char *path, const char *other);
    gboolean named; /* the digest itself, or else a name that is none */
  } rows[] = {
    { change_file, TRUE }, { exchange_files, TRUE }, { empty_file, TRUE },
    { link_file, TRUE },   { rename_file, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Place) place = place_new ();
      g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_INTL);
      g_autofree char *one = put_text (docket, "one");
      g_autofree char *two = put_text (docket, "two");
      /* in the order of verifying */
      const char *first = strcmp (one, two) < 0 ? one : two;
      const char *second = first == one ? two : one;
      g_autofree char *path = path_of (place, first);
      g_autofree char *other = path_of (place, second);
      g_autoptr (YsVerdict) verdict = NULL;

      append_some (docket, "agency", 2);
      assert_whole (docket);
      rows[i].harm (path, other);
      verdict = ys_docket_verify (docket, NULL, NULL, NULL);
      g_assert_cmpint (verdict->entries, ==, 2);
      g_assert_cmpint (verdict->bad_position, ==, 0);
      g_assert_nonnull (verdict->reason);
      g_assert_nonnull (strstr (verdict->reason, verdict->bad_file));
      if (rows[i].named)
        g_assert_cmpstr (verdict->bad_file, ==, first);
      else
        g_assert_true (g_str_has_suffix (verdict->bad_file, ".pdf"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tamper/chain", test_chain);
  g_test_add_func ("/tamper/pin", test_pin);
  g_test_add_func ("/tamper/protection-removed", test_protection_removed);
  g_test_add_func ("/tamper/files", test_files);
  return g_test_run ();
}
