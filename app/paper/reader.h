/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsPaperReader: one document, read by one confined worker that is started when needed, and again
 * when a page has broken it. Everything is asked for and answered on the main context of the thread
 * that made it; an answer's callback must not turn that loop itself, since the next answer comes
 * behind it. No PDF is looked into on this side, only pixels, sizes and characters. */
#pragma once

#include "paper/canvas.h"
#include "paper/text.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Milliseconds that one page may take, and after which an idle worker is let go. */
#define YS_PAPER_CLOCK 10000
#define YS_PAPER_IDLE 60000
/* Workers lost over one document before it is given up as a whole. */
#define YS_PAPER_MAX_LOSSES 32

#define YS_TYPE_PAPER_READER (ys_paper_reader_get_type ())
G_DECLARE_FINAL_TYPE (YsPaperReader, ys_paper_reader, YS, PAPER_READER, GObject)

/* What waits is answered in this order, and in the order of asking within it. */
typedef enum
{
  YS_PAPER_NOW,   /* a page that someone looks at */
  YS_PAPER_SOON,  /* its neighbours, thumbnails, the page under search */
  YS_PAPER_LATER, /* the text of a whole document */
} YsPaperUrgency;

/**
 * YsPaperPicture:
 * @page: counted from 0
 * @width: of the whole page after turning, in pixels; its height follows from the page
 * @turn: 0, 90, 180 or 270 degrees clockwise
 * @printing: with the annotations that are printed, instead of those that are seen
 * @part_x, @part_y, @part_width, @part_height: the part of it that is wanted, in pixels; all if
 *   @part_width is 0
 *
 * A picture to be drawn: at most 40 Mpx, out of a whole with edges of at most 32,767.
 */
typedef struct
{
  guint page;
  guint width;
  guint turn;
  gboolean printing;
  guint part_x;
  guint part_y;
  guint part_width;
  guint part_height;
} YsPaperPicture;

/* A reader of the document @fd, a regular file open for reading, which it takes over
 * (paper/document.h makes one). Nothing is read yet. */
YsPaperReader *ys_paper_reader_new (int fd);

/* Shorter or longer than the two above; the clock is at most YS_PAPER_CLOCK, and an idle time of 0
 * keeps the worker for ever. */
void ys_paper_reader_set_clock (YsPaperReader *self, guint milliseconds);
void ys_paper_reader_set_idle (YsPaperReader *self, guint milliseconds);

/* Starts the worker, counts the pages and learns their sizes. To be called once, and to be
 * finished before anything else is asked. Fails with YS_PAPER_ERROR, or G_IO_ERROR_CANCELLED,
 * after which the reader is closed. */
void ys_paper_reader_open_async (YsPaperReader *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean ys_paper_reader_open_finish (YsPaperReader *self, GAsyncResult *result, GError **error);

/* 0 before the document is open. */
guint ys_paper_reader_get_n_pages (YsPaperReader *self);
/* In points (1/72 inch), as the page stands before it is turned. FALSE, and A4 as what to leave
 * room for, if the page cannot be read. */
gboolean ys_paper_reader_get_size (YsPaperReader *self, guint page, double *width, double *height);
/* The height in pixels that a picture of @width will have: at least 1. */
guint ys_paper_reader_get_height (YsPaperReader *self, guint page, guint width, guint turn);
/* The walls around the worker that ran last (YsPaperConfinement). */
guint ys_paper_reader_get_confinement (YsPaperReader *self);

/* Draws. Fails with YS_PAPER_ERROR, which for a page that broke the worker once is remembered and
 * not tried again, with G_IO_ERROR_CANCELLED at once when @cancellable is cancelled, or with
 * G_IO_ERROR_CLOSED. */
void ys_paper_reader_render_async (YsPaperReader *self,
                                   const YsPaperPicture *picture,
                                   YsPaperUrgency urgency,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
YsPaperPixels *
ys_paper_reader_render_finish (YsPaperReader *self, GAsyncResult *result, GError **error);

/* Reads the characters of @page; the same failures. */
void ys_paper_reader_text_async (YsPaperReader *self,
                                 guint page,
                                 YsPaperUrgency urgency,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
YsPaperText *
ys_paper_reader_text_finish (YsPaperReader *self, GAsyncResult *result, GError **error);

/* Kills the worker and fails what waits with G_IO_ERROR_CLOSED. Done too when the reader goes. */
void ys_paper_reader_close (YsPaperReader *self);

/* Which walls a worker would stand in on this computer, tried with one that is given no document:
 * YsPaperConfinement, or 0 with YS_PAPER_ERROR_UNCONFINED or _NOT_STARTED. */
void
ys_paper_probe_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
guint ys_paper_probe_finish (GAsyncResult *result, GError **error);

G_END_DECLS
