/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsPaperArea: a widget that is scrolled over more than it could hold as children. What is drawn and
 * where is the business of the class derived from it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_PAPER_AREA (ys_paper_area_get_type ())
G_DECLARE_DERIVABLE_TYPE (YsPaperArea, ys_paper_area, YS, PAPER_AREA, GtkWidget)

/**
 * YsPaperAreaClass:
 * @arrange: has @width × @height to show something in; calls ys_paper_area_set_extent()
 * @scrolled: shows another part now
 */
struct _YsPaperAreaClass
{
  GtkWidgetClass parent_class;

  void (*arrange) (YsPaperArea *self, int width, int height);
  void (*scrolled) (YsPaperArea *self);
};

/* How much there is to scroll over, for @arrange alone. */
void ys_paper_area_set_extent (YsPaperArea *self, double width, double height);

/* Arranges anew, at once: scroll bars that come or go must not do so during layout. */
void ys_paper_area_rearrange (YsPaperArea *self);

double ys_paper_area_get_x (YsPaperArea *self);
double ys_paper_area_get_y (YsPaperArea *self);
/* Within the extent; from within @arrange too, after the extent was set. */
void ys_paper_area_scroll_to (YsPaperArea *self, double x, double y);

G_END_DECLS
