/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsSteps: the steps that may lawfully be taken now, as buttons (action case.step); those that were
 * lawful on an earlier day, to be entered late; and the others with the reason why not. */
#pragma once

#include <gtk/gtk.h>

#include "office/case-view.h"

G_BEGIN_DECLS

#define YS_TYPE_STEPS (ys_steps_get_type ())
G_DECLARE_FINAL_TYPE (YsSteps, ys_steps, YS, STEPS, GtkBox)

/* @read_only: why nothing can be written, or NULL. */
void ys_steps_set_view (YsSteps *self, YsCaseView *view, const char *read_only);

G_END_DECLS
