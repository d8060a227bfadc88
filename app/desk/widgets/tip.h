/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tooltips of what is made by the dozen. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As gtk_widget_set_tooltip_text(), which asks the display at each call where the pointer is and
 * waits for the answer. A label shows it only while it is ellipsized. NULL: none. Screen readers get no
 * description from it. */
void ys_tip_set (GtkWidget *widget, const char *text);

G_END_DECLS
