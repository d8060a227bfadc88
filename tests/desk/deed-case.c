/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests only. */
#include "deed-case.h"

#include "desk-docket.h"
#include "office/register.h"

void
deed_case_look (DeedCase *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->view, ys_case_view_unref);
  self->view = ys_office_view_case (self->session, self->id, NULL, &error);
  g_assert_no_error (error);
}

static char *
register_case (YsSession *session, const char *channel, YsDay on)
{
  g_autoptr (GError) error = NULL;
  YsRequest request = {
    .channel = channel, .submitted_on = on,
    .applicant = { .klass = YS_CLASS_PERSON, .name = "李晓芳" },
    .title = "滨湖公园招商合同", .description = "合同全文", .form = "paper", .delivery = "email",
  };
  char *id = ys_office_register (session, &request, on, YS_DAY_NONE, NULL, &error);

  g_assert_no_error (error);
  return id;
}

void
deed_case_set_up (DeedCase *self, gconstpointer data)
{
  g_autofree char *address = NULL;
  g_autoptr (GError) error = NULL;

  self->dir = g_build_filename (g_get_user_state_dir (), "case-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (self->dir));
  address = g_build_filename (self->dir, "texts.docket", NULL);
  self->session = ys_session_found (address, "云州市人民政府办公室", YS_SESSION_SUITE_GM,
                                    YS_STAFF_APPROVAL_RECORDED, TODAY, &error);
  g_assert_no_error (error);
  ys_session_set_actor (self->session, "陈立");
  self->id = register_case (self->session, "in-person", DAY ("2026-11-16"));
  self->other = register_case (self->session, "internet", DAY ("2026-11-16"));
  deed_case_look (self);
}

void
deed_case_tear_down (DeedCase *self, gconstpointer data)
{
  g_clear_pointer (&self->view, ys_case_view_unref);
  g_clear_object (&self->session);
  desk_remove_tree (self->dir);
  g_free (self->dir);
  g_free (self->id);
  g_free (self->other);
}

gboolean
deed_case_try (DeedCase *self, YsKind kind, gint64 of, const char *on, GError **error,
               const char *key, ...)
{
  g_autoptr (GHashTable) answers
    = ys_deed_propose (kind, self->view, ys_session_get_calendar (self->session), of);
  va_list args;

  if (on != NULL)
    ys_deed_set_answer (answers, "on", on);
  va_start (args, key);
  for (; key != NULL; key = va_arg (args, const char *))
    ys_deed_set_answer (answers, key, va_arg (args, const char *));
  va_end (args);
  g_assert_null (ys_deed_find_missing (ys_deed_get (kind), answers));
  return ys_deed_carry_out (self->session, self->id, kind, answers, error);
}
