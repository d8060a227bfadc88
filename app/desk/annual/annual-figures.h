/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * YsAnnualFigures: all that the annual page shows of one year, counted on the docket's thread and
 * frozen. Which year is shown first. */
#pragma once

#include "office/registers.h"
#include "rules/tally.h"

G_BEGIN_DECLS

/* Which form to count for. */
typedef enum
{
  YS_FORM_CHOICE_BY_YEAR,
  YS_FORM_CHOICE_2019,
  YS_FORM_CHOICE_2021,
} YsFormChoice;

typedef struct
{
  int year; /* 0: the year to begin with */
  YsFormChoice form;
  YsDay today;
} YsAnnualQuestion;

typedef struct
{
  int year;
  YsForm form;
  YsDay on;
  YsFigures figures;
  gboolean has_previous; /* the docket reaches back into the year before */
  YsFigures previous;    /* counted in the same form */
  GPtrArray *checks;     /* of YsCheck; those against the year before only where there is one */
  YsRegisters *registers;
  char *agency;          /* canonical JSON */
} YsAnnualFigures;

void ys_annual_figures_free (YsAnnualFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsAnnualFigures, ys_annual_figures_free)

/* A YsWorkFunc: from a YsAnnualQuestion to YsAnnualFigures. */
gpointer ys_annual_figures_count (YsSession *session, gpointer question,
                                  GCancellable *cancellable, GError **error);

/* Until March one works on last year's report, from April on this year's; a docket without that
 * year begins with the newest that it has. @years: of int, newest first. */
int ys_annual_pick_year (const GArray *years, YsDay today);

G_END_DECLS
