/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsAnnualReport: the tables of the annual report (年报) as they are printed, in json, csv, html
 * and xlsx. The figures come ready from the tally; nothing is counted here. */
#pragma once

#include <gio/gio.h>

#include "rules/tally.h"

G_BEGIN_DECLS

typedef enum
{
  YS_REPORT_JSON,
  YS_REPORT_CSV,
  YS_REPORT_HTML,
  YS_REPORT_XLSX,
} YsReportFormat;

/* What is printed; all members belong to the caller. */
typedef struct
{
  const YsFigures *figures;
  GPtrArray *checks;       /* of YsCheck: ys_figures_check() */
  const char *agency;      /* canonical JSON of the agency: at least {"name": …} */
  const char *on;          /* the day that limits what is known, YYYY-MM-DD */
  gboolean draft;          /* marked 草稿 */
} YsAnnualReport;

/* Format by a file's ending, ".xlsx" …; FALSE for one that is not written. */
gboolean ys_report_format_from_path (const char *path, YsReportFormat *format);

/**
 * ys_annual_report_write:
 *
 * Makes the whole file in memory.
 * Returns: (transfer full): its bytes, or NULL with @error (G_IO_ERROR).
 */
GBytes *ys_annual_report_write (const YsAnnualReport *report, YsReportFormat format,
                                GError **error);

G_END_DECLS
