/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsContext: the window's hold on one docket. The session lives on a thread of its own and work is
 * handed to it in order; only frozen values come back. Widgets see sessions nowhere else. */
#pragma once

#include <gio/gio.h>

#include "office/session.h"

G_BEGIN_DECLS

#define YS_TYPE_CONTEXT (ys_context_get_type ())
G_DECLARE_FINAL_TYPE (YsContext, ys_context, YS, CONTEXT, GObject)

/* Work for the docket's thread. @input belongs to the work; the result is freed with @free_result if
 * nobody takes it. FALSE or NULL with @error set is a failure. */
typedef gpointer (*YsWorkFunc) (YsSession *session, gpointer input, GCancellable *cancellable,
                                GError **error);

/**
 * ys_context_open_async:
 * @address: the docket
 * @today: the application's day
 * @first: (nullable): what will be asked first, without input
 *
 * Opens the docket on a new thread; with ys_context_open_finish() the context is ready.
 * @first is done right behind, where the index stands: the first ys_context_run_async() of it has the
 * answer at once, unless the docket or the day changed meanwhile.
 * Signal "changed" (main loop): entries were added, by us or by others, or a new day began.
 * Signal "texts-changed" (main loop): search finds words of attachments that it did not find before.
 */
void ys_context_open_async (const char *address, YsDay today, YsWorkFunc first,
                            GDestroyNotify free_first, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);
YsContext *ys_context_open_finish (GAsyncResult *result, GError **error);

/* Runs @func on the docket's thread, after all that was asked before; @callback on the main loop. */
void ys_context_run_async (YsContext *self, YsWorkFunc func, gpointer input,
                           GDestroyNotify free_input, GDestroyNotify free_result,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data);
/* (transfer full): what @func gave, NULL with @error. */
gpointer ys_context_run_finish (YsContext *self, GAsyncResult *result, GError **error);

/* Emits "texts-changed"; for whoever reads attachments into the index. */
void ys_context_tell_texts (YsContext *self);

/* --- what every page may read at once ------------------------------------------------------- */

const char *ys_context_get_address (YsContext *self);
/* The docket's folder without ".docket". */
const char *ys_context_get_name (YsContext *self);
/* What the docket was called at founding, for what is kept of it elsewhere: it stays when the folder
 * is moved or reached another way. */
const char *ys_context_get_docket_id (YsContext *self);
const char *ys_context_get_agency (YsContext *self);
/* NULL when it may be written; as it stood at the last "changed". */
const char *ys_context_get_read_only_reason (YsContext *self);
/* Who belongs to the office, likewise. (transfer none) */
const YsStaff *ys_context_get_staff (YsContext *self);
/* Who writes: where the docket has staff the id of a person, "" while nobody has said who sits here;
 * else the person's own name, as the login has it or as it was set. */
const char *ys_context_get_actor (YsContext *self);
/* NULL: as the login has it. Another person's key is locked. "changed" tells of it. */
void ys_context_set_actor (YsContext *self, const char *name);
/* What people call @actor: the name of a person of the staff, or what was given. (transfer none) */
const char *ys_context_name_actor (YsContext *self, const char *actor);
/* Whether whoever sits here could make entries of @kind today: not in a docket that is read-only. */
gboolean ys_context_may (YsContext *self, YsKind kind);
/* NULL if so, else a sentence why not. (transfer full) */
char *ys_context_tell_why_not (YsContext *self, YsKind kind);
YsDay ys_context_get_today (YsContext *self);
void ys_context_set_today (YsContext *self, YsDay today);
/* The calendar as last told by the session. (transfer none) */
YsCalendar *ys_context_get_calendar (YsContext *self);
/* Whether replies need an approval on record; and whether that is signed. */
gboolean ys_context_asks_approval (YsContext *self);
gboolean ys_context_signs (YsContext *self);

/* Working days left until @due, negative when it is past. */
int ys_context_count_left (YsContext *self, YsDay due);

/* --- the person's key ------------------------------------------------------------------------- */

/* Asks for the passphrase of the person's key and ends with ys_context_answer_key_question(). */
typedef void (*YsKeyQuestionFunc) (YsContext *self, gpointer user_data);

/**
 * ys_context_set_key_question:
 * @ask: (nullable)
 *
 * All work that finds the key locked waits while @ask is asked, once for all of it, and is done once
 * more when the key is open; else, and without @ask, it fails with LOCKED. So whatever is signed asks
 * for the passphrase, and no page has to know. Work must leave its input as it was when it fails.
 */
void ys_context_set_key_question (YsContext *self, YsKeyQuestionFunc ask, gpointer user_data);
void ys_context_answer_key_question (YsContext *self, gboolean is_open);

/* Opens the key on the docket's thread, in about half a second; ys_context_run_finish() gives NULL
 * with YS_KEY_ERROR. "changed" tells of it, and of the locking. */
void ys_context_open_key_async (YsContext *self, const char *passphrase, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
void ys_context_lock_key (YsContext *self);
gboolean ys_context_is_key_open (YsContext *self);

/* At the end of the program: lets every docket's thread come to its end, for @seconds at most. FALSE
 * if one is still at work; then nothing it uses may be torn down (leave by _exit). */
gboolean ys_context_wait_for_all (int seconds);
/* Whether that is waited for: long work, on any thread, looks at it and breaks off. */
gboolean ys_context_is_ending (void);

G_END_DECLS
