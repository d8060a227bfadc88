/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking for an approval, giving it, and returning what was asked (declared in reply.h). */
#include "office/reply.h"

#include "office/approve.h"
#include "office/facts.h"
#include "office/record.h"
#include "rules/casefile.h"
#include "wording/i18n.h"

static char *
digest_facts (YsSession *session, const YsHistory *history, GError **error)
{
  g_autoptr (YsFolded) folded = ys_history_fold (history, ys_session_get_today (session));
  g_autoptr (GString) facts = g_string_new (NULL);

  for (guint i = 0; i < folded->events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i);
      if (ys_facts_hold (event->kind))
        ys_facts_add (facts, event);
    }

  return ys_docket_digest_text (ys_session_get_docket (session), facts->str, error);
}

/* At the desk only what is here can be approved: the head is to see the very bytes. */
static gboolean
has_files (YsSession *session, const char *const *files, GError **error)
{
  for (; files != NULL && *files != NULL; files++)
    if (!ys_docket_has_file (ys_session_get_docket (session), *files))
      {
        g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                     _("The file %s is not in the docket. Attach it first."), *files);
        return FALSE;
      }
  return TRUE;
}

gboolean
ys_office_ask_approval (YsSession *session, const char *id, YsDay on, const char *what,
                        const char *const *files, GError **error)
{
  g_autoptr (YsHistory) history = ys_session_load_case (session, id, error);
  g_autofree char *facts = NULL;
  cJSON *body;

  if (history == NULL || !has_files (session, files, error))
    return FALSE;

  facts = digest_facts (session, history, error);
  if (facts == NULL)
    return FALSE;
  body = ys_body_new ("for", what, "facts", facts, NULL);
  ys_body_add_files (body, "files", files);
  if (cJSON_GetObjectItem (body, "files") == NULL)
    cJSON_AddArrayToObject (body, "files");
  return ys_session_record_after (session, history, YS_KIND_APPROVAL_ASKED, on, body, error);
}

/* The approval that is asked for and not decided, or REFUSED. */
static const YsEvent *
find_asked (YsSession *session, const YsHistory *history, GError **error)
{
  g_autoptr (YsCasefile) casefile = ys_casefile_new (history, ys_session_get_calendar (session),
                                                     ys_session_get_today (session));

  if (casefile->approval_seq == 0)
    {
      g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                   _("No approval is asked for in case %s."), ys_history_get_id (history));
      return NULL;
    }
  return ys_history_get (history, casefile->approval_seq);
}

gboolean
ys_office_approve (YsSession *session, const char *id, YsDay on, GError **error)
{
  g_autoptr (YsHistory) history = ys_session_load_case (session, id, error);
  const YsEvent *asked = history != NULL ? find_asked (session, history, error) : NULL;
  g_autofree char *facts = NULL;
  cJSON *body;

  if (asked == NULL)
    return FALSE;

  facts = digest_facts (session, history, error);
  if (facts == NULL)
    return FALSE;
  if (g_strcmp0 (facts, ys_event_get_string (asked, "facts")) != 0)
    {
      g_set_error_literal (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                           _("The request or the draft was changed after the approval was asked "
                             "for. Return it, and have it asked for again."));
      return FALSE;
    }
  body = ys_body_new ("facts", facts, NULL);
  cJSON_AddNumberToObject (body, "asked", (double) asked->seq);
  cJSON_AddItemToObject (body, "files", cJSON_Duplicate (ys_event_get (asked, "files"), TRUE));
  return ys_session_record_after (session, history, YS_KIND_APPROVED, on, body, error);
}

gboolean
ys_office_return (YsSession *session, const char *id, YsDay on, const char *reason,
                  GError **error)
{
  g_autoptr (YsHistory) history = ys_session_load_case (session, id, error);
  const YsEvent *asked = history != NULL ? find_asked (session, history, error) : NULL;
  cJSON *body;

  if (asked == NULL)
    return FALSE;
  body = ys_body_new ("reason", reason, NULL);
  cJSON_AddNumberToObject (body, "asked", (double) asked->seq);
  return ys_session_record_after (session, history, YS_KIND_RETURNED, on, body, error);
}

/* --- whether it still holds ------------------------------------------------------------------ */

/* The last approval of a reply; *@reopened tells whether the case was reopened after it. */
static const YsEvent *
find_approved (const YsFolded *folded, gboolean *reopened)
{
  *reopened = FALSE;
  for (guint i = folded->events->len; i > 0; i--)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i - 1);
      const YsEvent *asked;

      *reopened |= event->kind == YS_KIND_REOPENED;
      if (event->kind != YS_KIND_APPROVED)
        continue;
      asked = ys_folded_get (folded, ys_event_get_int (event, "asked", 0));
      if (asked != NULL && g_strcmp0 (ys_event_get_string (asked, "for"), "reply") == 0)
        return event;
    }
  return NULL;
}

static gboolean
are_files_of (const YsEvent *approved, const char *const *files)
{
  int count = ys_event_count_list (approved, "files");
  int i = 0;

  for (; files != NULL && files[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("files.%d", i);

      if (i >= count || g_strcmp0 (ys_event_get_string (approved, path), files[i]) != 0)
        return FALSE;
    }
  return i == count;
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED, sentence);
  return FALSE;
}

gboolean
ys_approval_covers_reply (YsSession *session, const YsHistory *history, const char *const *files,
                          GError **error)
{
  g_autoptr (YsFolded) folded = NULL;
  g_autofree char *facts = NULL;
  const YsEvent *approved;
  gboolean reopened;

  if (ys_session_get_approval (session) == YS_STAFF_APPROVAL_NONE)
    return TRUE;
  facts = digest_facts (session, history, error);
  if (facts == NULL)
    return FALSE;

  folded = ys_history_fold (history, ys_session_get_today (session));
  approved = find_approved (folded, &reopened);
  if (approved == NULL)
    return TRUE;
  if (reopened)
    return refuse (error, _("The approval on record is of the reply before the case was reopened. "
                            "Have this one approved."));
  if (g_strcmp0 (facts, ys_event_get_string (approved, "facts")) != 0)
    return refuse (error, _("The request or the draft was changed after the reply was approved. "
                            "Have it approved again."));
  if (!are_files_of (approved, files))
    return refuse (error, _("The files of the reply are not those that were approved. Send what "
                            "was approved, or have these approved."));
  return TRUE;
}
