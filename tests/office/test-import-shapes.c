/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Import is testimony, all or nothing": refusals for the shape of a line. Lines that are too long
 * stand in test-import-lines.c. */
#include "refusal.h"

static const Refusal shapes[] = {
  { "utf8",
    GOT "{'stream':'case/2024-0001','kind':'noted','on':'2024-02-09','body':{'text':'\xff'}}", 2,
    "bad-utf8", NULL },
  { "cut", GOT "{'stream':'case/2024-0001'\n", 2, "bad-json", NULL },
  { "two-objects", GOT "{} {}\n", 2, "bad-json", NULL },
  { "list", "[1]\n" GOT, 1, "not-object", NULL },
  { "text", "'x'\n" GOT, 1, "not-object", NULL },
  { "control", GOT CASE ("noted", "2024-02-09", "'text':'a\x01z'"), 2, "bad-json", NULL },
  { "nul-written", GOT CASE ("noted", "2024-02-09", "'text':'a\\u0000z'"), 2, "bad-json", NULL },
  { "half-pair", GOT CASE ("noted", "2024-02-09", "'text':'\\ud800'"), 2, "bad-json", NULL },
  { "key-twice",
    GOT "{'stream':'agency','stream':'agency','kind':'named','on':'2024-02-09','body':"
        "{'name':'局'}}",
    2, "duplicate-key", "stream" },
  { "key-twice-inside", GOT CASE ("noted", "2024-02-09", "'text':'a','text':'a'"), 2,
    "duplicate-key", "text" },
  { "null", GOT CASE ("noted", "2024-02-09", "'text':null"), 2, "null-value", NULL },
  { "null-beside",
    GOT "{'stream':'case/2024-0001','kind':'noted','on':'2024-02-09','body':{'text':"
        "'a'},'signature':null}",
    2, "null-value", NULL },
  { "float", GOT CASE ("extension-granted", "2024-02-09", "'days':5.0,'reason':'r'"), 2,
    "not-integer", NULL },
  { "power", GOT CASE ("extension-granted", "2024-02-09", "'days':1e1,'reason':'r'"), 2,
    "not-integer", NULL },
  { "huge-number", GOT CASE ("fee-paid", "2024-02-09", "'amount_fen':9007199254740992"), 2,
    "out-of-range", NULL },
  { "deep",
    GOT CASE ("noted",
              "2024-02-09",
              "'text':[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]"
              "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"),
    2, "too-deep", NULL },
  { "stream-short", LINE ("case/2024-001", "received", "2024-02-08", REQUEST ("2024-02-08")), 1,
    "unknown-stream", "case/2024-001" },
  { "stream-year", LINE ("case/2007-0001", "received", "2024-02-08", REQUEST ("2024-02-08")), 1,
    "unknown-stream", NULL },
  { "stream-other", LINE ("cases/2024-0001", "noted", "2024-02-08", "'text':'a'"), 1,
    "unknown-stream", NULL },
  { "stream-slash", LINE ("register/normative/a/b", "repealed", "2024-02-08", ""), 1,
    "unknown-stream", NULL },
  { "stream-blank", LINE ("staff/a b", "left", "2024-02-08", ""), 1, "unknown-stream", NULL },
  { "stream-decisions",
    LINE ("register/decisions/20x4",
          "counted",
          "2024-02-08",
          "'licence':0,'penalty':0,'coercion':0"),
    1, "unknown-stream", NULL },
  { "kind", GOT CASE ("invented", "2024-02-09", ""), 2, "unknown-kind", "invented" },
  { "kind-elsewhere", GOT LINE ("agency", "received", "2024-02-09", REQUEST ("2024-02-08")), 2,
    "unknown-kind", NULL },
  { "field-beside",
    GOT "{'stream':'case/2024-0001','kind':'noted','on':'2024-02-09','body':{'text':"
        "'a'},'remark':'b'}",
    2, "unknown-field", "remark" },
  { "field", GOT CASE ("noted", "2024-02-09", "'text':'a','colour':'red'"), 2, "unknown-field",
    "body.colour" },
  { "field-deep",
    CASE ("received",
          "2024-02-08",
          "'channel':'in-person','submitted_on':'2024-02-08'"
          ",'applicant':{'class':'person','name':'张三','age':3},'request':{'title':'a','"
          "description':'b',"
          "'form':'paper','delivery':'post'}"),
    1, "unknown-field", "body.applicant.age" },
  { "no-stream", "{'kind':'noted','on':'2024-02-09','body':{'text':'a'}}", 1, "missing-field",
    "stream" },
  { "no-kind", "{'stream':'agency','on':'2024-02-09','body':{'text':'a'}}", 1, "missing-field",
    "kind" },
  { "no-on", "{'stream':'agency','kind':'named','body':{'name':'a'}}", 1, "missing-field", "on" },
  { "no-body", "{'stream':'agency','kind':'named','on':'2024-02-09'}", 1, "missing-field", "body" },
  { "no-field", GOT CASE ("correction-asked", "2024-02-09", "'until':'2024-03-01'"), 2,
    "missing-field", "body.points" },
  { "no-field-deep",
    CASE ("received",
          "2024-02-08",
          "'channel':'in-person','submitted_on':"
          "'2024-02-08','applicant':{'class':'person'},'request':{'title':'a','description':'b','"
          "form':"
          "'paper','delivery':'post'}"),
    1, "missing-field", "body.applicant.name" },
  { "on-number", "{'stream':'agency','kind':'named','on':20240209,'body':{'name':'a'}}", 1,
    "wrong-type", "on" },
  { "body-list", "{'stream':'agency','kind':'named','on':'2024-02-09','body':[]}", 1, "wrong-type",
    "body" },
  { "actor-number",
    "{'stream':'agency','kind':'named','on':'2024-02-09','body':{'name':'a'},"
    "'actor':7}",
    1, "wrong-type", "actor" },
  { "text-number", GOT CASE ("noted", "2024-02-09", "'text':7"), 2, "wrong-type", "body.text" },
  { "int-text", GOT CASE ("fee-paid", "2024-02-09", "'amount_fen':'7'"), 2, "wrong-type",
    "body.amount_fen" },
  { "list-text",
    GOT CASE ("approval-asked", "2024-02-09", "'for':'reply','files':'" SM3 "','facts':'" SM3 "'"),
    2, "wrong-type", "body.files" },
  { "blank", GOT CASE ("noted", "2024-02-09", "'text':' \\t '"), 2, "empty", "body.text" },
  { "word",
    CASE ("received",
          "2024-02-08",
          "'channel':'pigeon','submitted_on':'2024-02-08',"
          "'applicant':{'class':'person','name':'a'},'request':{'title':'a','description':'b','"
          "form':"
          "'paper','delivery':'post'}"),
    1, "bad-value", NULL },
  { "outcome", GOT CASE ("replied", "2024-02-09", "'outcome':'given','sent_by':'post'"), 2,
    "bad-value", "given" },
  { "ground",
    GOT CASE ("replied",
              "2024-02-09",
              "'outcome':'granted','ground':'36-9','sent_by':"
              "'post'"),
    2, "bad-value", "36-9" },
  { "closed-with-reply", GOT CASE ("closed", "2024-02-09", "'outcome':'granted','reason':'r'"), 2,
    "bad-value", "body.outcome" },
  { "no-days", GOT CASE ("extension-granted", "2024-02-09", "'days':0,'reason':'r'"), 2,
    "out-of-range", "body.days" },
  { "21-days", GOT CASE ("extension-granted", "2024-02-09", "'days':21,'reason':'r'"), 2,
    "out-of-range", "body.days" },
  { "minus", GOT CASE ("fee-paid", "2024-02-09", "'amount_fen':-1"), 2, "out-of-range",
    "body.amount_fen" },
  { "of-nought", GOT CASE ("struck", "2024-02-09", "'of':0,'reason':'r'"), 2, "out-of-range",
    "body.of" },
  { "on-30-february", RECEIVED ("2024-02-30"), 1, "bad-date", "2024-02-30" },
  { "on-short", RECEIVED ("2024-2-8"), 1, "bad-date", "2024-2-8" },
  { "on-29-february", RECEIVED ("2023-02-29"), 1, "bad-date", "on" },
  { "until", GOT CASE ("delay-set", "2024-02-09", "'until':'soon','reason':'r'"), 2, "bad-date",
    "body.until" },
  { "digest-short",
    GOT CASE ("attached",
              "2024-02-09",
              "'file':'sm3:00','name':'a','role':'other',"
              "'media_type':'text/plain'"),
    2, "bad-digest", "body.file" },
  { "digest-upper",
    GOT CASE ("attached",
              "2024-02-09",
              "'file':'sm3:AAAA0000000000000000000000000000"
              "0000000000000000000000000000AAAA','name':'a','role':'other','media_type':'text/"
              "plain'"),
    2, "bad-digest", NULL },
  { "digest-md5",
    GOT CASE ("approval-asked",
              "2024-02-09",
              "'for':'reply','files':[],'facts':"
              "'md5:00'"),
    2, "bad-digest", "body.facts" },
  { "amount-comma",
    LINE ("register/decisions/2024",
          "counted",
          "2024-02-09",
          "'licence':1,'penalty':1,'coercion':1,'fee_wan':'1,000'"),
    1, "bad-amount", "body.fee_wan" },
  { "amount-nought",
    LINE ("register/decisions/2024",
          "counted",
          "2024-02-09",
          "'licence':1,'penalty':1,'coercion':1,'fee_wan':'01'"),
    1, "bad-amount", NULL },
  { "amount-minus",
    LINE ("register/decisions/2024",
          "counted",
          "2024-02-09",
          "'licence':1,'penalty':1,'coercion':1,'fee_wan':'-1'"),
    1, "bad-amount", NULL },
  { "ground-other",
    GOT CASE ("replied",
              "2024-02-09",
              "'outcome':'partial','ground':'36-1',"
              "'sent_by':'post'"),
    2, "ground-disagrees", NULL },
  { "ground-other-draft", GOT CASE ("drafted", "2024-02-09", "'outcome':'granted','ground':'37'"),
    2, "ground-disagrees", NULL },
  { "tomorrow", LINE ("case/2025-0001", "received", "2025-01-01", REQUEST ("2024-12-31")), 1,
    "future-date", "on" },
  { "submitted-tomorrow", CASE ("received", REFUSAL_TODAY, REQUEST ("2025-01-01")), 1,
    "future-date", "body.submitted_on" },
  { "served-tomorrow",
    GOT CASE ("review-opened",
              REFUSAL_TODAY,
              "'ref':'a','route':'litigation','served_on':"
              "'2025-01-01'"),
    2, "future-date", "body.served_on" },
  { "before-2008", LINE ("case/2008-0001", "received", "2008-04-30", REQUEST ("2008-04-30")), 1,
    "too-early", "2008-05-01" },
  { "before-1949",
    LINE ("register/normative/a", "issued", "1949-09-30", "'type':'rule','title':'a'"), 1,
    "too-early", "1949-10-01" },
  { "until-far", GOT CASE ("delay-set", REFUSAL_TODAY, "'until':'2030-01-01','reason':'r'"), 2,
    "too-late", "body.until" },
};

static void
test_each (void)
{
  run_refusals (shapes, G_N_ELEMENTS (shapes));
}

static void
test_every_id (void)
{
  assert_every_id (shapes, G_N_ELEMENTS (shapes), YS_FAULT_BAD_UTF8, YS_FAULT_TOO_LATE,
                   YS_FAULT_TOO_LONG);
}

/* All refusals of a file are counted, and the first twenty by line are told. */
static void
test_counted (void)
{
  g_autoptr (Place) place = place_new (REFUSAL_TODAY, YS_STAFF_APPROVAL_NONE);
  g_autoptr (YsImportReport) report = NULL;
  g_autoptr (GString) text = g_string_new (GOT);

  for (int i = 0; i < 57; i++)
    g_string_append (text, i % 3 == 0 ? NOTED : CASE ("noted", "2024-02-09", ""));
  g_assert_false (place_try_import (place, quoted (text->str), -1, &report, NULL));
  g_assert_cmpint (report->lines, ==, 58);
  g_assert_cmpint (report->refusals, ==, 38);
  g_assert_cmpuint (report->refused->len, ==, YS_IMPORT_REMARKS);
  for (guint i = 0; i < report->refused->len; i++)
    {
      const YsImportRemark *remark = g_ptr_array_index (report->refused, i);

      g_assert_cmpint (remark->line, ==, 3 + i + i / 2);
    }
  assert_nothing_kept (place, 0, report);
}

/* Streams are judged one after the other, and yet the first lines are told. */
static void
test_first_by_line (void)
{
  g_autoptr (Place) place = place_new (REFUSAL_TODAY, YS_STAFF_APPROVAL_NONE);
  g_autoptr (YsImportReport) report = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 60; i > 0; i--)
    g_string_append_printf (text, LINE ("case/2024-%04d", "assigned", "2024-02-09", "'to':'甲'"),
                            i);
  g_assert_false (place_try_import (place, quoted (text->str), -1, &report, NULL));
  g_assert_cmpint (report->refusals, ==, 60);
  g_assert_cmpuint (report->refused->len, ==, YS_IMPORT_REMARKS);
  for (guint i = 0; i < report->refused->len; i++)
    g_assert_cmpint (((YsImportRemark *) g_ptr_array_index (report->refused, i))->line, ==, i + 1);
  assert_nothing_kept (place, 0, report);
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);

  g_test_add_func ("/import/shapes/each", test_each);
  g_test_add_func ("/import/shapes/every-id", test_every_id);
  g_test_add_func ("/import/shapes/counted", test_counted);
  g_test_add_func ("/import/shapes/first-by-line", test_first_by_line);
  return place_run ();
}
