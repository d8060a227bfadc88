/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Selecting with the mouse, by characters, words (two clicks) or lines (three), from one page on into
 * others, and what is done with it. Keys are -extend's. */
#include "desk/paper/paper-view-private.h"

#include "wording/i18n.h"

/* --- the selection ---------------------------------------------------------------------------- */

gboolean
ys_paper_view_get_span (YsPaperView *self, guint page, YsPaperText **text, YsPaperSpan *span)
{
  if (!self->has_selection || page < ys_paper_selection_get_first (&self->selection)
      || page > ys_paper_selection_get_last (&self->selection))
    return FALSE;
  *text = ys_page_texts_get (self->texts, page);
  return *text != NULL && ys_paper_selection_get_span (&self->selection, page, *text, span);
}

/* What lies on several pages is not read only to know that. */
static gboolean
can_copy (YsPaperView *self)
{
  guint first = ys_paper_selection_get_first (&self->selection);
  YsPaperText *text;
  YsPaperSpan span;

  return self->has_selection
         && (first != ys_paper_selection_get_last (&self->selection)
             || ys_paper_view_get_span (self, first, &text, &span));
}

static void
tell (YsPaperView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.copy", can_copy (self));
  ys_paper_view_tell_selected (self);
}

/* Another selection: who makes one does not wait for the copy of the one before. */
void
ys_paper_view_tell_selection (YsPaperView *self)
{
  g_cancellable_cancel (self->copying);
  g_clear_object (&self->copying);
  tell (self);
}

void
ys_paper_view_text_arrived (YsPaperView *self, guint page)
{
  if (self->has_selection && page >= ys_paper_selection_get_first (&self->selection)
      && page <= ys_paper_selection_get_last (&self->selection))
    tell (self);
}

/* --- actions ---------------------------------------------------------------------------------- */

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsPaperView) self = data;
  g_autoptr (GError) error = NULL;
  YsPaperCopied copied;
  g_autofree char *words = ys_paper_copying_finish (result, &copied, &error);

  if (words == NULL || g_task_get_cancellable (G_TASK (result)) != self->copying)
    return;
  g_clear_object (&self->copying);
  if (*words == '\0' && copied.n_unread == 0)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), words);
  ys_paper_view_tell_copied (self, &copied);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsPaperView *self = YS_PAPER_VIEW (widget);

  if (!self->has_selection)
    return;
  g_cancellable_cancel (self->copying);
  g_clear_object (&self->copying);
  self->copying = g_cancellable_new ();
  ys_paper_copying_start (self->reader, &self->selection, YS_PAPER_COPY_MOST, self->copying,
                          copied_cb, g_object_ref (self));
}

static void
select_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsPaperView *self = YS_PAPER_VIEW (widget);
  gboolean is_all = g_str_equal (name, "paper.select-all");

  if (self->layout == NULL)
    return;
  self->has_selection = TRUE;
  self->selection = is_all ? ys_paper_selection_of_pages (
                      0, ys_page_layout_get_n_pages (self->layout) - 1)
                           : ys_paper_selection_of_pages (self->current, self->current);
  self->column = NAN;
  ys_paper_view_tell_selection (self);
}

/* --- the mouse -------------------------------------------------------------------------------- */

/* What lies under (@x, @y) of the nearest upright page, in fractions that lie outside 0 to 1 beside it:
 * there the selection goes to its end. */
static YsPaperMark
find_mark (YsPaperView *self, double x, double y, gboolean *on_page)
{
  YsPagePoint point = ys_paper_view_point_at (self, x, y);
  YsPaperBox upright
    = ys_paper_box_turn ((YsPaperBox) { point.x, point.y, 0, 0 }, (360 - self->turn) % 360);

  if (on_page != NULL)
    *on_page = point.x >= 0 && point.x <= 1 && point.y >= 0 && point.y <= 1;
  return (YsPaperMark) { point.page, upright.x, upright.y, YS_PAPER_NO_POSITION };
}

static gboolean
is_extending (GtkGesture *gesture)
{
  return (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture))
          & GDK_SHIFT_MASK)
         != 0;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, YsPaperView *self)
{
  YsPaperMark mark;
  gboolean on_page;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->layout == NULL)
    return;
  mark = find_mark (self, x, y, &on_page);
  self->column = NAN;
  self->selection.head = mark;
  if (!self->has_selection || !is_extending (GTK_GESTURE (gesture)))
    {
      self->has_selection = on_page;
      self->selection.anchor = mark;
      self->selection.unit = n_press == 1   ? YS_SELECT_CHARACTERS
                             : n_press == 2 ? YS_SELECT_WORDS
                                            : YS_SELECT_LINES;
    }
  ys_paper_view_tell_selection (self);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, YsPaperView *self)
{
  self->drag_x = x;
  self->drag_y = y;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, YsPaperView *self)
{
  YsPaperArea *area = YS_PAPER_AREA (self);
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double x = self->drag_x + dx, y = self->drag_y + dy;

  if (!self->has_selection || self->layout == NULL)
    return;
  if (y < 0 || y > height)
    ys_paper_area_scroll_to (area, ys_paper_area_get_x (area),
                             ys_paper_area_get_y (area) + (y < 0 ? y : y - height) / 2);
  self->selection.head = find_mark (self, x, y, NULL);
  ys_paper_view_tell_selection (self);
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, YsPaperView *self)
{
  gboolean on_page = FALSE;

  if (self->layout != NULL)
    find_mark (self, x, y, &on_page);
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
  gtk_widget_class_install_action (klass, "paper.select-all", NULL, select_action);
  gtk_widget_class_install_action (klass, "paper.select-page", NULL, select_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK, "paper.copy", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Insert, GDK_CONTROL_MASK, "paper.copy", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_a, GDK_CONTROL_MASK, "paper.select-all", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_a, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "paper.select-page", NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, menu_key_cb, NULL);
}

static GtkWidget *
make_menu (YsPaperView *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *popover;

  g_menu_append (menu, _("_Copy"), "paper.copy");
  g_menu_append (menu, _("_Select the Whole Page"), "paper.select-page");
  g_menu_append (menu, _("Select _All Pages"), "paper.select-all");
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
