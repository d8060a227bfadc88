/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsApplicantPanel: who asks. The first applicant, joint ones, an agent. */
#pragma once

#include <gtk/gtk.h>

#include "desk/register/request-check.h"

G_BEGIN_DECLS

#define YS_TYPE_APPLICANT_PANEL (ys_applicant_panel_get_type ())
G_DECLARE_FINAL_TYPE (YsApplicantPanel, ys_applicant_panel, YS, APPLICANT_PANEL, GtkBox)

/* Signal "edited": something was typed or chosen. */

void ys_applicant_panel_set_today (YsApplicantPanel *self, YsDay today);
void ys_applicant_panel_show (YsApplicantPanel *self, const YsRequestDraft *draft);
void ys_applicant_panel_take (YsApplicantPanel *self, YsRequestDraft *draft);
/* Where one begins to type. */
void ys_applicant_panel_focus (YsApplicantPanel *self);
/* TRUE if the place is one of this panel's. */
gboolean ys_applicant_panel_mark (YsApplicantPanel *self, YsPlace place, guint index,
                                  const char *reason);

G_END_DECLS
