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

/* Progress is told so often: whoever looks needs no more. */
#define PROGRESS_EVERY 256

typedef struct
{
  YsSession *session;
  YsStaff *staff;
  YsOffence *offence;
  gboolean signatures_are_tested;
  gint64 position;      /* of the last entry that was looked at */
  char *digest;         /* of that entry, or NULL while there is none */
  GHashTable *imported; /* stream and command of cases that begin with testimony */

  gint64 after;
  gint64 head;
  YsProgressFunc progress;
  gpointer user_data;
} Audit;

static void
audit_clear (Audit *self)
{
  g_clear_pointer (&self->digest, g_free);
  g_clear_pointer (&self->imported, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Audit, audit_clear)

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

/* The command that imported the first entry of @stream, or NULL if none did. */
static gboolean
find_import (Audit *self, const char *stream, const char **command, GError **error)
{
  g_autoptr (YsEntry) first = NULL;
  g_autoptr (GError) local = NULL;

  *command = g_hash_table_lookup (self->imported, stream);
  if (*command != NULL)
    return TRUE;
  if (!ys_docket_read_stream (ys_session_get_docket (self->session), stream, take_first, &first,
                              &local)
      && local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (first != NULL && first->imported)
    g_hash_table_insert (self->imported, g_strdup (stream), g_strdup (first->command));
  *command = g_hash_table_lookup (self->imported, stream);
  return TRUE;
}

/* Testimony brings whole cases, in one go: nobody adds an “imported” approval to a case of the office. */
static gboolean
is_testimony (Audit *self, const YsEntry *entry, YsStreamClass klass, gboolean *is, GError **error)
{
  const char *command;

  *is = klass != YS_STREAM_AGENCY && klass != YS_STREAM_STAFF;
  if (klass != YS_STREAM_CASE)
    return TRUE;
  if (entry->seq == 1)
    {
      g_hash_table_replace (self->imported, g_strdup (entry->stream), g_strdup (entry->command));
      return TRUE;
    }
  if (!find_import (self, entry->stream, &command, error))
    return FALSE;
  *is = g_strcmp0 (command, entry->command) == 0;
  return TRUE;
}

/* --- one entry ------------------------------------------------------------------------------- */

static gboolean
needs_history (YsKind kind, const YsEntry *entry)
{
  return entry->body == NULL || kind == YS_KIND_APPROVED || kind == YS_KIND_RETURNED
         || kind == YS_KIND_REVIEWED || kind == YS_KIND_DESTROYED;
}

/* An entry that cannot be understood is told of where it stands. */
static gboolean
accuse_unread (Audit *self, const YsEntry *entry, GError *why, GError **error)
{
  if (!g_error_matches (why, YS_OFFICE_ERROR, YS_OFFICE_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_error_copy (why));
      return FALSE;
    }
  self->offence->position = entry->position;
  self->offence->reason = g_strdup (why->message);
  return FALSE;
}

static gboolean
judge (Audit *self, const YsEntry *entry, YsStreamClass klass, const char *name, GError **error)
{
  g_auto (YsFault) fault = YS_FAULT_INIT;
  g_autofree char *sentence = NULL;
  g_autoptr (YsHistory) history = NULL;
  g_autoptr (YsEvent) event = NULL;
  g_autoptr (GError) local = NULL;
  YsAuthority act = { .klass = klass, .name = name, .actor = entry->actor };

  if (klass == YS_STREAM_CASE && needs_history (ys_kind_parse (klass, entry->kind), entry))
    {
      history = ys_session_load_case (self->session, name, &local);
      if (history == NULL)
        return accuse_unread (self, entry, local, error);
      act.drafter = ys_authority_find_drafter (history, entry->seq);
      act.asked_by = ys_authority_find_asker (history, entry->seq);
    }
  event = history != NULL ? ys_event_ref (ys_history_get (history, entry->seq))
                          : ys_session_parse_entry (entry, &local);
  if (event == NULL)
    return accuse_unread (self, entry, local, error);
  act.event = event;
  act.signs = entry->signature != NULL || entry->signer != NULL;
  act.signer = entry->signer;
  if (ys_staff_judge (self->staff, &act, &fault))
    return TRUE;
  sentence = ys_explain_fault (&fault);
  return accuse (self, entry, sentence);
}

/* An open office is not judged. */
static gboolean
audit_entry (Audit *self, YsEntry *entry, GError **error)
{
  const char *name;
  YsStreamClass klass = ys_stream_parse (entry->stream, &name);
  gboolean is_signed = entry->signature != NULL || entry->signer != NULL;
  gboolean is = FALSE;

  if (is_signed && !self->signatures_are_tested && !ys_entry_signature_is_good (entry))
    return accuse (self, entry,
                   _("its signature is not of this entry, or not by the key that it names."));
  if (ys_staff_is_open (self->staff))
    return TRUE;
  if (!entry->imported)
    return judge (self, entry, klass, name, error);
  if (!is_testimony (self, entry, klass, &is, error))
    return FALSE;
  return is || accuse (self, entry, _("it says that it was imported, but no import puts it there."));
}

static gboolean
take_entry (YsEntry *entry, gpointer user_data, GError **error)
{
  Audit *self = user_data;
  YsStreamClass klass = ys_stream_parse (entry->stream, NULL);

  if (!audit_entry (self, entry, error))
    return FALSE;
  if (klass == YS_STREAM_AGENCY || klass == YS_STREAM_STAFF)
    ys_authority_fold (self->staff, entry, entry->signature != NULL);
  self->position = entry->position;
  g_free (self->digest);
  self->digest = g_strdup (entry->digest);
  if (self->progress != NULL && entry->position % PROGRESS_EVERY == 0
      && !self->progress (entry->position - self->after, self->head - self->after, self->user_data))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled."));
      return FALSE;
    }
  return TRUE;
}

/* From self->position on, until the first offence. */
static gboolean
walk (Audit *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  self->after = self->position;
  self->imported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (ys_docket_read_after (ys_session_get_docket (self->session), self->after, take_entry, self,
                            &local)
      || local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* --- erased bodies --------------------------------------------------------------------------- */

static gboolean
take_erased (YsEntry *entry, gpointer user_data, GError **error)
{
  *(YsEntry **) user_data = ys_entry_ref (entry);
  return FALSE;
}

static gboolean
read_entry (YsSession *session, gint64 position, YsEntry **entry, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (ys_docket_read_after (ys_session_get_docket (session), position - 1, take_erased, entry,
                            &local)
      || local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* A case that can be loaded says of each body that is gone what was kept of it. */
static gboolean
check_erased (Audit *self, gint64 position, GHashTable *cases, GError **error)
{
  g_autoptr (YsEntry) entry = NULL;
  g_autoptr (YsHistory) history = NULL;
  g_autoptr (GError) local = NULL;
  const char *id;

  if (!read_entry (self->session, position, &entry, error))
    return FALSE;
  if (entry == NULL || entry->position != position)
    return TRUE; /* the docket's own business */
  if (ys_stream_parse (entry->stream, &id) != YS_STREAM_CASE || entry->body != NULL)
    {
      accuse (self, entry, _("it is marked as erased, but nothing of its kind is ever erased."));
      return TRUE;
    }
  if (g_hash_table_contains (cases, id))
    return TRUE;
  history = ys_session_load_case (self->session, id, &local);
  if (history == NULL)
    return accuse_unread (self, entry, local, error) || *error == NULL;
  g_hash_table_add (cases, g_strdup (id));
  return TRUE;
}

static gboolean
holds (const GArray *sorted, gint64 position)
{
  guint low = 0;
  guint high = sorted != NULL ? sorted->len : 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gint64 there = g_array_index (sorted, gint64, middle);

      if (there == position)
        return TRUE;
      if (there < position)
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}

/* Those of @erased that are not among @known, which may be NULL. */
static gboolean
audit_erased (Audit *self, const GArray *erased, const GArray *known, GError **error)
{
  g_autoptr (GHashTable) cases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) local = NULL;

  for (guint i = 0; i < erased->len && self->offence->reason == NULL; i++)
    {
      gint64 position = g_array_index (erased, gint64, i);

      if (holds (known, position) || check_erased (self, position, cases, &local))
        continue;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

/* --- all of it ------------------------------------------------------------------------------- */

gboolean
ys_audit_all (YsSession *session, YsProgressFunc progress, gpointer user_data, YsOffence *offence,
              GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && offence != NULL, FALSE);

  YsDocket *docket = ys_session_get_docket (session);
  g_auto (Audit) audit = { .session = session, .offence = offence, .progress = progress,
                           .user_data = user_data, .signatures_are_tested = TRUE };
  g_autoptr (YsStaff) whole = NULL;
  g_autoptr (YsStaff) staff = NULL;
  g_autoptr (GArray) erased = NULL;
  gint64 closed_at;

  if (!ys_docket_get_position (docket, &audit.head, NULL, error))
    return FALSE;
  whole = ys_authority_read_staff (session, audit.head, &closed_at, error);
  erased = whole != NULL ? ys_docket_list_erased (docket, error) : NULL;
  if (erased == NULL)
    return FALSE;
  if (closed_at > 0)
    {
      staff = ys_authority_read_staff (session, closed_at, &audit.position, error);
      audit.staff = staff;
      if (staff == NULL || !walk (&audit, error))
        return FALSE;
    }
  return offence->reason != NULL || audit_erased (&audit, erased, NULL, error);
}

/* --- what this client audited before ----------------------------------------------------------- */

/* Two notes a docket, of the kind that pins are: up to which entry it was audited, and of how many
 * bodies the erasing, with a digest of which ones. */
static char *
find_notes (void)
{
  return g_build_filename (g_get_user_state_dir (), "yishen", "audits", NULL);
}

static char *
name_erased (YsDocket *docket)
{
  return g_strconcat (ys_docket_get_id (docket), ".erased", NULL);
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
read_note (YsDocket *docket)
{
  g_autofree char *notes = find_notes ();
  YsPin pin;
  Comparison comparison = { &pin, FALSE };
  gboolean found;

  if (!ys_pin_load (notes, ys_docket_get_id (docket), &pin, &found, NULL) || !found
      || pin.position == 0)
    return 0;
  ys_docket_read_after (docket, pin.position - 1, compare_entry, &comparison, NULL);
  return comparison.fits ? pin.position : 0;
}

/* Without the note the next audit is longer, no more. Who only reads leaves no note. */
static void
save_note (YsDocket *docket, const char *name, gint64 position, const char *digest)
{
  g_autofree char *notes = find_notes ();
  YsPin pin = { .position = position };

  if (ys_docket_get_read_only_reason (docket) == NULL
      && g_strlcpy (pin.digest, digest, sizeof pin.digest) < sizeof pin.digest)
    ys_pin_save (notes, name, &pin, FALSE, NULL);
}

static char *
digest_positions (YsDocket *docket, const GArray *positions)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < positions->len; i++)
    g_string_append_printf (text, "%" PRId64 "\n", g_array_index (positions, gint64, i));
  return ys_docket_digest_text (docket, text->str, NULL);
}

/* Whether this client audited the erasing of these very bodies before. */
static gboolean
is_noted (YsDocket *docket, const GArray *erased, const char *digest)
{
  g_autofree char *notes = find_notes ();
  g_autofree char *name = name_erased (docket);
  gboolean found;
  YsPin pin;

  return ys_pin_load (notes, name, &pin, &found, NULL) && found && pin.position == erased->len
         && g_strcmp0 (pin.digest, digest) == 0;
}

/* --- catching up ------------------------------------------------------------------------------- */

/* At first, and as long as the office is open: where the audit has to begin, with the staff there. */
static gboolean
begin (YsSession *session, gint64 head, GError **error)
{
  YsAudited *audited = ys_session_get_audited (session);
  g_autoptr (YsStaff) staff
    = ys_authority_read_staff (session, head, &audited->closed_at, error);
  gint64 from, closed_at;

  if (staff == NULL)
    return FALSE;
  from = head;
  if (audited->closed_at > 0)
    {
      from = MAX (read_note (ys_session_get_docket (session)), audited->closed_at);
      g_clear_pointer (&staff, ys_staff_free);
      staff = ys_authority_read_staff (session, from, &closed_at, error);
      if (staff == NULL)
        return FALSE;
    }
  g_clear_pointer (&audited->staff, ys_staff_free);
  audited->staff = g_steal_pointer (&staff);
  audited->position = audited->noted = from;
  return TRUE;
}

/* The note is a file that is replaced: not for each entry, but so often that little is audited twice. */
#define NOTE_EVERY 64

static gboolean
catch_up_entries (YsSession *session, YsOffence *offence, GError **error)
{
  YsDocket *docket = ys_session_get_docket (session);
  YsAudited *audited = ys_session_get_audited (session);
  g_auto (Audit) audit = { .session = session, .offence = offence };
  gboolean done;

  audit.staff = audited->staff;
  audit.position = audited->position;
  done = walk (&audit, error);
  audited->position = audit.position;
  if (!done || offence->reason != NULL || audit.digest == NULL
      || (audited->noted > 0 && audit.position - audited->noted < NOTE_EVERY))
    return done;
  save_note (docket, ys_docket_get_id (docket), audit.position, audit.digest);
  audited->noted = audit.position;
  return TRUE;
}

static gboolean
catch_up_erased (YsSession *session, YsOffence *offence, GError **error)
{
  YsDocket *docket = ys_session_get_docket (session);
  YsAudited *audited = ys_session_get_audited (session);
  g_autoptr (GArray) erased = ys_docket_list_erased (docket, error);
  Audit audit = { .session = session, .offence = offence };
  g_autofree char *digest = NULL;
  g_autofree char *name = NULL;

  if (erased == NULL)
    return FALSE;
  if (erased->len == (audited->erased != NULL ? audited->erased->len : 0))
    return TRUE;
  digest = digest_positions (docket, erased);
  if (audited->erased != NULL || !is_noted (docket, erased, digest))
    {
      if (!audit_erased (&audit, erased, audited->erased, error))
        return FALSE;
      if (offence->reason != NULL)
        return TRUE;
      name = name_erased (docket);
      save_note (docket, name, erased->len, digest);
    }
  g_clear_pointer (&audited->erased, g_array_unref);
  audited->erased = g_steal_pointer (&erased);
  return TRUE;
}

static gboolean
catch_up (YsSession *session, YsOffence *offence, GError **error)
{
  YsAudited *audited = ys_session_get_audited (session);
  gboolean is_first = audited->staff == NULL;
  gint64 head;

  if (!ys_docket_get_position (ys_session_get_docket (session), &head, NULL, error))
    return FALSE;
  if (!is_first && head == audited->position)
    return TRUE;
  if (audited->closed_at == 0 && !begin (session, head, error))
    return FALSE;
  /* Nobody is judged in an open office. */
  if (audited->closed_at == 0)
    return TRUE;
  return catch_up_entries (session, offence, error)
         && (offence->reason != NULL || catch_up_erased (session, offence, error));
}

gboolean
ys_audit_catch_up (YsSession *session, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session), FALSE);

  YsAudited *audited = ys_session_get_audited (session);
  g_auto (YsOffence) offence = { 0, NULL };
  g_autoptr (GError) local = NULL;

  if (audited->distrust != NULL)
    return TRUE;
  if (catch_up (session, &offence, &local))
    {
      audited->distrust = g_steal_pointer (&offence.reason);
      return TRUE;
    }
  /* It can still be looked at, and verified. */
  if (audited->staff != NULL && ys_error_is_damage (local))
    {
      audited->distrust = g_strdup (local->message);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
