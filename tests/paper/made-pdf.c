/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PDF files made for the tests. */
#include "made-pdf.h"

#include <string.h>

static void
begin_object (GString *pdf, GArray *offsets)
{
  gsize at = pdf->len;

  g_array_append_val (offsets, at);
  g_string_append_printf (pdf, "%u 0 obj\n", offsets->len);
}

static void
put_object (GString *pdf, GArray *offsets, const char *text)
{
  begin_object (pdf, offsets);
  g_string_append_printf (pdf, "%s\nendobj\n", text);
}

static void
put_page (GString *pdf, GArray *offsets, const MadePage *page)
{
  begin_object (pdf, offsets);
  g_string_append_printf (pdf,
                          "<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents %u 0 R %s "
                          ">>\nendobj\n",
                          page->box != NULL ? page->box : "0 0 595 842", offsets->len + 1,
                          page->more != NULL ? page->more : "/Resources << >>");
  begin_object (pdf, offsets);
  g_string_append_printf (pdf, "<< /Length %" G_GSIZE_FORMAT " >>\nstream\n%s\nendstream\nendobj\n",
                          strlen (page->content), page->content);
}

static void
put_end (GString *pdf, GArray *offsets)
{
  gsize start = pdf->len;

  g_string_append_printf (pdf, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
  for (guint i = 0; i < offsets->len; i++)
    g_string_append_printf (pdf, "%010" G_GSIZE_FORMAT " 00000 n \n",
                            g_array_index (offsets, gsize, i));
  g_string_append_printf (pdf,
                          "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%" G_GSIZE_FORMAT
                          "\n%%%%EOF\n",
                          offsets->len + 1, start);
}

GBytes *
made_pdf (const MadePage *pages, guint n_pages, const char *const *objects)
{
  static const char *const none[] = { NULL };
  const char *const *more = objects != NULL ? objects : none;
  guint first = 3 + g_strv_length ((char **) more);
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  GString *pdf = g_string_new ("%PDF-1.5\n");

  put_object (pdf, offsets, "<< /Type /Catalog /Pages 2 0 R >>");
  begin_object (pdf, offsets);
  g_string_append_printf (pdf, "<< /Type /Pages /Count %u /Kids [", n_pages);
  for (guint i = 0; i < n_pages; i++)
    g_string_append_printf (pdf, "%u 0 R ", first + 2 * i);
  g_string_append (pdf, "] >>\nendobj\n");
  for (; *more != NULL; more++)
    put_object (pdf, offsets, *more);
  for (guint i = 0; i < n_pages; i++)
    put_page (pdf, offsets, &pages[i]);
  put_end (pdf, offsets);
  return g_string_free_to_bytes (pdf);
}

char *
made_file (const char *folder, const char *name, GBytes *bytes)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  return path;
}

/* --- particular ones ------------------------------------------------------------------------- */

GBytes *
made_coloured (void)
{
  static const MadePage pages[] = {
    { .content = "1 0 0 rg 0 421 297.5 421 re f 0 0 1 rg 297.5 0 297.5 421 re f" },
    { .content = "0 1 0 rg 0 0 595 842 re f" },
  };

  return made_pdf (pages, G_N_ELEMENTS (pages), NULL);
}

#define COURIER "/Resources << /Font << /F1 3 0 R >> >>"

GBytes *
made_numbered (guint n)
{
  static const char *const objects[] = {
    "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    NULL,
  };
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (MadePage));
  g_autoptr (GStringChunk) contents = g_string_chunk_new (4096);

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *content = g_strdup_printf ("BT /F1 20 Tf 100 600 Td (Page %u) Tj ET", i);
      MadePage page = { .content = g_string_chunk_insert (contents, content), .more = COURIER };

      g_array_append_val (pages, page);
    }
  return made_pdf ((const MadePage *) (gpointer) pages->data, n, objects);
}

#define LEVELS 12

GBytes *
made_laughing (const char *laughs)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (MadePage));
  g_autofree char *more
    = g_strdup_printf ("/Resources << /XObject << /X %d 0 R >> >>", 3 + LEVELS - 1);

  for (int level = 0; level < LEVELS; level++)
    {
      const char *content = level == 0
                              ? "0 0 1 rg 0 0 500 500 re f"
                              : "/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do";

      g_ptr_array_add (
        objects, g_strdup_printf ("<< /Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources "
                                  "<< /XObject << /X %d 0 R >> >> /Length %" G_GSIZE_FORMAT
                                  " >>\nstream\n%s\nendstream",
                                  level == 0 ? 3 : 3 + level - 1, strlen (content), content));
    }
  g_ptr_array_add (objects, NULL);
  for (const char *at = laughs; *at != '\0'; at++)
    {
      MadePage page
        = { .content = *at == 'x' ? "/X Do" : "0 1 0 rg 0 0 595 842 re f", .more = more };

      g_array_append_val (pages, page);
    }
  return made_pdf ((const MadePage *) (gpointer) pages->data, pages->len,
                   (const char *const *) objects->pdata);
}

GBytes *
made_not_embedded (void)
{
  static const char *const objects[] = {
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
    "/DescendantFonts [4 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry "
    "(Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 5 0 R >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] "
    "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    NULL,
  };
  static const MadePage page = {
    .content = "BT /F1 40 Tf 100 600 Td <653F 5E9C 4FE1 606F> Tj ET",
    .more = COURIER,
  };

  return made_pdf (&page, 1, objects);
}
