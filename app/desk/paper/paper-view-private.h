/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the view share: paper-view.c (layout, position), -draw (snapshot and what is
 * asked for it), -select (mouse, clipboard), -keys (keyboard, wheel, pinch). */
#pragma once

#include "desk/paper/page-layout.h"
#include "desk/paper/paper-view.h"

G_BEGIN_DECLS

typedef enum
{
  YS_SELECT_CHARACTERS,
  YS_SELECT_WORDS,
  YS_SELECT_LINES,
} YsSelectUnit;

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

  /* The selection: two points of one upright page, in fractions. */
  gboolean has_selection;
  guint selected_page;
  double from_x, from_y, until_x, until_y;
  YsSelectUnit unit;
  gboolean selects_all;
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
/* Zooms around a point of the widget. */
void ys_paper_view_zoom_at (YsPaperView *self, double zoom, double x, double y);

/* --- paper-view-draw.c --- */

void ys_paper_view_ask_pictures (YsPaperView *self);
void ys_paper_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* --- paper-view-select.c --- */

void ys_paper_view_select_class_init (GtkWidgetClass *klass);
void ys_paper_view_select_init (YsPaperView *self);
/* What is selected of @page, FALSE if nothing or if its words have not come. */
gboolean ys_paper_view_get_span (YsPaperView *self, YsPaperText **text, YsPaperSpan *span);
void ys_paper_view_text_arrived (YsPaperView *self, guint page);

/* --- paper-view-keys.c --- */

void ys_paper_view_keys_class_init (GtkWidgetClass *klass);
void ys_paper_view_keys_init (YsPaperView *self);

G_END_DECLS
