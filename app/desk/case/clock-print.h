/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The clock sheet on paper (A4), drawn with Pango and Cairo. */
#pragma once

#include <gtk/gtk.h>

#include "office/case-view.h"

G_BEGIN_DECLS

/* Ready to be run. It holds its own copy of the texts. (transfer full) */
GtkPrintOperation *ys_clock_print_new (const YsCaseView *view, const YsCalendar *calendar,
                                       const char *agency);

G_END_DECLS
