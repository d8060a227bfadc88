/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a desk may do today: refused where an import only warns, and the buttons of each state. */
#include "case-maker.h"
#include "rules/permission.h"

#include <string.h>

#define MAX_LINES 10
#define D1 "sm3:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define R "2024-03-01 received"
#define ASK(ref) "consultation-sent {\"ref\":\"" ref "\",\"with\":\"third-party\",\"name\":\"甲\"}"
#define ANSWER(ref) "consultation-answered {\"ref\":\"" ref "\",\"opinion\":\"agree\"}"
#define APPROVAL(what) "approval-asked {\"for\":\"" what "\",\"files\":[],\"facts\":\"" D1 "\"}"
#define APPROVED(asked) "approved {\"asked\":" #asked ",\"files\":[],\"facts\":\"" D1 "\"}"
#define BY(channel, submitted) \
  "{\"channel\":\"" channel "\",\"submitted_on\":\"" submitted "\",\"applicant\":{\"class\":\"person\"," \
  "\"name\":\"张三\"},\"request\":{\"title\":\"题\",\"description\":\"述\",\"form\":\"paper\"," \
  "\"delivery\":\"post\"}}"

/* --- one entry -------------------------------------------------------------------------------- */

typedef enum
{
  ALWAYS,    /* with and without approvals */
  NEVER,
  UNCHECKED, /* only in an office that records no approvals */
} Verdict;

static const struct
{
  const char *name;
  const char *lines[MAX_LINES]; /* the case as it stands */
  const char *event;            /* what is to be added */
  const char *today;
  Verdict verdict;
  YsFaultCode code; /* of the refusal; for UNCHECKED with approvals */
} rows[] = {
  { "first-entry", { NULL }, R, "2024-03-01", ALWAYS, YS_FAULT_NONE },
  { "first-note", { NULL }, "2024-03-01 noted", "2024-03-01", ALWAYS, YS_FAULT_NONE },
  { "first-act", { NULL }, "2024-03-01 assigned", "2024-03-01", NEVER, YS_FAULT_BEFORE_RECEIPT },
  { "future", { R }, "2024-03-05 noted", "2024-03-04", NEVER, YS_FAULT_FUTURE },
  { "before-2008", { NULL }, "2008-04-30 noted", "2024-03-04", NEVER, YS_FAULT_TOO_EARLY },
  { "until-too-far", { R }, "2024-03-04 delay-set {\"until\":\"2030-01-01\",\"reason\":\"x\"}", "2024-03-04",
    NEVER, YS_FAULT_TOO_LATE },
  { "of-nothing", { R }, "2024-03-04 delivered {\"of\":9}", "2024-03-04", NEVER, YS_FAULT_NO_SUCH_ENTRY },
  { "no-letter", { R }, "2024-03-04 delivered {\"of\":1}", "2024-03-04", NEVER, YS_FAULT_NO_LETTER },
  { "from-differs", { R },
    "2024-03-04 amended {\"of\":1,\"field\":\"on\",\"from\":\"2024-03-02\",\"to\":\"2024-02-29\",\"reason\":\"x\"}",
    "2024-03-04", NEVER, YS_FAULT_FROM_DIFFERS },
  { "amended-to-tomorrow", { R },
    "2024-03-04 amended {\"of\":1,\"field\":\"on\",\"from\":\"2024-03-01\",\"to\":\"2024-03-05\",\"reason\":\"x\"}",
    "2024-03-04", NEVER, YS_FAULT_FUTURE },
  { "amended", { R },
    "2024-03-04 amended {\"of\":1,\"field\":\"on\",\"from\":\"2024-03-01\",\"to\":\"2024-02-29\",\"reason\":\"x\"}",
    "2024-03-04", ALWAYS, YS_FAULT_NONE },
  { "amended-past-what-followed", { R, "2024-03-04 assigned" },
    "2024-03-06 amended {\"of\":1,\"field\":\"on\",\"from\":\"2024-03-01\",\"to\":\"2024-03-05\",\"reason\":\"x\"}",
    "2024-03-06", NEVER, YS_FAULT_BEFORE_RECEIPT },
  { "amended-after-a-wrong-amendment-was-struck",
    { R, "2024-03-04 amended {\"of\":1,\"field\":\"on\",\"from\":\"2024-03-01\",\"to\":\"2024-02-28\",\"reason\":\"x\"}",
      "2024-03-05 struck {\"of\":2,\"reason\":\"x\"}" },
    "2024-03-05 amended {\"of\":1,\"field\":\"on\",\"from\":\"2024-03-01\",\"to\":\"2024-02-29\",\"reason\":\"x\"}",
    "2024-03-05", ALWAYS, YS_FAULT_NONE },
  { "unasked", { R }, "2024-03-04 corrected", "2024-03-04", NEVER, YS_FAULT_NOT_ASKED },
  { "after-the-conclusion", { R, "2024-03-04 replied" }, "2024-03-05 correction-asked", "2024-03-05", NEVER,
    YS_FAULT_AFTER_CONCLUSION },
  { "earlier-than-what-it-spoils", { R, "2024-03-04 correction-asked", "2024-03-06 corrected" },
    "2024-03-05 withdrawn", "2024-03-07", NEVER, YS_FAULT_AFTER_CONCLUSION },
  { "reopened-unconcluded", { R }, "2024-03-04 reopened", "2024-03-04", NEVER, YS_FAULT_NOT_CONCLUDED },

  /* what an import would only warn of */
  { "late-correction", { R }, "2024-03-13 correction-asked", "2024-03-13", NEVER,
    YS_WARN_LATE_CORRECTION },
  { "timely-correction", { R }, "2024-03-12 correction-asked", "2024-03-13", ALWAYS, YS_FAULT_NONE },
  { "second-correction", { R, "2024-03-04 correction-asked", "2024-03-05 corrected" },
    "2024-03-06 correction-asked", "2024-03-06", NEVER, YS_WARN_SECOND_CORRECTION },
  { "late-extension", { R }, "2024-03-30 extension-granted", "2024-03-30", NEVER,
    YS_WARN_LATE_EXTENSION },
  { "second-extension", { R, "2024-03-04 extension-granted" }, "2024-03-05 extension-granted",
    "2024-03-05", NEVER, YS_WARN_SECOND_EXTENSION },
  { "extension-typed-late", { R }, "2024-03-29 extension-granted", "2024-04-02", ALWAYS, YS_FAULT_NONE },
  { "correction-typed-late", { R, "2024-03-11 " ASK ("a") }, "2024-03-07 correction-asked", "2024-03-20",
    ALWAYS, YS_FAULT_NONE },
  { "delivery-typed-late", { R, "2024-03-05 fee-noticed", "2024-03-20 withdrawn" },
    "2024-03-07 delivered {\"of\":2}", "2024-03-22", ALWAYS, YS_FAULT_NONE },
  { "extension-before-the-first", { R, "2024-03-06 extension-granted" }, "2024-03-05 extension-granted",
    "2024-03-07", NEVER, YS_WARN_SECOND_EXTENSION },
  { "correction-before-the-first", { R, "2024-03-06 correction-asked" }, "2024-03-05 correction-asked",
    "2024-03-07", NEVER, YS_WARN_SECOND_CORRECTION },
  { "extension-of-a-later-run",
    { R, "2024-03-04 extension-granted", "2024-03-05 extension-granted", "2024-03-06 correction-asked",
      "2024-03-07 corrected" },
    "2024-03-08 extension-granted", "2024-03-08", ALWAYS, YS_FAULT_NONE },
  { "idle-extension", { R, "2024-03-04 fee-noticed" }, "2024-03-05 extension-granted", "2024-03-05", NEVER,
    YS_WARN_IDLE_EXTENSION },
  { "idle-consultation", { R, "2024-03-04 fee-noticed" }, "2024-03-05 " ASK ("a"), "2024-03-05", NEVER,
    YS_WARN_IDLE_CONSULTATION },
  { "extension-without-approver", { R }, "2024-03-05 extension-granted {\"days\":5,\"reason\":\"x\"}",
    "2024-03-05", UNCHECKED, YS_WARN_UNAPPROVED_EXTENSION },
  { "extension-with-approval",
    { R, "2024-03-04 " APPROVAL ("extension"), "2024-03-04 " APPROVED (2) },
    "2024-03-05 extension-granted {\"days\":5,\"reason\":\"x\"}", "2024-03-05", ALWAYS, YS_FAULT_NONE },
  { "reply-without-approval", { R }, "2024-03-05 replied", "2024-03-05", UNCHECKED, YS_WARN_NO_APPROVAL },
  { "reply-with-approval", { R, "2024-03-04 " APPROVAL ("reply"), "2024-03-04 " APPROVED (2) },
    "2024-03-05 replied", "2024-03-05", ALWAYS, YS_FAULT_NONE },
  { "late-reply-must-still-be-sent", { R, "2024-03-04 " APPROVAL ("reply"), "2024-03-04 " APPROVED (2) },
    "2024-06-05 replied", "2024-06-05", ALWAYS, YS_FAULT_NONE },
  { "reply-on-a-rest-day", { R, "2024-03-04 " APPROVAL ("reply"), "2024-03-04 " APPROVED (2) },
    "2024-03-09 replied", "2024-03-09", ALWAYS, YS_FAULT_NONE },
  { "reply-without-ground", { R, "2024-03-04 " APPROVAL ("reply"), "2024-03-04 " APPROVED (2) },
    "2024-03-05 replied {\"outcome\":\"granted\",\"sent_by\":\"post\"}", "2024-03-05", NEVER,
    YS_WARN_NO_GROUND },
  { "third-party-not-asked", { R, "2024-03-04 " APPROVAL ("reply"), "2024-03-04 " APPROVED (2) },
    "2024-03-05 replied {\"outcome\":\"refused.third-party\",\"ground\":\"15\",\"sent_by\":\"post\"}",
    "2024-03-05", NEVER, YS_WARN_CONSULTATION_SKIPPED },
  { "unconfirmed", { NULL }, "2024-03-01 received " BY ("internet", "2024-03-01"), "2024-03-01", NEVER,
    YS_WARN_UNCONFIRMED },
  { "arrived-then-confirmed", { "2024-03-01 arrived" }, "2024-03-01 received {\"confirmed_by\":\"x\"}",
    "2024-03-01", ALWAYS, YS_FAULT_NONE },
  { "received-before-submitted", { NULL }, "2024-03-01 received " BY ("post", "2024-03-02"), "2024-03-02",
    NEVER, YS_WARN_RECEIVED_BEFORE_SUBMITTED },
  { "fee-off-the-tiers", { R },
    "2024-03-05 fee-noticed {\"basis\":\"pages\",\"quantity\":31,\"amount_fen\":1}", "2024-03-05", NEVER,
    YS_WARN_FEE_DIFFERS },
  { "fee-too-early", { "2020-12-01 received" }, "2020-12-02 fee-noticed", "2020-12-02", NEVER,
    YS_WARN_FEE_TOO_EARLY },
  { "less-was-paid", { R, "2024-03-05 fee-noticed" }, "2024-03-06 fee-paid {\"amount_fen\":1}",
    "2024-03-06", ALWAYS, YS_FAULT_NONE },
  { "lapse-too-early",
    { R, "2024-03-05 correction-asked {\"points\":\"x\",\"until\":\"2024-03-20\"}" }, "2024-03-20 closed",
    "2024-03-20", NEVER, YS_WARN_LAPSE_TOO_EARLY },
  { "lapse", { R, "2024-03-05 correction-asked {\"points\":\"x\",\"until\":\"2024-03-20\"}" },
    "2024-03-21 closed", "2024-03-21", ALWAYS, YS_FAULT_NONE },
  { "same-ref", { R, "2024-03-05 " ASK ("a") }, "2024-03-06 " ASK ("a"), "2024-03-06", NEVER,
    YS_WARN_SAME_REF },
  { "delivered-before-the-letter", { R, "2024-03-05 fee-noticed" }, "2024-03-04 delivered {\"of\":2}",
    "2024-03-06", NEVER, YS_WARN_DELIVERED_BEFORE_LETTER },
  { "struck-though-referred", { R, "2024-03-05 fee-noticed", "2024-03-06 delivered {\"of\":2}" },
    "2024-03-06 struck {\"of\":2,\"reason\":\"x\"}", "2024-03-06", NEVER, YS_WARN_STRUCK_REFERRED },
  { "struck-after-the-reference",
    { R, "2024-03-05 fee-noticed", "2024-03-06 delivered {\"of\":2}",
      "2024-03-06 struck {\"of\":3,\"reason\":\"x\"}" },
    "2024-03-06 struck {\"of\":2,\"reason\":\"x\"}", "2024-03-06", ALWAYS, YS_FAULT_NONE },
  { "struck-question-that-was-answered", { R, "2024-03-05 " ASK ("a"), "2024-03-06 " ANSWER ("a") },
    "2024-03-06 struck {\"of\":2,\"reason\":\"x\"}", "2024-03-06", NEVER, YS_FAULT_NOT_ASKED },
  { "destroyed-too-early",
    { R, "2024-03-05 withdrawn {}", "2024-03-06 archived {\"file_no\":\"1\",\"retention\":\"10y\"}" },
    "2034-12-31 destruction-asked {\"reason\":\"x\"}", "2034-12-31", NEVER, YS_WARN_RETENTION_RUNS },
  { "kept-for-ever",
    { R, "2024-03-05 withdrawn {}",
      "2024-03-06 archived {\"file_no\":\"1\",\"retention\":\"permanent\"}" },
    "2124-12-31 destruction-asked {\"reason\":\"x\"}", "2124-12-31", NEVER, YS_WARN_RETENTION_RUNS },
  { "retention-over",
    { R, "2024-03-05 withdrawn {}", "2024-03-06 archived {\"file_no\":\"1\",\"retention\":\"10y\"}" },
    "2035-01-01 destruction-asked {\"reason\":\"x\"}", "2035-01-01", ALWAYS, YS_FAULT_NONE },
  { "destruction-of-what-is-not-archived", { R, "2024-03-05 withdrawn {}" },
    "2035-01-01 destruction-asked {\"reason\":\"x\"}", "2035-01-01", NEVER, YS_FAULT_NOT_ARCHIVED },
  /* what others did earlier is not held against a new entry */
  { "after-an-imported-oddity", { R, "2024-03-30 extension-granted", "2024-04-01 correction-asked" },
    "2024-04-02 noted", "2024-04-02", ALWAYS, YS_FAULT_NONE },
};

static void
test_row (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autoptr (YsHistory) history = case_maker_read ("2024-0001", rows[row].lines);
  guint n = ys_history_get_length (history);
  g_autoptr (YsEvent) event = case_maker_read_event (rows[row].event, n + 1);

  for (int approvals = 0; approvals <= 1; approvals++)
    {
      g_auto (YsFault) fault = YS_FAULT_INIT;
      gboolean want = rows[row].verdict == ALWAYS || (rows[row].verdict == UNCHECKED && !approvals);
      gboolean may = ys_permission_check (history, event, calendar, ys_day_parse (rows[row].today, -1),
                                          approvals, &fault);

      g_test_message ("approvals %d: %s", approvals, ys_fault_get_id (fault.code));
      g_assert_cmpint (may, ==, want);
      g_assert_cmpint (fault.code, ==, want ? YS_FAULT_NONE : rows[row].code);
      /* it was only tried */
      g_assert_cmpuint (ys_history_get_length (history), ==, n);
    }
}

/* Every warning that a case can have is refused at the desk, but for four. */
static void
test_every_warning (void)
{
  for (YsFaultCode code = YS_WARN_LATE_CORRECTION; code < YS_N_FAULTS; code++)
    {
      gboolean approval = code == YS_WARN_NO_APPROVAL || code == YS_WARN_UNAPPROVED_EXTENSION;
      gboolean free_of = code == YS_WARN_LATE_REPLY || code == YS_WARN_FEE_PAID_DIFFERS;
      gboolean in_table = code == YS_WARN_REPEALED_UNKNOWN || free_of;

      g_assert_cmpint (ys_permission_refuses (code, TRUE), ==, !free_of);
      g_assert_cmpint (ys_permission_refuses (code, FALSE), ==, !free_of && !approval);
      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        in_table |= rows[i].code == code;
      g_test_message ("%s", ys_fault_get_id (code));
      g_assert_true (in_table);
    }
  g_assert_false (ys_permission_refuses (YS_FAULT_NONE, TRUE));
  g_assert_true (ys_permission_refuses (YS_FAULT_NOT_ASKED, FALSE));
}

/* --- the buttons ------------------------------------------------------------------------------ */

/* Steps that the case page offers; all others have no button of their own. */
static const YsKind steps[] = {
  YS_KIND_RECEIVED, YS_KIND_CORRECTION_ASKED, YS_KIND_CORRECTED, YS_KIND_CONSULTATION_SENT,
  YS_KIND_CONSULTATION_ANSWERED, YS_KIND_SEARCH_ASKED, YS_KIND_SEARCH_ANSWERED,
  YS_KIND_EXTENSION_GRANTED, YS_KIND_REASONS_ASKED, YS_KIND_REASONS_GIVEN, YS_KIND_DELAY_SET,
  YS_KIND_FEE_NOTICED, YS_KIND_FEE_PAID, YS_KIND_ASSIGNED, YS_KIND_DRAFTED, YS_KIND_REPLIED,
  YS_KIND_WITHDRAWN, YS_KIND_CLOSED, YS_KIND_REVIEW_OPENED, YS_KIND_REVIEW_DECIDED,
  YS_KIND_REOPENED, YS_KIND_ARCHIVED, YS_KIND_NOTED,
};

#define OPEN \
  "consultation-sent search-asked extension-granted reasons-asked delay-set fee-noticed assigned " \
  "drafted replied withdrawn closed review-opened archived noted "
#define HALTED \
  "search-asked reasons-asked delay-set assigned drafted replied withdrawn closed review-opened " \
  "archived noted "

static const struct
{
  const char *state;
  const char *lines[MAX_LINES];
  const char *today;
  const char *possible; /* the kinds with a space after each, in any order */
} states[] = {
  { "nothing", { NULL }, "2024-03-04", "noted " },
  { "awaiting-confirmation", { "2024-03-01 arrived" }, "2024-03-04",
    /* no run yet: nothing to extend or to suspend, but the applicant may be asked or give up */
    "received correction-asked search-asked reasons-asked delay-set fee-noticed assigned drafted "
    "replied withdrawn closed review-opened archived noted " },
  { "running", { R }, "2024-03-04", "correction-asked " OPEN },
  { "running-after-the-7th-day", { R }, "2024-03-13", OPEN },
  { "corrected-once", { R, "2024-03-04 correction-asked", "2024-03-05 corrected" }, "2024-03-06", OPEN },
  { "overdue", { R }, "2024-04-01",
    "consultation-sent search-asked reasons-asked delay-set fee-noticed assigned drafted replied "
    "withdrawn closed review-opened archived noted " },
  { "extended", { R, "2024-03-04 extension-granted" }, "2024-03-05",
    "correction-asked consultation-sent search-asked reasons-asked delay-set fee-noticed assigned "
    "drafted replied withdrawn closed review-opened archived noted " },
  { "awaiting-correction", { R, "2024-03-04 correction-asked" }, "2024-03-05",
    "corrected fee-noticed " HALTED },
  { "awaiting-fee", { R, "2024-03-04 fee-noticed" }, "2024-03-05",
    "fee-paid fee-noticed correction-asked " HALTED },
  { "suspended", { R, "2024-03-04 " ASK ("a") }, "2024-03-05",
    "consultation-answered correction-asked " OPEN },
  { "the-first-of-two-is-open",
    { R, "2024-03-04 " ASK ("a"), "2024-03-04 " ASK ("b"), "2024-03-05 " ANSWER ("b") }, "2024-03-05",
    "consultation-answered correction-asked " OPEN },
  { "all-answered", { R, "2024-03-04 " ASK ("a"), "2024-03-05 " ANSWER ("a") }, "2024-03-05",
    "correction-asked " OPEN },
  { "the-open-one-is-struck",
    { R, "2024-03-04 " ASK ("a"), "2024-03-05 struck {\"of\":2,\"reason\":\"x\"}" }, "2024-03-05",
    "correction-asked " OPEN },
  { "search-open", { R, "2024-03-04 search-asked {\"ref\":\"s\",\"unit\":\"档\"}" }, "2024-03-05",
    "search-answered correction-asked " OPEN },
  { "reasons-open", { R, "2024-03-04 reasons-asked {}" }, "2024-03-05",
    "reasons-given correction-asked " OPEN },
  { "concluded", { R, "2024-03-04 replied" }, "2024-03-05",
    "assigned review-opened reopened archived noted " },
  { "concluded-while-suspended", { R, "2024-03-04 " ASK ("a"), "2024-03-05 replied" }, "2024-03-06",
    "consultation-answered assigned review-opened reopened archived noted " },
  { "concluded-out-of-a-fee", { R, "2024-03-04 fee-noticed", "2024-03-05 withdrawn" }, "2024-03-06",
    "fee-paid assigned review-opened reopened archived noted " },
  { "remedy-open", { R, "2024-03-04 replied", "2024-03-05 review-opened" }, "2024-03-06",
    "review-decided assigned review-opened reopened archived noted " },
  { "reopened", { R, "2024-03-04 replied", "2024-04-08 reopened" }, "2024-04-09",
    "correction-asked " OPEN },
};

static gboolean
is_listed (const char *list, const char *name)
{
  g_autofree char *padded = g_strconcat (" ", list, NULL);
  g_autofree char *word = g_strdup_printf (" %s ", name);

  return strstr (padded, word) != NULL;
}

static void
test_state (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autoptr (YsHistory) history = case_maker_read ("2024-0001", states[row].lines);
  YsDay today = ys_day_parse (states[row].today, -1);

  for (YsKind kind = YS_KIND_ARRIVED; kind <= YS_KIND_NOTED; kind++)
    {
      g_auto (YsFault) fault = YS_FAULT_INIT;
      const char *name = ys_kind_get_name (kind);
      gboolean offered = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
        offered |= steps[i] == kind;

      gboolean may = ys_permission_probe (history, kind, calendar, today, today, FALSE, &fault);

      g_test_message ("%s: %s", name, ys_fault_get_id (fault.code));
      g_assert_cmpint (may, ==, is_listed (states[row].possible, name));
      g_assert_cmpint (fault.code == YS_FAULT_NONE, ==, may);
      if (!offered)
        g_assert_cmpint (fault.code, ==, YS_FAULT_UNKNOWN_KIND);
    }
}

/* With approvals the reply waits for one; everything else stays as it was. */
static void
test_probe_with_approvals (void)
{
  static const char *const without[] = { R, NULL };
  static const char *const with[] = { R, "2024-03-04 " APPROVAL ("reply"), "2024-03-04 " APPROVED (2),
                                      NULL };
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autoptr (YsHistory) open = case_maker_read ("2024-0001", without);
  g_autoptr (YsHistory) approved = case_maker_read ("2024-0001", with);
  YsDay today = ys_day_parse ("2024-03-05", -1);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_auto (YsFault) loose = YS_FAULT_INIT;
      g_auto (YsFault) strict = YS_FAULT_INIT;
      g_auto (YsFault) fine = YS_FAULT_INIT;
      gboolean reply = steps[i] == YS_KIND_REPLIED;

      ys_permission_probe (open, steps[i], calendar, today, today, FALSE, &loose);
      ys_permission_probe (open, steps[i], calendar, today, today, TRUE, &strict);
      ys_permission_probe (approved, steps[i], calendar, today, today, TRUE, &fine);
      g_assert_cmpint (strict.code, ==, reply ? YS_WARN_NO_APPROVAL : loose.code);
      g_assert_cmpint (fine.code, ==, loose.code);
    }
}

/* --- earlier days ----------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  const char *lines[MAX_LINES];
  const char *today;
  const char *days;       /* to be probed, the latest first */
  YsKind kind;
  const char *lawful_on;  /* the latest of them, NULL for none */
} lates[] = {
  { "nothing", { NULL }, "2024-03-04", "", YS_KIND_EXTENSION_GRANTED, NULL },
  { "noted-alone", { "2024-03-01 noted" }, "2024-03-04", "", YS_KIND_EXTENSION_GRANTED, NULL },
  /* Due is 2024-03-29, the seventh working day 2024-03-12. */
  { "extension-two-days-after-due", { R }, "2024-03-31", "2024-03-29 2024-03-12 ",
    YS_KIND_EXTENSION_GRANTED, "2024-03-29" },
  { "correction-after-the-seventh", { R }, "2024-03-14", "2024-03-12 ", YS_KIND_CORRECTION_ASKED,
    "2024-03-12" },
  { "in-time", { R }, "2024-03-12", "", YS_KIND_CORRECTION_ASKED, NULL },
  { "extended-already", { R, "2024-03-04 extension-granted" }, "2024-06-30",
    "2024-03-12 2024-03-03 ", YS_KIND_EXTENSION_GRANTED, NULL },
  { "asked-already", { R, "2024-03-05 correction-asked", "2024-03-07 corrected" }, "2024-03-20", "",
    YS_KIND_CORRECTION_ASKED, NULL },
  { "before-the-answer", { R, "2024-03-20 " ASK ("a"), "2024-03-22 " ANSWER ("a") }, "2024-05-08",
    "2024-04-02 2024-03-21 2024-03-19 2024-03-12 ", YS_KIND_EXTENSION_GRANTED, "2024-04-02" },
  { "before-the-halt", { R, "2024-03-08 fee-noticed" }, "2024-03-20", "2024-03-07 ",
    YS_KIND_CONSULTATION_SENT, "2024-03-07" },
  { "before-the-conclusion", { R, "2024-04-03 replied" }, "2024-04-20",
    "2024-04-02 2024-03-29 2024-03-12 ", YS_KIND_EXTENSION_GRANTED, "2024-03-29" },
  { "not-twice-concluded", { R, "2024-03-08 replied" }, "2024-03-20", "2024-03-07 ",
    YS_KIND_WITHDRAWN, NULL },
  { "this-run-alone", { R, "2024-03-08 replied", "2024-03-12 reopened", "2024-03-13 replied" },
    "2024-03-20", "2024-03-12 ", YS_KIND_CONSULTATION_SENT, "2024-03-12" },
  { "notes-count-for-nothing", { R, "2024-03-05 noted", "2024-03-06 assigned" }, "2024-03-14",
    "2024-03-12 ", YS_KIND_CORRECTION_ASKED, "2024-03-12" },
};

static void
test_late (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autoptr (YsHistory) history = case_maker_read ("2024-0001", lates[row].lines);
  YsDay today = ys_day_parse (lates[row].today, -1);
  g_autoptr (GArray) days = ys_permission_list_days (history, calendar, today);
  g_autoptr (GString) text = g_string_new (NULL);
  YsDay want = lates[row].lawful_on != NULL ? ys_day_parse (lates[row].lawful_on, -1) : YS_DAY_NONE;
  YsDay first = YS_DAY_NONE;

  for (guint i = 0; i < days->len; i++)
    {
      char iso[YS_DAY_TEXT];
      g_string_append_printf (text, "%s ", ys_day_format (g_array_index (days, YsDay, i), iso));
    }
  g_assert_cmpstr (text->str, ==, lates[row].days);

  /* Day by day it is the same: none between them is later and lawful. */
  for (YsDay day = today - 1; days->len > 0 && day > today - 200 && first == YS_DAY_NONE; day--)
    {
      g_auto (YsFault) fault = YS_FAULT_INIT;
      if (ys_permission_probe (history, lates[row].kind, calendar, day, today, FALSE, &fault))
        first = day;
    }
  g_assert_cmpint (first, ==, want);
  if (want != YS_DAY_NONE)
    g_assert_nonnull (strstr (text->str, lates[row].lawful_on));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strconcat ("/rules/permission/check/", rows[i].name, NULL);
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/rules/permission/every-warning", test_every_warning);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *name = g_strconcat ("/rules/permission/probe/", states[i].state, NULL);
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_state);
    }
  g_test_add_func ("/rules/permission/probe/with-approvals", test_probe_with_approvals);
  for (guint i = 0; i < G_N_ELEMENTS (lates); i++)
    {
      g_autofree char *name = g_strconcat ("/rules/permission/late/", lates[i].name, NULL);
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_late);
    }
  return g_test_run ();
}
