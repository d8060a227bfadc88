/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Derives a casefile from the folded history in one walk, and hands its figures to the tally. */
#include "rules/casefile.h"

#include "rules/casefile-text.h"
#include "rules/edition.h"

YsCasefile *
ys_casefile_ref (YsCasefile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
ys_casefile_unref (YsCasefile *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->clock, ys_clock_unref);
  g_free (self->id);
  g_free (self->channel);
  g_free (self->applicant);
  g_free (self->title);
  g_free (self->description);
  g_free (self->document_number);
  g_free (self->handler);
  g_free (self->ground);
  g_free (self->reply_number);
  g_free (self->asks_approval);
  g_array_unref (self->fees);
  g_ptr_array_unref (self->reviews);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->files);
  g_free (self->text);
  g_free (self);
}

static void
link_free (gpointer data)
{
  YsCaseLink *self = data;

  g_free (self->to);
  g_free (self->as);
  g_free (self);
}

static void
review_free (gpointer data)
{
  YsReview *self = data;

  g_free (self->ref);
  g_free (self);
}

/* --- the walk -------------------------------------------------------------------------------- */

static void
take_text (char **field, const YsEvent *event, const char *path)
{
  g_free (*field);
  *field = g_strdup (ys_event_get_string (event, path));
}

static void
take_request (YsCasefile *self, const YsEvent *event)
{
  take_text (&self->channel, event, "channel");
  take_text (&self->applicant, event, "applicant.name");
  take_text (&self->title, event, "request.title");
  take_text (&self->description, event, "request.description");
  take_text (&self->document_number, event, "request.document_number");
  self->klass = ys_applicant_class_from_id (ys_event_get_string (event, "applicant.class"));
  self->submitted_on = ys_event_get_day (event, "submitted_on");
  self->joint = ys_event_count_list (event, "joint");
}

static void
take_conclusion (YsCasefile *self, const YsEvent *event)
{
  self->concluded_on = event->on;
  self->outcome = event->kind == YS_KIND_WITHDRAWN
                    ? YS_OUTCOME_OTHER
                    : ys_outcome_from_id (ys_event_get_string (event, "outcome"));
  take_text (&self->ground, event, "ground");
  take_text (&self->reply_number, event, "reply_number");
  if (self->first_concluded_on == YS_DAY_NONE)
    {
      self->first_concluded_on = self->concluded_on;
      self->first_outcome = self->outcome;
    }
}

static void
take_reopening (YsCasefile *self)
{
  self->concluded_on = YS_DAY_NONE;
  self->outcome = YS_OUTCOME_NONE;
  self->drafted = YS_OUTCOME_NONE;
  self->destruction_seq = 0;
  g_clear_pointer (&self->ground, g_free);
  g_clear_pointer (&self->reply_number, g_free);
}

static YsReview *
find_review (const YsCasefile *self, const char *ref)
{
  for (guint i = 0; i < self->reviews->len; i++)
    {
      YsReview *review = g_ptr_array_index (self->reviews, i);
      if (g_strcmp0 (review->ref, ref) == 0 && review->decided_on == YS_DAY_NONE)
        return review;
    }
  return NULL;
}

static void
take_link (YsCasefile *self, const YsEvent *event)
{
  YsCaseLink *link = g_new0 (YsCaseLink, 1);

  link->to = g_strdup (ys_event_get_string (event, "to"));
  link->as = g_strdup (ys_event_get_string (event, "as"));
  g_ptr_array_add (self->links, link);
}

static void
take_review (YsCasefile *self, const YsEvent *event)
{
  YsReview *review;

  if (event->kind == YS_KIND_REVIEW_DECIDED)
    {
      review = find_review (self, ys_event_get_string (event, "ref"));
      if (review != NULL)
        {
          review->decided_on = event->on;
          review->result = ys_result_from_id (ys_event_get_string (event, "result"));
        }
      return;
    }

  review = g_new0 (YsReview, 1);
  review->ref = g_strdup (ys_event_get_string (event, "ref"));
  review->route = ys_route_from_id (ys_event_get_string (event, "route"));
  review->as_review_body = g_strcmp0 (ys_event_get_string (event, "as"), "review-body") == 0;
  review->summary = g_strcmp0 (ys_event_get_string (event, "procedure"), "summary") == 0;
  review->opened_on = event->on;
  review->served_on = ys_event_get_day (event, "served_on");
  review->decided_on = YS_DAY_NONE;
  review->result = YS_RESULT_PENDING;
  g_ptr_array_add (self->reviews, review);
}

static void
take_fee (YsCasefile *self, const YsEvent *event)
{
  YsFeePaid fee = { event->on, ys_event_get_int (event, "amount_fen", 0) };

  self->fee_paid_fen += fee.amount_fen;
  g_array_append_val (self->fees, fee);
}

static void
take_file (const char *digest, gpointer user_data)
{
  GPtrArray *files = user_data;

  if (!g_ptr_array_find_with_equal_func (files, digest, g_str_equal, NULL))
    g_ptr_array_add (files, g_strdup (digest));
}

static void
take_event (YsCasefile *self, const YsEvent *event)
{
  switch (event->kind)
    {
    case YS_KIND_ARRIVED:
      self->arrived_on = event->on;
      take_request (self, event);
      break;
    case YS_KIND_RECEIVED:
      self->received_on = event->on;
      if (ys_event_get (event, "request") != NULL)
        take_request (self, event);
      break;
    case YS_KIND_ASSIGNED:
      take_text (&self->handler, event, "to");
      break;
    case YS_KIND_CORRECTION_ASKED:
      self->corrected_once = TRUE;
      break;
    case YS_KIND_DRAFTED:
      self->drafted = ys_outcome_from_id (ys_event_get_string (event, "outcome"));
      break;
    case YS_KIND_FEE_PAID:
      take_fee (self, event);
      break;
    case YS_KIND_REPLIED:
    case YS_KIND_WITHDRAWN:
    case YS_KIND_CLOSED:
      /* As for the clock: what follows the conclusion in force has no effect. */
      if (self->concluded_on == YS_DAY_NONE)
        take_conclusion (self, event);
      break;
    case YS_KIND_REOPENED:
      take_reopening (self);
      break;
    case YS_KIND_REVIEW_OPENED:
    case YS_KIND_REVIEW_DECIDED:
      take_review (self, event);
      break;
    case YS_KIND_LINKED:
      take_link (self, event);
      break;
    case YS_KIND_ARCHIVED:
      self->archived = TRUE;
      break;
    case YS_KIND_DESTRUCTION_ASKED:
      self->destruction_seq = event->seq;
      break;
    case YS_KIND_DESTROYED:
      self->destruction_seq = 0;
      self->destroyed = TRUE;
      break;
    default:
      break;
    }
  ys_event_foreach_file (event, take_file, self->files);
}

/* --- open questions -------------------------------------------------------------------------- */

/* Whether question @asked has an answer of @kind (with the same ref, where it has one) after it. */
static gboolean
is_answered (const YsFolded *folded, guint asked, YsKind kind)
{
  const YsEvent *question = g_ptr_array_index (folded->events, asked);
  const char *ref = ys_event_get_string (question, "ref");

  for (guint i = asked + 1; i < folded->events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i);
      if (event->kind == kind && g_strcmp0 (ys_event_get_string (event, "ref"), ref) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether a decision on approval-asked @asked, a newer request for the same, or a conclusion
 * follows. */
static gboolean
is_settled (const YsFolded *folded, guint asked)
{
  const YsEvent *request = g_ptr_array_index (folded->events, asked);
  const char *what = ys_event_get_string (request, "for");

  for (guint i = asked + 1; i < folded->events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i);

      if (ys_kind_is_conclusion (event->kind)
          || ys_event_get_int (event, "asked", 0) == request->seq
          || (event->kind == YS_KIND_APPROVAL_ASKED
              && g_str_equal (ys_event_get_string (event, "for"), what)))
        return TRUE;
    }
  return FALSE;
}

/* The last request for an approval that nobody has decided yet. */
static void
find_open_approval (YsCasefile *self, const YsFolded *folded)
{
  for (guint i = folded->events->len; i > 0; i--)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i - 1);

      if (event->kind != YS_KIND_APPROVAL_ASKED || is_settled (folded, i - 1))
        continue;
      self->asks_approval = g_strdup (ys_event_get_string (event, "for"));
      self->approval_seq = event->seq;
      return;
    }
}

/* Whether somebody may have to review, approve, or ask for approval again. */
static void
find_in_approval (YsCasefile *self, const YsFolded *folded)
{
  for (guint i = folded->events->len; i > 0 && self->concluded_on == YS_DAY_NONE; i--)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i - 1);

      if (event->kind == YS_KIND_REOPENED)
        return;
      if (event->kind == YS_KIND_DRAFTED || event->kind == YS_KIND_APPROVAL_ASKED)
        {
          self->in_approval = TRUE;
          return;
        }
    }
}

static void
wait_until (YsCasefile *self, YsDay until)
{
  if (until != YS_DAY_NONE && (self->waiting_until == YS_DAY_NONE || until < self->waiting_until))
    self->waiting_until = until;
}

static void
find_open_questions (YsCasefile *self, const YsFolded *folded)
{
  static const struct
  {
    YsKind asked, answered;
    YsOpenQuestions bit;
  } questions[] = {
    { YS_KIND_CORRECTION_ASKED, YS_KIND_CORRECTED, YS_OPEN_CORRECTION },
    { YS_KIND_FEE_NOTICED, YS_KIND_FEE_PAID, YS_OPEN_FEE },
    { YS_KIND_CONSULTATION_SENT, YS_KIND_CONSULTATION_ANSWERED, YS_OPEN_CONSULTATION },
    { YS_KIND_SEARCH_ASKED, YS_KIND_SEARCH_ANSWERED, YS_OPEN_SEARCH },
    { YS_KIND_REASONS_ASKED, YS_KIND_REASONS_GIVEN, YS_OPEN_REASONS },
  };

  for (guint i = 0; i < folded->events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i);

      for (guint k = 0; k < G_N_ELEMENTS (questions); k++)
        if (event->kind == questions[k].asked && !is_answered (folded, i, questions[k].answered))
          {
            self->open |= questions[k].bit;
            if (self->concluded_on == YS_DAY_NONE && event->kind != YS_KIND_CONSULTATION_SENT)
              wait_until (self, ys_event_get_day (event, "until"));
          }
    }

  if (self->concluded_on != YS_DAY_NONE || self->clock == NULL)
    return;
  for (guint i = 0; i < self->clock->limits->len; i++)
    {
      const YsLimit *limit = g_ptr_array_index (self->clock->limits, i);
      if (limit->act == YS_ACT_CONSULTATION || limit->act == YS_ACT_FEE)
        wait_until (self, limit->until);
    }
}

/* --- public ---------------------------------------------------------------------------------- */

YsCasefile *
ys_casefile_new (const YsHistory *history, const YsCalendar *calendar, YsDay on)
{
  g_return_val_if_fail (history != NULL && calendar != NULL && on != YS_DAY_NONE, NULL);

  g_autoptr (YsFolded) folded = ys_history_fold (history, on);
  YsCasefile *self = g_new0 (YsCasefile, 1);

  g_atomic_ref_count_init (&self->refs);
  self->id = g_strdup (ys_history_get_id (history));
  self->seq = ys_history_get_length (history);
  self->on = on;
  self->has_later = folded->has_later;
  self->submitted_on = self->arrived_on = self->received_on = YS_DAY_NONE;
  self->first_concluded_on = self->concluded_on = self->waiting_until = YS_DAY_NONE;
  self->klass = YS_CLASS_NONE;
  self->first_outcome = self->outcome = self->drafted = YS_OUTCOME_NONE;
  self->fees = g_array_new (FALSE, FALSE, sizeof (YsFeePaid));
  self->reviews = g_ptr_array_new_with_free_func (review_free);
  self->links = g_ptr_array_new_with_free_func (link_free);
  self->files = g_ptr_array_new_with_free_func (g_free);
  self->clock = ys_clock_read (folded, calendar, FALSE);

  for (guint i = 0; i < folded->events->len; i++)
    take_event (self, g_ptr_array_index (folded->events, i));
  find_open_questions (self, folded);
  find_open_approval (self, folded);
  find_in_approval (self, folded);
  self->extended = self->clock != NULL
                   && self->clock->budget > ys_edition_get_days (YS_PERIOD_REPLY);
  self->text = ys_casefile_gather_text (folded);
  return self;
}

void
ys_casefile_get_facts (const YsCasefile *self, YsCaseFacts *facts)
{
  g_return_if_fail (self != NULL && facts != NULL);

  *facts = (YsCaseFacts) {
    .klass = self->klass,
    .received_on = self->received_on,
    .concluded_on = self->first_concluded_on,
    .outcome = self->first_outcome,
  };
}

void
ys_casefile_tally (const YsCasefile *self, YsFigures *figures)
{
  g_return_if_fail (self != NULL && figures != NULL);

  YsCaseFacts facts;
  gint64 fen = 0;
  gboolean paid = FALSE;

  ys_casefile_get_facts (self, &facts);
  ys_figures_add_case (figures, &facts);

  for (guint i = 0; i < self->reviews->len; i++)
    {
      const YsReview *review = g_ptr_array_index (self->reviews, i);
      if (!review->as_review_body)
        ys_figures_add_review (figures, review->route, review->opened_on, review->decided_on,
                               review->result);
    }

  for (guint i = 0; i < self->fees->len; i++)
    {
      const YsFeePaid *fee = &g_array_index (self->fees, YsFeePaid, i);
      if (ys_day_year (fee->on) == figures->year)
        {
          fen += fee->amount_fen;
          paid = TRUE;
        }
    }
  if (paid)
    ys_figures_add_fee (figures, fen);
}
