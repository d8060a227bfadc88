/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Erases the files of destroyed cases; where it was cut off, at the next start, or when asked again. */
#include "office/erasing.h"

#include "wording/i18n.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* --- notes ----------------------------------------------------------------------------------- */

/* One folder a docket, one file a case, one digest a line. */
static char *
find_folder (YsSession *session)
{
  return g_build_filename (g_get_user_state_dir (), "yishen", "erasing",
                           ys_session_get_docket_id (session), NULL);
}

static char *
find_note (YsSession *session, const char *id)
{
  g_autofree char *folder = find_folder (session);

  return g_build_filename (folder, id, NULL);
}

static gboolean
fail_note (const char *folder, const char *why, GError **error)
{
  g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_INPUT,
               _("Which files go with the case cannot be noted in %1$s: %2$s. Nothing was destroyed."),
               folder, why);
  return FALSE;
}

gboolean
ys_erasing_note (YsSession *session, const char *id, GHashTable *files, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && id != NULL && files != NULL, FALSE);

  g_autofree char *folder = find_folder (session);
  g_autofree char *note = find_note (session, id);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) local = NULL;
  GHashTableIter iter;
  gpointer digest;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_note (folder, g_strerror (errno), error);
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &digest, NULL))
    g_string_append_printf (text, "%s\n", (const char *) digest);
  return g_file_set_contents_full (note, text->str, (gssize) text->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, &local)
         || fail_note (folder, local->message, error);
}

gboolean
ys_erasing_is_noted (YsSession *session, const char *id)
{
  g_return_val_if_fail (YS_IS_SESSION (session) && id != NULL, FALSE);

  g_autofree char *note = find_note (session, id);

  return g_file_test (note, G_FILE_TEST_IS_REGULAR);
}

/* --- files that other entries hold ------------------------------------------------------------ */

typedef struct
{
  GHashTable *files;
  const char *stream; /* of the case that is destroyed */
} FileSearch;

static gboolean
is_in_body (gpointer digest, gpointer unused, gpointer body)
{
  return strstr (body, digest) != NULL;
}

/* Whatever an entry says of a file: attached, approved, replied with. */
static gboolean
drop_files (YsEntry *entry, gpointer user_data, GError **error)
{
  FileSearch *self = user_data;

  if (entry->body != NULL && !g_str_equal (entry->stream, self->stream))
    g_hash_table_foreach_remove (self->files, is_in_body, entry->body);
  return TRUE;
}

static gboolean
erase_files (YsSession *session, GHashTable *files, const char *stream, GError **error)
{
  YsDocket *docket = ys_session_get_docket (session);
  FileSearch search = { files, stream };
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

/* --- finishing ------------------------------------------------------------------------------- */

static GHashTable *
read_note (const char *note, GError **error)
{
  GHashTable *files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (note, &text, NULL, error))
    {
      g_hash_table_unref (files);
      return NULL;
    }
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0')
      g_hash_table_add (files, g_strdup (*line));
  return files;
}

gboolean
ys_erasing_is_destroyed (const YsHistory *history)
{
  g_return_val_if_fail (history != NULL && ys_history_get_length (history) > 0, FALSE);

  return ys_history_get (history, (gint64) ys_history_get_length (history))->kind
         == YS_KIND_DESTROYED;
}

/* A note of a case that was not destroyed is of an append that came to nothing. */
static gboolean
finish_case (YsSession *session, const char *id, GError **error)
{
  g_autofree char *note = find_note (session, id);
  g_autofree char *stream = g_strconcat ("case/", id, NULL);
  g_autoptr (YsHistory) history = ys_session_load_case (session, id, error);
  g_autoptr (GHashTable) files = NULL;

  if (history == NULL)
    return FALSE;
  if (ys_erasing_is_destroyed (history))
    {
      files = read_note (note, error);
      if (files == NULL || !erase_files (session, files, stream, error))
        return FALSE;
    }
  g_unlink (note);
  return TRUE;
}

static GPtrArray *
list_notes (YsSession *session)
{
  g_autofree char *folder = find_folder (session);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (ys_case_id_is_valid (name))
      g_ptr_array_add (ids, g_strdup (name));
  return ids;
}

gboolean
ys_erasing_finish (YsSession *session, GError **error)
{
  g_return_val_if_fail (YS_IS_SESSION (session), FALSE);

  g_autoptr (GPtrArray) ids = list_notes (session);
  g_autoptr (YsAppend) lock = NULL;

  if (ids->len == 0)
    return TRUE;
  /* Nobody attaches one of the files meanwhile, and no append that noted them is under way. */
  lock = ys_docket_begin (ys_session_get_docket (session), NULL, FALSE, error);
  if (lock == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!finish_case (session, ids->pdata[i], error))
      return FALSE;
  return TRUE;
}
