/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * scratch */
#include "desk/annual/annual-page.h"
struct _YsAnnualPage { GtkBox parent_instance; };
G_DEFINE_FINAL_TYPE (YsAnnualPage, ys_annual_page, GTK_TYPE_BOX)
static void ys_annual_page_class_init (YsAnnualPageClass *k) {}
static void ys_annual_page_init (YsAnnualPage *s) {}
GtkWidget *ys_annual_page_new (YsContext *context) { return g_object_new (YS_TYPE_ANNUAL_PAGE, NULL); }
