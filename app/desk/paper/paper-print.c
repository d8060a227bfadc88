/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing is deferred: draw-page only asks, and the reader's answer finishes the sheet. */
#include "desk/paper/paper-print.h"

#include <math.h>

#include "paper/wire.h"

#define RESOLUTION_MIN 150
#define RESOLUTION_MAX 600

typedef struct
{
  GtkPrintOperation *operation;
  GtkPrintContext *context;
} Sheet;

static void
sheet_free (Sheet *self)
{
  g_object_unref (self->operation);
  g_object_unref (self->context);
  g_free (self);
}

static void
draw_pixels (Sheet *sheet, YsPaperPixels *pixels)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (sheet->context);
  double width = gtk_print_context_get_width (sheet->context);
  double height = gtk_print_context_get_height (sheet->context);
  double scale = MIN (width / pixels->width, height / pixels->height);
  gsize size;
  cairo_surface_t *surface = cairo_image_surface_create_for_data (
    (guchar *) g_bytes_get_data (pixels->bytes, &size), CAIRO_FORMAT_ARGB32, pixels->width,
    pixels->height, (int) pixels->stride);

  cairo_save (cr);
  cairo_translate (cr, (width - pixels->width * scale) / 2, (height - pixels->height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  /* What is kept for the printer must not point into memory that goes. */
  cairo_surface_flush (surface);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

static void
draw_failure (Sheet *sheet, const GError *error)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (sheet->context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (sheet->context);

  pango_layout_set_width (layout,
                          (int) gtk_print_context_get_width (sheet->context) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, error->message, -1);
  pango_cairo_show_layout (cr, layout);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Sheet *sheet = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsPaperPixels) pixels
    = ys_paper_reader_render_finish (YS_PAPER_READER (source), result, &error);

  /* Someone may have stopped the printing meanwhile. */
  if (!gtk_print_operation_is_finished (sheet->operation))
    {
      if (pixels != NULL)
        draw_pixels (sheet, pixels);
      else
        draw_failure (sheet, error);
      gtk_print_operation_draw_page_finish (sheet->operation);
    }
  sheet_free (sheet);
}

/* Pixels that the sheet is wide, within what may be asked for. */
static guint
find_width (YsPaperReader *reader, guint page, GtkPrintOperation *operation,
            GtkPrintContext *context)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  int asked = settings != NULL ? gtk_print_settings_get_resolution (settings) : RESOLUTION_MIN;
  double resolution = CLAMP (asked, RESOLUTION_MIN, RESOLUTION_MAX);
  double width, height, scale, most;

  ys_paper_reader_get_size (reader, page, &width, &height);
  /* Both sides are points. */
  scale = MIN (gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);
  most = sqrt (0.98 * YS_PAPER_MAX_PIXELS * width / height);
  most = MIN (most, (YS_PAPER_MAX_EDGE - 1) * MIN (1, width / height));
  return (guint) CLAMP (width * scale * resolution / 72, 1, most);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page,
              YsPaperReader *reader)
{
  Sheet *sheet = g_new0 (Sheet, 1);
  YsPaperPicture picture = { .page = (guint) page, .printing = TRUE };

  picture.width = find_width (reader, (guint) page, operation, context);
  sheet->operation = g_object_ref (operation);
  sheet->context = g_object_ref (context);
  gtk_print_operation_set_defer_drawing (operation);
  ys_paper_reader_render_async (reader, &picture, YS_PAPER_SOON, NULL, drawn_cb, sheet);
}

/* A page that lies gets a sheet that lies. */
static void
request_page_setup_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page,
                       GtkPageSetup *setup, YsPaperReader *reader)
{
  double width, height;

  ys_paper_reader_get_size (reader, (guint) page, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

GtkPrintOperation *
ys_paper_print_new (YsPaperReader *reader, const char *name, guint page)
{
  g_return_val_if_fail (YS_IS_PAPER_READER (reader) && name != NULL, NULL);

  GtkPrintOperation *operation = gtk_print_operation_new ();

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_n_pages (operation, (int) ys_paper_reader_get_n_pages (reader));
  gtk_print_operation_set_current_page (operation, (int) page);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_object_ref (reader),
                         (GClosureNotify) (GCallback) g_object_unref, 0);
  g_signal_connect_object (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb),
                           reader, 0);
  return operation;
}
