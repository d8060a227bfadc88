/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The memory that a page is drawn into: made here, exact in size, sealed, lent to the worker for
 * one page and frozen before anyone looks at it. What is drawn is not known here. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * YsPaperPixels:
 * @width, @height: in pixels
 * @stride: bytes a row
 * @bytes: @stride × @height bytes of CAIRO_FORMAT_ARGB32 (premultiplied, native byte order), which
 *   GTK calls GDK_MEMORY_DEFAULT
 *
 * A drawn page, immutable and refcounted.
 */
typedef struct
{
  int width;
  int height;
  gsize stride;
  GBytes *bytes;

  /*< private >*/
  gatomicrefcount refs;
} YsPaperPixels;

YsPaperPixels *ys_paper_pixels_ref (YsPaperPixels *self);
void ys_paper_pixels_unref (YsPaperPixels *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPaperPixels, ys_paper_pixels_unref)

/* Bytes of a canvas of @width × @height pixels: rows without padding. */
gsize ys_paper_canvas_size (guint width, guint height);

/* A new memfd of exactly ys_paper_canvas_size() bytes that can neither grow nor shrink, or -1 with
 * a GIOErrorEnum. The caller closes it. */
int ys_paper_canvas_new (guint width, guint height, GError **error);

/* Takes the pixels out of the canvas @fd (which is left open), forbidding all further writing.
 * NULL with G_IO_ERROR_BUSY if the worker has kept it mapped, which an honest one never does. */
YsPaperPixels *ys_paper_canvas_freeze (int fd, guint width, guint height, GError **error);

G_END_DECLS
