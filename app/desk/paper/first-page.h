/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsFirstPage: a document's first page, small, and its number of pages, for wherever documents are
 * listed. At most two documents are open for this at a time in the whole program; what a docket
 * keeps is remembered by its digest. */
#pragma once

#include <gtk/gtk.h>

#include "desk/context.h"

G_BEGIN_DECLS

/* Documents open at once. */
#define YS_FIRST_PAGE_AT_ONCE 2

/* Immutable, refcounted. */
typedef struct
{
  GdkTexture *texture; /* NULL if the page cannot be drawn */
  guint n_pages;       /* 0 if the document cannot be opened */
  GError *failure;     /* why there is no texture, or NULL */
  gatomicrefcount refs; /* private */
} YsFirstPage;

YsFirstPage *ys_first_page_ref (YsFirstPage *self);
void ys_first_page_unref (YsFirstPage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsFirstPage, ys_first_page_unref)

/* Asks for the first page of the kept file @digest, fitting into @width × @height pixels of the
 * screen. From the main thread. */
void ys_first_page_of_kept_async (YsContext *context, const char *digest, guint width,
                                  guint height, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
/* The same of a file that is in no docket; never remembered, since it may change. */
void ys_first_page_of_file_async (GFile *file, guint width, guint height,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
/* Fails only when cancelled: a document that cannot be shown is an answer too. (transfer full) */
YsFirstPage *ys_first_page_finish (GAsyncResult *result, GError **error);

/* For tests: documents open now, and the most there ever were. */
guint ys_first_page_count_open (void);
guint ys_first_page_count_most_open (void);

G_END_DECLS
