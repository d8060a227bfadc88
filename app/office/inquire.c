/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Questions and the acts that move the due day. */
#include "office/inquire.h"

#include "office/approve.h"
#include "office/record.h"

gboolean
ys_office_ask_correction (YsSession *session, const char *id, YsDay on, const char *points,
                          YsDay until, GError **error)
{
  cJSON *body = ys_body_new ("points", points, NULL);

  ys_body_add_day (body, "until", until);
  return ys_session_record_one (session, id, YS_KIND_CORRECTION_ASKED, on, body, error);
}

gboolean
ys_office_take_correction (YsSession *session, const char *id, YsDay on, const char *description,
                           GError **error)
{
  return ys_session_record_one (session, id, YS_KIND_CORRECTED, on,
                                ys_body_new ("description", description, NULL), error);
}

gboolean
ys_office_send_consultation (YsSession *session, const char *id, YsDay on, const char *ref,
                             const char *with, const char *name, GError **error)
{
  return ys_session_record_one (session, id, YS_KIND_CONSULTATION_SENT, on,
                                ys_body_new ("ref", ref, "with", with, "name", name, NULL), error);
}

gboolean
ys_office_take_opinion (YsSession *session, const char *id, YsDay on, const char *ref,
                        const char *opinion, GError **error)
{
  return ys_session_record_one (session, id, YS_KIND_CONSULTATION_ANSWERED, on,
                                ys_body_new ("ref", ref, "opinion", opinion, NULL), error);
}

gboolean
ys_office_ask_search (YsSession *session, const char *id, YsDay on, const char *ref,
                      const char *unit, YsDay until, GError **error)
{
  cJSON *body = ys_body_new ("ref", ref, "unit", unit, NULL);

  ys_body_add_day (body, "until", until);
  return ys_session_record_one (session, id, YS_KIND_SEARCH_ASKED, on, body, error);
}

gboolean
ys_office_take_search (YsSession *session, const char *id, YsDay on, const char *ref,
                       const char *where, const char *terms, const char *result, GError **error)
{
  return ys_session_record_one (session, id, YS_KIND_SEARCH_ANSWERED, on,
                                ys_body_new ("ref", ref, "where", where, "terms", terms,
                                             "result", result, NULL), error);
}

gboolean
ys_office_ask_reasons (YsSession *session, const char *id, YsDay on, YsDay until, GError **error)
{
  cJSON *body = ys_body_new (NULL, NULL);

  ys_body_add_day (body, "until", until);
  return ys_session_record_one (session, id, YS_KIND_REASONS_ASKED, on, body, error);
}

gboolean
ys_office_take_reasons (YsSession *session, const char *id, YsDay on, const char *text,
                        GError **error)
{
  return ys_session_record_one (session, id, YS_KIND_REASONS_GIVEN, on,
                                ys_body_new ("text", text, NULL), error);
}

gboolean
ys_office_extend (YsSession *session, const char *id, YsDay on, int days, const char *reason,
                  const char *approver, GError **error)
{
  g_autoptr (YsHistory) history = ys_session_load_case (session, id, error);
  cJSON *body;

  if (history == NULL || !ys_approval_covers_extension (session, history, on, error))
    return FALSE;
  body = ys_body_new ("reason", reason, "approver", approver, NULL);
  cJSON_AddNumberToObject (body, "days", days);
  return ys_session_record_after (session, history, YS_KIND_EXTENSION_GRANTED, on, body, error);
}

gboolean
ys_office_set_delay (YsSession *session, const char *id, YsDay on, YsDay until,
                     const char *reason, GError **error)
{
  cJSON *body = ys_body_new ("reason", reason, NULL);

  ys_body_add_day (body, "until", until);
  return ys_session_record_one (session, id, YS_KIND_DELAY_SET, on, body, error);
}
