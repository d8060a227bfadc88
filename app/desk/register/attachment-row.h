/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsAttachmentRow: a file that is to be attached: its first page, name, size and number of pages, or
 * what is wrong with it, and a button that takes it out. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_ATTACHMENT_ROW (ys_attachment_row_get_type ())
G_DECLARE_FINAL_TYPE (YsAttachmentRow, ys_attachment_row, YS, ATTACHMENT_ROW, GtkBox)

/* Signal "removed": the button was clicked. */

GtkWidget *ys_attachment_row_new (GFile *file);
GFile *ys_attachment_row_get_file (YsAttachmentRow *self);

G_END_DECLS
