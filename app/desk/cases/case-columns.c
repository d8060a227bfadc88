/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a column is called, and what it says of a row. Their widths are case-widths.c. */
#include "desk/cases/case-columns.h"

#include "desk/widgets/due-words.h"
#include "desk/widgets/row-words.h"
#include "wording/explain.h"
#include "wording/i18n.h"

static const struct
{
  const char *id;
  const char *title;
  int order;
} columns[YS_N_CASE_COLUMNS] = {
  [YS_CASE_COLUMN_NUMBER] = { "number", NC_ ("column", "Number"), YS_ORDER_NUMBER },
  [YS_CASE_COLUMN_APPLICANT] = { "applicant", NC_ ("column", "Applicant"), YS_ORDER_APPLICANT },
  [YS_CASE_COLUMN_TITLE] = { "title", NC_ ("column", "Content"), YS_ORDER_TITLE },
  [YS_CASE_COLUMN_CLASS] = { "class", NC_ ("column", "Class"), -1 },
  [YS_CASE_COLUMN_RECEIVED] = { "received", NC_ ("column", "Received"), YS_ORDER_RECEIVED },
  [YS_CASE_COLUMN_CHANNEL] = { "channel", NC_ ("column", "Channel"), -1 },
  [YS_CASE_COLUMN_STAGE] = { "stage", NC_ ("column", "Stage"), YS_ORDER_STATE },
  [YS_CASE_COLUMN_HANDLER] = { "handler", NC_ ("column", "Handler"), YS_ORDER_HANDLER },
  [YS_CASE_COLUMN_DUE] = { "due", NC_ ("column", "Due"), YS_ORDER_DUE },
  [YS_CASE_COLUMN_LEFT] = { "left", NC_ ("column", "Days Left"), YS_ORDER_DUE },
};

const char *
ys_case_column_get_id (YsCaseColumn column)
{
  g_return_val_if_fail (column < YS_N_CASE_COLUMNS, NULL);
  return columns[column].id;
}

const char *
ys_case_column_get_title (YsCaseColumn column)
{
  g_return_val_if_fail (column < YS_N_CASE_COLUMNS, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[column].title);
}

int
ys_case_column_get_order (YsCaseColumn column)
{
  g_return_val_if_fail (column < YS_N_CASE_COLUMNS, -1);
  return columns[column].order;
}

gboolean
ys_case_column_may_hide (YsCaseColumn column)
{
  return column != YS_CASE_COLUMN_NUMBER && column != YS_CASE_COLUMN_TITLE;
}

char *
ys_case_column_get_text (YsCaseColumn column, const YsIndexRow *row, const YsCalendar *calendar,
                         YsDay today)
{
  switch (column)
    {
    case YS_CASE_COLUMN_NUMBER:
      return ys_words_number (row->id);
    case YS_CASE_COLUMN_APPLICANT:
      return ys_words_applicant (row, TRUE);
    case YS_CASE_COLUMN_TITLE:
      return g_strdup (row->title != NULL ? row->title : "—");
    case YS_CASE_COLUMN_CLASS:
      return g_strdup (row->klass != YS_CLASS_NONE ? ys_name_class (row->klass) : "—");
    case YS_CASE_COLUMN_RECEIVED:
      return ys_words_day (row->received_on, today, FALSE);
    case YS_CASE_COLUMN_CHANNEL:
      return g_strdup (row->channel != NULL ? ys_name_channel (row->channel) : "—");
    case YS_CASE_COLUMN_STAGE:
      return ys_words_stage (row);
    case YS_CASE_COLUMN_HANDLER:
      return g_strdup (row->handler != NULL ? row->handler : "—");
    case YS_CASE_COLUMN_DUE:
      return ys_due_describe_day (row, today);
    case YS_CASE_COLUMN_LEFT:
      return ys_due_describe (ys_due_of_row (row, calendar, today));
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
ys_case_parts_describe (unsigned parts)
{
  static const struct
  {
    YsPart part;
    const char *name;
  } names[] = {
    { YS_PART_NUMBER, NC_ ("found in", "number") },
    { YS_PART_TITLE, NC_ ("found in", "content") },
    { YS_PART_APPLICANT, NC_ ("found in", "applicant") },
    { YS_PART_DESCRIPTION, NC_ ("found in", "description") },
    { YS_PART_OTHER, NC_ ("found in", "other entries") },
    { YS_PART_FILE, NC_ ("found in", "attachment") },
  };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if ((parts & names[i].part) == 0)
        continue;
      if (words->len > 0)
        /* Translators: between two parts of a case. */
        g_string_append (words, C_ ("found in", ", "));
      g_string_append (words, g_dpgettext2 (GETTEXT_PACKAGE, "found in", names[i].name));
    }
  return g_string_free (words, words->len == 0);
}

char *
ys_case_row_describe (const YsIndexRow *row, unsigned parts, const YsCalendar *calendar,
                      YsDay today)
{
  static const YsCaseColumn columns_said[] = {
    YS_CASE_COLUMN_NUMBER, YS_CASE_COLUMN_APPLICANT, YS_CASE_COLUMN_TITLE,
    YS_CASE_COLUMN_STAGE,  YS_CASE_COLUMN_HANDLER,   YS_CASE_COLUMN_DUE,
    YS_CASE_COLUMN_LEFT,
  };
  GString *sentence = g_string_new (NULL);
  g_autofree char *where = ys_case_parts_describe (parts);

  for (guint i = 0; i < G_N_ELEMENTS (columns_said); i++)
    {
      g_autofree char *text = ys_case_column_get_text (columns_said[i], row, calendar, today);

      if (*text == '\0' || g_str_equal (text, "—"))
        continue;
      if (sentence->len > 0)
        g_string_append (sentence, ", ");
      g_string_append (sentence, text);
    }
  if (where != NULL)
    g_string_append_printf (sentence, _(", found in: %s"), where);
  return g_string_free (sentence, FALSE);
}
