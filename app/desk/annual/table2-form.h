/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsTable2Form: what table 2 counts is entered here: the year's decisions, the documents in force
 * at the beginning, and documents issued or repealed. */
#pragma once

#include <gtk/gtk.h>

#include "desk/annual/annual-figures.h"
#include "desk/context.h"
#include "report/form.h"

G_BEGIN_DECLS

#define YS_TYPE_TABLE2_FORM (ys_table2_form_get_type ())
G_DECLARE_FINAL_TYPE (YsTable2Form, ys_table2_form, YS, TABLE2_FORM, GtkBox)

void ys_table2_form_set_context (YsTable2Form *self, YsContext *context);
/* Fills what nobody is typing into. */
void ys_table2_form_show (YsTable2Form *self, const YsAnnualFigures *figures);
/* Goes to the entry that a figure of table 2 comes from. */
void ys_table2_form_focus (YsTable2Form *self, const YsFigureKey *key);

G_END_DECLS
