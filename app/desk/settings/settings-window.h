/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window of settings: reminders, docket, people, me and my key, approval, calendar, appearance,
 * safety. Each page is a file of its own. */
#pragma once

#include "desk/application.h"
#include "desk/context.h"

G_BEGIN_DECLS

#define YS_TYPE_SETTINGS_WINDOW (ys_settings_window_get_type ())
G_DECLARE_FINAL_TYPE (YsSettingsWindow, ys_settings_window, YS, SETTINGS_WINDOW,
                      AdwPreferencesWindow)

/* @context: (nullable): without an open docket there are only the pages of the program. */
GtkWindow *ys_settings_window_new (YsApplication *application, YsContext *context);
/* "reminders", "docket", "people", "key", "approval", "calendar", "appearance", "safety"; NULL: as it
 * stands. */
void ys_settings_window_show_page (YsSettingsWindow *self, const char *page);

G_END_DECLS
