/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsDayStrip: the next working days, a column each, as high as cases are due; rest days hatched and
 * named. A click on a column shows its cases. */
#pragma once

#include <gtk/gtk.h>

#include "desk/today/today-figures.h"

G_BEGIN_DECLS

#define YS_TYPE_DAY_STRIP (ys_day_strip_get_type ())
G_DECLARE_FINAL_TYPE (YsDayStrip, ys_day_strip, YS, DAY_STRIP, GtkBox)

GtkWidget *ys_day_strip_new (void);
void ys_day_strip_show (YsDayStrip *self, const YsTodayFigures *figures,
                        const YsCalendar *calendar);

G_END_DECLS
