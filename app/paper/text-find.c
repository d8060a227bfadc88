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

static void
fold_words (GArray *into, const char *words)
{
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    fold (into, g_utf8_get_char (at), 0);
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
  fold_words (sought, words);
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

/* --- over the end of a page ------------------------------------------------------------------- */

/* Whether the line may be nothing but the number of a page: "— 12 —", "第 3 页 共 8 页", "2/15". */
static gboolean
is_page_number (YsPaperText *self, guint from, guint until)
{
  gboolean has_digit = FALSE;

  for (guint i = from; i < until; i++)
    {
      gunichar c = LETTER (self, i)->character;

      if (g_unichar_isdigit (c))
        has_digit = TRUE;
      else if (!g_unichar_isspace (c) && !g_unichar_ispunct (c) && c != 0x7b2c /* 第 */
               && c != 0x9875 /* 页 */ && c != 0x5171 /* 共 */)
        return FALSE;
    }
  return has_digit;
}

static gboolean
is_space_at (YsPaperText *self, guint index)
{
  return g_unichar_isspace (LETTER (self, index)->character);
}

/* Where the words of the page end, before a number at its foot. */
static guint
find_foot (YsPaperText *self)
{
  guint until = self->letters->len, from;

  while (until > 0 && is_space_at (self, until - 1))
    until--;
  for (from = until; from > 0 && LETTER (self, from - 1)->character != '\n'; from--)
    ;
  return is_page_number (self, from, until) ? from : until;
}

/* Where they begin, behind a number at its head. */
static guint
find_head (YsPaperText *self)
{
  guint from = 0, until;

  while (from < self->letters->len && is_space_at (self, from))
    from++;
  for (until = from; until < self->letters->len && LETTER (self, until)->character != '\n'; until++)
    ;
  return is_page_number (self, from, until) ? until : from;
}

/* The last letters before @until and the first from @from on that a word of @most folded characters
 * may need: every letter that is no space folds to one at least. */
static guint
fold_border (GArray *into, YsPaperText *page, guint until, YsPaperText *next, guint from, guint most)
{
  guint begin = until, n_before;

  for (guint n = 0; begin > 0 && n < most; begin--)
    n += !is_space_at (page, begin - 1);
  for (guint i = begin; i < until; i++)
    fold (into, LETTER (page, i)->character, i);
  n_before = into->len;
  for (guint i = from; i < next->letters->len && into->len < n_before + most; i++)
    fold (into, LETTER (next, i)->character, i);
  return n_before;
}

static gboolean
find_over (YsPaperText *page, guint until, YsPaperText *next, guint from, GArray *sought,
           YsPaperSpan *tail, YsPaperSpan *head)
{
  g_autoptr (GArray) border = g_array_new (FALSE, FALSE, sizeof (Folded));
  guint n_before = fold_border (border, page, until, next, from, sought->len - 1);

  for (guint at = 0; at < n_before && at + sought->len <= border->len; at++)
    {
      if (at + sought->len <= n_before || !stands_at (border, at, sought))
        continue;
      *tail = (YsPaperSpan){ g_array_index (border, Folded, at).origin,
                             g_array_index (border, Folded, n_before - 1).origin + 1 };
      *head = (YsPaperSpan){ g_array_index (border, Folded, n_before).origin,
                             g_array_index (border, Folded, at + sought->len - 1).origin + 1 };
      return TRUE;
    }
  return FALSE;
}

gboolean
ys_paper_text_find_across (YsPaperText *page, YsPaperText *next, const char *words,
                           YsPaperSpan *tail, YsPaperSpan *head)
{
  g_autoptr (GArray) sought = g_array_new (FALSE, FALSE, sizeof (Folded));

  if (!g_utf8_validate (words, -1, NULL))
    return FALSE;
  fold_words (sought, words);
  if (sought->len < 2)
    return FALSE;
  return find_over (page, page->letters->len, next, 0, sought, tail, head)
         || find_over (page, find_foot (page), next, 0, sought, tail, head)
         || find_over (page, page->letters->len, next, find_head (next), sought, tail, head)
         || find_over (page, find_foot (page), next, find_head (next), sought, tail, head);
}
