/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsPageLayout: where every page of a document lies in one long column, at a given magnification and
 * turn. Pure arithmetic: nothing is drawn, asked or shown here. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Pixels between two pages and around all of them. */
#define YS_PAGE_GAP 12

typedef struct _YsPageLayout YsPageLayout;

/* A page's place, in pixels from the top left corner of the column. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} YsPagePlace;

/* A point of a page, in fractions of its turned width and height. */
typedef struct
{
  guint page;
  double x;
  double y;
} YsPagePoint;

YsPageLayout *ys_page_layout_new (guint n_pages);
void ys_page_layout_free (YsPageLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPageLayout, ys_page_layout_free)

guint ys_page_layout_get_n_pages (const YsPageLayout *self);
/* In points, as the page stands before it is turned. */
void ys_page_layout_set_size (YsPageLayout *self, guint page, double width, double height);

/* Places all pages: @scale pixels a point, turned clockwise by @turn degrees, heights rounded to
 * 1 / @factor pixel. */
void ys_page_layout_arrange (YsPageLayout *self, double scale, guint turn, int factor);
double ys_page_layout_get_width (const YsPageLayout *self);
double ys_page_layout_get_height (const YsPageLayout *self);
YsPagePlace ys_page_layout_get_place (const YsPageLayout *self, guint page);

/* The first page that reaches below @y; the last one if none does. There must be a page. */
guint ys_page_layout_find (const YsPageLayout *self, double y);
/* The page of which @height pixels from @y on show most; the first of equals. */
guint ys_page_layout_find_most (const YsPageLayout *self, double y, double height);
/* The point of the nearest page at (@x, @y); fractions outside 0 to 1 lie beside it. */
YsPagePoint ys_page_layout_point_at (const YsPageLayout *self, double x, double y);

/* The scale at which @page, turned, fits with its margins into @width × @height (G_MAXDOUBLE: any). */
double ys_page_layout_fit (const YsPageLayout *self, guint page, guint turn, double width,
                           double height);

G_END_DECLS
