/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsAnnualPage. */
#pragma once

#include <adwaita.h>

#include "desk/context.h"
#include "office/lists.h"

G_BEGIN_DECLS

#define YS_TYPE_ANNUAL_PAGE (ys_annual_page_get_type ())
G_DECLARE_FINAL_TYPE (YsAnnualPage, ys_annual_page, YS, ANNUAL_PAGE, GtkBox)

GtkWidget *ys_annual_page_new (YsContext *context);

G_END_DECLS
