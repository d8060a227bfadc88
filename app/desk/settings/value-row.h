/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row that tells a value: AdwActionRow gives a screen reader its title alone. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows @value under the row's title, and says both together. */
void ys_value_row_set (AdwActionRow *row, const char *value);

G_END_DECLS
