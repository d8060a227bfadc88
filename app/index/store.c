/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking the index's SQLite file: prepared questions, their values, what went wrong. How the file
 * is opened stands in store-open.c. */
#include "index/store.h"

#include <glib/gi18n-lib.h>

#include "index/index-queries.h"
#include "index/store-private.h"

/* --- errors ---------------------------------------------------------------------------------- */

gboolean
ys_store_is_damage (int rc)
{
  return (rc & 0xff) == SQLITE_CORRUPT || (rc & 0xff) == SQLITE_NOTADB;
}

gboolean
ys_store_is_busy (int rc)
{
  return (rc & 0xff) == SQLITE_BUSY || (rc & 0xff) == SQLITE_LOCKED;
}

void
ys_store_set_error (YsStore *self, int rc, GError **error)
{
  const char *reason = self->db != NULL ? sqlite3_errmsg (self->db) : sqlite3_errstr (rc);

  if (ys_store_is_damage (rc))
    {
      self->damaged = TRUE;
      g_set_error (error, YS_INDEX_ERROR, YS_INDEX_ERROR_DAMAGED,
                   _ ("The search table “%s” on this computer is damaged. Nothing is lost: it will "
                      "be made anew from the docket."),
                   self->path);
    }
  else if (ys_store_is_busy (rc))
    g_set_error (error, YS_INDEX_ERROR, YS_INDEX_ERROR_BUSY,
                 _ ("Another window of yours is writing the search table “%s”. Try again in a "
                    "moment, or close the other window."),
                 self->path);
  else if ((rc & 0xff) == SQLITE_FULL)
    g_set_error (error, YS_INDEX_ERROR, YS_INDEX_ERROR_IO,
                 _ ("There is no room left on the disk for the search table “%s”. Free some space, "
                    "then try again."),
                 self->path);
  else
    g_set_error (error, YS_INDEX_ERROR, YS_INDEX_ERROR_IO,
                 _ ("The search table “%s” cannot be read or written (%s). Check the disk and the "
                    "permissions of its folder."),
                 self->path, reason);
}

static gboolean
succeed (YsStore *self, int rc, GError **error)
{
  if (rc == SQLITE_OK || rc == SQLITE_DONE || rc == SQLITE_ROW)
    return TRUE;
  ys_store_set_error (self, rc, error);
  return FALSE;
}

/* --- questions ------------------------------------------------------------------------------- */

const char *
ys_store_get_sql (const char *name)
{
  g_autofree char *path = g_strdup_printf ("/yishen/index/query/%s.sql", name);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ys_index_queries_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  /* The bytes are the program's own, not a copy, and end in a nul. */
  g_assert (bytes != NULL);
  return g_bytes_get_data (bytes, NULL);
}

static YsQuestion *
prepare (YsStore *self, const char *key, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int rc = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);

  if (!succeed (self, rc, error))
    return NULL;
  g_hash_table_insert (self->questions, g_strdup (key), statement);
  return statement;
}

YsQuestion *
ys_store_ask (YsStore *self, const char *name, GError **error)
{
  YsQuestion *question = g_hash_table_lookup (self->questions, name);

  return question != NULL ? question : prepare (self, name, ys_store_get_sql (name), error);
}

YsQuestion *
ys_store_ask_sql (YsStore *self, const char *sql, GError **error)
{
  YsQuestion *question = g_hash_table_lookup (self->questions, sql);

  return question != NULL ? question : prepare (self, sql, sql, error);
}

void
ys_question_rest (YsQuestion *self)
{
  sqlite3_reset (self);
  sqlite3_clear_bindings (self);
}

int
ys_store_step (YsStore *self, YsQuestion *question, GError **error)
{
  int rc = sqlite3_step (question);

  if (rc == SQLITE_ROW)
    return 1;
  if (rc == SQLITE_DONE)
    return 0;
  ys_store_set_error (self, rc, error);
  return -1;
}

gboolean
ys_store_run (YsStore *self, YsQuestion *question, GError **error)
{
  int rc = sqlite3_step (question);
  gboolean done = succeed (self, rc, error);

  ys_question_rest (question);
  return done;
}

gboolean
ys_store_run_sql (YsStore *self, const char *sql, GError **error)
{
  return succeed (self, sqlite3_exec (self->db, sql, NULL, NULL, NULL), error);
}

void
ys_question_bind_text (YsQuestion *self, int index, const char *text)
{
  sqlite3_bind_text (self, index, text, -1, SQLITE_STATIC);
}

void
ys_question_bind_day (YsQuestion *self, int index, YsDay day)
{
  if (day == YS_DAY_NONE)
    sqlite3_bind_null (self, index);
  else
    sqlite3_bind_int (self, index, day);
}

YsDay
ys_question_get_day (YsQuestion *self, int column)
{
  if (sqlite3_column_type (self, column) == SQLITE_NULL)
    return YS_DAY_NONE;
  return sqlite3_column_int (self, column);
}

char *
ys_question_dup_text (YsQuestion *self, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (self, column));
}

gboolean
ys_store_is_damaged (const YsStore *self)
{
  return self->damaged;
}

gboolean
ys_store_in_transaction (const YsStore *self)
{
  return sqlite3_get_autocommit (self->db) == 0;
}

gboolean
ys_store_empty_log (YsStore *self)
{
  return sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL)
         == SQLITE_OK;
}
