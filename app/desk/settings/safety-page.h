/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How documents from outside are kept away from everything else on this computer. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define YS_TYPE_SAFETY_PAGE (ys_safety_page_get_type ())
G_DECLARE_FINAL_TYPE (YsSafetyPage, ys_safety_page, YS, SAFETY_PAGE, AdwPreferencesPage)

GtkWidget *ys_safety_page_new (void);

G_END_DECLS
