/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who may do what, at the door of every act: an open office, its closing, roles, leave, deputies, own
 * drafts, the policy, and two desks that act at the same time. */
#include "staffed.h"

#include "office/deliver.h"
#include "office/import-report.h"
#include "office/inquire.h"
#include "office/publish.h"
#include "office/record.h"
#include "office/register.h"
#include "office/review.h"
#include "office/registers.h"
#include "office/reply.h"

#include <string.h>

#define TODAY "2024-03-01"

static Staffed *
begin (void)
{
  return staffed_new (place_new (TODAY, YS_STAFF_APPROVAL_RECORDED));
}

/* --- open ------------------------------------------------------------------------------------ */

/* One officer alone, named or not: nothing is asked, nothing signed, nothing noted of an audit. */
static void
test_open (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_RECORDED);
  g_autofree char *audits
    = g_build_filename (g_get_user_state_dir (), "yishen", "audits",
                        ys_session_get_docket_id (place->session), NULL);
  g_autofree char *note = g_strconcat (audits, ".pin", NULL);
  g_autofree char *told = NULL;
  g_autofree char *id = NULL;

  id = register_case (place->session, "2024-02-08");
  ys_session_set_actor (place->session, "何人");
  DO (draft_text (place->session, id, "答复", &error));
  DO (ask_for_reply (place->session, id, NULL, &error));
  DO (ys_office_approve (place->session, id, day (TODAY), &error));
  DO (ys_office_name_agency (place->session, day (TODAY), "某局", &error));
  told = tell_all (place->session);
  g_assert_nonnull (strstr (told, "\"facts\""));
  g_assert_true (ys_staff_is_open (ys_session_get_staff (place->session)));
  g_assert_false (g_file_test (note, G_FILE_TEST_EXISTS));
  assert_whole (place->session);
}

/* --- closing --------------------------------------------------------------------------------- */

static void
test_closing (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_RECORDED);
  g_autofree char *id = register_case (place->session, "2024-02-08");
  g_autoptr (YsSession) other = place_open (place, TODAY);
  const YsPerson *keeper;

  DO (ys_office_enrol_keeper (place->session, day (TODAY), "k-1", "管理员", NULL, &error));
  g_assert_cmpstr (ys_session_get_actor (place->session), ==, "k-1");
  g_assert_false (ys_staff_is_open (ys_session_get_staff (place->session)));
  keeper = ys_staff_find (ys_session_get_staff (place->session), "k-1");
  g_assert_cmpuint (keeper->roles, ==, YS_ROLE_KEEPER);

  /* the other desk had the docket open as it was, and names nobody, or somebody unknown */
  g_assert_true (ys_staff_is_open (ys_session_get_staff (other)));
  REFUSE (other, "choose who you are",
          ys_office_note (other, id, day (TODAY), "字", &error));
  g_assert_false (ys_staff_is_open (ys_session_get_staff (other)));
  ys_session_set_actor (other, "o-9");
  REFUSE (other, "o-9", ys_office_note (other, id, day (TODAY), "字", &error));
  REFUSE (other, "o-9",
          ys_office_enrol_keeper (other, day (TODAY), "o-9", "又一人", NULL, &error));
  g_assert_cmpstr (ys_session_get_actor (other), ==, "o-9");
  /* a keeper keeps, and does no casework */
  REFUSE (place->session, "管理员", ys_office_note (place->session, id, day (TODAY), "字", &error));
  assert_whole (place->session);
}

static void
test_closing_signed (void)
{
  g_autoptr (Place) place = place_new (TODAY, YS_STAFF_APPROVAL_SIGNED);

  REFUSE (place->session, "key",
          ys_office_enrol_keeper (place->session, day (TODAY), "k-1", "管理员", NULL, &error));
  g_assert_null (ys_session_get_actor (place->session));
  g_assert_true (ys_staff_is_open (ys_session_get_staff (place->session)));
  g_assert_cmpint (get_position (place->session), ==, 0);
}

/* --- roles ----------------------------------------------------------------------------------- */

/* Each act by each role: k, o, h, r of those who may. */
typedef struct
{
  const char *what;
  const char *may;
  gboolean (*act) (YsSession *session, const char *id, GError **error);
} Door;

#define DOOR(name, call)                                                                           \
  static gboolean door_##name (YsSession *session, const char *id, GError **error)                 \
  {                                                                                                \
    return call;                                                                                   \
  }

static const YsRequest request = {
  .channel = "in-person",
  .applicant = { .klass = YS_CLASS_PERSON, .name = "李四" },
  .title = "题",
  .description = "述",
  .form = "paper",
  .delivery = "post",
};

static gboolean
door_register (YsSession *session, const char *id, GError **error)
{
  YsRequest copy = request;
  g_autofree char *made = NULL;

  copy.submitted_on = day (TODAY);
  made = ys_office_register (session, &copy, day (TODAY), YS_DAY_NONE, NULL, error);
  return made != NULL;
}

static const char *const steps[] = { "section", "leader", NULL };

DOOR (note, ys_office_note (session, id, day (TODAY), "字", error))
DOOR (draft, draft_text (session, id, ys_session_get_actor (session), error))
DOOR (correction, ys_office_ask_correction (session, id, day ("2024-02-09"), "写明文号",
                                            day ("2024-03-01"), error))
DOOR (extend, ys_office_extend (session, id, day (TODAY), 20, "需征求意见", "局长", error))
DOOR (document, ys_office_issue_document (session, ys_session_get_actor (session), day (TODAY),
                                          FALSE, "规范", NULL, error))
DOOR (opening, ys_office_count_opening (session, day (TODAY), 1, 2, error))
DOOR (decisions, ys_office_count_decisions (session, 2023, day (TODAY), 1, 2, 3, NULL, error))
DOOR (agency, ys_office_name_agency (session, day (TODAY), ys_session_get_actor (session), error))
DOOR (chain, ys_office_set_chain (session, day (TODAY), steps, error))
DOOR (policy, ys_office_set_policy (session, day (TODAY), YS_STAFF_APPROVAL_RECORDED, FALSE, error))
DOOR (enrol, ys_office_enrol (session, day (TODAY), "n-1", "新人", NULL, NULL, YS_ROLE_OFFICER, error))
DOOR (role, ys_office_give_role (session, day (TODAY), "n-1", YS_ROLE_HEAD, error))
DOOR (own_role, ys_office_give_role (session, day (TODAY), ys_session_get_actor (session),
                                     YS_ROLE_REPORTER, error))
DOOR (freeze, ys_session_record_other (session, "report/2023", YS_SEQ_ANY, YS_KIND_REPORT_FROZEN,
                                       day (TODAY),
                                       cJSON_Parse (quoted ("{'figures':'sm3:" "0000000000000000000000000000000000000000000000000000000000000000" "'}")), error))
DOOR (calendar, ys_session_record_other (session, "calendar/2031", YS_SEQ_ANY, YS_KIND_CALENDAR_ANNOUNCED,
                                         day (TODAY),
                                         cJSON_Parse (quoted ("{'notice':'通知','rest':[],'work':[]}")), error))
DOOR (approve, ys_office_approve (session, id, day (TODAY), error))

static const Door doors[] = {
  { "register", "oh", door_register },
  { "note", "oh", door_note },
  { "document", "ohr", door_document },
  { "opening", "ohr", door_opening },
  { "decisions", "ohr", door_decisions },
  { "agency", "k", door_agency },
  { "chain", "k", door_chain },
  { "policy", "k", door_policy },
  { "enrol", "k", door_enrol },
  { "role", "k", door_role },
  { "calendar", "k", door_calendar },
  { "freeze", "hr", door_freeze },
  { "draft", "oh", door_draft },
  { "extend", "oh", door_extend },
  { "approve", "h", door_approve },
  { "correction", "oh", door_correction },
  /* last, for whoever may then has one more */
  { "own role", "k", door_own_role },
};

static void
try_door (const Door *door, YsSession *desk, const char *id, gboolean may, int *refusals)
{
  gint64 position = get_position (desk);
  g_autoptr (GError) problem = NULL;
  gboolean done;

  g_test_message ("%s by %s", door->what, ys_session_get_actor (desk));
  done = door->act (desk, id, &problem);
  if (!may)
    {
      g_assert_false (done);
      g_assert_error (problem, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED);
      assert_says (problem, "may not record");
      g_assert_cmpint (get_position (desk), ==, position);
    }
  else if (!done)
    {
      /* by the rules of the case: the one before has done it already */
      g_test_message ("%s", problem->message);
      g_assert_null (strstr (problem->message, "may not record"));
      (*refusals)++;
    }
}

/* First those who may not, who are refused for their role; then those who may. */
static void
test_roles (void)
{
  g_autoptr (Staffed) office = begin ();
  YsSession *const desks[] = { office->keeper, office->officer, office->head, office->reporter };
  g_autofree char *id = register_case (office->officer, "2024-02-08");
  int refusals = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (doors); i++)
    {
      if (doors[i].act == door_approve)
        {
          DO (draft_text (office->officer, id, "定稿", &error));
          DO (ys_office_review (office->head, id, day (TODAY), "section", TRUE, NULL, &error));
          DO (ask_for_reply (office->officer, id, NULL, &error));
        }
      for (int may = 0; may < 2; may++)
        for (gsize k = 0; k < G_N_ELEMENTS (desks); k++)
          if (may == (strchr (doors[i].may, ys_session_get_actor (desks[k])[0]) != NULL))
            try_door (&doors[i], desks[k], id, may, &refusals);
    }
  /* a correction and an extension are asked for once; an opening is counted once */
  g_assert_cmpint (refusals, <=, 5);
  assert_whole (office->keeper);
}

/* --- leave, deputies, own drafts ------------------------------------------------------------- */

static void
test_left (void)
{
  g_autoptr (Staffed) office = begin ();
  g_autofree char *id = register_case (office->officer, "2024-02-08");

  DO (ys_office_leave (office->keeper, day (TODAY), "o-1", "调离", &error));
  REFUSE (office->officer, "o-1 has left", ys_office_note (office->officer, id, day (TODAY), "字", &error));
  REFUSE (office->keeper, "last keeper", ys_office_leave (office->keeper, day (TODAY), "k-1", "调离", &error));
  REFUSE (office->keeper, "last keeper",
          ys_office_take_role (office->keeper, day (TODAY), "k-1", YS_ROLE_KEEPER, &error));

  /* who comes back begins anew */
  DO (ys_office_enrol (office->keeper, day (TODAY), "o-1", "o-1", NULL, NULL, 0, &error));
  REFUSE (office->officer, "may not record", ys_office_note (office->officer, id, day (TODAY), "字", &error));
  DO (ys_office_give_role (office->keeper, day (TODAY), "o-1", YS_ROLE_OFFICER, &error));
  DO (ys_office_note (office->officer, id, day (TODAY), "字", &error));
  assert_whole (office->keeper);
}

static void
test_deputy (void)
{
  g_autoptr (Staffed) office = begin ();
  g_autoptr (YsSession) second = staffed_enrol (office, "o-2", YS_ROLE_OFFICER);
  g_autofree char *id = register_case (office->officer, "2024-02-08");

  DO (draft_text (office->officer, id, "答复", &error));
  DO (ask_for_reply (office->officer, id, NULL, &error));
  REFUSE (second, "may not record", ys_office_approve (second, id, day (TODAY), &error));
  REFUSE (second, "may not record",
          ys_office_set_deputy (second, day (TODAY), "h-1", "o-2", day (TODAY), day (TODAY), &error));
  DO (ys_office_set_deputy (office->head, day (TODAY), "h-1", "o-2", day ("2024-03-02"),
                            day ("2024-03-05"), &error));
  REFUSE (second, "may not record", ys_office_approve (second, id, day (TODAY), &error));
  ys_session_set_today (second, day ("2024-03-06"));
  REFUSE (second, "may not record", ys_office_approve (second, id, day ("2024-03-06"), &error));
  ys_session_set_today (second, day ("2024-03-05"));
  DO (ys_office_approve (second, id, day ("2024-03-05"), &error));
  assert_whole (office->keeper);
}

static void
test_own_draft (void)
{
  g_autoptr (Staffed) office = begin ();
  g_autoptr (YsSession) both = staffed_enrol (office, "b-1", YS_ROLE_OFFICER | YS_ROLE_HEAD);
  g_autofree char *id = register_case (both, "2024-02-08");

  DO (draft_text (both, id, "答复", &error));
  DO (ask_for_reply (office->officer, id, NULL, &error));
  REFUSE (both, "drafted", ys_office_approve (both, id, day (TODAY), &error));
  REFUSE (both, "drafted", ys_office_return (both, id, day (TODAY), "不妥", &error));
  DO (ys_office_set_policy (office->keeper, day (TODAY), YS_STAFF_APPROVAL_RECORDED, TRUE, &error));
  DO (ys_office_approve (both, id, day (TODAY), &error));
  assert_whole (office->keeper);
}

/* --- policy ---------------------------------------------------------------------------------- */

static void
test_policy (void)
{
  g_autoptr (Staffed) office = begin ();
  g_autofree char *id = register_case (office->officer, "2024-02-08");
  g_autofree char *file = keep_text (office->officer, "答复书");

  REFUSE (office->officer, NULL, send_reply (office->officer, id, file, &error));
  DO (ys_office_set_policy (office->keeper, day (TODAY), YS_STAFF_APPROVAL_NONE, FALSE, &error));
  /* the officer's rules were read before: what they asked for is not asked for any more */
  {
    g_autoptr (GError) problem = NULL;
    gboolean came;

    g_assert_false (send_reply (office->officer, id, file, &problem));
    DO (ys_session_poll (office->officer, &came, &error));
    DO (send_reply (office->officer, id, file, &error));
  }
  /* nobody has a key: the office cannot begin to sign */
  REFUSE (office->keeper, "key",
          ys_office_set_policy (office->keeper, day (TODAY), YS_STAFF_APPROVAL_SIGNED, FALSE, &error));
  DO (ys_office_make_key (office->keeper, day (TODAY), PASSPHRASE, &error));
  assert_whole (office->keeper);
}

/* --- two desks ------------------------------------------------------------------------------- */

/* The head's desk has looked, and was told of nothing since: its role is gone, under the lock. */
static void
test_race (void)
{
  g_autoptr (Staffed) office = begin ();
  g_autofree char *id = register_case (office->officer, "2024-02-08");
  g_autoptr (YsHistory) history = NULL;
  g_autoptr (GError) problem = NULL;

  history = ys_session_load_case (office->officer, id, &problem);
  g_assert_no_error (problem);
  DO (ys_office_take_role (office->keeper, day (TODAY), "o-1", YS_ROLE_OFFICER, &error));
  g_assert_cmpuint (ys_staff_find (ys_session_get_staff (office->officer), "o-1")->roles, ==,
                    YS_ROLE_OFFICER);
  REFUSE (office->officer, "may not record",
          ys_session_record_after (office->officer, history, YS_KIND_NOTED, day (TODAY),
                                   ys_body_new ("text", "字", NULL), &error));
  g_assert_cmpuint (ys_staff_find (ys_session_get_staff (office->officer), "o-1")->roles, ==, 0);
  assert_whole (office->keeper);
}

/* Approvals came into force meanwhile: what was judged without is judged anew. */
static void
test_policy_race (void)
{
  g_autoptr (Staffed) office
    = staffed_new (place_new (TODAY, YS_STAFF_APPROVAL_NONE));
  g_autofree char *id = register_case (office->officer, "2024-02-08");
  g_autoptr (GError) problem = NULL;
  gint64 position;

  DO (ys_office_set_policy (office->keeper, day (TODAY), YS_STAFF_APPROVAL_RECORDED, FALSE, &error));
  position = get_position (office->officer);
  g_assert_false (send_reply (office->officer, id, NULL, &problem));
  g_assert_true (ys_error_is_conflict (problem));
  g_assert_cmpint (get_position (office->officer), ==, position);
  REFUSE (office->officer, NULL, send_reply (office->officer, id, NULL, &error));
  assert_whole (office->keeper);
}

/* --- import ---------------------------------------------------------------------------------- */

static gboolean
bring (Staffed *office, YsSession *session, const char *text, GError **error)
{
  g_autofree char *path = place_path (office->place, "import.ndjson");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  place_write (office->place, "import.ndjson", quoted (text), -1);
  return ys_office_import (session, file, NULL, NULL, NULL, error);
}

/* Testimony is brought in by whoever does such work, and gives nobody authority. */
static void
test_import (void)
{
  static const char text[]
    = GOT CASE ("drafted", "2024-02-20", "'outcome':'granted','ground':'36-2'")
      CASE ("approval-asked", "2024-02-20", "'for':'reply','files':[],'facts':'sm3:"
            "0000000000000000000000000000000000000000000000000000000000000000'")
      CASE ("approved", "2024-02-20", "'asked':3,'files':[],'facts':'sm3:"
            "0000000000000000000000000000000000000000000000000000000000000000'");
  g_autoptr (Staffed) office = begin ();

  REFUSE (office->reporter, NULL, bring (office, office->reporter, text, &error));
  REFUSE (office->keeper, NULL, bring (office, office->keeper, text, &error));
  REFUSE (office->officer, NULL,
          bring (office, office->officer,
                 LINE ("staff/x-1", "joined", "2024-02-08", "'name':'某'"), &error));
  REFUSE (office->officer, NULL,
          bring (office, office->officer,
                 LINE ("calendar/2031", "announced", "2024-02-08", "'notice':'通知','rest':[],'work':[]"), &error));
  DO (bring (office, office->officer, text, &error));
  assert_whole (office->keeper);

  /* its approval is none of this office, and the case goes on all the same */
  REFUSE (office->officer, NULL, send_reply (office->officer, "2024-0001", NULL, &error));
  DO (draft_text (office->officer, "2024-0001", "答复", &error));
  DO (ask_for_reply (office->officer, "2024-0001", NULL, &error));
  DO (ys_office_approve (office->head, "2024-0001", day (TODAY), &error));
  DO (send_reply (office->officer, "2024-0001", NULL, &error));
  assert_whole (office->keeper);
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);

  g_test_add_func ("/staff/open", test_open);
  g_test_add_func ("/staff/closing", test_closing);
  g_test_add_func ("/staff/closing-signed", test_closing_signed);
  g_test_add_func ("/staff/roles", test_roles);
  g_test_add_func ("/staff/left", test_left);
  g_test_add_func ("/staff/deputy", test_deputy);
  g_test_add_func ("/staff/own-draft", test_own_draft);
  g_test_add_func ("/staff/policy", test_policy);
  g_test_add_func ("/staff/race", test_race);
  g_test_add_func ("/staff/policy-race", test_policy_race);
  g_test_add_func ("/staff/import", test_import);
  return place_run ();
}
