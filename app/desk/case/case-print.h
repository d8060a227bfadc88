/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole case on paper: facts, clock sheet, and what happened, oldest first. */
#pragma once

#include <gtk/gtk.h>

#include "office/case-view.h"

G_BEGIN_DECLS

/* Ready to be run. @revealed: the applicant in full, otherwise masked. (transfer full) */
GtkPrintOperation *ys_whole_case_print_new (const YsCaseView *view, const YsCalendar *calendar,
                                            const char *agency, gboolean revealed);

G_END_DECLS
