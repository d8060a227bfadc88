/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists for a window: pages, counts and single rows, always of an index that is up to date. */
#pragma once

#include "index/index.h"
#include "index/parts.h"
#include "office/session.h"
#include "rules/casefile.h"

G_BEGIN_DECLS

/* Progress of making the index: @done of @total entries; FALSE cancels. */
typedef gboolean (*YsFillFunc) (gint64 done, gint64 total, gpointer user_data);

/* Brings the index up to date, with progress; every list below does so too, without. */
gboolean ys_office_prepare_lists (YsSession *session, YsFillFunc progress, gpointer user_data,
                                  GError **error);

/* As ys_index_page(), ys_index_list_ids(), ys_index_get_row(), ys_index_find_parts(), ys_index_count()
 * and so on. */
GPtrArray *ys_office_page (YsSession *session, const YsFilter *filter, YsOrder order,
                           gboolean descending, const char *after, int limit, GError **error);
GPtrArray *ys_office_list_ids (YsSession *session, const YsFilter *filter, YsOrder order,
                               gboolean descending, GError **error);
YsIndexRow *ys_office_get_row (YsSession *session, const char *id, GError **error);
GArray *ys_office_find_parts (YsSession *session, const char *const *ids, const char *text,
                              GError **error);
gint64 ys_office_count (YsSession *session, const YsFilter *filter, GError **error);
gboolean ys_office_count_states (YsSession *session, gint64 *counts, GError **error);
gboolean ys_office_count_due (YsSession *session, YsDay from, YsDay to, YsDayCountFunc func,
                              gpointer user_data, GError **error);
GPtrArray *ys_office_list_handlers (YsSession *session, GError **error);
GArray *ys_office_list_years (YsSession *session, GError **error);
GPtrArray *ys_office_list_links_to (YsSession *session, const char *id, int limit, GError **error);

/* The whole case as it stands today: its history, and in @casefile (optional) what it comes to. */
YsHistory *ys_office_open_case (YsSession *session, const char *id, YsCasefile **casefile,
                                GError **error);

G_END_DECLS
