/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks the index for what is like a request that is being typed; nothing is decided here. */
#include "office/likeness.h"

#include "office/lists.h"
#include "office/session-private.h"

#include <string.h>

/* A passport has nine signs; fewer are the beginning of a number. */
#define ID_NUMBER_MIN 8

GPtrArray *
ys_office_find_like (YsSession *session, const char *applicant, const char *title,
                     const char *description, int limit, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && limit > 0, NULL);

  YsIndex *index = ys_session_get_index (session, NULL, NULL, error);

  return index != NULL
           ? ys_index_similar_text (index, applicant, title, description, limit, error)
           : NULL;
}

GPtrArray *
ys_office_find_applicant (YsSession *session, const char *id_number, int limit, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && id_number != NULL && limit > 0, NULL);

  YsFilter filter;

  if (strlen (id_number) < ID_NUMBER_MIN)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) ys_index_row_free);
  ys_filter_init (&filter);
  filter.text = id_number;
  /* A file may name anybody. */
  filter.own_text_only = TRUE;
  return ys_office_page (session, &filter, YS_ORDER_NUMBER, TRUE, NULL, limit, error);
}
