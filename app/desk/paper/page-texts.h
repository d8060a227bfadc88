/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsPageTexts: the words of the pages that someone points at, reads or copies from, asked of the
 * reader once and kept for a while. Searching a whole document is paper-search's. */
#pragma once

#include "paper/reader.h"

G_BEGIN_DECLS

#define YS_TYPE_PAGE_TEXTS (ys_page_texts_get_type ())
G_DECLARE_FINAL_TYPE (YsPageTexts, ys_page_texts, YS, PAGE_TEXTS, GObject)

/* Signal "arrived": the words of a page came, or the news that it has none to give. Its argument is
 * the page (guint). */

YsPageTexts *ys_page_texts_new (YsPaperReader *reader);
/* The words of @page; NULL when they are being asked for, or cannot be had. (transfer none) */
YsPaperText *ys_page_texts_get (YsPageTexts *self, guint page);
/* Whether @page was asked and cannot be read. */
gboolean ys_page_texts_has_failed (YsPageTexts *self, guint page);

G_END_DECLS
