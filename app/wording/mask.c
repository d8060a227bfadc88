/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hides personal data in what is shown by default. */
#include "wording/explain.h"

char *
ys_mask_name (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  const char *rest = *name != '\0' ? g_utf8_next_char (name) : name;
  GString *masked = g_string_new_len (name, rest - name);
  glong hidden = g_utf8_strlen (rest, -1);

  /* The length of a long name would tell too much of it. */
  for (glong i = 0; i < MIN (hidden, 4); i++)
    g_string_append_c (masked, '*');
  return g_string_free (masked, FALSE);
}
