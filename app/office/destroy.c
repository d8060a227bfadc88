/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Destroys a case: record, bodies, files, in that order. */
#include "office/destroy.h"

#include "office/record.h"
#include "rules/casefile.h"
#include "rules/event-reduce.h"
#include "wording/i18n.h"

#include <string.h>

/* --- asking ---------------------------------------------------------------------------------- */

static gboolean
refuse (const char *sentence, GError **error)
{
  g_set_error_literal (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED, sentence);
  return FALSE;
}

/* Two people are asked for, so there must be people. */
static gboolean
is_staffed (YsSession *session, GError **error)
{
  return !ys_staff_is_open (ys_session_get_staff (session))
         || refuse (_("A case is destroyed by two people. Enrol a system administrator and the staff "
                      "first."),
                    error);
}

gboolean
ys_office_ask_destruction (YsSession *session, const char *id, YsDay on, const char *reason,
                           GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && id != NULL, FALSE);

  g_autoptr (YsHistory) history = ys_session_load_case (session, id, error);

  if (history == NULL || !is_staffed (session, error))
    return FALSE;
  return ys_session_record_after (session, history, YS_KIND_DESTRUCTION_ASKED, on,
                                  ys_body_new ("reason", reason, NULL), error);
}

/* --- destroying ------------------------------------------------------------------------------ */

/* Positions of a stream's entries. */
static gboolean
take_position (YsEntry *entry, gpointer user_data, GError **error)
{
  if (entry->body != NULL && !g_str_equal (entry->kind, "destroyed"))
    g_array_append_val ((GArray *) user_data, entry->position);
  return TRUE;
}

static gboolean
erase_bodies (YsSession *session, YsAppend *append, const YsHistory *history, GError **error)
{
  g_autofree char *stream = g_strconcat ("case/", ys_history_get_id (history), NULL);
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!ys_docket_read_stream (ys_session_get_docket (session), stream, take_position, positions,
                              error))
    return FALSE;
  for (guint i = 0; i < positions->len; i++)
    if (!ys_append_erase_body (append, g_array_index (positions, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* Files of this case; those that any other entry speaks of are struck off. */
typedef struct
{
  GHashTable *files;
  const char *stream;
  YsSession *session;
} FileSearch;

static void
add_file (const char *digest, gpointer user_data)
{
  g_hash_table_add (user_data, g_strdup (digest));
}

static void
drop_file (const char *digest, gpointer user_data)
{
  g_hash_table_remove (user_data, digest);
}

static gboolean
drop_files (YsEntry *entry, gpointer user_data, GError **error)
{
  FileSearch *self = user_data;
  g_autoptr (YsEvent) event = NULL;

  if (entry->body == NULL || g_str_equal (entry->stream, self->stream)
      || strstr (entry->body, "sm3:") == strstr (entry->body, "sha256:")) /* neither is there */
    return TRUE;
  event = ys_session_parse_entry (entry, error);
  if (event == NULL)
    return FALSE;
  ys_event_foreach_file (event, drop_file, self->files);
  return TRUE;
}

static gboolean
erase_files (YsSession *session, GHashTable *files, const char *stream, GError **error)
{
  YsDocket *docket = ys_session_get_docket (session);
  FileSearch search = { files, stream, session };
  GHashTableIter iter;
  gpointer digest;

  if (g_hash_table_size (files) == 0)
    return TRUE;
  if (!ys_docket_read_after (docket, 0, drop_files, &search, error))
    return FALSE;
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &digest, NULL))
    if (!ys_docket_erase_file (docket, digest, error))
      return FALSE;
  return TRUE;
}

gboolean
ys_office_destroy (YsSession *session, const char *id, YsDay on, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && id != NULL, FALSE);

  g_autofree char *stream = g_strconcat ("case/", id, NULL);
  g_autoptr (YsHistory) history = ys_session_load_case (session, id, error);
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (YsCasefile) casefile = NULL;
  cJSON *body;

  if (history == NULL || !is_staffed (session, error))
    return FALSE;
  casefile = ys_casefile_new (history, ys_session_get_calendar (session),
                              ys_session_get_today (session));
  if (casefile->destruction_seq == 0)
    return refuse (_("Nobody has asked for the destruction of this case."), error);
  for (gint64 seq = 1; seq <= (gint64) ys_history_get_length (history); seq++)
    ys_event_foreach_file (ys_history_get (history, seq), add_file, files);

  body = ys_history_make_destroyed (history, casefile->destruction_seq);
  return ys_session_record_erasing (session, history, on, body, erase_bodies, error)
         && erase_files (session, files, stream, error);
}
