/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsPagePictures: the textures of a document's pages, asked of its reader when they are wanted, and
 * no longer when not; as many are kept as fit into a given number of bytes. It knows no widget. */
#pragma once

#include <gtk/gtk.h>

#include "paper/reader.h"

G_BEGIN_DECLS

#define YS_TYPE_PAGE_PICTURES (ys_page_pictures_get_type ())
G_DECLARE_FINAL_TYPE (YsPagePictures, ys_page_pictures, YS, PAGE_PICTURES, GObject)

/* Signal "arrived": a picture came, or the news that a page cannot be drawn. Its argument is the
 * page (guint). */

/* @reader is open. What is wanted at the moment is kept even beyond @most_bytes. */
YsPagePictures *ys_page_pictures_new (YsPaperReader *reader, gsize most_bytes);

/* What is wanted now: a beginning, each picture, an end. What was asked for before and is not named
 * again is cancelled at the end. */
void ys_page_pictures_begin (YsPagePictures *self);
void ys_page_pictures_want (YsPagePictures *self, const YsPaperPicture *picture,
                            YsPaperUrgency urgency);
void ys_page_pictures_end (YsPagePictures *self);

/* That very picture if it is there, or NULL. (transfer none) */
GdkTexture *ys_page_pictures_get (YsPagePictures *self, const YsPaperPicture *picture);
/* A picture of the whole page with that turn, of whatever size, or NULL. (transfer none) */
GdkTexture *ys_page_pictures_get_any (YsPagePictures *self, guint page, guint turn);
/* The pixels of such a picture, not copied. (transfer none) */
cairo_surface_t *ys_page_pictures_get_surface (GdkTexture *picture);
/* Why the page could not be drawn, or NULL. (transfer none) */
const GError *ys_page_pictures_get_failure (YsPagePictures *self, guint page);

/* For tests: pictures asked of the reader so far, under way, and bytes kept. */
guint ys_page_pictures_count_asked (YsPagePictures *self);
guint ys_page_pictures_count_waiting (YsPagePictures *self);
gsize ys_page_pictures_count_bytes (YsPagePictures *self);

G_END_DECLS
