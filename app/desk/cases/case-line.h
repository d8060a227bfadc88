/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsCaseLine: one line of the list of cases, a single widget that draws its cells. The list gives it
 * another case when it is needed elsewhere. */
#pragma once

#include "desk/cases/case-columns.h"
#include "desk/cases/case-item.h"
#include "desk/cases/case-style.h"
#include "desk/context.h"

G_BEGIN_DECLS

/* What all lines of a list look at; it outlives them. */
typedef struct
{
  YsContext *context;
  YsCaseStyle *style;
  int check;                     /* pixels of the box */
  int widths[YS_N_CASE_COLUMNS]; /* 0: hidden */
} YsCaseLines;

#define YS_TYPE_CASE_LINE (ys_case_line_get_type ())
G_DECLARE_FINAL_TYPE (YsCaseLine, ys_case_line, YS, CASE_LINE, GtkWidget)

GtkWidget *ys_case_line_new (const YsCaseLines *lines);
/* Shows @item, the @position-th of @n; NULL: none. */
void ys_case_line_bind (YsCaseLine *self, YsCaseItem *item, guint position, guint n);
void ys_case_line_set_selected (YsCaseLine *self, gboolean selected);
/* The one that the keyboard goes from. */
void ys_case_line_set_current (YsCaseLine *self, gboolean current);
/* Days, calendar or columns changed: what was laid out is laid out anew. */
void ys_case_line_refresh (YsCaseLine *self);

guint ys_case_line_get_position (YsCaseLine *self);
/* (transfer none) (nullable) */
YsCaseItem *ys_case_line_get_item (YsCaseLine *self);
/* What a cell says, "" while its row is being read. (transfer full) */
char *ys_case_line_get_text (YsCaseLine *self, YsCaseColumn column);

G_END_DECLS
