/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The annual page on a small docket: every figure stands in its cell, a click lists its cases, the
 * registers are recorded, the file is written, and the page goes away whole. Needs a display. */
#include "desk/annual/annual-page.h"

#include "desk/annual/annual-export.h"
#include "desk/annual/failing-cells.h"
#include "desk/annual/figure-panel.h"
#include "desk/annual/official-table.h"
#include "office/figures.h"
#include "office/found-sample.h"
#include "office/publish.h"

#define TODAY ys_day_from_ymd (2026, 11, 24)
#define PATIENCE_SECONDS 60

typedef struct
{
  char *folder;
  char *address;
  YsContext *context;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
remove_tree (GFile *file)
{
  g_autoptr (GFileEnumerator) children
    = g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                 G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL)
         && child != NULL)
    remove_tree (child);
  g_file_delete (file, NULL, NULL);
}

typedef gboolean (*Until) (gpointer data);

static void
wait_until (Until until, gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  while (!until (data))
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  ((Fixture *) data)->context = ys_context_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
has_context (gpointer data)
{
  return ((Fixture *) data)->context != NULL;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *state = NULL;
  g_autoptr (YsSession) session = NULL;

  self->folder = g_dir_make_tmp ("yishen-annual-XXXXXX", &error);
  g_assert_no_error (error);
  state = g_build_filename (self->folder, "state", NULL);
  g_assert_true (g_setenv ("XDG_STATE_HOME", state, TRUE));
  self->address = g_build_filename (self->folder, "sample.docket", NULL);
  session = ys_office_found_sample (self->address, 120, 3, TODAY, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&session);

  ys_context_open_async (self->address, TODAY, NULL, NULL, NULL, opened_cb, self);
  wait_until (has_context, self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);

  g_clear_object (&self->context);
  remove_tree (folder);
  g_assert_false (g_file_query_exists (folder, NULL));
  g_free (self->address);
  g_free (self->folder);
}

/* --- looking at the page -------------------------------------------------------------------- */

/* The widgets below @widget that have the CSS class, in order. */
static void
collect (GtkWidget *widget, const char *css_class, GPtrArray *found)
{
  if (gtk_widget_has_css_class (widget, css_class))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, css_class, found);
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static const char *
get_text (GtkWidget *button)
{
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (button));

  return gtk_label_get_text (GTK_LABEL (GTK_IS_LABEL (child) ? child
                                                             : gtk_widget_get_last_child (child)));
}

static GPtrArray *
list_figures (GtkWidget *page, const char *table)
{
  GPtrArray *figures = g_ptr_array_new ();
  GtkStack *tables = GTK_STACK (gtk_widget_get_template_child (page, YS_TYPE_ANNUAL_PAGE,
                                                               "tables"));
  GtkWidget *drawn = gtk_stack_get_child_by_name (tables, table);

  collect (drawn, "fig", figures);
  return figures;
}

static gboolean
is_filled (gpointer data)
{
  g_autoptr (GPtrArray) figures = list_figures (((Fixture *) data)->page, "4");

  return figures->len > 0;
}

static void
show_page (Fixture *self)
{
  self->page = ys_annual_page_new (self->context);
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_until (is_filled, self);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
close_page (Fixture *self)
{
  gpointer page = self->page;

  g_object_add_weak_pointer (G_OBJECT (self->page), &page);
  gtk_window_destroy (GTK_WINDOW (self->window));
  wait_until (is_gone, &page);
}

static void
count_figures (Fixture *self, int year, YsFigures *figures)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSession) session = ys_session_open (self->address, FALSE, TODAY, &error);

  g_assert_no_error (error);
  g_assert_true (ys_office_count_year (session, year, YS_FORM_2021, TODAY, figures, &error));
  g_assert_no_error (error);
}

/* --- tests ---------------------------------------------------------------------------------- */

static void
test_figures (Fixture *self, gconstpointer data)
{
  YsFigures figures;
  guint i = 0;

  show_page (self);
  count_figures (self, 2026, &figures);
  g_assert_cmpint (figures.table3[YS_ROW_NEW][YS_COLUMN_TOTAL], >, 0);

  g_autoptr (GPtrArray) table3 = list_figures (self->page, "3");
  g_assert_cmpuint (table3->len, ==, YS_N_ROWS * YS_N_COLUMNS);
  for (int row = 0; row < YS_N_ROWS; row++)
    for (int column = 0; column < YS_N_COLUMNS; column++)
      {
        g_autofree char *text
          = g_strdup_printf ("%" G_GINT64_FORMAT, figures.table3[row][column]);
        GtkWidget *button = g_ptr_array_index (table3, i++);

        g_assert_cmpstr (get_text (button), ==, text);
        g_assert_cmpint (gtk_widget_has_css_class (button, "z"), ==,
                         figures.table3[row][column] == 0);
        g_assert_false (gtk_widget_has_css_class (button, "badc"));
      }
  g_autoptr (GPtrArray) table4 = list_figures (self->page, "4");
  g_assert_cmpuint (table4->len, ==, YS_N_ROUTES * YS_N_RESULTS);
  g_autoptr (GPtrArray) table2 = list_figures (self->page, "2");
  g_assert_cmpuint (table2->len, ==, 10);
  close_page (self);
}

static gboolean
has_cases (gpointer data)
{
  return ys_figure_panel_get_cases (data) != NULL;
}

static void
test_cases_of_figure (Fixture *self, gconstpointer data)
{
  g_autofree char *count = NULL;

  show_page (self);
  g_autoptr (GPtrArray) table3 = list_figures (self->page, "3");
  /* The total of what was granted: its first row under the two inflows. */
  GtkWidget *button = g_ptr_array_index (table3, YS_ROW_OUTCOMES * YS_N_COLUMNS + YS_COLUMN_TOTAL);
  GtkWidget *panel = find_type (self->page, YS_TYPE_FIGURE_PANEL);

  g_assert_cmpstr (get_text (button), !=, "0");
  g_signal_emit_by_name (button, "clicked");
  wait_until (has_cases, panel);
  count = g_strdup_printf (
    "%u", g_list_model_get_n_items (ys_figure_panel_get_cases (YS_FIGURE_PANEL (panel))));
  g_assert_cmpstr (count, ==, get_text (button));
  g_assert_true (gtk_widget_has_css_class (button, "selc"));
  close_page (self);
}

/* The figure of licences, the fifth-item's only one, as the table shows it. */
static gboolean
shows_licences (gpointer data)
{
  g_autoptr (GPtrArray) table2 = list_figures (((Fixture *) data)->page, "2");

  return g_str_equal (get_text (g_ptr_array_index (table2, 6)), "4711");
}

static void
set_entry (GtkWidget *form, const char *name, const char *text)
{
  GObject *entry = gtk_widget_get_template_child (form, G_OBJECT_TYPE (form), name);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static GtkWidget *
find_record_button (GtkWidget *form)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  collect (form, "small", buttons);
  g_assert_cmpuint (buttons->len, ==, 4);
  return g_ptr_array_index (buttons, 0);
}

static void
test_registers (Fixture *self, gconstpointer data)
{
  GtkWidget *form;
  GtkWidget *entry;

  show_page (self);
  form = GTK_WIDGET (gtk_widget_get_template_child (self->page, YS_TYPE_ANNUAL_PAGE, "registers"));
  entry = GTK_WIDGET (gtk_widget_get_template_child (form, G_OBJECT_TYPE (form), "licence"));

  /* What is no number is marked, and nothing is recorded. */
  set_entry (form, "licence", "4711 or so");
  set_entry (form, "penalty", "1");
  set_entry (form, "coercion", "0");
  g_signal_emit_by_name (find_record_button (form), "clicked");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));

  /* The button of a list has the focus, and so it has the name. */
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (gtk_widget_get_first_child (
      GTK_WIDGET (gtk_widget_get_template_child (form, G_OBJECT_TYPE (form), "kind")))),
    GTK_ACCESSIBLE_PROPERTY_LABEL, "Kind of document");
  set_entry (form, "licence", " 4711 ");
  g_signal_emit_by_name (find_record_button (form), "clicked");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  wait_until (shows_licences, self);

  YsFigures figures;
  count_figures (self, 2026, &figures);
  g_assert_cmpint (figures.licence, ==, 4711);
  g_assert_cmpint (figures.penalty, ==, 1);
  close_page (self);
}

static void
test_marks (Fixture *self, gconstpointer data)
{
  g_autoptr (YsAnnualFigures) bent = g_new0 (YsAnnualFigures, 1);
  GtkWidget *table = g_object_ref_sink (ys_official_table_new (YS_TABLE_3));

  bent->year = 2026;
  bent->form = YS_FORM_2021;
  bent->on = TODAY;
  ys_figures_begin (&bent->figures, 2026, YS_FORM_2021);
  bent->figures.table3[YS_ROW_NEW][YS_CLASS_RESEARCH] = 2;
  bent->figures.table3[YS_ROW_NEW][YS_COLUMN_TOTAL] = 2;
  bent->checks = ys_figures_check (&bent->figures, NULL);
  g_autoptr (GArray) failing = ys_failing_cells_find (bent->checks, bent->form);
  ys_official_table_show (YS_OFFICIAL_TABLE (table), bent, failing, FALSE);

  g_autoptr (GPtrArray) bad = g_ptr_array_new ();
  collect (table, "badc", bad);
  /* The balance fails for the class and for the total. */
  g_assert_cmpuint (bad->len, ==, 2);
  for (guint i = 0; i < bad->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (bad, i);
      GtkWidget *icon = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));

      g_assert_true (GTK_IS_IMAGE (icon));
      g_assert_nonnull (gtk_widget_get_tooltip_text (button));
    }

  /* Mended figures lose the mark again. */
  bent->figures.table3[YS_ROW_CARRIED_OUT][YS_CLASS_RESEARCH] = 2;
  bent->figures.table3[YS_ROW_CARRIED_OUT][YS_COLUMN_TOTAL] = 2;
  g_clear_pointer (&bent->checks, g_ptr_array_unref);
  bent->checks = ys_figures_check (&bent->figures, NULL);
  g_autoptr (GArray) none = ys_failing_cells_find (bent->checks, bent->form);
  ys_official_table_show (YS_OFFICIAL_TABLE (table), bent, none, FALSE);
  g_ptr_array_set_size (bad, 0);
  collect (table, "badc", bad);
  g_assert_cmpuint (bad->len, ==, 0);
  g_object_unref (table);
}

/* Whether the other form stands: two rows of table 3 fewer. */
static gboolean
is_form_2019 (gpointer data)
{
  g_autoptr (GPtrArray) figures = list_figures (((Fixture *) data)->page, "3");

  return figures->len == (YS_N_ROWS - 2) * YS_N_COLUMNS;
}

static void
test_other_form (Fixture *self, gconstpointer data)
{
  GObject *button;

  show_page (self);
  button = gtk_widget_get_template_child (self->page, YS_TYPE_ANNUAL_PAGE, "form_2019");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  wait_until (is_form_2019, self);

  /* In force and issued for two kinds, and the decisions of three; the rest is printed empty. */
  g_autoptr (GPtrArray) table2 = list_figures (self->page, "2");
  g_assert_cmpuint (table2->len, ==, 7);
  button = gtk_widget_get_template_child (self->page, YS_TYPE_ANNUAL_PAGE, "form_2021");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_assert_true (is_form_2019 (self));
  close_page (self);
}

static void
test_export (Fixture *self, gconstpointer data)
{
  static const struct
  {
    YsReportFormat format;
    const char *begins;
  } formats[] = { { YS_REPORT_XLSX, "PK" }, { YS_REPORT_HTML, "<!DOCTYPE" },
                  { YS_REPORT_CSV, "\xEF\xBB\xBF" }, { YS_REPORT_JSON, "{" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSession) session = ys_session_open (self->address, FALSE, TODAY, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, "tables", NULL);
      YsAnnualOrder order = { 2026, YS_FORM_2021, TODAY, FALSE, formats[i].format,
                              g_file_new_for_path (path) };
      g_autoptr (GFile) file = ys_annual_export_write (session, &order, NULL, &error);
      g_autofree char *contents = NULL;

      g_assert_no_error (error);
      g_assert_true (g_file_equal (file, order.file));
      g_assert_true (g_file_load_contents (file, NULL, &contents, NULL, NULL, &error));
      g_assert_true (g_str_has_prefix (contents, formats[i].begins));
      g_clear_object (&order.file);
    }

  YsAnnualOrder nowhere = { 2026, YS_FORM_2021, TODAY, FALSE, YS_REPORT_CSV,
                            g_file_new_for_path ("/proc/no/such/folder/tables.csv") };
  g_assert_null (ys_annual_export_write (session, &nowhere, NULL, &error));
  g_assert_nonnull (error);
  g_clear_object (&nowhere.file);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/annual-page/figures", Fixture, NULL, set_up, test_figures, tear_down);
  g_test_add ("/annual-page/cases-of-figure", Fixture, NULL, set_up, test_cases_of_figure,
              tear_down);
  g_test_add ("/annual-page/registers", Fixture, NULL, set_up, test_registers, tear_down);
  g_test_add ("/annual-page/marks", Fixture, NULL, set_up, test_marks, tear_down);
  g_test_add ("/annual-page/other-form", Fixture, NULL, set_up, test_other_form, tear_down);
  g_test_add ("/annual-page/export", Fixture, NULL, set_up, test_export, tear_down);
  return g_test_run ();
}
