/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQLite's result codes as sentences for a person. Its own messages never leave this engine. */

#include "docket/engine-sqlite-private.h"

#include <glib/gi18n-lib.h>
#include <errno.h>

static gboolean
set_disk_error (GError **error, sqlite3 *db, int code, const char *store)
{
  int cause = db != NULL ? sqlite3_system_errno (db) : 0;

  if (code == SQLITE_IOERR_CORRUPTFS)
    g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_CORRUPT,
                 _ ("The disk reports that the file %s is damaged. Restore the latest backup."),
                 store);
  else if (cause == ENOSPC || cause == EDQUOT)
    g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NO_SPACE,
                 _ ("The disk that holds %s is full. Make room there and try again."), store);
  else
    g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_IO,
                 _ ("The disk or the share that holds %s failed. Look whether it is connected, "
                    "then open the docket again."),
                 store);
  return FALSE;
}

static gboolean
set_read_only_error (GError **error, int code, const char *store)
{
  switch (code)
    {
    case SQLITE_READONLY_DBMOVED:
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED,
                   _ ("The file %s was moved or replaced while the docket was open. Close the "
                      "docket and open it again."),
                   store);
      break;
    case SQLITE_READONLY_ROLLBACK:
    case SQLITE_READONLY_CANTLOCK:
    case SQLITE_READONLY_RECOVERY:
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_READ_ONLY,
                   _ ("A write to %s was interrupted and has first to be undone. Open the docket "
                      "once from a computer that may write to its folder."),
                   store);
      break;
    default:
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_READ_ONLY,
                   _ ("The file %s cannot be written. Ask for leave to write to it and to its "
                      "folder."),
                   store);
    }
  return FALSE;
}

gboolean
ys_engine_sqlite_set_error (GError **error, sqlite3 *db, int code, const char *store)
{
  g_debug ("%s: SQLite %d: %s", store, code, db != NULL ? sqlite3_errmsg (db) : "");

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_BUSY,
                   _ ("Another computer or program keeps %s locked. Wait a moment and try again; "
                      "if it stays so, look who has the docket open."),
                   store);
      return FALSE;
    case SQLITE_FULL:
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NO_SPACE,
                   _ ("The disk that holds %s is full; nothing was kept. Make room there and try "
                      "again."),
                   store);
      return FALSE;
    case SQLITE_IOERR:
      return set_disk_error (error, db, code, store);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return set_read_only_error (error, code, store);
    case SQLITE_CANTOPEN:
      if (db != NULL && (sqlite3_system_errno (db) == EACCES || sqlite3_system_errno (db) == EROFS))
        return set_read_only_error (error, code, store);
      return set_disk_error (error, db, code, store);
    case SQLITE_NOMEM:
    case SQLITE_INTERRUPT:
    case SQLITE_PROTOCOL:
    case SQLITE_MISUSE:
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_IO,
                   _ ("The docket in %s could not be worked on (%d). Close other programs and try "
                      "again."),
                   store, code);
      return FALSE;
    default:
      /* CORRUPT and NOTADB; also ERROR (a table is missing), CONSTRAINT, TOOBIG, MISMATCH: our own
       * statements meet these only in a file that is not as we made it. */
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_CORRUPT,
                   _ ("The file %s is damaged. Restore the latest backup."), store);
      return FALSE;
    }
}

gboolean
ys_engine_sqlite_is_in_place (YsEngineSqlite *self, GError **error)
{
  int moved = 0;

  if (sqlite3_file_control (self->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK
      || !moved)
    return TRUE;
  return set_read_only_error (error, SQLITE_READONLY_DBMOVED, self->store);
}
