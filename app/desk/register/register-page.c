/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * scratch */
#include "desk/register/register-page.h"
struct _YsRegisterPage { GtkBox parent_instance; };
G_DEFINE_FINAL_TYPE (YsRegisterPage, ys_register_page, GTK_TYPE_BOX)
static void ys_register_page_class_init (YsRegisterPageClass *k) {}
static void ys_register_page_init (YsRegisterPage *s) {}
GtkWidget *ys_register_page_new (YsContext *context) { return g_object_new (YS_TYPE_REGISTER_PAGE, NULL); }
