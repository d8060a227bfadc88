/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsPaperSelection: from where to where a document is selected, over any number of pages, and which
 * characters of a page that means once its words are there. A value; it asks for nothing. */
#pragma once

#include "paper/text.h"

G_BEGIN_DECLS

typedef enum
{
  YS_SELECT_CHARACTERS,
  YS_SELECT_WORDS,
  YS_SELECT_LINES,
} YsSelectUnit;

#define YS_PAPER_NO_POSITION G_MAXUINT

/* An end of the selection. The mouse knows a point of the upright page, in fractions: the words may
 * come after it. The keyboard knows between which characters it stands. */
typedef struct
{
  guint page;
  double x;
  double y;
  guint position; /* YS_PAPER_NO_POSITION: the one nearest to the point */
} YsPaperMark;

/* @head is the end that moves; it may stand before @anchor. */
typedef struct
{
  YsPaperMark anchor;
  YsPaperMark head;
  YsSelectUnit unit;
} YsPaperSelection;

/* All of the pages from @first to @last. */
YsPaperSelection ys_paper_selection_of_pages (guint first, guint last);
/* The pages it touches. */
guint ys_paper_selection_get_first (const YsPaperSelection *self);
guint ys_paper_selection_get_last (const YsPaperSelection *self);
/* Between which characters of its page's @text a mark stands. */
guint ys_paper_mark_find (const YsPaperMark *self, YsPaperText *text);
/* What is selected of @page, whose words are @text; FALSE if that is nothing. */
gboolean ys_paper_selection_get_span (const YsPaperSelection *self,
                                      guint page,
                                      YsPaperText *text,
                                      YsPaperSpan *span);

G_END_DECLS
