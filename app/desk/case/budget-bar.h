/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsBudgetBar: the budget of working days as a bar, a column a day, in the order of days. Pattern and
 * number tell as much as colour; for a screen reader it is a meter with its words. */
#pragma once

#include <gtk/gtk.h>

#include "desk/case/budget.h"

G_BEGIN_DECLS

#define YS_TYPE_BUDGET_BAR (ys_budget_bar_get_type ())
G_DECLARE_FINAL_TYPE (YsBudgetBar, ys_budget_bar, YS, BUDGET_BAR, GtkWidget)

void ys_budget_bar_set_clock (YsBudgetBar *self, const YsClock *clock, const YsCalendar *calendar);

G_END_DECLS
