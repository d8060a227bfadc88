/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsPaperPanel: the very files that an approval is asked for, one at a time, with their digests; a
 * smaller sister of the document page. */
#pragma once

#include <adwaita.h>

#include "desk/context.h"

G_BEGIN_DECLS

#define YS_TYPE_PAPER_PANEL (ys_paper_panel_get_type ())
G_DECLARE_FINAL_TYPE (YsPaperPanel, ys_paper_panel, YS, PAPER_PANEL, GtkBox)

/* Signal "seen" (digest): its first page is shown now. */
/* Signal "failed" (digest): it cannot be shown; why stands in the panel. */

/* @digests: of kept files, none for nothing to show; @names: what each is called, one for one. */
void ys_paper_panel_show (YsPaperPanel *self, YsContext *context, const char *const *digests,
                          const char *const *names);

G_END_DECLS
