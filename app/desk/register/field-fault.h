/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The mark of a field that needs another look: colour, tooltip and the state that a screen reader
 * tells. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @reason NULL takes the mark away. */
void ys_field_mark (GtkWidget *field, const char *reason);

G_END_DECLS
