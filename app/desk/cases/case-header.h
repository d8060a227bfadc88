/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsCaseHeader: the heads of the columns above a YsCaseList. A click orders the list, a drag at the
 * edge of a head makes its column wider, the other button opens its menu. */
#pragma once

#include "desk/cases/case-list.h"
#include "office/lists.h"

G_BEGIN_DECLS

#define YS_TYPE_CASE_HEADER (ys_case_header_get_type ())
G_DECLARE_FINAL_TYPE (YsCaseHeader, ys_case_header, YS, CASE_HEADER, GtkWidget)

GtkWidget *ys_case_header_new (void);
/* The list that it stands above. */
void ys_case_header_set_list (YsCaseHeader *self, YsCaseList *list);
/* Marks the heads of the columns that the list is ordered by. */
void ys_case_header_set_order (YsCaseHeader *self, YsOrder order, gboolean descending);
/* The menu of a column. */
void ys_case_header_set_menu (YsCaseHeader *self, YsCaseColumn column, GMenuModel *menu);

G_END_DECLS
