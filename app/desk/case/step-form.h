/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsStepForm: the short form of one act. It asks, shows what the answers come to, and records; a
 * refusal stands in the form, and nothing typed is lost. */
#pragma once

#include <adwaita.h>

#include "desk/case/deed.h"
#include "desk/context.h"

G_BEGIN_DECLS

#define YS_TYPE_STEP_FORM (ys_step_form_get_type ())
G_DECLARE_FINAL_TYPE (YsStepForm, ys_step_form, YS, STEP_FORM, AdwWindow)

/**
 * ys_step_form_new:
 * @of: seq of the entry in question, or 0
 * @answers: (nullable): what it opens with, instead of the proposal
 *
 * Signal "done": the act is recorded, the form closes. Signal "changed": an answer is another.
 */
YsStepForm *ys_step_form_new (YsContext *context, YsCaseView *view, YsKind kind, gint64 of,
                              GHashTable *answers);

YsKind ys_step_form_get_kind (YsStepForm *self);
gint64 ys_step_form_get_of (YsStepForm *self);
/* As they stand. (transfer full) */
GHashTable *ys_step_form_get_answers (YsStepForm *self);
/* Whether anything differs from what the form opened with. */
gboolean ys_step_form_is_touched (YsStepForm *self);
/* The case as it stands now: told in the form when it went on meanwhile. */
void ys_step_form_set_view (YsStepForm *self, YsCaseView *view);
/* What a click on the button does. */
void ys_step_form_record (YsStepForm *self);
/* The sentence of the last refusal, or NULL. */
const char *ys_step_form_get_failure (YsStepForm *self);

G_END_DECLS
