/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A queue with two places at its head, and a table of what was seen. Main thread only. */
#include "desk/paper/first-page.h"

#include "desk/paper/paper-source.h"

/* Some 40 KiB each at the size of a case's row of documents. */
#define MOST_REMEMBERED 200

typedef struct
{
  YsContext *context; /* of a kept file */
  char *digest;
  GFile *file;        /* of any other */
  guint width;
  guint height;
  YsPaperReader *reader;
} Job;

static GQueue waiting = G_QUEUE_INIT; /* of GTask */
static guint n_open;
static guint most_open;
static GHashTable *remembered; /* key → YsFirstPage */
static GQueue remembered_order = G_QUEUE_INIT; /* of keys, the oldest first; owned by the table */

static void go_on (void);

/* --- values ----------------------------------------------------------------------------------- */

static YsFirstPage *
first_page_new (GdkTexture *texture, guint n_pages, const GError *failure)
{
  YsFirstPage *self = g_new0 (YsFirstPage, 1);

  g_atomic_ref_count_init (&self->refs);
  self->texture = texture;
  self->n_pages = n_pages;
  self->failure = failure != NULL ? g_error_copy (failure) : NULL;
  return self;
}

YsFirstPage *
ys_first_page_ref (YsFirstPage *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
ys_first_page_unref (YsFirstPage *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_object (&self->texture);
  g_clear_error (&self->failure);
  g_free (self);
}

static void
unref_page (gpointer page)
{
  ys_first_page_unref (page);
}

static void
job_free (gpointer data)
{
  Job *self = data;

  if (self->reader != NULL)
    ys_paper_reader_close (self->reader);
  g_clear_object (&self->reader);
  g_clear_object (&self->context);
  g_clear_object (&self->file);
  g_free (self->digest);
  g_free (self);
}

/* --- remembering ------------------------------------------------------------------------------ */

static char *
make_key (const char *digest, guint width, guint height)
{
  return g_strdup_printf ("%s %u %u", digest, width, height);
}

static void
remember (Job *job, YsFirstPage *page)
{
  char *key;

  /* A docket that is away, or a worker that does not start, may be mended in a minute. */
  if (job->digest == NULL
      || (page->failure != NULL
          && (page->failure->domain != YS_PAPER_ERROR
              || page->failure->code == YS_PAPER_ERROR_NOT_STARTED)))
    return;
  if (remembered == NULL)
    remembered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_page);
  key = make_key (job->digest, job->width, job->height);
  if (g_hash_table_contains (remembered, key))
    {
      g_free (key);
      return;
    }
  g_hash_table_insert (remembered, key, ys_first_page_ref (page));
  g_queue_push_tail (&remembered_order, key);
  if (remembered_order.length > MOST_REMEMBERED)
    g_hash_table_remove (remembered, g_queue_pop_head (&remembered_order));
}

/* --- the work --------------------------------------------------------------------------------- */

/* Gives up the place of @task, which got @page or, if that is NULL, @error. */
static void
end (GTask *task, YsFirstPage *page, GError *error)
{
  Job *job = g_task_get_task_data (task);

  if (job->reader != NULL)
    ys_paper_reader_close (job->reader);
  n_open--;
  if (page == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, error);
  else
    {
      if (page == NULL)
        page = first_page_new (NULL,
                               job->reader != NULL ? ys_paper_reader_get_n_pages (job->reader) : 0,
                               error);
      g_clear_error (&error);
      remember (job, page);
      g_task_return_pointer (task, page, unref_page);
    }
  go_on ();
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  YsPaperReader *reader = YS_PAPER_READER (source);
  GError *error = NULL;
  g_autoptr (YsPaperPixels) pixels = ys_paper_reader_render_finish (reader, result, &error);
  YsFirstPage *page = NULL;

  if (pixels != NULL)
    page = first_page_new (gdk_memory_texture_new (pixels->width, pixels->height,
                                                   GDK_MEMORY_DEFAULT, pixels->bytes,
                                                   pixels->stride),
                           ys_paper_reader_get_n_pages (reader), NULL);
  end (task, page, error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  YsPaperPicture picture = { 0 };
  double width, height;

  job->reader = ys_paper_source_open_finish (result, &error);
  if (job->reader == NULL || ys_paper_reader_get_n_pages (job->reader) == 0)
    {
      end (task, NULL, error != NULL ? error : ys_paper_error_of_document (YS_PAPER_ERROR_NOT_PDF));
      return;
    }
  ys_paper_reader_get_size (job->reader, 0, &width, &height);
  picture.width = (guint) CLAMP (MIN (job->width, job->height * width / height), 1, job->width);
  ys_paper_reader_render_async (job->reader, &picture, YS_PAPER_NOW, g_task_get_cancellable (task),
                                drawn_cb, g_object_ref (task));
}

static void
go_on (void)
{
  GTask *task;
  Job *job;

  while (n_open < YS_FIRST_PAGE_AT_ONCE && (task = g_queue_pop_head (&waiting)) != NULL)
    {
      g_autofree char *key = NULL;
      YsFirstPage *known = NULL;

      job = g_task_get_task_data (task);
      if (job->digest != NULL && remembered != NULL)
        {
          key = make_key (job->digest, job->width, job->height);
          known = g_hash_table_lookup (remembered, key);
        }
      if (g_task_return_error_if_cancelled (task))
        g_object_unref (task);
      else if (known != NULL)
        {
          g_task_return_pointer (task, ys_first_page_ref (known), unref_page);
          g_object_unref (task);
        }
      else
        {
          n_open++;
          most_open = MAX (most_open, n_open);
          if (job->digest != NULL)
            ys_paper_source_open_kept_async (job->context, job->digest,
                                             g_task_get_cancellable (task), opened_cb, task);
          else
            ys_paper_source_open_file_async (job->file, g_task_get_cancellable (task), opened_cb,
                                             task);
        }
    }
}

static void
ask (Job *job, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, ys_first_page_finish);
  g_task_set_task_data (task, job, job_free);
  g_queue_push_tail (&waiting, task);
  go_on ();
}

void
ys_first_page_of_kept_async (YsContext *context, const char *digest, guint width, guint height,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (YS_IS_CONTEXT (context) && digest != NULL && width > 0 && height > 0);

  Job *job = g_new0 (Job, 1);

  job->context = g_object_ref (context);
  job->digest = g_strdup (digest);
  job->width = width;
  job->height = height;
  ask (job, cancellable, callback, user_data);
}

void
ys_first_page_of_file_async (GFile *file, guint width, guint height, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (G_IS_FILE (file) && width > 0 && height > 0);

  Job *job = g_new0 (Job, 1);

  job->file = g_object_ref (file);
  job->width = width;
  job->height = height;
  ask (job, cancellable, callback, user_data);
}

YsFirstPage *
ys_first_page_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ys_first_page_finish), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
ys_first_page_count_open (void)
{
  return n_open;
}

guint
ys_first_page_count_most_open (void)
{
  return most_open;
}
