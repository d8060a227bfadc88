/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Search over all cases, and the piece of text that shows why a case was found. */
#include <string.h>

#include "index/index-private.h"
#include "index/key.h"
#include "index/reading.h"
#include "index/words.h"

/* Characters shown before the hit, and in all after it. */
#define SHOWN_BEFORE 16
#define SHOWN_AFTER 40

#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_ISOLATE "\u2069"
#define ELLIPSIS "\u2026"

void
ys_hit_free (YsHit *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->snippet);
  g_free (self);
}

/* Control signs would break the line, and direction signs of the text the two around the hit. */
static void
append_plain (GString *to, const char *begin, const char *end)
{
  for (const char *at = begin; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
        continue;
      if (g_unichar_iscntrl (c))
        g_string_append_c (to, ' ');
      else
        g_string_append_unichar (to, c);
    }
}

static const char *
find_line_begin (const char *text, const char *at)
{
  while (at > text && at[-1] != '\n')
    at--;
  return at;
}

static char *
cut_snippet (const char *text, gsize length, gsize start, gsize stop)
{
  GString *snippet = g_string_new (NULL);
  const char *end = text + length;
  const char *hit = text + start;
  const char *hit_end = text + stop;
  const char *line = find_line_begin (text, hit);
  const char *line_end = memchr (hit_end, '\n', (gsize) (end - hit_end));
  const char *from = hit;
  const char *to = hit_end;

  if (line_end == NULL)
    line_end = end;
  for (int i = 0; i < SHOWN_BEFORE && from > line; i++)
    from = ys_reading_skip_back (line, from, end);
  for (int i = 0; i < SHOWN_AFTER && to < line_end; i++)
    to = ys_reading_skip (to, line_end);

  if (from > line)
    g_string_append (snippet, ELLIPSIS);
  append_plain (snippet, from, hit);
  g_string_append (snippet, FIRST_STRONG_ISOLATE);
  append_plain (snippet, hit, hit_end);
  g_string_append (snippet, POP_ISOLATE);
  append_plain (snippet, hit_end, to);
  if (to < line_end)
    g_string_append (snippet, ELLIPSIS);
  return g_string_free (snippet, FALSE);
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
    return cut_snippet (text + skipped, length - skipped, start, stop);
  if (ys_words_locate (words, text, length, &start, &stop))
    return cut_snippet (text, length, start, stop);
  return g_strdup ("");
}

GPtrArray *
ys_index_search (YsIndex *self, const char *text, int limit, GError **error)
{
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (YsWords) words = NULL;
  g_autoptr (YsQuestion) question = NULL;
  YsStore *store;
  int step = 0;

  g_return_val_if_fail (YS_IS_INDEX (self) && text != NULL && limit > 0, NULL);

  store = ys_index_get_store (self);
  hits = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_hit_free);
  words = ys_words_new (text);
  if (ys_words_get_match (words) == NULL)
    return g_steal_pointer (&hits);
  question = ys_store_ask (store, "search", error);
  if (question == NULL)
    return NULL;
  ys_question_bind_text (question, 1, ys_words_get_match (words));
  while (hits->len < (guint) limit && (step = ys_store_step (store, question, error)) > 0)
    {
      const char *found = (const char *) sqlite3_column_text (question, 1);
      gsize length = (gsize) sqlite3_column_bytes (question, 1);
      YsHit *hit;

      if (ys_words_need_check (words) && !ys_words_hold (words, found, length))
        continue;
      hit = g_new0 (YsHit, 1);
      hit->id = ys_key_to_id (sqlite3_column_int64 (question, 0));
      hit->snippet = make_snippet (words, found, length);
      hit->title = ys_question_dup_text (question, 2);
      g_ptr_array_add (hits, hit);
    }
  return step >= 0 ? g_steal_pointer (&hits) : NULL;
}
