/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks the entries in their order beside the staff that they make. */
#include "office/audit.h"

#include "docket/pin.h"
#include "docket/signer.h"
#include "office/authority.h"
#include "wording/explain.h"
#include "wording/i18n.h"

#include <inttypes.h>
#include <string.h>

typedef struct
{
  YsSession *session;
  YsStaff *staff;
  gint64 after;
  gint64 head;
  YsProgressFunc progress;
  gpointer user_data;
  YsOffence *offence;
} Audit;

void
ys_offence_clear (YsOffence *self)
{
  self->position = 0;
  g_clear_pointer (&self->reason, g_free);
}

static gboolean
accuse (Audit *self, const YsEntry *entry, const char *why)
{
  self->offence->position = entry->position;
  self->offence->reason = g_strdup_printf (
    /* Translators: position, stream, kind, actor, why */
    _("Entry %1$" PRId64 " (%2$s, %3$s, by “%4$s”) should not be there: %5$s"), entry->position,
    entry->stream, entry->kind, entry->actor != NULL ? entry->actor : "", why);
  return FALSE;
}

/* --- testimony ------------------------------------------------------------------------------- */

static gboolean
take_first (YsEntry *entry, gpointer user_data, GError **error)
{
  *(YsEntry **) user_data = ys_entry_ref (entry);
  return FALSE;
}

/* Testimony brings whole cases, in one go: nobody adds an “imported” approval to a case of the office. */
static gboolean
is_testimony (Audit *self, const YsEntry *entry, YsStreamClass klass, gboolean *is, GError **error)
{
  g_autoptr (YsEntry) first = NULL;
  g_autoptr (GError) local = NULL;

  *is = klass != YS_STREAM_AGENCY && klass != YS_STREAM_STAFF;
  if (klass != YS_STREAM_CASE || entry->seq == 1)
    return TRUE;
  if (!ys_docket_read_stream (ys_session_get_docket (self->session), entry->stream, take_first, &first,
                              &local)
      && local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  *is = first != NULL && first->imported && g_str_equal (first->command, entry->command);
  return TRUE;
}

/* --- one entry ------------------------------------------------------------------------------- */

static gboolean
needs_history (YsKind kind, const YsEntry *entry)
{
  return entry->body == NULL || kind == YS_KIND_APPROVED || kind == YS_KIND_RETURNED
         || kind == YS_KIND_REVIEWED || kind == YS_KIND_DESTROYED;
}

static gboolean
judge (Audit *self, const YsEntry *entry, YsStreamClass klass, const char *name, GError **error)
{
  g_auto (YsFault) fault = YS_FAULT_INIT;
  g_autofree char *sentence = NULL;
  g_autoptr (YsHistory) history = NULL;
  g_autoptr (YsEvent) event = NULL;
  YsAuthority act = { .klass = klass, .name = name, .actor = entry->actor };

  if (klass == YS_STREAM_CASE && needs_history (ys_kind_parse (klass, entry->kind), entry))
    {
      history = ys_session_load_case (self->session, name, error);
      if (history == NULL)
        return FALSE;
      act.drafter = ys_authority_find_drafter (history, entry->seq);
      act.asked_by = ys_authority_find_asker (history, entry->seq);
    }
  event = history != NULL ? ys_event_ref (ys_history_get (history, entry->seq))
                          : ys_session_parse_entry (entry, error);
  if (event == NULL)
    return FALSE;
  act.event = event;
  act.signs = entry->signature != NULL;
  act.signer = entry->signer;
  if (ys_staff_judge (self->staff, &act, &fault))
    return TRUE;
  sentence = ys_explain_fault (&fault);
  return accuse (self, entry, sentence);
}

static gboolean
audit_entry (Audit *self, YsEntry *entry, GError **error)
{
  const char *name;
  YsStreamClass klass = ys_stream_parse (entry->stream, &name);
  gboolean is_staff = klass == YS_STREAM_AGENCY || klass == YS_STREAM_STAFF;

  if (entry->signature != NULL && !ys_entry_signature_is_good (entry))
    return accuse (self, entry, _("its signature is not of this entry, or not by the key that it names."));
  if (!ys_staff_is_open (self->staff))
    {
      gboolean is = FALSE;

      if (entry->imported && !is_testimony (self, entry, klass, &is, error))
        return FALSE;
      if (entry->imported && !is)
        return accuse (self, entry, _("it says that it was imported, but no import puts it there."));
      if (!entry->imported && !judge (self, entry, klass, name, error))
        return FALSE;
    }
  return !is_staff || ys_authority_fold (self->staff, entry, error);
}

static gboolean
take_entry (YsEntry *entry, gpointer user_data, GError **error)
{
  Audit *self = user_data;

  if (!audit_entry (self, entry, error))
    return FALSE;
  if (self->progress != NULL
      && !self->progress (entry->position - self->after, self->head - self->after, self->user_data))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled."));
      return FALSE;
    }
  return TRUE;
}

/* --- all of them ----------------------------------------------------------------------------- */

gboolean
ys_audit_entries (YsSession *session, gint64 after, YsProgressFunc progress, gpointer user_data,
                  YsOffence *offence, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && offence != NULL, FALSE);

  YsDocket *docket = ys_session_get_docket (session);
  g_autoptr (YsStaff) staff = ys_authority_read_staff_until (session, after, error);
  g_autoptr (GError) local = NULL;
  Audit audit = { session, staff, after, 0, progress, user_data, offence };

  if (staff == NULL || !ys_docket_get_position (docket, &audit.head, NULL, error))
    return FALSE;
  if (ys_docket_read_after (docket, after, take_entry, &audit, &local) || local == NULL)
    return TRUE;
  /* What cannot be understood is an offence as well, of the docket as a whole. */
  if (g_error_matches (local, YS_OFFICE_ERROR, YS_OFFICE_ERROR_DAMAGED))
    {
      offence->reason = g_strdup (local->message);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* --- erased bodies --------------------------------------------------------------------------- */

static gboolean
take_erased (YsEntry *entry, gpointer user_data, GError **error)
{
  Audit *self = user_data;
  const char *id;
  YsStreamClass klass = ys_stream_parse (entry->stream, &id);
  g_autoptr (YsHistory) history = NULL;

  if (klass != YS_STREAM_CASE || entry->body != NULL)
    return accuse (self, entry, _("it is marked as erased, but nothing of its kind is ever erased."));
  history = ys_session_load_case (self->session, id, error);
  return FALSE;
}

gboolean
ys_audit_erased (YsSession *session, YsOffence *offence, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && offence != NULL, FALSE);

  YsDocket *docket = ys_session_get_docket (session);
  g_autoptr (GArray) erased = ys_docket_list_erased (docket, error);
  Audit audit = { .session = session, .offence = offence };

  if (erased == NULL)
    return FALSE;
  for (guint i = 0; i < erased->len && offence->reason == NULL; i++)
    {
      gint64 position = g_array_index (erased, gint64, i);
      g_autoptr (GError) local = NULL;

      if (ys_docket_read_after (docket, position - 1, take_erased, &audit, &local) || local == NULL)
        continue;
      if (!g_error_matches (local, YS_OFFICE_ERROR, YS_OFFICE_ERROR_DAMAGED))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      offence->position = position;
      offence->reason = g_strdup (local->message);
    }
  return TRUE;
}

/* --- what is new ----------------------------------------------------------------------------- */

static char *
find_notes (void)
{
  return g_build_filename (g_get_user_state_dir (), "yishen", "audits", NULL);
}

typedef struct
{
  const YsPin *pin;
  gboolean fits;
} Comparison;

static gboolean
compare_entry (YsEntry *entry, gpointer user_data, GError **error)
{
  Comparison *self = user_data;

  self->fits = entry->position == self->pin->position
               && g_str_equal (entry->digest, self->pin->digest);
  return FALSE;
}

/* The position up to which this client audited the docket, 0 where the note is none or of another. */
static gint64
read_note (YsSession *session, const char *notes)
{
  YsDocket *docket = ys_session_get_docket (session);
  YsPin pin;
  Comparison comparison = { &pin, FALSE };
  gboolean found;

  if (!ys_pin_load (notes, ys_docket_get_id (docket), &pin, &found, NULL) || !found
      || pin.position == 0)
    return 0;
  ys_docket_read_after (docket, pin.position - 1, compare_entry, &comparison, NULL);
  return comparison.fits ? pin.position : 0;
}

gboolean
ys_audit_news (YsSession *session, YsOffence *offence, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && offence != NULL, FALSE);

  YsDocket *docket = ys_session_get_docket (session);
  g_autofree char *notes = find_notes ();
  g_autofree char *digest = NULL;
  gint64 after;
  YsPin pin;

  /* Nobody is judged in an open office, and it cannot be open again. */
  if (ys_staff_is_open (ys_session_get_staff (session)))
    return TRUE;
  if (!ys_docket_get_position (docket, &pin.position, &digest, error))
    return FALSE;
  after = read_note (session, notes);
  if (after >= pin.position)
    return TRUE;
  if (!ys_audit_entries (session, after, NULL, NULL, offence, error))
    return FALSE;
  if (offence->reason != NULL || g_strlcpy (pin.digest, digest, sizeof pin.digest) >= sizeof pin.digest)
    return TRUE;
  /* Without the note the next audit is longer, no more. */
  ys_pin_save (notes, ys_docket_get_id (docket), &pin, FALSE, NULL);
  return TRUE;
}
