/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shipped calendar against law.md §4, counting against a slow count, and notices that cannot be
 * read. */
#include "case-maker.h"

#include <string.h>

static YsDay
day (const char *text)
{
  YsDay parsed = ys_day_parse (text, -1);

  g_assert_cmpint (parsed, !=, YS_DAY_NONE);
  return parsed;
}

/* --- the shipped notices ---------------------------------------------------------------------- */

/* law.md §4: spans of rest (from, to) and days of work. */
static const char *const rests[][2] = {
  { "2018-12-30", "2019-01-01" }, { "2019-02-04", "2019-02-10" }, { "2019-04-05", "2019-04-05" },
  { "2019-05-01", "2019-05-04" }, { "2019-06-07", "2019-06-07" }, { "2019-09-13", "2019-09-13" },
  { "2019-10-01", "2019-10-07" }, { "2020-01-01", "2020-01-01" }, { "2020-01-24", "2020-02-02" },
  { "2020-04-04", "2020-04-06" }, { "2020-05-01", "2020-05-05" }, { "2020-06-25", "2020-06-27" },
  { "2020-10-01", "2020-10-08" }, { "2021-01-01", "2021-01-03" }, { "2021-02-11", "2021-02-17" },
  { "2021-04-03", "2021-04-05" }, { "2021-05-01", "2021-05-05" }, { "2021-06-12", "2021-06-14" },
  { "2021-09-19", "2021-09-21" }, { "2021-10-01", "2021-10-07" }, { "2022-01-01", "2022-01-03" },
  { "2022-01-31", "2022-02-06" }, { "2022-04-03", "2022-04-05" }, { "2022-04-30", "2022-05-04" },
  { "2022-06-03", "2022-06-05" }, { "2022-09-10", "2022-09-12" }, { "2022-10-01", "2022-10-07" },
  { "2022-12-31", "2023-01-02" }, { "2023-01-21", "2023-01-27" }, { "2023-04-05", "2023-04-05" },
  { "2023-04-29", "2023-05-03" }, { "2023-06-22", "2023-06-24" }, { "2023-09-29", "2023-10-06" },
  { "2024-01-01", "2024-01-01" }, { "2024-02-10", "2024-02-17" }, { "2024-04-04", "2024-04-06" },
  { "2024-05-01", "2024-05-05" }, { "2024-06-10", "2024-06-10" }, { "2024-09-15", "2024-09-17" },
  { "2024-10-01", "2024-10-07" }, { "2025-01-01", "2025-01-01" }, { "2025-01-28", "2025-02-04" },
  { "2025-04-04", "2025-04-06" }, { "2025-05-01", "2025-05-05" }, { "2025-05-31", "2025-06-02" },
  { "2025-10-01", "2025-10-08" }, { "2026-01-01", "2026-01-03" }, { "2026-02-15", "2026-02-23" },
  { "2026-04-04", "2026-04-06" }, { "2026-05-01", "2026-05-05" }, { "2026-06-19", "2026-06-21" },
  { "2026-10-01", "2026-10-07" }, { "2026-09-25", "2026-09-27" },
};
static const char *const works[] = {
  "2018-12-29", "2019-02-02", "2019-02-03", "2019-04-28", "2019-05-05", "2019-09-29", "2019-10-12",
  "2020-01-19", "2020-02-03", "2020-04-26", "2020-05-09", "2020-06-28", "2020-09-27", "2020-10-10",
  "2021-02-07", "2021-02-20", "2021-04-25", "2021-05-08", "2021-09-18", "2021-09-26", "2021-10-09",
  "2022-01-29", "2022-01-30", "2022-04-02", "2022-04-24", "2022-05-07", "2022-10-08", "2022-10-09",
  "2023-01-28", "2023-01-29", "2023-04-23", "2023-05-06", "2023-06-25", "2023-10-07", "2023-10-08",
  "2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29",
  "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11", "2026-01-04",
  "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
};

static void
test_every_listed_day (void)
{
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();

  for (YsDay d = day ("2018-12-29"); d <= day ("2026-12-31"); d++)
    {
      gboolean weekend = ys_day_weekday (d) >= 6;
      YsDayKind want = weekend ? YS_DAY_KIND_WEEKEND : YS_DAY_KIND_WORK;
      char text[YS_DAY_TEXT];

      for (guint i = 0; i < G_N_ELEMENTS (rests); i++)
        if (d >= day (rests[i][0]) && d <= day (rests[i][1]))
          want = YS_DAY_KIND_REST;
      for (guint i = 0; i < G_N_ELEMENTS (works); i++)
        if (d == day (works[i]))
          want = YS_DAY_KIND_MAKE_UP;

      if (ys_calendar_get_kind (calendar, d) != want)
        g_test_message ("%s", ys_day_format (d, text));
      g_assert_cmpint (ys_calendar_get_kind (calendar, d), ==, want);
      g_assert_cmpint (ys_calendar_is_working (calendar, d), ==,
                       want == YS_DAY_KIND_WORK || want == YS_DAY_KIND_MAKE_UP);
      g_assert_cmpint (ys_calendar_get_name (calendar, d) != NULL, ==,
                       want == YS_DAY_KIND_REST || want == YS_DAY_KIND_MAKE_UP);
    }
}

static void
test_traps (void)
{
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  int first = 0, last = 0;

  /* the extended spring festival of 2020, and its first working day, a Monday listed as work */
  g_assert_false (ys_calendar_is_working (calendar, day ("2020-02-01")));
  g_assert_false (ys_calendar_is_working (calendar, day ("2020-02-02")));
  g_assert_cmpint (ys_calendar_get_kind (calendar, day ("2020-02-03")), ==, YS_DAY_KIND_MAKE_UP);
  /* labour day of 2019, changed by a second notice */
  g_assert_false (ys_calendar_is_working (calendar, day ("2019-05-02")));
  g_assert_true (ys_calendar_is_working (calendar, day ("2019-04-28")));
  g_assert_true (ys_calendar_is_working (calendar, day ("2019-05-05")));
  /* new year's eve of 2024 was no day of rest; days of late December stand in the next notice */
  g_assert_true (ys_calendar_is_working (calendar, day ("2024-02-09")));
  g_assert_true (ys_calendar_is_working (calendar, day ("2018-12-29")));
  g_assert_false (ys_calendar_is_working (calendar, day ("2018-12-31")));
  g_assert_cmpstr (ys_calendar_get_name (calendar, day ("2024-10-12")), ==, "国庆节");
  g_assert_cmpstr (ys_calendar_get_name (calendar, day ("2024-02-10")), ==, "春节");

  ys_calendar_get_years (calendar, &first, &last);
  g_assert_cmpint (first, ==, 2018);
  g_assert_cmpint (last, ==, 2026);
  for (int year = 2016; year <= 2028; year++)
    g_assert_cmpint (ys_calendar_has_year (calendar, year), ==, year >= 2018 && year <= 2026);
}

static void
test_year_totals (void)
{
  static const int totals[] = { 250, 249, 250, 249, 249, 251, 248, 248 };
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();

  for (int i = 0; i < (int) G_N_ELEMENTS (totals); i++)
    g_assert_cmpint (ys_calendar_count (calendar, ys_day_from_ymd (2018 + i, 12, 31),
                                        ys_day_from_ymd (2019 + i, 12, 31)), ==, totals[i]);
}

static void
test_worked_deadlines (void)
{
  static const int after[] = { 7, 15, 20, 40 };
  static const struct
  {
    const char *from;
    const char *to[4];
  } rows[] = {
    { "2019-05-15", { "2019-05-24", "2019-06-05", "2019-06-13", "2019-07-11" } },
    { "2019-09-20", { "2019-09-30", "2019-10-16", "2019-10-23", "2019-11-20" } },
    { "2020-01-17", { "2020-02-04", "2020-02-14", "2020-02-21", "2020-03-20" } },
    { "2020-01-23", { "2020-02-11", "2020-02-21", "2020-02-28", "2020-03-27" } },
    { "2020-02-03", { "2020-02-12", "2020-02-24", "2020-03-02", "2020-03-30" } },
    { "2021-09-10", { "2021-09-22", "2021-10-08", "2021-10-14", "2021-11-11" } },
    { "2022-09-26", { "2022-10-10", "2022-10-20", "2022-10-27", "2022-11-24" } },
    { "2023-01-13", { "2023-01-29", "2023-02-08", "2023-02-15", "2023-03-15" } },
    { "2023-09-20", { "2023-10-07", "2023-10-17", "2023-10-24", "2023-11-21" } },
    { "2024-02-02", { "2024-02-18", "2024-02-28", "2024-03-06", "2024-04-03" } },
    { "2024-02-08", { "2024-02-23", "2024-03-06", "2024-03-13", "2024-04-11" } },
    { "2024-09-13", { "2024-09-25", "2024-10-11", "2024-10-17", "2024-11-14" } },
    { "2025-01-20", { "2025-02-05", "2025-02-14", "2025-02-21", "2025-03-21" } },
    { "2025-04-25", { "2025-05-08", "2025-05-20", "2025-05-27", "2025-06-25" } },
    { "2025-09-26", { "2025-10-13", "2025-10-23", "2025-10-30", "2025-11-27" } },
    { "2026-02-06", { "2026-02-24", "2026-03-05", "2026-03-12", "2026-04-10" } },
    { "2026-02-14", { "2026-03-03", "2026-03-13", "2026-03-20", "2026-04-20" } },
    { "2026-09-18", { "2026-09-29", "2026-10-15", "2026-10-22", "2026-11-19" } },
    { "2026-09-20", { "2026-09-30", "2026-10-16", "2026-10-23", "2026-11-20" } },
    { "2026-11-24", { "2026-12-03", "2026-12-15", "2026-12-22", "2027-01-19" } },
    /* the court of 连云港 */
    { "2022-09-30", { "2022-10-14", "2022-10-26", "2022-11-02", "2022-11-30" } },
  };
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint k = 0; k < G_N_ELEMENTS (after); k++)
      {
        YsDay from = day (rows[i].from);
        YsDay to = ys_calendar_nth (calendar, from, after[k]);
        char text[YS_DAY_TEXT];

        g_assert_cmpstr (ys_day_format (to, text), ==, rows[i].to[k]);
        g_assert_cmpint (ys_calendar_count (calendar, from, to), ==, after[k]);
        /* only the last one runs into a year that nobody knows yet */
        g_assert_cmpint (ys_calendar_is_provisional (calendar, from, to), ==,
                         ys_day_year (to) == 2027);
      }
}

/* --- counting --------------------------------------------------------------------------------- */

static void
test_count_and_nth (void)
{
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();

  for (int i = 0; i < 3000; i++)
    {
      YsDay from = day ("2017-06-01") + g_test_rand_int_range (0, 4200);
      YsDay to = from + g_test_rand_int_range (-20, 400);
      int n = g_test_rand_int_range (0, 60);
      YsDay nth = ys_calendar_nth (calendar, from, n);
      int slow = 0;

      for (YsDay d = from + 1; d <= to; d++)
        slow += ys_calendar_is_working (calendar, d);
      g_assert_cmpint (ys_calendar_count (calendar, from, to), ==, slow);
      g_assert_cmpint (ys_calendar_count (calendar, from, nth), ==, n);
      g_assert_true (n == 0 ? nth == from : ys_calendar_is_working (calendar, nth));
      if (slow > 0)
        g_assert_cmpint (ys_calendar_nth (calendar, from, slow), <=, to);
    }
}

static void
test_provisional (void)
{
  static const struct
  {
    const char *after, *to;
    gboolean provisional;
  } rows[] = {
    { "2026-12-01", "2026-12-28", FALSE }, { "2026-12-01", "2026-12-29", TRUE },
    { "2026-12-28", "2026-12-29", TRUE }, { "2026-12-29", "2026-12-30", TRUE },
    { "2026-12-30", "2026-12-31", TRUE }, { "2026-12-31", "2026-12-31", FALSE },
    { "2026-12-31", "2027-01-01", TRUE }, { "2027-03-01", "2027-03-02", TRUE },
    { "2027-03-02", "2027-03-01", FALSE }, { "2024-12-01", "2025-02-01", FALSE },
    { "2025-12-28", "2026-01-05", FALSE }, { "2017-12-30", "2018-01-02", TRUE },
    { "2017-12-31", "2018-01-02", FALSE }, { "2018-01-01", "2026-12-28", FALSE },
    { "2010-01-01", "2030-01-01", TRUE },
  };
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autoptr (YsCalendar) gap = ys_calendar_new ();
  g_autoptr (YsCalendar) empty = ys_calendar_new ();
  int first = 7, last = 7;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("(%s, %s]", rows[i].after, rows[i].to);
      g_assert_cmpint (ys_calendar_is_provisional (calendar, day (rows[i].after), day (rows[i].to)),
                       ==, rows[i].provisional);
    }

  ys_calendar_add_year (gap, 2026);
  ys_calendar_add_year (gap, 2024);
  ys_calendar_add_year (gap, 2024);
  g_assert_true (ys_calendar_is_provisional (gap, day ("2024-12-20"), day ("2024-12-29")));
  g_assert_true (ys_calendar_is_provisional (gap, day ("2024-12-31"), day ("2025-01-02")));
  g_assert_false (ys_calendar_is_provisional (gap, day ("2024-01-01"), day ("2024-12-28")));
  ys_calendar_add_year (gap, 2025);
  g_assert_false (ys_calendar_is_provisional (gap, day ("2024-12-20"), day ("2025-01-02")));
  ys_calendar_get_years (gap, &first, &last);
  g_assert_cmpint (first, ==, 2024);
  g_assert_cmpint (last, ==, 2026);

  ys_calendar_get_years (empty, &first, &last);
  g_assert_cmpint (first, ==, 0);
  g_assert_cmpint (last, ==, 0);
  g_assert_true (ys_calendar_is_provisional (empty, day ("2024-03-01"), day ("2024-03-04")));
}

/* --- notices ---------------------------------------------------------------------------------- */

#define Y "year 2027\n"
#define N "rest 元旦 2027-01-01\n"

static const struct
{
  const char *text;
  YsNoticeFault fault;
  int line;
} notices[] = {
  { Y N, YS_NOTICE_OK, 0 },
  { "# says\n\n  \t\r\n" Y "notice 国务院办公厅 关于 放假\naddress https://x y\n# c\n" N "work 元旦 2026-12-27\n",
    YS_NOTICE_OK, 0 },
  { "year 2027\r\nrest 元旦 2027-01-01\r\n", YS_NOTICE_OK, 0 },
  { "  year\t2027  \n\trest \t元旦  2027-01-01   2027-01-03", YS_NOTICE_OK, 0 },
  { Y "rest x 2026-12-01 2026-12-31\n", YS_NOTICE_OK, 0 },
  { Y "rest x 2027-12-31\n", YS_NOTICE_OK, 0 },
  { Y "rest x 2027-01-01\nrest y 2027-01-01 2027-01-02\n", YS_NOTICE_OK, 0 },
  { Y "holiday 元旦 2027-01-01\n", YS_NOTICE_BAD_WORD, 2 },
  { Y "Rest 元旦 2027-01-01\n", YS_NOTICE_BAD_WORD, 2 },
  { Y N "rest\n", YS_NOTICE_BAD_WORD, 3 },
  { Y N "rest 元旦\n", YS_NOTICE_BAD_WORD, 3 },
  { Y N "rest 元旦 2027-01-01 2027-01-02 2027-01-03\n", YS_NOTICE_BAD_WORD, 3 },
  { Y "rest 元旦 2027-02-30\n", YS_NOTICE_BAD_DAY, 2 },
  { Y "rest 2027-01-01 2027-01-02 x\n", YS_NOTICE_BAD_DAY, 2 },
  { Y "\n" N "work 元旦 2027-1-2\n", YS_NOTICE_BAD_DAY, 4 },
  { Y "rest 元旦 2027-01-03 2027-01-01\n", YS_NOTICE_BAD_SPAN, 2 },
  { Y "rest 元旦 2027-01-01 2027-02-01\n", YS_NOTICE_BAD_SPAN, 2 },
  { Y "rest 元旦 2027-01-01 2027-01-31\n", YS_NOTICE_OK, 0 },
  { Y "rest 元旦 2026-11-30\n", YS_NOTICE_FAR_AWAY, 2 },
  { Y "rest 元旦 2027-12-31 2028-01-01\n", YS_NOTICE_FAR_AWAY, 2 },
  { Y N "work 元旦 2028-01-01\n", YS_NOTICE_FAR_AWAY, 3 },
  { Y N "work 元旦 2027-01-01\n", YS_NOTICE_BOTH, 3 },
  { Y "work x 2027-01-02\nrest x 2027-01-01 2027-01-03\n", YS_NOTICE_BOTH, 3 },
  { "", YS_NOTICE_NO_YEAR, -1 },
  { "# nothing\n", YS_NOTICE_NO_YEAR, -1 },
  { N Y, YS_NOTICE_NO_YEAR, 1 },
  { Y Y N, YS_NOTICE_NO_YEAR, 2 },
  { "year\n" N, YS_NOTICE_NO_YEAR, 1 },
  { "year 27\n" N, YS_NOTICE_NO_YEAR, 1 },
  { "year 20270\n" N, YS_NOTICE_NO_YEAR, 1 },
  { "year 202x\n" N, YS_NOTICE_NO_YEAR, 1 },
  { "year 1899\n" N, YS_NOTICE_NO_YEAR, 1 },
  { "year 2027 2028\n" N, YS_NOTICE_NO_YEAR, 1 },
  { Y, YS_NOTICE_EMPTY, -1 },
  { Y "work x 2027-01-02\n", YS_NOTICE_EMPTY, -1 },
};

static void
test_notices (void)
{
  gboolean seen[YS_NOTICE_EMPTY + 1] = { FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    {
      g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
      int line = 0;
      YsNoticeFault fault = ys_calendar_add_notice (calendar, notices[i].text, &line);

      g_test_message ("%s", notices[i].text);
      g_assert_cmpint (fault, ==, notices[i].fault);
      seen[fault] = TRUE;
      if (fault != YS_NOTICE_OK && notices[i].line > 0)
        g_assert_cmpint (line, ==, notices[i].line);
      g_assert_cmpint (ys_calendar_add_notice (calendar, notices[i].text, NULL), ==, fault);
      g_assert_cmpint (ys_calendar_has_year (calendar, 2027), ==, fault == YS_NOTICE_OK);

      /* a bad one changes nothing, whatever stood before the fault */
      for (YsDay d = day ("2026-11-01"); fault != YS_NOTICE_OK && d <= day ("2028-02-01"); d++)
        g_assert_cmpint (ys_calendar_get_kind (calendar, d), ==,
                         ys_day_weekday (d) >= 6 ? YS_DAY_KIND_WEEKEND : YS_DAY_KIND_WORK);
    }
  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    g_assert_true (seen[i]);
}

static void
test_later_notice_wins (void)
{
  g_autoptr (YsCalendar) calendar = ys_calendar_new ();

  g_assert_cmpint (ys_calendar_add_notice (calendar, Y "rest 春节 2027-02-05 2027-02-08\nwork 春节 2027-02-13\n",
                                           NULL), ==, YS_NOTICE_OK);
  g_autoptr (YsCalendar) before = ys_calendar_copy (calendar);
  g_assert_cmpint (ys_calendar_add_notice (calendar, Y "rest 延长 2027-02-08 2027-02-13\nwork 改 2027-02-05\n",
                                           NULL), ==, YS_NOTICE_OK);

  g_assert_cmpint (ys_calendar_get_kind (calendar, day ("2027-02-05")), ==, YS_DAY_KIND_MAKE_UP);
  g_assert_cmpint (ys_calendar_get_kind (calendar, day ("2027-02-06")), ==, YS_DAY_KIND_REST);
  g_assert_cmpstr (ys_calendar_get_name (calendar, day ("2027-02-06")), ==, "春节");
  g_assert_cmpint (ys_calendar_get_kind (calendar, day ("2027-02-13")), ==, YS_DAY_KIND_REST);
  g_assert_cmpstr (ys_calendar_get_name (calendar, day ("2027-02-08")), ==, "延长");
  /* the copy stands apart */
  g_assert_cmpint (ys_calendar_get_kind (before, day ("2027-02-05")), ==, YS_DAY_KIND_REST);
  g_assert_cmpint (ys_calendar_get_kind (before, day ("2027-02-13")), ==, YS_DAY_KIND_MAKE_UP);
  g_assert_true (ys_calendar_has_year (before, 2027));
}

static void
print_listed (YsDay listed, gboolean is_rest, const char *name, gpointer user_data)
{
  char text[YS_DAY_TEXT];

  g_string_append_printf (user_data, "%s %s %s;", ys_day_format (listed, text),
                          is_rest ? "rest" : "work", name != NULL ? name : "-");
}

static void
test_piece_by_piece (void)
{
  g_autoptr (YsCalendar) calendar = ys_calendar_new ();
  g_autoptr (YsCalendar) same = ys_calendar_ref (calendar);

  ys_calendar_add_rest (calendar, day ("2027-05-03"), day ("2027-05-05"), "五一");
  ys_calendar_add_work (calendar, day ("2027-05-08"), NULL);
  g_assert_cmpint (ys_calendar_count (same, day ("2027-05-02"), day ("2027-05-09")), ==, 3);
  g_assert_null (ys_calendar_get_name (same, day ("2027-05-08")));
  g_assert_null (ys_calendar_get_name (same, day ("2027-05-06")));
  g_assert_false (ys_calendar_has_year (same, 2027));

  g_autoptr (GString) listed = g_string_new (NULL);
  ys_calendar_add_work (calendar, day ("2027-01-02"), "元旦");
  ys_calendar_foreach (calendar, print_listed, listed);
  g_assert_cmpstr (listed->str, ==,
                   "2027-01-02 work 元旦;2027-05-03 rest 五一;2027-05-04 rest 五一;"
                   "2027-05-05 rest 五一;2027-05-08 work -;");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/calendar/every-listed-day", test_every_listed_day);
  g_test_add_func ("/rules/calendar/traps", test_traps);
  g_test_add_func ("/rules/calendar/year-totals", test_year_totals);
  g_test_add_func ("/rules/calendar/worked-deadlines", test_worked_deadlines);
  g_test_add_func ("/rules/calendar/count-and-nth", test_count_and_nth);
  g_test_add_func ("/rules/calendar/provisional", test_provisional);
  g_test_add_func ("/rules/calendar/notices", test_notices);
  g_test_add_func ("/rules/calendar/later-notice-wins", test_later_notice_wins);
  g_test_add_func ("/rules/calendar/piece-by-piece", test_piece_by_piece);
  return g_test_run ();
}
