/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines that labels of the printed tables are broken into. */
#pragma once

#include "report/form.h"

G_BEGIN_DECLS

/* @text in as few lines of equal length as have at most @at_most characters each; as it is where no
 * lines are equal. (transfer full) */
char *ys_cell_text_break_evenly (const char *text, glong at_most);

/* The text of a cell where a line has room for @at_most characters. (transfer full) */
char *ys_cell_text_break (const YsFormTable *layout, const YsFormCell *cell, glong at_most);

/* How many characters a line of the cell must have room for, that no word of a label breaks; 0 where
 * the label is a sentence and breaks anywhere, or is no label. */
glong ys_cell_text_get_least (const YsFormTable *layout, const YsFormCell *cell);

G_END_DECLS
