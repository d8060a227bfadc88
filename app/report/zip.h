/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsZip: a ZIP file that comes into being beside its place and takes it when it is whole. What is in
 * it is the caller's business. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _YsZip YsZip;

/* Begins one that shall stand at @path, readable by this person only. Until ys_zip_close() nothing
 * changes there. */
YsZip *ys_zip_new (const char *path, GError **error);
/* Begins a member. @name: UTF-8, "/" between folders. @size: bytes that will follow, or -1.
 * @time: its modification, in seconds of the Unix epoch. */
gboolean ys_zip_begin (YsZip *self, const char *name, gint64 size, gint64 time, GError **error);
gboolean ys_zip_add (YsZip *self, gconstpointer bytes, gsize size, GError **error);
/* Makes it durable and puts it in its place, over what stood there. Frees @self, also on failure:
 * nothing is left behind then. */
gboolean ys_zip_close (YsZip *self, GError **error);
/* Forgets it, leaving nothing behind. */
void ys_zip_abandon (YsZip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsZip, ys_zip_abandon)

G_END_DECLS
