/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists the days of the runs one by one and joins neighbours that have the same reason. */
#include "rules/clock-steps.h"

#include "rules/edition.h"

#define ARTICLE_RECEIPT "条例第三十一条"
#define ARTICLE_CORRECTION "条例第三十条"
#define ARTICLE_COUNT "条例第三十三条第二款"
#define ARTICLE_SUSPEND "条例第三十三条第三款"
#define ARTICLE_DELAY "条例第三十五条"
#define ARTICLE_FEE "国办函〔2020〕109号"
#define ARTICLE_REOPENED "复议决定、裁判"
#define ARTICLE_REST "国务院办公厅放假通知"

static void
step_free (gpointer data)
{
  YsStep *self = data;

  g_free (self->name);
  g_free (self);
}

static void
add_step (GPtrArray *steps, YsDay from, YsDay to, int days, YsEffect effect, YsWhy why,
          const char *article, const char *name)
{
  YsStep *step = g_new0 (YsStep, 1);

  step->from = from;
  step->to = to;
  step->days = days;
  step->effect = effect;
  step->why = why;
  step->article = article;
  step->name = g_strdup (name);
  g_ptr_array_add (steps, step);
}

/* The days between which steps are cut: the one the clock is read on, and the due day. */
typedef struct
{
  YsDay on;
  YsDay due;
} Cuts;

/* One day; lengthens the last step where that says the same and ended the day before. */
static void
add_day (GPtrArray *steps, YsDay day, const Cuts *cuts, YsEffect effect, YsWhy why,
         const char *article, const char *name)
{
  YsStep *last = steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;
  gboolean ahead = day > cuts->on;
  gboolean over = day > cuts->due;

  if (last != NULL && last->to == day - 1 && last->effect == effect && last->why == why
      && last->ahead == ahead && last->over == over && g_strcmp0 (last->name, name) == 0)
    {
      last->to = day;
      last->days++;
      return;
    }
  add_step (steps, day, day, 1, effect, why, article, name);
  last = g_ptr_array_index (steps, steps->len - 1);
  last->ahead = ahead;
  last->over = over;
}

static void
add_start (GPtrArray *steps, const YsRun *run)
{
  switch (run->opened->kind)
    {
    case YS_KIND_CORRECTED:
      add_step (steps, run->start, run->start, 1, YS_EFFECT_RESTART, YS_WHY_CORRECTED,
                ARTICLE_CORRECTION, NULL);
      break;
    case YS_KIND_FEE_PAID:
      add_step (steps, run->start, run->start, 1, YS_EFFECT_RESTART, YS_WHY_FEE_PAID, ARTICLE_FEE,
                NULL);
      break;
    case YS_KIND_REOPENED:
      add_step (steps, run->start, run->start, 1, YS_EFFECT_RESTART, YS_WHY_REOPENED,
                ARTICLE_REOPENED, NULL);
      break;
    default:
      add_step (steps, run->start, run->start, 1, YS_EFFECT_SKIP, YS_WHY_RECEIVED,
                ARTICLE_RECEIPT, NULL);
      break;
    }
}

/* Extensions and set due days stand after the day on which they were made. */
static void
add_acts (GPtrArray *steps, const YsRun *run, YsDay day)
{
  for (guint i = 0; i < run->extensions->len; i++)
    {
      const YsExtension *e = &g_array_index (run->extensions, YsExtension, i);

      if (e->granted->on == day)
        add_step (steps, day, day, e->why == YS_WHY_EXTENSION ? run->extension : 0,
                  YS_EFFECT_EXTEND, e->why, ARTICLE_COUNT, NULL);
    }
  if (run->set_due != NULL && run->set_due->on == day)
    {
      gboolean delay = run->set_due->kind == YS_KIND_DELAY_SET;

      add_step (steps, day, ys_event_get_day (run->set_due, "until"), 0, YS_EFFECT_EXTEND,
                delay ? YS_WHY_DELAY : YS_WHY_REOPENED_UNTIL,
                delay ? ARTICLE_DELAY : ARTICLE_REOPENED, NULL);
    }
}

static void
add_run_day (GPtrArray *steps, const YsRun *run, const YsCalendar *calendar, YsDay day,
             const Cuts *cuts)
{
  const YsConsultation *by = NULL;

  switch (ys_calendar_get_kind (calendar, day))
    {
    case YS_DAY_KIND_REST:
      add_day (steps, day, cuts, YS_EFFECT_SKIP, YS_WHY_HOLIDAY, ARTICLE_REST,
               ys_calendar_get_name (calendar, day));
      break;
    case YS_DAY_KIND_WEEKEND:
      add_day (steps, day, cuts, YS_EFFECT_SKIP, YS_WHY_WEEKEND, ARTICLE_COUNT, NULL);
      break;
    case YS_DAY_KIND_WORK:
    case YS_DAY_KIND_MAKE_UP:
      if (ys_run_is_suspended (run, day, cuts->on, &by))
        add_day (steps, day, cuts, YS_EFFECT_SUSPEND, YS_WHY_CONSULTATION, ARTICLE_SUSPEND,
                 ys_event_get_string (by->sent, "name"));
      else if (ys_calendar_get_kind (calendar, day) == YS_DAY_KIND_MAKE_UP)
        add_day (steps, day, cuts, YS_EFFECT_COUNT, YS_WHY_MAKE_UP_DAY, ARTICLE_REST,
                 ys_calendar_get_name (calendar, day));
      else
        add_day (steps, day, cuts, YS_EFFECT_COUNT, YS_WHY_WORKING_DAY, ARTICLE_COUNT, NULL);
      break;
    }
}

/* The days on which the clock waits for one thing. */
static void
add_halt (GPtrArray *steps, const YsEvent *by, YsDay to)
{
  YsWhy why = by->kind == YS_KIND_ARRIVED          ? YS_WHY_AWAITS_CONFIRMATION
              : by->kind == YS_KIND_FEE_NOTICED    ? YS_WHY_AWAITS_FEE
                                                   : YS_WHY_AWAITS_CORRECTION;
  const char *article = by->kind == YS_KIND_ARRIVED       ? ARTICLE_RECEIPT
                        : by->kind == YS_KIND_FEE_NOTICED ? ARTICLE_FEE
                                                          : ARTICLE_CORRECTION;
  YsDay from = by->kind == YS_KIND_ARRIVED ? by->on : by->on + 1;

  if (to >= from)
    add_step (steps, from, to, to - from + 1, YS_EFFECT_HALT, why, article, NULL);
}

static void
add_halts (GPtrArray *steps, const YsRun *run, YsDay end)
{
  for (guint i = 0; i < run->halts->len; i++)
    {
      const YsEvent *next = i + 1 < run->halts->len ? g_ptr_array_index (run->halts, i + 1) : NULL;

      add_halt (steps, g_ptr_array_index (run->halts, i), next != NULL ? next->on : end);
    }
}

static void
add_run (GPtrArray *steps, const YsRun *run, const YsRun *next, const YsRuns *runs,
         const YsCalendar *calendar)
{
  YsDay on = runs->on;
  /* A concluded run stands still until it is reopened. */
  YsDay last = run->concluded_by != NULL ? run->concluded_by->on
               : next != NULL            ? next->opened->on - 1
                                         : on;
  YsDay end = last;

  if (run->start == YS_DAY_NONE)
    {
      add_halts (steps, run, last);
      return;
    }

  if (run->halted_by != NULL)
    end = run->halted_by->on;
  else if (run->concluded_by == NULL && next == NULL)
    end = MAX (on, ys_run_get_due (run, calendar, on));

  Cuts cuts = { MIN (on, end), ys_run_get_due (run, calendar, MIN (on, end)) };

  add_start (steps, run);
  add_acts (steps, run, run->start);
  for (YsDay day = run->start + 1; day <= end; day++)
    {
      add_run_day (steps, run, calendar, day, &cuts);
      add_acts (steps, run, day);
    }
  add_halts (steps, run, last);
}

GPtrArray *
ys_clock_list_steps (const YsRuns *runs, const YsFolded *folded, const YsCalendar *calendar)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (step_free);

  for (guint i = 0; i < runs->runs->len; i++)
    add_run (steps, g_ptr_array_index (runs->runs, i),
             i + 1 < runs->runs->len ? g_ptr_array_index (runs->runs, i + 1) : NULL, runs,
             calendar);
  return steps;
}
