/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What YsPaperReader keeps, between its public side (reader.c), its queue (reader-job.c) and the
 * worker's life (reader-drive.c). Private to paper. */
#pragma once

#include "paper/link.h"
#include "paper/reader.h"

G_BEGIN_DECLS

/* One thing to ask of the worker. */
typedef struct
{
  YsWireKind kind; /* SIZES, RENDER or TEXT */
  guint page;      /* the first, for SIZES */
  guint count;     /* SIZES only */
  YsWireRender render;
  YsPaperUrgency urgency;
  guint64 order;
  GTask *task; /* NULL for SIZES, and once it was cancelled under way */
  GSource *cancelled;
  int canvas; /* made when it is sent; else -1 */
} Job;

Job *ys_paper_job_new (YsWireKind kind, guint page, YsPaperUrgency urgency, GTask *task);
void ys_paper_job_free (Job *self);
/* Which of two goes first, for g_queue_insert_sorted(). */
int ys_paper_job_compare (gconstpointer a, gconstpointer b, gpointer user_data);
/* Appends the request; for RENDER makes the canvas. */
gboolean ys_paper_job_ask (Job *self, guint32 serial, GByteArray *into, GError **error);

typedef enum
{
  PHASE_NONE,     /* no worker */
  PHASE_STARTING, /* it has not said READY */
  PHASE_OPENING,  /* it was asked to open the document */
  PHASE_SERVING,
} Phase;

struct _YsPaperReader
{
  GObject parent_instance;

  GMainContext *context;
  int document;
  guint clock_ms;
  guint idle_ms;

  /* The document. */
  guint n_pages;
  YsWireSize *sizes;
  GHashTable *bad; /* page << 1 | (kind is TEXT) → YsPaperError */
  GTask *open_task;
  GSource *open_cancelled;
  guint sizes_wanted; /* SIZES jobs not answered */
  gboolean opened;
  YsPaperError dead; /* 0, or why nothing is read any more */
  gboolean closed;

  /* What waits. */
  GQueue queue; /* Job, sorted */
  guint64 last_order;
  Job *under_way;

  /* The worker. */
  YsPaperLink *link;
  Phase phase;
  gboolean wrapped;      /* the present worker stands in bubblewrap */
  gboolean without_wrap; /* the next one shall not: one that did has not come up */
  guint confinement;
  guint32 serial;
  guint losses;
  gint64 asked_at;
  gint64 busy; /* microseconds this worker has worked, or a little more */
  GSource *clock;
  GSource *idle;
  GSource *pump;
};

/* --- reader.c --- */

/* All is known of the document: finishes the open. */
void ys_paper_reader_opened (YsPaperReader *self);

/* --- reader-drive.c --- */

/* Queues @job, and sees to it that it is asked. */
void ys_paper_reader_push (YsPaperReader *self, Job *job);
/* Goes on with whatever is next, from the main loop. */
void ys_paper_reader_wake (YsPaperReader *self);
/* Fails everything that waits with a copy of @error. */
void ys_paper_reader_fail_all (YsPaperReader *self, const GError *error);
/* Kills the worker, without blaming anyone. */
void ys_paper_reader_drop_link (YsPaperReader *self);
gpointer ys_paper_reader_bad_key (YsWireKind kind, guint page);

static inline void
ys_paper_clear_source (GSource **source)
{
  if (*source == NULL)
    return;
  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

G_END_DECLS
