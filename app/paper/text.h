/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsPaperText: the words of one page with a box around each character, and what a person does with
 * them: find, point at, select, copy. Nothing is drawn here. */
#pragma once

#include "paper/wire.h"

G_BEGIN_DECLS

/* Part of a page, in fractions (0 to 1) of its width and height from the top left corner, as the
 * page stands upright. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} YsPaperBox;

/* Characters @from up to, but not including, @until. */
typedef struct
{
  guint from;
  guint until;
} YsPaperSpan;

/* Immutable, refcounted. */
typedef struct _YsPaperText YsPaperText;

/* The page's text as the worker told it. What is no character of Unicode, what controls a terminal
 * and what turns the direction of writing is left out: the text is shown to people and searched,
 * never obeyed. NULL if the frame is malformed. */
YsPaperText *ys_paper_text_new (const YsWireFrame *frame);
YsPaperText *ys_paper_text_ref (YsPaperText *self);
void ys_paper_text_unref (YsPaperText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsPaperText, ys_paper_text_unref)

/* Valid UTF-8; lines end in "\n". */
const char *ys_paper_text_get_string (YsPaperText *self);
guint ys_paper_text_get_length (YsPaperText *self);
/* Whether the page had more than YS_PAPER_MAX_TEXT characters. */
gboolean ys_paper_text_is_cut (YsPaperText *self);

/* The words from @span's beginning to its end, for the clipboard. */
char *ys_paper_text_copy (YsPaperText *self, YsPaperSpan span);
/* One box a line that @span touches (YsPaperBox), in order. */
GArray *ys_paper_text_boxes (YsPaperText *self, YsPaperSpan span);
/* The position between characters that lies nearest to (@x, @y), in fractions of the page: 0 to
 * the length. Two of them make a selection. */
guint ys_paper_text_position_at (YsPaperText *self, double x, double y);

/* The box of the character behind @position, or else of the one before; empty if there is none. */
YsPaperBox ys_paper_text_box_at (YsPaperText *self, guint position);
/* The position on the line below @position (or above, unless @down) that lies nearest to @x, a
 * fraction of the width; FALSE if there is no such line. */
gboolean ys_paper_text_position_beside (YsPaperText *self,
                                        guint position,
                                        double x,
                                        gboolean down,
                                        guint *beside);

/* Where @words stand (YsPaperSpan), in order, not overlapping. White space and line ends are looked
 * over on both sides, since a Chinese word breaks anywhere and titles are spaced out; so are case,
 * width and the look-alike radicals that some programs write instead of characters. */
GArray *ys_paper_text_find (YsPaperText *self, const char *words);

/* Whether @words begin at the end of @page and end at the beginning of @next, the page behind it, and
 * the first such place: @tail on @page, @head on @next. A line with nothing but the number of a page
 * may stand between. Words that are whole on one page are not meant. */
gboolean ys_paper_text_find_across (YsPaperText *page,
                                    YsPaperText *next,
                                    const char *words,
                                    YsPaperSpan *tail,
                                    YsPaperSpan *head);

/* @box as it lies on the page turned clockwise by @turn degrees (0, 90, 180, 270), in fractions of
 * the turned page. With 360 - @turn it goes back. */
YsPaperBox ys_paper_box_turn (YsPaperBox box, guint turn);

G_END_DECLS
