/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a screen reader says of a row: its parts one after another, with the pause of the language. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The parts closed by NULL; "" is passed over. For lists of what a row shows, not for sentences.
 * (transfer full) */
char *ys_spoken_join (const char *part, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
