/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests what the case page says of the clock: the segments of the budget, the sheet, the due day. */
#include "deed-case.h"
#include "desk-docket.h"
#include "desk/case/budget.h"
#include "desk/case/sheet-lines.h"

#include <string.h>

static int
sum (const GArray *segments, YsSegmentKind kind)
{
  int days = 0;

  for (guint i = 0; i < segments->len; i++)
    if (g_array_index (segments, YsSegment, i).kind == kind)
      days += g_array_index (segments, YsSegment, i).days;
  return days;
}

static void
assert_budget (DeedCase *self)
{
  const YsClock *clock = self->view->clock;
  g_autoptr (GArray) segments
    = ys_budget_list_segments (clock, ys_session_get_calendar (self->session));

  g_assert_cmpint (sum (segments, YS_SEGMENT_COUNTED) + sum (segments, YS_SEGMENT_OVER), ==,
                   clock->counted);
  g_assert_cmpint (sum (segments, YS_SEGMENT_SUSPENDED), ==, clock->suspended);
  g_assert_cmpint (sum (segments, YS_SEGMENT_LEFT), ==, MAX (clock->remaining, 0));
  g_assert_cmpint (sum (segments, YS_SEGMENT_OVER), ==, MAX (-clock->remaining, 0));
  for (guint i = 1; i < segments->len; i++)
    g_assert_cmpint (g_array_index (segments, YsSegment, i).kind, !=,
                     g_array_index (segments, YsSegment, i - 1).kind);
}

static void
test_budget (DeedCase *self, gconstpointer data)
{
  g_autoptr (GArray) segments = NULL;
  g_autofree char *words = NULL;

  assert_budget (self);
  DEED (YS_KIND_CONSULTATION_SENT, 0, "2026-11-17", "name", "甲公司", NULL);
  assert_budget (self);
  g_assert_cmpint (self->view->clock->suspended, ==, 5);
  DEED (YS_KIND_CONSULTATION_ANSWERED, 0, "2026-11-20", NULL, NULL);
  assert_budget (self);
  segments = ys_budget_list_segments (self->view->clock, ys_session_get_calendar (self->session));
  /* 17th; 18th to 20th; 23rd and 24th; what is left. */
  g_assert_cmpuint (segments->len, ==, 4);
  g_assert_cmpint (g_array_index (segments, YsSegment, 0).days, ==, 1);
  g_assert_cmpint (g_array_index (segments, YsSegment, 1).days, ==, 3);
  g_assert_cmpint (g_array_index (segments, YsSegment, 2).days, ==, 2);
  g_assert_cmpint (g_array_index (segments, YsSegment, 3).days, ==, 17);
  words = ys_budget_describe (self->view->clock);
  g_assert_cmpstr (words, ==, "3 of 20 working days counted, 3 suspended, 17 left");

  /* The same case looked at when it is overdue. */
  ys_session_set_today (self->session, DAY ("2026-12-25"));
  deed_case_look (self);
  g_assert_cmpint (self->view->clock->remaining, <, 0);
  assert_budget (self);

  /* While the clock is halted there is no budget. */
  ys_session_set_today (self->session, TODAY);
  deed_case_look (self);
  DEED (YS_KIND_FEE_NOTICED, 0, NULL, NULL, NULL);
  g_clear_pointer (&segments, g_array_unref);
  segments = ys_budget_list_segments (self->view->clock, ys_session_get_calendar (self->session));
  g_assert_cmpuint (segments->len, ==, 0);
}

static void
test_sheet (DeedCase *self, gconstpointer data)
{
  g_autoptr (GPtrArray) lines
    = ys_sheet_list_lines (self->view->clock, ys_session_get_calendar (self->session));
  g_autofree char *due = ys_due_sentence (self->view);
  const YsSheetLine *last = NULL;

  g_assert_nonnull (strstr (due, "2026-12-14"));
  for (guint i = 0; i < lines->len; i++)
    {
      const YsSheetLine *line = g_ptr_array_index (lines, i);
      g_assert_cmpstr (line->sentence, !=, "");
      if (line->effect == YS_EFFECT_COUNT)
        last = line;
      else
        g_assert_cmpstr (line->total, ==, "");
    }
  g_assert_nonnull (last);
  g_assert_cmpstr (last->total, ==, "20");

  ys_session_set_today (self->session, DAY ("2026-12-25"));
  deed_case_look (self);
  g_clear_pointer (&lines, g_ptr_array_unref);
  lines = ys_sheet_list_lines (self->view->clock, ys_session_get_calendar (self->session));
  last = g_ptr_array_index (lines, lines->len - 1);
  g_assert_nonnull (strstr (last->sentence, "after the due day"));
  ys_session_set_today (self->session, TODAY);
  deed_case_look (self);

  DEED (YS_KIND_CORRECTION_ASKED, 0, "2026-11-17", "points", "年份", "until", "2026-12-01", NULL);
  g_clear_pointer (&due, g_free);
  due = ys_due_sentence (self->view);
  g_assert_nonnull (strstr (due, "2026-12-01"));
  g_assert_nonnull (strstr (due, "correction"));
}

/* A day that was set is not explained by the law's number of working days, in neither way of
 * setting one. */
static void
assert_set (DeedCase *self, const char *day, int whole)
{
  const YsClock *clock = self->view->clock;
  g_autofree char *parts = ys_budget_describe (clock);
  g_autofree char *sum = ys_budget_describe_whole (clock);
  g_autofree char *end = ys_budget_describe_end (clock);
  g_autofree char *due = ys_due_sentence (self->view);

  g_assert_true (clock->due_is_set);
  g_assert_null (strstr (parts, "20"));
  g_assert_cmpstr (sum, ==, "to the day set");
  g_assert_cmpstr (end, ==, "the day that was set");
  g_assert_nonnull (strstr (due, day));
  g_assert_nonnull (strstr (due, "set"));
  g_assert_cmpint (ys_budget_get_whole (clock), ==, whole);
  assert_budget (self);
}

static void
test_set_day (DeedCase *self, gconstpointer data)
{
  g_autofree char *sum = ys_budget_describe_whole (self->view->clock);
  g_autofree char *end = ys_budget_describe_end (self->view->clock);

  g_assert_cmpstr (sum, ==, "of 20");
  g_assert_cmpstr (end, ==, "20 working days counted");
  g_assert_cmpint (ys_budget_get_whole (self->view->clock), ==, 20);

  /* 17 November to 31 December are 33 working days. */
  DEED (YS_KIND_DELAY_SET, 0, NULL, "until", "2026-12-31", "reason", "数量大", NULL);
  assert_set (self, "2026-12-31", 33);
  DEED (YS_KIND_CLOSED, 0, NULL, "reason", "并案", NULL);
  DEED (YS_KIND_REOPENED, 0, NULL, "reason", "复议决定", "until", "2026-12-04", NULL);
  assert_set (self, "2026-12-04", 8);
}

int
main (int argc, char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("yishen-case-clock-XXXXXX", NULL);
  int code;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/case-clock/" name, DeedCase, NULL, deed_case_set_up, func, deed_case_tear_down)
  ADD ("budget", test_budget);
  ADD ("sheet", test_sheet);
  ADD ("set-day", test_set_day);
  code = g_test_run ();
  desk_remove_tree (state);
  return code;
}
