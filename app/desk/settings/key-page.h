/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who sits here, and that person's key: made, opened, locked, its passphrase changed. */
#pragma once

#include <adwaita.h>

#include "desk/context.h"

G_BEGIN_DECLS

#define YS_TYPE_KEY_PAGE (ys_key_page_get_type ())
G_DECLARE_FINAL_TYPE (YsKeyPage, ys_key_page, YS, KEY_PAGE, AdwPreferencesPage)

GtkWidget *ys_key_page_new (GSettings *settings, YsContext *context);

G_END_DECLS
