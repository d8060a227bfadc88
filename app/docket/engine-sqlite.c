/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsEngineSqlite: its statements, the short questions (head, last seq, numbering, changes) and the
 * way to its files. Opening, appending, reading, verifying and copying have files of their own. */

#include "docket/engine-sqlite-private.h"

#include "docket/blobs.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (YsEngineSqlite, ys_engine_sqlite, YS_TYPE_DOCKET)

/* More digits than any number of a stream will have, and few enough for a 64-bit number. */
#define MOST_DIGITS 18

#define ENTRY_COLUMNS                                                                              \
  "e.position, e.stream, e.seq, e.kind, e.\"on\", e.recorded_at, e.actor, e.command, e.imported, " \
  "nullif (b.body, ''), e.body_digest, e.digest, e.signature, e.signer"
#define ENTRY_TABLES " FROM entries e LEFT JOIN bodies b ON b.position = e.position "

static const char *const statements[] = {
  [YS_SQL_BEGIN] = "BEGIN IMMEDIATE",
  [YS_SQL_COMMIT] = "COMMIT",
  [YS_SQL_ROLLBACK] = "ROLLBACK",
  [YS_SQL_HEAD] = "SELECT position, digest FROM entries ORDER BY position DESC LIMIT 1",
  [YS_SQL_LAST_SEQ] = "SELECT max (seq) FROM entries WHERE stream = ?",
  [YS_SQL_FIND_PART] = "SELECT position, seq FROM entries WHERE command = ? AND part = ?",
  [YS_SQL_INSERT_ENTRY] = "INSERT INTO entries VALUES "
                          "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
  [YS_SQL_INSERT_BODY] = "INSERT INTO bodies VALUES (?, ?, ?)",
  [YS_SQL_INSERT_ERASED] = "INSERT INTO erased VALUES (?)",
  [YS_SQL_ERASE_BODY] = "UPDATE bodies SET salt = zeroblob (16), body = '' WHERE position = ?",
  [YS_SQL_KNOWS_ERASED]
  = "SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND name = 'erased'",
  [YS_SQL_FIND_ERASED] = "SELECT count (*) FROM erased WHERE position = ?",
  [YS_SQL_LIST_ERASED] = "SELECT position FROM erased ORDER BY position",
  [YS_SQL_READ_AFTER] = "SELECT " ENTRY_COLUMNS ENTRY_TABLES
                        "WHERE e.position > ?1 AND e.position <= ?2 ORDER BY e.position",
  [YS_SQL_READ_STREAM] = "SELECT " ENTRY_COLUMNS ENTRY_TABLES
                         "WHERE e.stream = ?1 AND e.seq > ?2 AND e.position <= ?3 ORDER BY e.seq",
  [YS_SQL_READ_STREAMS]
  = "SELECT " ENTRY_COLUMNS ENTRY_TABLES "WHERE (e.stream, e.seq) > (?1, ?2) AND e.position <= ?3 "
    "AND e.stream < ?4 ORDER BY e.stream, e.seq",
  [YS_SQL_LAST_STREAM] = "SELECT stream FROM entries WHERE seq = 1 AND length (stream) = ?1 "
                         "AND stream BETWEEN ?2 AND ?3 AND substr (stream, ?4) NOT GLOB '*[^0-9]*' "
                         "ORDER BY stream DESC LIMIT 1",
  [YS_SQL_DATA_VERSION] = "PRAGMA data_version",
  [YS_SQL_VERIFY_AFTER] = "SELECT " ENTRY_COLUMNS ", e.part, b.salt" ENTRY_TABLES
                          "WHERE e.position > ?1 AND e.position <= ?2 ORDER BY e.position",
  [YS_SQL_VERIFY_SEQ] = "SELECT position FROM entries WHERE stream = ? AND seq = ?",
  [YS_SQL_VERIFY_BODIES] = "SELECT position FROM bodies WHERE position NOT IN "
                           "(SELECT position FROM entries) ORDER BY position LIMIT 1",
  [YS_SQL_VERIFY_ERASED]
  = "SELECT position FROM erased WHERE position NOT IN (SELECT position FROM entries) "
    "OR EXISTS (SELECT 1 FROM bodies b WHERE b.position = erased.position "
    "AND (b.body <> '' OR b.salt <> zeroblob (16))) ORDER BY position LIMIT 1",
  [YS_SQL_VERIFY_STORE] = "PRAGMA integrity_check (1)",
  [YS_SQL_VERIFY_SCHEMA] = "SELECT name, sql, (SELECT user_version FROM pragma_user_version) "
                           "FROM sqlite_schema WHERE sql IS NOT NULL",
};

sqlite3_stmt *
ys_engine_sqlite_prepare (YsEngineSqlite *self, YsSql which, GError **error)
{
  sqlite3_stmt **statement = &self->statements[which];
  int code;

  if (self->db == NULL)
    {
      ys_engine_sqlite_set_error (error, NULL, SQLITE_IOERR, self->store);
      return NULL;
    }
  if (*statement == NULL)
    {
      code = sqlite3_prepare_v3 (self->db, statements[which], -1, SQLITE_PREPARE_PERSISTENT,
                                 statement, NULL);
      if (code != SQLITE_OK)
        {
          ys_engine_sqlite_set_error (error, self->db, code, self->store);
          return NULL;
        }
    }
  return *statement;
}

int
ys_engine_sqlite_run (YsEngineSqlite *self, sqlite3_stmt *statement)
{
  int code = sqlite3_step (statement);

  /* The same code again, or a worse one: the first tells what happened. */
  sqlite3_reset (statement);
  return code == SQLITE_DONE || code == SQLITE_ROW ? SQLITE_OK : code;
}

gboolean
ys_engine_sqlite_get_head (YsEngineSqlite *self, gint64 *position, char **digest, GError **error)
{
  sqlite3_stmt *statement = ys_engine_sqlite_prepare (self, YS_SQL_HEAD, error);
  gboolean sound = TRUE;
  int code;

  if (statement == NULL)
    return FALSE;
  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    {
      const char *text = ys_engine_sqlite_column (statement, 1, &sound);

      *position = sqlite3_column_int64 (statement, 0);
      if (digest != NULL)
        *digest = g_strdup (text != NULL ? text : "");
    }
  else if (code == SQLITE_DONE)
    {
      *position = 0;
      if (digest != NULL)
        *digest = g_strdup (ys_docket_get_private (YS_DOCKET (self))->root);
    }
  sqlite3_reset (statement);
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;
  return ys_engine_sqlite_set_error (error, self->db, code, self->store);
}

static gboolean
ys_engine_sqlite_get_position (YsDocket *docket, gint64 *position, char **digest, GError **error)
{
  return ys_engine_sqlite_get_head (YS_ENGINE_SQLITE (docket), position, digest, error);
}

gboolean
ys_engine_sqlite_ask_number (YsEngineSqlite *self,
                             sqlite3_stmt *statement,
                             gint64 *number,
                             GError **error)
{
  int code = sqlite3_step (statement);

  *number = code == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;
  return ys_engine_sqlite_set_error (error, self->db, code, self->store);
}

static gboolean
ys_engine_sqlite_get_seq (YsDocket *docket, const char *stream, gint64 *seq, GError **error)
{
  YsEngineSqlite *self = YS_ENGINE_SQLITE (docket);
  sqlite3_stmt *statement = ys_engine_sqlite_prepare (self, YS_SQL_LAST_SEQ, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, stream, -1, SQLITE_TRANSIENT);
  return ys_engine_sqlite_ask_number (self, statement, seq, error);
}

static gboolean
ys_engine_sqlite_find_command (YsDocket *docket,
                               const char *command,
                               gint64 *position,
                               GError **error)
{
  YsEngineSqlite *self = YS_ENGINE_SQLITE (docket);
  sqlite3_stmt *statement = ys_engine_sqlite_prepare (self, YS_SQL_FIND_PART, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, command, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, 1);
  return ys_engine_sqlite_ask_number (self, statement, position, error);
}

/* Greatest stream of those with exactly @digits digits after @prefix; among these, the order of
 * letters is the order of numbers. */
static gboolean
find_last_of_length (
  YsEngineSqlite *self, const char *prefix, int digits, char **stream, GError **error)
{
  sqlite3_stmt *statement = ys_engine_sqlite_prepare (self, YS_SQL_LAST_STREAM, error);
  g_autofree char *least = g_strdup_printf ("%s%0*d", prefix, digits, 0);
  g_autofree char *greatest = g_strdup (least);
  gboolean sound = TRUE;
  int code;

  if (statement == NULL)
    return FALSE;
  memset (greatest + strlen (prefix), '9', (gsize) digits);
  sqlite3_bind_int64 (statement, 1, g_utf8_strlen (prefix, -1) + digits);
  sqlite3_bind_text (statement, 2, least, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 3, greatest, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 4, g_utf8_strlen (prefix, -1) + 1);
  code = sqlite3_step (statement);
  *stream = code == SQLITE_ROW ? g_strdup (ys_engine_sqlite_column (statement, 0, &sound)) : NULL;
  sqlite3_reset (statement);
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;
  return ys_engine_sqlite_set_error (error, self->db, code, self->store);
}

static gboolean
ys_engine_sqlite_find_last_stream (YsDocket *docket,
                                   const char *prefix,
                                   char **stream,
                                   GError **error)
{
  gint64 greatest = -1;

  *stream = NULL;
  for (int digits = 1; digits <= MOST_DIGITS; digits++)
    {
      g_autofree char *found = NULL;
      gint64 number;

      if (!find_last_of_length (YS_ENGINE_SQLITE (docket), prefix, digits, &found, error))
        {
          g_clear_pointer (stream, g_free);
          return FALSE;
        }
      if (found == NULL)
        continue;
      number = g_ascii_strtoll (found + strlen (prefix), NULL, 10);
      if (number > greatest)
        {
          greatest = number;
          g_free (*stream);
          *stream = g_steal_pointer (&found);
        }
    }
  return TRUE;
}

static gboolean
ys_engine_sqlite_has_changed (YsDocket *docket, gboolean *changed, GError **error)
{
  YsEngineSqlite *self = YS_ENGINE_SQLITE (docket);
  sqlite3_stmt *statement = ys_engine_sqlite_prepare (self, YS_SQL_DATA_VERSION, error);
  g_autofree char *digest = NULL;
  gint64 version, position;

  *changed = FALSE;
  if (statement == NULL || !ys_engine_sqlite_ask_number (self, statement, &version, error)
      || !ys_engine_sqlite_is_in_place (self, error))
    return FALSE;
  /* data_version is blind to our own commits; appending clears it, so that the head is asked. */
  if (version == self->data_version)
    return TRUE;
  if (!ys_engine_sqlite_get_head (self, &position, &digest, error))
    return FALSE;
  /* Another head at the same position: what was there has been rewritten. */
  *changed = position != self->polled_position || strcmp (digest, self->polled_digest) != 0;
  self->polled_position = position;
  g_strlcpy (self->polled_digest, digest, sizeof self->polled_digest);
  self->data_version = version;
  return TRUE;
}

static char *
ys_engine_sqlite_put_file (YsDocket *docket, YsSuite suite, GInputStream *stream,
                           GCancellable *cancellable, GError **error)
{
  return ys_blobs_put (YS_ENGINE_SQLITE (docket)->files, suite, stream, YS_BLOB_MAX, cancellable,
                       error);
}

static GInputStream *
ys_engine_sqlite_get_file (YsDocket *docket, const char *digest, GError **error)
{
  return ys_blobs_get (YS_ENGINE_SQLITE (docket)->files, digest, error);
}

static gboolean
ys_engine_sqlite_has_file (YsDocket *docket, const char *digest)
{
  return ys_blobs_has (YS_ENGINE_SQLITE (docket)->files, digest);
}

static gboolean
ys_engine_sqlite_erase_file (YsDocket *docket, const char *digest, GError **error)
{
  return ys_blobs_erase (YS_ENGINE_SQLITE (docket)->files, digest, error);
}

static void
ys_engine_sqlite_finalize (GObject *object)
{
  YsEngineSqlite *self = YS_ENGINE_SQLITE (object);

  ys_engine_sqlite_close (self);
  g_clear_pointer (&self->hash, ys_hash_free);
  g_free (self->folder);
  g_free (self->store);
  g_free (self->files);

  G_OBJECT_CLASS (ys_engine_sqlite_parent_class)->finalize (object);
}

static void
ys_engine_sqlite_class_init (YsEngineSqliteClass *klass)
{
  YsDocketClass *docket_class = YS_DOCKET_CLASS (klass);

  G_STATIC_ASSERT (G_N_ELEMENTS (statements) == YS_N_SQL);

  G_OBJECT_CLASS (klass)->finalize = ys_engine_sqlite_finalize;
  docket_class->append_begin = ys_engine_sqlite_append_begin;
  docket_class->append_add = ys_engine_sqlite_append_add;
  docket_class->append_erase_body = ys_engine_sqlite_append_erase_body;
  docket_class->append_commit = ys_engine_sqlite_append_commit;
  docket_class->append_abandon = ys_engine_sqlite_append_abandon;
  docket_class->read_after = ys_engine_sqlite_read_after;
  docket_class->read_stream = ys_engine_sqlite_read_stream;
  docket_class->read_streams = ys_engine_sqlite_read_streams;
  docket_class->get_position = ys_engine_sqlite_get_position;
  docket_class->get_seq = ys_engine_sqlite_get_seq;
  docket_class->find_last_stream = ys_engine_sqlite_find_last_stream;
  docket_class->find_command = ys_engine_sqlite_find_command;
  docket_class->has_changed = ys_engine_sqlite_has_changed;
  docket_class->list_erased = ys_engine_sqlite_list_erased;
  docket_class->put_file = ys_engine_sqlite_put_file;
  docket_class->get_file = ys_engine_sqlite_get_file;
  docket_class->has_file = ys_engine_sqlite_has_file;
  docket_class->erase_file = ys_engine_sqlite_erase_file;
  docket_class->verify = ys_engine_sqlite_verify;
  docket_class->backup = ys_engine_sqlite_backup;
}

static void
ys_engine_sqlite_init (YsEngineSqlite *self)
{
  self->data_version = -1;
}
