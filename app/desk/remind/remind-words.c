/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whole sentences, so that they can be translated. Names are masked: a notification may be seen by
 * whoever passes the desk. */
#include "desk/remind/remind-words.h"

#include "desk/widgets/row-words.h"
#include "wording/i18n.h"

#include <libintl.h>

/* Numbers that a notification of several cases names. */
#define NAMED 4

static const YsReminder *
get_first (GPtrArray *group)
{
  return g_ptr_array_index (group, 0);
}

/* --- one case --------------------------------------------------------------------------------- */

static char *
describe_one (const YsReminder *self, YsDay today)
{
  g_autofree char *number = ys_words_number (self->row->id);
  unsigned long days = (unsigned long) ABS (self->left);

  switch (self->kind)
    {
    case YS_REMIND_CORRECTION:
      return g_strdup_printf (_("%s: the time to correct the request has passed"), number);
    case YS_REMIND_FEE:
      return g_strdup_printf (_("%s: the time to pay has passed"), number);
    case YS_REMIND_CONSULTATION:
      return g_strdup_printf (_("%s: the time of the consulted has passed, the days count again"),
                              number);
    case YS_REMIND_ANSWER:
      return g_strdup_printf (_("%s: an answer that was asked for is late"), number);
    default:
      break;
    }
  if (self->level == YS_REMIND_PAST && days == 0)
    return g_strdup_printf (_("%s is overdue"), number);
  if (self->level == YS_REMIND_PAST)
    return g_strdup_printf (ngettext ("%1$s is %2$lu working day overdue",
                                      "%1$s is %2$lu working days overdue", days), number, days);
  if (self->day == today)
    return g_strdup_printf (_("%s is due today"), number);
  if (days == 0)
    return g_strdup_printf (_("%s is due before the next working day"), number);
  return g_strdup_printf (ngettext ("%1$s is due in %2$lu working day",
                                    "%1$s is due in %2$lu working days", days), number, days);
}

static char *
describe_case (const YsReminder *self, YsDay today)
{
  g_autofree char *applicant = ys_words_applicant (self->row, TRUE);
  g_autofree char *day = ys_words_day (self->day, today, TRUE);

  /* Translators: applicant, title, due day (or the limit that has passed). */
  return g_strdup_printf (_("%1$s: %2$s\nDue %3$s"), applicant,
                          self->row->title != NULL ? self->row->title : "", day);
}

char *
ys_remind_describe_standing (const YsReminder *self, YsDay today)
{
  g_return_val_if_fail (self != NULL, NULL);

  unsigned long days = (unsigned long) ABS (self->left);

  switch (self->kind)
    {
    case YS_REMIND_CORRECTION:
      return g_strdup (_("Time to correct has passed"));
    case YS_REMIND_FEE:
      return g_strdup (_("Time to pay has passed"));
    case YS_REMIND_CONSULTATION:
      return g_strdup (_("Time of the consulted has passed"));
    case YS_REMIND_ANSWER:
      return g_strdup (_("An answer is late"));
    default:
      break;
    }
  if (self->level == YS_REMIND_PAST && days > 0)
    return g_strdup_printf (ngettext ("%lu day over", "%lu days over", days), days);
  if (self->level == YS_REMIND_PAST)
    return g_strdup (_("Overdue"));
  if (self->day == today)
    return g_strdup (_("Due today"));
  return g_strdup_printf (ngettext ("%lu day left", "%lu days left", days), days);
}

char *
ys_remind_describe_row (const YsReminder *self, YsDay today)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autofree char *number = ys_words_number (self->row->id);
  g_autofree char *applicant = ys_words_applicant (self->row, TRUE);
  g_autofree char *standing = ys_remind_describe_standing (self, today);
  g_autofree char *day = ys_words_day (self->day, today, TRUE);
  g_autofree char *sentence
    = g_strdup_printf ("%s, %s, %s, %s, %s", number, applicant,
                       self->row->title != NULL ? self->row->title : "", day, standing);

  return self->read ? g_steal_pointer (&sentence)
                    /* Translators: a reminder not seen yet. */
                    : g_strdup_printf (_("new: %s"), sentence);
}

const char *
ys_remind_get_icon (const YsReminder *self, YsDay today)
{
  switch (ys_reminder_get_group (self, today))
    {
    case YS_REMIND_GROUP_OVERDUE:
      return "dialog-warning-symbolic";
    case YS_REMIND_GROUP_TODAY:
      return "alarm-symbolic";
    case YS_REMIND_GROUP_OTHERS:
      return "dialog-information-symbolic";
    default:
      return "preferences-system-time-symbolic";
    }
}

const char *
ys_remind_get_style (const YsReminder *self, YsDay today)
{
  switch (ys_reminder_get_group (self, today))
    {
    case YS_REMIND_GROUP_OVERDUE:
      return "err";
    case YS_REMIND_GROUP_OTHERS:
      return "sub";
    default:
      return "warn";
    }
}

/* --- several ---------------------------------------------------------------------------------- */

char *
ys_remind_describe_head (GPtrArray *group, YsDay today)
{
  g_return_val_if_fail (group != NULL && group->len > 0, NULL);

  unsigned long n = group->len;

  if (n == 1)
    return describe_one (get_first (group), today);
  switch (ys_reminder_get_group (get_first (group), today))
    {
    case YS_REMIND_GROUP_OVERDUE:
      return g_strdup_printf (ngettext ("%lu case is overdue", "%lu cases are overdue", n), n);
    case YS_REMIND_GROUP_TODAY:
      return g_strdup_printf (ngettext ("%lu case is due today", "%lu cases are due today", n), n);
    case YS_REMIND_GROUP_OTHERS:
      return g_strdup_printf (ngettext ("In %lu case the time of others has passed",
                                        "In %lu cases the time of others has passed", n), n);
    default:
      /* Translators: cases, working days. */
      return g_strdup_printf (ngettext ("%1$lu case is due within %2$d working days",
                                        "%1$lu cases are due within %2$d working days", n),
                              n, ys_remind_get_width (group));
    }
}

char *
ys_remind_describe_body (GPtrArray *group, YsDay today)
{
  g_return_val_if_fail (group != NULL && group->len > 0, NULL);

  g_autoptr (GString) numbers = g_string_new (NULL);
  unsigned long more = group->len > NAMED ? group->len - NAMED : 0;

  if (group->len == 1)
    return describe_case (get_first (group), today);
  for (guint i = 0; i < group->len && i < NAMED; i++)
    {
      g_autofree char *number
        = ys_words_number (((YsReminder *) g_ptr_array_index (group, i))->row->id);

      if (i > 0)
        g_string_append (numbers, C_ ("list", ", "));
      g_string_append (numbers, number);
    }
  if (more == 0)
    return g_string_free (g_steal_pointer (&numbers), FALSE);
  return g_strdup_printf (ngettext ("%1$s and %2$lu more", "%1$s and %2$lu more", more),
                          numbers->str, more);
}
