/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsFactsColumn: the left column of a case: applicant (masked until revealed), request, receipt and
 * handler, related cases. Its buttons speak to the page by actions. */
#pragma once

#include <gtk/gtk.h>

#include "office/case-view.h"

G_BEGIN_DECLS

#define YS_TYPE_FACTS_COLUMN (ys_facts_column_get_type ())
G_DECLARE_FINAL_TYPE (YsFactsColumn, ys_facts_column, YS, FACTS_COLUMN, GtkBox)

void ys_facts_column_set_view (YsFactsColumn *self, YsCaseView *view);
/* From now on the applicant is shown in full. */
void ys_facts_column_reveal (YsFactsColumn *self);
gboolean ys_facts_column_is_revealed (YsFactsColumn *self);

G_END_DECLS
