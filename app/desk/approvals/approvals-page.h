/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsApprovalsPage: 审批: what waits for whoever sits here, the request and the draft beside the clock,
 * and the very file of the reply; to approve, to return, to review. */
#pragma once

#include <adwaita.h>

#include "desk/context.h"

G_BEGIN_DECLS

#define YS_TYPE_APPROVALS_PAGE (ys_approvals_page_get_type ())
G_DECLARE_FINAL_TYPE (YsApprovalsPage, ys_approvals_page, YS, APPROVALS_PAGE, GtkBox)

GtkWidget *ys_approvals_page_new (YsContext *context);
/* Shows what waits of that case, now or as soon as the queue is read. */
void ys_approvals_page_choose (YsApprovalsPage *self, const char *id);

G_END_DECLS
