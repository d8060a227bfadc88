/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsCaseQuery: what the list of cases is asked for, filter and order, with texts of its own. Due
 * days are kept as working days from today, so that a saved view stays true. */
#pragma once

#include "office/lists.h"

G_BEGIN_DECLS

typedef enum
{
  YS_CASE_DUE_ANY,
  YS_CASE_DUE_OVERDUE,
  YS_CASE_DUE_WITHIN, /* overdue ones included; 0 days: until today */
  YS_CASE_DUE_DAYS,   /* from one given day to another */
} YsCaseDue;

typedef struct
{
  unsigned states;
  gboolean open_only;
  gboolean asks_approval;
  int received_year;
  char *handler; /* NULL all, "" nobody */
  YsOutcome outcome;
  YsApplicantClass klass;
  char *channel;
  char *text;
  YsCaseDue due;
  int within;    /* working days */
  YsDay from;    /* DAYS: either may be YS_DAY_NONE */
  YsDay until;
  YsOrder order;
  gboolean descending;
} YsCaseQuery;

/* Everything, by due day. */
YsCaseQuery *ys_case_query_new (void);
YsCaseQuery *ys_case_query_copy (const YsCaseQuery *self);
void ys_case_query_free (YsCaseQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsCaseQuery, ys_case_query_free)

/* Takes over what @filter asks; the order stays. */
void ys_case_query_set_filter (YsCaseQuery *self, const YsFilter *filter, YsDay today);
/* Fills @filter; its texts are those of @self. */
void ys_case_query_get_filter (const YsCaseQuery *self, const YsCalendar *calendar, YsDay today,
                               YsFilter *filter);
/* Lets everything through; the order stays. */
void ys_case_query_clear_filter (YsCaseQuery *self);
gboolean ys_case_query_is_filtered (const YsCaseQuery *self);
/* There is a text to search for, and something beside it that keeps cases out. */
gboolean ys_case_query_narrows_search (const YsCaseQuery *self);
/* Takes off everything but the text; the order stays. */
void ys_case_query_keep_text (YsCaseQuery *self);

/* a{sv} of a saved view. (transfer floating); unknown or wrong keys are passed over. */
GVariant *ys_case_query_to_variant (const YsCaseQuery *self);
YsCaseQuery *ys_case_query_from_variant (GVariant *variant);

/* "due", "number", …; from_id gives -1 for an unknown one. */
const char *ys_order_get_id (YsOrder order);
int ys_order_from_id (const char *id);
#define YS_N_ORDERS (YS_ORDER_CONCLUDED + 1)

G_END_DECLS
