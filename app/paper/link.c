/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsPaperLink: one living worker and the socket to it. */

#include "paper/link.h"

#include "paper/launch.h"

#include <gio/gunixfdmessage.h>

#include <errno.h>
#include <sys/socket.h>
#include <unistd.h>

#define READ_AT_ONCE (64 * 1024)

struct _YsPaperLink
{
  GSubprocess *process;
  GSocket *socket;
  GSource *source;
  GByteArray *heard; /* the beginning of a frame */
  YsPaperLinkCalls calls;
  gpointer user_data;
  gboolean *freed; /* told if a call frees us while we stand on our own stack */
};

static void
free_source (GSource *source)
{
  g_source_destroy (source);
  g_source_unref (source);
}

/* FALSE if the link was freed meanwhile. */
static gboolean
pass_frames (YsPaperLink *self)
{
  gboolean freed = FALSE;
  YsWireFrame frame;
  gsize used;

  self->freed = &freed;
  while (TRUE)
    {
      switch (ys_wire_take (YS_WIRE_TO_READER, self->heard->data, self->heard->len, &frame, &used))
        {
        case YS_WIRE_MORE:
          self->freed = NULL;
          return TRUE;
        case YS_WIRE_BROKEN:
          self->calls.gone (self->user_data);
          if (!freed)
            self->freed = NULL;
          return FALSE;
        case YS_WIRE_TAKEN:
        default:
          self->calls.frame (&frame, self->user_data);
          if (freed)
            return FALSE;
          g_byte_array_remove_range (self->heard, 0, (guint) used);
          break;
        }
    }
}

static gboolean
readable_cb (GSocket *socket, GIOCondition condition, gpointer data)
{
  YsPaperLink *self = data;
  g_autoptr (GError) error = NULL;
  guint before = self->heard->len;
  gssize n;

  g_byte_array_set_size (self->heard, before + READ_AT_ONCE);
  n = g_socket_receive (socket, (char *) self->heard->data + before, READ_AT_ONCE, NULL, &error);
  g_byte_array_set_size (self->heard, before + (guint) MAX (n, 0));

  if (n > 0)
    return pass_frames (self) ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
    return G_SOURCE_CONTINUE;
  self->calls.gone (self->user_data);
  return G_SOURCE_REMOVE;
}

static GSocket *
make_socket (int *far_end, GError **error)
{
  int ends[2];
  GSocket *socket;

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    {
      int saved = errno;

      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved), g_strerror (saved));
      return NULL;
    }
  socket = g_socket_new_from_fd (ends[0], error);
  if (socket == NULL)
    {
      close (ends[0]);
      close (ends[1]);
      return NULL;
    }
  g_socket_set_blocking (socket, FALSE);
  *far_end = ends[1];
  return socket;
}

YsPaperLink *
ys_paper_link_new (
  gboolean wrap, int document, const YsPaperLinkCalls *calls, gpointer user_data, GError **error)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GSocket) socket = NULL;
  YsPaperLink *self;
  int far_end;

  socket = make_socket (&far_end, error);
  if (socket == NULL)
    return NULL;
  process = ys_paper_launch (wrap, far_end, document, error);
  close (far_end);
  if (process == NULL)
    return NULL;

  self = g_new0 (YsPaperLink, 1);
  self->process = g_steal_pointer (&process);
  self->socket = g_steal_pointer (&socket);
  self->heard = g_byte_array_new ();
  self->calls = *calls;
  self->user_data = user_data;
  self->source = g_socket_create_source (self->socket, G_IO_IN | G_IO_HUP | G_IO_ERR, NULL);
  g_source_set_callback (self->source, G_SOURCE_FUNC (readable_cb), self, NULL);
  g_source_attach (self->source, g_main_context_get_thread_default ());
  return self;
}

void
ys_paper_link_free (YsPaperLink *self)
{
  if (self->freed != NULL)
    *self->freed = TRUE;
  free_source (self->source);
  g_subprocess_force_exit (self->process);
  g_object_unref (self->process);
  g_object_unref (self->socket);
  g_byte_array_unref (self->heard);
  g_free (self);
}

gboolean
ys_paper_link_send (YsPaperLink *self, GByteArray *request, int canvas)
{
  GOutputVector vector = { request->data, request->len };
  g_autoptr (GSocketControlMessage) message = NULL;
  gssize sent;

  if (canvas >= 0)
    {
      message = g_unix_fd_message_new ();
      if (!g_unix_fd_message_append_fd (G_UNIX_FD_MESSAGE (message), canvas, NULL))
        return FALSE;
    }
  sent = g_socket_send_message (self->socket, NULL, &vector, 1, &message, message != NULL ? 1 : 0,
                                G_SOCKET_MSG_NONE, NULL, NULL);
  return sent == (gssize) request->len;
}

const char *
ys_paper_link_get_pid (YsPaperLink *self)
{
  return g_subprocess_get_identifier (self->process);
}
