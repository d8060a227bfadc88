/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The model waits beside the button until it is clicked. */
#include "desk/widgets/lazy-menu.h"

static GQuark
get_menu_quark (void)
{
  return g_quark_from_static_string ("ys-lazy-menu");
}

static void
create_popup_cb (GtkMenuButton *button, gpointer user_data)
{
  GMenuModel *menu = g_object_get_qdata (G_OBJECT (button), get_menu_quark ());

  if (gtk_menu_button_get_menu_model (button) != menu)
    gtk_menu_button_set_menu_model (button, menu);
}

void
ys_lazy_menu_set (GtkMenuButton *button, GMenuModel *menu)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button) && G_IS_MENU_MODEL (menu));

  g_object_set_qdata_full (G_OBJECT (button), get_menu_quark (), g_object_ref (menu),
                           g_object_unref);
  gtk_menu_button_set_create_popup_func (button, create_popup_cb, NULL, NULL);
}
