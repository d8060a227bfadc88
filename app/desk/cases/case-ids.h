/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsCaseIds: the ids of a list in order, packed: a million take 15 MB and go in one stroke. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YsCaseIds YsCaseIds;

/* Packs @ids (element-type utf8). Immutable; may cross threads. */
YsCaseIds *ys_case_ids_new (const GPtrArray *ids);
YsCaseIds *ys_case_ids_ref (YsCaseIds *self);
void ys_case_ids_unref (YsCaseIds *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsCaseIds, ys_case_ids_unref)

guint ys_case_ids_get_length (const YsCaseIds *self);
/* (transfer none) */
const char *ys_case_ids_get (const YsCaseIds *self, guint position);
/* @n ids from @position on, fewer at the end. (transfer full) */
GStrv ys_case_ids_copy (const YsCaseIds *self, guint position, guint n);

/* One stretch of the list that is another: @removed ids at @at gave way to @added. */
typedef struct
{
  guint at;
  guint removed;
  guint added;
} YsCaseIdsChange;

/* The shortest such stretch; nothing removed and nothing added where both are equal. */
YsCaseIdsChange ys_case_ids_compare (const YsCaseIds *before, const YsCaseIds *after);

/* All but @n ids from @position on. */
YsCaseIds *ys_case_ids_without (const YsCaseIds *self, guint position, guint n);

G_END_DECLS
