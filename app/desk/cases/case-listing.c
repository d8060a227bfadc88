/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking for a list, and comparing it with the one before. */
#include "desk/cases/case-listing.h"

typedef struct
{
  YsCaseQuery *query;
  YsCaseIds *before;
} Ask;

gpointer
ys_case_listing_ask_new (const YsCaseQuery *query, YsCaseIds *before)
{
  g_return_val_if_fail (query != NULL, NULL);

  Ask *ask = g_new0 (Ask, 1);

  ask->query = ys_case_query_copy (query);
  ask->before = before != NULL ? ys_case_ids_ref (before) : NULL;
  return ask;
}

void
ys_case_listing_ask_free (gpointer data)
{
  Ask *ask = data;

  ys_case_query_free (ask->query);
  g_clear_pointer (&ask->before, ys_case_ids_unref);
  g_free (ask);
}

void
ys_case_listing_free (YsCaseListing *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->ids, ys_case_ids_unref);
  g_clear_pointer (&self->common, ys_case_ids_unref);
  g_clear_pointer (&self->origins, g_array_unref);
  g_free (self);
}

/* Cases that only moved within the stretch stay what they were for whoever selected them. */
static GArray *
find_origins (const YsCaseIds *before, const YsCaseListing *self)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  const YsCaseIdsChange *change = &self->change;
  GArray *origins = g_array_sized_new (FALSE, FALSE, sizeof (guint), change->added);

  for (guint i = change->at; i < change->at + change->removed; i++)
    g_hash_table_insert (places, (gpointer) ys_case_ids_get (before, i), GUINT_TO_POINTER (i));
  for (guint i = change->at; i < change->at + change->added; i++)
    {
      gpointer place;
      guint origin = g_hash_table_lookup_extended (places, ys_case_ids_get (self->ids, i), NULL,
                                                   &place)
                       ? GPOINTER_TO_UINT (place)
                       : G_MAXUINT;

      g_array_append_val (origins, origin);
    }
  return origins;
}

gpointer
ys_case_listing_read (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  Ask *ask = input;
  YsFilter filter;
  g_autoptr (GPtrArray) ids = NULL;
  YsCaseListing *self;

  ys_case_query_get_filter (ask->query, ys_session_get_calendar (session),
                            ys_session_get_today (session), &filter);
  ids = ys_office_list_ids (session, &filter, ask->query->order, ask->query->descending, error);
  if (ids == NULL)
    return NULL;
  self = g_new0 (YsCaseListing, 1);
  self->ids = ys_case_ids_new (ids);
  if (ask->before == NULL)
    return self;
  self->change = ys_case_ids_compare (ask->before, self->ids);
  self->common = ys_case_ids_without (ask->before, self->change.at, self->change.removed);
  if (self->change.removed > 0 && self->change.added > 0)
    self->origins = find_origins (ask->before, self);
  return self;
}
