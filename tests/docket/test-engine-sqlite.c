/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The SQLite engine's own promises: the recipe in force, entries that no SQL changes, a lock that
 * is waited for, and a full disk. Damaged and foreign files stand in test-damage.c. */

#include "docket/engine-sqlite-private.h"
#include "place.h"

#include <string.h>

static gint64
ask (YsDocket *docket, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64 number;

  sqlite3_prepare_v2 (YS_ENGINE_SQLITE (docket)->db, sql, -1, &statement, NULL);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return number;
}

static int
get_option (sqlite3 *db, int option)
{
  int value = -1;

  sqlite3_db_config (db, option, -1, &value);
  return value;
}

static void
test_recipe (void)
{
  static const struct
  {
    const char *pragma;
    gint64 value;
  } rows[] = {
    { "PRAGMA synchronous", 3 },
    { "PRAGMA mmap_size", 0 },
    { "PRAGMA cell_size_check", 1 },
    { "PRAGMA recursive_triggers", 1 },
    { "PRAGMA secure_delete", 1 },
    { "PRAGMA temp_store", 2 },
    { "PRAGMA trusted_schema", 0 },
    { "PRAGMA user_version", YS_SQLITE_VERSION },
    { "PRAGMA application_id", YS_SQLITE_APPLICATION_ID },
    { "SELECT count (*) FROM pragma_table_list WHERE name IN ('docket', 'entries', 'bodies', "
      "'erased') AND strict = 1",
      4 },
  };
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) founded = place_found (place, YS_SUITE_GM);

  for (int mode = YS_DOCKET_READ_ONLY; mode <= YS_DOCKET_READ_WRITE; mode++)
    {
      g_autoptr (YsDocket) docket = place_open (place, (YsDocketMode) mode);
      sqlite3 *db = YS_ENGINE_SQLITE (docket)->db;
      sqlite3_stmt *statement = NULL;

      for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
        g_assert_cmpint (ask (docket, rows[i].pragma), ==, rows[i].value);
      g_assert_cmpint (get_option (db, SQLITE_DBCONFIG_DEFENSIVE), ==, 1);
      g_assert_cmpint (get_option (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA), ==, 0);
      g_assert_cmpint (get_option (db, SQLITE_DBCONFIG_DQS_DML), ==, 0);
      g_assert_cmpint (get_option (db, SQLITE_DBCONFIG_DQS_DDL), ==, 0);
      sqlite3_prepare_v2 (db, "PRAGMA journal_mode", -1, &statement, NULL);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "delete");
      sqlite3_finalize (statement);
    }
}

#define COPY_OF(position, seq, part)                                                               \
  "SELECT " position ", stream, " seq ", kind, \"on\", recorded_at, actor, command, " part         \
  ", imported, body_digest, digest, signature, signer FROM entries WHERE position = 2"

static void
test_append_only (void)
{
  static const char *const attempts[] = {
    "UPDATE entries SET actor = 'x' WHERE position = 2",
    "UPDATE entries SET position = 9 WHERE position = 3",
    "UPDATE OR REPLACE entries SET seq = 1 WHERE position = 2",
    "DELETE FROM entries WHERE position = 3",
    "DELETE FROM entries",
    "INSERT OR REPLACE INTO entries " COPY_OF ("2", "seq", "part"),
    "INSERT OR REPLACE INTO entries " COPY_OF ("4", "seq", "77"),
    "INSERT OR REPLACE INTO entries " COPY_OF ("4", "77", "part"),
    "INSERT OR REPLACE INTO entries " COPY_OF ("5", "77", "77"),
    "REPLACE INTO entries " COPY_OF ("2", "77", "77"),
    "INSERT INTO entries " COPY_OF ("2", "seq", "part") " ON CONFLICT DO UPDATE SET actor = 'x'",
    "UPDATE bodies SET body = '{}' WHERE position = 2",
    "DELETE FROM bodies WHERE position = 2",
    "INSERT OR REPLACE INTO bodies SELECT 2, salt, '{}' FROM bodies WHERE position = 2",
    "UPDATE docket SET founding = '{}'",
    "DELETE FROM docket",
    "REPLACE INTO docket SELECT 1, id, created_at, suite, '{}', digest FROM docket",
  };
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);

  append_some (docket, "case/2024-0001", 3);
  for (gsize i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autofree char *recursive
        = g_strconcat ("PRAGMA recursive_triggers = ON;", attempts[i], NULL);

      /* by this program's connection, and by a foreign one with SQLite's defaults */
      g_assert_cmpint (sqlite3_exec (YS_ENGINE_SQLITE (docket)->db, attempts[i], NULL, NULL, NULL),
                       !=, SQLITE_OK);
      g_assert_cmpint (run_sql (place->store, attempts[i]), !=, SQLITE_OK);
      g_assert_cmpint (run_sql (place->store, recursive), !=, SQLITE_OK);
      assert_whole (docket);
    }
  append_some (docket, "case/2024-0001", 1);
  assert_whole (docket);
}

static void
test_newer (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  append_some (docket, "agency", 2);
  g_clear_object (&docket);
  g_assert_cmpint (run_sql (place->store, "PRAGMA user_version = 99"), ==, SQLITE_OK);

  docket = place_open (place, YS_DOCKET_READ_WRITE);
  g_assert_nonnull (ys_docket_get_read_only_reason (docket));
  entries = gather_all (docket);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_null (ys_docket_begin (docket, NULL, FALSE, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NEWER);
  assert_whole (docket);
}

/* A file turned to WAL by another program is turned back. */
static void
test_wal (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autofree char *wal = g_strconcat (place->store, "-wal", NULL);

  append_some (docket, "agency", 2);
  g_clear_object (&docket);
  g_assert_cmpint (run_sql (place->store, "PRAGMA journal_mode = WAL"), ==, SQLITE_OK);
  docket = place_open (place, YS_DOCKET_READ_WRITE);
  append_some (docket, "agency", 1);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  assert_whole (docket);
}

static void
test_busy (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autoptr (YsDocket) other = place_open (place, YS_DOCKET_READ_WRITE);
  g_autoptr (GError) error = NULL;
  YsAppend *held = ys_docket_begin (other, NULL, FALSE, &error);
  gint64 began = g_get_monotonic_time ();

  ys_engine_sqlite_set_patience (100 * 1000);
  g_assert_null (ys_docket_begin (docket, NULL, FALSE, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, place->store));
  g_assert_cmpint (g_get_monotonic_time () - began, >=, 100 * 1000);
  ys_append_abandon (held);
  append_some (docket, "agency", 1);
  ys_engine_sqlite_set_patience (10 * G_USEC_PER_SEC);
}

/* A reader in the way of the commit: nothing is kept, and the next append goes through. */
static void
test_busy_commit (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autoptr (YsDocket) other = place_open (place, YS_DOCKET_READ_ONLY);
  g_autoptr (GError) error = NULL;
  sqlite3 *reader = YS_ENGINE_SQLITE (other)->db;
  gint64 position = -1;

  append_some (docket, "agency", 1);
  g_assert_cmpint (sqlite3_exec (reader, "BEGIN; SELECT count (*) FROM entries", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  ys_engine_sqlite_set_patience (50 * 1000);
  g_assert_false (append_one (docket, NULL, "agency", 1, BODY, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_BUSY);
  ys_engine_sqlite_set_patience (10 * G_USEC_PER_SEC);
  sqlite3_exec (reader, "COMMIT", NULL, NULL, NULL);

  g_assert_null (ys_docket_get_read_only_reason (docket));
  g_assert_true (ys_docket_get_position (docket, &position, NULL, NULL));
  g_assert_cmpint (position, ==, 1);
  append_some (docket, "agency", 1);
  assert_whole (docket);
}

static void
test_full (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autofree char *large = g_strnfill (100 * 1000, 'x');
  g_autofree char *body = g_strdup_printf ("{\"text\":\"%s\"}", large);
  g_autofree char *limit = NULL;
  g_autoptr (GError) error = NULL;
  YsAppend *append;
  gint64 position = -1;
  int added = 0;

  append_some (docket, "agency", 1);
  limit
    = g_strdup_printf ("PRAGMA max_page_count = %d", (int) ask (docket, "PRAGMA page_count") + 100);
  ask (docket, limit);

  append = ys_docket_begin (docket, NULL, FALSE, &error);
  while (
    ys_append_add (append, "agency", YS_SEQ_ANY, "noted", "2024-01-01", NULL, body, NULL, &error))
    g_assert_cmpint (++added, <, 100);
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NO_SPACE);
  g_assert_cmpint (added, >, 0);
  ys_append_abandon (append);

  g_assert_true (ys_docket_get_position (docket, &position, NULL, NULL));
  g_assert_cmpint (position, ==, 1);
  g_assert_null (ys_docket_get_read_only_reason (docket));
  append_some (docket, "agency", 1);
  assert_whole (docket);
}

/* Opening must not get slower as the docket grows: as many pages read of 20,000 entries as of 20.
 */
static int
count_reads (Place *place)
{
  g_autoptr (YsDocket) docket = place_open (place, YS_DOCKET_READ_WRITE);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_entry_unref);
  int misses = 0, highest = 0;

  g_assert_true (ys_docket_read_stream (docket, "agency", gather_cb, found, NULL));
  g_assert_cmpuint (found->len, ==, 1);
  sqlite3_db_status (YS_ENGINE_SQLITE (docket)->db, SQLITE_DBSTATUS_CACHE_MISS, &misses, &highest,
                     0);
  return misses;
}

static void
test_opening (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_INTL);
  int small, large;

  append_some (docket, "agency", 1);
  append_some (docket, "case/2024-0001", 20);
  small = count_reads (place);
  append_some (docket, "case/2024-0001", 20000);
  large = count_reads (place);
  g_test_message ("pages read: %d of 21 entries, %d of 20,021", small, large);
  g_assert_cmpint (large, <, small + 16);
}

/* No question that an officer waits for reads a whole table. */
static void
test_plans (void)
{
  static const struct
  {
    YsSql question;
    const char *plan;
  } rows[] = {
    { YS_SQL_LAST_SEQ, "SEARCH entries USING COVERING INDEX sqlite_autoindex_entries_1" },
    { YS_SQL_FIND_PART, "SEARCH entries USING INDEX sqlite_autoindex_entries_2" },
    { YS_SQL_READ_AFTER, "SEARCH e USING INTEGER PRIMARY KEY" },
    { YS_SQL_READ_STREAM, "SEARCH e USING INDEX sqlite_autoindex_entries_1" },
    { YS_SQL_READ_STREAMS, "SEARCH e USING INDEX sqlite_autoindex_entries_1" },
    { YS_SQL_LAST_STREAM, "SEARCH entries USING INDEX streams_by_length (<expr>=? AND "
                          "stream>? AND stream<?)" },
  };
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  YsEngineSqlite *engine = YS_ENGINE_SQLITE (docket);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      sqlite3_stmt *asked = ys_engine_sqlite_prepare (engine, rows[i].question, NULL);
      g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", sqlite3_sql (asked), NULL);
      sqlite3_stmt *plan = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (engine->db, sql, -1, &plan, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_step (plan), ==, SQLITE_ROW);
      g_assert_true (g_str_has_prefix ((const char *) sqlite3_column_text (plan, 3), rows[i].plan));
      while (sqlite3_step (plan) == SQLITE_ROW)
        g_assert_false (
          g_str_has_prefix ((const char *) sqlite3_column_text (plan, 3), "USE TEMP B-TREE"));
      sqlite3_finalize (plan);
    }
}

static gpointer
other_thread (gpointer data)
{
  gint64 position;

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*ON_OWN_THREAD*");
  g_assert_false (ys_docket_get_position (data, &position, NULL, NULL));
  g_test_assert_expected_messages ();
  return NULL;
}

static void
test_thread (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);

  g_thread_join (g_thread_new ("other", other_thread, docket));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine-sqlite/recipe", test_recipe);
  g_test_add_func ("/engine-sqlite/append-only", test_append_only);
  g_test_add_func ("/engine-sqlite/newer", test_newer);
  g_test_add_func ("/engine-sqlite/wal", test_wal);
  g_test_add_func ("/engine-sqlite/busy", test_busy);
  g_test_add_func ("/engine-sqlite/busy-commit", test_busy_commit);
  g_test_add_func ("/engine-sqlite/full", test_full);
  g_test_add_func ("/engine-sqlite/opening", test_opening);
  g_test_add_func ("/engine-sqlite/plans", test_plans);
  g_test_add_func ("/engine-sqlite/thread", test_thread);
  return g_test_run ();
}
