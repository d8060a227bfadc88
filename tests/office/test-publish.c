/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The registers, the agency and the notices of rest days (publish.h): each act once lawful and in
 * each way that it is refused. */
#include "act.h"

#include "office/notice.h"
#include "office/publish.h"

#define TOMORROW "2024-03-02"

ACT (issue,
     ys_office_issue_document (
       session, "2024-1", day (ACT_TODAY), FALSE, "办法", "某〔2024〕1号", error))
ACT (issue_rule,
     ys_office_issue_document (session, "规1", day (ACT_TODAY), TRUE, "规章", NULL, error))
ACT (issue_untitled,
     ys_office_issue_document (session, "2024-1", day (ACT_TODAY), FALSE, "", NULL, error))
ACT (issue_tomorrow,
     ys_office_issue_document (session, "2024-1", day (TOMORROW), FALSE, "t", NULL, error))
ACT (issue_1949,
     ys_office_issue_document (session, "2024-1", day ("1949-09-30"), FALSE, "t", NULL, error))
ACT (issue_nameless,
     ys_office_issue_document (session, "", day (ACT_TODAY), FALSE, "t", NULL, error))
ACT (issue_slash,
     ys_office_issue_document (session, "a/b", day (ACT_TODAY), FALSE, "t", NULL, error))
ACT (issue_opening,
     ys_office_issue_document (session, "opening", day (ACT_TODAY), FALSE, "t", NULL, error))
ACT (repeal, ys_office_repeal_document (session, "2024-1", day (ACT_TODAY), "某令", error))
ACT (repeal_plain, ys_office_repeal_document (session, "2024-1", day (ACT_TODAY), NULL, error))
ACT (repeal_before, ys_office_repeal_document (session, "2024-1", day ("2024-02-18"), NULL, error))
ACT (opening, ys_office_count_opening (session, day ("2023-12-31"), 3, 120, error))
ACT (opening_minus, ys_office_count_opening (session, day ("2023-12-31"), -1, 0, error))
ACT (decisions,
     ys_office_count_decisions (session, 2023, day (ACT_TODAY), 1, 2, 3, "59237.2449", error))
ACT (decisions_plain,
     ys_office_count_decisions (session, 2023, day (ACT_TODAY), 0, 0, 0, NULL, error))
ACT (decisions_comma,
     ys_office_count_decisions (session, 2023, day (ACT_TODAY), 1, 2, 3, "59,237", error))
ACT (decisions_minus,
     ys_office_count_decisions (session, 2023, day (ACT_TODAY), 1, -2, 3, NULL, error))
ACT (decisions_never,
     ys_office_count_decisions (session, 23, day (ACT_TODAY), 1, 2, 3, NULL, error))
ACT (rename, ys_office_name_agency (session, day (ACT_TODAY), "新局", error))
ACT (rename_nothing, ys_office_name_agency (session, day (ACT_TODAY), " ", error))
ACT (rename_tomorrow, ys_office_name_agency (session, day (TOMORROW), "新局", error))
ACT (notice,
     ys_office_announce_notice (session,
                                day (ACT_TODAY),
                                "year 2027\nnotice 通知\naddress https://a\nrest 元旦 2027-01-01 "
                                "2027-01-03\nwork 元旦 2027-01-09\nrest 春节 2027-02-05\n",
                                error))
ACT (notice_tomorrow,
     ys_office_announce_notice (
       session, day (TOMORROW), "year 2027\nrest 元旦 2027-01-01 2027-01-03\n", error))

#define ISSUED                                                                                     \
  LINE ("register/normative/2024-1", "issued", "2024-02-19", "'type':'rule','title':'t'")

static const ActRow publishing[] = {
  DONE (issue,
        GOT,
        "issued 2024-03-01 "
        "{'document_number':'某〔2024〕1号','title':'办法','type':'normative'}\n"),
  DONE (issue_rule, GOT, "issued 2024-03-01 {'title':'规章','type':'rule'}\n"),
  REFUSED (issue_untitled, GOT, "body.title"),
  REFUSED (issue_tomorrow, GOT, "2024-03-02"),
  REFUSED (issue_1949, GOT, "1949-10-01"),
  REFUSED (issue_nameless, GOT, NULL),
  REFUSED (issue_slash, GOT, NULL),
  REFUSED (issue_opening, GOT, NULL),
  REFUSED (issue, ISSUED, "2024-1"),
  REFUSED (issue,
           ISSUED LINE ("register/normative/2024-1", "repealed", "2024-02-20", ""),
           "2024-1"),
  DONE (repeal, ISSUED, "repealed 2024-03-01 {'by':'某令'}\n"),
  DONE (repeal_plain, ISSUED, "repealed 2024-03-01 {}\n"),
  REFUSED (repeal, GOT, "2024-1"),
  REFUSED (repeal,
           ISSUED LINE ("register/normative/2024-1", "repealed", "2024-02-20", ""),
           "2024-1"),
  REFUSED (repeal_before, ISSUED, "2024-02-19"),
  DONE (opening, GOT, "counted 2023-12-31 {'normative':120,'rule':3}\n"),
  REFUSED (opening_minus, GOT, "body.rule"),
  DONE (decisions,
        GOT,
        "counted 2024-03-01 {'coercion':3,'fee_wan':'59237.2449','licence':1,'penalty':2}\n"),
  DONE (decisions_plain, GOT, "counted 2024-03-01 {'coercion':0,'licence':0,'penalty':0}\n"),
  REFUSED (decisions_comma, GOT, "body.fee_wan"),
  REFUSED (decisions_minus, GOT, "body.penalty"),
  REFUSED (decisions_never, GOT, NULL),
  DONE (rename, GOT, "named 2024-03-01 {'name':'新局'}\n"),
  REFUSED (rename_nothing, GOT, "body.name"),
  REFUSED (rename_tomorrow, GOT, "2024-03-02"),
  DONE (notice,
        GOT,
        "announced 2024-03-01 {'address':'https://a','notice':'通知','rest':[{'from':'2027-01-01',"
        "'name':'元旦','to':'2027-01-03'},{'from':'2027-02-05','name':'春节','to':'2027-02-05'}],'"
        "work':["
        "'2027-01-09']}\n"),
  REFUSED (notice_tomorrow, GOT, "2024-03-02"),
};

static void
test_publishing (void)
{
  run_acts (publishing, G_N_ELEMENTS (publishing), YS_STAFF_APPROVAL_RECORDED);
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);

  g_test_add_func ("/publish/each", test_publishing);
  return place_run ();
}
