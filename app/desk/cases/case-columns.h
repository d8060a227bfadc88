/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns of the list of cases: their titles and what they say of a row. */
#pragma once

#include "office/lists.h"

G_BEGIN_DECLS

typedef enum
{
  YS_CASE_COLUMN_NUMBER,
  YS_CASE_COLUMN_APPLICANT,
  YS_CASE_COLUMN_TITLE,
  YS_CASE_COLUMN_CLASS,
  YS_CASE_COLUMN_RECEIVED,
  YS_CASE_COLUMN_CHANNEL,
  YS_CASE_COLUMN_STAGE,
  YS_CASE_COLUMN_HANDLER,
  YS_CASE_COLUMN_DUE,
  YS_CASE_COLUMN_LEFT,
  YS_N_CASE_COLUMNS,
} YsCaseColumn;

/* "number", …: how settings and actions name it. */
const char *ys_case_column_get_id (YsCaseColumn column);
const char *ys_case_column_get_title (YsCaseColumn column);
/* The order that the column stands for, -1 for none. */
int ys_case_column_get_order (YsCaseColumn column);
/* Number and title are always shown. */
gboolean ys_case_column_may_hide (YsCaseColumn column);

/* What the cell says. (transfer full) */
char *ys_case_column_get_text (YsCaseColumn column, const YsIndexRow *row,
                               const YsCalendar *calendar, YsDay today);
/* Where words were found (YsPart): "title, attachment"; NULL for nowhere. (transfer full) */
char *ys_case_parts_describe (unsigned parts);
/* A whole row in one sentence, for screen readers. (transfer full) */
char *ys_case_row_describe (const YsIndexRow *row, unsigned parts, const YsCalendar *calendar,
                            YsDay today);

G_END_DECLS
