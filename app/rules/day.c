/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Civil days by arithmetic on the proleptic Gregorian calendar; no table, no zone, no clock. */
#include "rules/day.h"

/* Days from 1970-01-01 to the first of March of year 0, from which the arithmetic counts: a year
 * that begins in March has its leap day last. */
#define EPOCH_SHIFT 719468

static YsDay
count_days (int year, int month, int date)
{
  int y = month <= 2 ? year - 1 : year;
  int era = y / 400;
  int year_of_era = y - era * 400;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + date - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * 146097 + day_of_era - EPOCH_SHIFT;
}

void
ys_day_split (YsDay day, int *year, int *month, int *date)
{
  g_return_if_fail (day != YS_DAY_NONE);

  int z = day + EPOCH_SHIFT;
  int era = z / 146097;
  int day_of_era = z - era * 146097;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int shifted = (5 * day_of_year + 2) / 153;
  int m = shifted + (shifted < 10 ? 3 : -9);

  if (year != NULL)
    *year = year_of_era + era * 400 + (m <= 2);
  if (month != NULL)
    *month = m;
  if (date != NULL)
    *date = day_of_year - (153 * shifted + 2) / 5 + 1;
}

int
ys_day_weekday (YsDay day)
{
  g_return_val_if_fail (day != YS_DAY_NONE, 0);

  /* 1970-01-01 was a Thursday. */
  int since_monday = (day + 3) % 7;

  return (since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}

int
ys_day_year (YsDay day)
{
  int year = 0;

  ys_day_split (day, &year, NULL, NULL);
  return year;
}

YsDay
ys_day_from_ymd (int year, int month, int date)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (year < YS_YEAR_MIN || year > YS_YEAR_MAX || month < 1 || month > 12 || date < 1)
    return YS_DAY_NONE;

  gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (date > lengths[month - 1] + (month == 2 && leap))
    return YS_DAY_NONE;

  return count_days (year, month, date);
}

static int
read_digits (const char *text, int n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }

  return value;
}

YsDay
ys_day_parse (const char *text, gssize length)
{
  if (text == NULL)
    return YS_DAY_NONE;
  if (length < 0)
    length = (gssize) strlen (text);
  if (length != YS_DAY_TEXT - 1 || text[4] != '-' || text[7] != '-')
    return YS_DAY_NONE;

  return ys_day_from_ymd (read_digits (text, 4), read_digits (text + 5, 2),
                          read_digits (text + 8, 2));
}

char *
ys_day_format (YsDay day, char *buffer)
{
  g_return_val_if_fail (buffer != NULL, NULL);

  if (day == YS_DAY_NONE)
    {
      buffer[0] = '\0';
      return buffer;
    }

  int year, month, date;
  ys_day_split (day, &year, &month, &date);

  int parts[] = { year / 1000, year / 100 % 10, year / 10 % 10, year % 10, -1,
                  month / 10, month % 10, -1, date / 10, date % 10 };
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    buffer[i] = parts[i] < 0 ? '-' : (char) ('0' + parts[i]);
  buffer[YS_DAY_TEXT - 1] = '\0';
  return buffer;
}
