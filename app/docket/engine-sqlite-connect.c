/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Connecting to docket.db: the recipe, on every connection alike, the waiting for locks, and the
 * connection that is left after a failed write. */

#include "docket/engine-sqlite-private.h"

#include <glib/gi18n-lib.h>

#define PATIENCE (10 * G_USEC_PER_SEC)

static gint64 patience = PATIENCE;

/* sqlite3_busy_timeout() starves writers (2.5 s waits among eight): short waits, each of another
 * length, let them take turns. */
static int
wait_cb (void *user_data, int count)
{
  gint64 *since = user_data;
  gint64 now = g_get_monotonic_time ();
  gint32 longest = 1000 << MIN (count, 4);

  if (count == 0)
    *since = now;
  if (now - *since >= patience)
    return 0;
  g_usleep ((gulong) g_random_int_range (longest / 2, longest));
  return 1;
}

static int
configure (sqlite3 *db)
{
  static const struct
  {
    int option;
    int value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },      { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },        { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 1 }, { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  };
  /* recursive_triggers: without it INSERT OR REPLACE slips past the delete triggers. cache_size:
   * room for the indexes while a large import is appended. */
  static const char pragmas[] = "PRAGMA mmap_size = 0;"
                                "PRAGMA cell_size_check = ON;"
                                "PRAGMA synchronous = EXTRA;"
                                "PRAGMA recursive_triggers = ON;"
                                "PRAGMA secure_delete = ON;"
                                "PRAGMA temp_store = MEMORY;"
                                "PRAGMA cache_size = -16384;";

  sqlite3_extended_result_codes (db, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      int code = sqlite3_db_config (db, options[i].option, options[i].value, NULL);

      if (code != SQLITE_OK)
        return code;
    }
  return sqlite3_exec (db, pragmas, NULL, NULL, NULL);
}

static int
read_number (sqlite3 *db, const char *sql, int *number)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    *number = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return code == SQLITE_ROW ? SQLITE_OK : code;
}

/* A file that somebody turned to WAL is turned back: WAL loses data on a share. */
static int
insist_on_rollback_journal (sqlite3 *db, gboolean *in_rollback_mode)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (db, "PRAGMA journal_mode = DELETE", -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    *in_rollback_mode
      = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "delete") == 0;
  sqlite3_finalize (statement);
  return code == SQLITE_ROW ? SQLITE_OK : code;
}

int
ys_engine_sqlite_read_version (sqlite3 *db, int *version)
{
  return read_number (db, "PRAGMA user_version", version);
}

int
ys_engine_sqlite_read_marks (sqlite3 *db, YsSqliteMarks *marks)
{
  int code = read_number (db, "PRAGMA application_id", &marks->application_id);

  if (code == SQLITE_OK)
    code = ys_engine_sqlite_read_version (db, &marks->version);
  if (code == SQLITE_OK)
    code = insist_on_rollback_journal (db, &marks->in_rollback_mode);
  return code;
}

gint64
ys_engine_sqlite_get_patience (void)
{
  return patience;
}

void
ys_engine_sqlite_set_patience (gint64 microseconds)
{
  patience = microseconds;
}

int
ys_engine_sqlite_connect (const char *store, int flags, gint64 *waiting_since, sqlite3 **db)
{
  /* One thread at a time has it (docket.c asserts that): SQLite's own mutex is not needed. */
  int code = sqlite3_open_v2 (store, db, flags | SQLITE_OPEN_NOMUTEX, NULL);

  if (code != SQLITE_OK)
    return code;
  sqlite3_busy_handler (*db, wait_cb, waiting_since);
  return configure (*db);
}

void
ys_engine_sqlite_close (YsEngineSqlite *self)
{
  for (int i = 0; i < YS_N_SQL; i++)
    g_clear_pointer (&self->statements[i], sqlite3_finalize);
  if (self->db != NULL && sqlite3_close (self->db) != SQLITE_OK)
    g_critical ("%s: a statement is left open", self->store);
  self->db = NULL;
}

void
ys_engine_sqlite_give_up_writing (YsEngineSqlite *self)
{
  int code;

  ys_engine_sqlite_close (self);
  ys_docket_set_read_only (YS_DOCKET (self), YS_DOCKET_ERROR_READ_ONLY,
                           _ ("The disk or the share failed while something was being written. "
                              "Close the docket and open it again; what was not confirmed has to "
                              "be looked for or entered again."));
  /* For writing, since the interrupted write may have to be undone before anything is read. */
  code = ys_engine_sqlite_connect (self->store, SQLITE_OPEN_READWRITE, &self->waiting_since,
                                   &self->db);
  if (code == SQLITE_OK)
    code = sqlite3_exec (self->db, "PRAGMA query_only = ON", NULL, NULL, NULL);
  if (code != SQLITE_OK)
    ys_engine_sqlite_close (self);
}
