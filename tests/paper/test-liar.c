/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reader against a worker in an intruder's hands (lying-worker.c): no lie is believed, none
 * costs more than its page or its document. */
#include "asked.h"

#include <string.h>

static YsPaperReader *
reader_of (const char *lie)
{
  g_autoptr (GBytes) bytes = g_bytes_new (lie, strlen (lie));

  return asked_reader_of_bytes (bytes);
}

static YsPaperReader *
open_liar (const char *lie)
{
  YsPaperReader *reader = reader_of (lie);
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", lie);
  asked_open (reader, &error);
  g_assert_no_error (error);
  return reader;
}

static void
test_open (void)
{
  static const struct
  {
    const char *lie;
    YsPaperError code;
  } cases[] = {
    { "garbage", YS_PAPER_ERROR_NOT_STARTED }, { "no-seccomp", YS_PAPER_ERROR_UNCONFINED },
    { "bwrap", YS_PAPER_ERROR_UNCONFINED },    { "no-pages", YS_PAPER_ERROR_CRASHED },
    { "many-pages", YS_PAPER_ERROR_CRASHED },  { "wrong-serial", YS_PAPER_ERROR_CRASHED },
    { "wrong-kind", YS_PAPER_ERROR_CRASHED },  { "long", YS_PAPER_ERROR_CRASHED },
    { "silent", YS_PAPER_ERROR_TIMEOUT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YsPaperReader) reader = reader_of (cases[i].lie);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].lie);
      ys_paper_reader_set_clock (reader, cases[i].code == YS_PAPER_ERROR_TIMEOUT ? 100 : 10000);
      g_assert_false (asked_open (reader, &error));
      g_assert_error (error, YS_PAPER_ERROR, (int) cases[i].code);
    }
}

static void
test_sizes (void)
{
  /* Sizes of fewer pages than asked for: halved until the two pages stand alone. There the answer
   * is right, so the document can be read after all. */
  g_autoptr (YsPaperReader) reader = open_liar ("short-sizes");
  double width, height;

  g_assert_cmpuint (ys_paper_reader_get_n_pages (reader), ==, 2);
  g_assert_true (ys_paper_reader_get_size (reader, 1, &width, &height));
  g_assert_cmpfloat (width, ==, 100);
}

static void
test_text (void)
{
  static const char *const lies[] = { "dies", "half", "no-boolean" };
  g_autoptr (YsPaperReader) honest = open_liar ("tricks");
  g_autoptr (YsPaperReader) longest = open_liar ("longest");
  g_autoptr (YsPaperReader) twice = open_liar ("twice");
  g_autoptr (YsPaperText) text = asked_text (honest, 0, NULL);
  g_autoptr (YsPaperText) all = asked_text (longest, 0, NULL);
  g_autoptr (YsPaperText) once = asked_text (twice, 0, NULL);

  g_assert_cmpstr (ys_paper_text_get_string (text), ==, "abc");
  g_assert_cmpuint (ys_paper_text_get_length (all), ==, YS_PAPER_MAX_TEXT);
  g_assert_true (ys_paper_text_is_cut (all));
  g_assert_cmpstr (ys_paper_text_get_string (once), ==, "abc");

  for (guint i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autoptr (YsPaperReader) reader = open_liar (lies[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (YsPaperPixels) pixels = NULL;

      g_assert_null (asked_text (reader, 0, &error));
      g_assert_error (error, YS_PAPER_ERROR, YS_PAPER_ERROR_CRASHED);
      /* The page's picture, and the other page, are not to blame. */
      pixels = asked_pixels (reader, 0, 10, 0, NULL);
      g_assert_nonnull (pixels);
    }
}

static void
test_canvas (void)
{
  g_autoptr (YsPaperReader) keeps = open_liar ("keeps-canvas");
  g_autoptr (YsPaperReader) shrinks = open_liar ("shrinks");
  g_autoptr (YsPaperPixels) pixels = NULL;
  g_autoptr (GError) error = NULL;

  /* Who keeps the canvas to paint on after we looked is not looked at. */
  g_assert_null (asked_pixels (keeps, 0, 10, 0, &error));
  g_assert_error (error, YS_PAPER_ERROR, YS_PAPER_ERROR_CRASHED);

  pixels = asked_pixels (shrinks, 0, 10, 0, NULL);
  g_assert_nonnull (pixels);
  g_assert_cmphex (asked_pixel (pixels, 9, 19), ==, 0x7f7f7f7f);
}

static void
test_unasked (void)
{
  g_autoptr (YsPaperReader) reader = reader_of ("unasked");
  g_autoptr (GError) error = NULL;

  /* Serials are no secret: answers told in advance may open, but only as an answer would. */
  if (asked_open (reader, &error))
    g_assert_cmpuint (ys_paper_reader_get_n_pages (reader), ==, 2);
  else
    g_assert_error (error, YS_PAPER_ERROR, YS_PAPER_ERROR_CRASHED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/liar/open", test_open);
  g_test_add_func ("/liar/sizes", test_sizes);
  g_test_add_func ("/liar/text", test_text);
  g_test_add_func ("/liar/canvas", test_canvas);
  g_test_add_func ("/liar/unasked", test_unasked);
  return g_test_run ();
}
