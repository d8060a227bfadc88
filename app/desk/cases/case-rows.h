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

/* Rows, and of each the parts (YsPart) that words were found in. */
typedef struct
{
  GPtrArray *rows; /* of YsIndexRow */
  GArray *parts;   /* of guint, as many; all 0 without words */
} YsCaseRows;

void ys_case_rows_free (YsCaseRows *self);
/* What is asked: @ids are taken over, @words (or NULL) copied. */
gpointer ys_case_rows_ask_new (char **ids, const char *words);
void ys_case_rows_ask_free (gpointer ask);
/* YsWorkFunc with what ys_case_rows_ask_new() gave; gives YsCaseRows. */
gpointer ys_case_rows_read_found (YsSession *session, gpointer ask, GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
