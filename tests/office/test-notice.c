/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Notices of rest days: which are known, and what a new one moves before anybody accepts it. That
 * announcing one moves the very same is tested against the docket itself. */
#include "place.h"

#include "office/keep.h"
#include "office/lists.h"
#include "office/notice.h"

#include <string.h>

/* A year that the program ships, and one that it does not. */
static const char again[] = "year 2024\nnotice 补充通知\nrest 某日 2024-03-12 2024-03-13\n"
                            "work 某日 2024-03-16\n";
static const char next[] = "year 2027\nnotice 关于2027年\naddress https://a\n"
                           "rest 元旦 2027-01-01 2027-01-03\n";

static YsDay
read_due (YsSession *session, const char *id)
{
  g_autoptr (YsCasefile) casefile = NULL;
  g_autoptr (YsHistory) history = ys_office_open_case (session, id, &casefile, NULL);

  g_assert_nonnull (history);
  return casefile->clock->due;
}

static void
test_preview (void)
{
  g_autoptr (Place) place = place_new ("2024-03-01", YS_STAFF_APPROVAL_NONE);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsNoticePreview) preview = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const YsNoticeMove *move;

  place_import (place, GOT
                LINE ("case/2024-0002", "received", "2024-02-01", REQUEST ("2024-02-01"))
                LINE ("case/2024-0003", "received", "2024-02-08", REQUEST ("2024-02-08"))
                LINE ("case/2024-0003", "replied", "2024-02-20",
                      "'outcome':'granted','sent_by':'email'"));
  before = tell_all (place->session);
  preview = ys_office_preview_notice (place->session, again, &error);
  g_assert_no_error (error);
  after = tell_all (place->session);
  g_assert_cmpstr (before, ==, after);

  g_assert_cmpint (preview->year, ==, 2024);
  g_assert_cmpstr (preview->title, ==, "补充通知");
  g_assert_true (preview->is_known);
  g_assert_cmpint (preview->rest_days, ==, 2);
  g_assert_cmpint (preview->work_days, ==, 1);
  g_assert_cmpint (preview->open, ==, 2);
  g_assert_cmpuint (preview->moves->len, ==, 1);
  move = g_ptr_array_index (preview->moves, 0);
  g_assert_cmpstr (move->id, ==, "2024-0001");
  g_assert_cmpstr (move->title, ==, "古渡路工程");
  g_assert_cmpint (move->from, ==, day ("2024-03-13"));
  g_assert_cmpint (move->to, ==, day ("2024-03-15"));

  /* What was foretold is what happens. */
  assert_done (ys_office_announce_notice (place->session, day ("2024-03-01"), again, &error),
               &error);
  g_assert_cmpint (read_due (place->session, "2024-0001"), ==, move->to);
}

static void
test_refused (void)
{
  static const char *const texts[] = { "", "year 2027\n", "rest 元旦 2027-01-01\n", "no notice" };
  g_autoptr (Place) place = place_new ("2024-03-01", YS_STAFF_APPROVAL_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ys_office_preview_notice (place->session, texts[i], &error));
      g_assert_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_INPUT);
    }
}

/* A notice of the year after may speak of this December: that keeps the last word. */
static void
test_later_year_wins (void)
{
  static const char later[] = "year 2025\nrest 元旦 2024-12-31 2025-01-01\n";
  static const char earlier[] = "year 2024\nrest 某日 2024-12-30\nwork 某日 2024-12-31\n";
  g_autoptr (Place) place = place_new ("2024-12-20", YS_STAFF_APPROVAL_NONE);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsNoticePreview) preview = NULL;
  const YsNoticeMove *move;

  assert_done (ys_office_announce_notice (place->session, day ("2024-12-02"), later, &error),
               &error);
  place_import (place, LINE ("case/2024-0001", "received", "2024-12-10", REQUEST ("2024-12-10")));
  preview = ys_office_preview_notice (place->session, earlier, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->moves->len, ==, 1);
  move = g_ptr_array_index (preview->moves, 0);
  assert_done (ys_office_announce_notice (place->session, day ("2024-12-20"), earlier, &error),
               &error);
  g_assert_cmpint (read_due (place->session, "2024-0001"), ==, move->to);
}

static void
test_list (void)
{
  g_autoptr (Place) place = place_new ("2024-03-01", YS_STAFF_APPROVAL_NONE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notices = NULL;
  const YsNotice *notice;
  guint of_2020 = 0;

  assert_done (ys_office_announce_notice (place->session, day ("2024-03-01"), next, &error),
               &error);
  notices = ys_office_list_notices (place->session, &error);
  g_assert_no_error (error);
  notice = g_ptr_array_index (notices, 0);
  g_assert_cmpint (notice->year, ==, 2027);
  g_assert_cmpstr (notice->title, ==, "关于2027年");
  g_assert_cmpstr (notice->address, ==, "https://a");
  g_assert_cmpint (notice->announced_on, ==, day ("2024-03-01"));
  notice = g_ptr_array_index (notices, 1);
  g_assert_cmpint (notice->year, ==, 2026);
  g_assert_cmpint (notice->announced_on, ==, YS_DAY_NONE);
  g_assert_true (g_str_has_prefix (notice->address, "https://www.gov.cn/"));
  notice = g_ptr_array_index (notices, notices->len - 1);
  g_assert_cmpint (notice->year, ==, 2018);
  for (guint i = 0; i < notices->len; i++)
    {
      notice = g_ptr_array_index (notices, i);
      if (notice->year != 2020)
        continue;
      /* The one that changed the first stands before it. */
      g_assert_true (strstr (notice->title, "延长") != NULL || of_2020 > 0);
      of_2020++;
    }
  g_assert_cmpuint (of_2020, ==, 2);
}

/* --- the index ------------------------------------------------------------------------------- */

static gboolean
cancel_at_once (gint64 done, gint64 total, gpointer user_data)
{
  (*(int *) user_data)++;
  return FALSE;
}

static void
test_rebuild (void)
{
  g_autoptr (Place) place = place_new ("2024-03-01", YS_STAFF_APPROVAL_NONE);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  YsDocketFacts facts;
  int calls = 0;

  for (int i = 1; i <= 300; i++)
    g_string_append_printf (lines, LINE ("case/2024-%04d", "received", "2024-02-08",
                                         REQUEST ("2024-02-08")), i);
  place_import (place, lines->str);
  g_assert_true (ys_office_describe_docket (place->session, &facts, &error));
  g_assert_cmpint (facts.suite, ==, YS_SESSION_SUITE_GM);
  g_assert_cmpint (facts.entries, ==, 300);
  g_assert_cmpint (facts.index_bytes, ==, 0);
  g_assert_cmpint (ys_office_count (place->session, NULL, &error), ==, 300);
  g_assert_true (ys_office_describe_docket (place->session, &facts, &error));
  g_assert_cmpint (facts.index_bytes, >, 10000);

  g_assert_false (ys_office_rebuild_index (place->session, cancel_at_once, &calls, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (calls, ==, 1);
  g_assert_cmpint (ys_office_count (place->session, NULL, &error), ==, 300);
  g_assert_true (ys_office_rebuild_index (place->session, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ys_office_count (place->session, NULL, &error), ==, 300);
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);
  g_test_add_func ("/notice/preview", test_preview);
  g_test_add_func ("/notice/refused", test_refused);
  g_test_add_func ("/notice/later-year-wins", test_later_year_wins);
  g_test_add_func ("/notice/list", test_list);
  g_test_add_func ("/keep/rebuild", test_rebuild);
  return place_run ();
}
