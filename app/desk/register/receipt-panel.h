/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsReceiptPanel: how and when the request came in, and who handles it. Which days are asked for
 * is told by the channel. */
#pragma once

#include <gtk/gtk.h>

#include "desk/register/request-check.h"

G_BEGIN_DECLS

#define YS_TYPE_RECEIPT_PANEL (ys_receipt_panel_get_type ())
G_DECLARE_FINAL_TYPE (YsReceiptPanel, ys_receipt_panel, YS, RECEIPT_PANEL, GtkBox)

/* Signal "edited": something was typed or chosen. */

void ys_receipt_panel_set_today (YsReceiptPanel *self, YsDay today);
/* (element-type utf8) (nullable): names offered; what is typed may be another. */
void ys_receipt_panel_set_handlers (YsReceiptPanel *self, const GPtrArray *handlers);
void ys_receipt_panel_show (YsReceiptPanel *self, const YsRequestDraft *draft);
void ys_receipt_panel_take (YsReceiptPanel *self, YsRequestDraft *draft);
/* TRUE if the place is one of this panel's. */
gboolean ys_receipt_panel_mark (YsReceiptPanel *self, YsPlace place, const char *reason);

G_END_DECLS
