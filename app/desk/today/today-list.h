/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsTodayList: sections one below the other, a band and its cases each. Enter or a click opens a
 * case; wide rows have one line, those of the side column three. */
#pragma once

#include <gtk/gtk.h>

#include "desk/context.h"
#include "desk/today/today-figures.h"

G_BEGIN_DECLS

#define YS_TYPE_TODAY_LIST (ys_today_list_get_type ())
G_DECLARE_FINAL_TYPE (YsTodayList, ys_today_list, YS, TODAY_LIST, GtkBox)

GtkWidget *ys_today_list_new (YsContext *context, gboolean is_narrow);
/* Shows @sections, as many as @n; empty ones are left out. */
void ys_today_list_show (YsTodayList *self, YsTodayFigures *figures,
                         const YsTodaySection *sections, guint n);
/* Gives the keyboard to the first case of a section, and with it scrolls there. */
gboolean ys_today_list_go_to (YsTodayList *self, YsTodaySection section);

/* Gives the keyboard to the first case; FALSE if there is none. */
gboolean ys_today_list_focus_first (YsTodayList *self);

G_END_DECLS
