/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a history comes to on a day, which histories no testimony may tell, and who refers to whom.
 * What is only odd: test-warnings.c. */
#include "case-maker.h"

#include <string.h>

#define MAX_LINES 12
#define D1 "sm3:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define REQUEST(title) \
  "{\"channel\":\"post\",\"submitted_on\":\"2024-01-02\",\"applicant\":{\"class\":\"person\"," \
  "\"name\":\"张三\"},\"request\":{\"title\":\"" title "\",\"description\":\"述\"," \
  "\"form\":\"paper\",\"delivery\":\"post\"}}"
#define AMEND(of, field, from, to) \
  "amended {\"of\":" #of ",\"field\":\"" field "\",\"from\":" from ",\"to\":" to ",\"reason\":\"误\"}"
#define STRIKE(of) "struck {\"of\":" #of ",\"reason\":\"误\"}"
#define SEARCH_ANSWER(ref) \
  "search-answered {\"ref\":\"" ref "\",\"where\":\"库\",\"terms\":\"词\",\"result\":\"none\"}"
#define APPROVAL_ASKED "approval-asked {\"for\":\"reply\",\"files\":[],\"facts\":\"" D1 "\"}"
#define APPROVED(asked) "approved {\"asked\":" #asked ",\"files\":[],\"facts\":\"" D1 "\"}"

/* --- folding ---------------------------------------------------------------------------------- */

/* Entries as "seq@on" in their order. */
static char *
print_fold (const YsHistory *history, YsDay on)
{
  g_autoptr (YsFolded) folded = ys_history_fold (history, on);
  GString *out = g_string_new (NULL);

  g_assert_cmpint (folded->on, ==, on);
  for (guint i = 0; i < folded->events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i);
      char text[YS_DAY_TEXT];

      g_string_append_printf (out, "%s%d@%s", i > 0 ? " " : "", (int) event->seq,
                              ys_day_format (event->on, text) + 5);
      g_assert_true (ys_folded_get (folded, event->seq) == event);
    }
  if (folded->has_later)
    g_string_append (out, " …");
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *name;
  const char *lines[MAX_LINES];
  struct
  {
    const char *on, *want;
  } days[6];
} folds[] = {
  { "by-day-then-seq",
    { "2024-01-02 received", "2024-01-10 noted", "2024-01-05 noted", "2024-01-10 assigned" },
    { { "2024-01-01", " …" }, { "2024-01-02", "1@01-02 …" }, { "2024-01-09", "1@01-02 3@01-05 …" },
      { "2024-01-10", "1@01-02 3@01-05 2@01-10 4@01-10" } } },
  { "amendment-is-known-from-its-day",
    { "2024-01-08 received", "2024-01-15 " AMEND (1, "on", "\"2024-01-08\"", "\"2024-01-02\"") },
    { { "2024-01-02", " …" }, { "2024-01-08", "1@01-08 …" }, { "2024-01-14", "1@01-08 …" },
      { "2024-01-15", "1@01-02" } } },
  { "amended-past-the-day",
    { "2024-01-02 received", "2024-01-03 noted",
      "2024-01-05 " AMEND (2, "on", "\"2024-01-03\"", "\"2024-01-20\"") },
    { { "2024-01-04", "1@01-02 2@01-03 …" }, { "2024-01-05", "1@01-02 …" },
      { "2024-01-19", "1@01-02 …" }, { "2024-01-20", "1@01-02 2@01-20" } } },
  { "amended-before-the-day",
    { "2024-01-02 received", "2024-01-20 noted",
      "2024-01-10 " AMEND (2, "on", "\"2024-01-20\"", "\"2024-01-03\"") },
    { { "2024-01-09", "1@01-02 …" }, { "2024-01-10", "1@01-02 2@01-03" } } },
  { "a-chain-of-amendments",
    { "2024-01-08 received", "2024-01-10 " AMEND (1, "on", "\"2024-01-08\"", "\"2024-01-05\""),
      "2024-01-12 " AMEND (1, "on", "\"2024-01-05\"", "\"2024-01-03\"") },
    { { "2024-01-09", "1@01-08 …" }, { "2024-01-11", "1@01-05 …" }, { "2024-01-12", "1@01-03" } } },
  { "amendments-by-seq-not-by-day",
    { "2024-01-08 received", "2024-01-12 " AMEND (1, "on", "\"2024-01-08\"", "\"2024-01-05\""),
      "2024-01-10 " AMEND (1, "on", "\"2024-01-05\"", "\"2024-01-03\"") },
    { { "2024-01-10", "1@01-03 …" }, { "2024-01-12", "1@01-03" } } },
  { "strike",
    { "2024-01-02 received", "2024-01-03 noted", "2024-01-05 " STRIKE (2) },
    { { "2024-01-04", "1@01-02 2@01-03 …" }, { "2024-01-05", "1@01-02" } } },
  { "strike-of-a-strike",
    { "2024-01-02 received", "2024-01-03 noted", "2024-01-05 " STRIKE (2),
      "2024-01-08 " STRIKE (3) },
    { { "2024-01-04", "1@01-02 2@01-03 …" }, { "2024-01-07", "1@01-02 …" },
      { "2024-01-08", "1@01-02 2@01-03" } } },
  { "strike-of-a-strike-of-a-strike",
    { "2024-01-02 received", "2024-01-03 noted", "2024-01-05 " STRIKE (2),
      "2024-01-08 " STRIKE (3), "2024-01-09 " STRIKE (4) },
    { { "2024-01-08", "1@01-02 2@01-03 …" }, { "2024-01-09", "1@01-02" } } },
  { "strike-of-an-amendment",
    { "2024-01-08 received", "2024-01-10 " AMEND (1, "on", "\"2024-01-08\"", "\"2024-01-05\""),
      "2024-01-12 " STRIKE (2) },
    { { "2024-01-11", "1@01-05 …" }, { "2024-01-12", "1@01-08" } } },
  { "a-later-strike-with-an-earlier-day",
    { "2024-01-02 received", "2024-01-09 noted", "2024-01-04 " STRIKE (2) },
    { { "2024-01-03", "1@01-02 …" }, { "2024-01-04", "1@01-02 …" }, { "2024-01-09", "1@01-02" } } },
  { "amendment-of-a-struck-entry-does-not-revive",
    { "2024-01-02 received", "2024-01-03 noted", "2024-01-04 " STRIKE (2),
      "2024-01-05 " AMEND (2, "on", "\"2024-01-03\"", "\"2024-01-02\"") },
    { { "2024-01-05", "1@01-02" } } },
};

static void
test_fold (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (YsHistory) history = case_maker_read ("2024-0001", folds[row].lines);

  for (guint i = 0; folds[row].days[i].on != NULL; i++)
    {
      g_autofree char *got = print_fold (history, ys_day_parse (folds[row].days[i].on, -1));
      g_assert_cmpstr (got, ==, folds[row].days[i].want);
    }
}

static void
test_fold_keeps_the_first_text (void)
{
  static const char *const lines[] = {
    "2024-01-02 received " REQUEST ("旧"),
    "2024-01-03 " AMEND (1, "request.title", "\"旧\"", "\"新\""),
    "2024-01-04 " AMEND (1, "applicant.phone", "\"\"", "\"139\""),
    "2024-01-05 " AMEND (1, "applicant.phone", "\"139\"", "\"\""),
    NULL,
  };
  g_autoptr (YsHistory) history = case_maker_read ("2024-0001", lines);
  g_autoptr (YsFolded) before = ys_history_fold (history, ys_day_parse ("2024-01-02", -1));
  g_autoptr (YsFolded) after = ys_history_fold (history, ys_day_parse ("2024-01-04", -1));
  g_autoptr (YsFolded) last = ys_history_fold (history, ys_day_parse ("2024-01-05", -1));
  g_autoptr (YsFolded) again = ys_folded_ref (last);
  const YsEvent *old = ys_folded_get (before, 1);
  const YsEvent *fresh = ys_folded_get (after, 1);

  g_assert_cmpstr (ys_event_get_string (old, "request.title"), ==, "旧");
  g_assert_cmpstr (ys_event_get_string (fresh, "request.title"), ==, "新");
  g_assert_cmpstr (ys_event_get_string (fresh, "applicant.phone"), ==, "139");
  g_assert_null (ys_event_get (ys_folded_get (last, 1), "applicant.phone"));
  g_assert_cmpstr (ys_event_get_string (ys_history_get (history, 1), "request.title"), ==, "旧");
  g_assert_null (ys_folded_get (again, 2));
  g_assert_cmpstr (ys_history_get_id (history), ==, "2024-0001");
  g_assert_cmpuint (ys_history_get_length (history), ==, 4);
  g_assert_null (ys_history_get (history, 0));
  g_assert_null (ys_history_get (history, 5));
}

/* --- what no history may hold ----------------------------------------------------------------- */

/* All findings, as "code@seq". */
static char *
print_problems (const YsHistory *history, const char *today)
{
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autoptr (GPtrArray) problems
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_finding_free);
  GString *out = g_string_new (NULL);

  ys_history_judge (history, calendar, ys_day_parse (today, -1), problems, NULL);
  for (guint i = 0; i < problems->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (problems, i);
      g_string_append_printf (out, "%s%s@%d", i > 0 ? " " : "",
                              ys_fault_get_id (finding->fault.code), (int) finding->seq);
      g_assert_nonnull (finding->fault.path);
    }
  return g_string_free (out, FALSE);
}

#define R "2024-01-02 received"
#define A "2024-01-02 arrived"
#define CONFIRMED "received {\"confirmed_by\":\"电话\"}"
#define REPLY "2024-01-20 replied"

static const struct
{
  const char *name;
  const char *lines[MAX_LINES];
  const char *want;
} stories[] = {
  /* references: of */
  { "of-nothing", { R, "2024-01-03 delivered {\"of\":9}" }, "no-such-entry@2" },
  { "of-itself", { R, "2024-01-03 delivered {\"of\":2}" }, "no-such-entry@2" },
  { "of-later", { R, "2024-01-03 delivered {\"of\":3}", "2024-01-03 delay-set" }, "no-such-entry@2" },
  { "dispatched-of-nothing", { R, "2024-01-03 dispatched {\"of\":7,\"by\":\"EMS\"}" },
    "no-such-entry@2" },
  { "undelivered-of-nothing", { R, "2024-01-03 undelivered {\"of\":7,\"reason\":\"拒收\"}" },
    "no-such-entry@2" },
  { "struck-of-nothing", { R, "2024-01-03 " STRIKE (5) }, "no-such-entry@2" },
  { "struck-of-itself", { R, "2024-01-03 " STRIKE (2) }, "no-such-entry@2" },
  { "amended-of-nothing", { R, "2024-01-03 " AMEND (5, "on", "\"2024-01-02\"", "\"2024-01-01\"") },
    "no-such-entry@2" },
  /* references: letters */
  { "delivered-no-letter", { R, "2024-01-03 delivered {\"of\":1}" }, "no-letter@2" },
  { "dispatched-no-letter", { R, "2024-01-03 dispatched {\"of\":1,\"by\":\"EMS\"}" },
    "no-letter@2" },
  { "undelivered-no-letter", { R, "2024-01-03 undelivered {\"of\":1,\"reason\":\"x\"}" },
    "no-letter@2" },
  { "delivered-of-a-delivery",
    { R, "2024-01-03 delay-set", "2024-01-04 delivered {\"of\":2}", "2024-01-04 delivered {\"of\":3}" },
    "no-letter@4" },
  { "delivered-struck-letter-is-still-named",
    { R, "2024-01-03 delay-set", "2024-01-04 delivered {\"of\":2}", "2024-01-05 " STRIKE (2) }, "" },
  /* references: asked */
  { "asked-nothing", { R, "2024-01-03 " APPROVED (7) }, "no-such-entry@2" },
  { "asked-no-approval", { R, "2024-01-03 " APPROVED (1) }, "no-such-entry@2" },
  { "returned-asked-nothing", { R, "2024-01-03 returned {\"asked\":3,\"reason\":\"x\"}" },
    "no-such-entry@2" },
  { "approved", { R, "2024-01-03 " APPROVAL_ASKED, "2024-01-03 " APPROVED (2) }, "" },
  { "returned",
    { R, "2024-01-03 " APPROVAL_ASKED, "2024-01-03 returned {\"asked\":2,\"reason\":\"x\"}" }, "" },
  /* references: ref */
  { "answer-to-no-ref", { R, "2024-01-03 consultation-answered" },
    "no-such-ref@2 not-asked@2" },
  { "answer-to-another-ref",
    { R, "2024-01-03 consultation-sent",
      "2024-01-04 consultation-answered {\"ref\":\"b\",\"opinion\":\"agree\"}" },
    "no-such-ref@3 not-asked@3" },
  { "answer-to-a-search-ref",
    { R, "2024-01-03 search-asked {\"ref\":\"a\",\"unit\":\"档\"}", "2024-01-04 consultation-answered" },
    "no-such-ref@3 not-asked@3" },
  { "search-answer-to-no-ref", { R, "2024-01-03 " SEARCH_ANSWER ("a") },
    "no-such-ref@2 not-asked@2" },
  { "decision-of-no-review", { R, REPLY, "2024-02-03 review-decided" }, "no-such-ref@3" },
  { "reopened-for-no-review", { R, REPLY, "2024-02-03 reopened {\"reason\":\"x\",\"ref\":\"f\"}" },
    "no-such-ref@3" },
  { "reopened-for-a-review",
    { R, REPLY, "2024-02-01 review-opened", "2024-02-03 reopened {\"reason\":\"x\",\"ref\":\"f\"}" },
    "" },
  { "answer-entered-before-the-question",
    { R, "2024-01-04 consultation-answered", "2024-01-03 consultation-sent" }, "no-such-ref@2" },
  /* references: amended */
  { "from-differs", { R, "2024-01-03 " AMEND (1, "on", "\"2024-01-03\"", "\"2024-01-01\"") },
    "from-differs@2" },
  { "from-differs-in-the-body",
    { "2024-01-02 received " REQUEST ("题"),
      "2024-01-03 " AMEND (1, "request.title", "\"非\"", "\"新\"") }, "from-differs@2" },
  { "from-of-another-type",
    { R, "2024-01-03 fee-noticed", "2024-01-04 " AMEND (2, "amount_fen", "\"88000\"", "1") },
    "from-differs@3" },
  { "from-of-what-is-not-there",
    { R, "2024-01-03 " AMEND (1, "applicant.phone", "\"139\"", "\"138\"") }, "from-differs@2" },
  { "from-empty-for-what-is-not-there",
    { R, "2024-01-03 " AMEND (1, "applicant.phone", "\"\"", "\"138\"") }, "" },
  { "from-an-object",
    { R, "2024-01-03 " AMEND (1, "applicant", "{\"name\":\"张三\",\"class\":\"person\"}",
                              "{\"name\":\"李四\",\"class\":\"legal\"}") }, "" },
  { "from-a-great-number",
    { R, "2024-01-03 fee-noticed {\"basis\":\"pages\",\"quantity\":31,\"amount_fen\":9007199254740991}",
      "2024-01-04 " AMEND (2, "amount_fen", "9007199254740990", "1000") }, "from-differs@3" },
  { "from-in-a-chain",
    { R, "2024-01-03 " AMEND (1, "on", "\"2024-01-02\"", "\"2024-01-01\""),
      "2024-01-04 " AMEND (1, "on", "\"2024-01-01\"", "\"2023-12-29\"") }, "" },
  { "from-forgets-the-chain",
    { R, "2024-01-03 " AMEND (1, "on", "\"2024-01-02\"", "\"2024-01-01\""),
      "2024-01-04 " AMEND (1, "on", "\"2024-01-02\"", "\"2023-12-29\"") }, "from-differs@3" },
  { "from-after-a-struck-amendment",
    { R, "2024-01-03 " AMEND (1, "on", "\"2024-01-02\"", "\"2024-01-01\""), "2024-01-04 " STRIKE (2),
      "2024-01-04 " AMEND (1, "on", "\"2024-01-02\"", "\"2023-12-29\"") }, "" },
  { "from-as-if-the-amendment-were-not-struck",
    { R, "2024-01-03 " AMEND (1, "on", "\"2024-01-02\"", "\"2024-01-01\""), "2024-01-04 " STRIKE (2),
      "2024-01-04 " AMEND (1, "on", "\"2024-01-01\"", "\"2023-12-29\"") }, "from-differs@4" },
  { "from-after-a-struck-strike",
    { R, "2024-01-03 " AMEND (1, "on", "\"2024-01-02\"", "\"2024-01-01\""), "2024-01-04 " STRIKE (2),
      "2024-01-05 " STRIKE (3),
      "2024-01-05 " AMEND (1, "on", "\"2024-01-01\"", "\"2023-12-29\"") }, "" },
  { "amended-amendment",
    { R, "2024-01-03 " AMEND (1, "on", "\"2024-01-02\"", "\"2024-01-01\""),
      "2024-01-04 " AMEND (2, "on", "\"2024-01-03\"", "\"2024-01-02\"") }, "not-amendable@3" },
  { "amended-strike",
    { R, "2024-01-03 noted", "2024-01-04 " STRIKE (2),
      "2024-01-05 " AMEND (3, "on", "\"2024-01-04\"", "\"2024-01-03\"") }, "not-amendable@4" },
  { "amended-to-no-day", { R, "2024-01-03 " AMEND (1, "on", "\"2024-01-02\"", "\"2024-02-30\"") },
    "bad-date@2" },
  { "amended-to-a-number", { R, "2024-01-03 " AMEND (1, "on", "\"2024-01-02\"", "5") }, "bad-date@2" },
  { "amended-to-the-future", { R, "2024-01-03 " AMEND (1, "on", "\"2024-01-02\"", "\"2024-06-02\"") },
    "future-date@2" },
  { "amended-to-before-2008", { R, "2024-01-03 " AMEND (1, "on", "\"2024-01-02\"", "\"2008-04-30\"") },
    "too-early@2" },
  { "amended-to-a-bad-word",
    { R, "2024-01-03 " AMEND (1, "channel", "\"post\"", "\"pigeon\"") }, "bad-value@2" },
  { "amended-to-the-wrong-type",
    { R, "2024-01-03 " AMEND (1, "channel", "\"post\"", "7") }, "wrong-type@2" },
  { "amended-in-an-unknown-field",
    { R, "2024-01-03 " AMEND (1, "colour", "\"\"", "\"red\"") }, "unknown-field@2" },
  { "amended-nowhere", { R, "2024-01-03 " AMEND (1, "agent.name", "\"\"", "\"王\"") },
    "unknown-field@2" },
  { "amended-away-what-must-be-there",
    { R, "2024-01-03 " AMEND (1, "request.title", "\"题\"", "\"\"") }, "missing-field@2" },
  { "amended-ground-against-outcome",
    { R, "2024-01-03 replied", "2024-01-04 " AMEND (2, "ground", "\"36-2\"", "\"15\"") },
    "ground-disagrees@3" },
  { "amended-of-to-no-letter",
    { R, "2024-01-03 delay-set", "2024-01-04 delivered {\"of\":2}",
      "2024-01-05 " AMEND (3, "of", "2", "1") }, "no-letter@3" },
  { "amended-from-must-be-there", { R, "2024-01-03 " AMEND (1, "request.x.y", "\"\"", "\"z\"") },
    "unknown-field@2" },
  /* orders: receipt */
  { "notes-and-files-come-first",
    { "2024-01-01 noted",
      "2024-01-01 attached {\"file\":\"" D1 "\",\"name\":\"n\",\"role\":\"request\",\"media_type\":\"m\"}",
      R }, "" },
  { "received-before-by-seq-not-by-day", { "2024-01-05 received", "2024-01-04 assigned" },
    "before-receipt@2" },
  { "received-entered-last", { "2024-01-04 assigned", "2024-01-03 received" }, "" },
  { "same-day-entered-before", { "2024-01-03 assigned", "2024-01-03 received" },
    "before-receipt@1" },
  { "receipt-amended-past-an-act",
    { R, "2024-01-03 assigned", "2024-01-10 " AMEND (1, "on", "\"2024-01-02\"", "\"2024-01-05\"") },
    "before-receipt@2" },
  { "receipt-struck", { R, "2024-01-03 assigned", "2024-01-04 " STRIKE (1) }, "before-receipt@2" },
  { "act-struck-before-receipt", { "2024-01-01 assigned", R, "2024-01-04 " STRIKE (1) }, "" },
  { "second-arrived", { A, "2024-01-03 arrived" }, "second-receipt@2" },
  { "second-received", { R, "2024-01-03 received" }, "second-receipt@2" },
  { "arrived-after-received", { R, "2024-01-03 arrived" }, "second-receipt@2" },
  { "confirmed", { A, "2024-01-03 " CONFIRMED }, "" },
  { "confirmed-twice", { A, "2024-01-03 " CONFIRMED, "2024-01-04 " CONFIRMED }, "second-receipt@3" },
  { "received-in-full-after-arrived", { A, "2024-01-03 received" }, "unknown-field@2" },
  { "confirmed-without-arrived", { "2024-01-03 " CONFIRMED }, "missing-field@1" },
  { "second-received-struck", { R, "2024-01-03 received", "2024-01-04 " STRIKE (2) }, "" },
  /* orders: questions */
  { "corrected-unasked", { R, "2024-01-03 corrected" }, "not-asked@2" },
  { "corrected-twice",
    { R, "2024-01-03 correction-asked", "2024-01-04 corrected", "2024-01-05 corrected" },
    "not-asked@4" },
  { "corrected-before-asked-by-day",
    { R, "2024-01-05 correction-asked", "2024-01-04 corrected" }, "not-asked@3" },
  { "correction-struck",
    { R, "2024-01-03 correction-asked", "2024-01-04 corrected", "2024-01-05 " STRIKE (2) },
    "not-asked@3" },
  { "paid-unasked", { R, "2024-01-03 fee-paid" }, "not-asked@2" },
  { "paid-twice", { R, "2024-01-03 fee-noticed", "2024-01-04 fee-paid", "2024-01-05 fee-paid" },
    "not-asked@4" },
  { "answered-twice",
    { R, "2024-01-03 consultation-sent", "2024-01-04 consultation-answered",
      "2024-01-05 consultation-answered" }, "not-asked@4" },
  { "asked-and-answered-again",
    { R, "2024-01-03 consultation-sent", "2024-01-04 consultation-answered",
      "2024-01-05 consultation-sent", "2024-01-06 consultation-answered" }, "" },
  { "search-answered-twice",
    { R, "2024-01-03 search-asked {\"ref\":\"s\",\"unit\":\"档\"}", "2024-01-04 " SEARCH_ANSWER ("s"),
      "2024-01-05 " SEARCH_ANSWER ("s") }, "not-asked@4" },
  { "reasons-unasked", { R, "2024-01-03 reasons-given {}" }, "not-asked@2" },
  { "reasons", { R, "2024-01-03 reasons-asked {}", "2024-01-04 reasons-given {}" }, "" },
  { "answer-of-an-old-run",
    { R, "2024-01-03 consultation-sent", "2024-01-04 correction-asked", "2024-01-05 corrected",
      "2024-01-06 consultation-answered" }, "" },
  { "correction-lapsed-unasked", { R, "2024-01-20 closed" }, "not-asked@2" },
  { "fee-lapsed-unasked",
    { R, "2024-01-20 closed {\"outcome\":\"other.fee-lapsed\",\"reason\":\"x\"}" }, "not-asked@2" },
  { "fee-lapsed-for-a-correction",
    { R, "2024-01-03 correction-asked",
      "2024-01-20 closed {\"outcome\":\"other.fee-lapsed\",\"reason\":\"x\"}" }, "not-asked@3" },
  { "correction-lapsed-after-it-was-made",
    { R, "2024-01-03 correction-asked", "2024-01-04 corrected", "2024-01-20 closed" },
    "not-asked@4" },
  { "closed-otherwise", { R, "2024-01-20 closed {\"outcome\":\"other.other\",\"reason\":\"x\"}" }, "" },
  { "fee-lapsed-and-paid-after",
    { R, "2024-01-03 fee-noticed",
      "2024-03-20 closed {\"outcome\":\"other.fee-lapsed\",\"reason\":\"x\"}", "2024-03-22 fee-paid" },
    "" },
  { "lapsed-reopened-and-corrected",
    { R, "2024-01-03 correction-asked", "2024-02-20 closed", "2024-03-01 reopened",
      "2024-03-02 corrected" }, "" },
  /* orders: conclusions */
  { "reopened-unconcluded", { R, "2024-01-20 reopened" }, "not-concluded@2" },
  { "reopened-twice", { R, REPLY, "2024-01-21 reopened", "2024-01-22 reopened" },
    "not-concluded@4" },
  { "reopened-and-replied", { R, REPLY, "2024-01-21 reopened", "2024-01-22 replied" }, "" },
  { "conclusion-struck", { R, REPLY, "2024-01-21 " STRIKE (2), "2024-01-22 correction-asked" }, "" },
  { "conclusion-amended-later",
    { R, REPLY, "2024-01-22 noted", "2024-01-23 " AMEND (2, "on", "\"2024-01-20\"", "\"2024-01-25\""),
      "2024-01-24 correction-asked" }, "" },
  { "reopening-struck",
    { R, REPLY, "2024-01-21 reopened", "2024-01-22 replied", "2024-01-23 " STRIKE (3) },
    "after-conclusion@4" },
  { "same-day-after-the-reply", { R, REPLY, "2024-01-20 correction-asked" }, "after-conclusion@3" },
  { "same-day-before-the-reply", { R, "2024-01-20 correction-asked", REPLY }, "" },
  { "entered-after-but-earlier", { R, REPLY, "2024-01-19 correction-asked" }, "" },
  { "withdrawn-out-of-a-confirmation", { A, "2024-01-05 withdrawn" }, "" },
  { "paid-after-the-reply", { R, "2024-01-03 fee-noticed", REPLY, "2024-01-22 fee-paid" }, "" },
  { "answered-after-the-reply",
    { R, "2024-01-03 consultation-sent", REPLY, "2024-01-22 consultation-answered" }, "" },
  { "late-acts-are-only-odd",
    { R, "2024-03-01 correction-asked", "2024-03-02 extension-granted", "2024-06-01 replied" }, "" },
};

static void
test_story (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (YsHistory) history = case_maker_read ("2024-0001", stories[row].lines);
  g_autofree char *got = print_problems (history, "2024-06-01");

  g_assert_cmpstr (got, ==, stories[row].want);
}

/* Every kind of a case: what it needs before it, and whether it may follow a conclusion. */
static const struct
{
  YsKind kind;
  const char *line;
  const char *needs; /* stands as entry 2 before it */
  gboolean after_conclusion;
} all_kinds[] = {
  { YS_KIND_ARRIVED, NULL, NULL, FALSE },
  { YS_KIND_RECEIVED, NULL, NULL, FALSE },
  { YS_KIND_CORRECTION_ASKED, "correction-asked", NULL, FALSE },
  { YS_KIND_CORRECTED, "corrected", "correction-asked", FALSE },
  { YS_KIND_CONSULTATION_SENT, "consultation-sent", NULL, FALSE },
  { YS_KIND_CONSULTATION_ANSWERED, "consultation-answered", "consultation-sent", TRUE },
  { YS_KIND_SEARCH_ASKED, "search-asked {\"ref\":\"a\",\"unit\":\"档\"}", NULL, FALSE },
  { YS_KIND_SEARCH_ANSWERED, SEARCH_ANSWER ("a"), "search-asked {\"ref\":\"a\",\"unit\":\"档\"}", TRUE },
  { YS_KIND_EXTENSION_GRANTED, "extension-granted", NULL, FALSE },
  { YS_KIND_REASONS_ASKED, "reasons-asked {}", NULL, FALSE },
  { YS_KIND_REASONS_GIVEN, "reasons-given {}", "reasons-asked {}", FALSE },
  { YS_KIND_DELAY_SET, "delay-set", NULL, FALSE },
  { YS_KIND_FEE_NOTICED, "fee-noticed", NULL, FALSE },
  { YS_KIND_FEE_PAID, "fee-paid", "fee-noticed", TRUE },
  { YS_KIND_ASSIGNED, "assigned", NULL, TRUE },
  { YS_KIND_DRAFTED, "drafted {\"outcome\":\"granted\"}", NULL, FALSE },
  { YS_KIND_REVIEWED, "reviewed {\"as\":\"legal\",\"opinion\":\"agree\"}", NULL, FALSE },
  { YS_KIND_APPROVAL_ASKED, APPROVAL_ASKED, NULL, FALSE },
  { YS_KIND_APPROVED, APPROVED (2), APPROVAL_ASKED, FALSE },
  { YS_KIND_RETURNED, "returned {\"asked\":2,\"reason\":\"x\"}", APPROVAL_ASKED, FALSE },
  { YS_KIND_REPLIED, "replied", NULL, FALSE },
  { YS_KIND_DISPATCHED, "dispatched {\"of\":2,\"by\":\"EMS\"}", "delay-set", TRUE },
  { YS_KIND_DELIVERED, "delivered {\"of\":2}", "delay-set", TRUE },
  { YS_KIND_UNDELIVERED, "undelivered {\"of\":2,\"reason\":\"拒收\"}", "delay-set", TRUE },
  { YS_KIND_WITHDRAWN, "withdrawn {}", NULL, FALSE },
  { YS_KIND_CLOSED, "closed {\"outcome\":\"other.other\",\"reason\":\"x\"}", NULL, FALSE },
  { YS_KIND_REVIEW_OPENED, "review-opened", NULL, TRUE },
  { YS_KIND_REVIEW_DECIDED, "review-decided", "review-opened", TRUE },
  { YS_KIND_REOPENED, "reopened", NULL, TRUE },
  { YS_KIND_LINKED, "linked {\"to\":\"2024-0002\",\"as\":\"merged\"}", NULL, TRUE },
  { YS_KIND_AMENDED, AMEND (1, "on", "\"2024-01-02\"", "\"2024-01-01\""), NULL, TRUE },
  { YS_KIND_STRUCK, STRIKE (2), "noted", TRUE },
  { YS_KIND_ATTACHED,
    "attached {\"file\":\"" D1 "\",\"name\":\"n\",\"role\":\"other\",\"media_type\":\"m\"}", NULL, TRUE },
  { YS_KIND_ARCHIVED, "archived {\"file_no\":\"1\",\"retention\":\"10y\"}", NULL, TRUE },
  { YS_KIND_NOTED, "noted", NULL, TRUE },
};

static void
test_every_kind_in_order (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (all_kinds), ==, YS_KIND_NOTED - YS_KIND_ARRIVED + 1);

  for (guint i = 0; i < G_N_ELEMENTS (all_kinds); i++)
    {
      const char *name = ys_kind_get_name (all_kinds[i].kind);

      g_assert_cmpint (all_kinds[i].kind, ==, YS_KIND_ARRIVED + (int) i);
      if (all_kinds[i].line == NULL)
        continue;
      g_assert_true (g_str_has_prefix (all_kinds[i].line, name));

      g_autofree char *needs = g_strconcat ("2024-01-05 ",
                                            all_kinds[i].needs != NULL ? all_kinds[i].needs : "noted",
                                            NULL);
      g_autofree char *early = g_strconcat ("2024-01-01 ", all_kinds[i].line, NULL);
      g_autofree char *line = g_strconcat ("2024-01-10 ", all_kinds[i].line, NULL);
      g_autofree char *late = g_strconcat ("2024-01-25 ", all_kinds[i].line, NULL);
      const char *const right[] = { R, needs, line, NULL };
      const char *const first[] = { R, needs, early, NULL };
      const char *const last[] = { R, needs, "2024-01-22 withdrawn", late, NULL };
      g_autoptr (YsHistory) in_order = case_maker_read ("2024-0001", right);
      g_autoptr (YsHistory) too_early = case_maker_read ("2024-0001", first);
      g_autoptr (YsHistory) concluded = case_maker_read ("2024-0001", last);
      g_autofree char *fine = print_problems (in_order, "2024-06-01");
      g_autofree char *before = print_problems (too_early, "2024-06-01");
      g_autofree char *after = print_problems (concluded, "2024-06-01");
      gboolean anytime = all_kinds[i].kind == YS_KIND_NOTED || all_kinds[i].kind == YS_KIND_ATTACHED
                         || all_kinds[i].kind == YS_KIND_AMENDED
                         || all_kinds[i].kind == YS_KIND_STRUCK;

      g_test_message ("%s", name);
      g_assert_cmpstr (fine, ==, all_kinds[i].kind == YS_KIND_REOPENED ? "not-concluded@3" : "");
      g_assert_cmpstr (before, ==, anytime ? "" : "before-receipt@3");
      g_assert_cmpstr (after, ==, all_kinds[i].after_conclusion ? "" : "after-conclusion@4");
    }
}

/* Of all kinds, exactly the eight letters may be delivered. */
static void
test_letters (void)
{
  static const YsKind letters[] = {
    YS_KIND_CORRECTION_ASKED, YS_KIND_CONSULTATION_SENT, YS_KIND_SEARCH_ASKED,
    YS_KIND_EXTENSION_GRANTED, YS_KIND_REASONS_ASKED, YS_KIND_DELAY_SET, YS_KIND_FEE_NOTICED,
    YS_KIND_REPLIED,
  };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (all_kinds); i++)
    {
      gboolean letter = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (letters); k++)
        letter |= all_kinds[i].kind == letters[k];
      g_assert_cmpint (ys_kind_is_letter (all_kinds[i].kind), ==, letter);
      n += letter;
      if (all_kinds[i].line == NULL || all_kinds[i].kind == YS_KIND_REOPENED)
        continue;

      g_autofree char *needs = g_strconcat ("2024-01-05 ",
                                            all_kinds[i].needs != NULL ? all_kinds[i].needs : "noted",
                                            NULL);
      g_autofree char *line = g_strconcat ("2024-01-10 ", all_kinds[i].line, NULL);
      const char *const lines[] = { R, needs, line, "2024-01-20 delivered {\"of\":3}", NULL };
      g_autoptr (YsHistory) history = case_maker_read ("2024-0001", lines);
      g_autofree char *got = print_problems (history, "2024-06-01");

      g_assert_cmpstr (got, ==, letter ? "" : "no-letter@4");
    }
  g_assert_cmpuint (n, ==, 8);
}

static void
test_all_problems_are_told (void)
{
  static const char *const lines[] = {
    R, "2024-01-03 corrected", "2024-01-04 fee-paid", "2024-01-05 delivered {\"of\":1}",
    "2023-12-31 assigned", NULL,
  };
  g_autoptr (YsHistory) history = case_maker_read ("2024-0001", lines);
  g_autofree char *got = print_problems (history, "2024-06-01");

  g_assert_cmpstr (got, ==, "not-asked@2 not-asked@3 no-letter@4 before-receipt@5");
}

/* --- who refers to whom ----------------------------------------------------------------------- */

static void
test_referrers (void)
{
  static const char *const lines[] = {
    R,                                                /* 1 */
    "2024-01-03 consultation-sent",                   /* 2 */
    "2024-01-04 delivered {\"of\":2}",                /* 3 */
    "2024-01-05 consultation-answered",               /* 4 */
    "2024-01-06 " APPROVAL_ASKED,                     /* 5 */
    "2024-01-07 " APPROVED (5),                       /* 6 */
    "2024-01-08 " AMEND (1, "on", "\"2024-01-02\"", "\"2024-01-01\""), /* 7 */
    "2024-01-09 noted",                               /* 8 */
    "2024-01-10 " STRIKE (8),                         /* 9 */
    "2024-01-11 consultation-sent",                   /* 10: the same ref again */
    "2024-01-12 search-asked {\"ref\":\"a\",\"unit\":\"档\"}", /* 11 */
    "2024-01-13 " STRIKE (3),                         /* 12 */
    "2024-01-14 consultation-answered",               /* 13: no answer to the search */
    "2024-01-15 review-opened {\"ref\":\"a\",\"route\":\"litigation\"}", /* 14 */
    "2024-01-16 review-opened",                       /* 15 */
    "2024-01-17 review-decided",                      /* 16 */
    "2024-01-18 reopened {\"reason\":\"x\",\"ref\":\"a\"}", /* 17 */
    "2024-01-19 " SEARCH_ANSWER ("a"),                /* 18 */
    NULL,
  };
  static const struct
  {
    gint64 seq, before, want;
  } rows[] = {
    { 1, 0, 7 }, { 1, 7, 0 }, { 1, 8, 7 },
    { 2, 0, 4 },  /* the delivery is struck by now */
    { 2, 12, 3 }, /* but was not when 12 was entered */
    { 2, 4, 3 }, { 2, 3, 0 }, { 3, 0, 0 }, { 4, 0, 0 }, { 5, 0, 6 }, { 6, 0, 0 },
    { 8, 0, 0 },  /* strikes do not count */
    { 10, 0, 13 }, { 11, 0, 18 }, { 11, 18, 0 }, { 12, 0, 0 }, { 14, 0, 17 },
    { 15, 0, 16 }, { 99, 0, 0 }, { 0, 0, 0 },
  };
  g_autoptr (YsHistory) history = case_maker_read ("2024-0001", lines);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%d before %d", (int) rows[i].seq, (int) rows[i].before);
      g_assert_cmpint (ys_history_find_referrer (history, rows[i].seq, rows[i].before), ==,
                       rows[i].want);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    {
      g_autofree char *name = g_strconcat ("/rules/history/fold/", folds[i].name, NULL);
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_fold);
    }
  g_test_add_func ("/rules/history/fold/keeps-the-first-text", test_fold_keeps_the_first_text);
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autofree char *name = g_strconcat ("/rules/history/judge/", stories[i].name, NULL);
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_story);
    }
  g_test_add_func ("/rules/history/judge/every-kind", test_every_kind_in_order);
  g_test_add_func ("/rules/history/judge/letters", test_letters);
  g_test_add_func ("/rules/history/judge/all-are-told", test_all_problems_are_told);
  g_test_add_func ("/rules/history/referrers", test_referrers);
  return g_test_run ();
}
