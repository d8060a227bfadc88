/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks the steps of the clock's last run and unites neighbours of one kind. */
#include "desk/case/budget.h"

#include "desk/widgets/spoken.h"
#include "wording/i18n.h"

static void
add (GArray *segments, YsSegmentKind kind, int days)
{
  YsSegment *last = segments->len > 0 ? &g_array_index (segments, YsSegment, segments->len - 1)
                                      : NULL;
  YsSegment segment = { kind, days };

  if (days <= 0)
    return;
  if (last != NULL && last->kind == kind)
    last->days += days;
  else
    g_array_append_val (segments, segment);
}

GArray *
ys_budget_list_segments (const YsClock *clock, const YsCalendar *calendar)
{
  g_return_val_if_fail (clock != NULL && calendar != NULL, NULL);

  GArray *segments = g_array_new (FALSE, FALSE, sizeof (YsSegment));

  for (guint i = 0; clock->due != YS_DAY_NONE && i < clock->steps->len; i++)
    {
      const YsStep *step = g_ptr_array_index (clock->steps, i);
      int days;

      if (step->from <= clock->start)
        continue;
      days = ys_calendar_count (calendar, step->from - 1, step->to);
      if (step->effect == YS_EFFECT_COUNT)
        add (segments,
             step->over    ? YS_SEGMENT_OVER
             : step->ahead ? YS_SEGMENT_LEFT
                           : YS_SEGMENT_COUNTED,
             days);
      else if (step->effect == YS_EFFECT_SUSPEND)
        add (segments, YS_SEGMENT_SUSPENDED, days);
    }
  return segments;
}

char *
ys_budget_describe (const YsClock *clock)
{
  g_return_val_if_fail (clock != NULL, NULL);

  g_autofree char *counted
    = clock->due_is_set
        ? g_strdup_printf (ngettext ("%d working day counted", "%d working days counted",
                                     (gulong) clock->counted),
                           clock->counted)
        : g_strdup_printf (_("%1$d of %2$d working days counted"), clock->counted, clock->budget);
  g_autofree char *suspended
    = clock->suspended > 0 ? g_strdup_printf (_("%d suspended"), clock->suspended) : g_strdup ("");
  g_autofree char *left = NULL;

  if (!clock->has_remaining)
    left = g_strdup ("");
  else if (clock->remaining >= 0)
    left = g_strdup_printf (_("%d left"), clock->remaining);
  else
    left = g_strdup_printf (_("%d overdue"), -clock->remaining);
  return ys_spoken_join (counted, suspended, left, NULL);
}

int
ys_budget_get_whole (const YsClock *clock)
{
  g_return_val_if_fail (clock != NULL, 0);

  if (!clock->due_is_set)
    return clock->budget;
  return clock->counted + (clock->has_remaining ? MAX (clock->remaining, 0) : 0);
}

char *
ys_budget_describe_whole (const YsClock *clock)
{
  g_return_val_if_fail (clock != NULL, NULL);

  return clock->due_is_set ? g_strdup (_("to the day set"))
                           : g_strdup_printf (_("of %d"), clock->budget);
}

char *
ys_budget_describe_end (const YsClock *clock)
{
  g_return_val_if_fail (clock != NULL, NULL);

  if (clock->due_is_set)
    return g_strdup (_("the day that was set"));
  return g_strdup_printf (ngettext ("%d working day counted", "%d working days counted",
                                    (gulong) clock->budget),
                          clock->budget);
}
