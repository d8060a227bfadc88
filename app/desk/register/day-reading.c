/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days typed by people: groups of digits, and signs between them that separate. */
#include "desk/register/day-reading.h"

#include "wording/i18n.h"

#include <string.h>

#define GROUPS_MAX 3
#define DIGITS_MAX 8

typedef struct
{
  int value[GROUPS_MAX];
  int digits[GROUPS_MAX];
  guint n;
} Groups;

static gboolean
is_separator (gunichar c)
{
  return c == '-' || c == '/' || c == '.' || c == ',' || g_unichar_isspace (c) || c == 0x5E74 /* 年 */
         || c == 0x6708 /* 月 */ || c == 0x65E5 /* 日 */ || c == 0x53F7 /* 号 */
         || c == 0x3002 /* 。 */ || c == 0x2014 /* — */ || c == 0x2013 /* – */;
}

/* FALSE for a sign that stands in no day, or too many digits. */
static gboolean
read_groups (const char *text, Groups *groups)
{
  gboolean inside = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      int digit = c < 0x80 ? g_ascii_digit_value ((char) c) : -1;

      if (digit < 0)
        {
          if (!is_separator (c))
            return FALSE;
          inside = FALSE;
          continue;
        }
      if (!inside && groups->n++ == GROUPS_MAX)
        return FALSE;
      inside = TRUE;
      if (++groups->digits[groups->n - 1] > DIGITS_MAX)
        return FALSE;
      groups->value[groups->n - 1] = groups->value[groups->n - 1] * 10 + digit;
    }
  return TRUE;
}

static YsDay
find_last (int month, int date, YsDay today)
{
  int year = ys_day_year (today);
  YsDay day = ys_day_from_ymd (year, month, date);

  return day == YS_DAY_NONE || day > today ? ys_day_from_ymd (year - 1, month, date) : day;
}

YsDay
ys_day_read (const char *text, YsDay today)
{
  g_return_val_if_fail (text != NULL && today != YS_DAY_NONE, YS_DAY_NONE);

  g_autofree char *narrow = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  Groups groups = { { 0 } };
  const int *value = groups.value;

  if (narrow == NULL || !read_groups (narrow, &groups))
    return YS_DAY_NONE;
  if (groups.n == 1 && groups.digits[0] == 8)
    return ys_day_from_ymd (value[0] / 10000, value[0] / 100 % 100, value[0] % 100);
  if (groups.n == 0 || groups.digits[groups.n - 1] > 2)
    return YS_DAY_NONE;
  if (groups.n == 2 && groups.digits[0] <= 2)
    return find_last (value[0], value[1], today);
  if (groups.n == 3 && groups.digits[1] <= 2 && groups.digits[0] == 4)
    return ys_day_from_ymd (value[0], value[1], value[2]);
  if (groups.n == 3 && groups.digits[1] <= 2 && groups.digits[0] == 2)
    return ys_day_from_ymd (2000 + value[0], value[1], value[2]);
  return YS_DAY_NONE;
}

const char *
ys_day_name_weekday (YsDay day)
{
  static const char *const names[] = {
    N_ ("Mon"), N_ ("Tue"), N_ ("Wed"), N_ ("Thu"), N_ ("Fri"), N_ ("Sat"), N_ ("Sun"),
  };

  g_return_val_if_fail (day != YS_DAY_NONE, "");

  return _(names[ys_day_weekday (day) - 1]);
}

char *
ys_day_write_weekday (YsDay day)
{
  char iso[YS_DAY_TEXT];

  g_return_val_if_fail (day != YS_DAY_NONE, NULL);

  return g_strdup_printf ("%s %s", ys_day_format (day, iso), ys_day_name_weekday (day));
}
