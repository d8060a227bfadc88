/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which walls a worker stands in on this computer, asked of one that is given no document. */

#include "paper/launch.h"
#include "paper/reader-private.h"

typedef struct
{
  YsPaperLink *link;
  GSource *clock;
  gboolean wrapped;
} Probe;

static void start (GTask *task, gboolean wrapped);

static void
free_probe (gpointer data)
{
  Probe *probe = data;

  ys_paper_clear_source (&probe->clock);
  g_clear_pointer (&probe->link, ys_paper_link_free);
  g_free (probe);
}

static void
finish (GTask *task, guint confinement, YsPaperError code)
{
  Probe *probe = g_task_get_task_data (task);

  ys_paper_clear_source (&probe->clock);
  g_clear_pointer (&probe->link, ys_paper_link_free);
  if (code != 0)
    g_task_return_error (task, ys_paper_error_of_document (code));
  else
    g_task_return_int (task, confinement);
  g_object_unref (task);
}

static void
gone_cb (gpointer data)
{
  GTask *task = data;
  Probe *probe = g_task_get_task_data (task);

  ys_paper_clear_source (&probe->clock);
  g_clear_pointer (&probe->link, ys_paper_link_free);
  if (probe->wrapped)
    start (task, FALSE);
  else
    finish (task, 0, YS_PAPER_ERROR_NOT_STARTED);
}

static void
frame_cb (const YsWireFrame *frame, gpointer data)
{
  GTask *task = data;
  Probe *probe = g_task_get_task_data (task);
  guint32 confinement;

  if (frame->code != 0 || !ys_wire_get_ready (frame, &confinement)
      || (confinement & YS_PAPER_CONFINED_SECCOMP) == 0)
    {
      finish (task, 0, YS_PAPER_ERROR_UNCONFINED);
      return;
    }
  if (!probe->wrapped && ys_paper_launch_can_wrap ())
    ys_paper_launch_wrap_fails ();
  finish (task, confinement | (probe->wrapped ? YS_PAPER_CONFINED_BWRAP : 0), 0);
}

static gboolean
clock_cb (gpointer data)
{
  gone_cb (data);
  return G_SOURCE_REMOVE;
}

static void
start (GTask *task, gboolean wrapped)
{
  static const YsPaperLinkCalls CALLS = { frame_cb, gone_cb };
  Probe *probe = g_task_get_task_data (task);

  probe->wrapped = wrapped;
  probe->link = ys_paper_link_new (wrapped, -1, &CALLS, task, NULL);
  if (probe->link == NULL)
    {
      finish (task, 0, YS_PAPER_ERROR_NOT_STARTED);
      return;
    }
  probe->clock = g_timeout_source_new (YS_PAPER_CLOCK);
  g_source_set_callback (probe->clock, clock_cb, task, NULL);
  g_source_attach (probe->clock, g_main_context_get_thread_default ());
}

void
ys_paper_probe_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, ys_paper_probe_async);
  g_task_set_task_data (task, g_new0 (Probe, 1), free_probe);
  start (task, ys_paper_launch_can_wrap ());
}

guint
ys_paper_probe_finish (GAsyncResult *result, GError **error)
{
  gssize confinement;

  g_return_val_if_fail (g_task_is_valid (result, NULL), 0);
  confinement = g_task_propagate_int (G_TASK (result), error);
  return confinement > 0 ? (guint) confinement : 0;
}
