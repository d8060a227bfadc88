/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How soon the first page of a PDF is there: a reader from nothing to pixels, its parts, and
 * pdftoppm for the same page at the same size in the same run. It prints; it judges nothing.
 * Usage: PDF */
#include "asked.h"

#include <locale.h>

#define ROUNDS 25
#define WIDTH 800

typedef struct
{
  GArray *values; /* double, seconds */
  const char *name;
} Series;

static Series
series_new (const char *name)
{
  return (Series){ g_array_new (FALSE, FALSE, sizeof (double)), name };
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static double
median (Series *series)
{
  g_array_sort (series->values, compare_doubles);
  return g_array_index (series->values, double, series->values->len / 2);
}

static void
note_since (Series *series, gint64 start)
{
  double seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;

  g_array_append_val (series->values, seconds);
}

static void
run_pdftoppm (const char *path)
{
  g_autofree char *width = g_strdup_printf ("%d", WIDTH);
  const char *const line[]
    = { "pdftoppm", "-f", "1", "-l", "1", "-scale-to-x", width, "-scale-to-y", "-1", path, NULL };
  g_autoptr (GError) error = NULL;

  if (!g_spawn_sync (NULL, (char **) line, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL,
                     NULL, NULL, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

/* A worker that is told no document: its process, its libraries, its walls. */
static void
run_start (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ys_paper_probe_async (NULL, asked_cb, &result);
  asked_wait (&result);
  if (ys_paper_probe_finish (result, &error) == 0)
    g_error ("%s", error->message);
}

static void
run_reader (const char *path, Series *open, Series *page, Series *again)
{
  gint64 start = g_get_monotonic_time (), opened;
  g_autoptr (YsPaperReader) reader = asked_open_path (path);
  g_autoptr (YsPaperPixels) pixels = NULL;
  g_autoptr (YsPaperPixels) twice = NULL;
  g_autoptr (GError) error = NULL;

  note_since (open, start);
  opened = g_get_monotonic_time ();
  pixels = asked_pixels (reader, 0, WIDTH, 0, &error);
  if (pixels == NULL)
    g_error ("%s", error->message);
  note_since (page, opened);
  opened = g_get_monotonic_time ();
  twice = asked_pixels (reader, 0, WIDTH, 0, NULL);
  note_since (again, opened);
}

int
main (int argc, char **argv)
{
  Series poppler = series_new ("pdftoppm, process and page");
  Series start = series_new ("worker started and confined, no document");
  Series open = series_new ("worker started, document open");
  Series page = series_new ("its first page drawn");
  Series again = series_new ("the same page drawn again");
  Series *all[] = { &poppler, &start, &open, &page, &again };
  double whole, limit;

  setlocale (LC_ALL, "");
  if (argc != 2)
    g_error ("usage: bench-paper PDF");
  for (guint round = 0; round <= ROUNDS; round++)
    {
      gint64 begun = g_get_monotonic_time ();

      run_pdftoppm (argv[1]);
      note_since (&poppler, begun);
      begun = g_get_monotonic_time ();
      run_start ();
      note_since (&start, begun);
      run_reader (argv[1], &open, &page, &again);
      if (round > 0)
        continue;
      /* The first round only warms what the kernel keeps. */
      for (guint i = 0; i < G_N_ELEMENTS (all); i++)
        g_array_set_size (all[i]->values, 0);
    }

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_print ("%6.1f ms  %s\n", 1000 * median (all[i]), all[i]->name);
  whole = median (&open) + median (&page);
  limit = 1.5 * median (&poppler) + median (&start);
  g_print ("%6.1f ms  from nothing to the first page\n", 1000 * whole);
  g_print ("%6.2f     of 1.5 × pdftoppm + start (%.1f ms); at most 1 is aimed at\n", whole / limit,
           1000 * limit);
  g_print ("%6.2f     × pdftoppm without the start\n",
           (whole - median (&start)) / median (&poppler));
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_array_unref (all[i]->values);
  return 0;
}
