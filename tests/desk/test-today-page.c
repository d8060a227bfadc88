/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of today: its figures against the cases folded one by one, the strip with its rests, the
 * sections, the second column, and nothing left behind. Needs a display. */
#include <adwaita.h>

#include "desk-docket.h"
#include "desk/today/day-strip.h"
#include "desk/today/today-figures.h"
#include "desk/today/today-page.h"
#include "desk/widgets/row-words.h"
#include "office/due.h"

#define TODAY ys_day_from_ymd (2026, 11, 24)
/* Before the week of National Day. */
#define SEPTEMBER ys_day_from_ymd (2026, 9, 23)
#define CASES 600

/* --- figures ---------------------------------------------------------------------------------- */

/* How many of each section there must be, by the office's own list of open cases. */
static void
count_expected (YsSession *session, YsDay today, gint64 *counts)
{
  YsCalendar *calendar = ys_session_get_calendar (session);
  g_autoptr (GPtrArray) open = ys_office_list_due (session, today, -1, NULL);

  for (guint i = 0; i < open->len; i++)
    {
      const YsDueRow *row = g_ptr_array_index (open, i);
      int left;

      if (row->state != YS_STATE_RUNNING)
        {
          counts[YS_TODAY_WAITING]++;
          continue;
        }
      if (row->due == YS_DAY_NONE)
        continue;
      left = ys_calendar_count (calendar, today, row->due);
      if (row->due < today)
        counts[YS_TODAY_OVERDUE]++;
      else if (row->due == today)
        counts[YS_TODAY_DUE]++;
      else if (left <= 3)
        counts[YS_TODAY_SOON]++;
      else if (left <= 20)
        counts[YS_TODAY_LATER]++;
    }
}

static void
test_figures (void)
{
  g_autoptr (DeskDocket) docket = desk_docket_new (CASES, TODAY);
  g_autoptr (YsSession) session = desk_docket_open_session (docket);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsTodayFigures) figures = ys_today_figures_read (session, NULL, NULL, &error);
  gint64 expected[YS_N_TODAY_SECTIONS] = { 0 };
  gint64 sum = 0;

  g_assert_no_error (error);
  count_expected (session, TODAY, expected);
  for (int i = 0; i < YS_N_TODAY_SECTIONS; i++)
    {
      GPtrArray *rows = figures->rows[i];

      g_test_message ("section %d", i);
      if (i != YS_TODAY_APPROVAL)
        g_assert_cmpint (figures->counts[i], ==, expected[i]);
      g_assert_cmpint (figures->counts[i], >, 0);
      g_assert_cmpint (rows->len, ==, MIN (figures->counts[i], YS_TODAY_SECTION_ROWS));
    }
  for (guint i = 0; i < figures->due->len; i++)
    sum += g_array_index (figures->due, gint64, i);
  g_assert_cmpint (sum, ==, figures->n_due);
  g_assert_cmpint (sum, ==, expected[YS_TODAY_DUE] + expected[YS_TODAY_SOON]
                              + expected[YS_TODAY_LATER]);
  g_assert_cmpint (figures->until, ==, ys_day_from_ymd (2026, 12, 22));

  /* Those who are waited for stand by their own limits, those without one last. */
  for (guint i = 1; i < figures->rows[YS_TODAY_WAITING]->len; i++)
    {
      const YsIndexRow *a = g_ptr_array_index (figures->rows[YS_TODAY_WAITING], i - 1);
      const YsIndexRow *b = g_ptr_array_index (figures->rows[YS_TODAY_WAITING], i);

      g_assert_true (b->waiting_until == YS_DAY_NONE
                     || (a->waiting_until != YS_DAY_NONE && a->waiting_until <= b->waiting_until));
    }
  for (guint i = 0; i < figures->rows[YS_TODAY_APPROVAL]->len; i++)
    g_assert_nonnull (
      ((YsIndexRow *) g_ptr_array_index (figures->rows[YS_TODAY_APPROVAL], i))->asks_approval);
}

/* --- the page --------------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget *window;
  GtkWidget *page;
  const char *child;
} Shown;

static gpointer
get_part (Shown *self, const char *name)
{
  return gtk_widget_get_template_child (self->page, YS_TYPE_TODAY_PAGE, name);
}

static gboolean
shows_child (gpointer data)
{
  Shown *self = data;

  return g_strcmp0 (gtk_stack_get_visible_child_name (get_part (self, "stack")), self->child) == 0;
}

static void
show (Shown *self, DeskDocket *docket, int width, const char *child)
{
  self->window = gtk_window_new ();
  self->page = ys_today_page_new (docket->context);
  self->child = child;
  gtk_window_set_child (GTK_WINDOW (self->window), self->page);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, 700);
  gtk_window_present (GTK_WINDOW (self->window));
  desk_turn_until (shows_child, self);
}

static void
close_page (Shown *self)
{
  gpointer page = self->page;

  g_object_add_weak_pointer (page, &page);
  gtk_window_destroy (GTK_WINDOW (self->window));
  desk_turn ();
  g_assert_null (page);
}

static gboolean
shows_side (gpointer data)
{
  return gtk_widget_get_visible (get_part (data, "side_place"));
}

static void
test_page (void)
{
  g_autoptr (DeskDocket) docket = desk_docket_new (CASES, TODAY);
  g_autoptr (YsSession) session = desk_docket_open_session (docket);
  g_autoptr (YsTodayFigures) figures = ys_today_figures_read (session, NULL, NULL, NULL);
  const YsIndexRow *first = g_ptr_array_index (figures->rows[YS_TODAY_OVERDUE], 0);
  g_autofree char *number = ys_words_number (first->id);
  g_autofree char *masked = ys_words_applicant (first, TRUE);
  GtkRequisition minimum;
  GtkWidget *row;
  Shown shown;

  show (&shown, docket, 1100, "cases");
  row = desk_find_text (get_part (&shown, "main_place"), GTK_TYPE_LABEL, number);
  g_assert_nonnull (row);
  g_assert_nonnull (desk_find_text (gtk_widget_get_parent (row), GTK_TYPE_LABEL, masked));
  g_assert_nonnull (desk_find_text (gtk_widget_get_parent (row), GTK_TYPE_LABEL, first->title));
  g_assert_null (desk_find_text (shown.page, GTK_TYPE_LABEL, first->applicant));
  g_assert_nonnull (desk_find_text (shown.page, GTK_TYPE_LABEL, "Waiting for others"));
  g_assert_null (desk_find_text (shown.page, GTK_TYPE_LABEL, "Due later"));
  g_assert_false (shows_side (&shown));

  gtk_widget_get_preferred_size (shown.page, &minimum, NULL);
  g_assert_cmpint (minimum.width, <=, 1024 - 212);
  g_assert_cmpint (minimum.height, <=, 768 - 46);
  close_page (&shown);
}

/* From a day down to the first case, whatever stands nearest; and what the page gives the keyboard. */
static void
test_keyboard (void)
{
  g_autoptr (DeskDocket) docket = desk_docket_new (CASES, TODAY);
  GtkWidget *focus, *last;
  Shown shown;

  show (&shown, docket, 1100, "cases");
  g_assert_true (gtk_widget_grab_focus (shown.page));
  focus = gtk_window_get_focus (GTK_WINDOW (shown.window));
  g_assert_true (GTK_IS_LIST_BOX_ROW (focus));
  /* Below its band. */
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)), ==, 1);

  last = gtk_widget_get_last_child (gtk_widget_get_first_child (
    gtk_widget_get_first_child (get_part (&shown, "strip_place"))));
  while (last != NULL && !GTK_IS_BUTTON (last))
    last = gtk_widget_get_prev_sibling (last);
  g_assert_nonnull (last);
  g_assert_true (gtk_widget_grab_focus (last));
  g_assert_true (gtk_widget_child_focus (shown.page, GTK_DIR_DOWN));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (shown.window)) == focus);

  /* Whoever comes back is where they were. */
  g_signal_emit_by_name (gtk_widget_get_parent (focus), "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1,
                         FALSE, FALSE);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (shown.window)) != focus);
  focus = gtk_window_get_focus (GTK_WINDOW (shown.window));
  g_assert_true (gtk_widget_grab_focus (shown.page));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (shown.window)) == focus);
  close_page (&shown);
}

static void
test_wide (void)
{
  g_autoptr (DeskDocket) docket = desk_docket_new (CASES, TODAY);
  Shown shown;

  show (&shown, docket, 1700, "cases");
  desk_turn_until (shows_side, &shown);
  g_assert_nonnull (desk_find_text (get_part (&shown, "side_place"), GTK_TYPE_LABEL,
                                    "Waiting for others"));
  g_assert_nonnull (desk_find_text (get_part (&shown, "main_place"), GTK_TYPE_LABEL, "Due later"));
  g_assert_null (desk_find_text (get_part (&shown, "main_place"), GTK_TYPE_LABEL,
                                 "Waiting for others"));
  close_page (&shown);
}

static void
test_empty (void)
{
  g_autoptr (DeskDocket) docket = desk_docket_new (0, TODAY);
  Shown shown;

  show (&shown, docket, 1100, "empty");
  g_assert_true (gtk_widget_get_visible (get_part (&shown, "register_button")));
  close_page (&shown);
}

/* --- the strip -------------------------------------------------------------------------------- */

static guint
count_class (GtkWidget *widget, const char *css_class)
{
  guint n = gtk_widget_has_css_class (widget, css_class);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_class (child, css_class);
  return n;
}

static void
test_strip (void)
{
  g_autoptr (DeskDocket) docket = desk_docket_new (0, SEPTEMBER);
  g_autoptr (YsSession) session = desk_docket_open_session (docket);
  g_autoptr (YsTodayFigures) figures = ys_today_figures_read (session, NULL, NULL, NULL);
  YsCalendar *calendar = ys_session_get_calendar (session);
  const char *holiday = ys_calendar_get_name (calendar, ys_day_from_ymd (2026, 10, 1));
  g_autoptr (GtkWidget) strip = g_object_ref_sink (ys_day_strip_new ());
  GtkWidget *label;

  g_array_index (figures->due, gint64, 1) = 7;
  figures->counts[YS_TODAY_OVERDUE] = 3;
  ys_day_strip_show (YS_DAY_STRIP (strip), figures, calendar);
  /* Today and twenty working days more, and those overdue. */
  g_assert_cmpuint (count_class (strip, "day"), ==, 1 + 1 + 20);
  g_assert_cmpuint (count_class (strip, "today"), ==, 1);
  g_assert_nonnull (desk_find_text (strip, GTK_TYPE_LABEL, "7"));
  g_assert_nonnull (desk_find_text (strip, GTK_TYPE_LABEL, "3"));
  /* A long rest bears its name across. */
  g_assert_nonnull (holiday);
  label = desk_find_text (strip, GTK_TYPE_LABEL, holiday);
  g_assert_nonnull (label);
  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_parent (label), "rest"));
  g_assert_nonnull (desk_find_text (strip, GTK_TYPE_LABEL, "1–7"));

  /* Shown again, it holds the same and no more. */
  ys_day_strip_show (YS_DAY_STRIP (strip), figures, calendar);
  g_assert_cmpuint (count_class (strip, "day"), ==, 22);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  desk_load_style ();
  g_test_add_func ("/today/figures", test_figures);
  g_test_add_func ("/today/page", test_page);
  g_test_add_func ("/today/keyboard", test_keyboard);
  g_test_add_func ("/today/wide", test_wide);
  g_test_add_func ("/today/empty", test_empty);
  g_test_add_func ("/today/strip", test_strip);
  return g_test_run ();
}
