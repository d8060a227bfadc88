/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Closes up typeset text in one walk. How text is read into words is reading.c. */
#include "index/file-text.h"

#include "index/files.h"
#include "index/reading.h"

#include <string.h>

/* Chinese punctuation is set in characters' own width: a line may break beside it too. */
static gboolean
is_set_solid (gunichar c)
{
  return ys_reading_is_han (c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF);
}

char *
ys_file_text_close_up (const char *text)
{
  gsize most = MIN (strlen (text), YS_FILE_TEXT_MAX);
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) most);
  GString *out = g_string_sized_new (most);
  const char *at = valid;
  gunichar before = 0;

  while (*at != '\0')
    {
      gunichar c = g_utf8_get_char (at);
      const char *next = g_utf8_next_char (at);

      if (g_unichar_isspace (c) && c != YS_FILE_PAGE_END)
        {
          gunichar after;

          while (*next != '\0' && *next != YS_FILE_PAGE_END
                 && g_unichar_isspace (g_utf8_get_char (next)))
            next = g_utf8_next_char (next);
          after = g_utf8_get_char (next);
          if (!is_set_solid (before) || !is_set_solid (after))
            g_string_append_c (out, ' ');
          before = ' ';
        }
      else
        {
          g_string_append_len (out, at, next - at);
          before = c;
        }
      at = next;
    }
  return g_string_free (out, FALSE);
}
