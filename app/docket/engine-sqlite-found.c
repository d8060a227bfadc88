/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Founding a docket in a new or an empty folder: all of it or nothing. */

#include "docket/engine-sqlite-private.h"

#include "docket/folder.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <errno.h>

/* Claims @folder for a docket: made new, or empty and ours from now on. */
static gboolean
claim_folder (const char *folder, gboolean *made, GError **error)
{
  g_autofree char *files = g_build_filename (folder, YS_FOLDER_FILES, NULL);
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) local = NULL;

  *made = g_mkdir (folder, 0770) == 0;
  if (!*made && errno != EEXIST)
    return ys_set_errno (error, errno, _ ("The folder %s cannot be made"), folder);
  dir = g_dir_open (folder, 0, &local);
  if (dir == NULL && g_file_test (folder, G_FILE_TEST_IS_DIR))
    return ys_set_errno (error, EACCES, _ ("The folder %s cannot be looked into"), folder);
  if (dir == NULL || g_dir_read_name (dir) != NULL)
    {
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_EXISTS,
                   _ ("%s is already there and not an empty folder. Choose another name."), folder);
      return FALSE;
    }
  /* Of two who found at once, one makes this folder. */
  if (g_mkdir (files, 0770) == 0)
    return TRUE;
  ys_set_errno (error, errno, _ ("The folder %s cannot be made"), files);
  if (*made)
    g_rmdir (folder);
  return FALSE;
}

static int
write_founding (sqlite3 *db, YsHash *hash, YsSuite suite, const char *founding)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *created_at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *id = g_uuid_string_random ();
  const char *name = ys_suite_get_name (suite);
  sqlite3_stmt *statement = NULL;
  char root[YS_DIGEST_SIZE];
  int code;

  ys_chain_digest_root (hash, id, created_at, name, founding, root);
  code = sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  if (code == SQLITE_OK)
    code = ys_engine_sqlite_make_tables (db);
  if (code == SQLITE_OK)
    code = sqlite3_prepare_v2 (db, "INSERT INTO docket VALUES (1, ?, ?, ?, ?, ?)", -1, &statement,
                               NULL);
  if (code != SQLITE_OK)
    return code;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, created_at, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, name, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, founding, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 5, root, -1, SQLITE_STATIC);
  code = sqlite3_step (statement);
  sqlite3_finalize (statement);
  return code == SQLITE_DONE ? sqlite3_exec (db, "COMMIT", NULL, NULL, NULL) : code;
}

static gboolean
make_store (const char *folder, YsSuite suite, const char *founding, GError **error)
{
  g_autofree char *store = g_build_filename (folder, YS_FOLDER_STORE, NULL);
  g_autoptr (YsHash) hash = ys_hash_new (suite, error);
  gint64 waiting_since = 0;
  sqlite3 *db = NULL;
  int code;

  if (hash == NULL)
    return FALSE;
  code = ys_engine_sqlite_connect (store, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                   &waiting_since, &db);
  if (code == SQLITE_OK)
    code = write_founding (db, hash, suite, founding);
  if (code != SQLITE_OK)
    ys_engine_sqlite_set_error (error, db, code, store);
  sqlite3_close (db);
  return code == SQLITE_OK;
}

gboolean
ys_engine_sqlite_found (
  const char *folder, YsSuite suite, const char *founding, gboolean *made, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (folder);

  if (!claim_folder (folder, made, error))
    return FALSE;
  if (make_store (folder, suite, founding, error) && ys_folder_write_readme (folder, error)
      && ys_folder_sync (folder, error) && (!*made || ys_folder_sync (parent, error)))
    return TRUE;
  ys_folder_remove (folder, *made);
  return FALSE;
}
