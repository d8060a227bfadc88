/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks a folded history once and cuts it into runs (exchange.md, "The clock, exactly"). */
#include "rules/clock-run.h"

#include "rules/edition.h"

static void
run_free (gpointer data)
{
  YsRun *self = data;

  g_array_unref (self->consultations);
  g_array_unref (self->extensions);
  g_ptr_array_unref (self->halts);
  g_free (self);
}

void
ys_runs_free (YsRuns *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->runs);
  g_free (self);
}

YsRun *
ys_runs_get_last (const YsRuns *self)
{
  return self->runs->len > 0 ? g_ptr_array_index (self->runs, self->runs->len - 1) : NULL;
}

int
ys_run_get_budget (const YsRun *self)
{
  return ys_edition_get_days (YS_PERIOD_REPLY) + self->extension;
}

/* --- suspensions ----------------------------------------------------------------------------- */

YsDay
ys_consultation_get_end (const YsConsultation *self, YsDay on)
{
  YsDay answered = self->answered != YS_DAY_NONE && self->answered <= on ? self->answered : on;

  return MAX (self->sent->on, MIN (answered, self->limit));
}

gboolean
ys_run_is_suspended (const YsRun *run, YsDay day, YsDay on, const YsConsultation **by)
{
  for (guint i = 0; i < run->consultations->len; i++)
    {
      const YsConsultation *c = &g_array_index (run->consultations, YsConsultation, i);

      if (c->sent->on < day && day <= ys_consultation_get_end (c, on))
        {
          if (by != NULL)
            *by = c;
          return TRUE;
        }
    }

  return FALSE;
}

/* Suspended days are walked one by one: overlaps unite by themselves, and a consultation lasts
 * weeks, not years. */
int
ys_run_count (const YsRun *run, const YsCalendar *calendar, YsDay to, YsDay on, gboolean suspended)
{
  int inside = 0;
  YsDay first = G_MAXINT32;
  YsDay last = G_MININT32;

  for (guint i = 0; i < run->consultations->len; i++)
    {
      const YsConsultation *c = &g_array_index (run->consultations, YsConsultation, i);

      first = MIN (first, c->sent->on + 1);
      last = MAX (last, ys_consultation_get_end (c, on));
    }
  for (YsDay day = MAX (first, run->start + 1); day <= MIN (last, to); day++)
    inside += ys_run_is_suspended (run, day, on, NULL) && ys_calendar_is_working (calendar, day);

  return suspended ? inside : ys_calendar_count (calendar, run->start, to) - inside;
}

YsDay
ys_run_get_due (const YsRun *run, const YsCalendar *calendar, YsDay on)
{
  if (run->set_due != NULL)
    return ys_event_get_day (run->set_due, "until");

  YsDay day = run->start;

  for (int left = ys_run_get_budget (run); left > 0;)
    {
      day++;
      if (ys_calendar_is_working (calendar, day) && !ys_run_is_suspended (run, day, on, NULL))
        left--;
    }
  return day;
}

/* One past the conclusion in force, or all events: what follows it has no effect on the clock. */
static guint
find_end (const YsFolded *folded)
{
  guint end = folded->events->len;

  for (guint i = end; i > 0; i--)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i - 1);

      if (event->kind == YS_KIND_REOPENED)
        break;
      if (ys_kind_is_conclusion (event->kind))
        end = i;
    }
  return end;
}

YsDay
ys_folded_get_delivery (const YsFolded *folded, gint64 seq)
{
  guint end = find_end (folded);

  for (guint i = 0; i < end; i++)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i);

      if (event->kind == YS_KIND_DELIVERED && ys_event_get_int (event, "of", 0) == seq)
        return event->on;
    }
  return YS_DAY_NONE;
}

/* --- the walk -------------------------------------------------------------------------------- */

typedef struct
{
  const YsFolded *folded;
  const YsCalendar *calendar;
  YsRuns *runs;
  YsRun *run;              /* the run that is going, NULL while halted or concluded */
  const YsEvent *late;     /* late correction that is unanswered */
} Walk;

static YsRun *
open_run (Walk *walk, const YsEvent *event, gboolean starts)
{
  YsRun *run = g_new0 (YsRun, 1);

  run->opened = event;
  run->start = starts ? event->on : YS_DAY_NONE;
  run->consultations = g_array_new (FALSE, FALSE, sizeof (YsConsultation));
  run->extensions = g_array_new (FALSE, FALSE, sizeof (YsExtension));
  run->halts = g_ptr_array_new ();
  g_ptr_array_add (walk->runs->runs, run);
  if (starts)
    {
      walk->run = run;
      walk->runs->halt = YS_HALT_NONE;
    }
  else
    g_ptr_array_add (run->halts, (gpointer) event);
  return run;
}

static void
halt_run (Walk *walk, const YsEvent *event, YsHalt halt)
{
  YsRun *last = ys_runs_get_last (walk->runs);

  walk->runs->halt = halt;
  if (last != NULL)
    g_ptr_array_add (last->halts, (gpointer) event);
  if (walk->run != NULL)
    walk->run->halted_by = event;
  walk->run = NULL;
}

/* An event that takes the run away. */
static gboolean
ends_run (const YsEvent *event)
{
  return event->kind == YS_KIND_CORRECTION_ASKED || event->kind == YS_KIND_FEE_NOTICED
         || event->kind == YS_KIND_CORRECTED || event->kind == YS_KIND_FEE_PAID
         || ys_kind_is_conclusion (event->kind);
}

/* The due day as it stood on @event's day, @event itself left out: what else of the run was
 * recorded for that day or before it is known, entries later on the same day too. */
static YsDay
get_due_without (Walk *walk, const YsEvent *event)
{
  YsDay on = event->on;
  YsRun then = *walk->run;
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (YsConsultation));
  gboolean after = FALSE;

  then.extension = 0;
  then.consultations = known;
  g_array_append_vals (known, walk->run->consultations->data, walk->run->consultations->len);

  for (guint i = 0; i < walk->folded->events->len; i++)
    {
      const YsEvent *other = g_ptr_array_index (walk->folded->events, i);

      if (other == event)
        after = TRUE;
      else if (!after)
        continue;
      if (other->on > on || ends_run (other))
        break;
      /* An answer of that very day ends what an open letter covers up to that day anyway. */
      if (other->kind == YS_KIND_DELAY_SET)
        then.set_due = other;
    }
  /* A delivery that was recorded for a later day was not known then. */
  for (guint k = 0; k < known->len; k++)
    {
      YsConsultation *c = &g_array_index (known, YsConsultation, k);
      YsDay delivered = ys_folded_get_delivery (walk->folded, c->sent->seq);

      if (delivered != YS_DAY_NONE && delivered > on)
        c->limit = ys_calendar_nth (walk->calendar, c->sent->on,
                                    ys_edition_get_days (YS_PERIOD_CONSULTATION));
    }

  return ys_run_get_due (&then, walk->calendar, on);
}

static void
take_extension (Walk *walk, const YsEvent *event)
{
  YsExtension extension = { event, YS_WHY_EXTENSION };

  if (walk->run->extensions->len > 0)
    extension.why = YS_WHY_EXTENSION_SECOND;
  else if (event->on > get_due_without (walk, event))
    extension.why = YS_WHY_EXTENSION_LATE;
  else
    walk->run->extension = (int) ys_event_get_int (event, "days", 0);
  g_array_append_val (walk->run->extensions, extension);
}

static void
take_consultation (Walk *walk, const YsEvent *event)
{
  YsDay delivered = ys_folded_get_delivery (walk->folded, event->seq);
  YsConsultation consultation = {
    .sent = event,
    .answered = YS_DAY_NONE,
    .limit = ys_calendar_nth (walk->calendar, delivered != YS_DAY_NONE ? delivered : event->on,
                              ys_edition_get_days (YS_PERIOD_CONSULTATION)),
  };

  g_array_append_val (walk->run->consultations, consultation);
}

/* Whoever answers a ref answers every letter still open under it. The answer to a consultation of
 * an older run finds nothing here and has no effect. */
static void
take_answer (Walk *walk, const YsEvent *event)
{
  for (guint i = 0; i < walk->run->consultations->len; i++)
    {
      YsConsultation *c = &g_array_index (walk->run->consultations, YsConsultation, i);

      if (c->answered == YS_DAY_NONE
          && g_str_equal (ys_event_get_string (c->sent, "ref"), ys_event_get_string (event, "ref")))
        c->answered = event->on;
    }
}

static void
ask_correction (Walk *walk, const YsEvent *event)
{
  int days = ys_edition_get_days (YS_PERIOD_CORRECTION);

  walk->late = NULL;
  walk->runs->asked_correction = TRUE;
  if (walk->run != NULL && event->on > ys_calendar_nth (walk->calendar, walk->run->start, days))
    {
      walk->late = event;
      walk->run->late_asked = event;
    }
  halt_run (walk, event, YS_HALT_CORRECTION);
}

static void
take_event (Walk *walk, const YsEvent *event)
{
  YsRun *run;

  switch (event->kind)
    {
    case YS_KIND_ARRIVED:
      /* Until a mistyped day is put right, a request may seem to arrive after it was received. */
      if (walk->runs->received_on != YS_DAY_NONE)
        break;
      walk->runs->known = TRUE;
      open_run (walk, event, FALSE);
      walk->runs->halt = YS_HALT_CONFIRMATION;
      break;
    case YS_KIND_RECEIVED:
      walk->runs->known = TRUE;
      walk->runs->received_on = event->on;
      open_run (walk, event, TRUE);
      break;
    case YS_KIND_CORRECTED:
      run = open_run (walk, event, TRUE);
      run->late_asked = g_steal_pointer (&walk->late);
      break;
    case YS_KIND_FEE_PAID:
      if (ys_edition_fee_restarts (event->on))
        open_run (walk, event, TRUE);
      break;
    case YS_KIND_REOPENED:
      run = open_run (walk, event, TRUE);
      walk->runs->conclusion = NULL;
      if (ys_event_get_day (event, "until") != YS_DAY_NONE)
        run->set_due = event;
      break;
    case YS_KIND_CORRECTION_ASKED:
      ask_correction (walk, event);
      break;
    case YS_KIND_FEE_NOTICED:
      halt_run (walk, event, YS_HALT_FEE);
      break;
    case YS_KIND_REPLIED:
    case YS_KIND_WITHDRAWN:
    case YS_KIND_CLOSED:
      walk->runs->conclusion = event;
      run = ys_runs_get_last (walk->runs);
      if (run != NULL)
        run->concluded_by = event;
      break;
    case YS_KIND_EXTENSION_GRANTED:
      if (walk->run != NULL)
        take_extension (walk, event);
      break;
    case YS_KIND_DELAY_SET:
      if (walk->run != NULL)
        walk->run->set_due = event;
      break;
    case YS_KIND_CONSULTATION_SENT:
      if (walk->run != NULL)
        take_consultation (walk, event);
      break;
    case YS_KIND_CONSULTATION_ANSWERED:
      if (walk->run != NULL)
        take_answer (walk, event);
      break;
    default:
      break;
    }
}

YsRuns *
ys_runs_read (const YsFolded *folded, const YsCalendar *calendar, const YsEvent *const *skip)
{
  g_return_val_if_fail (folded != NULL && calendar != NULL, NULL);

  YsRuns *self = g_new0 (YsRuns, 1);
  Walk walk = { .folded = folded, .calendar = calendar, .runs = self };

  self->on = folded->on;
  self->received_on = YS_DAY_NONE;
  self->runs = g_ptr_array_new_with_free_func (run_free);

  for (guint i = 0, end = find_end (folded); i < end; i++)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i);

      if (skip != NULL && (event == skip[0] || event == skip[1]))
        continue;
      /* What lies between an earlier conclusion and its reopening has no effect either. */
      if (self->conclusion != NULL && event->kind != YS_KIND_REOPENED)
        continue;
      take_event (&walk, event);
    }

  if (self->conclusion != NULL)
    self->on = self->conclusion->on;
  return self;
}
