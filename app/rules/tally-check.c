/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The identities between figures (law.md §3.5), tested on our own and on foreign tables. Details
 * are written in ids and numbers, so that they need no language. */
#include "rules/tally.h"

/* Places tested so far under one identity. */
typedef struct
{
  const char *id;
  gboolean binding;
  guint tested;
  guint failed;
  char *last; /* text of the last place that held */
  GString *failing;
  GString *untested; /* places whose total is blank */
} Trial;

static void
trial_begin (Trial *self, const char *id, gboolean binding)
{
  *self = (Trial){ .id = id, .binding = binding };
  self->failing = g_string_new (NULL);
  self->untested = g_string_new (NULL);
}

/* Takes @text. */
static void
trial_test (Trial *self, gboolean holds, char *text)
{
  self->tested++;
  if (holds)
    {
      g_free (self->last);
      self->last = text;
      return;
    }
  self->failed++;
  g_string_append_printf (self->failing, "%s%s", self->failing->len > 0 ? "; " : "", text);
  g_free (text);
}

static void
trial_skip (Trial *self, const char *place)
{
  g_string_append_printf (self->untested, "%s%s", self->untested->len > 0 ? ", " : "", place);
}

static void
trial_end (Trial *self, GPtrArray *checks)
{
  YsCheck *check = g_new0 (YsCheck, 1);
  GString *detail = g_string_new (NULL);

  if (self->failed > 0)
    g_string_append (detail, self->failing->str);
  else if (self->last != NULL)
    g_string_append_printf (detail, "%s; %u/%u", self->last, self->tested, self->tested);
  if (self->untested->len > 0)
    g_string_append_printf (detail, "%snot tested (blank): %s", detail->len > 0 ? "; " : "",
                            self->untested->str);
  check->id = self->id;
  check->binding = self->binding;
  check->holds = self->failed == 0;
  check->detail = g_string_free (detail, FALSE);
  g_ptr_array_add (checks, check);

  g_free (self->last);
  g_string_free (self->failing, TRUE);
  g_string_free (self->untested, TRUE);
}

static gint64
value_of (gint64 cell)
{
  return cell == YS_BLANK ? 0 : cell;
}

/* A blank cell sums as nothing; absurd foreign figures stop at the ends instead of wrapping. */
static gint64
add (gint64 sum, gint64 cell)
{
  gint64 result;
  if (__builtin_add_overflow (sum, value_of (cell), &result))
    return cell < 0 ? G_MININT64 : G_MAXINT64;
  return result;
}

static const char *
equality (gboolean holds)
{
  return holds ? "=" : "≠";
}

static void
check_balance (const YsFigures *self, GPtrArray *checks)
{
  Trial trial;

  trial_begin (&trial, "table3-balance", TRUE);
  for (int column = 0; column < YS_N_COLUMNS; column++)
    {
      const char *place = ys_column_get_id (column);
      gint64 fresh = self->table3[YS_ROW_NEW][column];
      gint64 carried_in = self->table3[YS_ROW_CARRIED_IN][column];
      gint64 total = self->table3[YS_ROW_TOTAL][column];
      gint64 carried_out = self->table3[YS_ROW_CARRIED_OUT][column];
      if (total == YS_BLANK)
        {
          trial_skip (&trial, place);
          continue;
        }
      gint64 left = add (value_of (fresh), carried_in);
      gint64 right = add (total, carried_out);
      trial_test (&trial, left == right,
                  g_strdup_printf ("%s: new %" G_GINT64_FORMAT " + carried-in %" G_GINT64_FORMAT
                                   " %s total %" G_GINT64_FORMAT " + carried-out %" G_GINT64_FORMAT,
                                   place, value_of (fresh), value_of (carried_in),
                                   equality (left == right), total, value_of (carried_out)));
    }
  trial_end (&trial, checks);
}

/* @total against the @sum of what stands before it. */
static void
test_total (Trial *trial, const char *place, gint64 total, gint64 sum)
{
  if (total == YS_BLANK)
    trial_skip (trial, place);
  else
    trial_test (trial, total == sum,
                g_strdup_printf ("%s: total %" G_GINT64_FORMAT " %s sum %" G_GINT64_FORMAT, place,
                                 total, equality (total == sum), sum));
}

static void
check_totals (const YsFigures *self, GPtrArray *checks)
{
  Trial trial;

  trial_begin (&trial, "table3-total-rows", TRUE);
  for (int column = 0; column < YS_N_COLUMNS; column++)
    {
      gint64 sum = 0;
      for (int row = YS_ROW_OUTCOMES; row < YS_ROW_TOTAL; row++)
        if (ys_row_is_printed (row, self->form))
          sum = add (sum, self->table3[row][column]);
      test_total (&trial, ys_column_get_id (column), self->table3[YS_ROW_TOTAL][column], sum);
    }
  trial_end (&trial, checks);

  trial_begin (&trial, "table3-total-columns", TRUE);
  for (int row = 0; row < YS_N_ROWS; row++)
    {
      gint64 sum = 0;
      if (!ys_row_is_printed (row, self->form))
        continue;
      for (int column = 0; column < YS_N_CLASSES; column++)
        sum = add (sum, self->table3[row][column]);
      test_total (&trial, ys_row_get_id (row, self->form), self->table3[row][YS_COLUMN_TOTAL], sum);
    }
  trial_end (&trial, checks);

  trial_begin (&trial, "table4-totals", TRUE);
  for (int route = 0; route < YS_N_ROUTES; route++)
    {
      gint64 sum = 0;
      for (int result = 0; result < YS_RESULT_TOTAL; result++)
        sum = add (sum, self->table4[route][result]);
      test_total (&trial, ys_route_get_id (route), self->table4[route][YS_RESULT_TOTAL], sum);
    }
  trial_end (&trial, checks);
}

static void
test_sign (Trial *trial, const char *row, const char *column, gint64 cell)
{
  if (cell == YS_BLANK)
    return;
  trial_test (trial, cell >= 0,
              g_strdup_printf ("%s/%s: %" G_GINT64_FORMAT "%s", row, column, cell,
                               cell < 0 ? " < 0" : ""));
}

static void
check_signs (const YsFigures *self, GPtrArray *checks)
{
  Trial trial;

  trial_begin (&trial, "table3-signs", TRUE);
  for (int row = 0; row < YS_N_ROWS; row++)
    for (int column = 0; column < YS_N_COLUMNS && ys_row_is_printed (row, self->form); column++)
      test_sign (&trial, ys_row_get_id (row, self->form), ys_column_get_id (column),
                 self->table3[row][column]);
  trial_end (&trial, checks);

  trial_begin (&trial, "table4-signs", TRUE);
  for (int route = 0; route < YS_N_ROUTES; route++)
    for (int result = 0; result < YS_N_RESULTS; result++)
      test_sign (&trial, ys_route_get_id (route), ys_result_get_id (result),
                 self->table4[route][result]);
  trial_end (&trial, checks);

  const struct
  {
    const char *row, *column;
    gint64 cell;
  } cells[] = {
    { "rule", "issued", self->rule.issued },
    { "rule", "repealed", self->rule.repealed },
    { "normative", "issued", self->normative.issued },
    { "normative", "repealed", self->normative.repealed },
    { "licence", "decisions", self->licence },
    { "penalty", "decisions", self->penalty },
    { "coercion", "decisions", self->coercion },
  };
  trial_begin (&trial, "table2-signs", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    test_sign (&trial, cells[i].row, cells[i].column, cells[i].cell);
  if (self->fee_wan[0] == '-')
    trial_test (&trial, FALSE, g_strdup_printf ("fee/wan: %s < 0", self->fee_wan));
  trial_end (&trial, checks);
}

static void
check_in_force (const YsFigures *self, GPtrArray *checks)
{
  const struct
  {
    const char *place;
    const YsNormativeFigures *figures;
  } kinds[] = { { "rule", &self->rule }, { "normative", &self->normative } };
  Trial trial;

  trial_begin (&trial, "table2-in-force", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const YsNormativeFigures *figures = kinds[i].figures;
      gint64 gain = add (value_of (figures->issued), -value_of (figures->repealed));
      /* Fewer than were gained this year would mean fewer than none before it. Form 2019 prints
       * what is open to the public instead, which may well be fewer than what was made. */
      gint64 least = self->form == YS_FORM_2019 ? 0 : MAX (gain, 0);
      if (figures->in_force == YS_BLANK)
        {
          trial_skip (&trial, kinds[i].place);
          continue;
        }
      gboolean holds = figures->in_force >= least;
      char *text
        = least == 0
            ? g_strdup_printf ("%s: in_force %" G_GINT64_FORMAT " %s 0", kinds[i].place,
                               figures->in_force, holds ? "≥" : "<")
            : g_strdup_printf ("%s: in_force %" G_GINT64_FORMAT " %s issued %" G_GINT64_FORMAT
                               " - repealed %" G_GINT64_FORMAT,
                               kinds[i].place, figures->in_force, holds ? "≥" : "<",
                               value_of (figures->issued), value_of (figures->repealed));
      trial_test (&trial, holds, text);
    }
  trial_end (&trial, checks);
}

static void
check_carry_over (const YsFigures *self, const YsFigures *previous, GPtrArray *checks)
{
  Trial trial;

  trial_begin (&trial, "carry-over", FALSE);
  for (int column = 0; column < YS_N_COLUMNS; column++)
    {
      gint64 in = self->table3[YS_ROW_CARRIED_IN][column];
      gint64 out = previous->table3[YS_ROW_CARRIED_OUT][column];
      if (in == YS_BLANK || out == YS_BLANK)
        trial_skip (&trial, ys_column_get_id (column));
      else
        trial_test (&trial, in == out,
                    g_strdup_printf ("%s: %d carried-in %" G_GINT64_FORMAT
                                     " %s %d carried-out %" G_GINT64_FORMAT,
                                     ys_column_get_id (column), self->year, in,
                                     equality (in == out), previous->year, out));
    }
  trial_end (&trial, checks);
}

static void
check_in_force_continues (const YsFigures *self, const YsFigures *previous, GPtrArray *checks)
{
  const struct
  {
    const char *place;
    const YsNormativeFigures *now, *before;
  } kinds[] = { { "rule", &self->rule, &previous->rule },
                { "normative", &self->normative, &previous->normative } };
  Trial trial;

  trial_begin (&trial, "in-force-continues", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const YsNormativeFigures *now = kinds[i].now;
      const YsNormativeFigures *before = kinds[i].before;
      if (now->in_force == YS_BLANK || before->in_force == YS_BLANK)
        {
          trial_skip (&trial, kinds[i].place);
          continue;
        }
      gint64 expected = add (add (before->in_force, now->issued), -value_of (now->repealed));
      gboolean holds = now->in_force == expected;
      trial_test (&trial, holds,
                  g_strdup_printf ("%s: %d in_force %" G_GINT64_FORMAT
                                   " %s %d in_force %" G_GINT64_FORMAT " + issued %" G_GINT64_FORMAT
                                   " - repealed %" G_GINT64_FORMAT,
                                   kinds[i].place, self->year, now->in_force, equality (holds),
                                   previous->year, before->in_force, value_of (now->issued),
                                   value_of (now->repealed)));
    }
  trial_end (&trial, checks);
}

void
ys_check_free (YsCheck *self)
{
  if (self == NULL)
    return;
  g_free (self->detail);
  g_free (self);
}

GPtrArray *
ys_figures_check (const YsFigures *self, const YsFigures *previous)
{
  GPtrArray *checks = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_check_free);

  check_balance (self, checks);
  check_totals (self, checks);
  check_signs (self, checks);
  check_in_force (self, checks);
  if (previous != NULL)
    {
      check_carry_over (self, previous, checks);
      /* Form 2019 prints no repeals: nothing can be expected of a foreign one. */
      if (self->form != YS_FORM_2019)
        check_in_force_continues (self, previous, checks);
    }
  return checks;
}

gboolean
ys_checks_hold (GPtrArray *checks)
{
  for (guint i = 0; i < checks->len; i++)
    {
      const YsCheck *check = g_ptr_array_index (checks, i);
      if (check->binding && !check->holds)
        return FALSE;
    }
  return TRUE;
}
