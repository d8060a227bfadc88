/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every page has a cell of one height, so that where it stands is a product. */
#include "desk/paper/page-strip.h"

#include <math.h>

#include "desk/paper/page-pictures.h"
#include "wording/i18n.h"

#define SHEET_WIDTH 84
#define SHEET_HEIGHT 119
#define CELL_HEIGHT (SHEET_HEIGHT + 32)
#define TOP 8
#define MOST_BYTES (16 * 1024 * 1024)

struct _YsPageStrip
{
  YsPaperArea parent_instance;

  YsPaperReader *reader;
  YsPagePictures *pictures;
  guint n_pages;
  guint page;
  guint turn;
};

G_DEFINE_FINAL_TYPE (YsPageStrip, ys_page_strip, YS_TYPE_PAPER_AREA)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- what is asked ---------------------------------------------------------------------------- */

static YsPaperPicture
make_picture (YsPageStrip *self, guint page)
{
  double factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double width, height;

  ys_paper_reader_get_size (self->reader, page, &width, &height);
  if (self->turn % 180 == 90)
    {
      double side = width;

      width = height;
      height = side;
    }
  return (YsPaperPicture) {
    .page = page,
    .turn = self->turn,
    .width = (guint) (CLAMP (MIN (SHEET_WIDTH, SHEET_HEIGHT * width / height), 1, SHEET_WIDTH) * factor),
  };
}

static void
find_shown (YsPageStrip *self, guint *from, guint *until)
{
  double y = ys_paper_area_get_y (YS_PAPER_AREA (self)) - TOP;
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  *from = (guint) CLAMP (floor (y / CELL_HEIGHT), 0, self->n_pages);
  *until = (guint) CLAMP (ceil ((y + height) / CELL_HEIGHT), *from, self->n_pages);
}

static void
ask_pictures (YsPageStrip *self)
{
  guint from, until;

  if (self->pictures == NULL)
    return;
  find_shown (self, &from, &until);
  ys_page_pictures_begin (self->pictures);
  for (guint page = from; gtk_widget_get_mapped (GTK_WIDGET (self)) && page < until; page++)
    {
      YsPaperPicture picture = make_picture (self, page);

      /* Behind the pages that are read. */
      ys_page_pictures_want (self->pictures, &picture, YS_PAPER_LATER);
    }
  ys_page_pictures_end (self->pictures);
}

static void
ys_page_strip_arrange (YsPaperArea *area, int width, int height)
{
  YsPageStrip *self = YS_PAGE_STRIP (area);

  ys_paper_area_set_extent (area, width, (double) self->n_pages * CELL_HEIGHT + TOP);
}

static void
ys_page_strip_scrolled (YsPaperArea *area)
{
  ask_pictures (YS_PAGE_STRIP (area));
}

static void
ys_page_strip_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ys_page_strip_parent_class)->map (widget);
  ask_pictures (YS_PAGE_STRIP (widget));
}

static void
ys_page_strip_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ys_page_strip_parent_class)->unmap (widget);
  ask_pictures (YS_PAGE_STRIP (widget));
}

/* --- drawing ---------------------------------------------------------------------------------- */

static void
draw_border (GtkSnapshot *snapshot, const graphene_rect_t *area, float width, const GdkRGBA *colour)
{
  const float widths[] = { width, width, width, width };
  const GdkRGBA colours[] = { *colour, *colour, *colour, *colour };
  graphene_rect_t frame = *area;
  GskRoundedRect outline;

  graphene_rect_inset (&frame, -width, -width);
  gsk_rounded_rect_init_from_rect (&outline, &frame, width > 1 ? 2 : 0);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static void
draw_cell (YsPageStrip *self, GtkSnapshot *snapshot, guint page, float y)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static const GdkRGBA edge = { 0, 0, 0, 0.25 };
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  YsPaperPicture picture = make_picture (self, page);
  GdkTexture *texture = ys_page_pictures_get (self->pictures, &picture);
  gboolean has_failed = ys_page_pictures_get_failure (self->pictures, page) != NULL;
  float factor = (float) gtk_widget_get_scale_factor (GTK_WIDGET (self));
  float width = (float) picture.width / factor;
  float height = MIN ((float) ys_paper_reader_get_height (self->reader, page, picture.width,
                                                          self->turn) / factor, SHEET_HEIGHT);
  float middle = (float) gtk_widget_get_width (GTK_WIDGET (self)) / 2;
  g_autofree char *number = has_failed ? g_strdup_printf (_("%u unreadable"), page + 1)
                                       : g_strdup_printf ("%u", page + 1);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), number);
  graphene_rect_t sheet = GRAPHENE_RECT_INIT (floorf (middle - width / 2),
                                              y + floorf ((SHEET_HEIGHT - height) / 2), width,
                                              height);
  GdkRGBA ink, accent;
  int text_width;

  gtk_style_context_get_color (style, &ink);
  if (!gtk_style_context_lookup_color (style, "accent_bg_color", &accent))
    accent = ink;
  gtk_snapshot_append_color (snapshot, &white, &sheet);
  if (texture != NULL)
    gtk_snapshot_append_texture (snapshot, texture, &sheet);
  draw_border (snapshot, &sheet, page == self->page ? 3 : 1, page == self->page ? &accent : &edge);
  pango_layout_get_pixel_size (layout, &text_width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (floorf (middle - (float) text_width / 2),
                                                          y + SHEET_HEIGHT + 5));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
ys_page_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YsPageStrip *self = YS_PAGE_STRIP (widget);
  float top = (float) (TOP - floor (ys_paper_area_get_y (YS_PAPER_AREA (self))));
  guint from, until;

  if (self->pictures == NULL)
    return;
  find_shown (self, &from, &until);
  for (guint page = from; page < until; page++)
    draw_cell (self, snapshot, page, top + (float) page * CELL_HEIGHT);
}

/* --- choosing --------------------------------------------------------------------------------- */

static void
choose (YsPageStrip *self, double page)
{
  if (self->n_pages > 0)
    g_signal_emit (self, signals[CHOSEN], 0, (guint) CLAMP (page, 0, self->n_pages - 1));
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, YsPageStrip *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  choose (self, floor ((y + ys_paper_area_get_y (YS_PAPER_AREA (self)) - TOP) / CELL_HEIGHT));
}

static gboolean
step_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  YsPageStrip *self = YS_PAGE_STRIP (widget);

  choose (self, (double) self->page + g_variant_get_int32 (args));
  return TRUE;
}

static void
describe (YsPageStrip *self)
{
  g_autofree char *label
    = g_strdup_printf (_("Thumbnails, page %u of %u"), self->page + 1, self->n_pages);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ys_page_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? SHEET_WIDTH + 40 : 0;
}

static void
ys_page_strip_dispose (GObject *object)
{
  YsPageStrip *self = YS_PAGE_STRIP (object);

  if (self->pictures != NULL)
    {
      ys_page_pictures_begin (self->pictures);
      ys_page_pictures_end (self->pictures);
    }
  g_clear_object (&self->pictures);
  g_clear_object (&self->reader);
  G_OBJECT_CLASS (ys_page_strip_parent_class)->dispose (object);
}

static void
ys_page_strip_class_init (YsPageStripClass *klass)
{
  static const struct
  {
    guint key;
    int step;
  } keys[] = {
    { GDK_KEY_Up, -1 },      { GDK_KEY_Down, 1 },       { GDK_KEY_Page_Up, -4 },
    { GDK_KEY_Page_Down, 4 }, { GDK_KEY_Home, -100000 }, { GDK_KEY_End, 100000 },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_page_strip_dispose;
  widget_class->measure = ys_page_strip_measure;
  widget_class->snapshot = ys_page_strip_snapshot;
  widget_class->map = ys_page_strip_map;
  widget_class->unmap = ys_page_strip_unmap;
  YS_PAPER_AREA_CLASS (klass)->arrange = ys_page_strip_arrange;
  YS_PAPER_AREA_CLASS (klass)->scrolled = ys_page_strip_scrolled;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, step_cb, "i", keys[i].step);
  gtk_widget_class_set_css_name (widget_class, "pagestrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
ys_page_strip_init (YsPageStrip *self)
{
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

static void
arrived_cb (YsPagePictures *pictures, guint page, YsPageStrip *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ys_page_strip_set_reader (YsPageStrip *self, YsPaperReader *reader)
{
  g_return_if_fail (YS_IS_PAGE_STRIP (self) && self->reader == NULL);

  self->reader = g_object_ref (reader);
  self->n_pages = ys_paper_reader_get_n_pages (reader);
  self->pictures = ys_page_pictures_new (reader, MOST_BYTES);
  g_signal_connect_object (self->pictures, "arrived", G_CALLBACK (arrived_cb), self, 0);
  describe (self);
  ys_paper_area_rearrange (YS_PAPER_AREA (self));
}

void
ys_page_strip_set_page (YsPageStrip *self, guint page, guint turn)
{
  YsPaperArea *area = YS_PAPER_AREA (self);
  double top = TOP + (double) page * CELL_HEIGHT, y;
  double height;

  g_return_if_fail (YS_IS_PAGE_STRIP (self));

  if (self->page != page)
    {
      y = ys_paper_area_get_y (area);
      height = gtk_widget_get_height (GTK_WIDGET (self));
      if (top < y)
        ys_paper_area_scroll_to (area, 0, top - TOP);
      else if (top + CELL_HEIGHT > y + height)
        ys_paper_area_scroll_to (area, 0, top + CELL_HEIGHT - height);
    }
  self->page = page;
  self->turn = turn;
  describe (self);
  ask_pictures (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
