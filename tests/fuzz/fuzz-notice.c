/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as a notice of rest days. One that cannot be read changes nothing; one that can leaves
 * a calendar that counts as it lists. */
#include "rules/calendar.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
count_day (YsDay day, gboolean is_rest, const char *name, gpointer user_data)
{
  (*(guint *) user_data)++;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (YsCalendar) calendar = ys_calendar_new ();
  g_autofree char *text = g_strndup (size > 0 ? (const char *) data : "", size);
  int line = 0;
  guint listed = 0;
  int first, last;
  YsNoticeFault fault = ys_calendar_add_notice (calendar, text, &line);

  ys_calendar_foreach (calendar, count_day, &listed);
  ys_calendar_get_years (calendar, &first, &last);
  g_assert_cmpint (line, >=, 1);
  g_assert_cmpint (listed > 0, ==, fault == YS_NOTICE_OK);
  g_assert_cmpint (first != 0, ==, fault == YS_NOTICE_OK);
  g_assert_cmpint (first, ==, last);
  if (fault != YS_NOTICE_OK)
    return 0;

  YsDay from = ys_day_from_ymd (MAX (first, YS_YEAR_MIN + 1) - 1, 12, 1);
  YsDay to = ys_day_from_ymd (first, 12, 31);
  int working = 0;
  for (YsDay day = from; day <= to; day++)
    working += ys_calendar_is_working (calendar, day);
  g_assert_cmpint (ys_calendar_count (calendar, from - 1, to), ==, working);
  g_assert_false (ys_calendar_is_provisional (calendar, ys_day_from_ymd (first, 1, 1),
                                              ys_day_from_ymd (first, 12, 28)));
  return 0;
}
