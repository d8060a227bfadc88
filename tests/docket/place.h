/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place to test dockets in: a temporary folder with room for a docket and a client's state,
 * removed afterwards, and the few steps that most tests of this floor begin with. */
#pragma once

#include "docket/docket.h"

G_BEGIN_DECLS

#define BODY "{\"text\":\"原文\"}"
#define FOUNDING "{\"agency\":\"示例局\"}"

typedef struct
{
  char *root;
  char *docket; /* where the docket is founded */
  char *store;  /* docket.db in it */
  char *state;  /* of this client */
} Place;

Place *place_new (void);
void place_free (Place *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Place, place_free)

/* A path in the place. */
char *place_path (Place *self, const char *name);
/* Founding and opening, which have to succeed. */
YsDocket *place_found (Place *self, YsSuite suite);
YsDocket *place_open (Place *self, YsDocketMode mode);
/* Removes a whole tree. */
void remove_tree (const char *path);
/* Copies one file over another. */
void copy_file (const char *from, const char *to);

/* Appends @n entries of kind "noted" in one append. The seqs of the stream go on. */
void append_some (YsDocket *docket, const char *stream, int n);
/* One entry; FALSE with @error when it was not appended. */
gboolean append_one (YsDocket *docket,
                     const char *command,
                     const char *stream,
                     gint64 expected,
                     const char *body,
                     GError **error);
/* Entries that a callback was given, of YsEntry. */
gboolean gather_cb (YsEntry *entry, gpointer array, GError **error);
GPtrArray *gather_all (YsDocket *docket);
char *put_text (YsDocket *docket, const char *text);
char *get_text (YsDocket *docket, const char *digest);

/* Asserts that verifying finds nothing, or a fault at @position. */
void assert_whole (YsDocket *docket);
void assert_bad_at (YsDocket *docket, gint64 position);

/* Runs SQL as a foreign program would, with SQLite's own defaults. The SQLite result code. */
int run_sql (const char *store, const char *sql);
/* The same without what protects the entries, which is put back as it was. Has to succeed. */
void tamper_sql (const char *store, const char *sql);
/* One number. */
gint64 ask_sql (const char *store, const char *sql);

/* How an engine's docket is founded and opened again in a place. */
typedef struct
{
  const char *name;
  YsDocket *(*found) (Place *place, YsSuite suite);
  YsDocket *(*open) (Place *place, YsDocketMode mode);
} Engine;

/* A test of the interface; its argument is the Engine. */
typedef struct
{
  const char *name;
  GTestDataFunc func;
} EngineTest;

/* Adds the tests for every engine there is. A second engine is another row of the table in place.c.
 */
void add_on_engines (const EngineTest *tests, gsize n_tests);
/* The same, and runs them: for a program that has no other tests. */
int run_on_engines (int argc, char **argv, const EngineTest *tests, gsize n_tests);

G_END_DECLS
