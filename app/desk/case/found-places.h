/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsFoundPlaces: above a case that was opened from a search, which of its documents hold the words,
 * and on which page. Not there when none does. */
#pragma once

#include "desk/context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_FOUND_PLACES (ys_found_places_get_type ())
G_DECLARE_FINAL_TYPE (YsFoundPlaces, ys_found_places, YS, FOUND_PLACES, GtkBox)

/* Looks where in the documents of the case @words stand. */
void ys_found_places_look (YsFoundPlaces *self, YsContext *context, const char *id,
                           const char *words);

G_END_DECLS
