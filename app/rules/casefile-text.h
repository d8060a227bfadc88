/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a search should find of a case. Private to casefile. */
#pragma once

#include "rules/history.h"

G_BEGIN_DECLS

/* Every text that a person wrote in the folded entries, a line each. (transfer full) */
char *ys_casefile_gather_text (const YsFolded *folded);

G_END_DECLS
