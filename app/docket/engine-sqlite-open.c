/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening a folder docket: telling ours from others' and whole from damaged, and finding out
 * whether it can be written. The founding of one stands in engine-sqlite-found.c. */

#include "docket/engine-sqlite-private.h"

#include "docket/folder.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is wrong with a folder whose docket.db cannot be ours. With files/ beside it, it was a
 * docket once and is damaged; without, it is something else. */
static gboolean
set_stranger_error (YsEngineSqlite *self, GError **error)
{
  if (g_file_test (self->files, G_FILE_TEST_IS_DIR))
    g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_CORRUPT,
                 _ ("The file %s of this docket is missing or damaged. Restore the latest backup."),
                 self->store);
  else
    g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_OURS,
                 _ ("The folder %s is not a docket of this program. Choose a folder that was "
                    "founded as one."),
                 self->folder);
  return FALSE;
}

/* Looked at before SQLite is: it would make a file of nothing, and hang on a pipe. */
static gboolean
examine_folder (YsEngineSqlite *self, GError **error)
{
  GStatBuf status;

  if (g_stat (self->folder, &status) != 0)
    {
      if (errno == ENOENT || errno == ENOTDIR)
        g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_FOUND,
                     _ ("There is no docket %s. Look whether the name is right and the disk or "
                        "share is connected."),
                     self->folder);
      else
        ys_set_errno (error, errno, _ ("The folder %s cannot be looked into"), self->folder);
      return FALSE;
    }
  if (!S_ISDIR (status.st_mode))
    {
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_OURS,
                   _ ("%s is a file, not a docket. Choose the folder that the docket lies in."),
                   self->folder);
      return FALSE;
    }
  if (g_lstat (self->store, &status) != 0)
    {
      if (errno == ENOENT)
        return set_stranger_error (self, error);
      return ys_set_errno (error, errno, _ ("The folder %s cannot be looked into"), self->folder);
    }
  if (!S_ISREG (status.st_mode) || status.st_size == 0)
    return set_stranger_error (self, error);
  return TRUE;
}

static gboolean
judge_marks (YsEngineSqlite *self, const YsSqliteMarks *marks, GError **error)
{
  if (marks->application_id != YS_SQLITE_APPLICATION_ID)
    {
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_OURS,
                   _ ("The file %s belongs to another program; the folder is not a docket."),
                   self->store);
      return FALSE;
    }
  if (marks->version < 1)
    return set_stranger_error (self, error);
  self->older = marks->version < YS_SQLITE_VERSION;
  if (!marks->in_rollback_mode)
    {
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_BUSY,
                   _ ("Another program has %s open in write-ahead mode, which loses entries on a "
                      "share. Close that program and try again."),
                   self->store);
      return FALSE;
    }
  if (marks->version > YS_SQLITE_VERSION)
    {
      self->newer = TRUE;
      ys_docket_set_read_only (YS_DOCKET (self), YS_DOCKET_ERROR_NEWER,
                               _ ("The docket was written by a newer version of Yishen. It can be "
                                  "read here; to write to it, install that version."));
    }
  return TRUE;
}

/* The founding's row, and whether it still has the digest that the chain begins with. */
static gboolean
load_facts (YsEngineSqlite *self, GError **error)
{
  static const char question[] = "SELECT id, created_at, suite, founding, digest FROM docket";
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (self->db, question, -1, &statement, NULL);
  char root[YS_DIGEST_SIZE];
  const char *facts[5];
  gboolean sound = TRUE;
  YsSuite suite;

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code != SQLITE_ROW)
    {
      sqlite3_finalize (statement);
      return ys_engine_sqlite_set_error (error, self->db, code, self->store);
    }

  for (int i = 0; i < 5; i++)
    {
      facts[i] = ys_engine_sqlite_column (statement, i, &sound);
      sound = sound && facts[i] != NULL;
    }
  /* The id becomes part of a file's name in this client's own folder: nothing but a UUID will do.
   */
  if (!sound || !g_uuid_string_is_valid (facts[0]) || !ys_suite_from_name (facts[2], &suite))
    {
      sqlite3_finalize (statement);
      return ys_engine_sqlite_set_error (error, self->db, SQLITE_CORRUPT, self->store);
    }
  self->hash = ys_hash_new (suite, error);
  if (self->hash != NULL)
    {
      ys_docket_set_facts (YS_DOCKET (self), self->folder, facts[0], suite, facts[3], facts[4]);
      ys_chain_digest_root (self->hash, facts[0], facts[1], facts[2], facts[3], root);
      if (g_strcmp0 (root, facts[4]) != 0)
        {
          g_autofree char *reason = g_strdup_printf (_ ("The founding of the docket %s has been "
                                                        "changed. Restore the latest backup."),
                                                     self->folder);

          self->founding_changed = TRUE;
          ys_docket_set_distrust (YS_DOCKET (self), reason);
        }
    }
  sqlite3_finalize (statement);
  return self->hash != NULL;
}

/* The journal lies beside docket.db, so leave to write to the folder is needed as well. Effective
 * rights are asked for, not those of the person who started a privileged program. */
static void
look_for_obstacles (YsEngineSqlite *self)
{
  if (faccessat (AT_FDCWD, self->folder, W_OK | X_OK, AT_EACCESS) != 0
      || sqlite3_db_readonly (self->db, "main") != 0)
    {
      g_autofree char *reason
        = g_strdup_printf (_ ("The folder %s or the file %s in it cannot be written: it may be "
                              "read here. To write "
                              "to it, ask for leave to change that folder and all in it."),
                           self->folder, YS_FOLDER_STORE);

      ys_docket_set_read_only (YS_DOCKET (self), YS_DOCKET_ERROR_READ_ONLY, reason);
    }
}

/* A reader alone cannot undo a write that was cut off, and must not read the half of it. */
static int
undo_interrupted_write (YsEngineSqlite *self)
{
  sqlite3 *db = NULL;
  YsSqliteMarks marks;
  int code
    = ys_engine_sqlite_connect (self->store, SQLITE_OPEN_READWRITE, &self->waiting_since, &db);

  if (code == SQLITE_OK)
    code = ys_engine_sqlite_read_marks (db, &marks);
  sqlite3_close (db);
  return code;
}

/* Connects and takes the first look; a write that was cut off shows itself here. */
static int
look_into (YsEngineSqlite *self, int flags, YsSqliteMarks *marks)
{
  int code = ys_engine_sqlite_connect (self->store, flags, &self->waiting_since, &self->db);

  return code == SQLITE_OK ? ys_engine_sqlite_read_marks (self->db, marks) : code;
}

static gboolean
load (YsEngineSqlite *self, int flags, GError **error)
{
  YsSqliteMarks marks = { 0 };
  int code;

  code = look_into (self, flags, &marks);
  if (code == SQLITE_READONLY_ROLLBACK && undo_interrupted_write (self) == SQLITE_OK)
    {
      ys_engine_sqlite_close (self);
      code = look_into (self, flags, &marks);
    }
  if (code == SQLITE_NOTADB)
    return set_stranger_error (self, error);
  if (code != SQLITE_OK)
    return ys_engine_sqlite_set_error (error, self->db, code, self->store);
  if (!judge_marks (self, &marks, error) || !load_facts (self, error))
    return FALSE;
  if (flags == SQLITE_OPEN_READWRITE)
    look_for_obstacles (self);
  return TRUE;
}

/* Under the lock, since another client may be about to do the same. The SQLite result code. */
static int
bring_up (YsEngineSqlite *self)
{
  int version = 0;
  int code = sqlite3_exec (self->db, "BEGIN IMMEDIATE", NULL, NULL, NULL);

  if (code == SQLITE_OK)
    code = ys_engine_sqlite_read_version (self->db, &version);
  if (code == SQLITE_OK && version < YS_SQLITE_VERSION)
    code = ys_engine_sqlite_bring_up_tables (self->db, version);
  return code == SQLITE_OK ? sqlite3_exec (self->db, "COMMIT", NULL, NULL, NULL) : code;
}

gboolean
ys_engine_sqlite_bring_up (YsDocket *docket, GError **error)
{
  YsEngineSqlite *self = YS_ENGINE_SQLITE (docket);
  g_autoptr (GError) local = NULL;
  int code;

  if (!self->older || ys_docket_get_private (docket)->read_only_reason != NULL)
    return TRUE;
  code = bring_up (self);
  if (code == SQLITE_OK)
    {
      self->older = FALSE;
      return TRUE;
    }
  ys_engine_sqlite_fail_write (self, code, &local);
  if (g_error_matches (local, YS_DOCKET_ERROR, YS_DOCKET_ERROR_BUSY)
      || g_error_matches (local, YS_DOCKET_ERROR, YS_DOCKET_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  /* As it was, it can still be read. */
  ys_docket_set_read_only (docket, (YsDocketError) local->code, local->message);
  return TRUE;
}

YsDocket *
ys_engine_sqlite_open (const char *folder, YsDocketMode mode, GError **error)
{
  g_autoptr (YsEngineSqlite) self = g_object_new (YS_TYPE_ENGINE_SQLITE, NULL);
  gboolean changed;

  self->folder = g_strdup (folder);
  self->store = g_build_filename (folder, YS_FOLDER_STORE, NULL);
  self->files = g_build_filename (folder, YS_FOLDER_FILES, NULL);
  if (!examine_folder (self, error))
    return NULL;
  if (!load (self, mode == YS_DOCKET_READ_ONLY ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE,
             error))
    return NULL;
  /* From here on "changed" is counted. */
  if (!YS_DOCKET_GET_CLASS (self)->has_changed (YS_DOCKET (self), &changed, error))
    return NULL;
  return YS_DOCKET (g_steal_pointer (&self));
}
