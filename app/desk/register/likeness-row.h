/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row for a case that is like the request: number, dates, state, and a tag. */
#pragma once

#include <gtk/gtk.h>

#include "desk/register/likeness-work.h"
#include "desk/register/request-draft.h"

G_BEGIN_DECLS

/* A row of a GtkListBox. @with_name shows the masked applicant. */
GtkWidget *ys_likeness_row_new (const YsLike *like, gboolean with_name, YsTwinChoice choice);
/* The case that a row shows. */
const char *ys_likeness_row_get_id (GtkListBoxRow *row);

G_END_DECLS
