/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks the rules about every step. The few that the rules would let pass although they make no sense
 * yet (a decision on an approval that nobody asked for) are answered here. */
#include "office/case-steps.h"

#include "office/authority.h"
#include "rules/permission.h"
#include "wording/explain.h"
#include "wording/i18n.h"

#include <cjson/cJSON.h>

/* In the order in which a case goes. */
static const YsKind step_kinds[] = {
  YS_KIND_RECEIVED,         YS_KIND_ASSIGNED,
  YS_KIND_CORRECTION_ASKED, YS_KIND_CORRECTED,
  YS_KIND_SEARCH_ASKED,     YS_KIND_SEARCH_ANSWERED,
  YS_KIND_CONSULTATION_SENT, YS_KIND_CONSULTATION_ANSWERED,
  YS_KIND_DRAFTED,          YS_KIND_REVIEWED,
  YS_KIND_APPROVAL_ASKED,   YS_KIND_APPROVED,
  YS_KIND_RETURNED,         YS_KIND_REPLIED,
  YS_KIND_EXTENSION_GRANTED, YS_KIND_FEE_NOTICED,
  YS_KIND_FEE_PAID,         YS_KIND_REASONS_ASKED,
  YS_KIND_REASONS_GIVEN,    YS_KIND_DELAY_SET,
  YS_KIND_WITHDRAWN,        YS_KIND_CLOSED,
  YS_KIND_LINKED,           YS_KIND_REVIEW_OPENED,
  YS_KIND_REVIEW_DECIDED,   YS_KIND_REOPENED,
  YS_KIND_ARCHIVED,
};

#define SOME_DIGEST "sm3:0000000000000000000000000000000000000000000000000000000000000000"

/* The least body of the kinds that ys_permission_probe() does not know; %d is the asked approval. */
static const char *
get_body (YsKind kind)
{
  switch (kind)
    {
    case YS_KIND_REVIEWED:
      return "{\"as\":\"section\",\"opinion\":\"agree\"}";
    case YS_KIND_APPROVAL_ASKED:
      return "{\"for\":\"reply\",\"files\":[],\"facts\":\"" SOME_DIGEST "\"}";
    case YS_KIND_APPROVED:
      return "{\"asked\":%d,\"files\":[],\"facts\":\"" SOME_DIGEST "\"}";
    case YS_KIND_RETURNED:
      return "{\"asked\":%d,\"reason\":\"-\"}";
    case YS_KIND_LINKED:
      return "{\"to\":\"2008-0001\",\"as\":\"duplicate\"}";
    default:
      return NULL;
    }
}

static const char *
find_senseless (YsKind kind, const YsCasefile *casefile)
{
  switch (kind)
    {
    case YS_KIND_REVIEWED:
      return casefile->drafted == YS_OUTCOME_NONE ? _("There is no draft of a reply to review.")
                                                  : NULL;
    case YS_KIND_APPROVAL_ASKED:
      return casefile->asks_approval != NULL
               ? _("An approval is asked for already, and not decided yet.")
               : NULL;
    case YS_KIND_APPROVED:
    case YS_KIND_RETURNED:
      return casefile->asks_approval == NULL ? _("No approval is asked for.") : NULL;
    case YS_KIND_ARCHIVED:
      if (casefile->archived)
        return _("The case is archived already.");
      return casefile->concluded_on == YS_DAY_NONE ? _("The case is not concluded yet.") : NULL;
    default:
      return NULL;
    }
}

/* The sentences of faults speak of fields and entries, as an import needs it; of a button that
 * nobody pressed they are told by what is missing in the case. */
static char *
explain (YsKind kind, const YsFault *fault)
{
  if (fault->code == YS_FAULT_AFTER_CONCLUSION)
    return g_strdup (_("The case is concluded. Reopen it first."));
  if (fault->code == YS_FAULT_NOT_CONCLUDED)
    return g_strdup (_("The case is not concluded yet."));
  if (kind == YS_KIND_RECEIVED)
    return g_strdup (_("The receipt needs no confirmation any more."));
  if (fault->code != YS_FAULT_NOT_ASKED && fault->code != YS_FAULT_NO_SUCH_REF)
    return ys_explain_fault (fault);

  switch (kind)
    {
    case YS_KIND_CORRECTED:
      return g_strdup (_("No correction is awaited."));
    case YS_KIND_CONSULTATION_ANSWERED:
      return g_strdup (_("No opinion is awaited."));
    case YS_KIND_SEARCH_ANSWERED:
      return g_strdup (_("No search is under way."));
    case YS_KIND_FEE_PAID:
      return g_strdup (_("No fee is awaited."));
    case YS_KIND_REASONS_GIVEN:
      return g_strdup (_("No reasons were asked for."));
    case YS_KIND_REVIEW_DECIDED:
      return g_strdup (_("No remedy is open."));
    default:
      return ys_explain_fault (fault);
    }
}

static gboolean
may_follow (const YsHistory *history, YsKind kind, const YsCasefile *casefile,
            const YsCalendar *calendar, YsDay on, YsDay today, gboolean approvals, YsFault *fault)
{
  const char *body = get_body (kind);
  g_autoptr (GString) text = NULL;
  g_autofree char *asked = NULL;
  g_autoptr (YsEvent) event = NULL;

  if (body == NULL)
    return ys_permission_probe (history, kind, calendar, on, today, approvals, fault);

  text = g_string_new (body);
  asked = g_strdup_printf ("%" G_GINT64_FORMAT, casefile->approval_seq);
  g_string_replace (text, "%d", asked, 0);
  event = ys_event_new (YS_STREAM_CASE, ys_history_get_length (history) + 1, kind, on, NULL,
                        cJSON_Parse (text->str), fault);
  return event != NULL
         && ys_permission_check (history, event, calendar, today, approvals, fault);
}

static void
step_free (gpointer data)
{
  YsViewStep *self = data;

  g_free (self->reason);
  g_free (self);
}

/* The latest of @days on which the step was lawful, or YS_DAY_NONE. */
static YsDay
find_day (const GArray *days, const YsHistory *history, YsKind kind, const YsCalendar *calendar,
          YsDay today, gboolean approvals)
{
  for (guint i = 0; i < days->len; i++)
    {
      g_auto (YsFault) fault = YS_FAULT_INIT;
      YsDay day = g_array_index (days, YsDay, i);
      g_autoptr (YsCasefile) then = ys_casefile_new (history, calendar, day);

      if (find_senseless (kind, then) == NULL
          && may_follow (history, kind, then, calendar, day, today, approvals, &fault))
        return day;
    }
  return YS_DAY_NONE;
}

GPtrArray *
ys_case_steps_list (const YsHistory *history, const YsCasefile *casefile,
                    const YsCalendar *calendar, YsDay today, gboolean approvals)
{
  g_return_val_if_fail (history != NULL && casefile != NULL && calendar != NULL, NULL);

  GPtrArray *steps = g_ptr_array_new_with_free_func (step_free);
  g_autoptr (GArray) days = ys_permission_list_days (history, calendar, today);

  for (guint i = 0; i < G_N_ELEMENTS (step_kinds); i++)
    {
      g_auto (YsFault) fault = YS_FAULT_INIT;
      YsViewStep *step = g_new0 (YsViewStep, 1);
      YsKind kind = step_kinds[i];
      const char *senseless = find_senseless (kind, casefile);

      step->kind = kind;
      step->on = YS_DAY_NONE;
      if (senseless != NULL)
        step->reason = g_strdup (senseless);
      else if (may_follow (history, kind, casefile, calendar, today, today, approvals, &fault))
        step->on = today;
      else
        {
          step->reason = explain (kind, &fault);
          if (ys_permission_hangs_on_day (fault.code))
            step->on = find_day (days, history, kind, calendar, today, approvals);
        }
      g_ptr_array_add (steps, step);
    }
  return steps;
}

/* --- whose they are -------------------------------------------------------------------------- */

static void
withhold (YsViewStep *step, char *reason)
{
  g_free (step->reason);
  step->reason = reason;
  step->on = YS_DAY_NONE;
}

/* The step that comes next in the chain; without a chain, one that any reviewer may take. */
static const char *
get_reviewer (const YsChain *chain)
{
  const YsChainStep *next = ys_chain_get_next (chain);

  return next != NULL ? next->as : "section";
}

static char *
explain_no_review (const YsChain *chain)
{
  const YsChainStep *refused = ys_chain_get_refused (chain);

  if (chain->steps->len == 0 || ys_chain_get_next (chain) != NULL)
    return NULL;
  return refused != NULL ? ys_chain_explain_block (chain)
                         : g_strdup (_("All steps of the review chain have agreed."));
}

char *
ys_case_step_explain_not_theirs (YsKind kind, const YsHistory *history, const YsChain *chain,
                                 const YsStaff *staff, const char *actor, YsDay today)
{
  g_auto (YsFault) fault = YS_FAULT_INIT;
  g_autofree char *body = kind == YS_KIND_REVIEWED
                            ? g_strdup_printf ("{\"as\":\"%s\",\"opinion\":\"agree\"}",
                                               get_reviewer (chain))
                            : g_strdup ("{}");
  gint64 seq = (gint64) ys_history_get_length (history) + 1;
  YsEvent probe = { .kind = kind, .on = today, .seq = seq, .body = cJSON_Parse (body) };
  YsAuthority act = {
    .klass = YS_STREAM_CASE, .name = ys_history_get_id (history), .event = &probe,
    .actor = actor != NULL ? actor : "",
    .drafter = ys_authority_find_drafter (history, seq),
    .asked_by = ys_authority_find_asker (history, seq),
  };
  gboolean may = ys_staff_judge (staff, &act, &fault)
                 || fault.code == YS_FAULT_NEEDS_SIGNATURE;

  cJSON_Delete (probe.body);
  return may ? NULL : ys_explain_fault (&fault);
}

void
ys_case_steps_restrict (GPtrArray *steps, const YsHistory *history, const YsChain *chain,
                        const YsStaff *staff, const char *actor, YsDay today)
{
  g_return_if_fail (steps != NULL && history != NULL && chain != NULL && staff != NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      YsViewStep *step = g_ptr_array_index (steps, i);
      char *reason = NULL;

      if (step->reason != NULL && step->on == YS_DAY_NONE)
        continue;
      if (step->kind == YS_KIND_REVIEWED)
        reason = explain_no_review (chain);
      if (reason == NULL)
        reason = ys_case_step_explain_not_theirs (step->kind, history, chain, staff, actor, today);
      if (reason != NULL)
        withhold (step, reason);
    }
}
