/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Import is testimony": orders impossible in life, what may follow a conclusion and what may not;
 * and what is lawful though it looks as if it were not. */
#include "refusal.h"

#include <string.h>

#define ARCHIVED                                                                                   \
  GOT CASE ("withdrawn", "2024-02-18", "")                                                         \
    CASE ("archived", "2024-02-19", "'file_no':'1','retention':'10y'")
#define DESTRUCTION_ASKED CASE ("destruction-asked", "2024-12-29", "'reason':'r'")
#define DESTROYED(kept) CASE ("destroyed", "2024-12-30", "'asked':4,'kept':[" kept "]")
#define GONE "'（已销毁）'"
#define KEPT                                                                                       \
  "{'seq':1,'body':{'channel':'in-person','submitted_on':'2024-02-08','applicant':"                \
  "{'class':'person','name':" GONE "},'request':{'title':" GONE ",'description':" GONE ","         \
  "'form':'paper','delivery':'post'}}},{'seq':2,'body':{}},"                                       \
  "{'seq':3,'body':{'file_no':" GONE ",'retention':'10y'}},{'seq':4,'body':{'reason':" GONE "}}"

static const Refusal orders[] = {
  { "before-receipt", CASE ("assigned", "2024-02-08", "'to':'甲'"), 1, "before-receipt", NULL },
  { "before-receipt-by-day", GOT CASE ("assigned", "2024-02-07", "'to':'甲'"), 2, "before-receipt",
    NULL },
  { "replied-first", REPLIED, 1, "before-receipt", NULL },
  { "arrived-twice",
    CASE ("arrived", "2024-02-08", REQUEST ("2024-02-08"))
      CASE ("arrived", "2024-02-09", REQUEST ("2024-02-08")),
    2, "second-receipt", NULL },
  { "received-twice", GOT RECEIVED ("2024-02-09"), 2, "second-receipt", NULL },
  { "arrived-after", GOT CASE ("arrived", "2024-02-09", REQUEST ("2024-02-08")), 2,
    "second-receipt", NULL },
  { "confirmed-twice",
    CASE ("arrived", "2024-02-08", REQUEST ("2024-02-08"))
      CASE ("received", "2024-02-09", "'confirmed_by':'电话'")
        CASE ("received", "2024-02-10", "'confirmed_by':'电话'"),
    3, "second-receipt", NULL },
  { "whole-after-arrived",
    CASE ("arrived", "2024-02-08", REQUEST ("2024-02-08")) RECEIVED ("2024-02-09"), 2,
    "unknown-field", "body.channel" },
  { "confirmed-alone", CASE ("received", "2024-02-09", "'confirmed_by':'电话'"), 1, "missing-field",
    "body.channel" },
  { "corrected", GOT CASE ("corrected", "2024-02-09", ""), 2, "not-asked", NULL },
  { "corrected-twice",
    GOT ASKED CASE ("corrected", "2024-02-19", "") CASE ("corrected", "2024-02-20", ""), 4,
    "not-asked", NULL },
  { "corrected-before-asked", GOT ASKED CASE ("corrected", "2024-02-08", ""), 3, "not-asked",
    NULL },
  { "fee-paid", GOT CASE ("fee-paid", "2024-02-09", "'amount_fen':1"), 2, "not-asked", NULL },
  { "opinion-twice",
    GOT SENT CASE ("consultation-answered", "2024-02-19", "'ref':'甲','opinion':'agree'")
      CASE ("consultation-answered", "2024-02-20", "'ref':'甲','opinion':'none'"),
    4, "not-asked", NULL },
  { "search-twice",
    GOT CASE ("search-asked", "2024-02-09", "'ref':'a','unit':'档案室'")
      CASE ("search-answered", "2024-02-19", "'ref':'a','where':'w','terms':'t','result':'none'")
        CASE ("search-answered", "2024-02-20", "'ref':'a','where':'w','terms':'t','result':'none'"),
    4, "not-asked", NULL },
  { "reasons", GOT CASE ("reasons-given", "2024-02-09", ""), 2, "not-asked", NULL },
  { "lapse-correction",
    GOT CASE ("closed", "2024-02-09", "'outcome':'other.correction-lapsed','reason':'r'"), 2,
    "not-asked", NULL },
  { "lapse-fee", GOT CASE ("closed", "2024-02-09", "'outcome':'other.fee-lapsed','reason':'r'"), 2,
    "not-asked", NULL },
  { "lapse-answered",
    GOT ASKED CASE ("corrected", "2024-02-19", "")
      CASE ("closed", "2024-03-04", "'outcome':'other.correction-lapsed','reason':'r'"),
    4, "not-asked", NULL },
  { "reopened", GOT CASE ("reopened", "2024-02-09", "'reason':'r'"), 2, "not-concluded", NULL },
  { "reopened-twice",
    GOT REPLIED CASE ("reopened", "2024-03-04", "'reason':'r'")
      CASE ("reopened", "2024-03-05", "'reason':'r'"),
    4, "not-concluded", NULL },
  { "destruction-of-an-open-case", GOT DESTRUCTION_ASKED, 2, "not-archived", NULL },
  { "destruction-asked-twice", ARCHIVED DESTRUCTION_ASKED CASE ("destruction-asked", "2024-12-30", "'reason':'s'"),
    5, "asked-already", "4" },
  { "destroyed-unasked", ARCHIVED CASE ("noted", "2024-12-30", "'text':'x'") DESTROYED (""), 5,
    "no-such-entry", "body.asked" },
  { "destroyed-and-nothing-kept", ARCHIVED DESTRUCTION_ASKED DESTROYED (""), 5, "kept-differs",
    "body.kept" },
  { "noted-after-destruction",
    ARCHIVED DESTRUCTION_ASKED DESTROYED (KEPT) CASE ("noted", "2024-12-30", "'text':'x'"), 6,
    "after-destruction", NULL },
};

/* Whatever may not follow a conclusion. */
static const char *const afterwards[] = {
  CASE ("correction-asked", "2024-03-04", "'points':'p','until':'2024-03-20'"),
  CASE ("corrected", "2024-03-04", ""),
  CASE ("consultation-sent", "2024-03-04", "'ref':'z','with':'agency','name':'局'"),
  CASE ("search-asked", "2024-03-04", "'ref':'z','unit':'u'"),
  CASE ("extension-granted", "2024-03-04", "'days':5,'reason':'r','approver':'长'"),
  CASE ("reasons-asked", "2024-03-04", ""),
  CASE ("reasons-given", "2024-03-04", ""),
  CASE ("delay-set", "2024-03-04", "'until':'2024-05-01','reason':'r'"),
  CASE ("fee-noticed", "2024-03-04", "'basis':'pages','quantity':31,'amount_fen':1000"),
  CASE ("drafted", "2024-03-04", "'outcome':'granted'"),
  CASE ("reviewed", "2024-03-04", "'as':'legal','opinion':'agree'"),
  CASE ("approval-asked", "2024-03-04", "'for':'reply','files':[],'facts':'" SM3 "'"),
  CASE ("approved", "2024-03-04", "'asked':3,'files':[],'facts':'" SM3 "'"),
  CASE ("returned", "2024-03-04", "'asked':3,'reason':'r'"),
  CASE ("replied", "2024-03-04", "'outcome':'granted','sent_by':'post'"),
  CASE ("withdrawn", "2024-03-04", ""),
  CASE ("closed", "2024-03-04", "'outcome':'other.other','reason':'r'"),
};

/* And whatever may. */
static const char *const allowed[] = {
  CASE ("review-opened", "2024-03-04", "'ref':'复','route':'reconsideration'"),
  CASE ("review-decided", "2024-03-05", "'ref':'复','result':'other'"),
  CASE ("dispatched", "2024-03-04", "'of':7,'by':'EMS'"),
  CASE ("delivered", "2024-03-05", "'of':7"),
  CASE ("undelivered", "2024-03-05", "'of':7,'reason':'r'"),
  CASE ("noted", "2024-03-04", "'text':'后'"),
  CASE ("linked", "2024-03-04", "'to':'2024-0009','as':'merged'"),
  CASE ("amended",
        "2024-03-04",
        "'of':1,'field':'applicant.name','from':'张三','to':'李四','reason':'r'"),
  CASE ("struck", "2024-03-04", "'of':2,'reason':'r'"),
  CASE ("archived", "2024-03-04", "'file_no':'1','retention':'10y'"),
  CASE ("assigned", "2024-03-04", "'to':'乙'"),
  CASE ("consultation-answered", "2024-03-04", "'ref':'甲','opinion':'agree'"),
  CASE ("search-answered", "2024-03-04", "'ref':'s','where':'w','terms':'t','result':'none'"),
  CASE ("fee-paid", "2024-03-04", "'amount_fen':1000"),
  CASE ("reopened", "2024-03-06", "'reason':'r'"),
};

static void
test_each (void)
{
  run_refusals (orders, G_N_ELEMENTS (orders));
}

static void
test_every_id (void)
{
  assert_every_id (orders, G_N_ELEMENTS (orders), YS_FAULT_BEFORE_RECEIPT,
                   YS_FAULT_AFTER_CONCLUSION, YS_FAULT_AFTER_CONCLUSION);
}

static void
test_after_conclusion (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (afterwards); i++)
    {
      g_autofree char *text = g_strconcat (GOT, REPLIED, afterwards[i], NULL);
      Refusal row = { afterwards[i], text, 3, "after-conclusion", NULL };

      /* An approval must have been asked for before the reply, to fail for the reply alone. */
      if (strstr (afterwards[i], "'asked':3") != NULL)
        {
          g_free (text);
          text = g_strconcat (GOT, NOTED,
                              CASE ("approval-asked", "2024-02-20",
                                    "'for':'reply','files':[],'facts':'" SM3 "'"),
                              REPLIED, afterwards[i], NULL);
          row.text = text;
          row.line = 5;
        }
      run_refusals (&row, 1);
    }
}

static void
test_allowed_after_conclusion (void)
{
  g_autoptr (Place) place = place_new (REFUSAL_TODAY, YS_STAFF_APPROVAL_NONE);
  g_autoptr (GString) text = g_string_new (GOT NOTED SENT);

  g_string_append (text, CASE ("search-asked", "2024-02-09", "'ref':'s','unit':'u'"));
  g_string_append (text,
                   CASE ("consultation-answered", "2024-02-20", "'ref':'甲','opinion':'none'"));
  g_string_append (text, CASE ("consultation-sent", "2024-02-20",
                               "'ref':'甲','with':'agency','name':'局'"));
  g_string_append (text, CASE ("fee-noticed", "2024-02-21",
                               "'basis':'pages','quantity':31,'amount_fen':1000"));
  g_string_append (text, REPLIED);
  for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
    g_string_append (text, allowed[i]);
  place_import (place, text->str);
  g_assert_cmpint (get_position (place->session), ==, 8 + G_N_ELEMENTS (allowed));
}

/* What is lawful and looks as if it were not. */
static void
test_not_refused (void)
{
  static const char *const texts[] = {
    CASE ("noted", "2024-02-01", "'text':'a'") GOT,
    CASE ("attached", "2024-02-01", "'file':'" SM3 "','name':'a','role':'other','media_type':'a/b'")
      GOT,
    GOT REPLIED CASE ("noted", "2024-02-09", "'text':'a'"),
    GOT CASE ("delay-set", REFUSAL_TODAY, "'until':'2029-12-31','reason':'r'"),
    LINE ("case/2008-0001", "received", "2008-05-01", REQUEST ("2008-05-01")),
    LINE ("register/normative/a", "issued", "1949-10-01", "'type':'rule','title':'a'"),
    LINE ("case/2024-123456789", "received", "2024-02-08", REQUEST ("2024-02-08")),
    LINE ("case/2024-00001", "received", "2024-02-08", REQUEST ("2024-02-08")) GOT,
    GOT
    "{'stream':'case/2024-0001','kind':'noted','on':'2024-02-09','body':{'text':'a'},'actor':'b'}\n"
    "{'stream':'case/2024-0001','kind':'noted','on':'2024-02-09','body':{'text':'a'},'actor':'c'}\n"
    "{'stream':'case/2024-0001','kind':'noted','on':'2024-02-09','body':{'text':'a'}}\n",
    GOT CASE ("replied", "2024-02-10", "'outcome':'granted','sent_by':'post'"), /* a Saturday */
    GOT CASE ("amended", "2024-02-09",
              "'of':1,'field':'on','from':'2024-02-08','to':'2024-02-07','reason':'r'")
      CASE ("assigned", "2024-02-07", "'to':'甲'"),
    GOT CASE ("amended", "2024-02-09",
              "'of':1,'field':'applicant.phone','from':'','to':'1','reason':'r'"),
    GOT CASE ("struck", "2024-02-09", "'of':1,'reason':'r'") RECEIVED ("2024-02-19"),
    LINE ("calendar/2027", "announced", "2024-02-09",
          "'notice':'n','rest':[{'name':'元旦','from':"
          "'2027-01-01','to':'2027-01-03'}],'work':[]"),
    /* Digests of what was approved; the bytes need not be there. */
    GOT CASE ("approval-asked", "2024-02-09",
              "'for':'reply','files':['sm3:1" ZEROS "'],'facts':'sm3:2" ZEROS "'")
      CASE ("approved", "2024-02-09",
            "'asked':2,'files':['sm3:1" ZEROS "'],'facts':"
            "'sm3:2" ZEROS "'"),
    LINE ("register/work/a", "held", "2024-02-09", "'kind':'training','people':31,'where':'礼堂'"),
    LINE ("matter/2024-0001", "opened", "2024-02-09", "'kind':'enquiry','title':'a'"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (Place) place = place_new (REFUSAL_TODAY, YS_STAFF_APPROVAL_RECORDED);
      g_autofree char *digest = digest_of (place, "bytes", "sm3:");
      g_autofree char *name = g_strconcat ("files/", digest, NULL);
      g_auto (GStrv) parts = g_strsplit (texts[i], SM3, -1);
      g_autofree char *text = g_strjoinv (digest, parts);

      g_test_message ("%u", i);
      place_write (place, name, "bytes", -1);
      place_import (place, text);
      assert_whole (place->session);
    }
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);

  g_test_add_func ("/import/orders/each", test_each);
  g_test_add_func ("/import/orders/every-id", test_every_id);
  g_test_add_func ("/import/orders/after-conclusion", test_after_conclusion);
  g_test_add_func ("/import/orders/allowed-after-conclusion", test_allowed_after_conclusion);
  g_test_add_func ("/import/orders/not-refused", test_not_refused);
  return place_run ();
}
