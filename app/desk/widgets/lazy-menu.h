/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A menu button's menu whose widgets are made when it is opened. GtkMenuButton makes them at once,
 * some milliseconds a menu, for menus that are seldom looked at. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @menu takes the place of the menu that was set before. */
void ys_lazy_menu_set (GtkMenuButton *button, GMenuModel *menu);

G_END_DECLS
