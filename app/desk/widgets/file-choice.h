/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all choices of a file have in common: filters, and the folder of the last time. What is done
 * with the file is its page's business. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ys_file_choice_add_filter (GtkFileChooserNative *chooser, const char *name,
                                const char *pattern);
/* PDF first, then everything. */
void ys_file_choice_add_documents (GtkFileChooserNative *chooser);
/* Shows it, modal, in the folder where a file for the same @use ("documents", "exports", …) was
 * chosen last, and remembers the next one. */
void ys_file_choice_show (GtkFileChooserNative *chooser, const char *use);

void ys_file_choice_remember (const char *use, GFile *folder);
/* NULL if there is none. (transfer full) */
GFile *ys_file_choice_get_folder (const char *use);

G_END_DECLS
