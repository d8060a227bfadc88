/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document read in peace: pages, pixels, words, order, cancelling, idleness, closing. */
#include "asked.h"
#include "made-pdf.h"
#include "paper/reader-private.h"

#include <math.h>
#include <string.h>

#define RED 0xffff0000
#define GREEN 0xff00ff00
#define BLUE 0xff0000ff
#define WHITE 0xffffffff

static YsPaperReader *
open_coloured (void)
{
  g_autoptr (GBytes) bytes = made_coloured ();

  return asked_open_bytes (bytes);
}

static YsPaperReader *
open_numbered (guint n)
{
  g_autoptr (GBytes) bytes = made_numbered (n);

  return asked_open_bytes (bytes);
}

static YsPaperReader *
open_sample (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("SAMPLE_PDF_DIR"), name, NULL);

  return asked_open_path (path);
}

/* --- pages and pixels ------------------------------------------------------------------------ */

static void
test_pages (void)
{
  static const MadePage pages[] = {
    { .content = "" },
    { .content = "", .box = "0 0 842 595" },
    { .content = "", .more = "/Rotate 90 /Resources << >>" },
    { .content = "", .box = "100 100 300 200" },
    { .content = "", .more = "/CropBox [0 0 200.5 300.25] /Resources << >>" },
  };
  static const double sizes[][2]
    = { { 595, 842 }, { 842, 595 }, { 842, 595 }, { 200, 100 }, { 200.5, 300.25 } };
  g_autoptr (GBytes) bytes = made_pdf (pages, G_N_ELEMENTS (pages), NULL);
  g_autoptr (YsPaperReader) reader = asked_open_bytes (bytes);

  g_assert_cmpuint (ys_paper_reader_get_n_pages (reader), ==, G_N_ELEMENTS (pages));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      double width, height;

      g_assert_true (ys_paper_reader_get_size (reader, i, &width, &height));
      g_assert_cmpfloat_with_epsilon (width, sizes[i][0], 0.001);
      g_assert_cmpfloat_with_epsilon (height, sizes[i][1], 0.001);
    }
  g_assert_cmpuint (ys_paper_reader_get_height (reader, 3, 50, 0), ==, 25);
  g_assert_cmpuint (ys_paper_reader_get_height (reader, 3, 50, 270), ==, 100);
}

static void
test_colours (void)
{
  /* The corners, clockwise from the left top. */
  static const struct
  {
    guint turn;
    guint32 corners[4];
  } cases[] = {
    { 0, { RED, WHITE, BLUE, WHITE } },
    { 90, { WHITE, RED, WHITE, BLUE } },
    { 180, { BLUE, WHITE, RED, WHITE } },
    { 270, { WHITE, BLUE, WHITE, RED } },
  };
  g_autoptr (YsPaperReader) reader = open_coloured ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YsPaperPixels) pixels = asked_pixels (reader, 0, 400, cases[i].turn, &error);
      int right, bottom;

      g_assert_no_error (error);
      g_assert_cmpint (pixels->width, ==, 400);
      g_assert_cmpint (pixels->height, ==, cases[i].turn % 180 == 0 ? 566 : 283);
      g_assert_cmpuint (g_bytes_get_size (pixels->bytes), ==, 400u * pixels->height * 4);
      right = pixels->width - 3;
      bottom = pixels->height - 3;
      g_assert_cmphex (asked_pixel (pixels, 2, 2), ==, cases[i].corners[0]);
      g_assert_cmphex (asked_pixel (pixels, right, 2), ==, cases[i].corners[1]);
      g_assert_cmphex (asked_pixel (pixels, right, bottom), ==, cases[i].corners[2]);
      g_assert_cmphex (asked_pixel (pixels, 2, bottom), ==, cases[i].corners[3]);
    }
}

static void
test_part (void)
{
  /* Around the middle of a page that is too large as a whole. */
  static const YsPaperPicture picture = {
    .page = 0,
    .width = 20000,
    .part_x = 9950,
    .part_y = 14101,
    .part_width = 100,
    .part_height = 100,
  };
  g_autoptr (YsPaperReader) reader = open_coloured ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (YsPaperPixels) pixels = NULL;
  g_autoptr (GError) error = NULL;

  ys_paper_reader_render_async (reader, &picture, YS_PAPER_NOW, NULL, asked_cb, &result);
  asked_wait (&result);
  pixels = ys_paper_reader_render_finish (reader, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pixels->width, ==, 100);
  g_assert_cmphex (asked_pixel (pixels, 10, 10), ==, RED);
  g_assert_cmphex (asked_pixel (pixels, 90, 10), ==, WHITE);
  g_assert_cmphex (asked_pixel (pixels, 90, 90), ==, BLUE);
  g_assert_cmphex (asked_pixel (pixels, 10, 90), ==, WHITE);
}

static void
test_thumbnails (void)
{
  g_autoptr (YsPaperReader) reader = open_coloured ();

  for (guint width = 1; width < 100; width += 33)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YsPaperPixels) pixels = asked_pixels (reader, 1, width, 0, &error);

      g_assert_no_error (error);
      g_assert_cmpint (pixels->width, ==, width);
      g_assert_cmpint (pixels->height, ==, (int) floor (width * 842 / 595.0 + 0.5));
      g_assert_cmphex (asked_pixel (pixels, 0, 0), ==, GREEN);
    }
}

static void
test_thousand (void)
{
  g_autoptr (YsPaperReader) reader = open_numbered (1000);
  static const guint cases[] = { 0, 616, 999 };

  g_assert_cmpuint (ys_paper_reader_get_n_pages (reader), ==, 1000);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = g_strdup_printf ("Page %u", cases[i] + 1);
      g_autoptr (YsPaperText) text = asked_text (reader, cases[i], NULL);
      g_autoptr (YsPaperPixels) pixels = asked_pixels (reader, cases[i], 100, 0, NULL);

      g_assert_cmpstr (ys_paper_text_get_string (text), ==, words);
      g_assert_nonnull (pixels);
    }
}

/* --- words ----------------------------------------------------------------------------------- */

static void
test_boxes (void)
{
  g_autoptr (YsPaperReader) reader = open_numbered (1);
  g_autoptr (YsPaperText) text = asked_text (reader, 0, NULL);
  g_autoptr (GArray) boxes = NULL;

  /* Courier: every character is 0.6 em wide, 12 points here; the line stands at 842 - 600. */
  for (guint i = 0; i < 6; i++)
    {
      const YsPaperBox *box;

      g_clear_pointer (&boxes, g_array_unref);
      boxes = ys_paper_text_boxes (text, (YsPaperSpan){ i, i + 1 });
      g_assert_cmpuint (boxes->len, ==, 1);
      box = &g_array_index (boxes, YsPaperBox, 0);
      g_assert_cmpfloat_with_epsilon (box->x * A4_WIDTH, 100 + 12.0 * i, 0.02);
      g_assert_cmpfloat_with_epsilon (box->width * A4_WIDTH, 12, 0.03);
      g_assert_cmpfloat (box->y * A4_HEIGHT, <, 242);
      g_assert_cmpfloat (box->y * A4_HEIGHT, >, 242 - 20);
      g_assert_cmpfloat ((box->y + box->height) * A4_HEIGHT, >, 242);
      g_assert_cmpfloat ((box->y + box->height) * A4_HEIGHT, <, 242 + 10);
    }
}

/* Pixels darker than the middle in @box, over all of them. */
static double
measure_ink (YsPaperPixels *pixels, const YsPaperBox *box)
{
  int left = (int) (box->x * pixels->width), right = (int) ((box->x + box->width) * pixels->width);
  int top = (int) (box->y * pixels->height),
      bottom = (int) ((box->y + box->height) * pixels->height);
  int dark = 0;

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      dark += (asked_pixel (pixels, x, y) & 0xff00) < 0x8000;
  return (double) dark / ((right - left) * (bottom - top));
}

static void
test_chinese (void)
{
  g_autoptr (YsPaperReader) reader = open_sample ("reply.pdf");
  g_autoptr (YsPaperText) text = asked_text (reader, 0, NULL);
  g_autoptr (YsPaperPixels) pixels = asked_pixels (reader, 0, 1600, 0, NULL);
  g_autoptr (GArray) spans = ys_paper_text_find (text, "政府信息公开");

  g_assert_cmpuint (spans->len, >=, 2);
  for (guint i = 0; i < spans->len; i++)
    {
      YsPaperSpan span = g_array_index (spans, YsPaperSpan, i);
      g_autoptr (GArray) boxes = ys_paper_text_boxes (text, span);
      double across = 0;

      for (guint k = 0; k < boxes->len; k++)
        {
          const YsPaperBox *box = &g_array_index (boxes, YsPaperBox, k);
          YsPaperBox below = *box;

          /* There is ink under the words, and none in the gap between two lines. */
          g_assert_cmpfloat (measure_ink (pixels, box), >, 0.1);
          below.y += box->height + 0.002;
          below.height = 0.002;
          g_assert_cmpfloat (measure_ink (pixels, &below), <, 0.02);
          across += box->width * 595 / (box->height * 842);
        }
      /* Six square characters, of lines about 1.4 em high. */
      g_assert_cmpfloat (across, >, 6 / 1.8);
      g_assert_cmpfloat (across, <, 6 / 1.0);
    }
}

static void
test_no_words (void)
{
  /* A picture has no words, and that is no failure. */
  g_autoptr (YsPaperReader) reader = open_coloured ();
  g_autoptr (GError) error = NULL;
  g_autoptr (YsPaperText) text = asked_text (reader, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ys_paper_text_get_length (text), ==, 0);
}

/* --- the queue ------------------------------------------------------------------------------- */

static void
note_order_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsPaperText) text
    = ys_paper_reader_text_finish (YS_PAPER_READER (source), result, NULL);

  g_string_append (data, ys_paper_text_get_string (text) + strlen ("Page "));
}

static gboolean
three_noted (gpointer data)
{
  return ((GString *) data)->len == 4;
}

static void
test_order (void)
{
  g_autoptr (YsPaperReader) reader = open_numbered (4);
  g_autoptr (GString) order = g_string_new (NULL);

  ys_paper_reader_text_async (reader, 0, YS_PAPER_LATER, NULL, note_order_cb, order);
  ys_paper_reader_text_async (reader, 1, YS_PAPER_SOON, NULL, note_order_cb, order);
  ys_paper_reader_text_async (reader, 2, YS_PAPER_NOW, NULL, note_order_cb, order);
  ys_paper_reader_text_async (reader, 3, YS_PAPER_NOW, NULL, note_order_cb, order);
  asked_until (three_noted, order);
  g_assert_cmpstr (order->str, ==, "3421");
}

static void
assert_cancelled (YsPaperReader *reader, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ys_paper_reader_text_finish (reader, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
is_under_way (gpointer data)
{
  return ((YsPaperReader *) data)->under_way != NULL;
}

static void
test_cancel (void)
{
  g_autoptr (GBytes) bytes = made_laughing ("xo");
  g_autoptr (YsPaperReader) reader = asked_open_bytes (bytes);
  g_autoptr (GCancellable) first = g_cancellable_new ();
  g_autoptr (GCancellable) second = g_cancellable_new ();
  g_autoptr (GAsyncResult) under_way = NULL;
  g_autoptr (GAsyncResult) waiting = NULL;
  g_autoptr (GAsyncResult) early = NULL;
  g_autoptr (YsPaperPixels) pixels = NULL;
  YsPaperPicture laughing = { .page = 0, .width = 100 };

  ys_paper_reader_set_clock (reader, 300);
  ys_paper_reader_render_async (reader, &laughing, YS_PAPER_NOW, first, asked_cb, &under_way);
  asked_until (is_under_way, reader);
  ys_paper_reader_text_async (reader, 1, YS_PAPER_NOW, second, asked_cb, &waiting);
  g_cancellable_cancel (second);
  ys_paper_reader_text_async (reader, 1, YS_PAPER_NOW, second, asked_cb, &early);
  asked_wait (&waiting);
  asked_wait (&early);
  assert_cancelled (reader, waiting);
  assert_cancelled (reader, early);

  /* What is under way is given up at once, whatever the worker does; the next page comes. */
  g_assert_null (under_way);
  g_cancellable_cancel (first);
  asked_wait (&under_way);
  g_assert_true (is_under_way (reader));
  g_assert_null (ys_paper_reader_render_finish (reader, under_way, NULL));
  ys_paper_reader_set_clock (reader, YS_PAPER_CLOCK);
  pixels = asked_pixels (reader, 1, 100, 0, NULL);
  g_assert_cmphex (asked_pixel (pixels, 5, 5), ==, GREEN);
}

static void
test_cancel_open (void)
{
  g_autoptr (GBytes) bytes = made_coloured ();
  g_autoptr (YsPaperReader) reader = asked_reader_of_bytes (bytes);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ys_paper_reader_open_async (reader, cancellable, asked_cb, &result);
  g_cancellable_cancel (cancellable);
  asked_wait (&result);
  g_assert_false (ys_paper_reader_open_finish (reader, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (ys_paper_reader_get_n_pages (reader), ==, 0);
}

/* --- the worker's life ----------------------------------------------------------------------- */

static gboolean
no_child (gpointer data)
{
  return asked_count_children () == 0;
}

static void
test_idle (void)
{
  g_autoptr (YsPaperReader) reader = open_coloured ();
  g_autoptr (YsPaperPixels) pixels = NULL;

  g_assert_cmpuint (asked_count_children (), ==, 1);
  ys_paper_reader_set_idle (reader, 1);
  pixels = asked_pixels (reader, 0, 10, 0, NULL);
  g_assert_nonnull (pixels);
  asked_until (no_child, NULL);

  g_clear_pointer (&pixels, ys_paper_pixels_unref);
  pixels = asked_pixels (reader, 1, 10, 0, NULL);
  g_assert_cmphex (asked_pixel (pixels, 5, 5), ==, GREEN);
  g_assert_cmpuint (reader->losses, ==, 0);
}

static void
test_worn_out (void)
{
  g_autoptr (YsPaperReader) reader = open_coloured ();
  g_autoptr (YsPaperPixels) pixels = NULL;
  int before = asked_find_worker ();

  g_assert_cmpint (before, >, 0);
  reader->busy = 9 * G_USEC_PER_SEC;
  pixels = asked_pixels (reader, 1, 10, 0, NULL);
  g_assert_cmphex (asked_pixel (pixels, 5, 5), ==, GREEN);
  asked_until (asked_is_gone, GINT_TO_POINTER (before));
  g_assert_cmpint (asked_find_worker (), >, 0);
  g_assert_cmpint (reader->busy, <, 8 * G_USEC_PER_SEC);
  g_assert_cmpuint (reader->losses, ==, 0);
}

static void
test_close (void)
{
  g_autoptr (GBytes) bytes = made_laughing ("x");
  g_autoptr (YsPaperReader) reader = asked_open_bytes (bytes);
  YsPaperPicture laughing = { .page = 0, .width = 100 };
  g_autoptr (GAsyncResult) under_way = NULL;
  g_autoptr (GAsyncResult) waiting = NULL;
  g_autoptr (GAsyncResult) late = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) waiting_error = NULL;
  g_autoptr (GError) late_error = NULL;

  ys_paper_reader_render_async (reader, &laughing, YS_PAPER_NOW, NULL, asked_cb, &under_way);
  ys_paper_reader_text_async (reader, 0, YS_PAPER_NOW, NULL, asked_cb, &waiting);
  asked_until (is_under_way, reader);
  ys_paper_reader_close (reader);
  asked_wait (&under_way);
  asked_wait (&waiting);
  g_assert_null (ys_paper_reader_render_finish (reader, under_way, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_assert_null (ys_paper_reader_text_finish (reader, waiting, &waiting_error));
  g_assert_error (waiting_error, G_IO_ERROR, G_IO_ERROR_CLOSED);

  ys_paper_reader_text_async (reader, 0, YS_PAPER_NOW, NULL, asked_cb, &late);
  asked_wait (&late);
  g_assert_null (ys_paper_reader_text_finish (reader, late, &late_error));
  g_assert_error (late_error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  asked_until (no_child, NULL);
}

static void
close_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsPaperText) text
    = ys_paper_reader_text_finish (YS_PAPER_READER (source), result, NULL);

  ys_paper_reader_close (YS_PAPER_READER (source));
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
test_close_from_answer (void)
{
  YsPaperReader *reader = open_numbered (1);
  gboolean told = FALSE;

  ys_paper_reader_text_async (reader, 0, YS_PAPER_NOW, NULL, close_cb, &told);
  g_object_add_weak_pointer (G_OBJECT (reader), (gpointer *) &reader);
  g_object_unref (reader);
  asked_until (is_true, &told);
  asked_until (no_child, NULL);
  g_assert_null (reader);
}

static void
test_several (void)
{
  /* One process a document, and none is left behind. */
  YsPaperReader *readers[4];

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    readers[i] = open_coloured ();
  g_assert_cmpuint (asked_count_children (), ==, G_N_ELEMENTS (readers));
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    g_assert_finalize_object (readers[i]);
  asked_until (no_child, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/pages", test_pages);
  g_test_add_func ("/reader/colours", test_colours);
  g_test_add_func ("/reader/part", test_part);
  g_test_add_func ("/reader/thumbnails", test_thumbnails);
  g_test_add_func ("/reader/thousand", test_thousand);
  g_test_add_func ("/reader/boxes", test_boxes);
  g_test_add_func ("/reader/chinese", test_chinese);
  g_test_add_func ("/reader/no-words", test_no_words);
  g_test_add_func ("/reader/order", test_order);
  g_test_add_func ("/reader/cancel", test_cancel);
  g_test_add_func ("/reader/cancel-open", test_cancel_open);
  g_test_add_func ("/reader/idle", test_idle);
  g_test_add_func ("/reader/worn-out", test_worn_out);
  g_test_add_func ("/reader/close", test_close);
  g_test_add_func ("/reader/close-from-answer", test_close_from_answer);
  g_test_add_func ("/reader/several", test_several);
  return g_test_run ();
}
