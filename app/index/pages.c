/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists: filter, order, and pages by keyset. A list is read in two parts, the rows that have a
 * value to be sorted by and then those that have none, so that these come last both ways and either
 * part walks along an index. */
#include <string.h>

#include "index/filter.h"
#include "index/key.h"

/* What a list is sorted by; ties by key, always in the direction of the list. */
static const struct
{
  const char *column;
  gboolean may_lack;
} orders[] = {
  [YS_ORDER_DUE] = { "due", TRUE },           [YS_ORDER_NUMBER] = { "key", FALSE },
  [YS_ORDER_RECEIVED] = { "received", TRUE }, [YS_ORDER_APPLICANT] = { "applicant_name", TRUE },
  [YS_ORDER_TITLE] = { "title", TRUE },       [YS_ORDER_HANDLER] = { "handler", TRUE },
  [YS_ORDER_STATE] = { "state", FALSE },      [YS_ORDER_CONCLUDED] = { "concluded", TRUE },
  [YS_ORDER_WAITING] = { "waiting_until", TRUE },
};

/* One list while it is read. */
typedef struct
{
  YsStore *store;
  const char *head; /* name of the question that the list completes */
  const YsFilter *filter;
  YsWords *words;
  YsOrder order;
  gboolean descending;
  gint64 after; /* key, 0 from the beginning */
  sqlite3_value *after_value;
  GPtrArray *found;
  gpointer (*take) (YsQuestion *question);
} List;

void
ys_index_row_free (YsIndexRow *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->applicant);
  g_free (self->channel);
  g_free (self->handler);
  g_free (self->asks_approval);
  g_free (self);
}

YsIndexRow *
ys_index_row_new (YsQuestion *question)
{
  YsIndexRow *row = g_new0 (YsIndexRow, 1);

  row->id = ys_key_to_id (sqlite3_column_int64 (question, 0));
  row->title = ys_question_dup_text (question, 1);
  row->applicant = ys_question_dup_text (question, 2);
  row->joint = sqlite3_column_int (question, 3);
  row->klass = sqlite3_column_int (question, 4);
  row->channel = ys_question_dup_text (question, 5);
  row->handler = ys_question_dup_text (question, 6);
  row->state = (YsState) sqlite3_column_int (question, 7);
  row->received_on = ys_question_get_day (question, 8);
  row->start = ys_question_get_day (question, 9);
  row->due = ys_question_get_day (question, 10);
  row->budget = sqlite3_column_int (question, 11);
  row->counted = sqlite3_column_int (question, 12);
  row->suspended = sqlite3_column_int (question, 13);
  row->provisional = sqlite3_column_int (question, 14);
  row->older_law = sqlite3_column_int (question, 15);
  row->waiting_until = ys_question_get_day (question, 16);
  row->open = (unsigned) sqlite3_column_int (question, 17);
  row->extended = sqlite3_column_int (question, 18);
  row->concluded_on = ys_question_get_day (question, 19);
  row->outcome = sqlite3_column_int (question, 20);
  row->asks_approval = ys_question_dup_text (question, 21);
  return row;
}

static gpointer
take_row (YsQuestion *question)
{
  return ys_index_row_new (question);
}

static gpointer
take_id (YsQuestion *question)
{
  return ys_key_to_id (sqlite3_column_int64 (question, 0));
}

static gboolean
has_after_value (const List *self)
{
  return self->after_value != NULL && sqlite3_value_type (self->after_value) != SQLITE_NULL;
}

static char *
compose_part (const List *self, gboolean lacking)
{
  const char *column = orders[self->order].column;
  const char *direction = self->descending ? " DESC" : "";
  char sign = self->descending ? '<' : '>';
  GString *sql = g_string_new (ys_store_get_sql (self->head));

  g_string_append_printf (sql, "WHERE %s IS %sNULL", column, lacking ? "" : "NOT ");
  if (!lacking && has_after_value (self))
    g_string_append_printf (sql, " AND (%s, key) %c (?30, ?31)", column, sign);
  if (lacking && self->after != 0 && !has_after_value (self))
    g_string_append_printf (sql, " AND key %c ?31", sign);
  ys_filter_compose (self->filter, self->words, sql);
  if (lacking || self->order == YS_ORDER_NUMBER)
    g_string_append_printf (sql, " ORDER BY key%s", direction);
  else
    g_string_append_printf (sql, " ORDER BY %s%s, key%s", column, direction, direction);
  g_string_append (sql, " LIMIT ?32");
  return g_string_free (sql, FALSE);
}

static gboolean
read_part (List *self, gboolean lacking, int limit, GError **error)
{
  g_autofree char *sql = compose_part (self, lacking);
  g_autoptr (YsQuestion) question = ys_store_ask_sql (self->store, sql, error);
  int step;

  if (question == NULL)
    return FALSE;
  ys_filter_bind (self->filter, self->words, question);
  if (has_after_value (self))
    sqlite3_bind_value (question, YS_PARAMETER_AFTER_VALUE, self->after_value);
  sqlite3_bind_int64 (question, YS_PARAMETER_KEY, self->after);
  sqlite3_bind_int (question, YS_PARAMETER_LIMIT, limit);
  while ((step = ys_store_step (self->store, question, error)) > 0)
    g_ptr_array_add (self->found, self->take (question));
  return step == 0;
}

/* @limit -1: no limit. */
static gboolean
read_list (List *self, int limit, GError **error)
{
  gboolean in_lacking_part = self->after != 0 && !has_after_value (self);

  if (!in_lacking_part && !read_part (self, FALSE, limit, error))
    return FALSE;
  if (!orders[self->order].may_lack || (limit >= 0 && self->found->len >= (guint) limit))
    return TRUE;
  return read_part (self, TRUE, limit < 0 ? -1 : limit - (int) self->found->len, error);
}

/* The value that the row @after is sorted by. @found: whether there is such a row. */
static gboolean
read_after (List *self, const char *after, gboolean *found, GError **error)
{
  g_autofree char *sql
    = g_strdup_printf ("SELECT %s FROM cases WHERE key = ?31", orders[self->order].column);
  g_autoptr (YsQuestion) question = ys_store_ask_sql (self->store, sql, error);
  int step;

  if (question == NULL)
    return FALSE;
  self->after = ys_key_from_id (after);
  sqlite3_bind_int64 (question, YS_PARAMETER_KEY, self->after);
  step = ys_store_step (self->store, question, error);
  if (step > 0)
    self->after_value = sqlite3_value_dup (sqlite3_column_value (question, 0));
  *found = step > 0;
  return step >= 0;
}

GPtrArray *
ys_index_page (YsIndex *self,
               const YsFilter *filter,
               YsOrder order,
               gboolean descending,
               const char *after,
               int limit,
               GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (YsWords) words = NULL;
  gboolean done = TRUE;
  gboolean found = TRUE;

  g_return_val_if_fail (YS_IS_INDEX (self) && order < G_N_ELEMENTS (orders) && limit > 0, NULL);

  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_index_row_free);
  if (!ys_filter_read_words (self, filter, &words, error))
    return NULL;
  List list = {
    ys_index_get_store (self), "rows", filter, words, order, descending, 0, NULL, rows, take_row
  };

  if (after != NULL)
    done = read_after (&list, after, &found, error);
  /* A case that is no longer there ends the list: whoever pages on was told to begin again. */
  if (done && found)
    done = read_list (&list, limit, error);
  sqlite3_value_free (list.after_value);
  return done ? g_steal_pointer (&rows) : NULL;
}

GPtrArray *
ys_index_list_ids (
  YsIndex *self, const YsFilter *filter, YsOrder order, gboolean descending, GError **error)
{
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (YsWords) words = NULL;

  g_return_val_if_fail (YS_IS_INDEX (self) && order < G_N_ELEMENTS (orders), NULL);

  ids = g_ptr_array_new_with_free_func (g_free);
  if (!ys_filter_read_words (self, filter, &words, error))
    return NULL;
  List list = {
    ys_index_get_store (self), "keys", filter, words, order, descending, 0, NULL, ids, take_id
  };

  return read_list (&list, -1, error) ? g_steal_pointer (&ids) : NULL;
}

YsIndexRow *
ys_index_get_row (YsIndex *self, const char *id, GError **error)
{
  g_autoptr (YsQuestion) question = NULL;
  g_autofree char *sql = NULL;
  YsStore *store;

  g_return_val_if_fail (YS_IS_INDEX (self) && id != NULL, NULL);

  store = ys_index_get_store (self);
  sql = g_strconcat (ys_store_get_sql ("rows"), "WHERE key = ?31", NULL);
  question = ys_store_ask_sql (store, sql, error);
  if (question == NULL)
    return NULL;
  sqlite3_bind_int64 (question, YS_PARAMETER_KEY, ys_key_from_id (id));
  return ys_store_step (store, question, error) > 0 ? ys_index_row_new (question) : NULL;
}

gint64
ys_index_count (YsIndex *self, const YsFilter *filter, GError **error)
{
  g_autoptr (YsQuestion) question = NULL;
  g_autoptr (YsWords) words = NULL;
  g_autoptr (GString) sql = NULL;
  YsStore *store;

  g_return_val_if_fail (YS_IS_INDEX (self), -1);

  store = ys_index_get_store (self);
  if (!ys_filter_read_words (self, filter, &words, error))
    return -1;
  sql = g_string_new (ys_store_get_sql ("count"));
  g_string_append (sql, "WHERE TRUE");
  ys_filter_compose (filter, words, sql);
  question = ys_store_ask_sql (store, sql->str, error);
  if (question == NULL)
    return -1;
  ys_filter_bind (filter, words, question);
  return ys_store_step (store, question, error) > 0 ? sqlite3_column_int64 (question, 0) : -1;
}
