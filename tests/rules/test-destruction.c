/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When a case may be destroyed, with what is kept of it, and that nothing follows. What is kept of
 * each body: test-reduce.c. */
#include "case-maker.h"
#include "rules/event-json.h"
#include "rules/event-reduce.h"
#include "rules/permission.h"

#include <string.h>

#define MAX_LINES 12
#define R "2010-01-04 received"
#define DONE "2010-01-06 withdrawn {\"reason\":\"不要了\"}"
#define ARCHIVED "2010-02-01 archived {\"file_no\":\"1\",\"retention\":\"10y\"}"
#define ASKED "2024-01-05 destruction-asked {\"reason\":\"期满\"}"

/* "destroyed 5" after the day: asked by entry 5, with the right kept. */
static YsHistory *
read_lines (const char *const *lines)
{
  YsHistory *history = ys_history_new ("2024-0001");

  for (gint64 i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (YsEvent) event = NULL;
      const char *place = strstr (lines[i], " destroyed ");

      if (place == NULL)
        event = case_maker_read_event (lines[i], i + 1);
      else
        {
          g_auto (YsFault) fault = YS_FAULT_INIT;
          cJSON *body = ys_history_make_destroyed (history, g_ascii_strtoll (place + 11, NULL, 10));

          event = ys_event_new (YS_STREAM_CASE, i + 1, YS_KIND_DESTROYED,
                                ys_day_parse (lines[i], 10), "head-1", body, &fault);
          g_assert_nonnull (event);
        }
      ys_history_add (history, event);
    }
  return history;
}

static char *
print_problems (const YsHistory *history)
{
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autoptr (GPtrArray) problems
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_finding_free);
  GString *out = g_string_new (NULL);

  ys_history_judge (history, calendar, ys_day_from_ymd (2026, 1, 1), problems, NULL);
  for (guint i = 0; i < problems->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (problems, i);
      g_string_append_printf (out, "%s%s@%d", i > 0 ? " " : "", ys_fault_get_id (finding->fault.code),
                              (int) finding->seq);
    }
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *name;
  const char *lines[MAX_LINES];
  const char *want;
} rows[] = {
  { "whole", { R, DONE, ARCHIVED, ASKED, "2024-02-01 destroyed 4" }, "" },
  { "on-one-day", { R, DONE, ARCHIVED, ASKED, "2024-01-05 destroyed 4" }, "" },
  { "archived-before-the-conclusion", { R, ARCHIVED, "2010-03-01 withdrawn {}", ASKED }, "" },
  { "asked-of-an-open-case", { R, ARCHIVED, ASKED }, "not-archived@3" },
  { "asked-unarchived", { R, DONE, ASKED }, "not-archived@3" },
  { "asked-before-it-is-archived", { R, DONE, "2010-01-20 destruction-asked {\"reason\":\"x\"}", ARCHIVED },
    "not-archived@3" },
  { "asked-though-archiving-is-struck",
    { R, DONE, ARCHIVED, "2010-02-02 struck {\"of\":3,\"reason\":\"x\"}", ASKED }, "not-archived@5" },
  { "asked-of-a-reopened-case", { R, DONE, ARCHIVED, "2010-03-01 reopened", ASKED }, "not-archived@5" },
  { "asked-twice", { R, DONE, ARCHIVED, ASKED, ASKED }, "asked-already@5" },
  { "asked-again-after-a-strike",
    { R, DONE, ARCHIVED, ASKED, "2024-01-06 struck {\"of\":4,\"reason\":\"x\"}",
      "2024-01-07 destruction-asked {\"reason\":\"x\"}", "2024-01-08 destroyed 6" }, "" },
  { "destroyed-by-the-struck-question",
    { R, DONE, ARCHIVED, ASKED, "2024-01-06 struck {\"of\":4,\"reason\":\"x\"}",
      "2024-01-07 destruction-asked {\"reason\":\"x\"}", "2024-01-08 destroyed 4" }, "not-asked@7" },
  { "reopening-ends-the-question",
    { R, DONE, ARCHIVED, ASKED, "2024-01-06 reopened", "2024-01-07 withdrawn {}", "2024-01-08 destroyed 4" },
    "not-asked@7" },
  { "unasked", { R, DONE, ARCHIVED, "2024-01-06 destroyed 3" }, "no-such-entry@4 not-asked@4" },
  { "asked-later", { R, DONE, ARCHIVED, "2024-01-06 destroyed 5", "2024-01-05 destruction-asked {\"reason\":\"x\"}" },
    "no-such-entry@4 after-destruction@5" },
  { "of-an-open-case", { R, "2024-01-06 destroyed 1" }, "no-such-entry@2 not-asked@2" },
  { "dated-before-the-question", { R, DONE, ARCHIVED, ASKED, "2024-01-04 destroyed 4" },
    "after-destruction@4 not-asked@5" },
  { "noted-before", { R, DONE, ARCHIVED, ASKED, "2024-01-06 noted", "2024-01-06 destroyed 4" }, "" },
  { "noted-after", { R, DONE, ARCHIVED, ASKED, "2024-01-06 destroyed 4", "2024-01-06 noted" },
    "after-destruction@6" },
  { "noted-after-for-an-earlier-day", { R, DONE, ARCHIVED, ASKED, "2024-01-06 destroyed 4", "2024-01-01 noted" },
    "after-destruction@6" },
  { "noted-before-for-a-later-day", { R, DONE, ARCHIVED, ASKED, "2024-01-07 noted", "2024-01-06 destroyed 4" },
    "after-destruction@5" },
  { "struck", { R, DONE, ARCHIVED, ASKED, "2024-01-06 destroyed 4", "2024-01-06 struck {\"of\":5,\"reason\":\"x\"}" },
    "after-destruction@6" },
  { "amended",
    { R, DONE, ARCHIVED, ASKED, "2024-01-06 destroyed 4",
      "2024-01-06 amended {\"of\":5,\"field\":\"on\",\"from\":\"2024-01-06\",\"to\":\"2024-01-05\",\"reason\":\"x\"}" },
    "after-destruction@6" },
  { "reopened", { R, DONE, ARCHIVED, ASKED, "2024-01-06 destroyed 4", "2024-01-07 reopened" },
    "after-destruction@6" },
  { "destroyed-twice", { R, DONE, ARCHIVED, ASKED, "2024-01-06 destroyed 4", "2024-01-07 destroyed 4" },
    "after-destruction@6" },
};

static void
test_row (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (YsHistory) history = read_lines (rows[row].lines);
  g_autofree char *got = print_problems (history);

  g_assert_cmpstr (got, ==, rows[row].want);
}

/* What is kept may be neither more nor less nor other than the rules keep. */
static void
test_kept (void)
{
  static const char *const lines[] = { R, DONE, ARCHIVED, ASKED, NULL };
  static const struct
  {
    const char *change; /* path in the body */
    const char *json;   /* NULL: taken out */
    const char *want;
  } changes[] = {
    { "kept.0.body.applicant.name", "\"张三\"", "kept-differs@5" },
    { "kept.0.body.applicant.class", "\"legal\"", "kept-differs@5" },
    { "kept.0.body.applicant.phone", "\"138\"", "kept-differs@5" },
    { "kept.1.body.reason", "\"x\"", "kept-differs@5" },
    { "kept.2.seq", "2", "kept-differs@5" },
    { "kept.3.body", "{}", "kept-differs@5" },
    { "kept", "[]", "kept-differs@5" },
    { "asked", "4", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (YsHistory) history = read_lines (lines);
      cJSON *body = ys_history_make_destroyed (history, 4);
      g_auto (YsFault) fault = YS_FAULT_INIT;

      g_assert_true (ys_json_set (body, changes[i].change, cJSON_Parse (changes[i].json)));
      g_autoptr (YsEvent) event = ys_event_new (YS_STREAM_CASE, 5, YS_KIND_DESTROYED,
                                                ys_day_parse ("2024-02-01", -1), NULL, body, &fault);
      g_assert_nonnull (event);
      ys_history_add (history, event);
      g_autofree char *got = print_problems (history);
      g_test_message ("%s", changes[i].change);
      g_assert_cmpstr (got, ==, changes[i].want);
    }
}

/* One entry more than there are. */
static void
test_kept_too_much (void)
{
  static const char *const lines[] = { R, DONE, ARCHIVED, ASKED, NULL };
  g_autoptr (YsHistory) history = read_lines (lines);
  g_auto (YsFault) fault = YS_FAULT_INIT;
  cJSON *body = cJSON_CreateObject ();
  cJSON *kept = ys_history_reduce (history, 0);
  cJSON *more = cJSON_Duplicate (cJSON_GetArrayItem (kept, 3), TRUE);

  cJSON_SetNumberValue (cJSON_GetObjectItem (more, "seq"), 5);
  cJSON_AddItemToArray (kept, more);
  cJSON_AddNumberToObject (body, "asked", 4);
  cJSON_AddItemToObject (body, "kept", kept);
  g_autoptr (YsEvent) event = ys_event_new (YS_STREAM_CASE, 5, YS_KIND_DESTROYED,
                                            ys_day_parse ("2024-02-01", -1), NULL, body, &fault);
  ys_history_add (history, event);
  g_autofree char *got = print_problems (history);
  g_assert_cmpstr (got, ==, "kept-differs@5");
}

/* The history with the bodies gone, and what was kept in their place, is judged like the whole one. */
static void
test_after_the_bodies_are_gone (void)
{
  static const char *const lines[] = { R, DONE, ARCHIVED, ASKED, "2024-02-01 destroyed 4", NULL };
  g_autoptr (YsHistory) history = read_lines (lines);
  g_autoptr (YsHistory) reduced = ys_history_new ("2024-0001");
  const YsEvent *destroyed = ys_history_get (history, 5);

  for (gint64 seq = 1; seq <= 4; seq++)
    {
      const YsEvent *event = ys_history_get (history, seq);
      g_auto (YsFault) fault = YS_FAULT_INIT;
      g_autoptr (YsEvent) kept
        = ys_event_new (YS_STREAM_CASE, seq, event->kind, event->on, NULL,
                        cJSON_Duplicate (ys_event_get_kept (destroyed, seq), TRUE), &fault);
      ys_history_add (reduced, kept);
    }
  ys_history_add (reduced, ys_history_get (history, 5));
  g_autofree char *got = print_problems (reduced);
  g_assert_cmpstr (got, ==, "");
}

/* The question and the decision are both too early. */
static void
test_retention (void)
{
  static const char *const lines[] = {
    R, DONE, "2010-02-01 archived {\"file_no\":\"1\",\"retention\":\"30y\"}", ASKED,
    "2024-02-01 destroyed 4", NULL,
  };
  g_autoptr (YsHistory) history = read_lines (lines);
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  gint64 seq = 4;
  g_autoptr (GPtrArray) problems
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_finding_free);
  g_autoptr (GPtrArray) warnings
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_finding_free);

  ys_history_judge (history, calendar, ys_day_from_ymd (2026, 1, 1), problems, warnings);
  g_assert_cmpuint (problems->len, ==, 0);
  for (guint i = 0; i < warnings->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (warnings, i);

      if (finding->fault.code != YS_WARN_RETENTION_RUNS)
        continue;
      g_assert_cmpint (finding->seq, ==, seq++);
      g_assert_cmpstr (finding->fault.want, ==, "2040-12-31");
    }
  g_assert_cmpint (seq, ==, 6);
}

static const struct
{
  const char *lines[MAX_LINES];
  const char *today;
  YsFaultCode asked, destroyed;
} probes[] = {
  { { R, DONE, ARCHIVED }, "2024-02-01", YS_FAULT_NONE, YS_FAULT_NO_SUCH_ENTRY },
  { { R, DONE, ARCHIVED, ASKED }, "2024-02-01", YS_FAULT_ASKED_ALREADY, YS_FAULT_NONE },
  { { R, DONE, ARCHIVED, ASKED, "2024-01-06 struck {\"of\":4,\"reason\":\"x\"}",
      "2024-01-07 destruction-asked {\"reason\":\"x\"}" },
    "2024-02-01", YS_FAULT_ASKED_ALREADY, YS_FAULT_NONE },
  { { R, DONE, ARCHIVED, ASKED, "2024-01-06 destroyed 4" }, "2024-02-01", YS_FAULT_AFTER_DESTRUCTION,
    YS_FAULT_AFTER_DESTRUCTION },
  { { R, DONE, ARCHIVED, "2011-02-01 archived {\"file_no\":\"1\",\"retention\":\"permanent\"}", ASKED },
    "2024-02-01", YS_FAULT_ASKED_ALREADY, YS_WARN_RETENTION_RUNS },
  { { R, DONE }, "2024-02-01", YS_FAULT_NOT_ARCHIVED, YS_FAULT_NO_SUCH_ENTRY },
};

/* The buttons: each is there exactly when its act would be let through. */
static void
test_probes (void)
{
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (probes); i++)
    {
      g_autoptr (YsHistory) history = read_lines (probes[i].lines);
      YsDay today = ys_day_parse (probes[i].today, -1);
      g_auto (YsFault) asked = YS_FAULT_INIT;
      g_auto (YsFault) destroyed = YS_FAULT_INIT;

      ys_permission_probe (history, YS_KIND_DESTRUCTION_ASKED, calendar, today, today, TRUE, &asked);
      ys_permission_probe (history, YS_KIND_DESTROYED, calendar, today, today, TRUE, &destroyed);
      g_test_message ("%u: %s, %s", i, ys_fault_get_id (asked.code), ys_fault_get_id (destroyed.code));
      g_assert_cmpint (asked.code, ==, probes[i].asked);
      g_assert_cmpint (destroyed.code, ==, probes[i].destroyed);
    }
}

static void
test_casefile (void)
{
  static const char *const lines[] = { R, DONE, ARCHIVED, ASKED, "2024-02-01 destroyed 4", NULL };
  static const char *const again[] = { R, DONE, ARCHIVED, ASKED, "2024-02-01 reopened", NULL };
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autoptr (YsHistory) history = read_lines (lines);
  g_autoptr (YsHistory) reopened = read_lines (again);
  g_autoptr (YsCasefile) before = ys_casefile_new (history, calendar, ys_day_parse ("2024-01-04", -1));
  g_autoptr (YsCasefile) asked = ys_casefile_new (history, calendar, ys_day_parse ("2024-01-05", -1));
  g_autoptr (YsCasefile) gone = ys_casefile_new (history, calendar, ys_day_parse ("2024-02-01", -1));
  g_autoptr (YsCasefile) open = ys_casefile_new (reopened, calendar, ys_day_parse ("2024-02-01", -1));

  g_assert_cmpint (before->destruction_seq, ==, 0);
  g_assert_cmpint (asked->destruction_seq, ==, 4);
  g_assert_false (asked->destroyed);
  g_assert_cmpint (gone->destruction_seq, ==, 0);
  g_assert_true (gone->destroyed);
  g_assert_cmpint (open->destruction_seq, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strconcat ("/rules/destruction/judge/", rows[i].name, NULL);
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/rules/destruction/kept", test_kept);
  g_test_add_func ("/rules/destruction/kept-too-much", test_kept_too_much);
  g_test_add_func ("/rules/destruction/after-the-bodies-are-gone", test_after_the_bodies_are_gone);
  g_test_add_func ("/rules/destruction/retention", test_retention);
  g_test_add_func ("/rules/destruction/probes", test_probes);
  g_test_add_func ("/rules/destruction/casefile", test_casefile);
  return g_test_run ();
}
