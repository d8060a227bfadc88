/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reports to print in tests: figures that differ in every cell, so that two swapped cells show. */
#pragma once

#include "report/annual-report.h"

static inline void
sample_fill_figures (YsFigures *figures, int year, YsForm form)
{
  ys_figures_begin (figures, year, form);
  figures->rule = (YsNormativeFigures){ 101, 102, 103 };
  figures->normative = (YsNormativeFigures){ 201, 202, 203 };
  figures->licence = 301;
  figures->penalty = 302;
  figures->coercion = 303;
  g_strlcpy (figures->fee_wan, "404.25", sizeof figures->fee_wan);
  figures->fee_cases = 501;
  figures->fee_fen = 502;
  for (int row = 0; row < YS_N_ROWS; row++)
    for (int column = 0; column < YS_N_COLUMNS; column++)
      figures->table3[row][column] = 1000 + 10 * row + column;
  for (int route = 0; route < YS_N_ROUTES; route++)
    for (int result = 0; result < YS_N_RESULTS; result++)
      figures->table4[route][result] = 5000 + 10 * route + result;
}

static inline GBytes *
sample_write (const YsFigures *figures, GPtrArray *checks, const char *agency, gboolean draft,
              YsReportFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) own = checks == NULL ? ys_figures_check (figures, NULL) : NULL;
  YsAnnualReport report = { .figures = figures,
                            .checks = checks != NULL ? checks : own,
                            .agency = agency,
                            .on = "2024-01-31",
                            .draft = draft };
  GBytes *bytes = ys_annual_report_write (&report, format, &error);
  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

/* The bytes as a string of their own. */
static inline char *
sample_write_text (const YsFigures *figures, GPtrArray *checks, const char *agency, gboolean draft,
                   YsReportFormat format)
{
  g_autoptr (GBytes) bytes = sample_write (figures, checks, agency, draft, format);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_assert_true (g_utf8_validate_len (data, length, NULL));
  return g_strndup (data, length);
}
