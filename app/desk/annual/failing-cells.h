/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which cells of the printed tables a check that does not hold points at. */
#pragma once

#include "report/form.h"

G_BEGIN_DECLS

typedef struct
{
  YsFigureKey key;
  const YsCheck *check; /* belongs to the checks */
} YsFailingCell;

gboolean ys_figure_key_equal (const YsFigureKey *a, const YsFigureKey *b);

/* The table that a check looks at. */
YsTable ys_check_get_table (const YsCheck *check);
/* (transfer full) (element-type YsFailingCell): one an identity and place that fails. */
GArray *ys_failing_cells_find (GPtrArray *checks, YsForm form);

G_END_DECLS
