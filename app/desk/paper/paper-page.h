/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsPaperPage: a document of a case as a page of the window: bars and panes around a YsPaperView. */
#pragma once

#include <adwaita.h>

#include "desk/context.h"
#include "office/case-view.h"

G_BEGIN_DECLS

#define YS_TYPE_PAPER_PAGE (ys_paper_page_get_type ())
G_DECLARE_FINAL_TYPE (YsPaperPage, ys_paper_page, YS, PAPER_PAGE, GtkBox)

/* Of the files in @view, the one with @seq; the others are a step away. */
GtkWidget *ys_paper_page_new (YsContext *context, YsCaseView *view, gint64 seq);
/* The case whose documents these are. */
const char *ys_paper_page_get_case_id (YsPaperPage *self);

G_END_DECLS
