/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The numbers of the law, each with its article and the day from which it holds; nowhere else.
 * The tiers of the fee stand in fee.c, with theirs. */
#pragma once

#include "rules/event.h"

G_BEGIN_DECLS

/* Periods, in working days unless said otherwise. */
typedef enum
{
  YS_PERIOD_REPLY,           /* 条例 33: 20 */
  YS_PERIOD_EXTENSION,       /* 条例 33: at most 20 */
  YS_PERIOD_CORRECTION,      /* 条例 30: 7, to ask for a correction */
  YS_PERIOD_CONSULTATION,    /* 条例 32, 34: 15 from receipt of the letter */
  YS_PERIOD_FEE,             /* 国办函〔2020〕109号 6: 20 from receipt of the notice */
  YS_PERIOD_REVIEW_REPLY,    /* 行政复议法 48: 10 */
  YS_PERIOD_REVIEW_SUMMARY,  /* 行政复议法 54: 5 */
  YS_PERIOD_LAWSUIT_ANSWER,  /* 行政诉讼法 67: 15 calendar days */
  YS_N_PERIODS,
} YsPeriod;

int ys_edition_get_days (YsPeriod period);
/* As the law names it: "条例第三十三条". */
const char *ys_edition_get_article (YsPeriod period);

/* First day of 国务院令第711号, 2019-05-15: a case received before it follows the older law. */
YsDay ys_edition_regulation_day (void);
/* First day of 国办函〔2020〕109号, 2021-01-01: no fee may be asked before it. */
YsDay ys_edition_fee_day (void);
/* First day that an entry of a stream may have: cases 2008-05-01 (the first regulation), all others
 * 1949-10-01. */
YsDay ys_edition_first_day (YsStreamClass klass);

/* Whether paying a fee noticed on @noticed_on starts the clock anew (law.md §2, not verified in the
 * text of the notice: a dated rule, so that it can be told from the day on which it changes). */
gboolean ys_edition_fee_restarts (YsDay noticed_on);

G_END_DECLS
