/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where in the files of one case words stand: file by file, page by page. */
#include "index/files.h"
#include "index/index-private.h"
#include "index/key.h"
#include "index/snippet.h"

#include <string.h>

void
ys_place_free (YsPlace *self)
{
  g_free (self->digest);
  g_free (self->snippet);
  g_free (self);
}

/* NULL where no page has any of the words. */
static YsPlace *
find_place (YsWords *words, const char *digest, const char *text)
{
  YsPlace *place = NULL;
  int page = 1;

  for (const char *at = text; at != NULL; page++)
    {
      const char *end = strchr (at, YS_FILE_PAGE_END);
      gsize length = end != NULL ? (gsize) (end - at) : strlen (at);
      gsize start, stop;

      if (ys_words_locate (words, at, length, &start, &stop))
        {
          if (place == NULL)
            {
              place = g_new0 (YsPlace, 1);
              place->digest = g_strdup (digest);
              place->page = page;
              place->snippet = ys_snippet_cut (at, length, start, stop);
            }
          place->n_pages++;
        }
      at = end != NULL ? end + 1 : NULL;
    }
  return place;
}

GPtrArray *
ys_index_find_places (YsIndex *self, const char *id, const char *text, GError **error)
{
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (YsWords) words = NULL;
  g_autoptr (YsQuestion) question = NULL;
  YsStore *store;
  int step;

  g_return_val_if_fail (YS_IS_INDEX (self) && id != NULL && text != NULL, NULL);

  places = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_place_free);
  words = ys_words_new (text);
  if (ys_words_get_match (words) == NULL)
    return g_steal_pointer (&places);
  store = ys_index_get_store (self);
  question = ys_store_ask (store, "texts-of-files", error);
  if (question == NULL)
    return NULL;
  sqlite3_bind_int64 (question, 1, ys_key_from_id (id));
  while ((step = ys_store_step (store, question, error)) > 0)
    {
      YsPlace *place = find_place (words, (const char *) sqlite3_column_text (question, 0),
                                   (const char *) sqlite3_column_text (question, 1));

      if (place != NULL)
        g_ptr_array_add (places, place);
    }
  return step == 0 ? g_steal_pointer (&places) : NULL;
}
