/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsWaitingBadge: how much waits for an approval or a review by whoever sits here, beside the name of
 * the page in the sidebar; nothing while nothing waits. */
#pragma once

#include <adwaita.h>

#include "desk/context.h"

G_BEGIN_DECLS

#define YS_TYPE_WAITING_BADGE (ys_waiting_badge_get_type ())
G_DECLARE_FINAL_TYPE (YsWaitingBadge, ys_waiting_badge, YS, WAITING_BADGE, AdwBin)

/* Counts from now on, and again whenever the docket changes. */
void ys_waiting_badge_set_context (YsWaitingBadge *self, YsContext *context);
guint ys_waiting_badge_get_count (YsWaitingBadge *self);

G_END_DECLS
