/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One hostile page among others: what hangs, kills or bursts costs that page, and the reader
 * lives. */
#include "asked.h"
#include "made-pdf.h"

#include <signal.h>

#define GREEN 0xff00ff00

static void
assert_green (YsPaperReader *reader, guint page)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsPaperPixels) pixels = asked_pixels (reader, page, 50, 0, &error);

  g_assert_no_error (error);
  g_assert_cmphex (asked_pixel (pixels, 20, 20), ==, GREEN);
}

static void
assert_page_fails (YsPaperReader *reader, guint page, guint width, YsPaperError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (asked_pixels (reader, page, width, 0, &error));
  g_assert_error (error, YS_PAPER_ERROR, (int) code);
}

static void
test_page_bombs (void)
{
  static const MadePage pages[] = {
    { .content = "0 1 0 rg 0 0 595 842 re f" },
    { .content = "", .box = "0 0 100000000 100000000" },
    { .content = "", .box = "0 0 1 14400" },
    { .content = "", .box = "0 0 0 0" },
    { .content = "0 1 0 rg 0 0 14400 14400 re f", .box = "0 0 14400 14400" },
  };
  g_autoptr (GBytes) bytes = made_pdf (pages, G_N_ELEMENTS (pages), NULL);
  g_autoptr (YsPaperReader) reader = asked_open_bytes (bytes);

  assert_page_fails (reader, 1, 100, YS_PAPER_ERROR_TOO_LARGE);
  assert_page_fails (reader, 2, 100, YS_PAPER_ERROR_TOO_LARGE);
  assert_page_fails (reader, 4, 6325, YS_PAPER_ERROR_TOO_LARGE);
  assert_page_fails (reader, 0, 0, YS_PAPER_ERROR_TOO_LARGE);
  assert_page_fails (reader, 0, G_MAXUINT, YS_PAPER_ERROR_TOO_LARGE);
  assert_green (reader, 4);
  assert_green (reader, 0);
}

static void
test_broken_page (void)
{
  static const MadePage pages[] = {
    { .content = "0 1 0 rg 0 0 595 842 re f" },
    { .content = "0 1 0 rg 0 0 595 842 re f" },
    { .content = "0 1 0 rg 0 0 595 842 re f" },
  };
  g_autoptr (GBytes) plain = made_pdf (pages, G_N_ELEMENTS (pages), NULL);
  g_autoptr (GString) pdf
    = g_string_new_len (g_bytes_get_data (plain, NULL), (gssize) g_bytes_get_size (plain));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (YsPaperReader) reader = NULL;
  guint unreadable = 0;

  /* The second page is an object that is not there; the offsets stay as they are. */
  g_assert_cmpuint (g_string_replace (pdf, "5 0 R", "9 9 R", 1), ==, 1);
  bytes = g_string_free_to_bytes (g_steal_pointer (&pdf));
  reader = asked_open_bytes (bytes);
  g_assert_cmpuint (ys_paper_reader_get_n_pages (reader), ==, 3);
  for (guint page = 0; page < 3; page++)
    {
      double width, height;

      /* Poppler moves the others up: which number the lost one gets is its affair. */
      if (ys_paper_reader_get_size (reader, page, &width, &height))
        assert_green (reader, page);
      else
        {
          unreadable++;
          g_assert_cmpfloat_with_epsilon (height / width, 842.0 / 595, 0.01);
          assert_page_fails (reader, page, 50, YS_PAPER_ERROR_NOT_PDF);
        }
    }
  g_assert_cmpuint (unreadable, ==, 1);
}

static void
test_deep_nesting (void)
{
  g_autofree char *brackets = g_strnfill (200000, '[');
  g_autofree char *saves = g_strnfill (400000, 'q');
  const MadePage pages[] = {
    { .content = brackets },
    { .content = saves },
    { .content = "", .more = NULL },
    { .content = "0 1 0 rg 0 0 595 842 re f" },
  };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (YsPaperReader) reader = NULL;

  for (guint i = 0; i < 400000; i += 2)
    saves[i + 1] = ' ';
  bytes = made_pdf (pages, G_N_ELEMENTS (pages), NULL);
  reader = asked_open_bytes (bytes);
  for (guint page = 0; page < 3; page++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YsPaperPixels) pixels = asked_pixels (reader, page, 50, 0, &error);

      g_assert_true (pixels != NULL || error->domain == YS_PAPER_ERROR);
    }
  assert_green (reader, 3);
}

static void
test_hanging_page (void)
{
  g_autoptr (GBytes) bytes = made_laughing ("oxo");
  g_autoptr (YsPaperReader) reader = asked_open_bytes (bytes);
  int before = asked_find_worker ();
  gint64 start;

  g_assert_cmpint (before, >, 0);
  ys_paper_reader_set_clock (reader, 200);
  assert_page_fails (reader, 1, 50, YS_PAPER_ERROR_TIMEOUT);
  ys_paper_reader_set_clock (reader, YS_PAPER_CLOCK);
  assert_green (reader, 0);
  assert_green (reader, 2);
  asked_until (asked_is_gone, GINT_TO_POINTER (before));

  /* It is remembered: at once, and without a third worker. */
  before = asked_find_worker ();
  start = g_get_monotonic_time ();
  assert_page_fails (reader, 1, 70, YS_PAPER_ERROR_TIMEOUT);
  g_assert_cmpint (g_get_monotonic_time () - start, <, YS_PAPER_CLOCK * 1000);
  g_assert_cmpint (asked_find_worker (), ==, before);
}

/* Asked for in two sizes before anyone knew: it hangs once. */
static void
test_hanging_page_twice (void)
{
  g_autoptr (GBytes) bytes = made_laughing ("ox");
  g_autoptr (YsPaperReader) reader = asked_open_bytes (bytes);
  YsPaperPicture small = { .page = 1, .width = 50 };
  YsPaperPicture large = { .page = 1, .width = 70 };
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  ys_paper_reader_set_clock (reader, 2000);
  ys_paper_reader_render_async (reader, &small, YS_PAPER_NOW, NULL, asked_cb, &first);
  ys_paper_reader_render_async (reader, &large, YS_PAPER_NOW, NULL, asked_cb, &second);
  asked_wait (&second);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 4 * G_USEC_PER_SEC);
  g_assert_null (ys_paper_reader_render_finish (reader, first, NULL));
  g_assert_null (ys_paper_reader_render_finish (reader, second, &error));
  g_assert_error (error, YS_PAPER_ERROR, YS_PAPER_ERROR_TIMEOUT);
}

typedef struct
{
  int worker;
  guint64 ticks;
} AtWork;

static gboolean
is_at_work (gpointer data)
{
  AtWork *at = data;

  return asked_ticks_of (at->worker) > at->ticks + 5;
}

static void
test_killed_page (void)
{
  g_autoptr (GBytes) bytes = made_laughing ("oxo");
  g_autoptr (YsPaperReader) reader = asked_open_bytes (bytes);
  YsPaperPicture laughing = { .page = 1, .width = 100 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) behind = NULL;
  g_autoptr (YsPaperText) text = NULL;
  g_autoptr (GError) error = NULL;
  AtWork at = { asked_find_worker (), 0 };

  at.ticks = asked_ticks_of (at.worker);
  ys_paper_reader_render_async (reader, &laughing, YS_PAPER_NOW, NULL, asked_cb, &result);
  ys_paper_reader_text_async (reader, 2, YS_PAPER_SOON, NULL, asked_cb, &behind);
  asked_until (is_at_work, &at);
  g_assert_null (behind);
  g_assert_cmpint (kill (at.worker, SIGSEGV), ==, 0);
  asked_wait (&result);
  g_assert_null (ys_paper_reader_render_finish (reader, result, &error));
  g_assert_error (error, YS_PAPER_ERROR, YS_PAPER_ERROR_CRASHED);

  /* What waited behind it comes from the next worker. */
  asked_wait (&behind);
  text = ys_paper_reader_text_finish (reader, behind, NULL);
  g_assert_nonnull (text);
  assert_green (reader, 2);
  assert_page_fails (reader, 1, 100, YS_PAPER_ERROR_CRASHED);
}

static gboolean
no_worker (gpointer data)
{
  return asked_find_worker () == 0;
}

static void
test_killed_at_rest (void)
{
  /* Nobody asked anything: no page is to blame. */
  g_autoptr (GBytes) bytes = made_laughing ("oo");
  g_autoptr (YsPaperReader) reader = asked_open_bytes (bytes);

  g_assert_cmpint (kill (asked_find_worker (), SIGKILL), ==, 0);
  asked_until (no_worker, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_green (reader, 0);
  assert_green (reader, 1);
}

static void
test_given_up (void)
{
  /* One hanging page more than workers that may be lost: it is not even tried. */
  g_autofree char *laughs = g_strnfill (YS_PAPER_MAX_LOSSES + 2, 'x');
  g_autoptr (YsPaperReader) reader = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  laughs[0] = 'o';
  bytes = made_laughing (laughs);
  reader = asked_open_bytes (bytes);
  for (guint page = 1; page <= YS_PAPER_MAX_LOSSES; page++)
    {
      /* Opens in peace; so short a clock would stop that too. */
      assert_green (reader, 0);
      ys_paper_reader_set_clock (reader, 5);
      assert_page_fails (reader, page, 20, YS_PAPER_ERROR_TIMEOUT);
      ys_paper_reader_set_clock (reader, YS_PAPER_CLOCK);
    }
  g_assert_null (asked_pixels (reader, YS_PAPER_MAX_LOSSES + 1, 20, 0, &error));
  g_assert_error (error, YS_PAPER_ERROR, YS_PAPER_ERROR_TIMEOUT);
  asked_until (no_worker, NULL);
}

static gboolean
no_child (gpointer data)
{
  return asked_count_children () == 0;
}

static void
test_none_left (void)
{
  asked_until (no_child, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile-page/page-bombs", test_page_bombs);
  g_test_add_func ("/hostile-page/broken-page", test_broken_page);
  g_test_add_func ("/hostile-page/deep-nesting", test_deep_nesting);
  g_test_add_func ("/hostile-page/hanging-page", test_hanging_page);
  g_test_add_func ("/hostile-page/hanging-page-twice", test_hanging_page_twice);
  g_test_add_func ("/hostile-page/killed-page", test_killed_page);
  g_test_add_func ("/hostile-page/killed-at-rest", test_killed_at_rest);
  g_test_add_func ("/hostile-page/given-up", test_given_up);
  g_test_add_func ("/hostile-page/none-left", test_none_left);
  return g_test_run ();
}
