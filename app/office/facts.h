/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The facts that an approval answers, as the text whose digest it is bound to. */
#pragma once

#include "rules/history.h"

G_BEGIN_DECLS

/* Whether entries of that kind are among the facts: the request as it stands, its correction and
 * the draft. A later amendment of any of them changes the text; notes and deliveries do not. */
gboolean ys_facts_hold (YsKind kind);
/* Whether @event, an entry of @history, changes the facts: as one of them, or as the amendment or
 * strike of one. */
gboolean ys_facts_touched_by (const YsHistory *history, const YsEvent *event);
/* Adds one such entry. */
void ys_facts_add (GString *facts, const YsEvent *event);

G_END_DECLS
