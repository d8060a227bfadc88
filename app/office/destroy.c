/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Destroys a case: record, bodies, files, in that order. */
#include "office/destroy.h"

#include "office/erasing.h"
#include "office/record.h"
#include "rules/casefile.h"
#include "rules/event-reduce.h"
#include "wording/i18n.h"

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

static void
add_file (const char *digest, gpointer user_data)
{
  g_hash_table_add (user_data, g_strdup (digest));
}

/* Also those that were approved and never attached. */
static void
add_files (const YsEvent *event, GHashTable *files)
{
  const cJSON *digest;

  ys_event_foreach_file (event, add_file, files);
  if (event->kind == YS_KIND_APPROVAL_ASKED || event->kind == YS_KIND_APPROVED)
    cJSON_ArrayForEach (digest, ys_event_get (event, "files"))
      add_file (digest->valuestring, files);
}

static gboolean
destroy (YsSession *session, YsHistory *history, gint64 asked, YsDay on, GError **error)
{
  const char *id = ys_history_get_id (history);
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gint64 seq = 1; seq <= (gint64) ys_history_get_length (history); seq++)
    add_files (ys_history_get (history, seq), files);
  if (g_hash_table_size (files) > 0 && !ys_erasing_note (session, id, files, error))
    return FALSE;
  if (!ys_session_record_erasing (session, history, on, ys_history_make_destroyed (history, asked),
                                  erase_bodies, error))
    return FALSE;
  /* Another window of this person, just started, may have taken the note for an idle one. */
  return g_hash_table_size (files) == 0 || ys_erasing_is_noted (session, id)
         || ys_erasing_note (session, id, files, error);
}

gboolean
ys_office_destroy (YsSession *session, const char *id, YsDay on, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && id != NULL, FALSE);

  g_autoptr (YsHistory) history = ys_session_load_case (session, id, error);
  g_autoptr (YsCasefile) casefile = NULL;
  gboolean done;

  if (history == NULL || !is_staffed (session, error))
    return FALSE;
  /* What was cut off after the record: asked for again, it is finished. */
  if (ys_erasing_is_destroyed (history))
    return ys_erasing_is_noted (session, id)
             ? ys_erasing_finish (session, error)
             : refuse (_("This case has been destroyed already."), error);
  casefile = ys_casefile_new (history, ys_session_get_calendar (session),
                              ys_session_get_today (session));
  if (casefile->destruction_seq == 0)
    return refuse (_("Nobody has asked for the destruction of this case."), error);
  done = destroy (session, history, casefile->destruction_seq, on, error);
  /* Either way: a note of what was not destroyed is of no use. */
  return ys_erasing_finish (session, done ? error : NULL) && done;
}
