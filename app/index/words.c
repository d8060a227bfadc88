/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Search words: split, turned into a full-text question, tested on a text. */
#define _GNU_SOURCE /* memmem */
#include "index/words.h"

#include <string.h>

#include "index/reading.h"

/* Candidates are few enough after so many terms; a pasted letter must not make a query that FTS5
 * refuses for its length. */
#define TERMS_MAX 48

typedef struct
{
  GString *reading;
  char *match;          /* question for this word alone, or NULL */
  gboolean begins_word; /* with a letter or digit: it must stand where a word begins */
} Word;

struct _YsWords
{
  GPtrArray *words; /* of Word */
  gboolean unfindable;
  gboolean need_check;
  gboolean in_files;
  char *match;
  GString *scratch; /* reading of the text tested last */
};

/* A word's terms, while they are put together. */
typedef struct
{
  const GString *reading;
  GString *match;
  GHashTable *seen;
  int tokens;
  gboolean full; /* a term had no room */
} Terms;

static void
free_word (gpointer data)
{
  Word *word = data;

  g_string_free (word->reading, TRUE);
  g_free (word->match);
  g_free (word);
}

static int
add_term_cb (const char *token, int length, int offset, gpointer user_data)
{
  Terms *terms = user_data;
  gboolean is_han = ys_reading_is_han (g_utf8_get_char (token));
  gboolean is_single = is_han && g_utf8_next_char (token) == token + length;
  gboolean is_last = (gsize) (offset + length) == terms->reading->len;
  /* What ends the word may go on in the text: "20" finds 2024, one character finds every pair. */
  gboolean is_prefix = is_last && (!is_han || is_single);
  g_autofree char *term = g_strdup_printf ("\"%.*s\"%s", length, token, is_prefix ? "*" : "");

  terms->tokens++;
  if (g_hash_table_contains (terms->seen, term))
    return 0;
  terms->full = g_hash_table_size (terms->seen) >= TERMS_MAX;
  if (terms->full)
    return 0;
  if (terms->match->len > 0)
    g_string_append (terms->match, " AND ");
  g_string_append (terms->match, term);
  g_hash_table_add (terms->seen, g_steal_pointer (&term));
  return 0;
}

/* What finds the texts that hold this word, or more. */
static char *
make_part (const GString *reading)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Terms terms = { reading, g_string_new (NULL), seen, 0, FALSE };

  ys_reading_each_token (reading->str, reading->len, YS_TOKENS_QUERY, add_term_cb, &terms);
  return g_string_free (terms.match, FALSE);
}

static void
add_word (YsWords *self, const char *text, gsize length, GString *match, GHashTable *seen)
{
  Terms terms = { NULL, match, seen, 0, FALSE };
  Word *word;
  GString *reading = g_string_new (NULL);

  ys_reading_append (reading, NULL, text, length);
  if (reading->len == 0)
    {
      g_string_free (reading, TRUE);
      self->unfindable = TRUE;
      return;
    }
  word = g_new0 (Word, 1);
  word->reading = reading;
  word->begins_word = !ys_reading_is_han (g_utf8_get_char (reading->str));
  if (self->words->len < YS_WORDS_PARTS_MAX)
    word->match = make_part (reading);
  g_ptr_array_add (self->words, word);

  terms.reading = reading;
  ys_reading_each_token (reading->str, reading->len, YS_TOKENS_QUERY, add_term_cb, &terms);
  /* One term says it all: a pair or a single character, or the beginning of a word no longer than
   * is indexed. All else has its tokens found in any order and any place. */
  if (terms.tokens != 1 || reading->len > YS_TOKEN_MAX || terms.full)
    self->need_check = TRUE;
}

YsWords *
ys_words_new (const char *text)
{
  YsWords *self = g_new0 (YsWords, 1);
  g_autoptr (GString) match = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  const char *at = valid;

  self->words = g_ptr_array_new_with_free_func (free_word);
  self->scratch = g_string_new (NULL);
  while (*at != '\0')
    {
      const char *begin = at;

      while (*at != '\0' && !g_unichar_isspace (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      if (at > begin)
        add_word (self, begin, (gsize) (at - begin), match, seen);
      if (*at != '\0')
        at = g_utf8_next_char (at);
    }
  self->unfindable = self->unfindable && self->words->len == 0;
  if (self->words->len > 0)
    self->match = g_string_free (g_steal_pointer (&match), FALSE);
  return self;
}

void
ys_words_free (YsWords *self)
{
  g_ptr_array_unref (self->words);
  g_string_free (self->scratch, TRUE);
  g_free (self->match);
  g_free (self);
}

gboolean
ys_words_are_none (const YsWords *self)
{
  return self->words->len == 0 && !self->unfindable;
}

gboolean
ys_words_are_unfindable (const YsWords *self)
{
  return self->unfindable;
}

const char *
ys_words_get_match (const YsWords *self)
{
  return self->match;
}

gboolean
ys_words_need_check (const YsWords *self)
{
  return self->need_check;
}

void
ys_words_set_in_files (YsWords *self, gboolean in_files)
{
  self->in_files = in_files;
}

gboolean
ys_words_are_in_files (const YsWords *self)
{
  return self->in_files;
}

guint
ys_words_count (const YsWords *self)
{
  return self->words->len;
}

guint
ys_words_count_parts (const YsWords *self)
{
  return MIN (self->words->len, YS_WORDS_PARTS_MAX);
}

const char *
ys_words_get_part (const YsWords *self, guint part)
{
  return ((Word *) g_ptr_array_index (self->words, part))->match;
}

gboolean
ys_words_parts_need_check (const YsWords *self)
{
  return self->need_check || self->words->len > YS_WORDS_PARTS_MAX;
}

/* Where in @reading the word stands, or NULL. */
static const char *
find_word (const Word *word, const GString *reading)
{
  const char *end = reading->str + reading->len;
  const char *at = reading->str;

  while ((at = memmem (at, (gsize) (end - at), word->reading->str, word->reading->len)) != NULL)
    {
      const char *before = at > reading->str ? g_utf8_prev_char (at) : NULL;

      if (!word->begins_word || before == NULL || *before == ' '
          || ys_reading_is_han (g_utf8_get_char (before)))
        return at;
      at++;
    }
  return NULL;
}

gboolean
ys_words_hold (YsWords *self, const char *text, gsize length)
{
  if (self->words->len == 0)
    return !self->unfindable;
  g_string_truncate (self->scratch, 0);
  ys_reading_append (self->scratch, NULL, text, length);
  for (guint i = 0; i < self->words->len; i++)
    if (find_word (g_ptr_array_index (self->words, i), self->scratch) == NULL)
      return FALSE;
  return TRUE;
}

guint
ys_words_mark (YsWords *self, const char *text, gsize length, gboolean *held)
{
  guint lacking = 0;

  g_string_truncate (self->scratch, 0);
  ys_reading_append (self->scratch, NULL, text, length);
  for (guint i = 0; i < self->words->len; i++)
    {
      held[i] = held[i] || find_word (g_ptr_array_index (self->words, i), self->scratch) != NULL;
      lacking += !held[i];
    }
  return lacking;
}

gboolean
ys_words_locate (const YsWords *self, const char *text, gsize length, gsize *start, gsize *end)
{
  g_autoptr (GString) reading = g_string_new (NULL);
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (guint32));
  const char *first = NULL;
  gsize first_length = 0;
  gsize last_byte;

  ys_reading_append (reading, origins, text, length);
  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = g_ptr_array_index (self->words, i);
      const char *at = find_word (word, reading);

      if (at != NULL && (first == NULL || at < first))
        {
          first = at;
          first_length = word->reading->len;
        }
    }
  if (first == NULL)
    return FALSE;
  *start = g_array_index (origins, guint32, first - reading->str);
  last_byte = g_array_index (origins, guint32, first - reading->str + (gssize) first_length - 1);
  *end = (gsize) (ys_reading_skip (text + last_byte, text + length) - text);
  return TRUE;
}
