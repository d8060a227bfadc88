/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows by their ids, read on the docket's thread: for the list, for export and print. */
#pragma once

#include "desk/context.h"
#include "office/lists.h"

G_BEGIN_DECLS

/* YsWorkFunc: @input a GStrv of ids; gives a GPtrArray of YsIndexRow, in their order, without
 * those that are no longer there. */
gpointer ys_case_rows_read (YsSession *session, gpointer input, GCancellable *cancellable,
                            GError **error);

G_END_DECLS
