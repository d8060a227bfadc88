/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening the index's SQLite file, telling whether it is the right one and whole, and making it
 * anew when it is not. No table is named here but meta. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "index/store-private.h"
#include "index/tokenizer.h"
#include "index/words.h"

/* Raise it whenever a row or a text comes out differently or the schema changes: older files are then
 * folded anew. */
#define FOLD_VERSION 6
#define APPLICATION_ID 0x59734978 /* "YsIx" */

/* A file up to this size is checked whole at opening (60 ms); damage in a larger one is found when
 * it is read. */
#define CHECK_MAX (32 * 1024 * 1024)

/* Another window commits in well under a second. SQLite's own busy timeout starves writers, so: a
 * short, jittered wait, this long in all. */
#define BUSY_MS 3000

static int
wait_a_little_cb (void *data, int times)
{
  YsStore *self = data;
  gint64 now = g_get_monotonic_time ();

  if (times == 0)
    self->busy_since = now;
  if (now - self->busy_since > BUSY_MS * G_TIME_SPAN_MILLISECOND)
    return 0;
  g_usleep ((gulong) g_random_int_range (1000, 12000));
  return 1;
}

static void
free_question (gpointer question)
{
  sqlite3_finalize (question);
}

/* ys_holds (text, words): the exact test behind the full-text candidates. */
static void
holds_cb (sqlite3_context *context, int n_args, sqlite3_value **args)
{
  YsWords *words = sqlite3_value_pointer (args[1], "ys-words");
  const char *text = (const char *) sqlite3_value_text (args[0]);

  sqlite3_result_int (context,
                      words != NULL && text != NULL
                        && ys_words_hold (words, text, (gsize) sqlite3_value_bytes (args[0])));
}

/* Of one case, while its texts are gone through. */
typedef struct
{
  gboolean *held;
  gboolean all;
} Together;

/* ys_hold_together (text, words): whether each word stands in one of the texts, whichever. */
static void
take_text_cb (sqlite3_context *context, int n_args, sqlite3_value **args)
{
  YsWords *words = sqlite3_value_pointer (args[1], "ys-words");
  Together *together = sqlite3_aggregate_context (context, sizeof *together);
  const char *text;

  if (words == NULL || together == NULL || together->all)
    return;
  text = (const char *) sqlite3_value_text (args[0]);
  if (text == NULL)
    return;
  if (together->held == NULL)
    together->held = g_new0 (gboolean, ys_words_count (words) + 1);
  together->all
    = ys_words_mark (words, text, (gsize) sqlite3_value_bytes (args[0]), together->held) == 0;
}

static void
tell_together_cb (sqlite3_context *context)
{
  Together *together = sqlite3_aggregate_context (context, 0);

  sqlite3_result_int (context, together != NULL && together->all);
  if (together != NULL)
    g_clear_pointer (&together->held, g_free);
}

static void
disconnect (YsStore *self)
{
  g_hash_table_remove_all (self->questions);
  g_clear_pointer (&self->db, sqlite3_close_v2);
}

/* Made before SQLite sees it, so that it is never readable for others. An existing file must not
 * be opened here: closing it would drop the locks of another index of this process. */
static int
create_file (YsStore *self)
{
  int fd = g_open (self->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd < 0)
    return errno == EEXIST ? SQLITE_OK : SQLITE_CANTOPEN;
  close (fd);
  return SQLITE_OK;
}

/* A file that gets its log while another window opens it is busy at once, without the handler being
 * asked (seen in a third of the runs of test-open on a laden machine). */
static int
begin_log (YsStore *self)
{
  int times = 0;
  int rc;

  do
    rc = sqlite3_exec (self->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
  while (ys_store_is_busy (rc) && wait_a_little_cb (self, times++));
  return rc;
}

static int
connect_to_file (YsStore *self)
{
  static const char setup[] = "PRAGMA cell_size_check = ON;"
                              "PRAGMA mmap_size = 0;"
                              "PRAGMA temp_store = MEMORY;"
                              "PRAGMA secure_delete = ON;"
                              "PRAGMA cache_size = -16384;"
                              "PRAGMA synchronous = NORMAL;";
  int rc = create_file (self);

  if (rc == SQLITE_OK)
    rc = sqlite3_open_v2 (self->path, &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  if (rc != SQLITE_OK)
    return rc;
  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_handler (self->db, wait_a_little_cb, self);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  rc = ys_tokenizer_register (self->db);
  if (rc == SQLITE_OK)
    rc = sqlite3_create_function_v2 (self->db, "ys_holds", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                     NULL, holds_cb, NULL, NULL, NULL);
  if (rc == SQLITE_OK)
    rc = sqlite3_create_function_v2 (self->db, "ys_hold_together", 2,
                                     SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, NULL, take_text_cb,
                                     tell_together_cb, NULL);
  if (rc == SQLITE_OK)
    rc = begin_log (self);
  if (rc == SQLITE_OK)
    rc = sqlite3_exec (self->db, setup, NULL, NULL, NULL);
  return rc;
}

/* A pragma's answer as integer, or the code of what went wrong. */
static int
read_number (YsStore *self, const char *sql, gint64 *number)
{
  sqlite3_stmt *statement = NULL;
  int rc = sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL);

  if (rc == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    *number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return rc == SQLITE_OK ? sqlite3_errcode (self->db) & 0xff : rc;
}

static gboolean
is_answer (YsStore *self, const char *sql, const char *wanted)
{
  sqlite3_stmt *statement = NULL;
  gboolean same = FALSE;

  if (sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    same = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), wanted) == 0;
  sqlite3_finalize (statement);
  return same;
}

typedef enum
{
  FOUND_OURS,
  FOUND_NOTHING,
  FOUND_OTHER, /* version, docket, or damage */
} Found;

static Found
look (YsStore *self)
{
  gint64 objects = -1;
  gint64 version = -1;
  gint64 application = -1;
  GStatBuf status;

  if (read_number (self, "SELECT count(*) FROM sqlite_schema", &objects) >= SQLITE_ERROR
      && objects < 0)
    return FOUND_OTHER;
  if (objects == 0)
    return FOUND_NOTHING;
  read_number (self, "PRAGMA user_version", &version);
  read_number (self, "PRAGMA application_id", &application);
  if (version != FOLD_VERSION || application != APPLICATION_ID
      || !is_answer (self, "SELECT docket FROM meta", self->docket_id))
    return FOUND_OTHER;
  if (g_stat (self->path, &status) == 0 && status.st_size <= CHECK_MAX
      && !is_answer (self, "PRAGMA quick_check (1)", "ok"))
    return FOUND_OTHER;
  return FOUND_OURS;
}

/* Two windows may come here at once: the second finds the tables made. */
static gboolean
create_tables (YsStore *self, GError **error)
{
  g_autofree char *versions = g_strdup_printf ("PRAGMA application_id = %d;"
                                               "PRAGMA user_version = %d;",
                                               APPLICATION_ID, FOLD_VERSION);
  g_autoptr (YsQuestion) owner = NULL;
  gint64 objects = 0;

  if (!ys_store_run_sql (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  read_number (self, "SELECT count(*) FROM sqlite_schema", &objects);
  if (objects > 0)
    return ys_store_run_sql (self, "ROLLBACK", error);
  if (ys_store_run_sql (self, ys_store_get_sql ("schema"), error)
      && ys_store_run_sql (self, versions, error)
      && (owner = ys_store_ask (self, "set-owner", error)) != NULL)
    {
      ys_question_bind_text (owner, 1, self->docket_id);
      if (ys_store_run (self, owner, error) && ys_store_run_sql (self, "COMMIT", error))
        return TRUE;
    }
  if (ys_store_in_transaction (self))
    ys_store_run_sql (self, "ROLLBACK", NULL);
  return FALSE;
}

/* SQLite's own way to empty a file, however damaged, under its locks: another window of the same
 * person may have it open, and a file taken from under it would take its log along. */
static int
reset_in_place (YsStore *self)
{
  int rc;

  g_hash_table_remove_all (self->questions);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_RESET_DATABASE, 1, NULL);
  rc = sqlite3_exec (self->db, "VACUUM", NULL, NULL, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_RESET_DATABASE, 0, NULL);
  if (rc == SQLITE_OK)
    rc = sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  return ys_store_is_busy (rc) ? rc : rc == SQLITE_OK ? SQLITE_OK : SQLITE_CORRUPT;
}

/* Where even that fails there is nothing that another window could still read. */
static int
delete_and_connect (YsStore *self)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  disconnect (self);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (self->path, suffixes[i], NULL);

      g_unlink (path);
    }
  return connect_to_file (self);
}

gboolean
ys_store_remake (YsStore *self, GError **error)
{
  int rc = self->db != NULL ? reset_in_place (self) : SQLITE_CORRUPT;

  if (ys_store_is_busy (rc))
    {
      ys_store_set_error (self, rc, error);
      return FALSE;
    }
  if (rc != SQLITE_OK || !create_tables (self, NULL))
    {
      rc = delete_and_connect (self);
      if (rc != SQLITE_OK || !create_tables (self, NULL))
        {
          g_set_error (error, YS_INDEX_ERROR, YS_INDEX_ERROR_DAMAGED,
                       _ ("The search table “%s” was damaged and cannot be made anew. Check the "
                          "disk and the permissions of its folder, or delete the file."),
                       self->path);
          return FALSE;
        }
    }
  self->damaged = FALSE;
  return TRUE;
}

YsStore *
ys_store_open (const char *dir, const char *docket_id, GError **error)
{
  g_autoptr (YsStore) self = g_new0 (YsStore, 1);
  gboolean ready = FALSE;
  int rc;

  self->path = g_build_filename (dir, "index.db", NULL);
  self->docket_id = g_strdup (docket_id);
  self->questions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_question);
  if (g_mkdir_with_parents (dir, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, YS_INDEX_ERROR, YS_INDEX_ERROR_IO,
                   _ ("The folder “%s” for the search table cannot be made: %s. Check the "
                      "permissions of the folder above it."),
                   dir, g_strerror (code));
      return NULL;
    }
  rc = connect_to_file (self);
  if (rc != SQLITE_OK && !ys_store_is_damage (rc))
    {
      ys_store_set_error (self, rc, error);
      return NULL;
    }
  switch (rc == SQLITE_OK ? look (self) : FOUND_OTHER)
    {
    case FOUND_OURS:
      ready = TRUE;
      break;
    case FOUND_NOTHING:
      ready = create_tables (self, error);
      break;
    case FOUND_OTHER:
      ready = ys_store_remake (self, error);
      break;
    default:
      g_assert_not_reached ();
    }
  return ready ? g_steal_pointer (&self) : NULL;
}

void
ys_store_close (YsStore *self)
{
  disconnect (self);
  g_hash_table_unref (self->questions);
  g_free (self->path);
  g_free (self->docket_id);
  g_free (self);
}
