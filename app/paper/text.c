/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsPaperText: cleaning, boxes, pointing and copying. Finding stands in text-find.c. */

#include "paper/text-private.h"

#include <math.h>
#include <string.h>

#define WHOLE 65535.0

/* --- cleaning -------------------------------------------------------------------------------- */

/* Unassigned characters stay: names are written with some that are newer than this GLib. What is
 * invisible goes, least of all may it make one text look like another. */
static gboolean
is_shown (gunichar c)
{
  if (c == '\n' || c == '\t')
    return TRUE;
  if (!g_unichar_validate (c) || (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef))
    return FALSE;
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT: /* among them every bidi control, U+061C, U+200B to U+200F, U+FEFF */
    case G_UNICODE_SURROGATE:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return FALSE;
    default:
      return TRUE;
    }
}

static YsPaperBox
box_of (const YsWireCharacter *character)
{
  guint left = MIN (character->left, character->right);
  guint right = MAX (character->left, character->right);
  guint top = MIN (character->top, character->bottom);
  guint bottom = MAX (character->top, character->bottom);

  return (YsPaperBox){ left / WHOLE, top / WHOLE, (right - left) / WHOLE, (bottom - top) / WHOLE };
}

YsPaperText *
ys_paper_text_new (const YsWireFrame *frame)
{
  g_autoptr (GString) string = g_string_new (NULL);
  YsPaperText *self;
  gboolean cut;
  guint32 count;

  if (!ys_wire_get_characters (frame, &cut, &count))
    return NULL;

  self = g_new0 (YsPaperText, 1);
  g_atomic_ref_count_init (&self->refs);
  self->cut = cut;
  self->letters = g_array_sized_new (FALSE, FALSE, sizeof (Letter), count);
  for (guint32 i = 0; i < count; i++)
    {
      YsWireCharacter character = ys_wire_get_character (frame, i);
      Letter letter = { character.character, string->len, box_of (&character) };

      if (!is_shown (letter.character))
        continue;
      g_string_append_unichar (string, letter.character);
      g_array_append_val (self->letters, letter);
    }
  self->size = string->len;
  self->string = g_string_free (g_steal_pointer (&string), FALSE);
  return self;
}

YsPaperText *
ys_paper_text_ref (YsPaperText *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
ys_paper_text_unref (YsPaperText *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->letters);
  g_free (self->string);
  g_free (self);
}

const char *
ys_paper_text_get_string (YsPaperText *self)
{
  return self->string;
}

guint
ys_paper_text_get_length (YsPaperText *self)
{
  return self->letters->len;
}

gboolean
ys_paper_text_is_cut (YsPaperText *self)
{
  return self->cut;
}

/* --- selecting ------------------------------------------------------------------------------- */

static YsPaperSpan
clamp (YsPaperText *self, YsPaperSpan span)
{
  guint from = MIN (span.from, span.until);
  guint until = MAX (span.from, span.until);

  return (YsPaperSpan){ MIN (from, self->letters->len), MIN (until, self->letters->len) };
}

static gsize
offset_of (YsPaperText *self, guint index)
{
  return index < self->letters->len ? LETTER (self, index)->offset : self->size;
}

char *
ys_paper_text_copy (YsPaperText *self, YsPaperSpan span)
{
  YsPaperSpan within = clamp (self, span);
  gsize from = offset_of (self, within.from);

  return g_strndup (self->string + from, offset_of (self, within.until) - from);
}

/* Whether two boxes stand beside one another: their heights overlap by more than half of the
 * lower one. A line end does not tell, since poppler ends lines within a table's row. */
static gboolean
on_one_line (const YsPaperBox *a, const YsPaperBox *b)
{
  double shared = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

  return shared > MIN (a->height, b->height) / 2;
}

static void
unite (YsPaperBox *into, const YsPaperBox *box)
{
  double right = MAX (into->x + into->width, box->x + box->width);
  double bottom = MAX (into->y + into->height, box->y + box->height);

  into->x = MIN (into->x, box->x);
  into->y = MIN (into->y, box->y);
  into->width = right - into->x;
  into->height = bottom - into->y;
}

GArray *
ys_paper_text_boxes (YsPaperText *self, YsPaperSpan span)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (YsPaperBox));
  YsPaperSpan within = clamp (self, span);
  gboolean line_ended = TRUE;

  for (guint i = within.from; i < within.until; i++)
    {
      const Letter *letter = LETTER (self, i);

      if (letter->character == '\n')
        line_ended = TRUE;
      else if (letter->box.width > 0 && letter->box.height > 0)
        {
          YsPaperBox *last
            = boxes->len > 0 ? &g_array_index (boxes, YsPaperBox, boxes->len - 1) : NULL;

          if (!line_ended && on_one_line (last, &letter->box))
            unite (last, &letter->box);
          else
            g_array_append_val (boxes, letter->box);
          line_ended = FALSE;
        }
    }
  return boxes;
}

YsPaperBox
ys_paper_text_box_at (YsPaperText *self, guint position)
{
  guint at = MIN (position, self->letters->len);

  if (at < self->letters->len && LETTER (self, at)->character != '\n')
    return LETTER (self, at)->box;
  while (at > 0 && LETTER (self, at - 1)->character == '\n')
    at--;
  return at > 0 ? LETTER (self, at - 1)->box : (YsPaperBox){ 0, 0, 0, 0 };
}

/* The middle of the nearest line on that side, or NAN. */
static double
find_line_beside (YsPaperText *self, const YsPaperBox *line, gboolean down)
{
  double middle = line->y + line->height / 2, best = NAN;

  for (guint i = 0; i < self->letters->len; i++)
    {
      const YsPaperBox *box = &LETTER (self, i)->box;
      double y = box->y + box->height / 2;

      if (LETTER (self, i)->character == '\n' || box->height <= 0 || on_one_line (line, box)
          || (down ? y <= middle : y >= middle))
        continue;
      if (isnan (best) || (down ? y < best : y > best))
        best = y;
    }
  return best;
}

gboolean
ys_paper_text_position_beside (YsPaperText *self, guint position, double x, gboolean down,
                               guint *beside)
{
  YsPaperBox line = ys_paper_text_box_at (self, position);
  double y = find_line_beside (self, &line, down);

  if (isnan (y))
    return FALSE;
  *beside = ys_paper_text_position_at (self, x, y);
  return TRUE;
}

guint
ys_paper_text_position_at (YsPaperText *self, double x, double y)
{
  double nearest = INFINITY;
  guint position = 0;

  for (guint i = 0; i < self->letters->len; i++)
    {
      const YsPaperBox *box = &LETTER (self, i)->box;
      double beside = MAX (MAX (box->x - x, x - box->x - box->width), 0);
      double above = MAX (MAX (box->y - y, y - box->y - box->height), 0);
      /* Another line is farther than anything on this one: people sweep along lines. */
      double distance = above * 100 + beside;

      if (LETTER (self, i)->character == '\n' || distance >= nearest)
        continue;
      nearest = distance;
      position = x > box->x + box->width / 2 ? i + 1 : i;
    }
  return position;
}

YsPaperBox
ys_paper_box_turn (YsPaperBox box, guint turn)
{
  switch (turn % 360)
    {
    case 90:
      return (YsPaperBox){ 1 - box.y - box.height, box.x, box.height, box.width };
    case 180:
      return (YsPaperBox){ 1 - box.x - box.width, 1 - box.y - box.height, box.width, box.height };
    case 270:
      return (YsPaperBox){ box.y, 1 - box.x - box.width, box.height, box.width };
    default:
      return box;
    }
}
