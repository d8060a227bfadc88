/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsCasesPage: gtk_widget_grab_focus() gives the keyboard to its list. */
#pragma once

#include <adwaita.h>

#include "desk/context.h"
#include "office/lists.h"

G_BEGIN_DECLS

#define YS_TYPE_CASES_PAGE (ys_cases_page_get_type ())
G_DECLARE_FINAL_TYPE (YsCasesPage, ys_cases_page, YS, CASES_PAGE, GtkBox)

GtkWidget *ys_cases_page_new (YsContext *context);
/* What is searched for beside the other filters; "" or NULL: nothing. FALSE if it was that before.
 * Signal "text-changed": it is another, whoever changed it. */
gboolean ys_cases_page_set_text (YsCasesPage *self, const char *text);
/* (nullable) */
const char *ys_cases_page_get_text (YsCasesPage *self);
/* Shows only what @filter lets through; its texts are copied. */
void ys_cases_page_set_filter (YsCasesPage *self, const YsFilter *filter);

G_END_DECLS
