/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsFilterChip: a pill with a menu of values and, while one is set, a button that takes it off. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_FILTER_CHIP (ys_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (YsFilterChip, ys_filter_chip, YS, FILTER_CHIP, GtkBox)

/* @action (of a string) gets "" when the filter is taken off; without @has_menu it can only be
 * taken off, as that of the text. */
GtkWidget *ys_filter_chip_new (const char *title, const char *action, gboolean has_menu);
void ys_filter_chip_set_menu (YsFilterChip *self, GMenuModel *menu);
/* NULL: nothing chosen. */
void ys_filter_chip_set_value (YsFilterChip *self, const char *value);

G_END_DECLS
