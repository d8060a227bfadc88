/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsAnnualExport: asks where the tables go, has them written on the docket's thread, and tells. */
#pragma once

#include <adwaita.h>

#include "desk/annual/annual-figures.h"
#include "desk/context.h"
#include "report/annual-report.h"

G_BEGIN_DECLS

#define YS_TYPE_ANNUAL_EXPORT (ys_annual_export_get_type ())
G_DECLARE_FINAL_TYPE (YsAnnualExport, ys_annual_export, YS, ANNUAL_EXPORT, GObject)

/* @page outlives it; @status repeats for screen readers what the toast says. */
YsAnnualExport *ys_annual_export_new (GtkWidget *page, GtkLabel *status, YsContext *context);

/* @ending: "xlsx", "html", "csv" or "json". Where a check fails, asks whether a draft will do. */
void ys_annual_export_begin (YsAnnualExport *self, const YsAnnualFigures *figures,
                             const char *ending);

/* "某市人民政府2023年年报数据表.xlsx". (transfer full) */
char *ys_annual_export_make_name (const char *agency, int year, gboolean draft,
                                  const char *ending);

/* What is written, and where. */
typedef struct
{
  int year;
  YsForm form;
  YsDay on;
  gboolean draft;
  YsReportFormat format;
  GFile *file;
} YsAnnualOrder;

void ys_annual_order_free (gpointer order);
/* A YsWorkFunc on a YsAnnualOrder: counts anew, refuses failing checks unless it is a draft, and
 * replaces the file. Gives the file. */
gpointer ys_annual_export_write (YsSession *session, gpointer order, GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
