/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsChainPanel: how far the draft is on its way through the office's reviews, which step comes next,
 * and what became of an approval that holds no more. Hidden where there is nothing of this. */
#pragma once

#include <gtk/gtk.h>

#include "office/case-view.h"

G_BEGIN_DECLS

#define YS_TYPE_CHAIN_PANEL (ys_chain_panel_get_type ())
G_DECLARE_FINAL_TYPE (YsChainPanel, ys_chain_panel, YS, CHAIN_PANEL, GtkBox)

void ys_chain_panel_set_view (YsChainPanel *self, YsCaseView *view);

G_END_DECLS
