/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsRequestPanel: what is asked for, in which form, and the papers that came with it. */
#pragma once

#include <gtk/gtk.h>

#include "desk/register/request-check.h"

G_BEGIN_DECLS

#define YS_TYPE_REQUEST_PANEL (ys_request_panel_get_type ())
G_DECLARE_FINAL_TYPE (YsRequestPanel, ys_request_panel, YS, REQUEST_PANEL, GtkBox)

/* Signal "edited": something was typed or chosen. */

void ys_request_panel_show (YsRequestPanel *self, const YsRequestDraft *draft);
void ys_request_panel_take (YsRequestPanel *self, YsRequestDraft *draft);
/* TRUE if the place is one of this panel's. */
gboolean ys_request_panel_mark (YsRequestPanel *self, YsPlace place, const char *reason);

G_END_DECLS
