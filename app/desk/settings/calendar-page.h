/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which notices of rest days are known, and taking in a new one. */
#pragma once

#include <adwaita.h>

#include "desk/context.h"

G_BEGIN_DECLS

#define YS_TYPE_CALENDAR_PAGE (ys_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (YsCalendarPage, ys_calendar_page, YS, CALENDAR_PAGE, AdwPreferencesPage)

GtkWidget *ys_calendar_page_new (YsContext *context);
/* Shows what the notice @text would move and asks whether to take it in. */
void ys_calendar_page_take (YsCalendarPage *self, const char *text);

G_END_DECLS
