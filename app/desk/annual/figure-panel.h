/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsFigurePanel: the figure that was chosen, last year's beside it, and the cases that make it up. */
#pragma once

#include <gtk/gtk.h>

#include "desk/annual/annual-figures.h"
#include "desk/context.h"
#include "report/form.h"

G_BEGIN_DECLS

#define YS_TYPE_FIGURE_PANEL (ys_figure_panel_get_type ())
G_DECLARE_FINAL_TYPE (YsFigurePanel, ys_figure_panel, YS, FIGURE_PANEL, GtkBox)

void ys_figure_panel_set_context (YsFigurePanel *self, YsContext *context);

/* Shows the figure of table 3 or 4 and asks for its cases; @key NULL: nothing is chosen.
 * @failing: of YsFailingCell, for the notes under it. */
void ys_figure_panel_show (YsFigurePanel *self, const YsAnnualFigures *figures,
                           const YsFigureKey *key, const char *row_label,
                           const char *column_label, const GArray *failing);
/* The cases listed. (transfer none) (nullable) */
GListModel *ys_figure_panel_get_cases (YsFigurePanel *self);

G_END_DECLS
