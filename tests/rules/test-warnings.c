/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Histories that may be told though no desk would let them happen: each has exactly its warnings. */
#include "case-maker.h"

#include <string.h>

#define MAX_LINES 12
#define D1 "sm3:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define R "2024-03-01 received"
#define BY(channel, submitted) \
  "{\"channel\":\"" channel "\",\"submitted_on\":\"" submitted "\",\"applicant\":{\"class\":\"person\"," \
  "\"name\":\"张三\"},\"request\":{\"title\":\"题\",\"description\":\"述\",\"form\":\"paper\"," \
  "\"delivery\":\"post\"}}"
#define ASK(what) "approval-asked {\"for\":\"" what "\",\"files\":[],\"facts\":\"" D1 "\"}"
#define APPROVE(asked) "approved {\"asked\":" #asked ",\"files\":[],\"facts\":\"" D1 "\"}"
#define REPLY(outcome, ground) \
  "replied {\"outcome\":\"" outcome "\",\"ground\":\"" ground "\",\"sent_by\":\"post\"}"
#define AMEND_ON(of, from, to) \
  "amended {\"of\":" #of ",\"field\":\"on\",\"from\":\"" from "\",\"to\":\"" to "\",\"reason\":\"误\"}"

/* Received 2024-03-01 (Friday): the 7th working day is 03-12, the 20th 03-29. 04-04 to 04-06 rest,
 * 04-07 works. */
static const struct
{
  const char *name;
  const char *lines[MAX_LINES];
  const char *want; /* "code@seq", by seq and code */
} rows[] = {
  { "a-clean-life",
    { R, "2024-03-01 assigned", "2024-03-04 consultation-sent", "2024-03-04 dispatched {\"of\":3,\"by\":\"EMS\"}",
      "2024-03-05 delivered {\"of\":3}", "2024-03-08 consultation-answered",
      "2024-03-11 drafted {\"outcome\":\"refused.third-party\",\"ground\":\"15\"}", "2024-03-12 " ASK ("reply"),
      "2024-03-12 " APPROVE (8), "2024-03-12 " REPLY ("refused.third-party", "15") },
    "" },
  { "a-clean-extension-and-fee",
    { R, "2024-03-05 fee-noticed", "2024-03-06 delivered {\"of\":2}", "2024-03-20 fee-paid",
      "2024-03-22 extension-granted" }, "" },
  { "a-clean-lapse",
    { R, "2024-03-12 correction-asked {\"points\":\"x\",\"until\":\"2024-03-20\"}",
      "2024-03-21 closed" }, "" },
  { "a-clean-confirmation",
    { "2024-03-01 arrived", "2024-03-02 received {\"confirmed_by\":\"电话\"}" }, "" },
  { "reply-on-a-rest-day",
    { R, "2024-03-02 " ASK ("reply"), "2024-03-02 " APPROVE (2), "2024-03-02 replied" }, "" },

  { "correction-on-the-7th", { R, "2024-03-12 correction-asked" }, "" },
  { "correction-on-the-8th", { R, "2024-03-13 correction-asked" }, "late-correction@2" },
  { "late-correction-and-its-answer", { R, "2024-03-13 correction-asked", "2024-03-20 corrected" },
    "late-correction@2" },
  { "late-correction-of-a-later-run",
    { R, "2024-03-05 fee-noticed", "2024-03-06 fee-paid", "2024-03-18 correction-asked" },
    "late-correction@4" },
  { "timely-correction-of-a-later-run",
    { R, "2024-03-05 fee-noticed", "2024-03-11 fee-paid", "2024-03-20 correction-asked" }, "" },
  { "second-correction",
    { R, "2024-03-05 correction-asked", "2024-03-06 corrected", "2024-03-07 correction-asked" },
    "second-correction@4" },
  { "second-correction-after-a-struck-one",
    { R, "2024-03-05 correction-asked", "2024-03-06 struck {\"of\":2,\"reason\":\"误\"}",
      "2024-03-07 correction-asked" }, "" },

  { "extension-on-the-due-day", { R, "2024-03-29 extension-granted" }, "" },
  { "extension-after-the-due-day", { R, "2024-03-30 extension-granted" }, "late-extension@2" },
  /* What stands on the day after the run is over does not save it. */
  { "late-extension-of-a-run-halted-on-its-day",
    { R, "2024-04-01 extension-granted", "2024-04-01 fee-noticed", "2024-04-01 fee-paid",
      "2024-04-01 delay-set {\"until\":\"2024-06-03\",\"reason\":\"x\"}" }, "late-extension@2" },
  { "late-extension-of-a-run-that-a-payment-ends",
    { R, "2024-03-28 fee-noticed", "2024-03-29 correction-asked", "2024-03-29 corrected",
      "2024-04-30 extension-granted", "2024-04-30 fee-paid",
      "2024-04-30 delay-set {\"until\":\"2024-06-03\",\"reason\":\"x\"}" }, "late-extension@5" },
  { "late-extension-of-a-run-concluded-on-its-day",
    { R, "2024-03-28 " ASK ("reply"), "2024-03-28 " APPROVE (2), "2024-04-01 extension-granted",
      "2024-04-01 replied", "2024-04-01 reopened",
      "2024-04-01 delay-set {\"until\":\"2024-06-03\",\"reason\":\"x\"}" },
    "late-extension@4 late-reply@5" },
  { "second-extension", { R, "2024-03-20 extension-granted", "2024-03-21 extension-granted" },
    "second-extension@3" },
  { "extension-of-a-new-run",
    { R, "2024-03-06 extension-granted", "2024-03-07 correction-asked", "2024-03-08 corrected",
      "2024-03-20 extension-granted" }, "" },
  { "extension-while-halted", { R, "2024-03-05 fee-noticed", "2024-03-06 extension-granted" },
    "idle-extension@3" },
  { "consultation-while-halted", { R, "2024-03-05 correction-asked", "2024-03-06 consultation-sent" },
    "idle-consultation@3" },
  { "consultation-before-confirmation", { "2024-03-01 arrived", "2024-03-02 consultation-sent" },
    "idle-consultation@2" },
  { "extension-nobody-approved",
    { R, "2024-03-20 extension-granted {\"days\":20,\"reason\":\"x\"}" }, "unapproved-extension@2" },
  { "extension-approved-on-record",
    { R, "2024-03-19 " ASK ("extension"), "2024-03-19 " APPROVE (2),
      "2024-03-20 extension-granted {\"days\":20,\"reason\":\"x\"}" }, "" },
  { "extension-approved-as-something-else",
    { R, "2024-03-19 " ASK ("fee"), "2024-03-19 " APPROVE (2),
      "2024-03-20 extension-granted {\"days\":20,\"reason\":\"x\"}" }, "unapproved-extension@4" },

#define KEPT(years) \
  R, "2024-03-05 withdrawn {}", \
    "2024-03-06 archived {\"file_no\":\"1\",\"retention\":\"" years "\"}"
  { "destruction-in-the-last-year", { KEPT ("10y"), "2034-12-31 destruction-asked {\"reason\":\"x\"}" },
    "retention-runs@4" },
  { "destruction-after-ten-years", { KEPT ("10y"), "2035-01-01 destruction-asked {\"reason\":\"x\"}" }, "" },
  { "destruction-after-ten-of-thirty-years",
    { KEPT ("30y"), "2054-12-31 destruction-asked {\"reason\":\"x\"}" }, "retention-runs@4" },
  { "destruction-after-thirty-years", { KEPT ("30y"), "2055-01-01 destruction-asked {\"reason\":\"x\"}" },
    "" },
  { "destruction-of-what-is-kept-for-ever",
    { KEPT ("permanent"), "2190-01-01 destruction-asked {\"reason\":\"x\"}" }, "retention-runs@4" },
  { "destruction-under-the-last-archiving",
    { KEPT ("10y"), "2025-03-06 archived {\"file_no\":\"1\",\"retention\":\"30y\"}",
      "2035-01-01 destruction-asked {\"reason\":\"x\"}" }, "retention-runs@5" },

  { "reply-on-the-due-day",
    { R, "2024-03-28 " ASK ("reply"), "2024-03-28 " APPROVE (2), "2024-03-29 replied" }, "" },
  { "reply-after-the-due-day",
    { R, "2024-03-28 " ASK ("reply"), "2024-03-28 " APPROVE (2), "2024-03-30 replied" },
    "late-reply@4" },
  { "reply-made-late-by-an-amendment",
    { R, "2024-03-28 " ASK ("reply"), "2024-03-28 " APPROVE (2), "2024-03-29 replied",
      "2024-04-10 " AMEND_ON (1, "2024-03-01", "2024-02-29") }, "late-reply@4" },
  { "reply-itself-amended-late",
    { R, "2024-03-28 " ASK ("reply"), "2024-03-28 " APPROVE (2), "2024-03-29 replied",
      "2024-04-10 " AMEND_ON (4, "2024-03-29", "2024-04-01") }, "late-reply@4" },
  { "reply-itself-amended-in-time",
    { R, "2024-03-28 " ASK ("reply"), "2024-03-28 " APPROVE (2), "2024-04-01 replied",
      "2024-04-10 " AMEND_ON (4, "2024-04-01", "2024-03-29") }, "" },
  { "first-reply-late-second-in-time",
    { R, "2024-03-28 " ASK ("reply"), "2024-03-28 " APPROVE (2), "2024-04-01 replied",
      "2024-05-06 reopened", "2024-05-08 replied" }, "late-reply@4" },
  { "second-reply-late",
    { R, "2024-03-28 " ASK ("reply"), "2024-03-28 " APPROVE (2), "2024-03-29 replied",
      "2024-05-06 reopened {\"reason\":\"x\",\"until\":\"2024-05-10\"}", "2024-05-11 replied" },
    "late-reply@6" },
  { "reply-under-the-older-law",
    { "2019-03-01 received " BY ("post", "2019-02-28"), "2019-08-02 " ASK ("reply"),
      "2019-08-02 " APPROVE (2), "2019-09-02 replied" }, "" },
  { "reply-without-ground",
    { R, "2024-03-12 " ASK ("reply"), "2024-03-12 " APPROVE (2),
      "2024-03-12 replied {\"outcome\":\"granted\",\"sent_by\":\"post\"}" }, "no-ground@4" },
  { "reply-without-approval", { R, "2024-03-12 replied" }, "no-approval@2" },
  { "reply-approved-afterwards", { R, "2024-03-12 " ASK ("reply"), "2024-03-12 replied" },
    "no-approval@3" },
  { "reply-returned",
    { R, "2024-03-12 " ASK ("reply"), "2024-03-12 returned {\"asked\":2,\"reason\":\"x\"}",
      "2024-03-13 replied" }, "no-approval@4" },
  { "approval-struck",
    { R, "2024-03-12 " ASK ("reply"), "2024-03-12 " APPROVE (2), "2024-03-13 replied",
      "2024-03-14 struck {\"of\":3,\"reason\":\"误\"}" }, "no-approval@4" },
  { "third-party-never-asked",
    { R, "2024-03-12 " ASK ("reply"), "2024-03-12 " APPROVE (2),
      "2024-03-12 " REPLY ("refused.third-party", "15") }, "consultation-skipped@4" },

  { "internet-unconfirmed", { "2024-03-01 received " BY ("internet", "2024-03-01") },
    "unconfirmed@1" },
  { "fax-unconfirmed", { "2024-03-01 received " BY ("fax", "2024-03-01") }, "unconfirmed@1" },
  { "ordinary-post-unconfirmed", { "2024-03-01 received " BY ("ordinary-post", "2024-03-01") },
    "unconfirmed@1" },
  { "post-needs-none", { "2024-03-01 received " BY ("post", "2024-03-01") }, "" },
  { "in-person-needs-none", { "2024-03-01 received " BY ("in-person", "2024-03-01") }, "" },
  { "oral-needs-none", { "2024-03-01 received " BY ("oral", "2024-03-01") }, "" },
  { "received-before-submitted", { "2024-03-01 received " BY ("post", "2024-03-02") },
    "received-before-submitted@1" },
  { "arrived-before-submitted", { "2024-03-01 arrived " BY ("internet", "2024-03-02") },
    "received-before-submitted@1" },

  { "fee-off-the-tiers",
    { R, "2024-03-05 fee-noticed {\"basis\":\"pages\",\"quantity\":109,\"amount_fen\":88001}" },
    "fee-differs@2" },
  { "fee-by-pieces",
    { R, "2024-03-05 fee-noticed {\"basis\":\"pieces\",\"quantity\":45,\"amount_fen\":550000}" }, "" },
  { "fee-of-pages-by-pieces",
    { R, "2024-03-05 fee-noticed {\"basis\":\"pieces\",\"quantity\":109,\"amount_fen\":88000}" },
    "fee-differs@2" },
  { "fee-too-early",
    { "2020-12-01 received", "2020-12-31 fee-noticed" }, "fee-too-early@2" },
  { "fee-on-the-first-day", { "2020-12-01 received", "2021-01-01 fee-noticed" }, "" },
  { "paid-less",
    { R, "2024-03-05 fee-noticed", "2024-03-08 fee-paid {\"amount_fen\":100}" },
    "fee-paid-differs@3" },

  { "correction-lapsed-on-its-last-day",
    { R, "2024-03-12 correction-asked {\"points\":\"x\",\"until\":\"2024-03-20\"}",
      "2024-03-20 closed" }, "lapse-too-early@3" },
  /* delivered 03-05: the 20th working day is 04-02 */
  { "fee-lapsed-on-its-last-day",
    { R, "2024-03-04 fee-noticed", "2024-03-05 delivered {\"of\":2}",
      "2024-04-02 closed {\"outcome\":\"other.fee-lapsed\",\"reason\":\"x\"}" }, "lapse-too-early@4" },
  { "fee-lapsed-after-it",
    { R, "2024-03-04 fee-noticed", "2024-03-05 delivered {\"of\":2}",
      "2024-04-03 closed {\"outcome\":\"other.fee-lapsed\",\"reason\":\"x\"}" }, "" },
  { "fee-lapsed-undelivered",
    { R, "2024-03-04 fee-noticed",
      "2024-05-03 closed {\"outcome\":\"other.fee-lapsed\",\"reason\":\"x\"}" }, "lapse-too-early@3" },

  { "struck-though-referred",
    { R, "2024-03-04 delay-set", "2024-03-05 delivered {\"of\":2}",
      "2024-03-06 struck {\"of\":2,\"reason\":\"误\"}" }, "struck-referred@4" },
  { "struck-after-what-referred-was-struck",
    { R, "2024-03-04 delay-set", "2024-03-05 delivered {\"of\":2}",
      "2024-03-06 struck {\"of\":3,\"reason\":\"误\"}", "2024-03-06 struck {\"of\":2,\"reason\":\"误\"}" },
    "" },
  { "struck-amendment", { R, "2024-03-04 " AMEND_ON (1, "2024-03-01", "2024-02-29"),
      "2024-03-06 struck {\"of\":2,\"reason\":\"误\"}" }, "" },
  { "same-ref", { R, "2024-03-04 consultation-sent", "2024-03-05 consultation-sent" }, "same-ref@3" },
  { "same-ref-of-another-kind",
    { R, "2024-03-04 consultation-sent", "2024-03-05 search-asked {\"ref\":\"a\",\"unit\":\"档\"}" }, "" },
  { "same-ref-of-a-review",
    { R, "2024-03-04 withdrawn {}", "2024-03-05 review-opened", "2024-03-06 review-opened" },
    "same-ref@4" },
  { "delivered-before-the-letter",
    { R, "2024-03-04 delay-set", "2024-03-03 delivered {\"of\":2}" }, "delivered-before-letter@3" },
  { "posted-before-the-letter",
    { R, "2024-03-04 delay-set", "2024-03-03 dispatched {\"of\":2,\"by\":\"EMS\"}" },
    "delivered-before-letter@3" },
  { "several-by-seq",
    { "2024-03-01 received " BY ("fax", "2024-03-02"), "2024-05-12 replied {\"outcome\":\"granted\",\"sent_by\":\"post\"}" },
    "received-before-submitted@1 unconfirmed@1 late-reply@2 no-approval@2 no-ground@2" },
};

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
print_warnings (const YsHistory *history)
{
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autoptr (GPtrArray) problems
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_finding_free);
  g_autoptr (GPtrArray) warnings
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_finding_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  GString *out = g_string_new (NULL);
  gint64 seq = 0;

  ys_history_judge (history, calendar, ys_day_parse ("2024-06-01", -1), problems, warnings);
  g_assert_cmpuint (problems->len, ==, 0);
  for (guint i = 0; i < warnings->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (warnings, i);

      g_assert_cmpint (finding->seq, >=, seq);
      seq = finding->seq;
      g_ptr_array_add (texts, g_strdup_printf ("%05d %s@%d", (int) seq,
                                               ys_fault_get_id (finding->fault.code), (int) seq));
    }
  g_ptr_array_sort (texts, compare_texts);
  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "",
                            (const char *) g_ptr_array_index (texts, i) + 6);
  return g_string_free (out, FALSE);
}

static void
test_row (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (YsHistory) history = case_maker_read ("2024-0001", rows[row].lines);
  g_autofree char *got = print_warnings (history);

  g_assert_cmpstr (got, ==, rows[row].want);
}

/* Each warning that a case can have is in the table, alone at least once. */
static void
test_each_code (void)
{
  for (YsFaultCode code = YS_WARN_LATE_CORRECTION; code < YS_N_FAULTS; code++)
    {
      g_autofree char *prefix = g_strconcat (ys_fault_get_id (code), "@", NULL);
      gboolean alone = FALSE;

      /* Documents are no cases: the import looks at them. */
      if (code == YS_WARN_REPEALED_UNKNOWN)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        alone |= g_str_has_prefix (rows[i].want, prefix) && strchr (rows[i].want, ' ') == NULL;
      g_test_message ("%s", prefix);
      g_assert_true (alone);
    }
}

/* What is refused is not warned of besides. */
static void
test_problems_silence_warnings (void)
{
  static const char *const lines[] = { R, "2024-03-13 correction-asked", "2024-03-14 fee-paid", NULL };
  g_autoptr (YsHistory) history = case_maker_read ("2024-0001", lines);
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autoptr (GPtrArray) problems
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_finding_free);
  g_autoptr (GPtrArray) warnings
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_finding_free);

  ys_history_judge (history, calendar, ys_day_parse ("2024-06-01", -1), problems, warnings);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpuint (warnings->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strconcat ("/rules/history/warn/", rows[i].name, NULL);
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/rules/history/warn/each-code", test_each_code);
  g_test_add_func ("/rules/history/warn/problems-first", test_problems_silence_warnings);
  return g_test_run ();
}
