/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view of documents: how soon the first page of a PDF stands in a window, beside pdftoppm for
 * the same page and the start of a worker in the same run; and the longest time the main loop is
 * away while one goes through 1,000 pages with a real keyboard. It prints; it judges nothing.
 * Usage: PDF */
#include "asked.h"
#include "desk/paper/paper-view.h"
#include "made-pdf.h"
#include "stall-probe.h"

#define ROUNDS 15
#define PAGES 1000
#define KEYS "300"

typedef struct
{
  GtkWidget *window;
  YsPaperView *view;
} Shown;

/* --- series ------------------------------------------------------------------------------------ */

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

static double
median_ms (GArray *times)
{
  g_array_sort (times, compare_times);
  return (double) g_array_index (times, gint64, times->len / 2) / 1000;
}

static void
add_since (GArray *times, gint64 start)
{
  gint64 time = g_get_monotonic_time () - start;

  g_array_append_val (times, time);
}

/* --- a document in a window -------------------------------------------------------------------- */

static Shown
make_window (void)
{
  Shown self = { gtk_window_new (), NULL };

  gtk_window_set_title (GTK_WINDOW (self.window), "bench-view");
  gtk_window_set_default_size (GTK_WINDOW (self.window), 1180, 700);
  gtk_window_present (GTK_WINDOW (self.window));
  stall_turn_frame (self.window);
  return self;
}

static void
show_reader (Shown *self, YsPaperReader *reader)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->view = g_object_new (YS_TYPE_PAPER_VIEW, NULL);
  ys_paper_view_set_reader (self->view, reader);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_window_set_child (GTK_WINDOW (self->window), scroller);
}

static gboolean
shows_first (gpointer data)
{
  return ys_page_pictures_get_any (ys_paper_view_get_pictures (((Shown *) data)->view), 0, 0) != NULL;
}

/* --- the first page ---------------------------------------------------------------------------- */

static int
time_view (Shown *shown, const char *path, GArray *times)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (YsPaperReader) reader = asked_open_path (path);
  int width;

  show_reader (shown, reader);
  stall_turn_until (shows_first, shown);
  stall_turn_frame (shown->window);
  add_since (times, start);
  width = gdk_texture_get_width (
    ys_page_pictures_get_any (ys_paper_view_get_pictures (shown->view), 0, 0));
  gtk_window_set_child (GTK_WINDOW (shown->window), NULL);
  stall_turn_frame (shown->window);
  return width;
}

static void
time_pdftoppm (const char *path, int width, GArray *times)
{
  g_autofree char *pixels = g_strdup_printf ("%d", width);
  const char *const line[]
    = { "pdftoppm", "-f", "1", "-l", "1", "-scale-to-x", pixels, "-scale-to-y", "-1", path, NULL };
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  if (!g_spawn_sync (NULL, (char **) line, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL,
                     NULL, NULL, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  add_since (times, start);
}

static void
time_start (GArray *times)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ys_paper_probe_async (NULL, asked_cb, &result);
  asked_wait (&result);
  if (ys_paper_probe_finish (result, &error) == 0)
    g_error ("%s", error->message);
  add_since (times, start);
}

static void
measure_first_page (const char *path)
{
  g_autoptr (GArray) view = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) poppler = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) start = g_array_new (FALSE, FALSE, sizeof (gint64));
  Shown shown = make_window ();
  double allowed;

  for (guint i = 0; i < ROUNDS; i++)
    {
      int width = time_view (&shown, path, view);

      time_pdftoppm (path, width, poppler);
      time_start (start);
    }
  gtk_window_destroy (GTK_WINDOW (shown.window));
  allowed = 1.5 * median_ms (poppler) + median_ms (start);
  g_print ("first page painted %.1f ms; pdftoppm %.1f ms, a worker's start %.1f ms; %.2f of what is "
           "allowed (1.5 × pdftoppm + start)\n",
           median_ms (view), median_ms (poppler), median_ms (start), median_ms (view) / allowed);
}

/* --- many pages -------------------------------------------------------------------------------- */

static void
press (Shown *shown, const char *what, const char *key, const char *times)
{
  stall_probe_begin (shown->window);
  stall_run ((const char *const[]){ "xdotool", "key", "--repeat", times, "--delay", "15", key, NULL });
  stall_turn_for (1000);
  stall_probe_end (what);
}

static void
measure_scrolling (void)
{
  g_autoptr (GBytes) bytes = made_numbered (PAGES);
  g_autoptr (YsPaperReader) reader = asked_open_bytes (bytes);
  Shown shown = make_window ();

  show_reader (&shown, reader);
  stall_turn_until (shows_first, &shown);
  stall_run ((const char *const[]){ "xdotool", "search", "--onlyvisible", "--name", "bench-view", "windowfocus",
                                    NULL });
  gtk_widget_grab_focus (GTK_WIDGET (shown.view));
  stall_turn_for (500);
  press (&shown, "1,000 pages: Page Down", "Page_Down", KEYS);
  press (&shown, "1,000 pages: Down", "Down", KEYS);
  press (&shown, "1,000 pages: End", "ctrl+End", "1");
  press (&shown, "1,000 pages: Home", "ctrl+Home", "1");
  ys_paper_view_set_zoom (shown.view, 0.25);
  stall_turn_for (500);
  press (&shown, "at 25 %: Page Down", "Page_Down", "100");
  ys_paper_view_set_zoom (shown.view, 4);
  stall_turn_for (1000);
  press (&shown, "at 400 %: Page Down", "Page_Down", KEYS);
  press (&shown, "magnifying", "ctrl+minus", "10");
  g_print ("%u pictures were asked for\n",
           ys_page_pictures_count_asked (ys_paper_view_get_pictures (shown.view)));
  gtk_window_destroy (GTK_WINDOW (shown.window));
  stall_turn_for (200);
}

int
main (int argc, char **argv)
{
  if (argc != 2)
    g_error ("usage: bench-view PDF");
  gtk_init ();
  stall_probe_install ();
  measure_first_page (argv[1]);
  measure_scrolling ();
  return 0;
}
