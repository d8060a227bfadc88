/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The name of a drop-down for screen readers. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* GTK names the list for screen readers but not the button inside that has the focus. */
void ys_drop_down_set_name (GtkDropDown *list, const char *label);

G_END_DECLS
