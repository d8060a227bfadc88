/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stays of an entry once its case is destroyed: the words, days and numbers from which clock
 * and tables are derived, and nothing that a person wrote. */
#pragma once

#include "rules/history.h"

G_BEGIN_DECLS

struct cJSON;

/**
 * ys_event_reduce:
 * @amended: (nullable): for an `amended` entry the one that it amends, as it was first written
 * @refs: (element-type utf8 utf8): the refs of this case so far and their numbers; grows. Make it with
 *   g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free), one a case, and go by seq.
 *
 * The reduced body: words, days, numbers, truths, outcomes, grounds and cases stay, also who handled
 * it (`to`); text that must be there becomes YS_DESTROYED_TEXT, other text goes; files go, digests
 * that must be there become noughts; a `ref` becomes its number. It is a valid body of the same kind,
 * and reducing it again changes nothing. What an amendment puts right is reduced alike, so that
 * `from` is still what stands there.
 *
 * Returns: (transfer full): to be freed with cJSON_Delete().
 */
struct cJSON *ys_event_reduce (const YsEvent *event, const YsEvent *amended, GHashTable *refs);

/**
 * ys_history_reduce:
 * @last: seq of the last entry to reduce; 0 for all
 *
 * Returns: (transfer full): [{"seq", "body"}…], what `destroyed` carries as `kept`.
 */
struct cJSON *ys_history_reduce (const YsHistory *self, gint64 last);

/* The body of a `destroyed` that comes next and answers the destruction-asked @asked. (transfer full) */
struct cJSON *ys_history_make_destroyed (const YsHistory *self, gint64 asked);

/* The body that @destroyed kept of entry @seq, or NULL. (transfer none) */
const struct cJSON *ys_event_get_kept (const YsEvent *destroyed, gint64 seq);

G_END_DECLS
