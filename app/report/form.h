/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsFormTable: a table of the printed form as a grid of cells: which label or figure stands where
 * and how far it spans. Every format, and the window, prints from it; how a cell looks is theirs.
 *
 * The official labels (law.md §3) stay Chinese in every language. */
#pragma once

#include "rules/tally.h"

G_BEGIN_DECLS

typedef enum
{
  YS_TABLE_2,
  YS_TABLE_3,
  YS_TABLE_4,
  YS_N_TABLES,
} YsTable;

typedef enum
{
  YS_CELL_COLUMN_HEADER, /* names the columns that it spans */
  YS_CELL_ROW_HEADER,    /* names the rows that it spans */
  YS_CELL_SECTION,       /* names the rows of its section, across the whole table */
  YS_CELL_NOTE,          /* the sentence in the corner of table 3 */
  YS_CELL_FIGURE,        /* one figure of YsFigures */
  YS_CELL_EMPTY,         /* asked for by the form, not held by the docket: printed empty */
} YsCellKind;

/* Where in YsFigures a figure stands. */
typedef enum
{
  YS_FIGURE_NONE,
  YS_FIGURE_RULE,      /* column: YsNormativeColumn */
  YS_FIGURE_NORMATIVE, /* column: YsNormativeColumn */
  YS_FIGURE_LICENCE,
  YS_FIGURE_PENALTY,
  YS_FIGURE_COERCION,
  YS_FIGURE_FEE_WAN,   /* a decimal number, not a count */
  YS_FIGURE_TABLE3,    /* row: YsRow; column: YsApplicantClass or YS_COLUMN_TOTAL */
  YS_FIGURE_TABLE4,    /* row: YsRoute; column: YsReviewResult */
} YsFigureSource;

typedef enum
{
  YS_NORMATIVE_ISSUED,
  YS_NORMATIVE_REPEALED,
  YS_NORMATIVE_IN_FORCE,
} YsNormativeColumn;

typedef struct
{
  YsFigureSource source;
  int row;
  int column;
} YsFigureKey;

typedef struct
{
  int row, column;      /* of the upper left corner, from 0 */
  int rowspan, colspan;
  int section;          /* rows of one section follow each other; 0 for the header rows */
  YsCellKind kind;
  const char *text;     /* (nullable): NULL for figures and empty cells; lives with the table */
  YsFigureKey figure;
} YsFormCell;

#define YS_FORM_MAX_COLUMNS 15

typedef struct
{
  YsForm form;
  YsTable table;
  const char *title;                /* "三、收到和处理政府信息公开申请情况" */
  const char *name;                 /* "表三" */
  int rows, columns;
  int header_rows;                  /* rows at the top that hold column headers only */
  int widths[YS_FORM_MAX_COLUMNS];  /* in half-width characters */
  int groups[YS_FORM_MAX_COLUMNS];  /* columns that belong together: how many each, then 0 */
  GArray *cells;                    /* of YsFormCell, by row and column */
  GStringChunk *labels;             /* private: texts that were put together */
} YsFormTable;

YsFormTable *ys_form_table_new (YsForm form, YsTable table);
void ys_form_table_free (YsFormTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsFormTable, ys_form_table_free)

/* Whether @header names @cell: it spans its row, or its column in the same section. */
gboolean ys_form_cell_is_header_of (const YsFormTable *self, const YsFormCell *header,
                                    const YsFormCell *cell);

/* What is printed in the cell: label, figure, or nothing (blank, or not recorded). */
char *ys_form_cell_dup_text (const YsFormCell *cell, const YsFigures *figures);
/* The figure of the cell as a number; FALSE if it has none. */
gboolean ys_form_cell_get_number (const YsFormCell *cell, const YsFigures *figures,
                                  double *number);

G_END_DECLS
