/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where pages lie: sums, halving, margins, turns, fitting. No display. */
#include "desk/paper/page-layout.h"

#include <math.h>

#define GAP YS_PAGE_GAP

static YsPageLayout *
make_layout (guint n)
{
  YsPageLayout *layout = ys_page_layout_new (n);

  for (guint i = 0; i < n; i++)
    ys_page_layout_set_size (layout, i, 600, 800);
  return layout;
}

static void
test_column (void)
{
  g_autoptr (YsPageLayout) layout = make_layout (10000);
  YsPagePlace place;

  ys_page_layout_arrange (layout, 0.5, 0, 1);
  g_assert_cmpfloat (ys_page_layout_get_width (layout), ==, 300 + 2 * GAP);
  g_assert_cmpfloat (ys_page_layout_get_height (layout), ==, 10000 * (400.0 + GAP) + GAP);
  place = ys_page_layout_get_place (layout, 9999);
  g_assert_cmpfloat (place.y, ==, 9999 * (400.0 + GAP) + GAP);
  g_assert_cmpfloat (place.x, ==, GAP);
}

static void
test_find (void)
{
  static const struct
  {
    double y;
    guint page;
  } rows[] = {
    { -50, 0 }, { 0, 0 },   { GAP, 0 },       { GAP + 399, 0 },
    { GAP + 401, 1 },       { 5 * 412.0, 5 }, { 5 * 412.0 + GAP + 1, 5 },
    { 99 * 412.0 + 200, 99 }, { 1e9, 99 },
  };
  g_autoptr (YsPageLayout) layout = make_layout (100);

  ys_page_layout_arrange (layout, 0.5, 0, 1);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (ys_page_layout_find (layout, rows[i].y), ==, rows[i].page);
}

static void
test_find_most (void)
{
  static const struct
  {
    double y;
    double height;
    guint page;
  } rows[] = {
    { 0, 500, 0 },    /* all of the first, a little of the second */
    { 300, 500, 1 },  /* 112 of the first, 376 of the second */
    { 0, 10000, 0 },  /* many whole ones: the first */
    { 412, 10000, 1 },
    { 1e9, 500, 99 },
  };
  g_autoptr (YsPageLayout) layout = make_layout (100);

  ys_page_layout_arrange (layout, 0.5, 0, 1);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (ys_page_layout_find_most (layout, rows[i].y, rows[i].height), ==,
                      rows[i].page);
}

/* A point of a page is where it was, whatever the scale. */
static void
test_points (void)
{
  static const double scales[] = { 0.1, 0.37, 1, 2.5, 8 };
  g_autoptr (YsPageLayout) layout = make_layout (50);

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      YsPagePlace place;
      YsPagePoint point;

      ys_page_layout_arrange (layout, scales[i], 0, 1);
      place = ys_page_layout_get_place (layout, 30);
      point = ys_page_layout_point_at (layout, place.x + place.width / 4, place.y + place.height / 2);
      g_assert_cmpuint (point.page, ==, 30);
      g_assert_cmpfloat_with_epsilon (point.x, 0.25, 1e-9);
      g_assert_cmpfloat_with_epsilon (point.y, 0.5, 1e-9);
      /* In a gap the nearer page counts. */
      g_assert_cmpuint (ys_page_layout_point_at (layout, 0, place.y - 2).page, ==, 30);
      g_assert_cmpuint (ys_page_layout_point_at (layout, 0, place.y - GAP + 2).page, ==, 29);
    }
}

static void
test_turn_and_fit (void)
{
  g_autoptr (YsPageLayout) layout = make_layout (3);
  YsPagePlace place;

  ys_page_layout_set_size (layout, 1, 900, 300);
  ys_page_layout_arrange (layout, 1, 90, 1);
  place = ys_page_layout_get_place (layout, 0);
  g_assert_cmpfloat (place.width, ==, 800);
  g_assert_cmpfloat (place.height, ==, 600);
  place = ys_page_layout_get_place (layout, 1);
  g_assert_cmpfloat (place.width, ==, 300);
  /* Narrower pages stand in the middle. */
  g_assert_cmpfloat (place.x, ==, (ys_page_layout_get_width (layout) - 300) / 2);

  g_assert_cmpfloat (ys_page_layout_fit (layout, 0, 0, 300 + 2 * GAP, G_MAXDOUBLE), ==, 0.5);
  g_assert_cmpfloat (ys_page_layout_fit (layout, 0, 0, 10000, 400 + 2 * GAP), ==, 0.5);
  g_assert_cmpfloat (ys_page_layout_fit (layout, 0, 90, 400 + 2 * GAP, G_MAXDOUBLE), ==, 0.5);
}

/* On a double screen heights are whole device pixels. */
static void
test_factor (void)
{
  g_autoptr (YsPageLayout) layout = ys_page_layout_new (1);
  YsPagePlace place;

  ys_page_layout_set_size (layout, 0, 595.276, 841.89);
  ys_page_layout_arrange (layout, 1, 0, 2);
  place = ys_page_layout_get_place (layout, 0);
  g_assert_cmpfloat (place.width, ==, 595);
  g_assert_cmpfloat (place.height * 2, ==, floor (595 * 2 * 841.89 / 595.276 + 0.5));
}

/* Sizes as a hostile document tells them. */
static void
test_absurd (void)
{
  static const double sides[] = { 0, -5, 1e-9, 1e12 };
  g_autoptr (YsPageLayout) layout = make_layout (G_N_ELEMENTS (sides));

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    ys_page_layout_set_size (layout, i, sides[i], 800);
  ys_page_layout_arrange (layout, 8, 0, 1);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      YsPagePlace place = ys_page_layout_get_place (layout, i);

      g_assert_cmpfloat (place.width, >=, 1);
      g_assert_cmpfloat (place.height, >=, 1);
      g_assert_cmpfloat (place.width, <=, 14400 * 8);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/paper-layout/column", test_column);
  g_test_add_func ("/desk/paper-layout/find", test_find);
  g_test_add_func ("/desk/paper-layout/find-most", test_find_most);
  g_test_add_func ("/desk/paper-layout/points", test_points);
  g_test_add_func ("/desk/paper-layout/turn-and-fit", test_turn_and_fit);
  g_test_add_func ("/desk/paper-layout/factor", test_factor);
  g_test_add_func ("/desk/paper-layout/absurd", test_absurd);
  return g_test_run ();
}
