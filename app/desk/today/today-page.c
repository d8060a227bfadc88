/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * scratch */
#include "desk/today/today-page.h"
struct _YsTodayPage { GtkBox parent_instance; };
G_DEFINE_FINAL_TYPE (YsTodayPage, ys_today_page, GTK_TYPE_BOX)
static void ys_today_page_class_init (YsTodayPageClass *k) {}
static void ys_today_page_init (YsTodayPage *s) {}
GtkWidget *ys_today_page_new (YsContext *context) { return g_object_new (YS_TYPE_TODAY_PAGE, NULL); }
