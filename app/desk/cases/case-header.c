/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Heads stand where the list has its columns. */
#include "desk/cases/case-header.h"

#include "desk/cases/case-query.h"

#include <stdlib.h>

/* Pixels on both sides of an edge in which it can be taken hold of. */
#define EDGE 5

struct _YsCaseHeader
{
  GtkWidget parent_instance;

  YsCaseList *list; /* weak: its page holds both */
  GtkWidget *heads[YS_N_CASE_COLUMNS];
  GMenuModel *menus[YS_N_CASE_COLUMNS];
  GtkWidget *popover;
  int dragged;      /* a column, or -1 */
  int dragged_from; /* its width */
};

G_DEFINE_FINAL_TYPE (YsCaseHeader, ys_case_header, GTK_TYPE_WIDGET)

enum
{
  RESIZED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- heads ------------------------------------------------------------------------------------ */

void
ys_case_header_set_order (YsCaseHeader *self, YsOrder order, gboolean descending)
{
  g_return_if_fail (YS_IS_CASE_HEADER (self));

  for (int i = 0; i < YS_N_CASE_COLUMNS; i++)
    {
      const char *title = ys_case_column_get_title ((YsCaseColumn) i);
      int own = ys_case_column_get_order ((YsCaseColumn) i);
      gboolean is_sorted = own == (int) order && i != YS_CASE_COLUMN_LEFT;
      g_autofree char *sorted = g_strdup_printf ("%s %s", title, descending ? "↓" : "↑");

      if (own < 0)
        continue;
      gtk_button_set_label (GTK_BUTTON (self->heads[i]), is_sorted ? sorted : title);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->heads[i]), "(sb)",
                                        ys_order_get_id ((YsOrder) own),
                                        is_sorted && !descending);
      gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->heads[i]), GTK_ACCESSIBLE_PROPERTY_SORT,
        !is_sorted ? GTK_ACCESSIBLE_SORT_NONE
                   : descending ? GTK_ACCESSIBLE_SORT_DESCENDING : GTK_ACCESSIBLE_SORT_ASCENDING,
        -1);
    }
}

static void
add_head (YsCaseHeader *self, YsCaseColumn column)
{
  const char *title = ys_case_column_get_title (column);
  GtkWidget *head;

  /* What no list can be ordered by is no button. */
  if (ys_case_column_get_order (column) >= 0)
    {
      head = g_object_new (GTK_TYPE_BUTTON, "label", title, "action-name", "cases.sort",
                           "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, NULL);
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (head))),
                               PANGO_ELLIPSIZE_END);
    }
  else
    head = g_object_new (GTK_TYPE_LABEL, "label", title, "ellipsize", PANGO_ELLIPSIZE_END,
                         "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, NULL);
  gtk_widget_add_css_class (head, "head");
  gtk_label_set_xalign (GTK_LABEL (GTK_IS_BUTTON (head) ? gtk_button_get_child (GTK_BUTTON (head))
                                                        : head), 0);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  self->heads[column] = head;
}

/* --- places ----------------------------------------------------------------------------------- */

/* Column whose right edge (or, with @near_edge FALSE, whose head) is at @x, -1 for none. */
static int
find_column (YsCaseHeader *self, double x, gboolean near_edge, int *width)
{
  int offset, check, widths[YS_N_CASE_COLUMNS];
  int found = -1;

  if (self->list == NULL)
    return -1;
  ys_case_list_get_columns (self->list, &offset, &check, widths);
  offset += check;
  for (int i = 0; i < YS_N_CASE_COLUMNS; i++)
    {
      if (widths[i] == 0)
        continue;
      if (near_edge ? abs ((int) x - (offset + widths[i])) <= EDGE
                    : x >= offset && x < offset + widths[i])
        {
          found = i;
          *width = widths[i];
        }
      offset += widths[i];
    }
  return found;
}

static void
place_heads (YsCaseHeader *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int x, check, widths[YS_N_CASE_COLUMNS];

  ys_case_list_get_columns (self->list, &x, &check, widths);
  x += check;
  for (int i = 0; i < YS_N_CASE_COLUMNS; i++)
    {
      int least;

      gtk_widget_set_child_visible (self->heads[i], widths[i] > 0);
      if (widths[i] == 0)
        continue;
      gtk_widget_measure (self->heads[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->heads[i],
                                &(GtkAllocation){ x, 0, MAX (widths[i], least), height }, -1);
      x += widths[i];
    }
}

/* The list tells it while it gets its own place, later in the same frame: nothing may be queued. */
static void
columns_changed_cb (YsCaseList *list, YsCaseHeader *self)
{
  if (gtk_widget_get_height (GTK_WIDGET (self)) > 0)
    place_heads (self);
}

static void
ys_case_header_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  YsCaseHeader *self = YS_CASE_HEADER (widget);

  if (self->list != NULL)
    place_heads (self);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
ys_case_header_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  YsCaseHeader *self = YS_CASE_HEADER (widget);

  *minimum = *natural = 0;
  for (int i = 0; i < YS_N_CASE_COLUMNS && orientation == GTK_ORIENTATION_VERTICAL; i++)
    {
      int least, usual;

      gtk_widget_measure (self->heads[i], orientation, -1, &least, &usual, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, usual);
    }
}

/* --- the pointer ------------------------------------------------------------------------------ */

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, YsCaseHeader *self)
{
  self->dragged = find_column (self, x, TRUE, &self->dragged_from);
  gtk_gesture_set_state (GTK_GESTURE (gesture), self->dragged >= 0 ? GTK_EVENT_SEQUENCE_CLAIMED
                                                                   : GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double x, double y, YsCaseHeader *self)
{
  if (self->dragged >= 0 && self->list != NULL)
    ys_case_list_set_width (self->list, (YsCaseColumn) self->dragged,
                            MAX (self->dragged_from + (int) x, 1));
}

static void
drag_end_cb (GtkGestureDrag *gesture, double x, double y, YsCaseHeader *self)
{
  if (self->dragged >= 0 && x != 0)
    g_signal_emit (self, signals[RESIZED], 0);
  self->dragged = -1;
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, YsCaseHeader *self)
{
  int width;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   find_column (self, x, TRUE, &width) >= 0 ? "col-resize" : NULL);
}

static void
menu_cb (GtkGestureClick *gesture, int presses, double x, double y, YsCaseHeader *self)
{
  int width;
  int column = find_column (self, x, FALSE, &width);

  if (column < 0 || self->menus[column] == NULL)
    return;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = gtk_popover_menu_new_from_model (self->menus[column]);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle){ (int) x, gtk_widget_get_height (GTK_WIDGET (self)),
                                                1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

void
ys_case_header_set_menu (YsCaseHeader *self, YsCaseColumn column, GMenuModel *menu)
{
  g_return_if_fail (YS_IS_CASE_HEADER (self) && column < YS_N_CASE_COLUMNS);

  g_set_object (&self->menus[column], menu);
}

void
ys_case_header_set_list (YsCaseHeader *self, YsCaseList *list)
{
  g_return_if_fail (YS_IS_CASE_HEADER (self) && YS_IS_CASE_LIST (list));

  g_set_weak_pointer (&self->list, list);
  g_signal_connect_object (list, "columns-changed", G_CALLBACK (columns_changed_cb), self, 0);
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ys_case_header_dispose (GObject *object)
{
  YsCaseHeader *self = YS_CASE_HEADER (object);

  g_clear_weak_pointer (&self->list);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  for (int i = 0; i < YS_N_CASE_COLUMNS; i++)
    {
      g_clear_pointer (&self->heads[i], gtk_widget_unparent);
      g_clear_object (&self->menus[i]);
    }
  G_OBJECT_CLASS (ys_case_header_parent_class)->dispose (object);
}

static void
ys_case_header_class_init (YsCaseHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_case_header_dispose;
  widget_class->size_allocate = ys_case_header_size_allocate;
  widget_class->measure = ys_case_header_measure;
  signals[RESIZED] = g_signal_new ("resized", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "caseheader");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
ys_case_header_init (YsCaseHeader *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->dragged = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  for (int i = 0; i < YS_N_CASE_COLUMNS; i++)
    add_head (self, (YsCaseColumn) i);
  /* Before the heads: their edges are not theirs. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (menu_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

GtkWidget *
ys_case_header_new (void)
{
  return g_object_new (YS_TYPE_CASE_HEADER, NULL);
}
