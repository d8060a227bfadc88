/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who belongs to the office: persons with roles, key and deputy, and what a keeper changes of them. In
 * an open docket the way to its first keeper. */
#pragma once

#include <adwaita.h>

#include "desk/context.h"

G_BEGIN_DECLS

#define YS_TYPE_PEOPLE_PAGE (ys_people_page_get_type ())
G_DECLARE_FINAL_TYPE (YsPeoplePage, ys_people_page, YS, PEOPLE_PAGE, AdwPreferencesPage)

GtkWidget *ys_people_page_new (YsContext *context);

G_END_DECLS
