/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document as the worker opens it: whether it is one, its pages and their sizes. */
#pragma once

#include "paper/wire.h"

#include <poppler.h>

G_BEGIN_DECLS

/* Poppler 22.12 has no autoptr of its own, and later ones have: so under names of ours. */
typedef PopplerDocument YsWorkerDocument;
typedef PopplerPage YsWorkerPage;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsWorkerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsWorkerPage, g_object_unref)

/* Opens the descriptor @fd, which it takes over. NULL with *@trouble: NOT_PDF, TOO_LARGE or
 * ENCRYPTED. */
PopplerDocument *ys_worker_open (int fd, YsPaperError *trouble);
guint32 ys_worker_count_pages (PopplerDocument *document);
/* 0 × 0 if there is no such page, or none with a size. */
YsWireSize ys_worker_measure (PopplerDocument *document, guint32 page);

G_END_DECLS
