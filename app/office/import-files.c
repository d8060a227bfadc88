/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds attachments beside an exchange file and keeps them in the docket. */
#include "office/import-files.h"

#include "office/session-private.h"
#include "wording/i18n.h"

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
  gint64 *count;
  GError *error;
} Bringing;

static gboolean
bring (Bringing *self, const char *digest, GError **error)
{
  g_autoptr (GFile) file = ys_import_find_file (self->folder, digest);
  g_autofree char *actual = file != NULL ? ys_docket_digest_file (file, digest, error) : NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GFileInputStream) stream = NULL;

  if (actual == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                     _("File %s is no longer in files/ beside the exchange file."), digest);
      return FALSE;
    }
  if (!g_str_equal (actual, digest))
    {
      g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                   _("The file named %1$s in files/ holds other bytes (%2$s). It was damaged or "
                     "exchanged; nothing was kept."),
                   digest, actual);
      return FALSE;
    }

  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return FALSE;
  kept = ys_docket_put_file_as (ys_session_get_docket (self->session), G_INPUT_STREAM (stream),
                                digest, NULL, error);
  if (kept == NULL)
    return FALSE;
  (*self->count)++;
  return TRUE;
}

static void
bring_missing (const char *digest, gpointer user_data)
{
  Bringing *self = user_data;

  if (self->error == NULL
      && !ys_docket_has_file (ys_session_get_docket (self->session), digest))
    bring (self, digest, &self->error);
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
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

gboolean
ys_import_bring_files (YsSession *session, GFile *folder, gint64 base, gint64 *count,
                       GError **error)
{
  Bringing self = { session, folder, count, NULL };

  return ys_docket_read_after (ys_session_get_docket (session), base, take_entry, &self, error);
}
