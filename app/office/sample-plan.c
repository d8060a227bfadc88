/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Planned cases: counted back from today so that the clock says just what the role asks for. */
#include "office/sample-plan.h"

#include "rules/edition.h"

YsDay
ys_sample_plan_first_day (const YsCalendar *calendar, YsDay today, YsSampleRole role, guint nth)
{
  int reply = ys_edition_get_days (YS_PERIOD_REPLY);
  int step = (int) nth;

  switch (role)
    {
    case YS_SAMPLE_OVERDUE:
      return ys_sample_day_before (calendar,
                                   ys_sample_day_before (calendar, today, 1 + step * 2 % 7), reply);
    case YS_SAMPLE_DUE_TODAY:
      /* On a day of rest only a day that was set can be due. */
      return ys_sample_day_before (calendar, today,
                                   step % 2 == 1 || !ys_calendar_is_working (calendar, today)
                                     ? reply + 9
                                     : reply);
    case YS_SAMPLE_DUE_SOON:
      return ys_sample_day_before (calendar, ys_calendar_nth (calendar, today, 1 + step % 3),
                                   step % 5 == 1 ? reply + 10 : reply);
    case YS_SAMPLE_SUSPENDED:
      return ys_sample_day_before (calendar, today, 9 + step % 3);
    case YS_SAMPLE_AWAITS_CORRECTION:
      return ys_sample_day_before (calendar, today, 7 + step % 3);
    case YS_SAMPLE_AWAITS_FEE:
      return ys_sample_day_before (calendar, today, 14 + step % 3);
    case YS_SAMPLE_AWAITS_CONFIRMATION:
      return today - step % 3;
    case YS_SAMPLE_TO_APPROVE:
      return ys_sample_day_before (calendar, today, 8 + step % 5);
    case YS_SAMPLE_EXTENSION_TO_APPROVE:
      return ys_sample_day_before (calendar, today, reply - 5);
    case YS_SAMPLE_RETURNED:
      return ys_sample_day_before (calendar, today, 11 + step % 4);
    default:
      g_return_val_if_reached (today);
    }
}

/* An approval that is waiting today, on the last working day before it at the earliest. */
static void
wait_for_approval (YsSampleCase *making, YsDay today, YsDay from)
{
  static const YsOutcome outcomes[] = {
    YS_OUTCOME_GRANTED,  YS_OUTCOME_PARTIAL,     YS_OUTCOME_PROCESS_INFORMATION,
    YS_OUTCOME_PETITION, YS_OUTCOME_LAW_FORBIDS,
  };
  YsDay asked
    = ys_sample_day_before (making->calendar, today, ys_dice_between (making->dice, 1, 2));

  ys_sample_propose (making, from, MAX (from, asked), ys_dice_pick (making->dice, outcomes), NULL);
}

static void
plan (YsSampleCase *making, YsDay today, YsSampleRole role, guint nth)
{
  const YsCalendar *calendar = making->calendar;
  YsDay start = ys_sample_case_run (making)->start;
  gint64 amount_fen;

  switch (role)
    {
    case YS_SAMPLE_OVERDUE:
      ys_sample_search (making, ys_calendar_nth (calendar, start, 4), nth % 3 == 1 ? 0 : 5,
                        "partly");
      if (nth % 3 == 0)
        wait_for_approval (making, today, ys_calendar_nth (calendar, start, 10));
      break;
    case YS_SAMPLE_DUE_TODAY:
      if (ys_calendar_count (calendar, start, today) > ys_edition_get_days (YS_PERIOD_REPLY))
        {
          YsDay given = ys_sample_ask_reasons (making, ys_calendar_nth (calendar, start, 3));
          ys_sample_delay (making, ys_calendar_nth (calendar, given, 1), today);
        }
      if (nth % 2 == 0)
        wait_for_approval (making, today, ys_calendar_nth (calendar, start, 14));
      break;
    case YS_SAMPLE_DUE_SOON:
      if (nth % 5 == 1)
        ys_sample_extend (making, ys_calendar_nth (calendar, start, 17), 10);
      else if (nth % 5 == 2)
        ys_sample_search (making, ys_calendar_nth (calendar, start, 2), 6, "found");
      if (nth % 5 == 0 || nth % 5 == 3)
        wait_for_approval (making, today, ys_calendar_nth (calendar, start, 12));
      break;
    case YS_SAMPLE_SUSPENDED:
      ys_sample_consult (making, ys_calendar_nth (calendar, start, 3), nth % 3 == 2, 0, "none");
      if (nth % 3 == 1)
        ys_sample_consult (making, ys_calendar_nth (calendar, start, 5), TRUE, 0, "none");
      break;
    case YS_SAMPLE_AWAITS_CORRECTION:
      ys_sample_ask_correction (making, ys_calendar_nth (calendar, start, 3),
                                today + ys_dice_between (making->dice, 4, 14));
      break;
    case YS_SAMPLE_AWAITS_FEE:
      ys_sample_notice_fee (making, ys_calendar_nth (calendar, start, 4), &amount_fen);
      break;
    case YS_SAMPLE_TO_APPROVE:
      wait_for_approval (making, today, ys_calendar_nth (calendar, start, 2));
      break;
    case YS_SAMPLE_EXTENSION_TO_APPROVE:
      ys_sample_search (making, ys_calendar_nth (calendar, start, 3), 0, "none");
      ys_sample_ask_approval (making, ys_sample_day_before (calendar, today, 1), "extension");
      break;
    case YS_SAMPLE_RETURNED:
      {
        YsDay asked = ys_sample_day_before (calendar, today, 3);
        int approval = ys_sample_propose (making, ys_calendar_nth (calendar, start, 2), asked,
                                          YS_OUTCOME_INTERNAL_AFFAIRS, NULL);

        ys_sample_act_on (making, "returned", ys_calendar_nth (calendar, asked, 1), YS_SAMPLE_HEAD,
                          "asked", approval, "\"reason\":\"请进一步说明属于内部事务信息的理由\"");
        break;
      }
    default:
      g_assert_not_reached ();
    }
}

void
ys_sample_plan_make (YsSampleCase *making, YsDay today, YsDay first, YsSampleRole role, guint nth)
{
  static const char *const channels[] = { "post", "in-person", "internet", "oral" };
  gboolean confirming = role == YS_SAMPLE_AWAITS_CONFIRMATION;

  making->klass = ys_sample_pick_class (making->dice);
  if (confirming)
    making->channel
      = nth % 4 == 1 && ys_calendar_is_working (making->calendar, first) ? "fax" : "internet";
  else
    making->channel = ys_dice_pick (making->dice, channels);
  ys_sample_receive (making, first, confirming ? YS_SAMPLE_FAR : first, NULL);
  if (!confirming)
    plan (making, today, role, nth);
}
