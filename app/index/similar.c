/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Likeness of cases: which others could be the same request again. Candidates come from the
 * full-text table by the tokens that few cases hold; likeness is the Dice coefficient of the token
 * sets of title and description, so that word order and a changed number matter little. */
#include <string.h>

#include "index/index-private.h"
#include "index/key.h"
#include "index/reading.h"

/* Together they bound the work whatever a case says: tokens of it that are looked up, cases read
 * for each, candidates compared in the end. */
#define TOKENS_MAX 256
#define CASES_A_TOKEN 200
#define CANDIDATES_MAX 300
/* Tokens of the question for whoever holds them all: twins whose every token is common. */
#define TWIN_TOKENS 12
#define SAME_APPLICANT_MAX 200
/* Below this, likeness is that of any two letters to an office. */
#define PERCENT_MIN 30

typedef struct
{
  GHashTable *tokens; /* set of char * */
  char *title;
  char *applicant;
  YsOutcome outcome;
} Subject;

typedef struct
{
  gint64 key;
  double weight;
  gboolean same_applicant;
} Candidate;

void
ys_likeness_free (YsLikeness *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self);
}

static void
clear_subject (Subject *self)
{
  g_clear_pointer (&self->tokens, g_hash_table_unref);
  g_free (self->title);
  g_free (self->applicant);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Subject, clear_subject)

static int
add_token_cb (const char *token, int length, int offset, gpointer user_data)
{
  g_hash_table_add (user_data, g_strndup (token, (gsize) length));
  return 0;
}

static void
add_tokens (GHashTable *tokens, const char *text)
{
  g_autofree char *reading = ys_reading_of (text);

  ys_reading_each_token (reading, strlen (reading), YS_TOKENS_QUERY, add_token_cb, tokens);
}

/* @found: FALSE when there is no such case. */
static gboolean
read_subject (YsStore *store, gint64 key, Subject *subject, gboolean *found, GError **error)
{
  g_autoptr (YsQuestion) question = ys_store_ask (store, "subject-of-case", error);
  int step;

  if (question == NULL)
    return FALSE;
  sqlite3_bind_int64 (question, 1, key);
  step = ys_store_step (store, question, error);
  *found = step > 0;
  if (step <= 0)
    return step == 0;
  subject->title = ys_question_dup_text (question, 0);
  subject->applicant = ys_question_dup_text (question, 2);
  subject->outcome = sqlite3_column_int (question, 3);
  subject->tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_tokens (subject->tokens, subject->title);
  add_tokens (subject->tokens, (const char *) sqlite3_column_text (question, 1));
  return TRUE;
}

static int
get_percent (const Subject *one, const Subject *other)
{
  guint sum = g_hash_table_size (one->tokens) + g_hash_table_size (other->tokens);
  guint both = 0;
  GHashTableIter iter;
  gpointer token;

  g_hash_table_iter_init (&iter, one->tokens);
  while (g_hash_table_iter_next (&iter, &token, NULL))
    both += g_hash_table_contains (other->tokens, token);
  return sum > 0 ? (int) ((200 * both + sum / 2) / sum) : 0;
}

/* --- candidates ------------------------------------------------------------------------------ */

static Candidate *
get_candidate (GHashTable *candidates, gint64 key)
{
  Candidate *candidate = g_hash_table_lookup (candidates, &key);

  if (candidate == NULL)
    {
      candidate = g_new0 (Candidate, 1);
      candidate->key = key;
      g_hash_table_insert (candidates, &candidate->key, candidate);
    }
  return candidate;
}

static gboolean
read_keys (
  YsStore *store, const char *name, const char *value, int limit, GArray *keys, GError **error)
{
  g_autoptr (YsQuestion) question = ys_store_ask (store, name, error);
  int step;

  if (question == NULL)
    return FALSE;
  g_array_set_size (keys, 0);
  ys_question_bind_text (question, 1, value);
  sqlite3_bind_int (question, 2, limit);
  while ((step = ys_store_step (store, question, error)) > 0)
    {
      gint64 key = sqlite3_column_int64 (question, 0);

      g_array_append_val (keys, key);
    }
  return step == 0;
}

/* The fewer cases hold what was asked for, the more it weighs. */
static void
weigh (GHashTable *candidates, const GArray *keys)
{
  for (guint i = 0; i < keys->len; i++)
    get_candidate (candidates, g_array_index (keys, gint64, i))->weight += 1.0 / keys->len;
}

static gboolean
add_by_tokens (YsStore *store, const Subject *subject, GHashTable *candidates, GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GString) twins = g_string_new (NULL);
  guint n_tokens = g_hash_table_size (subject->tokens);
  guint every = MAX (1, n_tokens / TWIN_TOKENS);
  GHashTableIter iter;
  gpointer token;

  g_hash_table_iter_init (&iter, subject->tokens);
  for (guint i = 0; g_hash_table_iter_next (&iter, &token, NULL); i++)
    {
      g_autofree char *match = g_strdup_printf ("\"%s\"", (const char *) token);

      if (i % every == 0 && i / every < TWIN_TOKENS)
        g_string_append_printf (twins, "%s%s", twins->len > 0 ? " AND " : "", match);
      if (i >= TOKENS_MAX)
        continue;
      if (!read_keys (store, "cases-with-token", match, CASES_A_TOKEN, keys, error))
        return FALSE;
      weigh (candidates, keys);
    }
  if (twins->len == 0)
    return TRUE;
  if (!read_keys (store, "cases-with-token", twins->str, CASES_A_TOKEN, keys, error))
    return FALSE;
  /* As much as all its tokens alone would weigh: twins are never left out. */
  for (guint i = 0; i < keys->len; i++)
    get_candidate (candidates, g_array_index (keys, gint64, i))->weight += n_tokens;
  return TRUE;
}

static gboolean
add_by_applicant (YsStore *store, const Subject *subject, GHashTable *candidates, GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (subject->applicant == NULL || *subject->applicant == '\0')
    return TRUE;
  if (!read_keys (store, "cases-of-applicant", subject->applicant, SAME_APPLICANT_MAX, keys, error))
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    get_candidate (candidates, g_array_index (keys, gint64, i))->same_applicant = TRUE;
  return TRUE;
}

/* Those of the same applicant first, for all of them are told; then the weightiest. */
static gint
compare_candidates_cb (gconstpointer a, gconstpointer b)
{
  const Candidate *one = *(const Candidate *const *) a;
  const Candidate *other = *(const Candidate *const *) b;

  if (one->same_applicant != other->same_applicant)
    return other->same_applicant - one->same_applicant;
  if (one->weight != other->weight)
    return one->weight < other->weight ? 1 : -1;
  return one->key < other->key ? 1 : -1;
}

static gint
compare_likeness_cb (gconstpointer a, gconstpointer b)
{
  const YsLikeness *one = *(const YsLikeness *const *) a;
  const YsLikeness *other = *(const YsLikeness *const *) b;
  gint64 one_key = ys_key_from_id (one->id);
  gint64 other_key = ys_key_from_id (other->id);

  if (one->percent != other->percent)
    return other->percent - one->percent;
  if (one->same_applicant != other->same_applicant)
    return other->same_applicant - one->same_applicant;
  return (one_key < other_key) - (one_key > other_key);
}

static GPtrArray *
list_candidates (
  YsStore *store, gint64 key, const Subject *subject, GHashTable *candidates, GError **error)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer candidate;

  if (!add_by_tokens (store, subject, candidates, error)
      || !add_by_applicant (store, subject, candidates, error))
    return NULL;
  g_hash_table_remove (candidates, &key);
  g_hash_table_iter_init (&iter, candidates);
  while (g_hash_table_iter_next (&iter, NULL, &candidate))
    g_ptr_array_add (sorted, candidate);
  g_ptr_array_sort (sorted, compare_candidates_cb);
  return g_steal_pointer (&sorted);
}

/* Everything like @subject, the case of @key (0: none of the index) left out. */
static GPtrArray *
list_alike (YsStore *store, gint64 key, const Subject *subject, int limit, GError **error)
{
  g_autoptr (GPtrArray) alike
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_likeness_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (GPtrArray) candidates = list_candidates (store, key, subject, by_key, error);

  if (candidates == NULL)
    return NULL;

  for (guint i = 0; i < candidates->len && i < CANDIDATES_MAX; i++)
    {
      const Candidate *candidate = g_ptr_array_index (candidates, i);
      g_auto (Subject) other = { NULL };
      YsLikeness *likeness;
      gboolean found;
      int percent;

      if (!read_subject (store, candidate->key, &other, &found, error))
        return NULL;
      percent = found ? get_percent (subject, &other) : 0;
      if (!found || (percent < PERCENT_MIN && !candidate->same_applicant))
        continue;
      likeness = g_new0 (YsLikeness, 1);
      likeness->id = ys_key_to_id (candidate->key);
      likeness->title = g_steal_pointer (&other.title);
      likeness->same_applicant = candidate->same_applicant;
      likeness->percent = percent;
      likeness->outcome = other.outcome;
      g_ptr_array_add (alike, likeness);
    }
  g_ptr_array_sort (alike, compare_likeness_cb);
  if (alike->len > (guint) limit)
    g_ptr_array_set_size (alike, limit);
  return g_steal_pointer (&alike);
}

GPtrArray *
ys_index_similar (YsIndex *self, const char *id, int limit, GError **error)
{
  g_auto (Subject) subject = { NULL };
  gboolean found = FALSE;
  YsStore *store;
  gint64 key;

  g_return_val_if_fail (YS_IS_INDEX (self) && id != NULL && limit > 0, NULL);

  store = ys_index_get_store (self);
  key = ys_key_from_id (id);
  if (!read_subject (store, key, &subject, &found, error))
    return NULL;
  if (!found)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) ys_likeness_free);
  return list_alike (store, key, &subject, limit, error);
}

GPtrArray *
ys_index_similar_text (YsIndex *self,
                       const char *applicant,
                       const char *title,
                       const char *description,
                       int limit,
                       GError **error)
{
  g_auto (Subject) subject = { NULL };

  g_return_val_if_fail (YS_IS_INDEX (self) && limit > 0, NULL);

  subject.tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  subject.applicant = applicant != NULL ? ys_reading_of_name (applicant) : NULL;
  add_tokens (subject.tokens, title);
  add_tokens (subject.tokens, description);
  return list_alike (ys_index_get_store (self), 0, &subject, limit, error);
}
