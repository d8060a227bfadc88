/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The clock sheet: every step that led to the due day, on screen (YsClockSheet). Its lines are made
 * in sheet-lines.h, its print in clock-print.h. */
#pragma once

#include <adwaita.h>

#include "office/case-view.h"

G_BEGIN_DECLS

#define YS_TYPE_CLOCK_SHEET (ys_clock_sheet_get_type ())
G_DECLARE_FINAL_TYPE (YsClockSheet, ys_clock_sheet, YS, CLOCK_SHEET, AdwWindow)

/* @agency: for the head of the print, or NULL. */
GtkWidget *ys_clock_sheet_new (YsCaseView *view, YsCalendar *calendar, const char *agency);
/* Shows it above the window that @from is in; nothing where the case has no clock yet. */
void ys_clock_sheet_present (GtkWidget *from, YsCaseView *view, YsCalendar *calendar,
                             const char *agency);

G_END_DECLS
