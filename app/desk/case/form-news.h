/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What came to the case while a form was open: the colleague's entries, and field by field what they
 * say beside what stands in the form. */
#pragma once

#include <gtk/gtk.h>

#include "desk/case/deed.h"

G_BEGIN_DECLS

/**
 * ys_form_news_fill:
 * @box: gets the entries of @view after @since, the newest first
 * @deed: the act of the form; entries of the same act are set beside @answers
 *
 * Returns: whether there is anything to tell.
 */
gboolean ys_form_news_fill (GtkBox *box, const YsCaseView *view, gint64 since, const YsDeed *deed,
                            GHashTable *answers);

G_END_DECLS
