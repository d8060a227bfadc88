/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cells of the list of cases: made once, bound to one item after another, filled when its row
 * comes. Every text comes from case-columns.c. */
#include "desk/cases/case-columns.h"

#include "desk/cases/case-item.h"
#include "desk/widgets/due-label.h"
#include "wording/i18n.h"

/* Those of the mock, and room for a whole date. Title takes what is left. */
static const int widths[YS_N_CASE_COLUMNS] = {
  [YS_CASE_COLUMN_NUMBER] = 104, [YS_CASE_COLUMN_APPLICANT] = 104, [YS_CASE_COLUMN_TITLE] = -1,
  [YS_CASE_COLUMN_CLASS] = 90,   [YS_CASE_COLUMN_RECEIVED] = 96,   [YS_CASE_COLUMN_CHANNEL] = 66,
  [YS_CASE_COLUMN_STAGE] = 108,  [YS_CASE_COLUMN_HANDLER] = 72,    [YS_CASE_COLUMN_DUE] = 108,
  [YS_CASE_COLUMN_LEFT] = 126,
};
#define CHECK_WIDTH 34

/* What a factory knows. */
typedef struct
{
  YsContext *context;
  YsCaseColumn column;
} Cells;

static void
cells_free (gpointer data, GClosure *closure)
{
  Cells *cells = data;

  g_object_unref (cells->context);
  g_free (cells);
}

/* --- texts ------------------------------------------------------------------------------------ */

static gboolean
query_tooltip_cb (GtkWidget *cell, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (cell));

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL && *text != '\0';
}

static void
setup_text_cb (GtkListItemFactory *factory, GtkListItem *list_item, Cells *cells)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 0);
  /* One line high: with more room it would wrap. */
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (cell, TRUE);
  switch (cells->column)
    {
    case YS_CASE_COLUMN_NUMBER:
      gtk_widget_add_css_class (cell, "docno");
      break;
    case YS_CASE_COLUMN_CLASS:
    case YS_CASE_COLUMN_CHANNEL:
      gtk_widget_add_css_class (cell, "s");
      gtk_widget_add_css_class (cell, "sub");
      break;
    case YS_CASE_COLUMN_TITLE:
    case YS_CASE_COLUMN_STAGE:
      gtk_widget_set_has_tooltip (cell, TRUE);
      g_signal_connect (cell, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
      break;
    default:
      break;
    }
  gtk_list_item_set_child (list_item, cell);
}

/* The row is told as one sentence, on the widget that the view itself makes for it. */
static void
describe_row (GtkWidget *cell, const YsIndexRow *row, Cells *cells)
{
  GtkWidget *parent = gtk_widget_get_parent (cell);
  GtkWidget *whole = parent != NULL ? gtk_widget_get_parent (parent) : NULL;
  g_autofree char *sentence = NULL;

  if (whole == NULL)
    return;
  sentence = row != NULL
               ? ys_case_row_describe (row, ys_context_get_calendar (cells->context),
                                       ys_context_get_today (cells->context))
               : g_strdup (_("being read"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (whole), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
}

static void
show_text (GtkListItem *list_item, Cells *cells)
{
  GtkWidget *cell = gtk_list_item_get_child (list_item);
  YsCaseItem *item = gtk_list_item_get_item (list_item);
  const YsIndexRow *row = ys_case_item_get_row (item);
  g_autofree char *text = NULL;

  if (row != NULL)
    text = ys_case_column_get_text (cells->column, row, ys_context_get_calendar (cells->context),
                                    ys_context_get_today (cells->context));
  else if (cells->column == YS_CASE_COLUMN_NUMBER)
    text = g_strdup ("…");
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", -1);
  if (cells->column == YS_CASE_COLUMN_NUMBER)
    describe_row (cell, row, cells);
}

/* --- days left -------------------------------------------------------------------------------- */

static void
setup_left_cb (GtkListItemFactory *factory, GtkListItem *list_item, Cells *cells)
{
  gtk_list_item_set_child (list_item, ys_due_label_new ());
}

static void
show_left (GtkListItem *list_item, Cells *cells)
{
  YsDueLabel *label = YS_DUE_LABEL (gtk_list_item_get_child (list_item));
  const YsIndexRow *row = ys_case_item_get_row (gtk_list_item_get_item (list_item));
  YsDue due = { YS_DUE_NONE, 0 };

  if (row != NULL)
    due = ys_due_of_row (row, ys_context_get_calendar (cells->context),
                         ys_context_get_today (cells->context));
  ys_due_label_set_due (label, due);
}

/* --- binding ---------------------------------------------------------------------------------- */

static void
show (GtkListItem *list_item, Cells *cells)
{
  if (cells->column == YS_CASE_COLUMN_LEFT)
    show_left (list_item, cells);
  else
    show_text (list_item, cells);
}

/* The factory's data, reached from an item's signal. */
static GQuark
get_cells_quark (void)
{
  return g_quark_from_static_string ("ys-case-cells");
}

static void
filled_cb (YsCaseItem *item, GtkListItem *list_item)
{
  show (list_item, g_object_get_qdata (G_OBJECT (list_item), get_cells_quark ()));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, Cells *cells)
{
  g_object_set_qdata (G_OBJECT (list_item), get_cells_quark (), cells);
  g_signal_connect (gtk_list_item_get_item (list_item), "filled", G_CALLBACK (filled_cb),
                    list_item);
  show (list_item, cells);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, Cells *cells)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), filled_cb, list_item);
}

/* --- the box to check ------------------------------------------------------------------------- */

static void
check_toggled_cb (GtkCheckButton *check, GtkListItem *list_item)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_COLUMN_VIEW);
  guint position = gtk_list_item_get_position (list_item);
  GtkSelectionModel *model;

  if (view == NULL || position == GTK_INVALID_LIST_POSITION)
    return;
  model = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
  if (gtk_check_button_get_active (check) == gtk_selection_model_is_selected (model, position))
    return;
  if (gtk_check_button_get_active (check))
    gtk_selection_model_select_item (model, position, FALSE);
  else
    gtk_selection_model_unselect_item (model, position);
}

static void
setup_check_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *check = gtk_check_button_new ();

  /* The row has the keyboard: Space and Ctrl+Space select it. */
  gtk_widget_set_focusable (check, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Select this case"), -1);
  g_object_bind_property (list_item, "selected", check, "active", G_BINDING_SYNC_CREATE);
  g_signal_connect (check, "toggled", G_CALLBACK (check_toggled_cb), list_item);
  gtk_list_item_set_child (list_item, check);
}

/* --- columns ---------------------------------------------------------------------------------- */

static GtkListItemFactory *
make_factory (YsContext *context, YsCaseColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Cells *cells = g_new0 (Cells, 1);

  cells->context = g_object_ref (context);
  cells->column = column;
  /* The closure of "bind" owns what all three use. */
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), cells, cells_free, 0);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), cells);
  g_signal_connect (factory, "setup",
                    column == YS_CASE_COLUMN_LEFT ? G_CALLBACK (setup_left_cb)
                                                  : G_CALLBACK (setup_text_cb), cells);
  return factory;
}

void
ys_case_columns_add (GtkColumnView *view, YsContext *context, GtkColumnViewColumn **columns)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view) && YS_IS_CONTEXT (context) && columns != NULL);

  GtkListItemFactory *checks = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) check = gtk_column_view_column_new (NULL, checks);

  g_signal_connect (checks, "setup", G_CALLBACK (setup_check_cb), NULL);
  gtk_column_view_column_set_fixed_width (check, CHECK_WIDTH);
  gtk_column_view_append_column (view, check);

  for (int i = 0; i < YS_N_CASE_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column
        = gtk_column_view_column_new (ys_case_column_get_title ((YsCaseColumn) i),
                                      make_factory (context, (YsCaseColumn) i));

      gtk_column_view_column_set_resizable (column, TRUE);
      if (widths[i] > 0)
        gtk_column_view_column_set_fixed_width (column, widths[i]);
      else
        gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_append_column (view, column);
      columns[i] = column;
    }
}
