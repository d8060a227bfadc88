/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A year of a whole office by chance: whatever the door lets in, no audit ever accuses anybody. */
#include "staffed.h"

#include "office/deliver.h"
#include "office/destroy.h"
#include "office/inquire.h"
#include "office/publish.h"
#include "office/register.h"
#include "office/review.h"
#include "office/reply.h"

#include <glib/gstdio.h>

#define FIRST "2024-01-02"

static const char *const ids[] = { "k-1", "o-1", "h-1", "r-1", "b-1" };

typedef struct
{
  YsSession *desks[G_N_ELEMENTS (ids)];
  YsSession *desk; /* of whoever acts now */
  YsDay today;
  const char *id;  /* a case */
  GPtrArray *cases;
  char *file;
} Year;

static gboolean
try_register (Year *self, GError **error)
{
  YsRequest request = { .channel = "in-person", .submitted_on = self->today,
                        .applicant = { .klass = YS_CLASS_PERSON, .name = "张三" },
                        .title = "题", .description = "述", .form = "paper", .delivery = "post" };
  char *id = ys_office_register (self->desk, &request, self->today, YS_DAY_NONE, NULL, error);

  if (id != NULL)
    g_ptr_array_add (self->cases, id);
  return id != NULL;
}

static const char *
pick_person (void)
{
  return ids[g_test_rand_int_range (0, G_N_ELEMENTS (ids))];
}

static YsRole
pick_role (void)
{
  return (YsRole) (1 << g_test_rand_int_range (0, 4));
}

static gboolean
try_case_act (Year *self, GError **error)
{
  switch (g_test_rand_int_range (0, 16))
    {
    case 0:
    case 1:
    case 2:
      return try_register (self, error);
    case 3:
      return ys_office_note (self->desk, self->id, self->today, "字", error);
    case 4:
    case 5:
      return draft_text (self->desk, self->id, "答复", error);
    case 6:
      return ys_office_review (self->desk, self->id, self->today,
                                     g_test_rand_bit () ? "section" : "leader", TRUE, "可", error);
    case 7:
    case 8:
      return ask_for_reply (self->desk, self->id, self->file, error);
    case 9:
    case 10:
      return ys_office_approve (self->desk, self->id, self->today, error);
    case 11:
      return ys_office_return (self->desk, self->id, self->today, "再改", error);
    case 12:
    case 13:
      return send_reply (self->desk, self->id, self->file, error);
    case 14:
      return ys_office_archive (self->desk, self->id, self->today, "1", "10y", 0, error);
    default:
      return ys_office_ask_correction (self->desk, self->id, self->today, "写明文号",
                                       self->today + 20, error);
    }
}

static gboolean
try_staff_act (Year *self, GError **error)
{
  const char *person = pick_person ();

  switch (g_test_rand_int_range (0, 9))
    {
    case 0:
      return ys_office_take_role (self->desk, self->today, person, pick_role (), error);
    case 1:
      return ys_office_set_deputy (self->desk, self->today, person, pick_person (), self->today,
                                   self->today + g_test_rand_int_range (0, 20), error);
    case 2:
      return g_test_rand_int_range (0, 4) == 0
             && ys_office_leave (self->desk, self->today, person, "调离", error);
    case 3:
      return ys_office_enrol (self->desk, self->today, person, person, NULL, NULL, pick_role (), error);
    case 4:
      return ys_office_set_policy (self->desk, self->today, ys_session_get_approval (self->desk),
                                   g_test_rand_bit (), error);
    case 5:
      return ys_office_name_agency (self->desk, self->today, "某局", error);
    case 6:
      return g_test_rand_bit ()
               ? ys_office_ask_destruction (self->desk, "2010-0001", self->today, "期满", error)
               : ys_office_destroy (self->desk, "2010-0001", self->today, error);
    default:
      return ys_office_give_role (self->desk, self->today, person, pick_role (), error);
    }
}

static void
assert_trusted (Year *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      gboolean came;

      DO (ys_session_poll (self->desks[i], &came, &error));
      g_assert_cmpstr (ys_session_get_distrust_reason (self->desks[i]), ==, NULL);
    }
}

static void
live (Year *self, int acts)
{
  int done = 0;

  for (int i = 0; i < acts * 20 && done < acts; i++)
    {
      g_autoptr (GError) problem = NULL;
      gsize who = (gsize) g_test_rand_int_range (0, G_N_ELEMENTS (ids));

      if (g_test_rand_int_range (0, 4) == 0)
        self->today = MIN (self->today + 1, day ("2024-12-31"));
      self->desk = self->desks[who];
      ys_session_set_today (self->desk, self->today);
      self->id = g_ptr_array_index (self->cases, g_test_rand_int_range (0, (gint32) self->cases->len));
      if (g_test_rand_int_range (0, 8) == 0 ? try_staff_act (self, &problem)
                                            : try_case_act (self, &problem))
        done++;
      else if (problem != NULL && !g_error_matches (problem, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED)
               && !g_error_matches (problem, YS_OFFICE_ERROR, YS_OFFICE_ERROR_LOCKED)
               && !ys_error_is_conflict (problem))
        g_error ("%s", problem->message);
      if (i % 100 == 0)
        assert_trusted (self);
    }
  g_test_message ("%d acts", done);
  g_assert_cmpint (done, >, acts / 5);
}

static void
test_year (gconstpointer data)
{
  YsStaffApproval approval = GPOINTER_TO_INT (data);
  Place *place = place_new_with (FIRST, approval, YS_SESSION_SUITE_INTL);
  g_autoptr (Staffed) office = NULL;
  g_autoptr (YsSession) both = NULL;
  g_autoptr (YsSession) stranger = NULL;
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = NULL;
  g_autofree char *note = NULL;
  g_autofree char *file = NULL;
  Year year = { .today = day (FIRST), .cases = cases };

  place_import (place,
                LINE ("case/2010-0001", "received", "2010-01-04", REQUEST ("2010-01-04"))
                LINE ("case/2010-0001", "withdrawn", "2010-01-06", "'reason':'不要了'")
                LINE ("case/2010-0001", "archived", "2010-02-01", "'file_no':'1','retention':'10y'"));
  office = staffed_new (place);
  both = staffed_enrol (office, "b-1", YS_ROLE_OFFICER | YS_ROLE_HEAD | YS_ROLE_KEEPER);
  year.file = file = keep_text (office->officer, "答复书");
  year.desks[0] = office->keeper;
  year.desks[1] = office->officer;
  year.desks[2] = office->head;
  year.desks[3] = office->reporter;
  year.desks[4] = both;
  g_ptr_array_add (cases, register_case (office->officer, FIRST));
  live (&year, approval == YS_STAFF_APPROVAL_SIGNED ? 200 : 500);
  assert_trusted (&year);
  assert_whole (office->keeper);

  /* nor does one that never saw it */
  name = g_strconcat (ys_session_get_docket_id (place->session), ".pin", NULL);
  note = g_build_filename (g_get_user_state_dir (), "yishen", "audits", name, NULL);
  g_assert_cmpint (g_unlink (note), ==, 0);
  stranger = place_open (place, "2024-12-31");
  g_assert_cmpstr (ys_session_get_distrust_reason (stranger), ==, NULL);
}

int
main (int argc, char **argv)
{
  place_begin (&argc, &argv);

  g_test_add_data_func ("/lawful/recorded", GINT_TO_POINTER (YS_STAFF_APPROVAL_RECORDED), test_year);
  g_test_add_data_func ("/lawful/signed", GINT_TO_POINTER (YS_STAFF_APPROVAL_SIGNED), test_year);
  return place_run ();
}
