/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making entries, for the engines only. What an entry is to everybody else stands in entry.h. */
#pragma once

#include "docket/entry.h"

G_BEGIN_DECLS

/* A new entry with copies of all that @view holds. One block of memory holds entry and strings. */
YsEntry *ys_entry_new (const YsEntry *view);

G_END_DECLS
