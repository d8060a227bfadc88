/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Selecting with the mouse on one page, by characters, words (two clicks) or lines (three), and what
 * is done with it. Points are kept, not characters: the words may come after the mouse. */
#include "desk/paper/paper-view-private.h"

#include "wording/i18n.h"

/* --- units ------------------------------------------------------------------------------------ */

typedef enum
{
  LETTER_SPACE,
  LETTER_HAN,
  LETTER_WORD,
  LETTER_OTHER,
} LetterClass;

static LetterClass
classify (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  if (g_unichar_isspace (c))
    return LETTER_SPACE;
  if (script == G_UNICODE_SCRIPT_HAN)
    return LETTER_HAN;
  return g_unichar_isalnum (c) ? LETTER_WORD : LETTER_OTHER;
}

static gunichar
character_at (YsPaperText *text, guint index)
{
  g_autofree char *one = ys_paper_text_copy (text, (YsPaperSpan) { index, index + 1 });

  return g_utf8_get_char (one);
}

static gboolean
belong_together (gunichar a, gunichar b, YsSelectUnit unit)
{
  if (unit == YS_SELECT_LINES)
    return a != '\n' && b != '\n';
  return classify (a) == classify (b) && classify (a) != LETTER_OTHER;
}

/* Grows @span at both ends to whole words or lines. */
static YsPaperSpan
grow (YsPaperText *text, YsPaperSpan span, YsSelectUnit unit)
{
  guint length = ys_paper_text_get_length (text);

  if (unit == YS_SELECT_CHARACTERS || length == 0)
    return span;
  if (span.from == span.until)
    {
      span.from = MIN (span.from, length - 1);
      span.until = span.from + 1;
    }
  while (span.from > 0
         && belong_together (character_at (text, span.from - 1), character_at (text, span.from),
                             unit))
    span.from--;
  while (span.until < length
         && belong_together (character_at (text, span.until - 1), character_at (text, span.until),
                             unit))
    span.until++;
  return span;
}

/* --- the span --------------------------------------------------------------------------------- */

gboolean
ys_paper_view_get_span (YsPaperView *self, YsPaperText **text, YsPaperSpan *span)
{
  guint from, until;

  if (!self->has_selection)
    return FALSE;
  *text = ys_page_texts_get (self->texts, self->selected_page);
  if (*text == NULL)
    return FALSE;
  if (self->selects_all)
    {
      *span = (YsPaperSpan) { 0, ys_paper_text_get_length (*text) };
      return span->until > 0;
    }
  from = ys_paper_text_position_at (*text, self->from_x, self->from_y);
  until = ys_paper_text_position_at (*text, self->until_x, self->until_y);
  *span = grow (*text, (YsPaperSpan) { MIN (from, until), MAX (from, until) }, self->unit);
  return span->until > span->from;
}

char *
ys_paper_view_get_selection (YsPaperView *self)
{
  YsPaperText *text;
  YsPaperSpan span;

  g_return_val_if_fail (YS_IS_PAPER_VIEW (self), NULL);
  return ys_paper_view_get_span (self, &text, &span) ? ys_paper_text_copy (text, span) : NULL;
}

static void
tell (YsPaperView *self)
{
  YsPaperText *text;
  YsPaperSpan span;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.copy",
                                 ys_paper_view_get_span (self, &text, &span));
  ys_paper_view_tell_selected (self);
}

void
ys_paper_view_text_arrived (YsPaperView *self, guint page)
{
  if (self->has_selection && self->selected_page == page)
    tell (self);
}

/* --- actions ---------------------------------------------------------------------------------- */

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *words = ys_paper_view_get_selection (YS_PAPER_VIEW (widget));

  if (words != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), words);
}

static void
select_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsPaperView *self = YS_PAPER_VIEW (widget);

  if (self->layout == NULL)
    return;
  self->has_selection = self->selects_all = TRUE;
  self->selected_page = self->current;
  tell (self);
}

/* --- the mouse -------------------------------------------------------------------------------- */

/* The point of the upright page under (@x, @y); FALSE if it is not on @page. */
static gboolean
find_point (YsPaperView *self, double x, double y, guint *page, double *across, double *down)
{
  YsPagePoint point = ys_paper_view_point_at (self, x, y);
  YsPaperBox upright
    = ys_paper_box_turn ((YsPaperBox) { point.x, point.y, 0, 0 }, (360 - self->turn) % 360);

  *page = point.page;
  *across = upright.x;
  *down = upright.y;
  return point.x >= 0 && point.x <= 1 && point.y >= 0 && point.y <= 1;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, YsPaperView *self)
{
  guint page;
  double across, down;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->layout == NULL)
    return;
  self->selects_all = FALSE;
  self->has_selection = find_point (self, x, y, &page, &across, &down);
  self->selected_page = page;
  self->from_x = self->until_x = across;
  self->from_y = self->until_y = down;
  self->unit = n_press == 1   ? YS_SELECT_CHARACTERS
               : n_press == 2 ? YS_SELECT_WORDS
                              : YS_SELECT_LINES;
  tell (self);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, YsPaperView *self)
{
  self->drag_x = x;
  self->drag_y = y;
}

/* Beyond the page the selection goes on to its end: a fraction outside 0 to 1 lies nearest there. */
static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, YsPaperView *self)
{
  YsPaperArea *area = YS_PAPER_AREA (self);
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double x = self->drag_x + dx, y = self->drag_y + dy, left, top;
  YsPagePlace place;
  YsPaperBox upright;

  if (!self->has_selection || self->layout == NULL)
    return;
  if (y < 0 || y > height)
    ys_paper_area_scroll_to (area, ys_paper_area_get_x (area),
                             ys_paper_area_get_y (area) + (y < 0 ? y : y - height) / 2);
  ys_paper_view_get_origin (self, &left, &top);
  place = ys_page_layout_get_place (self->layout, self->selected_page);
  upright = ys_paper_box_turn ((YsPaperBox) { (x - left - place.x) / place.width,
                                              (y - top - place.y) / place.height, 0, 0 },
                               (360 - self->turn) % 360);
  self->until_x = upright.x;
  self->until_y = upright.y;
  tell (self);
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, YsPaperView *self)
{
  guint page;
  double across, down;
  gboolean on_page = self->layout != NULL && find_point (self, x, y, &page, &across, &down);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), on_page ? "text" : NULL);
}

static void
menu_cb (GtkGestureClick *gesture, int n_press, double x, double y, YsPaperView *self)
{
  if (self->layout == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  menu_cb (NULL, 1, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 3.0,
           YS_PAPER_VIEW (widget));
  return TRUE;
}

/* --- making ----------------------------------------------------------------------------------- */

void
ys_paper_view_select_class_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "paper.copy", NULL, copy_action);
  gtk_widget_class_install_action (klass, "paper.select-all", NULL, select_all_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK, "paper.copy", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Insert, GDK_CONTROL_MASK, "paper.copy", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_a, GDK_CONTROL_MASK, "paper.select-all", NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, menu_key_cb, NULL);
}

static GtkWidget *
make_menu (YsPaperView *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *popover;

  g_menu_append (menu, _("_Copy"), "paper.copy");
  g_menu_append (menu, _("_Select the Whole Page"), "paper.select-all");
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  return popover;
}

void
ys_paper_view_select_init (YsPaperView *self)
{
  GtkGesture *press = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *second = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (second), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (press, "pressed", G_CALLBACK (pressed_cb), self, 0);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  g_signal_connect_object (second, "pressed", G_CALLBACK (menu_cb), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  gtk_gesture_group (press, drag);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (second));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  self->menu = make_menu (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.copy", FALSE);
}
