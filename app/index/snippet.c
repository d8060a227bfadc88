/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cuts the piece of a text around a hit. Where the hit is, words.h tells. */
#include "index/snippet.h"

#include <string.h>

#include "index/reading.h"

/* Characters shown before the hit, and in all after it. */
#define SHOWN_BEFORE 16
#define SHOWN_AFTER 40

#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_ISOLATE "\u2069"
#define ELLIPSIS "\u2026"

/* Control signs would break the line, and direction signs of the text the two around the hit. */
static void
append_plain (GString *to, const char *begin, const char *end)
{
  for (const char *at = begin; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
        continue;
      if (g_unichar_iscntrl (c))
        g_string_append_c (to, ' ');
      else
        g_string_append_unichar (to, c);
    }
}

static const char *
find_line_begin (const char *text, const char *at)
{
  while (at > text && at[-1] != '\n')
    at--;
  return at;
}

char *
ys_snippet_cut (const char *text, gsize length, gsize start, gsize stop)
{
  GString *snippet = g_string_new (NULL);
  const char *end = text + length;
  const char *hit = text + start;
  const char *hit_end = text + stop;
  const char *line = find_line_begin (text, hit);
  const char *line_end = memchr (hit_end, '\n', (gsize) (end - hit_end));
  const char *from = hit;
  const char *to = hit_end;

  if (line_end == NULL)
    line_end = end;
  for (int i = 0; i < SHOWN_BEFORE && from > line; i++)
    from = ys_reading_skip_back (line, from, end);
  for (int i = 0; i < SHOWN_AFTER && to < line_end; i++)
    to = ys_reading_skip (to, line_end);

  if (from > line)
    g_string_append (snippet, ELLIPSIS);
  append_plain (snippet, from, hit);
  g_string_append (snippet, FIRST_STRONG_ISOLATE);
  append_plain (snippet, hit, hit_end);
  g_string_append (snippet, POP_ISOLATE);
  append_plain (snippet, hit_end, to);
  if (to < line_end)
    g_string_append (snippet, ELLIPSIS);
  return g_string_free (snippet, FALSE);
}
