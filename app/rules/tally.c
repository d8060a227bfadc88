/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How cases, reviews, documents and fees add up to YsFigures. Whether the sums agree is
 * tally-check.c. */
#include "rules/tally.h"

#include <string.h>

static const char *const routes[YS_N_ROUTES] = {
  [YS_ROUTE_RECONSIDERATION] = "reconsideration",
  [YS_ROUTE_LITIGATION] = "litigation",
  [YS_ROUTE_LITIGATION_AFTER] = "litigation-after-reconsideration",
};

static const char *const results[YS_N_RESULTS] = {
  [YS_RESULT_UPHELD] = "upheld",   [YS_RESULT_CORRECTED] = "corrected", [YS_RESULT_OTHER] = "other",
  [YS_RESULT_PENDING] = "pending", [YS_RESULT_TOTAL] = "total",
};

YsForm
ys_form_for_year (int year)
{
  return year <= 2020 ? YS_FORM_2019 : YS_FORM_2021;
}

const char *
ys_form_get_id (YsForm form)
{
  return form == YS_FORM_2019 ? "2019" : "2021";
}

const char *
ys_row_get_id (YsRow row, YsForm form)
{
  switch (row)
    {
    case YS_ROW_NEW:
      return "new";
    case YS_ROW_CARRIED_IN:
      return "carried-in";
    case YS_ROW_TOTAL:
      return "total";
    case YS_ROW_CARRIED_OUT:
      return "carried-out";
    default:
      if (form == YS_FORM_2019 && row == YS_ROW_OUTCOMES + YS_OUTCOME_OTHER)
        return "other";
      return ys_outcome_get_id (row - YS_ROW_OUTCOMES);
    }
}

gboolean
ys_row_is_printed (YsRow row, YsForm form)
{
  return form != YS_FORM_2019
         || (row != YS_ROW_OUTCOMES + YS_OUTCOME_CORRECTION_LAPSED
             && row != YS_ROW_OUTCOMES + YS_OUTCOME_FEE_LAPSED);
}

const char *
ys_column_get_id (int column)
{
  return column == YS_COLUMN_TOTAL ? "total" : ys_applicant_class_get_id (column);
}

const char *
ys_route_get_id (YsRoute route)
{
  return route >= 0 && route < YS_N_ROUTES ? routes[route] : NULL;
}

YsRoute
ys_route_from_id (const char *id)
{
  for (int i = 0; id != NULL && i < YS_N_ROUTES; i++)
    if (g_str_equal (routes[i], id))
      return i;
  return YS_ROUTE_NONE;
}

const char *
ys_result_get_id (YsReviewResult result)
{
  return result >= 0 && result < YS_N_RESULTS ? results[result] : NULL;
}

YsReviewResult
ys_result_from_id (const char *id)
{
  for (int i = 0; id != NULL && i < YS_N_RESULTS; i++)
    if (g_str_equal (results[i], id))
      return i;
  return YS_RESULT_NONE;
}

static gboolean
is_by_year_end (const YsFigures *self, YsDay day)
{
  return day != YS_DAY_NONE && ys_day_year (day) <= self->year;
}

static gboolean
is_in_year (const YsFigures *self, YsDay day)
{
  return day != YS_DAY_NONE && ys_day_year (day) == self->year;
}

void
ys_figures_begin (YsFigures *self, int year, YsForm form)
{
  memset (self, 0, sizeof *self);
  self->year = year;
  self->form = form;
}

void
ys_figures_add_case (YsFigures *self, const YsCaseFacts *facts)
{
  g_return_if_fail (facts != NULL);
  if (!is_by_year_end (self, facts->received_on))
    return;
  /* Confirmed on a day on which its arrival is not known yet (a mistyped day that was put right
   * later): nobody knows by then whose request it is. */
  if (facts->klass < 0 || facts->klass >= YS_N_CLASSES)
    return;

  /* Nothing can be concluded before it was received: such a day is no conclusion. */
  gboolean concludes = facts->concluded_on != YS_DAY_NONE
                       && facts->concluded_on >= facts->received_on && facts->outcome >= 0
                       && facts->outcome < YS_N_OUTCOMES;
  gboolean done_by_end = concludes && is_by_year_end (self, facts->concluded_on);
  gboolean done_in_year = concludes && is_in_year (self, facts->concluded_on);

  if (is_in_year (self, facts->received_on))
    self->table3[YS_ROW_NEW][facts->klass]++;
  else if (!done_by_end || done_in_year)
    self->table3[YS_ROW_CARRIED_IN][facts->klass]++;

  if (done_in_year)
    self->table3[YS_ROW_OUTCOMES + facts->outcome][facts->klass]++;
  if (!done_by_end)
    self->table3[YS_ROW_CARRIED_OUT][facts->klass]++;
}

void
ys_figures_add_review (
  YsFigures *self, YsRoute route, YsDay opened_on, YsDay decided_on, YsReviewResult result)
{
  g_return_if_fail (route >= 0 && route < YS_N_ROUTES);
  if (is_in_year (self, decided_on))
    {
      g_return_if_fail (result >= 0 && result < YS_RESULT_PENDING);
      self->table4[route][result]++;
    }
  else if (is_by_year_end (self, opened_on) && !is_by_year_end (self, decided_on))
    self->table4[route][YS_RESULT_PENDING]++;
}

void
ys_figures_add_fee (YsFigures *self, gint64 amount_fen)
{
  if (amount_fen <= 0)
    return;
  self->fee_cases++;
  if (__builtin_add_overflow (self->fee_fen, amount_fen, &self->fee_fen))
    self->fee_fen = G_MAXINT64;
}

void
ys_figures_add_document (YsFigures *self, gboolean is_rule, YsDay issued_on, YsDay repealed_on)
{
  YsNormativeFigures *figures = is_rule ? &self->rule : &self->normative;

  figures->issued += is_in_year (self, issued_on);
  figures->repealed += is_in_year (self, repealed_on);
  /* One repealed but never entered as issued was among those that the opening counted. */
  figures->in_force += is_by_year_end (self, issued_on);
  figures->in_force -= is_by_year_end (self, repealed_on);
}

void
ys_figures_add_opening (YsFigures *self, gint64 rule, gint64 normative)
{
  self->rule.in_force += rule;
  self->normative.in_force += normative;
}

void
ys_figures_finish (YsFigures *self)
{
  gint64 (*rows)[YS_N_COLUMNS] = self->table3;

  if (self->form == YS_FORM_2019)
    for (int column = 0; column < YS_N_CLASSES; column++)
      for (int lapse = YS_OUTCOME_CORRECTION_LAPSED; lapse < YS_OUTCOME_OTHER; lapse++)
        {
          rows[YS_ROW_OUTCOMES + YS_OUTCOME_OTHER][column] += rows[YS_ROW_OUTCOMES + lapse][column];
          rows[YS_ROW_OUTCOMES + lapse][column] = 0;
        }

  for (int column = 0; column < YS_N_CLASSES; column++)
    {
      rows[YS_ROW_TOTAL][column] = 0;
      for (int row = YS_ROW_OUTCOMES; row < YS_ROW_TOTAL; row++)
        rows[YS_ROW_TOTAL][column] += rows[row][column];
    }
  for (int row = 0; row < YS_N_ROWS; row++)
    {
      rows[row][YS_COLUMN_TOTAL] = 0;
      for (int column = 0; column < YS_N_CLASSES; column++)
        rows[row][YS_COLUMN_TOTAL] += rows[row][column];
    }
  for (int route = 0; route < YS_N_ROUTES; route++)
    {
      self->table4[route][YS_RESULT_TOTAL] = 0;
      for (int result = 0; result < YS_RESULT_TOTAL; result++)
        self->table4[route][YS_RESULT_TOTAL] += self->table4[route][result];
    }
}
