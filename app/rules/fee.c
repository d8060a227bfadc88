/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fee's tiers as a table with article and effective day, and the arithmetic over them. */
#include "rules/fee.h"

/* One line of the rule. With @step, it stands for endless tiers of @step units each, every one
 * @rise_fen dearer than the one before (109号 art. 4: 每增加一档，收费标准提高100元/件). */
typedef struct
{
  gint64 first;
  gint64 last;
  gint64 unit_fen;
  gint64 step;
  gint64 rise_fen;
} FeeLine;

typedef struct
{
  FeeLine lines[4]; /* the unused ones have first 0 */
  const char *article;
} FeeScale;

typedef struct
{
  int year, month, date; /* effective from */
  FeeScale scales[YS_N_FEE_BASES];
} FeeRule;

/* Newest first. Before the oldest, 条例 42 named a fee, but no measure for it was in force. */
static const FeeRule rules[] = {
  { 2021, 1, 1,
    { [YS_FEE_PIECES] = { { { 1, 10, 0, 0, 0 },
                            { 11, 30, 10000, 0, 0 },
                            { 31, G_MAXINT64, 20000, 10, 10000 } },
                          "109号第四条" },
      [YS_FEE_PAGES] = { { { 1, 30, 0, 0, 0 },
                           { 31, 100, 1000, 0, 0 },
                           { 101, 200, 2000, 0, 0 },
                           { 201, G_MAXINT64, 4000, 0, 0 } },
                         "109号第五条" } } },
};

static const char *const basis_ids[YS_N_FEE_BASES] = {
  [YS_FEE_PIECES] = "pieces",
  [YS_FEE_PAGES] = "pages",
};

static const FeeScale *
find_scale (YsFeeBasis basis, YsDay noticed_on)
{
  g_return_val_if_fail (basis >= 0 && basis < YS_N_FEE_BASES, NULL);
  for (guint i = 0; noticed_on != YS_DAY_NONE && i < G_N_ELEMENTS (rules); i++)
    if (noticed_on >= ys_day_from_ymd (rules[i].year, rules[i].month, rules[i].date))
      return &rules[i].scales[basis];
  return NULL;
}

/* Quantities come from foreign files: sums and products stop at G_MAXINT64 instead of wrapping. */
static gint64
add (gint64 a, gint64 b)
{
  gint64 sum;
  return __builtin_add_overflow (a, b, &sum) ? G_MAXINT64 : sum;
}

static gint64
multiply (gint64 a, gint64 b)
{
  gint64 product;
  return __builtin_mul_overflow (a, b, &product) ? G_MAXINT64 : product;
}

/* What @quantity comes to within one line. */
static gint64
charge_line (const FeeLine *line, gint64 quantity)
{
  if (quantity < line->first)
    return 0;
  gint64 units = MIN (quantity, line->last) - line->first + 1;
  if (line->step == 0)
    return multiply (units, line->unit_fen);

  gint64 full = units / line->step;
  gint64 rest = units % line->step;
  /* One of full and full - 1 is even. */
  gint64 pairs = full % 2 == 0 ? multiply (full / 2, full - 1) : multiply (full, (full - 1) / 2);
  gint64 prices = add (multiply (full, line->unit_fen), multiply (pairs, line->rise_fen));
  gint64 last_price = add (line->unit_fen, multiply (full, line->rise_fen));
  return add (multiply (prices, line->step), multiply (rest, last_price));
}

const char *
ys_fee_basis_get_id (YsFeeBasis basis)
{
  return basis >= 0 && basis < YS_N_FEE_BASES ? basis_ids[basis] : NULL;
}

YsFeeBasis
ys_fee_basis_from_id (const char *id)
{
  for (int i = 0; id != NULL && i < YS_N_FEE_BASES; i++)
    if (g_str_equal (basis_ids[i], id))
      return i;
  return YS_FEE_NONE;
}

gboolean
ys_fee_may_be_charged (YsDay noticed_on)
{
  return find_scale (YS_FEE_PIECES, noticed_on) != NULL;
}

gint64
ys_fee_amount (YsFeeBasis basis, gint64 quantity, YsDay noticed_on)
{
  const FeeScale *scale = find_scale (basis, noticed_on);
  gint64 amount = 0;

  for (guint i = 0; scale != NULL && i < G_N_ELEMENTS (scale->lines); i++)
    if (scale->lines[i].first != 0)
      amount = add (amount, charge_line (&scale->lines[i], quantity));
  return amount;
}

gboolean
ys_fee_get_tier (YsFeeBasis basis, gint64 quantity, YsDay noticed_on, guint index, YsFeeTier *tier)
{
  const FeeScale *scale = find_scale (basis, noticed_on);
  const FeeLine *line = NULL;
  gint64 nth = 0; /* tier within a line of endless tiers */

  g_return_val_if_fail (tier != NULL, FALSE);
  for (guint i = 0; scale != NULL && i < G_N_ELEMENTS (scale->lines); i++)
    {
      if (scale->lines[i].first == 0)
        return FALSE;
      line = &scale->lines[i];
      if (i == index || line->step != 0)
        {
          nth = line->step != 0 ? (gint64) index - i : 0;
          break;
        }
      line = NULL;
    }
  if (line == NULL)
    return FALSE;

  *tier = (YsFeeTier){ .first = add (line->first, nth * line->step),
                       .last = line->last,
                       .unit_fen = line->unit_fen + nth * line->rise_fen,
                       .article = scale->article };
  if (line->step != 0)
    tier->last = add (tier->first, line->step - 1);
  if (quantity < tier->first)
    return FALSE;
  tier->units = MIN (quantity, tier->last) - tier->first + 1;
  tier->amount_fen = multiply (tier->units, tier->unit_fen);
  return TRUE;
}
