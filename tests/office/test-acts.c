/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done to a case while it runs (register.h, inquire.h, charge.h): each act once lawful
 * and in each way that it is refused. New cases are in test-register.c, ends in test-acts-end.c. */
#include "act.h"

#include "office/charge.h"
#include "office/inquire.h"
#include "office/register.h"

#include <string.h>

#define TOMORROW "2024-03-02"
#define REPLIED                                                                                    \
  CASE ("replied", "2024-02-20", "'outcome':'granted','ground':'36-2','sent_by':'post'")
#define ASKED CASE ("correction-asked", "2024-02-19", "'points':'p','until':'2024-03-20'")
#define ARRIVED CASE ("arrived", "2024-02-08", REQUEST ("2024-02-08"))
#define SENT CASE ("consultation-sent", "2024-02-19", "'ref':'甲','with':'third-party','name':'某'")
#define SEARCHED CASE ("search-asked", "2024-02-19", "'ref':'甲','unit':'档案室'")
#define NOTICED                                                                                    \
  CASE ("fee-noticed", "2024-02-19", "'basis':'pages','quantity':31,'amount_fen':1000")

/* --- register.h ------------------------------------------------------------------------------ */

ACT (confirm, ys_office_confirm (session, ID, day ("2024-02-19"), "电话", error))
ACT (confirm_tomorrow, ys_office_confirm (session, ID, day (TOMORROW), "电话", error))
ACT (confirm_before, ys_office_confirm (session, ID, day ("2024-02-07"), "电话", error))
ACT (confirm_by_nobody, ys_office_confirm (session, ID, day ("2024-02-19"), "", error))
ACT (confirm_by_null, ys_office_confirm (session, ID, day ("2024-02-19"), NULL, error))
ACT (assign, ys_office_assign (session, ID, day (ACT_TODAY), "officer-1", error))
ACT (assign_before, ys_office_assign (session, ID, day ("2024-02-07"), "officer-1", error))
ACT (assign_nobody, ys_office_assign (session, ID, day (ACT_TODAY), " ", error))
ACT (note, ys_office_note (session, ID, day (ACT_TODAY), "两\n行", error))
ACT (note_before, ys_office_note (session, ID, day ("2024-02-07"), "早", error))
ACT (note_nothing, ys_office_note (session, ID, day (ACT_TODAY), NULL, error))
ACT (note_tomorrow, ys_office_note (session, ID, day (TOMORROW), "a", error))
ACT (link, ys_office_link (session, ID, day (ACT_TODAY), "2024-0002", "transferred", "某局", error))
ACT (link_plain, ys_office_link (session, ID, day (ACT_TODAY), "2024-0002", "merged", NULL, error))
ACT (link_nowhere, ys_office_link (session, ID, day (ACT_TODAY), "2", "merged", NULL, error))
ACT (link_oddly, ys_office_link (session, ID, day (ACT_TODAY), "2024-0002", "like", NULL, error))

static const ActRow registering[] = {
  DONE (confirm, ARRIVED, "received 2024-02-19 {'confirmed_by':'电话'}\n"),
  REFUSED (confirm, GOT, NULL),
  REFUSED (confirm, ARRIVED CASE ("received", "2024-02-09", "'confirmed_by':'a'"), NULL),
  REFUSED (confirm_tomorrow, ARRIVED, "2024-03-02"),
  REFUSED (confirm_before, ARRIVED, NULL),
  REFUSED (confirm_by_nobody, ARRIVED, "confirmed_by"),
  REFUSED (confirm_by_null, ARRIVED, NULL),
  REFUSED (confirm, ARRIVED CASE ("withdrawn", "2024-02-09", ""), NULL),
  DONE (assign, GOT, "assigned 2024-03-01 {'to':'officer-1'}\n"),
  DONE (assign, GOT REPLIED, "assigned 2024-03-01 {'to':'officer-1'}\n"),
  REFUSED (assign_before, GOT, NULL),
  REFUSED (assign_nobody, GOT, "body.to"),
  DONE (note, GOT, "noted 2024-03-01 {'text':'两\\n行'}\n"),
  DONE (note_before, GOT, "noted 2024-02-07 {'text':'早'}\n"),
  REFUSED (note_nothing, GOT, "body.text"),
  REFUSED (note_tomorrow, GOT, "2024-03-02"),
  DONE (link, GOT, "linked 2024-03-01 {'agency':'某局','as':'transferred','to':'2024-0002'}\n"),
  DONE (link_plain, GOT, "linked 2024-03-01 {'as':'merged','to':'2024-0002'}\n"),
  REFUSED (link_nowhere, GOT, "body.to"),
  REFUSED (link_oddly, GOT, "body.as"),
};

/* --- inquire.h ------------------------------------------------------------------------------- */

ACT (
  ask,
  ys_office_ask_correction (session, ID, day ("2024-02-23"), "写明文号", day ("2024-03-20"), error))
ACT (ask_late,
     ys_office_ask_correction (session, ID, day ("2024-02-26"), "p", day ("2024-03-20"), error))
ACT (ask_tomorrow,
     ys_office_ask_correction (session, ID, day (TOMORROW), "p", day ("2024-03-20"), error))
ACT (ask_nothing,
     ys_office_ask_correction (session, ID, day ("2024-02-19"), "", day ("2024-03-20"), error))
ACT (ask_openly,
     ys_office_ask_correction (session, ID, day ("2024-02-19"), "p", YS_DAY_NONE, error))
ACT (ask_for_long,
     ys_office_ask_correction (session, ID, day ("2024-02-19"), "p", day ("2029-03-02"), error))
ACT (correct, ys_office_take_correction (session, ID, day ("2024-02-28"), "新的描述", error))
ACT (correct_plain, ys_office_take_correction (session, ID, day ("2024-02-28"), NULL, error))
ACT (correct_before, ys_office_take_correction (session, ID, day ("2024-02-18"), NULL, error))
ACT (consult,
     ys_office_send_consultation (
       session, ID, day ("2024-02-20"), "甲", "third-party", "某公司", error))
ACT (consult_oddly,
     ys_office_send_consultation (session, ID, day ("2024-02-20"), "甲", "somebody", "某", error))
ACT (consult_nobody,
     ys_office_send_consultation (session, ID, day ("2024-02-20"), "甲", "agency", NULL, error))
ACT (opinion, ys_office_take_opinion (session, ID, day ("2024-02-28"), "甲", "partly", error))
ACT (opinion_other, ys_office_take_opinion (session, ID, day ("2024-02-28"), "乙", "agree", error))
ACT (opinion_odd, ys_office_take_opinion (session, ID, day ("2024-02-28"), "甲", "perhaps", error))
ACT (opinion_before, ys_office_take_opinion (session, ID, day ("2024-02-18"), "甲", "agree", error))
ACT (
  seek,
  ys_office_ask_search (session, ID, day ("2024-02-20"), "甲", "档案室", day ("2024-03-05"), error))
ACT (seek_openly,
     ys_office_ask_search (session, ID, day ("2024-02-20"), "甲", "档案室", YS_DAY_NONE, error))
ACT (found,
     ys_office_take_search (session, ID, day ("2024-02-28"), "甲", "库", "词", "none", error))
ACT (found_oddly,
     ys_office_take_search (session, ID, day ("2024-02-28"), "甲", "库", "词", "much", error))
ACT (found_nowhere,
     ys_office_take_search (session, ID, day ("2024-02-28"), "甲", "", "词", "none", error))
ACT (reasons, ys_office_ask_reasons (session, ID, day ("2024-02-20"), day ("2024-03-05"), error))
ACT (reasons_openly, ys_office_ask_reasons (session, ID, day ("2024-02-20"), YS_DAY_NONE, error))
ACT (give, ys_office_take_reasons (session, ID, day ("2024-02-28"), "科研", error))
ACT (give_none, ys_office_take_reasons (session, ID, day ("2024-02-28"), NULL, error))
ACT (extend, ys_office_extend (session, ID, day (ACT_TODAY), 20, "案情复杂", "局长", error))
ACT (extend_least, ys_office_extend (session, ID, day (ACT_TODAY), 1, "r", "局长", error))
ACT (extend_none, ys_office_extend (session, ID, day (ACT_TODAY), 0, "r", "局长", error))
ACT (extend_21, ys_office_extend (session, ID, day (ACT_TODAY), 21, "r", "局长", error))
ACT (extend_silently, ys_office_extend (session, ID, day (ACT_TODAY), 5, "", "局长", error))
ACT (extend_alone, ys_office_extend (session, ID, day (ACT_TODAY), 5, "r", NULL, error))
ACT (delay, ys_office_set_delay (session, ID, day (ACT_TODAY), day ("2024-05-04"), "量大", error))
ACT (delay_far, ys_office_set_delay (session, ID, day (ACT_TODAY), day ("2029-03-02"), "r", error))
ACT (delay_openly, ys_office_set_delay (session, ID, day (ACT_TODAY), YS_DAY_NONE, "r", error))

/* Due on 27 February 2024. */
#define EARLIER CASE ("received", "2024-01-25", REQUEST ("2024-01-25"))

static const ActRow inquiring[] = {
  DONE (ask, GOT, "correction-asked 2024-02-23 {'points':'写明文号','until':'2024-03-20'}\n"),
  REFUSED (ask_late, GOT, "2024-02-23"),
  REFUSED (ask_tomorrow, GOT, "2024-03-02"),
  REFUSED (ask_nothing, GOT, "body.points"),
  REFUSED (ask_openly, GOT, "body.until"),
  REFUSED (ask_for_long, GOT, "2029"),
  REFUSED (ask, GOT ASKED, NULL),
  REFUSED (ask, GOT ASKED CASE ("corrected", "2024-02-20", ""), NULL),
  REFUSED (ask, GOT REPLIED, NULL),
  DONE (correct, GOT ASKED, "corrected 2024-02-28 {'description':'新的描述'}\n"),
  DONE (correct_plain, GOT ASKED, "corrected 2024-02-28 {}\n"),
  REFUSED (correct, GOT, NULL),
  REFUSED (correct, GOT ASKED CASE ("corrected", "2024-02-20", ""), NULL),
  REFUSED (correct_before, GOT ASKED, NULL),
  DONE (consult,
        GOT,
        "consultation-sent 2024-02-20 {'name':'某公司','ref':'甲','with':'third-party'}\n"),
  DONE (consult,
        GOT SEARCHED,
        "consultation-sent 2024-02-20 {'name':'某公司','ref':'甲','with':'third-party'}\n"),
  REFUSED (consult, GOT SENT, "甲"),
  REFUSED (consult, GOT ASKED, NULL),
  REFUSED (consult, GOT REPLIED, NULL),
  REFUSED (consult_oddly, GOT, "body.with"),
  REFUSED (consult_nobody, GOT, "body.name"),
  DONE (opinion, GOT SENT, "consultation-answered 2024-02-28 {'opinion':'partly','ref':'甲'}\n"),
  DONE (opinion,
        GOT SENT REPLIED,
        "consultation-answered 2024-02-28 {'opinion':'partly','ref':'甲'}\n"),
  REFUSED (opinion, GOT, "甲"),
  REFUSED (opinion, GOT SEARCHED, NULL),
  REFUSED (opinion,
           GOT SENT CASE ("consultation-answered", "2024-02-20", "'ref':'甲','opinion':'none'"),
           NULL),
  REFUSED (opinion_other, GOT SENT, "乙"),
  REFUSED (opinion_odd, GOT SENT, "body.opinion"),
  REFUSED (opinion_before, GOT SENT, NULL),
  DONE (seek, GOT, "search-asked 2024-02-20 {'ref':'甲','unit':'档案室','until':'2024-03-05'}\n"),
  DONE (seek_openly, GOT SENT, "search-asked 2024-02-20 {'ref':'甲','unit':'档案室'}\n"),
  REFUSED (seek, GOT SEARCHED, "甲"),
  REFUSED (seek, GOT REPLIED, NULL),
  DONE (found,
        GOT SEARCHED,
        "search-answered 2024-02-28 {'ref':'甲','result':'none','terms':'词','where':'库'}\n"),
  REFUSED (found, GOT, "甲"),
  REFUSED (found, GOT SENT, NULL),
  REFUSED (found_oddly, GOT SEARCHED, "body.result"),
  REFUSED (found_nowhere, GOT SEARCHED, "body.where"),
  DONE (reasons, GOT, "reasons-asked 2024-02-20 {'until':'2024-03-05'}\n"),
  DONE (reasons_openly, GOT, "reasons-asked 2024-02-20 {}\n"),
  REFUSED (reasons, GOT REPLIED, NULL),
  DONE (give,
        GOT CASE ("reasons-asked", "2024-02-19", ""),
        "reasons-given 2024-02-28 {'text':'科研'}\n"),
  DONE (give_none, GOT CASE ("reasons-asked", "2024-02-19", ""), "reasons-given 2024-02-28 {}\n"),
  REFUSED (give, GOT, NULL),
  DONE (extend,
        GOT,
        "extension-granted 2024-03-01 {'approver':'局长','days':20,'reason':'案情复杂'}\n"),
  DONE (extend_least,
        GOT,
        "extension-granted 2024-03-01 {'approver':'局长','days':1,'reason':'r'}\n"),
  DONE (extend_alone, GOT, "extension-granted 2024-03-01 {'days':5,'reason':'r'}\n"),
  REFUSED (extend_none, GOT, "body.days"),
  REFUSED (extend_21, GOT, "body.days"),
  REFUSED (extend_silently, GOT, "body.reason"),
  REFUSED (extend,
           GOT CASE ("extension-granted", "2024-02-19", "'days':1,'reason':'r','approver':'长'"),
           NULL),
  REFUSED (extend, EARLIER, "2024-02-27"),
  REFUSED (extend, GOT ASKED, NULL),
  REFUSED (extend, GOT REPLIED, NULL),
  DONE (delay, GOT, "delay-set 2024-03-01 {'reason':'量大','until':'2024-05-04'}\n"),
  REFUSED (delay_far, GOT, "2029"),
  REFUSED (delay_openly, GOT, "body.until"),
  REFUSED (delay, GOT REPLIED, NULL),
};

/* --- charge.h -------------------------------------------------------------------------------- */

static gboolean
act_charge (YsSession *session, GError **error)
{
  gint64 amount = -1;
  gboolean done
    = ys_office_notice_fee (session, ID, day ("2024-02-20"), YS_FEE_PAGES, 231, &amount, error);

  /* 31 to 100: 70 pages at 10 yuan, 101 to 200: 100 at 20, 31 more at 40. */
  g_assert_cmpint (amount, ==, (70 * 10 + 100 * 20 + 31 * 40) * 100);
  return done;
}

ACT (charge_pieces,
     ys_office_notice_fee (session, ID, day ("2024-02-20"), YS_FEE_PIECES, 11, NULL, error))
ACT (charge_none,
     ys_office_notice_fee (session, ID, day ("2024-02-20"), YS_FEE_PAGES, 0, NULL, error))
ACT (charge_less,
     ys_office_notice_fee (session, ID, day ("2024-02-20"), YS_FEE_PAGES, -1, NULL, error))
ACT (charge_tomorrow,
     ys_office_notice_fee (session, ID, day (TOMORROW), YS_FEE_PAGES, 31, NULL, error))
ACT (charge_2020,
     ys_office_notice_fee (session, ID, day ("2020-12-31"), YS_FEE_PAGES, 31, NULL, error))
ACT (pay, ys_office_take_fee (session, ID, day ("2024-02-28"), 1000, error))
ACT (pay_less, ys_office_take_fee (session, ID, day ("2024-02-28"), 999, error))
ACT (pay_minus, ys_office_take_fee (session, ID, day ("2024-02-28"), -1, error))

static const ActRow charging[] = {
  DONE (charge,
        GOT,
        "fee-noticed 2024-02-20 {'amount_fen':394000,'basis':'pages','quantity':231}\n"),
  DONE (charge_pieces,
        GOT,
        "fee-noticed 2024-02-20 {'amount_fen':10000,'basis':'pieces','quantity':11}\n"),
  REFUSED (charge_none, GOT, "body.quantity"),
  REFUSED (charge_less, GOT, "body.quantity"),
  REFUSED (charge_tomorrow, GOT, "2024-03-02"),
  REFUSED (charge_2020, CASE ("received", "2020-12-01", REQUEST ("2020-12-01")), "2021-01-01"),
  REFUSED (charge_pieces, GOT REPLIED, NULL),
  DONE (pay, GOT NOTICED, "fee-paid 2024-02-28 {'amount_fen':1000}\n"),
  DONE (pay_less, GOT NOTICED, "fee-paid 2024-02-28 {'amount_fen':999}\n"),
  REFUSED (pay, GOT, NULL),
  REFUSED (pay, GOT NOTICED CASE ("fee-paid", "2024-02-20", "'amount_fen':1000"), NULL),
  REFUSED (pay_minus, GOT NOTICED, "body.amount_fen"),
};

static void
test_registering (void)
{
  run_acts (registering, G_N_ELEMENTS (registering), YS_STAFF_APPROVAL_NONE);
}

static void
test_inquiring (void)
{
  run_acts (inquiring, G_N_ELEMENTS (inquiring), YS_STAFF_APPROVAL_NONE);
}

static void
test_charging (void)
{
  run_acts (charging, G_N_ELEMENTS (charging), YS_STAFF_APPROVAL_NONE);
}

/* Where approvals are kept, an extension names who gave it, or has one on record. */
static void
test_extension_approved (void)
{
  static const ActRow rows[] = {
    DONE (extend, GOT,
          "extension-granted 2024-03-01 {'approver':'局长','days':20,'reason':'案情复杂'}\n"),
    REFUSED (extend_alone, GOT, NULL),
    DONE (extend_alone,
          GOT CASE ("approval-asked", "2024-02-20",
                    "'for':'extension','files':[],'facts':"
                    "'sm3:0000000000000000000000000000000000000000000000000000000000000000'")
            CASE ("approved", "2024-02-21",
                  "'asked':2,'files':[],'facts':"
                  "'sm3:0000000000000000000000000000000000000000000000000000000000000000'"),
          "extension-granted 2024-03-01 {'days':5,'reason':'r'}\n"),
  };

  run_acts (rows, G_N_ELEMENTS (rows), YS_STAFF_APPROVAL_RECORDED);
}

static void
test_no_case (void)
{
  g_autoptr (Place) place = place_new (ACT_TODAY, YS_STAFF_APPROVAL_NONE);
  static const char *const ids[]
    = { "2024-0002", "2024-1", "case/2024-0001", "", "2024-0001/x", "\xff" };

  place_import (place, GOT);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (ys_office_note (place->session, ids[i], day (ACT_TODAY), "a", &error));
      g_assert_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_NO_CASE);
      g_assert_cmpint (get_position (place->session), ==, 1);
    }
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);

  g_test_add_func ("/acts/registering", test_registering);
  g_test_add_func ("/acts/inquiring", test_inquiring);
  g_test_add_func ("/acts/charging", test_charging);
  g_test_add_func ("/acts/extension-approved", test_extension_approved);
  g_test_add_func ("/acts/no-case", test_no_case);
  return place_run ();
}
