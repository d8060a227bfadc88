/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of dockets that were open lately, on the start page. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Fills @list with a row for each of @addresses, and hides it where there is none. A row has its
 * docket's address as name of the widget: ys_recent_dockets_get_address(). */
void ys_recent_dockets_fill (GtkListBox *list, const char *const *addresses);
/* (transfer none) */
const char *ys_recent_dockets_get_address (GtkListBoxRow *row);

G_END_DECLS
