/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of cases as a file: CSV or a workbook. Rows are read and written a stretch at a time on
 * the docket's thread, so that other work comes in between. */
#pragma once

#include "desk/cases/case-ids.h"
#include "desk/context.h"

G_BEGIN_DECLS

typedef enum
{
  YS_CASE_EXPORT_CSV,
  YS_CASE_EXPORT_XLSX,
} YsCaseExportFormat;

/* @done of @total cases are written. */
typedef void (*YsCaseExportProgress) (guint done, guint total, gpointer user_data);

/**
 * ys_case_export_async:
 * @ids: which cases, in this order
 * @masked: names masked, as on the screen
 * @progress: (nullable): called on the main loop
 *
 * Gives the bytes of the file.
 */
void ys_case_export_async (YsContext *context, YsCaseIds *ids, YsCaseExportFormat format,
                           gboolean masked, YsCaseExportProgress progress, gpointer progress_data,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data);
GBytes *ys_case_export_finish (YsContext *context, GAsyncResult *result, GError **error);

G_END_DECLS
