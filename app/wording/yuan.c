/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two decimals, no more. */
#include "wording/yuan.h"

#include <string.h>

char *
ys_yuan_format (gint64 fen)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", fen / 100, (int) (ABS (fen) % 100));
}

gint64
ys_yuan_parse (const char *text)
{
  gint64 fen = 0;
  int decimals = -1;

  if (text == NULL || *text == '\0' || strlen (text) > 14)
    return -1;
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '.' && decimals < 0 && p != text)
        decimals = 0;
      else if (g_ascii_isdigit (*p) && decimals < 2)
        {
          fen = fen * 10 + (*p - '0');
          decimals += decimals >= 0 ? 1 : 0;
        }
      else
        return -1;
    }
  for (decimals = MAX (decimals, 0); decimals < 2; decimals++)
    fen *= 10;
  return fen;
}
