/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The clock's answer on a day: state, due, remaining, limits. The runs come from clock-run, the
 * sheet of single days from clock-steps. */
#include "rules/clock.h"

#include "rules/clock-run.h"
#include "rules/clock-steps.h"
#include "rules/edition.h"

static void
limit_free (gpointer data)
{
  YsLimit *self = data;

  g_free (self->ref);
  g_free (self);
}

YsClock *
ys_clock_ref (YsClock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
ys_clock_unref (YsClock *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->limits);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/* --- limits ---------------------------------------------------------------------------------- */

static void
add_limit (YsClock *self, YsAct act, YsDay until, YsPeriod period, const char *ref)
{
  YsLimit *limit = g_new0 (YsLimit, 1);

  limit->act = act;
  limit->until = until;
  limit->article = ys_edition_get_article (period);
  limit->ref = g_strdup (ref);
  g_ptr_array_add (self->limits, limit);
}

static void
add_run_limits (YsClock *self, const YsRuns *runs, const YsRun *run, const YsFolded *folded,
                const YsCalendar *calendar)
{
  if (runs->halt == YS_HALT_NONE && !runs->asked_correction)
    add_limit (self, YS_ACT_CORRECTION,
               ys_calendar_nth (calendar, run->start, ys_edition_get_days (YS_PERIOD_CORRECTION)),
               YS_PERIOD_CORRECTION, NULL);

  for (guint i = 0; runs->halt == YS_HALT_NONE && i < run->consultations->len; i++)
    {
      const YsConsultation *c = &g_array_index (run->consultations, YsConsultation, i);
      if (c->answered == YS_DAY_NONE)
        add_limit (self, YS_ACT_CONSULTATION, c->limit, YS_PERIOD_CONSULTATION,
                   ys_event_get_string (c->sent, "ref"));
    }

  if (runs->halt == YS_HALT_FEE)
    {
      /* The notice may have come while a correction was awaited already: the last halt is it. */
      const YsEvent *notice = g_ptr_array_index (run->halts, run->halts->len - 1);
      YsDay delivered = ys_folded_get_delivery (folded, notice->seq);
      add_limit (self, YS_ACT_FEE,
                 delivered != YS_DAY_NONE
                   ? ys_calendar_nth (calendar, delivered, ys_edition_get_days (YS_PERIOD_FEE))
                   : YS_DAY_NONE,
                 YS_PERIOD_FEE, NULL);
    }

  if (runs->halt == YS_HALT_NONE && run->extensions->len == 0)
    add_limit (self, YS_ACT_EXTENSION, self->due, YS_PERIOD_EXTENSION, NULL);
}

/* Whether the remedy opened at @opened was decided after it: a ref may have been used before. */
static gboolean
is_decided (const YsFolded *folded, guint opened, const char *ref)
{
  for (guint i = opened + 1; i < folded->events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i);
      if (event->kind == YS_KIND_REVIEW_DECIDED
          && g_str_equal (ys_event_get_string (event, "ref"), ref))
        return TRUE;
    }
  return FALSE;
}

/* 民诉法: a period of calendar days that ends on a rest day ends on the first working day after. */
static YsDay
roll_forward (const YsCalendar *calendar, YsDay day)
{
  while (!ys_calendar_is_working (calendar, day))
    day++;
  return day;
}

/* Remedies have their limits whether the case is concluded or not, but only for the actor. */
static void
add_review_limits (YsClock *self, const YsFolded *folded, const YsCalendar *calendar)
{
  for (guint i = 0; i < folded->events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i);

      if (event->kind != YS_KIND_REVIEW_OPENED
          || g_strcmp0 (ys_event_get_string (event, "as"), "review-body") == 0
          || is_decided (folded, i, ys_event_get_string (event, "ref")))
        continue;

      const char *ref = ys_event_get_string (event, "ref");
      YsDay served = ys_event_get_day (event, "served_on");
      if (served == YS_DAY_NONE)
        continue;

      if (g_str_equal (ys_event_get_string (event, "route"), "reconsideration"))
        {
          gboolean summary = g_strcmp0 (ys_event_get_string (event, "procedure"), "summary") == 0;
          YsPeriod period = summary ? YS_PERIOD_REVIEW_SUMMARY : YS_PERIOD_REVIEW_REPLY;

          add_limit (self, YS_ACT_REVIEW_REPLY,
                     ys_calendar_nth (calendar, served, ys_edition_get_days (period)), period, ref);
        }
      else
        add_limit (self, YS_ACT_LAWSUIT_ANSWER,
                   roll_forward (calendar,
                                 served + ys_edition_get_days (YS_PERIOD_LAWSUIT_ANSWER)),
                   YS_PERIOD_LAWSUIT_ANSWER, ref);
    }
}

/* --- the clock ------------------------------------------------------------------------------- */

static YsState
get_state (const YsRuns *runs, const YsRun *run)
{
  if (runs->conclusion != NULL)
    return YS_STATE_CONCLUDED;
  if (runs->halt == YS_HALT_CONFIRMATION)
    return YS_STATE_AWAITING_CONFIRMATION;
  if (runs->halt == YS_HALT_CORRECTION)
    return YS_STATE_AWAITING_CORRECTION;
  if (runs->halt == YS_HALT_FEE)
    return YS_STATE_AWAITING_FEE;

  for (guint i = 0; i < run->consultations->len; i++)
    {
      const YsConsultation *c = &g_array_index (run->consultations, YsConsultation, i);
      YsDay end = c->answered != YS_DAY_NONE ? MIN (c->answered, c->limit) : c->limit;

      if (c->sent->on <= runs->on && runs->on < end)
        return YS_STATE_SUSPENDED;
    }
  return YS_STATE_RUNNING;
}

/* The day on which time alone moves this clock: while a consultation is open, each new day does. */
static YsDay
find_next_change (const YsClock *self, const YsRuns *runs, const YsRun *run)
{
  if (self->state == YS_STATE_CONCLUDED || runs->halt != YS_HALT_NONE)
    return YS_DAY_NONE;

  for (guint i = 0; i < run->consultations->len; i++)
    {
      const YsConsultation *c = &g_array_index (run->consultations, YsConsultation, i);
      if (c->answered == YS_DAY_NONE && runs->on < c->limit)
        return runs->on + 1;
    }
  return YS_DAY_NONE;
}

/* The due day had the late correction not been asked: the history without it and its answer. */
static YsDay
get_contested_due (const YsFolded *folded, const YsCalendar *calendar, const YsRuns *runs,
                   const YsRun *run)
{
  gboolean waits = runs->halt == YS_HALT_CORRECTION && run->halted_by == run->late_asked;
  gboolean answered = runs->halt == YS_HALT_NONE && run->opened->kind == YS_KIND_CORRECTED;

  if (run->late_asked == NULL || !(waits || answered))
    return YS_DAY_NONE;

  const YsEvent *skip[2] = { run->late_asked, answered ? run->opened : NULL };
  g_autoptr (YsRuns) without = ys_runs_read (folded, calendar, skip);
  YsRun *last = ys_runs_get_last (without);

  if (last == NULL || last->start == YS_DAY_NONE || without->halt != YS_HALT_NONE)
    return YS_DAY_NONE;
  return ys_run_get_due (last, calendar, without->on);
}

static void
read_days (YsClock *self, const YsRuns *runs, const YsRun *run, const YsFolded *folded,
           const YsCalendar *calendar)
{
  self->start = run->start;
  self->budget = ys_run_get_budget (run);
  self->due = ys_run_get_due (run, calendar, runs->on);
  self->due_is_set = run->set_due != NULL;
  self->counted = ys_run_count (run, calendar, runs->on, runs->on, FALSE);
  self->suspended = ys_run_count (run, calendar, runs->on, runs->on, TRUE);
  self->provisional = ys_calendar_is_provisional (calendar, self->start, self->due);

  if (runs->conclusion == NULL)
    {
      self->has_remaining = TRUE;
      self->remaining = self->due >= runs->on ? ys_calendar_count (calendar, runs->on, self->due)
                                              : -ys_calendar_count (calendar, self->due, runs->on);
    }
  else if (runs->conclusion->kind == YS_KIND_REPLIED)
    {
      self->has_on_time = TRUE;
      self->on_time = runs->conclusion->on <= self->due;
    }
}

YsClock *
ys_clock_read (const YsFolded *folded, const YsCalendar *calendar, gboolean with_steps)
{
  g_return_val_if_fail (folded != NULL && calendar != NULL, NULL);

  g_autoptr (YsRuns) runs = ys_runs_read (folded, calendar, NULL);
  YsRun *run = ys_runs_get_last (runs);

  if (!runs->known || run == NULL)
    return NULL;

  YsClock *self = g_new0 (YsClock, 1);

  g_atomic_ref_count_init (&self->refs);
  self->on = folded->on;
  self->limits = g_ptr_array_new_with_free_func (limit_free);
  self->state = get_state (runs, run);
  self->start = YS_DAY_NONE;
  self->due = YS_DAY_NONE;
  self->contested_due = YS_DAY_NONE;
  self->changes_on = YS_DAY_NONE;
  self->budget = ys_edition_get_days (YS_PERIOD_REPLY);
  self->concluded_on = runs->conclusion != NULL ? runs->conclusion->on : YS_DAY_NONE;
  self->older_law = runs->received_on != YS_DAY_NONE
                    && runs->received_on < ys_edition_regulation_day ();

  if (!self->older_law)
    {
      if (runs->halt == YS_HALT_NONE)
        read_days (self, runs, run, folded, calendar);
      self->contested_due = get_contested_due (folded, calendar, runs, run);
      if (runs->conclusion == NULL)
        add_run_limits (self, runs, run, folded, calendar);
    }
  self->changes_on = find_next_change (self, runs, run);
  add_review_limits (self, folded, calendar);
  self->steps = with_steps && !self->older_law
                  ? ys_clock_list_steps (runs, folded, calendar)
                  : g_ptr_array_new ();
  return self;
}

/* --- names ----------------------------------------------------------------------------------- */

static const char *const state_ids[YS_N_STATES + 1] = {
  [YS_STATE_AWAITING_CONFIRMATION] = "awaiting-confirmation",
  [YS_STATE_RUNNING] = "running",
  [YS_STATE_SUSPENDED] = "suspended",
  [YS_STATE_AWAITING_CORRECTION] = "awaiting-correction",
  [YS_STATE_AWAITING_FEE] = "awaiting-fee",
  [YS_STATE_CONCLUDED] = "concluded",
};

const char *
ys_state_get_id (YsState state)
{
  g_return_val_if_fail (state < YS_N_STATES, NULL);
  return state_ids[state];
}

int
ys_state_from_id (const char *id)
{
  for (int i = 0; id != NULL && i < YS_N_STATES; i++)
    if (g_str_equal (state_ids[i], id))
      return i;
  return -1;
}

const char *
ys_act_get_id (YsAct act)
{
  static const char *const ids[] = { "correction", "consultation", "fee",
                                     "extension",  "review-reply", "lawsuit-answer" };

  g_return_val_if_fail (act < G_N_ELEMENTS (ids), NULL);
  return ids[act];
}

const char *
ys_effect_get_id (YsEffect effect)
{
  static const char *const ids[] = { "count", "skip", "suspend", "halt", "restart", "extend" };

  g_return_val_if_fail (effect < G_N_ELEMENTS (ids), NULL);
  return ids[effect];
}
