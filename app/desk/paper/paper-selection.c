/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two marks, in whatever order, and growing to whole words or lines at the two ends. */
#include "desk/paper/paper-selection.h"

/* --- units ------------------------------------------------------------------------------------ */

typedef enum
{
  LETTER_SPACE,
  LETTER_HAN,
  LETTER_WORD,
  LETTER_OTHER,
} LetterClass;

static LetterClass
classify (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  if (g_unichar_isspace (c))
    return LETTER_SPACE;
  if (script == G_UNICODE_SCRIPT_HAN)
    return LETTER_HAN;
  return g_unichar_isalnum (c) ? LETTER_WORD : LETTER_OTHER;
}

static gunichar
character_at (YsPaperText *text, guint index)
{
  g_autofree char *one = ys_paper_text_copy (text, (YsPaperSpan) { index, index + 1 });

  return g_utf8_get_char (one);
}

static gboolean
belong_together (gunichar a, gunichar b, YsSelectUnit unit)
{
  if (unit == YS_SELECT_LINES)
    return a != '\n' && b != '\n';
  return classify (a) == classify (b) && classify (a) != LETTER_OTHER;
}

static guint
grow_back (YsPaperText *text, guint from, YsSelectUnit unit)
{
  while (from > 0
         && belong_together (character_at (text, from - 1), character_at (text, from), unit))
    from--;
  return from;
}

static guint
grow_on (YsPaperText *text, guint until, YsSelectUnit unit)
{
  while (until > 0 && until < ys_paper_text_get_length (text)
         && belong_together (character_at (text, until - 1), character_at (text, until), unit))
    until++;
  return until;
}

/* --- the span --------------------------------------------------------------------------------- */

YsPaperSelection
ys_paper_selection_of_pages (guint first, guint last)
{
  /* No page has so many characters: its end. */
  return (YsPaperSelection) { { first, 0, 0, 0 },
                              { last, 1, 1, YS_PAPER_NO_POSITION - 1 },
                              YS_SELECT_CHARACTERS };
}

guint
ys_paper_selection_get_first (const YsPaperSelection *self)
{
  return MIN (self->anchor.page, self->head.page);
}

guint
ys_paper_selection_get_last (const YsPaperSelection *self)
{
  return MAX (self->anchor.page, self->head.page);
}

guint
ys_paper_mark_find (const YsPaperMark *self, YsPaperText *text)
{
  if (self->position == YS_PAPER_NO_POSITION)
    return ys_paper_text_position_at (text, self->x, self->y);
  return MIN (self->position, ys_paper_text_get_length (text));
}

/* Two clicks select the word that they hit, even if its letter is not passed over. */
static YsPaperSpan
take_one (YsPaperText *text, YsPaperSpan span)
{
  guint from = MIN (span.from, ys_paper_text_get_length (text) - 1);

  return (YsPaperSpan) { from, from + 1 };
}

gboolean
ys_paper_selection_get_span (const YsPaperSelection *self, guint page, YsPaperText *text,
                             YsPaperSpan *span)
{
  guint first = ys_paper_selection_get_first (self), last = ys_paper_selection_get_last (self);
  guint length = ys_paper_text_get_length (text);

  if (page < first || page > last || length == 0)
    return FALSE;
  *span = (YsPaperSpan) { 0, length };
  if (first == last)
    {
      guint anchor = ys_paper_mark_find (&self->anchor, text);
      guint head = ys_paper_mark_find (&self->head, text);

      *span = (YsPaperSpan) { MIN (anchor, head), MAX (anchor, head) };
      if (span->from == span->until && self->unit != YS_SELECT_CHARACTERS)
        *span = take_one (text, *span);
    }
  else if (page == first)
    span->from = ys_paper_mark_find (self->anchor.page == first ? &self->anchor : &self->head, text);
  else if (page == last)
    span->until = ys_paper_mark_find (self->anchor.page == last ? &self->anchor : &self->head, text);
  if (span->from >= span->until)
    return FALSE;
  if (self->unit != YS_SELECT_CHARACTERS)
    *span = (YsPaperSpan) { grow_back (text, span->from, self->unit),
                            grow_on (text, span->until, self->unit) };
  return TRUE;
}
