/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the document lies under the widget, and how it gets there. */
#include "desk/paper/paper-view-private.h"

#include <math.h>

#include "wording/i18n.h"

G_DEFINE_FINAL_TYPE (YsPaperView, ys_paper_view, YS_TYPE_PAPER_AREA)

/* Of pages kept: some forty at 100 %, a handful when magnified on a double screen. */
#define MOST_BYTES (160 * 1024 * 1024)
/* At which a document opens, if it is not too wide for that: A4 reads well and half of it shows. */
#define FIRST_ZOOM 1.25
/* Between the top of the widget and a page that was gone to. */
#define MARGIN YS_PAGE_GAP
/* Characters of the page that an accessible description gives at once; all of them stand, line by
 * line, in the pane beside the view. */
#define DESCRIPTION_LENGTH 400

enum
{
  MOVED,
  SELECTED,
  COPIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const double steps[] = { 0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75,
                                2, 2.5, 3, 4, 6, 8 };

/* --- telling ---------------------------------------------------------------------------------- */

/* A screen reader hears which page it is, and how it begins. */
static void
describe (YsPaperView *self)
{
  YsPaperText *text = ys_page_texts_get (self->texts, self->current);
  guint n = ys_page_layout_get_n_pages (self->layout);
  g_autofree char *label = g_strdup_printf (_("Page %u of %u"), self->current + 1, n);
  g_autofree char *beginning = NULL;

  if (text != NULL)
    beginning = ys_paper_text_copy (text, (YsPaperSpan) { 0, DESCRIPTION_LENGTH });
  else if (ys_page_texts_has_failed (self->texts, self->current))
    beginning = g_strdup (_("The words of this page cannot be read."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  beginning != NULL ? beginning : "", -1);
}

static gboolean
tell_cb (gpointer data)
{
  YsPaperView *self = data;

  self->telling = 0;
  describe (self);
  g_signal_emit (self, signals[MOVED], 0);
  return G_SOURCE_REMOVE;
}

/* Those who listen set texts, which must not happen during layout. */
static void
tell_later (YsPaperView *self)
{
  if (self->telling == 0)
    self->telling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_cb, self, NULL);
}

static void
text_arrived_cb (YsPageTexts *texts, guint page, YsPaperView *self)
{
  if (page == self->current)
    describe (self);
  ys_paper_view_text_arrived (self, page);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
picture_arrived_cb (YsPagePictures *pictures, guint page, YsPaperView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ys_paper_view_tell_selected (YsPaperView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SELECTED], 0);
}

void
ys_paper_view_tell_copied (YsPaperView *self, const YsPaperCopied *copied)
{
  g_signal_emit (self, signals[COPIED], 0, copied);
}

/* --- places ----------------------------------------------------------------------------------- */

void
ys_paper_view_get_origin (YsPaperView *self, double *x, double *y)
{
  double room_x = gtk_widget_get_width (GTK_WIDGET (self)) - ys_page_layout_get_width (self->layout);
  double room_y = gtk_widget_get_height (GTK_WIDGET (self)) - ys_page_layout_get_height (self->layout);

  *x = room_x > 0 ? floor (room_x / 2) : -floor (ys_paper_area_get_x (YS_PAPER_AREA (self)));
  *y = room_y > 0 ? floor (room_y / 2) : -floor (ys_paper_area_get_y (YS_PAPER_AREA (self)));
}

YsPagePoint
ys_paper_view_point_at (YsPaperView *self, double x, double y)
{
  double left, top;

  ys_paper_view_get_origin (self, &left, &top);
  return ys_page_layout_point_at (self->layout, x - left, y - top);
}

static void
hold (YsPaperView *self, double x, double y)
{
  self->held = ys_paper_view_point_at (self, x, y);
  self->held_x = x;
  self->held_y = y;
  self->holds = TRUE;
  self->gone_to_y = NAN;
}

static void
hold_middle (YsPaperView *self)
{
  hold (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
        gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

static double
scale_of (double zoom)
{
  return zoom * YS_PAPER_VIEW_DPI / 72;
}

static void
fit (YsPaperView *self, int width, int height)
{
  double scale;

  if (self->fit == YS_PAPER_FIT_NONE)
    return;
  scale = ys_page_layout_fit (self->layout, self->current, self->turn, width,
                              self->fit == YS_PAPER_FIT_PAGE ? height : G_MAXDOUBLE);
  self->zoom = CLAMP (scale / scale_of (1), YS_PAPER_VIEW_ZOOM_MIN, YS_PAPER_VIEW_ZOOM_MAX);
}

static void
ys_paper_view_arrange (YsPaperArea *area, int width, int height)
{
  YsPaperView *self = YS_PAPER_VIEW (area);
  YsPagePlace place;
  double x, y;

  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->layout == NULL)
    {
      ys_paper_area_set_extent (area, 0, 0);
      return;
    }
  if (!self->holds && self->fit == YS_PAPER_FIT_NONE
      && ys_page_layout_fit (self->layout, 0, self->turn, width, G_MAXDOUBLE) < scale_of (self->zoom))
    self->fit = YS_PAPER_FIT_WIDTH;
  fit (self, width, height);
  ys_page_layout_arrange (self->layout, scale_of (self->zoom), self->turn,
                          gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  ys_paper_area_set_extent (area, ys_page_layout_get_width (self->layout),
                            ys_page_layout_get_height (self->layout));
  if (!self->holds)
    {
      /* Of a column wider than the widget, the middle: there stand the narrower pages. */
      ys_paper_area_scroll_to (area, (ys_page_layout_get_width (self->layout) - width) / 2, 0);
      return;
    }
  place = ys_page_layout_get_place (self->layout, self->held.page);
  x = place.x + self->held.x * place.width - (isinf (self->held_x) ? width / 2.0 : self->held_x);
  y = place.y + self->held.y * place.height - self->held_y;
  ys_paper_area_scroll_to (area, isnan (x) ? ys_paper_area_get_x (area) : x, y);
  if (!isnan (self->gone_to_y))
    self->gone_to_y = ys_paper_area_get_y (area);
}

static void
ys_paper_view_scrolled (YsPaperArea *area)
{
  YsPaperView *self = YS_PAPER_VIEW (area);
  guint before = self->current;
  double x, y;

  if (self->layout == NULL || gtk_widget_get_height (GTK_WIDGET (self)) == 0)
    return;
  ys_paper_view_get_origin (self, &x, &y);
  if (ys_paper_area_get_y (area) != self->gone_to_y)
    self->gone_to_y = NAN;
  self->current = !isnan (self->gone_to_y)
                    ? self->gone_to
                    : ys_page_layout_find_most (self->layout, -y,
                                                gtk_widget_get_height (GTK_WIDGET (self)));
  /* When the widget changes its size, the middle of its top stays where it is. */
  self->held = ys_paper_view_point_at (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, 0);
  self->held_x = INFINITY;
  self->held_y = 0;
  self->holds = TRUE;
  ys_paper_view_ask_pictures (self);
  if (self->current != before)
    tell_later (self);
}

/* --- position --------------------------------------------------------------------------------- */

guint
ys_paper_view_get_page (YsPaperView *self)
{
  g_return_val_if_fail (YS_IS_PAPER_VIEW (self), 0);
  return self->current;
}

void
ys_paper_view_go_to_page (YsPaperView *self, guint page)
{
  g_return_if_fail (YS_IS_PAPER_VIEW (self));

  if (self->layout == NULL)
    return;
  self->held = (YsPagePoint) { MIN (page, ys_page_layout_get_n_pages (self->layout) - 1), 0, 0 };
  self->held_x = NAN;
  self->held_y = MARGIN;
  self->holds = TRUE;
  self->current = self->gone_to = self->held.page;
  self->gone_to_y = 0; /* where it really is, is known when it is arranged */
  ys_paper_area_rearrange (YS_PAPER_AREA (self));
  tell_later (self);
}

void
ys_paper_view_show_box (YsPaperView *self, guint page, YsPaperBox box)
{
  YsPagePlace place = ys_page_layout_get_place (self->layout, page);
  YsPaperBox turned = ys_paper_box_turn (box, self->turn);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double x = place.x + turned.x * place.width, y = place.y + turned.y * place.height, left, top;

  ys_paper_view_get_origin (self, &left, &top);
  if (x + left >= 0 && y + top >= 0 && x + left + turned.width * place.width <= width
      && y + top + turned.height * place.height <= height)
    return;
  ys_paper_area_scroll_to (YS_PAPER_AREA (self), x - width / 3, y - height / 3);
}

void
ys_paper_view_show_hit (YsPaperView *self)
{
  const YsPaperHit *hit;
  guint page;

  g_return_if_fail (YS_IS_PAPER_VIEW (self));

  hit = self->search != NULL ? ys_paper_search_get_current (self->search, &page, NULL) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (hit != NULL && hit->boxes->len > 0 && self->layout != NULL)
    ys_paper_view_show_box (self, page, g_array_index (hit->boxes, YsPaperBox, 0));
}

/* --- magnification and turn ------------------------------------------------------------------- */

double
ys_paper_view_get_zoom (YsPaperView *self)
{
  g_return_val_if_fail (YS_IS_PAPER_VIEW (self), 1);
  return self->zoom;
}

static void
change_zoom (YsPaperView *self, double zoom)
{
  self->zoom = CLAMP (zoom, YS_PAPER_VIEW_ZOOM_MIN, YS_PAPER_VIEW_ZOOM_MAX);
  self->fit = YS_PAPER_FIT_NONE;
  ys_paper_area_rearrange (YS_PAPER_AREA (self));
  tell_later (self);
}

void
ys_paper_view_zoom_at (YsPaperView *self, double zoom, double x, double y)
{
  if (self->layout == NULL)
    return;
  hold (self, x, y);
  change_zoom (self, zoom);
}

void
ys_paper_view_set_zoom (YsPaperView *self, double zoom)
{
  g_return_if_fail (YS_IS_PAPER_VIEW (self));

  if (self->layout == NULL)
    return;
  hold_middle (self);
  change_zoom (self, zoom);
}

void
ys_paper_view_step_zoom (YsPaperView *self, gboolean in)
{
  double to = self->zoom;

  g_return_if_fail (YS_IS_PAPER_VIEW (self));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double step = in ? steps[i] : steps[G_N_ELEMENTS (steps) - 1 - i];

      to = step;
      if (in ? step > self->zoom * 1.005 : step < self->zoom * 0.995)
        break;
    }
  ys_paper_view_set_zoom (self, to);
}

YsPaperFit
ys_paper_view_get_fit (YsPaperView *self)
{
  g_return_val_if_fail (YS_IS_PAPER_VIEW (self), YS_PAPER_FIT_NONE);
  return self->fit;
}

void
ys_paper_view_set_fit (YsPaperView *self, YsPaperFit how)
{
  g_return_if_fail (YS_IS_PAPER_VIEW (self));

  self->fit = how;
  if (self->layout == NULL)
    return;
  if (how == YS_PAPER_FIT_PAGE)
    ys_paper_view_go_to_page (self, self->current);
  else
    {
      hold_middle (self);
      ys_paper_area_rearrange (YS_PAPER_AREA (self));
    }
  tell_later (self);
}

guint
ys_paper_view_get_turn (YsPaperView *self)
{
  g_return_val_if_fail (YS_IS_PAPER_VIEW (self), 0);
  return self->turn;
}

void
ys_paper_view_set_turn (YsPaperView *self, guint turn)
{
  YsPaperBox point;

  g_return_if_fail (YS_IS_PAPER_VIEW (self) && turn % 90 == 0);

  if (self->layout != NULL)
    {
      hold_middle (self);
      point = ys_paper_box_turn ((YsPaperBox) { self->held.x, self->held.y, 0, 0 },
                                 (turn + 360 - self->turn) % 360);
      self->held.x = point.x;
      self->held.y = point.y;
    }
  self->turn = turn % 360;
  ys_paper_area_rearrange (YS_PAPER_AREA (self));
  tell_later (self);
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ys_paper_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = 0;
  *natural = 400;
}

static void
ys_paper_view_dispose (GObject *object)
{
  YsPaperView *self = YS_PAPER_VIEW (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_cancellable_cancel (self->copying);
  g_clear_object (&self->copying);
  if (self->pictures != NULL)
    {
      /* Nothing is wanted any more. */
      ys_page_pictures_begin (self->pictures);
      ys_page_pictures_end (self->pictures);
    }
  g_clear_object (&self->pictures);
  g_clear_object (&self->texts);
  g_clear_object (&self->search);
  g_clear_object (&self->reader);
  G_OBJECT_CLASS (ys_paper_view_parent_class)->dispose (object);
}

static void
ys_paper_view_finalize (GObject *object)
{
  g_clear_pointer (&YS_PAPER_VIEW (object)->layout, ys_page_layout_free);
  G_OBJECT_CLASS (ys_paper_view_parent_class)->finalize (object);
}

static void
ys_paper_view_class_init (YsPaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  YsPaperAreaClass *area_class = YS_PAPER_AREA_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_paper_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_paper_view_finalize;
  widget_class->measure = ys_paper_view_measure;
  widget_class->snapshot = ys_paper_view_snapshot;
  area_class->arrange = ys_paper_view_arrange;
  area_class->scrolled = ys_paper_view_scrolled;
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COPIED] = g_signal_new ("copied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_css_name (widget_class, "paperview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  ys_paper_view_select_class_init (widget_class);
  ys_paper_view_extend_class_init (widget_class);
  ys_paper_view_keys_class_init (widget_class);
}

static void
ys_paper_view_init (YsPaperView *self)
{
  self->zoom = FIRST_ZOOM;
  self->gone_to_y = NAN;
  self->column = NAN;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  ys_paper_view_select_init (self);
  ys_paper_view_keys_init (self);
}

void
ys_paper_view_set_reader (YsPaperView *self, YsPaperReader *reader)
{
  guint n = ys_paper_reader_get_n_pages (reader);

  g_return_if_fail (YS_IS_PAPER_VIEW (self) && self->reader == NULL && n > 0);

  self->reader = g_object_ref (reader);
  self->layout = ys_page_layout_new (n);
  for (guint i = 0; i < n; i++)
    {
      double width, height;

      ys_paper_reader_get_size (reader, i, &width, &height);
      ys_page_layout_set_size (self->layout, i, width, height);
    }
  self->pictures = ys_page_pictures_new (reader, MOST_BYTES);
  self->texts = ys_page_texts_new (reader);
  g_signal_connect_object (self->pictures, "arrived", G_CALLBACK (picture_arrived_cb), self, 0);
  g_signal_connect_object (self->texts, "arrived", G_CALLBACK (text_arrived_cb), self, 0);
  ys_paper_area_rearrange (YS_PAPER_AREA (self));
  tell_later (self);
}

static void
progressed_cb (YsPaperSearch *search, YsPaperView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ys_paper_view_set_search (YsPaperView *self, YsPaperSearch *search)
{
  g_return_if_fail (YS_IS_PAPER_VIEW (self) && YS_IS_PAPER_SEARCH (search));

  if (!g_set_object (&self->search, search))
    return;
  g_signal_connect_object (search, "progressed", G_CALLBACK (progressed_cb), self, 0);
}

YsPagePictures *
ys_paper_view_get_pictures (YsPaperView *self)
{
  g_return_val_if_fail (YS_IS_PAPER_VIEW (self), NULL);
  return self->pictures;
}

YsPageTexts *
ys_paper_view_get_texts (YsPaperView *self)
{
  g_return_val_if_fail (YS_IS_PAPER_VIEW (self), NULL);
  return self->texts;
}
