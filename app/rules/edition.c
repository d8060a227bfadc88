/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the law's numbers. */
#include "rules/edition.h"

typedef struct
{
  int days;
  const char *article;
} PeriodRule;

static const PeriodRule periods[YS_N_PERIODS] = {
  [YS_PERIOD_REPLY] = { 20, "条例第三十三条" },
  [YS_PERIOD_EXTENSION] = { 20, "条例第三十三条" },
  [YS_PERIOD_CORRECTION] = { 7, "条例第三十条" },
  [YS_PERIOD_CONSULTATION] = { 15, "条例第三十二条、第三十四条" },
  [YS_PERIOD_FEE] = { 20, "国办函〔2020〕109号" },
  [YS_PERIOD_REVIEW_REPLY] = { 10, "行政复议法第四十八条" },
  [YS_PERIOD_REVIEW_SUMMARY] = { 5, "行政复议法第五十四条" },
  [YS_PERIOD_LAWSUIT_ANSWER] = { 15, "行政诉讼法第六十七条" },
};

int
ys_edition_get_days (YsPeriod period)
{
  g_return_val_if_fail (period < YS_N_PERIODS, 0);
  return periods[period].days;
}

const char *
ys_edition_get_article (YsPeriod period)
{
  g_return_val_if_fail (period < YS_N_PERIODS, NULL);
  return periods[period].article;
}

YsDay
ys_edition_regulation_day (void)
{
  return ys_day_from_ymd (2019, 5, 15);
}

YsDay
ys_edition_fee_day (void)
{
  return ys_day_from_ymd (2021, 1, 1);
}

YsDay
ys_edition_first_day (YsStreamClass klass)
{
  return klass == YS_STREAM_CASE ? ys_day_from_ymd (2008, 5, 1) : ys_day_from_ymd (1949, 10, 1);
}

gboolean
ys_edition_fee_restarts (YsDay noticed_on)
{
  static const struct
  {
    int year, month, date;
    gboolean restarts;
  } rules[] = {
    /* Notices before 2021-01-01 had no basis; they warn, and work alike (exchange.md). */
    { 1949, 10, 1, TRUE },
    { 2021, 1, 1, TRUE },
  };
  gboolean restarts = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (noticed_on >= ys_day_from_ymd (rules[i].year, rules[i].month, rules[i].date))
      restarts = rules[i].restarts;
  return restarts;
}
