/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The worker's conversation: frames in, frames out. What a page looks like stands in render.c and
 * words.c, the walls in confine.c. */

#define _GNU_SOURCE
#include "paper-worker/serve.h"

#include "paper-worker/confine.h"
#include "paper-worker/document.h"
#include "paper-worker/render.h"
#include "paper-worker/words.h"
#include "paper/wire.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

typedef struct
{
  PopplerDocument *document;
  GByteArray *heard;
  GByteArray *answer;
  int canvas;
} Worker;

static gboolean
say (Worker *self)
{
  gsize done = 0;

  while (done < self->answer->len)
    {
      gssize n = send (YS_PAPER_FD_WIRE, self->answer->data + done, self->answer->len - done,
                       MSG_NOSIGNAL);

      if (n < 0 && errno != EINTR)
        return FALSE;
      done += MAX (n, 0);
    }
  g_byte_array_set_size (self->answer, 0);
  return TRUE;
}

static void
drop_canvas (Worker *self)
{
  if (self->canvas >= 0)
    close (self->canvas);
  self->canvas = -1;
}

/* Reads more bytes, and the canvas if one comes with them. FALSE at the end. */
static gboolean
listen_on (Worker *self)
{
  union
  {
    struct cmsghdr head;
    char room[CMSG_SPACE (sizeof (int))];
  } control;
  guint8 bytes[256];
  struct iovec vector = { bytes, sizeof bytes };
  struct msghdr message = {
    .msg_iov = &vector,
    .msg_iovlen = 1,
    .msg_control = &control,
    .msg_controllen = sizeof control,
  };
  struct cmsghdr *head;
  gssize n;

  do
    n = recvmsg (YS_PAPER_FD_WIRE, &message, MSG_CMSG_CLOEXEC);
  while (n < 0 && errno == EINTR);
  if (n <= 0)
    return FALSE;

  head = CMSG_FIRSTHDR (&message);
  if (head != NULL && head->cmsg_level == SOL_SOCKET && head->cmsg_type == SCM_RIGHTS
      && head->cmsg_len == CMSG_LEN (sizeof (int)))
    {
      drop_canvas (self);
      memcpy (&self->canvas, CMSG_DATA (head), sizeof (int));
    }
  g_byte_array_append (self->heard, bytes, (guint) n);
  return TRUE;
}

static void
answer_sizes (Worker *self, const YsWireFrame *frame)
{
  YsWireSize sizes[YS_PAPER_MAX_SIZES];
  guint32 first, count;

  if (!ys_wire_get_sizes (frame, &first, &count))
    {
      ys_wire_put_failed (self->answer, YS_WIRE_SIZES, frame->serial, YS_PAPER_ERROR_TOO_LARGE);
      return;
    }
  for (guint32 i = 0; i < count; i++)
    sizes[i] = ys_worker_measure (self->document, first + i);
  ys_wire_put_sized (self->answer, frame->serial, first, sizes, count);
}

static void
answer_render (Worker *self, const YsWireFrame *frame)
{
  YsPaperError trouble = YS_PAPER_ERROR_TOO_LARGE;
  YsWireRender render;

  if (ys_wire_get_render (frame, &render))
    trouble = ys_worker_render (self->document, &render, self->canvas);
  if (trouble != 0)
    ys_wire_put_failed (self->answer, YS_WIRE_RENDER, frame->serial, trouble);
  else
    ys_wire_put_rendered (self->answer, frame->serial);
}

static void
answer_text (Worker *self, const YsWireFrame *frame)
{
  g_autoptr (GArray) characters = NULL;
  guint32 page;
  gboolean cut;

  if (ys_wire_get_text (frame, &page))
    characters = ys_worker_read_words (self->document, page, &cut);
  if (characters == NULL)
    ys_wire_put_failed (self->answer, YS_WIRE_TEXT, frame->serial, YS_PAPER_ERROR_NOT_PDF);
  else
    ys_wire_put_characters (self->answer, frame->serial, cut,
                            (const YsWireCharacter *) (gpointer) characters->data, characters->len);
}

static void
answer_open (Worker *self, const YsWireFrame *frame)
{
  YsPaperError trouble = 0;

  if (self->document == NULL)
    self->document = ys_worker_open (YS_PAPER_FD_DOCUMENT, &trouble);
  if (self->document == NULL)
    ys_wire_put_failed (self->answer, YS_WIRE_OPEN, frame->serial, trouble);
  else
    ys_wire_put_opened (self->answer, frame->serial, ys_worker_count_pages (self->document));
}

/* FALSE if the request makes no sense: the reader never asks before it has opened. */
static gboolean
obey (Worker *self, const YsWireFrame *frame)
{
  if (frame->kind == YS_WIRE_OPEN)
    answer_open (self, frame);
  else if (self->document == NULL)
    return FALSE;
  else if (frame->kind == YS_WIRE_SIZES)
    answer_sizes (self, frame);
  else if (frame->kind == YS_WIRE_RENDER)
    answer_render (self, frame);
  else
    answer_text (self, frame);
  drop_canvas (self);
  return say (self);
}

static int
converse (Worker *self)
{
  YsWireFrame frame;
  gsize used;

  while (listen_on (self))
    {
      switch (ys_wire_take (YS_WIRE_TO_WORKER, self->heard->data, self->heard->len, &frame, &used))
        {
        case YS_WIRE_MORE:
          break;
        case YS_WIRE_TAKEN:
          if (!obey (self, &frame))
            return 1;
          g_byte_array_remove_range (self->heard, 0, (guint) used);
          break;
        case YS_WIRE_BROKEN:
        default:
          return 1;
        }
    }
  return 0;
}

int
ys_worker_serve (gboolean in_bwrap)
{
  Worker self = { .canvas = -1 };
  guint confinement;
  int status = 1;

  self.heard = g_byte_array_new ();
  self.answer = g_byte_array_new ();
  confinement = ys_worker_confine (in_bwrap);
  if ((confinement & YS_PAPER_CONFINED_SECCOMP) == 0)
    {
      ys_wire_put_failed (self.answer, YS_WIRE_READY, 0, YS_PAPER_ERROR_UNCONFINED);
      say (&self);
    }
  else
    {
      ys_wire_put_ready (self.answer, confinement);
      if (say (&self))
        status = converse (&self);
    }
  drop_canvas (&self);
  g_clear_object (&self.document);
  g_byte_array_unref (self.heard);
  g_byte_array_unref (self.answer);
  return status;
}
