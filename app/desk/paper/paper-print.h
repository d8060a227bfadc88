/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document on its way to the printer: each page drawn by the confined worker at the printer's own
 * resolution, one after the other while the window lives on. */
#pragma once

#include <gtk/gtk.h>

#include "paper/reader.h"

G_BEGIN_DECLS

/* Ready to be run; it holds @reader, which is open. Pages that cannot be drawn say so on their
 * sheet. (transfer full) */
GtkPrintOperation *ys_paper_print_new (YsPaperReader *reader, const char *name, guint page);

G_END_DECLS
