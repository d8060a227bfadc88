/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On which earlier days a step may have been lawful that is not today. It asks nothing: probing is in
 * permission.c. */
#include "rules/permission.h"

#include "rules/clock-run.h"

gboolean
ys_permission_hangs_on_day (YsFaultCode code)
{
  switch (code)
    {
    case YS_FAULT_AFTER_CONCLUSION:
    case YS_WARN_LATE_CORRECTION:
    case YS_WARN_LATE_EXTENSION:
    case YS_WARN_IDLE_EXTENSION:
    case YS_WARN_IDLE_CONSULTATION:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Entries that no rule asks for: nothing is lawful before them that is not after. */
static gboolean
is_indifferent (YsKind kind)
{
  return kind == YS_KIND_NOTED || kind == YS_KIND_ATTACHED || kind == YS_KIND_ASSIGNED
         || kind == YS_KIND_LINKED || kind == YS_KIND_ARCHIVED;
}

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  YsDay x = *(const YsDay *) a;
  YsDay y = *(const YsDay *) b;

  return x > y ? -1 : x < y;
}

static void
add_day (GArray *days, YsDay day)
{
  if (days->len == 0 || g_array_index (days, YsDay, days->len - 1) != day)
    g_array_append_val (days, day);
}

/* The days from @from to @to, in which nothing happened after the first @n events: the last one, and
 * the limits that the clock shows on it. */
static void
add_span (GArray *days, const YsFolded *folded, guint n, YsDay from, YsDay to,
          const YsCalendar *calendar)
{
  YsFolded then = { .on = to };
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  g_autoptr (GArray) limits = g_array_new (FALSE, FALSE, sizeof (YsDay));
  g_autoptr (YsClock) clock = NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (events, g_ptr_array_index (folded->events, i));
  then.events = events;
  clock = ys_clock_read (&then, calendar, FALSE);

  for (guint i = 0; clock != NULL && i < clock->limits->len; i++)
    {
      const YsLimit *limit = g_ptr_array_index (clock->limits, i);

      if ((limit->act == YS_ACT_CORRECTION || limit->act == YS_ACT_EXTENSION)
          && limit->until >= from && limit->until < to)
        g_array_append_val (limits, limit->until);
    }
  g_array_sort (limits, compare_latest_first);

  if (to < folded->on)
    add_day (days, to);
  for (guint i = 0; i < limits->len; i++)
    add_day (days, g_array_index (limits, YsDay, i));
}

GArray *
ys_permission_list_days (const YsHistory *history, const YsCalendar *calendar, YsDay today)
{
  g_return_val_if_fail (history != NULL && calendar != NULL, NULL);

  GArray *days = g_array_new (FALSE, FALSE, sizeof (YsDay));
  g_autoptr (YsFolded) folded = ys_history_fold (history, today);
  g_autoptr (YsRuns) runs = ys_runs_read (folded, calendar, NULL);
  const YsRun *run = ys_runs_get_last (runs);
  YsDay end = today;

  if (run == NULL)
    return days;
  for (guint i = folded->events->len; i > 0 && end >= run->opened->on; i--)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i - 1);

      /* Of one day the last entry comes first here, and speaks for the others. */
      if (event->on > end || event->on < run->opened->on || is_indifferent (event->kind))
        continue;
      add_span (days, folded, i, event->on, end, calendar);
      end = event->on - 1;
    }
  return days;
}
