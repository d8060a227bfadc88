/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a document comes from, a docket or a file on disk, and the reader made of it. Everything that
 * the desk shows of a document comes through here, so that nothing but paper opens one. */
#pragma once

#include "desk/context.h"
#include "paper/reader.h"

G_BEGIN_DECLS

/* A reader, opened, of the file that @context's docket keeps under @digest. Fails with what the
 * docket says, YS_PAPER_ERROR or G_IO_ERROR. */
void ys_paper_source_open_kept_async (YsContext *context, const char *digest,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);
/* The same of a file that is no part of a docket. */
void ys_paper_source_open_file_async (GFile *file, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full) */
YsPaperReader *ys_paper_source_open_finish (GAsyncResult *result, GError **error);

/* Saves the kept file @digest as @to: written beside it, synced and renamed, so that @to is either
 * what it was or all of the document. */
void ys_paper_source_save_async (YsContext *context, const char *digest, GFile *to,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean ys_paper_source_save_finish (YsContext *context, GAsyncResult *result, GError **error);

G_END_DECLS
