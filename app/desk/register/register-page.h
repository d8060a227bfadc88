/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsRegisterPage. */
#pragma once

#include <adwaita.h>

#include "desk/context.h"
#include "office/lists.h"

G_BEGIN_DECLS

#define YS_TYPE_REGISTER_PAGE (ys_register_page_get_type ())
G_DECLARE_FINAL_TYPE (YsRegisterPage, ys_register_page, YS, REGISTER_PAGE, GtkBox)

GtkWidget *ys_register_page_new (YsContext *context);

G_END_DECLS
