/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts, chips and tally against the same casefiles counted one by one; and cases that change
 * with time. */
#include <string.h>

#include "made-case.h"

#define N_CASES 800

typedef struct
{
  MadeIndex *made;
  GPtrArray *cases;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) lot = g_rand_new_with_seed (30);
  g_autoptr (GError) error = NULL;

  self->made = made_index_new ();
  self->cases = g_ptr_array_new_with_free_func ((GDestroyNotify) made_case_free);
  ys_index_begin (self->made->index, &error);
  for (int i = 0; i < N_CASES; i++)
    {
      g_autofree char *id = g_strdup_printf ("2023-%04d", i + 1);
      MadeCase *one = made_case_by_lot (lot, id, 2);

      g_ptr_array_add (self->cases, one);
      ys_index_put (self->made->index, &one->file, &error);
      /* Twice: what was there of reviews and fees must not count again. */
      if (i % 3 == 0)
        ys_index_put (self->made->index, &one->file, &error);
    }
  ys_index_commit (self->made->index, 1, "digest", 1, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_ptr_array_unref (self->cases);
  made_index_free (self->made);
}

static void
test_states (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 counts[YS_N_STATES];
  gint64 expected[YS_N_STATES] = { 0 };

  for (guint i = 0; i < self->cases->len; i++)
    expected[((MadeCase *) g_ptr_array_index (self->cases, i))->clock.state]++;
  g_assert_true (ys_index_count_states (self->made->index, counts, &error));
  g_assert_no_error (error);
  for (int i = 0; i < YS_N_STATES; i++)
    g_assert_cmpint (counts[i], ==, expected[i]);
}

typedef struct
{
  YsIndex *index;
  YsDay last;
  gint64 counts[100];
  YsDay from;
} DueCounts;

static void
take_due_cb (YsDay day, gint64 count, gpointer user_data)
{
  DueCounts *self = user_data;

  g_assert_cmpint (day, >, self->last);
  self->last = day;
  self->counts[day - self->from] = count;
  /* The callback may ask the same again. */
  g_assert_cmpint (ys_index_count (self->index, NULL, NULL), ==, N_CASES);
}

static void
test_due (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  YsDay from = ys_day_from_ymd (2023, 1, 10);
  DueCounts counts = { self->made->index, YS_DAY_NONE, { 0 }, from };
  gint64 expected[100] = { 0 };

  for (guint i = 0; i < self->cases->len; i++)
    {
      const YsClock *clock = &((MadeCase *) g_ptr_array_index (self->cases, i))->clock;

      if (clock->due >= from && clock->due <= from + 30 && clock->state == YS_STATE_RUNNING)
        expected[clock->due - from]++;
    }
  g_assert_true (
    ys_index_count_due (self->made->index, from, from + 30, take_due_cb, &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (counts.counts, sizeof counts.counts, expected, sizeof expected);
}

static void
test_chips (Fixture *self, gconstpointer data)
{
  static const char *const expected[] = { "officer-1", "officer-10", "officer-2" };
  g_autoptr (GPtrArray) handlers = ys_index_list_handlers (self->made->index, NULL);
  g_autoptr (GArray) years = ys_index_list_years (self->made->index, NULL);

  g_assert_cmpuint (handlers->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < handlers->len; i++)
    g_assert_cmpstr (g_ptr_array_index (handlers, i), ==, expected[i]);
  g_assert_cmpuint (years->len, ==, 2);
  g_assert_cmpint (g_array_index (years, int, 0), ==, 2023);
  g_assert_cmpint (g_array_index (years, int, 1), ==, 2024);
}

static void
test_no_chips (void)
{
  g_autoptr (MadeIndex) made = made_index_new ();
  g_autoptr (GPtrArray) handlers = ys_index_list_handlers (made->index, NULL);
  g_autoptr (GArray) years = ys_index_list_years (made->index, NULL);

  g_assert_cmpuint (handlers->len, ==, 0);
  g_assert_cmpuint (years->len, ==, 0);
}

static void
test_tally (Fixture *self, gconstpointer data)
{
  for (int year = 2022; year <= 2026; year++)
    for (int form = YS_FORM_2019; form <= YS_FORM_2021; form++)
      {
        g_autoptr (GError) error = NULL;
        YsFigures ours;
        YsFigures expected;

        ys_figures_begin (&ours, year, (YsForm) form);
        ys_figures_begin (&expected, year, (YsForm) form);
        for (guint i = 0; i < self->cases->len; i++)
          ys_casefile_tally (&((MadeCase *) g_ptr_array_index (self->cases, i))->file, &expected);
        g_assert_true (ys_index_tally (self->made->index, &ours, &error));
        g_assert_no_error (error);
        ys_figures_finish (&ours);
        ys_figures_finish (&expected);
        g_assert_cmpmem (ours.table3, sizeof ours.table3, expected.table3, sizeof expected.table3);
        g_assert_cmpmem (ours.table4, sizeof ours.table4, expected.table4, sizeof expected.table4);
        g_assert_cmpint (ours.fee_cases, ==, expected.fee_cases);
        g_assert_cmpint (ours.fee_fen, ==, expected.fee_fen);
        /* The lot must have drawn something for every year that is compared. */
        if (year == 2023 || year == 2024)
          {
            g_assert_cmpint (ours.table3[YS_ROW_TOTAL][YS_COLUMN_TOTAL], >, 0);
            g_assert_cmpint (ours.table4[YS_ROUTE_LITIGATION][YS_RESULT_TOTAL], >, 0);
            g_assert_cmpint (ours.fee_cases, >, 0);
          }
      }
}

static char *
list_stale (MadeIndex *made, YsDay today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = ys_index_list_stale (made->index, today, &error);
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  g_ptr_array_add (ids, NULL);
  joined = g_strjoinv (" ", (char **) ids->pdata);
  return g_steal_pointer (&joined);
}

#define assert_stale(made, today, expected)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *stale = list_stale (made, today);                                             \
    g_assert_cmpstr (stale, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static void
test_stale (void)
{
  g_autoptr (MadeIndex) made = made_index_new ();
  g_autoptr (MadeCase) waits = made_case_new ("2024-0003");
  g_autoptr (MadeCase) later = made_case_new ("2024-0002");
  g_autoptr (MadeCase) unknown = made_case_with_text ("2024-0001", "未收", "张三", "备注");
  g_autoptr (MadeCase) still = made_case_new ("2024-0004");
  g_autoptr (GError) error = NULL;
  YsDay day = ys_day_from_ymd (2024, 5, 1);

  waits->clock.changes_on = day;
  later->file.has_later = TRUE;
  unknown->file.has_later = TRUE;
  unknown->file.clock = NULL;
  made_index_put (made, waits);
  made_index_put (made, later);
  made_index_put (made, unknown);
  made_index_put (made, still);

  assert_stale (made, day - 1, "2024-0001 2024-0002");
  assert_stale (made, day, "2024-0001 2024-0002 2024-0003");
  assert_stale (made, day + 100, "2024-0001 2024-0002 2024-0003");

  /* One that is not known yet is in no list and in no search, until it is put with a clock. */
  g_assert_cmpint (ys_index_count (made->index, NULL, &error), ==, 3);
  g_assert_null (ys_index_get_row (made->index, "2024-0001", &error));
  unknown->file.clock = &unknown->clock;
  unknown->file.has_later = FALSE;
  waits->clock.changes_on = YS_DAY_NONE;
  made_index_put (made, unknown);
  made_index_put (made, waits);
  g_assert_cmpint (ys_index_count (made->index, NULL, &error), ==, 4);
  assert_stale (made, day + 100, "2024-0002");

  /* And back again, as by an earlier day. */
  unknown->file.clock = NULL;
  made_index_put (made, unknown);
  g_assert_cmpint (ys_index_count (made->index, NULL, &error), ==, 3);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/index/counts/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("states", test_states);
  ADD ("due", test_due);
  ADD ("chips", test_chips);
  ADD ("tally", test_tally);
#undef ADD
  g_test_add_func ("/index/counts/no-chips", test_no_chips);
  g_test_add_func ("/index/counts/stale", test_stale);
  return g_test_run ();
}
