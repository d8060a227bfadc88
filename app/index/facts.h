/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tally counts, case by case and remedy by remedy, with the number of each. Sums are
 * ys_index_tally(). */
#pragma once

#include "index/index.h"

G_BEGIN_DECLS

/* @key sorts as numbers do; ys_index_key_to_id() makes a number of it. Neither may ask the index. */
typedef void (*YsCaseFactsFunc) (gint64 key, const YsCaseFacts *facts, gpointer user_data);
typedef void (*YsReviewFactsFunc) (gint64 key, const YsReview *review, gpointer user_data);

/* Calls @func for each case, in no order. */
gboolean ys_index_each_case (YsIndex *self, YsCaseFactsFunc func, gpointer user_data,
                             GError **error);
/* Calls @func for each remedy against the agency; route, days and result of it are filled. */
gboolean ys_index_each_review (YsIndex *self, YsReviewFactsFunc func, gpointer user_data,
                               GError **error);
/* (transfer full) */
char *ys_index_key_to_id (gint64 key);

G_END_DECLS
