/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index is what the docket folds to: after random imports and acts, on other days, behind other
 * people's backs, and over a docket that was put back from a copy. */
#include "place.h"

#include "case-maker.h"
#include "office/due.h"
#include "office/figures.h"
#include "office/keep.h"
#include "office/lists.h"
#include "office/register.h"
#include "office/sample.h"

#include <glib/gstdio.h>
#include <string.h>

#define TODAY "2024-06-12"

/* --- comparing ------------------------------------------------------------------------------- */

typedef struct
{
  YsSession *session;
  YsIndex *index;
  YsDay on;
  guint cases;
} Comparison;

static gboolean
compare_case (YsHistory *history, gpointer user_data, GError **error)
{
  Comparison *self = user_data;
  g_autoptr (YsCasefile) casefile
    = ys_casefile_new (history, ys_session_get_calendar (self->session), self->on);
  g_autoptr (YsIndexRow) row = ys_index_get_row (self->index, casefile->id, error);
  const YsClock *clock = casefile->clock;

  g_assert_no_error (*error);
  /* What is not known yet on that day is in no list. */
  if (clock == NULL)
    {
      g_assert_null (row);
      return TRUE;
    }
  g_assert_nonnull (row);
  g_assert_cmpstr (row->title, ==, casefile->title);
  g_assert_cmpstr (row->applicant, ==, casefile->applicant);
  g_assert_cmpint (row->joint, ==, casefile->joint);
  g_assert_cmpint (row->klass, ==, casefile->klass);
  g_assert_cmpstr (row->channel, ==, casefile->channel);
  g_assert_cmpstr (row->handler, ==, casefile->handler);
  g_assert_cmpint (row->received_on, ==, casefile->received_on);
  g_assert_cmpint (row->waiting_until, ==, casefile->waiting_until);
  g_assert_cmpuint (row->open, ==, casefile->open);
  g_assert_cmpint (row->extended, ==, casefile->extended);
  g_assert_cmpint (row->concluded_on, ==, casefile->concluded_on);
  g_assert_cmpint (row->outcome, ==, casefile->outcome);
  g_assert_cmpstr (row->asks_approval, ==, casefile->asks_approval);
  g_assert_cmpint (row->state, ==, clock->state);
  g_assert_cmpint (row->start, ==, clock->start);
  g_assert_cmpint (row->due, ==, clock->due);
  g_assert_cmpint (row->budget, ==, clock->budget);
  g_assert_cmpint (row->provisional, ==, clock->provisional);
  g_assert_cmpint (row->older_law, ==, clock->older_law);
  self->cases++;
  return TRUE;
}

static void
compare_cases (YsSession *session)
{
  g_autoptr (GError) error = NULL;
  Comparison self = { session, ys_session_get_index (session, NULL, NULL, &error),
                      ys_session_get_today (session), 0 };
  YsFilter all;

  g_assert_no_error (error);
  ys_session_each_case (session, compare_case, &self, &error);
  g_assert_no_error (error);
  ys_filter_init (&all);
  g_assert_cmpint (ys_index_count (self.index, &all, &error), ==, self.cases);
}

/* The list for a day out of the docket: that of a session on any other day. */
static void
compare_due (YsSession *session)
{
  YsDay today = ys_session_get_today (session);

  for (int within = -1; within <= 12; within += 1 + within * within / 2 + 1)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) one = ys_office_list_due (session, today, within, &error);
      g_autoptr (GPtrArray) other = NULL;

      g_assert_no_error (error);
      ys_session_set_today (session, today + 1);
      other = ys_office_list_due (session, today, within, &error);
      ys_session_set_today (session, today);
      g_assert_no_error (error);
      g_assert_cmpuint (one->len, ==, other->len);
      for (guint i = 0; i < one->len; i++)
        {
          const YsDueRow *x = g_ptr_array_index (one, i);
          const YsDueRow *y = g_ptr_array_index (other, i);

          g_assert_cmpstr (x->id, ==, y->id);
          g_assert_cmpstr (x->title, ==, y->title);
          g_assert_cmpstr (x->handler, ==, y->handler);
          g_assert_cmpint (x->state, ==, y->state);
          g_assert_cmpint (x->due, ==, y->due);
          g_assert_cmpint (x->remaining, ==, y->remaining);
        }
    }
}

/* Out of the index for today; out of the docket for a session that is a day further, since nothing
 * of that day is known yet. */
static void
compare_years (YsSession *session, int first, int last)
{
  YsDay today = ys_session_get_today (session);

  for (int year = first; year <= last; year++)
    for (YsForm form = YS_FORM_2019; form <= YS_FORM_2021; form++)
      {
        g_autoptr (GError) error = NULL;
        YsFigures one, other;

        g_assert_true (ys_office_count_year (session, year, form, today, &one, &error));
        ys_session_set_today (session, today + 1);
        g_assert_true (ys_office_count_year (session, year, form, today, &other, &error));
        ys_session_set_today (session, today);
        g_assert_no_error (error);
        g_assert_cmpmem (one.table3, sizeof one.table3, other.table3, sizeof other.table3);
        g_assert_cmpmem (one.table4, sizeof one.table4, other.table4, sizeof other.table4);
        g_assert_cmpint (one.fee_cases, ==, other.fee_cases);
        g_assert_cmpint (one.fee_fen, ==, other.fee_fen);
        g_assert_cmpint (one.normative.in_force, ==, other.normative.in_force);
        g_assert_cmpstr (one.fee_wan, ==, other.fee_wan);
      }
}

/* --- random dockets -------------------------------------------------------------------------- */

/* Each by another person, since the dice may do the same twice. */
static void
add_history (GString *text, const YsHistory *history)
{
  for (guint seq = 1; seq <= ys_history_get_length (history); seq++)
    {
      const YsEvent *event = ys_history_get (history, seq);
      g_autofree char *body = ys_event_canonical_body (event);
      char on[YS_DAY_TEXT];

      g_string_append_printf (text,
                              "{\"stream\":\"case/%s\",\"kind\":\"%s\",\"on\":\"%s\",\"body\":%s,"
                              "\"actor\":\"officer-%u\"}\n",
                              ys_history_get_id (history), ys_kind_get_name (event->kind),
                              ys_day_format (event->on, on), body, seq);
    }
}

static char *
throw_lines (GRand *dice, const YsCalendar *calendar, int first, int count)
{
  GString *text = g_string_new (NULL);

  for (int i = first; i < first + count; i++)
    {
      /* 2024-0010 and 2024-00010 are two cases. */
      g_autofree char *id
        = g_strdup_printf (i % 10 == 9 ? "2024-%05d" : "2024-%04d", i + (i % 10 == 9));
      g_autoptr (YsHistory) history = case_maker_throw (dice, calendar, id);

      add_history (text, history);
    }
  return g_string_free (text, FALSE);
}

static void
take_lines (Place *place, const char *text)
{
  g_autoptr (YsImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  place_try_import (place, text, -1, &report, &error);
  for (guint i = 0; i < report->refused->len; i++)
    g_test_message ("%s", ((YsImportRemark *) report->refused->pdata[i])->sentence);
  g_assert_no_error (error);
}

/* Acts that any case may have, on a day of its own. */
static void
act_at_random (YsSession *session, GRand *dice, int cases)
{
  g_autofree char *id = g_strdup_printf ("2024-%04d", g_rand_int_range (dice, 1, cases + 1));
  YsDay on = ys_session_get_today (session) - g_rand_int_range (dice, 0, 3);

  switch (g_rand_int_range (dice, 0, 3))
    {
    case 0:
      ys_office_assign (session, id, on, g_rand_boolean (dice) ? "甲" : "乙", NULL);
      break;
    case 1:
      ys_office_note (session, id, on, "记", NULL);
      break;
    default:
      ys_office_link (session, id, on, "2024-0001", "merged", NULL, NULL);
      break;
    }
}

static void
test_random (void)
{
  static const char *const days[] = { "2027-01-20", "2027-03-01", "2026-12-31", "2027-06-30" };
  g_autoptr (GRand) dice = g_rand_new_with_seed (20240612);
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();

  for (int round = 0; round < 4; round++)
    {
      g_autoptr (Place) place = place_new (days[round], YS_STAFF_APPROVAL_NONE);
      g_autofree char *first = throw_lines (dice, calendar, 1, 40);
      g_autofree char *more = throw_lines (dice, calendar, 41, 20);

      take_lines (place, first);
      compare_cases (place->session);
      take_lines (place, more);
      compare_cases (place->session);
      for (int i = 0; i < 25; i++)
        act_at_random (place->session, dice, 60);
      compare_cases (place->session);
      compare_due (place->session);
      compare_years (place->session, 2018, 2027);
    }
}

/* Days go on, and sometimes back: a clock that was wrong is put right. */
static void
test_days (void)
{
  static const int steps[] = { 1, 1, 3, 30, -5, -200, 170, 1, 400, -400 };
  g_autoptr (GRand) dice = g_rand_new_with_seed (711);
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autoptr (Place) place = place_new ("2027-06-30", YS_STAFF_APPROVAL_NONE);
  g_autofree char *text = throw_lines (dice, calendar, 1, 60);

  take_lines (place, text);
  for (YsDay start = day ("2018-06-01"); start < day ("2027-01-01"); start += 331)
    {
      ys_session_set_today (place->session, start);
      compare_cases (place->session);
      for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
        {
          ys_session_set_today (place->session, ys_session_get_today (place->session) + steps[i]);
          compare_cases (place->session);
        }
    }
  ys_session_set_today (place->session, day ("2027-06-30"));
  compare_years (place->session, 2018, 2027);
}

/* A sample year, day by day around its end. */
static void
test_sample_year (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_RECORDED);
  g_autofree char *root = place_path (place, "year");
  g_autofree char *path = g_build_filename (root, "year.ndjson", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (root);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) out = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (root, 0700), ==, 0);
  out = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  assert_done (ys_sample_write (ys_session_get_calendar (place->session), 250, 3, day (TODAY),
                                G_OUTPUT_STREAM (out), folder, "sm3", &error),
               &error);
  assert_done (g_output_stream_close (G_OUTPUT_STREAM (out), NULL, &error), &error);
  assert_done (ys_office_import (place->session, file, NULL, NULL, NULL, &error), &error);
  for (int i = 0; i < 8; i++)
    {
      ys_session_set_today (place->session, day (TODAY) + i);
      compare_cases (place->session);
    }
  compare_due (place->session);
  compare_years (place->session, 2022, 2025);
}

/* --- broken off ------------------------------------------------------------------------------- */

/* Breaks off at @until of the entries. */
static gboolean
lose_patience (gint64 done, gint64 total, gpointer user_data)
{
  const gint64 *until = user_data;

  g_assert_cmpint (done, <=, total);
  return done < *until;
}

/* Cases in an index that is not whole yet, looked at from outside. */
static gint64
count_kept (Place *place)
{
  const char *id = ys_docket_get_id (ys_session_get_docket (place->session));
  g_autofree char *dir = g_build_filename (g_get_user_state_dir (), "yishen", "index", id, NULL);
  g_autoptr (YsIndex) index = ys_index_open (dir, id, NULL);

  return ys_index_get_part (index) != NULL ? ys_index_count (index, NULL, NULL) : 0;
}

/* A first filling is broken off again and again, while entries, notices and days come in between: it
 * goes on, and what comes out is what is folded in one go. */
static void
test_broken_off (void)
{
  enum
  {
    QUIET,
    NEWS,
    LATER_DAY,
    EARLIER_DAY,
    NOTICE,
    N_MEANWHILE
  };
  g_autoptr (GRand) dice = g_rand_new_with_seed (97);
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autofree char *text = throw_lines (dice, calendar, 1, 240);

  for (int meanwhile = QUIET; meanwhile < N_MEANWHILE; meanwhile++)
    {
      g_autoptr (Place) place = place_new ("2027-06-30", YS_STAFF_APPROVAL_NONE);
      gint64 until = 0;
      gint64 kept = 0;
      int times = 0;
      gboolean filled = FALSE;

      take_lines (place, text);
      while (!filled)
        {
          g_autoptr (GError) error = NULL;

          until += 500;
          filled = ys_office_prepare_lists (place->session, lose_patience, &until, &error);
          if (filled)
            break;
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
          kept = MAX (kept, count_kept (place));
          times++;
          /* The window is closed and another opened. */
          g_clear_object (&place->session);
          place->session = place_open (place, "2027-06-30");
          if (times > 1)
            continue;
          if (meanwhile == NEWS)
            for (int i = 0; i < 20; i++)
              act_at_random (place->session, dice, 240);
          else if (meanwhile == LATER_DAY)
            ys_session_set_today (place->session, day ("2027-09-01"));
          else if (meanwhile == EARLIER_DAY)
            ys_session_set_today (place->session, day ("2024-06-01"));
          else if (meanwhile == NOTICE)
            place_import (place, LINE ("calendar/2024", "announced", "2024-01-02",
                                       "'notice':'通知','rest':[{'name':'一',"
                                       "'from':'2024-03-04','to':'2024-03-08'}],'work':[]"));
        }
      g_assert_cmpint (times, >, 1);
      g_assert_cmpint (kept, >, 0);
      compare_cases (place->session);
      compare_years (place->session, 2023, 2025);
    }
}

/* --- behind the index's back ----------------------------------------------------------------- */

static void
test_others (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (9);
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autoptr (Place) place = place_new ("2027-03-01", YS_STAFF_APPROVAL_NONE);
  g_autoptr (YsSession) other = place_open (place, "2027-03-01");

  for (int i = 0; i < 6; i++)
    {
      g_autofree char *text = throw_lines (dice, calendar, 1 + i * 10, 10);

      take_lines (place, text);
      for (int k = 0; k < 4; k++)
        act_at_random (i % 2 == 0 ? other : place->session, dice, 10 + i * 10);
      /* Both feed the one index of this person, in turn and not, and on different days. */
      if (i % 3 != 0)
        compare_cases (place->session);
      ys_session_set_today (other, ys_session_get_today (other) + i - 2);
      compare_cases (other);
    }
  compare_cases (place->session);
}

static void
copy_folder (const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) cp
    = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "cp", "-a", from, to, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (cp, NULL, &error));
}

/* A docket put back from a copy, with other entries after it than those that the index holds. */
static void
test_older_copy (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autofree char *copy = place_path (place, "copy.docket");
  g_autofree char *aside = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  place_import (place, GOT CASE ("noted", "2024-02-09", "'text':'一'"));
  compare_cases (place->session);
  assert_done (ys_office_backup (place->session, copy, NULL, NULL, &error), &error);
  place_import (place, LINE ("case/2024-0002", "received", "2024-02-08", REQUEST ("2024-02-08")));
  compare_cases (place->session);

  g_clear_object (&place->session);
  assert_done (ys_office_restore (place->docket, copy, TRUE, &aside, &error), &error);
  place->session = place_open (place, TODAY);
  compare_cases (place->session);

  /* At the same position another entry stands now. */
  place_import (place, LINE ("case/2024-0003", "received", "2024-02-08", REQUEST ("2024-02-08")));
  compare_cases (place->session);
  rows = ys_office_list_due (place->session, day (TODAY), -1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (((YsDueRow *) rows->pdata[1])->id, ==, "2024-0003");
}

/* The same number of entries and other ones: told by the digest alone. */
static void
test_same_length_copy (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autofree char *copy = place_path (place, "copy.docket");
  g_autofree char *aside = NULL;
  g_autoptr (GError) error = NULL;

  place_import (place, GOT);
  copy_folder (place->docket, copy);
  place_import (place, LINE ("case/2024-0002", "received", "2024-02-08", REQUEST ("2024-02-08")));
  compare_cases (place->session);
  g_clear_object (&place->session);
  assert_done (ys_office_restore (place->docket, copy, TRUE, &aside, &error), &error);
  place->session = place_open (place, TODAY);
  place_import (place, LINE ("case/2024-0003", "received", "2024-02-19", REQUEST ("2024-02-19")));
  compare_cases (place->session);
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);

  g_test_add_func ("/index-sync/random", test_random);
  g_test_add_func ("/index-sync/days", test_days);
  g_test_add_func ("/index-sync/sample-year", test_sample_year);
  g_test_add_func ("/index-sync/broken-off", test_broken_off);
  g_test_add_func ("/index-sync/others", test_others);
  g_test_add_func ("/index-sync/older-copy", test_older_copy);
  g_test_add_func ("/index-sync/same-length-copy", test_same_length_copy);
  return place_run ();
}
