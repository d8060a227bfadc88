/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables of docket.db, and the triggers that let nothing in them be changed or removed. */

#include "docket/engine-sqlite-private.h"

/* In this order they are made. A body stands beside its entry, so that it can be erased when its
 * retention ends and the chain still be verified: its row is then empty, and its position stands
 * in a table of its own, for ever. Version 1 had no such table, and let no body go.
 *
 * The insert triggers refuse what INSERT OR REPLACE would overwrite also where a foreign program
 * has recursive_triggers off and the delete triggers would sleep. */
static const struct
{
  const char *name;
  const char *sql;
  int since; /* first version that has it; 0: every one */
  int until; /* last version that has it; 0: today's */
} tables[] = {
  { "docket", "CREATE TABLE docket (\n"
              "  one INTEGER PRIMARY KEY CHECK (one = 1),\n"
              "  id TEXT NOT NULL,\n"
              "  created_at TEXT NOT NULL,\n"
              "  suite TEXT NOT NULL,\n"
              "  founding TEXT NOT NULL,\n"
              "  digest TEXT NOT NULL\n"
              ") STRICT" },
  { "entries", "CREATE TABLE entries (\n"
               "  position INTEGER PRIMARY KEY CHECK (position > 0),\n"
               "  stream TEXT NOT NULL,\n"
               "  seq INTEGER NOT NULL CHECK (seq > 0),\n"
               "  kind TEXT NOT NULL,\n"
               "  \"on\" TEXT NOT NULL,\n"
               "  recorded_at TEXT NOT NULL,\n"
               "  actor TEXT,\n"
               "  command TEXT NOT NULL,\n"
               "  part INTEGER NOT NULL CHECK (part > 0),\n"
               "  imported INTEGER NOT NULL CHECK (imported IN (0, 1)),\n"
               "  body_digest TEXT NOT NULL,\n"
               "  digest TEXT NOT NULL,\n"
               "  signature TEXT,\n"
               "  signer TEXT,\n"
               "  UNIQUE (stream, seq),\n"
               "  UNIQUE (command, part)\n"
               ") STRICT" },
  { "bodies", "CREATE TABLE bodies (\n"
              "  position INTEGER PRIMARY KEY,\n"
              "  salt BLOB NOT NULL CHECK (length (salt) = 16),\n"
              "  body TEXT NOT NULL\n"
              ") STRICT" },
  { "erased",
    "CREATE TABLE erased (\n"
    "  position INTEGER PRIMARY KEY CHECK (position > 0)\n"
    ") STRICT",
    .since = 2 },
  /* Streams by length: the greatest number among case/2024-9999 and case/2024-10000 is found
   * without reading the ten thousand. */
  { "streams_by_length",
    "CREATE INDEX streams_by_length ON entries (length (stream), stream) WHERE seq = 1" },
  { "docket_insert", "CREATE TRIGGER docket_insert BEFORE INSERT ON docket\n"
                     "WHEN EXISTS (SELECT 1 FROM docket)\n"
                     "BEGIN SELECT RAISE (ABORT, 'a docket is founded once'); END" },
  { "docket_update", "CREATE TRIGGER docket_update BEFORE UPDATE ON docket\n"
                     "BEGIN SELECT RAISE (ABORT, 'a founding is never changed'); END" },
  { "docket_delete", "CREATE TRIGGER docket_delete BEFORE DELETE ON docket\n"
                     "BEGIN SELECT RAISE (ABORT, 'a founding is never removed'); END" },
  { "entries_insert",
    "CREATE TRIGGER entries_insert BEFORE INSERT ON entries\n"
    "WHEN NEW.position <> (SELECT ifnull (max (position), 0) + 1 FROM entries)\n"
    "  OR EXISTS (SELECT 1 FROM entries WHERE stream = NEW.stream AND seq = NEW.seq)\n"
    "  OR EXISTS (SELECT 1 FROM entries WHERE command = NEW.command AND part = NEW.part)\n"
    "BEGIN SELECT RAISE (ABORT, 'entries are only appended'); END" },
  { "entries_update", "CREATE TRIGGER entries_update BEFORE UPDATE ON entries\n"
                      "BEGIN SELECT RAISE (ABORT, 'an entry is never changed'); END" },
  { "entries_delete", "CREATE TRIGGER entries_delete BEFORE DELETE ON entries\n"
                      "BEGIN SELECT RAISE (ABORT, 'an entry is never removed'); END" },
  { "bodies_insert", "CREATE TRIGGER bodies_insert BEFORE INSERT ON bodies\n"
                     "WHEN EXISTS (SELECT 1 FROM bodies WHERE position = NEW.position)\n"
                     "BEGIN SELECT RAISE (ABORT, 'a body is written once'); END" },
  { "bodies_update",
    "CREATE TRIGGER bodies_update BEFORE UPDATE ON bodies\n"
    "BEGIN SELECT RAISE (ABORT, 'a body is never changed'); END",
    .until = 1 },
  { "bodies_update",
    "CREATE TRIGGER bodies_update BEFORE UPDATE ON bodies\n"
    "WHEN NEW.position IS NOT OLD.position OR NEW.body IS NOT ''\n"
    "  OR NEW.salt IS NOT zeroblob (16)\n"
    "  OR NOT EXISTS (SELECT 1 FROM erased WHERE position = OLD.position)\n"
    "BEGIN SELECT RAISE (ABORT, 'a body is only overwritten once it is told to be erased'); END",
    .since = 2 },
  { "bodies_delete", "CREATE TRIGGER bodies_delete BEFORE DELETE ON bodies\n"
                     "BEGIN SELECT RAISE (ABORT, 'a body is never removed'); END" },
  { "erased_insert",
    "CREATE TRIGGER erased_insert BEFORE INSERT ON erased\n"
    "WHEN EXISTS (SELECT 1 FROM erased WHERE position = NEW.position)\n"
    "  OR NOT EXISTS (SELECT 1 FROM entries WHERE position = NEW.position)\n"
    "BEGIN SELECT RAISE (ABORT, 'the body of an entry is erased once'); END",
    .since = 2 },
  { "erased_update",
    "CREATE TRIGGER erased_update BEFORE UPDATE ON erased\n"
    "BEGIN SELECT RAISE (ABORT, 'what was erased is never changed'); END",
    .since = 2 },
  { "erased_delete",
    "CREATE TRIGGER erased_delete BEFORE DELETE ON erased\n"
    "BEGIN SELECT RAISE (ABORT, 'what was erased is never forgotten'); END",
    .since = 2 },
};

static gboolean
is_of_version (gsize i, int version)
{
  return tables[i].since <= version && (tables[i].until == 0 || version <= tables[i].until);
}

int
ys_engine_sqlite_make_tables (sqlite3 *db)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                            YS_SQLITE_APPLICATION_ID, YS_SQLITE_VERSION);
  int code = sqlite3_exec (db, marks, NULL, NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tables) && code == SQLITE_OK; i++)
    if (is_of_version (i, YS_SQLITE_VERSION))
      code = sqlite3_exec (db, tables[i].sql, NULL, NULL, NULL);
  return code;
}

int
ys_engine_sqlite_bring_up_tables (sqlite3 *db, int from)
{
  g_autoptr (GString) script = g_string_new (NULL);

  /* Only triggers have ever been replaced: no row is touched. */
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (is_of_version (i, from) && !is_of_version (i, YS_SQLITE_VERSION))
      g_string_append_printf (script, "DROP TRIGGER %s;", tables[i].name);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!is_of_version (i, from) && is_of_version (i, YS_SQLITE_VERSION))
      g_string_append_printf (script, "%s;", tables[i].sql);
  g_string_append_printf (script, "PRAGMA user_version = %d", YS_SQLITE_VERSION);
  return sqlite3_exec (db, script->str, NULL, NULL, NULL);
}

/* Whether one of @version's tables is @name, made by @sql. */
static gboolean
knows_table (int version, const char *name, const char *sql)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (is_of_version (i, version) && g_strcmp0 (name, tables[i].name) == 0)
      return g_strcmp0 (sql, tables[i].sql) == 0;
  return FALSE;
}

static gsize
count_tables (int version)
{
  gsize count = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    count += is_of_version (i, version) ? 1 : 0;
  return count;
}

gboolean
ys_engine_sqlite_check_tables (YsEngineSqlite *self, gboolean *same, GError **error)
{
  sqlite3_stmt *statement = ys_engine_sqlite_prepare (self, YS_SQL_VERIFY_SCHEMA, error);
  gsize found = 0, strange = 0;
  int version = 0;
  int code;

  if (statement == NULL)
    return FALSE;
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (statement, 0);
      const char *sql = (const char *) sqlite3_column_text (statement, 1);

      /* Asked with the tables: another client may bring the file up at any time. */
      version = sqlite3_column_int (statement, 2);
      if (knows_table (version, name, sql))
        found++;
      else
        strange++;
    }
  sqlite3_reset (statement);
  if (code != SQLITE_DONE)
    return ys_engine_sqlite_set_error (error, self->db, code, self->store);
  *same = found == count_tables (version) && found > 0 && strange == 0;
  return TRUE;
}
