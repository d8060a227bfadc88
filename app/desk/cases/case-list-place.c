/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines and where they stand. Whatever happens only asks to be looked at again: once a frame, before
 * places are given, the lines in sight get their cases. Not while places are given: what changes then
 * would want another place, and GTK would not come back to it. */
#include "desk/cases/case-list-private.h"

#include <math.h>
#include <string.h>

/* Lines that a wheel's click goes on. */
#define WHEEL_LINES 3

double
ys_case_list_get_top (YsCaseList *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

double
ys_case_list_get_left (YsCaseList *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_HORIZONTAL];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

/* --- lines ------------------------------------------------------------------------------------ */

static YsCaseLine *
get_line (YsCaseList *self, guint position)
{
  return g_ptr_array_index (self->pool, position % self->pool->len);
}

/* One more than fit, for the first and the last may be cut. */
static void
make_lines (YsCaseList *self, int height)
{
  guint wanted = (guint) (height / MAX (self->line_height, 1)) + 2;

  while (self->pool->len < wanted)
    {
      GtkWidget *line = ys_case_line_new (&self->lines);

      gtk_widget_set_parent (line, GTK_WIDGET (self));
      g_ptr_array_add (self->pool, line);
    }
}

static void
hide_line (YsCaseLine *line)
{
  ys_case_line_bind (line, NULL, GTK_INVALID_LIST_POSITION, 0);
  gtk_widget_set_child_visible (GTK_WIDGET (line), FALSE);
}

void
ys_case_list_hide_lines (YsCaseList *self)
{
  for (guint i = 0; i < self->pool->len; i++)
    hide_line (g_ptr_array_index (self->pool, i));
}

static void
show_line (YsCaseList *self, guint position, guint n)
{
  YsCaseLine *line = get_line (self, position);
  g_autoptr (YsCaseItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  ys_case_line_bind (line, item, position, n);
  ys_case_line_set_selected (line, gtk_selection_model_is_selected (self->model, position));
  ys_case_line_set_current (line, position == self->cursor && self->cursor_item != NULL);
  gtk_widget_set_child_visible (GTK_WIDGET (line), TRUE);
}

/* Whether the keyboard is in the list, or is to come. @focus: what has it now. */
static gboolean
has_keyboard (YsCaseList *self, GtkWidget *focus)
{
  return (self->wants_focus && (focus == NULL || focus == self->wanted_from))
         || (focus != NULL
             && (focus == GTK_WIDGET (self) || gtk_widget_get_parent (focus) == GTK_WIDGET (self)));
}

/* The keyboard stays on the cursor's case, and must have left a line before that goes on to another,
 * or it would be heard as that. While the case is out of sight the list itself has it. */
static void
place_keyboard (YsCaseList *self, guint first, guint end)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean in_sight = self->cursor >= first && self->cursor < end;
  YsCaseLine *line = in_sight ? get_line (self, self->cursor) : NULL;

  if (root == NULL || end == 0 || !has_keyboard (self, focus))
    return;
  self->wants_focus = FALSE;
  if (line == NULL)
    {
      if (focus != GTK_WIDGET (self))
        gtk_root_set_focus (root, GTK_WIDGET (self));
      return;
    }
  if (focus == GTK_WIDGET (line) && ys_case_line_get_position (line) != self->cursor)
    gtk_root_set_focus (root, GTK_WIDGET (self));
  show_line (self, self->cursor, ys_case_list_count (self));
  if (gtk_root_get_focus (root) != GTK_WIDGET (line))
    gtk_root_set_focus (root, GTK_WIDGET (line));
}

static void
fill_lines (YsCaseList *self, int height)
{
  guint n = ys_case_list_count (self);
  guint first = (guint) (ys_case_list_get_top (self) / self->line_height);
  guint end = MIN (n, (guint) ((ys_case_list_get_top (self) + height) / self->line_height) + 1);

  place_keyboard (self, first, end);
  for (guint i = 0; i < self->pool->len; i++)
    {
      guint position = first + (i + self->pool->len - first % self->pool->len) % self->pool->len;

      if (position < end)
        show_line (self, position, n);
      else
        hide_line (g_ptr_array_index (self->pool, i));
    }
}

/* --- places ----------------------------------------------------------------------------------- */

guint
ys_case_list_count_seen (YsCaseList *self)
{
  return self->line_height > 0 ? (guint) MAX (gtk_widget_get_height (GTK_WIDGET (self)) / self->line_height, 1) : 1;
}

guint
ys_case_list_find_position (YsCaseList *self, double y)
{
  double at = self->line_height > 0 ? floor ((y + floor (ys_case_list_get_top (self))) / self->line_height) : -1;

  return y >= 0 && at >= 0 && at < ys_case_list_count (self) ? (guint) at
                                                             : GTK_INVALID_LIST_POSITION;
}

/* At once: gtk_adjustment_clamp_page() glides there, and with a key held never arrives. */
static void
scroll_to_cursor (YsCaseList *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double begin = (double) self->cursor * self->line_height;
  double end = begin + self->line_height;
  double top = ys_case_list_get_top (self);
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (adjustment != NULL && (begin < top || end > top + height))
    gtk_adjustment_set_value (adjustment, begin < top ? begin : end - height);
}

/* Where the case of the cursor went, if it is still in sight; else what stands there now. */
static void
follow_cursor (YsCaseList *self, int height)
{
  guint n = ys_case_list_count (self);
  guint first = (guint) (ys_case_list_get_top (self) / self->line_height);
  guint end = MIN (n, first + (guint) (height / self->line_height) + 1);
  g_autoptr (YsCaseItem) now = NULL;

  self->follows = FALSE;
  for (guint i = first; i < end && self->cursor_item != NULL; i++)
    {
      g_autoptr (YsCaseItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), i);

      if (g_str_equal (ys_case_item_get_id (item), ys_case_item_get_id (self->cursor_item)))
        {
          self->cursor = i;
          return;
        }
    }
  self->cursor = n > 0 ? MIN (self->cursor, n - 1) : 0;
  if (self->cursor_item == NULL || n == 0)
    return;
  now = g_list_model_get_item (G_LIST_MODEL (self->model), self->cursor);
  g_set_object (&self->cursor_item, now);
}

void
ys_case_list_move_cursor (YsCaseList *self, guint position)
{
  g_autoptr (YsCaseItem) item = NULL;

  if (position >= ys_case_list_count (self))
    return;
  item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  g_set_object (&self->cursor_item, item);
  self->cursor = position;
  ys_case_list_want_focus (self);
  if (self->line_height > 0)
    scroll_to_cursor (self);
  else
    self->to_cursor = TRUE;
  ys_case_list_look_again (self);
}

/* --- size ------------------------------------------------------------------------------------- */

static void
configure (YsCaseList *self, GtkOrientation orientation, int size, double whole, double step)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double value;

  if (adjustment == NULL)
    return;
  value = gtk_adjustment_get_value (adjustment);
  if (orientation == GTK_ORIENTATION_VERTICAL && self->follows)
    value = (double) self->top.at * self->line_height + self->top_rest;
  value = CLAMP (value, 0, MAX (whole - size, 0));
  gtk_adjustment_configure (adjustment, value, 0, MAX (whole, size), step, size * 0.9, size);
}

/* TRUE if any column has another width. */
static gboolean
share_widths (YsCaseList *self, int width)
{
  int before[YS_N_CASE_COLUMNS];

  memcpy (before, self->lines.widths, sizeof before);
  self->widths.scale = ys_case_style_get_scale (self->lines.style);
  self->lines.check = ys_case_widths_get_check (&self->widths);
  self->total_width = ys_case_widths_share (&self->widths, width, self->lines.widths);
  if (memcmp (before, self->lines.widths, sizeof before) == 0)
    return FALSE;
  ys_case_list_refresh (self);
  return TRUE;
}

static void
configure_height (YsCaseList *self, int height)
{
  configure (self, GTK_ORIENTATION_VERTICAL, height,
             (double) ys_case_list_count (self) * self->line_height,
             (double) self->line_height * WHEEL_LINES);
}

static gboolean
fill_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  YsCaseList *self = YS_CASE_LIST (widget);
  int height = gtk_widget_get_height (widget);

  self->tick = 0;
  if (self->lines.context == NULL || height == 0)
    return G_SOURCE_REMOVE;
  if (self->pool->len == 0)
    make_lines (self, 0);
  gtk_widget_measure (g_ptr_array_index (self->pool, 0), GTK_ORIENTATION_VERTICAL, -1,
                      &self->line_height, NULL, NULL, NULL);
  self->line_height = MAX (self->line_height, 1);
  make_lines (self, height);
  configure_height (self, height);
  if (self->follows)
    follow_cursor (self, height);
  if (self->to_cursor)
    scroll_to_cursor (self);
  self->to_cursor = FALSE;
  fill_lines (self, height);
  /* What was scrolled meanwhile is seen to. */
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (widget, self->tick);
  self->tick = 0;
  gtk_widget_queue_allocate (widget);
  return G_SOURCE_REMOVE;
}

void
ys_case_list_look_again (YsCaseList *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_cb, NULL, NULL);
}

static void
place_line (YsCaseList *self, YsCaseLine *line)
{
  float x = (float) -self->left;
  float y = (float) ((double) ys_case_line_get_position (line) * self->line_height
                     - floor (ys_case_list_get_top (self)));

  gtk_widget_allocate (GTK_WIDGET (line), self->total_width, self->line_height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, y)));
}

void
ys_case_list_place (YsCaseList *self, int width, int height)
{
  gboolean moved = share_widths (self, width);
  int before = self->left;

  configure (self, GTK_ORIENTATION_HORIZONTAL, width, self->total_width, width * 0.1);
  self->left = (int) ys_case_list_get_left (self);
  if (self->pool->len > 0)
    configure_height (self, height);
  for (guint i = 0; i < self->pool->len; i++)
    if (ys_case_line_get_item (g_ptr_array_index (self->pool, i)) != NULL)
      place_line (self, g_ptr_array_index (self->pool, i));
  if (moved || before != self->left)
    g_signal_emit_by_name (self, "columns-changed");
  if (self->pool->len == 0 || height != self->height)
    ys_case_list_look_again (self);
  self->height = height;
}

/* --- changes ---------------------------------------------------------------------------------- */

/* A place stays with its case when something goes or comes above it. A stretch that changed goes
 * first, then comes: as much of it as stood above the place shall stand there again. */
static void
shift_place (YsCasePlace *place, guint position, guint removed, guint added)
{
  guint above = place->at > position ? place->at - position : 0;

  if (removed > 0)
    {
      place->gone_from = position;
      place->gone_above = MIN (above, removed);
      place->is_beyond = above >= removed;
      place->at -= place->gone_above;
    }
  else if (place->gone_from == position)
    {
      place->at += place->is_beyond ? added : MIN (added, place->gone_above);
      place->gone_from = GTK_INVALID_LIST_POSITION;
    }
  else if (above > 0)
    place->at += added;
}

void
ys_case_list_keep_places (YsCaseList *self, guint position, guint removed, guint added)
{
  YsCasePlace cursor = self->cursor_place;

  if (!self->follows && self->line_height > 0)
    {
      self->top.at = (guint) (ys_case_list_get_top (self) / self->line_height);
      self->top_rest = ys_case_list_get_top (self) - (double) self->top.at * self->line_height;
    }
  cursor.at = self->cursor;
  shift_place (&self->top, position, removed, added);
  shift_place (&cursor, position, removed, added);
  self->cursor = cursor.at;
  self->cursor_place = cursor;
}
