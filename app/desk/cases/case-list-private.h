/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the list share: case-list.c (the widget), case-list-place.c (lines and
 * places), case-list-input.c (keys and pointer). */
#pragma once

#include "desk/cases/case-list.h"

#include "desk/cases/case-line.h"

G_BEGIN_DECLS

/* A position that is followed through changes. */
typedef struct
{
  guint at;
  guint gone_from;  /* of a stretch that is gone and may come again as another */
  guint gone_above; /* so many of it stood above the place */
  gboolean is_beyond;
} YsCasePlace;

struct _YsCaseList
{
  GtkWidget parent_instance;

  YsCaseLines lines;
  YsCaseWidths widths;
  GtkSelectionModel *model;
  GPtrArray *pool;         /* of YsCaseLine: that of position p is p modulo their number */
  int line_height;
  int height;              /* as last given */
  guint tick;
  int total_width;
  int left;                /* pixels that the columns are scrolled */

  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];

  guint cursor;
  YsCaseItem *cursor_item; /* the case itself, which may move */
  guint anchor;            /* of a selection with Shift */
  gboolean follows;        /* the model changed: cursor's case and top are looked for */
  YsCasePlace top;         /* the first position in sight, as it is after the changes */
  double top_rest;         /* pixels of it that are cut off */
  YsCasePlace cursor_place;
  gboolean to_cursor;      /* it is to be scrolled to as soon as the size is known */
  gboolean wants_focus;    /* for the cursor's line, once it is there */
  gpointer wanted_from;    /* who had it then, to compare alone: another that got it since keeps it */
};

guint ys_case_list_count (YsCaseList *self);

/* --- case-list-place.c --- */

double ys_case_list_get_top (YsCaseList *self);
double ys_case_list_get_left (YsCaseList *self);
/* Before the next frame the lines in sight get their cases. */
void ys_case_list_look_again (YsCaseList *self);
/* Gives them their places. */
void ys_case_list_place (YsCaseList *self, int width, int height);
void ys_case_list_hide_lines (YsCaseList *self);
/* After the cases at @position changed: what is seen and the cursor stay with their cases. */
void ys_case_list_keep_places (YsCaseList *self, guint position, guint removed, guint added);
/* Puts the cursor on @position, in sight, with the keyboard. */
void ys_case_list_move_cursor (YsCaseList *self, guint position);
/* The position under @y, or GTK_INVALID_LIST_POSITION. */
guint ys_case_list_find_position (YsCaseList *self, double y);
/* Lines that are wholly seen. */
guint ys_case_list_count_seen (YsCaseList *self);

/* --- case-list-input.c --- */

void ys_case_list_input_bind (GtkWidgetClass *widget_class);
void ys_case_list_input_init (YsCaseList *self);

/* The cursor's line gets the focus when it is there, unless something else got it meanwhile. */
void ys_case_list_want_focus (YsCaseList *self);

G_END_DECLS
