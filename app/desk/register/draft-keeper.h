/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsDraftKeeper: one file in the person's own state folder that holds what is being typed. Saved a
 * second after the last change, on a thread, atomically, readable by its owner alone. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define YS_TYPE_DRAFT_KEEPER (ys_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (YsDraftKeeper, ys_draft_keeper, YS, DRAFT_KEEPER, GObject)

/* Gives the text to keep (transfer full); NULL: there is nothing, and no file is to stay. */
typedef char *(*YsDraftTextFunc) (gpointer user_data);

/* Signal "saved" (const char *time, const GError *error): what is typed is safe since @time
 * ("16:02:11"; NULL when no file had to stay), or could not be saved. */

/* File of the drafts for a docket, wherever it lies. (transfer full) */
char *ys_draft_find_path (const char *docket_id);

YsDraftKeeper *ys_draft_keeper_new (const char *path, YsDraftTextFunc func, gpointer user_data);
/* What an earlier window left, NULL without @error if there is none. (transfer full) */
char *ys_draft_keeper_load (YsDraftKeeper *self, GError **error);
/* When the file was written, as "16:02:11" or "2026-11-24 16:02:11"; NULL if there is none.
 * (transfer full) */
char *ys_draft_keeper_dup_time (YsDraftKeeper *self, gboolean with_day);

/* Something was typed. */
void ys_draft_keeper_touch (YsDraftKeeper *self);
/* Saves now what touch() announced, if anything. */
void ys_draft_keeper_flush (YsDraftKeeper *self);
/* The same before the page goes: waits for the disk, asks no more for text afterwards. */
void ys_draft_keeper_close (YsDraftKeeper *self);
/* Forgets what was kept; later touches begin anew. */
void ys_draft_keeper_discard (YsDraftKeeper *self);

G_END_DECLS
