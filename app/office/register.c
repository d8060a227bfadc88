/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Registers requests: the body of `received`, and the next number of the year. */
#include "office/register.h"

#include "office/record.h"
#include "rules/number.h"
#include "wording/i18n.h"

#include <string.h>

/* Ten desks may register at once; each loser of a number looks again. */
#define NUMBER_TRIES 50

static cJSON *
make_applicant (const YsApplicant *applicant)
{
  return ys_body_new ("class", ys_applicant_class_get_id (applicant->klass),
                      "name", applicant->name, "id_type", applicant->id_type,
                      "id_number", applicant->id_number, "phone", applicant->phone,
                      "email", applicant->email, "address", applicant->address,
                      "postcode", applicant->postcode, NULL);
}

static cJSON *
make_body (const YsRequest *request)
{
  cJSON *body = ys_body_new ("channel", request->channel, "arrived_via", request->arrived_via,
                             "taken_by", request->taken_by, NULL);

  ys_body_add_day (body, "submitted_on", request->submitted_on);
  cJSON_AddItemToObject (body, "applicant", make_applicant (&request->applicant));
  if (request->n_joint > 0)
    {
      cJSON *joint = cJSON_AddArrayToObject (body, "joint");

      for (guint i = 0; i < request->n_joint; i++)
        cJSON_AddItemToArray (joint, make_applicant (&request->joint[i]));
    }
  if (request->agent != NULL)
    cJSON_AddItemToObject (body, "agent",
                           ys_body_new ("name", request->agent, "authorisation",
                                        request->agent_authorisation, NULL));
  cJSON_AddItemToObject (body, "request",
                         ys_body_new ("title", request->title, "description", request->description,
                                      "document_number", request->document_number,
                                      "form", request->form, "delivery", request->delivery, NULL));
  if (request->external_number != NULL)
    cJSON_AddItemToArray (cJSON_AddArrayToObject (body, "external"),
                          ys_body_new ("system", request->external_system,
                                       "number", request->external_number, NULL));
  if (request->suggested_publication)
    cJSON_AddTrueToObject (body, "suggested_publication");
  return body;
}

/* Whether the day of receipt is the one both sides confirm (条例 31). */
static gboolean
needs_confirmation (const char *channel)
{
  return g_strcmp0 (channel, "internet") == 0 || g_strcmp0 (channel, "fax") == 0
         || g_strcmp0 (channel, "ordinary-post") == 0;
}

static char *
find_next_id (YsSession *session, int year, GError **error)
{
  g_autofree char *prefix = g_strdup_printf ("case/%04d-", year);
  g_autofree char *last = NULL;
  char *id;

  if (!ys_docket_find_last_stream (ys_session_get_docket (session), prefix, &last, error))
    return NULL;
  id = ys_number_next (year, last != NULL ? last + strlen ("case/") : NULL);
  if (id == NULL)
    g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                 _("The numbers of %d are used up."), year);
  return id;
}

char *
ys_office_register (YsSession *session, const YsRequest *request, YsDay on, YsDay confirmed_on,
                    const char *confirmed_by, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && request != NULL && on != YS_DAY_NONE, NULL);

  gboolean confirms = needs_confirmation (request->channel);

  for (int i = 0; i < NUMBER_TRIES; i++)
    {
      g_autofree char *id = find_next_id (session, ys_day_year (on), error);
      g_autoptr (GError) local = NULL;
      YsRecord records[2] = { { confirms ? YS_KIND_ARRIVED : YS_KIND_RECEIVED, on, NULL } };
      guint n = 1;

      if (id == NULL)
        return NULL;
      records[0].body = make_body (request);
      if (confirms && confirmed_on != YS_DAY_NONE)
        records[n++] = (YsRecord) { YS_KIND_RECEIVED, confirmed_on,
                                    ys_body_new ("confirmed_by", confirmed_by, NULL) };
      if (ys_session_record (session, id, TRUE, records, n, &local))
        return g_steal_pointer (&id);
      if (!ys_error_is_conflict (local))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
    }

  g_set_error_literal (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_BUSY,
                       _("Others took every number that was tried. Register the request again."));
  return NULL;
}

gboolean
ys_office_confirm (YsSession *session, const char *id, YsDay on, const char *by, GError **error)
{
  return ys_session_record_one (session, id, YS_KIND_RECEIVED, on,
                                ys_body_new ("confirmed_by", by, NULL), error);
}

gboolean
ys_office_assign (YsSession *session, const char *id, YsDay on, const char *to, GError **error)
{
  return ys_session_record_one (session, id, YS_KIND_ASSIGNED, on, ys_body_new ("to", to, NULL),
                                error);
}

gboolean
ys_office_note (YsSession *session, const char *id, YsDay on, const char *text, GError **error)
{
  return ys_session_record_one (session, id, YS_KIND_NOTED, on, ys_body_new ("text", text, NULL),
                                error);
}

gboolean
ys_office_link (YsSession *session, const char *id, YsDay on, const char *to, const char *as,
                const char *agency, GError **error)
{
  return ys_session_record_one (session, id, YS_KIND_LINKED, on,
                                ys_body_new ("to", to, "as", as, "agency", agency, NULL), error);
}
