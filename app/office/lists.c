/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists out of the index; nothing is decided here. */
#include "office/lists.h"

#include "office/session-private.h"

static YsIndex *
get_index (YsSession *session, GError **error)
{
  return ys_session_get_index (session, NULL, NULL, error);
}

gboolean
ys_office_prepare_lists (YsSession *session, YsFillFunc progress, gpointer user_data,
                         GError **error)
{
  return ys_session_get_index (session, progress, user_data, error) != NULL;
}

GPtrArray *
ys_office_page (YsSession *session, const YsFilter *filter, YsOrder order, gboolean descending,
                const char *after, int limit, GError **error)
{
  YsIndex *index = get_index (session, error);

  return index != NULL ? ys_index_page (index, filter, order, descending, after, limit, error)
                       : NULL;
}

GPtrArray *
ys_office_list_ids (YsSession *session, const YsFilter *filter, YsOrder order,
                    gboolean descending, GError **error)
{
  YsIndex *index = get_index (session, error);

  return index != NULL ? ys_index_list_ids (index, filter, order, descending, error) : NULL;
}

YsIndexRow *
ys_office_get_row (YsSession *session, const char *id, GError **error)
{
  YsIndex *index = get_index (session, error);

  return index != NULL ? ys_index_get_row (index, id, error) : NULL;
}

GArray *
ys_office_find_parts (YsSession *session, const char *const *ids, const char *text, GError **error)
{
  YsIndex *index = get_index (session, error);

  return index != NULL ? ys_index_find_parts (index, ids, text, error) : NULL;
}

gint64
ys_office_count (YsSession *session, const YsFilter *filter, GError **error)
{
  YsIndex *index = get_index (session, error);

  return index != NULL ? ys_index_count (index, filter, error) : -1;
}

gboolean
ys_office_count_states (YsSession *session, gint64 *counts, GError **error)
{
  YsIndex *index = get_index (session, error);

  return index != NULL && ys_index_count_states (index, counts, error);
}

gboolean
ys_office_count_due (YsSession *session, YsDay from, YsDay to, YsDayCountFunc func,
                     gpointer user_data, GError **error)
{
  YsIndex *index = get_index (session, error);

  return index != NULL && ys_index_count_due (index, from, to, func, user_data, error);
}

/* Those who could handle a case and do not yet. */
static void
add_staff (YsSession *session, GPtrArray *handlers)
{
  const GPtrArray *persons = ys_staff_get_persons (ys_session_get_staff (session));

  for (guint i = 0; i < persons->len; i++)
    {
      const YsPerson *person = g_ptr_array_index (persons, i);

      if ((person->roles & (YS_ROLE_OFFICER | YS_ROLE_HEAD)) != 0
          && !g_ptr_array_find_with_equal_func (handlers, person->name, g_str_equal, NULL))
        g_ptr_array_add (handlers, g_strdup (person->name));
    }
}

GPtrArray *
ys_office_list_handlers (YsSession *session, GError **error)
{
  YsIndex *index = get_index (session, error);
  GPtrArray *handlers = index != NULL ? ys_index_list_handlers (index, error) : NULL;

  if (handlers != NULL)
    add_staff (session, handlers);
  return handlers;
}

GArray *
ys_office_list_years (YsSession *session, GError **error)
{
  YsIndex *index = get_index (session, error);

  return index != NULL ? ys_index_list_years (index, error) : NULL;
}

GPtrArray *
ys_office_list_links_to (YsSession *session, const char *id, int limit, GError **error)
{
  YsIndex *index = get_index (session, error);

  return index != NULL ? ys_index_list_links_to (index, id, limit, error) : NULL;
}

YsHistory *
ys_office_open_case (YsSession *session, const char *id, YsCasefile **casefile, GError **error)
{
  g_autoptr (YsHistory) history = ys_session_load_case (session, id, error);

  if (history != NULL && casefile != NULL)
    *casefile = ys_casefile_new (history, ys_session_get_calendar (session),
                                 ys_session_get_today (session));
  return g_steal_pointer (&history);
}
