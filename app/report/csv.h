/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of CSV for lists (RFC 4180); the report's own tables are laid out in csv.c. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Adds one row of @cells, closed by NULL. Text that a spreadsheet would run as a formula is
 * disarmed with an apostrophe; whole numbers are not text. */
void ys_csv_add_row (GString *csv, const char *const *cells);

G_END_DECLS
