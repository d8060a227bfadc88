/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsApprovalFacts: the middle of the approvals page: the clock, the reviews, the request with its
 * applicant masked, and what is drafted. */
#pragma once

#include <gtk/gtk.h>

#include "office/case-view.h"

G_BEGIN_DECLS

#define YS_TYPE_APPROVAL_FACTS (ys_approval_facts_get_type ())
G_DECLARE_FINAL_TYPE (YsApprovalFacts, ys_approval_facts, YS, APPROVAL_FACTS, GtkBox)

void ys_approval_facts_set_view (YsApprovalFacts *self, YsCaseView *view,
                                 const YsCalendar *calendar);

G_END_DECLS
