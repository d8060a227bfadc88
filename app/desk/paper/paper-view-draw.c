/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is seen: white pages, their pictures or what stands in for them, hits and selection. And what
 * is asked of the reader for it: pages in view first, their neighbours next. */
#include "desk/paper/paper-view-private.h"

#include <math.h>

#include "paper/wire.h"
#include "wording/i18n.h"

/* A page of more pixels than this is asked for in squares, and only those in view. */
#define WHOLE_PIXELS (4 * 1000 * 1000)
#define SQUARE 768
/* Under the squares, the page as a whole in this width, until they come. */
#define UNDERLAY_WIDTH 640

/* --- what is asked ---------------------------------------------------------------------------- */

/* The picture of the whole page as it is shown, at the very pixels of the screen. */
static YsPaperPicture
make_picture (YsPaperView *self, guint page, guint *height)
{
  YsPagePlace place = ys_page_layout_get_place (self->layout, page);
  double longest = MAX (place.width, place.height);
  double factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  YsPaperPicture picture = { .page = page, .turn = self->turn };

  /* Beyond what can be drawn, it is drawn smaller and stretched. */
  factor = MIN (factor, (YS_PAPER_MAX_EDGE - 1) / longest);
  picture.width = (guint) MAX (floor (place.width * factor + 0.5), 1);
  *height = ys_paper_reader_get_height (self->reader, page, picture.width, self->turn);
  return picture;
}

static gboolean
is_whole (const YsPaperPicture *picture, guint height)
{
  return (guint64) picture->width * height <= WHOLE_PIXELS;
}

/* The squares of a page that are in view, as rows and columns: from, up to but not including. */
typedef struct
{
  guint left, top, right, bottom;
} Squares;

static guint
count_squares (double pixels, guint most)
{
  return (guint) CLAMP (pixels, 0, (double) most) / SQUARE;
}

static Squares
find_squares (YsPaperView *self, const YsPaperPicture *picture, guint height)
{
  YsPagePlace place = ys_page_layout_get_place (self->layout, picture->page);
  double factor = picture->width / place.width;
  double x, y;

  ys_paper_view_get_origin (self, &x, &y);
  x += place.x;
  y += place.y;
  return (Squares) {
    count_squares (-x * factor, picture->width - 1),
    count_squares (-y * factor, height - 1),
    count_squares ((gtk_widget_get_width (GTK_WIDGET (self)) - x) * factor, picture->width - 1) + 1,
    count_squares ((gtk_widget_get_height (GTK_WIDGET (self)) - y) * factor, height - 1) + 1,
  };
}

static YsPaperPicture
make_square (const YsPaperPicture *whole, guint height, guint column, guint row)
{
  YsPaperPicture square = *whole;

  square.part_x = column * SQUARE;
  square.part_y = row * SQUARE;
  square.part_width = MIN (SQUARE, whole->width - square.part_x);
  square.part_height = MIN (SQUARE, height - square.part_y);
  return square;
}

static void
want_page (YsPaperView *self, guint page, YsPaperUrgency urgency)
{
  guint height;
  YsPaperPicture picture = make_picture (self, page, &height);
  YsPaperPicture underlay = picture;
  Squares squares;

  if (is_whole (&picture, height))
    {
      ys_page_pictures_want (self->pictures, &picture, urgency);
      return;
    }
  underlay.width = MIN (UNDERLAY_WIDTH, picture.width);
  if (ys_page_pictures_get_any (self->pictures, page, self->turn) == NULL)
    ys_page_pictures_want (self->pictures, &underlay, urgency);
  if (urgency != YS_PAPER_NOW)
    return;
  squares = find_squares (self, &picture, height);
  for (guint row = squares.top; row < squares.bottom; row++)
    for (guint column = squares.left; column < squares.right; column++)
      {
        YsPaperPicture square = make_square (&picture, height, column, row);

        ys_page_pictures_want (self->pictures, &square, urgency);
      }
}

/* The pages in view: from, up to but not including. */
static void
find_shown (YsPaperView *self, guint *from, guint *until)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  guint n = ys_page_layout_get_n_pages (self->layout);
  double x, y;

  ys_paper_view_get_origin (self, &x, &y);
  *from = ys_page_layout_find (self->layout, -y);
  for (*until = *from; *until < n; ++*until)
    if (ys_page_layout_get_place (self->layout, *until).y + y >= height)
      break;
}

void
ys_paper_view_ask_pictures (YsPaperView *self)
{
  guint from, until;

  find_shown (self, &from, &until);
  ys_page_pictures_begin (self->pictures);
  for (guint page = from; page < until; page++)
    want_page (self, page, YS_PAPER_NOW);
  if (until < ys_page_layout_get_n_pages (self->layout))
    want_page (self, until, YS_PAPER_SOON);
  if (from > 0)
    want_page (self, from - 1, YS_PAPER_SOON);
  ys_page_pictures_end (self->pictures);
}

/* --- drawing ---------------------------------------------------------------------------------- */

static const GdkRGBA white = { 1, 1, 1, 1 };
static const GdkRGBA edge = { 0, 0, 0, 0.25 };
static const GdkRGBA ink = { 0.2, 0.2, 0.2, 1 };
static const GdkRGBA pale = { 0.45, 0.45, 0.45, 1 };
static const GdkRGBA marker = { 1, 0.82, 0.1, 0.42 };
static const GdkRGBA current_marker = { 1, 0.45, 0, 0.5 };
static const GdkRGBA current_edge = { 0.75, 0.25, 0, 1 };
static const GdkRGBA chosen = { 0.2, 0.5, 0.9, 0.35 };

/* Without GL, GSK copies a whole texture for every frame that shows a part of it, which takes longer
 * than the frame may; a surface is read where it is. */
static void
draw_picture (YsPaperView *self, GtkSnapshot *snapshot, GdkTexture *picture,
              const graphene_rect_t *area)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  graphene_rect_t shown = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                              (float) gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_t *cr;

  if (!GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native)))
    {
      gtk_snapshot_append_texture (snapshot, picture, area);
      return;
    }
  if (!graphene_rect_intersection (area, &shown, &shown))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &shown);
  cairo_translate (cr, area->origin.x, area->origin.y);
  cairo_scale (cr, area->size.width / gdk_texture_get_width (picture),
               area->size.height / gdk_texture_get_height (picture));
  cairo_set_source_surface (cr, ys_page_pictures_get_surface (picture), 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
draw_words (YsPaperView *self, GtkSnapshot *snapshot, const char *words, const GdkRGBA *colour,
            const graphene_rect_t *area, double y, double *height)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  PangoRectangle size;

  pango_layout_set_width (layout, (int) MAX (area->size.width - 24, 40) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_extents (layout, NULL, &size);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (area->origin.x + 12,
                                                          (float) (area->origin.y + y)));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
  *height = size.height;
}

static void
draw_failure (YsPaperView *self, GtkSnapshot *snapshot, const GError *failure,
              const graphene_rect_t *area)
{
  GtkIconTheme *theme
    = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GtkIconPaintable) icon
    = gtk_icon_theme_lookup_icon (theme, "dialog-warning-symbolic", NULL, 32,
                                  gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                  GTK_TEXT_DIR_NONE, 0);
  double y = MIN (area->size.height / 6, 80), height;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (area->origin.x + area->size.width / 2 - 16,
                                                          (float) (area->origin.y + y)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, 32, 32, &ink,
                                            1);
  gtk_snapshot_restore (snapshot);
  y += 44;
  draw_words (self, snapshot, failure->message, &ink, area, y, &height);
  y += height + 10;
  draw_words (self, snapshot,
              _("To look at it all the same, save the document and be careful with what opens it."),
              &pale, area, y, &height);
}

static void
draw_box (GtkSnapshot *snapshot, const graphene_rect_t *area, YsPaperBox box, guint turn,
          const GdkRGBA *colour, const GdkRGBA *frame)
{
  YsPaperBox turned = ys_paper_box_turn (box, turn);
  graphene_rect_t rect
    = GRAPHENE_RECT_INIT (area->origin.x + (float) turned.x * area->size.width,
                          area->origin.y + (float) turned.y * area->size.height,
                          (float) turned.width * area->size.width,
                          (float) turned.height * area->size.height);

  gtk_snapshot_append_color (snapshot, colour, &rect);
  if (frame != NULL)
    {
      const float widths[] = { 1.5f, 1.5f, 1.5f, 1.5f };
      const GdkRGBA colours[] = { *frame, *frame, *frame, *frame };
      GskRoundedRect outline;

      graphene_rect_inset (&rect, -1.5f, -1.5f);
      gsk_rounded_rect_init_from_rect (&outline, &rect, 2);
      gtk_snapshot_append_border (snapshot, &outline, widths, colours);
    }
}

static void
draw_hit (YsPaperView *self, GtkSnapshot *snapshot, GArray *boxes, gboolean is_current,
          const graphene_rect_t *area)
{
  for (guint i = 0; i < boxes->len; i++)
    draw_box (snapshot, area, g_array_index (boxes, YsPaperBox, i), self->turn,
              is_current ? &current_marker : &marker, is_current ? &current_edge : NULL);
}

static void
draw_marks (YsPaperView *self, GtkSnapshot *snapshot, guint page, const graphene_rect_t *area)
{
  GPtrArray *hits = self->search != NULL ? ys_paper_search_get_hits (self->search, page) : NULL;
  const YsPaperHit *current
    = self->search != NULL ? ys_paper_search_get_current (self->search, NULL, NULL) : NULL;
  const YsPaperHit *over
    = self->search != NULL ? ys_paper_search_get_hit_from_before (self->search, page) : NULL;
  YsPaperText *text;
  YsPaperSpan span;

  if (over != NULL)
    draw_hit (self, snapshot, over->rest, over == current, area);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      const YsPaperHit *hit = g_ptr_array_index (hits, i);

      draw_hit (self, snapshot, hit->boxes, hit == current, area);
    }
  if (ys_paper_view_get_span (self, page, &text, &span))
    {
      g_autoptr (GArray) boxes = ys_paper_text_boxes (text, span);

      for (guint j = 0; j < boxes->len; j++)
        draw_box (snapshot, area, g_array_index (boxes, YsPaperBox, j), self->turn, &chosen, NULL);
    }
}

static void
draw_squares (YsPaperView *self, GtkSnapshot *snapshot, const YsPaperPicture *picture, guint height,
              const graphene_rect_t *area)
{
  Squares squares = find_squares (self, picture, height);
  float x_scale = area->size.width / (float) picture->width;
  float y_scale = area->size.height / (float) height;

  for (guint row = squares.top; row < squares.bottom; row++)
    for (guint column = squares.left; column < squares.right; column++)
      {
        YsPaperPicture square = make_square (picture, height, column, row);
        GdkTexture *texture = ys_page_pictures_get (self->pictures, &square);

        if (texture != NULL)
          draw_picture (
            self, snapshot, texture,
            &GRAPHENE_RECT_INIT (area->origin.x + (float) square.part_x * x_scale,
                                 area->origin.y + (float) square.part_y * y_scale,
                                 (float) square.part_width * x_scale,
                                 (float) square.part_height * y_scale));
      }
}

static gboolean
squares_are_there (YsPaperView *self, const YsPaperPicture *picture, guint height)
{
  Squares squares = find_squares (self, picture, height);

  for (guint row = squares.top; row < squares.bottom; row++)
    for (guint column = squares.left; column < squares.right; column++)
      {
        YsPaperPicture square = make_square (picture, height, column, row);

        if (ys_page_pictures_get (self->pictures, &square) == NULL)
          return FALSE;
      }
  return TRUE;
}

static void
draw_stand_in (YsPaperView *self, GtkSnapshot *snapshot, guint page, const graphene_rect_t *area)
{
  GdkTexture *any = ys_page_pictures_get_any (self->pictures, page, self->turn);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  double height;

  if (any != NULL)
    draw_picture (self, snapshot, any, area);
  else
    draw_words (self, snapshot, number, &pale, area, MIN (area->size.height / 3, 160), &height);
}

static void
draw_page (YsPaperView *self, GtkSnapshot *snapshot, guint page, const graphene_rect_t *area)
{
  const GError *failure = ys_page_pictures_get_failure (self->pictures, page);
  const float widths[] = { 1, 1, 1, 1 };
  const GdkRGBA colours[] = { edge, edge, edge, edge };
  guint height;
  YsPaperPicture picture = make_picture (self, page, &height);
  GdkTexture *texture;
  graphene_rect_t frame = *area;
  GskRoundedRect outline;

  gtk_snapshot_append_color (snapshot, &white, area);
  gtk_snapshot_push_clip (snapshot, area);
  if (failure != NULL)
    draw_failure (self, snapshot, failure, area);
  else if (is_whole (&picture, height))
    {
      texture = ys_page_pictures_get (self->pictures, &picture);
      if (texture != NULL)
        draw_picture (self, snapshot, texture, area);
      else
        draw_stand_in (self, snapshot, page, area);
    }
  else
    {
      if (!squares_are_there (self, &picture, height))
        draw_stand_in (self, snapshot, page, area);
      draw_squares (self, snapshot, &picture, height, area);
    }
  draw_marks (self, snapshot, page, area);
  gtk_snapshot_pop (snapshot);
  graphene_rect_inset (&frame, -1, -1);
  gsk_rounded_rect_init_from_rect (&outline, &frame, 0);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

void
ys_paper_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YsPaperView *self = YS_PAPER_VIEW (widget);
  guint from, until;
  double x, y;

  if (self->layout == NULL)
    return;
  ys_paper_view_get_origin (self, &x, &y);
  find_shown (self, &from, &until);
  for (guint page = from; page < until; page++)
    {
      YsPagePlace place = ys_page_layout_get_place (self->layout, page);

      draw_page (self, snapshot, page,
                 &GRAPHENE_RECT_INIT ((float) (x + place.x), (float) (y + place.y),
                                      (float) place.width, (float) place.height));
    }
}
