/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The writers behind ys_annual_report_write(), one a format; each prints from form.h. */
#pragma once

#include "report/annual-report.h"

G_BEGIN_DECLS

/* @title: "…政府信息公开工作年度报告（2023年）数据表", free of control characters, marked if a draft */
GBytes *ys_report_write_json (const YsAnnualReport *report, GError **error);
GBytes *ys_report_write_csv (const YsAnnualReport *report, const char *title);
GBytes *ys_report_write_html (const YsAnnualReport *report, const char *title, GError **error);
GBytes *ys_report_write_sheet (const YsAnnualReport *report, const char *title, GError **error);

/* How a draft is marked, everywhere. */
#define YS_REPORT_DRAFT "草稿"

G_END_DECLS
