/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds attachments beside an exchange file and keeps them in the docket. */
#include "office/import-files.h"

#include "office/session-private.h"
#include "wording/i18n.h"

#include <inttypes.h>
#include <string.h>

GFile *
ys_import_find_file (GFile *folder, const char *digest)
{
  const char *colon = strchr (digest, ':');

  g_return_val_if_fail (colon != NULL, NULL);

  g_autofree char *dashed = g_strdup_printf ("%.*s-%s", (int) (colon - digest), digest, colon + 1);
  const char *const names[] = { digest, dashed, colon + 1 };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename ("files", names[i], NULL);
      g_autoptr (GFile) file = g_file_resolve_relative_path (folder, path);

      if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR)
        return g_steal_pointer (&file);
    }
  return NULL;
}

typedef struct
{
  YsSession *session;
  GFile *folder;
  gboolean (*step) (YsSession *session, GFile *file, const char *digest, GError **error);
  gint64 position;  /* of the entry that is looked at */
  GHashTable *seen; /* digests already dealt with */
  GError *error;
} Bringing;

static gboolean
compare (YsSession *session, GFile *file, const char *digest, GError **error)
{
  g_autofree char *actual = ys_docket_digest_file (file, digest, error);

  if (actual == NULL)
    return FALSE;
  if (g_str_equal (actual, digest))
    return TRUE;
  g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
               _("The file named %1$s in files/ holds other bytes (%2$s). It was damaged or "
                 "exchanged; nothing was kept."),
               digest, actual);
  return FALSE;
}

static gboolean
keep (YsSession *session, GFile *file, const char *digest, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *kept = NULL;

  if (stream != NULL)
    kept = ys_docket_put_file_as (ys_session_get_docket (session), G_INPUT_STREAM (stream), digest,
                                  NULL, error);
  return kept != NULL;
}

static void
bring_missing (const char *digest, gpointer user_data)
{
  Bringing *self = user_data;
  g_autoptr (GFile) file = NULL;

  if (self->error != NULL || ys_docket_has_file (ys_session_get_docket (self->session), digest)
      || !g_hash_table_add (self->seen, g_strdup (digest)))
    return;
  file = ys_import_find_file (self->folder, digest);
  if (file != NULL)
    self->step (self->session, file, digest, &self->error);
  else
    g_set_error (&self->error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                 _("File %s is no longer in files/ beside the exchange file."), digest);
}

static gboolean
take_entry (YsEntry *entry, gpointer user_data, GError **error)
{
  Bringing *self = user_data;
  g_autoptr (YsEvent) event = NULL;

  /* Most entries speak of no file; those that do name its digest. */
  if (strstr (entry->body, "\"sm3:") == NULL && strstr (entry->body, "\"sha256:") == NULL)
    return TRUE;
  event = ys_session_parse_entry (entry, error);
  if (event == NULL)
    return FALSE;
  ys_event_foreach_file (event, bring_missing, self);
  if (self->error == NULL)
    return TRUE;
  self->position = entry->position;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

static gboolean
take_all (Bringing *self, const YsLineMap *lines, GError **error)
{
  if (ys_docket_read_after (ys_session_get_docket (self->session), lines->base, take_entry, self,
                            error))
    return TRUE;
  if (self->position != 0)
    g_prefix_error (error, _("line %" PRId64 ": "), ys_line_map_find (lines, self->position));
  return FALSE;
}

gboolean
ys_import_bring_files (YsSession *session, GFile *folder, const YsLineMap *lines, gint64 *count,
                       GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Bringing self = { .session = session, .folder = folder, .step = compare, .seen = seen };

  /* All are compared before any is kept: a refusal is to leave nothing behind. */
  if (!take_all (&self, lines, error))
    return FALSE;
  *count = g_hash_table_size (seen);
  g_hash_table_remove_all (seen);
  self.step = keep;
  return take_all (&self, lines, error);
}
