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

/* --- what every page may read at once ------------------------------------------------------- */

const char *ys_context_get_address (YsContext *self);
/* The docket's folder without ".docket". */
const char *ys_context_get_name (YsContext *self);
/* What the docket was called at founding, for what is kept of it elsewhere: it stays when the folder
 * is moved or reached another way. */
const char *ys_context_get_docket_id (YsContext *self);
const char *ys_context_get_agency (YsContext *self);
/* NULL when it may be written. */
const char *ys_context_get_read_only_reason (YsContext *self);
/* Who writes: the person's own name, as the login has it or as it was set. */
const char *ys_context_get_actor (YsContext *self);
/* NULL: as the login has it. "changed" tells of it. */
void ys_context_set_actor (YsContext *self, const char *name);
YsDay ys_context_get_today (YsContext *self);
void ys_context_set_today (YsContext *self, YsDay today);
/* The calendar as last told by the session. (transfer none) */
YsCalendar *ys_context_get_calendar (YsContext *self);
/* Whether replies need an approval on record. */
gboolean ys_context_asks_approval (YsContext *self);

/* Working days left until @due, negative when it is past. */
int ys_context_count_left (YsContext *self, YsDay due);

/* At the end of the program: lets every docket's thread come to its end, for @seconds at most. FALSE
 * if one is still at work; then nothing it uses may be torn down (leave by _exit). */
gboolean ys_context_wait_for_all (int seconds);
/* Whether that is waited for: long work, on any thread, looks at it and breaks off. */
gboolean ys_context_is_ending (void);

G_END_DECLS
