/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows the refusals and warnings of an import. */
#pragma once

#include "office/import.h"

G_BEGIN_DECLS

/* The kept remarks on stderr, each with its line, and how many more there were. */
void ys_cli_print_remarks (const YsImportReport *report);

G_END_DECLS
