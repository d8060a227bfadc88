/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a case ends and what follows (reply.h, deliver.h): each act once lawful and in each way that
 * it is refused. Approvals have test-approvals.c. */
#include "act.h"

#include "office/deliver.h"
#include "office/reply.h"
#include "office/review.h"

#include <glib/gstdio.h>
#include <string.h>

#define TOMORROW "2024-03-02"
#define REPLIED                                                                                    \
  CASE ("replied", "2024-02-20", "'outcome':'granted','ground':'36-2','sent_by':'post'")
#define ASKED CASE ("correction-asked", "2024-02-19", "'points':'p','until':'2024-02-28'")
#define NOTED CASE ("noted", "2024-02-19", "'text':'记'")
#define OPENED CASE ("review-opened", "2024-02-21", "'ref':'复','route':'reconsideration'")
#define NO_FILE "sm3:0000000000000000000000000000000000000000000000000000000000000000"

static const char *const no_files[] = { NO_FILE, NULL };

/* --- reply.h --------------------------------------------------------------------------------- */

#define REPLY(...) (&(const YsReply){ __VA_ARGS__ })

ACT (draft,
     ys_office_draft (session,
                      ID,
                      day ("2024-02-20"),
                      REPLY (.outcome = YS_OUTCOME_GRANTED, .ground = "36-2", .text = "拟予公开"),
                      error))
ACT (draft_oddly,
     ys_office_draft (session,
                      ID,
                      day ("2024-02-20"),
                      REPLY (.outcome = YS_OUTCOME_PARTIAL, .ground = "36-2"),
                      error))
ACT (draft_none,
     ys_office_draft (session, ID, day ("2024-02-20"), REPLY (.outcome = YS_OUTCOME_NONE), error))
ACT (draft_file,
     ys_office_draft (session,
                      ID,
                      day ("2024-02-20"),
                      REPLY (.outcome = YS_OUTCOME_GRANTED, .files = no_files),
                      error))
ACT (review,
     ys_office_review (session, ID, day ("2024-02-20"), "legal", FALSE, "措辞", error))
ACT (review_plain,
     ys_office_review (session, ID, day ("2024-02-20"), "secrecy", TRUE, NULL, error))
ACT (review_oddly,
     ys_office_review (session, ID, day ("2024-02-20"), "porter", TRUE, NULL, error))
ACT (reply,
     ys_office_reply (session,
                      ID,
                      day (ACT_TODAY),
                      REPLY (.outcome = YS_OUTCOME_REPEATED,
                             .ground = "36-6",
                             .earlier = "2023-0009",
                             .reply_number = "1号"),
                      "email",
                      error))
ACT (reply_groundless,
     ys_office_reply (
       session, ID, day (ACT_TODAY), REPLY (.outcome = YS_OUTCOME_GRANTED), "post", error))
ACT (reply_tomorrow,
     ys_office_reply (session,
                      ID,
                      day (TOMORROW),
                      REPLY (.outcome = YS_OUTCOME_GRANTED, .ground = "36-2"),
                      "post",
                      error))
ACT (reply_unsent,
     ys_office_reply (session,
                      ID,
                      day (ACT_TODAY),
                      REPLY (.outcome = YS_OUTCOME_GRANTED, .ground = "36-2"),
                      NULL,
                      error))
ACT (reply_third,
     ys_office_reply (session,
                      ID,
                      day (ACT_TODAY),
                      REPLY (.outcome = YS_OUTCOME_THIRD_PARTY, .ground = "15"),
                      "post",
                      error))
ACT (reply_file,
     ys_office_reply (session,
                      ID,
                      day (ACT_TODAY),
                      REPLY (.outcome = YS_OUTCOME_GRANTED, .ground = "36-2", .files = no_files),
                      "post",
                      error))
ACT (withdraw, ys_office_withdraw (session, ID, day (ACT_TODAY), "已取得", error))
ACT (withdraw_plain, ys_office_withdraw (session, ID, day (ACT_TODAY), NULL, error))
ACT (close, ys_office_close (session, ID, day (ACT_TODAY), YS_OUTCOME_OTHER, "r", error))
ACT (close_lapse,
     ys_office_close (session, ID, day (ACT_TODAY), YS_OUTCOME_CORRECTION_LAPSED, "r", error))
ACT (close_soon,
     ys_office_close (session, ID, day ("2024-02-28"), YS_OUTCOME_CORRECTION_LAPSED, "r", error))
ACT (close_fee, ys_office_close (session, ID, day (ACT_TODAY), YS_OUTCOME_FEE_LAPSED, "r", error))
ACT (close_granted, ys_office_close (session, ID, day (ACT_TODAY), YS_OUTCOME_GRANTED, "r", error))
ACT (close_silently, ys_office_close (session, ID, day (ACT_TODAY), YS_OUTCOME_OTHER, "", error))
ACT (reopen,
     ys_office_reopen (session, ID, day (ACT_TODAY), "判决", "复", day ("2024-03-20"), error))
ACT (reopen_plain,
     ys_office_reopen (session, ID, day (ACT_TODAY), "自行纠正", NULL, YS_DAY_NONE, error))
ACT (reopen_silently,
     ys_office_reopen (session, ID, day (ACT_TODAY), NULL, NULL, YS_DAY_NONE, error))

static const ActRow replying[] = {
  DONE (draft, GOT, "drafted 2024-02-20 {'ground':'36-2','outcome':'granted','text':'拟予公开'}\n"),
  REFUSED (draft_oddly, GOT, NULL),
  REFUSED (draft_none, GOT, "body.outcome"),
  REFUSED (draft_file, GOT, NO_FILE),
  REFUSED (draft, GOT REPLIED, NULL),
  DONE (review, GOT, "reviewed 2024-02-20 {'as':'legal','comment':'措辞','opinion':'disagree'}\n"),
  DONE (review_plain, GOT, "reviewed 2024-02-20 {'as':'secrecy','opinion':'agree'}\n"),
  REFUSED (review_oddly, GOT, "body.as"),
  REFUSED (review, GOT REPLIED, NULL),
  DONE (reply,
        GOT,
        "replied 2024-03-01 {'earlier':'2023-0009','ground':'36-6','outcome':"
        "'declined.repeated','reply_number':'1号','sent_by':'email'}\n"),
  /* Late is late, but sent it must be. */
  DONE (reply,
        CASE ("received", "2024-01-08", REQUEST ("2024-01-08")),
        "replied 2024-03-01 {'earlier':"
        "'2023-0009','ground':'36-6','outcome':'declined.repeated','reply_number':'1号','sent_by':'"
        "email'}\n"),
  REFUSED (reply_groundless, GOT, NULL),
  REFUSED (reply_tomorrow, GOT, "2024-03-02"),
  REFUSED (reply_unsent, GOT, "sent_by"),
  REFUSED (reply_third, GOT, NULL),
  DONE (reply_third,
        GOT CASE ("consultation-sent", "2024-02-19", "'ref':'甲','with':'third-party','name':'某'"),
        "replied 2024-03-01 {'ground':'15','outcome':'refused.third-party','sent_by':'post'}\n"),
  REFUSED (reply_file, GOT, NO_FILE),
  REFUSED (reply, GOT REPLIED, NULL),
  DONE (reply,
        GOT REPLIED CASE ("reopened", "2024-02-28", "'reason':'r'"),
        "replied 2024-03-01 {'earlier':"
        "'2023-0009','ground':'36-6','outcome':'declined.repeated','reply_number':'1号','sent_by':'"
        "email'}\n"),
  DONE (withdraw, GOT, "withdrawn 2024-03-01 {'reason':'已取得'}\n"),
  DONE (withdraw_plain, GOT, "withdrawn 2024-03-01 {}\n"),
  REFUSED (withdraw, GOT REPLIED, NULL),
  DONE (close, GOT, "closed 2024-03-01 {'outcome':'other.other','reason':'r'}\n"),
  DONE (close_lapse,
        GOT ASKED,
        "closed 2024-03-01 {'outcome':'other.correction-lapsed','reason':'r'}\n"),
  REFUSED (close_soon, GOT ASKED, "2024-02-28"),
  REFUSED (close_lapse, GOT, NULL),
  REFUSED (close_lapse, GOT ASKED CASE ("corrected", "2024-02-20", ""), NULL),
  REFUSED (close_fee, GOT ASKED, NULL),
  REFUSED (close_granted, GOT, "body.outcome"),
  REFUSED (close_silently, GOT, "body.reason"),
  REFUSED (close, GOT REPLIED, NULL),
  DONE (reopen,
        GOT REPLIED OPENED,
        "reopened 2024-03-01 {'reason':'判决','ref':'复','until':'2024-03-20'}\n"),
  DONE (reopen_plain, GOT REPLIED, "reopened 2024-03-01 {'reason':'自行纠正'}\n"),
  REFUSED (reopen, GOT REPLIED, "复"),
  REFUSED (reopen_plain, GOT, NULL),
  REFUSED (reopen_plain, GOT REPLIED CASE ("reopened", "2024-02-28", "'reason':'r'"), NULL),
  REFUSED (reopen_silently, GOT REPLIED, "body.reason"),
};

/* --- deliver.h ------------------------------------------------------------------------------- */

ACT (dispatch, ys_office_dispatch (session, ID, day ("2024-02-21"), 2, "EMS", "123", error))
ACT (dispatch_plain, ys_office_dispatch (session, ID, day ("2024-02-21"), 2, "EMS", NULL, error))
ACT (dispatch_nobody, ys_office_dispatch (session, ID, day ("2024-02-21"), 2, NULL, NULL, error))
ACT (dispatch_before, ys_office_dispatch (session, ID, day ("2024-02-18"), 2, "EMS", NULL, error))
ACT (deliver, ys_office_deliver (session, ID, day ("2024-02-22"), 2, "本人", error))
ACT (deliver_plain, ys_office_deliver (session, ID, day ("2024-02-22"), 2, NULL, error))
ACT (deliver_request, ys_office_deliver (session, ID, day ("2024-02-22"), 1, NULL, error))
ACT (deliver_none, ys_office_deliver (session, ID, day ("2024-02-22"), 9, NULL, error))
ACT (deliver_nought, ys_office_deliver (session, ID, day ("2024-02-22"), 0, NULL, error))
ACT (deliver_tomorrow, ys_office_deliver (session, ID, day (TOMORROW), 2, NULL, error))
ACT (fail, ys_office_fail_delivery (session, ID, day ("2024-02-22"), 2, "迁址", error))
ACT (fail_silently, ys_office_fail_delivery (session, ID, day ("2024-02-22"), 2, NULL, error))
ACT (sue,
     ys_office_open_review (session,
                            ID,
                            day ("2024-02-22"),
                            "诉",
                            YS_ROUTE_LITIGATION_AFTER,
                            FALSE,
                            FALSE,
                            day ("2024-02-21"),
                            "某法院",
                            error))
ACT (judge,
     ys_office_open_review (session,
                            ID,
                            day ("2024-02-22"),
                            "议",
                            YS_ROUTE_RECONSIDERATION,
                            TRUE,
                            TRUE,
                            YS_DAY_NONE,
                            NULL,
                            error))
ACT (sue_tomorrow,
     ys_office_open_review (session,
                            ID,
                            day ("2024-02-22"),
                            "诉",
                            YS_ROUTE_LITIGATION,
                            FALSE,
                            FALSE,
                            day (TOMORROW),
                            NULL,
                            error))
ACT (sue_again,
     ys_office_open_review (session,
                            ID,
                            day ("2024-02-22"),
                            "复",
                            YS_ROUTE_RECONSIDERATION,
                            FALSE,
                            FALSE,
                            YS_DAY_NONE,
                            NULL,
                            error))
ACT (
  sue_nowhere,
  ys_office_open_review (
    session, ID, day ("2024-02-22"), "诉", YS_ROUTE_NONE, FALSE, FALSE, YS_DAY_NONE, NULL, error))
ACT (decide,
     ys_office_decide_review (session, ID, day ("2024-02-28"), "复", YS_RESULT_CORRECTED, error))
ACT (decide_pending,
     ys_office_decide_review (session, ID, day ("2024-02-28"), "复", YS_RESULT_PENDING, error))
ACT (archive, ys_office_archive (session, ID, day (ACT_TODAY), "2024-行-1", "30y", 12, error))
ACT (archive_plain, ys_office_archive (session, ID, day (ACT_TODAY), "1", "permanent", 0, error))
ACT (archive_oddly, ys_office_archive (session, ID, day (ACT_TODAY), "1", "5y", 0, error))
ACT (amend,
     ys_office_amend (
       session, ID, day (ACT_TODAY), 1, "applicant.name", "张三", "章三", "误录", error))
ACT (
  amend_day,
  ys_office_amend (session, ID, day (ACT_TODAY), 1, "on", "2024-02-08", "2024-02-09", "r", error))
ACT (amend_future,
     ys_office_amend (session, ID, day (ACT_TODAY), 1, "on", "2024-02-08", TOMORROW, "r", error))
ACT (amend_add,
     ys_office_amend (session, ID, day (ACT_TODAY), 1, "applicant.phone", "", "1", "r", error))
ACT (
  amend_from,
  ys_office_amend (session, ID, day (ACT_TODAY), 1, "applicant.name", "李四", "章三", "r", error))
ACT (amend_where,
     ys_office_amend (session, ID, day (ACT_TODAY), 1, "applicant.age", "", "1", "r", error))
ACT (amend_away,
     ys_office_amend (session, ID, day (ACT_TODAY), 1, "applicant.name", "张三", "", "r", error))
ACT (amend_class,
     ys_office_amend (
       session, ID, day (ACT_TODAY), 1, "applicant.class", "person", "robot", "r", error))
ACT (amend_silently,
     ys_office_amend (session, ID, day (ACT_TODAY), 1, "applicant.name", "张三", "章三", "", error))
ACT (amend_two, ys_office_amend (session, ID, day (ACT_TODAY), 2, "to", "乙", "甲", "r", error))
ACT (strike, ys_office_strike (session, ID, day (ACT_TODAY), 2, "重复", error))
ACT (strike_first, ys_office_strike (session, ID, day (ACT_TODAY), 1, "r", error))
ACT (strike_none, ys_office_strike (session, ID, day (ACT_TODAY), 7, "r", error))
ACT (strike_silently, ys_office_strike (session, ID, day (ACT_TODAY), 2, NULL, error))

static const ActRow delivering[] = {
  DONE (dispatch, GOT ASKED, "dispatched 2024-02-21 {'by':'EMS','of':2,'tracking':'123'}\n"),
  DONE (dispatch_plain, GOT REPLIED, "dispatched 2024-02-21 {'by':'EMS','of':2}\n"),
  REFUSED (dispatch_nobody, GOT ASKED, "body.by"),
  REFUSED (dispatch_before, GOT ASKED, "2024-02-18"),
  REFUSED (dispatch, GOT NOTED, NULL),
  DONE (deliver, GOT REPLIED, "delivered 2024-02-22 {'by':'本人','of':2}\n"),
  DONE (deliver_plain, GOT ASKED, "delivered 2024-02-22 {'of':2}\n"),
  REFUSED (deliver_request, GOT, NULL),
  REFUSED (deliver_none, GOT ASKED, "9"),
  REFUSED (deliver_nought, GOT ASKED, "body.of"),
  REFUSED (deliver_tomorrow, GOT ASKED, "2024-03-02"),
  REFUSED (deliver, GOT, NULL),
  DONE (fail, GOT ASKED, "undelivered 2024-02-22 {'of':2,'reason':'迁址'}\n"),
  REFUSED (fail_silently, GOT ASKED, "body.reason"),
  REFUSED (fail, GOT NOTED, NULL),
  DONE (sue,
        GOT REPLIED,
        "review-opened 2024-02-22 {'as':'actor','body':'某法院','procedure':'ordinary',"
        "'ref':'诉','route':'litigation-after-reconsideration','served_on':'2024-02-21'}\n"),
  DONE (judge,
        GOT REPLIED,
        "review-opened 2024-02-22 {'as':'review-body','procedure':'summary','ref':'议',"
        "'route':'reconsideration'}\n"),
  REFUSED (sue_tomorrow, GOT REPLIED, "2024-03-02"),
  REFUSED (sue_again, GOT REPLIED OPENED, "复"),
  REFUSED (sue_nowhere, GOT REPLIED, "body.route"),
  DONE (decide,
        GOT REPLIED OPENED,
        "review-decided 2024-02-28 {'ref':'复','result':'corrected'}\n"),
  REFUSED (decide_pending, GOT REPLIED OPENED, "body.result"),
  REFUSED (decide, GOT REPLIED, "复"),
  DONE (archive,
        GOT REPLIED,
        "archived 2024-03-01 {'file_no':'2024-行-1','pages':12,'retention':'30y'}\n"),
  DONE (archive_plain,
        GOT REPLIED,
        "archived 2024-03-01 {'file_no':'1','retention':'permanent'}\n"),
  REFUSED (archive_oddly, GOT REPLIED, "body.retention"),
  DONE (amend,
        GOT,
        "amended 2024-03-01 "
        "{'field':'applicant.name','from':'张三','of':1,'reason':'误录','to':'章三'}\n"),
  DONE (amend,
        GOT REPLIED,
        "amended 2024-03-01 "
        "{'field':'applicant.name','from':'张三','of':1,'reason':'误录','to':'章三'}\n"),
  DONE (amend_day,
        GOT,
        "amended 2024-03-01 "
        "{'field':'on','from':'2024-02-08','of':1,'reason':'r','to':'2024-02-09'}\n"),
  DONE (amend_add,
        GOT,
        "amended 2024-03-01 {'field':'applicant.phone','from':'','of':1,'reason':'r','to':'1'}\n"),
  REFUSED (amend_future, GOT, "2024-03-02"),
  REFUSED (amend_from, GOT, "李四"),
  REFUSED (amend_where, GOT, NULL),
  REFUSED (amend_away, GOT, NULL),
  REFUSED (amend_class, GOT, NULL),
  REFUSED (amend_silently, GOT, "body.reason"),
  /* Nothing may come before the receipt, so the receipt may not be put behind it. */
  REFUSED (amend_day, GOT CASE ("assigned", "2024-02-08", "'to':'甲'"), NULL),
  REFUSED (amend_two,
           GOT CASE ("amended",
                     "2024-02-19",
                     "'of':1,'field':'applicant.name','from':'张三',"
                     "'to':'乙','reason':'r'"),
           NULL),
  DONE (strike, GOT NOTED, "struck 2024-03-01 {'of':2,'reason':'重复'}\n"),
  DONE (strike, GOT REPLIED, "struck 2024-03-01 {'of':2,'reason':'重复'}\n"),
  REFUSED (strike_none, GOT NOTED, "7"),
  REFUSED (strike_silently, GOT NOTED, "body.reason"),
  REFUSED (strike_first, GOT CASE ("assigned", "2024-02-09", "'to':'甲'"), NULL),
  REFUSED (strike, GOT ASKED CASE ("delivered", "2024-02-20", "'of':2"), "3"),
  REFUSED (strike, GOT ASKED CASE ("corrected", "2024-02-20", ""), NULL),
  REFUSED (strike,
           GOT CASE ("consultation-sent", "2024-02-19", "'ref':'甲','with':'agency','name':'局'")
             CASE ("consultation-answered", "2024-02-20", "'ref':'甲','opinion':'none'"),
           NULL),
  REFUSED (strike, GOT REPLIED CASE ("reopened", "2024-02-28", "'reason':'r'"), NULL),
};

static void
test_replying (void)
{
  run_acts (replying, G_N_ELEMENTS (replying), YS_STAFF_APPROVAL_NONE);
}

static void
test_delivering (void)
{
  run_acts (delivering, G_N_ELEMENTS (delivering), YS_STAFF_APPROVAL_NONE);
}

/* --- attaching ------------------------------------------------------------------------------- */

static char *
attach (
  Place *place, const char *id, const char *on, const char *name, const char *role, GError **error)
{
  g_autofree char *path = place_path (place, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return ys_office_attach (place->session, id, day (on), file, role, error);
}

static void
test_attach (void)
{
  static const struct
  {
    const char *name, *bytes, *type;
  } files[] = {
    { "申请表.pdf", "%PDF-1.4\n%\xc3\xa4\n1 0 obj\n", "application/pdf" },
    { "无后缀", "%PDF-1.4\n%\xc3\xa4\n1 0 obj\n", "application/pdf" },
    { "附言.txt", "原件\n", "text/plain" },
    { "\xff\xfe.bin", "\x01\x02\x03", "application/octet-stream" },
  };
  g_autoptr (Place) place = place_new (ACT_TODAY, YS_STAFF_APPROVAL_NONE);

  place_import (place, GOT REPLIED);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 position = get_position (place->session);
      g_autofree char *shown = g_filename_display_name (files[i].name);
      g_autofree char *digest = NULL, *told = NULL, *wanted = NULL;

      place_write (place, files[i].name, files[i].bytes, -1);
      digest = attach (place, ID, ACT_TODAY, files[i].name, "request", &error);
      g_assert_no_error (error);
      told = tell_after (place->session, position);
      wanted
        = g_strdup_printf ("attached 2024-03-01 {'file':'%s','media_type':'%s','name':'%s','role':"
                           "'request'}\n",
                           digest, files[i].type, shown);
      g_assert_cmpstr (told, ==, quoted (wanted));
    }
  g_assert_cmpuint (count_files (place), ==, 3);
  assert_whole (place->session);
}

static void
test_attach_refused (void)
{
  static const struct
  {
    const char *id, *on, *name, *role;
    int code; /* of YS_OFFICE_ERROR, or -1: any error */
  } rows[] = {
    { "2024-0009", ACT_TODAY, "a.txt", "request", YS_OFFICE_ERROR_NO_CASE },
    { ID, TOMORROW, "a.txt", "request", YS_OFFICE_ERROR_REFUSED },
    { ID, ACT_TODAY, "a.txt", "souvenir", YS_OFFICE_ERROR_REFUSED },
    { ID, ACT_TODAY, "a.txt", "", YS_OFFICE_ERROR_REFUSED },
    { ID, ACT_TODAY, "missing.txt", "request", -1 },
    { ID, ACT_TODAY, "folder", "request", -1 },
  };
  g_autoptr (Place) place = place_new (ACT_TODAY, YS_STAFF_APPROVAL_NONE);

  place_import (place, GOT);
  place_write (place, "a.txt", "a", -1);
  place_write (place, "folder/b.txt", "b", -1);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_null (attach (place, rows[i].id, rows[i].on, rows[i].name, rows[i].role, &error));
      g_assert_nonnull (error);
      if (rows[i].code >= 0)
        g_assert_error (error, YS_OFFICE_ERROR, rows[i].code);
      g_assert_cmpint (get_position (place->session), ==, 1);
    }
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);

  g_test_add_func ("/acts-end/replying", test_replying);
  g_test_add_func ("/acts-end/delivering", test_delivering);
  g_test_add_func ("/acts-end/attach", test_attach);
  g_test_add_func ("/acts-end/attach-refused", test_attach_refused);
  return place_run ();
}
