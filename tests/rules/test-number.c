/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Case numbers: read, given out, put in order. */
#include "rules/number.h"

static void
test_split (void)
{
  static const struct
  {
    const char *id;
    int year, number;
  } rows[] = {
    { "2024-0001", 2024, 1 }, { "2008-0000", 2008, 0 }, { "2024-000123", 2024, 123 },
    { "2026-12345", 2026, 12345 }, { "2199-999999999", 2199, 999999999 },
    { "", 0, 0 }, { "2024", 0, 0 }, { "2024-1", 0, 0 }, { "2007-0001", 0, 0 },
    { "case/2024-0001", 0, 0 }, { "2024-00 1", 0, 0 }, { "2024-1234567890", 0, 0 }, { NULL, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int year = 0, number = 0;

      g_assert_cmpint (ys_number_split (rows[i].id, &year, &number), ==, rows[i].year != 0);
      g_assert_cmpint (year, ==, rows[i].year);
      g_assert_cmpint (number, ==, rows[i].number);
    }
  g_assert_true (ys_number_split ("2024-0001", NULL, NULL));
}

static void
test_next (void)
{
  static const struct
  {
    int year;
    const char *last, *want;
  } rows[] = {
    { 2026, NULL, "2026-0001" }, { 2026, "2026-0001", "2026-0002" }, { 2026, "2026-0009", "2026-0010" },
    { 2026, "2026-9999", "2026-10000" }, { 2026, "2026-99999", "2026-100000" },
    { 2026, "2026-00012", "2026-0013" }, { 2026, "2026-999999998", "2026-999999999" },
    { 2026, "2026-999999999", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *next = ys_number_next (rows[i].year, rows[i].last);
      g_assert_cmpstr (next, ==, rows[i].want);
    }
}

static void
test_order (void)
{
  static const char *const ids[] = { "2008-0001", "2024-0001", "2024-00002", "2024-0002", "2024-0010",
                                     "2024-9999", "2024-10000", "2025-0001" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    for (guint k = 0; k < G_N_ELEMENTS (ids); k++)
      {
        int order = ys_number_compare (ids[i], ids[k]);

        g_assert_cmpint (order < 0, ==, i < k);
        g_assert_cmpint (order > 0, ==, i > k);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/number/split", test_split);
  g_test_add_func ("/rules/number/next", test_next);
  g_test_add_func ("/rules/number/order", test_order);
  return g_test_run ();
}
