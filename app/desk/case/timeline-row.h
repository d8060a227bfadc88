/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsTimelineRow: one entry of a case: when, what, what it says, who; what was amended or struck is
 * shown with its first text. */
#pragma once

#include <gtk/gtk.h>

#include "office/case-view.h"

G_BEGIN_DECLS

#define YS_TYPE_TIMELINE_ROW (ys_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (YsTimelineRow, ys_timeline_row, YS, TIMELINE_ROW, GtkBox)

/* @may_write: whether it has a menu of changes. */
GtkWidget *ys_timeline_row_new (const YsCaseView *view, const YsViewEntry *entry,
                                gboolean may_write);
/* The whole row as one sentence, for screen readers. (transfer full) */
char *ys_timeline_row_describe (const YsCaseView *view, const YsViewEntry *entry);

G_END_DECLS
