/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Appending to docket.db: the lock, the numbers, the digests, and the two rows of an entry. What a
 * failure leaves behind is decided here. */

#include "docket/engine-sqlite-private.h"

#include "docket/signer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* SQLITE_FULL and some others roll back by themselves, and a ROLLBACK then fails: ask first. */
void
ys_engine_sqlite_roll_back (YsEngineSqlite *self)
{
  sqlite3_stmt *statement;

  if (self->db == NULL || sqlite3_get_autocommit (self->db))
    return;
  statement = ys_engine_sqlite_prepare (self, YS_SQL_ROLLBACK, NULL);
  if (statement != NULL)
    ys_engine_sqlite_run (self, statement);
  if (!sqlite3_get_autocommit (self->db))
    ys_engine_sqlite_give_up_writing (self);
}

/* A write that failed. Where the disk did not say whether it wrote, the same connection must not
 * write again: what it believes to be on disk may not be. */
gboolean
ys_engine_sqlite_fail_write (YsEngineSqlite *self, int code, GError **error)
{
  ys_engine_sqlite_set_error (error, self->db, code, self->store);
  if ((code & 0xff) == SQLITE_IOERR)
    ys_engine_sqlite_give_up_writing (self);
  else
    ys_engine_sqlite_roll_back (self);
  return FALSE;
}

/* Position and seq of the @part-th entry of @command; both 0 if there is none. */
static gboolean
find_part (YsEngineSqlite *self,
           const char *command,
           gint64 part,
           gint64 *position,
           gint64 *seq,
           GError **error)
{
  sqlite3_stmt *statement = ys_engine_sqlite_prepare (self, YS_SQL_FIND_PART, error);
  int code;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, command, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, part);
  code = sqlite3_step (statement);
  *position = code == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
  *seq = code == SQLITE_ROW ? sqlite3_column_int64 (statement, 1) : 0;
  sqlite3_reset (statement);
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;
  return ys_engine_sqlite_set_error (error, self->db, code, self->store);
}

/* Under the lock: the head to go on from, and whether this was all done before. */
static gboolean
look_round (YsEngineSqlite *self, YsAppend *append, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *digest = NULL;
  gint64 position, seq;

  if (!ys_engine_sqlite_is_in_place (self, error)
      || !find_part (self, append->command, 1, &position, &seq, error)
      || !ys_engine_sqlite_get_head (self, &append->position, &digest, error))
    return FALSE;
  append->done = position > 0;
  g_strlcpy (append->digest, digest, sizeof append->digest);
  append->recorded_at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  return TRUE;
}

gboolean
ys_engine_sqlite_append_begin (YsDocket *docket, YsAppend *append, GError **error)
{
  YsEngineSqlite *self = YS_ENGINE_SQLITE (docket);
  sqlite3_stmt *statement = ys_engine_sqlite_prepare (self, YS_SQL_BEGIN, error);
  int code;

  if (statement == NULL)
    return FALSE;
  code = ys_engine_sqlite_run (self, statement);
  if (code != SQLITE_OK)
    {
      ys_engine_sqlite_set_error (error, self->db, code, self->store);
      ys_engine_sqlite_roll_back (self);
      return FALSE;
    }
  if (!look_round (self, append, error))
    {
      ys_engine_sqlite_roll_back (self);
      return FALSE;
    }
  if (append->done)
    ys_engine_sqlite_roll_back (self);
  return TRUE;
}

static int
insert_entry (YsEngineSqlite *self, const YsEntry *entry, gint64 part, GError **error)
{
  sqlite3_stmt *statement = ys_engine_sqlite_prepare (self, YS_SQL_INSERT_ENTRY, error);

  if (statement == NULL)
    return SQLITE_ERROR;
  sqlite3_bind_int64 (statement, 1, entry->position);
  sqlite3_bind_text (statement, 2, entry->stream, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, entry->seq);
  sqlite3_bind_text (statement, 4, entry->kind, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 5, entry->on, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 6, entry->recorded_at, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 7, entry->actor, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 8, entry->command, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 9, part);
  sqlite3_bind_int (statement, 10, entry->imported ? 1 : 0);
  sqlite3_bind_text (statement, 11, entry->body_digest, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 12, entry->digest, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 13, entry->signature, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 14, entry->signer, -1, SQLITE_STATIC);
  return ys_engine_sqlite_run (self, statement);
}

static int
insert_body (YsEngineSqlite *self,
             const YsEntry *entry,
             const guint8 salt[YS_SALT_SIZE],
             GError **error)
{
  sqlite3_stmt *statement = ys_engine_sqlite_prepare (self, YS_SQL_INSERT_BODY, error);

  if (statement == NULL)
    return SQLITE_ERROR;
  sqlite3_bind_int64 (statement, 1, entry->position);
  sqlite3_bind_blob (statement, 2, salt, YS_SALT_SIZE, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, entry->body, -1, SQLITE_STATIC);
  return ys_engine_sqlite_run (self, statement);
}

/* (transfer full): the signature of an entry with @digest; NULL where nobody signs. */
static gboolean
sign (const YsAppend *append, const char *digest, char **signature, GError **error)
{
  *signature = NULL;
  if (append->signer == NULL)
    return TRUE;
  *signature = ys_signer_sign (append->signer, digest, strlen (digest), error);
  return *signature != NULL;
}

static gboolean
write_entry (YsEngineSqlite *self, YsAppend *append, YsEntry *entry, GError **error)
{
  guint8 salt[YS_SALT_SIZE];
  char body_digest[YS_DIGEST_SIZE];
  char digest[YS_DIGEST_SIZE];
  g_autofree char *signature = NULL;
  GError *local = NULL;
  int code;

  ys_chain_make_salt (salt);
  ys_chain_digest_body (self->hash, salt, entry->body, body_digest);
  entry->body_digest = body_digest;
  ys_chain_digest_entry (self->hash, append->digest, entry, append->parts, digest);
  entry->digest = digest;
  if (!sign (append, digest, &signature, error))
    {
      ys_engine_sqlite_roll_back (self);
      return FALSE;
    }
  entry->signature = signature;
  entry->signer
    = append->signer != NULL ? (char *) ys_signer_get_public_key (append->signer) : NULL;

  code = insert_entry (self, entry, append->parts, &local);
  if (code == SQLITE_OK)
    code = insert_body (self, entry, salt, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      ys_engine_sqlite_roll_back (self);
      return FALSE;
    }
  if (code != SQLITE_OK)
    return ys_engine_sqlite_fail_write (self, code, error);

  append->position = entry->position;
  memcpy (append->digest, digest, sizeof digest);
  return TRUE;
}

gboolean
ys_engine_sqlite_append_add (YsDocket *docket,
                             YsAppend *append,
                             const char *stream,
                             gint64 expected_seq,
                             const char *kind,
                             const char *on,
                             const char *actor,
                             const char *body,
                             gint64 *seq,
                             GError **error)
{
  YsEngineSqlite *self = YS_ENGINE_SQLITE (docket);
  gint64 position, last;
  YsEntry entry = { 0 };

  /* Inert: the caller is told the seq that this part got when it was carried out. */
  if (append->done)
    return find_part (self, append->command, append->parts, &position, seq, error);

  if (!YS_DOCKET_GET_CLASS (docket)->get_seq (docket, stream, &last, error))
    return FALSE;
  if (expected_seq != YS_SEQ_ANY && expected_seq != last)
    {
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_CONFLICT,
                   _ ("Somebody else has written to %s meanwhile. Look at what is new there, "
                      "then decide again."),
                   stream);
      return FALSE;
    }

  /* Only looked at while the rows are written: nothing here is freed or changed. */
  entry.position = append->position + 1;
  entry.stream = (char *) stream;
  entry.seq = last + 1;
  entry.kind = (char *) kind;
  entry.on = (char *) on;
  entry.recorded_at = append->recorded_at;
  entry.actor = (char *) actor;
  entry.command = append->command;
  entry.imported = append->imported;
  entry.body = (char *) body;
  if (!write_entry (self, append, &entry, error))
    return FALSE;
  *seq = entry.seq;
  return TRUE;
}

gboolean
ys_engine_sqlite_append_commit (YsDocket *docket, YsAppend *append, GError **error)
{
  YsEngineSqlite *self = YS_ENGINE_SQLITE (docket);
  sqlite3_stmt *statement = ys_engine_sqlite_prepare (self, YS_SQL_COMMIT, error);
  int code;

  if (statement == NULL)
    {
      ys_engine_sqlite_roll_back (self);
      return FALSE;
    }
  code = ys_engine_sqlite_run (self, statement);
  if (code != SQLITE_OK)
    return ys_engine_sqlite_fail_write (self, code, error);
  self->data_version = -1;
  return TRUE;
}

void
ys_engine_sqlite_append_abandon (YsDocket *docket, YsAppend *append)
{
  ys_engine_sqlite_roll_back (YS_ENGINE_SQLITE (docket));
}
