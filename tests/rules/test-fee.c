/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests the fee: amounts reconciled with published money, every edge of a tier, the day the rule
 * began, and quantities too large for any purse. */
#include "rules/edition.h"
#include "rules/fee.h"

#define YUAN 100

/* 宿迁 2024 took 880 and 1080 yuan by pages; by pieces it billed 15 for 1500 and 6 for 600 yuan, at
 * 100 yuan each: 15 and 6 beyond the free ten. 45 pieces are worked out in law.md §2. */
static const struct
{
  YsFeeBasis basis;
  gint64 quantity;
  gint64 yuan;
} amounts[] = {
  { YS_FEE_PAGES, -1, 0 },
  { YS_FEE_PAGES, 0, 0 },
  { YS_FEE_PAGES, 1, 0 },
  { YS_FEE_PAGES, 30, 0 },
  { YS_FEE_PAGES, 31, 10 },
  { YS_FEE_PAGES, 100, 700 },
  { YS_FEE_PAGES, 101, 720 },
  { YS_FEE_PAGES, 109, 880 },
  { YS_FEE_PAGES, 119, 1080 },
  { YS_FEE_PAGES, 200, 2700 },
  { YS_FEE_PAGES, 201, 2740 },
  { YS_FEE_PAGES, 1000, 34700 },
  { YS_FEE_PIECES, G_MININT64, 0 },
  { YS_FEE_PIECES, 0, 0 },
  { YS_FEE_PIECES, 10, 0 },
  { YS_FEE_PIECES, 11, 100 },
  { YS_FEE_PIECES, 10 + 6, 600 },
  { YS_FEE_PIECES, 10 + 15, 1500 },
  { YS_FEE_PIECES, 30, 2000 },
  { YS_FEE_PIECES, 31, 2200 },
  { YS_FEE_PIECES, 40, 4000 },
  { YS_FEE_PIECES, 41, 4300 },
  { YS_FEE_PIECES, 45, 5500 },
  { YS_FEE_PIECES, 50, 7000 },
  { YS_FEE_PIECES, 51, 7400 },
  { YS_FEE_PIECES, 100, 37000 },
};

static void
test_amounts (void)
{
  YsDay on = ys_day_from_ymd (2024, 6, 3);
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    g_assert_cmpint (ys_fee_amount (amounts[i].basis, amounts[i].quantity, on), ==,
                     amounts[i].yuan * YUAN);
}

/* Each further unit costs the price of the tier that it falls into, and the tiers add up. */
static void
test_tiers (void)
{
  YsDay on = ys_day_from_ymd (2024, 6, 3);
  for (int basis = 0; basis < YS_N_FEE_BASES; basis++)
    for (gint64 quantity = 1; quantity <= 400; quantity++)
      {
        YsFeeTier tier = { 0 };
        gint64 sum = 0, units = 0, next = 1;
        for (guint i = 0; ys_fee_get_tier (basis, quantity, on, i, &tier); i++)
          {
            g_assert_cmpint (tier.first, ==, next);
            g_assert_cmpint (tier.amount_fen, ==, tier.units * tier.unit_fen);
            g_assert_cmpstr (tier.article, ==, basis == YS_FEE_PIECES ? "109号第四条" : "109号第五条");
            sum += tier.amount_fen;
            units += tier.units;
            if (tier.last >= quantity)
              {
                g_assert_cmpint (ys_fee_amount (basis, quantity, on)
                                   - ys_fee_amount (basis, quantity - 1, on),
                                 ==, tier.unit_fen);
                break;
              }
            next = tier.last + 1;
          }
        g_assert_cmpint (units, ==, quantity);
        g_assert_cmpint (sum, ==, ys_fee_amount (basis, quantity, on));
      }
}

static void
test_explained (void)
{
  static const struct
  {
    gint64 first, last, units, yuan;
  } want[] = { { 1, 10, 10, 0 }, { 11, 30, 20, 100 }, { 31, 40, 10, 200 }, { 41, 50, 5, 300 } };
  YsDay on = ys_day_from_ymd (2021, 1, 1);
  YsFeeTier tier;

  for (guint i = 0; i < G_N_ELEMENTS (want); i++)
    {
      g_assert_true (ys_fee_get_tier (YS_FEE_PIECES, 45, on, i, &tier));
      g_assert_cmpint (tier.first, ==, want[i].first);
      g_assert_cmpint (tier.last, ==, want[i].last);
      g_assert_cmpint (tier.units, ==, want[i].units);
      g_assert_cmpint (tier.unit_fen, ==, want[i].yuan * YUAN);
    }
  g_assert_false (ys_fee_get_tier (YS_FEE_PIECES, 45, on, G_N_ELEMENTS (want), &tier));
  g_assert_true (ys_fee_get_tier (YS_FEE_PAGES, 201, on, 3, &tier));
  g_assert_cmpint (tier.units, ==, 1);
  g_assert_cmpint (tier.last, ==, G_MAXINT64);
  g_assert_false (ys_fee_get_tier (YS_FEE_PAGES, G_MAXINT64, on, 4, &tier));
}

static void
test_effective (void)
{
  YsDay first = ys_day_from_ymd (2021, 1, 1);
  YsFeeTier tier;

  g_assert_cmpint (ys_edition_fee_day (), ==, first);
  g_assert_true (ys_fee_may_be_charged (first));
  g_assert_false (ys_fee_may_be_charged (first - 1));
  g_assert_false (ys_fee_may_be_charged (YS_DAY_NONE));
  g_assert_cmpint (ys_fee_amount (YS_FEE_PAGES, 109, first), ==, 880 * YUAN);
  g_assert_cmpint (ys_fee_amount (YS_FEE_PAGES, 109, first - 1), ==, 0);
  g_assert_cmpint (ys_fee_amount (YS_FEE_PIECES, 45, first - 1), ==, 0);
  g_assert_false (ys_fee_get_tier (YS_FEE_PAGES, 109, first - 1, 0, &tier));
}

/* 2^53 is the largest integer that an exchange file may hold. */
static void
test_huge (void)
{
  YsDay on = ys_day_from_ymd (2024, 6, 3);
  gint64 huge = G_GINT64_CONSTANT (9007199254740991);
  gint64 million_tiers = 30 + 10 * G_GINT64_CONSTANT (1000000);
  YsFeeTier tier;

  g_assert_cmpint (ys_fee_amount (YS_FEE_PIECES, huge, on), ==, G_MAXINT64);
  g_assert_cmpint (ys_fee_amount (YS_FEE_PIECES, G_MAXINT64, on), ==, G_MAXINT64);
  g_assert_cmpint (ys_fee_amount (YS_FEE_PAGES, G_MAXINT64, on), ==, G_MAXINT64);
  /* 20 × 100 yuan, then 10 units each of 200, 300, … yuan. */
  g_assert_cmpint (ys_fee_amount (YS_FEE_PIECES, million_tiers, on), ==,
                   2000 * YUAN + G_GINT64_CONSTANT (10) * 100 * YUAN
                                   * (G_GINT64_CONSTANT (1000001) * 1000002 / 2 - 1));
  g_assert_true (ys_fee_get_tier (YS_FEE_PIECES, G_MAXINT64, on, G_MAXUINT, &tier));
  g_assert_cmpint (tier.units, ==, 10);
}

static void
test_ids (void)
{
  g_assert_cmpstr (ys_fee_basis_get_id (YS_FEE_PIECES), ==, "pieces");
  g_assert_cmpstr (ys_fee_basis_get_id (YS_FEE_PAGES), ==, "pages");
  g_assert_null (ys_fee_basis_get_id (YS_FEE_NONE));
  g_assert_cmpint (ys_fee_basis_from_id ("pieces"), ==, YS_FEE_PIECES);
  g_assert_cmpint (ys_fee_basis_from_id ("pages"), ==, YS_FEE_PAGES);
  g_assert_cmpint (ys_fee_basis_from_id ("page"), ==, YS_FEE_NONE);
  g_assert_cmpint (ys_fee_basis_from_id (NULL), ==, YS_FEE_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fee/amounts", test_amounts);
  g_test_add_func ("/fee/tiers", test_tiers);
  g_test_add_func ("/fee/explained", test_explained);
  g_test_add_func ("/fee/effective", test_effective);
  g_test_add_func ("/fee/huge", test_huge);
  g_test_add_func ("/fee/ids", test_ids);
  return g_test_run ();
}
