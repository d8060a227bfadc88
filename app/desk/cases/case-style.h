/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsCaseStyle: fonts, colours and icons for what lines of a list draw themselves, all as the style
 * sheet has them, and texts laid out once however often they stand in the list. */
#pragma once

#include <gtk/gtk.h>

#include "desk/widgets/due-words.h"

G_BEGIN_DECLS

typedef enum
{
  YS_CASE_FACE_PLAIN,
  YS_CASE_FACE_NUMBER,
  YS_CASE_FACE_SMALL,
  YS_CASE_FACE_DUE, /* and on: one a YsDueKind */
} YsCaseFace;

typedef struct _YsCaseStyle YsCaseStyle;

/* Lives among the children of @parent, unseen. */
YsCaseStyle *ys_case_style_new (GtkWidget *parent);
void ys_case_style_free (YsCaseStyle *self);

/* @text on one line of @width pixels, cut with an ellipsis where it is longer. Shared: not to be
 * changed. (transfer full) */
PangoLayout *ys_case_style_lay_out (YsCaseStyle *self, int face, int width, const char *text);
void ys_case_style_get_color (YsCaseStyle *self, int face, GdkRGBA *color);
/* The thin line between two lines. */
void ys_case_style_get_hair (YsCaseStyle *self, GdkRGBA *color);
/* (transfer none), NULL for none */
GdkPaintable *ys_case_style_get_icon (YsCaseStyle *self, YsDueKind kind);
/* Pixels of a line of text, and its size against the usual 13.3. */
int ys_case_style_get_line (YsCaseStyle *self);
double ys_case_style_get_scale (YsCaseStyle *self);

G_END_DECLS
