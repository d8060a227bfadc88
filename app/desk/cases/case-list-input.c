/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys and pointer on the list. Looking around takes nothing off that was selected: what is selected
 * has a check mark, and one would lose it by looking at a case. */
#include "desk/cases/case-list-private.h"

/* --- the selection ---------------------------------------------------------------------------- */

static void
toggle (YsCaseList *self, guint position)
{
  if (gtk_selection_model_is_selected (self->model, position))
    gtk_selection_model_unselect_item (self->model, position);
  else
    gtk_selection_model_select_item (self->model, position, FALSE);
  self->anchor = position;
}

/* From where the selection began to @position, and nothing else unless @more. */
static void
select_to (YsCaseList *self, guint position, gboolean more)
{
  guint anchor = MIN (self->anchor, ys_case_list_count (self) - 1);
  guint first = MIN (anchor, position);

  gtk_selection_model_select_range (self->model, first, MAX (anchor, position) - first + 1, !more);
}

/* --- keys ------------------------------------------------------------------------------------- */

typedef enum
{
  STEP_LINE,
  STEP_PAGE,
  STEP_END,
} Step;

/* The argument of a binding: the step, forward or back, and whether it selects. */
static gboolean
move_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  YsCaseList *self = YS_CASE_LIST (widget);
  guint n = ys_case_list_count (self);
  guint page = ys_case_list_count_seen (self);
  int step;
  gboolean forward, selects;
  gint64 to;

  g_variant_get (args, "(ibb)", &step, &forward, &selects);
  if (n == 0)
    return FALSE;
  switch (step)
    {
    case STEP_LINE:
      to = (gint64) self->cursor + (forward ? 1 : -1);
      break;
    case STEP_PAGE:
      to = (gint64) self->cursor + (forward ? (gint64) page : -(gint64) page);
      break;
    default:
      to = forward ? (gint64) n - 1 : 0;
    }
  /* Nothing was pointed at before: the first key goes to the first case. */
  if (self->cursor_item == NULL && step == STEP_LINE)
    to = self->cursor;
  to = CLAMP (to, 0, (gint64) n - 1);
  if (!selects)
    self->anchor = (guint) to;
  ys_case_list_move_cursor (self, (guint) to);
  if (selects)
    select_to (self, (guint) to, FALSE);
  return TRUE;
}

static gboolean
toggle_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  YsCaseList *self = YS_CASE_LIST (widget);

  if (self->cursor >= ys_case_list_count (self))
    return FALSE;
  ys_case_list_move_cursor (self, self->cursor);
  toggle (self, self->cursor);
  return TRUE;
}

static gboolean
select_to_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  YsCaseList *self = YS_CASE_LIST (widget);

  if (self->cursor >= ys_case_list_count (self))
    return FALSE;
  select_to (self, self->cursor, FALSE);
  return TRUE;
}

static gboolean
select_all_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  YsCaseList *self = YS_CASE_LIST (widget);

  return self->model != NULL && gtk_selection_model_select_all (self->model);
}

static gboolean
unselect_all_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  YsCaseList *self = YS_CASE_LIST (widget);

  return self->model != NULL && gtk_selection_model_unselect_all (self->model);
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  YsCaseList *self = YS_CASE_LIST (widget);

  if (self->cursor >= ys_case_list_count (self))
    return FALSE;
  g_signal_emit_by_name (self, "activate", self->cursor);
  return TRUE;
}

/* Below the line that the keyboard is on. */
static gboolean
menu_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  YsCaseList *self = YS_CASE_LIST (widget);
  int offset, check, widths[YS_N_CASE_COLUMNS];

  if (self->cursor >= ys_case_list_count (self))
    return FALSE;
  ys_case_list_move_cursor (self, self->cursor);
  ys_case_list_get_columns (self, &offset, &check, widths);
  g_signal_emit_by_name (self, "menu", self->cursor, offset + check,
                         (int) ((double) (self->cursor + 1) * self->line_height
                                - ys_case_list_get_top (self)));
  return TRUE;
}

static void
bind_move (GtkWidgetClass *widget_class, guint key, guint keypad, Step step, gboolean forward)
{
  static const GdkModifierType modifiers[]
    = { 0, GDK_CONTROL_MASK, GDK_SHIFT_MASK, GDK_SHIFT_MASK | GDK_CONTROL_MASK };

  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    {
      gboolean selects = (modifiers[i] & GDK_SHIFT_MASK) != 0;

      gtk_widget_class_add_binding (widget_class, key, modifiers[i], move_cb, "(ibb)", step,
                                    forward, selects);
      gtk_widget_class_add_binding (widget_class, keypad, modifiers[i], move_cb, "(ibb)", step,
                                    forward, selects);
    }
}

void
ys_case_list_input_bind (GtkWidgetClass *widget_class)
{
  static const guint enters[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };
  static const guint spaces[] = { GDK_KEY_space, GDK_KEY_KP_Space };

  bind_move (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, STEP_LINE, FALSE);
  bind_move (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, STEP_LINE, TRUE);
  bind_move (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, STEP_PAGE, FALSE);
  bind_move (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, STEP_PAGE, TRUE);
  bind_move (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, STEP_END, FALSE);
  bind_move (widget_class, GDK_KEY_End, GDK_KEY_KP_End, STEP_END, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    {
      gtk_widget_class_add_binding (widget_class, spaces[i], 0, toggle_cb, NULL);
      gtk_widget_class_add_binding (widget_class, spaces[i], GDK_CONTROL_MASK, toggle_cb, NULL);
      gtk_widget_class_add_binding (widget_class, spaces[i], GDK_SHIFT_MASK, select_to_cb, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (enters); i++)
    gtk_widget_class_add_binding (widget_class, enters[i], 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, select_all_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_slash, GDK_CONTROL_MASK, select_all_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_A, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                unselect_all_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_backslash, GDK_CONTROL_MASK, unselect_all_cb,
                                NULL);
}

/* --- the pointer ------------------------------------------------------------------------------ */

static void
pressed_cb (GtkGestureClick *gesture, int presses, double x, double y, YsCaseList *self)
{
  GdkModifierType state
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint position = ys_case_list_find_position (self, y);
  int offset, check, widths[YS_N_CASE_COLUMNS];
  gboolean in_box;

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  ys_case_list_get_columns (self, &offset, &check, widths);
  in_box = x < offset + check;
  ys_case_list_move_cursor (self, position);
  if (state & GDK_SHIFT_MASK)
    select_to (self, position, (state & GDK_CONTROL_MASK) != 0);
  else if (in_box || (state & GDK_CONTROL_MASK))
    toggle (self, position);
  else if (presses == 2)
    g_signal_emit_by_name (self, "activate", position);
  else
    self->anchor = position;
}

static void
menu_pressed_cb (GtkGestureClick *gesture, int presses, double x, double y, YsCaseList *self)
{
  guint position = ys_case_list_find_position (self, y);

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  ys_case_list_move_cursor (self, position);
  g_signal_emit_by_name (self, "menu", position, (int) x, (int) y);
}

void
ys_case_list_input_init (YsCaseList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
}
