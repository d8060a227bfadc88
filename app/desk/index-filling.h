/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index of a docket is made at its first use, which may take minutes: with progress. */
#pragma once

#include "desk/context.h"
#include "desk/progress-news.h"

G_BEGIN_DECLS

/**
 * ys_index_filling_async:
 * @told: the object that is told of progress, as long as it lives
 *
 * Brings the index of @context up to date. The end is that of ys_context_run_async().
 */
void ys_index_filling_async (YsContext *context, GObject *told, YsProgressTell tell,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean ys_index_filling_finish (YsContext *context, GAsyncResult *result, GError **error);

G_END_DECLS
