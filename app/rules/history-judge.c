/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What no history may hold (exchange.md, "Import is testimony"): references that name nothing, and
 * orders impossible in life. What is merely odd stands in history-warn.c. */
#include "rules/history-judge.h"

#include "rules/event-json.h"

void
ys_finding_free (YsFinding *self)
{
  g_return_if_fail (self != NULL);

  ys_fault_clear (&self->fault);
  g_free (self);
}

YsFinding *
ys_finding_new (gint64 seq, YsFaultCode code, const char *path, const char *found,
                const char *want)
{
  YsFinding *self = g_new0 (YsFinding, 1);

  self->seq = seq;
  ys_fault_set (&self->fault, code, path, found, want);
  return self;
}

/* --- references, in the order of the stream -------------------------------------------------- */

typedef struct
{
  const YsHistory *history;
  GPtrArray *standing; /* of YsEvent, amended as far as the walk has come */
  GPtrArray *problems;
  YsDay today;
} References;

static void
report (References *self, gint64 seq, YsFaultCode code, const char *path, const char *found,
        const char *want)
{
  g_ptr_array_add (self->problems, ys_finding_new (seq, code, path, found, want));
}

/* The entry that @name ("of", "asked") of @event names, reported if it is none or not earlier. */
static YsEvent *
find_named (References *self, const YsEvent *event, const char *name)
{
  gint64 of = ys_event_get_int (event, name, 0);

  if (of >= 1 && of < event->seq)
    return g_ptr_array_index (self->standing, of - 1);

  g_autofree char *path = g_strconcat ("body.", name, NULL);
  g_autofree char *found = g_strdup_printf ("%" G_GINT64_FORMAT, of);
  report (self, event->seq, YS_FAULT_NO_SUCH_ENTRY, path, found, NULL);
  return NULL;
}

static void
check_letter (References *self, const YsEvent *event)
{
  YsEvent *letter = find_named (self, event, "of");

  if (letter != NULL && !ys_kind_is_letter (letter->kind))
    report (self, event->seq, YS_FAULT_NO_LETTER, "body.of", ys_kind_get_name (letter->kind), NULL);
}

static void
check_asked (References *self, const YsEvent *event, YsKind kind)
{
  YsEvent *asked = find_named (self, event, "asked");

  if (asked != NULL && asked->kind != kind)
    report (self, event->seq, YS_FAULT_NO_SUCH_ENTRY, "body.asked",
            ys_kind_get_name (asked->kind), ys_kind_get_name (kind));
}

static void
check_ref (References *self, const YsEvent *event, YsKind kind)
{
  const char *ref = ys_event_get_string (event, "ref");

  if (ref == NULL)
    return;
  for (gint64 seq = 1; seq < event->seq; seq++)
    {
      YsEvent *earlier = g_ptr_array_index (self->standing, seq - 1);
      if (earlier->kind == kind && g_strcmp0 (ys_event_get_string (earlier, "ref"), ref) == 0)
        return;
    }
  report (self, event->seq, YS_FAULT_NO_SUCH_REF, "body.ref", ref, ys_kind_get_name (kind));
}

static void
check_references_of (References *self, const YsEvent *event)
{
  switch (event->kind)
    {
    case YS_KIND_DISPATCHED:
    case YS_KIND_DELIVERED:
    case YS_KIND_UNDELIVERED:
      check_letter (self, event);
      break;
    case YS_KIND_APPROVED:
    case YS_KIND_RETURNED:
      check_asked (self, event, YS_KIND_APPROVAL_ASKED);
      break;
    case YS_KIND_DESTROYED:
      check_asked (self, event, YS_KIND_DESTRUCTION_ASKED);
      break;
    case YS_KIND_CONSULTATION_ANSWERED:
      check_ref (self, event, YS_KIND_CONSULTATION_SENT);
      break;
    case YS_KIND_SEARCH_ANSWERED:
      check_ref (self, event, YS_KIND_SEARCH_ASKED);
      break;
    case YS_KIND_REVIEW_DECIDED:
    case YS_KIND_REOPENED:
      check_ref (self, event, YS_KIND_REVIEW_OPENED);
      break;
    default:
      break;
    }
}

static void
check_amendment (References *self, const YsEvent *event)
{
  YsEvent *target = find_named (self, event, "of");
  const char *field = ys_event_get_string (event, "field");
  g_auto (YsFault) fault = YS_FAULT_INIT;

  if (target == NULL)
    return;
  if (target->kind == YS_KIND_AMENDED || target->kind == YS_KIND_STRUCK)
    {
      report (self, event->seq, YS_FAULT_NOT_AMENDABLE, "body.of", ys_kind_get_name (target->kind),
              NULL);
      return;
    }
  if (!ys_event_matches (target, field, ys_event_get (event, "from")))
    {
      g_autofree char *from = ys_json_canonical (ys_event_get (event, "from"));
      report (self, event->seq, YS_FAULT_FROM_DIFFERS, "body.from", from, field);
      return;
    }

  YsEvent *amended = ys_event_amend (target, YS_STREAM_CASE, field, ys_event_get (event, "to"),
                                     &fault);
  if (amended == NULL || !ys_event_check_dates (amended, YS_STREAM_CASE, self->today, &fault))
    {
      report (self, event->seq, fault.code, "body.to", fault.found, fault.want);
      g_clear_pointer (&amended, ys_event_unref);
      return;
    }

  check_references_of (self, amended);
  ys_event_unref (target);
  g_ptr_array_index (self->standing, amended->seq - 1) = amended;
}

/* A struck amendment changes nothing any more, and what is amended next starts from there. */
static void
check_strike (References *self, const YsEvent *event)
{
  YsEvent *target = find_named (self, event, "of");

  if (target == NULL || (target->kind != YS_KIND_AMENDED && target->kind != YS_KIND_STRUCK))
    return;

  g_autofree gboolean *struck = ys_history_find_struck (self->history, event->seq, G_MAXINT32);
  g_ptr_array_unref (self->standing);
  self->standing = ys_history_stand (self->history, event->seq, G_MAXINT32, struck);
}

static void
check_references (const YsHistory *history, YsDay today, GPtrArray *problems)
{
  guint n = ys_history_get_length (history);
  References self = { history, ys_history_stand (history, 0, G_MAXINT32, NULL), problems, today };

  for (guint seq = 1; seq <= n; seq++)
    {
      const YsEvent *event = ys_history_get (history, seq);

      if (event->kind == YS_KIND_AMENDED)
        check_amendment (&self, event);
      else if (event->kind == YS_KIND_STRUCK)
        check_strike (&self, event);
      else
        check_references_of (&self, event);
    }
  g_ptr_array_unref (self.standing);
}

/* --- orders, on the folded history ----------------------------------------------------------- */

typedef struct
{
  GPtrArray *problems;
  gboolean arrived;
  gboolean received;
  gboolean concluded;
  gboolean correction, fee, reasons; /* asked and not answered */
  GHashTable *refs;                  /* "kind ref" of open consultations and searches */
} Order;

static gboolean
may_follow_conclusion (YsKind kind)
{
  switch (kind)
    {
    case YS_KIND_REVIEW_OPENED:
    case YS_KIND_REVIEW_DECIDED:
    case YS_KIND_DISPATCHED:
    case YS_KIND_DELIVERED:
    case YS_KIND_UNDELIVERED:
    case YS_KIND_NOTED:
    case YS_KIND_ATTACHED:
    case YS_KIND_LINKED:
    case YS_KIND_AMENDED:
    case YS_KIND_STRUCK:
    case YS_KIND_ARCHIVED:
    case YS_KIND_ASSIGNED:
    case YS_KIND_CONSULTATION_ANSWERED:
    case YS_KIND_SEARCH_ANSWERED:
    case YS_KIND_FEE_PAID:
    case YS_KIND_REOPENED:
    case YS_KIND_DESTRUCTION_ASKED:
    case YS_KIND_DESTROYED:
      return TRUE;
    default:
      return FALSE;
    }
}

static char *
make_ref_key (const YsEvent *event, YsKind asked)
{
  return g_strdup_printf ("%d %s", asked, ys_event_get_string (event, "ref"));
}

/* Answers a question; reports an answer to what was not asked. */
static void
close_question (Order *self, const YsEvent *event, gboolean *open, YsKind asked)
{
  if (!*open)
    g_ptr_array_add (self->problems, ys_finding_new (event->seq, YS_FAULT_NOT_ASKED, "kind",
                                                     ys_kind_get_name (event->kind),
                                                     ys_kind_get_name (asked)));
  *open = FALSE;
}

static void
close_ref (Order *self, const YsEvent *event, YsKind asked)
{
  g_autofree char *key = make_ref_key (event, asked);
  gboolean open = g_hash_table_remove (self->refs, key);

  close_question (self, event, &open, asked);
}

static void
check_receipt (Order *self, const YsEvent *event)
{
  gboolean *seen = event->kind == YS_KIND_ARRIVED ? &self->arrived : &self->received;
  gboolean confirms = ys_event_get (event, "confirmed_by") != NULL;

  if (*seen || (event->kind == YS_KIND_ARRIVED && self->received))
    g_ptr_array_add (self->problems, ys_finding_new (event->seq, YS_FAULT_SECOND_RECEIPT, "kind",
                                                     ys_kind_get_name (event->kind), NULL));
  else if (event->kind == YS_KIND_RECEIVED && self->arrived && !confirms)
    g_ptr_array_add (self->problems, ys_finding_new (event->seq, YS_FAULT_UNKNOWN_FIELD,
                                                     "body.channel", NULL, "confirmed_by"));
  else if (confirms && !self->arrived)
    g_ptr_array_add (self->problems, ys_finding_new (event->seq, YS_FAULT_MISSING_FIELD,
                                                     "body.channel", NULL, NULL));
  *seen = TRUE;
}

/* A lapse needs its open question and does not answer it: a fee may be paid after it, and a case
 * that is reopened still waits for what was asked. */
static void
check_lapse (Order *self, const YsEvent *event)
{
  const char *outcome = ys_event_get_string (event, "outcome");
  gboolean correction = self->correction;
  gboolean fee = self->fee;

  if (g_str_equal (outcome, "other.correction-lapsed"))
    close_question (self, event, &correction, YS_KIND_CORRECTION_ASKED);
  else if (g_str_equal (outcome, "other.fee-lapsed"))
    close_question (self, event, &fee, YS_KIND_FEE_NOTICED);
}

static void
check_question (Order *self, const YsEvent *event)
{
  switch (event->kind)
    {
    case YS_KIND_CORRECTION_ASKED:
      self->correction = TRUE;
      break;
    case YS_KIND_CORRECTED:
      close_question (self, event, &self->correction, YS_KIND_CORRECTION_ASKED);
      break;
    case YS_KIND_FEE_NOTICED:
      self->fee = TRUE;
      break;
    case YS_KIND_FEE_PAID:
      close_question (self, event, &self->fee, YS_KIND_FEE_NOTICED);
      break;
    case YS_KIND_REASONS_ASKED:
      self->reasons = TRUE;
      break;
    case YS_KIND_REASONS_GIVEN:
      close_question (self, event, &self->reasons, YS_KIND_REASONS_ASKED);
      break;
    case YS_KIND_CONSULTATION_SENT:
    case YS_KIND_SEARCH_ASKED:
      g_hash_table_add (self->refs, make_ref_key (event, event->kind));
      break;
    case YS_KIND_CONSULTATION_ANSWERED:
      close_ref (self, event, YS_KIND_CONSULTATION_SENT);
      break;
    case YS_KIND_SEARCH_ANSWERED:
      close_ref (self, event, YS_KIND_SEARCH_ASKED);
      break;
    case YS_KIND_CLOSED:
      check_lapse (self, event);
      break;
    default:
      break;
    }
}

static void
check_order (Order *self, const YsEvent *event)
{
  gboolean receipt = event->kind == YS_KIND_ARRIVED || event->kind == YS_KIND_RECEIVED;
  const char *name = ys_kind_get_name (event->kind);

  if (!self->arrived && !self->received && !receipt && event->kind != YS_KIND_NOTED
      && event->kind != YS_KIND_ATTACHED)
    {
      g_ptr_array_add (self->problems, ys_finding_new (event->seq, YS_FAULT_BEFORE_RECEIPT, "kind",
                                                       name, NULL));
      return;
    }
  if (self->concluded && !may_follow_conclusion (event->kind))
    {
      g_ptr_array_add (self->problems, ys_finding_new (event->seq, YS_FAULT_AFTER_CONCLUSION,
                                                       "kind", name, NULL));
      return;
    }
  if (event->kind == YS_KIND_REOPENED && !self->concluded)
    g_ptr_array_add (self->problems, ys_finding_new (event->seq, YS_FAULT_NOT_CONCLUDED, "kind",
                                                     name, NULL));

  if (receipt)
    check_receipt (self, event);
  check_question (self, event);
  if (ys_kind_is_conclusion (event->kind))
    self->concluded = TRUE;
  else if (event->kind == YS_KIND_REOPENED)
    self->concluded = FALSE;
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const YsFinding *x = *(YsFinding *const *) a;
  const YsFinding *y = *(YsFinding *const *) b;

  return x->seq < y->seq ? -1 : x->seq > y->seq;
}

void
ys_history_judge (const YsHistory *self, const YsCalendar *calendar, YsDay today,
                  GPtrArray *problems, GPtrArray *warnings)
{
  g_return_if_fail (self != NULL && calendar != NULL && problems != NULL);

  /* Everything is known: the whole history is judged, whatever the day. */
  g_autoptr (YsFolded) folded = ys_history_fold (self, ys_day_from_ymd (YS_YEAR_MAX, 12, 31));
  g_autoptr (GHashTable) refs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Order order = { .problems = problems, .refs = refs };

  check_references (self, today, problems);
  for (guint i = 0; i < folded->events->len; i++)
    check_order (&order, g_ptr_array_index (folded->events, i));
  ys_history_judge_destruction (self, folded, problems);
  g_ptr_array_sort (problems, compare_findings);

  if (warnings != NULL && problems->len == 0)
    {
      ys_history_warn (self, folded, calendar, warnings);
      g_ptr_array_sort (warnings, compare_findings);
    }
}
