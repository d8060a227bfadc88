/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The memory that a page is drawn into. Its seals are what keeps a hostile worker from pulling it
 * away under us (SIGBUS) and from changing pixels after they were handed on. */

#define _GNU_SOURCE
#include "paper/canvas.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#define BYTES_A_PIXEL 4

typedef struct
{
  void *at;
  gsize size;
} Mapping;

static void
unmap (gpointer data)
{
  Mapping *mapping = data;

  munmap (mapping->at, mapping->size);
  g_free (mapping);
}

static void
set_errno_error (GError **error)
{
  int saved = errno;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved), g_strerror (saved));
}

YsPaperPixels *
ys_paper_pixels_ref (YsPaperPixels *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
ys_paper_pixels_unref (YsPaperPixels *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_bytes_unref (self->bytes);
  g_free (self);
}

gsize
ys_paper_canvas_size (guint width, guint height)
{
  return (gsize) width * height * BYTES_A_PIXEL;
}

int
ys_paper_canvas_new (guint width, guint height, GError **error)
{
  int fd = memfd_create ("yishen-page", MFD_CLOEXEC | MFD_ALLOW_SEALING);

  if (fd >= 0 && ftruncate (fd, (off_t) ys_paper_canvas_size (width, height)) == 0
      && fcntl (fd, F_ADD_SEALS, F_SEAL_GROW | F_SEAL_SHRINK) == 0)
    return fd;

  set_errno_error (error);
  if (fd >= 0)
    close (fd);
  return -1;
}

YsPaperPixels *
ys_paper_canvas_freeze (int fd, guint width, guint height, GError **error)
{
  gsize size = ys_paper_canvas_size (width, height);
  YsPaperPixels *self;
  Mapping *mapping;
  void *at;

  if (fcntl (fd, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SEAL) != 0)
    {
      set_errno_error (error);
      return NULL;
    }
  /* Private, because kernels before 6.7 refuse a shared mapping of what is sealed against writing.
   */
  at = mmap (NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
  if (at == MAP_FAILED)
    {
      set_errno_error (error);
      return NULL;
    }

  mapping = g_new (Mapping, 1);
  *mapping = (Mapping){ at, size };
  self = g_new0 (YsPaperPixels, 1);
  g_atomic_ref_count_init (&self->refs);
  self->width = (int) width;
  self->height = (int) height;
  self->stride = (gsize) width * BYTES_A_PIXEL;
  self->bytes = g_bytes_new_with_free_func (at, size, unmap, mapping);
  return self;
}
