/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Number, days and stage in words. */
#include "desk/widgets/row-words.h"

#include "rules/number.h"
#include "wording/explain.h"
#include "wording/i18n.h"

#include <string.h>

/* Within it a month and a day say which year is meant. */
#define HALF_YEAR 182

/* Since when there are applications: the first Regulation was made in 2007. */
#define FIRST_YEAR 2007

char *
ys_words_number (const char *id)
{
  int year, number;

  g_return_val_if_fail (id != NULL, NULL);
  return ys_number_split (id, &year, &number) ? g_strdup_printf ("〔%d〕%d号", year, number)
                                              : g_strdup (id);
}

/* A year in brackets or before a stroke, and the number; or the number alone. */
#define NUMBER_PATTERN                                                                        \
  "^(?:[〔\\[(](?<y>\\d{4})[〕\\])]|(?<y>\\d{4})[-—年])?(第)?(?<n>\\d{1,9})(号)?$"

char *
ys_words_read_number (const char *text, int year)
{
  g_autofree char *plain = NULL;
  g_autofree char *year_word = NULL;
  g_autofree char *number_word = NULL;
  g_autoptr (GRegex) pattern = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  gint64 number;

  g_return_val_if_fail (text != NULL, NULL);

  /* Digits and brackets of both widths are one here. */
  plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  if (plain == NULL)
    return NULL;
  g_strstrip (plain);
  pattern = g_regex_new (NUMBER_PATTERN, G_REGEX_DUPNAMES, 0, NULL);
  if (!g_regex_match (pattern, plain, 0, &match))
    return NULL;
  year_word = g_match_info_fetch_named (match, "y");
  number_word = g_match_info_fetch_named (match, "n");
  number = g_ascii_strtoll (number_word, NULL, 10);
  if (number == 0)
    return NULL;
  if (year_word != NULL && *year_word != '\0')
    year = (int) g_ascii_strtoll (year_word, NULL, 10);
  else if (g_str_equal (plain, number_word) && number >= FIRST_YEAR && number <= year + 1)
    return NULL; /* A year is searched for as often as a number. */
  return g_strdup_printf ("%04d-%04d", year, (int) number);
}

const char *
ys_words_weekday (YsDay day)
{
  static const char *const names[] = {
    NC_ ("weekday", "Mon"), NC_ ("weekday", "Tue"), NC_ ("weekday", "Wed"), NC_ ("weekday", "Thu"),
    NC_ ("weekday", "Fri"), NC_ ("weekday", "Sat"), NC_ ("weekday", "Sun"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday", names[ys_day_weekday (day) - 1]);
}

const char *
ys_words_weekday_narrow (YsDay day)
{
  static const char *const names[] = {
    NC_ ("narrow weekday", "Mo"), NC_ ("narrow weekday", "Tu"), NC_ ("narrow weekday", "We"),
    NC_ ("narrow weekday", "Th"), NC_ ("narrow weekday", "Fr"), NC_ ("narrow weekday", "Sa"),
    NC_ ("narrow weekday", "Su"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "narrow weekday", names[ys_day_weekday (day) - 1]);
}

char *
ys_words_day (YsDay day, YsDay today, gboolean with_weekday)
{
  char text[YS_DAY_TEXT];

  if (day == YS_DAY_NONE)
    return g_strdup ("—");
  ys_day_format (day, text);
  /* Far from today the year is needed, and the day of the week is nobody's concern. */
  if (ABS (day - today) > HALF_YEAR)
    return g_strdup (text);
  return with_weekday ? g_strdup_printf ("%s %s", text + strlen ("2026-"), ys_words_weekday (day))
                      : g_strdup (text + strlen ("2026-"));
}

char *
ys_words_applicant (const YsIndexRow *row, gboolean masked)
{
  g_autofree char *name = NULL;

  if (row->applicant == NULL || *row->applicant == '\0')
    return g_strdup ("—");
  name = masked ? ys_mask_name (row->applicant) : g_strdup (row->applicant);
  if (row->joint == 0)
    return g_steal_pointer (&name);
  /* Translators: the first applicant and how many others applied together with that one. */
  return g_strdup_printf (_("%s and %d more"), name, row->joint);
}

const char *
ys_words_approval (const char *asked_for)
{
  if (g_strcmp0 (asked_for, "reply") == 0)
    return _("approve: reply");
  if (g_strcmp0 (asked_for, "extension") == 0)
    return _("approve: extension");
  if (g_strcmp0 (asked_for, "correction") == 0)
    return _("approve: correction");
  if (g_strcmp0 (asked_for, "fee") == 0)
    return _("approve: fee");
  return _("to approve");
}

static const char *
name_stage (const YsIndexRow *row)
{
  if (row->state != YS_STATE_CONCLUDED && row->asks_approval != NULL)
    return _("to approve");
  switch (row->state)
    {
    case YS_STATE_AWAITING_CONFIRMATION:
      return _("to confirm");
    case YS_STATE_SUSPENDED:
      return _("opinion awaited");
    case YS_STATE_AWAITING_CORRECTION:
      return _("correction awaited");
    case YS_STATE_AWAITING_FEE:
      return _("fee awaited");
    case YS_STATE_CONCLUDED:
      return _("concluded");
    default:
      break;
    }
  if (row->open & YS_OPEN_SEARCH)
    return _("being searched");
  if (row->open & YS_OPEN_REASONS)
    return _("reasons awaited");
  return row->handler != NULL ? _("in hand") : _("registered");
}

char *
ys_words_stage (const YsIndexRow *row)
{
  const char *stage = name_stage (row);

  return row->extended && row->state != YS_STATE_CONCLUDED
           ? g_strdup_printf ("%s · %s", stage, C_ ("stage", "extended"))
           : g_strdup (stage);
}
