/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys, wheel and pinch of the view. */
#include "desk/paper/paper-view-private.h"

#include <math.h>

#define LINE 48.0
/* What stays in view when a screen is turned over. */
#define OVERLAP 40.0
#define WHEEL_STEP 1.1

typedef enum
{
  MOVE_UP,
  MOVE_DOWN,
  MOVE_LEFT,
  MOVE_RIGHT,
  MOVE_SCREEN_UP,
  MOVE_SCREEN_DOWN,
  MOVE_PAGE_START,
  MOVE_PAGE_END,
  MOVE_START,
  MOVE_END,
} Move;

static const struct
{
  guint key;
  GdkModifierType modifiers;
  Move move;
} moves[] = {
  { GDK_KEY_Up, 0, MOVE_UP },
  { GDK_KEY_KP_Up, 0, MOVE_UP },
  { GDK_KEY_Down, 0, MOVE_DOWN },
  { GDK_KEY_KP_Down, 0, MOVE_DOWN },
  { GDK_KEY_Left, 0, MOVE_LEFT },
  { GDK_KEY_KP_Left, 0, MOVE_LEFT },
  { GDK_KEY_Right, 0, MOVE_RIGHT },
  { GDK_KEY_KP_Right, 0, MOVE_RIGHT },
  { GDK_KEY_Page_Up, 0, MOVE_SCREEN_UP },
  { GDK_KEY_KP_Page_Up, 0, MOVE_SCREEN_UP },
  { GDK_KEY_Page_Down, 0, MOVE_SCREEN_DOWN },
  { GDK_KEY_KP_Page_Down, 0, MOVE_SCREEN_DOWN },
  { GDK_KEY_space, 0, MOVE_SCREEN_DOWN },
  { GDK_KEY_space, GDK_SHIFT_MASK, MOVE_SCREEN_UP },
  { GDK_KEY_Home, 0, MOVE_PAGE_START },
  { GDK_KEY_KP_Home, 0, MOVE_PAGE_START },
  { GDK_KEY_End, 0, MOVE_PAGE_END },
  { GDK_KEY_KP_End, 0, MOVE_PAGE_END },
  { GDK_KEY_Home, GDK_CONTROL_MASK, MOVE_START },
  { GDK_KEY_KP_Home, GDK_CONTROL_MASK, MOVE_START },
  { GDK_KEY_End, GDK_CONTROL_MASK, MOVE_END },
  { GDK_KEY_KP_End, GDK_CONTROL_MASK, MOVE_END },
};

static gboolean
move_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  YsPaperView *self = YS_PAPER_VIEW (widget);
  YsPaperArea *area = YS_PAPER_AREA (widget);
  double height = gtk_widget_get_height (widget);
  double screen = MAX (height - OVERLAP, height / 2);
  double x = ys_paper_area_get_x (area), y = ys_paper_area_get_y (area);
  YsPagePlace place;

  if (self->layout == NULL)
    return FALSE;
  place = ys_page_layout_get_place (self->layout, self->current);
  switch ((Move) g_variant_get_int32 (args))
    {
    case MOVE_UP:
      y -= LINE;
      break;
    case MOVE_DOWN:
      y += LINE;
      break;
    case MOVE_LEFT:
      x -= LINE;
      break;
    case MOVE_RIGHT:
      x += LINE;
      break;
    case MOVE_SCREEN_UP:
      y -= screen;
      break;
    case MOVE_SCREEN_DOWN:
      y += screen;
      break;
    case MOVE_PAGE_START:
      y = place.y - YS_PAGE_GAP;
      break;
    case MOVE_PAGE_END:
      y = place.y + place.height + YS_PAGE_GAP - height;
      break;
    case MOVE_START:
      y = 0;
      break;
    case MOVE_END:
      y = ys_page_layout_get_height (self->layout);
      break;
    default:
      g_return_val_if_reached (FALSE);
    }
  ys_paper_area_scroll_to (area, x, y);
  return TRUE;
}

static gboolean
zoom_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  gint32 step = g_variant_get_int32 (args);

  if (step == 0)
    ys_paper_view_set_zoom (YS_PAPER_VIEW (widget), 1);
  else
    ys_paper_view_step_zoom (YS_PAPER_VIEW (widget), step > 0);
  return TRUE;
}

static gboolean
turn_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  YsPaperView *self = YS_PAPER_VIEW (widget);

  ys_paper_view_set_turn (self, (self->turn + (guint) g_variant_get_int32 (args)) % 360);
  return TRUE;
}

void
ys_paper_view_keys_class_init (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    int step;
  } zooms[] = {
    { GDK_KEY_plus, 1 },  { GDK_KEY_equal, 1 },        { GDK_KEY_KP_Add, 1 },
    { GDK_KEY_minus, -1 }, { GDK_KEY_KP_Subtract, -1 }, { GDK_KEY_0, 0 },
    { GDK_KEY_KP_0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding (klass, moves[i].key, moves[i].modifiers, move_cb, "i",
                                  (int) moves[i].move);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding (klass, zooms[i].key, GDK_CONTROL_MASK, zoom_cb, "i",
                                  zooms[i].step);
  gtk_widget_class_add_binding (klass, GDK_KEY_Left, GDK_CONTROL_MASK, turn_cb, "i", 270);
  gtk_widget_class_add_binding (klass, GDK_KEY_Right, GDK_CONTROL_MASK, turn_cb, "i", 90);
}

/* --- wheel and pinch -------------------------------------------------------------------------- */

static gboolean
scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy, YsPaperView *self)
{
  GdkModifierType state
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  ys_paper_view_zoom_at (self, self->zoom * pow (WHEEL_STEP, -dy), self->pointer_x,
                         self->pointer_y);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, YsPaperView *self)
{
  self->pinched_from = self->zoom;
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, YsPaperView *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    ys_paper_view_zoom_at (self, self->pinched_from * scale, x, y);
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, YsPaperView *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

void
ys_paper_view_keys_init (YsPaperView *self)
{
  GtkEventController *scroll
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, 0);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinch_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}
