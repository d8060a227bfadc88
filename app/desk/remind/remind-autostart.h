/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether the session starts the reminding service at login. The entry is installed for everybody;
 * a person's own file of that name, saying Hidden, switches it off. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ys_remind_autostart_get (void);
gboolean ys_remind_autostart_set (gboolean on, GError **error);

G_END_DECLS
