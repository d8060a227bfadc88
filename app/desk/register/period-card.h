/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsPeriodCard: the answer period as it would be, live, with its reasons. */
#pragma once

#include <gtk/gtk.h>

#include "desk/register/receipt.h"

G_BEGIN_DECLS

#define YS_TYPE_PERIOD_CARD (ys_period_card_get_type ())
G_DECLARE_FINAL_TYPE (YsPeriodCard, ys_period_card, YS, PERIOD_CARD, GtkBox)

/* @channel: why that day is the day of receipt. */
void ys_period_card_show (YsPeriodCard *self, const char *channel, const YsReceipt *receipt);

G_END_DECLS
