/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sessions: what a docket tells of itself when it is opened, announced notices, and how two
 * sessions on one docket hear of each other. Acts are tested in test-acts.c. */
#include "place.h"

#include "office/due.h"
#include "office/notice.h"
#include "office/publish.h"
#include "office/register.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define TODAY "2024-06-12"

static const char notice_2027[] = "year 2027\n"
                                  "notice 国务院办公厅关于2027年部分节假日安排的通知\n"
                                  "address https://www.gov.cn/x\n"
                                  "rest 元旦 2026-12-31 2027-01-03\n"
                                  "rest 春节 2027-02-05 2027-02-11\n"
                                  "work 元旦 2027-01-09\n"
                                  "work 春节 2027-02-14\n";

/* --- opening --------------------------------------------------------------------------------- */

static void
test_found (void)
{
  static const struct
  {
    YsSessionSuite suite;
    YsStaffApproval approval;
  } rows[] = {
    { YS_SESSION_SUITE_GM, YS_STAFF_APPROVAL_NONE },
    { YS_SESSION_SUITE_GM, YS_STAFF_APPROVAL_RECORDED },
    { YS_SESSION_SUITE_INTL, YS_STAFF_APPROVAL_RECORDED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Place) place = place_new_with (TODAY, rows[i].approval, rows[i].suite);
      g_autoptr (YsSession) again = NULL;
      g_autofree char *agency = NULL;

      g_assert_cmpint (get_position (place->session), ==, 0);
      g_clear_object (&place->session);
      again = place_open (place, "2024-06-13");
      agency = ys_session_get_agency (again, NULL);
      g_assert_cmpstr (agency, ==, "{\"name\":\"示例局\"}");
      g_assert_cmpint (ys_session_get_approval (again), ==, rows[i].approval);
      g_assert_cmpint (ys_session_get_today (again), ==, day ("2024-06-13"));
      g_assert_cmpstr (ys_session_get_read_only_reason (again), ==, NULL);
      g_assert_cmpstr (ys_session_get_distrust_reason (again), ==, NULL);
      g_assert_cmpstr (ys_session_get_actor (again), ==, NULL);
      g_assert_true (ys_calendar_has_year (ys_session_get_calendar (again), 2018));
      g_assert_true (ys_calendar_has_year (ys_session_get_calendar (again), 2026));
    }
}

static void
test_found_refused (void)
{
  static const char *const names[] = { "", "  \t", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
      g_autofree char *other = place_path (place, "other.docket");
      g_autoptr (GError) error = NULL;

      g_assert_null (ys_session_found (other, names[i], YS_SESSION_SUITE_GM, YS_STAFF_APPROVAL_NONE,
                                       day (TODAY), &error));
      g_assert_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_INPUT);
      g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
    }
}

static void
test_agency (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autofree char *agency = NULL;
  g_autofree char *later = NULL;
  g_autoptr (GError) error = NULL;

  assert_done (ys_office_name_agency (place->session, day ("2024-06-01"), "“甲”局\\", &error),
               &error);
  agency = ys_session_get_agency (place->session, &error);
  g_assert_cmpstr (agency, ==, "{\"name\":\"“甲”局\\\\\"}");
  place_import (place, LINE ("agency", "named", "2024-06-02", "'phone':'1','name':'乙局'")
                         LINE ("agency", "policy-set", "2024-06-03", "'approval':'none'"));
  later = ys_session_get_agency (place->session, &error);
  g_assert_cmpstr (later, ==, "{\"name\":\"乙局\",\"phone\":\"1\"}");
}

static void
test_read_only (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSession) reader = NULL;
  g_autoptr (YsHistory) history = NULL;

  place_import (place, GOT);
  reader = ys_session_open (place->docket, FALSE, day (TODAY), &error);
  g_assert_no_error (error);
  g_assert_nonnull (ys_session_get_read_only_reason (reader));
  history = ys_session_load_case (reader, "2024-0001", &error);
  g_assert_no_error (error);
  g_assert_false (ys_office_note (reader, "2024-0001", day (TODAY), "记", &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_READ_ONLY);
  g_assert_cmpstr (error->message, ==, ys_session_get_read_only_reason (reader));
  g_assert_cmpint (get_position (reader), ==, 1);
}

/* --- the actor ------------------------------------------------------------------------------- */

static void
test_actor (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autofree char *all = NULL;
  g_autoptr (GError) error = NULL;

  place_import (place, GOT);
  ys_session_set_actor (place->session, "officer-1");
  ys_session_set_actor (place->session, ys_session_get_actor (place->session));
  assert_done (ys_office_note (place->session, "2024-0001", day (TODAY), "一", &error), &error);
  ys_session_set_actor (place->session, NULL);
  assert_done (ys_office_note (place->session, "2024-0001", day (TODAY), "二", &error), &error);
  all = tell_all (place->session);
  g_assert_nonnull (strstr (all, "{\"text\":\"一\"} officer-1\n"));
  g_assert_nonnull (strstr (all, "{\"text\":\"二\"} -\n"));
}

/* --- notices --------------------------------------------------------------------------------- */

static YsDay
get_due (YsSession *session, const char *id, gboolean *provisional)
{
  g_autoptr (GError) error = NULL;
  YsIndex *index = ys_session_get_index (session, NULL, NULL, &error);
  g_autoptr (YsIndexRow) row = NULL;

  g_assert_no_error (error);
  row = ys_index_get_row (index, id, &error);
  g_assert_no_error (error);
  g_assert_nonnull (row);
  if (provisional != NULL)
    *provisional = row->provisional;
  return row->due;
}

/* A notice that a docket announces moves due days, in the calendar and in the index, of the session
 * that announces it and of another one that only hears of it. */
static void
test_notice (void)
{
  g_autoptr (Place) place = place_new ("2026-12-20", YS_STAFF_APPROVAL_NONE);
  g_autoptr (YsSession) other = NULL;
  g_autoptr (GError) error = NULL;
  gboolean provisional;
  gboolean came;

  place_import (place, LINE ("case/2026-0001", "received", "2026-12-10", REQUEST ("2026-12-10")));
  other = place_open (place, "2026-12-20");
  g_assert_cmpint (get_due (place->session, "2026-0001", &provisional), ==, day ("2027-01-07"));
  g_assert_true (provisional);
  g_assert_cmpint (get_due (other, "2026-0001", NULL), ==, day ("2027-01-07"));
  g_assert_true (ys_session_poll (other, &came, &error));

  assert_done (ys_office_announce_notice (place->session, day ("2026-12-15"), notice_2027, &error),
               &error);
  g_assert_true (ys_calendar_has_year (ys_session_get_calendar (place->session), 2027));
  g_assert_cmpint (get_due (place->session, "2026-0001", &provisional), ==, day ("2027-01-09"));
  g_assert_false (provisional);

  g_assert_true (ys_session_poll (other, &came, &error));
  g_assert_true (came);
  g_assert_true (ys_calendar_has_year (ys_session_get_calendar (other), 2027));
  g_assert_cmpint (get_due (other, "2026-0001", &provisional), ==, day ("2027-01-09"));
  g_assert_false (provisional);
  g_assert_false (ys_calendar_is_working (ys_session_get_calendar (other), day ("2026-12-31")));
  g_assert_true (ys_calendar_is_working (ys_session_get_calendar (other), day ("2027-02-14")));
  g_assert_cmpstr (ys_calendar_get_name (ys_session_get_calendar (other), day ("2027-02-08")), ==,
                   "春节");

  /* And whoever opens it later. */
  g_clear_object (&other);
  other = place_open (place, "2026-12-20");
  g_assert_cmpint (get_due (other, "2026-0001", NULL), ==, day ("2027-01-09"));
}

/* What comes out of an announced notice is what went in: the same days as from the file. */
static void
test_notice_as_shipped (void)
{
  static const char *const years[] = { "2018", "2021", "2022", "2023", "2024", "2025", "2026" };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (Place) place = place_new ("2026-12-20", YS_STAFF_APPROVAL_NONE);
      g_autofree char *name = g_strconcat (years[i], ".notice", NULL);
      g_autofree char *path = g_build_filename (g_getenv ("CALENDARS_DIR"), name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (YsCalendar) alone = ys_calendar_new ();
      g_autoptr (GError) error = NULL;
      int year = (int) g_ascii_strtoll (years[i], NULL, 10);

      g_file_get_contents (path, &text, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (ys_calendar_add_notice (alone, text, NULL), ==, YS_NOTICE_OK);
      assert_done (ys_office_announce_notice (place->session, day ("2026-12-15"), text, &error),
                   &error);
      for (YsDay d = ys_day_from_ymd (year, 1, 1); d <= ys_day_from_ymd (year, 11, 30); d++)
        g_assert_cmpint (ys_calendar_is_working (alone, d), ==,
                         ys_calendar_is_working (ys_session_get_calendar (place->session), d));
      assert_whole (place->session);
    }
}

static void
test_notice_refused (void)
{
  static const char *const texts[]
    = { "", "year 2027\n", "rest 元旦 2027-01-01 2027-01-03\n",
        "year 2027\nrest 元旦 2027-01-32 2027-02-03\n", "year 2027\nfeast 元旦 2027-01-01\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
      g_autoptr (GError) error = NULL;

      g_assert_false (ys_office_announce_notice (place->session, day (TODAY), texts[i], &error));
      g_assert_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_INPUT);
      g_assert_cmpint (get_position (place->session), ==, 0);
    }
}

/* --- hearing of each other ------------------------------------------------------------------- */

static void
count_changed (YsSession *session, gpointer count)
{
  ++*(int *) count;
}

static void
test_poll (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autoptr (YsSession) other = place_open (place, TODAY);
  g_autoptr (GError) error = NULL;
  int heard = 0;
  int own = 0;
  gboolean came;

  g_signal_connect (other, "changed", G_CALLBACK (count_changed), &heard);
  g_signal_connect (place->session, "changed", G_CALLBACK (count_changed), &own);
  g_assert_true (ys_session_poll (other, &came, &error));
  g_assert_false (came);
  place_import (place, GOT);
  g_assert_cmpint (own, ==, 1);
  g_assert_cmpint (heard, ==, 0);
  g_assert_true (ys_session_poll (other, &came, &error));
  g_assert_true (came);
  g_assert_cmpint (heard, ==, 1);
  g_assert_true (ys_session_poll (other, &came, &error));
  g_assert_false (came);
  g_assert_cmpint (heard, ==, 1);

  /* What is refused changes nothing. */
  g_assert_false (ys_office_note (place->session, "2024-0001", day (TODAY), "", &error));
  g_clear_error (&error);
  g_assert_true (ys_session_poll (other, &came, &error));
  g_assert_false (came);
  g_assert_cmpint (own, ==, 1);

  ys_session_set_today (other, day (TODAY));
  g_assert_cmpint (heard, ==, 1);
  ys_session_set_today (other, day ("2024-06-13"));
  g_assert_cmpint (heard, ==, 2);
}

typedef struct
{
  GMainLoop *loop;
  YsSession *session;
  int heard;
} Watch;

static void
quit_on_change (YsSession *session, gpointer user_data)
{
  Watch *watch = user_data;

  watch->heard++;
  g_main_loop_quit (watch->loop);
}

static gboolean
give_up (gpointer user_data)
{
  g_error ("no change was told within ten seconds");
  return G_SOURCE_REMOVE;
}

static void
run_until_quit (GMainLoop *loop)
{
  guint timeout = g_timeout_add_seconds (10, give_up, NULL);

  g_main_loop_run (loop);
  g_source_remove (timeout);
}

static void
test_watch (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autoptr (YsSession) other = place_open (place, TODAY);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Watch watch = { loop, other, 0 };

  g_signal_connect (other, "changed", G_CALLBACK (quit_on_change), &watch);
  ys_session_watch (other);
  ys_session_watch (other);
  place_import (place, GOT);
  run_until_quit (loop);
  g_assert_cmpint (watch.heard, ==, 1);
  place_import (place, LINE ("agency", "named", "2024-06-02", "'name':'乙局'"));
  run_until_quit (loop);
  g_assert_cmpint (watch.heard, ==, 2);
}

static void
drop_on_change (YsSession *session, gpointer user_data)
{
  Watch *watch = user_data;

  watch->heard++;
  g_main_loop_quit (watch->loop);
  g_clear_object (&watch->session);
}

/* A window that closes itself when it hears of a change takes the session away under the poll. */
static void
test_dropped_while_told (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Watch watch = { loop, place_open (place, TODAY), 0 };

  g_signal_connect (watch.session, "changed", G_CALLBACK (drop_on_change), &watch);
  g_object_add_weak_pointer (G_OBJECT (watch.session), (gpointer *) &watch.session);
  ys_session_watch (watch.session);
  place_import (place, GOT);
  run_until_quit (loop);
  g_assert_cmpint (watch.heard, ==, 1);
  g_assert_null (watch.session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* A docket whose folder is away for a while is heard of again when it is back. */
static void
test_watch_goes_on (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_NONE);
  g_autoptr (YsSession) other = place_open (place, TODAY);
  g_autofree char *store = g_build_filename (place->docket, "docket.db", NULL);
  g_autofree char *away = g_build_filename (place->docket, "away.db", NULL);
  g_autoptr (GError) error = NULL;
  gboolean came = FALSE;

  place_import (place, GOT);
  g_assert_cmpint (g_rename (store, away), ==, 0);
  g_assert_false (ys_session_poll (other, &came, &error) && came);
  g_clear_error (&error);
  g_assert_cmpint (g_rename (away, store), ==, 0);
  g_assert_true (ys_session_poll (other, &came, &error));
  g_assert_no_error (error);
  g_assert_true (came);
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);

  g_test_add_func ("/session/found", test_found);
  g_test_add_func ("/session/found-refused", test_found_refused);
  g_test_add_func ("/session/agency", test_agency);
  g_test_add_func ("/session/read-only", test_read_only);
  g_test_add_func ("/session/actor", test_actor);
  g_test_add_func ("/session/notice", test_notice);
  g_test_add_func ("/session/notice-as-shipped", test_notice_as_shipped);
  g_test_add_func ("/session/notice-refused", test_notice_refused);
  g_test_add_func ("/session/poll", test_poll);
  g_test_add_func ("/session/watch", test_watch);
  g_test_add_func ("/session/dropped-while-told", test_dropped_while_told);
  g_test_add_func ("/session/watch-goes-on", test_watch_goes_on);
  return place_run ();
}
