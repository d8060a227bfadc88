/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The probe stands around poll(): what passes between leaving it and coming back is a stall. */
#include "stall-probe.h"

#include <time.h>

#define PATIENCE_SECONDS 120
/* One frame at 60 a second. */
#define LIMIT_MS 16

static GPollFunc real_poll;
static gint64 last_left;
static gint64 last_cpu;
static gint64 longest;
static gint64 longest_cpu; /* of whichever stall took most of it */
static gint64 second_cpu;  /* and of the next one: the first key lights up the focus, once */
static gint64 busy;
static guint over;
static guint over_cpu;
static gint64 frames;
static gint64 begun;
static GdkFrameClock *clock_watched;
static gulong clock_handler;

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
      gint64 away = now - last_left;
      gint64 worked = get_cpu_time () - last_cpu;

      longest = MAX (longest, away);
      second_cpu = MAX (second_cpu, MIN (worked, longest_cpu));
      longest_cpu = MAX (longest_cpu, worked);
      over += away > LIMIT_MS * 1000;
      over_cpu += worked > LIMIT_MS * 1000;
      busy += away;
    }
  ready = real_poll (fds, n_fds, timeout);
  last_left = g_get_monotonic_time ();
  last_cpu = get_cpu_time ();
  return ready;
}

void
stall_probe_install (void)
{
  real_poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, probe_poll);
}

static void
frame_cb (GdkFrameClock *clock, gpointer data)
{
  frames++;
}

void
stall_probe_begin (GtkWidget *window)
{
  clock_watched = g_object_ref (gtk_widget_get_frame_clock (window));
  clock_handler = g_signal_connect (clock_watched, "after-paint", G_CALLBACK (frame_cb), NULL);
  longest = longest_cpu = second_cpu = busy = last_left = frames = 0;
  over = over_cpu = 0;
  begun = g_get_monotonic_time ();
}

void
stall_probe_end (const char *what)
{
  double seconds = (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC;

  g_signal_handler_disconnect (clock_watched, clock_handler);
  g_clear_object (&clock_watched);
  g_print ("%-26s longest stall %6.1f ms, %3u over %d ms; most processor time in one %6.1f ms, in the "
           "next %6.1f, %3u over; %5.1f ms busy/s, %4.1f frames/s\n",
           what, (double) longest / 1000, over, LIMIT_MS, (double) longest_cpu / 1000,
           (double) second_cpu / 1000, over_cpu,
           (double) busy / 1000 / seconds, (double) frames / seconds);
}

/* --- turning the loop ------------------------------------------------------------------------- */

void
stall_turn_until (StallUntil until, gpointer data)
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

void
stall_turn_for (guint ms)
{
  gboolean passed = FALSE;

  g_timeout_add (ms, raise_flag, &passed);
  stall_turn_until (is_raised, &passed);
}

static void
painted_cb (GdkFrameClock *clock, gpointer data)
{
  *(gboolean *) data = TRUE;
}

void
stall_turn_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (window);
  stall_turn_until (is_raised, &painted);
  g_signal_handler_disconnect (clock, id);
}

/* --- doing ------------------------------------------------------------------------------------ */

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!g_subprocess_wait_finish (G_SUBPROCESS (source), result, &error))
    g_error ("%s", error->message);
  *(gboolean *) data = TRUE;
}

void
stall_run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
    = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  gboolean finished = FALSE;

  if (process == NULL)
    g_error ("%s: %s", arguments[0], error->message);
  g_subprocess_wait_async (process, NULL, finished_cb, &finished);
  stall_turn_until (is_raised, &finished);
}

GtkWidget *
stall_find (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = stall_find (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}
