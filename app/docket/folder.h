/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The folder that a docket lies in: the names in it, its README, making it durable, removing what
 * a failed founding or backup left. What stands in docket.db is the engine's business. */
#pragma once

#include "docket/docket.h"

G_BEGIN_DECLS

#define YS_FOLDER_STORE "docket.db"
#define YS_FOLDER_FILES "files"
#define YS_FOLDER_README "README.txt"

/* Sets @error to the code that errno @saved belongs to; the text is "SENTENCE: reason". FALSE. */
gboolean ys_set_errno (GError **error, int saved, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Writes all of it or fails with errno set. */
gboolean ys_write_all (int fd, gconstpointer bytes, gsize size);

/* Makes names created, renamed or removed in @path durable. */
gboolean ys_folder_sync (const char *path, GError **error);
gboolean ys_folder_write_readme (const char *path, GError **error);
/* A new folder beside @path with a name made from it and @mark; for building what is then renamed
 * to @path in one step. (transfer full) */
char *ys_folder_make_beside (const char *path, const char *mark, GError **error);
/* Removes what a docket consists of, and with @itself the folder if nothing else is in it. */
void ys_folder_remove (const char *path, gboolean itself);

G_END_DECLS
