/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The checks, a panel at a time. A number of identity is never among them: it is warned of where
 * it is typed, and an applicant without one is asked for a correction (条例 30). */
#include "desk/register/request-check.h"

#include "desk/register/day-reading.h"
#include "desk/register/receipt.h"
#include "wording/i18n.h"

#define TITLE_MAX 40

typedef struct
{
  YsPlaceFunc func;
  gpointer user_data;
  guint n;
} Report;

static void
report (Report *self, YsPlace place, guint index, const char *reason)
{
  self->n++;
  if (self->func != NULL)
    self->func (place, index, reason, self->user_data);
}

static gboolean
is_empty (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static void
check_applicant (Report *self, const YsRequestDraft *draft)
{
  const YsApplicantDraft *one = &draft->applicant;

  if (is_empty (one->name))
    report (self, YS_FIELD_NAME, 0, _("The law asks for the applicant's name (条例第二十九条)."));
  if (is_empty (one->phone) && is_empty (one->email) && is_empty (one->address))
    report (self, YS_FIELD_PHONE, 0,
            _("The law asks for a way to reach the applicant (条例第二十九条): a telephone number, "
              "an e-mail address or a postal address."));
  else if (g_str_equal (draft->delivery, "email") && is_empty (one->email))
    report (self, YS_FIELD_EMAIL, 0, _("The reply is to go by e-mail: write the address down."));
  else if (g_str_equal (draft->delivery, "post") && is_empty (one->address))
    report (self, YS_FIELD_ADDRESS, 0, _("The reply is to go by post: write the address down."));
  for (guint i = 0; i < draft->joint->len; i++)
    {
      const YsApplicantDraft *joint = g_ptr_array_index (draft->joint, i);

      if (is_empty (joint->name))
        report (self, YS_FIELD_JOINT_NAME, i,
                _("Write this applicant's name down, or take the applicant out."));
    }
}

/* The day, or YS_DAY_NONE after telling what is wrong with it. */
static YsDay
check_day (Report *self, YsPlace place, const char *text, gboolean needed, YsDay today)
{
  YsDay day = ys_day_read (text, today);

  if (is_empty (text))
    {
      if (needed)
        report (self, place, 0, _("This day is needed: the period for the reply hangs on it."));
    }
  else if (day == YS_DAY_NONE)
    report (self, place, 0, _("This is no day. Write it as 2026-01-05."));
  else if (day > today)
    report (self, place, 0, _("This day lies ahead. A fact is recorded when it has happened."));
  else
    return day;
  return YS_DAY_NONE;
}

static void
check_days (Report *self, const YsRequestDraft *draft, YsDay today)
{
  gboolean confirms = ys_channel_confirms (draft->channel);
  YsDay received = check_day (self, YS_FIELD_RECEIVED, draft->received, TRUE, today);

  if (ys_channel_has_submission (draft->channel))
    {
      YsDay submitted = check_day (self, YS_FIELD_SUBMITTED, draft->submitted, FALSE, today);

      if (submitted != YS_DAY_NONE && received != YS_DAY_NONE && submitted > received)
        report (self, YS_FIELD_SUBMITTED, 0, _("It cannot be received before it is sent."));
    }
  if (confirms)
    {
      YsDay confirmed = check_day (self, YS_FIELD_CONFIRMED, draft->confirmed,
                                   !is_empty (draft->confirmed_by), today);

      if (confirmed != YS_DAY_NONE && received != YS_DAY_NONE && confirmed < received)
        report (self, YS_FIELD_CONFIRMED, 0, _("It cannot be confirmed before it arrived."));
      if (!is_empty (draft->confirmed) && is_empty (draft->confirmed_by))
        report (self, YS_FIELD_CONFIRMED_BY, 0,
                _("Write down how it was confirmed, as “by telephone with the applicant”."));
    }
}

guint
ys_request_check (const YsRequestDraft *draft, YsDay today, YsPlaceFunc func, gpointer user_data)
{
  g_return_val_if_fail (draft != NULL && today != YS_DAY_NONE, 0);

  Report self = { func, user_data, 0 };

  check_applicant (&self, draft);
  if (is_empty (draft->description))
    report (&self, YS_FIELD_DESCRIPTION, 0,
            _("The law asks for the name, number or other description of the information "
              "(条例第二十九条)."));
  check_days (&self, draft, today);
  if (g_str_equal (draft->channel, "oral") && is_empty (draft->taken_by))
    report (&self, YS_FIELD_TAKEN_BY, 0,
            _("Write down who put the spoken request into writing (条例第二十九条)."));
  if (g_str_equal (draft->channel, "internet") && !is_empty (draft->number)
      && is_empty (draft->system))
    report (&self, YS_FIELD_SYSTEM, 0, _("Name the system that this number belongs to."));
  return self.n;
}

char *
ys_request_find_title (const YsRequestDraft *draft)
{
  g_return_val_if_fail (draft != NULL, NULL);

  const char *from = is_empty (draft->title) ? draft->description : draft->title;
  const char *to;
  char *title;

  while (*from != '\0' && g_unichar_isspace (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  to = from;
  for (int i = 0; *to != '\0' && *to != '\n'; i++, to = g_utf8_next_char (to))
    if (i == TITLE_MAX && is_empty (draft->title))
      break;
  title = g_strndup (from, (gsize) (to - from));
  return g_strstrip (title);
}
