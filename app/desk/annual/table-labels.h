/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words that name a cell of a printed table: its row's and its column's labels. */
#pragma once

#include "report/form.h"

G_BEGIN_DECLS

/* (transfer full): "（三）不予公开 1.属于国家秘密"; "法人或其他组织 商业企业". */
char *ys_form_cell_dup_row_label (const YsFormTable *table, const YsFormCell *cell);
char *ys_form_cell_dup_column_label (const YsFormTable *table, const YsFormCell *cell);

G_END_DECLS
