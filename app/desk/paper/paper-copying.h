/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Collecting what is selected, page by page: of 10,000 pages one at a time is asked for and let go,
 * and what comes out is bounded. */
#pragma once

#include "desk/paper/paper-selection.h"
#include "paper/reader.h"

G_BEGIN_DECLS

/* Bytes that one copy holds: some 1,400,000 Chinese characters. */
#define YS_PAPER_COPY_MOST (4 * 1024 * 1024)

/* What came of it. */
typedef struct
{
  guint n_pages;  /* of the selection */
  guint n_copied; /* of them, from the first on, before there were @most bytes */
  guint n_unread; /* of those, the ones whose words cannot be read */
} YsPaperCopied;

/* Collects at most @most bytes, cut between two characters. */
void ys_paper_copying_start (YsPaperReader *reader,
                             const YsPaperSelection *selection,
                             gsize most,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/* Lines end as on the page, and so does every page. Fails with G_IO_ERROR_CANCELLED, or with
 * G_IO_ERROR_CLOSED when the document goes. (transfer full) */
char *ys_paper_copying_finish (GAsyncResult *result, YsPaperCopied *copied, GError **error);

G_END_DECLS
