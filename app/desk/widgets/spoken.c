/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One separator for all rows. */
#include "desk/widgets/spoken.h"

#include "wording/i18n.h"

char *
ys_spoken_join (const char *part, ...)
{
  GString *text = g_string_new (NULL);
  va_list args;

  va_start (args, part);
  for (; part != NULL; part = va_arg (args, const char *))
    {
      if (*part == '\0')
        continue;
      if (text->len > 0)
        /* Translators: stands between the parts of a row that is read out. */
        g_string_append (text, C_ ("spoken", ", "));
      g_string_append (text, part);
    }
  va_end (args);
  return g_string_free (text, FALSE);
}
