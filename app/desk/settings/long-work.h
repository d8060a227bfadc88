/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsLongWork: one piece of long work on a docket at a time, with its progress, a way to stop it, and
 * the sentence that it ends with. */
#pragma once

#include <gtk/gtk.h>

#include "desk/context.h"

G_BEGIN_DECLS

#define YS_TYPE_LONG_WORK (ys_long_work_get_type ())
G_DECLARE_FINAL_TYPE (YsLongWork, ys_long_work, YS, LONG_WORK, GtkBox)

/* As the office's progress functions. */
typedef gboolean (*YsLongProgress) (gint64 done, gint64 total, gpointer user_data);
/* The work: gives the sentence that tells how it went, *@is_bad if that is bad news; NULL with
 * @error if it could not be carried out. */
typedef char *(*YsLongFunc) (YsSession *session, const char *input, YsLongProgress progress,
                             gpointer progress_data, gboolean *is_bad, GError **error);

/**
 * ys_long_work_run:
 * @is_apart: in a read-only session and on a thread of its own, so that the docket's other work does
 *   not wait
 * @title: what is being done
 *
 * Property "busy" tells whether one is under way; nothing begins meanwhile. It is stopped when the
 * widget goes.
 */
void ys_long_work_run (YsLongWork *self, YsContext *context, gboolean is_apart, const char *title,
                       YsLongFunc func, const char *input);
gboolean ys_long_work_is_busy (YsLongWork *self);
/* Shows a sentence as if a work had ended with it. */
void ys_long_work_tell (YsLongWork *self, const char *sentence, gboolean is_bad);

G_END_DECLS
