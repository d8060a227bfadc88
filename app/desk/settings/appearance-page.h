/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Light or dark. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define YS_TYPE_APPEARANCE_PAGE (ys_appearance_page_get_type ())
G_DECLARE_FINAL_TYPE (YsAppearancePage, ys_appearance_page, YS, APPEARANCE_PAGE, AdwPreferencesPage)

GtkWidget *ys_appearance_page_new (GSettings *settings);

G_END_DECLS
