/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Check characters by GB 11643, GB 32100 and GB 11714, and masks. */
#include "rules/identity.h"

#include <string.h>

#define NUMBER_LENGTH 18
#define OLD_NUMBER_LENGTH 15

/* What was typed without white space, full-width forms made narrow, letters made large. */
static char *
read_typed (const char *text)
{
  g_autofree char *narrow = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *read = g_string_new (NULL);

  for (const char *at = narrow; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (read, g_unichar_toupper (c));
    }
  return g_string_free (read, FALSE);
}

static gboolean
has_digits (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

static char
get_number_check (const char *digits)
{
  static const int weights[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
  int sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    sum += (digits[i] - '0') * weights[i];
  return "10X98765432"[sum % 11];
}

static gboolean
is_birth (const char *digits, YsDay today)
{
  g_autofree char *iso = g_strdup_printf ("%.4s-%.2s-%.2s", digits, digits + 4, digits + 6);
  YsDay born = ys_day_parse (iso, -1);

  return born != YS_DAY_NONE && born <= today;
}

YsIdentity
ys_identity_check_number (const char *text, YsDay today, char **canonical)
{
  g_return_val_if_fail (text != NULL && today != YS_DAY_NONE, YS_IDENTITY_WRONG_LENGTH);

  g_autofree char *typed = read_typed (text);
  g_autofree char *number = NULL;
  gsize length = strlen (typed);
  gboolean is_old = length == OLD_NUMBER_LENGTH;
  char check[2] = "";

  if (canonical != NULL)
    *canonical = NULL;
  /* A wrong sign is told before the length: one of them is often both. */
  if (!has_digits (typed, length > 0 ? length - 1 : 0)
      || (length > 0 && !g_ascii_isdigit (typed[length - 1])
          && (typed[length - 1] != 'X' || length != NUMBER_LENGTH)))
    return YS_IDENTITY_WRONG_CHARACTER;
  if (length != NUMBER_LENGTH && !is_old)
    return YS_IDENTITY_WRONG_LENGTH;

  number = is_old ? g_strdup_printf ("%.6s19%s", typed, typed + 6)
                  : g_strndup (typed, NUMBER_LENGTH - 1);
  if (!is_birth (number + 6, today))
    return YS_IDENTITY_WRONG_DATE;
  check[0] = get_number_check (number);
  if (!is_old && typed[NUMBER_LENGTH - 1] != check[0])
    return YS_IDENTITY_WRONG_CHECKSUM;
  if (canonical != NULL)
    *canonical = g_strconcat (number, check, NULL);
  return YS_IDENTITY_RIGHT;
}

/* --- 统一社会信用代码 -------------------------------------------------------------------------- */

/* I, O, S, V and Z are left out, for they are read as digits or as each other. */
static const char credit_alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

static int
get_credit_value (char c)
{
  const char *at = c != '\0' ? strchr (credit_alphabet, c) : NULL;

  return at != NULL ? (int) (at - credit_alphabet) : -1;
}

/* GB 11714: eight characters and a check, at places 9 to 17. Here A is 10 … Z is 35. */
static gboolean
is_organisation_code (const char *code)
{
  static const int weights[] = { 3, 7, 9, 10, 5, 8, 4, 2 };
  int sum = 0;
  int check;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    sum += (g_ascii_isdigit (code[i]) ? code[i] - '0' : code[i] - 'A' + 10) * weights[i];
  check = 11 - sum % 11;
  return code[8] == (check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check));
}

YsIdentity
ys_identity_check_credit_code (const char *text, char **canonical)
{
  g_return_val_if_fail (text != NULL, YS_IDENTITY_WRONG_LENGTH);

  g_autofree char *code = read_typed (text);
  gsize length = strlen (code);
  int weight = 1;
  int sum = 0;

  if (canonical != NULL)
    *canonical = NULL;
  for (gsize i = 0; i < length; i++)
    if (get_credit_value (code[i]) < 0)
      return YS_IDENTITY_WRONG_CHARACTER;
  if (length != NUMBER_LENGTH)
    return YS_IDENTITY_WRONG_LENGTH;

  for (int i = 0; i < NUMBER_LENGTH - 1; i++, weight = weight * 3 % 31)
    sum += get_credit_value (code[i]) * weight;
  if (get_credit_value (code[NUMBER_LENGTH - 1]) != (31 - sum % 31) % 31
      || !is_organisation_code (code + 8))
    return YS_IDENTITY_WRONG_CHECKSUM;
  if (canonical != NULL)
    *canonical = g_steal_pointer (&code);
  return YS_IDENTITY_RIGHT;
}

/* --- masks ------------------------------------------------------------------------------------- */

static char *
hide_middle (const char *text, glong length, glong first, glong last)
{
  GString *masked = g_string_new_len (text, g_utf8_offset_to_pointer (text, first) - text);

  for (glong i = first; i < length - last; i++)
    g_string_append_c (masked, '*');
  g_string_append (masked, g_utf8_offset_to_pointer (text, length - last));
  return g_string_free (masked, FALSE);
}

char *
ys_identity_mask (const char *number)
{
  g_return_val_if_fail (number != NULL, NULL);

  glong length = g_utf8_strlen (number, -1);
  glong shown = length >= OLD_NUMBER_LENGTH ? 4 : length / 4;

  return hide_middle (number, length, shown, shown);
}

char *
ys_identity_mask_phone (const char *phone)
{
  g_return_val_if_fail (phone != NULL, NULL);

  glong length = g_utf8_strlen (phone, -1);
  gboolean is_long = length >= 11;

  return hide_middle (phone, length, is_long ? 3 : length / 4, is_long ? 4 : length / 4);
}
