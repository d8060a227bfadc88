/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dockets of earlier versions, made by the text of their own schema. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes of a closed docket.db of today one of version 1, with the same founding, entries and
 * bodies. Nothing in it may be erased. */
void turn_back (const char *store);

G_END_DECLS
