/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the SQLite engine's own files share: its state, its statements, its errors. Nothing outside
 * this engine and its tests includes this. */
#pragma once

#include "docket/docket-private.h"
#include "docket/engine-sqlite.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* "YsDk", in the file's header: this is a docket. */
#define YS_SQLITE_APPLICATION_ID 0x5973446b
/* The shape of the tables. A file with a greater number is read, not written; one with a smaller
 * number is brought up before it is written (engine-sqlite-schema.c says what was added when). */
#define YS_SQLITE_VERSION 2

typedef enum
{
  YS_SQL_BEGIN,
  YS_SQL_COMMIT,
  YS_SQL_ROLLBACK,
  YS_SQL_HEAD,
  YS_SQL_LAST_SEQ,
  YS_SQL_FIND_PART,
  YS_SQL_INSERT_ENTRY,
  YS_SQL_INSERT_BODY,
  YS_SQL_INSERT_ERASED,
  YS_SQL_ERASE_BODY,
  YS_SQL_KNOWS_ERASED,
  YS_SQL_FIND_ERASED,
  YS_SQL_LIST_ERASED,
  YS_SQL_READ_AFTER,
  YS_SQL_READ_STREAM,
  YS_SQL_READ_STREAMS,
  YS_SQL_LAST_STREAM,
  YS_SQL_DATA_VERSION,
  YS_SQL_VERIFY_AFTER,
  YS_SQL_VERIFY_SEQ,
  YS_SQL_VERIFY_BODIES,
  YS_SQL_VERIFY_ERASED,
  YS_SQL_VERIFY_STORE,
  YS_SQL_VERIFY_SCHEMA,
  YS_N_SQL,
} YsSql;

struct _YsEngineSqlite
{
  YsDocket parent_instance;

  char *folder;
  char *store; /* path of docket.db */
  char *files; /* path of files/ */
  sqlite3 *db; /* NULL once even reading was lost */
  sqlite3_stmt *statements[YS_N_SQL];
  gint64 waiting_since;
  YsHash *hash;
  gboolean founding_changed; /* the chain's root no longer holds */
  gboolean newer;            /* of a later version: its shape is not ours to judge */
  gboolean older;            /* of an earlier version: to be brought up before it is written */

  gint64 data_version; /* as of the last poll */
  gint64 polled_position;
  char polled_digest[YS_DIGEST_SIZE];
};

/* What the file says of itself when it is opened. */
typedef struct
{
  int application_id;
  int version;
  gboolean in_rollback_mode;
} YsSqliteMarks;

/* --- engine-sqlite-connect.c --- */

/* Opens a connection as the recipe says, on every one alike. @waiting_since must outlive it. The
 * SQLite result code; *@db is to be closed whatever it is. */
int ys_engine_sqlite_connect (const char *store, int flags, gint64 *waiting_since, sqlite3 **db);
/* Reads the marks, which is also the first look into the file. The SQLite result code. */
int ys_engine_sqlite_read_marks (sqlite3 *db, YsSqliteMarks *marks);
/* The version alone, also within a transaction. The SQLite result code. */
int ys_engine_sqlite_read_version (sqlite3 *db, int *version);
/* After a failed write that leaves the outcome open: a fresh connection that only reads. */
void ys_engine_sqlite_give_up_writing (YsEngineSqlite *self);
void ys_engine_sqlite_close (YsEngineSqlite *self);
/* How long a lock is waited for, in microseconds: ten seconds, unless a test is in a hurry. */
gint64 ys_engine_sqlite_get_patience (void);
void ys_engine_sqlite_set_patience (gint64 microseconds);

/* --- engine-sqlite.c --- */

/* The statement, reset and ready to be bound, or NULL with @error. */
sqlite3_stmt *ys_engine_sqlite_prepare (YsEngineSqlite *self, YsSql which, GError **error);
/* Runs a statement that gives no rows. The SQLite result code. */
int ys_engine_sqlite_run (YsEngineSqlite *self, sqlite3_stmt *statement);
/* The one number that @statement, bound already, gives in its first column, 0 if none. */
gboolean ys_engine_sqlite_ask_number (YsEngineSqlite *self,
                                      sqlite3_stmt *statement,
                                      gint64 *number,
                                      GError **error);
gboolean
ys_engine_sqlite_get_head (YsEngineSqlite *self, gint64 *position, char **digest, GError **error);

/* --- engine-sqlite-trouble.c --- */

/* Sets @error to the sentence for SQLite's @code. FALSE. */
gboolean ys_engine_sqlite_set_error (GError **error, sqlite3 *db, int code, const char *store);
/* FALSE with a sentence when docket.db was moved or replaced under the open connection. */
gboolean ys_engine_sqlite_is_in_place (YsEngineSqlite *self, GError **error);

/* --- engine-sqlite-schema.c --- */

/* Makes the tables and the row that founds the docket, within a transaction of the caller's. */
int ys_engine_sqlite_make_tables (sqlite3 *db);
/* Turns the tables of version @from into today's, within a transaction of the caller's. */
int ys_engine_sqlite_bring_up_tables (sqlite3 *db, int from);
/* Whether the tables, indexes and triggers are exactly those of the version that the file bears. */
gboolean ys_engine_sqlite_check_tables (YsEngineSqlite *self, gboolean *same, GError **error);

/* --- engine-sqlite-append.c --- */

/* Gives up the transaction under way, if there is one. */
void ys_engine_sqlite_roll_back (YsEngineSqlite *self);
/* A write failed with SQLite's @code: sets @error and leaves nothing half done. FALSE. */
gboolean ys_engine_sqlite_fail_write (YsEngineSqlite *self, int code, GError **error);
gboolean ys_engine_sqlite_append_begin (YsDocket *docket, YsAppend *append, GError **error);
gboolean ys_engine_sqlite_append_add (YsDocket *docket,
                                      YsAppend *append,
                                      const char *stream,
                                      gint64 expected_seq,
                                      const char *kind,
                                      const char *on,
                                      const char *actor,
                                      const char *body,
                                      gint64 *seq,
                                      GError **error);
gboolean ys_engine_sqlite_append_commit (YsDocket *docket, YsAppend *append, GError **error);
void ys_engine_sqlite_append_abandon (YsDocket *docket, YsAppend *append);

/* --- engine-sqlite-erase.c --- */

gboolean ys_engine_sqlite_append_erase_body (YsDocket *docket,
                                             YsAppend *append,
                                             gint64 position,
                                             GError **error);
GArray *ys_engine_sqlite_list_erased (YsDocket *docket, GError **error);
/* Whether the body at @position was erased, in a file of whatever version. */
gboolean ys_engine_sqlite_is_erased (YsEngineSqlite *self,
                                     gint64 position,
                                     gboolean *erased,
                                     GError **error);
/* Whether the file is of a version that erases at all. */
gboolean ys_engine_sqlite_knows_erased (YsEngineSqlite *self, gboolean *knows, GError **error);

/* --- engine-sqlite-read.c --- */

/* A text column, or NULL; *@sound is set FALSE when it is no clean UTF-8. */
const char *ys_engine_sqlite_column (sqlite3_stmt *statement, int column, gboolean *sound);
/* The entry in @row, valid until the statement moves on. FALSE when it is damaged. */
gboolean ys_engine_sqlite_view (sqlite3_stmt *row, YsEntry *view);
gboolean ys_engine_sqlite_read_after (
  YsDocket *docket, gint64 position, YsEntryFunc func, gpointer user_data, GError **error);
gboolean ys_engine_sqlite_read_stream (
  YsDocket *docket, const char *stream, YsEntryFunc func, gpointer user_data, GError **error);
gboolean ys_engine_sqlite_read_streams (
  YsDocket *docket, const char *prefix, YsEntryFunc func, gpointer user_data, GError **error);

/* --- engine-sqlite-verify.c, engine-sqlite-backup.c --- */

YsVerdict *ys_engine_sqlite_verify (YsDocket *docket,
                                    YsProgressFunc progress,
                                    gpointer user_data,
                                    GError **error);
gboolean ys_engine_sqlite_backup (
  YsDocket *docket, const char *to, YsProgressFunc progress, gpointer user_data, GError **error);

G_END_DECLS
