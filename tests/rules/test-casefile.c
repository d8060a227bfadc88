/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a casefile says of a case: its fields, what is open, whom it waits for, what is counted. */
#include "case-maker.h"

#include <string.h>

#define MAX_LINES 12
#define HEX "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde"
#define FILE_1 "sm3:" HEX "1"
#define FILE_2 "sha256:" HEX "2"
#define R "2024-03-01 received"
#define FULL \
  "{\"channel\":\"internet\",\"submitted_on\":\"2024-02-28\",\"applicant\":{\"class\":\"legal\"," \
  "\"name\":\"某律师事务所\",\"phone\":\"13900000000\"},\"joint\":[{\"class\":\"person\",\"name\":\"李四\"}," \
  "{\"class\":\"person\",\"name\":\"王五\"}],\"agent\":{\"name\":\"赵六\",\"authorisation\":\"" FILE_1 "\"}," \
  "\"request\":{\"title\":\"征地批复\",\"description\":\"某村征地\",\"document_number\":\"晋政〔2019〕1号\"," \
  "\"form\":\"paper\",\"delivery\":\"post\"}}"
#define CONFIRMED "received {\"confirmed_by\":\"电话确认\"}"
#define ASK(ref) "consultation-sent {\"ref\":\"" ref "\",\"with\":\"third-party\",\"name\":\"甲公司\"}"
#define ANSWER(ref) "consultation-answered {\"ref\":\"" ref "\",\"opinion\":\"agree\"}"
#define CORRECTION(until) "correction-asked {\"points\":\"名称\",\"until\":\"" until "\"}"
#define SEARCH(ref, until) "search-asked {\"ref\":\"" ref "\",\"unit\":\"档案室\",\"until\":\"" until "\"}"
#define FOUND(ref) \
  "search-answered {\"ref\":\"" ref "\",\"where\":\"库\",\"terms\":\"词\",\"result\":\"none\"}"
#define REASONS(until) "reasons-asked {\"until\":\"" until "\"}"
#define APPROVAL(what) "approval-asked {\"for\":\"" what "\",\"files\":[],\"facts\":\"" FILE_1 "\"}"
#define APPROVED(asked) "approved {\"asked\":" #asked ",\"files\":[],\"facts\":\"" FILE_1 "\"}"
#define RETURNED(asked) "returned {\"asked\":" #asked ",\"reason\":\"x\"}"
#define ATTACH(file) "attached {\"file\":\"" file "\",\"name\":\"回执.pdf\",\"role\":\"receipt\",\"media_type\":\"application/pdf\"}"
#define STRIKE(of) "struck {\"of\":" #of ",\"reason\":\"误\"}"

static YsCasefile *
derive (const char *const *lines, const char *on)
{
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autoptr (YsHistory) history = case_maker_read ("2024-0001", lines);

  return ys_casefile_new (history, calendar, ys_day_parse (on, -1));
}

#define assert_day(day, text) \
  g_assert_cmpint (day, ==, (text) != NULL ? ys_day_parse (text, -1) : YS_DAY_NONE)

/* --- fields ----------------------------------------------------------------------------------- */

static const char *const life[] = {
  "2024-02-28 arrived " FULL,                                                     /* 1 */
  "2024-03-01 " CONFIRMED,                                                        /* 2 */
  "2024-03-02 assigned {\"to\":\"officer-1\"}",                                   /* 3 */
  "2024-03-04 " CORRECTION ("2024-03-20"),                                        /* 4 */
  "2024-03-08 corrected {\"description\":\"二期征地\"}",                          /* 5 */
  "2024-03-11 assigned {\"to\":\"officer-2\"}",                                   /* 6 */
  "2024-03-12 drafted {\"outcome\":\"partial\",\"files\":[\"" FILE_2 "\"]}",      /* 7 */
  "2024-03-13 " ATTACH (FILE_1),                                                  /* 8 */
  "2024-03-14 replied {\"outcome\":\"partial\",\"ground\":\"37\",\"reply_number\":\"复1号\",\"sent_by\":\"post\","
  "\"files\":[\"" FILE_2 "\"]}",                                                  /* 9 */
  "2024-03-20 archived {\"file_no\":\"卷1\",\"retention\":\"10y\"}",              /* 10 */
  "2024-05-06 reopened {\"reason\":\"责令重做\"}",                                /* 11 */
  "2024-05-08 replied {\"outcome\":\"granted\",\"ground\":\"36-2\",\"sent_by\":\"email\"}", /* 12 */
  NULL,
};

static void
test_nothing_known (void)
{
  g_autoptr (YsCasefile) file = derive (life, "2024-02-27");

  g_assert_cmpstr (file->id, ==, "2024-0001");
  g_assert_cmpint (file->seq, ==, 12);
  g_assert_true (file->has_later);
  g_assert_null (file->clock);
  g_assert_null (file->title);
  g_assert_null (file->applicant);
  g_assert_null (file->handler);
  g_assert_cmpint (file->klass, ==, YS_CLASS_NONE);
  g_assert_cmpint (file->outcome, ==, YS_OUTCOME_NONE);
  assert_day (file->received_on, NULL);
  assert_day (file->arrived_on, NULL);
  assert_day (file->submitted_on, NULL);
  assert_day (file->waiting_until, NULL);
  g_assert_cmpuint (file->files->len, ==, 0);
  g_assert_cmpstr (file->text, ==, "");
}

static void
test_arrived (void)
{
  g_autoptr (YsCasefile) file = derive (life, "2024-02-29");
  g_autoptr (YsCasefile) same = ys_casefile_ref (file);

  g_assert_cmpint (same->clock->state, ==, YS_STATE_AWAITING_CONFIRMATION);
  assert_day (file->on, "2024-02-29");
  assert_day (file->submitted_on, "2024-02-28");
  assert_day (file->arrived_on, "2024-02-28");
  assert_day (file->received_on, NULL);
  g_assert_cmpstr (file->channel, ==, "internet");
  g_assert_cmpint (file->klass, ==, YS_CLASS_LEGAL);
  g_assert_cmpstr (file->applicant, ==, "某律师事务所");
  g_assert_cmpint (file->joint, ==, 2);
  g_assert_cmpstr (file->title, ==, "征地批复");
  g_assert_cmpstr (file->description, ==, "某村征地");
  g_assert_cmpstr (file->document_number, ==, "晋政〔2019〕1号");
  g_assert_cmpuint (file->files->len, ==, 1);
}

static void
test_handled (void)
{
  g_autoptr (YsCasefile) before = derive (life, "2024-03-01");
  g_autoptr (YsCasefile) file = derive (life, "2024-03-13");

  /* the confirmation takes nothing away */
  assert_day (before->received_on, "2024-03-01");
  g_assert_cmpstr (before->title, ==, "征地批复");
  g_assert_null (before->handler);
  g_assert_false (before->corrected_once);
  g_assert_cmpint (before->drafted, ==, YS_OUTCOME_NONE);

  g_assert_cmpstr (file->handler, ==, "officer-2");
  g_assert_true (file->corrected_once);
  g_assert_cmpint (file->drafted, ==, YS_OUTCOME_PARTIAL);
  g_assert_cmpuint (file->open, ==, 0);
  /* each once, in the order of the entries */
  g_assert_cmpuint (file->files->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (file->files, 0), ==, FILE_1);
  g_assert_cmpstr (g_ptr_array_index (file->files, 1), ==, FILE_2);
  g_assert_false (file->archived);
  assert_day (file->concluded_on, NULL);
}

static void
test_concluded_reopened_concluded (void)
{
  g_autoptr (YsCasefile) first = derive (life, "2024-03-20");
  g_autoptr (YsCasefile) reopened = derive (life, "2024-05-07");
  g_autoptr (YsCasefile) second = derive (life, "2024-05-08");

  g_assert_true (first->archived);
  assert_day (first->concluded_on, "2024-03-14");
  g_assert_cmpint (first->outcome, ==, YS_OUTCOME_PARTIAL);
  g_assert_cmpstr (first->ground, ==, "37");
  g_assert_cmpstr (first->reply_number, ==, "复1号");
  assert_day (first->first_concluded_on, "2024-03-14");

  assert_day (reopened->concluded_on, NULL);
  g_assert_cmpint (reopened->outcome, ==, YS_OUTCOME_NONE);
  g_assert_cmpint (reopened->drafted, ==, YS_OUTCOME_NONE);
  g_assert_null (reopened->ground);
  g_assert_null (reopened->reply_number);
  assert_day (reopened->first_concluded_on, "2024-03-14");
  g_assert_cmpint (reopened->first_outcome, ==, YS_OUTCOME_PARTIAL);

  assert_day (second->concluded_on, "2024-05-08");
  g_assert_cmpint (second->outcome, ==, YS_OUTCOME_GRANTED);
  g_assert_null (second->reply_number);
  g_assert_cmpint (second->first_outcome, ==, YS_OUTCOME_PARTIAL);
  g_assert_false (second->has_later);
}

static void
test_conclusions (void)
{
  static const struct
  {
    const char *lines[4];
    YsOutcome outcome;
  } rows[] = {
    { { R, "2024-03-10 withdrawn {}" }, YS_OUTCOME_OTHER },
    { { R, "2024-03-10 closed {\"outcome\":\"other.other\",\"reason\":\"x\"}" }, YS_OUTCOME_OTHER },
    { { R, "2024-03-05 " CORRECTION ("2024-03-08"), "2024-03-10 closed" }, YS_OUTCOME_CORRECTION_LAPSED },
    { { R, "2024-03-05 fee-noticed", "2024-03-10 closed {\"outcome\":\"other.fee-lapsed\",\"reason\":\"x\"}" },
      YS_OUTCOME_FEE_LAPSED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (YsCasefile) file = derive (rows[i].lines, "2024-04-01");

      g_assert_cmpint (file->outcome, ==, rows[i].outcome);
      assert_day (file->concluded_on, "2024-03-10");
      assert_day (file->waiting_until, NULL);
    }
}

/* What people wrote, a line each and each once; no digests, no words of a choice. */
static void
test_text (void)
{
  g_autoptr (YsCasefile) file = derive (life, "2024-05-08");
  static const char *const written[] = { "某律师事务所", "13900000000", "李四", "王五", "赵六", "征地批复",
                                         "某村征地", "晋政〔2019〕1号", "电话确认", "名称", "二期征地",
                                         "回执.pdf", "复1号", "卷1", "责令重做" };
  static const char *const not_written[] = { "sm3:", "sha256:", HEX, "internet", "legal", "partial",
                                             "2024-02-28", "paper", "36-2", "10y", "receipt" };
  g_auto (GStrv) lines = g_strsplit (file->text, "\n", -1);

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      guint n = 0;

      for (char **line = lines; *line != NULL; line++)
        n += g_str_equal (*line, written[i]);
      g_test_message ("%s", written[i]);
      g_assert_cmpuint (n, ==, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (not_written); i++)
    g_assert_null (strstr (file->text, not_written[i]));
}

static void
test_text_without_gaps (void)
{
  static const char *const lines[] = {
    "2024-03-01 received " FULL, "2024-03-04 correction-asked", "2024-03-05 corrected {\"description\":\"\"}",
    "2024-03-06 noted {\"text\":\"征地批复\"}", NULL,
  };
  g_autoptr (YsCasefile) file = derive (lines, "2024-03-06");
  const char *first = strstr (file->text, "征地批复\n");

  g_assert_nonnull (first);
  g_assert_null (strstr (first + 1, "征地批复"));
  g_assert_null (strstr (file->text, "\n\n"));
  g_assert_true (g_str_has_suffix (file->text, "\n"));
}

static void
test_text_as_amended (void)
{
  static const char *const lines[] = {
    R, "2024-03-04 noted {\"text\":\"误记\"}", "2024-03-05 noted {\"text\":\"打错\"}",
    "2024-03-06 amended {\"of\":3,\"field\":\"text\",\"from\":\"打错\",\"to\":\"改对\",\"reason\":\"笔误\"}",
    "2024-03-06 " STRIKE (2), NULL,
  };
  g_autoptr (YsCasefile) file = derive (lines, "2024-03-06");

  g_assert_nonnull (strstr (file->text, "改对"));
  g_assert_null (strstr (file->text, "打错"));
  g_assert_null (strstr (file->text, "误记"));
}

/* --- what is open ----------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  const char *lines[MAX_LINES];
  const char *on;
  unsigned open;
  const char *waiting_until;
} questions[] = {
  { "none", { R }, "2024-03-01", 0, NULL },
  { "correction", { R, "2024-03-04 " CORRECTION ("2024-03-20") }, "2024-03-05", YS_OPEN_CORRECTION,
    "2024-03-20" },
  { "corrected", { R, "2024-03-04 " CORRECTION ("2024-03-20"), "2024-03-06 corrected" },
    "2024-03-06", 0, NULL },
  { "corrected-not-yet", { R, "2024-03-04 " CORRECTION ("2024-03-20"), "2024-03-06 corrected" },
    "2024-03-05", YS_OPEN_CORRECTION, "2024-03-20" },
  { "two-corrections-one-answer",
    { R, "2024-03-04 " CORRECTION ("2024-03-20"), "2024-03-05 " CORRECTION ("2024-03-22"),
      "2024-03-06 corrected" }, "2024-03-06", 0, NULL },
  { "asked-again-after-the-answer",
    { R, "2024-03-04 " CORRECTION ("2024-03-20"), "2024-03-06 corrected",
      "2024-03-07 " CORRECTION ("2024-03-22") }, "2024-03-07", YS_OPEN_CORRECTION, "2024-03-22" },
  { "correction-struck", { R, "2024-03-04 " CORRECTION ("2024-03-20"), "2024-03-06 " STRIKE (2) },
    "2024-03-06", 0, NULL },
  { "fee-undelivered", { R, "2024-03-04 fee-noticed" }, "2024-03-05", YS_OPEN_FEE, NULL },
  /* the 20th working day after 03-05 */
  { "fee", { R, "2024-03-04 fee-noticed", "2024-03-05 delivered {\"of\":2}" }, "2024-03-05", YS_OPEN_FEE,
    "2024-04-02" },
  { "paid", { R, "2024-03-04 fee-noticed", "2024-03-05 fee-paid" }, "2024-03-05", 0, NULL },
  /* the 15th working day after 03-04 */
  { "consultation", { R, "2024-03-04 " ASK ("a") }, "2024-03-05", YS_OPEN_CONSULTATION, "2024-03-25" },
  { "the-nearest-of-two", { R, "2024-03-04 " ASK ("a"), "2024-03-05 " ASK ("b") }, "2024-03-05",
    YS_OPEN_CONSULTATION, "2024-03-25" },
  { "the-other-of-two", { R, "2024-03-04 " ASK ("a"), "2024-03-05 " ASK ("b"), "2024-03-06 " ANSWER ("a") },
    "2024-03-06", YS_OPEN_CONSULTATION, "2024-03-26" },
  { "answered", { R, "2024-03-04 " ASK ("a"), "2024-03-06 " ANSWER ("a") }, "2024-03-06", 0, NULL },
  { "search", { R, "2024-03-04 " SEARCH ("s", "2024-03-11") }, "2024-03-05", YS_OPEN_SEARCH,
    "2024-03-11" },
  { "search-without-a-limit", { R, "2024-03-04 search-asked {\"ref\":\"s\",\"unit\":\"档\"}" },
    "2024-03-05", YS_OPEN_SEARCH, NULL },
  { "found", { R, "2024-03-04 " SEARCH ("s", "2024-03-11"), "2024-03-05 " FOUND ("s") }, "2024-03-05",
    0, NULL },
  { "reasons", { R, "2024-03-04 " REASONS ("2024-03-12") }, "2024-03-05", YS_OPEN_REASONS,
    "2024-03-12" },
  { "reasons-given", { R, "2024-03-04 " REASONS ("2024-03-12"), "2024-03-05 reasons-given {}" },
    "2024-03-05", 0, NULL },
  { "many", { R, "2024-03-04 " SEARCH ("s", "2024-03-14"), "2024-03-04 " REASONS ("2024-03-12"),
              "2024-03-04 " ASK ("a") },
    "2024-03-05", YS_OPEN_SEARCH | YS_OPEN_REASONS | YS_OPEN_CONSULTATION, "2024-03-12" },
  { "a-ref-of-another-kind", { R, "2024-03-04 " SEARCH ("a", "2024-03-14"), "2024-03-04 " ASK ("a"),
              "2024-03-05 " ANSWER ("a") }, "2024-03-05", YS_OPEN_SEARCH, "2024-03-14" },
  { "concluded-waits-for-nobody",
    { R, "2024-03-04 " SEARCH ("s", "2024-03-14"), "2024-03-05 replied" }, "2024-03-05", YS_OPEN_SEARCH,
    NULL },
};

static void
test_questions (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (YsCasefile) file = derive (questions[row].lines, questions[row].on);

  g_assert_cmpuint (file->open, ==, questions[row].open);
  assert_day (file->waiting_until, questions[row].waiting_until);
}

static const struct
{
  const char *name;
  const char *lines[MAX_LINES];
  const char *asks;
  gint64 seq;
} approvals[] = {
  { "none", { R }, NULL, 0 },
  { "asked", { R, "2024-03-04 " APPROVAL ("reply") }, "reply", 2 },
  { "approved", { R, "2024-03-04 " APPROVAL ("reply"), "2024-03-05 " APPROVED (2) }, NULL, 0 },
  { "returned", { R, "2024-03-04 " APPROVAL ("fee"), "2024-03-05 " RETURNED (2) }, NULL, 0 },
  { "asked-again", { R, "2024-03-04 " APPROVAL ("reply"), "2024-03-05 " RETURNED (2),
                     "2024-03-06 " APPROVAL ("reply") }, "reply", 4 },
  { "superseded", { R, "2024-03-04 " APPROVAL ("reply"), "2024-03-05 " APPROVAL ("reply"),
                    "2024-03-06 " APPROVED (3) }, NULL, 0 },
  /* the decision on one thing leaves the other open */
  { "the-later-is-open", { R, "2024-03-04 " APPROVAL ("extension"), "2024-03-05 " APPROVAL ("reply"),
                           "2024-03-06 " APPROVED (2) }, "reply", 3 },
  { "the-earlier-is-open", { R, "2024-03-04 " APPROVAL ("extension"), "2024-03-05 " APPROVAL ("reply"),
                             "2024-03-06 " RETURNED (3) }, "extension", 2 },
  { "decision-struck", { R, "2024-03-04 " APPROVAL ("reply"), "2024-03-05 " APPROVED (2),
                         "2024-03-06 " STRIKE (3) }, "reply", 2 },
  { "concluded", { R, "2024-03-04 " APPROVAL ("reply"), "2024-03-05 replied" }, NULL, 0 },
  { "reopened", { R, "2024-03-04 " APPROVAL ("reply"), "2024-03-05 replied", "2024-03-06 reopened" },
    NULL, 0 },
};

static void
test_approvals (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (YsCasefile) file = derive (approvals[row].lines, "2024-04-01");

  g_assert_cmpstr (file->asks_approval, ==, approvals[row].asks);
  g_assert_cmpint (file->approval_seq, ==, approvals[row].seq);
}

static void
test_extended (void)
{
  static const char *const lines[] = { R, "2024-03-04 extension-granted", "2024-03-05 fee-noticed",
                                       "2024-03-06 fee-paid", "2024-06-03 extension-granted", NULL };
  g_autoptr (YsCasefile) before = derive (lines, "2024-03-03");
  g_autoptr (YsCasefile) extended = derive (lines, "2024-03-04");
  g_autoptr (YsCasefile) new_run = derive (lines, "2024-03-06");
  g_autoptr (YsCasefile) in_vain = derive (lines, "2024-06-03");

  g_assert_false (before->extended);
  g_assert_true (extended->extended);
  g_assert_false (new_run->extended);
  g_assert_false (in_vain->extended);
}

/* --- what is counted -------------------------------------------------------------------------- */

static void
test_reviews (void)
{
  static const char *const lines[] = {
    R, "2024-03-05 replied",
    "2024-04-01 review-opened {\"ref\":\"f\",\"route\":\"reconsideration\",\"served_on\":\"2024-04-02\",\"procedure\":\"summary\"}",
    "2024-04-08 review-opened {\"ref\":\"b\",\"route\":\"reconsideration\",\"as\":\"review-body\"}",
    "2024-05-06 review-decided {\"ref\":\"f\",\"result\":\"corrected\"}",
    "2024-06-03 review-opened {\"ref\":\"s\",\"route\":\"litigation-after-reconsideration\",\"as\":\"actor\"}",
    NULL,
  };
  g_autoptr (YsCasefile) file = derive (lines, "2024-06-03");
  g_autoptr (YsCasefile) before = derive (lines, "2024-05-05");
  const YsReview *f = g_ptr_array_index (file->reviews, 0);
  const YsReview *b = g_ptr_array_index (file->reviews, 1);
  const YsReview *s = g_ptr_array_index (file->reviews, 2);
  YsFigures figures;

  g_assert_cmpuint (before->reviews->len, ==, 2);
  assert_day (((const YsReview *) g_ptr_array_index (before->reviews, 0))->decided_on, NULL);
  g_assert_cmpuint (file->reviews->len, ==, 3);
  g_assert_cmpstr (f->ref, ==, "f");
  g_assert_cmpint (f->route, ==, YS_ROUTE_RECONSIDERATION);
  g_assert_true (f->summary);
  g_assert_false (f->as_review_body);
  assert_day (f->opened_on, "2024-04-01");
  assert_day (f->served_on, "2024-04-02");
  assert_day (f->decided_on, "2024-05-06");
  g_assert_cmpint (f->result, ==, YS_RESULT_CORRECTED);
  g_assert_true (b->as_review_body);
  assert_day (b->served_on, NULL);
  g_assert_cmpint (b->result, ==, YS_RESULT_PENDING);
  g_assert_false (s->as_review_body);
  g_assert_false (s->summary);

  ys_figures_begin (&figures, 2024, YS_FORM_2021);
  ys_casefile_tally (file, &figures);
  ys_figures_finish (&figures);
  g_assert_cmpint (figures.table4[YS_ROUTE_RECONSIDERATION][YS_RESULT_CORRECTED], ==, 1);
  /* what the agency decides as the review body is not counted */
  g_assert_cmpint (figures.table4[YS_ROUTE_RECONSIDERATION][YS_RESULT_TOTAL], ==, 1);
  g_assert_cmpint (figures.table4[s->route][YS_RESULT_PENDING], ==, 1);
}

static void
test_fees_and_facts (void)
{
  static const char *const lines[] = {
    "2023-12-04 received " FULL, "2023-12-05 fee-noticed", "2023-12-29 fee-paid {\"amount_fen\":100}",
    "2024-01-04 fee-noticed", "2024-01-05 fee-paid {\"amount_fen\":88000}",
    "2024-01-08 fee-noticed", "2024-01-09 fee-paid {\"amount_fen\":5}",
    "2024-01-10 replied {\"outcome\":\"partial\",\"ground\":\"37\",\"sent_by\":\"post\"}",
    "2024-02-01 reopened", "2024-02-05 replied", NULL,
  };
  g_autoptr (YsCasefile) file = derive (lines, "2024-03-01");
  g_autoptr (YsCasefile) at_new_year = derive (lines, "2023-12-31");
  YsFigures figures;
  YsCaseFacts facts;

  g_assert_cmpint (file->fee_paid_fen, ==, 88105);
  g_assert_cmpuint (file->fees->len, ==, 3);
  g_assert_cmpint (at_new_year->fee_paid_fen, ==, 100);

  ys_casefile_get_facts (file, &facts);
  g_assert_cmpint (facts.klass, ==, YS_CLASS_LEGAL);
  assert_day (facts.received_on, "2023-12-04");
  assert_day (facts.concluded_on, "2024-01-10");
  g_assert_cmpint (facts.outcome, ==, YS_OUTCOME_PARTIAL);

  ys_figures_begin (&figures, 2024, YS_FORM_2021);
  ys_casefile_tally (file, &figures);
  ys_figures_finish (&figures);
  g_assert_cmpint (figures.table3[YS_ROW_CARRIED_IN][YS_CLASS_LEGAL], ==, 1);
  g_assert_cmpint (figures.table3[YS_ROW_OUTCOMES + YS_OUTCOME_PARTIAL][YS_CLASS_LEGAL], ==, 1);
  g_assert_cmpint (figures.table3[YS_ROW_TOTAL][YS_COLUMN_TOTAL], ==, 1);
  g_assert_cmpint (figures.fee_cases, ==, 1);
  g_assert_cmpint (figures.fee_fen, ==, 88005);

  ys_figures_begin (&figures, 2023, YS_FORM_2021);
  ys_casefile_tally (file, &figures);
  ys_figures_finish (&figures);
  g_assert_cmpint (figures.table3[YS_ROW_NEW][YS_CLASS_LEGAL], ==, 1);
  g_assert_cmpint (figures.table3[YS_ROW_CARRIED_OUT][YS_CLASS_LEGAL], ==, 1);
  g_assert_cmpint (figures.fee_fen, ==, 100);
}

/* A case by dice: a casefile agrees with its clock, and is no other when derived again. */
static void
test_by_dice (void)
{
  g_autoptr (YsCalendar) calendar = case_maker_load_calendar ();
  g_autoptr (GRand) dice = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (YsHistory) history = case_maker_throw (dice, calendar, "2024-0001");
      gint64 n = ys_history_get_length (history);
      YsDay on = ys_history_get (history, g_rand_int_range (dice, 1, (gint32) n + 1))->on + 3;
      g_autoptr (YsCasefile) file = ys_casefile_new (history, calendar, on);

      g_assert_cmpint (file->seq, ==, n);
      if (file->clock == NULL)
        continue;
      g_assert_cmpint (file->clock->concluded_on, ==, file->concluded_on);
      g_assert_cmpint (file->concluded_on != YS_DAY_NONE, ==, file->outcome != YS_OUTCOME_NONE);
      g_assert_true (file->concluded_on == YS_DAY_NONE || file->first_concluded_on <= file->concluded_on);
      if (file->clock->state == YS_STATE_AWAITING_CORRECTION)
        g_assert_true (file->open & YS_OPEN_CORRECTION);
      if (file->clock->state == YS_STATE_AWAITING_FEE)
        g_assert_true (file->open & YS_OPEN_FEE);
      if (file->clock->state == YS_STATE_SUSPENDED)
        g_assert_true (file->open & YS_OPEN_CONSULTATION);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/casefile/nothing-known", test_nothing_known);
  g_test_add_func ("/rules/casefile/arrived", test_arrived);
  g_test_add_func ("/rules/casefile/handled", test_handled);
  g_test_add_func ("/rules/casefile/reopened", test_concluded_reopened_concluded);
  g_test_add_func ("/rules/casefile/conclusions", test_conclusions);
  g_test_add_func ("/rules/casefile/text", test_text);
  g_test_add_func ("/rules/casefile/text-without-gaps", test_text_without_gaps);
  g_test_add_func ("/rules/casefile/text-as-amended", test_text_as_amended);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *name = g_strconcat ("/rules/casefile/open/", questions[i].name, NULL);
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_questions);
    }
  for (guint i = 0; i < G_N_ELEMENTS (approvals); i++)
    {
      g_autofree char *name = g_strconcat ("/rules/casefile/approval/", approvals[i].name, NULL);
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_approvals);
    }
  g_test_add_func ("/rules/casefile/extended", test_extended);
  g_test_add_func ("/rules/casefile/reviews", test_reviews);
  g_test_add_func ("/rules/casefile/fees-and-facts", test_fees_and_facts);
  g_test_add_func ("/rules/casefile/by-dice", test_by_dice);
  return g_test_run ();
}
