/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Histories by dice, derived by the rules and put: what the index tells is what the casefile says,
 * on every day that it is folded for. */
#include <string.h>

#include "case-maker.h"
#include "made-case.h"

#define N_CASES 250

typedef struct
{
  YsCalendar *calendar;
  GPtrArray *histories;
  MadeIndex *made;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (2024);

  self->calendar = case_maker_load_calendar ();
  self->histories = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_history_free);
  for (int i = 1; i <= N_CASES; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d-%04d", 2019 + i % 6, i);

      g_ptr_array_add (self->histories, case_maker_throw (dice, self->calendar, id));
    }
  self->made = made_index_new ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  ys_calendar_unref (self->calendar);
  g_ptr_array_unref (self->histories);
  made_index_free (self->made);
}

static GPtrArray *
put_all (Fixture *self, YsDay day)
{
  GPtrArray *casefiles = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_casefile_unref);
  g_autoptr (GError) error = NULL;

  ys_index_begin (self->made->index, &error);
  for (guint i = 0; i < self->histories->len; i++)
    {
      YsCasefile *casefile
        = ys_casefile_new (g_ptr_array_index (self->histories, i), self->calendar, day);

      ys_index_put (self->made->index, casefile, &error);
      g_ptr_array_add (casefiles, casefile);
    }
  ys_index_commit (self->made->index, day, "digest", day, &error);
  g_assert_no_error (error);
  return casefiles;
}

static void
assert_row (YsIndex *index, const YsCasefile *casefile)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsIndexRow) row = ys_index_get_row (index, casefile->id, &error);
  const YsClock *clock = casefile->clock;

  g_assert_no_error (error);
  if (clock == NULL)
    {
      g_assert_null (row);
      return;
    }
  g_assert_nonnull (row);
  g_assert_cmpstr (row->title, ==, casefile->title);
  g_assert_cmpstr (row->applicant, ==, casefile->applicant);
  g_assert_cmpint (row->joint, ==, casefile->joint);
  g_assert_cmpint (row->klass, ==, casefile->klass);
  g_assert_cmpstr (row->channel, ==, casefile->channel);
  g_assert_cmpstr (row->handler, ==, casefile->handler);
  g_assert_cmpint (row->state, ==, clock->state);
  g_assert_cmpint (row->received_on, ==, casefile->received_on);
  g_assert_cmpint (row->start, ==, clock->start);
  g_assert_cmpint (row->due, ==, clock->due);
  g_assert_cmpint (row->budget, ==, clock->budget);
  g_assert_cmpint (row->counted, ==, clock->counted);
  g_assert_cmpint (row->suspended, ==, clock->suspended);
  g_assert_cmpint (row->provisional, ==, clock->provisional);
  g_assert_cmpint (row->older_law, ==, clock->older_law);
  g_assert_cmpint (row->waiting_until, ==, casefile->waiting_until);
  g_assert_cmpuint (row->open, ==, casefile->open);
  g_assert_cmpint (row->extended, ==, casefile->extended);
  g_assert_cmpint (row->concluded_on, ==, casefile->concluded_on);
  g_assert_cmpint (row->outcome, ==, casefile->outcome);
  g_assert_cmpstr (row->asks_approval, ==, casefile->asks_approval);
}

/* Every line of the text finds its case, whatever stands in it. */
static void
assert_found (YsIndex *index, const YsCasefile *casefile)
{
  g_auto (GStrv) lines = g_strsplit (casefile->text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) hits = ys_index_search (index, lines[i], N_CASES + 1, NULL);
      gboolean found = FALSE;
      gboolean has_letter = FALSE;

      for (const char *at = lines[i]; *at != '\0'; at = g_utf8_next_char (at))
        has_letter |= g_unichar_isalnum (g_utf8_get_char (at));
      for (guint j = 0; j < hits->len; j++)
        found |= g_str_equal (((YsHit *) g_ptr_array_index (hits, j))->id, casefile->id);
      if (found != has_letter)
        g_error ("“%s” does not find %s", lines[i], casefile->id);
    }
}

static void
assert_tally (YsIndex *index, GPtrArray *casefiles, int year)
{
  YsFigures ours;
  YsFigures expected;

  ys_figures_begin (&ours, year, ys_form_for_year (year));
  ys_figures_begin (&expected, year, ys_form_for_year (year));
  for (guint i = 0; i < casefiles->len; i++)
    ys_casefile_tally (g_ptr_array_index (casefiles, i), &expected);
  g_assert_true (ys_index_tally (index, &ours, NULL));
  ys_figures_finish (&ours);
  ys_figures_finish (&expected);
  g_assert_cmpmem (&ours, sizeof ours, &expected, sizeof expected);
}

static void
test_days (Fixture *self, gconstpointer data)
{
  static const int days[][3]
    = { { 2026, 6, 30 }, { 2020, 3, 1 }, { 2022, 7, 15 }, { 2024, 12, 31 }, { 2018, 1, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      YsDay day = ys_day_from_ymd (days[i][0], days[i][1], days[i][2]);
      g_autoptr (GPtrArray) casefiles = put_all (self, day);
      gint64 known = 0;

      for (guint j = 0; j < casefiles->len; j++)
        {
          const YsCasefile *casefile = g_ptr_array_index (casefiles, j);

          assert_row (self->made->index, casefile);
          if (casefile->clock == NULL)
            continue;
          known++;
          if (j % 5 == 0)
            assert_found (self->made->index, casefile);
        }
      g_assert_cmpint (ys_index_count (self->made->index, NULL, NULL), ==, known);
      for (int year = 2019; year <= 2025; year += 2)
        assert_tally (self->made->index, casefiles, year);
    }
}

/* From one day to a later one it is enough to fold again what the index calls stale. */
static void
test_stale (Fixture *self, gconstpointer data)
{
  YsDay before = ys_day_from_ymd (2021, 5, 6);
  g_autoptr (GPtrArray) first = put_all (self, before);

  for (int step = 1; step <= 60; step += 7)
    {
      YsDay today = before + step;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) stale = ys_index_list_stale (self->made->index, today, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < self->histories->len; i++)
        {
          const YsHistory *history = g_ptr_array_index (self->histories, i);
          g_autoptr (YsCasefile) then = ys_casefile_new (history, self->calendar, today);
          const YsCasefile *now = g_ptr_array_index (first, i);

          if (g_ptr_array_find_with_equal_func (stale, ys_history_get_id (history), g_str_equal,
                                                NULL))
            continue;
          g_assert_true ((then->clock == NULL) == (now->clock == NULL));
          if (now->clock == NULL)
            continue;
          g_assert_cmpint (then->clock->state, ==, now->clock->state);
          g_assert_cmpint (then->clock->due, ==, now->clock->due);
          g_assert_cmpstr (then->text, ==, now->text);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/index/histories/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("days", test_days);
  ADD ("stale", test_stale);
#undef ADD
  return g_test_run ();
}
