/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filters: which fragment each of them adds, and what is bound to it. */
#include "index/filter.h"

/* The schema has an index of open cases, which a number in the question leads to, and no parameter. */
#define OPEN " AND state <> 5"
G_STATIC_ASSERT (YS_STATE_CONCLUDED == 5);

enum
{
  STATES = 1,
  YEAR_BEGIN = 3,
  YEAR_END,
  HANDLER,
  OUTCOME,
  CLASS,
  CHANNEL,
  DUE_UNTIL,
  DUE_FROM,
  MATCH,
  WORDS,
  PARTS, /* as many as YS_WORDS_PARTS_MAX */
};

G_STATIC_ASSERT (PARTS + YS_WORDS_PARTS_MAX <= YS_PARAMETER_AFTER_VALUE);

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

gboolean
ys_filter_read_words (YsIndex *index, const YsFilter *filter, YsWords **words, GError **error)
{
  g_autoptr (YsQuestion) question = NULL;
  YsStore *store = ys_index_get_store (index);
  int step;

  *words = NULL;
  if (filter == NULL || filter->text == NULL)
    return TRUE;
  question = ys_store_ask (store, "any-leaf", error);
  if (question == NULL || (step = ys_store_step (store, question, error)) < 0)
    return FALSE;
  *words = ys_words_new (filter->text);
  ys_words_set_in_files (*words, step > 0 && !filter->own_text_only);
  return TRUE;
}

/* Each word by itself, since one may stand in the title and another in a file. */
static void
compose_parts (const YsWords *words, GString *sql)
{
  for (guint i = 0; i < ys_words_count_parts (words); i++)
    g_string_append_printf (sql,
                            " AND key IN (SELECT rowid FROM hits WHERE hits MATCH ?%1$u"
                            " UNION ALL SELECT held.key FROM leaves"
                            " CROSS JOIN held ON held.file = leaves.rowid"
                            " WHERE leaves MATCH ?%1$u)",
                            PARTS + i);
  /* Most cases hold all words themselves, and need no longer text to be read. */
  if (ys_words_parts_need_check (words))
    g_string_append (sql, " AND (ys_holds ((SELECT text FROM texts WHERE texts.key = cases.key), ?12)"
                          " OR (SELECT ys_hold_together (text, ?12) FROM ("
                          "SELECT text FROM texts WHERE texts.key = cases.key"
                          " UNION ALL SELECT files.text FROM held"
                          " CROSS JOIN files ON files.id = held.file"
                          " WHERE held.key = cases.key AND files.state = 1)))");
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
  if (ys_words_are_in_files (words))
    {
      compose_parts (words, sql);
      return;
    }
  g_string_append (sql, " AND key IN (SELECT rowid FROM hits WHERE hits MATCH ?11)");
  if (ys_words_need_check (words))
    g_string_append (sql, " AND ys_holds ((SELECT text FROM texts WHERE texts.key = cases.key),"
                          " ?12)");
}

/* Open ones are few, and are looked up state by state; with the concluded ones a list is read in its
 * order. */
static void
compose_states (guint states, GString *sql)
{
  const char *comma = "";

  if (states & 1u << YS_STATE_CONCLUDED)
    {
      g_string_append (sql, " AND (?1 >> state) & 1");
      return;
    }
  g_string_append (sql, OPEN " AND state IN (");
  for (guint i = 0; i < YS_N_STATES; i++)
    if (states & 1u << i)
      {
        g_string_append_printf (sql, "%s%u", comma, i);
        comma = ", ";
      }
  g_string_append_c (sql, ')');
}

/* The numbers are those of the enum above. */
void
ys_filter_compose (const YsFilter *filter, const YsWords *words, GString *sql)
{
  if (filter == NULL)
    return;
  if (filter->states != 0)
    compose_states (filter->states, sql);
  if (filter->open_only)
    g_string_append (sql, OPEN);
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
  if (filter->in_approval)
    g_string_append (sql, " AND in_approval");
  compose_words (words, sql);
}

void
ys_filter_bind (const YsFilter *filter, YsWords *words, YsQuestion *question)
{
  if (filter == NULL)
    return;
  if (filter->states & 1u << YS_STATE_CONCLUDED)
    sqlite3_bind_int64 (question, STATES, filter->states);
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
  if (words == NULL || ys_words_get_match (words) == NULL)
    return;
  if (ys_words_are_in_files (words))
    for (guint i = 0; i < ys_words_count_parts (words); i++)
      ys_question_bind_text (question, PARTS + (int) i, ys_words_get_part (words, i));
  else
    ys_question_bind_text (question, MATCH, ys_words_get_match (words));
  if (ys_words_are_in_files (words) ? ys_words_parts_need_check (words)
                                    : ys_words_need_check (words))
    sqlite3_bind_pointer (question, WORDS, words, "ys-words", NULL);
}
