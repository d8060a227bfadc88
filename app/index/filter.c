/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filters: which fragment each of them adds, and what is bound to it. */
#include "index/filter.h"

enum
{
  STATES = 1,
  CONCLUDED,
  YEAR_BEGIN,
  YEAR_END,
  HANDLER,
  OUTCOME,
  CLASS,
  CHANNEL,
  DUE_UNTIL,
  DUE_FROM,
  MATCH,
  WORDS,
};

void
ys_filter_init (YsFilter *self)
{
  *self = (YsFilter){
    .outcome = YS_OUTCOME_NONE,
    .klass = YS_CLASS_NONE,
    .due_until = YS_DAY_NONE,
    .due_from = YS_DAY_NONE,
  };
}

static void
compose_words (const YsWords *words, GString *sql)
{
  if (words == NULL || ys_words_are_none (words))
    return;
  if (ys_words_are_unfindable (words))
    {
      g_string_append (sql, " AND FALSE");
      return;
    }
  g_string_append (sql, " AND key IN (SELECT rowid FROM hits WHERE hits MATCH ?11)");
  if (ys_words_need_check (words))
    g_string_append (sql, " AND ys_holds ((SELECT text FROM texts WHERE texts.key = cases.key),"
                          " ?12)");
}

/* The numbers are those of the enum above. */
void
ys_filter_compose (const YsFilter *filter, const YsWords *words, GString *sql)
{
  if (filter == NULL)
    return;
  if (filter->states != 0)
    g_string_append (sql, " AND (?1 >> state) & 1");
  if (filter->open_only)
    g_string_append (sql, " AND state <> ?2");
  if (filter->received_year != 0)
    g_string_append (sql, " AND received BETWEEN ?3 AND ?4");
  if (filter->handler != NULL)
    g_string_append (sql, *filter->handler != '\0' ? " AND handler = ?5" : " AND handler IS NULL");
  if (filter->outcome != YS_OUTCOME_NONE)
    g_string_append (sql, " AND outcome = ?6");
  if (filter->klass != YS_CLASS_NONE)
    g_string_append (sql, " AND class = ?7");
  if (filter->channel != NULL)
    g_string_append (sql, " AND channel = ?8");
  if (filter->due_until != YS_DAY_NONE)
    g_string_append (sql, " AND due <= ?9");
  if (filter->due_from != YS_DAY_NONE)
    g_string_append (sql, " AND due >= ?10");
  if (filter->asks_approval)
    g_string_append (sql, " AND asks_approval IS NOT NULL");
  compose_words (words, sql);
}

void
ys_filter_bind (const YsFilter *filter, YsWords *words, YsQuestion *question)
{
  if (filter == NULL)
    return;
  if (filter->states != 0)
    sqlite3_bind_int64 (question, STATES, filter->states);
  if (filter->open_only)
    sqlite3_bind_int (question, CONCLUDED, YS_STATE_CONCLUDED);
  if (filter->received_year != 0)
    {
      ys_question_bind_day (question, YEAR_BEGIN, ys_day_from_ymd (filter->received_year, 1, 1));
      ys_question_bind_day (question, YEAR_END, ys_day_from_ymd (filter->received_year, 12, 31));
    }
  if (filter->handler != NULL && *filter->handler != '\0')
    ys_question_bind_text (question, HANDLER, filter->handler);
  if (filter->outcome != YS_OUTCOME_NONE)
    sqlite3_bind_int (question, OUTCOME, filter->outcome);
  if (filter->klass != YS_CLASS_NONE)
    sqlite3_bind_int (question, CLASS, filter->klass);
  if (filter->channel != NULL)
    ys_question_bind_text (question, CHANNEL, filter->channel);
  if (filter->due_until != YS_DAY_NONE)
    sqlite3_bind_int (question, DUE_UNTIL, filter->due_until);
  if (filter->due_from != YS_DAY_NONE)
    sqlite3_bind_int (question, DUE_FROM, filter->due_from);
  if (words != NULL && ys_words_get_match (words) != NULL)
    {
      ys_question_bind_text (question, MATCH, ys_words_get_match (words));
      if (ys_words_need_check (words))
        sqlite3_bind_pointer (question, WORDS, words, "ys-words", NULL);
    }
}
