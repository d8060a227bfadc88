/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsRegisterForm: the three panels of a request as one draft that can be shown, taken and marked. */
#pragma once

#include <gtk/gtk.h>

#include "desk/register/request-check.h"

G_BEGIN_DECLS

#define YS_TYPE_REGISTER_FORM (ys_register_form_get_type ())
G_DECLARE_FINAL_TYPE (YsRegisterForm, ys_register_form, YS, REGISTER_FORM, GtkBox)

/* Signal "edited": something was typed or chosen. */

void ys_register_form_set_today (YsRegisterForm *self, YsDay today);
/* (element-type utf8): names offered for the handler. */
void ys_register_form_set_handlers (YsRegisterForm *self, const GPtrArray *handlers);
void ys_register_form_show (YsRegisterForm *self, const YsRequestDraft *draft);
void ys_register_form_take (YsRegisterForm *self, YsRequestDraft *draft);
/* Where one begins to type. */
void ys_register_form_focus (YsRegisterForm *self);

/* Marks what keeps @draft from being registered and goes to the first of it. Gives how many places
 * there are, and in @first the sentence for the first. */
guint ys_register_form_check (YsRegisterForm *self, const YsRequestDraft *draft, YsDay today,
                              const char **first);
void ys_register_form_unmark (YsRegisterForm *self);

G_END_DECLS
