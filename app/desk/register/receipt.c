/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Channels and their days. The lengths of the periods are the edition's (rules/edition.h). */
#include "desk/register/receipt.h"

#include "rules/edition.h"
#include "wording/i18n.h"

const char *const ys_channels[]
  = { "in-person", "post", "ordinary-post", "internet", "fax", "oral", NULL };

gboolean
ys_channel_confirms (const char *channel)
{
  return g_strv_contains ((const char *const[]) { "ordinary-post", "internet", "fax", NULL },
                          channel);
}

gboolean
ys_channel_has_submission (const char *channel)
{
  return !g_str_equal (channel, "in-person") && !g_str_equal (channel, "oral");
}

gboolean
ys_channel_has_number (const char *channel)
{
  return g_strv_contains ((const char *const[]) { "post", "ordinary-post", "internet", NULL },
                          channel);
}

const char *
ys_channel_name_received (const char *channel)
{
  if (g_str_equal (channel, "post"))
    return _("Signed for on");
  if (ys_channel_confirms (channel))
    return _("Arrived on");
  return _("Submitted on");
}

const char *
ys_channel_name_submitted (const char *channel)
{
  return ys_channel_confirms (channel) && !g_str_equal (channel, "ordinary-post")
           ? _("Submitted on")
           : _("Posted on");
}

const char *
ys_channel_explain (const char *channel)
{
  if (g_str_equal (channel, "post"))
    return _("By post: the day it was signed for · 条例第三十一条第（二）项");
  if (g_str_equal (channel, "ordinary-post"))
    return _("Post without signature: the day it was confirmed with the applicant "
             "· 条例第三十一条第（二）项");
  if (ys_channel_confirms (channel))
    return _("Internet or fax: the day both sides confirmed it · 条例第三十一条第（三）项");
  return _("In person: the day of submission · 条例第三十一条第（一）项");
}

static int
find_unannounced (const YsCalendar *calendar, YsDay after, YsDay to)
{
  for (int year = ys_day_year (after); year <= ys_day_year (to); year++)
    if (!ys_calendar_has_year (calendar, year))
      return year;
  /* The last days of December stand in the next year's notice. */
  return ys_day_year (to) + 1;
}

void
ys_receipt_judge (const char *channel, YsDay received, YsDay confirmed,
                  const YsCalendar *calendar, YsReceipt *receipt)
{
  g_return_if_fail (channel != NULL && calendar != NULL && receipt != NULL);

  gboolean confirms = ys_channel_confirms (channel);
  int reply = ys_edition_get_days (YS_PERIOD_REPLY);
  YsDay start = confirms ? confirmed : received;

  *receipt = (YsReceipt) { start, confirms && confirmed == YS_DAY_NONE, FALSE, YS_DAY_NONE,
                           YS_DAY_NONE, YS_DAY_NONE, FALSE, FALSE, 0 };
  if (start == YS_DAY_NONE)
    return;
  receipt->older_law = start < ys_edition_regulation_day ();
  if (receipt->older_law)
    return;

  receipt->due = ys_calendar_nth (calendar, start, reply);
  receipt->correction_until
    = ys_calendar_nth (calendar, start, ys_edition_get_days (YS_PERIOD_CORRECTION));
  receipt->extended_due
    = ys_calendar_nth (calendar, start, reply + ys_edition_get_days (YS_PERIOD_EXTENSION));
  receipt->due_provisional = ys_calendar_is_provisional (calendar, start, receipt->due);
  receipt->extended_provisional
    = ys_calendar_is_provisional (calendar, start, receipt->extended_due);
  if (receipt->extended_provisional)
    receipt->unannounced = find_unannounced (calendar, start, receipt->extended_due);
}
