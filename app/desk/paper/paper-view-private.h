/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the view share: paper-view.c (layout, position), -draw (snapshot and what is
 (keyboard, wheel, pinch). */
#pragma once

#include "desk/paper/page-layout.h"
#include "desk/paper/paper-selection.h"
#include "desk/paper/paper-view.h"

G_BEGIN_DECLS

struct _YsPaperView
{
  YsPaperArea parent_instance;

  YsPaperReader *reader;
  YsPageLayout *layout;
  YsPagePictures *pictures;
  YsPageTexts *texts;
  YsPaperSearch *search;

  double zoom;
  YsPaperFit fit;
  guint turn;
  guint current;

  /* A point of the document that stays, or comes, at a point of the widget. */
  gboolean holds;
  YsPagePoint held;
  double held_x;      /* NAN: sideways nothing is held; INFINITY: in the middle */
  double held_y;
  double gone_to_y;   /* where go_to_page() scrolled, and while that is so, its page; else NAN */
  guint gone_to;

  guint telling;      /* source: "moved" is emitted outside of layout */

  gboolean has_selection; /* also of nothing: a place from which it may be extended */
  YsPaperSelection selection;
  double column;          /* where lines are stepped through by key, in fractions of the page; or NAN */
  GCancellable *copying;  /* of the words being collected, or NULL */
  double drag_x, drag_y;
  GtkWidget *menu;
  double pointer_x, pointer_y;
  double pinched_from; /* the magnification */
};

/* --- paper-view.c --- */

/* The top left corner of the column in the widget. */
void ys_paper_view_get_origin (YsPaperView *self, double *x, double *y);
YsPagePoint ys_paper_view_point_at (YsPaperView *self, double x, double y);
/* Draws, and emits "selected". */
void ys_paper_view_tell_selected (YsPaperView *self);
/* Emits "copied". */
void ys_paper_view_tell_copied (YsPaperView *self, const YsPaperCopied *copied);
/* Scrolls, if need be, to @box of the upright @page. */
void ys_paper_view_show_box (YsPaperView *self, guint page, YsPaperBox box);
/* Zooms around a point of the widget. */
void ys_paper_view_zoom_at (YsPaperView *self, double zoom, double x, double y);

/* --- paper-view-draw.c --- */

void ys_paper_view_ask_pictures (YsPaperView *self);
void ys_paper_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* --- paper-view-select.c --- */

void ys_paper_view_select_class_init (GtkWidgetClass *klass);
void ys_paper_view_select_init (YsPaperView *self);
/* What is selected of @page, FALSE if nothing or if its words have not come. */
gboolean ys_paper_view_get_span (YsPaperView *self, guint page, YsPaperText **text,
                                 YsPaperSpan *span);
/* The selection is another one. */
void ys_paper_view_tell_selection (YsPaperView *self);
void ys_paper_view_text_arrived (YsPaperView *self, guint page);

/* --- paper-view-extend.c --- */

void ys_paper_view_extend_class_init (GtkWidgetClass *klass);

/* --- paper-view-keys.c --- */

void ys_paper_view_keys_class_init (GtkWidgetClass *klass);
void ys_paper_view_keys_init (YsPaperView *self);

G_END_DECLS
