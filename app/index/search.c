/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Search over all cases, newest first, and why each was found. */
#include <string.h>

#include "index/files.h"
#include "index/filter.h"
#include "index/key.h"
#include "index/snippet.h"

void
ys_hit_free (YsHit *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->file);
  g_free (self->snippet);
  g_free (self);
}

/* The first line is the id: shown only when nothing else holds a word. */
static char *
make_snippet (const YsWords *words, const char *text, gsize length)
{
  const char *body = memchr (text, '\n', length);
  gsize skipped = body != NULL ? (gsize) (body - text) + 1 : 0;
  gsize start;
  gsize stop;

  if (ys_words_locate (words, text + skipped, length - skipped, &start, &stop))
    return ys_snippet_cut (text + skipped, length - skipped, start, stop);
  if (ys_words_locate (words, text, length, &start, &stop))
    return ys_snippet_cut (text, length, start, stop);
  return NULL;
}

/* All in one question while no file was read, which walks no further than the limit. */
static YsQuestion *
ask (YsStore *store, const YsFilter *filter, YsWords *words, GError **error)
{
  g_autoptr (GString) sql = NULL;
  YsQuestion *question;

  if (!ys_words_are_in_files (words))
    {
      question = ys_store_ask (store, "search", error);
      if (question != NULL)
        ys_question_bind_text (question, 1, ys_words_get_match (words));
      return question;
    }
  sql = g_string_new (ys_store_get_sql ("search-with-files"));
  g_string_append (sql, "WHERE TRUE");
  ys_filter_compose (filter, words, sql);
  g_string_append (sql, " ORDER BY key DESC");
  question = ys_store_ask_sql (store, sql->str, error);
  if (question != NULL)
    ys_filter_bind (filter, words, question);
  return question;
}

static YsHit *
make_hit (const YsWords *words, YsQuestion *question)
{
  YsHit *hit = g_new0 (YsHit, 1);

  hit->id = ys_key_to_id (sqlite3_column_int64 (question, 0));
  hit->title = ys_question_dup_text (question, 2);
  hit->snippet = make_snippet (words, (const char *) sqlite3_column_text (question, 1),
                               (gsize) sqlite3_column_bytes (question, 1));
  return hit;
}

/* None of the words stands in the case's own text. */
static gboolean
show_file (YsIndex *self, const char *text, YsHit *hit, GError **error)
{
  g_autoptr (GPtrArray) places = ys_index_find_places (self, hit->id, text, error);

  if (places == NULL)
    return FALSE;
  if (places->len > 0)
    {
      YsPlace *place = g_ptr_array_index (places, 0);

      hit->file = g_steal_pointer (&place->digest);
      hit->snippet = g_steal_pointer (&place->snippet);
    }
  else
    hit->snippet = g_strdup ("");
  return TRUE;
}

GPtrArray *
ys_index_search (YsIndex *self, const char *text, int limit, GError **error)
{
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (YsWords) words = NULL;
  g_autoptr (YsQuestion) question = NULL;
  YsFilter filter;
  int step = 0;

  g_return_val_if_fail (YS_IS_INDEX (self) && text != NULL && limit > 0, NULL);

  ys_filter_init (&filter);
  filter.text = text;
  hits = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_hit_free);
  if (!ys_filter_read_words (self, &filter, &words, error))
    return NULL;
  if (ys_words_get_match (words) == NULL)
    return g_steal_pointer (&hits);
  question = ask (self->store, &filter, words, error);
  if (question == NULL)
    return NULL;
  while (hits->len < (guint) limit && (step = ys_store_step (self->store, question, error)) > 0)
    {
      /* In files the question has it checked. */
      if (!ys_words_are_in_files (words) && ys_words_need_check (words)
          && !ys_words_hold (words, (const char *) sqlite3_column_text (question, 1),
                             (gsize) sqlite3_column_bytes (question, 1)))
        continue;
      g_ptr_array_add (hits, make_hit (words, question));
    }
  for (guint i = 0; step >= 0 && i < hits->len; i++)
    {
      YsHit *hit = g_ptr_array_index (hits, i);

      if (hit->snippet == NULL && !show_file (self, text, hit, error))
        return NULL;
    }
  return step >= 0 ? g_steal_pointer (&hits) : NULL;
}
