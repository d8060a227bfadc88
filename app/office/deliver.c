/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Delivery, remedies, archive, amendments. Attaching files is in attach.c. */
#include "office/deliver.h"

#include "office/record.h"
#include "rules/event-fields.h"

static cJSON *
add_of (cJSON *body, gint64 of)
{
  cJSON_AddNumberToObject (body, "of", (double) of);
  return body;
}

gboolean
ys_office_dispatch (YsSession *session, const char *id, YsDay on, gint64 of, const char *by,
                    const char *tracking, GError **error)
{
  return ys_session_record_one (session, id, YS_KIND_DISPATCHED, on,
                                add_of (ys_body_new ("by", by, "tracking", tracking, NULL), of),
                                error);
}

gboolean
ys_office_deliver (YsSession *session, const char *id, YsDay on, gint64 of, const char *by,
                   GError **error)
{
  return ys_session_record_one (session, id, YS_KIND_DELIVERED, on,
                                add_of (ys_body_new ("by", by, NULL), of), error);
}

gboolean
ys_office_fail_delivery (YsSession *session, const char *id, YsDay on, gint64 of,
                         const char *reason, GError **error)
{
  return ys_session_record_one (session, id, YS_KIND_UNDELIVERED, on,
                                add_of (ys_body_new ("reason", reason, NULL), of), error);
}

gboolean
ys_office_open_review (YsSession *session, const char *id, YsDay on, const char *ref,
                       YsRoute route, gboolean as_review_body, gboolean summary, YsDay served_on,
                       const char *body_name, GError **error)
{
  cJSON *body = ys_body_new ("ref", ref, "route", ys_route_get_id (route),
                             "as", as_review_body ? "review-body" : "actor",
                             "procedure", summary ? "summary" : "ordinary", "body", body_name,
                             NULL);

  ys_body_add_day (body, "served_on", served_on);
  return ys_session_record_one (session, id, YS_KIND_REVIEW_OPENED, on, body, error);
}

gboolean
ys_office_decide_review (YsSession *session, const char *id, YsDay on, const char *ref,
                         YsReviewResult result, GError **error)
{
  return ys_session_record_one (session, id, YS_KIND_REVIEW_DECIDED, on,
                                ys_body_new ("ref", ref, "result", ys_result_get_id (result),
                                             NULL), error);
}

gboolean
ys_office_archive (YsSession *session, const char *id, YsDay on, const char *file_no,
                   const char *retention, int pages, GError **error)
{
  cJSON *body = ys_body_new ("file_no", file_no, "retention", retention, NULL);

  if (pages > 0)
    cJSON_AddNumberToObject (body, "pages", pages);
  return ys_session_record_one (session, id, YS_KIND_ARCHIVED, on, body, error);
}

/* The entry as it stands today, also when it is struck; NULL if there is none. */
static YsEvent *
find_standing (YsSession *session, const char *id, gint64 of, GError **error)
{
  g_autoptr (YsHistory) history = ys_session_load_case (session, id, error);
  g_autoptr (YsFolded) folded
    = history != NULL ? ys_history_fold (history, ys_session_get_today (session)) : NULL;
  YsEvent *event = folded != NULL ? ys_folded_get (folded, of) : NULL;

  if (event == NULL && history != NULL)
    event = ys_history_get (history, of);
  return event != NULL ? ys_event_ref (event) : NULL;
}

gboolean
ys_office_amend (YsSession *session, const char *id, YsDay on, gint64 of, const char *field,
                 const char *from, const char *to, const char *reason, GError **error)
{
  g_return_val_if_fail (field != NULL && from != NULL && to != NULL, FALSE);

  g_autoptr (GError) local = NULL;
  g_autoptr (YsEvent) event = find_standing (session, id, of, &local);
  g_autoptr (YsEventField) known = event != NULL ? ys_event_find_field (event, field) : NULL;
  cJSON *body;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  body = ys_body_new ("field", field, "reason", reason, NULL);
  /* A field that nobody knows is for the rules to refuse, in their words. */
  cJSON_AddItemToObject (body, "from", known != NULL && *from != '\0'
                                         ? ys_event_field_read (known, event, from)
                                         : cJSON_CreateString (from));
  cJSON_AddItemToObject (body, "to", known != NULL ? ys_event_field_read (known, event, to)
                                                   : cJSON_CreateString (to));
  return ys_session_record_one (session, id, YS_KIND_AMENDED, on, add_of (body, of), error);
}

gboolean
ys_office_strike (YsSession *session, const char *id, YsDay on, gint64 of, const char *reason,
                  GError **error)
{
  return ys_session_record_one (session, id, YS_KIND_STRUCK, on,
                                add_of (ys_body_new ("reason", reason, NULL), of), error);
}
