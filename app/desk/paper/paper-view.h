/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsPaperView: the pages of a document in one long column inside a GtkScrolledWindow: seen,
 * magnified, turned, selected from. What is not in view costs nothing. Its own keys and wheel are
 * here; bars and buttons are the page's. */
#pragma once

#include "desk/paper/page-pictures.h"
#include "desk/paper/page-texts.h"
#include "desk/paper/paper-area.h"
#include "desk/paper/paper-copying.h"
#include "desk/paper/paper-search.h"

G_BEGIN_DECLS

#define YS_TYPE_PAPER_VIEW (ys_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (YsPaperView, ys_paper_view, YS, PAPER_VIEW, YsPaperArea)

typedef enum
{
  YS_PAPER_FIT_NONE,
  YS_PAPER_FIT_WIDTH,
  YS_PAPER_FIT_PAGE,
} YsPaperFit;

/* Pixels an inch at which a page is shown at 100 %. */
#define YS_PAPER_VIEW_DPI 96.0
#define YS_PAPER_VIEW_ZOOM_MIN 0.1
#define YS_PAPER_VIEW_ZOOM_MAX 8.0

/* Signal "moved": another page is current, or the magnification or turn changed. */
/* Signal "selected": another text, or none, is selected. */
/* Signal "copied" (YsPaperCopied *): what was asked for is on the clipboard. */
/* Actions paper.copy (enabled with a selection), paper.select-page, paper.select-all. */

/* @reader is open. To be called once. */
void ys_paper_view_set_reader (YsPaperView *self, YsPaperReader *reader);
/* Whose hits are marked. */
void ys_paper_view_set_search (YsPaperView *self, YsPaperSearch *search);

/* The page that shows most, from 0 on. */
guint ys_paper_view_get_page (YsPaperView *self);
void ys_paper_view_go_to_page (YsPaperView *self, guint page);
/* Scrolls, if need be, to the search's current hit. */
void ys_paper_view_show_hit (YsPaperView *self);

double ys_paper_view_get_zoom (YsPaperView *self);
/* Keeps what is in the middle there. */
void ys_paper_view_set_zoom (YsPaperView *self, double zoom);
/* To the next of the usual magnifications. */
void ys_paper_view_step_zoom (YsPaperView *self, gboolean in);
YsPaperFit ys_paper_view_get_fit (YsPaperView *self);
void ys_paper_view_set_fit (YsPaperView *self, YsPaperFit fit);
/* Degrees clockwise: 0, 90, 180, 270. */
guint ys_paper_view_get_turn (YsPaperView *self);
void ys_paper_view_set_turn (YsPaperView *self, guint turn);

/* (transfer none): what the view keeps of its document, for panes beside it. */
YsPagePictures *ys_paper_view_get_pictures (YsPaperView *self);
YsPageTexts *ys_paper_view_get_texts (YsPaperView *self);

G_END_DECLS
