/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Before the field that has the focus, for a text view takes every Enter. */
#include "desk/widgets/enter.h"

void
ys_enter_add (GtkWidget *form, GdkModifierType modifiers, const char *action)
{
  g_return_if_fail (GTK_IS_WIDGET (form) && modifiers != 0 && action != NULL);

  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], modifiers),
                                                            gtk_named_action_new (action)));
  gtk_widget_add_controller (form, controller);
}
