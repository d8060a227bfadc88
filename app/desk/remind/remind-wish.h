/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsRemindWish: the rules of reminding as the person has set them, frozen, so that they may cross
 * threads. What they mean is office/remind.h. */
#pragma once

#include "office/remind.h"

G_BEGIN_DECLS

typedef struct
{
  YsRemindRules rules;
  int thresholds[YS_REMIND_MAX + 1];
} YsRemindWish;

/* Thresholds out of range, or twice, are passed over. */
YsRemindWish *ys_remind_wish_new (GSettings *settings);
YsRemindWish *ys_remind_wish_ref (YsRemindWish *self);
void ys_remind_wish_unref (YsRemindWish *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsRemindWish, ys_remind_wish_unref)

/* A sentence: "Reminds 5, 3, 1 days before and on the day". (transfer full) */
char *ys_remind_wish_describe (const YsRemindWish *self);

G_END_DECLS
