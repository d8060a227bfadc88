/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dockets of earlier versions, made by the text of their own schema. */

#include "earlier.h"

#include "place.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

/* As version 1 of the tables was made, letter by letter: before anything could be erased. */
static const char version_1[]
  = "PRAGMA application_id = 1500726379; PRAGMA user_version = 1;"
    "CREATE TABLE docket (\n"
    "  one INTEGER PRIMARY KEY CHECK (one = 1),\n"
    "  id TEXT NOT NULL,\n"
    "  created_at TEXT NOT NULL,\n"
    "  suite TEXT NOT NULL,\n"
    "  founding TEXT NOT NULL,\n"
    "  digest TEXT NOT NULL\n"
    ") STRICT;"
    "CREATE TABLE entries (\n"
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
    ") STRICT;"
    "CREATE TABLE bodies (\n"
    "  position INTEGER PRIMARY KEY,\n"
    "  salt BLOB NOT NULL CHECK (length (salt) = 16),\n"
    "  body TEXT NOT NULL\n"
    ") STRICT;"
    "CREATE INDEX streams_by_length ON entries (length (stream), stream) WHERE seq = 1;"
    "CREATE TRIGGER docket_insert BEFORE INSERT ON docket\n"
    "WHEN EXISTS (SELECT 1 FROM docket)\n"
    "BEGIN SELECT RAISE (ABORT, 'a docket is founded once'); END;"
    "CREATE TRIGGER docket_update BEFORE UPDATE ON docket\n"
    "BEGIN SELECT RAISE (ABORT, 'a founding is never changed'); END;"
    "CREATE TRIGGER docket_delete BEFORE DELETE ON docket\n"
    "BEGIN SELECT RAISE (ABORT, 'a founding is never removed'); END;"
    "CREATE TRIGGER entries_insert BEFORE INSERT ON entries\n"
    "WHEN NEW.position <> (SELECT ifnull (max (position), 0) + 1 FROM entries)\n"
    "  OR EXISTS (SELECT 1 FROM entries WHERE stream = NEW.stream AND seq = NEW.seq)\n"
    "  OR EXISTS (SELECT 1 FROM entries WHERE command = NEW.command AND part = NEW.part)\n"
    "BEGIN SELECT RAISE (ABORT, 'entries are only appended'); END;"
    "CREATE TRIGGER entries_update BEFORE UPDATE ON entries\n"
    "BEGIN SELECT RAISE (ABORT, 'an entry is never changed'); END;"
    "CREATE TRIGGER entries_delete BEFORE DELETE ON entries\n"
    "BEGIN SELECT RAISE (ABORT, 'an entry is never removed'); END;"
    "CREATE TRIGGER bodies_insert BEFORE INSERT ON bodies\n"
    "WHEN EXISTS (SELECT 1 FROM bodies WHERE position = NEW.position)\n"
    "BEGIN SELECT RAISE (ABORT, 'a body is written once'); END;"
    "CREATE TRIGGER bodies_update BEFORE UPDATE ON bodies\n"
    "BEGIN SELECT RAISE (ABORT, 'a body is never changed'); END;"
    "CREATE TRIGGER bodies_delete BEFORE DELETE ON bodies\n"
    "BEGIN SELECT RAISE (ABORT, 'a body is never removed'); END;";

void
turn_back (const char *store)
{
  g_autofree char *made = g_strconcat (store, ".earlier", NULL);
  g_autofree char *copying
    = g_strdup_printf ("ATTACH '%s' AS later;"
                       "INSERT INTO docket SELECT * FROM later.docket;"
                       "INSERT INTO entries SELECT * FROM later.entries ORDER BY position;"
                       "INSERT INTO bodies SELECT * FROM later.bodies ORDER BY position;",
                       store);

  g_assert_cmpint (run_sql (made, version_1), ==, SQLITE_OK);
  g_assert_cmpint (run_sql (made, copying), ==, SQLITE_OK);
  g_assert_cmpint (g_rename (made, store), ==, 0);
}
