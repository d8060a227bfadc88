/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place to test the office in: a temporary folder with one docket, founded on a fixed day, and
 * the few steps that most tests of this floor begin with. */
#pragma once

#include "docket/docket.h"
#include "office/import.h"
#include "office/session-private.h"

G_BEGIN_DECLS

/* --- exchange lines, with ' for every quotation mark ----------------------------------------- */

#define LINE(stream, kind, on, body)                                                               \
  "{'stream':'" stream "','kind':'" kind "','on':'" on "','body':{" body "}}\n"
/* An entry of the one case that most tests are about. */
#define CASE(kind, on, body) LINE ("case/2024-0001", kind, on, body)
/* Body of `received`; further members may follow. */
#define REQUEST(on)                                                                                \
  "'channel':'in-person','submitted_on':'" on "','applicant':{'class':'person','name':'张三'},"     \
  "'request':{'title':'古渡路工程','description':'申请公开批复全文','form':'paper','delivery':'post'}"
#define RECEIVED(on) CASE ("received", on, REQUEST (on))
/* Thursday, 8 February 2024; twenty working days end on 13 March. */
#define GOT RECEIVED ("2024-02-08")

/* @text with " for ', in memory that lives as long as the test program. */
const char *quoted (const char *text);
YsDay day (const char *text);

typedef struct
{
  char *root;
  char *docket; /* where the docket is founded */
  YsSession *session;
} Place;

/* What the main of each test begins and ends with: g_test_init() and g_test_run(), in a home and a
 * state folder of its own (G_TEST_OPTION_ISOLATE_DIRS would do the same, but GLib 2.74 leaks). */
void place_begin (int *argc, char ***argv);
int place_run (void);
/* The end alone, for a main that runs its tests itself. */
void place_end (void);
/* Removes a whole tree. */
void remove_tree (const char *path);

/* Founds a docket of suite gm. */
Place *place_new (const char *today, YsStaffApproval approval);
Place *place_new_with (const char *today, YsStaffApproval approval, YsSessionSuite suite);
void place_free (Place *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Place, place_free)

/* Another session on the same docket. */
YsSession *place_open (Place *self, const char *today);
/* A path in the place. */
char *place_path (Place *self, const char *name);
/* Writes a file into the place, making the folders above it. */
void place_write (Place *self, const char *name, const char *bytes, gssize length);

/* Imports @text, which is put down as import.ndjson. */
gboolean place_try_import (Place *self, const char *text, gssize length, YsImportReport **report,
                           GError **error);
/* The same with a text in ' that has to come in. */
void place_import (Place *self, const char *text);

gint64 get_position (YsSession *session);
/* The whole docket, a line an entry: stream, kind, on, body, actor. */
char *tell_all (YsSession *session);
/* What came after @position, a line an entry: kind, on, body. */
char *tell_after (YsSession *session, gint64 position);
/* Files kept in the docket. */
guint count_files (Place *self);
/* Digest of a text under the suite of "sm3:" or "sha256:". */
char *digest_of (Place *self, const char *text, const char *suite);
void assert_whole (YsSession *session);
/* An act that had to be done, or to be refused with a reason. A pointer, since the act may stand in
 * the argument beside it. */
void assert_done (gboolean done, GError **error);
void assert_refused (gboolean done, GError **error);

G_END_DECLS
