/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every day of the three centuries against GLib's own calendar, and texts that are no day. */
#include "rules/day.h"

static void
test_every_day (void)
{
  GDate date;
  YsDay first = ys_day_from_ymd (YS_YEAR_MIN, 1, 1);
  YsDay last = ys_day_from_ymd (YS_YEAR_MAX, 12, 31);

  g_assert_cmpint (ys_day_from_ymd (1970, 1, 1), ==, 0);
  g_assert_cmpint (ys_day_from_ymd (1969, 12, 31), ==, -1);
  g_assert_cmpint (last - first + 1, ==, 300 * 365 + 73);

  g_date_set_dmy (&date, 1, 1, YS_YEAR_MIN);
  for (YsDay day = first; day <= last; day++)
    {
      int year, month, of_month;
      char text[YS_DAY_TEXT];
      g_autofree char *want = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date),
                                               (int) g_date_get_month (&date), g_date_get_day (&date));

      ys_day_split (day, &year, &month, &of_month);
      g_assert_cmpint (year, ==, g_date_get_year (&date));
      g_assert_cmpint (month, ==, (int) g_date_get_month (&date));
      g_assert_cmpint (of_month, ==, g_date_get_day (&date));
      g_assert_cmpint (ys_day_from_ymd (year, month, of_month), ==, day);
      g_assert_cmpint (ys_day_weekday (day), ==, (int) g_date_get_weekday (&date));
      g_assert_cmpint (ys_day_year (day), ==, year);
      g_assert_true (ys_day_format (day, text) == text);
      g_assert_cmpstr (text, ==, want);
      g_assert_cmpint (ys_day_parse (text, -1), ==, day);
      g_date_add_days (&date, 1);
    }
}

static void
test_known_days (void)
{
  static const struct
  {
    const char *text;
    int weekday;
  } rows[] = {
    { "1949-10-01", 6 }, { "2000-02-29", 2 }, { "2008-05-01", 4 }, { "2019-05-15", 3 },
    { "2020-02-03", 1 }, { "2024-02-29", 4 }, { "2026-11-24", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (ys_day_weekday (ys_day_parse (rows[i].text, -1)), ==, rows[i].weekday);
}

static void
test_no_such_day (void)
{
  static const int days[][3] = {
    { 2024, 0, 1 }, { 2024, 13, 1 }, { 2024, -1, 1 }, { 2024, 1, 0 }, { 2024, 1, 32 },
    { 2024, 4, 31 }, { 2024, 6, 31 }, { 2024, 9, 31 }, { 2024, 11, 31 }, { 2024, 2, 30 },
    { 2023, 2, 29 }, { 1900, 2, 29 }, { 2100, 2, 29 }, { 1899, 12, 31 }, { 2200, 1, 1 },
    { 0, 1, 1 }, { -2024, 1, 1 }, { 2024, 1, -1 }, { G_MAXINT, 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_assert_cmpint (ys_day_from_ymd (days[i][0], days[i][1], days[i][2]), ==, YS_DAY_NONE);
  g_assert_cmpint (ys_day_from_ymd (2000, 2, 29), !=, YS_DAY_NONE);
}

static void
test_bad_texts (void)
{
  static const char *const texts[] = {
    "", "2024", "2024-02", "2024-2-3", "24-02-03", "2024-02-3", "2024-02-030", "20240203",
    "2024/02/03", "2024-02/03", "2024-02-03 ", " 2024-02-03", "2024-02-03T", "2024-02-0a",
    "2024-0a-03", "202a-02-03", "+024-02-03", "-024-02-03", "2024--2-03", "2024-02--3", "2024-+2-03",
    "2024-02-30", "2024-00-10", "2024-13-10", "1899-12-31", "2200-01-01", "0000-00-00", "２０２４-02-03",
    "2024-02-\xe2\x80", "yyyy-mm-dd",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("text %u", i);
      g_assert_cmpint (ys_day_parse (texts[i], -1), ==, YS_DAY_NONE);
    }
  g_assert_cmpint (ys_day_parse (NULL, -1), ==, YS_DAY_NONE);
  g_assert_cmpint (ys_day_parse ("2024-02-03", 9), ==, YS_DAY_NONE);
  g_assert_cmpint (ys_day_parse ("2024-02-03", 0), ==, YS_DAY_NONE);
  g_assert_cmpint (ys_day_parse ("2024-02-03T08:00", 10), ==, ys_day_from_ymd (2024, 2, 3));
}

static void
test_none (void)
{
  char text[YS_DAY_TEXT] = "x";

  g_assert_cmpstr (ys_day_format (YS_DAY_NONE, text), ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/day/every-day", test_every_day);
  g_test_add_func ("/rules/day/known-days", test_known_days);
  g_test_add_func ("/rules/day/no-such-day", test_no_such_day);
  g_test_add_func ("/rules/day/bad-texts", test_bad_texts);
  g_test_add_func ("/rules/day/none", test_none);
  return g_test_run ();
}
