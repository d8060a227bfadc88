/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Heads above figures stand in equal lines, groups of rows behind their number, and what goes beside
 * many rows stands upright. */
#include "desk/annual/cell-text.h"

#include <string.h>

#define NUMBER_END "）" /* the bracket that closes the number of a group */
#define PAIR 2

char *
ys_cell_text_break_evenly (const char *text, glong at_most)
{
  g_return_val_if_fail (text != NULL && at_most > 0, NULL);

  glong length = g_utf8_strlen (text, -1);
  glong line = length;
  GString *broken;

  for (glong lines = 2; line > at_most && lines <= length / PAIR; lines++)
    if (length % lines == 0)
      line = length / lines;
  broken = g_string_new (NULL);
  for (glong i = 0; i < length; i += line)
    {
      const char *from = g_utf8_offset_to_pointer (text, i);

      if (i > 0)
        g_string_append_c (broken, '\n');
      g_string_append_len (broken, from, g_utf8_offset_to_pointer (from, line) - from);
    }
  return g_string_free (broken, FALSE);
}

static gboolean
is_head_of_column (const YsFormTable *layout, const YsFormCell *cell)
{
  return cell->kind == YS_CELL_COLUMN_HEADER && cell->row < layout->header_rows
         && cell->colspan == 1;
}

static gboolean
is_head_of_group (const YsFormCell *cell)
{
  return cell->kind == YS_CELL_ROW_HEADER && cell->rowspan > 1;
}

/* A column of characters, as forms print a label beside many rows; marks stay with what they
 * follow. */
static char *
stand_upright (const char *text)
{
  GString *upright = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (upright->len > 0 && !g_unichar_ispunct (c))
        g_string_append_c (upright, '\n');
      g_string_append_unichar (upright, c);
    }
  return g_string_free (upright, FALSE);
}

/* Where the number of a group ends, or NULL. */
static const char *
find_number_end (const char *text)
{
  const char *end = strstr (text, NUMBER_END);

  return end != NULL ? end + strlen (NUMBER_END) : NULL;
}

char *
ys_cell_text_break (const YsFormTable *layout, const YsFormCell *cell, glong at_most)
{
  g_return_val_if_fail (layout != NULL && cell != NULL, NULL);

  const char *end;

  /* Asked for by the form of 2019, held by nobody: printed empty. */
  if (cell->text == NULL)
    return g_strdup ("");
  /* Two lines at least, as the forms have them. */
  if (is_head_of_column (layout, cell))
    return ys_cell_text_break_evenly (
      cell->text, CLAMP (g_utf8_strlen (cell->text, -1) / 2, PAIR, MAX (at_most, PAIR)));
  if (!is_head_of_group (cell))
    return g_strdup (cell->text);
  if (cell->column == 0)
    return stand_upright (cell->text);
  end = find_number_end (cell->text);
  return end != NULL ? g_strdup_printf ("%.*s\n%s", (int) (end - cell->text), cell->text, end)
                     : g_strdup (cell->text);
}

glong
ys_cell_text_get_least (const YsFormTable *layout, const YsFormCell *cell)
{
  g_return_val_if_fail (layout != NULL && cell != NULL, 0);

  const char *end;
  glong length;

  if (cell->text == NULL || (!is_head_of_column (layout, cell) && !is_head_of_group (cell)))
    return 0;
  length = g_utf8_strlen (cell->text, -1);
  if (is_head_of_column (layout, cell))
    return length % PAIR == 0 ? PAIR : length;
  if (cell->column == 0)
    return PAIR;
  end = find_number_end (cell->text);
  return end != NULL ? g_utf8_strlen (end, -1) : 0;
}
