/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Widths that go with the size of letters. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @width in pixels of usual letters, as many in letters as large as the system asks for. */
int ys_text_scale (GtkWidget *widget, int width);

G_END_DECLS
