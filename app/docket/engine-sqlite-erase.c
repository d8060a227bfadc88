/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Erasing bodies from docket.db at the end of their retention, and the table that says which ones
 * went. Why one may go is an entry's business.
 *
 * The row stays, and body and salt in it are overwritten. Were it deleted, SQLite would clear it
 * (secure_delete), but also move rows together as pages run empty, and leave copies of them there
 * that no later erasing clears. Rows that are only appended, and only shrink, are never moved. */

#include "docket/engine-sqlite-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

gboolean
ys_engine_sqlite_knows_erased (YsEngineSqlite *self, gboolean *knows, GError **error)
{
  sqlite3_stmt *statement = ys_engine_sqlite_prepare (self, YS_SQL_KNOWS_ERASED, error);
  gint64 count;

  *knows = FALSE;
  if (statement == NULL || !ys_engine_sqlite_ask_number (self, statement, &count, error))
    return FALSE;
  *knows = count > 0;
  return TRUE;
}

gboolean
ys_engine_sqlite_is_erased (YsEngineSqlite *self, gint64 position, gboolean *erased, GError **error)
{
  sqlite3_stmt *statement;
  gint64 count;

  if (!ys_engine_sqlite_knows_erased (self, erased, error))
    return FALSE;
  if (!*erased)
    return TRUE;
  statement = ys_engine_sqlite_prepare (self, YS_SQL_FIND_ERASED, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, position);
  if (!ys_engine_sqlite_ask_number (self, statement, &count, error))
    return FALSE;
  *erased = count > 0;
  return TRUE;
}

/* Runs @which for @position, within the append. */
static gboolean
run_at (YsEngineSqlite *self, YsSql which, gint64 position, GError **error)
{
  sqlite3_stmt *statement = ys_engine_sqlite_prepare (self, which, error);
  int code;

  if (statement == NULL)
    {
      ys_engine_sqlite_roll_back (self);
      return FALSE;
    }
  sqlite3_bind_int64 (statement, 1, position);
  code = ys_engine_sqlite_run (self, statement);
  return code == SQLITE_OK || ys_engine_sqlite_fail_write (self, code, error);
}

gboolean
ys_engine_sqlite_append_erase_body (YsDocket *docket,
                                    YsAppend *append,
                                    gint64 position,
                                    GError **error)
{
  YsEngineSqlite *self = YS_ENGINE_SQLITE (docket);
  gboolean erased;

  if (position > append->position)
    {
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_FOUND,
                   _ ("There is no entry %" PRId64 " whose content could be erased."), position);
      return FALSE;
    }
  if (!ys_engine_sqlite_is_erased (self, position, &erased, error))
    return FALSE;
  if (erased)
    return TRUE;
  /* In this order: the trigger lets only those bodies be overwritten that stand in the table. */
  if (!run_at (self, YS_SQL_INSERT_ERASED, position, error)
      || !run_at (self, YS_SQL_ERASE_BODY, position, error))
    return FALSE;
  /* The row was gone already, by other hands than ours. */
  if (sqlite3_changes (self->db) != 1)
    return ys_engine_sqlite_fail_write (self, SQLITE_CORRUPT, error);
  return TRUE;
}

GArray *
ys_engine_sqlite_list_erased (YsDocket *docket, GError **error)
{
  YsEngineSqlite *self = YS_ENGINE_SQLITE (docket);
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement;
  gboolean knows;
  int code;

  if (!ys_engine_sqlite_knows_erased (self, &knows, error))
    return NULL;
  if (!knows)
    return g_steal_pointer (&positions);
  statement = ys_engine_sqlite_prepare (self, YS_SQL_LIST_ERASED, error);
  if (statement == NULL)
    return NULL;
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 position = sqlite3_column_int64 (statement, 0);

      g_array_append_val (positions, position);
    }
  sqlite3_reset (statement);
  if (code == SQLITE_DONE)
    return g_steal_pointer (&positions);
  ys_engine_sqlite_set_error (error, self->db, code, self->store);
  return NULL;
}
