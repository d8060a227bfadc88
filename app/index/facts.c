/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The facts of the tally read one by one. What they count as is told by rules/tally.h alone. */
#include "index/facts.h"

#include "index/index-private.h"
#include "index/key.h"

gboolean
ys_index_each_case (YsIndex *self, YsCaseFactsFunc func, gpointer user_data, GError **error)
{
  g_autoptr (YsQuestion) question = NULL;
  YsStore *store;
  int step;

  g_return_val_if_fail (YS_IS_INDEX (self) && func != NULL, FALSE);

  store = ys_index_get_store (self);
  question = ys_store_ask (store, "facts-of-cases", error);
  if (question == NULL)
    return FALSE;
  while ((step = ys_store_step (store, question, error)) > 0)
    {
      YsCaseFacts facts = {
        .klass = sqlite3_column_int (question, 1),
        .received_on = ys_question_get_day (question, 2),
        .concluded_on = ys_question_get_day (question, 3),
        .outcome = sqlite3_column_int (question, 4),
      };

      func (sqlite3_column_int64 (question, 0), &facts, user_data);
    }
  return step == 0;
}

gboolean
ys_index_each_review (YsIndex *self, YsReviewFactsFunc func, gpointer user_data, GError **error)
{
  g_autoptr (YsQuestion) question = NULL;
  YsStore *store;
  int step;

  g_return_val_if_fail (YS_IS_INDEX (self) && func != NULL, FALSE);

  store = ys_index_get_store (self);
  question = ys_store_ask (store, "facts-of-reviews", error);
  if (question == NULL)
    return FALSE;
  while ((step = ys_store_step (store, question, error)) > 0)
    {
      YsReview review = {
        .route = sqlite3_column_int (question, 1),
        .opened_on = ys_question_get_day (question, 2),
        .served_on = YS_DAY_NONE,
        .decided_on = ys_question_get_day (question, 3),
        .result = sqlite3_column_int (question, 4),
      };

      func (sqlite3_column_int64 (question, 0), &review, user_data);
    }
  return step == 0;
}

char *
ys_index_key_to_id (gint64 key)
{
  return ys_key_to_id (key);
}
