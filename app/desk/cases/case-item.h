/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsCaseItem: one place in the list of cases. It has its id at once and its row when that came;
 * signal "filled" tells, and tells again when the row changed. */
#pragma once

#include "office/lists.h"

G_BEGIN_DECLS

#define YS_TYPE_CASE_ITEM (ys_case_item_get_type ())
G_DECLARE_FINAL_TYPE (YsCaseItem, ys_case_item, YS, CASE_ITEM, GObject)

/* @living: items by id, in which the item stands as long as it lives. */
YsCaseItem *ys_case_item_new (GHashTable *living, const char *id);
const char *ys_case_item_get_id (YsCaseItem *self);
/* NULL until it came. (transfer none) */
const YsIndexRow *ys_case_item_get_row (YsCaseItem *self);
/* Where the words were found that the list was searched for (YsPart), or 0. */
unsigned ys_case_item_get_parts (YsCaseItem *self);
/* (transfer full) for @row */
void ys_case_item_take_row (YsCaseItem *self, YsIndexRow *row, unsigned parts);

G_END_DECLS
