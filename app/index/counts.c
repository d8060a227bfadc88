/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts over all cases: states, due days, handlers, years, and what the tally wants. What counts
 * in which cell is told by rules/tally.h alone; here the facts are only read. */
#include "index/index-private.h"

gboolean
ys_index_count_states (YsIndex *self, gint64 *counts, GError **error)
{
  g_autoptr (YsQuestion) question = NULL;
  YsStore *store;
  int step;

  g_return_val_if_fail (YS_IS_INDEX (self) && counts != NULL, FALSE);

  store = ys_index_get_store (self);
  question = ys_store_ask (store, "states-counted", error);
  if (question == NULL)
    return FALSE;
  for (int i = 0; i < YS_N_STATES; i++)
    counts[i] = 0;
  while ((step = ys_store_step (store, question, error)) > 0)
    {
      int state = sqlite3_column_int (question, 0);

      if (state >= 0 && state < YS_N_STATES)
        counts[state] = sqlite3_column_int64 (question, 1);
    }
  return step == 0;
}

/* due-days-counted.sql names it. */
G_STATIC_ASSERT (YS_STATE_RUNNING == 1);

typedef struct
{
  YsDay day;
  gint64 count;
} DayCount;

gboolean
ys_index_count_due (
  YsIndex *self, YsDay from, YsDay to, YsDayCountFunc func, gpointer user_data, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (DayCount));
  YsQuestion *question;
  YsStore *store;
  int step;

  g_return_val_if_fail (YS_IS_INDEX (self) && func != NULL, FALSE);

  store = ys_index_get_store (self);
  question = ys_store_ask (store, "due-days-counted", error);
  if (question == NULL)
    return FALSE;
  sqlite3_bind_int (question, 1, from);
  sqlite3_bind_int (question, 2, to);
  while ((step = ys_store_step (store, question, error)) > 0)
    {
      DayCount day = { ys_question_get_day (question, 0), sqlite3_column_int64 (question, 1) };

      g_array_append_val (days, day);
    }
  ys_question_rest (question);
  /* Only now: the callback may ask the index again. */
  for (guint i = 0; step == 0 && i < days->len; i++)
    {
      const DayCount *day = &g_array_index (days, DayCount, i);

      func (day->day, day->count, user_data);
    }
  return step == 0;
}

GPtrArray *
ys_index_list_handlers (YsIndex *self, GError **error)
{
  g_autoptr (GPtrArray) handlers = g_ptr_array_new_with_free_func (g_free);
  const char *last = "";
  YsStore *store;

  g_return_val_if_fail (YS_IS_INDEX (self), NULL);

  store = ys_index_get_store (self);
  while (TRUE)
    {
      g_autoptr (YsQuestion) question = ys_store_ask (store, "next-handler", error);
      char *handler;

      if (question == NULL)
        return NULL;
      ys_question_bind_text (question, 1, last);
      if (ys_store_step (store, question, error) < 0)
        return NULL;
      handler = ys_question_dup_text (question, 0);
      if (handler == NULL)
        return g_steal_pointer (&handlers);
      g_ptr_array_add (handlers, handler);
      last = handler;
    }
}

GArray *
ys_index_list_years (YsIndex *self, GError **error)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  YsDay last = G_MININT32;
  YsStore *store;

  g_return_val_if_fail (YS_IS_INDEX (self), NULL);

  store = ys_index_get_store (self);
  while (TRUE)
    {
      g_autoptr (YsQuestion) question = ys_store_ask (store, "next-received", error);
      YsDay day;
      int year;

      if (question == NULL)
        return NULL;
      sqlite3_bind_int (question, 1, last);
      if (ys_store_step (store, question, error) < 0)
        return NULL;
      day = ys_question_get_day (question, 0);
      if (day == YS_DAY_NONE)
        return g_steal_pointer (&years);
      year = ys_day_year (day);
      g_array_append_val (years, year);
      last = MAX (day, ys_day_from_ymd (year, 12, 31));
    }
}

/* --- tally ----------------------------------------------------------------------------------- */

static void
tally_case (YsQuestion *question, YsFigures *figures)
{
  YsCaseFacts facts = {
    .klass = sqlite3_column_int (question, 0),
    .received_on = ys_question_get_day (question, 1),
    .concluded_on = ys_question_get_day (question, 2),
    .outcome = sqlite3_column_int (question, 3),
  };

  ys_figures_add_case (figures, &facts);
}

static void
tally_review (YsQuestion *question, YsFigures *figures)
{
  ys_figures_add_review (figures, sqlite3_column_int (question, 0),
                         ys_question_get_day (question, 1), ys_question_get_day (question, 2),
                         sqlite3_column_int (question, 3));
}

static void
tally_fee (YsQuestion *question, YsFigures *figures)
{
  ys_figures_add_fee (figures, sqlite3_column_int64 (question, 0));
}

static gboolean
tally_all (YsStore *store,
           YsQuestion *asked,
           void (*tally) (YsQuestion *, YsFigures *),
           YsFigures *figures,
           GError **error)
{
  g_autoptr (YsQuestion) question = asked;
  int step;

  if (question == NULL)
    return FALSE;
  while ((step = ys_store_step (store, question, error)) > 0)
    tally (question, figures);
  return step == 0;
}

gboolean
ys_index_tally (YsIndex *self, YsFigures *figures, GError **error)
{
  YsQuestion *fees;
  YsStore *store;

  g_return_val_if_fail (YS_IS_INDEX (self) && figures != NULL, FALSE);

  store = ys_index_get_store (self);
  if (!tally_all (store, ys_store_ask (store, "tally-cases", error), tally_case, figures, error)
      || !tally_all (store, ys_store_ask (store, "tally-reviews", error), tally_review, figures,
                     error))
    return FALSE;
  fees = ys_store_ask (store, "tally-fees", error);
  if (fees == NULL)
    return FALSE;
  ys_question_bind_day (fees, 1, ys_day_from_ymd (figures->year, 1, 1));
  ys_question_bind_day (fees, 2, ys_day_from_ymd (figures->year, 12, 31));
  return tally_all (store, fees, tally_fee, figures, error);
}
