/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What keepers record of the staff and of how the office decides. Keys: keys.c. */
#include "office/staff.h"

#include "office/keys.h"
#include "office/record.h"
#include "wording/i18n.h"

#include <string.h>

static char *
make_stream (const char *id)
{
  return g_strconcat ("staff/", id, NULL);
}

static gboolean
record (YsSession *session, const char *id, YsKind kind, YsDay on, cJSON *body, GError **error)
{
  g_autofree char *stream = make_stream (id);

  return ys_session_record_other (session, stream, YS_SEQ_ANY, kind, on, body, error);
}

static cJSON *
make_role (YsRole role)
{
  return ys_body_new ("role", ys_role_get_id (role), NULL);
}

static cJSON *
make_person (const char *name, const char *unit, const char *title)
{
  return ys_body_new ("name", name, "unit", unit, "title", title, NULL);
}

/* --- enrolment ------------------------------------------------------------------------------- */

gboolean
ys_office_enrol_keeper (YsSession *session, YsDay on, const char *id, const char *name,
                        const char *passphrase, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && id != NULL && name != NULL, FALSE);

  g_autofree char *stream = make_stream (id);
  g_autofree char *before = g_strdup (ys_session_get_actor (session));
  g_autoptr (YsNewKey) key = NULL;
  YsRecord records[3] = { { YS_KIND_STAFF_JOINED, on, NULL } };
  guint n = 1;

  if (passphrase != NULL)
    {
      key = ys_new_key_make (session, id, passphrase, error);
      if (key == NULL)
        return FALSE;
      records[n++] = (YsRecord){ YS_KIND_STAFF_KEY_SET, on, ys_new_key_get_body (key) };
    }
  records[0].body = make_person (name, NULL, NULL);
  records[n++] = (YsRecord){ YS_KIND_STAFF_ROLE_GIVEN, on, make_role (YS_ROLE_KEEPER) };

  ys_session_set_actor (session, id);
  if (!ys_session_record_others (session, stream, YS_SEQ_ANY, records, n, error))
    {
      ys_session_set_actor (session, before);
      return FALSE;
    }
  if (key != NULL)
    ys_new_key_keep (key, session);
  return TRUE;
}

gboolean
ys_office_enrol (YsSession *session, YsDay on, const char *id, const char *name, const char *unit,
                 const char *title, guint roles, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && id != NULL && name != NULL, FALSE);

  g_autofree char *stream = make_stream (id);
  YsRecord records[5] = { { YS_KIND_STAFF_JOINED, on, make_person (name, unit, title) } };
  guint n = 1;

  for (guint role = YS_ROLE_OFFICER; role <= YS_ROLE_KEEPER; role <<= 1)
    if ((roles & role) != 0)
      records[n++] = (YsRecord){ YS_KIND_STAFF_ROLE_GIVEN, on, make_role ((YsRole) role) };
  return ys_session_record_others (session, stream, YS_SEQ_ANY, records, n, error);
}

gboolean
ys_office_give_role (YsSession *session, YsDay on, const char *id, YsRole role, GError **error)
{
  return record (session, id, YS_KIND_STAFF_ROLE_GIVEN, on, make_role (role), error);
}

gboolean
ys_office_take_role (YsSession *session, YsDay on, const char *id, YsRole role, GError **error)
{
  return record (session, id, YS_KIND_STAFF_ROLE_TAKEN, on, make_role (role), error);
}

gboolean
ys_office_set_deputy (YsSession *session, YsDay on, const char *id, const char *deputy, YsDay from,
                      YsDay until, GError **error)
{
  cJSON *body = ys_body_new ("deputy", deputy, NULL);

  ys_body_add_day (body, "from", from);
  ys_body_add_day (body, "until", until);
  return record (session, id, YS_KIND_STAFF_DEPUTY_SET, on, body, error);
}

gboolean
ys_office_leave (YsSession *session, YsDay on, const char *id, const char *reason, GError **error)
{
  return record (session, id, YS_KIND_STAFF_LEFT, on, ys_body_new ("reason", reason, NULL), error);
}

/* --- how the office decides ------------------------------------------------------------------ */

gboolean
ys_office_set_chain (YsSession *session, YsDay on, const char *const *steps, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && steps != NULL, FALSE);

  cJSON *body = cJSON_CreateObject ();
  cJSON *list = cJSON_AddArrayToObject (body, "steps");

  for (; *steps != NULL; steps++)
    cJSON_AddItemToArray (list, cJSON_CreateString (*steps));
  return ys_session_record_other (session, "agency", YS_SEQ_ANY, YS_KIND_AGENCY_CHAIN_SET, on, body,
                                  error);
}

gboolean
ys_office_set_policy (YsSession *session, YsDay on, YsStaffApproval approval, gboolean own_drafts,
                      GError **error)
{
  cJSON *body = ys_body_new ("approval", ys_approval_get_id (approval), NULL);

  cJSON_AddBoolToObject (body, "own_drafts", own_drafts);
  return ys_session_record_other (session, "agency", YS_SEQ_ANY, YS_KIND_AGENCY_POLICY_SET, on,
                                  body, error);
}
