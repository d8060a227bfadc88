/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsPaperReader: what may be asked of a document, judged before the worker hears of it. */

#include "paper/reader-private.h"

#include <math.h>
#include <unistd.h>

G_DEFINE_FINAL_TYPE (YsPaperReader, ys_paper_reader, G_TYPE_OBJECT)

/* Room for a page that cannot be read: A4, in thousandths of a point. */
static const YsWireSize A4 = { 595276, 841890 };

static void
close_reader (YsPaperReader *self)
{
  self->closed = TRUE;
  ys_paper_reader_drop_link (self);
  ys_paper_clear_source (&self->pump);
  ys_paper_clear_source (&self->open_cancelled);
  if (self->document >= 0)
    close (self->document);
  self->document = -1;
}

static void
ys_paper_reader_dispose (GObject *object)
{
  YsPaperReader *self = YS_PAPER_READER (object);

  /* What waits would hold a reference: there is at most a cancelled one under way. */
  close_reader (self);
  g_clear_pointer (&self->under_way, ys_paper_job_free);
  G_OBJECT_CLASS (ys_paper_reader_parent_class)->dispose (object);
}

static void
ys_paper_reader_finalize (GObject *object)
{
  YsPaperReader *self = YS_PAPER_READER (object);

  g_hash_table_unref (self->bad);
  g_free (self->sizes);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (ys_paper_reader_parent_class)->finalize (object);
}

static void
ys_paper_reader_class_init (YsPaperReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ys_paper_reader_dispose;
  object_class->finalize = ys_paper_reader_finalize;
}

static void
ys_paper_reader_init (YsPaperReader *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->document = -1;
  self->clock_ms = YS_PAPER_CLOCK;
  self->idle_ms = YS_PAPER_IDLE;
  self->bad = g_hash_table_new (NULL, NULL);
  g_queue_init (&self->queue);
}

YsPaperReader *
ys_paper_reader_new (int fd)
{
  YsPaperReader *self;

  g_return_val_if_fail (fd >= 0, NULL);

  self = g_object_new (YS_TYPE_PAPER_READER, NULL);
  self->document = fd;
  return self;
}

void
ys_paper_reader_set_clock (YsPaperReader *self, guint milliseconds)
{
  g_return_if_fail (YS_IS_PAPER_READER (self));
  self->clock_ms = CLAMP (milliseconds, 1, YS_PAPER_CLOCK);
}

void
ys_paper_reader_set_idle (YsPaperReader *self, guint milliseconds)
{
  g_return_if_fail (YS_IS_PAPER_READER (self));
  self->idle_ms = milliseconds;
}

/* --- opening --------------------------------------------------------------------------------- */

static gboolean
open_cancelled_cb (GCancellable *cancellable, gpointer data)
{
  g_autoptr (YsPaperReader) self = g_object_ref (data);
  g_autoptr (GTask) task = g_steal_pointer (&self->open_task);

  ys_paper_reader_close (self);
  g_task_return_error_if_cancelled (task);
  return G_SOURCE_REMOVE;
}

void
ys_paper_reader_open_async (YsPaperReader *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (YS_IS_PAPER_READER (self));
  g_return_if_fail (self->open_task == NULL && !self->opened && !self->closed);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ys_paper_reader_open_async);
  if (cancellable != NULL)
    {
      self->open_cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (self->open_cancelled, G_SOURCE_FUNC (open_cancelled_cb), self, NULL);
      g_source_attach (self->open_cancelled, self->context);
    }
  self->open_task = g_steal_pointer (&task);
  ys_paper_reader_wake (self);
}

void
ys_paper_reader_opened (YsPaperReader *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->open_task);

  self->opened = TRUE;
  ys_paper_clear_source (&self->open_cancelled);
  g_task_return_boolean (task, TRUE);
}

gboolean
ys_paper_reader_open_finish (YsPaperReader *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ys_paper_reader_close (YsPaperReader *self)
{
  g_autoptr (YsPaperReader) held = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (YS_IS_PAPER_READER (self));

  held = g_object_ref (self);
  error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED, "the document was closed");
  close_reader (self);
  ys_paper_reader_fail_all (self, error);
}

/* --- what is known --------------------------------------------------------------------------- */

guint
ys_paper_reader_get_n_pages (YsPaperReader *self)
{
  g_return_val_if_fail (YS_IS_PAPER_READER (self), 0);
  return self->opened ? self->n_pages : 0;
}

static gboolean
page_is_readable (YsPaperReader *self, guint page)
{
  return self->sizes[page].width > 0 && self->sizes[page].height > 0;
}

static YsWireSize
room_for (YsPaperReader *self, guint page)
{
  return page_is_readable (self, page) ? self->sizes[page] : A4;
}

gboolean
ys_paper_reader_get_size (YsPaperReader *self, guint page, double *width, double *height)
{
  YsWireSize size;

  g_return_val_if_fail (YS_IS_PAPER_READER (self), FALSE);
  g_return_val_if_fail (page < ys_paper_reader_get_n_pages (self), FALSE);

  size = room_for (self, page);
  *width = size.width / 1000.0;
  *height = size.height / 1000.0;
  return page_is_readable (self, page);
}

guint
ys_paper_reader_get_height (YsPaperReader *self, guint page, guint width, guint turn)
{
  YsWireSize size;
  double ratio;

  g_return_val_if_fail (YS_IS_PAPER_READER (self), 1);
  g_return_val_if_fail (page < ys_paper_reader_get_n_pages (self), 1);

  size = room_for (self, page);
  ratio = (double) size.height / size.width;
  if (turn % 180 == 90)
    ratio = 1 / ratio;
  return (guint) CLAMP (floor (width * ratio + 0.5), 1, G_MAXINT);
}

guint
ys_paper_reader_get_confinement (YsPaperReader *self)
{
  g_return_val_if_fail (YS_IS_PAPER_READER (self), 0);
  return self->confinement;
}

/* --- asking ---------------------------------------------------------------------------------- */

/* Why @page cannot be asked for, or NULL. */
static GError *
find_refusal (YsPaperReader *self, YsWireKind kind, guint page)
{
  gpointer code;

  if (self->closed)
    return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED, "the document was closed");
  if (self->dead != 0)
    return ys_paper_error_of_document (self->dead);
  if (!page_is_readable (self, page))
    return ys_paper_error_of_page (YS_PAPER_ERROR_NOT_PDF, page);
  if (self->sizes[page].width > YS_PAPER_MAX_SIDE || self->sizes[page].height > YS_PAPER_MAX_SIDE)
    return ys_paper_error_of_page (YS_PAPER_ERROR_TOO_LARGE, page);
  code = g_hash_table_lookup (self->bad, ys_paper_reader_bad_key (kind, page));
  if (code != NULL)
    return ys_paper_error_of_page (GPOINTER_TO_UINT (code), page);
  return NULL;
}

void
ys_paper_reader_render_async (YsPaperReader *self,
                              const YsPaperPicture *picture,
                              YsPaperUrgency urgency,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  YsWireRender render;
  GError *refusal;
  Job *job;

  g_return_if_fail (YS_IS_PAPER_READER (self));
  g_return_if_fail (picture->page < ys_paper_reader_get_n_pages (self));
  g_return_if_fail (picture->turn % 90 == 0 && picture->turn < 360);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ys_paper_reader_render_async);
  render = (YsWireRender){
    .page = picture->page,
    .width = picture->width,
    .height = ys_paper_reader_get_height (self, picture->page, picture->width, picture->turn),
    .turn = picture->turn,
    .printing = picture->printing ? 1 : 0,
    .part_x = picture->part_x,
    .part_y = picture->part_y,
    .part_width = picture->part_width,
    .part_height = picture->part_height,
  };
  if (picture->part_width == 0)
    {
      render.part_x = render.part_y = 0;
      render.part_width = render.width;
      render.part_height = render.height;
    }

  refusal = find_refusal (self, YS_WIRE_RENDER, picture->page);
  if (refusal == NULL && !ys_wire_render_is_valid (&render))
    refusal = ys_paper_error_of_page (YS_PAPER_ERROR_TOO_LARGE, picture->page);
  if (refusal != NULL)
    {
      g_task_return_error (task, refusal);
      return;
    }
  job = ys_paper_job_new (YS_WIRE_RENDER, picture->page, urgency, g_steal_pointer (&task));
  job->render = render;
  ys_paper_reader_push (self, job);
}

YsPaperPixels *
ys_paper_reader_render_finish (YsPaperReader *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ys_paper_reader_text_async (YsPaperReader *self,
                            guint page,
                            YsPaperUrgency urgency,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *refusal;

  g_return_if_fail (YS_IS_PAPER_READER (self));
  g_return_if_fail (page < ys_paper_reader_get_n_pages (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ys_paper_reader_text_async);
  refusal = find_refusal (self, YS_WIRE_TEXT, page);
  if (refusal != NULL)
    {
      g_task_return_error (task, refusal);
      return;
    }
  ys_paper_reader_push (self,
                        ys_paper_job_new (YS_WIRE_TEXT, page, urgency, g_steal_pointer (&task)));
}

YsPaperText *
ys_paper_reader_text_finish (YsPaperReader *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
