/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of cases on paper: title, a head on every page, a line a case, page numbers. */
#pragma once

#include <gtk/gtk.h>

#include "desk/context.h"

G_BEGIN_DECLS

/* More cases than this are for a file, not for paper. */
#define YS_CASE_PRINT_MAX 5000

/**
 * ys_case_print:
 * @rows: (transfer full) (element-type YsIndexRow)
 * @title: printed above, as "Cases, 2026-11-24"
 * @pdf: (nullable): a file to write instead of asking for a printer
 *
 * FALSE only with @error; a person who does not print after all is no error.
 */
gboolean ys_case_print (GtkWindow *parent, GPtrArray *rows, const char *title, YsContext *context,
                        const char *pdf, GError **error);

G_END_DECLS
