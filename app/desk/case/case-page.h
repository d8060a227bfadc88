/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsCasePage. */
#pragma once

#include <adwaita.h>

#include "desk/context.h"
#include "office/lists.h"

G_BEGIN_DECLS

#define YS_TYPE_CASE_PAGE (ys_case_page_get_type ())
G_DECLARE_FINAL_TYPE (YsCasePage, ys_case_page, YS, CASE_PAGE, GtkBox)

GtkWidget *ys_case_page_new (YsContext *context, const char *id);

G_END_DECLS
