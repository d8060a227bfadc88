/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document as the worker opens it. */

#define _GNU_SOURCE
#include "paper-worker/document.h"

#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Where the standard lets the header begin, at the latest. */
#define HEADER_WITHIN 1024

/* Poppler would search a gigabyte of nonsense for pages; a file without the header is none. */
static gboolean
has_header (int fd)
{
  char start[HEADER_WITHIN];
  gssize n = pread (fd, start, sizeof start, 0);

  return n > 0 && memmem (start, (gsize) n, "%PDF-", 5) != NULL;
}

PopplerDocument *
ys_worker_open (int fd, YsPaperError *trouble)
{
  g_autoptr (YsWorkerDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  struct stat about;
  int n_pages;

  *trouble = YS_PAPER_ERROR_NOT_PDF;
  if (fstat (fd, &about) == 0 && about.st_size > YS_PAPER_MAX_BYTES)
    *trouble = YS_PAPER_ERROR_TOO_LARGE;
  if (*trouble == YS_PAPER_ERROR_TOO_LARGE || !has_header (fd))
    {
      close (fd);
      return NULL;
    }

  document = poppler_document_new_from_fd (fd, NULL, &error);
  if (document == NULL)
    {
      if (g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
        *trouble = YS_PAPER_ERROR_ENCRYPTED;
      return NULL;
    }
  n_pages = poppler_document_get_n_pages (document);
  if (n_pages > YS_PAPER_MAX_PAGES)
    *trouble = YS_PAPER_ERROR_TOO_LARGE;
  return n_pages >= 1 && n_pages <= YS_PAPER_MAX_PAGES ? g_steal_pointer (&document) : NULL;
}

guint32
ys_worker_count_pages (PopplerDocument *document)
{
  return (guint32) poppler_document_get_n_pages (document);
}

static guint32
thousandths (double points)
{
  return (guint32) CLAMP (floor (points * 1000 + 0.5), 0, (double) G_MAXUINT32);
}

YsWireSize
ys_worker_measure (PopplerDocument *document, guint32 page)
{
  g_autoptr (YsWorkerPage) found = NULL;
  double width = 0, height = 0;
  YsWireSize size;

  if (page < ys_worker_count_pages (document))
    found = poppler_document_get_page (document, (int) page);
  if (found != NULL)
    poppler_page_get_size (found, &width, &height);
  if (!isfinite (width) || !isfinite (height))
    return (YsWireSize){ 0, 0 };
  size = (YsWireSize){ thousandths (width), thousandths (height) };
  if (size.width == 0 || size.height == 0)
    return (YsWireSize){ 0, 0 };
  return size;
}
