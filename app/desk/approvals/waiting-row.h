/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsWaitingRow: one row of the queue: what is asked, of which case, by whom and since when, and how long
 * there is left; with a box to tick for what was looked at. */
#pragma once

#include <gtk/gtk.h>

#include "desk/context.h"
#include "office/approvals.h"

G_BEGIN_DECLS

#define YS_TYPE_WAITING_ROW (ys_waiting_row_get_type ())
G_DECLARE_FINAL_TYPE (YsWaitingRow, ys_waiting_row, YS, WAITING_ROW, GtkListBoxRow)

/* Signal "chosen": the box was ticked or not any more. */

/* @waiting outlives the row. */
GtkWidget *ys_waiting_row_new (YsContext *context, const YsWaiting *waiting);
const YsWaiting *ys_waiting_row_get_waiting (YsWaitingRow *self);

/* Whether it was looked at: only then it can be ticked, and only what is to be approved and unchanged. */
void ys_waiting_row_set_seen (YsWaitingRow *self, gboolean seen);
gboolean ys_waiting_row_is_chosen (YsWaitingRow *self);
void ys_waiting_row_set_chosen (YsWaitingRow *self, gboolean chosen);

/* What is asked, in words: "approve: reply", "review: legal". (transfer full) */
char *ys_waiting_describe (const YsWaiting *waiting);

G_END_DECLS
