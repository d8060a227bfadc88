/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the staff out of the docket and asks it. */
#include "office/authority.h"

#include "docket/signer.h"
#include "wording/explain.h"
#include "wording/i18n.h"

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

gboolean
ys_authority_fold (YsStaff *staff, const YsEntry *entry, GError **error)
{
  const char *name;
  YsStreamClass klass = ys_stream_parse (entry->stream, &name);
  g_autoptr (YsEvent) event = ys_session_parse_entry (entry, error);

  if (event == NULL)
    return FALSE;
  ys_staff_add (staff, entry->position, klass, name, event, entry->imported,
                ys_entry_signature_is_good (entry) ? entry->signer : NULL);
  return TRUE;
}

YsStaff *
ys_authority_read_staff_until (YsSession *self, gint64 position, GError **error)
{
  YsDocket *docket = ys_session_get_docket (self);
  g_autoptr (GPtrArray) entries
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_entry_unref);
  g_autoptr (YsStaff) staff = ys_staff_new (ys_session_get_founding_approval (self));

  if (!ys_docket_read_stream (docket, "agency", take_entry, entries, error)
      || !ys_docket_read_streams (docket, "staff/", take_entry, entries, error))
    return NULL;
  g_ptr_array_sort (entries, compare_positions);
  for (guint i = 0; i < entries->len; i++)
    {
      const YsEntry *entry = g_ptr_array_index (entries, i);

      if (entry->position <= position && !ys_authority_fold (staff, entry, error))
        return NULL;
    }
  return g_steal_pointer (&staff);
}

YsStaff *
ys_authority_read_staff (YsSession *self, gint64 *position, GError **error)
{
  return ys_docket_get_position (ys_session_get_docket (self), position, NULL, error)
           ? ys_authority_read_staff_until (self, *position, error)
           : NULL;
}

gboolean
ys_authority_begin (YsSession *self, GError **error)
{
  gint64 head;

  if (!ys_docket_get_position (ys_session_get_docket (self), &head, NULL, error))
    return FALSE;
  if (ys_session_get_distrust_reason (self) != NULL)
    {
      g_set_error_literal (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED,
                           ys_session_get_distrust_reason (self));
      return FALSE;
    }
  return ys_session_get_staff_position (self) == head || ys_session_load_staff (self, error);
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
ys_authority_judge (YsSession *self, YsAppend *append, const char *stream, const YsEvent *event,
                    const YsHistory *history, GError **error)
{
  const YsStaff *staff = ys_session_get_staff (self);
  const YsSigner *signer = ys_session_get_signer (self);
  g_auto (YsFault) fault = YS_FAULT_INIT;
  const char *name;
  YsStreamClass klass = ys_stream_parse (stream, &name);
  const char *actor = ys_session_get_actor (self);
  gboolean must_sign = ys_staff_needs_signature (staff, event->kind, name, actor)
                       /* A change of one's own key is signed with the old one, if that is there. */
                       || (event->kind == YS_KIND_STAFF_KEY_SET && g_strcmp0 (name, actor) == 0
                           && !ys_staff_is_open (staff) && signer != NULL);
  YsAuthority act = { .klass = klass, .name = name, .event = event, .actor = actor };

  if (must_sign && signer == NULL && ys_staff_find (staff, actor) != NULL)
    {
      g_set_error_literal (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_LOCKED,
                           _("This is signed with your own key. Open it with your passphrase."));
      return FALSE;
    }
  if (must_sign && signer != NULL)
    {
      act.signs = TRUE;
      act.signer = ys_signer_get_public_key (signer);
    }
  if (history != NULL)
    {
      act.drafter = ys_authority_find_drafter (history, event->seq);
      act.asked_by = ys_authority_find_asker (history, event->seq);
    }
  if (!ys_staff_judge (staff, &act, &fault))
    return refuse (YS_OFFICE_ERROR_REFUSED, &fault, error);
  ys_append_set_signer (append, act.signs ? signer : NULL);
  return TRUE;
}

void
ys_authority_note (YsSession *self, const char *stream, const YsEvent *event)
{
  const char *name;
  YsStreamClass klass = ys_stream_parse (stream, &name);
  const YsSigner *signer = ys_session_get_signer (self);

  if (klass == YS_STREAM_AGENCY || klass == YS_STREAM_STAFF)
    ys_staff_add (ys_session_edit_staff (self), ys_session_get_staff_position (self) + 1, klass, name,
                  event, FALSE, signer != NULL ? ys_signer_get_public_key (signer) : NULL);
}
