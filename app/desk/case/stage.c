/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stages, by the clock first and by the draft then. */
#include "desk/case/stage.h"

#include "wording/i18n.h"

YsStage
ys_stage_of (const YsCaseView *view)
{
  const YsCasefile *casefile = view->casefile;

  if (casefile->archived)
    return YS_STAGE_ARCHIVED;
  if (casefile->concluded_on != YS_DAY_NONE)
    return YS_STAGE_CONCLUDED;
  if (view->clock != NULL && view->clock->state == YS_STATE_AWAITING_CONFIRMATION)
    return YS_STAGE_UNCONFIRMED;
  if (view->clock != NULL && view->clock->state == YS_STATE_AWAITING_CORRECTION)
    return YS_STAGE_CORRECTION;
  if (view->clock != NULL && view->clock->state == YS_STATE_AWAITING_FEE)
    return YS_STAGE_FEE;
  if (casefile->asks_approval != NULL)
    return YS_STAGE_APPROVAL;
  if (view->clock != NULL && view->clock->state == YS_STATE_SUSPENDED)
    return YS_STAGE_CONSULTATION;
  if (view->approved)
    return YS_STAGE_APPROVED;
  if (view->draft != NULL)
    return YS_STAGE_DRAFT;
  return casefile->handler == NULL ? YS_STAGE_UNASSIGNED : YS_STAGE_WORK;
}

const char *
ys_stage_name (YsStage stage)
{
  switch (stage)
    {
    case YS_STAGE_UNCONFIRMED:
      return _("to be confirmed");
    case YS_STAGE_CORRECTION:
      return _("correction awaited");
    case YS_STAGE_FEE:
      return _("fee awaited");
    case YS_STAGE_CONSULTATION:
      return _("opinion awaited");
    case YS_STAGE_UNASSIGNED:
      return _("to be assigned");
    case YS_STAGE_WORK:
      return _("at work");
    case YS_STAGE_DRAFT:
      return _("drafted");
    case YS_STAGE_APPROVAL:
      return C_ ("stage", "approval asked for");
    case YS_STAGE_APPROVED:
      return _("approved, to be sent");
    case YS_STAGE_CONCLUDED:
      return _("concluded");
    case YS_STAGE_ARCHIVED:
      return _("archived");
    default:
      g_return_val_if_reached (NULL);
    }
}

/* The leader's step is the approval's, once the others have agreed. */
static gboolean
is_under_review (const YsChain *chain)
{
  const YsChainStep *next = ys_chain_get_next (chain);

  return next != NULL && !g_str_equal (next->as, "leader");
}

YsKind
ys_stage_get_next (YsStage stage, const YsCaseView *view)
{
  /* What was approved is sent before the work goes on. */
  if (view->approved_step != YS_KIND_UNKNOWN && stage >= YS_STAGE_UNASSIGNED
      && stage <= YS_STAGE_DRAFT)
    return view->approved_step;
  switch (stage)
    {
    case YS_STAGE_UNCONFIRMED:
      return YS_KIND_RECEIVED;
    case YS_STAGE_CORRECTION:
      return YS_KIND_CORRECTED;
    case YS_STAGE_FEE:
      return YS_KIND_FEE_PAID;
    case YS_STAGE_CONSULTATION:
      return YS_KIND_CONSULTATION_ANSWERED;
    case YS_STAGE_UNASSIGNED:
      return YS_KIND_ASSIGNED;
    case YS_STAGE_WORK:
      return YS_KIND_DRAFTED;
    case YS_STAGE_DRAFT:
      if (ys_chain_get_refused (view->chain) != NULL)
        return YS_KIND_DRAFTED;
      if (is_under_review (view->chain))
        return YS_KIND_REVIEWED;
      return view->approvals ? YS_KIND_APPROVAL_ASKED : YS_KIND_REPLIED;
    case YS_STAGE_APPROVAL:
      return YS_KIND_APPROVED;
    case YS_STAGE_APPROVED:
      return YS_KIND_REPLIED;
    case YS_STAGE_CONCLUDED:
      return YS_KIND_ARCHIVED;
    case YS_STAGE_ARCHIVED:
    default:
      return YS_KIND_UNKNOWN;
    }
}
