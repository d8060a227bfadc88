/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copying a folder docket while it is in use: the store through SQLite's own backup, page by page,
 * and every file by its digest. The copy is built beside its name and verified before it gets it.
 */

#include "docket/engine-sqlite-private.h"

#include "docket/blobs.h"
#include "docket/folder.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <errno.h>

/* So many pages (1 MiB) between two locks. */
#define PAGES 256
/* An append of somebody else makes SQLite begin anew. After so many beginnings the rest is copied
 * under one lock, or a busy office would never get a copy. */
#define BEGINNINGS 3

typedef struct
{
  YsEngineSqlite *from;
  char *to; /* files/ of the copy */
  YsProgressFunc progress;
  gpointer user_data;
  gint64 done;
  gint64 total;
} Copying;

static gboolean
tell_progress (Copying *self, GError **error)
{
  if (self->progress == NULL || self->progress (self->done, self->total, self->user_data))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The backup was cancelled."));
  return FALSE;
}

static gboolean
step_through (Copying *self, sqlite3_backup *backup, const char *store, sqlite3 *db, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + ys_engine_sqlite_get_patience ();
  int beginnings = 0, remaining = -1;
  int code;

  do
    {
      code = sqlite3_backup_step (backup, beginnings < BEGINNINGS ? PAGES : -1);
      if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        {
          /* The busy handler has waited already where it was asked; a lock met between is rare. */
          if (g_get_monotonic_time () > deadline)
            break;
          g_usleep (2000);
          continue;
        }
      if (code != SQLITE_OK && code != SQLITE_DONE)
        break;
      deadline = g_get_monotonic_time () + ys_engine_sqlite_get_patience ();
      if (remaining >= 0 && sqlite3_backup_remaining (backup) >= remaining && code == SQLITE_OK)
        beginnings++;
      remaining = sqlite3_backup_remaining (backup);
      self->done = sqlite3_backup_pagecount (backup) - remaining;
      self->total = MAX (self->total, sqlite3_backup_pagecount (backup));
      if (!tell_progress (self, error))
        return FALSE;
    }
  while (code != SQLITE_DONE);

  if (code == SQLITE_DONE)
    return TRUE;
  return ys_engine_sqlite_set_error (error, db, code, store);
}

static gboolean
copy_store (Copying *self, const char *store, GError **error)
{
  gint64 waiting_since = 0;
  sqlite3 *db = NULL;
  int code = ys_engine_sqlite_connect (store, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                       &waiting_since, &db);
  sqlite3_backup *backup = NULL;
  gboolean copied = FALSE;

  if (code == SQLITE_OK)
    backup = sqlite3_backup_init (db, "main", self->from->db, "main");
  if (backup == NULL)
    ys_engine_sqlite_set_error (error, db, code != SQLITE_OK ? code : sqlite3_errcode (db), store);
  else
    {
      copied = step_through (self, backup, store, db, error);
      code = sqlite3_backup_finish (backup);
      if (copied && code != SQLITE_OK)
        copied = ys_engine_sqlite_set_error (error, db, code, store);
    }
  sqlite3_close (db);
  return copied;
}

static gboolean
copy_file_cb (const char *digest, gboolean strange, gint64 done, gpointer user_data, GError **error)
{
  Copying *self = user_data;
  YsSuite suite;
  gboolean same;
  g_autoptr (GInputStream) stream = NULL;
  g_autofree char *copied = NULL;

  if (strange)
    return TRUE; /* no file of the docket: verifying tells of it */
  if (ys_blobs_is_gone (self->from->files, digest))
    return TRUE; /* erased since its name was read */
  if (!ys_blobs_compare (self->from->files, digest, &suite, &same, error))
    return FALSE;
  stream = ys_blobs_get (self->from->files, digest, error);
  if (stream == NULL)
    return FALSE;
  copied = ys_blobs_put (self->to, suite, stream, G_MAXINT64, NULL, error);
  if (copied == NULL)
    return FALSE;
  if (!same || strcmp (strchr (copied, ':'), strchr (digest, ':')) != 0)
    {
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_CORRUPT,
                   _ ("The file %s is not the one that was put into the docket, so no whole backup "
                      "can be made. Put back the right file from an older backup."),
                   digest);
      return FALSE;
    }
  self->done++;
  return tell_progress (self, error);
}

/* What was copied is opened and read as a stranger would, and must reach as far as the docket did
 * when the copying began. */
static gboolean
check_copy (const char *folder, gint64 head, GError **error)
{
  g_autoptr (YsDocket) copy = ys_engine_sqlite_open (folder, YS_DOCKET_READ_ONLY, error);
  g_autoptr (YsVerdict) verdict = NULL;

  if (copy == NULL)
    return FALSE;
  verdict = ys_engine_sqlite_verify (copy, NULL, NULL, error);
  if (verdict == NULL)
    return FALSE;
  if (verdict->reason == NULL && verdict->entries >= head)
    return TRUE;
  g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_CORRUPT,
               _ ("The copy was not kept, for it is not whole. %s"),
               verdict->reason != NULL ? verdict->reason : _ ("Its last entries are missing."));
  return FALSE;
}

static gboolean
copy_into (Copying *self, const char *folder, GError **error)
{
  YsEngineSqlite *from = self->from;
  g_autofree char *store = g_build_filename (folder, YS_FOLDER_STORE, NULL);
  gint64 head, files;

  if (!ys_engine_sqlite_get_head (from, &head, NULL, error)
      || !ys_blobs_count (from->files, ys_docket_get_suite (YS_DOCKET (from)), &files, error))
    return FALSE;
  if (g_mkdir (self->to, 0770) != 0)
    return ys_set_errno (error, errno, _ ("The folder %s cannot be made"), self->to);
  /* The store first: each file that an entry in it speaks of was kept before that entry. */
  if (!copy_store (self, store, error))
    return FALSE;
  self->total = self->done + files;
  return ys_blobs_walk (from->files, ys_docket_get_suite (YS_DOCKET (from)), copy_file_cb, self,
                        error)
         && ys_folder_write_readme (folder, error) && ys_folder_sync (folder, error)
         && check_copy (folder, head, error);
}

/* The finished copy gets its name in one step, or is none. */
static gboolean
give_name (const char *building, const char *target, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (target);

  if (g_rename (building, target) != 0)
    return ys_set_errno (error, errno, _ ("The finished backup cannot be named %s"), target);
  if (ys_folder_sync (parent, error))
    return TRUE;
  ys_folder_remove (target, TRUE);
  return FALSE;
}

gboolean
ys_engine_sqlite_backup (
  YsDocket *docket, const char *to, YsProgressFunc progress, gpointer user_data, GError **error)
{
  Copying self
    = { .from = YS_ENGINE_SQLITE (docket), .progress = progress, .user_data = user_data };
  g_autofree char *target = g_canonicalize_filename (to, NULL);
  g_autofree char *building = NULL;
  GStatBuf status;
  gboolean done;

  if (g_lstat (target, &status) == 0)
    {
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_EXISTS,
                   _ ("%s is already there. Choose a new name for the backup."), target);
      return FALSE;
    }
  building = ys_folder_make_beside (target, "part", error);
  if (building == NULL)
    return FALSE;
  self.to = g_build_filename (building, YS_FOLDER_FILES, NULL);
  done = copy_into (&self, building, error) && give_name (building, target, error);
  if (!done)
    ys_folder_remove (building, TRUE);
  g_free (self.to);
  return done;
}
