/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hostile documents as a whole: what cannot be read is named. Single pages stand in
 * test-hostile-page.c. */
#include "asked.h"
#include "made-pdf.h"

#include <string.h>

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static GBytes *
read_sample (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("SAMPLE_PDF_DIR"), name, NULL);
  char *data;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  return g_bytes_new_take (data, size);
}

static GBytes *
cut (GBytes *whole, double share)
{
  g_autoptr (GBytes) held = whole;

  return g_bytes_new_from_bytes (held, 0, (gsize) (g_bytes_get_size (held) * share));
}

static GBytes *
make_empty (void)
{
  return bytes_of ("");
}

static GBytes *
make_prose (void)
{
  return bytes_of ("依申请公开，不是文件。\n");
}

static GBytes *
make_head_only (void)
{
  return bytes_of ("%PDF-1.7\n");
}

static GBytes *
make_noise (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (711);
  GByteArray *noise = g_byte_array_new ();

  g_byte_array_append (noise, (const guint8 *) "%PDF-1.7\n", 9);
  for (guint i = 0; i < 1000000; i++)
    {
      guint8 byte = (guint8) g_rand_int_range (dice, 0, 256);

      g_byte_array_append (noise, &byte, 1);
    }
  return g_byte_array_free_to_bytes (noise);
}

static GBytes *
make_late_head (void)
{
  g_autoptr (GBytes) pdf = made_coloured ();
  g_autofree char *padding = g_strnfill (2000, '\n');
  GByteArray *all = g_byte_array_new ();

  g_byte_array_append (all, (const guint8 *) padding, 2000);
  g_byte_array_append (all, g_bytes_get_data (pdf, NULL), (guint) g_bytes_get_size (pdf));
  return g_byte_array_free_to_bytes (all);
}

static GBytes *
make_too_many_pages (void)
{
  return made_numbered (20000);
}

static GBytes *
make_one_page_too_many (void)
{
  return made_numbered (YS_PAPER_MAX_PAGES + 1);
}

static GBytes *
make_encrypted (void)
{
  /* A user password is wanted: RC4 of 128 bits, with keys of no meaning. */
  static const MadePage page = { .content = "" };
  g_autoptr (GBytes) plain = made_pdf (&page, 1, NULL);
  g_autoptr (GString) pdf
    = g_string_new_len (g_bytes_get_data (plain, NULL), (gssize) g_bytes_get_size (plain));

  g_string_replace (pdf, "/Root 1 0 R",
                    "/Root 1 0 R /ID [<00112233445566778899AABBCCDDEEFF> "
                    "<00112233445566778899AABBCCDDEEFF>] /Encrypt << /Filter /Standard /V 2 /R 3 "
                    "/Length 128 /P -44 /O "
                    "<0102030405060708091011121314151617181920212223242526272829303132> /U "
                    "<0102030405060708091011121314151600000000000000000000000000000000> >>",
                    1);
  return g_string_free_to_bytes (g_steal_pointer (&pdf));
}

static GBytes *
make_start_of_sample (void)
{
  return cut (read_sample ("reply.pdf"), 0.5);
}

/* A tree of pages 20,000 levels deep, with no leaf. */
static GBytes *
make_nested_tree (void)
{
  g_autoptr (GString) pdf
    = g_string_new ("%PDF-1.5\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n");

  for (guint i = 2; i < 20000; i++)
    g_string_append_printf (pdf, "%u 0 obj << /Type /Pages /Count 1 /Kids [%u 0 R] >> endobj\n", i,
                            i + 1);
  g_string_append (pdf, "trailer << /Root 1 0 R /Size 20001 >>\nstartxref\n0\n%%EOF\n");
  return g_string_free_to_bytes (g_steal_pointer (&pdf));
}

static const struct
{
  const char *what;
  GBytes *(*make) (void);
  YsPaperError code;
} WHOLES[] = {
  { "no bytes", make_empty, YS_PAPER_ERROR_NOT_PDF },
  { "prose", make_prose, YS_PAPER_ERROR_NOT_PDF },
  { "the header alone", make_head_only, YS_PAPER_ERROR_NOT_PDF },
  { "noise after the header", make_noise, YS_PAPER_ERROR_NOT_PDF },
  { "a header too late", make_late_head, YS_PAPER_ERROR_NOT_PDF },
  { "20,000 pages", make_too_many_pages, YS_PAPER_ERROR_TOO_LARGE },
  { "10,001 pages", make_one_page_too_many, YS_PAPER_ERROR_TOO_LARGE },
  { "a password", make_encrypted, YS_PAPER_ERROR_ENCRYPTED },
  { "the first half", make_start_of_sample, YS_PAPER_ERROR_NOT_PDF },
};

static void
test_wholes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (WHOLES); i++)
    {
      g_autoptr (GBytes) bytes = WHOLES[i].make ();
      g_autoptr (YsPaperReader) reader = asked_reader_of_bytes (bytes);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", WHOLES[i].what);
      g_assert_false (asked_open (reader, &error));
      g_assert_error (error, YS_PAPER_ERROR, (int) WHOLES[i].code);
      g_assert_cmpuint (ys_paper_reader_get_n_pages (reader), ==, 0);
    }
}

static void
test_most_pages (void)
{
  g_autoptr (GBytes) bytes = made_numbered (YS_PAPER_MAX_PAGES);
  g_autoptr (YsPaperReader) reader = asked_open_bytes (bytes);
  g_autoptr (YsPaperText) text = asked_text (reader, YS_PAPER_MAX_PAGES - 1, NULL);

  g_assert_cmpstr (ys_paper_text_get_string (text), ==, "Page 10000");
}

static void
test_truncated (void)
{
  /* Cut anywhere: it opens or is named, and what opens can be asked. */
  g_autoptr (GBytes) whole = read_sample ("request.pdf");

  for (guint tenths = 1; tenths < 10; tenths++)
    {
      g_autoptr (GBytes) bytes = cut (g_bytes_ref (whole), tenths / 10.0);
      g_autoptr (YsPaperReader) reader = asked_reader_of_bytes (bytes);
      g_autoptr (GError) error = NULL;

      if (asked_open (reader, &error))
        {
          g_autoptr (YsPaperPixels) pixels = asked_pixels (reader, 0, 200, 0, &error);

          g_assert_true (pixels != NULL || error->domain == YS_PAPER_ERROR);
        }
      else
        g_assert_error (error, YS_PAPER_ERROR, YS_PAPER_ERROR_NOT_PDF);
    }
}

static void
test_flipped (void)
{
  /* Bytes changed at random places: every page comes or is named, and there is always an answer. */
  g_autoptr (GBytes) whole = read_sample ("receipt.pdf");
  g_autoptr (GRand) dice = g_rand_new_with_seed (711);
  guint opened = 0, drawn = 0;

  for (guint round = 0; round < 60; round++)
    {
      gsize size = g_bytes_get_size (whole);
      guint8 *copy = g_memdup2 (g_bytes_get_data (whole, NULL), size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (YsPaperReader) reader = NULL;

      for (guint i = 0; i < 20; i++)
        copy[g_rand_int_range (dice, 10, (gint32) size)] = (guint8) g_rand_int_range (dice, 0, 256);
      bytes = g_bytes_new_take (copy, size);
      reader = asked_reader_of_bytes (bytes);
      if (!asked_open (reader, NULL))
        continue;
      opened++;
      for (guint page = 0; page < ys_paper_reader_get_n_pages (reader); page++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (YsPaperPixels) pixels = asked_pixels (reader, page, 100, 0, &error);
          g_autoptr (YsPaperText) text = asked_text (reader, page, NULL);

          g_assert_true (pixels != NULL || error->domain == YS_PAPER_ERROR);
          drawn += pixels != NULL;
        }
    }
  g_test_message ("%u of 60 opened, %u pages drawn", opened, drawn);
  g_assert_cmpuint (drawn, >, 0);
}

static void
test_nested_tree (void)
{
  /* It says that it has a page, and there is none. */
  g_autoptr (GBytes) bytes = make_nested_tree ();
  g_autoptr (YsPaperReader) reader = asked_open_bytes (bytes);
  g_autoptr (GError) error = NULL;
  double width, height;

  g_assert_cmpuint (ys_paper_reader_get_n_pages (reader), ==, 1);
  g_assert_false (ys_paper_reader_get_size (reader, 0, &width, &height));
  g_assert_null (asked_text (reader, 0, &error));
  g_assert_error (error, YS_PAPER_ERROR, YS_PAPER_ERROR_NOT_PDF);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile/wholes", test_wholes);
  g_test_add_func ("/hostile/nested-tree", test_nested_tree);
  g_test_add_func ("/hostile/most-pages", test_most_pages);
  g_test_add_func ("/hostile/truncated", test_truncated);
  g_test_add_func ("/hostile/flipped", test_flipped);
  return g_test_run ();
}
