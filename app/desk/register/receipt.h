/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a channel makes of its days (条例 31): which one is the day of receipt, and the periods that
 * follow from it before anything is registered. */
#pragma once

#include "rules/calendar.h"

G_BEGIN_DECLS

/* Words of exchange.md, in the order of the list on the page; closed by NULL. */
extern const char *const ys_channels[];

/* Whether the day of receipt is the one both sides confirm. */
gboolean ys_channel_confirms (const char *channel);
/* Whether the day of submission is told apart from that of receipt. */
gboolean ys_channel_has_submission (const char *channel);
/* Whether there is a number of the post, or of the system it came by. */
gboolean ys_channel_has_number (const char *channel);
/* What the day is called: "day of signature", …; by its channel. (transfer none) */
const char *ys_channel_name_received (const char *channel);
const char *ys_channel_name_submitted (const char *channel);
/* Why this is the day of receipt, with the article. (transfer none) */
const char *ys_channel_explain (const char *channel);

/* Days that are not known are YS_DAY_NONE. */
typedef struct
{
  YsDay start;            /* the day of receipt */
  gboolean awaits;        /* it waits for a confirmation */
  gboolean older_law;     /* received before the regulation of 2019 */
  YsDay due;
  YsDay correction_until; /* last day to ask for a correction */
  YsDay extended_due;     /* due with the longest extension */
  gboolean due_provisional;
  gboolean extended_provisional;
  int unannounced;        /* first year without a notice that matters, 0: none */
} YsReceipt;

/* @received, @confirmed: as typed, YS_DAY_NONE where there is none. */
void ys_receipt_judge (const char *channel, YsDay received, YsDay confirmed,
                       const YsCalendar *calendar, YsReceipt *receipt);

G_END_DECLS
