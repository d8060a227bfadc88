/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The review chain step by step, what voids an approval by name, extensions of an office with staff,
 * several approvals at once, and the queue of what waits for whom. */
#include "place.h"

#include "office/approvals.h"
#include "office/deliver.h"
#include "office/inquire.h"
#include "office/register.h"
#include "office/reply.h"
#include "office/review.h"
#include "office/staff.h"

#include <string.h>

#define TODAY "2024-03-01"
#define ID "2024-0001"
#define SECOND LINE ("case/2024-0002", "received", "2024-02-09", REQUEST ("2024-02-09"))

static const char *const chain[] = { "section", "legal", "leader", NULL };

#define DO(act)                                                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) error = NULL;                                                               \
                                                                                                   \
    assert_done (act, &error);                                                                     \
  }                                                                                                \
  G_STMT_END

/* Refused, in a sentence that holds @text, and nothing is written. */
#define REFUSE(session_, act, text)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 position_ = get_position (session_);                                                    \
    g_autoptr (GError) error = NULL;                                                               \
    gboolean done_ = act;                                                                          \
                                                                                                   \
    g_assert_false (done_);                                                                        \
    g_assert_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED);                              \
    if (strstr (error->message, text) == NULL)                                                     \
      g_error ("“%s” does not say “%s”", error->message, text);                                    \
    g_assert_cmpint (get_position (session_), ==, position_);                                      \
  }                                                                                                \
  G_STMT_END

/* An office of a keeper, two officers and a head; all entries of one session, who says who sits there. */
static Place *
begin (void)
{
  Place *place = place_new (TODAY, YS_STAFF_APPROVAL_RECORDED);
  YsSession *session = place->session;

  place_import (place, GOT);
  place_import (place, SECOND);
  DO (ys_office_enrol_keeper (session, day (TODAY), "gu", "顾一", NULL, &error));
  DO (ys_office_enrol (session, day (TODAY), "chen", "陈立", NULL, NULL, YS_ROLE_OFFICER, &error));
  DO (ys_office_enrol (session, day (TODAY), "he", "何雨", NULL, NULL, YS_ROLE_OFFICER, &error));
  DO (ys_office_enrol (session, day (TODAY), "zhou", "周敏", NULL, NULL, YS_ROLE_HEAD, &error));
  return place;
}

static Place *
begin_with_chain (void)
{
  Place *place = begin ();

  DO (ys_office_set_chain (place->session, day (TODAY), chain, &error));
  return place;
}

static YsSession *
as (Place *place, const char *actor)
{
  ys_session_set_actor (place->session, actor);
  return place->session;
}

static gboolean
draft_of (Place *place, const char *id, const char *text, YsOutcome outcome, GError **error)
{
  const YsReply reply = { .outcome = outcome,
                          .ground = outcome == YS_OUTCOME_GRANTED ? "36-2" : "36-4",
                          .text = text };

  return ys_office_draft (as (place, "chen"), id, day (TODAY), &reply, error);
}

static gboolean
draft (Place *place, const char *text, GError **error)
{
  return draft_of (place, ID, text, YS_OUTCOME_GRANTED, error);
}

static gboolean
review (Place *place, const char *actor, const char *step, gboolean agree, GError **error)
{
  return ys_office_review (as (place, actor), ID, day (TODAY), step, agree, agree ? NULL : "措辞",
                           error);
}

static gboolean
ask_of (Place *place, const char *id, const char *what, const char *file, GError **error)
{
  const char *const files[] = { file, NULL };

  return ys_office_ask_approval (as (place, "chen"), id, day (TODAY), what, files, error);
}

static gboolean
ask (Place *place, GError **error)
{
  return ask_of (place, ID, "reply", NULL, error);
}

static gboolean
approve (Place *place, GError **error)
{
  return ys_office_approve (as (place, "zhou"), ID, day (TODAY), error);
}

static gboolean
reply (Place *place, const char *file, GError **error)
{
  const char *const files[] = { file, NULL };
  const YsReply granted = { .outcome = YS_OUTCOME_GRANTED, .ground = "36-2", .files = files };

  return ys_office_reply (as (place, "chen"), ID, day (TODAY), &granted, "post", error);
}

static gboolean
amend_title (Place *place, GError **error)
{
  return ys_office_amend (as (place, "chen"), ID, day (TODAY), 1, "request.title", "古渡路工程",
                          "新渡路工程", "r", error);
}

/* --- the chain ------------------------------------------------------------------------------- */

static void
test_order (void)
{
  g_autoptr (Place) place = begin_with_chain ();
  YsSession *session = place->session;

  REFUSE (session, review (place, "he", "section", TRUE, &error), "draft");
  REFUSE (session, ask (place, &error), "draft");
  DO (draft (place, "拟", &error));
  REFUSE (session, ask (place, &error), "reviewed");
  REFUSE (session, review (place, "he", "legal", TRUE, &error), "turn");
  REFUSE (session, review (place, "he", "secrecy", TRUE, &error), "no step");
  /* Nobody reviews an own draft. */
  REFUSE (session, review (place, "chen", "section", TRUE, &error), "drafted");
  DO (review (place, "he", "section", TRUE, &error));
  REFUSE (session, review (place, "he", "section", TRUE, &error), "already");
  REFUSE (session, ask (place, &error), "reviewed");
  DO (review (place, "he", "legal", TRUE, &error));
  /* The leader's step is a head's; the approval may stand for it. */
  REFUSE (session, review (place, "he", "leader", TRUE, &error), "");
  DO (ask (place, &error));
  DO (approve (place, &error));
  DO (reply (place, NULL, &error));
}

/* A letter has no draft that goes through the chain. */
static void
test_letters_pass (void)
{
  g_autoptr (Place) place = begin_with_chain ();

  DO (ask_of (place, ID, "extension", NULL, &error));
}

static void
test_sent_back (void)
{
  g_autoptr (Place) place = begin_with_chain ();
  YsSession *session = place->session;

  DO (draft (place, "拟", &error));
  DO (review (place, "he", "section", TRUE, &error));
  DO (review (place, "he", "legal", FALSE, &error));
  REFUSE (session, ask (place, &error), "sent back");
  REFUSE (session, review (place, "he", "legal", TRUE, &error), "sent back");
  DO (draft (place, "另拟", &error));
  /* From the first step again. */
  REFUSE (session, review (place, "he", "legal", TRUE, &error), "turn");
  DO (review (place, "he", "section", TRUE, &error));
  DO (review (place, "he", "legal", TRUE, &error));
  DO (ask (place, &error));
}

/* An opinion on other facts is none on these; a strike takes one back. */
static void
test_amended_meanwhile (void)
{
  g_autoptr (Place) place = begin_with_chain ();
  YsSession *session = place->session;

  DO (draft (place, "拟", &error));
  DO (review (place, "he", "section", TRUE, &error));
  DO (amend_title (place, &error));
  REFUSE (session, review (place, "he", "legal", TRUE, &error), "turn");
  DO (review (place, "he", "section", TRUE, &error));
  DO (ys_office_note (as (place, "chen"), ID, day (TODAY), "记", &error));
  DO (review (place, "he", "legal", TRUE, &error));
  DO (ys_office_strike (as (place, "he"), ID, day (TODAY), 7, "误", &error));
  REFUSE (session, ask (place, &error), "reviewed");
  DO (review (place, "he", "legal", TRUE, &error));
  DO (ask (place, &error));
}

static void
test_no_chain (void)
{
  g_autoptr (Place) place = begin ();

  DO (draft (place, "拟", &error));
  DO (review (place, "he", "secrecy", TRUE, &error));
  DO (review (place, "he", "legal", FALSE, &error));
  DO (ask (place, &error));
}

/* --- what voids it --------------------------------------------------------------------------- */

static void
approve_draft (Place *place)
{
  DO (draft (place, "拟", &error));
  DO (ask (place, &error));
  DO (approve (place, &error));
}

static gboolean
draft_otherwise (Place *place, GError **error)
{
  return draft_of (place, ID, "拟", YS_OUTCOME_NOT_HELD, error);
}

static gboolean
strike_draft (Place *place, GError **error)
{
  return ys_office_strike (as (place, "chen"), ID, day (TODAY), 2, "r", error);
}

static const struct
{
  gboolean (*act) (Place *place, GError **error);
  const char *says;
} changes[] = {
  { amend_title, "“title of the request” was amended" },
  { draft_otherwise, "“outcome” of the draft was changed" },
  { strike_draft, "was struck" },
};

static void
test_named (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (Place) place = begin ();
      g_autoptr (YsCaseView) view = NULL;
      g_autoptr (YsCaseView) after = NULL;

      approve_draft (place);
      view = ys_office_view_case_alone (place->session, ID, NULL, NULL);
      g_assert_null (view->approval_void);
      g_assert_true (view->approved);
      DO (changes[i].act (place, &error));
      REFUSE (place->session, reply (place, NULL, &error), changes[i].says);
      after = ys_office_view_case_alone (place->session, ID, NULL, NULL);
      g_assert_nonnull (after->approval_void);
      g_assert_nonnull (strstr (after->approval_void, changes[i].says));
      g_assert_false (after->approved);
    }
}

/* What changed while the head has not decided yet. */
static void
test_named_while_asked (void)
{
  g_autoptr (Place) place = begin ();
  g_autoptr (YsCaseView) view = NULL;

  DO (draft (place, "拟", &error));
  DO (ask (place, &error));
  DO (amend_title (place, &error));
  REFUSE (place->session, approve (place, &error), "“title of the request” was amended");
  view = ys_office_view_case_alone (place->session, ID, NULL, NULL);
  g_assert_cmpstr (view->asked_changed, ==, "“title of the request” was amended");
}

static char *
attach (Place *place, const char *name, const char *text)
{
  g_autofree char *path = place_path (place, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_autoptr (GError) error = NULL;
  char *digest;

  place_write (place, name, text, -1);
  digest = ys_office_attach (as (place, "chen"), ID, day (TODAY), file, "reply", &error);
  g_assert_no_error (error);
  return digest;
}

static void
test_file_named (void)
{
  g_autoptr (Place) place = begin ();
  g_autofree char *file = attach (place, "答复书.txt", "甲");
  g_autofree char *other = attach (place, "另一份.txt", "乙");

  DO (ask_of (place, ID, "reply", file, &error));
  DO (approve (place, &error));
  REFUSE (place->session, reply (place, other, &error), "“答复书.txt” was replaced");
  REFUSE (place->session, reply (place, NULL, &error), "“答复书.txt” is missing");
  DO (reply (place, file, &error));
}

/* --- extensions ------------------------------------------------------------------------------ */

static gboolean
extend (Place *place, GError **error)
{
  return ys_office_extend (as (place, "chen"), ID, day (TODAY), 10, "量大", "周敏", error);
}

static void
test_extension (void)
{
  g_autoptr (Place) place = begin ();
  YsSession *session = place->session;

  /* A name in the entry is no approval. */
  REFUSE (session, extend (place, &error), "head");
  DO (ask_of (place, ID, "reply", NULL, &error));
  DO (approve (place, &error));
  REFUSE (session, extend (place, &error), "head");
  DO (ask_of (place, ID, "extension", NULL, &error));
  REFUSE (session, ys_office_approve (as (place, "he"), ID, day (TODAY), &error), "");
  REFUSE (session, extend (place, &error), "head");
  DO (approve (place, &error));
  DO (extend (place, &error));
}

/* By whoever stands in for the head on that day. */
static void
test_extension_by_deputy (void)
{
  g_autoptr (Place) place = begin ();

  DO (ys_office_set_deputy (as (place, "zhou"), day (TODAY), "zhou", "he", day (TODAY),
                            day ("2024-03-08"), &error));
  DO (ask_of (place, ID, "extension", NULL, &error));
  DO (ys_office_approve (as (place, "he"), ID, day (TODAY), &error));
  DO (extend (place, &error));
}

/* Due on 13 March: neither an extension nor its approval comes after that. */
static void
test_extension_late (void)
{
  g_autoptr (Place) place = begin ();
  YsSession *session = place->session;

  ys_session_set_today (session, day ("2024-03-14"));
  ys_session_set_actor (session, "chen");
  DO (ys_office_ask_approval (session, ID, day ("2024-03-14"), "extension", NULL, &error));
  ys_session_set_actor (session, "zhou");
  DO (ys_office_approve (session, ID, day ("2024-03-14"), &error));
  ys_session_set_actor (session, "chen");
  REFUSE (session, ys_office_extend (session, ID, day ("2024-03-14"), 10, "量大", NULL, &error), "");
  REFUSE (session, ys_office_extend (session, ID, day ("2024-03-13"), 10, "量大", NULL, &error),
          "head");
}

/* --- several at once ------------------------------------------------------------------------- */

static void
test_many (void)
{
  g_autoptr (Place) place = begin ();
  YsSession *session = place->session;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_approval_free);
  gint64 position;

  DO (ask (place, &error));
  DO (ask_of (place, "2024-0002", "reply", NULL, &error));
  g_ptr_array_add (list, ys_approval_new (ID, 2));
  /* Not what was looked at. */
  g_ptr_array_add (list, ys_approval_new ("2024-0002", 1));
  g_ptr_array_add (list, ys_approval_new ("2024-0003", 2));
  position = get_position (session);
  g_assert_cmpuint (ys_office_approve_many (as (place, "zhou"), day (TODAY), list), ==, 1);
  g_assert_cmpint (get_position (session), ==, position + 1);
  g_assert_no_error (((YsApproval *) list->pdata[0])->error);
  g_assert_error (((YsApproval *) list->pdata[1])->error, YS_OFFICE_ERROR,
                  YS_OFFICE_ERROR_REFUSED);
  g_assert_error (((YsApproval *) list->pdata[2])->error, YS_OFFICE_ERROR,
                  YS_OFFICE_ERROR_NO_CASE);

  ((YsApproval *) list->pdata[1])->asked = 2;
  g_assert_cmpuint (ys_office_approve_many (as (place, "zhou"), day (TODAY), list), ==, 1);
  g_assert_no_error (((YsApproval *) list->pdata[1])->error);
  assert_whole (session);
}

/* --- the queue ------------------------------------------------------------------------------- */

/* "approval 2024-0001 reply 陈立", "review …", "mend …", a line each. */
static char *
tell_waiting (Place *place, const char *actor)
{
  static const char *const kinds[] = { "approval", "review", "mend" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = ys_office_list_waiting (as (place, actor), NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const YsWaiting *waiting = g_ptr_array_index (list, i);

      g_string_append_printf (text, "%s %s %s %s\n", kinds[waiting->waits_for], waiting->row->id,
                              waiting->what, waiting->by);
    }
  return g_string_free (text, FALSE);
}

static void
assert_waits (Place *place, const char *actor, const char *want)
{
  g_autofree char *found = tell_waiting (place, actor);

  g_assert_cmpstr (found, ==, want);
}

static void
test_waiting (void)
{
  g_autoptr (Place) place = begin_with_chain ();

  assert_waits (place, "zhou", "");
  DO (draft (place, "拟", &error));
  assert_waits (place, "chen", "");
  assert_waits (place, "he", "review 2024-0001 section 陈立\n");
  DO (review (place, "he", "section", TRUE, &error));
  DO (review (place, "he", "legal", FALSE, &error));
  assert_waits (place, "he", "");
  assert_waits (place, "chen", "mend 2024-0001 reply 陈立\n");
  DO (draft (place, "另拟", &error));
  DO (review (place, "he", "section", TRUE, &error));
  DO (review (place, "he", "legal", TRUE, &error));
  assert_waits (place, "zhou", "review 2024-0001 leader 陈立\n");
  DO (ask (place, &error));
  DO (ask_of (place, "2024-0002", "extension", NULL, &error));
  assert_waits (place, "zhou",
                "approval 2024-0001 reply 陈立\napproval 2024-0002 extension 陈立\n");
  assert_waits (place, "he", "");
  DO (approve (place, &error));
  assert_waits (place, "zhou", "approval 2024-0002 extension 陈立\n");
  DO (amend_title (place, &error));
  /* From the first review on again; whoever drafted it is told. */
  assert_waits (place, "chen", "mend 2024-0001 reply 周敏\n");
  assert_waits (place, "he", "review 2024-0001 section 陈立\n");
}

static void
test_waiting_for_mend (void)
{
  g_autoptr (Place) place = begin ();

  approve_draft (place);
  assert_waits (place, "chen", "");
  DO (amend_title (place, &error));
  assert_waits (place, "chen", "mend 2024-0001 reply 周敏\n");
  assert_waits (place, "he", "");
}

/* Without staff everybody may do everything, and the chain is off. */
static void
test_open_office (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_RECORDED);

  place_import (place, GOT);
  DO (ys_office_set_chain (place->session, day (TODAY), chain, &error));
  DO (draft (place, "拟", &error));
  assert_waits (place, "chen", "");
  DO (ask (place, &error));
  assert_waits (place, "chen", "approval 2024-0001 reply chen\n");
  DO (extend (place, &error));
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);

  g_test_add_func ("/review/order", test_order);
  g_test_add_func ("/review/letters-pass", test_letters_pass);
  g_test_add_func ("/review/sent-back", test_sent_back);
  g_test_add_func ("/review/amended-meanwhile", test_amended_meanwhile);
  g_test_add_func ("/review/no-chain", test_no_chain);
  g_test_add_func ("/void/named", test_named);
  g_test_add_func ("/void/named-while-asked", test_named_while_asked);
  g_test_add_func ("/void/file-named", test_file_named);
  g_test_add_func ("/extension/needs-approval", test_extension);
  g_test_add_func ("/extension/by-deputy", test_extension_by_deputy);
  g_test_add_func ("/extension/late", test_extension_late);
  g_test_add_func ("/many", test_many);
  g_test_add_func ("/waiting/in-turn", test_waiting);
  g_test_add_func ("/waiting/for-mend", test_waiting_for_mend);
  g_test_add_func ("/open-office", test_open_office);
  return place_run ();
}
