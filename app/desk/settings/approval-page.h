/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the office approves, and whom a draft passes on its way there. Only what is set is written;
 * whether a draft may go on is asked of the rules. */
#pragma once

#include <adwaita.h>

#include "desk/context.h"

G_BEGIN_DECLS

#define YS_TYPE_APPROVAL_PAGE (ys_approval_page_get_type ())
G_DECLARE_FINAL_TYPE (YsApprovalPage, ys_approval_page, YS, APPROVAL_PAGE, AdwPreferencesPage)

GtkWidget *ys_approval_page_new (YsContext *context);

G_END_DECLS
