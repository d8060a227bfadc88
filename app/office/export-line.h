/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One entry of the docket as a line of the exchange format. Private to the office. */
#pragma once

#include "docket/entry.h"

G_BEGIN_DECLS

/* With its end of line. @kept (nullable): what was kept of a body that was erased; without it that body
 * is null. (transfer full) */
char *ys_export_make_line (const YsEntry *entry, const char *kept);

G_END_DECLS
