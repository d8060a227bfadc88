/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The slow clock: its own calendar, its own fold, its own runs. Of the program it uses the entries
 * as they were written, and the names of days; never its calendar, its fold or its clock. */
#include "slow-clock.h"

#include <stdlib.h>
#include <string.h>

/* --- the calendar, by an array ---------------------------------------------------------------- */

#define FIRST_DAY 17532 /* 2018-01-01 */
#define N_DAYS (15 * 366)

static gboolean working[N_DAYS];
static const int noticed_to = 2026;

static gboolean
works (YsDay day)
{
  g_assert_cmpint (day, >=, FIRST_DAY);
  g_assert_cmpint (day, <, FIRST_DAY + N_DAYS);
  return working[day - FIRST_DAY];
}

static int
year_of (YsDay day)
{
  char text[YS_DAY_TEXT];

  return atoi (ys_day_format (day, text));
}

void
slow_clock_read_notices (void)
{
  static const char *const files[] = { "2018", "2019", "2019-2", "2020", "2020-2", "2021",
                                       "2022", "2023", "2024",   "2025", "2026" };

  /* 2018-01-01 was a Monday. */
  for (int i = 0; i < N_DAYS; i++)
    working[i] = i % 7 < 5;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strconcat (files[i], ".notice", NULL);
      g_autofree char *path = g_build_filename (g_getenv ("CALENDARS_DIR"), name, NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      for (char **line = lines; *line != NULL; line++)
        {
          g_auto (GStrv) words = g_strsplit (*line, " ", -1);
          gboolean rest = words[0] != NULL && g_str_equal (words[0], "rest");

          if (!rest && !(words[0] != NULL && g_str_equal (words[0], "work")))
            continue;
          YsDay from = ys_day_parse (words[2], -1);
          YsDay to = words[3] != NULL ? ys_day_parse (words[3], -1) : from;
          for (YsDay day = MAX (from, FIRST_DAY); day <= to; day++)
            working[day - FIRST_DAY] = !rest;
        }
    }
}

/* --- what is known on a day ------------------------------------------------------------------- */

/* One entry as amended. */
typedef struct
{
  const YsEvent *event;
  YsDay on;
  YsDay until;
  int days;
} Fact;

/* "Entries whose on is after D are not yet known, amendments and strikes too." */
static gboolean
is_struck (const YsHistory *history, gint64 seq, YsDay day)
{
  for (gint64 s = seq + 1; s <= ys_history_get_length (history); s++)
    {
      const YsEvent *strike = ys_history_get (history, s);

      if (strike->kind == YS_KIND_STRUCK && strike->on <= day
          && ys_event_get_int (strike, "of", 0) == seq && !is_struck (history, s, day))
        return TRUE;
    }
  return FALSE;
}

static Fact
tell_fact (const YsHistory *history, gint64 seq, YsDay day)
{
  const YsEvent *event = ys_history_get (history, seq);
  Fact fact = { event, event->on, ys_event_get_day (event, "until"),
                (int) ys_event_get_int (event, "days", 0) };

  for (gint64 s = seq + 1; s <= ys_history_get_length (history); s++)
    {
      const YsEvent *amendment = ys_history_get (history, s);
      const char *field = ys_event_get_string (amendment, "field");

      if (amendment->kind != YS_KIND_AMENDED || amendment->on > day
          || ys_event_get_int (amendment, "of", 0) != seq || is_struck (history, s, day))
        continue;
      if (g_str_equal (field, "on"))
        fact.on = ys_event_get_day (amendment, "to");
      else if (g_str_equal (field, "until"))
        fact.until = ys_event_get_day (amendment, "to");
      else if (g_str_equal (field, "days"))
        fact.days = (int) ys_event_get_int (amendment, "to", 0);
      else
        g_assert_not_reached ();
    }
  return fact;
}

/* All that is known on @day, the days in their order and each day's entries by seq. */
static GArray *
tell_facts (const YsHistory *history, YsDay day)
{
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (Fact));

  for (gint64 seq = 1; seq <= ys_history_get_length (history); seq++)
    {
      Fact fact = tell_fact (history, seq, day);
      guint at = facts->len;

      if (fact.event->kind == YS_KIND_AMENDED || fact.event->kind == YS_KIND_STRUCK
          || fact.on > day || is_struck (history, seq, day))
        continue;
      while (at > 0 && g_array_index (facts, Fact, at - 1).on > fact.on)
        at--;
      g_array_insert_val (facts, at, fact);
    }
  return facts;
}

/* --- the run ---------------------------------------------------------------------------------- */

typedef enum
{
  NOTHING,
  CONFIRMATION,
  RUNS,
  CORRECTION,
  FEE,
} Phase;

/* What the present run (or wait) is made of, as indices of facts; -1 where there is none. */
typedef struct
{
  Phase phase;
  int opened, halted, concluded;
  int late;        /* a late correction not yet answered */
  int late_answer; /* opened answers this late correction */
} Present;

static gboolean
concludes (YsKind kind)
{
  return kind == YS_KIND_REPLIED || kind == YS_KIND_WITHDRAWN || kind == YS_KIND_CLOSED;
}

/* "Ask for correction 7 working days": whether @day comes after the seventh. */
static gboolean
is_after_seventh (YsDay start, YsDay day)
{
  int seen = 0;
  YsDay d = start;

  while (seen < 7)
    seen += works (++d);
  return day > d;
}

static Present
find_present (GArray *facts, const gboolean *skip)
{
  Present p = { NOTHING, -1, -1, -1, -1, -1 };

  for (int i = 0; i < (int) facts->len; i++)
    {
      const Fact *fact = &g_array_index (facts, Fact, i);
      YsKind kind = fact->event->kind;

      if (skip[i] || (p.concluded >= 0 && kind != YS_KIND_REOPENED))
        continue;
      if (concludes (kind))
        p.concluded = i;
      else if (kind == YS_KIND_ARRIVED)
        p.phase = CONFIRMATION;
      else if (kind == YS_KIND_FEE_NOTICED)
        {
          p.phase = FEE;
          p.halted = i;
        }
      else if (kind == YS_KIND_CORRECTION_ASKED)
        {
          gboolean late = p.phase == RUNS
                          && is_after_seventh (g_array_index (facts, Fact, p.opened).on, fact->on);
          p.phase = CORRECTION;
          p.halted = i;
          p.late = late ? i : -1;
        }
      else if (kind == YS_KIND_RECEIVED || kind == YS_KIND_CORRECTED || kind == YS_KIND_FEE_PAID
               || kind == YS_KIND_REOPENED)
        {
          p.phase = RUNS;
          p.opened = i;
          p.halted = p.concluded = -1;
          p.late_answer = kind == YS_KIND_CORRECTED ? p.late : -1;
          if (kind == YS_KIND_CORRECTED)
            p.late = -1;
        }
    }
  return p;
}

/* The facts of one run: from its start to the end of what is known, or the conclusion. */
typedef struct
{
  GArray *facts;
  const gboolean *skip;
  int opened;
  int end; /* one past the last that has an effect */
} Run;

static const Fact *
get_fact (const Run *run, int i)
{
  return &g_array_index (run->facts, Fact, i);
}

/* "L = the 15th working day after the letter's first delivered, or after its sending while none is
 * recorded", as known on @horizon. */
static YsDay
find_limit (const Run *run, const Fact *sent, YsDay horizon)
{
  YsDay day = sent->on;
  int seen = 0;

  for (int i = 0; i < run->end; i++)
    {
      const Fact *fact = get_fact (run, i);
      if (!run->skip[i] && fact->event->kind == YS_KIND_DELIVERED && fact->on <= horizon
          && ys_event_get_int (fact->event, "of", 0) == sent->event->seq)
        {
          day = fact->on;
          break;
        }
    }
  while (seen < 15)
    seen += works (++day);
  return day;
}

/* The day of the answer, or G_MAXINT32. */
static YsDay
find_answer (const Run *run, int sent, YsDay horizon)
{
  const char *ref = ys_event_get_string (get_fact (run, sent)->event, "ref");

  for (int i = sent + 1; i < run->end; i++)
    {
      const Fact *fact = get_fact (run, i);
      if (!run->skip[i] && fact->event->kind == YS_KIND_CONSULTATION_ANSWERED
          && fact->on <= horizon && g_str_equal (ys_event_get_string (fact->event, "ref"), ref))
        return fact->on;
    }
  return G_MAXINT32;
}

static gboolean
is_suspended_day (const Run *run, YsDay day, YsDay horizon)
{
  for (int i = run->opened; i < run->end; i++)
    {
      const Fact *fact = get_fact (run, i);

      if (run->skip[i] || fact->event->kind != YS_KIND_CONSULTATION_SENT || fact->on > horizon)
        continue;
      YsDay last = MIN (MIN (find_answer (run, i, horizon), horizon),
                        find_limit (run, fact, horizon));
      if (fact->on < day && day <= last)
        return TRUE;
    }
  return FALSE;
}

/* "Due = first day on which counted days = budget; delay-set and reopened-until put due on their
 * day, the latest such entry wins." */
static YsDay
find_due (const Run *run, int budget, YsDay horizon)
{
  YsDay due = YS_DAY_NONE;
  YsDay day = get_fact (run, run->opened)->on;

  for (int i = run->opened; i < run->end; i++)
    {
      const Fact *fact = get_fact (run, i);

      if (!run->skip[i] && fact->on <= horizon && fact->until != YS_DAY_NONE
          && (fact->event->kind == YS_KIND_DELAY_SET || fact->event->kind == YS_KIND_REOPENED))
        due = fact->until;
    }
  if (due != YS_DAY_NONE)
    return due;

  while (budget > 0)
    {
      day++;
      budget -= works (day) && !is_suspended_day (run, day, horizon);
    }
  return day;
}

/* "Budget = 20 + granted extension (first of a run, its on ≤ due as it stood that day without
 * it)." */
static int
find_budget (const Run *run)
{
  for (int i = run->opened; i < run->end; i++)
    {
      const Fact *fact = get_fact (run, i);

      if (!run->skip[i] && fact->event->kind == YS_KIND_EXTENSION_GRANTED)
        return fact->on <= find_due (run, 20, fact->on) ? 20 + fact->days : 20;
    }
  return 20;
}

/* --- the whole clock -------------------------------------------------------------------------- */

static YsDay
find_contested (GArray *facts, const Present *p)
{
  g_autofree gboolean *skip = g_new0 (gboolean, facts->len + 1);
  gboolean waits = p->phase == CORRECTION && p->halted == p->late;
  gboolean answered = p->phase == RUNS && p->late_answer >= 0;

  if (!waits && !answered)
    return YS_DAY_NONE;
  skip[waits ? p->late : p->late_answer] = TRUE;
  if (answered)
    skip[p->opened] = TRUE;

  Present without = find_present (facts, skip);
  if (without.phase != RUNS)
    return YS_DAY_NONE;

  const Fact *last = &g_array_index (facts, Fact, facts->len - 1);
  int end = without.concluded >= 0 ? without.concluded : (int) facts->len;
  Run run = { facts, skip, without.opened, end };
  YsDay horizon = without.concluded >= 0 ? g_array_index (facts, Fact, without.concluded).on
                                         : last->on;
  return find_due (&run, find_budget (&run), horizon);
}

static void
tell_days (SlowClock *slow, const Run *run, YsDay horizon, YsDay day, const Fact *conclusion)
{
  slow->start = get_fact (run, run->opened)->on;
  slow->budget = find_budget (run);
  slow->due = find_due (run, slow->budget, horizon);

  for (YsDay d = slow->start + 1; d <= horizon; d++)
    if (works (d))
      *(is_suspended_day (run, d, horizon) ? &slow->suspended : &slow->counted) += 1;

  for (YsDay d = slow->start + 1; d <= slow->due; d++)
    {
      char text[YS_DAY_TEXT];
      ys_day_format (d, text);
      slow->provisional |= year_of (d) > noticed_to
                           || (year_of (d) == noticed_to && strcmp (text + 5, "12-29") >= 0);
    }

  if (conclusion == NULL)
    {
      slow->has_remaining = TRUE;
      for (YsDay d = day + 1; d <= slow->due; d++)
        slow->remaining += works (d);
      for (YsDay d = slow->due + 1; d <= day; d++)
        slow->remaining -= works (d);
    }
  else if (conclusion->event->kind == YS_KIND_REPLIED)
    {
      slow->has_on_time = TRUE;
      slow->on_time = conclusion->on <= slow->due;
    }
}

static gboolean
is_waiting_for_opinion (const Run *run, YsDay day)
{
  for (int i = run->opened; i < run->end; i++)
    {
      const Fact *fact = get_fact (run, i);
      if (fact->event->kind == YS_KIND_CONSULTATION_SENT
          && day < MIN (find_answer (run, i, day), find_limit (run, fact, day)))
        return TRUE;
    }
  return FALSE;
}

SlowClock
slow_clock_tell (const YsHistory *history, YsDay day)
{
  static const char *const states[] = { NULL, "awaiting-confirmation", "running",
                                        "awaiting-correction", "awaiting-fee" };
  SlowClock slow = { .start = YS_DAY_NONE, .due = YS_DAY_NONE, .contested = YS_DAY_NONE, .budget = 20 };
  g_autoptr (GArray) facts = tell_facts (history, day);
  g_autofree gboolean *skip = g_new0 (gboolean, facts->len + 1);
  Present p = find_present (facts, skip);
  const Fact *conclusion = p.concluded >= 0 ? &g_array_index (facts, Fact, p.concluded) : NULL;
  YsDay horizon = conclusion != NULL ? conclusion->on : day;
  gboolean older_law = FALSE;

  for (guint i = 0; i < facts->len; i++)
    {
      const Fact *fact = &g_array_index (facts, Fact, i);
      slow.known |= fact->event->kind == YS_KIND_RECEIVED || fact->event->kind == YS_KIND_ARRIVED;
      older_law |= fact->event->kind == YS_KIND_RECEIVED
                   && fact->on < ys_day_parse ("2019-05-15", -1);
    }
  if (!slow.known)
    return slow;

  Run run = { facts, skip, p.opened, p.concluded >= 0 ? p.concluded : (int) facts->len };

  slow.state = conclusion != NULL ? "concluded" : states[p.phase];
  if (p.phase == RUNS && conclusion == NULL && is_waiting_for_opinion (&run, day))
    slow.state = "suspended";
  if (older_law)
    return slow;

  if (p.phase == RUNS)
    tell_days (&slow, &run, horizon, day, conclusion);

  /* "The due date had it not been asked" is told on the same day: a note of that day sets it. */
  g_autoptr (YsEvent) note = case_maker_read_event ("2026-01-01 noted", 1);
  Fact mark = { note, horizon, YS_DAY_NONE, 0 };
  g_array_set_size (facts, p.concluded >= 0 ? p.concluded + 1 : (int) facts->len);
  if (conclusion == NULL)
    g_array_append_val (facts, mark);
  slow.contested = find_contested (facts, &p);
  return slow;
}
