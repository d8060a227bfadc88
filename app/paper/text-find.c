/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding words on a page: both sides are folded character by character, so that each folded
 * character knows which one of the page it came from. */

#include "paper/text-private.h"

#include <string.h>

typedef struct
{
  gunichar character;
  guint origin;
} Folded;

/* Appends what @character is folded to. White space is folded to nothing; NFKD makes U+2F32 and
 * U+FF24 what they look like; one ligature may become several characters of one origin. */
static void
fold (GArray *into, gunichar character, guint origin)
{
  g_autofree char *normal = NULL;
  g_autofree char *plain = NULL;
  char utf8[7] = "";

  if (g_unichar_isspace (character))
    return;
  if (character < 0x80 || (character >= 0x4e00 && character <= 0x9fff))
    {
      /* Nearly all of a page, and its own normal form. */
      Folded one
        = { character < 0x80 ? (gunichar) g_ascii_tolower ((char) character) : character, origin };

      g_array_append_val (into, one);
      return;
    }

  g_unichar_to_utf8 (character, utf8);
  normal = g_utf8_normalize (utf8, -1, G_NORMALIZE_ALL);
  plain = g_utf8_casefold (normal != NULL ? normal : utf8, -1);
  for (const char *at = plain; *at != '\0'; at = g_utf8_next_char (at))
    {
      Folded one = { g_utf8_get_char (at), origin };

      if (!g_unichar_isspace (one.character))
        g_array_append_val (into, one);
    }
}

static gboolean
stands_at (GArray *page, guint at, GArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      if (g_array_index (page, Folded, at + i).character
          != g_array_index (words, Folded, i).character)
        return FALSE;
    }
  return TRUE;
}

GArray *
ys_paper_text_find (YsPaperText *self, const char *words)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (YsPaperSpan));
  g_autoptr (GArray) page = g_array_new (FALSE, FALSE, sizeof (Folded));
  g_autoptr (GArray) sought = g_array_new (FALSE, FALSE, sizeof (Folded));

  if (!g_utf8_validate (words, -1, NULL))
    return spans;
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    fold (sought, g_utf8_get_char (at), 0);
  if (sought->len == 0)
    return spans;
  for (guint i = 0; i < self->letters->len; i++)
    fold (page, LETTER (self, i)->character, i);

  for (guint at = 0; at + sought->len <= page->len;)
    {
      if (stands_at (page, at, sought))
        {
          guint last = g_array_index (page, Folded, at + sought->len - 1).origin;
          YsPaperSpan span = { g_array_index (page, Folded, at).origin, last + 1 };

          g_array_append_val (spans, span);
          at += sought->len;
        }
      else
        at++;
    }
  return spans;
}
