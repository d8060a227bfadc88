/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsFileField: which of a case's files go with an act; a further one can be attached on the spot. */
#pragma once

#include <gtk/gtk.h>

#include "desk/context.h"
#include "office/case-view.h"

G_BEGIN_DECLS

#define YS_TYPE_FILE_FIELD (ys_file_field_get_type ())
G_DECLARE_FINAL_TYPE (YsFileField, ys_file_field, YS, FILE_FIELD, GtkBox)

/* Signal "changed". */
GtkWidget *ys_file_field_new (YsContext *context, const YsCaseView *view);

/* Digests of the chosen files, one a line. (transfer full) */
char *ys_file_field_get_text (YsFileField *self);
void ys_file_field_set_text (YsFileField *self, const char *digests);

G_END_DECLS
