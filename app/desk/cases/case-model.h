/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsCaseModel: the list of cases as a GListModel of YsCaseItem that never makes anyone wait. It
 * keeps the ids in order; rows come a page at a time from the docket's thread. */
#pragma once

#include <gio/gio.h>

#include "desk/cases/case-ids.h"
#include "desk/cases/case-item.h"
#include "desk/cases/case-pages.h"
#include "desk/cases/case-query.h"
#include "desk/context.h"

G_BEGIN_DECLS

#define YS_TYPE_CASE_MODEL (ys_case_model_get_type ())
G_DECLARE_FINAL_TYPE (YsCaseModel, ys_case_model, YS, CASE_MODEL, GObject)

/**
 * ys_case_model_new:
 *
 * Empty until it is asked something.
 * Signal "listed": the ids of the last question are here (whether or not they changed).
 * Signal "moved" (guint, GArray of guint): after a stretch of the list gave way to another, where
 * those of the new stretch stood before, from the position on; G_MAXUINT: they are new.
 * Signal "failed" (GError): a list or a page could not be read.
 */
YsCaseModel *ys_case_model_new (YsContext *context);

/* Asks for another list; the one that stands stays until the new one came. */
void ys_case_model_set_query (YsCaseModel *self, const YsCaseQuery *query);
/* Asks again: rows that are in use are read anew, and only the stretch that changed moves. */
void ys_case_model_refresh (YsCaseModel *self);
/* The list that stands came of a refresh. */
gboolean ys_case_model_is_refresh (YsCaseModel *self);
/* A list was asked for and is not here. */
gboolean ys_case_model_is_loading (YsCaseModel *self);

/* (transfer none) (nullable): NULL while nothing was listed */
YsCaseIds *ys_case_model_get_ids (YsCaseModel *self);
/* Pages in memory, for tests: it stays small however far one scrolls. */
guint ys_case_model_count_pages (YsCaseModel *self);

G_END_DECLS
