/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Enter with Ctrl, as forms take it. What the action does is the form's. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ys_enter_add:
 * @form: a form
 * @modifiers: what is held down; Enter alone is left to fields and input methods
 * @action: an action of @form
 *
 * Makes Enter activate @action wherever the focus is in @form, in a text view too.
 */
void ys_enter_add (GtkWidget *form, GdkModifierType modifiers, const char *action);

G_END_DECLS
