/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A worker in an intruder's hands: it tells the lie that its document names. Shows that the reader
 * believes nothing. */
#define _GNU_SOURCE
#include "paper/wire.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static char lie[32];
static int canvas = -1;

static gboolean
tells (const char *what)
{
  return strcmp (lie, what) == 0;
}

static void
say (GByteArray *answer)
{
  gsize done = 0;

  while (done < answer->len)
    {
      gssize n = send (YS_PAPER_FD_WIRE, answer->data + done, answer->len - done, MSG_NOSIGNAL);

      if (n <= 0)
        _exit (0);
      done += (gsize) n;
    }
  g_byte_array_set_size (answer, 0);
}

static YsWireFrame
hear (guint8 *bytes, gsize room)
{
  union
  {
    struct cmsghdr head;
    char room[CMSG_SPACE (sizeof (int))];
  } control;
  gsize length = 0, used;
  YsWireFrame frame;

  do
    {
      struct iovec vector = { bytes + length, room - length };
      struct msghdr message = { .msg_iov = &vector,
                                .msg_iovlen = 1,
                                .msg_control = &control,
                                .msg_controllen = sizeof control };
      gssize n = recvmsg (YS_PAPER_FD_WIRE, &message, 0);
      struct cmsghdr *head = n > 0 ? CMSG_FIRSTHDR (&message) : NULL;

      if (n <= 0)
        _exit (0);
      if (head != NULL && head->cmsg_type == SCM_RIGHTS)
        memcpy (&canvas, CMSG_DATA (head), sizeof canvas);
      length += (gsize) n;
    }
  while (ys_wire_take (YS_WIRE_TO_WORKER, bytes, length, &frame, &used) != YS_WIRE_TAKEN);
  return frame;
}

static void
answer_render (GByteArray *answer, const YsWireFrame *frame)
{
  struct stat about;
  void *at;

  g_assert (fstat (canvas, &about) == 0);
  at = mmap (NULL, (gsize) about.st_size, PROT_READ | PROT_WRITE, MAP_SHARED, canvas, 0);
  g_assert (at != MAP_FAILED);
  memset (at, 0x7f, (gsize) about.st_size);
  if (tells ("shrinks") && (ftruncate (canvas, 0) == 0 || errno != EPERM))
    _exit (3);
  if (!tells ("keeps-canvas"))
    munmap (at, (gsize) about.st_size);
  ys_wire_put_rendered (answer, frame->serial);
}

static void
answer_text (GByteArray *answer, const YsWireFrame *frame)
{
  static const YsWireCharacter trick[] = {
    { 'a', 0, 0, 1, 1 },  { 0x202e, 0, 0, 1, 1 }, { 'b', 65535, 65535, 0, 0 },
    { 0x1b, 0, 0, 1, 1 }, { 0xdfff, 0, 0, 1, 1 }, { 0xffffffff, 0, 0, 1, 1 },
    { 'c', 0, 0, 1, 1 },
  };

  if (tells ("dies"))
    _exit (0);
  if (tells ("longest"))
    {
      g_autofree YsWireCharacter *all = g_new0 (YsWireCharacter, YS_PAPER_MAX_TEXT);

      for (guint i = 0; i < YS_PAPER_MAX_TEXT; i++)
        all[i].character = 0x653f;
      ys_wire_put_characters (answer, frame->serial, TRUE, all, YS_PAPER_MAX_TEXT);
      return;
    }
  ys_wire_put_characters (answer, frame->serial, FALSE, trick, G_N_ELEMENTS (trick));
  if (tells ("half"))
    {
      g_byte_array_set_size (answer, answer->len - 5);
      say (answer);
      _exit (0);
    }
  if (tells ("no-boolean"))
    answer->data[YS_WIRE_HEAD] = 7;
  if (tells ("twice"))
    ys_wire_put_characters (answer, frame->serial, FALSE, trick, 1);
}

static void
answer (GByteArray *into, const YsWireFrame *frame)
{
  static const YsWireSize sizes[YS_PAPER_MAX_SIZES] = { { 100000, 200000 }, { 100000, 200000 } };
  guint32 serial = frame->serial + (tells ("wrong-serial") ? 1 : 0), first, count;

  switch (frame->kind)
    {
    case YS_WIRE_OPEN:
      if (tells ("silent"))
        return;
      if (tells ("wrong-kind"))
        ys_wire_put_rendered (into, serial);
      else
        ys_wire_put_opened (into, serial,
                            tells ("no-pages")     ? 0
                            : tells ("many-pages") ? G_MAXUINT32
                                                   : 2);
      if (tells ("long"))
        memset (into->data + 12, 0xff, 4);
      break;
    case YS_WIRE_SIZES:
      ys_wire_get_sizes (frame, &first, &count);
      ys_wire_put_sized (into, serial, first, sizes, tells ("short-sizes") ? 1 : count);
      break;
    case YS_WIRE_RENDER:
      answer_render (into, frame);
      break;
    default:
      answer_text (into, frame);
      break;
    }
}

int
main (void)
{
  g_autoptr (GByteArray) into = g_byte_array_new ();
  guint8 bytes[64];

  if (pread (YS_PAPER_FD_DOCUMENT, lie, sizeof lie - 1, 0) <= 0)
    return 1;
  if (tells ("garbage"))
    g_byte_array_append (into, (const guint8 *) "HTTP/1.1 200 OK\r\n", 17);
  ys_wire_put_ready (into, tells ("no-seccomp") ? YS_PAPER_CONFINED_LANDLOCK
                           : tells ("bwrap")    ? 0xff
                                                : YS_PAPER_CONFINED_SECCOMP);
  say (into);
  if (tells ("unasked"))
    {
      ys_wire_put_opened (into, 1, 2);
      ys_wire_put_opened (into, 1, 2);
      say (into);
    }
  while (TRUE)
    {
      YsWireFrame frame = hear (bytes, sizeof bytes);

      answer (into, &frame);
      say (into);
    }
}
