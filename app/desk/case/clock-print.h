/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The clock sheet on paper. */
#pragma once

#include <gtk/gtk.h>

#include "desk/widgets/print-sheet.h"
#include "office/case-view.h"

G_BEGIN_DECLS

/* Ready to be run. It holds its own copy of the texts. (transfer full) */
GtkPrintOperation *ys_clock_print_new (const YsCaseView *view, const YsCalendar *calendar,
                                       const char *agency);

/* Heads and rows of the clock, to be put into another sheet. */
void ys_clock_print_add_lines (YsPrintSheet *sheet, const YsClock *clock,
                               const YsCalendar *calendar);

G_END_DECLS
