/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verify, checkpoints, backup and restore, as the rest of the program sees them. */
#include "office/keep.h"

#include "office/audit.h"
#include "office/session-private.h"
#include "wording/i18n.h"

#include <glib/gstdio.h>
#include <inttypes.h>
#include <string.h>

/* --- what it is ------------------------------------------------------------------------------------ */

static gint64
measure_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  gint64 bytes = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      GStatBuf about;

      if (g_stat (file, &about) == 0)
        bytes += about.st_size;
    }
  return bytes;
}

gboolean
ys_office_describe_docket (YsSession *session, YsDocketFacts *facts, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && facts != NULL, FALSE);

  YsDocket *docket = ys_session_get_docket (session);
  g_autofree char *index = ys_session_find_index (session);

  facts->suite = ys_docket_get_suite (docket) == YS_SUITE_GM ? YS_SESSION_SUITE_GM
                                                             : YS_SESSION_SUITE_INTL;
  facts->index_bytes = measure_folder (index);
  return ys_docket_get_position (docket, &facts->entries, NULL, error);
}

gboolean
ys_office_rebuild_index (YsSession *session, YsProgressFunc progress, gpointer user_data,
                         GError **error)
{
  return ys_session_refill_index (session, progress, user_data, error);
}

/* --- files that entries speak of ----------------------------------------------------------------- */

typedef struct
{
  YsDocket *docket;
  YsVerdict *verdict;
  gint64 position;
} FileSearch;

static void
look_for_file (const char *digest, gpointer user_data)
{
  FileSearch *self = user_data;

  if (self->verdict->reason != NULL || ys_docket_has_file (self->docket, digest))
    return;
  self->verdict->bad_position = self->position;
  self->verdict->bad_file = g_strdup (digest);
  self->verdict->reason = g_strdup_printf (
    _("Entry %1$" PRId64 " speaks of the file %2$s, which is gone. Put it back from a "
      "backup."),
    self->position, digest);
}

static gboolean
take_entry (YsEntry *entry, gpointer user_data, GError **error)
{
  FileSearch *self = user_data;
  g_autoptr (YsEvent) event = NULL;
  g_autoptr (GError) local = NULL;

  if (entry->body == NULL)
    return TRUE;
  self->position = entry->position;
  event = ys_session_parse_entry (entry, &local);
  if (event == NULL)
    {
      self->verdict->bad_position = entry->position;
      self->verdict->reason = g_strdup (local->message);
    }
  else
    ys_event_foreach_file (event, look_for_file, self);
  return self->verdict->reason == NULL;
}

/* Where a bad file is spoken of first. */
typedef struct
{
  const char *file;
  gint64 position;
} Mention;

static gboolean
find_mention (YsEntry *entry, gpointer user_data, GError **error)
{
  Mention *self = user_data;

  if (entry->body != NULL && strstr (entry->body, self->file) != NULL)
    self->position = entry->position;
  return self->position == 0;
}

/* A bad file's place is where an entry speaks of it; one that none speaks of has none. */
static void
place_file (YsDocket *docket, YsVerdict *verdict)
{
  Mention mention = { verdict->bad_file, 0 };

  if (verdict->bad_file == NULL || verdict->bad_position != 0)
    return;
  ys_docket_read_after (docket, 0, find_mention, &mention, NULL);
  verdict->bad_position = mention.position;
}

YsVerdict *
ys_office_verify (YsSession *session, YsProgressFunc progress, gpointer user_data, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session), NULL);

  YsDocket *docket = ys_session_get_docket (session);
  g_autoptr (YsVerdict) verdict = ys_docket_verify (docket, progress, user_data, error);
  g_autoptr (GError) local = NULL;
  g_auto (YsOffence) offence = { 0, NULL };
  FileSearch search = { docket, verdict, 0 };

  if (verdict != NULL && verdict->reason != NULL)
    place_file (docket, verdict);
  if (verdict == NULL || verdict->reason != NULL)
    return g_steal_pointer (&verdict);
  if (!ys_audit_all (session, progress, user_data, &offence, error))
    return NULL;
  if (offence.reason != NULL)
    {
      verdict->bad_position = offence.position;
      verdict->reason = g_steal_pointer (&offence.reason);
      return g_steal_pointer (&verdict);
    }
  if (!ys_docket_read_after (docket, 0, take_entry, &search, &local) && local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&verdict);
}

/* --- the rest is the docket's -------------------------------------------------------------------- */

char *
ys_office_make_checkpoint (YsSession *session, GError **error)
{
  return ys_docket_make_checkpoint (ys_session_get_docket (session), NULL, error);
}

gboolean
ys_office_compare_checkpoint (YsSession *session, const char *text, GError **error)
{
  return ys_docket_compare_checkpoint (ys_session_get_docket (session), text, NULL, error);
}

gboolean
ys_office_backup (YsSession *session, const char *to, YsProgressFunc progress, gpointer user_data,
                  GError **error)
{
  return ys_docket_backup (ys_session_get_docket (session), to, progress, user_data, error);
}

gboolean
ys_office_restore (const char *address, const char *from, gboolean accept_older, char **aside,
                   GError **error)
{
  g_autofree char *pins = g_build_filename (g_get_user_state_dir (), "yishen", "pins", NULL);

  return ys_docket_restore (address, from, accept_older, pins, aside, error);
}
