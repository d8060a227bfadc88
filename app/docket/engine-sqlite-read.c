/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading entries from docket.db, a handful at a time. Between two handfuls, and while the caller
 * looks at one, no lock is held: a long read must not keep the office from appending. Since
 * entries are only ever appended, the head seen first makes it one snapshot all the same. */

#include "docket/engine-sqlite-private.h"

#include "docket/entry-private.h"

#include <string.h>

/* Few at first, for most readers want one case; then enough for the locking not to count. */
#define FIRST_HANDFUL 32
#define LATER_HANDFUL 512
/* Bodies can be long: a handful ends here too. */
#define HANDFUL_BYTES (1024 * 1024)

typedef struct
{
  YsEngineSqlite *engine;
  YsSql question;
  const char *prefix; /* what the streams read begin with */
  const char *stream; /* the one stream read */
  gint64 head;        /* nothing beyond this is read */
  YsEntry *last;      /* the last entry given, or NULL: where to go on */
  gint64 after;       /* where to begin */
} Reading;

const char *
ys_engine_sqlite_column (sqlite3_stmt *statement, int column, gboolean *sound)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  if (text != NULL && !g_utf8_validate (text, sqlite3_column_bytes (statement, column), NULL))
    *sound = FALSE;
  return text;
}

gboolean
ys_engine_sqlite_view (sqlite3_stmt *row, YsEntry *view)
{
  gboolean sound = TRUE;

  *view = (YsEntry){ 0 };
  view->position = sqlite3_column_int64 (row, 0);
  view->stream = (char *) ys_engine_sqlite_column (row, 1, &sound);
  view->seq = sqlite3_column_int64 (row, 2);
  view->kind = (char *) ys_engine_sqlite_column (row, 3, &sound);
  view->on = (char *) ys_engine_sqlite_column (row, 4, &sound);
  view->recorded_at = (char *) ys_engine_sqlite_column (row, 5, &sound);
  view->actor = (char *) ys_engine_sqlite_column (row, 6, &sound);
  view->command = (char *) ys_engine_sqlite_column (row, 7, &sound);
  view->imported = sqlite3_column_int (row, 8) != 0;
  view->body = (char *) ys_engine_sqlite_column (row, 9, &sound);
  view->body_digest = (char *) ys_engine_sqlite_column (row, 10, &sound);
  view->digest = (char *) ys_engine_sqlite_column (row, 11, &sound);
  view->signature = (char *) ys_engine_sqlite_column (row, 12, &sound);
  view->signer = (char *) ys_engine_sqlite_column (row, 13, &sound);

  /* NOT NULL and UTF-8 hold in what we wrote; a damaged page may say otherwise. */
  return sound && view->stream != NULL && view->kind != NULL && view->on != NULL
         && view->recorded_at != NULL && view->command != NULL && view->body_digest != NULL
         && view->digest != NULL;
}

static void
bind_place (Reading *reading, sqlite3_stmt *statement)
{
  const YsEntry *last = reading->last;

  switch (reading->question)
    {
    case YS_SQL_READ_STREAM:
      sqlite3_bind_text (statement, 1, reading->stream, -1, SQLITE_TRANSIENT);
      sqlite3_bind_int64 (statement, 2, last != NULL ? last->seq : 0);
      sqlite3_bind_int64 (statement, 3, reading->head);
      break;
    case YS_SQL_READ_STREAMS:
      {
        /* No byte of UTF-8 is 0xff: every text that begins with the prefix comes before this. */
        g_autofree char *end = g_strconcat (reading->prefix, "\xff", NULL);

        sqlite3_bind_text (statement, 1, last != NULL ? last->stream : reading->prefix, -1,
                           SQLITE_TRANSIENT);
        sqlite3_bind_int64 (statement, 2, last != NULL ? last->seq : 0);
        sqlite3_bind_int64 (statement, 3, reading->head);
        sqlite3_bind_text (statement, 4, end, -1, SQLITE_TRANSIENT);
        break;
      }
    default:
      sqlite3_bind_int64 (statement, 1, last != NULL ? last->position : reading->after);
      sqlite3_bind_int64 (statement, 2, reading->head);
    }
}

/* The next handful; *@finished when there is nothing after it. */
static gboolean
fetch (Reading *reading, GPtrArray *handful, guint most, gboolean *finished, GError **error)
{
  YsEngineSqlite *self = reading->engine;
  sqlite3_stmt *statement = ys_engine_sqlite_prepare (self, reading->question, error);
  gsize bytes = 0;
  int code = SQLITE_ROW;

  if (statement == NULL)
    return FALSE;
  bind_place (reading, statement);
  while (handful->len < most && bytes < HANDFUL_BYTES
         && (code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      YsEntry view;

      if (!ys_engine_sqlite_view (statement, &view))
        {
          code = SQLITE_CORRUPT;
          break;
        }
      bytes += view.body != NULL ? strlen (view.body) : 0;
      g_ptr_array_add (handful, ys_entry_new (&view));
    }
  sqlite3_reset (statement);
  *finished = code == SQLITE_DONE;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;
  return ys_engine_sqlite_set_error (error, self->db, code, self->store);
}

static gboolean
read_on (Reading *reading, YsEntryFunc func, gpointer user_data, GError **error)
{
  guint most = FIRST_HANDFUL;
  gboolean finished = FALSE;

  if (!ys_engine_sqlite_get_head (reading->engine, &reading->head, NULL, error))
    return FALSE;
  while (!finished)
    {
      g_autoptr (GPtrArray) handful = g_ptr_array_new_full (most, (GDestroyNotify) ys_entry_unref);

      if (!fetch (reading, handful, most, &finished, error))
        return FALSE;
      for (guint i = 0; i < handful->len; i++)
        {
          GError *local = NULL;

          if (func (handful->pdata[i], user_data, &local))
            continue;
          if (local == NULL)
            return TRUE;
          g_propagate_error (error, local);
          return FALSE;
        }
      if (handful->len > 0)
        {
          g_clear_pointer (&reading->last, ys_entry_unref);
          reading->last = ys_entry_ref (handful->pdata[handful->len - 1]);
        }
      most = LATER_HANDFUL;
    }
  return TRUE;
}

static gboolean
read_all (Reading *reading, YsEntryFunc func, gpointer user_data, GError **error)
{
  gboolean read = read_on (reading, func, user_data, error);

  g_clear_pointer (&reading->last, ys_entry_unref);
  return read;
}

gboolean
ys_engine_sqlite_read_after (
  YsDocket *docket, gint64 position, YsEntryFunc func, gpointer user_data, GError **error)
{
  Reading reading
    = { .engine = YS_ENGINE_SQLITE (docket), .question = YS_SQL_READ_AFTER, .after = position };

  return read_all (&reading, func, user_data, error);
}

gboolean
ys_engine_sqlite_read_stream (
  YsDocket *docket, const char *stream, YsEntryFunc func, gpointer user_data, GError **error)
{
  Reading reading
    = { .engine = YS_ENGINE_SQLITE (docket), .question = YS_SQL_READ_STREAM, .stream = stream };

  return read_all (&reading, func, user_data, error);
}

gboolean
ys_engine_sqlite_read_streams (
  YsDocket *docket, const char *prefix, YsEntryFunc func, gpointer user_data, GError **error)
{
  Reading reading
    = { .engine = YS_ENGINE_SQLITE (docket), .question = YS_SQL_READ_STREAMS, .prefix = prefix };

  return read_all (&reading, func, user_data, error);
}
