/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The docket that is open: what it is, whose name stands in its entries, and keeping it safe. */
#pragma once

#include <adwaita.h>

#include "desk/context.h"

G_BEGIN_DECLS

#define YS_TYPE_DOCKET_PAGE (ys_docket_page_get_type ())
G_DECLARE_FINAL_TYPE (YsDocketPage, ys_docket_page, YS, DOCKET_PAGE, AdwPreferencesPage)

GtkWidget *ys_docket_page_new (GSettings *settings, YsContext *context);

G_END_DECLS
