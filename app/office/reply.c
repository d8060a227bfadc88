/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drafts, replies and closings. Reviews are in review.c, approvals in approve.c. */
#include "office/reply.h"

#include "office/approve.h"
#include "office/record.h"

static cJSON *
make_reply_body (const YsReply *reply)
{
  cJSON *body = ys_body_new ("outcome", ys_outcome_get_id (reply->outcome), "ground", reply->ground,
                             "earlier", reply->earlier, "reply_number", reply->reply_number, NULL);

  ys_body_add_files (body, "files", reply->files);
  return body;
}

gboolean
ys_office_draft (YsSession *session, const char *id, YsDay on, const YsReply *reply,
                 GError **error)
{
  g_return_val_if_fail (reply != NULL, FALSE);

  cJSON *body = make_reply_body (reply);

  if (reply->text != NULL)
    cJSON_AddStringToObject (body, "text", reply->text);
  return ys_session_record_one (session, id, YS_KIND_DRAFTED, on, body, error);
}

gboolean
ys_office_reply (YsSession *session, const char *id, YsDay on, const YsReply *reply,
                 const char *sent_by, GError **error)
{
  g_return_val_if_fail (reply != NULL, FALSE);

  g_autoptr (YsHistory) history = ys_session_load_case (session, id, error);
  cJSON *body;

  if (history == NULL || !ys_approval_covers_reply (session, history, reply->files, error))
    return FALSE;
  body = make_reply_body (reply);
  if (sent_by != NULL)
    cJSON_AddStringToObject (body, "sent_by", sent_by);
  return ys_session_record_after (session, history, YS_KIND_REPLIED, on, body, error);
}

gboolean
ys_office_withdraw (YsSession *session, const char *id, YsDay on, const char *reason,
                    GError **error)
{
  return ys_session_record_one (session, id, YS_KIND_WITHDRAWN, on,
                                ys_body_new ("reason", reason, NULL), error);
}

gboolean
ys_office_close (YsSession *session, const char *id, YsDay on, YsOutcome outcome,
                 const char *reason, GError **error)
{
  return ys_session_record_one (session, id, YS_KIND_CLOSED, on,
                                ys_body_new ("outcome", ys_outcome_get_id (outcome),
                                             "reason", reason, NULL), error);
}

gboolean
ys_office_reopen (YsSession *session, const char *id, YsDay on, const char *reason,
                  const char *ref, YsDay until, GError **error)
{
  cJSON *body = ys_body_new ("reason", reason, "ref", ref, NULL);

  ys_body_add_day (body, "until", until);
  return ys_session_record_one (session, id, YS_KIND_REOPENED, on, body, error);
}
