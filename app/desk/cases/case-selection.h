/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsCaseSelection: several rows selected, as positions that follow their cases. GtkMultiSelection keeps the object of every
 * selected row, so Ctrl+A would make a million placeholders and ask for all of their pages. */
#pragma once

#include <gtk/gtk.h>

#include "desk/cases/case-model.h"

G_BEGIN_DECLS

#define YS_TYPE_CASE_SELECTION (ys_case_selection_get_type ())
G_DECLARE_FINAL_TYPE (YsCaseSelection, ys_case_selection, YS, CASE_SELECTION, GObject)

YsCaseSelection *ys_case_selection_new (YsCaseModel *model);
guint ys_case_selection_count (YsCaseSelection *self);

G_END_DECLS
