/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One thing to ask of the worker: its order in the queue and its words. */

#include "paper/reader-private.h"

#include <unistd.h>

Job *
ys_paper_job_new (YsWireKind kind, guint page, YsPaperUrgency urgency, GTask *task)
{
  Job *self = g_new0 (Job, 1);

  self->kind = kind;
  self->page = page;
  self->count = 1;
  self->urgency = urgency;
  self->task = task;
  self->canvas = -1;
  return self;
}

void
ys_paper_job_free (Job *self)
{
  ys_paper_clear_source (&self->cancelled);
  g_clear_object (&self->task);
  if (self->canvas >= 0)
    close (self->canvas);
  g_free (self);
}

int
ys_paper_job_compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Job *one = a, *other = b;

  if (one->urgency != other->urgency)
    return one->urgency < other->urgency ? -1 : 1;
  return one->order < other->order ? -1 : 1;
}

gboolean
ys_paper_job_ask (Job *self, guint32 serial, GByteArray *into, GError **error)
{
  switch (self->kind)
    {
    case YS_WIRE_SIZES:
      ys_wire_put_sizes (into, serial, self->page, self->count);
      return TRUE;
    case YS_WIRE_TEXT:
      ys_wire_put_text (into, serial, self->page);
      return TRUE;
    case YS_WIRE_RENDER:
      self->canvas = ys_paper_canvas_new (self->render.part_width, self->render.part_height, error);
      if (self->canvas < 0)
        return FALSE;
      ys_wire_put_render (into, serial, &self->render);
      return TRUE;
    case YS_WIRE_READY:
    case YS_WIRE_OPEN:
    default:
      g_assert_not_reached ();
    }
}
