/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Laying cells into a YsFormTable: shared by form.c and form-layout.c only. */
#pragma once

#include "report/form.h"

G_BEGIN_DECLS

typedef struct
{
  int row, column, rowspan, colspan;
} YsSpan;

void ys_form_table_add_label (YsFormTable *self, YsCellKind kind, int section, YsSpan span,
                              const char *text);
/* An empty cell when @figure has no source. */
void ys_form_table_add_figure (YsFormTable *self, int section, YsSpan span, YsFigureKey figure);

/* Fill title, name, geometry and cells; form and table are set. */
void ys_form_layout_table2 (YsFormTable *self);
void ys_form_layout_table3 (YsFormTable *self);
void ys_form_layout_table4 (YsFormTable *self);

G_END_DECLS
