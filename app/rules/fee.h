/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fee for excessive requests (政府信息公开信息处理费管理办法, 国办函〔2020〕109号): its tiers, and what
 * a quantity comes to. When the fee lapses and what that does to the clock is clock.h. */
#pragma once

#include "rules/day.h"

G_BEGIN_DECLS

/* 按件 or 按量; one request is charged by one of them, never by both (art. 3). */
typedef enum
{
  YS_FEE_PIECES,
  YS_FEE_PAGES,
  YS_N_FEE_BASES,
  YS_FEE_NONE = -1,
} YsFeeBasis;

/* The part of a quantity that falls into one tier. */
typedef struct
{
  gint64 first;        /* the tier's first unit, from 1 */
  gint64 last;         /* its last unit, G_MAXINT64 in the open last tier of pages */
  gint64 units;        /* how many of the quantity fall into it */
  gint64 unit_fen;     /* price of one */
  gint64 amount_fen;   /* units × unit_fen, at most G_MAXINT64 */
  const char *article; /* "109号第四条" (static) */
} YsFeeTier;

/* "pieces" or "pages"; NULL and YS_FEE_NONE for each other. */
const char *ys_fee_basis_get_id (YsFeeBasis basis);
YsFeeBasis ys_fee_basis_from_id (const char *id);

/* Whether a fee rule was in force on @noticed_on: none before 2021-01-01. */
gboolean ys_fee_may_be_charged (YsDay noticed_on);

/**
 * ys_fee_amount:
 * @quantity: pieces: all requests of one applicant in one calendar month, those within the free
 *   ten too; pages: all pages of one request, the free thirty too
 * @noticed_on: day of the notice; decides which rule holds
 *
 * Progressive (超额累进): each tier's price for the units in that tier only.
 * Returns: fen; 0 where nothing is due or no rule was in force yet; G_MAXINT64 if it is more.
 */
gint64 ys_fee_amount (YsFeeBasis basis, gint64 quantity, YsDay noticed_on);

/**
 * ys_fee_get_tier:
 * @index: from 0, the free tier
 *
 * The @index-th tier that @quantity reaches; their amounts add up to ys_fee_amount().
 * Returns: FALSE when @quantity does not reach that tier, or no rule was in force.
 */
gboolean ys_fee_get_tier (YsFeeBasis basis, gint64 quantity, YsDay noticed_on, guint index,
                          YsFeeTier *tier);

G_END_DECLS
