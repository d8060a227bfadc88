/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Feeds the index from the docket: everything at first, later only the cases that new entries or a
 * new day have touched. */
#include "office/session-private.h"

#include "rules/casefile.h"

#include <string.h>

typedef struct
{
  YsSession *session;
  YsIndex *index;
  YsProgressFunc progress;
  gpointer user_data;
  gint64 done;
  gint64 total;
} Fill;

/* A progress bar needs no more than this. */
#define PROGRESS_EVERY 256

static gboolean
put_case (YsHistory *history, gpointer user_data, GError **error)
{
  Fill *fill = user_data;
  g_autoptr (YsCasefile) casefile
    = ys_casefile_new (history, ys_session_get_calendar (fill->session),
                       ys_session_get_today (fill->session));

  fill->done += ys_history_get_length (history);
  if (!ys_index_put (fill->index, casefile, error))
    return FALSE;
  if (fill->progress != NULL && (fill->done % PROGRESS_EVERY) < ys_history_get_length (history)
      && !fill->progress (fill->done, fill->total, fill->user_data))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
      return FALSE;
    }
  return TRUE;
}

static gboolean
fill_anew (Fill *fill, GError **error)
{
  return ys_index_clear (fill->index, error)
         && ys_session_each_case (fill->session, put_case, fill, error);
}

/* --- what is new ----------------------------------------------------------------------------- */

typedef struct
{
  GHashTable *ids;      /* touched cases */
  gboolean calendar;    /* a notice came: every date may have moved */
} News;

static gboolean
take_news (YsEntry *entry, gpointer user_data, GError **error)
{
  News *news = user_data;

  if (g_str_has_prefix (entry->stream, "case/"))
    g_hash_table_add (news->ids, g_strdup (entry->stream + strlen ("case/")));
  else if (g_str_has_prefix (entry->stream, "calendar/"))
    news->calendar = TRUE;
  return TRUE;
}

static gboolean
put_touched (Fill *fill, GHashTable *ids, GError **error)
{
  GHashTableIter iter;
  const char *id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      g_autoptr (YsHistory) history = ys_session_load_case (fill->session, id, error);

      if (history == NULL || !put_case (history, fill, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill_news (Fill *fill, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  News news = { ids, FALSE };
  YsDay today = ys_session_get_today (fill->session);
  YsDay day = ys_index_get_day (fill->index);
  g_autoptr (GPtrArray) stale = NULL;

  if (!ys_docket_read_after (ys_session_get_docket (fill->session),
                             ys_index_get_position (fill->index), take_news, &news, error))
    return FALSE;
  /* A day before the one it was folded for may change any case. */
  if (news.calendar || today < day)
    return fill_anew (fill, error);

  if (today > day)
    {
      stale = ys_index_list_stale (fill->index, today, error);
      if (stale == NULL)
        return FALSE;
      for (guint i = 0; i < stale->len; i++)
        g_hash_table_add (ids, g_strdup (g_ptr_array_index (stale, i)));
    }
  fill->total = g_hash_table_size (ids);
  return put_touched (fill, ids, error);
}

/* --- whether the index still follows this docket ------------------------------------------------ */

static gboolean
take_digest (YsEntry *entry, gpointer user_data, GError **error)
{
  char **digest = user_data;

  *digest = g_strdup (entry->digest);
  return FALSE;
}

/* A docket that was put back from a copy may hold other entries at the same positions. */
static gboolean
follows (Fill *fill, gint64 head, gboolean *yes, GError **error)
{
  gint64 position = ys_index_get_position (fill->index);
  g_autofree char *digest = NULL;
  g_autoptr (GError) local = NULL;

  *yes = FALSE;
  if (position == 0 || position > head)
    return TRUE;
  if (!ys_docket_read_after (ys_session_get_docket (fill->session), position - 1, take_digest,
                             &digest, &local)
      && local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  *yes = g_strcmp0 (digest, ys_index_get_digest (fill->index)) == 0;
  return TRUE;
}

gboolean
ys_session_fill_index (YsSession *self, YsIndex *index, YsProgressFunc progress,
                       gpointer user_data, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (self) && YS_IS_INDEX (index), FALSE);

  Fill fill = { self, index, progress, user_data, 0, 0 };
  YsDay today = ys_session_get_today (self);
  g_autofree char *digest = NULL;
  gint64 head;
  gboolean follows_docket;

  if (!ys_docket_get_position (ys_session_get_docket (self), &head, &digest, error)
      || !follows (&fill, head, &follows_docket, error))
    return FALSE;
  if (follows_docket && ys_index_get_position (index) == head && ys_index_get_day (index) == today)
    return TRUE;

  fill.total = head;
  if (!ys_index_begin (index, error))
    return FALSE;
  if (!(follows_docket ? fill_news (&fill, error) : fill_anew (&fill, error)))
    {
      ys_index_rollback (index);
      return FALSE;
    }
  return ys_index_commit (index, head, digest, today, error);
}
