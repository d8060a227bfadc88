/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsTimeline: all entries of a case, newest first, and the box for a note. */
#pragma once

#include <gtk/gtk.h>

#include "office/case-view.h"

G_BEGIN_DECLS

#define YS_TYPE_TIMELINE (ys_timeline_get_type ())
G_DECLARE_FINAL_TYPE (YsTimeline, ys_timeline, YS, TIMELINE, GtkBox)

void ys_timeline_set_view (YsTimeline *self, YsCaseView *view, gboolean may_write);

/* The note box: what is written there stays until it is recorded. */
const char *ys_timeline_get_note (YsTimeline *self);
void ys_timeline_clear_note (YsTimeline *self);

G_END_DECLS
