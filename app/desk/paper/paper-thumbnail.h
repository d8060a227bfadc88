/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsPaperThumbnail: a sheet of paper, 84 × 119, with a document's first page on it, or an icon until
 * it is there or when it cannot be. It asks when it is first seen. */
#pragma once

#include "desk/paper/first-page.h"

G_BEGIN_DECLS

#define YS_TYPE_PAPER_THUMBNAIL (ys_paper_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (YsPaperThumbnail, ys_paper_thumbnail, YS, PAPER_THUMBNAIL, GtkWidget)

/* Signal "known": ys_paper_thumbnail_get_page() tells now. */

/* Of a kept file; or of a file that is in no docket. @height: 119, or less for a smaller one of the
 * same shape. */
GtkWidget *ys_paper_thumbnail_new_kept (YsContext *context, const char *digest, int height);
GtkWidget *ys_paper_thumbnail_new_file (GFile *file, int height);

/* What was learnt, or NULL before. (transfer none) */
YsFirstPage *ys_paper_thumbnail_get_page (YsPaperThumbnail *self);

G_END_DECLS
