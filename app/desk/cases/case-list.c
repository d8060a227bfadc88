/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list as a widget: its model, columns, adjustments and the keyboard's way in. */
#include "desk/cases/case-list-private.h"

#include <string.h>

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  ACTIVATE,
  COLUMNS_CHANGED,
  MENU,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (YsCaseList, ys_case_list, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

guint
ys_case_list_count (YsCaseList *self)
{
  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

guint
ys_case_list_get_cursor (YsCaseList *self)
{
  g_return_val_if_fail (YS_IS_CASE_LIST (self), 0);
  return self->cursor;
}

void
ys_case_list_go_to_top (YsCaseList *self)
{
  g_return_if_fail (YS_IS_CASE_LIST (self));

  self->cursor = self->anchor = 0;
  self->follows = FALSE;
  g_clear_object (&self->cursor_item);
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], 0);
  ys_case_list_look_again (self);
}

/* --- size ------------------------------------------------------------------------------------- */

static void
ys_case_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  YsCaseList *self = YS_CASE_LIST (widget);

  if (self->lines.context != NULL)
    ys_case_list_place (self, width, height);
}

static void
ys_case_list_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  YsCaseList *self = YS_CASE_LIST (widget);
  int widths[YS_N_CASE_COLUMNS];

  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL
               ? ys_case_widths_share (&self->widths, 0, widths)
               : 0;
}

/* --- the model -------------------------------------------------------------------------------- */

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, YsCaseList *self)
{
  ys_case_list_keep_places (self, position, removed, added);
  self->follows = TRUE;
  ys_case_list_look_again (self);
}

static void
selection_changed_cb (GtkSelectionModel *model, guint position, guint n, YsCaseList *self)
{
  for (guint i = 0; i < self->pool->len; i++)
    {
      YsCaseLine *line = g_ptr_array_index (self->pool, i);

      if (ys_case_line_get_item (line) != NULL
          && ys_case_line_get_position (line) < ys_case_list_count (self))
        ys_case_line_set_selected (
          line, gtk_selection_model_is_selected (model, ys_case_line_get_position (line)));
    }
}

void
ys_case_list_set_model (YsCaseList *self, GtkSelectionModel *model)
{
  g_return_if_fail (YS_IS_CASE_LIST (self) && (model == NULL || GTK_IS_SELECTION_MODEL (model)));

  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->model, selection_changed_cb, self);
    }
  g_set_object (&self->model, model);
  if (model != NULL)
    {
      g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), self);
      g_signal_connect (model, "selection-changed", G_CALLBACK (selection_changed_cb), self);
    }
  else
    ys_case_list_hide_lines (self);
  ys_case_list_go_to_top (self);
}

GtkSelectionModel *
ys_case_list_get_model (YsCaseList *self)
{
  g_return_val_if_fail (YS_IS_CASE_LIST (self), NULL);
  return self->model;
}

void
ys_case_list_set_context (YsCaseList *self, YsContext *context)
{
  g_return_if_fail (YS_IS_CASE_LIST (self) && YS_IS_CONTEXT (context));

  g_set_object (&self->lines.context, context);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
ys_case_list_refresh (YsCaseList *self)
{
  g_return_if_fail (YS_IS_CASE_LIST (self));

  for (guint i = 0; i < self->pool->len; i++)
    ys_case_line_refresh (g_ptr_array_index (self->pool, i));
}

/* --- columns ---------------------------------------------------------------------------------- */

void
ys_case_list_set_shown (YsCaseList *self, YsCaseColumn column, gboolean shown)
{
  g_return_if_fail (YS_IS_CASE_LIST (self) && column < YS_N_CASE_COLUMNS);

  self->widths.shown[column] = shown;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

gboolean
ys_case_list_get_shown (YsCaseList *self, YsCaseColumn column)
{
  g_return_val_if_fail (YS_IS_CASE_LIST (self) && column < YS_N_CASE_COLUMNS, FALSE);
  return self->widths.shown[column];
}

void
ys_case_list_set_width (YsCaseList *self, YsCaseColumn column, int width)
{
  g_return_if_fail (YS_IS_CASE_LIST (self) && column < YS_N_CASE_COLUMNS && width >= 0);

  self->widths.chosen[column]
    = width > 0 ? MAX (width, ys_case_widths_get_least (&self->widths)) : 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

int
ys_case_list_get_width (YsCaseList *self, YsCaseColumn column)
{
  g_return_val_if_fail (YS_IS_CASE_LIST (self) && column < YS_N_CASE_COLUMNS, 0);
  return self->widths.chosen[column];
}

void
ys_case_list_get_columns (YsCaseList *self, int *offset, int *check, int widths[YS_N_CASE_COLUMNS])
{
  g_return_if_fail (YS_IS_CASE_LIST (self));

  *offset = -self->left;
  *check = self->lines.check;
  memcpy (widths, self->lines.widths, sizeof self->lines.widths);
}

/* --- focus ------------------------------------------------------------------------------------ */

void
ys_case_list_want_focus (YsCaseList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  self->wants_focus = TRUE;
  self->wanted_from = root != NULL ? gtk_root_get_focus (root) : NULL;
}

static gboolean
ys_case_list_grab_focus (GtkWidget *widget)
{
  YsCaseList *self = YS_CASE_LIST (widget);

  if (ys_case_list_count (self) == 0)
    {
      /* What is on its way gets it. */
      ys_case_list_want_focus (self);
      return FALSE;
    }
  ys_case_list_move_cursor (self, MIN (self->cursor, ys_case_list_count (self) - 1));
  return GTK_WIDGET_CLASS (ys_case_list_parent_class)->grab_focus (widget);
}

void
ys_case_list_forget_focus (YsCaseList *self)
{
  g_return_if_fail (YS_IS_CASE_LIST (self));

  if (ys_case_list_count (self) == 0)
    self->wants_focus = FALSE;
}

/* One stop for Tab: within it the arrows go on. */
static gboolean
ys_case_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_is_focus (widget) || gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

/* --- GtkScrollable ---------------------------------------------------------------------------- */

static void
value_changed_cb (GtkAdjustment *adjustment, YsCaseList *self)
{
  ys_case_list_look_again (self);
}

static void
set_adjustment (YsCaseList *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
ys_case_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  YsCaseList *self = YS_CASE_LIST (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[id == PROP_VADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[id == PROP_VSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_case_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  YsCaseList *self = YS_CASE_LIST (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[id == PROP_VSCROLL_POLICY] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ys_case_list_dispose (GObject *object)
{
  YsCaseList *self = YS_CASE_LIST (object);

  ys_case_list_set_model (self, NULL);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  for (guint i = 0; i < self->pool->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->pool, i));
  g_ptr_array_set_size (self->pool, 0);
  g_clear_pointer (&self->lines.style, ys_case_style_free);
  g_clear_object (&self->lines.context);
  G_OBJECT_CLASS (ys_case_list_parent_class)->dispose (object);
}

static void
ys_case_list_finalize (GObject *object)
{
  g_ptr_array_unref (YS_CASE_LIST (object)->pool);
  G_OBJECT_CLASS (ys_case_list_parent_class)->finalize (object);
}

static void
ys_case_list_class_init (YsCaseListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ys_case_list_dispose;
  object_class->finalize = ys_case_list_finalize;
  object_class->get_property = ys_case_list_get_property;
  object_class->set_property = ys_case_list_set_property;
  widget_class->size_allocate = ys_case_list_size_allocate;
  widget_class->measure = ys_case_list_measure;
  widget_class->grab_focus = ys_case_list_grab_focus;
  widget_class->focus = ys_case_list_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[COLUMNS_CHANGED] = g_signal_new ("columns-changed", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MENU] = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_INT, G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "caselist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  ys_case_list_input_bind (widget_class);
}

static void
ys_case_list_init (YsCaseList *self)
{
  self->pool = g_ptr_array_new ();
  self->top.gone_from = self->cursor_place.gone_from = GTK_INVALID_LIST_POSITION;
  ys_case_widths_init (&self->widths);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE, -1);
  self->lines.style = ys_case_style_new (GTK_WIDGET (self));
  ys_case_list_input_init (self);
}

GtkWidget *
ys_case_list_new (void)
{
  return g_object_new (YS_TYPE_CASE_LIST, NULL);
}
