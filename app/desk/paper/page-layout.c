/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One offset a page, found by halving: 10,000 pages cost fourteen looks. */
#include "desk/paper/page-layout.h"

#include <math.h>

/* What a hostile document says of its pages must not make a column without an end. */
#define SIDE_MIN 1.0
#define SIDE_MAX 14400.0

typedef struct
{
  double points_wide;
  double points_high;
  YsPagePlace place;
} Page;

struct _YsPageLayout
{
  guint n_pages;
  Page *pages;
  double width;
  double height;
};

YsPageLayout *
ys_page_layout_new (guint n_pages)
{
  YsPageLayout *self = g_new0 (YsPageLayout, 1);

  self->n_pages = n_pages;
  self->pages = g_new0 (Page, n_pages);
  for (guint i = 0; i < n_pages; i++)
    ys_page_layout_set_size (self, i, SIDE_MIN, SIDE_MIN);
  ys_page_layout_arrange (self, 1, 0, 1);
  return self;
}

void
ys_page_layout_free (YsPageLayout *self)
{
  g_free (self->pages);
  g_free (self);
}

guint
ys_page_layout_get_n_pages (const YsPageLayout *self)
{
  return self->n_pages;
}

void
ys_page_layout_set_size (YsPageLayout *self, guint page, double width, double height)
{
  g_return_if_fail (page < self->n_pages);
  self->pages[page].points_wide = CLAMP (width, SIDE_MIN, SIDE_MAX);
  self->pages[page].points_high = CLAMP (height, SIDE_MIN, SIDE_MAX);
}

void
ys_page_layout_arrange (YsPageLayout *self, double scale, guint turn, int factor)
{
  double y = YS_PAGE_GAP;

  g_return_if_fail (scale > 0 && factor > 0 && turn % 90 == 0);

  self->width = 0;
  for (guint i = 0; i < self->n_pages; i++)
    {
      Page *page = &self->pages[i];
      gboolean lies = turn % 180 == 90;
      double wide = lies ? page->points_high : page->points_wide;
      double high = lies ? page->points_wide : page->points_high;
      double width = MAX (floor (wide * scale + 0.5), 1);
      double height = MAX (floor (width * factor * high / wide + 0.5), 1) / factor;

      page->place = (YsPagePlace) { 0, y, width, height };
      self->width = MAX (self->width, width + 2 * YS_PAGE_GAP);
      y += height + YS_PAGE_GAP;
    }
  self->height = y;
  for (guint i = 0; i < self->n_pages; i++)
    self->pages[i].place.x = floor ((self->width - self->pages[i].place.width) / 2);
}

double
ys_page_layout_get_width (const YsPageLayout *self)
{
  return self->width;
}

double
ys_page_layout_get_height (const YsPageLayout *self)
{
  return self->height;
}

YsPagePlace
ys_page_layout_get_place (const YsPageLayout *self, guint page)
{
  g_return_val_if_fail (page < self->n_pages, (YsPagePlace) { 0 });
  return self->pages[page].place;
}

static double
bottom_of (const YsPageLayout *self, guint page)
{
  return self->pages[page].place.y + self->pages[page].place.height;
}

guint
ys_page_layout_find (const YsPageLayout *self, double y)
{
  guint from = 0, until = self->n_pages;

  while (from < until)
    {
      guint middle = from + (until - from) / 2;

      if (bottom_of (self, middle) > y)
        until = middle;
      else
        from = middle + 1;
    }
  return MIN (from, self->n_pages - 1);
}

guint
ys_page_layout_find_most (const YsPageLayout *self, double y, double height)
{
  guint best = ys_page_layout_find (self, y);
  double most = 0;

  for (guint i = best; i < self->n_pages && self->pages[i].place.y < y + height; i++)
    {
      double shown = MIN (bottom_of (self, i), y + height) - MAX (self->pages[i].place.y, y);

      /* Pages of one height differ by less than this when both are whole. */
      if (shown > most + 0.5)
        {
          most = shown;
          best = i;
        }
    }
  return best;
}

YsPagePoint
ys_page_layout_point_at (const YsPageLayout *self, double x, double y)
{
  guint page = ys_page_layout_find (self, y);
  YsPagePlace place = self->pages[page].place;

  /* In the gap above it, the page before may be nearer. */
  if (page > 0 && place.y - y > y - bottom_of (self, page - 1))
    place = self->pages[--page].place;
  return (YsPagePoint) { page, (x - place.x) / place.width, (y - place.y) / place.height };
}

double
ys_page_layout_fit (const YsPageLayout *self, guint page, guint turn, double width, double height)
{
  const Page *one = &self->pages[page];
  gboolean lies = turn % 180 == 90;
  double wide = lies ? one->points_high : one->points_wide;
  double high = lies ? one->points_wide : one->points_high;

  return MIN (MAX (width - 2 * YS_PAGE_GAP, 1) / wide, MAX (height - 2 * YS_PAGE_GAP, 1) / high);
}
