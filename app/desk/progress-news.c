/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A piece of news is an idle source that holds whom it is for. */
#include "desk/progress-news.h"

#include "desk/context.h"

#define EVERY_MS 100

struct _YsProgressNews
{
  GWeakRef told;
  YsProgressTell tell;
  GCancellable *cancellable;
  gint64 last; /* monotonic time of the last news */
};

typedef struct
{
  GObject *told;
  YsProgressTell tell;
  double fraction;
} News;

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

  news->tell (news->told, news->fraction);
  return G_SOURCE_REMOVE;
}

YsProgressNews *
ys_progress_news_new (GObject *told, YsProgressTell tell, GCancellable *cancellable)
{
  g_return_val_if_fail (G_IS_OBJECT (told) && tell != NULL, NULL);

  YsProgressNews *self = g_new0 (YsProgressNews, 1);

  g_weak_ref_init (&self->told, told);
  self->tell = tell;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  return self;
}

void
ys_progress_news_free (YsProgressNews *self)
{
  g_return_if_fail (self != NULL);

  g_weak_ref_clear (&self->told);
  g_clear_object (&self->cancellable);
  g_free (self);
}

gboolean
ys_progress_news_step (gint64 done, gint64 total, gpointer data)
{
  YsProgressNews *self = data;
  gint64 now = g_get_monotonic_time ();
  GObject *told = NULL;

  if (total > 0 && now - self->last >= EVERY_MS * G_TIME_SPAN_MILLISECOND)
    told = g_weak_ref_get (&self->told);
  if (told != NULL)
    {
      News *news = g_new (News, 1);

      self->last = now;
      *news = (News){ told, self->tell, CLAMP ((double) done / (double) total, 0, 1) };
      g_idle_add_full (G_PRIORITY_DEFAULT, tell_news, news, news_free);
    }
  return !g_cancellable_is_cancelled (self->cancellable) && !ys_context_is_ending ();
}
