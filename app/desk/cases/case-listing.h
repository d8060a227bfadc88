/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsCaseListing: the answer to a question, the ids in order, and what it changes of the list that
 * stands. All of it is reckoned on the docket's thread. */
#pragma once

#include "desk/cases/case-ids.h"
#include "desk/cases/case-query.h"

G_BEGIN_DECLS

typedef struct
{
  YsCaseIds *ids;
  YsCaseIds *common;     /* what stands on both sides of the stretch that changed; NULL: all is new */
  YsCaseIdsChange change;
  GArray *origins;       /* of guint: where those in the stretch stood before, or G_MAXUINT */
} YsCaseListing;

void ys_case_listing_free (YsCaseListing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsCaseListing, ys_case_listing_free)

/* What is asked; @before NULL for a new question. Both are copied or referenced. */
gpointer ys_case_listing_ask_new (const YsCaseQuery *query, YsCaseIds *before);
void ys_case_listing_ask_free (gpointer ask);
/* YsWorkFunc with what ys_case_listing_ask_new() gave; gives YsCaseListing. */
gpointer ys_case_listing_read (YsSession *session, gpointer ask, GCancellable *cancellable,
                               GError **error);

G_END_DECLS
