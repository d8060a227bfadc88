/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a case stands on its way through the office, as people say it, and the step that most
 * likely comes next. Derived from the view of the case; nothing is recorded. */
#pragma once

#include "office/case-view.h"

G_BEGIN_DECLS

typedef enum
{
  YS_STAGE_UNCONFIRMED,
  YS_STAGE_CORRECTION,
  YS_STAGE_FEE,
  YS_STAGE_CONSULTATION,
  YS_STAGE_UNASSIGNED,
  YS_STAGE_WORK,
  YS_STAGE_DRAFT,
  YS_STAGE_APPROVAL,
  YS_STAGE_APPROVED,
  YS_STAGE_CONCLUDED,
  YS_STAGE_ARCHIVED,
} YsStage;

YsStage ys_stage_of (const YsCaseView *view);
/* (transfer none) */
const char *ys_stage_name (YsStage stage);
/* The step that the case waits for; YS_KIND_UNKNOWN for none. It may be unlawful today. */
YsKind ys_stage_get_next (YsStage stage, const YsCaseView *view);

G_END_DECLS
