/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsClockCard: when a case is due, what is left of its budget, the last lawful day of each act, and
 * why. It shows a clock; it computes nothing. */
#pragma once

#include <gtk/gtk.h>

#include "office/case-view.h"

G_BEGIN_DECLS

#define YS_TYPE_CLOCK_CARD (ys_clock_card_get_type ())
G_DECLARE_FINAL_TYPE (YsClockCard, ys_clock_card, YS, CLOCK_CARD, GtkBox)

void ys_clock_card_set_view (YsClockCard *self, YsCaseView *view, const YsCalendar *calendar);

G_END_DECLS
