/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The decision alone: no clock is read and no file touched here. */
#include "office/remind.h"

#include "rules/number.h"

#define HOUR (60 * 60)
#define DAY_MINUTES (24 * 60)

void
ys_reminder_free (YsReminder *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->row, ys_index_row_free);
  g_free (self);
}

void
ys_reminders_free (YsReminders *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->reminders, g_ptr_array_unref);
  g_free (self);
}

/* --- silence --------------------------------------------------------------------------------- */

static int
get_minute (GDateTime *now)
{
  return g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
}

static gboolean
is_quiet_hour (const YsRemindRules *rules, int minute)
{
  if (rules->quiet_from == rules->quiet_to)
    return FALSE;
  if (rules->quiet_from < rules->quiet_to)
    return minute >= rules->quiet_from && minute < rules->quiet_to;
  return minute >= rules->quiet_from || minute < rules->quiet_to;
}

gboolean
ys_remind_is_quiet (const YsRemindRules *rules, const YsCalendar *calendar, YsDay today,
                    GDateTime *now)
{
  g_return_val_if_fail (rules != NULL && calendar != NULL && now != NULL, TRUE);

  return is_quiet_hour (rules, get_minute (now))
         || (!rules->rest_days && !ys_calendar_is_working (calendar, today));
}

int
ys_remind_get_pause (const YsRemindRules *rules, const YsTold *told, GDateTime *now)
{
  g_return_val_if_fail (rules != NULL && told != NULL && now != NULL, HOUR);

  gint64 seconds = g_date_time_to_unix (now);
  gint64 again = ys_told_find_again (told, seconds);
  int pause = HOUR;

  if (again != 0)
    pause = (int) MIN (pause, again - seconds);
  if (is_quiet_hour (rules, get_minute (now)))
    {
      int minutes = (rules->quiet_to - get_minute (now) + DAY_MINUTES) % DAY_MINUTES;

      pause = MIN (pause, minutes * 60 - g_date_time_get_second (now));
    }
  return MAX (pause, 1);
}

/* --- one case -------------------------------------------------------------------------------- */

/* The narrowest threshold that holds @left, or YS_TOLD_NOTHING. */
static int
find_level (const YsRemindRules *rules, YsDay day, int left, YsDay today)
{
  int level = YS_TOLD_NOTHING;

  if (day < today)
    return YS_REMIND_PAST;
  for (guint i = 0; i < rules->n_thresholds; i++)
    if (left <= rules->thresholds[i] && rules->thresholds[i] < level)
      level = rules->thresholds[i];
  return level;
}

/* Whom a case waits for. */
static YsRemindKind
find_kind (const YsIndexRow *row)
{
  if (row->state == YS_STATE_AWAITING_CORRECTION)
    return YS_REMIND_CORRECTION;
  if (row->state == YS_STATE_AWAITING_FEE)
    return YS_REMIND_FEE;
  return (row->open & YS_OPEN_CONSULTATION) != 0 ? YS_REMIND_CONSULTATION : YS_REMIND_ANSWER;
}

typedef struct
{
  const YsRemindRules *rules;
  YsTold *told;
  const YsCalendar *calendar;
  YsDay today;
  gint64 now;
  gboolean speaks;
  GPtrArray *reminders;
} Deciding;

static int
count_left (const Deciding *self, YsDay day)
{
  return day >= self->today ? ys_calendar_count (self->calendar, self->today, day)
                            : -ys_calendar_count (self->calendar, day, self->today);
}

static void
add (Deciding *self, YsRemindKind kind, YsIndexRow *row, YsDay day, int level)
{
  YsReminder *reminder = g_new0 (YsReminder, 1);
  gint64 again = ys_told_get_again (self->told, row->id, kind, day);

  reminder->kind = kind;
  reminder->row = row;
  reminder->day = day;
  reminder->left = count_left (self, day);
  reminder->level = level;
  reminder->read = ys_told_get_read (self->told, row->id, kind, day) <= level;
  reminder->tell = self->speaks
                   && (ys_told_get_level (self->told, row->id, kind, day) > level
                       || (again != 0 && again <= self->now));
  if (reminder->tell)
    ys_told_set_level (self->told, row->id, kind, day, level);
  g_ptr_array_add (self->reminders, reminder);
}

static YsIndexRow *
copy_row (const YsIndexRow *row)
{
  YsIndexRow *copy = g_memdup2 (row, sizeof *row);

  copy->id = g_strdup (row->id);
  copy->title = g_strdup (row->title);
  copy->applicant = g_strdup (row->applicant);
  copy->channel = g_strdup (row->channel);
  copy->handler = g_strdup (row->handler);
  copy->asks_approval = g_strdup (row->asks_approval);
  return copy;
}

/* A case may be due itself while a limit of others has passed. */
static void
take_row (Deciding *self, YsIndexRow *row)
{
  gboolean is_past = self->rules->others && row->state != YS_STATE_CONCLUDED
                     && row->waiting_until != YS_DAY_NONE && row->waiting_until < self->today;
  int level = YS_TOLD_NOTHING;

  if (row->state == YS_STATE_RUNNING && row->due != YS_DAY_NONE)
    level = find_level (self->rules, row->due, count_left (self, row->due), self->today);
  if (is_past)
    add (self, find_kind (row), level != YS_TOLD_NOTHING ? copy_row (row) : row,
         row->waiting_until, YS_REMIND_PAST);
  if (level != YS_TOLD_NOTHING)
    add (self, YS_REMIND_DUE, row, row->due, level);
  if (level == YS_TOLD_NOTHING && !is_past)
    ys_index_row_free (row);
}

/* Our own limits first, by day; then those of others. */
static int
compare_reminders (gconstpointer a, gconstpointer b)
{
  const YsReminder *x = *(YsReminder *const *) a;
  const YsReminder *y = *(YsReminder *const *) b;
  gboolean x_ours = x->kind == YS_REMIND_DUE;
  gboolean y_ours = y->kind == YS_REMIND_DUE;

  if (x_ours != y_ours)
    return x_ours ? -1 : 1;
  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return ys_number_compare (x->row->id, y->row->id);
}

GPtrArray *
ys_remind_decide (GPtrArray *rows, const YsRemindRules *rules, YsTold *told,
                  const YsCalendar *calendar, YsDay today, GDateTime *now, gboolean telling)
{
  g_return_val_if_fail (rows != NULL && rules != NULL && told != NULL && now != NULL, NULL);

  Deciding deciding = {
    .rules = rules,
    .told = told,
    .calendar = calendar,
    .today = today,
    .now = g_date_time_to_unix (now),
    .speaks = telling && !ys_remind_is_quiet (rules, calendar, today, now),
    .reminders = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_reminder_free),
  };

  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++)
    take_row (&deciding, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
  g_ptr_array_sort (deciding.reminders, compare_reminders);
  return deciding.reminders;
}

/* --- groups ---------------------------------------------------------------------------------- */

YsRemindGroup
ys_reminder_get_group (const YsReminder *self, YsDay today)
{
  g_return_val_if_fail (self != NULL, YS_REMIND_GROUP_OTHERS);

  if (self->kind != YS_REMIND_DUE)
    return YS_REMIND_GROUP_OTHERS;
  if (self->level == YS_REMIND_PAST)
    return YS_REMIND_GROUP_OVERDUE;
  return self->day == today ? YS_REMIND_GROUP_TODAY : YS_REMIND_GROUP_COMING;
}

GPtrArray *
ys_remind_pick_group (GPtrArray *reminders, YsRemindGroup group, YsDay today)
{
  g_return_val_if_fail (reminders != NULL, NULL);

  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < reminders->len; i++)
    {
      YsReminder *reminder = g_ptr_array_index (reminders, i);

      if (reminder->tell && ys_reminder_get_group (reminder, today) == group)
        g_ptr_array_add (picked, reminder);
    }
  return picked;
}

int
ys_remind_get_width (GPtrArray *group)
{
  g_return_val_if_fail (group != NULL, 0);

  int width = 0;

  for (guint i = 0; i < group->len; i++)
    width = MAX (width, ((YsReminder *) g_ptr_array_index (group, i))->level);
  return width;
}
