/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Totals that an agency has published, for the one docket that is rebuilt from a published report:
 * Suqian, 2023. */
#pragma once

#include "rules/tally.h"

G_BEGIN_DECLS

/* Whether figures were published for that agency and year. */
gboolean ys_published_knows (const char *agency, int year, YsForm form);
/* The total column of table 3 as published. */
gint64 ys_published_get_total (YsRow row);
/* How many rows of @figures have another total than published; @rows: how many were compared. */
guint ys_published_count_different (const YsFigures *figures, guint *rows);

G_END_DECLS
