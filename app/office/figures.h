/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts a year for the annual report: cases, remedies and fees from the index (or, for another
 * day than today, from the docket), table 2 from the registers. */
#pragma once

#include "office/session.h"
#include "rules/tally.h"

G_BEGIN_DECLS

/**
 * ys_office_count_year:
 * @on: what is known on that day; today or earlier
 *
 * Fills @figures, finished. Checks are the caller's: ys_figures_check().
 */
gboolean ys_office_count_year (YsSession *session, int year, YsForm form, YsDay on,
                               YsFigures *figures, GError **error);

G_END_DECLS
