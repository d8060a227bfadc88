/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An office with staff. What is tested stands in the tests. */
#include "staffed.h"

#include "office/register.h"
#include "office/reply.h"

#include <string.h>

YsSession *
sit_down (const char *address, YsDay today, const char *id)
{
  g_autoptr (GError) error = NULL;
  YsSession *session = ys_session_open (address, TRUE, today, &error);

  g_assert_no_error (error);
  ys_session_set_actor (session, id);
  return session;
}

YsSession *
staffed_enrol (Staffed *self, const char *id, guint roles)
{
  YsDay today = ys_session_get_today (self->keeper);
  YsSession *session;

  DO (ys_office_enrol (self->keeper, today, id, id, "办公室", NULL, roles, &error));
  session = sit_down (self->place->docket, today, id);
  if (ys_session_get_approval (self->keeper) != YS_STAFF_APPROVAL_SIGNED
      || roles == YS_ROLE_REPORTER)
    return session;
  DO (ys_office_make_key (session, today, PASSPHRASE, &error));
  DO (ys_office_confirm_key (self->keeper, today, id, &error));
  return session;
}

Staffed *
staffed_new (Place *place)
{
  Staffed *self = g_new0 (Staffed, 1);
  gboolean is_signed = ys_session_get_approval (place->session) == YS_STAFF_APPROVAL_SIGNED;

  self->place = place;
  self->keeper = place->session;
  DO (ys_office_enrol_keeper (self->keeper, ys_session_get_today (self->keeper), "k-1", "管理员",
                              is_signed ? PASSPHRASE : NULL, &error));
  self->officer = staffed_enrol (self, "o-1", YS_ROLE_OFFICER);
  self->head = staffed_enrol (self, "h-1", YS_ROLE_HEAD);
  self->reporter = staffed_enrol (self, "r-1", YS_ROLE_REPORTER);
  return self;
}

void
staffed_free (Staffed *self)
{
  g_clear_object (&self->officer);
  g_clear_object (&self->head);
  g_clear_object (&self->reporter);
  place_free (self->place);
  g_free (self);
}

/* --- casework -------------------------------------------------------------------------------- */

char *
register_case (YsSession *session, const char *on)
{
  g_autoptr (GError) error = NULL;
  YsRequest request = {
    .channel = "in-person",
    .submitted_on = day (on),
    .applicant = { .klass = YS_CLASS_PERSON, .name = "张三", .phone = "13800000000" },
    .title = "古渡路工程",
    .description = "申请公开批复全文",
    .form = "paper",
    .delivery = "post",
  };
  char *id = ys_office_register (session, &request, day (on), YS_DAY_NONE, NULL, &error);

  g_assert_no_error (error);
  return id;
}

char *
keep_text (YsSession *session, const char *text)
{
  g_autoptr (GInputStream) bytes = g_memory_input_stream_new_from_data (text, -1, NULL);
  g_autoptr (GError) error = NULL;
  char *digest = ys_docket_put_file (ys_session_get_docket (session), bytes, NULL, &error);

  g_assert_no_error (error);
  return digest;
}

gboolean
draft_text (YsSession *session, const char *id, const char *text, GError **error)
{
  const YsReply reply = { .outcome = YS_OUTCOME_GRANTED, .ground = "36-2", .text = text };

  return ys_office_draft (session, id, ys_session_get_today (session), &reply, error);
}

gboolean
ask_for_reply (YsSession *session, const char *id, const char *file, GError **error)
{
  const char *const files[] = { file, NULL };

  return ys_office_ask_approval (session, id, ys_session_get_today (session), "reply", files,
                                 error);
}

gboolean
send_reply (YsSession *session, const char *id, const char *file, GError **error)
{
  const char *const files[] = { file, NULL };
  const YsReply reply = { .outcome = YS_OUTCOME_GRANTED, .ground = "36-2", .files = files };

  return ys_office_reply (session, id, ys_session_get_today (session), &reply, "post", error);
}

/* --- asserting ------------------------------------------------------------------------------- */

void
assert_says (const GError *error, const char *says)
{
  if (says != NULL && strstr (error->message, says) == NULL)
    g_error ("“%s” does not say %s", error->message, says);
}
