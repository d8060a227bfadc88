/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsOpening: a docket on its way, begun before there is a window to show it. Opening one needs no
 * toolkit, and the toolkit needs a tenth of a second to begin: both go side by side. */
#pragma once

#include "desk/context.h"

G_BEGIN_DECLS

typedef struct _YsOpening YsOpening;

/* Begins to open the docket at @address, and to read what the page of today shows. */
YsOpening *ys_opening_begin (const char *address, YsDay today);
/* Nobody wants it: what has come, or comes, is let go. Frees @self. */
void ys_opening_abandon (YsOpening *self);

const char *ys_opening_get_address (YsOpening *self);
GCancellable *ys_opening_get_cancellable (YsOpening *self);

/* Has @func told, on the main loop, of the context (transfer full) or of the error (owned by the
 * caller), at once if it is there already. Frees @self after that. */
typedef void (*YsOpenedFunc) (YsContext *context, const GError *error, GCancellable *cancellable,
                              gpointer user_data);
void ys_opening_take (YsOpening *self, YsOpenedFunc func, gpointer user_data);

G_END_DECLS
