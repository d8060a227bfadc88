/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Many cases get a handler, one after the other: each is an entry of its own, judged by itself. */
#pragma once

#include "desk/context.h"

G_BEGIN_DECLS

/* @done of @total cases are through, well or badly. */
typedef void (*YsCaseAssignProgress) (guint done, guint total, gpointer user_data);

/* What came of it; also when it was cancelled, for what was done stays done. */
typedef struct
{
  guint assigned;
  guint left;          /* not tried: it was cancelled */
  GPtrArray *failures; /* of char *: number and reason */
} YsCaseAssignment;

void ys_case_assignment_free (YsCaseAssignment *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsCaseAssignment, ys_case_assignment_free)

void ys_case_assign_async (YsContext *context, const char *const *ids, const char *handler,
                           YsCaseAssignProgress progress, gpointer progress_data,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data);
YsCaseAssignment *ys_case_assign_finish (YsContext *context, GAsyncResult *result, GError **error);

G_END_DECLS
