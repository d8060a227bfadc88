/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Masks by characters, not by bytes. */
#include "desk/case/applicant-mask.h"

#include <string.h>

/* A mask over fewer characters can be guessed. */
#define HIDDEN_MIN 4

char *
ys_mask_number (const char *number, int first, int last)
{
  g_return_val_if_fail (number != NULL, NULL);

  glong length = g_utf8_strlen (number, -1);
  GString *masked = g_string_new (NULL);
  glong i = 0;

  if (length < first + last + HIDDEN_MIN)
    {
      first = MIN (first, 1);
      last = 0;
    }
  for (const char *p = number; *p != '\0'; p = g_utf8_next_char (p), i++)
    if (i < first || i >= length - last)
      g_string_append_unichar (masked, g_utf8_get_char (p));
    else
      g_string_append_c (masked, '*');
  return g_string_free (masked, FALSE);
}

char *
ys_mask_email (const char *email)
{
  g_return_val_if_fail (email != NULL, NULL);

  const char *at = strchr (email, '@');
  g_autofree char *name = NULL;

  if (at == NULL || at == email)
    return ys_mask_number (email, 1, 0);
  name = g_utf8_substring (email, 0, 1);
  return g_strconcat (name, "***", at, NULL);
}
