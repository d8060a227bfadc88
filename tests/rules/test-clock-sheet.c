/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands beside the clock: the limits of each act, and the sheet of single days. */
#include "case-maker.h"

#define MAX_LINES 10
#define R "2024-03-01 received"
#define ASK(ref) "consultation-sent {\"ref\":\"" ref "\",\"with\":\"third-party\",\"name\":\"甲\"}"
#define ANSWER(ref) "consultation-answered {\"ref\":\"" ref "\",\"opinion\":\"agree\"}"
#define EXTEND(days) "extension-granted {\"days\":" #days ",\"reason\":\"复杂\",\"approver\":\"h\"}"
#define DELAY(until) "delay-set {\"until\":\"" until "\",\"reason\":\"量大\"}"

static YsClock *
read_clock (const YsHistory *history, const YsCalendar *calendar, const char *on)
{
  g_autoptr (YsFolded) folded = ys_history_fold (history, ys_day_parse (on, -1));

  return ys_clock_read (folded, calendar, TRUE);
}

/* --- limits ----------------------------------------------------------------------------------- */

/* See test-clock.c for the working days after 2024-03-01. */
static const struct
{
  const char *name;
  const char *lines[MAX_LINES];
  struct
  {
    const char *on, *want;
  } days[4];
} limits[] = {
  { "received", { R },
    { { "2024-03-01", "correction=2024-03-12 extension=2024-03-29" },
      /* what is past is still the limit */
      { "2024-06-03", "correction=2024-03-12 extension=2024-03-29" } } },
  { "awaiting-confirmation", { "2024-03-01 arrived" }, { { "2024-03-01", "" } } },
  { "correction-asked", { R, "2024-03-05 correction-asked", "2024-03-08 corrected" },
    { { "2024-03-05", "" }, { "2024-03-08", "extension=2024-04-08" } } },
  { "after-a-fee", { R, "2024-03-05 fee-noticed", "2024-03-08 fee-paid" },
    /* the new run's 7th day is 12 of the list */
    { { "2024-03-08", "correction=2024-03-19 extension=2024-04-08" } } },
  /* L = 16, then 18 */
  { "consultation", { R, "2024-03-04 " ASK ("a"), "2024-03-06 delivered {\"of\":2}", "2024-03-11 " ANSWER ("a") },
    { { "2024-03-05", "correction=2024-03-12 consultation:a=2024-03-25 extension=2024-04-01" },
      { "2024-03-06", "correction=2024-03-12 consultation:a=2024-03-27 extension=2024-04-02" },
      { "2024-03-11", "correction=2024-03-12 extension=2024-04-08" } } },
  { "two-consultations", { R, "2024-03-04 " ASK ("a"), "2024-03-05 " ASK ("b") },
    { { "2024-03-05", "correction=2024-03-12 consultation:a=2024-03-25 consultation:b=2024-03-26 "
                      "extension=2024-04-01" } } },
  { "fee", { R, "2024-03-05 fee-noticed", "2024-03-06 delivered {\"of\":2}" },
    { { "2024-03-05", "fee=null" }, { "2024-03-06", "fee=2024-04-03" } } },
  { "fee-after-an-unanswered-correction",
    { R, "2024-03-05 correction-asked", "2024-03-06 delivered {\"of\":2}", "2024-03-07 fee-noticed",
      "2024-03-11 delivered {\"of\":4}" },
    { { "2024-03-08", "fee=null" }, { "2024-03-11", "fee=2024-04-09" } } },
  { "fee-before-confirmation",
    { "2024-03-01 arrived", "2024-03-05 fee-noticed", "2024-03-06 delivered {\"of\":2}" },
    { { "2024-03-06", "fee=2024-04-03" } } },
  { "extended", { R, "2024-03-05 " EXTEND (5) },
    { { "2024-03-05", "correction=2024-03-12" } } },
  { "extended-in-vain", { R, "2024-04-01 " EXTEND (5) },
    { { "2024-04-01", "correction=2024-03-12" } } },
  { "delayed", { R, "2024-03-05 " DELAY ("2024-04-06") },
    { { "2024-03-05", "correction=2024-03-12 extension=2024-04-06" } } },
  { "concluded", { R, "2024-03-04 " ASK ("a"), "2024-03-05 replied" }, { { "2024-03-05", "" } } },
  /* served on 23: 10 later is 33 */
  { "reconsideration",
    { R, "2024-03-12 replied",
      "2024-04-03 review-opened {\"ref\":\"f\",\"route\":\"reconsideration\",\"served_on\":\"2024-04-03\"}",
      "2024-05-06 review-decided" },
    { { "2024-04-02", "" }, { "2024-04-03", "review-reply:f=2024-04-18" }, { "2024-05-06", "" } } },
  /* 5 later is 28 */
  { "summary-reconsideration",
    { R, "2024-03-12 replied",
      "2024-04-03 review-opened {\"ref\":\"f\",\"route\":\"reconsideration\",\"served_on\":\"2024-04-03\","
      "\"procedure\":\"summary\"}" },
    { { "2024-04-03", "review-reply:f=2024-04-11" } } },
  { "ordinary-reconsideration",
    { R, "2024-03-12 replied",
      "2024-04-03 review-opened {\"ref\":\"f\",\"route\":\"reconsideration\",\"served_on\":\"2024-04-03\","
      "\"procedure\":\"ordinary\"}" },
    { { "2024-04-03", "review-reply:f=2024-04-18" } } },
  { "lawsuit",
    { R, "2024-03-12 replied",
      "2024-05-06 review-opened {\"ref\":\"s\",\"route\":\"litigation\",\"served_on\":\"2024-05-06\"}" },
    { { "2024-05-06", "lawsuit-answer:s=2024-05-21" } } },
  /* 09-16 and 15 days is 10-01: the first working day after the holiday is 10-08 */
  { "lawsuit-into-a-holiday",
    { R, "2024-03-12 replied",
      "2024-09-18 review-opened {\"ref\":\"s\",\"route\":\"litigation-after-reconsideration\","
      "\"served_on\":\"2024-09-16\"}" },
    { { "2024-09-18", "lawsuit-answer:s=2024-10-08" } } },
  /* 04-13 and 15 days is Sunday 04-28, which works */
  { "lawsuit-onto-a-make-up-day",
    { R, "2024-03-12 replied",
      "2024-04-15 review-opened {\"ref\":\"s\",\"route\":\"litigation\",\"served_on\":\"2024-04-13\"}" },
    { { "2024-04-15", "lawsuit-answer:s=2024-04-28" } } },
  { "remedy-while-the-case-is-open",
    { R, "2024-04-03 review-opened {\"ref\":\"f\",\"route\":\"reconsideration\",\"served_on\":\"2024-04-03\"}" },
    { { "2024-04-03", "correction=2024-03-12 extension=2024-03-29 review-reply:f=2024-04-18" } } },
  { "remedy-not-served", { R, "2024-03-12 replied", "2024-04-03 review-opened" },
    { { "2024-04-03", "" } } },
  { "remedy-as-review-body",
    { R, "2024-03-12 replied",
      "2024-04-03 review-opened {\"ref\":\"f\",\"route\":\"reconsideration\",\"served_on\":\"2024-04-03\","
      "\"as\":\"review-body\"}" },
    { { "2024-04-03", "" } } },
  { "a-ref-opened-again",
    { R, "2024-03-12 replied",
      "2024-04-01 review-opened {\"ref\":\"f\",\"route\":\"reconsideration\",\"served_on\":\"2024-04-01\"}",
      "2024-04-02 review-decided",
      "2024-04-03 review-opened {\"ref\":\"f\",\"route\":\"reconsideration\",\"served_on\":\"2024-04-03\"}" },
    { { "2024-04-03", "review-reply:f=2024-04-18" } } },
  { "older-law",
    { "2019-05-14 received", "2019-05-20 " ASK ("a"), "2019-06-03 replied",
      "2019-06-10 review-opened {\"ref\":\"f\",\"route\":\"reconsideration\",\"served_on\":\"2019-06-10\"}" },
    { { "2019-05-20", "" }, { "2019-06-10", "review-reply:f=2019-06-24" } } },
};

static void
test_limits (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autoptr (YsHistory) history = case_maker_read ("2024-0001", limits[row].lines);

  for (guint i = 0; limits[row].days[i].on != NULL; i++)
    {
      g_autoptr (YsClock) clock = read_clock (history, calendar, limits[row].days[i].on);
      g_autoptr (GString) got = g_string_new (NULL);

      for (guint k = 0; k < clock->limits->len; k++)
        {
          const YsLimit *limit = g_ptr_array_index (clock->limits, k);
          char until[YS_DAY_TEXT];

          g_assert_nonnull (limit->article);
          g_string_append_printf (got, "%s%s%s%s=%s", k > 0 ? " " : "", ys_act_get_id (limit->act),
                                  limit->ref != NULL ? ":" : "",
                                  limit->ref != NULL ? limit->ref : "",
                                  limit->until != YS_DAY_NONE ? ys_day_format (limit->until, until)
                                                              : "null");
        }
      g_test_message ("on %s", limits[row].days[i].on);
      g_assert_cmpstr (got->str, ==, limits[row].days[i].want);
    }
}

/* --- steps ------------------------------------------------------------------------------------ */

/* A step as "03-04…08 count 5"; the day of reading and the due day cut what would be one. */
static const struct
{
  const char *name;
  const char *lines[MAX_LINES];
  const char *on;
  const char *want;
} sheets[] = {
  { "a-run-with-a-holiday-ahead", { "2024-03-28 received" }, "2024-04-02",
    "03-28…03-28 skip 1 ; 03-29…03-29 count 1 ; 03-30…03-31 skip 2 ; 04-01…04-02 count 2 ; "
    "04-03…04-03 count 1 ahead ; 04-04…04-06 skip 3 清明节 ahead ; 04-07…04-07 count 1 清明节 ahead ; "
    "04-08…04-12 count 5 ahead ; 04-13…04-14 skip 2 ahead ; 04-15…04-19 count 5 ahead ; "
    "04-20…04-21 skip 2 ahead ; 04-22…04-26 count 5 ahead" },
  { "suspended-and-extended",
    { R, "2024-03-04 " ASK ("a"), "2024-03-06 " ANSWER ("a"), "2024-03-07 " EXTEND (1),
      "2024-03-11 replied" },
    "2024-06-03",
    "03-01…03-01 skip 1 ; 03-02…03-03 skip 2 ; 03-04…03-04 count 1 ; 03-05…03-06 suspend 2 甲 ; "
    "03-07…03-07 count 1 ; 03-07…03-07 extend 1 granted ; 03-08…03-08 count 1 ; 03-09…03-10 skip 2 ; "
    "03-11…03-11 count 1" },
  { "halted-and-started-anew",
    { R, "2024-03-04 correction-asked", "2024-03-08 corrected", "2024-03-11 replied" },
    "2024-03-11",
    "03-01…03-01 skip 1 ; 03-02…03-03 skip 2 ; 03-04…03-04 count 1 ; 03-05…03-07 halt 3 ; "
    "03-08…03-08 restart 1 ; 03-09…03-10 skip 2 ; 03-11…03-11 count 1" },
  { "a-halt-of-one-day",
    { R, "2024-03-01 correction-asked", "2024-03-03 corrected", "2024-03-04 replied" },
    "2024-03-11",
    "03-01…03-01 skip 1 ; 03-02…03-02 halt 1 ; 03-03…03-03 restart 1 ; 03-04…03-04 count 1" },
  /* a payment after the conclusion starts nothing */
  { "paid-between-conclusion-and-reopening",
    { R, "2024-03-01 fee-noticed", "2024-03-04 withdrawn", "2024-03-20 fee-paid",
      "2024-04-01 reopened", "2024-04-02 replied" },
    "2024-04-02",
    "03-01…03-01 skip 1 ; 03-02…03-04 halt 3 ; 04-01…04-01 restart 1 ; 04-02…04-02 count 1" },
  { "two-halts",
    { R, "2024-03-01 correction-asked", "2024-03-04 fee-noticed", "2024-03-08 fee-paid",
      "2024-03-08 replied" },
    "2024-03-11",
    "03-01…03-01 skip 1 ; 03-02…03-04 halt 3 ; 03-05…03-07 halt 3 ; 03-08…03-08 restart 1" },
  { "confirmation", { "2024-03-01 arrived", "2024-03-04 received {\"confirmed_by\":\"电话\"}",
      "2024-03-05 withdrawn" },
    "2024-03-11", "03-01…03-03 halt 3 ; 03-04…03-04 skip 1 ; 03-05…03-05 count 1" },
  { "awaiting-confirmation", { "2024-03-01 arrived" }, "2024-03-04", "03-01…03-04 halt 4" },
  { "awaiting-a-fee", { R, "2024-03-01 fee-noticed" }, "2024-03-04",
    "03-01…03-01 skip 1 ; 03-02…03-04 halt 3" },
  { "concluded-out-of-a-halt", { R, "2024-03-01 fee-noticed", "2024-03-04 withdrawn" }, "2024-03-20",
    "03-01…03-01 skip 1 ; 03-02…03-04 halt 3" },
  /* nothing counts between the reply and the reopening */
  { "reopened-until",
    { R, "2024-03-04 replied", "2024-04-01 reopened {\"reason\":\"x\",\"until\":\"2024-04-03\"}" },
    "2024-04-02",
    "03-01…03-01 skip 1 ; 03-02…03-03 skip 2 ; 03-04…03-04 count 1 ; 04-01…04-01 restart 1 ; "
    "04-01…04-03 extend 0 until ; 04-02…04-02 count 1 ; 04-03…04-03 count 1 ahead" },
  { "reopened-out-of-a-halt",
    { R, "2024-03-01 fee-noticed", "2024-03-04 withdrawn",
      "2024-04-01 reopened {\"reason\":\"x\",\"until\":\"2024-04-01\"}" },
    "2024-04-01",
    "03-01…03-01 skip 1 ; 03-02…03-04 halt 3 ; 04-01…04-01 restart 1 ; 04-01…04-01 extend 0 until" },
  /* due 03-04 by the delay: what follows is over the due day */
  { "over-the-due-day",
    { R, "2024-03-01 " DELAY ("2024-03-04") }, "2024-03-06",
    "03-01…03-01 skip 1 ; 03-01…03-04 extend 0 delay ; 03-02…03-03 skip 2 ; 03-04…03-04 count 1 ; "
    "03-05…03-06 count 2 over" },
  { "extensions-without-effect",
    { R, "2024-03-01 " DELAY ("2024-03-04"), "2024-03-05 " EXTEND (3), "2024-03-05 " EXTEND (4),
      "2024-03-05 replied" },
    "2024-03-06",
    "03-01…03-01 skip 1 ; 03-01…03-04 extend 0 delay ; 03-02…03-03 skip 2 ; 03-04…03-04 count 1 ; "
    "03-05…03-05 count 1 over ; 03-05…03-05 extend 0 late ; 03-05…03-05 extend 0 second" },
  { "older-law", { "2019-05-14 received" }, "2019-06-03", "" },
};

static const char *
get_act (YsWhy why)
{
  switch (why)
    {
    case YS_WHY_EXTENSION:
      return " granted";
    case YS_WHY_EXTENSION_LATE:
      return " late";
    case YS_WHY_EXTENSION_SECOND:
      return " second";
    case YS_WHY_DELAY:
      return " delay";
    case YS_WHY_REOPENED_UNTIL:
      return " until";
    default:
      return "";
    }
}

static const char *
get_article (YsWhy why)
{
  switch (why)
    {
    case YS_WHY_RECEIVED:
    case YS_WHY_AWAITS_CONFIRMATION:
      return "条例第三十一条";
    case YS_WHY_CORRECTED:
    case YS_WHY_AWAITS_CORRECTION:
      return "条例第三十条";
    case YS_WHY_FEE_PAID:
    case YS_WHY_AWAITS_FEE:
      return "国办函〔2020〕109号";
    case YS_WHY_CONSULTATION:
      return "条例第三十三条第三款";
    case YS_WHY_DELAY:
      return "条例第三十五条";
    case YS_WHY_HOLIDAY:
    case YS_WHY_MAKE_UP_DAY:
      return "国务院办公厅放假通知";
    case YS_WHY_REOPENED:
    case YS_WHY_REOPENED_UNTIL:
      return "复议决定、裁判";
    default:
      return "条例第三十三条第二款";
    }
}

static void
test_sheet (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autoptr (YsHistory) history = case_maker_read ("2024-0001", sheets[row].lines);
  g_autoptr (YsClock) clock = read_clock (history, calendar, sheets[row].on);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < clock->steps->len; i++)
    {
      const YsStep *step = g_ptr_array_index (clock->steps, i);
      char from[YS_DAY_TEXT], to[YS_DAY_TEXT];

      g_assert_cmpstr (step->article, ==, get_article (step->why));
      g_string_append_printf (got, "%s%s…%s %s %d%s%s%s%s%s", i > 0 ? " ; " : "",
                              ys_day_format (step->from, from) + 5,
                              ys_day_format (step->to, to) + 5, ys_effect_get_id (step->effect),
                              step->days, get_act (step->why), step->name != NULL ? " " : "",
                              step->name != NULL ? step->name : "", step->ahead ? " ahead" : "",
                              step->over ? " over" : "");
    }
  g_assert_cmpstr (got->str, ==, sheets[row].want);
}

/* The last run's steps of days: no gap, no overlap, nothing across the day, sums that agree. */
static void
check_last_run (const YsClock *clock, YsDay on)
{
  YsDay last = clock->start;
  YsDay until = clock->concluded_on != YS_DAY_NONE ? clock->concluded_on : on;
  int counted = 0, to_due = 0, suspended = 0, skipped = 0;
  gboolean begun = FALSE, delayed = FALSE;

  for (guint i = 0; i < clock->steps->len; i++)
    {
      const YsStep *step = g_ptr_array_index (clock->steps, i);

      begun |= step->from == clock->start
               && (step->effect == YS_EFFECT_RESTART || step->why == YS_WHY_RECEIVED);
      if (!begun || step->effect == YS_EFFECT_RESTART || step->why == YS_WHY_RECEIVED)
        {
          counted = to_due = suspended = 0;
          last = step->to;
          continue;
        }
      if (step->effect == YS_EFFECT_EXTEND)
        {
          delayed |= step->why == YS_WHY_DELAY || step->why == YS_WHY_REOPENED_UNTIL;
          continue;
        }
      g_assert_cmpint (step->from, ==, last + 1);
      g_assert_cmpint (step->days, ==, step->to - step->from + 1);
      g_assert_false (step->from <= until && step->to > until);
      g_assert_false (step->from <= clock->due && step->to > clock->due);
      g_assert_cmpint (step->ahead, ==, step->from > until);
      g_assert_cmpint (step->over, ==, step->from > clock->due);
      last = step->to;
      if (step->effect == YS_EFFECT_COUNT)
        {
          counted += step->ahead ? 0 : step->days;
          to_due += step->over ? 0 : step->days;
        }
      else if (step->effect == YS_EFFECT_SUSPEND)
        suspended += step->ahead ? 0 : step->days;
      else
        skipped += step->effect == YS_EFFECT_SKIP;
    }

  g_assert_true (begun);
  g_assert_cmpint (counted, ==, clock->counted);
  g_assert_cmpint (suspended, ==, clock->suspended);
  if (clock->concluded_on == YS_DAY_NONE)
    g_assert_cmpint (last, ==, MAX (until, MAX (clock->due, clock->start)));
  if (!delayed && clock->concluded_on == YS_DAY_NONE)
    g_assert_cmpint (to_due, ==, clock->budget);
}

static void
test_sheets_by_dice (void)
{
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autoptr (GRand) dice = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  guint n = 0;

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (YsHistory) history = case_maker_throw (dice, calendar, "2024-0001");

      for (int k = 0; k < 6; k++)
        {
          gint64 seq = g_rand_int_range (dice, 1, (gint32) ys_history_get_length (history) + 1);
          YsDay on = ys_history_get (history, seq)->on + g_rand_int_range (dice, 0, 30);
          g_autoptr (YsFolded) folded = ys_history_fold (history, on);
          g_autoptr (YsClock) clock = ys_clock_read (folded, calendar, TRUE);
          g_autoptr (YsClock) bare = ys_clock_read (folded, calendar, FALSE);

          if (clock == NULL)
            continue;
          g_assert_cmpuint (bare->steps->len, ==, 0);
          if (clock->start == YS_DAY_NONE)
            continue;
          check_last_run (clock, on);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 300);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autofree char *name = g_strconcat ("/rules/clock/limits/", limits[i].name, NULL);
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_limits);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *name = g_strconcat ("/rules/clock/sheet/", sheets[i].name, NULL);
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_sheet);
    }
  g_test_add_func ("/rules/clock/sheet/by-dice", test_sheets_by_dice);
  return g_test_run ();
}
