/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the window feels on a docket of YISHEN_BENCH_CASES sample cases (100,000 unless told): time
 * to the first frame with cases beside that of a bare window in the same run, and the longest time
 * the main loop is away while one scrolls and types with a real keyboard, in time and in what the
 * processor did for it. It prints; it judges nothing. */
#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "desk/application.h"
#include "desk/cases/cases-page.h"
#include "desk/today/today-list.h"
#include "desk/window.h"
#include "office/found-sample.h"

#define PATIENCE_SECONDS 120
#define KEYS 300       /* Page Down, some 20 rows each */
#define KEY_EVERY_MS 15

/* --- the probe -------------------------------------------------------------------------------- */

/* Between two polls the main loop serves nobody: that is a stall. */
static GPollFunc real_poll;
static gint64 last_left;
static gint64 last_cpu;
static gint64 longest;
static gint64 longest_cpu;
static gint64 busy;

/* Microseconds that the processor worked for this thread. */
static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static int
probe_poll (GPollFD *fds, guint n_fds, int timeout)
{
  gint64 now = g_get_monotonic_time ();
  int ready;

  if (last_left != 0)
    {
      longest = MAX (longest, now - last_left);
      longest_cpu = MAX (longest_cpu, get_cpu_time () - last_cpu);
      busy += now - last_left;
    }
  ready = real_poll (fds, n_fds, timeout);
  last_left = g_get_monotonic_time ();
  last_cpu = get_cpu_time ();
  return ready;
}

static void
reset_probe (void)
{
  longest = longest_cpu = busy = 0;
  last_left = 0;
}

static gint64 frames;

static void
frame_cb (GdkFrameClock *clock, gpointer data)
{
  frames++;
}

static void
print_probe (const char *what, gint64 start)
{
  double seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;

  g_print ("%-24s longest stall %6.1f ms (processor %6.1f ms), busy %4.1f %%, %4.1f frames/s\n",
           what, (double) longest / 1000, (double) longest_cpu / 1000, 100.0 * (double) busy / G_USEC_PER_SEC / seconds,
           (double) frames / seconds);
}

/* --- turning the loop ------------------------------------------------------------------------- */

typedef gboolean (*Until) (gpointer data);

static void
turn_until (Until until, gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + (gint64) PATIENCE_SECONDS * G_USEC_PER_SEC;

  while (!until (data))
    {
      g_main_context_iteration (NULL, TRUE);
      if (g_get_monotonic_time () > deadline)
        g_error ("nothing came within %d seconds", PATIENCE_SECONDS);
    }
}

static gboolean
raise_flag (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_raised (gpointer data)
{
  return *(gboolean *) data;
}

static void
turn_for (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, raise_flag, &over);
  turn_until (is_raised, &over);
}

static gboolean
is_painted (gpointer data)
{
  return frames > *(gint64 *) data;
}

/* Until the next frame of @window is painted. */
static void
turn_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (frame_cb), NULL);
  gint64 now = frames;

  gtk_widget_queue_draw (window);
  turn_until (is_painted, &now);
  g_signal_handler_disconnect (clock, id);
}

/* --- looking ---------------------------------------------------------------------------------- */

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
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

/* A list row of today's sections: data is on the screen. */
static gboolean
shows_today (gpointer window)
{
  GtkWidget *list = find_type (window, YS_TYPE_TODAY_LIST);
  GtkWidget *row = list != NULL ? find_type (list, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return row != NULL && gtk_widget_get_mapped (row);
}

static gboolean
shows_cases (gpointer window)
{
  GtkWidget *page = find_type (window, YS_TYPE_CASES_PAGE);
  GtkWidget *cell = page != NULL && gtk_widget_get_mapped (page)
                      ? find_type (page, GTK_TYPE_INSCRIPTION)
                      : NULL;
  const char *text = cell != NULL ? gtk_inscription_get_text (GTK_INSCRIPTION (cell)) : NULL;

  return text != NULL && !g_str_equal (text, "…");
}

/* --- the keyboard ----------------------------------------------------------------------------- */

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!g_subprocess_wait_finish (G_SUBPROCESS (source), result, &error))
    g_error ("xdotool: %s", error->message);
  *(gboolean *) data = TRUE;
}

/* Real key events, as from a person; the loop turns meanwhile. */
static void
press (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) xdotool
    = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  gboolean finished = FALSE;

  if (xdotool == NULL)
    g_error ("xdotool: %s", error->message);
  g_subprocess_wait_async (xdotool, NULL, finished_cb, &finished);
  turn_until (is_raised, &finished);
}

static void
measure (GtkWidget *window, const char *what, const char *const *arguments)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (frame_cb), NULL);
  gint64 start = g_get_monotonic_time ();

  reset_probe ();
  frames = 0;
  press (arguments);
  turn_for (1000);
  print_probe (what, start);
  g_signal_handler_disconnect (clock, id);
}

static void
measure_list (GtkWidget *window)
{
  g_autofree char *times = g_strdup_printf ("%d", KEYS);
  g_autofree char *pause = g_strdup_printf ("%d", KEY_EVERY_MS);
  GtkWidget *page = find_type (window, YS_TYPE_CASES_PAGE);
  GtkWidget *view = find_type (page, GTK_TYPE_COLUMN_VIEW);
  GtkSelectionModel *model;
  gint64 start;

  gtk_widget_activate_action (page, "cases.clear-filters", NULL);
  turn_for (3000);
  model = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
  g_print ("%u cases in the list\n", g_list_model_get_n_items (G_LIST_MODEL (model)));
  press ((const char *const[]){ "xdotool", "search", "--onlyvisible", "--name", ".", "windowfocus",
                                NULL });
  gtk_widget_grab_focus (view);
  turn_for (500);
  measure (window, "Page Down, fast", (const char *const[]){ "xdotool", "key", "--repeat", times,
                                                             "--delay", pause, "Page_Down", NULL });
  measure (window, "Down, held", (const char *const[]){ "xdotool", "key", "--repeat", times,
                                                        "--delay", pause, "Down", NULL });
  measure (window, "End and Home", (const char *const[]){ "xdotool", "key", "--repeat", "10",
                                                          "--delay", "200", "End", "Home", NULL });
  start = g_get_monotonic_time ();
  gtk_selection_model_select_all (model);
  g_print ("%-28s %.1f ms\n", "select all",
           (double) (g_get_monotonic_time () - start) / 1000);
  gtk_widget_activate_action (window, "win.search", NULL);
  turn_for (300);
  measure (window, "typing in the search",
           (const char *const[]){ "xdotool", "type", "--delay", "120", "土地征收 2026 补偿", NULL });
}

/* --- the run ---------------------------------------------------------------------------------- */

/* The window has the clock's day, so the sample year ends on it. */
static YsDay
read_clock (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return ys_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                          g_date_time_get_day_of_month (now));
}

static char *
make_docket (const char *folder, int cases)
{
  g_autoptr (GError) error = NULL;
  char *address = g_build_filename (folder, "sample.docket", NULL);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (YsSession) session
    = ys_office_found_sample (address, cases, 1, read_clock (), NULL, NULL, NULL, &error);

  if (session == NULL)
    g_error ("%s", error->message);
  g_print ("%d cases imported in %.1f s\n", cases,
           (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  return address;
}

static double
time_bare (GtkApplication *application)
{
  gint64 start = g_get_monotonic_time ();
  GtkWidget *window = adw_application_window_new (application);

  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), adw_header_bar_new ());
  gtk_window_present (GTK_WINDOW (window));
  turn_frame (window);
  start = g_get_monotonic_time () - start;
  gtk_window_destroy (GTK_WINDOW (window));
  return (double) start / 1000;
}

/* Until the page of today stands with its rows. */
static double
time_window (YsApplication *application, const char *address, GtkWidget **window)
{
  gint64 start = g_get_monotonic_time ();
  YsWindow *opened = ys_window_new (application);

  ys_window_open (opened, address);
  gtk_window_present (GTK_WINDOW (opened));
  turn_until (shows_today, opened);
  turn_frame (GTK_WIDGET (opened));
  *window = GTK_WIDGET (opened);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
run (YsApplication *application, const char *address)
{
  GtkWidget *window;
  double cold, bare, first, second;
  gint64 start;

  /* The first window of a process pays for fonts and theme. */
  cold = time_bare (GTK_APPLICATION (application));
  bare = time_bare (GTK_APPLICATION (application));
  first = time_window (application, address, &window);
  gtk_window_destroy (GTK_WINDOW (window));
  turn_for (500);
  second = time_window (application, address, &window);
  g_print ("bare window: %.0f ms as the first of the process, %.0f ms later\n", cold, bare);
  g_print ("ours with data: %.0f ms, %.0f ms at the first use, when the index is made\n", second,
           first);
  g_print ("a start with data is %.2f times a bare start\n", (cold + second - bare) / cold);
  gtk_widget_activate_action (window, "win.show-page", "s", "cases");
  start = g_get_monotonic_time ();
  turn_until (shows_cases, window);
  turn_frame (window);
  g_print ("%-28s %.0f ms\n", "list of cases shown",
           (double) (g_get_monotonic_time () - start) / 1000);
  measure_list (window);
  gtk_window_destroy (GTK_WINDOW (window));
  turn_for (500);
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

int
main (void)
{
  const char *wanted = g_getenv ("YISHEN_BENCH_CASES");
  g_autofree char *folder = g_dir_make_tmp ("yishen-bench-XXXXXX", NULL);
  g_autofree char *state = g_build_filename (folder, "state", NULL);
  g_autofree char *address = NULL;
  g_autoptr (YsApplication) application = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  address = make_docket (folder, wanted != NULL ? atoi (wanted) : 100000);
  real_poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, probe_poll);

  application = ys_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  run (application, address);
  remove_tree (file);
  return 0;
}
