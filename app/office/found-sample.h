/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A docket to look around in: a sample year that ends on a given day. */
#pragma once

#include "office/import.h"

G_BEGIN_DECLS

/* Founds a docket at @address and imports the year of sample.h into it, as anybody's file. */
YsSession *ys_office_found_sample (const char *address, int cases, guint32 seed, YsDay today,
                                   YsProgressFunc progress, gpointer user_data,
                                   YsImportReport **report, GError **error);

G_END_DECLS
