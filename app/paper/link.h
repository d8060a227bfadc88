/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsPaperLink: one living worker and the socket to it. It passes frames and says when the worker is
 * gone; what the frames mean, and whether another worker is started, is the reader's. Private to
 * paper. */
#pragma once

#include "paper/wire.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _YsPaperLink YsPaperLink;

typedef struct
{
  /* A whole frame; its payload lives until the call returns. */
  void (*frame) (const YsWireFrame *frame, gpointer user_data);
  /* The worker is gone, or has said what is no frame. Nothing comes after it. */
  void (*gone) (gpointer user_data);
} YsPaperLinkCalls;

/* Starts a worker for @document (-1 for none), which stays the caller's. The calls are made from
 * the thread-default main context, never from inside this function; each may free the link.
 * NULL with an error if no process could be started. */
YsPaperLink *ys_paper_link_new (
  gboolean wrap, int document, const YsPaperLinkCalls *calls, gpointer user_data, GError **error);

/* Kills the worker, which is reaped in its own time; no call is made any more. */
void ys_paper_link_free (YsPaperLink *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPaperLink, ys_paper_link_free)

/* Sends one request, with the descriptor @canvas unless that is -1. Requests are short and sent
 * one at a time, so a worker that does not even take one in is as good as gone: FALSE. */
gboolean ys_paper_link_send (YsPaperLink *self, GByteArray *request, int canvas);

/* The process, or bubblewrap's in front of it: to be told apart in tests and in the log. */
const char *ys_paper_link_get_pid (YsPaperLink *self);

G_END_DECLS
