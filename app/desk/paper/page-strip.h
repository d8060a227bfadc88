/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsPageStrip: the pages of an open document as a column of small pictures, beside the view. Drawn as
 * the view is, by the view's own reader and only where one looks: 1,000 pages cost what ten do. */
#pragma once

#include "desk/paper/paper-area.h"
#include "paper/reader.h"

G_BEGIN_DECLS

#define YS_TYPE_PAGE_STRIP (ys_page_strip_get_type ())
G_DECLARE_FINAL_TYPE (YsPageStrip, ys_page_strip, YS, PAGE_STRIP, YsPaperArea)

/* Signal "chosen": someone wants to see a page (guint). */

/* @reader is open. To be called once. */
void ys_page_strip_set_reader (YsPageStrip *self, YsPaperReader *reader);
/* Marks the page in view and keeps it in sight. */
void ys_page_strip_set_page (YsPageStrip *self, guint page, guint turn);

G_END_DECLS
