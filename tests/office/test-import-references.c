/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Import is testimony": references that name nothing, files that are nowhere, amendments of what
 * does not stand there, streams that were there before, and lines that stand twice. */
#include "refusal.h"

static const Refusal references[] = {
  { "of-later", GOT CASE ("delivered", "2024-02-09", "'of':3") ASKED, 2, "no-such-entry",
    "body.of" },
  { "of-itself", GOT CASE ("struck", "2024-02-09", "'of':2,'reason':'r'"), 2, "no-such-entry",
    "body.of" },
  { "of-beyond", GOT CASE ("undelivered", "2024-02-09", "'of':99,'reason':'r'"), 2, "no-such-entry",
    "99" },
  { "amended-beyond",
    GOT CASE ("amended",
              "2024-02-09",
              "'of':9,'field':'on','from':'2024-02-08',"
              "'to':'2024-02-07','reason':'r'"),
    2, "no-such-entry", "body.of" },
  { "asked-beyond", GOT CASE ("approved", "2024-02-09", "'asked':4,'files':[],'facts':'" SM3 "'"),
    2, "no-such-entry", "body.asked" },
  { "asked-other", GOT NOTED CASE ("returned", "2024-02-09", "'asked':2,'reason':'r'"), 3,
    "no-such-entry", "body.asked" },
  { "ref-opinion",
    GOT SENT CASE ("consultation-answered", "2024-02-09", "'ref':'乙','opinion':'agree'"), 3,
    "no-such-ref", "乙" },
  { "ref-crossed",
    GOT SENT
      CASE ("search-answered", "2024-02-09", "'ref':'甲','where':'a','terms':'b','result':'none'"),
    3, "no-such-ref", "body.ref" },
  { "ref-review", GOT REPLIED CASE ("review-decided", "2024-03-04", "'ref':'a','result':'other'"),
    3, "no-such-ref", "body.ref" },
  { "ref-reopened", GOT REPLIED CASE ("reopened", "2024-03-04", "'ref':'a','reason':'r'"), 3,
    "no-such-ref", "body.ref" },
  { "no-letter-note", GOT NOTED CASE ("delivered", "2024-02-09", "'of':2"), 3, "no-letter",
    "note" },
  { "no-letter-request", GOT CASE ("dispatched", "2024-02-09", "'of':1,'by':'EMS'"), 2, "no-letter",
    NULL },
  { "no-letter-delivered",
    GOT ASKED CASE ("delivered", "2024-02-10", "'of':2")
      CASE ("undelivered", "2024-02-10", "'of':3,'reason':'r'"),
    4, "no-letter", NULL },
  { "no-file",
    GOT CASE ("attached",
              "2024-02-09",
              "'file':'" SM3 "','name':'a','role':'other',"
              "'media_type':'text/plain'"),
    2, "no-file", "sm3:0000" },
  { "no-file-of-reply",
    GOT CASE ("replied",
              "2024-02-09",
              "'outcome':'granted','ground':'36-2',"
              "'sent_by':'post','files':['" SM3 "']"),
    2, "no-file", NULL },
  { "no-file-of-agent",
    CASE ("received",
          "2024-02-08",
          REQUEST ("2024-02-08") ",'agent':{'name':'李四','authorisation':'" SM3 "'}"),
    1, "no-file", NULL },
  { "no-file-of-draft",
    GOT CASE ("drafted", "2024-02-09", "'outcome':'granted','files':['" SM3 "']"), 2, "no-file",
    NULL },
  { "no-file-of-document",
    LINE ("register/normative/a",
          "issued",
          "2024-02-09",
          "'type':'rule','title':'a','file':'" SM3 "'"),
    1, "no-file", NULL },
  { "from",
    GOT CASE ("amended",
              "2024-02-09",
              "'of':1,'field':'applicant.name','from':'张三丰','to':"
              "'李四','reason':'r'"),
    2, "from-differs", "applicant.name" },
  { "from-after-amendment",
    GOT CASE ("amended",
              "2024-02-09",
              "'of':1,'field':'applicant.name',"
              "'from':'张三','to':'李四','reason':'r'")
      CASE ("amended",
            "2024-02-09",
            "'of':1,'field':"
            "'applicant.name','from':'张三','to':'王五','reason':'r'"),
    3, "from-differs", NULL },
  { "from-on",
    GOT CASE ("amended",
              "2024-02-09",
              "'of':1,'field':'on','from':'2024-02-07','to':"
              "'2024-02-06','reason':'r'"),
    2, "from-differs", NULL },
  { "from-text-number",
    GOT CASE ("fee-noticed",
              "2024-02-09",
              "'basis':'pages','quantity':31,"
              "'amount_fen':1000") CASE ("amended",
                                         "2024-02-09",
                                         "'of':2,'field':'amount_fen','from':'1000',"
                                         "'to':'1010','reason':'r'"),
    3, "from-differs", NULL },
  { "amended-amendment",
    GOT CASE ("amended",
              "2024-02-09",
              "'of':1,'field':'applicant.name','from':"
              "'张三','to':'李四','reason':'r'") CASE ("amended",
                                                       "2024-02-09",
                                                       "'of':2,'field':'to','from':"
                                                       "'李四','to':'王五','reason':'r'"),
    3, "not-amendable", NULL },
  { "amended-to-nonsense",
    GOT CASE ("amended",
              "2024-02-09",
              "'of':1,'field':'channel','from':"
              "'in-person','to':'pigeon','reason':'r'"),
    2, "bad-value", "body.to" },
  { "amended-to-future",
    GOT CASE ("amended",
              "2024-02-09",
              "'of':1,'field':'on','from':'2024-02-08',"
              "'to':'2025-01-01','reason':'r'"),
    2, "future-date", "body.to" },
  { "amended-no-field",
    GOT CASE ("amended",
              "2024-02-09",
              "'of':1,'field':'colour','from':'','to':"
              "'red','reason':'r'"),
    2, "unknown-field", NULL },
  { "stream-there", NOTED GOT, 1, "stream-exists", "2024-0001", GOT },
  { "stream-there-only-note", NOTED, 1, "stream-exists", "2024-0001", GOT },
  { "line-twice", GOT NOTED NOTED, 3, "same-line", "2" },
  { "line-twice-otherwise-written",
    GOT NOTED "{ 'body' : {'text':'\\u8bb0'} ,'on':'2024-02-09',"
              "'kind':'noted','stream':'case/2024-0001','seq':77}",
    3, "same-line", "2" },
  { "line-twice-blank-between", GOT NOTED "\n\n" NOTED, 5, "same-line", "2" },
  { "line-twice-register",
    LINE ("register/normative/opening", "counted", "2024-02-09", "'rule':1,'normative':2")
      LINE ("register/normative/opening", "counted", "2024-02-09", "'normative':2,'rule':1"),
    2, "same-line", "1" },
};

static void
test_each (void)
{
  run_refusals (references, G_N_ELEMENTS (references));
}

static void
test_every_id (void)
{
  assert_every_id (references, G_N_ELEMENTS (references), YS_FAULT_NO_SUCH_ENTRY,
                   YS_FAULT_SAME_LINE, YS_FAULT_NONE);
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);

  g_test_add_func ("/import/references/each", test_each);
  g_test_add_func ("/import/references/every-id", test_every_id);
  return place_run ();
}
