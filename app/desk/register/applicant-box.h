/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsApplicantBox: the fields of one applicant. The number of the document is checked as it is typed
 * and shown masked when the focus is elsewhere. */
#pragma once

#include <gtk/gtk.h>

#include "desk/register/request-check.h"

G_BEGIN_DECLS

#define YS_TYPE_APPLICANT_BOX (ys_applicant_box_get_type ())
G_DECLARE_FINAL_TYPE (YsApplicantBox, ys_applicant_box, YS, APPLICANT_BOX, GtkBox)

/* Signal "edited": something was typed or chosen. */

YsApplicantBox *ys_applicant_box_new (YsDay today);
void ys_applicant_box_set_today (YsApplicantBox *self, YsDay today);
/* Shows @draft; takes what is shown into @draft. */
void ys_applicant_box_show (YsApplicantBox *self, const YsApplicantDraft *draft);
void ys_applicant_box_take (YsApplicantBox *self, YsApplicantDraft *draft);
/* Where one begins to type. */
void ys_applicant_box_focus (YsApplicantBox *self);
/* Marks one of NAME, PHONE, EMAIL and ADDRESS; NULL takes the mark away. */
void ys_applicant_box_mark (YsApplicantBox *self, YsPlace place, const char *reason);

G_END_DECLS
