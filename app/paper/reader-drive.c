/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The worker's life under a YsPaperReader: started when something waits, asked one thing at a time
 * against the clock, replaced when it is lost or has worked long, let go when idle. */

#include "paper/launch.h"
#include "paper/reader-private.h"

#include <string.h>

/* After this much work a worker is replaced between two pages, so that its CPU limit of 20 s is
 * met by one page that runs wild (10 s) and never by a long document read in peace. */
#define WORN_OUT (8 * G_USEC_PER_SEC)

static void lose_worker (YsPaperReader *self, YsPaperError code);
static gboolean clock_cb (gpointer data);

static void
set_timer (YsPaperReader *self, GSource **timer, guint milliseconds, GSourceFunc callback)
{
  ys_paper_clear_source (timer);
  *timer = g_timeout_source_new (milliseconds);
  g_source_set_callback (*timer, callback, self, NULL);
  g_source_attach (*timer, self->context);
}

/* --- what waits ------------------------------------------------------------------------------ */

/* Frees @job after its task has heard @error. */
static void
fail_job (Job *job, GError *error)
{
  ys_paper_clear_source (&job->cancelled);
  if (job->task != NULL)
    g_task_return_error (job->task, error);
  else
    g_error_free (error);
  ys_paper_job_free (job);
}

void
ys_paper_reader_fail_all (YsPaperReader *self, const GError *error)
{
  GList *jobs = g_steal_pointer (&self->queue.head);

  g_queue_init (&self->queue);
  if (self->under_way != NULL)
    jobs = g_list_prepend (jobs, g_steal_pointer (&self->under_way));
  self->sizes_wanted = 0;
  ys_paper_clear_source (&self->open_cancelled);
  if (self->open_task != NULL)
    {
      g_autoptr (GTask) task = g_steal_pointer (&self->open_task);

      g_task_return_error (task, g_error_copy (error));
    }
  for (GList *at = jobs; at != NULL; at = at->next)
    fail_job (at->data, g_error_copy (error));
  g_list_free (jobs);
}

/* Nothing of the document is read any more, for the reason @code. */
static void
give_up (YsPaperReader *self, YsPaperError code)
{
  g_autoptr (GError) error = ys_paper_error_of_document (code);

  self->dead = code;
  ys_paper_reader_drop_link (self);
  ys_paper_reader_fail_all (self, error);
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  Job *job = data;
  g_autoptr (GTask) task = g_steal_pointer (&job->task);
  YsPaperReader *self = g_task_get_source_object (task);

  ys_paper_clear_source (&job->cancelled);
  if (job != self->under_way)
    {
      g_queue_remove (&self->queue, job);
      ys_paper_job_free (job);
    }
  g_task_return_error_if_cancelled (task);
  return G_SOURCE_REMOVE;
}

void
ys_paper_reader_push (YsPaperReader *self, Job *job)
{
  GCancellable *cancellable = job->task != NULL ? g_task_get_cancellable (job->task) : NULL;

  job->order = ++self->last_order;
  if (cancellable != NULL)
    {
      job->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (job->cancelled, G_SOURCE_FUNC (cancelled_cb), job, NULL);
      g_source_attach (job->cancelled, self->context);
    }
  g_queue_insert_sorted (&self->queue, job, ys_paper_job_compare, NULL);
  ys_paper_reader_wake (self);
}

/* --- answers --------------------------------------------------------------------------------- */

gpointer
ys_paper_reader_bad_key (YsWireKind kind, guint page)
{
  return GUINT_TO_POINTER (page << 1 | (kind == YS_WIRE_TEXT));
}

static void
push_sizes (YsPaperReader *self, guint first, guint count)
{
  Job *job = ys_paper_job_new (YS_WIRE_SIZES, first, YS_PAPER_NOW, NULL);

  job->count = count;
  self->sizes_wanted++;
  ys_paper_reader_push (self, job);
}

static void
finish_sizes (YsPaperReader *self)
{
  if (--self->sizes_wanted == 0)
    ys_paper_reader_opened (self);
}

/* The worker failed at @job, living or dying; @job is freed. */
static void
blame_job (YsPaperReader *self, Job *job, YsPaperError code)
{
  if (job->kind != YS_WIRE_SIZES)
    {
      g_hash_table_insert (self->bad, ys_paper_reader_bad_key (job->kind, job->page),
                           GUINT_TO_POINTER (code));
      fail_job (job, ys_paper_error_of_page (code, job->page));
      return;
    }
  /* One page among many did it: halve until it stands alone. Its size stays 0 × 0. */
  if (job->count > 1)
    {
      push_sizes (self, job->page, job->count / 2);
      push_sizes (self, job->page + job->count / 2, job->count - job->count / 2);
    }
  finish_sizes (self);
  ys_paper_job_free (job);
}

/* FALSE if the answer is none that an honest worker gives. */
static gboolean
take_answer (YsPaperReader *self, Job *job, const YsWireFrame *frame)
{
  switch (job->kind)
    {
    case YS_WIRE_SIZES:
      if (!ys_wire_get_sized (frame, job->page, job->count, self->sizes + job->page))
        return FALSE;
      finish_sizes (self);
      return TRUE;

    case YS_WIRE_TEXT:
      {
        YsPaperText *text = ys_paper_text_new (frame);

        if (text == NULL)
          return FALSE;
        if (job->task != NULL)
          g_task_return_pointer (job->task, text, (GDestroyNotify) ys_paper_text_unref);
        else
          ys_paper_text_unref (text);
        return TRUE;
      }

    case YS_WIRE_RENDER:
      {
        YsPaperPixels *pixels = ys_paper_canvas_freeze (job->canvas, job->render.part_width,
                                                        job->render.part_height, NULL);

        if (pixels == NULL)
          return FALSE;
        if (job->task != NULL)
          g_task_return_pointer (job->task, pixels, (GDestroyNotify) ys_paper_pixels_unref);
        else
          ys_paper_pixels_unref (pixels);
        return TRUE;
      }

    case YS_WIRE_READY:
    case YS_WIRE_OPEN:
    default:
      g_assert_not_reached ();
    }
}

static void
hear_ready (YsPaperReader *self, const YsWireFrame *frame)
{
  GByteArray *request;
  guint32 confinement;

  if (frame->code != 0 || !ys_wire_get_ready (frame, &confinement)
      || (confinement & YS_PAPER_CONFINED_SECCOMP) == 0)
    {
      give_up (self, YS_PAPER_ERROR_UNCONFINED);
      return;
    }
  if (self->without_wrap && ys_paper_launch_can_wrap ())
    ys_paper_launch_wrap_fails ();
  self->confinement = confinement | (self->wrapped ? YS_PAPER_CONFINED_BWRAP : 0);

  request = g_byte_array_new ();
  ys_wire_put_open (request, ++self->serial);
  self->phase = PHASE_OPENING;
  set_timer (self, &self->clock, self->clock_ms, clock_cb);
  if (!ys_paper_link_send (self->link, request, -1))
    lose_worker (self, YS_PAPER_ERROR_CRASHED);
  g_byte_array_unref (request);
}

static void
hear_opened (YsPaperReader *self, const YsWireFrame *frame)
{
  guint32 n_pages;

  if (frame->code != 0)
    {
      give_up (self, frame->code);
      return;
    }
  /* A document that has other pages than before is another document. */
  if (!ys_wire_get_opened (frame, &n_pages) || (self->n_pages != 0 && n_pages != self->n_pages))
    {
      give_up (self, YS_PAPER_ERROR_CRASHED);
      return;
    }
  self->phase = PHASE_SERVING;
  ys_paper_clear_source (&self->clock);
  if (self->n_pages == 0)
    {
      self->n_pages = n_pages;
      self->sizes = g_new0 (YsWireSize, n_pages);
      for (guint first = 0; first < n_pages; first += YS_PAPER_MAX_SIZES)
        push_sizes (self, first, MIN (n_pages - first, YS_PAPER_MAX_SIZES));
    }
  ys_paper_reader_wake (self);
}

static void
hear_answer (YsPaperReader *self, const YsWireFrame *frame)
{
  Job *job = self->under_way;

  if (job == NULL || frame->kind != job->kind)
    {
      lose_worker (self, YS_PAPER_ERROR_CRASHED);
      return;
    }
  ys_paper_clear_source (&self->clock);
  /* Who hears the answer may close the reader, which frees what is under way. */
  self->under_way = NULL;
  ys_paper_clear_source (&job->cancelled);
  if (frame->code != 0)
    blame_job (self, job, frame->code);
  else if (take_answer (self, job, frame))
    ys_paper_job_free (job);
  else
    {
      self->under_way = job;
      lose_worker (self, YS_PAPER_ERROR_CRASHED);
      return;
    }
  ys_paper_reader_wake (self);
}

static void
frame_cb (const YsWireFrame *frame, gpointer data)
{
  g_autoptr (YsPaperReader) self = g_object_ref (data);
  YsWireKind wanted = self->phase == PHASE_STARTING  ? YS_WIRE_READY
                      : self->phase == PHASE_OPENING ? YS_WIRE_OPEN
                                                     : 0;

  if ((wanted != 0 && frame->kind != wanted)
      || (wanted != YS_WIRE_READY && frame->serial != self->serial))
    {
      lose_worker (self, YS_PAPER_ERROR_CRASHED);
      return;
    }
  self->busy += g_get_monotonic_time () - self->asked_at;
  self->asked_at = g_get_monotonic_time ();
  switch (self->phase)
    {
    case PHASE_STARTING:
      hear_ready (self, frame);
      break;
    case PHASE_OPENING:
      hear_opened (self, frame);
      break;
    case PHASE_SERVING:
      hear_answer (self, frame);
      break;
    case PHASE_NONE:
    default:
      g_assert_not_reached ();
    }
}

/* --- the worker ------------------------------------------------------------------------------ */

void
ys_paper_reader_drop_link (YsPaperReader *self)
{
  ys_paper_clear_source (&self->clock);
  ys_paper_clear_source (&self->idle);
  g_clear_pointer (&self->link, ys_paper_link_free);
  self->phase = PHASE_NONE;
}

/* The worker died, hung or lied. What it was at is blamed; the rest goes on with another one. */
static void
lose_worker (YsPaperReader *self, YsPaperError code)
{
  Phase phase = self->phase;
  Job *job = g_steal_pointer (&self->under_way);

  ys_paper_reader_drop_link (self);
  if (phase == PHASE_STARTING)
    {
      if (self->wrapped)
        self->without_wrap = TRUE;
      else
        give_up (self, YS_PAPER_ERROR_NOT_STARTED);
    }
  else if (phase == PHASE_OPENING)
    give_up (self, code);
  else
    {
      if (job != NULL)
        blame_job (self, job, code);
      if (++self->losses >= YS_PAPER_MAX_LOSSES && self->dead == 0)
        give_up (self, code);
    }
  ys_paper_reader_wake (self);
}

static void
gone_cb (gpointer data)
{
  g_autoptr (YsPaperReader) self = g_object_ref (data);

  lose_worker (self, YS_PAPER_ERROR_CRASHED);
}

static gboolean
clock_cb (gpointer data)
{
  g_autoptr (YsPaperReader) self = g_object_ref (data);

  lose_worker (self, YS_PAPER_ERROR_TIMEOUT);
  return G_SOURCE_REMOVE;
}

static gboolean
idle_cb (gpointer data)
{
  ys_paper_reader_drop_link (data);
  return G_SOURCE_REMOVE;
}

static void
start_worker (YsPaperReader *self)
{
  static const YsPaperLinkCalls CALLS = { frame_cb, gone_cb };
  g_autoptr (GError) error = NULL;

  self->wrapped = !self->without_wrap && ys_paper_launch_can_wrap ();
  self->link = ys_paper_link_new (self->wrapped, self->document, &CALLS, self, &error);
  if (self->link == NULL)
    {
      g_debug ("paper: no worker: %s", error->message);
      give_up (self, YS_PAPER_ERROR_NOT_STARTED);
      return;
    }
  self->phase = PHASE_STARTING;
  self->busy = 0;
  self->asked_at = g_get_monotonic_time ();
  /* A start is not the document's fault, and is slow on a computer that is busy. */
  set_timer (self, &self->clock, YS_PAPER_CLOCK, clock_cb);
}

static void
ask_next (YsPaperReader *self)
{
  g_autoptr (GByteArray) request = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  Job *job = g_queue_pop_head (&self->queue);
  gpointer code = g_hash_table_lookup (self->bad, ys_paper_reader_bad_key (job->kind, job->page));

  /* It was asked for before the page was found out, perhaps in another size. */
  if (code != NULL && job->kind != YS_WIRE_SIZES)
    {
      fail_job (job, ys_paper_error_of_page (GPOINTER_TO_UINT (code), job->page));
      ys_paper_reader_wake (self);
      return;
    }
  if (!ys_paper_job_ask (job, ++self->serial, request, &error))
    {
      fail_job (job, g_steal_pointer (&error));
      ys_paper_reader_wake (self);
      return;
    }
  self->under_way = job;
  self->asked_at = g_get_monotonic_time ();
  set_timer (self, &self->clock, self->clock_ms, clock_cb);
  if (!ys_paper_link_send (self->link, request, job->canvas))
    lose_worker (self, YS_PAPER_ERROR_CRASHED);
}

static gboolean
pump_cb (gpointer data)
{
  g_autoptr (YsPaperReader) self = g_object_ref (data);

  ys_paper_clear_source (&self->pump);
  if (self->closed || self->dead != 0 || self->under_way != NULL)
    return G_SOURCE_REMOVE;

  if (g_queue_is_empty (&self->queue) && (self->opened || self->open_task == NULL))
    {
      if (self->phase == PHASE_SERVING && self->idle_ms > 0)
        set_timer (self, &self->idle, self->idle_ms, idle_cb);
      return G_SOURCE_REMOVE;
    }
  ys_paper_clear_source (&self->idle);
  if (self->phase == PHASE_SERVING && self->busy > WORN_OUT)
    ys_paper_reader_drop_link (self);
  if (self->phase == PHASE_NONE)
    start_worker (self);
  else if (self->phase == PHASE_SERVING)
    ask_next (self);
  return G_SOURCE_REMOVE;
}

void
ys_paper_reader_wake (YsPaperReader *self)
{
  if (self->pump != NULL || self->closed)
    return;
  self->pump = g_idle_source_new ();
  g_source_set_priority (self->pump, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->pump, pump_cb, self, NULL);
  g_source_attach (self->pump, self->context);
}
