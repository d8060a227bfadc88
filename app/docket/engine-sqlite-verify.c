/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verifying all of a folder docket: every digest from the founding on, gaps, the store's own
 * integrity, this client's pin, and every file against its name. Only the first bad place is told,
 * for what follows it hangs on it. */

#include "docket/engine-sqlite-private.h"

#include "docket/blobs.h"
#include "docket/signer.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* As many entries between two locks, and two looks at whether to go on. It ends earlier after so
 * many signatures, for one takes as long as a hundred entries (1 ms with SM2). */
#define HANDFUL 1024
#define SIGNATURES 32

typedef struct
{
  YsEngineSqlite *engine;
  YsVerdict *verdict;
  YsProgressFunc progress;
  gpointer user_data;
  gint64 head;  /* entries there were when it began */
  gint64 files; /* files there were */
  gint64 signatures; /* tested */
  char previous[YS_DIGEST_SIZE];
} Verifying;

static gboolean
tell_progress (Verifying *self, GError **error)
{
  gint64 done = self->verdict->entries + self->verdict->files;

  if (self->progress == NULL || self->progress (done, self->head + self->files, self->user_data))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                       _ ("Verifying the docket was cancelled."));
  return FALSE;
}

static void find_fault (Verifying *self, gint64 position, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

static void
find_fault (Verifying *self, gint64 position, const char *format, ...)
{
  va_list arguments;

  g_assert (self->verdict->reason == NULL);
  va_start (arguments, format);
  self->verdict->reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->verdict->bad_position = position;
}

/* A damaged page is what verifying looks for, and no failure of it. */
static gboolean
take_damage (Verifying *self, gint64 position, GError *problem, GError **error)
{
  if (!g_error_matches (problem, YS_DOCKET_ERROR, YS_DOCKET_ERROR_CORRUPT))
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  find_fault (self, position, "%s", problem->message);
  g_error_free (problem);
  return TRUE;
}

/* Whether the entry before this one in its stream stands earlier in the docket. OK, or SQLite's
 * error. */
static int
check_predecessor (YsEngineSqlite *self, const YsEntry *entry, gboolean *there)
{
  sqlite3_stmt *statement;
  int code;

  *there = entry->seq == 1;
  if (entry->seq <= 1)
    return SQLITE_OK;
  statement = ys_engine_sqlite_prepare (self, YS_SQL_VERIFY_SEQ, NULL);
  if (statement == NULL)
    return SQLITE_CORRUPT;
  sqlite3_bind_text (statement, 1, entry->stream, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, entry->seq - 1);
  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    *there = sqlite3_column_int64 (statement, 0) < entry->position;
  sqlite3_reset (statement);
  return code == SQLITE_ROW || code == SQLITE_DONE ? SQLITE_OK : code;
}

static void
find_removed (Verifying *self, gint64 position)
{
  find_fault (self, position, _ ("Entry %" PRId64 " is missing: it was removed."), position);
}

/* The body of @entry against its digest, or a missing one against the table of those erased. OK, or
 * SQLite's error. */
static int
check_body (Verifying *self, const YsEntry *entry, sqlite3_stmt *row)
{
  YsEngineSqlite *engine = self->engine;
  char digest[YS_DIGEST_SIZE];
  gboolean erased = FALSE;

  /* Within the row's own transaction: it may have been erased a moment ago. */
  if (entry->body == NULL && !ys_engine_sqlite_is_erased (engine, entry->position, &erased, NULL))
    {
      int code = sqlite3_extended_errcode (engine->db);

      return code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE ? code : SQLITE_CORRUPT;
    }
  if (erased)
    return SQLITE_OK;
  if (entry->body == NULL || sqlite3_column_bytes (row, 15) != YS_SALT_SIZE)
    {
      find_fault (self, entry->position, _ ("The content of entry %" PRId64 " was removed."),
                  entry->position);
      return SQLITE_OK;
    }
  ys_chain_digest_body (engine->hash, sqlite3_column_blob (row, 15), entry->body, digest);
  if (strcmp (digest, entry->body_digest) != 0)
    find_fault (self, entry->position, _ ("The content of entry %" PRId64 " was changed."),
                entry->position);
  return SQLITE_OK;
}

static void
check_signature (Verifying *self, const YsEntry *entry)
{
  if (entry->signature == NULL && entry->signer == NULL)
    return;
  self->signatures++;
  if (!ys_entry_signature_is_good (entry))
    find_fault (self, entry->position,
                _ ("The signature of entry %" PRId64 " is not the one that was given for it: it, "
                   "or the key that is to have made it, was changed or removed."),
                entry->position);
}

/* One entry with its body, as it stands in @row. Sets the verdict's reason if it is bad. OK, or
 * SQLite's error. */
static int
check_entry (Verifying *self, sqlite3_stmt *row)
{
  YsEngineSqlite *engine = self->engine;
  gint64 expected = self->verdict->entries + 1;
  char digest[YS_DIGEST_SIZE];
  gboolean there;
  YsEntry entry;
  int code;

  if (!ys_engine_sqlite_view (row, &entry))
    {
      find_fault (self, expected, _ ("Entry %" PRId64 " cannot be read."), expected);
      return SQLITE_OK;
    }
  if (entry.position != expected)
    {
      find_removed (self, expected);
      return SQLITE_OK;
    }

  ys_chain_digest_entry (engine->hash, self->previous, &entry, sqlite3_column_int64 (row, 14),
                         digest);
  if (strcmp (digest, entry.digest) != 0)
    {
      find_fault (self, expected,
                  _ ("Entry %" PRId64 " is not what was written there: it, or its place "
                     "in the docket, was changed."),
                  expected);
      return SQLITE_OK;
    }
  code = check_body (self, &entry, row);
  /* What a later version signs is not known here. */
  if (code == SQLITE_OK && self->verdict->reason == NULL && !engine->newer)
    check_signature (self, &entry);
  if (code != SQLITE_OK || self->verdict->reason != NULL)
    return code;
  code = check_predecessor (engine, &entry, &there);
  if (code == SQLITE_OK && !there)
    find_fault (self, expected,
                _ ("Entry %" PRId64 " is number %" PRId64
                   " of %s, but the one before it is not there."),
                expected, entry.seq, entry.stream);
  if (code == SQLITE_OK && there)
    g_strlcpy (self->previous, entry.digest, sizeof self->previous);
  return code;
}

/* The next handful of entries, up to the first bad one. */
static gboolean
check_handful (Verifying *self, GError **error)
{
  YsEngineSqlite *engine = self->engine;
  gint64 enough = self->signatures + SIGNATURES;
  GError *problem = NULL;
  sqlite3_stmt *row = ys_engine_sqlite_prepare (engine, YS_SQL_VERIFY_AFTER, &problem);
  gboolean ended = FALSE;
  int code = SQLITE_OK;

  if (row == NULL)
    return take_damage (self, self->verdict->entries + 1, problem, error);
  sqlite3_bind_int64 (row, 1, self->verdict->entries);
  sqlite3_bind_int64 (row, 2, self->head);
  for (int i = 0; i < HANDFUL && self->signatures < enough && code == SQLITE_OK
                  && self->verdict->reason == NULL && !ended;
       i++)
    {
      code = sqlite3_step (row);
      ended = code == SQLITE_DONE;
      if (ended)
        code = SQLITE_OK;
      else if (code == SQLITE_ROW)
        code = check_entry (self, row);
      if (code == SQLITE_OK && self->verdict->reason == NULL && !ended)
        self->verdict->entries++;
    }
  sqlite3_reset (row);
  if (code != SQLITE_OK)
    {
      ys_engine_sqlite_set_error (&problem, engine->db, code, engine->store);
      return take_damage (self, self->verdict->entries + 1, problem, error);
    }
  /* The rows ended before the head that the store itself told. */
  if (ended && self->verdict->reason == NULL && self->verdict->entries < self->head)
    find_removed (self, self->verdict->entries + 1);
  return TRUE;
}

static gboolean
check_chain (Verifying *self, GError **error)
{
  while (self->verdict->entries < self->head && self->verdict->reason == NULL)
    if (!check_handful (self, error) || !tell_progress (self, error))
      return FALSE;
  return TRUE;
}

/* Whether what was erased is gone, and was there once. */
static gboolean
check_erased (Verifying *self, GError **error)
{
  YsEngineSqlite *engine = self->engine;
  sqlite3_stmt *statement;
  GError *problem = NULL;
  gint64 position = 0;
  gboolean knows;

  if (!ys_engine_sqlite_knows_erased (engine, &knows, &problem))
    return take_damage (self, 0, problem, error);
  if (!knows)
    return TRUE;
  statement = ys_engine_sqlite_prepare (engine, YS_SQL_VERIFY_ERASED, &problem);
  if (statement == NULL || !ys_engine_sqlite_ask_number (engine, statement, &position, &problem))
    return take_damage (self, 0, problem, error);
  if (position != 0)
    find_fault (self, position,
                _ ("The content of entry %" PRId64 " is said to be erased, but there is no such "
                   "entry, or its content is still there."),
                position);
  return TRUE;
}

/* What lies beside the chain: bodies of no entry, SQLite's own integrity, and the triggers. */
static gboolean
check_store (Verifying *self, GError **error)
{
  YsEngineSqlite *engine = self->engine;
  GError *problem = NULL;
  gboolean same = TRUE;
  sqlite3_stmt *bodies, *store;
  int code;

  bodies = ys_engine_sqlite_prepare (engine, YS_SQL_VERIFY_BODIES, &problem);
  if (bodies == NULL)
    return take_damage (self, 0, problem, error);
  code = sqlite3_step (bodies);
  if (code == SQLITE_ROW)
    {
      gint64 position = sqlite3_column_int64 (bodies, 0);

      find_fault (self, position,
                  _ ("There is a content for entry %" PRId64 ", but no such entry."), position);
    }
  sqlite3_reset (bodies);
  if (code == SQLITE_ROW)
    return TRUE;

  store = ys_engine_sqlite_prepare (engine, YS_SQL_VERIFY_STORE, &problem);
  if (store == NULL)
    return take_damage (self, 0, problem, error);
  if (code == SQLITE_DONE)
    code = sqlite3_step (store);
  if (code == SQLITE_ROW && g_strcmp0 ((const char *) sqlite3_column_text (store, 0), "ok") != 0)
    code = SQLITE_CORRUPT;
  sqlite3_reset (store);
  if (code != SQLITE_ROW)
    {
      ys_engine_sqlite_set_error (&problem, engine->db, code, engine->store);
      return take_damage (self, 0, problem, error);
    }

  if (!engine->newer && !ys_engine_sqlite_check_tables (engine, &same, &problem))
    return take_damage (self, 0, problem, error);
  if (!same)
    find_fault (self, 0,
                _ ("The file %s has been worked on with another program: what protects its "
                   "entries from being changed is not as it was made."),
                engine->store);
  return TRUE;
}

static gboolean
check_file_cb (
  const char *digest, gboolean strange, gint64 done, gpointer user_data, GError **error)
{
  Verifying *self = user_data;
  YsEngineSqlite *engine = self->engine;
  gboolean same = FALSE;

  if (strange)
    self->verdict->reason = g_strdup_printf (_ ("The file %s in %s bears no name that the docket "
                                                "gives: it was renamed or put there "
                                                "by hand."),
                                             digest, engine->files);
  else if (!ys_blobs_compare (engine->files, digest, NULL, &same, error))
    return FALSE;
  else if (!same && !ys_blobs_is_gone (engine->files, digest)) /* not erased meanwhile */
    self->verdict->reason = g_strdup_printf (_ ("The file %s is not the one that was put into the "
                                                "docket: it was changed or "
                                                "exchanged."),
                                             digest);
  if (self->verdict->reason != NULL)
    {
      self->verdict->bad_file = g_strdup (digest);
      return FALSE;
    }
  self->verdict->files = done;
  return tell_progress (self, error);
}

static gboolean
verify (Verifying *self, GError **error)
{
  YsDocket *docket = YS_DOCKET (self->engine);
  YsEngineSqlite *engine = self->engine;
  YsSuite suite = ys_docket_get_suite (docket);
  GError *problem = NULL;

  if (engine->founding_changed)
    {
      find_fault (self, 0, "%s", ys_docket_get_distrust_reason (docket));
      return TRUE;
    }
  if (!g_file_test (engine->files, G_FILE_TEST_IS_DIR))
    {
      find_fault (self, 0, _ ("The folder %s with the docket's files is missing."), engine->files);
      return TRUE;
    }
  if (!ys_blobs_count (engine->files, suite, &self->files, error))
    return FALSE;
  if (!ys_engine_sqlite_get_head (engine, &self->head, NULL, &problem))
    return take_damage (self, 0, problem, error);

  return check_chain (self, error) && (self->verdict->reason != NULL || check_erased (self, error))
         && (self->verdict->reason != NULL || check_store (self, error))
         && (self->verdict->reason != NULL || ys_witness_judge (docket, self->verdict, error))
         && (self->verdict->reason != NULL
             || ys_blobs_walk (engine->files, suite, check_file_cb, self, error));
}

YsVerdict *
ys_engine_sqlite_verify (YsDocket *docket,
                         YsProgressFunc progress,
                         gpointer user_data,
                         GError **error)
{
  g_autoptr (YsVerdict) verdict = g_new0 (YsVerdict, 1);
  Verifying self = { .engine = YS_ENGINE_SQLITE (docket),
                     .verdict = verdict,
                     .progress = progress,
                     .user_data = user_data };

  g_strlcpy (self.previous, ys_docket_get_private (docket)->root, sizeof self.previous);
  return verify (&self, error) ? g_steal_pointer (&verdict) : NULL;
}
