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
  gboolean total_is_cases; /* else entries */
  gint64 head;             /* entries in all */

  /* only while it is filled anew */
  gint64 position; /* up to which entry it will be filled when that is done */
  char *digest;
  char *last;      /* the case put last */
  gint64 kept_at;  /* monotonic time of the last commit */
} Fill;

static void
clear_fill (Fill *self)
{
  g_free (self->digest);
  g_free (self->last);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fill, clear_fill)

/* A progress bar needs no more than this; and whoever closes the window does not wait for more. */
#define PROGRESS_EVERY 256
/* A first filling may take minutes. What is done of it is kept this often, so that a window that is
 * closed meanwhile loses little; and another window of the same person may have its turn. */
#define KEEP_EVERY (2 * G_TIME_SPAN_SECOND)

static gboolean
tell_progress (Fill *fill, GError **error)
{
  if (fill->progress == NULL || fill->progress (fill->done, fill->total, fill->user_data))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
  return FALSE;
}

static gboolean
put_case (YsHistory *history, gpointer user_data, GError **error)
{
  Fill *fill = user_data;
  g_autoptr (YsCasefile) casefile
    = ys_casefile_new (history, ys_session_get_calendar (fill->session),
                       ys_session_get_today (fill->session));
  guint step = fill->total_is_cases ? 1 : ys_history_get_length (history);

  fill->done += step;
  if (!ys_index_put (fill->index, casefile, error))
    return FALSE;
  return fill->done % PROGRESS_EVERY >= step || tell_progress (fill, error);
}

/* --- everything ------------------------------------------------------------------------------ */

static gboolean
keep (Fill *fill, GError **error)
{
  YsDay today = ys_session_get_today (fill->session);

  fill->kept_at = g_get_monotonic_time ();
  return ys_index_commit_part (fill->index, fill->position, fill->digest, today, fill->last, error);
}

static gboolean
put_next_case (YsHistory *history, gpointer user_data, GError **error)
{
  Fill *fill = user_data;
  gboolean done = put_case (history, fill, error);

  /* Broken off by whoever is told of progress: this case is in. */
  if (!done && !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  g_free (fill->last);
  fill->last = g_strdup (ys_history_get_id (history));
  if (!done)
    return FALSE;
  return g_get_monotonic_time () - fill->kept_at < KEEP_EVERY
         || (keep (fill, error) && ys_index_begin (fill->index, error));
}

static gboolean
pass_entry (gpointer user_data, GError **error)
{
  Fill *fill = user_data;

  return ++fill->done % PROGRESS_EVERY != 0 || tell_progress (fill, error);
}

/* All cases after fill->last. Entries that were written since a part was filled may be in it or not;
 * the news from fill->position on put their cases again, and putting twice is putting once. */
static gboolean
fill_rest (Fill *fill, GError **error)
{
  g_autofree char *after = g_strdup (fill->last);
  g_autoptr (GError) local = NULL;

  fill->done = 0;
  fill->total = fill->head;
  fill->total_is_cases = FALSE;
  fill->kept_at = g_get_monotonic_time ();
  if (ys_session_each_case_after (fill->session, after, pass_entry, put_next_case, fill, &local))
    return ys_index_forget_files_not_held (fill->index, error);
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED) && fill->last != NULL)
    keep (fill, NULL);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
fill_anew (Fill *fill, GError **error)
{
  g_clear_pointer (&fill->last, g_free);
  g_free (fill->digest);
  return ys_docket_get_position (ys_session_get_docket (fill->session), &fill->position,
                                 &fill->digest, error)
         && ys_index_clear (fill->index, error) && fill_rest (fill, error);
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

  fill->done = 0;
  fill->total = g_hash_table_size (ids);
  fill->total_is_cases = TRUE;
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
add_stale (Fill *fill, GHashTable *ids, GError **error)
{
  g_autoptr (GPtrArray) stale
    = ys_index_list_stale (fill->index, ys_session_get_today (fill->session), error);

  for (guint i = 0; stale != NULL && i < stale->len; i++)
    g_hash_table_add (ids, g_strdup (g_ptr_array_index (stale, i)));
  return stale != NULL;
}

static gboolean
fill_news (Fill *fill, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  News news = { ids, FALSE };
  YsDay today = ys_session_get_today (fill->session);
  YsDay day = ys_index_get_day (fill->index);

  if (!ys_docket_read_after (ys_session_get_docket (fill->session),
                             ys_index_get_position (fill->index), take_news, &news, error))
    return FALSE;
  /* A day before the one it was folded for may change any case. */
  if (news.calendar || today < day)
    return fill_anew (fill, error);

  if (today > day && !add_stale (fill, ids, error))
    return FALSE;
  return put_touched (fill, ids, error);
}

/* Goes on where a filling was broken off, maybe days ago: what is there is first brought to this day,
 * so that all of it is of one day again. */
static gboolean
fill_on (Fill *fill, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  fill->position = ys_index_get_position (fill->index);
  fill->digest = g_strdup (ys_index_get_digest (fill->index));
  fill->last = g_strdup (ys_index_get_part (fill->index));
  if (!add_stale (fill, ids, error) || !put_touched (fill, ids, error))
    return FALSE;
  return fill_rest (fill, error);
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

static gboolean
fill_all (Fill *fill, gboolean follows_docket, GError **error)
{
  gboolean in_part = ys_index_get_part (fill->index) != NULL;

  if (!follows_docket
      || (in_part && ys_session_get_today (fill->session) < ys_index_get_day (fill->index)))
    return fill_anew (fill, error);
  return (!in_part || fill_on (fill, error)) && fill_news (fill, error);
}

gboolean
ys_session_fill_index (YsSession *self, YsIndex *index, YsProgressFunc progress,
                       gpointer user_data, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (self) && YS_IS_INDEX (index), FALSE);

  g_auto (Fill) fill = { self, index, progress, user_data };
  YsDay today = ys_session_get_today (self);
  g_autofree char *digest = NULL;
  gboolean follows_docket;
  gint64 head;

  if (!ys_docket_get_position (ys_session_get_docket (self), &head, &digest, error)
      || !follows (&fill, head, &follows_docket, error))
    return FALSE;
  if (follows_docket && ys_index_get_part (index) == NULL
      && ys_index_get_position (index) == head && ys_index_get_day (index) == today)
    return TRUE;

  fill.head = head;
  if (!ys_index_begin (index, error))
    return FALSE;
  if (!fill_all (&fill, follows_docket, error))
    {
      ys_index_rollback (index);
      return FALSE;
    }
  return ys_index_commit (index, head, digest, today, error);
}

gboolean
ys_session_refill_index (YsSession *self, YsProgressFunc progress, gpointer user_data,
                         GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (self), FALSE);

  YsIndex *index = ys_session_get_index (self, NULL, NULL, error);
  g_auto (Fill) fill = { self, index, progress, user_data };
  g_autofree char *digest = NULL;
  gint64 head;

  if (index == NULL
      || !ys_docket_get_position (ys_session_get_docket (self), &head, &digest, error)
      || !ys_index_begin (index, error))
    return FALSE;
  fill.head = head;
  if (!fill_anew (&fill, error))
    {
      ys_index_rollback (index);
      return FALSE;
    }
  return ys_index_commit (index, head, digest, ys_session_get_today (self), error);
}
