/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Export: the docket's entries as exchange lines in their order, and the files beside them
 * (declared in import.h). */
#include "office/import.h"

#include "office/export-line.h"
#include "office/session-private.h"
#include "wording/i18n.h"

#include <string.h>

typedef struct
{
  YsSession *session;
  GOutputStream *out;
  GFile *files; /* or NULL */
  YsProgressFunc progress;
  gpointer user_data;
  gint64 head;
  GError *error;
} Export;

static void
export_file (const char *digest, gpointer user_data)
{
  Export *self = user_data;
  YsDocket *docket = ys_session_get_docket (self->session);
  g_autofree char *path = g_build_filename ("files", digest, NULL);
  g_autoptr (GFile) to = NULL;
  g_autoptr (GInputStream) from = NULL;
  g_autoptr (GFileOutputStream) out = NULL;

  if (self->error != NULL)
    return;
  to = g_file_resolve_relative_path (self->files, path);
  if (g_file_query_exists (to, NULL))
    return;
  from = ys_docket_get_file (docket, digest, &self->error);
  if (from == NULL)
    return;
  out = g_file_replace (to, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, &self->error);
  if (out != NULL)
    g_output_stream_splice (G_OUTPUT_STREAM (out), from, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL,
                            &self->error);
}

static gboolean
export_files (Export *self, const YsEntry *entry, GError **error)
{
  g_autoptr (YsEvent) event = NULL;

  if (self->files == NULL || entry->body == NULL)
    return TRUE;
  event = ys_session_parse_entry (entry, error);
  if (event == NULL)
    return FALSE;
  ys_event_foreach_file (event, export_file, self);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/* Of a body that was erased, what was kept of it. */
static gboolean
find_kept (Export *self, const YsEntry *entry, char **kept, GError **error)
{
  const char *id;
  g_autoptr (YsHistory) history = NULL;

  if (ys_stream_parse (entry->stream, &id) != YS_STREAM_CASE)
    return ys_session_parse_entry (entry, error) != NULL;
  history = ys_session_load_case (self->session, id, error);
  if (history == NULL)
    return FALSE;
  *kept = ys_event_canonical_body (ys_history_get (history, entry->seq));
  return TRUE;
}

static gboolean
take_entry (YsEntry *entry, gpointer user_data, GError **error)
{
  Export *self = user_data;
  g_autofree char *line = NULL;
  g_autofree char *kept = NULL;

  if (entry->body == NULL && !find_kept (self, entry, &kept, error))
    return FALSE;
  line = ys_export_make_line (entry, kept);
  if (!g_output_stream_write_all (self->out, line, strlen (line), NULL, NULL, error)
      || !export_files (self, entry, error))
    return FALSE;
  if (self->progress != NULL && !self->progress (entry->position, self->head, self->user_data))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled."));
      return FALSE;
    }
  return TRUE;
}

gboolean
ys_office_export (YsSession *session, GOutputStream *out, GFile *files, YsProgressFunc progress,
                  gpointer user_data, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && G_IS_OUTPUT_STREAM (out), FALSE);

  Export self = { .session = session, .out = out, .files = files, .progress = progress,
                  .user_data = user_data };
  YsDocket *docket = ys_session_get_docket (session);
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) local = NULL;

  if (files != NULL)
    {
      folder = g_file_get_child (files, "files");
      if (!g_file_make_directory_with_parents (folder, NULL, &local)
          && !g_error_matches (local, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return ys_docket_get_position (docket, &self.head, NULL, error)
         && ys_docket_read_after (docket, 0, take_entry, &self, error)
         && g_output_stream_flush (out, NULL, error);
}
