/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The forger. What is forged, and how it is noticed, stands in the tests. */
#include "forge.h"

#include "docket/chain.h"
#include "place.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

static sqlite3 *
open_store (const char *address, int flags)
{
  g_autofree char *store = g_build_filename (address, "docket.db", NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (store, &db, flags, NULL), ==, SQLITE_OK);
  return db;
}

static void
run (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  return statement;
}

/* --- the chain ------------------------------------------------------------------------------- */

static const char *
get_text (sqlite3_stmt *row, int column)
{
  return (const char *) sqlite3_column_text (row, column);
}

static void
digest_one (YsHash *hash, sqlite3_stmt *row, sqlite3_stmt *update, char *previous)
{
  char body_digest[YS_DIGEST_SIZE];
  YsEntry entry = {
    .position = sqlite3_column_int64 (row, 0),
    .stream = (char *) get_text (row, 1),
    .seq = sqlite3_column_int64 (row, 2),
    .kind = (char *) get_text (row, 3),
    .on = (char *) get_text (row, 4),
    .recorded_at = (char *) get_text (row, 5),
    .actor = (char *) get_text (row, 6),
    .command = (char *) get_text (row, 7),
    .imported = sqlite3_column_int (row, 9) != 0,
    .body_digest = (char *) get_text (row, 10),
  };
  char digest[YS_DIGEST_SIZE];

  if (sqlite3_column_bytes (row, 12) > 0)
    {
      ys_chain_digest_body (hash, sqlite3_column_blob (row, 11), get_text (row, 12), body_digest);
      entry.body_digest = body_digest;
    }
  ys_chain_digest_entry (hash, previous, &entry, sqlite3_column_int64 (row, 8), digest);
  sqlite3_bind_text (update, 1, entry.body_digest, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (update, 2, digest, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (update, 3, entry.position);
  g_assert_cmpint (sqlite3_step (update), ==, SQLITE_DONE);
  sqlite3_reset (update);
  g_strlcpy (previous, digest, YS_DIGEST_SIZE);
}

static void
digest_anew (sqlite3 *db)
{
  sqlite3_stmt *root = prepare (db, "SELECT suite, digest FROM docket");
  sqlite3_stmt *update
    = prepare (db, "UPDATE entries SET body_digest = ?1, digest = ?2 WHERE position = ?3");
  sqlite3_stmt *row
    = prepare (db, "SELECT position, stream, seq, kind, \"on\", recorded_at, actor, command, part, "
                   "imported, body_digest, salt, body FROM entries LEFT JOIN bodies USING (position) "
                   "ORDER BY position");
  g_autoptr (YsHash) hash = NULL;
  char previous[YS_DIGEST_SIZE];
  YsSuite suite;

  g_assert_cmpint (sqlite3_step (root), ==, SQLITE_ROW);
  g_assert_true (ys_suite_from_name (get_text (root, 0), &suite));
  g_strlcpy (previous, get_text (root, 1), sizeof previous);
  hash = ys_hash_new (suite, NULL);
  while (sqlite3_step (row) == SQLITE_ROW)
    digest_one (hash, row, update, previous);
  sqlite3_finalize (root);
  sqlite3_finalize (row);
  sqlite3_finalize (update);
}

/* --- forging --------------------------------------------------------------------------------- */

static void
tamper (const char *address, const char *sql, gboolean anew)
{
  sqlite3 *db = open_store (address, SQLITE_OPEN_READWRITE);
  sqlite3_stmt *trigger = prepare (db, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
  g_autoptr (GString) dropping = g_string_new ("BEGIN;");
  g_autoptr (GString) restoring = g_string_new (NULL);

  while (sqlite3_step (trigger) == SQLITE_ROW)
    {
      g_string_append_printf (dropping, "DROP TRIGGER %s;", get_text (trigger, 0));
      g_string_append_printf (restoring, "%s;", get_text (trigger, 1));
    }
  sqlite3_finalize (trigger);
  g_string_append (restoring, "COMMIT");
  run (db, dropping->str);
  run (db, sql);
  if (anew)
    digest_anew (db);
  run (db, restoring->str);
  sqlite3_close (db);
}

void
forge (const char *address, const char *sql)
{
  tamper (address, sql, TRUE);
}

void
forge_roughly (const char *address, const char *sql)
{
  tamper (address, sql, FALSE);
}

gint64
ask_docket (const char *address, const char *sql)
{
  sqlite3 *db = open_store (address, SQLITE_OPEN_READONLY);
  sqlite3_stmt *row = prepare (db, sql);
  gint64 number;

  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (row, 0);
  sqlite3_finalize (row);
  sqlite3_close (db);
  return number;
}

char *
forge_entry (const char *stream, const char *kind, const char *on, const char *actor,
             const char *body, gboolean imported)
{
  g_autofree char *command = g_uuid_string_random ();

  return g_strdup_printf (
    "INSERT INTO entries SELECT (SELECT max (position) + 1 FROM entries), '%1$s',"
    " (SELECT ifnull (max (seq), 0) + 1 FROM entries WHERE stream = '%1$s'), '%2$s', '%3$s',"
    " '2024-03-01T08:00:00Z', %4$s%5$s%4$s, '%6$s', 1, %7$d, '', '', NULL, NULL;"
    "INSERT INTO bodies SELECT max (position), randomblob (16), '%8$s' FROM entries;",
    stream, kind, on, actor != NULL ? "'" : "", actor != NULL ? actor : "NULL", command, imported,
    quoted (body));
}

/* --- copies ---------------------------------------------------------------------------------- */

void
copy_tree (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  g_assert_cmpint (g_mkdir (to, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autoptr (GFile) one = g_file_new_for_path (source);
      g_autoptr (GFile) other = g_file_new_for_path (target);
      g_autoptr (GError) error = NULL;

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        copy_tree (source, target);
      else
        g_file_copy (one, other, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}
