/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Case id to integer key and back. Which ids are valid is told by rules/event.h. */
#include "index/key.h"

#include <string.h>

#include "rules/event.h"

/* A key is ((year × NUMBERS) + number) × WIDTHS + digits. Ids are kept verbatim, so how many digits
 * were written counts; small keys make small full-text lists. */
#define NUMBERS G_GINT64_CONSTANT (1000000000)
#define WIDTHS 16

gint64
ys_key_from_id (const char *id)
{
  gsize digits;

  if (id == NULL || !ys_case_id_is_valid (id))
    return 0;
  digits = strlen (id + 5);
  if (digits > 9)
    return 0;
  return (g_ascii_strtoll (id, NULL, 10) * NUMBERS + g_ascii_strtoll (id + 5, NULL, 10)) * WIDTHS
         + (gint64) digits;
}

char *
ys_key_to_id (gint64 key)
{
  gint64 place = key / WIDTHS;

  return g_strdup_printf ("%d-%0*d", (int) (place / NUMBERS), (int) (key % WIDTHS),
                          (int) (place % NUMBERS));
}
