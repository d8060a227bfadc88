/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From where a document comes to the one read-only descriptor that the worker is given. What is in
 * it is not looked at. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A descriptor of the regular file at @path, for reading; the caller closes it. -1 with a
 * GIOErrorEnum, or YS_PAPER_ERROR_TOO_LARGE beyond 200 MiB. */
int ys_paper_document_from_path (const char *path, GError **error);

/* The same for what is left in @stream: the stream's own file if it has one and stands at its
 * beginning, else a sealed copy in memory. Reads to the end, so better called from a worker thread.
 */
int ys_paper_document_from_stream (GInputStream *stream, GCancellable *cancellable, GError **error);

G_END_DECLS
