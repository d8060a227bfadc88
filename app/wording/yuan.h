/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Amounts of money as people write them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Fen as yuan: "130.00". (transfer full) */
char *ys_yuan_format (gint64 fen);
/* Yuan as fen; -1 when it is no amount. */
gint64 ys_yuan_parse (const char *text);

G_END_DECLS
