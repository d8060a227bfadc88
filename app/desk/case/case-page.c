/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * scratch */
#include "desk/case/case-page.h"
struct _YsCasePage { GtkBox parent_instance; };
G_DEFINE_FINAL_TYPE (YsCasePage, ys_case_page, GTK_TYPE_BOX)
static void ys_case_page_class_init (YsCasePageClass *k) {}
static void ys_case_page_init (YsCasePage *s) {}
GtkWidget *ys_case_page_new (YsContext *context, const char *id) { return g_object_new (YS_TYPE_CASE_PAGE, NULL); }
