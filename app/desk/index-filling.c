/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Progress goes from the docket's thread to the main loop, not more often than one sees. */
#include "desk/index-filling.h"

#include "office/lists.h"

#define EVERY_MS 100

typedef struct
{
  GWeakRef told; /* weak: this may end on the docket's thread, where no widget may */
  YsFillingProgress progress;
  GCancellable *cancellable;
  gint64 last; /* monotonic time of the last news */
} Filling;

typedef struct
{
  GObject *told;
  YsFillingProgress progress;
  double fraction;
} News;

static void
filling_free (gpointer data)
{
  Filling *self = data;

  g_weak_ref_clear (&self->told);
  g_clear_object (&self->cancellable);
  g_free (self);
}

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->told);
  g_free (news);
}

static gboolean
tell_news (gpointer data)
{
  News *news = data;

  news->progress (news->told, news->fraction);
  return G_SOURCE_REMOVE;
}

static gboolean
fill_cb (gint64 done, gint64 total, gpointer user_data)
{
  Filling *self = user_data;
  gint64 now = g_get_monotonic_time ();
  GObject *told = NULL;

  if (total > 0 && now - self->last >= EVERY_MS * G_TIME_SPAN_MILLISECOND)
    told = g_weak_ref_get (&self->told);
  if (told != NULL)
    {
      News *news = g_new0 (News, 1);

      self->last = now;
      *news = (News){ told, self->progress, CLAMP ((double) done / (double) total, 0, 1) };
      g_idle_add_full (G_PRIORITY_DEFAULT, tell_news, news, news_free);
    }
  return !g_cancellable_is_cancelled (self->cancellable) && !ys_context_is_ending ();
}

static gpointer
fill (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  return ys_office_prepare_lists (session, fill_cb, input, error) ? input : NULL;
}

void
ys_index_filling_async (YsContext *context, GObject *told, YsFillingProgress progress,
                        GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (YS_IS_CONTEXT (context) && G_IS_OBJECT (told) && progress != NULL);

  Filling *self = g_new0 (Filling, 1);

  g_weak_ref_init (&self->told, told);
  self->progress = progress;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  ys_context_run_async (context, fill, self, filling_free, NULL, cancellable, callback, user_data);
}

gboolean
ys_index_filling_finish (YsContext *context, GAsyncResult *result, GError **error)
{
  return ys_context_run_finish (context, result, error) != NULL;
}
