/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a section of today is called, and the band above its cases. */
#pragma once

#include <gtk/gtk.h>

#include "desk/today/today-figures.h"

G_BEGIN_DECLS

/* "Overdue", … (transfer none) */
const char *ys_today_section_get_title (YsTodaySection section);
/* Icon, title, count and a remark, in one line. (transfer floating) */
GtkWidget *ys_today_section_make_band (YsTodaySection section, const YsTodayFigures *figures);
/* The band in one sentence, for screen readers. (transfer full) */
char *ys_today_section_describe (YsTodaySection section, const YsTodayFigures *figures);

G_END_DECLS
