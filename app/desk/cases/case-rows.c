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

/* --- and where words were found --------------------------------------------------------------- */

typedef struct
{
  char **ids;
  char *words;
} Ask;

gpointer
ys_case_rows_ask_new (char **ids, const char *words)
{
  Ask *ask = g_new0 (Ask, 1);

  *ask = (Ask){ ids, g_strdup (words) };
  return ask;
}

void
ys_case_rows_ask_free (gpointer data)
{
  Ask *ask = data;

  g_strfreev (ask->ids);
  g_free (ask->words);
  g_free (ask);
}

void
ys_case_rows_free (YsCaseRows *self)
{
  g_ptr_array_unref (self->rows);
  g_array_unref (self->parts);
  g_free (self);
}

static GArray *
find_parts (YsSession *session, GPtrArray *rows, const char *words, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GArray *none;

  if (words == NULL)
    {
      none = g_array_new (FALSE, TRUE, sizeof (guint));
      return g_array_set_size (none, rows->len);
    }
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (ids, ((YsIndexRow *) g_ptr_array_index (rows, i))->id);
  g_ptr_array_add (ids, NULL);
  return ys_office_find_parts (session, (const char *const *) ids->pdata, words, error);
}

gpointer
ys_case_rows_read_found (YsSession *session, gpointer input, GCancellable *cancellable,
                         GError **error)
{
  const Ask *ask = input;
  g_autoptr (GPtrArray) rows = ys_case_rows_read (session, ask->ids, cancellable, error);
  GArray *parts = rows != NULL ? find_parts (session, rows, ask->words, error) : NULL;
  YsCaseRows *found;

  if (parts == NULL)
    return NULL;
  found = g_new0 (YsCaseRows, 1);
  *found = (YsCaseRows){ g_steal_pointer (&rows), parts };
  return found;
}
