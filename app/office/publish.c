/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Registers and the agency. */
#include "office/publish.h"

#include "office/record.h"
#include "wording/i18n.h"

/* --- documents ------------------------------------------------------------------------------- */

/* What is known of one document of the register. */
typedef struct
{
  gint64 seq; /* last one of its stream; 0: there is no such document */
  YsDay issued;
  YsDay repealed;
} Document;

static gboolean
take_document (YsEntry *entry, gpointer user_data, GError **error)
{
  Document *document = user_data;
  g_autoptr (YsEvent) event = ys_session_parse_entry (entry, error);

  if (event == NULL)
    return FALSE;
  document->seq = entry->seq;
  if (event->kind == YS_KIND_NORMATIVE_ISSUED)
    document->issued = event->on;
  else if (event->kind == YS_KIND_NORMATIVE_REPEALED)
    document->repealed = event->on;
  return TRUE;
}

static gboolean
read_document (YsSession *session, const char *stream, Document *document, GError **error)
{
  *document = (Document) { 0, YS_DAY_NONE, YS_DAY_NONE };
  return ys_docket_read_stream (ys_session_get_docket (session), stream, take_document, document,
                                error);
}

gboolean
ys_office_issue_document (YsSession *session, const char *id, YsDay on, gboolean is_rule,
                          const char *title, const char *document_number, GError **error)
{
  g_autofree char *stream = g_strconcat ("register/normative/", id, NULL);
  Document document;

  if (!read_document (session, stream, &document, error))
    return FALSE;
  if (document.seq > 0)
    {
      g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                   _("The register already has a document “%s”. Give the new one another name."),
                   id);
      return FALSE;
    }
  return ys_session_record_other (session, stream, 0, YS_KIND_NORMATIVE_ISSUED, on,
                                  ys_body_new ("type", is_rule ? "rule" : "normative",
                                               "title", title, "document_number",
                                               document_number, NULL), error);
}

/* Table 2 counts a repeal by the day and the type of what was issued. */
static gboolean
may_repeal (const Document *document, const char *id, YsDay on, GError **error)
{
  char day[YS_DAY_TEXT];

  if (document->issued == YS_DAY_NONE)
    g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                 _("The register has no document “%s”. Enter it as issued first."), id);
  else if (document->repealed != YS_DAY_NONE)
    g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                 _("The document “%1$s” was already repealed on %2$s."), id,
                 ys_day_format (document->repealed, day));
  else if (on < document->issued)
    g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                 _("The document “%1$s” was issued on %2$s; it cannot be repealed before."), id,
                 ys_day_format (document->issued, day));
  else
    return TRUE;
  return FALSE;
}

gboolean
ys_office_repeal_document (YsSession *session, const char *id, YsDay on, const char *by,
                           GError **error)
{
  g_autofree char *stream = g_strconcat ("register/normative/", id, NULL);
  Document document;

  return read_document (session, stream, &document, error)
         && may_repeal (&document, id, on, error)
         && ys_session_record_other (session, stream, document.seq, YS_KIND_NORMATIVE_REPEALED, on,
                                     ys_body_new ("by", by, NULL), error);
}

/* --- counts and names ------------------------------------------------------------------------ */

gboolean
ys_office_count_opening (YsSession *session, YsDay on, gint64 rule, gint64 normative,
                         GError **error)
{
  cJSON *body = ys_body_new (NULL, NULL);

  cJSON_AddNumberToObject (body, "rule", (double) rule);
  cJSON_AddNumberToObject (body, "normative", (double) normative);
  return ys_session_record_other (session, "register/normative/opening", YS_SEQ_ANY,
                                  YS_KIND_OPENING_COUNTED, on, body, error);
}

gboolean
ys_office_count_decisions (YsSession *session, int year, YsDay on, gint64 licence, gint64 penalty,
                           gint64 coercion, const char *fee_wan, GError **error)
{
  g_autofree char *stream = g_strdup_printf ("register/decisions/%04d", year);
  cJSON *body = ys_body_new ("fee_wan", fee_wan, NULL);

  cJSON_AddNumberToObject (body, "licence", (double) licence);
  cJSON_AddNumberToObject (body, "penalty", (double) penalty);
  cJSON_AddNumberToObject (body, "coercion", (double) coercion);
  return ys_session_record_other (session, stream, YS_SEQ_ANY, YS_KIND_DECISIONS_COUNTED, on, body,
                                  error);
}

gboolean
ys_office_name_agency (YsSession *session, YsDay on, const char *name, GError **error)
{
  return ys_session_record_other (session, "agency", YS_SEQ_ANY, YS_KIND_AGENCY_NAMED, on,
                                  ys_body_new ("name", name, NULL), error);
}
