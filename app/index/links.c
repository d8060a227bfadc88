/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links between cases, read from the case that they lead to. */
#include "index/index-private.h"
#include "index/key.h"

void
ys_index_link_free (YsIndexLink *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->as);
  g_free (self);
}

GPtrArray *
ys_index_list_links_to (YsIndex *self, const char *id, int limit, GError **error)
{
  g_return_val_if_fail (YS_IS_INDEX (self) && id != NULL && limit > 0, NULL);

  YsStore *store = ys_index_get_store (self);
  g_autoptr (GPtrArray) links
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_index_link_free);
  g_autoptr (YsQuestion) question = ys_store_ask (store, "links-to-case", error);
  int step;

  if (question == NULL)
    return NULL;
  sqlite3_bind_int64 (question, 1, ys_key_from_id (id));
  sqlite3_bind_int (question, 2, limit);
  while ((step = ys_store_step (store, question, error)) > 0)
    {
      YsIndexLink *link = g_new0 (YsIndexLink, 1);

      link->id = ys_key_to_id (sqlite3_column_int64 (question, 0));
      link->as = ys_question_dup_text (question, 1);
      link->title = ys_question_dup_text (question, 2);
      g_ptr_array_add (links, link);
    }
  return step == 0 ? g_steal_pointer (&links) : NULL;
}
