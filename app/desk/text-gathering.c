/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A round is: ask the docket's thread for a file, ask a worker for its pages, hand the text back to the
 * docket's thread, rest. Each of these is short, so that a person's own work comes between. */
#include "desk/text-gathering.h"

#include "office/file-texts.h"
#include "paper/document.h"
#include "paper/reader.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* After a document it rests as long as that took, within these: half of one core at most. */
#define REST_LEAST_MS 10
#define REST_MOST_MS 2000

struct _YsTextGathering
{
  GObject parent_instance;

  YsContext *context;
  GCancellable *cancellable;
  gboolean busy;
  gboolean again;      /* something changed meanwhile */
  gboolean given_up;   /* there is no worker */
  gboolean paused;
  gboolean has_more;   /* texts were put that nobody was told of */
  guint rest;
  gint64 done;
  gint64 total;

  /* the document at hand */
  char *digest;
  YsPaperReader *reader;
  GString *text;
  guint page;
  guint n_bad;         /* pages that could not be read */
  int reason;          /* of the last of them */
  gint64 begun;
};

G_DEFINE_FINAL_TYPE (YsTextGathering, ys_text_gathering, G_TYPE_OBJECT)

enum
{
  PROGRESS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void begin_round (YsTextGathering *self);
static void read_page (YsTextGathering *self);

static void
drop_document (YsTextGathering *self)
{
  if (self->reader != NULL)
    ys_paper_reader_close (self->reader);
  g_clear_object (&self->reader);
  g_clear_pointer (&self->digest, g_free);
  g_string_truncate (self->text, 0);
  self->page = 0;
  self->n_bad = 0;
}

static void
end_round (YsTextGathering *self)
{
  gboolean again = self->again;

  drop_document (self);
  self->busy = FALSE;
  self->again = FALSE;
  if (again && !self->given_up && !g_cancellable_is_cancelled (self->cancellable))
    {
      begin_round (self);
      return;
    }
  g_signal_emit (self, signals[PROGRESS], 0);
  if (!self->has_more || g_cancellable_is_cancelled (self->cancellable))
    return;
  self->has_more = FALSE;
  ys_context_tell_texts (self->context);
}

static gboolean
rested_cb (gpointer user_data)
{
  YsTextGathering *self = user_data;

  self->rest = 0;
  self->busy = FALSE;
  begin_round (self);
  return G_SOURCE_REMOVE;
}

/* --- what was read goes to the docket's thread ----------------------------------------------- */

typedef struct
{
  char *digest;
  char *text; /* NULL: unreadable */
  int reason;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_free (self->digest);
  g_free (self->text);
  g_free (self);
}

static gpointer
put_reading (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  Reading *reading = input;

  if (reading->text != NULL)
    ys_office_put_file_text (session, reading->digest, reading->text, error);
  else
    ys_office_put_file_failure (session, reading->digest, reading->reason, error);
  return NULL;
}

static void
put_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsTextGathering) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 took = (g_get_monotonic_time () - self->begun) / G_TIME_SPAN_MILLISECOND;

  ys_context_run_finish (YS_CONTEXT (source), result, &error);
  /* A search table that cannot be written now is tried again when something has changed. */
  if (error != NULL || g_cancellable_is_cancelled (self->cancellable))
    {
      if (error != NULL)
        g_debug ("texts of attachments: %s", error->message);
      self->again = FALSE;
      end_round (self);
      return;
    }
  self->has_more = TRUE;
  drop_document (self);
  self->rest = g_timeout_add_full (G_PRIORITY_LOW,
                                   (guint) CLAMP (took, REST_LEAST_MS, REST_MOST_MS), rested_cb,
                                   self, NULL);
}

/* @text NULL: the document cannot be read. */
static void
put (YsTextGathering *self, const char *text, int reason)
{
  Reading *reading = g_new0 (Reading, 1);

  *reading = (Reading){ g_strdup (self->digest), g_strdup (text), reason };
  ys_context_run_async (self->context, put_reading, reading, reading_free, NULL, self->cancellable,
                        put_cb, g_object_ref (self));
}

/* --- a document, page by page ---------------------------------------------------------------- */

/* Whether the reason lies with this computer and not with the document. */
static gboolean
is_without_worker (const GError *error)
{
  return g_error_matches (error, YS_PAPER_ERROR, YS_PAPER_ERROR_NOT_STARTED)
         || g_error_matches (error, YS_PAPER_ERROR, YS_PAPER_ERROR_UNCONFINED);
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

/* TRUE if nothing is to be said about the document. */
static gboolean
stop_for (YsTextGathering *self, const GError *error)
{
  if (!is_cancelled (error) && !is_without_worker (error))
    return FALSE;
  self->given_up = is_without_worker (error);
  end_round (self);
  return TRUE;
}

static int
get_reason (const GError *error)
{
  return error->domain == YS_PAPER_ERROR ? error->code : YS_PAPER_ERROR_CRASHED;
}

static void
page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsTextGathering) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsPaperText) text
    = ys_paper_reader_text_finish (YS_PAPER_READER (source), result, &error);

  if (error != NULL && stop_for (self, error))
    return;
  if (error != NULL)
    {
      self->n_bad++;
      self->reason = get_reason (error);
    }
  else
    g_string_append (self->text, ys_paper_text_get_string (text));
  g_string_append_c (self->text, YS_FILE_PAGE_END);
  self->page++;
  read_page (self);
}

static void
read_page (YsTextGathering *self)
{
  guint n_pages = ys_paper_reader_get_n_pages (self->reader);

  if (self->paused)
    {
      end_round (self);
      return;
    }
  if (self->page < n_pages && self->text->len < YS_FILE_TEXT_MAX)
    ys_paper_reader_text_async (self->reader, self->page, YS_PAPER_LATER, self->cancellable,
                                page_cb, g_object_ref (self));
  else
    put (self, self->n_bad == n_pages ? NULL : self->text->str, self->reason);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsTextGathering) self = user_data;
  g_autoptr (GError) error = NULL;

  if (ys_paper_reader_open_finish (YS_PAPER_READER (source), result, &error))
    read_page (self);
  else if (!stop_for (self, error))
    put (self, NULL, get_reason (error));
}

/* --- which one ------------------------------------------------------------------------------- */

typedef struct
{
  YsUnreadFiles *files;
  int fd;     /* of the first of them, or -1 */
  int reason;
} Next;

static void
next_free (gpointer data)
{
  Next *self = data;

  g_clear_pointer (&self->files, ys_unread_files_free);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self);
}

static gpointer
find_next (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  Next *next = g_new0 (Next, 1);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) local = NULL;
  const char *digest;

  next->fd = -1;
  next->files = ys_office_list_unread_files (session, 1, error);
  if (next->files == NULL || next->files->digests->len == 0)
    return next;
  digest = g_ptr_array_index (next->files->digests, 0);
  stream = ys_office_open_file (session, digest, &local);
  if (stream != NULL)
    next->fd = ys_paper_document_from_stream (stream, cancellable, &local);
  if (g_error_matches (local, YS_PAPER_ERROR, YS_PAPER_ERROR_TOO_LARGE))
    next->reason = YS_PAPER_ERROR_TOO_LARGE;
  else
    next->reason = YS_FILE_MISSING;
  return next;
}

static void
next_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsTextGathering) self = user_data;
  g_autoptr (GError) error = NULL;
  Next *next = ys_context_run_finish (YS_CONTEXT (source), result, &error);
  const YsFileCounts *counts;

  if (next == NULL || g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_pointer (&next, next_free);
      self->again = FALSE;
      end_round (self);
      return;
    }
  counts = &next->files->counts;
  self->total = counts->unread + counts->read + counts->unreadable;
  self->done = self->total - counts->unread;
  if (next->files->digests->len == 0 || self->paused)
    {
      next_free (next);
      end_round (self);
      return;
    }
  g_signal_emit (self, signals[PROGRESS], 0);
  self->digest = g_strdup (g_ptr_array_index (next->files->digests, 0));
  if (next->fd >= 0)
    {
      self->reader = ys_paper_reader_new (g_steal_fd (&next->fd));
      ys_paper_reader_open_async (self->reader, self->cancellable, opened_cb, g_object_ref (self));
    }
  else
    put (self, NULL, next->reason);
  next_free (next);
}

static void
begin_round (YsTextGathering *self)
{
  self->again = self->busy;
  if (self->busy || self->given_up)
    return;
  self->busy = TRUE;
  self->begun = g_get_monotonic_time ();
  ys_context_run_async (self->context, find_next, NULL, NULL, next_free, self->cancellable,
                        next_cb, g_object_ref (self));
}

static void
changed_cb (YsContext *context, YsTextGathering *self)
{
  if (!g_cancellable_is_cancelled (self->cancellable))
    begin_round (self);
}

/* --- the object ------------------------------------------------------------------------------ */

void
ys_text_gathering_stop (YsTextGathering *self)
{
  g_return_if_fail (YS_IS_TEXT_GATHERING (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->rest, g_source_remove);
  if (self->reader != NULL)
    ys_paper_reader_close (self->reader);
}

static void
ys_text_gathering_dispose (GObject *object)
{
  YsTextGathering *self = YS_TEXT_GATHERING (object);

  ys_text_gathering_stop (self);
  drop_document (self);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ys_text_gathering_parent_class)->dispose (object);
}

static void
ys_text_gathering_finalize (GObject *object)
{
  YsTextGathering *self = YS_TEXT_GATHERING (object);

  g_object_unref (self->cancellable);
  g_string_free (self->text, TRUE);
  G_OBJECT_CLASS (ys_text_gathering_parent_class)->finalize (object);
}

static void
ys_text_gathering_class_init (YsTextGatheringClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ys_text_gathering_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_text_gathering_finalize;

  signals[PROGRESS] = g_signal_new ("progress", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_text_gathering_init (YsTextGathering *self)
{
  self->cancellable = g_cancellable_new ();
  self->text = g_string_new (NULL);
}

YsTextGathering *
ys_text_gathering_new (YsContext *context)
{
  YsTextGathering *self = g_object_new (YS_TYPE_TEXT_GATHERING, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, 0);
  begin_round (self);
  return self;
}

void
ys_text_gathering_set_paused (YsTextGathering *self, gboolean paused)
{
  g_return_if_fail (YS_IS_TEXT_GATHERING (self));

  if (self->paused == paused)
    return;
  self->paused = paused;
  if (!paused && !g_cancellable_is_cancelled (self->cancellable))
    begin_round (self);
  g_signal_emit (self, signals[PROGRESS], 0);
}

gboolean
ys_text_gathering_is_paused (YsTextGathering *self)
{
  g_return_val_if_fail (YS_IS_TEXT_GATHERING (self), FALSE);
  return self->paused;
}

gint64
ys_text_gathering_get_done (YsTextGathering *self)
{
  g_return_val_if_fail (YS_IS_TEXT_GATHERING (self), 0);
  return self->done;
}

gint64
ys_text_gathering_get_total (YsTextGathering *self)
{
  g_return_val_if_fail (YS_IS_TEXT_GATHERING (self), 0);
  return self->total;
}

gboolean
ys_text_gathering_is_working (YsTextGathering *self)
{
  g_return_val_if_fail (YS_IS_TEXT_GATHERING (self), FALSE);
  return self->busy;
}
