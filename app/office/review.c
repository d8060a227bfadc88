/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What counts is decided by the order of the entries, not by their days: an opinion entered before the
 * draft was changed is of another draft. */
#include "office/review.h"

#include "office/facts.h"
#include "office/record.h"
#include "wording/i18n.h"
#include "wording/word.h"

/* --- the chain ------------------------------------------------------------------------------- */

static void
step_free (gpointer data)
{
  YsChainStep *self = data;

  g_free (self->as);
  g_free (self->by);
  g_free (self->comment);
  g_free (self);
}

static YsChainStep *
find_step (const YsChain *self, const char *as)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      YsChainStep *step = g_ptr_array_index (self->steps, i);
      if (g_strcmp0 (step->as, as) == 0)
        return step;
    }
  return NULL;
}

/* The draft in force, and since when it is what it is. */
static void
find_draft (YsChain *self, const YsHistory *history, const YsFolded *folded)
{
  for (guint i = 0; i < folded->events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i);

      if (event->kind == YS_KIND_DRAFTED)
        self->draft = event->seq;
      else if (event->kind == YS_KIND_REOPENED)
        self->draft = 0;
    }
  for (gint64 seq = ys_history_get_length (history); seq > 0 && self->since == 0; seq--)
    {
      const YsEvent *event = ys_history_get (history, seq);

      if (event->kind == YS_KIND_REOPENED || ys_facts_touched_by (history, event))
        self->since = seq;
    }
}

/* The step that an entry is the opinion of, or NULL: the leader's is an approval of the reply too. */
static YsChainStep *
find_step_of (const YsChain *self, const YsFolded *folded, const YsEvent *event)
{
  const YsEvent *asked;

  if (event->seq < self->since)
    return NULL;
  if (event->kind == YS_KIND_REVIEWED)
    return find_step (self, ys_event_get_string (event, "as"));
  if (event->kind != YS_KIND_APPROVED)
    return NULL;
  asked = ys_folded_get (folded, ys_event_get_int (event, "asked", 0));
  return asked != NULL && g_strcmp0 (ys_event_get_string (asked, "for"), "reply") == 0
           ? find_step (self, "leader")
           : NULL;
}

/* The last opinion of each step counts. */
static void
take_opinions (YsChain *self, const YsFolded *folded)
{
  for (guint i = 0; i < folded->events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i);
      YsChainStep *step = find_step_of (self, folded, event);

      if (step == NULL)
        continue;
      step->state = g_strcmp0 (ys_event_get_string (event, "opinion"), "disagree") != 0
                      ? YS_CHAIN_AGREED
                      : YS_CHAIN_DISAGREED;
      step->on = event->on;
      g_free (step->by);
      g_free (step->comment);
      step->by = g_strdup (event->actor);
      step->comment = g_strdup (ys_event_get_string (event, "comment"));
    }
}

YsChain *
ys_chain_new (const YsHistory *history, YsDay today, const char *const *steps)
{
  g_return_val_if_fail (history != NULL && steps != NULL, NULL);

  g_autoptr (YsFolded) folded = ys_history_fold (history, today);
  YsChain *self = g_new0 (YsChain, 1);

  self->steps = g_ptr_array_new_with_free_func (step_free);
  for (; *steps != NULL; steps++)
    {
      YsChainStep *step = g_new0 (YsChainStep, 1);

      step->as = g_strdup (*steps);
      step->on = YS_DAY_NONE;
      g_ptr_array_add (self->steps, step);
    }
  find_draft (self, history, folded);
  if (self->draft != 0)
    take_opinions (self, folded);
  return self;
}

void
ys_chain_free (YsChain *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self);
}

const YsChainStep *
ys_chain_get_refused (const YsChain *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const YsChainStep *step = g_ptr_array_index (self->steps, i);
      if (step->state == YS_CHAIN_DISAGREED)
        return step;
    }
  return NULL;
}

const YsChainStep *
ys_chain_get_next (const YsChain *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->draft == 0 || ys_chain_get_refused (self) != NULL)
    return NULL;
  for (guint i = 0; i < self->steps->len; i++)
    {
      const YsChainStep *step = g_ptr_array_index (self->steps, i);
      if (step->state == YS_CHAIN_OPEN)
        return step;
    }
  return NULL;
}

/* Steps before the leader's: the leader may as well approve. */
static gboolean
is_before_leader (const YsChainStep *step)
{
  return !g_str_equal (step->as, "leader");
}

char *
ys_chain_explain_block (const YsChain *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  const YsChainStep *refused = ys_chain_get_refused (self);
  gboolean has_steps = FALSE;

  if (refused != NULL)
    return g_strdup_printf (_("The draft was sent back: %s disagreed. Draft it anew."),
                            ys_word_name ("as", refused->as));
  for (guint i = 0; i < self->steps->len; i++)
    {
      const YsChainStep *step = g_ptr_array_index (self->steps, i);

      has_steps |= is_before_leader (step);
      if (self->draft != 0 && is_before_leader (step) && step->state == YS_CHAIN_OPEN)
        return g_strdup_printf (_("This draft has not been reviewed yet: %s comes first."),
                                ys_word_name ("as", step->as));
    }
  return has_steps && self->draft == 0
           ? g_strdup (_("There is no draft of the reply that could go through the reviews."))
           : NULL;
}

const char *const *
ys_office_get_chain (YsSession *session)
{
  static const char *const none[] = { NULL };
  const YsStaff *staff = ys_session_get_staff (session);

  return ys_staff_is_open (staff) ? none : ys_staff_get_chain (staff);
}

/* --- a step ---------------------------------------------------------------------------------- */

/* Without a chain any opinion may be given, in any order. NULL if this one may. */
static char *
explain_refusal (const YsChain *chain, const char *as)
{
  const YsChainStep *step = find_step (chain, as);
  const YsChainStep *refused = ys_chain_get_refused (chain);
  const YsChainStep *next = ys_chain_get_next (chain);

  if (chain->steps->len == 0)
    return NULL;
  if (chain->draft == 0)
    return g_strdup (_("There is no draft of a reply to review."));
  if (step == NULL)
    return g_strdup_printf (_("The office's review chain has no step “%s”."),
                            ys_word_name ("as", as));
  if (refused != NULL)
    return ys_chain_explain_block (chain);
  if (step->state == YS_CHAIN_AGREED)
    return g_strdup_printf (_("The step “%s” has agreed to this draft already."),
                            ys_word_name ("as", as));
  return step == next ? NULL
                      : g_strdup_printf (_("It is not the turn of this step yet: %s comes first."),
                                         ys_word_name ("as", next->as));
}

gboolean
ys_office_review (YsSession *session, const char *id, YsDay on, const char *as, gboolean agree,
                  const char *comment, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && id != NULL, FALSE);

  g_autoptr (YsHistory) history = ys_session_load_case (session, id, error);
  g_autoptr (YsChain) chain = NULL;
  g_autofree char *refusal = NULL;

  if (history == NULL)
    return FALSE;
  chain = ys_chain_new (history, ys_session_get_today (session),
                        ys_office_get_chain (session));
  refusal = explain_refusal (chain, as);
  if (refusal != NULL)
    {
      g_set_error_literal (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED, refusal);
      return FALSE;
    }
  return ys_session_record_after (session, history, YS_KIND_REVIEWED, on,
                                  ys_body_new ("as", as, "opinion", agree ? "agree" : "disagree",
                                               "comment", comment, NULL), error);
}
