/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A casefile becomes rows, and rows of an older casefile of the same case go. Derives nothing. */
#include <string.h>

#include "index/files-private.h"
#include "index/key.h"
#include "index/reading.h"

/* What the index keeps of a case's texts before it is put again. */
typedef struct
{
  gboolean known;
  char *text;
  char *description;
} OldText;

static void
clear_old_text (OldText *self)
{
  g_free (self->text);
  g_free (self->description);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OldText, clear_old_text)

static gboolean
read_old_text (YsStore *store, gint64 key, OldText *old, GError **error)
{
  g_autoptr (YsQuestion) question = ys_store_ask (store, "text-of-case", error);
  int step;

  if (question == NULL)
    return FALSE;
  sqlite3_bind_int64 (question, 1, key);
  step = ys_store_step (store, question, error);
  if (step > 0)
    {
      old->known = TRUE;
      old->text = ys_question_dup_text (question, 0);
      old->description = ys_question_dup_text (question, 1);
    }
  return step >= 0;
}

static gboolean
run_for_key (YsStore *store, const char *name, gint64 key, const char *text, GError **error)
{
  YsQuestion *question = ys_store_ask (store, name, error);

  if (question == NULL)
    return FALSE;
  sqlite3_bind_int64 (question, 1, key);
  if (text != NULL)
    ys_question_bind_text (question, 2, text);
  return ys_store_run (store, question, error);
}

static int
add_token_cb (const char *token, int length, int offset, gpointer user_data)
{
  g_hash_table_add (user_data, g_strndup (token, (gsize) length));
  return 0;
}

static GHashTable *
list_tokens (const char *text)
{
  GHashTable *tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *reading = ys_reading_of (text);

  ys_reading_each_token (reading, strlen (reading), YS_TOKENS_INDEX, add_token_cb, tokens);
  return tokens;
}

/* Whether @new_text lacks a token of @old_text: then the old segments tell more than they may. */
static gboolean
loses_tokens (const char *old_text, const char *new_text)
{
  g_autoptr (GHashTable) old_tokens = list_tokens (old_text);
  g_autoptr (GHashTable) new_tokens = list_tokens (new_text);
  GHashTableIter iter;
  gpointer token;

  g_hash_table_iter_init (&iter, old_tokens);
  while (g_hash_table_iter_next (&iter, &token, NULL))
    if (!g_hash_table_contains (new_tokens, token))
      return TRUE;
  return FALSE;
}

static gboolean
put_text (YsIndex *self,
          gint64 key,
          const OldText *old,
          const char *text,
          const char *description,
          GError **error)
{
  YsStore *store = self->store;
  YsQuestion *question;

  if (g_strcmp0 (old->text, text) != 0)
    {
      if (old->known && !run_for_key (store, "forget-hit", key, old->text, error))
        return FALSE;
      if (!run_for_key (store, "put-hit", key, text, error))
        return FALSE;
      if (old->known && (self->residue & YS_RESIDUE_OF_CASES) == 0
          && loses_tokens (old->text, text))
        self->residue |= YS_RESIDUE_OF_CASES;
    }
  else if (g_strcmp0 (old->description, description) == 0)
    return TRUE;

  question = ys_store_ask (store, "put-text", error);
  if (question == NULL)
    return FALSE;
  sqlite3_bind_int64 (question, 1, key);
  ys_question_bind_text (question, 2, text);
  ys_question_bind_text (question, 3, description);
  return ys_store_run (store, question, error);
}

static gboolean
put_case (YsStore *store, gint64 key, const YsCasefile *casefile, GError **error)
{
  const YsClock *clock = casefile->clock;
  const char *handler = casefile->handler;
  g_autofree char *name = NULL;
  YsQuestion *question = ys_store_ask (store, "put-case", error);

  if (question == NULL)
    return FALSE;
  if (casefile->applicant != NULL)
    name = ys_reading_of_name (casefile->applicant);
  sqlite3_bind_int64 (question, 1, key);
  ys_question_bind_text (question, 2, casefile->title);
  ys_question_bind_text (question, 3, casefile->applicant);
  ys_question_bind_text (question, 4, name);
  sqlite3_bind_int (question, 5, casefile->joint);
  sqlite3_bind_int (question, 6, casefile->klass);
  ys_question_bind_text (question, 7, casefile->channel);
  ys_question_bind_text (question, 8, handler != NULL && *handler != '\0' ? handler : NULL);
  sqlite3_bind_int (question, 9, clock->state);
  ys_question_bind_day (question, 10, casefile->received_on);
  ys_question_bind_day (question, 11, clock->start);
  ys_question_bind_day (question, 12, clock->due);
  sqlite3_bind_int (question, 13, clock->budget);
  sqlite3_bind_int (question, 14, clock->counted);
  sqlite3_bind_int (question, 15, clock->suspended);
  sqlite3_bind_int (question, 16, clock->provisional);
  sqlite3_bind_int (question, 17, clock->older_law);
  ys_question_bind_day (question, 18, casefile->waiting_until);
  sqlite3_bind_int (question, 19, (int) casefile->open);
  sqlite3_bind_int (question, 20, casefile->extended);
  ys_question_bind_day (question, 21, casefile->concluded_on);
  sqlite3_bind_int (question, 22, casefile->outcome);
  ys_question_bind_text (question, 23, casefile->asks_approval);
  ys_question_bind_day (question, 24, casefile->first_concluded_on);
  sqlite3_bind_int (question, 25, casefile->first_outcome);
  sqlite3_bind_int (question, 26, casefile->in_approval);
  return ys_store_run (store, question, error);
}

static gboolean
put_reviews (YsStore *store, gint64 key, GPtrArray *reviews, GError **error)
{
  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    {
      const YsReview *review = g_ptr_array_index (reviews, i);
      YsQuestion *question;

      if (review->as_review_body)
        continue;
      question = ys_store_ask (store, "put-review", error);
      if (question == NULL)
        return FALSE;
      sqlite3_bind_int64 (question, 1, key);
      sqlite3_bind_int (question, 2, (int) i);
      sqlite3_bind_int (question, 3, review->route);
      ys_question_bind_day (question, 4, review->opened_on);
      ys_question_bind_day (question, 5, review->decided_on);
      sqlite3_bind_int (question, 6, review->result);
      if (!ys_store_run (store, question, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_links (YsStore *store, gint64 key, GPtrArray *links, GError **error)
{
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const YsCaseLink *link = g_ptr_array_index (links, i);
      YsQuestion *question = ys_store_ask (store, "put-link", error);

      if (question == NULL)
        return FALSE;
      sqlite3_bind_int64 (question, 1, ys_key_from_id (link->to));
      sqlite3_bind_int64 (question, 2, key);
      sqlite3_bind_int (question, 3, (int) i);
      ys_question_bind_text (question, 4, link->as);
      if (!ys_store_run (store, question, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_fees (YsStore *store, gint64 key, GArray *fees, GError **error)
{
  for (guint i = 0; fees != NULL && i < fees->len; i++)
    {
      const YsFeePaid *fee = &g_array_index (fees, YsFeePaid, i);
      YsQuestion *question = ys_store_ask (store, "put-fee", error);

      if (question == NULL)
        return FALSE;
      sqlite3_bind_int64 (question, 1, key);
      sqlite3_bind_int (question, 2, (int) i);
      ys_question_bind_day (question, 3, fee->on);
      sqlite3_bind_int64 (question, 4, fee->amount_fen);
      if (!ys_store_run (store, question, error))
        return FALSE;
    }
  return TRUE;
}

/* When entries become known later, the casefile does not tell on which day: it is always asked
 * again (0 lies before every docket). */
static gboolean
put_ahead (YsStore *store, gint64 key, const YsCasefile *casefile, GError **error)
{
  YsDay changes = casefile->clock != NULL ? casefile->clock->changes_on : YS_DAY_NONE;
  YsQuestion *question;

  if (!casefile->has_later && changes == YS_DAY_NONE)
    return run_for_key (store, "forget-ahead", key, NULL, error);
  question = ys_store_ask (store, "put-ahead", error);
  if (question == NULL)
    return FALSE;
  sqlite3_bind_int64 (question, 1, key);
  sqlite3_bind_int (question, 2, casefile->has_later ? 0 : changes);
  return ys_store_run (store, question, error);
}

static gboolean
forget_case (YsIndex *self, gint64 key, const OldText *old, GError **error)
{
  self->residue |= YS_RESIDUE_OF_CASES;
  return ys_index_put_files (self, key, TRUE, NULL, error)
         && run_for_key (self->store, "forget-hit", key, old->text, error)
         && run_for_key (self->store, "forget-text", key, NULL, error)
         && run_for_key (self->store, "forget-case", key, NULL, error);
}

gboolean
ys_index_put (YsIndex *self, const YsCasefile *casefile, GError **error)
{
  g_auto (OldText) old = { FALSE, NULL, NULL };
  g_autofree char *text = NULL;
  YsStore *store;
  gint64 key;

  g_return_val_if_fail (YS_IS_INDEX (self) && self->writing && casefile != NULL, FALSE);
  key = ys_key_from_id (casefile->id);
  g_return_val_if_fail (key != 0, FALSE);

  store = ys_index_get_store (self);
  if (!read_old_text (store, key, &old, error))
    return FALSE;
  if (old.known
      && (!run_for_key (store, "forget-reviews", key, NULL, error)
          || !run_for_key (store, "forget-links", key, NULL, error)
          || !run_for_key (store, "forget-fees", key, NULL, error)))
    return FALSE;
  if (!put_ahead (store, key, casefile, error))
    return FALSE;
  if (casefile->clock == NULL)
    return !old.known || forget_case (self, key, &old, error);

  text = g_strconcat (casefile->id, "\n", casefile->text, NULL);
  return put_case (store, key, casefile, error)
         && put_reviews (store, key, casefile->reviews, error)
         && put_links (store, key, casefile->links, error)
         && put_fees (store, key, casefile->fees, error)
         && ys_index_put_files (self, key, old.known, casefile->files, error)
         && put_text (self, key, &old, text, casefile->description, error);
}

GPtrArray *
ys_index_list_stale (YsIndex *self, YsDay today, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (YsQuestion) question = NULL;
  YsStore *store;
  int step;

  g_return_val_if_fail (YS_IS_INDEX (self), NULL);

  store = ys_index_get_store (self);
  question = ys_store_ask (store, "stale-cases", error);
  if (question == NULL)
    return NULL;
  sqlite3_bind_int (question, 1, today);
  while ((step = ys_store_step (store, question, error)) > 0)
    g_ptr_array_add (ids, ys_key_to_id (sqlite3_column_int64 (question, 0)));
  return step == 0 ? g_steal_pointer (&ids) : NULL;
}
