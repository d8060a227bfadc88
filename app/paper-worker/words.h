/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The characters of a page and where they stand. */
#pragma once

#include "paper/wire.h"

#include <poppler.h>

G_BEGIN_DECLS

/* The characters (YsWireCharacter) of @page in reading order, at most YS_PAPER_MAX_TEXT of them,
 * or NULL if there is no such page. Whether they may be shown is judged by who gets them. */
GArray *ys_worker_read_words (PopplerDocument *document, guint32 page, gboolean *cut);

G_END_DECLS
