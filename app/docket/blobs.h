/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Attachments kept under their digests: files/ab/cdef…. What a file is, and which entry speaks of
 * it, is not known here. */
#pragma once

#include "docket/docket.h"

G_BEGIN_DECLS

/* The largest file kept, as the reader of documents will take no larger one either. */
#define YS_BLOB_MAX (G_GINT64_CONSTANT (200) * 1024 * 1024)

/* Keeps @stream, at most @most bytes of it, and gives its digest; IO if there is more. */
char *ys_blobs_put (const char *files, YsSuite suite, GInputStream *stream, gint64 most,
                    GCancellable *cancellable, GError **error);
GInputStream *ys_blobs_get (const char *files, const char *digest, GError **error);
gboolean ys_blobs_has (const char *files, const char *digest);
/* Whether there is nothing at all where it would be kept. */
gboolean ys_blobs_is_gone (const char *files, const char *digest);
/* Overwrites and removes it, durably; goes on with one that was cut off. None there is fine. */
gboolean ys_blobs_erase (const char *files, const char *digest, GError **error);
/* Digest of what is left in @stream. */
char *
ys_blobs_digest (YsSuite suite, GInputStream *stream, GCancellable *cancellable, GError **error);

/* --- blobs-walk.c: all of them --- */

/* Called for each file kept, @done counting from 1. @digest is what its name says, or the bare
 * name where that is no digest and @strange is TRUE. FALSE ends the walk. */
typedef gboolean (*YsBlobFunc) (
  const char *digest, gboolean strange, gint64 done, gpointer user_data, GError **error);
gboolean ys_blobs_walk (
  const char *files, YsSuite suite, YsBlobFunc func, gpointer user_data, GError **error);
gboolean ys_blobs_count (const char *files, YsSuite suite, gint64 *count, GError **error);
/* Whether the file's bytes have the digest that it is kept under, by the suite of @digest or (for
 * a file that came with an exchange file of the other suite) by the other; @suite (optional) tells
 * which. FALSE in *@same too when it cannot be read. */
gboolean ys_blobs_compare (const char *files, const char *digest, YsSuite *suite, gboolean *same,
                           GError **error);

G_END_DECLS
