/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The clock in lives worked out by hand. Most begin on Friday 2024-03-01; its working days:
 *
 *    1 03-04   2 03-05   3 03-06   4 03-07   5 03-08   6 03-11   7 03-12   8 03-13   9 03-14
 *   10 03-15  11 03-18  12 03-19  13 03-20  14 03-21  15 03-22  16 03-25  17 03-26  18 03-27
 *   19 03-28  20 03-29  21 04-01  22 04-02  23 04-03  (清明节 04-04…06)  24 04-07 (Sunday, works)
 *   25 04-08  26 04-09  27 04-10  28 04-11  29 04-12  30 04-15  31 04-16  32 04-17  33 04-18
 *   34 04-19  35 04-22  36 04-23  37 04-24  38 04-25  39 04-26  40 04-28 (Sunday, works)
 *   41 04-29  42 04-30  (劳动节 05-01…05)  43 05-06  44 05-07  45 05-08  46 05-09  47 05-10
 *   48 05-11 (Saturday, works)  49 05-13 … 53 05-17  54 05-20 … 57 05-23
 *
 * "n" in the comments is a number of this list. Limits and steps: test-clock-sheet.c. */
#include "case-maker.h"

#define MAX_LINES 10
#define R "2024-03-01 received"
#define ASK(ref) "consultation-sent {\"ref\":\"" ref "\",\"with\":\"third-party\",\"name\":\"甲\"}"
#define ANSWER(ref) "consultation-answered {\"ref\":\"" ref "\",\"opinion\":\"agree\"}"
#define EXTEND(days) "extension-granted {\"days\":" #days ",\"reason\":\"复杂\",\"approver\":\"h\"}"
#define DELAY(until) "delay-set {\"until\":\"" until "\",\"reason\":\"量大\"}"
#define AMEND(of, field, from, to) \
  "amended {\"of\":" #of ",\"field\":\"" field "\",\"from\":" from ",\"to\":" to ",\"reason\":\"误\"}"
#define CONFIRMED "received {\"confirmed_by\":\"电话\"}"

typedef struct
{
  const char *on;
  /* state start due budget counted suspended remaining on_time [contested day] [provisional] [set] */
  const char *want;
} Reading;

static const struct
{
  const char *name;
  const char *lines[MAX_LINES];
  Reading readings[7];
} lives[] = {
  { "plain",
    { R },
    { { "2024-02-29", "unknown" },
      { "2024-03-01", "running 2024-03-01 2024-03-29 20 0 0 20 -" },
      { "2024-03-03", "running 2024-03-01 2024-03-29 20 0 0 20 -" },
      { "2024-03-29", "running 2024-03-01 2024-03-29 20 20 0 0 -" },
      { "2024-03-31", "running 2024-03-01 2024-03-29 20 20 0 0 -" },
      { "2024-04-02", "running 2024-03-01 2024-03-29 20 22 0 -2 -" } } },
  { "only-a-note", { "2024-03-01 noted" }, { { "2024-03-02", "unknown" } } },
  { "on-time-and-late",
    { R, "2024-03-29 replied" },
    { { "2024-03-28", "running 2024-03-01 2024-03-29 20 19 0 1 -" },
      { "2024-06-01", "concluded 2024-03-01 2024-03-29 20 20 0 null true" } } },
  { "late-on-a-rest-day",
    { R, "2024-03-30 replied" },
    { { "2024-03-30", "concluded 2024-03-01 2024-03-29 20 20 0 null false" } } },
  { "withdrawn-is-neither",
    { R, "2024-04-02 withdrawn" },
    { { "2024-04-02", "concluded 2024-03-01 2024-03-29 20 22 0 null -" } } },

  /* a suspends 03-05…03-08, b 03-07…03-13: together 03-05…03-13, seven working days. 20+7 = 27. */
  { "overlapping-consultations",
    { R, "2024-03-04 " ASK ("a"), "2024-03-06 " ASK ("b"), "2024-03-08 " ANSWER ("a"),
      "2024-03-13 " ANSWER ("b") },
    { { "2024-03-04", "suspended 2024-03-01 2024-03-29 20 1 0 19 -" },
      { "2024-03-05", "suspended 2024-03-01 2024-04-01 20 1 1 19 -" },
      /* six days so far: 26 */
      { "2024-03-12", "suspended 2024-03-01 2024-04-09 20 1 6 19 -" },
      { "2024-03-13", "running 2024-03-01 2024-04-10 20 1 7 19 -" },
      { "2024-04-10", "running 2024-03-01 2024-04-10 20 20 7 0 -" } } },
  { "sent-and-answered-on-one-day",
    { R, "2024-03-04 " ASK ("a"), "2024-03-04 " ANSWER ("a") },
    { { "2024-03-04", "running 2024-03-01 2024-03-29 20 1 0 19 -" } } },
  { "one-answer-to-two-letters-of-a-ref",
    { R, "2024-03-04 " ASK ("a"), "2024-03-06 " ASK ("a"), "2024-03-08 " ANSWER ("a") },
    { { "2024-03-08", "running 2024-03-01 2024-04-07 20 1 4 19 -" },
      { "2024-03-12", "running 2024-03-01 2024-04-07 20 3 4 17 -" } } },
  { "a-ref-asked-again",
    { R, "2024-03-04 " ASK ("a"), "2024-03-05 " ANSWER ("a"), "2024-03-11 " ASK ("a"),
      "2024-03-13 " ANSWER ("a") },
    /* suspended 03-05, 03-12, 03-13 */
    { { "2024-03-12", "suspended 2024-03-01 2024-04-02 20 5 2 15 -" },
      { "2024-03-14", "running 2024-03-01 2024-04-03 20 6 3 14 -" } } },
  /* Delivered 03-06 (3): L = 18, 03-27. Suspended 2…18: 17 days, so due is 37. */
  { "silent-third-party",
    { R, "2024-03-04 " ASK ("a"), "2024-03-06 delivered {\"of\":2}" },
    { { "2024-03-26", "suspended 2024-03-01 2024-04-23 20 1 16 19 -" },
      { "2024-03-27", "running 2024-03-01 2024-04-24 20 1 17 19 -" },
      { "2024-04-24", "running 2024-03-01 2024-04-24 20 20 17 0 -" } } },
  { "answer-after-the-limit",
    { R, "2024-03-04 " ASK ("a"), "2024-03-06 delivered {\"of\":2}", "2024-04-03 " ANSWER ("a") },
    { { "2024-04-24", "running 2024-03-01 2024-04-24 20 20 17 0 -" } } },
  { "first-delivery-counts",
    { R, "2024-03-04 " ASK ("a"), "2024-03-06 delivered {\"of\":2}", "2024-03-20 delivered {\"of\":2}" },
    { { "2024-03-27", "running 2024-03-01 2024-04-24 20 1 17 19 -" } } },
  /* Undelivered: L = 15 after 03-04 (1), 16: 03-25. Delivered 03-27 (18): L = 33, and the days
   * since are suspended after all. */
  { "delivery-recorded-later",
    { R, "2024-03-04 " ASK ("a"), "2024-03-27 delivered {\"of\":2}" },
    { { "2024-03-24", "suspended 2024-03-01 2024-04-19 20 1 14 19 -" },
      { "2024-03-25", "running 2024-03-01 2024-04-22 20 1 15 19 -" },
      { "2024-03-26", "running 2024-03-01 2024-04-22 20 2 15 18 -" },
      { "2024-03-27", "suspended 2024-03-01 2024-04-24 20 1 17 19 -" },
      /* 2…33: 32 days; 52 is 05-16 (46 05-09, 47 05-10, 48 05-11 works, 49 05-13) */
      { "2024-04-18", "running 2024-03-01 2024-05-16 20 1 32 19 -" } } },

  /* Corrected on 10: the run's 20th is 30; extended by 5: 35. */
  { "correction-then-extension",
    { R, "2024-03-05 correction-asked", "2024-03-15 corrected", "2024-04-12 " EXTEND (5) },
    { { "2024-03-10", "awaiting-correction null null 20 0 0 null -" },
      { "2024-03-15", "running 2024-03-15 2024-04-15 20 0 0 20 -" },
      { "2024-04-12", "running 2024-03-15 2024-04-22 25 19 0 6 -" } } },
  { "extension-of-the-old-run-is-over",
    { R, "2024-03-04 " EXTEND (20), "2024-03-05 correction-asked", "2024-03-15 corrected" },
    { { "2024-03-04", "running 2024-03-01 2024-04-28 40 1 0 39 -" },
      { "2024-03-15", "running 2024-03-15 2024-04-15 20 0 0 20 -" } } },
  { "extension-on-the-due-day",
    { R, "2024-03-29 " EXTEND (3) },
    { { "2024-03-29", "running 2024-03-01 2024-04-03 23 20 0 3 -" } } },
  { "late-extension",
    { R, "2024-03-30 " EXTEND (20) },
    { { "2024-03-30", "running 2024-03-01 2024-03-29 20 20 0 0 -" },
      { "2024-04-01", "running 2024-03-01 2024-03-29 20 21 0 -1 -" } } },
  { "second-extension",
    { R, "2024-03-20 " EXTEND (5), "2024-03-21 " EXTEND (20) },
    { { "2024-03-21", "running 2024-03-01 2024-04-08 25 14 0 11 -" } } },
  /* The first was late, so the second is no first one; it would be in time by the delay. */
  { "a-second-extension-after-a-late-one",
    { R, "2024-04-01 " EXTEND (5), "2024-04-02 " DELAY ("2024-04-15"), "2024-04-02 " EXTEND (7) },
    { { "2024-04-02", "running 2024-03-01 2024-04-15 20 22 0 8 - set" } } },
  /* The open letter of 03-28 moves the due day on each day. */
  { "extension-while-suspended",
    { R, "2024-03-28 " ASK ("a"), "2024-04-01 " EXTEND (2), "2024-04-02 " ANSWER ("a") },
    /* 04-01: suspended 20, 21: due without it 22; with it 24. On 04-02: suspended 20…22: 25. */
    { { "2024-03-31", "suspended 2024-03-01 2024-04-01 20 19 1 1 -" },
      { "2024-04-01", "suspended 2024-03-01 2024-04-07 22 19 2 3 -" },
      { "2024-04-02", "running 2024-03-01 2024-04-08 22 19 3 3 -" } } },
  /* One suspended day: due without it is 21, 04-01. */
  { "extension-judged-by-its-own-day",
    { R, "2024-03-04 " ASK ("a"), "2024-03-05 " ANSWER ("a"), "2024-04-01 " EXTEND (4) },
    { { "2024-04-01", "running 2024-03-01 2024-04-08 24 20 1 4 -" } } },
  /* The delivery of the day itself is known: L = 51, suspended 2…36, due without it 55 (05-21). */
  { "extension-in-time-by-a-delivery-of-its-day",
    { R, "2024-03-04 " ASK ("a"), "2024-04-23 " EXTEND (2), "2024-04-23 delivered {\"of\":2}" },
    { { "2024-04-23", "suspended 2024-03-01 2024-05-23 22 1 35 21 -" } } },
  /* That of the next day was not: L = 16, due 35, and the extension of 36 is late. */
  { "extension-late-before-a-delivery",
    { R, "2024-03-04 " ASK ("a"), "2024-04-23 " EXTEND (2), "2024-04-24 delivered {\"of\":2}" },
    { { "2024-04-23", "running 2024-03-01 2024-04-22 20 21 15 -1 -" },
      { "2024-04-24", "suspended 2024-03-01 2024-05-22 20 1 36 19 -" } } },
  { "extension-struck",
    { R, "2024-03-20 " EXTEND (5), "2024-03-22 struck {\"of\":2,\"reason\":\"误\"}" },
    { { "2024-03-21", "running 2024-03-01 2024-04-08 25 14 0 11 -" },
      { "2024-03-22", "running 2024-03-01 2024-03-29 20 15 0 5 -" } } },
  { "extension-struck-then-another",
    { R, "2024-03-20 " EXTEND (5), "2024-03-22 struck {\"of\":2,\"reason\":\"误\"}",
      "2024-03-25 " EXTEND (1) },
    { { "2024-03-25", "running 2024-03-01 2024-04-01 21 16 0 5 -" } } },
  { "extension-amended-in-days",
    { R, "2024-03-20 " EXTEND (5), "2024-03-22 " AMEND (2, "days", "5", "3") },
    { { "2024-03-22", "running 2024-03-01 2024-04-03 23 15 0 8 -" } } },

  /* Paid on Saturday 03-16: 11 is the first, 30 the twentieth. */
  { "fee-starts-anew",
    { R, "2024-03-05 fee-noticed", "2024-03-16 fee-paid" },
    { { "2024-03-04", "running 2024-03-01 2024-03-29 20 1 0 19 -" },
      { "2024-03-05", "awaiting-fee null null 20 0 0 null -" },
      { "2024-03-16", "running 2024-03-16 2024-04-15 20 0 0 20 -" } } },
  { "fee-before-the-rule-works-alike",
    { "2020-11-02 received", "2020-11-03 fee-noticed", "2020-11-06 fee-paid" },
    /* from Friday 11-06: 09…13 5, 16…20 10, 23…27 15, 30…12-04 20 */
    { { "2020-11-06", "running 2020-11-06 2020-12-04 20 0 0 20 -" } } },
  { "fee-while-a-correction-is-awaited",
    { R, "2024-03-05 correction-asked", "2024-03-06 fee-noticed", "2024-03-08 fee-paid" },
    { { "2024-03-06", "awaiting-fee null null 20 0 0 null -" },
      { "2024-03-08", "running 2024-03-08 2024-04-08 20 0 0 20 -" } } },
  { "consultation-while-halted",
    { R, "2024-03-05 fee-noticed", "2024-03-06 " ASK ("a"), "2024-03-06 " EXTEND (9),
      "2024-03-11 fee-paid" },
    { { "2024-03-06", "awaiting-fee null null 20 0 0 null -" },
      { "2024-03-12", "running 2024-03-11 2024-04-09 20 1 0 19 -" } } },
  { "answer-to-an-old-run",
    { R, "2024-03-04 " ASK ("a"), "2024-03-05 correction-asked", "2024-03-08 corrected",
      "2024-03-11 " ANSWER ("a") },
    { { "2024-03-08", "running 2024-03-08 2024-04-08 20 0 0 20 -" },
      { "2024-03-12", "running 2024-03-08 2024-04-08 20 2 0 18 -" } } },
  { "halted-on-the-day-of-receipt",
    { R, "2024-03-01 correction-asked", "2024-03-01 corrected" },
    { { "2024-03-01", "running 2024-03-01 2024-03-29 20 0 0 20 -" } } },

  /* 10-08 1 … 10-12 (Saturday, works) 5 … 11-01 20 */
  { "receipt-on-a-rest-day",
    { "2024-10-03 received" },
    { { "2024-10-03", "running 2024-10-03 2024-11-01 20 0 0 20 -" },
      { "2024-10-07", "running 2024-10-03 2024-11-01 20 0 0 20 -" },
      { "2024-10-12", "running 2024-10-03 2024-11-01 20 5 0 15 -" } } },
  /* Sunday 09-29 works but is the start; 09-30 1, 10-08 2 … 10-31 20 */
  { "receipt-on-a-make-up-day",
    { "2024-09-29 received" },
    { { "2024-09-29", "running 2024-09-29 2024-10-31 20 0 0 20 -" } } },
  { "the-court's-example",
    { "2022-09-30 received" },
    { { "2022-11-02", "running 2022-09-30 2022-11-02 20 20 0 0 -" } } },
  /* 12-11 1, 12-18 6, 12-25 11, 12-31 15; 2027 has no notice: 01-01 16, 01-07 20 */
  { "into-a-year-without-a-notice",
    { "2026-12-10 received", "2026-12-14 replied" },
    { { "2026-12-10", "running 2026-12-10 2027-01-07 20 0 0 20 - provisional" },
      { "2026-12-14", "concluded 2026-12-10 2027-01-07 20 2 0 null true provisional" } } },
  { "due-on-28-december", { "2026-11-30 received" },
    { { "2026-11-30", "running 2026-11-30 2026-12-28 20 0 0 20 -" } } },
  { "due-on-29-december", { "2026-12-01 received" },
    { { "2026-12-01", "running 2026-12-01 2026-12-29 20 0 0 20 - provisional" } } },
  { "late-december-with-the-next-notice", { "2024-12-02 received" },
    { { "2024-12-02", "running 2024-12-02 2024-12-30 20 0 0 20 -" } } },
  { "no-due-day-is-not-provisional",
    { "2026-12-10 received", "2026-12-11 fee-noticed" },
    { { "2026-12-11", "awaiting-fee null null 20 0 0 null -" } } },

  /* 04-06 is a rest day: it stays. Working days in (03-20, 04-06]: 14…23. */
  { "delay-to-a-rest-day",
    { R, "2024-03-15 " DELAY ("2024-04-06"), "2024-04-06 replied" },
    { { "2024-03-14", "running 2024-03-01 2024-03-29 20 9 0 11 -" },
      { "2024-03-20", "running 2024-03-01 2024-04-06 20 13 0 10 - set" },
      { "2024-04-06", "concluded 2024-03-01 2024-04-06 20 23 0 null true set" } } },
  { "late-against-a-delay",
    { R, "2024-03-15 " DELAY ("2024-04-06"), "2024-04-07 replied" },
    { { "2024-04-07", "concluded 2024-03-01 2024-04-06 20 24 0 null false set" } } },
  { "the-latest-delay-wins",
    { R, "2024-03-15 " DELAY ("2024-05-06"), "2024-03-18 " DELAY ("2024-04-08") },
    { { "2024-03-15", "running 2024-03-01 2024-05-06 20 10 0 33 - set" },
      { "2024-03-18", "running 2024-03-01 2024-04-08 20 11 0 14 - set" } } },
  { "extension-beside-a-delay-changes-the-budget-only",
    { R, "2024-03-15 " DELAY ("2024-04-06"), "2024-03-18 " EXTEND (10) },
    { { "2024-03-18", "running 2024-03-01 2024-04-06 30 11 0 12 - set" } } },
  { "delay-after-an-extension",
    { R, "2024-03-15 " EXTEND (10), "2024-03-18 " DELAY ("2024-04-06") },
    { { "2024-03-18", "running 2024-03-01 2024-04-06 30 11 0 12 - set" } } },
  /* Late by the twenty days, but in time by what else stands on that day, entered after it. */
  { "extension-in-time-by-a-delay-of-its-day",
    { R, "2024-04-01 " EXTEND (5), "2024-04-01 " DELAY ("2024-04-15") },
    { { "2024-04-01", "running 2024-03-01 2024-04-15 25 21 0 9 - set" } } },
  /* Late by the twenty days, but in time by an earlier delay. */
  { "extension-in-time-by-a-delay",
    { R, "2024-03-28 " DELAY ("2024-04-10"), "2024-04-09 " EXTEND (2) },
    { { "2024-04-09", "running 2024-03-01 2024-04-10 22 26 0 1 - set" } } },
  { "delay-of-the-old-run-is-over",
    { R, "2024-03-04 " DELAY ("2024-06-28"), "2024-03-05 fee-noticed", "2024-03-08 fee-paid" },
    { { "2024-03-08", "running 2024-03-08 2024-04-08 20 0 0 20 -" } } },
  { "delay-while-halted",
    { R, "2024-03-05 fee-noticed", "2024-03-06 " DELAY ("2024-06-28"), "2024-03-08 fee-paid" },
    { { "2024-03-08", "running 2024-03-08 2024-04-08 20 0 0 20 -" } } },

  /* Reopened on 25: the 20th after it is 45. */
  { "reopened",
    { R, "2024-03-12 replied", "2024-04-08 reopened", "2024-05-09 replied" },
    { { "2024-04-07", "concluded 2024-03-01 2024-03-29 20 7 0 null true" },
      { "2024-04-08", "running 2024-04-08 2024-05-08 20 0 0 20 -" },
      { "2024-05-09", "concluded 2024-04-08 2024-05-08 20 21 0 null false" } } },
  /* until Saturday 04-20: working days (04-08, 04-20] are 26…34 */
  { "reopened-until",
    { R, "2024-03-12 replied", "2024-04-08 reopened {\"reason\":\"x\",\"until\":\"2024-04-20\"}",
      "2024-04-20 replied" },
    { { "2024-04-08", "running 2024-04-08 2024-04-20 20 0 0 9 - set" },
      { "2024-04-20", "concluded 2024-04-08 2024-04-20 20 9 0 null true set" } } },
  { "reopened-until-then-delayed",
    { R, "2024-03-12 replied", "2024-04-08 reopened {\"reason\":\"x\",\"until\":\"2024-04-20\"}",
      "2024-04-10 " DELAY ("2024-04-28") },
    { { "2024-04-10", "running 2024-04-08 2024-04-28 20 2 0 13 - set" } } },
  { "reopened-leaves-the-old-run",
    { R, "2024-03-04 " EXTEND (5), "2024-03-05 " ASK ("a"), "2024-03-12 replied",
      "2024-03-13 " ANSWER ("a"), "2024-04-08 reopened" },
    { { "2024-04-08", "running 2024-04-08 2024-05-08 20 0 0 20 -" } } },
  { "reopened-without-a-receipt",
    { "2024-03-01 arrived", "2024-03-04 withdrawn", "2024-04-08 reopened" },
    { { "2024-04-08", "running 2024-04-08 2024-05-08 20 0 0 20 -" } } },

  { "receipt-amended",
    { "2024-03-05 received", "2024-03-11 " AMEND (1, "on", "\"2024-03-05\"", "\"2024-03-01\"") },
    { { "2024-03-08", "running 2024-03-05 2024-04-02 20 3 0 17 -" },
      { "2024-03-11", "running 2024-03-01 2024-03-29 20 6 0 14 -" } } },
  { "receipt-amended-after-the-reply",
    { "2024-03-05 received", "2024-04-02 replied",
      "2024-04-12 " AMEND (1, "on", "\"2024-03-05\"", "\"2024-03-01\"") },
    { { "2024-04-11", "concluded 2024-03-05 2024-04-02 20 20 0 null true" },
      { "2024-04-12", "concluded 2024-03-01 2024-03-29 20 22 0 null false" } } },
  { "reply-struck",
    { R, "2024-03-12 replied", "2024-03-14 struck {\"of\":2,\"reason\":\"误\"}" },
    { { "2024-03-13", "concluded 2024-03-01 2024-03-29 20 7 0 null true" },
      { "2024-03-14", "running 2024-03-01 2024-03-29 20 9 0 11 -" } } },
  { "an-act-that-is-struck-never-was",
    { R, "2024-03-05 correction-asked", "2024-03-06 struck {\"of\":2,\"reason\":\"误\"}" },
    { { "2024-03-05", "awaiting-correction null null 20 0 0 null -" },
      { "2024-03-06", "running 2024-03-01 2024-03-29 20 3 0 17 -" } } },
  { "an-answer-amended-to-a-later-day",
    { R, "2024-03-04 " ASK ("a"), "2024-03-06 " ANSWER ("a"),
      "2024-03-07 " AMEND (3, "on", "\"2024-03-06\"", "\"2024-03-08\"") },
    { { "2024-03-06", "running 2024-03-01 2024-04-02 20 1 2 19 -" },
      /* known to lie ahead, so it is not known: suspended again */
      { "2024-03-07", "suspended 2024-03-01 2024-04-03 20 1 3 19 -" },
      { "2024-03-08", "running 2024-03-01 2024-04-07 20 1 4 19 -" } } },

  { "older-law",
    { "2019-05-14 received", "2019-05-20 " ASK ("a"), "2019-05-22 correction-asked",
      "2019-06-20 corrected", "2019-09-02 replied" },
    { { "2019-05-14", "running null null 20 0 0 null - older-law" },
      { "2019-05-20", "suspended null null 20 0 0 null - older-law" },
      { "2019-05-22", "awaiting-correction null null 20 0 0 null - older-law" },
      { "2019-06-20", "running null null 20 0 0 null - older-law" },
      { "2019-09-02", "concluded null null 20 0 0 null - older-law" } } },
  { "first-day-of-the-law",
    { "2019-05-15 received" }, { { "2019-05-15", "running 2019-05-15 2019-06-13 20 0 0 20 -" } } },
  { "arrived-before-the-law",
    { "2019-05-14 arrived", "2019-05-15 " CONFIRMED },
    { { "2019-05-14", "awaiting-confirmation null null 20 0 0 null -" },
      { "2019-05-15", "running 2019-05-15 2019-06-13 20 0 0 20 -" } } },

  { "confirmation",
    { "2024-02-28 arrived", "2024-03-01 " CONFIRMED },
    { { "2024-02-29", "awaiting-confirmation null null 20 0 0 null -" },
      { "2024-03-01", "running 2024-03-01 2024-03-29 20 0 0 20 -" } } },

  { "concluded-out-of-a-fee",
    { R, "2024-03-05 fee-noticed", "2024-03-20 replied" },
    { { "2024-04-20", "concluded null null 20 0 0 null -" } } },
  { "concluded-out-of-a-correction",
    { R, "2024-03-04 " EXTEND (9), "2024-03-05 correction-asked", "2024-04-20 closed" },
    { { "2024-04-20", "concluded null null 20 0 0 null -" } } },
  { "concluded-out-of-a-confirmation",
    { "2024-03-01 arrived", "2024-03-20 withdrawn" },
    { { "2024-04-20", "concluded null null 20 0 0 null -" } } },
  { "paid-after-the-conclusion",
    { R, "2024-03-05 fee-noticed", "2024-03-20 replied", "2024-03-25 fee-paid" },
    { { "2024-04-20", "concluded null null 20 0 0 null -" } } },
  /* Open on the day of the reply: suspended 2…7, so due was 26; what comes after changes nothing. */
  { "replied-while-suspended",
    { R, "2024-03-04 " ASK ("a"), "2024-03-12 replied", "2024-03-12 delivered {\"of\":2}",
      "2024-03-20 " ANSWER ("a") },
    { { "2024-03-12", "concluded 2024-03-01 2024-04-09 20 1 6 null true" },
      { "2024-06-03", "concluded 2024-03-01 2024-04-09 20 1 6 null true" } } },

  /* Undelivered on the day of the reply, so L was 16 and due 35; what was delivered after it does
   * not count, on the same day or later. */
  { "delivered-after-the-reply",
    { R, "2024-03-04 " ASK ("a"), "2024-03-27 replied", "2024-03-27 delivered {\"of\":2}",
      "2024-04-01 delivered {\"of\":2}" },
    { { "2024-06-03", "concluded 2024-03-01 2024-04-22 20 3 15 null true" } } },
  { "delivered-on-the-day-before-the-reply",
    { R, "2024-03-04 " ASK ("a"), "2024-03-27 delivered {\"of\":2}", "2024-03-27 replied" },
    { { "2024-06-03", "concluded 2024-03-01 2024-04-24 20 1 17 null true" } } },
  { "receipt-lost-and-found",
    { R, "2024-03-04 correction-asked", "2024-03-05 corrected",
      "2024-03-06 " AMEND (1, "on", "\"2024-03-01\"", "\"2024-03-20\""),
      "2024-03-12 " AMEND (1, "on", "\"2024-03-20\"", "\"2024-03-01\"") },
    { { "2024-03-05", "running 2024-03-05 2024-04-02 20 0 0 20 -" },
      { "2024-03-07", "unknown" },
      { "2024-03-12", "running 2024-03-05 2024-04-02 20 5 0 15 -" } } },

  /* Asked on 8; corrected on 13, due 33; had it not been asked, 20. */
  { "late-correction",
    { R, "2024-03-13 correction-asked", "2024-03-20 corrected", "2024-04-19 replied" },
    { { "2024-03-12", "running 2024-03-01 2024-03-29 20 7 0 13 -" },
      { "2024-03-13", "awaiting-correction null null 20 0 0 null - contested 2024-03-29" },
      { "2024-03-20", "running 2024-03-20 2024-04-18 20 0 0 20 - contested 2024-03-29" },
      { "2024-04-19", "concluded 2024-03-20 2024-04-18 20 21 0 null false contested 2024-03-29" } } },
  { "correction-on-the-7th-day-is-not-late",
    { R, "2024-03-12 correction-asked", "2024-03-20 corrected" },
    { { "2024-03-20", "running 2024-03-20 2024-04-18 20 0 0 20 -" } } },
  { "late-correction-of-an-extended-run",
    { R, "2024-03-11 " EXTEND (5), "2024-03-13 correction-asked", "2024-03-20 corrected" },
    { { "2024-03-20", "running 2024-03-20 2024-04-18 20 0 0 20 - contested 2024-04-08" } } },
  /* The new run's extension would have come after 03-29: late there. */
  { "late-correction-and-a-later-extension",
    { R, "2024-03-13 correction-asked", "2024-03-20 corrected", "2024-04-10 " EXTEND (10) },
    { { "2024-04-10", "running 2024-03-20 2024-05-06 30 14 0 16 - contested 2024-03-29" } } },
  /* Suspended 10…12: 9+20+3 is 32; had it not been asked, 20+3. */
  { "late-correction-and-a-later-consultation",
    { R, "2024-03-13 correction-asked", "2024-03-14 corrected", "2024-03-14 " ASK ("a"),
      "2024-03-19 " ANSWER ("a") },
    { { "2024-03-19", "running 2024-03-14 2024-04-17 20 0 3 20 - contested 2024-04-03" } } },
  { "late-correction-then-a-fee",
    { R, "2024-03-13 correction-asked", "2024-03-20 corrected", "2024-03-21 fee-noticed",
      "2024-03-25 fee-paid" },
    { { "2024-03-21", "awaiting-fee null null 20 0 0 null -" },
      { "2024-03-25", "running 2024-03-25 2024-04-23 20 0 0 20 -" } } },
  { "concluded-out-of-a-late-correction",
    { R, "2024-03-13 correction-asked", "2024-04-20 closed" },
    { { "2024-04-20", "concluded null null 20 0 0 null - contested 2024-03-29" } } },
};

static char *
print_day (YsDay day)
{
  char text[YS_DAY_TEXT];

  return day != YS_DAY_NONE ? g_strdup (ys_day_format (day, text)) : g_strdup ("null");
}

static char *
print_clock (const YsClock *clock)
{
  if (clock == NULL)
    return g_strdup ("unknown");

  g_autofree char *start = print_day (clock->start);
  g_autofree char *due = print_day (clock->due);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s %s %s %d %d %d ", ys_state_get_id (clock->state), start, due,
                          clock->budget, clock->counted, clock->suspended);
  if (clock->has_remaining)
    g_string_append_printf (out, "%d", clock->remaining);
  else
    g_string_append (out, "null");
  g_string_append (out, !clock->has_on_time ? " -" : clock->on_time ? " true" : " false");
  if (clock->contested_due != YS_DAY_NONE)
    {
      g_autofree char *contested = print_day (clock->contested_due);
      g_string_append_printf (out, " contested %s", contested);
    }
  g_string_append (out, clock->provisional ? " provisional" : "");
  g_string_append (out, clock->due_is_set ? " set" : "");
  g_string_append (out, clock->older_law ? " older-law" : "");
  return g_string_free (out, FALSE);
}

static void
test_life (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autoptr (YsHistory) history = case_maker_read ("2024-0001", lives[row].lines);
  g_autoptr (GPtrArray) problems
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_finding_free);

  ys_history_judge (history, calendar, ys_day_parse ("2027-01-01", -1), problems, NULL);
  g_assert_cmpuint (problems->len, ==, 0);

  for (const Reading *reading = lives[row].readings; reading->on != NULL; reading++)
    {
      YsDay on = ys_day_parse (reading->on, -1);
      g_autoptr (YsFolded) folded = ys_history_fold (history, on);
      g_autoptr (YsClock) clock = ys_clock_read (folded, calendar, FALSE);
      g_autofree char *got = print_clock (clock);

      g_test_message ("on %s", reading->on);
      g_assert_cmpstr (got, ==, reading->want);
      if (clock == NULL)
        continue;
      g_assert_cmpint (clock->on, ==, on);
      g_assert_cmpint (clock->concluded_on != YS_DAY_NONE, ==,
                       clock->state == YS_STATE_CONCLUDED);
    }
}

/* The day on which time alone moves the clock: while an opinion is awaited, the next one. */
static void
test_changes_on (void)
{
  static const char *const lines[] = { R, "2024-03-04 " ASK ("a"), "2024-03-06 delivered {\"of\":2}",
                                       "2024-04-03 correction-asked", NULL };
  static const struct
  {
    const char *on, *changes;
  } rows[] = {
    { "2024-03-01", "null" }, { "2024-03-04", "2024-03-05" }, { "2024-03-26", "2024-03-27" },
    { "2024-03-27", "null" }, { "2024-04-03", "null" },
  };
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autoptr (YsHistory) history = case_maker_read ("2024-0001", lines);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (YsFolded) folded = ys_history_fold (history, ys_day_parse (rows[i].on, -1));
      g_autoptr (YsClock) clock = ys_clock_read (folded, calendar, FALSE);
      g_autofree char *got = print_day (clock->changes_on);

      g_assert_cmpstr (got, ==, rows[i].changes);
    }
}

static void
test_ids (void)
{
  static const char *const ids[] = { "awaiting-confirmation", "running",      "suspended",
                                     "awaiting-correction",   "awaiting-fee", "concluded" };

  g_assert_cmpuint (G_N_ELEMENTS (ids), ==, YS_N_STATES);
  for (int i = 0; i < YS_N_STATES; i++)
    {
      g_assert_cmpstr (ys_state_get_id (i), ==, ids[i]);
      g_assert_cmpint (ys_state_from_id (ids[i]), ==, i);
    }
  g_assert_cmpint (ys_state_from_id ("asleep"), ==, -1);
  g_assert_cmpint (ys_state_from_id (NULL), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lives); i++)
    {
      g_autofree char *name = g_strconcat ("/rules/clock/", lives[i].name, NULL);
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_life);
    }
  g_test_add_func ("/rules/clock/changes-on", test_changes_on);
  g_test_add_func ("/rules/clock/ids", test_ids);
  return g_test_run ();
}
