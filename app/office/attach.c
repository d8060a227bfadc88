/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Attaches a file to a case (declared in deliver.h). */
#include "office/deliver.h"

#include "office/record.h"
#include "wording/i18n.h"

#include <string.h>

/* What most of an office's files begin with. */
#define PDF_MARK "%PDF-"

/* The type by the file's name and first bytes, as MIME. */
static char *
guess_media_type (GFile *file, const char *name)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  guchar head[4096];
  gsize length = 0;
  g_autofree char *type = NULL;
  char *mime;

  if (stream != NULL)
    g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &length, NULL, NULL);
  /* Known without the system's list of types, which a bare system does not have. */
  if (length >= strlen (PDF_MARK) && memcmp (head, PDF_MARK, strlen (PDF_MARK)) == 0)
    return g_strdup ("application/pdf");
  type = g_content_type_guess (name, head, length, NULL);
  mime = g_content_type_get_mime_type (type);
  return mime != NULL ? mime : g_strdup ("application/octet-stream");
}

char *
ys_office_attach (YsSession *session, const char *id, YsDay on, GFile *file, const char *role,
                  GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && id != NULL && G_IS_FILE (file), NULL);

  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *type = NULL;
  g_autofree char *digest = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  /* No file is kept for a case that is not there. */
  g_autoptr (YsHistory) history = ys_session_load_case (session, id, error);

  if (history == NULL)
    return NULL;
  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    {
      g_prefix_error (error, _("%s cannot be read: "), name);
      return NULL;
    }
  type = guess_media_type (file, base);
  digest = ys_docket_put_file (ys_session_get_docket (session), G_INPUT_STREAM (stream), NULL,
                               error);
  if (digest == NULL)
    return NULL;
  if (!ys_session_record_one (session, id, YS_KIND_ATTACHED, on,
                              ys_body_new ("file", digest, "name", name, "role", role,
                                           "media_type", type, NULL), error))
    return NULL;
  return g_steal_pointer (&digest);
}
