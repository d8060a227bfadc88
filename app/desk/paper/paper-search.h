/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsPaperSearch: words looked for in a whole document, page by page in the background, from the page
 * in view onwards and round. Words that begin at the end of one page and end on the next are one hit,
 * of the page that they begin on. It keeps where they stand, not the text. */
#pragma once

#include "paper/reader.h"

G_BEGIN_DECLS

/* Hits beyond these are not counted: nobody steps through them. */
#define YS_PAPER_SEARCH_MOST 5000

#define YS_TYPE_PAPER_SEARCH (ys_paper_search_get_type ())
G_DECLARE_FINAL_TYPE (YsPaperSearch, ys_paper_search, YS, PAPER_SEARCH, GObject)

/* A hit: its place in the page's words and one box a line; those on the next page, or NULL. */
typedef struct
{
  YsPaperSpan span;
  GArray *boxes; /* of YsPaperBox */
  GArray *rest;
} YsPaperHit;

/* Signal "progressed": a page was read, the search ended, or another hit is the current one. */

YsPaperSearch *ys_paper_search_new (YsPaperReader *reader);
/* Begins anew with @words from page @from; empty words end the search and forget its hits. */
void ys_paper_search_start (YsPaperSearch *self, const char *words, guint from);
/* What was found stays. */
void ys_paper_search_stop (YsPaperSearch *self);

gboolean ys_paper_search_is_running (YsPaperSearch *self);
const char *ys_paper_search_get_words (YsPaperSearch *self);
guint ys_paper_search_count_hits (YsPaperSearch *self);
/* Pages read, and those of them that could not be. */
guint ys_paper_search_count_pages (YsPaperSearch *self);
guint ys_paper_search_count_unread (YsPaperSearch *self);

/* The hits of @page (YsPaperHit), or NULL. (transfer none) */
GPtrArray *ys_paper_search_get_hits (YsPaperSearch *self, guint page);

/* The hit of the page before @page that goes on over it, or NULL. (transfer none) */
const YsPaperHit *ys_paper_search_get_hit_from_before (YsPaperSearch *self, guint page);

/* Steps to the next hit (@forward) or the one before, in reading order and round the end. FALSE if
 * there is none. The first one found is stepped to by itself. */
gboolean ys_paper_search_step (YsPaperSearch *self, gboolean forward);
/* The current hit, its page and its number among all, from 1 on; NULL if there is none. (transfer
 * none) */
const YsPaperHit *ys_paper_search_get_current (YsPaperSearch *self, guint *page, guint *number);

G_END_DECLS
