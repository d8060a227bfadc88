/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests identity numbers: known right ones, each kind of wrong one, and masks. */
#include "rules/identity.h"

#include <string.h>

static const struct
{
  const char *typed;
  YsIdentity expected;
  const char *canonical;
} numbers[] = {
  /* The example of GB 11643 itself, and one that ends in a digit. */
  { "11010519491231002X", YS_IDENTITY_RIGHT, "11010519491231002X" },
  { "350627199711275419", YS_IDENTITY_RIGHT, "350627199711275419" },
  { "11010519491231002x", YS_IDENTITY_RIGHT, "11010519491231002X" },
  { " 110105 19491231 002X\n", YS_IDENTITY_RIGHT, "11010519491231002X" },
  { "１１０１０５１９４９１２３１００２Ｘ", YS_IDENTITY_RIGHT, "11010519491231002X" },
  /* The old form of the first: no check character to be wrong. */
  { "110105491231002", YS_IDENTITY_RIGHT, "11010519491231002X" },
  { "110105491331002", YS_IDENTITY_WRONG_DATE, NULL },
  { "110105194912310021", YS_IDENTITY_WRONG_CHECKSUM, NULL },
  { "350627199711275418", YS_IDENTITY_WRONG_CHECKSUM, NULL },
  /* Two neighbours changed places. */
  { "350627199711275149", YS_IDENTITY_WRONG_CHECKSUM, NULL },
  { "110105194902300020", YS_IDENTITY_WRONG_DATE, NULL },
  { "110105190002290020", YS_IDENTITY_WRONG_DATE, NULL },
  { "110105189912310020", YS_IDENTITY_WRONG_DATE, NULL },
  { "11010520261125002X", YS_IDENTITY_WRONG_DATE, NULL },
  { "", YS_IDENTITY_WRONG_LENGTH, NULL },
  { "1101051949123100", YS_IDENTITY_WRONG_LENGTH, NULL },
  { "1101051949123100201", YS_IDENTITY_WRONG_LENGTH, NULL },
  { "11010519491231O02X", YS_IDENTITY_WRONG_CHARACTER, NULL },
  { "1101051949123100-X", YS_IDENTITY_WRONG_CHARACTER, NULL },
  { "11010549123100X", YS_IDENTITY_WRONG_CHARACTER, NULL },
  { "E12345678", YS_IDENTITY_WRONG_CHARACTER, NULL },
  { "张三", YS_IDENTITY_WRONG_CHARACTER, NULL },
};

static void
test_numbers (void)
{
  YsDay today = ys_day_from_ymd (2026, 11, 24);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *canonical = NULL;

      g_test_message ("%s", numbers[i].typed);
      g_assert_cmpint (ys_identity_check_number (numbers[i].typed, today, &canonical), ==,
                       numbers[i].expected);
      g_assert_cmpstr (canonical, ==, numbers[i].canonical);
    }
}

/* Whatever one digit is changed to, the check character tells it, or the date does. */
static void
test_every_slip (void)
{
  static const char right[] = "350627199711275419";
  YsDay today = ys_day_from_ymd (2026, 11, 24);

  for (guint place = 0; place < sizeof right - 1; place++)
    for (char digit = '0'; digit <= '9'; digit++)
      {
        char number[sizeof right];

        memcpy (number, right, sizeof right);
        number[place] = digit;
        g_assert_true ((ys_identity_check_number (number, today, NULL) == YS_IDENTITY_RIGHT)
                       == (digit == right[place]));
      }
}

static const struct
{
  const char *typed;
  YsIdentity expected;
  const char *canonical;
} codes[] = {
  { "91350100M000100Y43", YS_IDENTITY_RIGHT, "91350100M000100Y43" },
  { "9144030071526726XG", YS_IDENTITY_RIGHT, "9144030071526726XG" },
  { "91110000802100433B", YS_IDENTITY_RIGHT, "91110000802100433B" },
  { "9135 0100 m000 100y 43", YS_IDENTITY_RIGHT, "91350100M000100Y43" },
  { "９1110000802100433Ｂ", YS_IDENTITY_RIGHT, "91110000802100433B" },
  { "91350100M000100Y44", YS_IDENTITY_WRONG_CHECKSUM, NULL },
  { "91110000802100434B", YS_IDENTITY_WRONG_CHECKSUM, NULL },
  /* Its own check character holds, that of the organisation's code inside does not. */
  { "91110000802100434E", YS_IDENTITY_WRONG_CHECKSUM, NULL },
  { "91350100M000100Y4", YS_IDENTITY_WRONG_LENGTH, NULL },
  { "", YS_IDENTITY_WRONG_LENGTH, NULL },
  { "91350100M0001O0Y43", YS_IDENTITY_WRONG_CHARACTER, NULL },
  { "91350100M000100Z43", YS_IDENTITY_WRONG_CHARACTER, NULL },
  { "91350100-M000100Y43", YS_IDENTITY_WRONG_CHARACTER, NULL },
};

static void
test_credit_codes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *canonical = NULL;

      g_test_message ("%s", codes[i].typed);
      g_assert_cmpint (ys_identity_check_credit_code (codes[i].typed, &canonical), ==,
                       codes[i].expected);
      g_assert_cmpstr (canonical, ==, codes[i].canonical);
    }
}

static const struct
{
  const char *number;
  const char *masked;
} masks[] = {
  { "321302199001010027", "3213**********0027" },
  { "110105491231002", "1101*******1002" },
  { "E12345678", "E1*****78" },
  { "1234", "1**4" },
  { "123", "***" },
  { "", "" },
  { "某证第一二三四五号", "某证*****五号" },
};

static const struct
{
  const char *phone;
  const char *masked;
} phones[] = {
  { "13912346621", "139****6621" },
  { "0527-84368000", "052******8000" },
  { "84368000", "84****00" },
  { "110", "***" },
  { "", "" },
};

static void
test_masks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      g_autofree char *masked = ys_identity_mask (masks[i].number);

      g_assert_cmpstr (masked, ==, masks[i].masked);
    }
  for (guint i = 0; i < G_N_ELEMENTS (phones); i++)
    {
      g_autofree char *masked = ys_identity_mask_phone (phones[i].phone);

      g_assert_cmpstr (masked, ==, phones[i].masked);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/identity/numbers", test_numbers);
  g_test_add_func ("/identity/every-slip", test_every_slip);
  g_test_add_func ("/identity/credit-codes", test_credit_codes);
  g_test_add_func ("/identity/masks", test_masks);
  return g_test_run ();
}
