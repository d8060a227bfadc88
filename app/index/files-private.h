/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What filling the index does with files; inside begin and commit. */
#pragma once

#include "index/index-private.h"

G_BEGIN_DECLS

/* The case holds just these files (nullable); @known: it was put before. What no case holds any
 * longer is forgotten with its text. */
gboolean ys_index_put_files (YsIndex *self, gint64 key, gboolean known, const GPtrArray *digests,
                             GError **error);

G_END_DECLS
