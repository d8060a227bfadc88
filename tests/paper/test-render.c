/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The worker's drawing and reading, called in this process without walls. That the confined worker
 * gives the very same pixels shows that the walls take no font away; that pdftocairo gives nearly
 * the same shows that they are the page. */
#define _GNU_SOURCE
#include "asked.h"
#include "made-pdf.h"
#include "paper-worker/document.h"
#include "paper-worker/render.h"
#include "paper-worker/words.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static GBytes *
read_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("SAMPLE_PDF_DIR"), "reply.pdf", NULL);
  char *data;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  return g_bytes_new_take (data, size);
}

static GBytes *
make_one (void)
{
  return made_numbered (1);
}

static const struct
{
  const char *what;
  GBytes *(*make) (void);
  const char *words;
} DOCUMENTS[] = {
  { "Chinese fonts inside", read_sample, "政府信息公开" },
  { "Courier from the system", make_one, "Page 1" },
  { "Chinese from the system", made_not_embedded, "政府信息" },
};

static PopplerDocument *
open_here (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  YsPaperError trouble;
  PopplerDocument *document
    = ys_worker_open (ys_paper_document_from_stream (stream, NULL, NULL), &trouble);

  g_assert_nonnull (document);
  return document;
}

static YsPaperPixels *
draw_here (GBytes *bytes, guint32 width, guint32 height)
{
  g_autoptr (YsWorkerDocument) document = open_here (bytes);
  YsWireRender render
    = { .width = width, .height = height, .part_width = width, .part_height = height };
  int canvas = ys_paper_canvas_new (width, height, NULL);
  YsPaperPixels *pixels;

  g_assert_cmpint (ys_worker_render (document, &render, canvas), ==, 0);
  pixels = ys_paper_canvas_freeze (canvas, width, height, NULL);
  close (canvas);
  g_assert_nonnull (pixels);
  return pixels;
}

static guint
count_dark (YsPaperPixels *pixels)
{
  guint dark = 0;

  for (int y = 0; y < pixels->height; y++)
    for (int x = 0; x < pixels->width; x++)
      dark += (asked_pixel (pixels, x, y) & 0xff00) < 0x8000;
  return dark;
}

static void
test_same_as_confined (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (DOCUMENTS); i++)
    {
      g_autoptr (GBytes) bytes = DOCUMENTS[i].make ();
      g_autoptr (YsPaperReader) reader = asked_open_bytes (bytes);
      g_autoptr (YsPaperPixels) confined = asked_pixels (reader, 0, 800, 0, NULL);
      g_autoptr (YsPaperPixels) here = draw_here (bytes, 800, (guint32) confined->height);
      g_autoptr (YsPaperText) text = asked_text (reader, 0, NULL);
      g_autoptr (GArray) spans = ys_paper_text_find (text, DOCUMENTS[i].words);

      g_test_message ("%s: %u dark pixels", DOCUMENTS[i].what, count_dark (here));
      g_assert_cmpuint (count_dark (here), >, 100);
      g_assert_true (g_bytes_equal (confined->bytes, here->bytes));
      g_assert_cmpuint (spans->len, >=, 1);
    }
}

/* The mean difference between two pictures, a channel, of 255. */
static double
measure_difference (YsPaperPixels *pixels, cairo_surface_t *other)
{
  const guint8 *theirs = cairo_image_surface_get_data (other);
  const guint8 *ours = g_bytes_get_data (pixels->bytes, NULL);
  gsize stride = (gsize) cairo_image_surface_get_stride (other);
  guint64 sum = 0;

  for (int y = 0; y < pixels->height; y++)
    for (int x = 0; x < 4 * pixels->width; x++)
      if (x % 4 != 3)
        sum += (guint64) ABS ((int) ours[y * pixels->stride + (gsize) x]
                              - (int) theirs[y * stride + (gsize) x]);
  return (double) sum / (3.0 * pixels->width * pixels->height);
}

static void
test_like_pdftocairo (void)
{
  g_autofree char *program = g_find_program_in_path ("pdftocairo");
  g_autofree char *sample = g_build_filename (g_getenv ("SAMPLE_PDF_DIR"), "reply.pdf", NULL);
  g_autofree char *folder = g_dir_make_tmp ("yishen-render-XXXXXX", NULL);
  g_autofree char *root = g_build_filename (folder, "page", NULL);
  g_autofree char *png = g_strconcat (root, ".png", NULL);
  const char *const line[] = { "pdftocairo",  "-png", "-singlefile", "-scale-to-x", "800",
                               "-scale-to-y", "1131", sample,        root,          NULL };
  g_autoptr (GBytes) bytes = read_sample ();
  g_autoptr (YsPaperPixels) pixels = draw_here (bytes, 800, 1131);
  g_autoptr (YsPaperPixels) other_size = NULL;
  cairo_surface_t *theirs;

  if (program == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      g_rmdir (folder);
      return;
    }
  g_assert_true (g_spawn_sync (NULL, (char **) line, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
  theirs = cairo_image_surface_create_from_png (png);
  g_assert_cmpint (cairo_surface_status (theirs), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (theirs), ==, 800);
  g_test_message ("mean difference %.4f", measure_difference (pixels, theirs));
  g_assert_cmpfloat (measure_difference (pixels, theirs), <, 1);
  cairo_surface_destroy (theirs);
  g_remove (png);
  g_rmdir (folder);
}

static void
test_canvas_refused (void)
{
  g_autoptr (GBytes) bytes = made_coloured ();
  g_autoptr (YsWorkerDocument) document = open_here (bytes);
  YsWireRender render = { .width = 40, .height = 57, .part_width = 40, .part_height = 57 };
  int small = ys_paper_canvas_new (40, 56, NULL);
  int large = ys_paper_canvas_new (40, 58, NULL);
  int right = ys_paper_canvas_new (40, 57, NULL);
  int pipes[2];

  g_assert_cmpint (pipe (pipes), ==, 0);
  g_assert_cmpint (ys_worker_render (document, &render, -1), ==, YS_PAPER_ERROR_CRASHED);
  g_assert_cmpint (ys_worker_render (document, &render, small), ==, YS_PAPER_ERROR_CRASHED);
  g_assert_cmpint (ys_worker_render (document, &render, large), ==, YS_PAPER_ERROR_CRASHED);
  g_assert_cmpint (ys_worker_render (document, &render, pipes[0]), ==, YS_PAPER_ERROR_CRASHED);
  g_assert_cmpint (ys_worker_render (document, &render, right), ==, 0);
  render.page = 2;
  g_assert_cmpint (ys_worker_render (document, &render, right), ==, YS_PAPER_ERROR_NOT_PDF);
  close (small);
  close (large);
  close (right);
  close (pipes[0]);
  close (pipes[1]);
}

static void
test_printing (void)
{
  /* An annotation that is printed and not seen, and one the other way round. */
  static const char *const objects[] = {
    "<< /Type /Annot /Subtype /Square /Rect [0 421 595 842] /F 36 /AP << /N 5 0 R >> >>",
    "<< /Type /Annot /Subtype /Square /Rect [0 0 595 421] /F 0 /AP << /N 5 0 R >> >>",
    "<< /Type /XObject /Subtype /Form /BBox [0 0 595 421] /Length 30 >>\nstream\n"
    "1 0 0 rg 0 0 595 421 re f     \nendstream",
    NULL,
  };
  static const MadePage page = { .content = "", .more = "/Annots [3 0 R 4 0 R] /Resources << >>" };
  g_autoptr (GBytes) bytes = made_pdf (&page, 1, objects);
  g_autoptr (YsPaperReader) reader = asked_open_bytes (bytes);

  for (int printing = 0; printing < 2; printing++)
    {
      YsPaperPicture picture = { .width = 100, .printing = printing };
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (YsPaperPixels) pixels = NULL;

      ys_paper_reader_render_async (reader, &picture, YS_PAPER_NOW, NULL, asked_cb, &result);
      asked_wait (&result);
      pixels = ys_paper_reader_render_finish (reader, result, NULL);
      g_assert_cmphex (asked_pixel (pixels, 50, 30), ==, printing ? 0xffff0000 : 0xffffffff);
      g_assert_cmphex (asked_pixel (pixels, 50, 110), ==, printing ? 0xffffffff : 0xffff0000);
    }
}

static void
test_many_words (void)
{
  /* More characters than are told: 70 lines of 3,000. */
  static const char *const objects[] = {
    "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    NULL,
  };
  g_autofree char *line = g_strnfill (3000, 'x');
  g_autoptr (GString) content = g_string_new ("BT /F1 5.2 Tf 0 800 Td");
  g_autoptr (YsWorkerDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GArray) words = NULL;
  MadePage page = { .box = "0 0 10000 842", .more = "/Resources << /Font << /F1 3 0 R >> >>" };
  gboolean cut;

  for (guint i = 0; i < 70; i++)
    g_string_append_printf (content, " (%s) Tj 0 -10 Td", line);
  g_string_append (content, " ET");
  page.content = content->str;
  bytes = made_pdf (&page, 1, objects);
  document = open_here (bytes);
  words = ys_worker_read_words (document, 0, &cut);
  g_assert_cmpuint (words->len, ==, YS_PAPER_MAX_TEXT);
  g_assert_true (cut);
  g_assert_null (ys_worker_read_words (document, 1, &cut));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/same-as-confined", test_same_as_confined);
  g_test_add_func ("/render/like-pdftocairo", test_like_pdftocairo);
  g_test_add_func ("/render/canvas-refused", test_canvas_refused);
  g_test_add_func ("/render/printing", test_printing);
  g_test_add_func ("/render/many-words", test_many_words);
  return g_test_run ();
}
