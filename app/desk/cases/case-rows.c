/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By id, not by keyset: a page of a list that changed meanwhile would hold other cases. */
#include "desk/cases/case-rows.h"

gpointer
ys_case_rows_read (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  GStrv ids = input;
  g_autoptr (GPtrArray) rows
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_index_row_free);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) local = NULL;
      YsIndexRow *row;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      row = ys_office_get_row (session, ids[i], &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      if (row != NULL)
        g_ptr_array_add (rows, row);
    }
  return g_steal_pointer (&rows);
}
