/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsPageTextPane: the words of the page in view, line by line in a list, for those who read by ear or
 * in large letters. Never one long label: a page may hold 200,000 characters. */
#pragma once

#include "desk/paper/page-texts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_PAGE_TEXT_PANE (ys_page_text_pane_get_type ())
G_DECLARE_FINAL_TYPE (YsPageTextPane, ys_page_text_pane, YS, PAGE_TEXT_PANE, GtkBox)

/* Nothing is asked of @texts while the pane is not to be seen. */
void ys_page_text_pane_set_page (YsPageTextPane *self, YsPageTexts *texts, guint page);

G_END_DECLS
