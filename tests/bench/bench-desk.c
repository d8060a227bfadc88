/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the window feels on a docket of YISHEN_BENCH_CASES sample cases (100,000 unless told): time
 * from the start of a process to its first frame with cases, beside that of a bare libadwaita window
 * started in the same way in the same run, and how long the main loop is away while one scrolls,
 * types and asks with a real keyboard. YISHEN_BENCH_FOLDER keeps the docket for the next run,
 * YISHEN_BENCH_HANDS leaves the starts out. It
 * prints; it judges nothing. */
#include <adwaita.h>
#include <locale.h>
#include <stdlib.h>

#include "desk/application.h"
#include "desk/cases/case-line.h"
#include "desk/cases/case-list.h"
#include "desk/cases/cases-page.h"
#include "desk/today/today-list.h"
#include "desk/window.h"
#include "office/found-sample.h"
#include "stall-probe.h"

#define KEYS 300
#define KEY_EVERY_MS 15
#define STARTS 7
#define BARE_ROWS 400

/* --- looking ---------------------------------------------------------------------------------- */

/* A list row of today's sections: data is on the screen. */
static gboolean
shows_today (gpointer window)
{
  GtkWidget *list = stall_find (window, YS_TYPE_TODAY_LIST);
  GtkWidget *row = list != NULL ? stall_find (list, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return row != NULL && gtk_widget_get_mapped (row);
}

static gboolean
shows_cases (gpointer window)
{
  GtkWidget *page = stall_find (window, YS_TYPE_CASES_PAGE);
  GtkWidget *line = page != NULL && gtk_widget_get_mapped (page)
                      ? stall_find (page, YS_TYPE_CASE_LINE)
                      : NULL;
  YsCaseItem *item = line != NULL ? ys_case_line_get_item (YS_CASE_LINE (line)) : NULL;

  return item != NULL && ys_case_item_get_row (item) != NULL;
}

/* --- the start of a process ------------------------------------------------------------------- */

static void
activate_bare_cb (GtkApplication *application, GtkWidget **window)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  *window = adw_application_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (*window), 1280, 800);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new ("依申请公开"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (*window), box);
  gtk_window_present (GTK_WINDOW (*window));
}

/* In a process of its own: @begun is when it was asked for. */
static int
start_bare (gint64 begun)
{
  g_autoptr (AdwApplication) application
    = adw_application_new ("cn.yishen.Bare", G_APPLICATION_NON_UNIQUE);
  GtkWidget *window = NULL;
  g_autoptr (GError) error = NULL;

  g_signal_connect (application, "activate", G_CALLBACK (activate_bare_cb), &window);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  g_application_activate (G_APPLICATION (application));
  stall_turn_frame (window);
  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - begun);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}

static GtkWidget *
open_window (YsApplication *application, const char *address)
{
  YsWindow *window = ys_window_new_for (application, address);

  ys_window_present_filled (window);
  stall_turn_until (shows_today, window);
  stall_turn_frame (GTK_WIDGET (window));
  return GTK_WIDGET (window);
}

/* @address: (nullable): what its command line would name. */
static YsApplication *
make_application (const char *address)
{
  YsApplication *application = ys_application_new ();
  g_autoptr (GError) error = NULL;

  if (address != NULL)
    ys_application_read_ahead (application, address);
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  return application;
}

static int
start_ours (gint64 begun, const char *address)
{
  g_autoptr (YsApplication) application = make_application (address);
  GtkWidget *window = open_window (application, address);

  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - begun);
  gtk_window_destroy (GTK_WINDOW (window));
  ys_context_wait_for_all (10);
  return 0;
}

/* Milliseconds from asking for a process to its first frame. */
static double
time_start (const char *self, const char *what, const char *address)
{
  g_autofree char *begun = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  const char *const arguments[] = { self, what, begun, address, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                     &output, NULL, NULL, &error))
    g_error ("%s", error->message);
  return (double) g_ascii_strtoll (output, NULL, 10) / 1000;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* One beside the other, so that both have the same neighbours on the machine. */
static void
measure_starts (const char *self, const char *address)
{
  double bare[STARTS], ours[STARTS];

  for (int i = 0; i < STARTS; i++)
    {
      bare[i] = time_start (self, "--bare", address);
      ours[i] = time_start (self, "--ours", address);
    }
  qsort (bare, STARTS, sizeof *bare, compare_times);
  qsort (ours, STARTS, sizeof *ours, compare_times);
  g_print ("start of a process to its first frame, middle of %d (quickest): bare window %.0f ms "
           "(%.0f), ours with data %.0f ms (%.0f); %.2f times (%.2f)\n",
           STARTS, bare[STARTS / 2], bare[0], ours[STARTS / 2], ours[0],
           ours[STARTS / 2] / bare[STARTS / 2], ours[0] / bare[0]);
}

/* --- hands ------------------------------------------------------------------------------------ */

static void
measure (GtkWidget *window, const char *what, const char *const *arguments)
{
  stall_probe_begin (window);
  stall_run (arguments);
  stall_turn_for (1000);
  stall_probe_end (what);
}

static void
measure_keys (GtkWidget *window, const char *what, const char *key)
{
  g_autofree char *times = g_strdup_printf ("%d", KEYS);
  g_autofree char *pause = g_strdup_printf ("%d", KEY_EVERY_MS);

  measure (window, what, (const char *const[]){ "xdotool", "key", "--repeat", times, "--delay",
                                                pause, key, NULL });
}

static void
measure_action (GtkWidget *window, const char *what, const char *action, GVariant *target)
{
  GtkWidget *page = stall_find (window, YS_TYPE_CASES_PAGE);

  stall_probe_begin (window);
  gtk_widget_activate_action_variant (page, action, target);
  stall_turn_for (1500);
  stall_probe_end (what);
}

/* As if the thumb of the scroll bar were drawn to the middle, a bit every frame. */
static void
measure_thumb (GtkWidget *window, GtkWidget *list)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  double middle = gtk_adjustment_get_upper (adjustment) / 2;

  stall_probe_begin (window);
  for (int i = 1; i <= 100; i++)
    {
      gtk_adjustment_set_value (adjustment, middle * i / 100);
      stall_turn_for (KEY_EVERY_MS);
    }
  stall_turn_for (500);
  stall_probe_end ("thumb to the middle");
}

static void
measure_list (GtkWidget *window)
{
  GtkWidget *page = stall_find (window, YS_TYPE_CASES_PAGE);
  GtkWidget *list = stall_find (page, YS_TYPE_CASE_LIST);
  GtkSelectionModel *model = ys_case_list_get_model (YS_CASE_LIST (list));
  guint n;

  measure_action (window, "all filters off", "cases.clear-filters", NULL);
  stall_turn_for (2000);
  n = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_print ("%u cases in the list\n", n);
  gtk_widget_grab_focus (list);
  stall_turn_for (500);
  measure_keys (window, "Page Down, held", "Page_Down");
  measure_keys (window, "Down, held", "Down");
  measure_keys (window, "Up, held, with Shift", "shift+Up");
  if (ys_case_list_get_cursor (YS_CASE_LIST (list)) == 0)
    g_error ("the keys did not reach the list");
  measure (window, "End and Home",
           (const char *const[]){ "xdotool", "key", "--repeat", "20", "--delay", "100", "End",
                                  "Home", NULL });
  measure_thumb (window, list);
  measure (window, "Ctrl+A", (const char *const[]){ "xdotool", "key", "ctrl+a", NULL });
  measure_action (window, "a filter from a chip", "cases.class",
                  g_variant_new_string ("enterprise"));
  measure_action (window, "the filter off again", "cases.class", g_variant_new_string (""));
  measure_action (window, "another order", "cases.sort", g_variant_new ("(sb)", "title", TRUE));
  measure_action (window, "the order back", "cases.sort", g_variant_new ("(sb)", "due", FALSE));
  gtk_widget_activate_action (window, "win.search", NULL);
  stall_turn_for (300);
  measure (window, "typing in the search",
           (const char *const[]){ "xdotool", "type", "--delay", "120", "土地征收 2026 补偿", NULL });
  measure (window, "the search emptied",
           (const char *const[]){ "xdotool", "key", "--delay", "60", "ctrl+a", "BackSpace", NULL });
}

static gboolean
has_keyboard (gpointer window)
{
  return gtk_window_is_active (window);
}

/* The raw limit: many rows in a plain list of GTK, and the same held keys. */
static void
measure_bare_hands (void)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  for (int i = 0; i < BARE_ROWS; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), gtk_label_new ("2026-0001 · 土地征收补偿标准"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  stall_turn_until (has_keyboard, window);
  stall_turn_for (1000);
  gtk_widget_grab_focus (gtk_widget_get_first_child (list));
  measure_keys (window, "a bare list: Down, held", "Down");
  measure_keys (window, "a bare list: Page Down", "Page_Down");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
measure_hands (YsApplication *application, const char *address)
{
  GtkWidget *window = open_window (application, address);
  gint64 start;

  stall_turn_until (has_keyboard, window);
  stall_turn_for (1000);
  gtk_widget_grab_focus (stall_find (stall_find (window, YS_TYPE_TODAY_LIST), GTK_TYPE_LIST_BOX_ROW));
  measure_keys (window, "Today: Down, held", "Down");
  measure (window, "Today: End and Home",
           (const char *const[]){ "xdotool", "key", "--repeat", "20", "--delay", "100", "End",
                                  "Home", NULL });
  stall_probe_begin (window);
  gtk_widget_activate_action (window, "win.show-page", "s", "cases");
  start = g_get_monotonic_time ();
  stall_turn_until (shows_cases, window);
  stall_turn_frame (window);
  g_print ("list of cases shown        %.0f ms\n",
           (double) (g_get_monotonic_time () - start) / 1000);
  stall_turn_for (500);
  stall_probe_end ("… and the way to it");
  measure_list (window);
  gtk_window_destroy (GTK_WINDOW (window));
  ys_context_wait_for_all (10);
}

/* --- the docket ------------------------------------------------------------------------------- */

/* The window has the clock's day, so the sample year ends on it. */
static YsDay
read_clock (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return ys_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                          g_date_time_get_day_of_month (now));
}

static void
make_docket (const char *address, int cases)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (YsSession) session = NULL;

  if (g_file_test (address, G_FILE_TEST_EXISTS))
    return;
  session = ys_office_found_sample (address, cases, 1, read_clock (), NULL, NULL, NULL, &error);
  if (session == NULL)
    g_error ("%s", error->message);
  g_print ("%d cases imported in %.1f s\n", cases,
           (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
}

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

static void
measure_all (const char *self, const char *address)
{
  g_autoptr (YsApplication) application = NULL;
  GtkWidget *window;

  stall_probe_install ();
  application = make_application (NULL);
  /* The first use makes the index, which no later start does. */
  window = open_window (application, address);
  gtk_window_destroy (GTK_WINDOW (window));
  ys_context_wait_for_all (10);
  if (g_getenv ("YISHEN_BENCH_HANDS") == NULL)
    measure_starts (self, address);
  measure_bare_hands ();
  measure_hands (application, address);
}

int
main (int argc, char **argv)
{
  const char *wanted = g_getenv ("YISHEN_BENCH_CASES");
  const char *kept = g_getenv ("YISHEN_BENCH_FOLDER");
  g_autofree char *folder = NULL;
  g_autofree char *state = NULL;
  g_autofree char *address = NULL;
  g_autoptr (GFile) file = NULL;

  setlocale (LC_ALL, "");
  if (argc == 4 && g_str_equal (argv[1], "--bare"))
    return start_bare (g_ascii_strtoll (argv[2], NULL, 10));
  if (argc == 4 && g_str_equal (argv[1], "--ours"))
    return start_ours (g_ascii_strtoll (argv[2], NULL, 10), argv[3]);
  folder = kept != NULL ? g_strdup (kept) : g_dir_make_tmp ("yishen-bench-XXXXXX", NULL);
  state = g_build_filename (folder, "state", NULL);
  address = g_build_filename (folder, "sample.docket", NULL);
  file = g_file_new_for_path (folder);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  make_docket (address, wanted != NULL ? atoi (wanted) : 100000);
  measure_all (argv[0], address);
  if (kept == NULL)
    remove_tree (file);
  return 0;
}
