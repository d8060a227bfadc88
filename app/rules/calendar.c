/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The working-day calendar: listed days in a sorted array, everything else by the day of the week. */
#include "rules/calendar.h"

#include <string.h>

/* Longest span of rest that a notice may list; the longest yet had ten days. */
#define SPAN_MAX 31

typedef struct
{
  YsDay day;
  gboolean rest;
  const char *name; /* in names */
} ListedDay;

struct _YsCalendar
{
  gatomicrefcount refs;
  GArray *listed;        /* of ListedDay, sorted by day */
  GArray *years;         /* of int, sorted: years with a notice */
  GStringChunk *names;   /* not interned: a foreign notice's names go when it goes */
};

YsCalendar *
ys_calendar_new (void)
{
  YsCalendar *self = g_new0 (YsCalendar, 1);

  g_atomic_ref_count_init (&self->refs);
  self->listed = g_array_new (FALSE, FALSE, sizeof (ListedDay));
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->names = g_string_chunk_new (256);
  return self;
}

YsCalendar *
ys_calendar_ref (YsCalendar *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
ys_calendar_unref (YsCalendar *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->listed);
  g_array_unref (self->years);
  g_string_chunk_free (self->names);
  g_free (self);
}

/* Index of @day, or where it would stand. */
static guint
find_listed (const YsCalendar *self, YsDay day, gboolean *found)
{
  guint low = 0;
  guint high = self->listed->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->listed, ListedDay, middle).day < day)
        low = middle + 1;
      else
        high = middle;
    }

  *found = low < self->listed->len && g_array_index (self->listed, ListedDay, low).day == day;
  return low;
}

static void
list_day (YsCalendar *self, YsDay day, gboolean rest, const char *name)
{
  ListedDay listed = { day, rest,
                       name != NULL ? g_string_chunk_insert_const (self->names, name) : NULL };
  gboolean found;
  guint at = find_listed (self, day, &found);

  if (found)
    g_array_index (self->listed, ListedDay, at) = listed;
  else
    g_array_insert_val (self->listed, at, listed);
}

YsCalendar *
ys_calendar_copy (const YsCalendar *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  YsCalendar *copy = ys_calendar_new ();

  for (guint i = 0; i < self->listed->len; i++)
    {
      const ListedDay *listed = &g_array_index (self->listed, ListedDay, i);
      list_day (copy, listed->day, listed->rest, listed->name);
    }
  g_array_append_vals (copy->years, self->years->data, self->years->len);
  return copy;
}

static const ListedDay *
get_listed (const YsCalendar *self, YsDay day)
{
  gboolean found;
  guint at = find_listed (self, day, &found);

  return found ? &g_array_index (self->listed, ListedDay, at) : NULL;
}

void
ys_calendar_add_year (YsCalendar *self, int year)
{
  g_return_if_fail (self != NULL);

  guint at = 0;
  while (at < self->years->len && g_array_index (self->years, int, at) < year)
    at++;
  if (at == self->years->len || g_array_index (self->years, int, at) != year)
    g_array_insert_val (self->years, at, year);
}

void
ys_calendar_add_rest (YsCalendar *self, YsDay from, YsDay to, const char *name)
{
  g_return_if_fail (self != NULL && from != YS_DAY_NONE && from <= to);

  for (YsDay day = from; day <= to; day++)
    list_day (self, day, TRUE, name);
}

void
ys_calendar_add_work (YsCalendar *self, YsDay day, const char *name)
{
  g_return_if_fail (self != NULL && day != YS_DAY_NONE);

  list_day (self, day, FALSE, name);
}

/* --- reading a notice ------------------------------------------------------------------------ */

/* A notice is read into a calendar of its own first, so that a bad one changes nothing. */
static YsNoticeFault
add_span (YsCalendar *notice, int year, gboolean rest, char **words)
{
  guint n = g_strv_length (words);

  if (n < 3 || n > 4)
    return YS_NOTICE_BAD_WORD;

  YsDay from = ys_day_parse (words[2], -1);
  YsDay to = n == 4 ? ys_day_parse (words[3], -1) : from;

  if (from == YS_DAY_NONE || to == YS_DAY_NONE)
    return YS_NOTICE_BAD_DAY;
  if (to < from || to - from >= SPAN_MAX)
    return YS_NOTICE_BAD_SPAN;
  if (from < ys_day_from_ymd (year - 1, 12, 1) || to > ys_day_from_ymd (year, 12, 31))
    return YS_NOTICE_FAR_AWAY;

  for (YsDay day = from; day <= to; day++)
    {
      const ListedDay *listed = get_listed (notice, day);

      if (listed != NULL && listed->rest != rest)
        return YS_NOTICE_BOTH;
      list_day (notice, day, rest, words[1]);
    }

  return YS_NOTICE_OK;
}

static YsNoticeFault
add_line (YsCalendar *notice, int *year, char **words)
{
  if (g_str_equal (words[0], "year"))
    {
      if (*year != 0 || g_strv_length (words) != 2 || strlen (words[1]) != 4)
        return YS_NOTICE_NO_YEAR;
      *year = (int) g_ascii_strtoll (words[1], NULL, 10);
      return *year < YS_YEAR_MIN || *year > YS_YEAR_MAX ? YS_NOTICE_NO_YEAR : YS_NOTICE_OK;
    }
  if (*year == 0)
    return YS_NOTICE_NO_YEAR;
  /* Where the notice can be read, and what it is called: kept for people, not for the calendar. */
  if (g_str_equal (words[0], "notice") || g_str_equal (words[0], "address"))
    return YS_NOTICE_OK;
  if (g_str_equal (words[0], "rest"))
    return add_span (notice, *year, TRUE, words);
  if (g_str_equal (words[0], "work"))
    return add_span (notice, *year, FALSE, words);
  return YS_NOTICE_BAD_WORD;
}

YsNoticeFault
ys_calendar_add_notice (YsCalendar *self, const char *text, int *line)
{
  g_return_val_if_fail (self != NULL && text != NULL, YS_NOTICE_EMPTY);

  g_autoptr (YsCalendar) notice = ys_calendar_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  int year = 0;
  gboolean any_rest = FALSE;

  /* A text without a single line is at fault in its first. */
  if (line != NULL)
    *line = 1;
  for (int i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) words = g_ptr_array_new ();

      if (line != NULL)
        *line = i + 1;
      g_strstrip (lines[i]);
      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      char *rest = NULL;
      for (char *word = strtok_r (lines[i], " \t", &rest); word != NULL;
           word = strtok_r (NULL, " \t", &rest))
        g_ptr_array_add (words, word);
      g_ptr_array_add (words, NULL);

      YsNoticeFault fault = add_line (notice, &year, (char **) words->pdata);
      if (fault != YS_NOTICE_OK)
        return fault;
    }

  if (year == 0)
    return YS_NOTICE_NO_YEAR;
  for (guint i = 0; i < notice->listed->len; i++)
    any_rest |= g_array_index (notice->listed, ListedDay, i).rest;
  if (!any_rest)
    return YS_NOTICE_EMPTY;

  ys_calendar_add_year (self, year);
  for (guint i = 0; i < notice->listed->len; i++)
    {
      ListedDay *listed = &g_array_index (notice->listed, ListedDay, i);
      list_day (self, listed->day, listed->rest, listed->name);
    }
  return YS_NOTICE_OK;
}

/* --- asking ---------------------------------------------------------------------------------- */

gboolean
ys_calendar_has_year (const YsCalendar *self, int year)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->years->len; i++)
    if (g_array_index (self->years, int, i) == year)
      return TRUE;
  return FALSE;
}

void
ys_calendar_get_years (const YsCalendar *self, int *first, int *last)
{
  g_return_if_fail (self != NULL);

  guint n = self->years->len;

  if (first != NULL)
    *first = n > 0 ? g_array_index (self->years, int, 0) : 0;
  if (last != NULL)
    *last = n > 0 ? g_array_index (self->years, int, n - 1) : 0;
}

void
ys_calendar_foreach (const YsCalendar *self, YsListedDayFunc func, gpointer user_data)
{
  g_return_if_fail (self != NULL && func != NULL);

  for (guint i = 0; i < self->listed->len; i++)
    {
      const ListedDay *listed = &g_array_index (self->listed, ListedDay, i);
      func (listed->day, listed->rest, listed->name, user_data);
    }
}

YsDayKind
ys_calendar_get_kind (const YsCalendar *self, YsDay day)
{
  g_return_val_if_fail (self != NULL, YS_DAY_KIND_WORK);

  const ListedDay *listed = get_listed (self, day);

  if (listed != NULL)
    return listed->rest ? YS_DAY_KIND_REST : YS_DAY_KIND_MAKE_UP;
  return ys_day_weekday (day) >= 6 ? YS_DAY_KIND_WEEKEND : YS_DAY_KIND_WORK;
}

const char *
ys_calendar_get_name (const YsCalendar *self, YsDay day)
{
  g_return_val_if_fail (self != NULL, NULL);

  const ListedDay *listed = get_listed (self, day);

  return listed != NULL ? listed->name : NULL;
}

gboolean
ys_calendar_is_working (const YsCalendar *self, YsDay day)
{
  YsDayKind kind = ys_calendar_get_kind (self, day);

  return kind == YS_DAY_KIND_WORK || kind == YS_DAY_KIND_MAKE_UP;
}

/* Mondays to Fridays in (after, to], by whole weeks and a rest. */
static int
count_weekdays (YsDay after, YsDay to)
{
  int days = to - after;
  int count = days / 7 * 5;

  for (YsDay day = to - days % 7 + 1; day <= to; day++)
    count += ys_day_weekday (day) <= 5;
  return count;
}

int
ys_calendar_count (const YsCalendar *self, YsDay after, YsDay to)
{
  g_return_val_if_fail (self != NULL && after != YS_DAY_NONE && to != YS_DAY_NONE, 0);

  if (to <= after)
    return 0;

  int count = count_weekdays (after, to);
  gboolean found;

  for (guint i = find_listed (self, after + 1, &found); i < self->listed->len; i++)
    {
      const ListedDay *listed = &g_array_index (self->listed, ListedDay, i);
      gboolean weekday = ys_day_weekday (listed->day) <= 5;

      if (listed->day > to)
        break;
      if (listed->rest && weekday)
        count--;
      else if (!listed->rest && !weekday)
        count++;
    }

  return count;
}

YsDay
ys_calendar_nth (const YsCalendar *self, YsDay from, int n)
{
  g_return_val_if_fail (self != NULL && from != YS_DAY_NONE && n >= 0, YS_DAY_NONE);

  YsDay day = from;

  while (n > 0)
    n -= ys_calendar_is_working (self, ++day);
  return day;
}

gboolean
ys_calendar_is_provisional (const YsCalendar *self, YsDay after, YsDay to)
{
  g_return_val_if_fail (self != NULL && after != YS_DAY_NONE && to != YS_DAY_NONE, FALSE);

  if (to <= after)
    return FALSE;

  int last = ys_day_year (to);

  for (int year = ys_day_year (after + 1); year <= last; year++)
    {
      if (!ys_calendar_has_year (self, year))
        return TRUE;
      if (!ys_calendar_has_year (self, year + 1) && to >= ys_day_from_ymd (year, 12, 29)
          && after < ys_day_from_ymd (year, 12, 31))
        return TRUE;
    }

  return FALSE;
}
