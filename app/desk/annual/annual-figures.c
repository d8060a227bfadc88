/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts a year and the year before it. What counts where is the office's and the tally's. */
#include "desk/annual/annual-figures.h"

#include "office/figures.h"

/* The report of a year is due by the end of January, its publication by the end of March. */
#define LAST_MONTH_OF_REPORTING 3

void
ys_annual_figures_free (YsAnnualFigures *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->registers, ys_registers_free);
  g_free (self->agency);
  g_free (self);
}

int
ys_annual_pick_year (const GArray *years, YsDay today)
{
  int year, month, date;

  ys_day_split (today, &year, &month, &date);
  if (month <= LAST_MONTH_OF_REPORTING)
    year--;
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) == year)
      return year;
  return years->len > 0 ? g_array_index (years, int, 0) : year;
}

static gboolean
reaches_before (const GArray *years, int year)
{
  return years->len > 0 && g_array_index (years, int, years->len - 1) < year;
}

static YsForm
choose_form (YsFormChoice choice, int year)
{
  switch (choice)
    {
    case YS_FORM_CHOICE_2019:
      return YS_FORM_2019;
    case YS_FORM_CHOICE_2021:
      return YS_FORM_2021;
    default:
      return ys_form_for_year (year);
    }
}

gpointer
ys_annual_figures_count (YsSession *session, gpointer input, GCancellable *cancellable,
                         GError **error)
{
  const YsAnnualQuestion *question = input;
  g_autoptr (YsAnnualFigures) self = g_new0 (YsAnnualFigures, 1);

  self->registers = ys_office_read_registers (session, error);
  if (self->registers == NULL)
    return NULL;
  self->on = question->today;
  self->year = question->year != 0
                 ? question->year
                 : ys_annual_pick_year (self->registers->years, question->today);
  self->form = choose_form (question->form, self->year);
  self->has_previous = reaches_before (self->registers->years, self->year);
  self->agency = ys_session_get_agency (session, error);
  if (self->agency == NULL
      || !ys_office_count_year (session, self->year, self->form, self->on, &self->figures, error)
      || (self->has_previous
          && !ys_office_count_year (session, self->year - 1, self->form, self->on,
                                    &self->previous, error)))
    return NULL;
  self->checks
    = ys_figures_check (&self->figures, self->has_previous ? &self->previous : NULL);
  return g_steal_pointer (&self);
}
