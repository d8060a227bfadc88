/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hands files out to be read, texts to the index, and places their names. */
#include "office/file-texts.h"

#include "office/session-private.h"

static YsIndex *
get_index (YsSession *session, GError **error)
{
  return ys_session_get_index (session, NULL, NULL, error);
}

void
ys_unread_files_free (YsUnreadFiles *self)
{
  g_clear_pointer (&self->digests, g_ptr_array_unref);
  g_free (self);
}

YsUnreadFiles *
ys_office_list_unread_files (YsSession *session, int limit, GError **error)
{
  YsIndex *index = get_index (session, error);
  g_autoptr (YsUnreadFiles) self = g_new0 (YsUnreadFiles, 1);

  if (index == NULL || !ys_index_count_files (index, &self->counts, error))
    return NULL;
  self->digests = ys_index_list_unread_files (index, limit, error);
  return self->digests != NULL ? g_steal_pointer (&self) : NULL;
}

GInputStream *
ys_office_open_file (YsSession *session, const char *digest, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && digest != NULL, NULL);

  return ys_docket_get_file (ys_session_get_docket (session), digest, error);
}

gboolean
ys_office_put_file_text (YsSession *session, const char *digest, const char *text, GError **error)
{
  YsIndex *index = get_index (session, error);

  return index != NULL && ys_index_put_file_text (index, digest, text, error);
}

gboolean
ys_office_put_file_failure (YsSession *session, const char *digest, int reason, GError **error)
{
  YsIndex *index = get_index (session, error);

  return index != NULL && ys_index_put_file_failure (index, digest, reason, error);
}

/* --- places ---------------------------------------------------------------------------------- */

void
ys_file_place_free (YsFilePlace *self)
{
  g_free (self->digest);
  g_free (self->name);
  g_free (self->snippet);
  g_free (self);
}

/* The attachment in effect that holds the file. (transfer none) */
static const YsEvent *
find_attachment (const YsFolded *folded, const char *digest)
{
  for (guint i = 0; i < folded->events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i);

      if (event->kind == YS_KIND_ATTACHED
          && g_strcmp0 (ys_event_get_string (event, "file"), digest) == 0)
        return event;
    }
  return NULL;
}

static YsFilePlace *
make_place (const YsFolded *folded, YsPlace *found)
{
  const YsEvent *event = find_attachment (folded, found->digest);
  YsFilePlace *place = g_new0 (YsFilePlace, 1);

  place->digest = g_steal_pointer (&found->digest);
  place->name = event != NULL ? g_strdup (ys_event_get_string (event, "name")) : NULL;
  place->page = found->page;
  place->n_pages = found->n_pages;
  place->snippet = g_steal_pointer (&found->snippet);
  return place;
}

static YsFolded *
fold (YsSession *session, const char *id, GError **error)
{
  g_autoptr (YsHistory) history = ys_session_load_case (session, id, error);

  return history != NULL ? ys_history_fold (history, ys_session_get_today (session)) : NULL;
}

GPtrArray *
ys_office_find_where (YsSession *session, const char *id, const char *words, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && id != NULL && words != NULL, NULL);

  YsIndex *index = get_index (session, error);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (YsFolded) folded = NULL;
  GPtrArray *places;

  if (index == NULL)
    return NULL;
  found = ys_index_find_places (index, id, words, error);
  if (found == NULL)
    return NULL;
  folded = fold (session, id, error);
  if (folded == NULL)
    return NULL;
  places = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_file_place_free);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (places, make_place (folded, g_ptr_array_index (found, i)));
  return places;
}

char *
ys_office_name_file (YsSession *session, const char *id, const char *digest)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && id != NULL && digest != NULL, NULL);

  g_autoptr (YsFolded) folded = fold (session, id, NULL);
  const YsEvent *event = folded != NULL ? find_attachment (folded, digest) : NULL;

  return event != NULL ? g_strdup (ys_event_get_string (event, "name")) : NULL;
}
