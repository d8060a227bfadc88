/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What could not be done at the desk today, but may be told of the past: late acts, missing
 * approvals, fees off the tiers. Each is a warning with an id, never a refusal. */
#include "rules/history-judge.h"

#include "rules/edition.h"
#include "rules/fee.h"
#include "rules/outcome.h"

typedef struct
{
  const YsHistory *history;
  const YsFolded *folded;
  const YsCalendar *calendar;
  GPtrArray *warnings;
} Warner;

static void
warn (Warner *self, const YsEvent *event, YsFaultCode code, const char *path, const char *found,
      const char *want)
{
  g_ptr_array_add (self->warnings, ys_finding_new (event->seq, code, path, found, want));
}

static void
warn_day (Warner *self, const YsEvent *event, YsFaultCode code, YsDay day)
{
  char on[YS_DAY_TEXT];
  char bound[YS_DAY_TEXT];

  warn (self, event, code, "on", ys_day_format (event->on, on), ys_day_format (day, bound));
}

/* The last event of @kind before @end in the folded history, or NULL. */
static const YsEvent *
find_before (const Warner *self, guint end, YsKind kind)
{
  for (guint i = end; i > 0; i--)
    {
      const YsEvent *event = g_ptr_array_index (self->folded->events, i - 1);
      if (event->kind == kind)
        return event;
    }
  return NULL;
}

/* Whether an approval of what is asked for as @what stands before @end. One of an extension lets one
 * extension out, and none of another run: a reopened case asks its head again. */
static gboolean
was_approved (const Warner *self, guint end, const char *what)
{
  gboolean once = g_str_equal (what, "extension");

  for (guint i = end; i > 0; i--)
    {
      const YsEvent *event = g_ptr_array_index (self->folded->events, i - 1);
      const YsEvent *asked;

      if (once && (event->kind == YS_KIND_EXTENSION_GRANTED || event->kind == YS_KIND_REOPENED))
        return FALSE;
      if (event->kind != YS_KIND_APPROVED)
        continue;
      asked = ys_folded_get (self->folded, ys_event_get_int (event, "asked", 0));
      if (asked != NULL && g_strcmp0 (ys_event_get_string (asked, "for"), what) == 0)
        return TRUE;
    }
  return FALSE;
}

/* --- the runs: late and idle acts ------------------------------------------------------------ */

static void
warn_run (Warner *self, const YsRuns *runs, const YsRun *run)
{
  YsDay last = run->start != YS_DAY_NONE
                 ? ys_calendar_nth (self->calendar, run->start,
                                    ys_edition_get_days (YS_PERIOD_CORRECTION))
                 : YS_DAY_NONE;

  if (run->late_asked != NULL && run->halted_by == run->late_asked)
    warn_day (self, run->late_asked, YS_WARN_LATE_CORRECTION, last);
  for (guint i = 0; i < run->extensions->len; i++)
    {
      const YsExtension *e = &g_array_index (run->extensions, YsExtension, i);

      if (e->why == YS_WHY_EXTENSION_LATE)
        warn_day (self, e->granted, YS_WARN_LATE_EXTENSION,
                  ys_run_get_due (run, self->calendar, e->granted->on));
      else if (e->why == YS_WHY_EXTENSION_SECOND)
        warn (self, e->granted, YS_WARN_SECOND_EXTENSION, "kind", NULL, NULL);
    }
}

/* Extensions and consultations that no run took up came while the clock was halted. */
static gboolean
is_taken (const YsRuns *runs, const YsEvent *event)
{
  for (guint i = 0; i < runs->runs->len; i++)
    {
      const YsRun *run = g_ptr_array_index (runs->runs, i);

      for (guint k = 0; k < run->extensions->len; k++)
        if (g_array_index (run->extensions, YsExtension, k).granted == event)
          return TRUE;
      for (guint k = 0; k < run->consultations->len; k++)
        if (g_array_index (run->consultations, YsConsultation, k).sent == event)
          return TRUE;
    }
  return FALSE;
}

static void
warn_runs (Warner *self)
{
  g_autoptr (YsRuns) runs = ys_runs_read (self->folded, self->calendar, NULL);

  for (guint i = 0; i < runs->runs->len; i++)
    warn_run (self, runs, g_ptr_array_index (runs->runs, i));
  for (guint i = 0; i < self->folded->events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (self->folded->events, i);

      if (event->kind == YS_KIND_EXTENSION_GRANTED && !is_taken (runs, event))
        warn (self, event, YS_WARN_IDLE_EXTENSION, "kind", NULL, NULL);
      if (event->kind == YS_KIND_CONSULTATION_SENT && !is_taken (runs, event))
        warn (self, event, YS_WARN_IDLE_CONSULTATION, "kind", NULL, NULL);
    }
}

/* A reply's own clock ends with it: a reopened case has been late or not each time. */
static void
warn_late_reply (Warner *self, const YsEvent *event, guint at)
{
  YsFolded then = { .on = event->on };
  g_autoptr (GPtrArray) events = g_ptr_array_new ();

  for (guint i = 0; i <= at; i++)
    g_ptr_array_add (events, g_ptr_array_index (self->folded->events, i));
  then.events = events;
  g_autoptr (YsClock) clock = ys_clock_read (&then, self->calendar, FALSE);

  if (clock != NULL && clock->has_on_time && !clock->on_time)
    warn_day (self, event, YS_WARN_LATE_REPLY, clock->due);
}

/* --- single events --------------------------------------------------------------------------- */

static void
warn_receipt (Warner *self, const YsEvent *event)
{
  const char *channel = ys_event_get_string (event, "channel");
  YsDay submitted = ys_event_get_day (event, "submitted_on");

  if (submitted != YS_DAY_NONE && event->on < submitted)
    warn_day (self, event, YS_WARN_RECEIVED_BEFORE_SUBMITTED, submitted);
  if (event->kind == YS_KIND_RECEIVED
      && (g_strcmp0 (channel, "internet") == 0 || g_strcmp0 (channel, "fax") == 0
          || g_strcmp0 (channel, "ordinary-post") == 0))
    warn (self, event, YS_WARN_UNCONFIRMED, "body.channel", channel, NULL);
}

static void
warn_reply (Warner *self, const YsEvent *event, guint at)
{
  const char *outcome = ys_event_get_string (event, "outcome");

  if (ys_event_get_string (event, "ground") == NULL)
    warn (self, event, YS_WARN_NO_GROUND, "body.ground", NULL, NULL);
  if (!was_approved (self, at, "reply"))
    warn (self, event, YS_WARN_NO_APPROVAL, "kind", NULL, NULL);
  if (g_str_equal (outcome, "refused.third-party")
      && find_before (self, at, YS_KIND_CONSULTATION_SENT) == NULL)
    warn (self, event, YS_WARN_CONSULTATION_SKIPPED, "body.outcome", outcome, NULL);
  warn_late_reply (self, event, at);
}

static void
warn_fee (Warner *self, const YsEvent *event)
{
  YsFeeBasis basis = g_str_equal (ys_event_get_string (event, "basis"), "pieces")
                       ? YS_FEE_PIECES
                       : YS_FEE_PAGES;
  gint64 quantity = ys_event_get_int (event, "quantity", 0);
  gint64 amount = ys_event_get_int (event, "amount_fen", 0);
  /* A notice that came too early is held against the first tiers. */
  gint64 due = ys_fee_amount (basis, quantity, MAX (event->on, ys_edition_fee_day ()));

  if (event->on < ys_edition_fee_day ())
    warn_day (self, event, YS_WARN_FEE_TOO_EARLY, ys_edition_fee_day ());
  if (amount != due)
    {
      g_autofree char *found = g_strdup_printf ("%" G_GINT64_FORMAT, amount);
      g_autofree char *want = g_strdup_printf ("%" G_GINT64_FORMAT, due);
      warn (self, event, YS_WARN_FEE_DIFFERS, "body.amount_fen", found, want);
    }
}

static void
warn_payment (Warner *self, const YsEvent *event, guint at)
{
  const YsEvent *notice = find_before (self, at, YS_KIND_FEE_NOTICED);
  gint64 paid = ys_event_get_int (event, "amount_fen", 0);
  gint64 asked = notice != NULL ? ys_event_get_int (notice, "amount_fen", 0) : paid;

  if (paid != asked)
    {
      g_autofree char *found = g_strdup_printf ("%" G_GINT64_FORMAT, paid);
      g_autofree char *want = g_strdup_printf ("%" G_GINT64_FORMAT, asked);
      warn (self, event, YS_WARN_FEE_PAID_DIFFERS, "body.amount_fen", found, want);
    }
}

/* A lapse needs its period to be over: what the correction letter set, or the fee's 20 days from
 * the delivery of the notice. */
static void
warn_lapse (Warner *self, const YsEvent *event, guint at)
{
  const char *outcome = ys_event_get_string (event, "outcome");
  YsDay until = YS_DAY_NONE;

  if (g_str_equal (outcome, "other.correction-lapsed"))
    until = ys_event_get_day (find_before (self, at, YS_KIND_CORRECTION_ASKED), "until");
  else if (g_str_equal (outcome, "other.fee-lapsed"))
    {
      const YsEvent *notice = find_before (self, at, YS_KIND_FEE_NOTICED);
      YsDay delivered = ys_folded_get_delivery (self->folded, notice->seq);

      if (delivered == YS_DAY_NONE)
        warn (self, event, YS_WARN_LAPSE_TOO_EARLY, "kind", NULL, NULL);
      else
        until = ys_calendar_nth (self->calendar, delivered, ys_edition_get_days (YS_PERIOD_FEE));
    }

  if (until != YS_DAY_NONE && event->on <= until)
    warn_day (self, event, YS_WARN_LAPSE_TOO_EARLY, until);
}

static void
warn_letter (Warner *self, const YsEvent *event)
{
  const YsEvent *letter = ys_folded_get (self->folded, ys_event_get_int (event, "of", 0));

  if (letter != NULL && event->on < letter->on)
    warn_day (self, event, YS_WARN_DELIVERED_BEFORE_LETTER, letter->on);
}

/* Years that an archived case is kept; 0 for ever. */
static int
get_retention (const YsEvent *archived)
{
  const char *retention = ys_event_get_string (archived, "retention");

  return (int) g_ascii_strtoll (retention, NULL, 10);
}

/* The time runs from the year after the archiving, and ends with a year. */
static void
warn_retention (Warner *self, const YsEvent *event, guint at)
{
  const YsEvent *archived = find_before (self, at, YS_KIND_ARCHIVED);
  int years = archived != NULL ? get_retention (archived) : 0;
  YsDay last = YS_DAY_NONE;

  if (archived == NULL)
    return;
  if (years > 0)
    last = ys_day_from_ymd (ys_day_year (archived->on) + years, 12, 31);
  if (last == YS_DAY_NONE)
    warn (self, event, YS_WARN_RETENTION_RUNS, "on", NULL, NULL);
  else if (event->on <= last)
    warn_day (self, event, YS_WARN_RETENTION_RUNS, last);
}

static void
warn_same_ref (Warner *self, const YsEvent *event, guint at)
{
  for (guint i = 0; i < at; i++)
    {
      const YsEvent *earlier = g_ptr_array_index (self->folded->events, i);
      if (earlier->kind == event->kind
          && g_strcmp0 (ys_event_get_string (earlier, "ref"), ys_event_get_string (event, "ref"))
               == 0)
        {
          warn (self, event, YS_WARN_SAME_REF, "body.ref", ys_event_get_string (event, "ref"), NULL);
          return;
        }
    }
}

static void
warn_event (Warner *self, const YsEvent *event, guint at)
{
  switch (event->kind)
    {
    case YS_KIND_ARRIVED:
    case YS_KIND_RECEIVED:
      warn_receipt (self, event);
      break;
    case YS_KIND_CORRECTION_ASKED:
      if (find_before (self, at, YS_KIND_CORRECTION_ASKED) != NULL)
        warn (self, event, YS_WARN_SECOND_CORRECTION, "kind", NULL, NULL);
      break;
    case YS_KIND_EXTENSION_GRANTED:
      if (ys_event_get_string (event, "approver") == NULL && !was_approved (self, at, "extension"))
        warn (self, event, YS_WARN_UNAPPROVED_EXTENSION, "body.approver", NULL, NULL);
      break;
    case YS_KIND_CONSULTATION_SENT:
    case YS_KIND_SEARCH_ASKED:
    case YS_KIND_REVIEW_OPENED:
      warn_same_ref (self, event, at);
      break;
    case YS_KIND_FEE_NOTICED:
      warn_fee (self, event);
      break;
    case YS_KIND_FEE_PAID:
      warn_payment (self, event, at);
      break;
    case YS_KIND_REPLIED:
      warn_reply (self, event, at);
      break;
    case YS_KIND_CLOSED:
      warn_lapse (self, event, at);
      break;
    case YS_KIND_DISPATCHED:
    case YS_KIND_DELIVERED:
    case YS_KIND_UNDELIVERED:
      warn_letter (self, event);
      break;
    case YS_KIND_DESTRUCTION_ASKED:
    case YS_KIND_DESTROYED:
      warn_retention (self, event, at);
      break;
    default:
      break;
    }
}

/* A strike of what a later entry refers to: at the desk it is refused. */
static void
warn_strikes (Warner *self)
{
  guint n = ys_history_get_length (self->history);

  for (guint seq = 1; seq <= n; seq++)
    {
      const YsEvent *event = ys_history_get (self->history, seq);
      gint64 referrer;

      if (event->kind != YS_KIND_STRUCK)
        continue;
      referrer = ys_history_find_referrer (self->history, ys_event_get_int (event, "of", 0), seq);
      if (referrer != 0)
        {
          g_autofree char *found = g_strdup_printf ("%" G_GINT64_FORMAT, referrer);
          warn (self, event, YS_WARN_STRUCK_REFERRED, "body.of", found, NULL);
        }
    }
}

void
ys_history_warn (const YsHistory *self, const YsFolded *folded, const YsCalendar *calendar,
                 GPtrArray *warnings)
{
  Warner warner = { self, folded, calendar, warnings };

  for (guint i = 0; i < folded->events->len; i++)
    warn_event (&warner, g_ptr_array_index (folded->events, i), i);
  warn_runs (&warner);
  warn_strikes (&warner);
}
