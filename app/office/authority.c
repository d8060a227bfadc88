/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the staff out of the docket and asks it. */
#include "office/authority.h"

#include "docket/chain.h"
#include "docket/signer.h"
#include "office/audit.h"
#include "wording/explain.h"
#include "wording/i18n.h"

#include <cjson/cJSON.h>

/* --- the staff ------------------------------------------------------------------------------- */

static gboolean
take_entry (YsEntry *entry, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, ys_entry_ref (entry));
  return TRUE;
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const YsEntry *x = *(YsEntry *const *) a;
  const YsEntry *y = *(YsEntry *const *) b;

  return x->position < y->position ? -1 : x->position > y->position;
}

void
ys_authority_fold (YsStaff *staff, const YsEntry *entry, gboolean signature_is_good)
{
  const char *name;
  YsStreamClass klass = ys_stream_parse (entry->stream, &name);
  g_autoptr (YsEvent) event = ys_session_parse_entry (entry, NULL);

  if (event != NULL)
    ys_staff_add (staff, entry->position, klass, name, event, entry->imported,
                  signature_is_good ? entry->signer : NULL);
}

YsStaff *
ys_authority_read_staff (YsSession *self, gint64 until, gint64 *closed_at, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (self), NULL);

  YsDocket *docket = ys_session_get_docket (self);
  g_autoptr (GPtrArray) entries
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_entry_unref);
  g_autoptr (YsStaff) staff = ys_staff_new (ys_session_get_founding_approval (self));
  gint64 closed = 0;

  if (!ys_docket_read_stream (docket, "agency", take_entry, entries, error)
      || !ys_docket_read_streams (docket, "staff/", take_entry, entries, error))
    return NULL;
  g_ptr_array_sort (entries, compare_positions);
  for (guint i = 0; i < entries->len; i++)
    {
      const YsEntry *entry = g_ptr_array_index (entries, i);

      if (entry->position > until)
        break;
      ys_authority_fold (staff, entry, entry->signature != NULL);
      if (closed == 0 && !ys_staff_is_open (staff))
        closed = entry->position;
    }
  if (closed_at != NULL)
    *closed_at = closed;
  return g_steal_pointer (&staff);
}

gboolean
ys_authority_begin (YsSession *self, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (self), FALSE);

  if (!ys_audit_catch_up (self, error))
    return FALSE;
  if (ys_session_get_distrust_reason (self) == NULL)
    return TRUE;
  g_set_error_literal (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED,
                       ys_session_get_distrust_reason (self));
  return FALSE;
}

/* --- judging --------------------------------------------------------------------------------- */

/* The last entry of @kind before @seq that was not struck until then. */
static const YsEvent *
find_last (const YsHistory *history, gint64 seq, YsKind kind)
{
  g_autoptr (GHashTable) struck = g_hash_table_new (NULL, NULL);

  for (gint64 i = seq - 1; i > 0; i--)
    {
      const YsEvent *event = ys_history_get (history, i);

      if (event == NULL)
        continue;
      if (event->kind == YS_KIND_STRUCK)
        g_hash_table_add (struck, GINT_TO_POINTER ((int) ys_event_get_int (event, "of", 0)));
      else if (event->kind == kind && !g_hash_table_contains (struck, GINT_TO_POINTER ((int) i)))
        return event;
    }
  return NULL;
}

const char *
ys_authority_find_drafter (const YsHistory *history, gint64 seq)
{
  const YsEvent *event = find_last (history, seq, YS_KIND_DRAFTED);

  if (event == NULL)
    event = find_last (history, seq, YS_KIND_APPROVAL_ASKED);
  return event != NULL ? event->actor : NULL;
}

const char *
ys_authority_find_asker (const YsHistory *history, gint64 seq)
{
  const YsEvent *event = find_last (history, seq, YS_KIND_DESTRUCTION_ASKED);

  return event != NULL ? event->actor : NULL;
}

static gboolean
refuse (int code, const YsFault *fault, GError **error)
{
  g_autofree char *sentence = ys_explain_fault (fault);

  g_set_error_literal (error, YS_OFFICE_ERROR, code, sentence);
  return FALSE;
}

gboolean
ys_authority_may (YsSession *self, const char *stream, const YsEvent *event, YsFault *fault)
{
  g_return_val_if_fail (YS_IS_SESSION (self) && stream != NULL && event != NULL, FALSE);

  const char *name;
  YsStreamClass klass = ys_stream_parse (stream, &name);
  YsAuthority act = { .klass = klass, .name = name, .event = event,
                      .actor = ys_session_get_actor (self) };

  if (ys_staff_may (ys_session_get_staff (self), act.actor, event->kind, event->on))
    return TRUE;
  /* The role may have been given a moment ago. */
  return (ys_audit_catch_up (self, NULL)
          && ys_staff_may (ys_session_get_staff (self), act.actor, event->kind, event->on))
         || ys_staff_judge (ys_session_get_staff (self), &act, fault);
}

/* Whether @event is, or would be, signed by the session's person. A change of one's own key is signed
 * with the old one, where that is open here; else it is a request. */
static gboolean
will_be_signed (const YsStaff *staff, const char *name, const YsEvent *event, const YsPerson *person,
                const YsSigner *signer)
{
  if (ys_staff_needs_signature (staff, event->kind, name, person->id))
    return TRUE;
  return event->kind == YS_KIND_STAFF_KEY_SET && !ys_staff_is_open (staff) && signer != NULL
         && g_str_equal (name, person->id)
         && g_strcmp0 (person->key, ys_signer_get_public_key (signer)) == 0;
}

gboolean
ys_authority_judge (YsSession *self, const YsStaff *staff, YsAppend *append, const char *stream,
                    const YsEvent *event, const YsHistory *history, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (self) && staff != NULL && append != NULL, FALSE);
  g_return_val_if_fail (stream != NULL && event != NULL, FALSE);

  const YsSigner *signer = ys_session_get_signer (self);
  g_auto (YsFault) fault = YS_FAULT_INIT;
  const char *name;
  YsStreamClass klass = ys_stream_parse (stream, &name);
  const YsPerson *person = ys_staff_find (staff, event->actor);
  YsAuthority act = { .klass = klass, .name = name, .event = event, .actor = event->actor };

  if (person != NULL && will_be_signed (staff, name, event, person, signer))
    {
      act.signs = TRUE;
      act.signer = signer != NULL ? ys_signer_get_public_key (signer) : person->key;
    }
  if (history != NULL)
    {
      act.drafter = ys_authority_find_drafter (history, event->seq);
      act.asked_by = ys_authority_find_asker (history, event->seq);
    }
  if (!ys_staff_judge (staff, &act, &fault))
    return refuse (YS_OFFICE_ERROR_REFUSED, &fault, error);
  if (act.signs && signer == NULL)
    {
      g_set_error_literal (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_LOCKED,
                           _("This is signed with your own key. Open it with your passphrase."));
      return FALSE;
    }
  ys_append_set_signer (append, act.signs ? signer : NULL);
  return TRUE;
}

/* --- what is approved, and what is sent ------------------------------------------------------ */

typedef struct
{
  YsSession *session;
  GError *error;
} FileCheck;

static void
compare_file (const char *digest, gpointer user_data)
{
  FileCheck *self = user_data;
  YsDocket *docket = ys_session_get_docket (self->session);
  g_autoptr (GInputStream) bytes = NULL;
  g_autoptr (YsHash) hash = NULL;
  char found[YS_DIGEST_SIZE];
  guint8 block[65536];
  gssize got = 0;
  const char *hex;
  YsSuite suite;

  if (self->error != NULL || !ys_digest_parse (digest, &suite, &hex))
    return;
  if (!ys_docket_has_file (docket, digest))
    {
      g_set_error (&self->error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                   _("The file %s is not in the docket. Attach it first."), digest);
      return;
    }
  bytes = ys_docket_get_file (docket, digest, &self->error);
  hash = bytes != NULL ? ys_hash_new (suite, &self->error) : NULL;
  while (hash != NULL
         && (got = g_input_stream_read (bytes, block, sizeof block, NULL, &self->error)) > 0)
    ys_hash_add (hash, block, (gsize) got);
  if (self->error != NULL)
    return;
  ys_hash_finish (hash, found);
  if (!g_str_equal (found, digest))
    g_set_error (&self->error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_DAMAGED,
                 _("The file %s is not the one that was put into the docket: it was changed or "
                   "exchanged. Put it back from a backup."),
                 digest);
}

/* The approval of a reply that counts, or NULL. */
static const YsEvent *
find_approved (const YsHistory *history, gint64 seq)
{
  for (gint64 i = seq - 1; i > 0; i--)
    {
      const YsEvent *event = ys_history_get (history, i);
      const YsEvent *asked = event->kind == YS_KIND_APPROVED
                               ? ys_history_get (history, ys_event_get_int (event, "asked", 0))
                               : NULL;

      if (asked != NULL && g_strcmp0 (ys_event_get_string (asked, "for"), "reply") == 0)
        return event;
    }
  return NULL;
}

typedef struct
{
  gint64 seq;
  gint64 closed_at;
  gboolean is_testimony;
} Origin;

static gboolean
take_origin (YsEntry *entry, gpointer user_data, GError **error)
{
  Origin *self = user_data;

  if (entry->seq < self->seq)
    return TRUE;
  self->is_testimony = entry->imported && entry->position > self->closed_at;
  return FALSE;
}

static gboolean
is_of_this_office (YsSession *self, const YsHistory *history, const YsEvent *approved,
                   GError **error)
{
  g_autofree char *stream = g_strconcat ("case/", ys_history_get_id (history), NULL);
  Origin origin = { approved->seq, ys_session_get_audited (self)->closed_at, FALSE };
  g_autoptr (GError) local = NULL;

  if (!ys_docket_read_stream (ys_session_get_docket (self), stream, take_origin, &origin, &local)
      && local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!origin.is_testimony)
    return TRUE;
  g_set_error_literal (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                       _("The approval on record came with an import. Have the reply approved in "
                         "this office."));
  return FALSE;
}

gboolean
ys_authority_check_bond (YsSession *self, const YsHistory *history, const YsEvent *event,
                         GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (self) && history != NULL && event != NULL, FALSE);

  const YsStaff *staff = ys_session_get_staff (self);
  FileCheck check = { self, NULL };
  const YsEvent *approved;
  const cJSON *file;

  if (event->kind != YS_KIND_APPROVED && event->kind != YS_KIND_REPLIED)
    return TRUE;
  cJSON_ArrayForEach (file, ys_event_get (event, "files"))
    compare_file (file->valuestring, &check);
  if (check.error != NULL)
    {
      g_propagate_error (error, check.error);
      return FALSE;
    }
  if (event->kind == YS_KIND_APPROVED || ys_staff_is_open (staff)
      || ys_staff_get_approval (staff) == YS_STAFF_APPROVAL_NONE)
    return TRUE;
  approved = find_approved (history, event->seq);
  return approved == NULL || is_of_this_office (self, history, approved, error);
}
