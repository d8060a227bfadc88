/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 信息处理费 (条例 42, 国办函〔2020〕109号): the notice halts the clock, the payment starts it anew. */
#pragma once

#include "office/session.h"
#include "rules/fee.h"

G_BEGIN_DECLS

/* The amount follows from the tiers; what it comes to is given in @amount_fen (optional). */
gboolean ys_office_notice_fee (YsSession *session, const char *id, YsDay on, YsFeeBasis basis,
                               gint64 quantity, gint64 *amount_fen, GError **error);
gboolean ys_office_take_fee (YsSession *session, const char *id, YsDay on, gint64 amount_fen,
                             GError **error);

G_END_DECLS
