/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts are laid out when the line is drawn, not when it gets its case: one who scrolls fast passes
 * most of them. A widget for each cell would cost the list two thousand of them. */
#include "desk/cases/case-line.h"

#include "desk/widgets/due-words.h"
#include "wording/i18n.h"

#define PADDING 8
#define ICON_GAP 6

struct _YsCaseLine
{
  GtkWidget parent_instance;

  const YsCaseLines *lines;
  GtkWidget *check;
  YsCaseItem *item;
  guint position;
  guint n;
  gulong filled;
  gboolean is_current;
  PangoLayout *layouts[YS_N_CASE_COLUMNS]; /* of the cells drawn */
  PangoLayout *where;                      /* the words were found, at the end of the content */
};

G_DEFINE_FINAL_TYPE (YsCaseLine, ys_case_line, GTK_TYPE_WIDGET)

/* --- texts ------------------------------------------------------------------------------------ */

static const YsIndexRow *
get_row (YsCaseLine *self)
{
  return self->item != NULL ? ys_case_item_get_row (self->item) : NULL;
}

char *
ys_case_line_get_text (YsCaseLine *self, YsCaseColumn column)
{
  g_return_val_if_fail (YS_IS_CASE_LINE (self) && column < YS_N_CASE_COLUMNS, NULL);

  const YsIndexRow *row = get_row (self);

  if (row == NULL)
    return g_strdup (self->item != NULL && column == YS_CASE_COLUMN_NUMBER ? "…" : "");
  return ys_case_column_get_text (column, row, ys_context_get_calendar (self->lines->context),
                                  ys_context_get_today (self->lines->context));
}

static YsDueKind
get_due_kind (YsCaseLine *self)
{
  const YsIndexRow *row = get_row (self);

  return row != NULL ? ys_due_of_row (row, ys_context_get_calendar (self->lines->context),
                                      ys_context_get_today (self->lines->context)).kind
                     : YS_DUE_NONE;
}

static void
forget_layouts (YsCaseLine *self)
{
  for (int i = 0; i < YS_N_CASE_COLUMNS; i++)
    g_clear_object (&self->layouts[i]);
  g_clear_object (&self->where);
}

/* The whole line in one sentence: that is what a screen reader reads. */
static void
describe (YsCaseLine *self)
{
  const YsIndexRow *row = get_row (self);
  g_autofree char *sentence = NULL;

  if (self->item == NULL)
    sentence = g_strdup ("");
  else if (row != NULL)
    sentence = ys_case_row_describe (row, ys_case_item_get_parts (self->item),
                                     ys_context_get_calendar (self->lines->context),
                                     ys_context_get_today (self->lines->context));
  else
    sentence = g_strdup (_("being read"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  /* A spare line is kept for scrolling; to a screen reader it is not there. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN,
                               self->item == NULL, -1);
}

void
ys_case_line_refresh (YsCaseLine *self)
{
  g_return_if_fail (YS_IS_CASE_LINE (self));

  forget_layouts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
filled_cb (YsCaseItem *item, YsCaseLine *self)
{
  describe (self);
  ys_case_line_refresh (self);
}

/* --- binding ---------------------------------------------------------------------------------- */

void
ys_case_line_bind (YsCaseLine *self, YsCaseItem *item, guint position, guint n)
{
  g_return_if_fail (YS_IS_CASE_LINE (self));

  if (item != NULL && (position != self->position || n != self->n))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                    (int) position + 1, GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n,
                                    -1);
  self->position = position;
  self->n = n;
  if (item == self->item)
    return;
  if (self->item != NULL)
    g_signal_handler_disconnect (self->item, self->filled);
  g_set_object (&self->item, item);
  if (item != NULL)
    self->filled = g_signal_connect (item, "filled", G_CALLBACK (filled_cb), self);
  describe (self);
  ys_case_line_refresh (self);
}

static void
set_flag (YsCaseLine *self, GtkStateFlags flag, gboolean on)
{
  if (on)
    gtk_widget_set_state_flags (GTK_WIDGET (self), flag, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), flag);
}

void
ys_case_line_set_selected (YsCaseLine *self, gboolean selected)
{
  g_return_if_fail (YS_IS_CASE_LINE (self));

  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)) == selected)
    return;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), selected);
  set_flag (self, GTK_STATE_FLAG_SELECTED, selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

void
ys_case_line_set_current (YsCaseLine *self, gboolean current)
{
  g_return_if_fail (YS_IS_CASE_LINE (self));

  if (self->is_current == current)
    return;
  self->is_current = current;
  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
}

guint
ys_case_line_get_position (YsCaseLine *self)
{
  g_return_val_if_fail (YS_IS_CASE_LINE (self), GTK_INVALID_LIST_POSITION);
  return self->position;
}

YsCaseItem *
ys_case_line_get_item (YsCaseLine *self)
{
  g_return_val_if_fail (YS_IS_CASE_LINE (self), NULL);
  return self->item;
}

/* --- drawing ---------------------------------------------------------------------------------- */

static int
get_face (YsCaseLine *self, int column)
{
  switch (column)
    {
    case YS_CASE_COLUMN_NUMBER:
      return YS_CASE_FACE_NUMBER;
    case YS_CASE_COLUMN_CLASS:
    case YS_CASE_COLUMN_CHANNEL:
      return YS_CASE_FACE_SMALL;
    case YS_CASE_COLUMN_LEFT:
      return YS_CASE_FACE_DUE + (int) get_due_kind (self);
    default:
      return YS_CASE_FACE_PLAIN;
    }
}

/* Before the words of the days left stands an icon, or its room, so that they stand in line. */
static int
get_indent (int column)
{
  return column == YS_CASE_COLUMN_LEFT ? YS_DUE_ICON_SIZE + ICON_GAP : 0;
}

/* Where the words were found, quietly behind the content, of which it takes half at most; NULL outside
 * of a search. */
static PangoLayout *
lay_out_where (YsCaseLine *self)
{
  int room = (self->lines->widths[YS_CASE_COLUMN_TITLE] - 2 * PADDING) / 2;
  g_autofree char *text = NULL;

  if (self->where == NULL && get_row (self) != NULL)
    {
      text = ys_case_parts_describe (ys_case_item_get_parts (self->item));
      if (text != NULL)
        self->where = ys_case_style_lay_out (self->lines->style, YS_CASE_FACE_SMALL, MAX (room, 1),
                                             text);
    }
  return self->where;
}

/* What it takes of the content's cell. */
static int
get_where_room (YsCaseLine *self)
{
  PangoLayout *where = lay_out_where (self);
  int width;

  if (where == NULL)
    return 0;
  pango_layout_get_pixel_size (where, &width, NULL);
  return width + 2 * PADDING;
}

static PangoLayout *
lay_out (YsCaseLine *self, int column, int face)
{
  int room = self->lines->widths[column] - 2 * PADDING - get_indent (column)
             - (column == YS_CASE_COLUMN_TITLE ? get_where_room (self) : 0);
  g_autofree char *text = NULL;

  if (self->layouts[column] == NULL)
    {
      text = ys_case_line_get_text (self, (YsCaseColumn) column);
      self->layouts[column]
        = ys_case_style_lay_out (self->lines->style, face, MAX (room, 1), text);
    }
  return self->layouts[column];
}

static void
draw_icon (YsCaseLine *self, GtkSnapshot *snapshot, int x, const GdkRGBA *color)
{
  GdkPaintable *icon = ys_case_style_get_icon (self->lines->style, get_due_kind (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (icon == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) x,
                                                (float) ((height - YS_DUE_ICON_SIZE) / 2)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot,
                                            YS_DUE_ICON_SIZE, YS_DUE_ICON_SIZE, color, 1);
  gtk_snapshot_restore (snapshot);
}

static void
draw_layout (GtkSnapshot *snapshot, PangoLayout *layout, const GdkRGBA *color, int x, int baseline)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) (baseline
                                                        - PANGO_PIXELS (pango_layout_get_baseline (
                                                          layout)))));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_where (YsCaseLine *self, GtkSnapshot *snapshot, int x, int baseline)
{
  int end = x + self->lines->widths[YS_CASE_COLUMN_TITLE] + PADDING - get_where_room (self);
  GdkRGBA color;

  if (self->where == NULL)
    return;
  ys_case_style_get_color (self->lines->style, YS_CASE_FACE_SMALL, &color);
  draw_layout (snapshot, self->where, &color, end, baseline);
}

static void
draw_cell (YsCaseLine *self, GtkSnapshot *snapshot, int column, int x, int baseline)
{
  int face = get_face (self, column);
  PangoLayout *layout = lay_out (self, column, face);
  GdkRGBA color;

  ys_case_style_get_color (self->lines->style, face, &color);
  if (column == YS_CASE_COLUMN_LEFT)
    draw_icon (self, snapshot, x + PADDING, &color);
  draw_layout (snapshot, layout, &color, x + PADDING + get_indent (column), baseline);
  if (column == YS_CASE_COLUMN_TITLE)
    draw_where (self, snapshot, x, baseline);
}

static void
ys_case_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YsCaseLine *self = YS_CASE_LINE (widget);
  PangoLayout *title = lay_out (self, YS_CASE_COLUMN_TITLE, YS_CASE_FACE_PLAIN);
  GdkRGBA hair;
  int line, baseline;
  int x = self->lines->check;

  pango_layout_get_pixel_size (title, NULL, &line);
  baseline = (gtk_widget_get_height (widget) - line) / 2
             + PANGO_PIXELS (pango_layout_get_baseline (title));
  for (int i = 0; i < YS_N_CASE_COLUMNS && self->item != NULL; i++)
    {
      if (self->lines->widths[i] == 0)
        continue;
      draw_cell (self, snapshot, i, x, baseline);
      x += self->lines->widths[i];
    }
  gtk_widget_snapshot_child (widget, self->check, snapshot);
  /* A border of the style sheet is filled as a polygon, many times slower. */
  ys_case_style_get_hair (self->lines->style, &hair);
  gtk_snapshot_append_color (snapshot, &hair,
                             &GRAPHENE_RECT_INIT (0, (float) gtk_widget_get_height (widget) - 1,
                                                  (float) gtk_widget_get_width (widget), 1));
}

/* --- size ------------------------------------------------------------------------------------- */

static void
ys_case_line_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  YsCaseLine *self = YS_CASE_LINE (widget);

  *minimum = *natural
    = orientation == GTK_ORIENTATION_VERTICAL ? ys_case_style_get_line (self->lines->style) + 1 : 0;
}

static void
ys_case_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  YsCaseLine *self = YS_CASE_LINE (widget);
  GtkRequisition check;

  gtk_widget_get_preferred_size (self->check, &check, NULL);
  gtk_widget_size_allocate (self->check,
                            &(GtkAllocation){ (self->lines->check - check.width) / 2,
                                              (height - check.height) / 2, check.width,
                                              check.height }, -1);
}

/* --- tooltip ---------------------------------------------------------------------------------- */

/* What is cut off is told in full. */
static gboolean
ys_case_line_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                            GtkTooltip *tooltip)
{
  YsCaseLine *self = YS_CASE_LINE (widget);
  int at = self->lines->check;

  for (int i = 0; i < YS_N_CASE_COLUMNS; at += self->lines->widths[i], i++)
    {
      g_autofree char *text = NULL;

      if (self->layouts[i] == NULL || !pango_layout_is_ellipsized (self->layouts[i])
          || (keyboard ? i != YS_CASE_COLUMN_TITLE
                       : x < at || x >= at + self->lines->widths[i]))
        continue;
      text = ys_case_line_get_text (self, (YsCaseColumn) i);
      gtk_tooltip_set_text (tooltip, text);
      return TRUE;
    }
  return FALSE;
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ys_case_line_dispose (GObject *object)
{
  YsCaseLine *self = YS_CASE_LINE (object);

  if (self->item != NULL)
    g_signal_handler_disconnect (self->item, self->filled);
  g_clear_object (&self->item);
  forget_layouts (self);
  g_clear_pointer (&self->check, gtk_widget_unparent);
  G_OBJECT_CLASS (ys_case_line_parent_class)->dispose (object);
}

static void
ys_case_line_class_init (YsCaseLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_case_line_dispose;
  widget_class->snapshot = ys_case_line_snapshot;
  widget_class->measure = ys_case_line_measure;
  widget_class->size_allocate = ys_case_line_size_allocate;
  widget_class->query_tooltip = ys_case_line_query_tooltip;
  /* Not "row": the theme's rules for rows that stand beside each other make GTK look at all of them
   * when one changes. */
  gtk_widget_class_set_css_name (widget_class, "caseline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
ys_case_line_init (YsCaseLine *self)
{
  self->position = GTK_INVALID_LIST_POSITION;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  /* The line tells whether it is selected; the box only shows it. */
  self->check = g_object_new (GTK_TYPE_CHECK_BUTTON, "can-focus", FALSE, "can-target", FALSE,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->check, GTK_WIDGET (self));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, FALSE,
                               GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

GtkWidget *
ys_case_line_new (const YsCaseLines *lines)
{
  g_return_val_if_fail (lines != NULL, NULL);

  YsCaseLine *self = g_object_new (YS_TYPE_CASE_LINE, NULL);

  self->lines = lines;
  return GTK_WIDGET (self);
}
