/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Working days left, in words. Colour never speaks alone: every kind has its words. */
#include "desk/widgets/due-words.h"

#include "desk/widgets/row-words.h"
#include "wording/i18n.h"

#include <libintl.h>

static int
count_left (const YsCalendar *calendar, YsDay today, YsDay day)
{
  return day >= today ? ys_calendar_count (calendar, today, day)
                      : -ys_calendar_count (calendar, day, today);
}

YsDue
ys_due_of_row (const YsIndexRow *row, const YsCalendar *calendar, YsDay today)
{
  int left;

  if (row->state == YS_STATE_CONCLUDED)
    return (YsDue){ YS_DUE_NONE, 0 };
  if (row->state == YS_STATE_AWAITING_CONFIRMATION)
    return (YsDue){ YS_DUE_UNBEGUN, 0 };
  if (row->state != YS_STATE_RUNNING)
    return (YsDue){ YS_DUE_PAUSED, 0 };
  if (row->due == YS_DAY_NONE)
    return (YsDue){ YS_DUE_NONE, 0 };

  left = count_left (calendar, today, row->due);
  if (row->due < today)
    return (YsDue){ YS_DUE_OVERDUE, -left };
  if (row->due == today)
    return (YsDue){ YS_DUE_TODAY, 0 };
  return (YsDue){ left <= YS_DUE_SOON_DAYS ? YS_DUE_SOON : YS_DUE_LATER, left };
}

YsDue
ys_due_of_waiting (const YsIndexRow *row, const YsCalendar *calendar, YsDay today)
{
  if (row->state == YS_STATE_CONCLUDED || row->waiting_until == YS_DAY_NONE)
    return ys_due_of_row (row, calendar, today);
  return (YsDue){ YS_DUE_THEIRS, count_left (calendar, today, row->waiting_until) };
}

char *
ys_due_describe (YsDue due)
{
  unsigned long days = (unsigned long) ABS (due.days);

  switch (due.kind)
    {
    case YS_DUE_OVERDUE:
      if (days == 0)
        return g_strdup (_("Overdue"));
      return g_strdup_printf (ngettext ("%lu day over", "%lu days over", days), days);
    case YS_DUE_TODAY:
      return g_strdup (_("Due today"));
    case YS_DUE_SOON:
    case YS_DUE_LATER:
      return g_strdup_printf (ngettext ("%lu day left", "%lu days left", days), days);
    case YS_DUE_PAUSED:
      return g_strdup (_("Stopped"));
    case YS_DUE_UNBEGUN:
      return g_strdup (_("Not begun"));
    case YS_DUE_THEIRS:
      if (due.days < 0)
        return g_strdup_printf (ngettext ("they: %lu day over", "they: %lu days over", days), days);
      return g_strdup_printf (ngettext ("they: %lu day left", "they: %lu days left", days), days);
    default:
      return g_strdup ("");
    }
}

char *
ys_due_describe_day (const YsIndexRow *row, YsDay today)
{
  gboolean may_move = row->state == YS_STATE_SUSPENDED && row->due != YS_DAY_NONE;
  g_autofree char *day = ys_words_day (row->due, today, !may_move);

  if (!may_move)
    return g_steal_pointer (&day);
  /* Translators: the clock is suspended, so the due day can only move later than this day. */
  return g_strdup_printf (_("after %s"), day);
}

const char *
ys_due_get_icon (YsDueKind kind)
{
  switch (kind)
    {
    case YS_DUE_OVERDUE:
      return "dialog-warning-symbolic";
    case YS_DUE_TODAY:
      return "alarm-symbolic";
    case YS_DUE_SOON:
      return "preferences-system-time-symbolic";
    case YS_DUE_PAUSED:
    case YS_DUE_THEIRS:
      return "media-playback-pause-symbolic";
    default:
      return NULL;
    }
}

const char *
ys_due_get_style (YsDueKind kind)
{
  switch (kind)
    {
    case YS_DUE_OVERDUE:
      return "err";
    case YS_DUE_TODAY:
    case YS_DUE_SOON:
      return "warn";
    default:
      return "sub";
    }
}

gboolean
ys_due_is_urgent (YsDueKind kind)
{
  return kind == YS_DUE_OVERDUE || kind == YS_DUE_TODAY;
}
