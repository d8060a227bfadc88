/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * scratch */
#include "desk/cases/cases-page.h"
struct _YsCasesPage { GtkBox parent_instance; };
G_DEFINE_FINAL_TYPE (YsCasesPage, ys_cases_page, GTK_TYPE_BOX)
static void ys_cases_page_class_init (YsCasesPageClass *k) {}
static void ys_cases_page_init (YsCasesPage *s) {}
GtkWidget *ys_cases_page_new (YsContext *context) { return g_object_new (YS_TYPE_CASES_PAGE, NULL); }
void ys_cases_page_set_filter (YsCasesPage *self, const YsFilter *filter) {}
