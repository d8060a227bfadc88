/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How wide the columns of the list of cases are: plain reckoning, no widgets. */
#pragma once

#include "desk/cases/case-columns.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean shown[YS_N_CASE_COLUMNS];
  int chosen[YS_N_CASE_COLUMNS]; /* by a person; 0: as is fit */
  double scale;                  /* of the font: 1 for 13.3 pixels */
} YsCaseWidths;

/* Everything shown, nothing chosen. */
void ys_case_widths_init (YsCaseWidths *self);
/* The box to check stands before the columns. */
int ys_case_widths_get_check (const YsCaseWidths *self);
/* Shares @room (pixels, with the box) among the columns, 0 for those hidden. Gives what they take
 * together with the box: more than @room where it is too small to read them. */
int ys_case_widths_share (const YsCaseWidths *self, int room, int widths[YS_N_CASE_COLUMNS]);
/* No narrower than its words can be guessed. */
int ys_case_widths_get_least (const YsCaseWidths *self);

G_END_DECLS
