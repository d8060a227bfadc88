/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two grids of the same column widths: GTK has no head that stays. The page's Tab key enters the
 * table once and leaves it; arrows walk the figures. */
#include "desk/annual/official-table.h"

#include "desk/annual/cell-text.h"
#include "desk/annual/checks-bar.h"
#include "desk/annual/failing-cells.h"
#include "desk/annual/table-comparison.h"
#include "desk/annual/table-labels.h"
#include "desk/widgets/text-scale.h"
#include "wording/i18n.h"

#include <string.h>

#define ROW_HEIGHT 24
/* What a digit of a figure takes, and its cell around it. */
#define DIGIT_WIDTH 8
#define FIGURE_PADDING 14
#define WARNING_WIDTH 14
#define SCROLL_BAR_WIDTH 10

static const int widths[YS_N_TABLES][YS_FORM_MAX_COLUMNS] = {
  [YS_TABLE_2] = { 200, 188, 188, 188 },
  [YS_TABLE_3] = { 38, 82, 252, 54, 50, 50, 50, 50, 50, 54 },
  [YS_TABLE_4] = { 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51 },
};

typedef struct
{
  YsFormCell cell;
  GtkWidget *button;
} Figure;

struct _YsOfficialTable
{
  GtkBox parent_instance;

  YsTable table;
  YsFormTable *layout;
  GtkWidget *head_scroller;
  GtkWidget *body_scroller;
  GtkGrid *head;
  GtkGrid *body;
  GtkWidget *spacers[2][YS_FORM_MAX_COLUMNS]; /* give the columns of head and body their widths */
  int widths[YS_FORM_MAX_COLUMNS];            /* at least */
  int given[YS_FORM_MAX_COLUMNS];             /* those widths, as the figures need them */
  GArray *figures;                            /* of Figure, in printed order */
  YsTableComparison *comparison;
  YsFigureKey selected;
  GtkWidget *last_focus;                      /* one of the figures' buttons */
};

G_DEFINE_FINAL_TYPE (YsOfficialTable, ys_official_table, GTK_TYPE_BOX)

enum
{
  FIGURE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- drawing -------------------------------------------------------------------------------- */

static Figure *
find_figure (YsOfficialTable *self, const YsFigureKey *key)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      Figure *figure = &g_array_index (self->figures, Figure, i);

      if (ys_figure_key_equal (&figure->cell.figure, key))
        return figure;
    }
  return NULL;
}

static void
clicked_cb (GtkButton *button, YsOfficialTable *self)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      YsFigureKey key = g_array_index (self->figures, Figure, i).cell.figure;

      if (g_array_index (self->figures, Figure, i).button != GTK_WIDGET (button))
        continue;
      self->last_focus = GTK_WIDGET (button);
      g_signal_emit (self, signals[FIGURE_ACTIVATED], 0, &key);
      return;
    }
}

static gboolean
is_total (const YsFormCell *cell)
{
  return (cell->figure.source == YS_FIGURE_TABLE3
          && (cell->figure.column == YS_COLUMN_TOTAL || cell->figure.row == YS_ROW_TOTAL))
         || (cell->figure.source == YS_FIGURE_TABLE4 && cell->figure.column == YS_RESULT_TOTAL);
}

static GtkWidget *
make_figure (YsOfficialTable *self, const YsFormCell *cell)
{
  Figure figure = { *cell, gtk_button_new () };
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_button_set_child (GTK_BUTTON (figure.button), label);
  gtk_widget_add_css_class (figure.button, "fig");
  if (is_total (cell))
    gtk_widget_add_css_class (figure.button, "sum");
  g_signal_connect (figure.button, "clicked", G_CALLBACK (clicked_cb), self);
  g_array_append_val (self->figures, figure);
  return figure.button;
}

/* What a label has of its column, in pixels of usual letters: without lines and air around it. */
#define CHARACTER_WIDTH 12
#define LABEL_PADDING 13

/* As wide as the mock has it, or as whole words need where letters are large. */
static int
measure_column (YsOfficialTable *self, int column)
{
  int character = ys_text_scale (GTK_WIDGET (self), CHARACTER_WIDTH);
  int width = widths[self->table][column];

  for (guint i = 0; i < self->layout->cells->len; i++)
    {
      const YsFormCell *cell = &g_array_index (self->layout->cells, YsFormCell, i);
      int least = (int) ys_cell_text_get_least (self->layout, cell);

      if (cell->column == column && least > 0)
        width = MAX (width, least * character + LABEL_PADDING);
    }
  return width;
}

static GtkWidget *
make_label (YsOfficialTable *self, const YsFormCell *cell)
{
  int room = (self->widths[cell->column] - LABEL_PADDING)
             / ys_text_scale (GTK_WIDGET (self), CHARACTER_WIDTH);
  g_autofree char *text = ys_cell_text_break (self->layout, cell, room);
  GtkWidget *label = gtk_label_new (text);
  gboolean is_narrow = cell->kind == YS_CELL_COLUMN_HEADER || cell->kind == YS_CELL_NOTE
                       || cell->kind == YS_CELL_SECTION || cell->rowspan > 1;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* Else the longest label would widen its column in one of the two grids. */
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_label_set_xalign (GTK_LABEL (label), is_narrow ? 0.5f : 0);
  gtk_label_set_justify (GTK_LABEL (label), is_narrow ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
  gtk_widget_add_css_class (label, "lab");
  if (cell->kind != YS_CELL_ROW_HEADER && cell->kind != YS_CELL_EMPTY)
    gtk_widget_add_css_class (label, "hd");
  return label;
}

static void
attach_cell (YsOfficialTable *self, const YsFormCell *cell)
{
  gboolean is_head = cell->row < self->layout->header_rows;
  GtkWidget *widget = cell->kind == YS_CELL_FIGURE ? make_figure (self, cell)
                                                   : make_label (self, cell);

  gtk_widget_add_css_class (widget, "tb");
  if (cell->row == 0)
    gtk_widget_add_css_class (widget, "top");
  if (cell->column == 0)
    gtk_widget_add_css_class (widget, "tbl");
  gtk_widget_set_size_request (widget, -1, ROW_HEIGHT * cell->rowspan);
  gtk_grid_attach (is_head ? self->head : self->body, widget, cell->column, cell->row + 1,
                   cell->colspan, cell->rowspan);
}

static GtkGrid *
make_grid (YsOfficialTable *self, int which, const char *label)
{
  GtkWidget *grid = gtk_grid_new ();

  for (int column = 0; column < self->layout->columns; column++)
    {
      GtkWidget *spacer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      self->spacers[which][column] = spacer;
      gtk_grid_attach (GTK_GRID (grid), spacer, column, 0, 1, 1);
    }
  /* The table keeps its width, whatever its cells would like. */
  gtk_widget_set_hexpand (grid, FALSE);
  /* Where the scroll bar lies over the table. */
  gtk_widget_set_margin_end (grid, SCROLL_BAR_WIDTH);
  gtk_widget_set_halign (grid, GTK_ALIGN_START);
  gtk_widget_set_valign (grid, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_GRID (grid);
}

static void
set_width (YsOfficialTable *self, int column, int width)
{
  for (int which = 0; which < 2; which++)
    gtk_widget_set_size_request (self->spacers[which][column], width, 0);
}

static void
draw (YsOfficialTable *self, YsForm form)
{
  g_clear_pointer (&self->comparison, ys_table_comparison_free);
  g_clear_pointer (&self->layout, ys_form_table_free);
  g_array_set_size (self->figures, 0);
  self->last_focus = NULL;
  self->layout = ys_form_table_new (form, self->table);
  self->head = make_grid (self, 0, self->layout->title);
  self->body = make_grid (self, 1, self->layout->title);

  for (int column = 0; column < self->layout->columns; column++)
    {
      self->widths[column] = measure_column (self, column);
      set_width (self, column, self->widths[column]);
    }
  for (guint i = 0; i < self->layout->cells->len; i++)
    attach_cell (self, &g_array_index (self->layout->cells, YsFormCell, i));
  if (self->table == YS_TABLE_3)
    self->comparison = ys_table_comparison_new (self->head, self->body, self->layout->columns,
                                                self->layout->header_rows + 1, form);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->head_scroller),
                                 GTK_WIDGET (self->head));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->body_scroller),
                                 GTK_WIDGET (self->body));
  gtk_widget_set_visible (self->head_scroller, self->layout->header_rows > 0);
}

/* --- filling -------------------------------------------------------------------------------- */

static const YsCheck *
find_failure (const GArray *failing, const YsFigureKey *key)
{
  const YsCheck *worst = NULL;

  for (guint i = 0; i < failing->len; i++)
    {
      const YsFailingCell *cell = &g_array_index (failing, YsFailingCell, i);

      if (ys_figure_key_equal (&cell->key, key) && (worst == NULL || cell->check->binding))
        worst = cell->check;
    }
  return worst;
}

/* The number, and before it a warning where a check points at the cell. */
static void
fill_button (GtkButton *button, const char *text, gboolean is_bad)
{
  GtkWidget *child = gtk_button_get_child (button);
  GtkWidget *label = GTK_IS_BOX (child) ? gtk_widget_get_last_child (child) : child;

  gtk_label_set_text (GTK_LABEL (label), text);
  if (is_bad == GTK_IS_BOX (child))
    return;

  g_object_ref (label);
  if (is_bad)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_image_set_pixel_size (GTK_IMAGE (icon), 12);
      gtk_widget_add_css_class (icon, "warn");
      gtk_button_set_child (button, box);
      gtk_box_append (GTK_BOX (box), icon);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (box), label);
    }
  else
    {
      gtk_box_remove (GTK_BOX (child), label);
      gtk_button_set_child (button, label);
    }
  g_object_unref (label);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_figure (YsOfficialTable *self, Figure *figure, const YsFigures *figures,
             const GArray *failing)
{
  const YsCheck *failure = find_failure (failing, &figure->cell.figure);
  g_autofree char *text = ys_form_cell_dup_text (&figure->cell, figures);
  g_autofree char *row = ys_form_cell_dup_row_label (self->layout, &figure->cell);
  g_autofree char *column = ys_form_cell_dup_column_label (self->layout, &figure->cell);
  g_autofree char *tip = failure != NULL ? ys_checks_bar_describe (failure) : NULL;
  g_autofree char *name
    = g_strdup_printf ("%s%s%s: %s", row, *row != '\0' && *column != '\0' ? ", " : "", column,
                       *text != '\0' ? text : _("not recorded"));

  fill_button (GTK_BUTTON (figure->button), *text != '\0' ? text : "—", failure != NULL);
  set_class (figure->button, "z", g_str_equal (text, "0") || *text == '\0');
  set_class (figure->button, "badc", failure != NULL);
  gtk_widget_set_tooltip_text (figure->button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (figure->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  tip != NULL ? tip : "", -1);
  if (figure->cell.colspan == 1)
    {
      int *given = &self->given[figure->cell.column];
      int wanted = (int) g_utf8_strlen (text, -1)
                     * ys_text_scale (GTK_WIDGET (self), DIGIT_WIDTH)
                   + FIGURE_PADDING
                   + (failure != NULL ? WARNING_WIDTH : 0);

      *given = MAX (*given, wanted);
    }
}

void
ys_official_table_show (YsOfficialTable *self, const YsAnnualFigures *figures,
                        const GArray *failing, gboolean compares_published)
{
  g_return_if_fail (YS_IS_OFFICIAL_TABLE (self) && figures != NULL && failing != NULL);

  if (self->layout == NULL || self->layout->form != figures->form)
    draw (self, figures->form);

  memcpy (self->given, self->widths, sizeof self->given);
  for (guint i = 0; i < self->figures->len; i++)
    show_figure (self, &g_array_index (self->figures, Figure, i), &figures->figures, failing);
  for (int column = 0; column < self->layout->columns; column++)
    set_width (self, column, self->given[column]);
  if (self->comparison != NULL)
    ys_table_comparison_show (self->comparison, figures, compares_published);
  ys_official_table_select (self, &self->selected);
}

void
ys_official_table_select (YsOfficialTable *self, const YsFigureKey *key)
{
  g_return_if_fail (YS_IS_OFFICIAL_TABLE (self));

  self->selected = key != NULL ? *key : (YsFigureKey) { YS_FIGURE_NONE, 0, 0 };
  for (guint i = 0; i < self->figures->len; i++)
    {
      Figure *figure = &g_array_index (self->figures, Figure, i);
      gboolean is_it = ys_figure_key_equal (&figure->cell.figure, &self->selected);

      set_class (figure->button, "selc", is_it);
      gtk_accessible_update_state (GTK_ACCESSIBLE (figure->button), GTK_ACCESSIBLE_STATE_PRESSED,
                                   is_it ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                         : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
}

char *
ys_official_table_dup_row_label (YsOfficialTable *self, const YsFigureKey *key)
{
  const Figure *figure = find_figure (self, key);

  return figure != NULL ? ys_form_cell_dup_row_label (self->layout, &figure->cell) : NULL;
}

char *
ys_official_table_dup_column_label (YsOfficialTable *self, const YsFigureKey *key)
{
  const Figure *figure = find_figure (self, key);

  return figure != NULL ? ys_form_cell_dup_column_label (self->layout, &figure->cell) : NULL;
}

/* --- class ---------------------------------------------------------------------------------- */

static gboolean
ys_official_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  YsOfficialTable *self = YS_OFFICIAL_TABLE (widget);
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!is_tab || self->figures->len == 0)
    return GTK_WIDGET_CLASS (ys_official_table_parent_class)->focus (widget, direction);
  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    {
      self->last_focus = focus;
      return FALSE;
    }
  return gtk_widget_grab_focus (self->last_focus != NULL
                                  ? self->last_focus
                                  : g_array_index (self->figures, Figure, 0).button);
}

static void
ys_official_table_finalize (GObject *object)
{
  YsOfficialTable *self = YS_OFFICIAL_TABLE (object);

  g_clear_pointer (&self->comparison, ys_table_comparison_free);
  g_clear_pointer (&self->layout, ys_form_table_free);
  g_array_unref (self->figures);
  G_OBJECT_CLASS (ys_official_table_parent_class)->finalize (object);
}

static void
ys_official_table_class_init (YsOfficialTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_official_table_finalize;
  GTK_WIDGET_CLASS (klass)->focus = ys_official_table_focus;

  signals[FIGURE_ACTIVATED]
    = g_signal_new ("figure-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ys_official_table_init (YsOfficialTable *self)
{
  GtkScrolledWindow *head = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  GtkScrolledWindow *body = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->figures = g_array_new (FALSE, FALSE, sizeof (Figure));
  self->head_scroller = GTK_WIDGET (head);
  self->body_scroller = GTK_WIDGET (body);
  /* The head goes where the body goes. */
  gtk_scrolled_window_set_policy (head, GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_hadjustment (head, gtk_scrolled_window_get_hadjustment (body));
  gtk_scrolled_window_set_propagate_natural_width (head, TRUE);
  gtk_scrolled_window_set_propagate_natural_width (body, TRUE);
  gtk_scrolled_window_set_min_content_width (body, 320);
  gtk_widget_set_vexpand (self->body_scroller, TRUE);
  gtk_box_append (GTK_BOX (self), self->head_scroller);
  gtk_box_append (GTK_BOX (self), self->body_scroller);
}

GtkWidget *
ys_official_table_new (YsTable table)
{
  YsOfficialTable *self = g_object_new (YS_TYPE_OFFICIAL_TABLE, NULL);

  self->table = table;
  return GTK_WIDGET (self);
}
