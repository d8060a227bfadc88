/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking for an approval, giving it, and returning what was asked (declared in reply.h). */
#include "office/reply.h"

#include "office/approval-changes.h"
#include "office/approve.h"
#include "office/authority.h"
#include "office/facts.h"
#include "office/record.h"
#include "office/review.h"
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

/* The reply's chain has to come to its end first; letters have no draft to be reviewed. */
static gboolean
is_reviewed (YsSession *session, const YsHistory *history, const char *what, GError **error)
{
  g_autoptr (YsChain) chain = NULL;
  g_autofree char *block = NULL;

  if (g_strcmp0 (what, "reply") != 0)
    return TRUE;
  chain = ys_chain_new (history, ys_session_get_today (session),
                        ys_office_get_chain (session));
  block = ys_chain_explain_block (chain);
  if (block == NULL)
    return TRUE;
  g_set_error_literal (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED, block);
  return FALSE;
}

gboolean
ys_office_ask_approval (YsSession *session, const char *id, YsDay on, const char *what,
                        const char *const *files, GError **error)
{
  g_autoptr (YsHistory) history = ys_session_load_case (session, id, error);
  g_autofree char *facts = NULL;
  cJSON *body;

  if (history == NULL || !has_files (session, files, error)
      || !is_reviewed (session, history, what, error))
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

/* What was asked for @asked and looked at; somebody may have asked for something else since. */
static gboolean
is_still_asked (const YsEvent *event, gint64 asked, GError **error)
{
  if (asked == 0 || event->seq == asked)
    return TRUE;
  g_set_error_literal (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                       _("Approval was asked for anew meanwhile. Look at what is asked now."));
  return FALSE;
}

/* The facts are not those of @event, an approval or what was asked. Digests of testimony may be those
 * of other facts altogether: then there is nothing to name. */
static gboolean
refuse_changed (YsSession *session, const YsHistory *history, const YsEvent *event, GError **error)
{
  g_autoptr (GPtrArray) changes
    = ys_approval_list_changes (history, ys_session_get_today (session), event->seq);
  g_autofree char *list = changes->len > 0
                            ? ys_approval_join_changes (changes)
                            : g_strdup (_("the request or the draft is not what it was"));

  if (event->kind == YS_KIND_APPROVED)
    g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                 _("Changed after the reply was approved: %s. Have it approved again."), list);
  else
    g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                 _("Changed after the approval was asked for: %s. Return it, and have it asked for "
                   "again."), list);
  return FALSE;
}

gboolean
ys_office_approve_asked (YsSession *session, const char *id, gint64 asked_seq, YsDay on,
                         GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && id != NULL, FALSE);

  g_autoptr (YsHistory) history = ys_session_load_case (session, id, error);
  const YsEvent *asked = history != NULL ? find_asked (session, history, error) : NULL;
  g_autofree char *facts = NULL;
  cJSON *body;

  if (asked == NULL || !is_still_asked (asked, asked_seq, error))
    return FALSE;

  facts = digest_facts (session, history, error);
  if (facts == NULL)
    return FALSE;
  if (g_strcmp0 (facts, ys_event_get_string (asked, "facts")) != 0)
    return refuse_changed (session, history, asked, error);
  body = ys_body_new ("facts", facts, NULL);
  cJSON_AddNumberToObject (body, "asked", (double) asked->seq);
  cJSON_AddItemToObject (body, "files", cJSON_Duplicate (ys_event_get (asked, "files"), TRUE));
  return ys_session_record_after (session, history, YS_KIND_APPROVED, on, body, error);
}

gboolean
ys_office_approve (YsSession *session, const char *id, YsDay on, GError **error)
{
  return ys_office_approve_asked (session, id, 0, on, error);
}

/* --- several --------------------------------------------------------------------------------- */

void
ys_approval_free (YsApproval *self)
{
  g_clear_error (&self->error);
  g_free (self->id);
  g_free (self);
}

YsApproval *
ys_approval_new (const char *id, gint64 asked)
{
  g_return_val_if_fail (id != NULL, NULL);

  YsApproval *self = g_new0 (YsApproval, 1);

  self->id = g_strdup (id);
  self->asked = asked;
  return self;
}

guint
ys_office_approve_many (YsSession *session, YsDay on, GPtrArray *approvals)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && approvals != NULL, 0);

  guint n = 0;

  for (guint i = 0; i < approvals->len; i++)
    {
      YsApproval *approval = g_ptr_array_index (approvals, i);

      g_clear_error (&approval->error);
      n += ys_office_approve_asked (session, approval->id, approval->asked, on, &approval->error);
    }
  return n;
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
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *list = NULL;
  g_autofree char *sentence = NULL;
  const YsEvent *approved;
  gboolean reopened;

  if (ys_session_get_approval (session) == YS_STAFF_APPROVAL_NONE)
    return TRUE;
  facts = digest_facts (session, history, error);
  if (facts == NULL)
    return FALSE;

  folded = ys_history_fold (history, ys_session_get_today (session));
  approved = ys_approval_find (folded, &reopened);
  if (approved == NULL)
    return TRUE;
  if (reopened)
    return refuse (error, _("The approval on record is of the reply before the case was reopened. "
                            "Have this one approved."));
  if (g_strcmp0 (facts, ys_event_get_string (approved, "facts")) != 0)
    return refuse_changed (session, history, approved, error);
  changes = ys_approval_list_file_changes (history, approved, files);
  if (changes->len == 0)
    return TRUE;
  list = ys_approval_join_changes (changes);
  sentence = g_strdup_printf (_("The files are not those that were approved: %s. Send what was "
                                "approved, or have these approved."), list);
  return refuse (error, sentence);
}

/* --- an extension ---------------------------------------------------------------------------- */

/* The last approval of an extension that no extension has used, in the run of today; given on @on or
 * before, which is not after the due day, or the extension itself would be too late. */
static const YsEvent *
find_extension_approval (const YsFolded *folded, YsDay on)
{
  for (guint i = folded->events->len; i > 0; i--)
    {
      const YsEvent *event = g_ptr_array_index (folded->events, i - 1);
      const YsEvent *asked;

      if (event->kind == YS_KIND_EXTENSION_GRANTED || event->kind == YS_KIND_REOPENED)
        return NULL;
      if (event->kind != YS_KIND_APPROVED || event->on > on)
        continue;
      asked = ys_folded_get (folded, ys_event_get_int (event, "asked", 0));
      if (asked != NULL && g_strcmp0 (ys_event_get_string (asked, "for"), "extension") == 0)
        return event;
    }
  return NULL;
}

/* Where an entry stands in the docket. */
typedef struct
{
  gint64 seq;
  gint64 position;
  gboolean imported;
} Place;

static gboolean
take_place (YsEntry *entry, gpointer user_data, GError **error)
{
  Place *place = user_data;

  if (entry->seq == place->seq)
    {
      place->position = entry->position;
      place->imported = entry->imported;
    }
  return TRUE;
}

/* As the office stood then: testimony approves nothing, and what was entered while the office was open
 * is not judged. */
static gboolean
was_head (YsSession *session, const YsHistory *history, const YsEvent *approved, gboolean *was,
          GError **error)
{
  g_autofree char *stream = g_strconcat ("case/", ys_history_get_id (history), NULL);
  Place place = { .seq = approved->seq };
  g_autoptr (YsStaff) staff = NULL;

  if (!ys_docket_read_stream (ys_session_get_docket (session), stream, take_place, &place, error))
    return FALSE;
  staff = ys_authority_read_staff (session, place.position, NULL, error);
  if (staff == NULL)
    return FALSE;
  *was = !place.imported
         && (ys_staff_is_open (staff)
             || ys_staff_is_head_on (staff, approved->actor, approved->on, NULL));
  return TRUE;
}

gboolean
ys_approval_covers_extension (YsSession *session, const YsHistory *history, YsDay on,
                              GError **error)
{
  g_autoptr (YsFolded) folded = NULL;
  const YsEvent *approved;
  gboolean was = FALSE;

  /* Whose role does not let them extend at all is told that, by whoever records. */
  if (ys_session_get_approval (session) == YS_STAFF_APPROVAL_NONE
      || ys_staff_is_open (ys_session_get_staff (session))
      || !ys_staff_may (ys_session_get_staff (session), ys_session_get_actor (session),
                        YS_KIND_EXTENSION_GRANTED, on))
    return TRUE;
  folded = ys_history_fold (history, ys_session_get_today (session));
  approved = find_extension_approval (folded, on);
  if (approved != NULL && !was_head (session, history, approved, &was, error))
    return FALSE;
  return was
         || refuse (error, _("An extension needs the approval of a head before the due day. Ask for "
                             "approval of an extension first."));
}
