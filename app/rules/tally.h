/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsFigures: what a year's annual report counts (tables 2, 3, 4 and the fees), how cases add up to
 * it, and the identities that must hold, on our own figures and on those of others.
 * How the tables look when printed is the report's business. */
#pragma once

#include "rules/day.h"
#include "rules/outcome.h"

G_BEGIN_DECLS

/* The printed forms: 国办公开办函〔2019〕60号 and 〔2021〕30号. */
typedef enum
{
  YS_FORM_2019,
  YS_FORM_2021,
} YsForm;

/* Rows of table 3: two inflows, the outcomes in order, the total, the carry-over. */
typedef enum
{
  YS_ROW_NEW,
  YS_ROW_CARRIED_IN,
  YS_ROW_OUTCOMES,                                   /* + YsOutcome */
  YS_ROW_TOTAL = YS_ROW_OUTCOMES + YS_N_OUTCOMES,
  YS_ROW_CARRIED_OUT,
  YS_N_ROWS,
} YsRow;

/* Columns of table 3: the classes, then their total. */
#define YS_COLUMN_TOTAL YS_N_CLASSES
#define YS_N_COLUMNS (YS_N_CLASSES + 1)

typedef enum
{
  YS_ROUTE_RECONSIDERATION,
  YS_ROUTE_LITIGATION,
  YS_ROUTE_LITIGATION_AFTER,
  YS_N_ROUTES,
  YS_ROUTE_NONE = -1,
} YsRoute;

typedef enum
{
  YS_RESULT_UPHELD,
  YS_RESULT_CORRECTED,
  YS_RESULT_OTHER,
  YS_RESULT_PENDING,
  YS_RESULT_TOTAL,
  YS_N_RESULTS,
  YS_RESULT_NONE = -1,
} YsReviewResult;

/* A cell that a foreign table leaves empty or marks "/": it is not 0, and sums as nothing. */
#define YS_BLANK G_MININT64

typedef struct
{
  gint64 issued;
  gint64 repealed;
  gint64 in_force;
} YsNormativeFigures;

/* Plain figures of one report; a value that may be copied. Our own figures have no blank cell. */
typedef struct
{
  int year;
  YsForm form;
  YsNormativeFigures rule;
  YsNormativeFigures normative;
  gint64 licence;
  gint64 penalty;
  gint64 coercion;
  char fee_wan[32];                       /* decimal 万元 as recorded; "" when not recorded */
  gint64 table3[YS_N_ROWS][YS_N_COLUMNS]; /* with form 2019, the last outcome row holds the three */
  gint64 table4[YS_N_ROUTES][YS_N_RESULTS];
  gint64 fee_cases;
  gint64 fee_fen;
} YsFigures;

/* One identity, tested. */
typedef struct
{
  const char *id;   /* "table3-balance", … (static) */
  gboolean holds;
  gboolean binding; /* FALSE: only worth a look (law.md §3.5, warning level) */
  char *detail;     /* the sums compared, in ids and numbers; every failing place is named */
} YsCheck;

void ys_check_free (YsCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsCheck, ys_check_free)

/* The default form of a year: 2019 up to 2020, else 2021. */
YsForm ys_form_for_year (int year);
/* "2019" or "2021". */
const char *ys_form_get_id (YsForm form);

/* Ids as in `report --json`. With form 2019 the row of YS_OUTCOME_OTHER is "other", and the two
 * rows before it are not printed: ys_row_is_printed(). */
const char *ys_row_get_id (YsRow row, YsForm form);
gboolean ys_row_is_printed (YsRow row, YsForm form);
const char *ys_column_get_id (int column);
const char *ys_route_get_id (YsRoute route);
YsRoute ys_route_from_id (const char *id);
const char *ys_result_get_id (YsReviewResult result);
YsReviewResult ys_result_from_id (const char *id);

/* --- counting: begin, add everything in any order, finish ---------------------------------- */

/* What the tally wants to know of a case; days YS_DAY_NONE where it did not happen. */
typedef struct
{
  YsApplicantClass klass; /* of the first applicant */
  YsDay received_on;
  YsDay concluded_on;     /* first conclusion; a reply after `reopened` is not counted again */
  YsOutcome outcome;      /* of the first conclusion */
} YsCaseFacts;

/* Everything of one year empty; the form decides the rows. */
void ys_figures_begin (YsFigures *self, int year, YsForm form);
void ys_figures_add_case (YsFigures *self, const YsCaseFacts *facts);
/* A remedy in which the agency is the actor (not as review body). @decided_on YS_DAY_NONE: open. */
void ys_figures_add_review (YsFigures *self, YsRoute route, YsDay opened_on, YsDay decided_on,
                            YsReviewResult result);
/* Fees that one case paid within the year, in fen. */
void ys_figures_add_fee (YsFigures *self, gint64 amount_fen);
/* A document issued on @issued_on and repealed on @repealed_on (or YS_DAY_NONE). */
void ys_figures_add_document (YsFigures *self, gboolean is_rule, YsDay issued_on,
                              YsDay repealed_on);
/* Documents in force that were never entered one by one. */
void ys_figures_add_opening (YsFigures *self, gint64 rule, gint64 normative);
/* Makes the totals, and folds the rows that form 2019 does not print. */
void ys_figures_finish (YsFigures *self);

/* --- checking ------------------------------------------------------------------------------- */

/**
 * ys_figures_check:
 * @previous: (nullable): last year's figures, for the carry-over and in-force identities
 *
 * Tests every identity of law.md §3.5 on @self, which may hold blanks.
 * Returns: (transfer full) (element-type YsCheck): all checks, holding or not.
 */
GPtrArray *ys_figures_check (const YsFigures *self, const YsFigures *previous);
/* Whether every binding check holds. */
gboolean ys_checks_hold (GPtrArray *checks);

G_END_DECLS
