/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A made case of the sample year as lines of an exchange file. */
#pragma once

#include "docket/chain.h"
#include "office/sample-acts.h"

G_BEGIN_DECLS

/* Called for every line in the order of its case; no line end. FALSE stops. */
typedef gboolean (*YsSampleLineFunc) (YsDay on,
                                      const GString *line,
                                      gpointer user_data,
                                      GError **error);

/* Sorts the entries by day and hands out those up to @today; @hash takes the digests of facts. */
gboolean ys_sample_hand_out (YsSampleCase *made,
                             YsDay today,
                             YsHash *hash,
                             YsSampleLineFunc func,
                             gpointer user_data,
                             GError **error);

G_END_DECLS
