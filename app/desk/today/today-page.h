/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsTodayPage. */
#pragma once

#include <adwaita.h>

#include "desk/context.h"
#include "office/lists.h"

G_BEGIN_DECLS

#define YS_TYPE_TODAY_PAGE (ys_today_page_get_type ())
G_DECLARE_FINAL_TYPE (YsTodayPage, ys_today_page, YS, TODAY_PAGE, GtkBox)

GtkWidget *ys_today_page_new (YsContext *context);

G_END_DECLS
