/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When and how to remind. Each setting takes effect at once. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define YS_TYPE_REMINDERS_PAGE (ys_reminders_page_get_type ())
G_DECLARE_FINAL_TYPE (YsRemindersPage, ys_reminders_page, YS, REMINDERS_PAGE, AdwPreferencesPage)

GtkWidget *ys_reminders_page_new (GSettings *settings);

G_END_DECLS
