/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page drawn by poppler and cairo straight into the reader's memory. */

#define _GNU_SOURCE
#include "paper-worker/render.h"

#include "paper-worker/document.h"

#include <fcntl.h>
#include <math.h>
#include <sys/mman.h>
#include <sys/stat.h>

#define SEALS (F_SEAL_GROW | F_SEAL_SHRINK)

static guint8 *
map_canvas (const YsWireRender *render, int canvas, gsize size)
{
  struct stat about;
  void *at;

  if (canvas < 0 || fstat (canvas, &about) != 0 || (gsize) about.st_size != size
      || (fcntl (canvas, F_GET_SEALS) & SEALS) != SEALS)
    return NULL;
  at = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, canvas, 0);
  return at != MAP_FAILED ? at : NULL;
}

/* From points of the upright page to pixels of the turned one. */
static void
lay_out (cairo_t *cairo, const YsWireRender *render, double width, double height)
{
  gboolean lies = render->turn % 180 == 90;
  double across = lies ? height : width;
  double down = lies ? width : height;

  cairo_translate (cairo, -(double) render->part_x, -(double) render->part_y);
  cairo_scale (cairo, render->width / across, render->height / down);
  switch (render->turn)
    {
    case 90:
      cairo_translate (cairo, across, 0);
      break;
    case 180:
      cairo_translate (cairo, across, down);
      break;
    case 270:
      cairo_translate (cairo, 0, down);
      break;
    default:
      break;
    }
  cairo_rotate (cairo, render->turn * G_PI / 180);
}

static YsPaperError
draw (PopplerPage *page, const YsWireRender *render, cairo_surface_t *surface)
{
  cairo_t *cairo = cairo_create (surface);
  double width, height;
  cairo_status_t status;

  poppler_page_get_size (page, &width, &height);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  lay_out (cairo, render, width, height);
  if (render->printing)
    poppler_page_render_for_printing (page, cairo);
  else
    poppler_page_render (page, cairo);
  status = cairo_status (cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  /* Other trouble is a fault inside the page, and what could be drawn of it is shown. */
  return status == CAIRO_STATUS_NO_MEMORY ? YS_PAPER_ERROR_TOO_LARGE : 0;
}

YsPaperError
ys_worker_render (PopplerDocument *document, const YsWireRender *render, int canvas)
{
  gsize stride = (gsize) render->part_width * 4;
  gsize size = stride * render->part_height;
  YsWireSize measured = ys_worker_measure (document, render->page);
  g_autoptr (YsWorkerPage) page = NULL;
  cairo_surface_t *surface;
  YsPaperError trouble;
  guint8 *pixels;

  if (measured.width == 0)
    return YS_PAPER_ERROR_NOT_PDF;
  page = poppler_document_get_page (document, (int) render->page);
  if (page == NULL)
    return YS_PAPER_ERROR_NOT_PDF;
  pixels = map_canvas (render, canvas, size);
  if (pixels == NULL)
    return YS_PAPER_ERROR_CRASHED;

  surface
    = cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32, (int) render->part_width,
                                           (int) render->part_height, (int) stride);
  trouble = draw (page, render, surface);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  munmap (pixels, size);
  return trouble;
}
