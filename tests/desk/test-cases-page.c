/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of cases on a small docket: rows with masked names, filters, columns, views, empty
 * states, and nothing left behind. Needs a display. */
#include <adwaita.h>

#include "desk-docket.h"
#include "desk/cases/case-line.h"
#include "desk/cases/case-list.h"
#include "desk/cases/cases-page.h"
#include "desk/widgets/row-words.h"
#include "office/lists.h"

#define TODAY ys_day_from_ymd (2026, 11, 24)
#define CASES 150

typedef struct
{
  DeskDocket *docket;
  YsSession *session;
  GtkWidget *window;
  GtkWidget *page;
  GSettings *settings;
} Fixture;

static gpointer
get_part (Fixture *self, const char *name)
{
  return gtk_widget_get_template_child (self->page, YS_TYPE_CASES_PAGE, name);
}

static void
show (Fixture *self, int cases)
{
  self->docket = desk_docket_new (cases, TODAY);
  self->session = desk_docket_open_session (self->docket);
  self->settings = g_settings_new ("cn.yishen.Yishen");
  g_settings_reset (self->settings, "hidden-columns");
  g_settings_reset (self->settings, "column-widths");
  g_settings_reset (self->settings, "saved-views");
  g_settings_reset (self->settings, "order");
  self->window = gtk_window_new ();
  self->page = ys_cases_page_new (self->docket->context);
  gtk_window_set_child (GTK_WINDOW (self->window), self->page);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1178, 700);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  show (self, GPOINTER_TO_INT (data));
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer page = self->page;
  gpointer model = ys_case_list_get_model (get_part (self, "view"));

  g_object_add_weak_pointer (page, &page);
  g_object_add_weak_pointer (model, &model);
  gtk_window_destroy (GTK_WINDOW (self->window));
  /* Counts that are on their way hold the page until they are here. */
  desk_turn_until (is_gone, &page);
  desk_turn_until (is_gone, &model);
  g_object_unref (self->settings);
  g_object_unref (self->session);
  desk_docket_free (self->docket);
}

/* --- waiting ---------------------------------------------------------------------------------- */

typedef struct
{
  Fixture *fixture;
  const char *text;
} Wanted;

static gboolean
shows_text (gpointer data)
{
  Wanted *wanted = data;

  return desk_find_text (wanted->fixture->page, GTK_TYPE_WIDGET, wanted->text) != NULL;
}

static void
wait_for (Fixture *self, const char *text)
{
  Wanted wanted = { self, text };

  desk_turn_until (shows_text, &wanted);
}

static gboolean
shows_child (gpointer data)
{
  Wanted *wanted = data;
  GtkStack *stack = get_part (wanted->fixture, "stack");

  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), wanted->text) == 0;
}

static void
wait_for_child (Fixture *self, const char *name)
{
  Wanted wanted = { self, name };

  desk_turn_until (shows_child, &wanted);
}

static void
wait_for_count (Fixture *self, gint64 count)
{
  g_autofree char *text = g_strdup_printf (
    count == 1 ? "%" G_GINT64_FORMAT " case" : "%" G_GINT64_FORMAT " cases", count);

  wait_for (self, text);
}

static gint64
count (Fixture *self, const YsFilter *filter)
{
  g_autoptr (GError) error = NULL;
  gint64 n = ys_office_count (self->session, filter, &error);

  g_assert_no_error (error);
  return n;
}

static void
act (Fixture *self, const char *action, const char *target)
{
  g_assert_true (gtk_widget_activate_action (self->page, action, target != NULL ? "s" : NULL,
                                             target));
}

/* --- the list --------------------------------------------------------------------------------- */

static void
test_rows (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  const YsIndexRow *first;
  g_autofree char *number = NULL;
  g_autofree char *masked = NULL;
  YsFilter open;

  ys_filter_init (&open);
  open.open_only = TRUE;
  rows = ys_office_page (self->session, &open, YS_ORDER_DUE, FALSE, NULL, 500, NULL);
  wait_for_count (self, rows->len);

  first = g_ptr_array_index (rows, 0);
  number = ys_words_number (first->id);
  masked = ys_words_applicant (first, TRUE);
  wait_for (self, number);
  g_assert_nonnull (desk_find_text (self->page, YS_TYPE_CASE_LINE, masked));
  g_assert_nonnull (desk_find_text (self->page, YS_TYPE_CASE_LINE, first->title));

  /* No applicant's name stands anywhere in full. */
  texts = desk_list_texts (self->page);
  for (guint i = 0; i < rows->len; i++)
    {
      const YsIndexRow *row = g_ptr_array_index (rows, i);

      if (row->applicant != NULL && g_utf8_strlen (row->applicant, -1) > 1)
        for (guint j = 0; j < texts->len; j++)
          g_assert_cmpstr (g_ptr_array_index (texts, j), !=, row->applicant);
    }
}

static void
test_filters (Fixture *self, gconstpointer data)
{
  GtkWidget *clear = get_part (self, "clear_button");
  YsFilter filter;

  g_assert_true (gtk_widget_get_visible (clear));
  act (self, "cases.clear-filters", NULL);
  wait_for_count (self, CASES);
  g_assert_false (gtk_widget_get_visible (clear));

  ys_filter_init (&filter);
  filter.klass = YS_CLASS_ENTERPRISE;
  act (self, "cases.class", "enterprise");
  wait_for_count (self, count (self, &filter));
  g_assert_nonnull (desk_find_text (self->page, GTK_TYPE_LABEL, "商业企业"));
  filter.handler = "";
  act (self, "cases.handler", "=");
  wait_for_count (self, count (self, &filter));
  act (self, "cases.class", "");
  act (self, "cases.handler", "");
  act (self, "cases.state", "suspended");
  ys_filter_init (&filter);
  filter.states = 1u << YS_STATE_SUSPENDED;
  wait_for_count (self, count (self, &filter));
}

/* The window's search: its text stands on a chip that takes it off. */
static void
test_search (Fixture *self, gconstpointer data)
{
  YsFilter filter;

  ys_filter_init (&filter);
  filter.text = "土地";
  g_assert_cmpint (count (self, &filter), >, 0);
  ys_cases_page_set_filter (YS_CASES_PAGE (self->page), &filter);
  wait_for_count (self, count (self, &filter));
  g_assert_nonnull (desk_find_text (self->page, GTK_TYPE_LABEL, "土地"));

  filter.text = "zzzz";
  ys_cases_page_set_filter (YS_CASES_PAGE (self->page), &filter);
  wait_for_child (self, "nothing");
  act (self, "cases.text", "");
  wait_for_child (self, "list");
  wait_for_count (self, CASES);
}

static void
text_changed_cb (YsCasesPage *page, GString *told)
{
  const char *text = ys_cases_page_get_text (page);

  g_string_append_printf (told, "[%s]", text != NULL ? text : "");
}

/* The search is one more filter: the others stay, and both ways lead out of it. */
static void
test_search_beside_filters (Fixture *self, gconstpointer data)
{
  YsCasesPage *page = YS_CASES_PAGE (self->page);
  g_autoptr (GString) told = g_string_new (NULL);
  YsFilter filter;
  gint64 n_all;

  g_signal_connect (page, "text-changed", G_CALLBACK (text_changed_cb), told);
  ys_filter_init (&filter);
  filter.open_only = TRUE;
  filter.text = "土地";
  ys_cases_page_set_text (page, "土地");
  wait_for_count (self, count (self, &filter));
  filter.open_only = FALSE;
  n_all = count (self, &filter);
  filter.open_only = TRUE;
  g_assert_cmpint (count (self, &filter), <, n_all);
  ys_cases_page_set_text (page, "土地");
  g_assert_cmpstr (told->str, ==, "[土地]");

  act (self, "cases.search-all", NULL);
  wait_for_count (self, n_all);
  act (self, "cases.text", "");
  g_assert_cmpstr (told->str, ==, "[土地][]");
  wait_for_count (self, CASES);
}

static gboolean
is_seen (gpointer data)
{
  return gtk_widget_get_visible (data);
}

/* What the other filters keep from a search is counted, and a click away. */
static void
test_elsewhere (Fixture *self, gconstpointer data)
{
  YsCasesPage *page = YS_CASES_PAGE (self->page);
  GtkWidget *button = get_part (self, "elsewhere_button");
  g_autofree char *told = NULL;
  gint64 open, all;
  YsFilter filter;

  ys_filter_init (&filter);
  filter.text = "土地";
  all = count (self, &filter);
  filter.open_only = TRUE;
  open = count (self, &filter);
  g_assert_cmpint (open, <, all);
  g_assert_false (gtk_widget_get_visible (button));
  ys_cases_page_set_text (page, "土地");
  desk_turn_until (is_seen, button);
  told = g_strdup_printf ("%" G_GINT64_FORMAT " more in all cases", all - open);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, told);
  g_signal_emit_by_name (button, "clicked");
  /* At once, since it is true of the old question only. */
  g_assert_false (gtk_widget_get_visible (button));
  wait_for_count (self, all);
  g_assert_cmpstr (ys_cases_page_get_text (page), ==, "土地");
}

static void
test_widths (Fixture *self, gconstpointer data)
{
  YsCaseList *view = get_part (self, "view");
  g_autoptr (GVariant) kept = NULL;
  GtkWidget *again;
  int width = 0;

  wait_for_child (self, "list");
  ys_case_list_set_width (view, YS_CASE_COLUMN_STAGE, 211);
  g_signal_emit_by_name (get_part (self, "header"), "resized");
  kept = g_settings_get_value (self->settings, "column-widths");
  g_assert_cmpuint (g_variant_n_children (kept), ==, 1);
  g_assert_true (g_variant_lookup (kept, "stage", "i", &width));
  g_assert_cmpint (width, ==, 211);
  again = g_object_ref_sink (ys_cases_page_new (self->docket->context));
  g_assert_cmpint (ys_case_list_get_width (
                     YS_CASE_LIST (gtk_widget_get_template_child (again, YS_TYPE_CASES_PAGE, "view")),
                     YS_CASE_COLUMN_STAGE),
                   ==, 211);
  g_object_run_dispose (G_OBJECT (again));
  g_object_unref (again);
  act (self, "cases.usual-widths", NULL);
  g_assert_cmpint (ys_case_list_get_width (view, YS_CASE_COLUMN_STAGE), ==, 0);
}

/* A row's menu acts on the selection: that row, unless it is one of those selected. */
static void
test_row_menu (Fixture *self, gconstpointer data)
{
  YsCaseList *view = get_part (self, "view");
  GtkSelectionModel *model = ys_case_list_get_model (view);

  act (self, "cases.clear-filters", NULL);
  wait_for_count (self, CASES);
  gtk_selection_model_select_range (model, 0, 3, TRUE);
  g_signal_emit_by_name (view, "menu", 1, 40, 40);
  g_assert_true (gtk_selection_model_is_selected (model, 0));
  g_signal_emit_by_name (view, "menu", 5, 40, 40);
  g_assert_false (gtk_selection_model_is_selected (model, 0));
  g_assert_true (gtk_selection_model_is_selected (model, 5));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_part (self, "bulk")), ==, "actions");
  g_assert_nonnull (desk_find_text (self->page, GTK_TYPE_LABEL, "Copy the Number"));
}

static void
test_columns (Fixture *self, gconstpointer data)
{
  YsCaseList *view = get_part (self, "view");
  g_auto (GStrv) hidden = NULL;

  g_assert_true (ys_case_list_get_shown (view, YS_CASE_COLUMN_CLASS));
  act (self, "cases.column-class", NULL);
  g_assert_false (ys_case_list_get_shown (view, YS_CASE_COLUMN_CLASS));
  hidden = g_settings_get_strv (self->settings, "hidden-columns");
  g_assert_cmpuint (g_strv_length (hidden), ==, 1);
  g_assert_cmpstr (hidden[0], ==, "class");
  act (self, "cases.column-class", NULL);
  g_assert_true (ys_case_list_get_shown (view, YS_CASE_COLUMN_CLASS));
}

static void
test_order (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *number = NULL;
  g_autofree char *kept = NULL;

  act (self, "cases.clear-filters", NULL);
  g_assert_true (gtk_widget_activate_action (self->page, "cases.sort", "(sb)", "number", TRUE));
  rows = ys_office_page (self->session, NULL, YS_ORDER_NUMBER, TRUE, NULL, 1, NULL);
  number = ys_words_number (((YsIndexRow *) g_ptr_array_index (rows, 0))->id);
  wait_for (self, number);
  kept = g_settings_get_string (self->settings, "order");
  g_assert_cmpstr (kept, ==, "-number");
}

static void
test_views (Fixture *self, gconstpointer data)
{
  g_autoptr (GVariant) views = NULL;
  YsFilter filter;

  ys_filter_init (&filter);
  filter.channel = "post";
  act (self, "cases.clear-filters", NULL);
  act (self, "cases.channel", "post");
  gtk_editable_set_text (GTK_EDITABLE (get_part (self, "save_name")), " 邮寄 ");
  g_assert_true (gtk_widget_get_sensitive (get_part (self, "save_confirm")));
  g_signal_emit_by_name (get_part (self, "save_confirm"), "clicked");
  act (self, "cases.view", "");
  wait_for_count (self, CASES);
  act (self, "cases.view", "邮寄");
  wait_for_count (self, count (self, &filter));
  act (self, "cases.delete-view", NULL);
  views = g_settings_get_value (self->settings, "saved-views");
  g_assert_cmpuint (g_variant_n_children (views), ==, 0);
}

static void
test_selection (Fixture *self, gconstpointer data)
{
  GtkStack *bulk = get_part (self, "bulk");
  GtkSelectionModel *model = ys_case_list_get_model (get_part (self, "view"));

  act (self, "cases.clear-filters", NULL);
  wait_for_count (self, CASES);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (bulk), ==, "none");
  gtk_selection_model_select_all (model);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (bulk), ==, "actions");
  g_assert_cmpstr (gtk_label_get_text (get_part (self, "selected_count")), ==,
                   "150 cases selected");
  gtk_selection_model_unselect_all (model);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (bulk), ==, "none");
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  wait_for_child (self, "empty");
  g_assert_true (gtk_widget_get_visible (get_part (self, "register_button")));
}

/* A window that is closed while everything is on its way. */
static void
test_close_early (Fixture *self, gconstpointer data)
{
  act (self, "cases.clear-filters", NULL);
}

/* The smallest window, without the sidebar and the header. */
static void
test_size (Fixture *self, gconstpointer data)
{
  GtkRequisition minimum;

  wait_for_child (self, "list");
  gtk_widget_get_preferred_size (self->page, &minimum, NULL);
  g_assert_cmpint (minimum.width, <=, 1024 - 212);
  g_assert_cmpint (minimum.height, <=, 768 - 46);
}

int
main (int argc, char **argv)
{
  gpointer some = GINT_TO_POINTER (CASES);

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  desk_load_style ();
#define ADD(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)
  ADD ("/cases-page/rows", some, test_rows);
  ADD ("/cases-page/filters", some, test_filters);
  ADD ("/cases-page/search", some, test_search);
  ADD ("/cases-page/search-beside-filters", some, test_search_beside_filters);
  ADD ("/cases-page/elsewhere", some, test_elsewhere);
  ADD ("/cases-page/columns", some, test_columns);
  ADD ("/cases-page/widths", some, test_widths);
  ADD ("/cases-page/row-menu", some, test_row_menu);
  ADD ("/cases-page/order", some, test_order);
  ADD ("/cases-page/views", some, test_views);
  ADD ("/cases-page/selection", some, test_selection);
  ADD ("/cases-page/empty", GINT_TO_POINTER (0), test_empty);
  ADD ("/cases-page/close-early", some, test_close_early);
  ADD ("/cases-page/size", some, test_size);
#undef ADD
  return g_test_run ();
}
