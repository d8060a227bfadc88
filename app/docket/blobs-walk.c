/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Going through all attachments of a docket: counting them, and comparing one with its name. */

#include "docket/blobs.h"

#include "docket/chain.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Left by file browsers in any folder that they show, or by ourselves when cut off: no attachment
 * and no harm. */
static gboolean
is_litter (const char *name)
{
  return *name == '.' || g_ascii_strcasecmp (name, "Thumbs.db") == 0
         || g_ascii_strcasecmp (name, "desktop.ini") == 0;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names in @path in order, so that "the first bad file" is the same one each time. */
static GPtrArray *
list_names (const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &local);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    {
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_IO,
                   _ ("The folder %s cannot be read. Ask for permission to read it."), path);
      return NULL;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    if (!is_litter (name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

static gboolean
walk_folder (const char *files,
             const char *head,
             YsSuite suite,
             YsBlobFunc func,
             gpointer user_data,
             gint64 *done,
             gboolean *ended,
             GError **error)
{
  g_autofree char *path = g_build_filename (files, head, NULL);
  g_autoptr (GPtrArray) names = list_names (path, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len && !*ended; i++)
    {
      g_autofree char *digest
        = g_strconcat (ys_suite_get_name (suite), ":", head, names->pdata[i], NULL);
      GError *local = NULL;
      const char *hex;
      YsSuite named;
      gboolean strange = !ys_digest_parse (digest, &named, &hex);

      *ended = !func (strange ? names->pdata[i] : digest, strange, ++*done, user_data, &local);
      if (local != NULL)
        {
          g_propagate_error (error, local);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
ys_blobs_walk (
  const char *files, YsSuite suite, YsBlobFunc func, gpointer user_data, GError **error)
{
  g_autoptr (GPtrArray) heads = list_names (files, error);
  gboolean ended = FALSE;
  gint64 done = 0;

  if (heads == NULL)
    return FALSE;
  for (guint i = 0; i < heads->len && !ended; i++)
    {
      g_autofree char *path = g_build_filename (files, heads->pdata[i], NULL);
      GError *local = NULL;

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        {
          if (!walk_folder (files, heads->pdata[i], suite, func, user_data, &done, &ended, error))
            return FALSE;
          continue;
        }
      ended = !func (heads->pdata[i], TRUE, ++done, user_data, &local);
      if (local != NULL)
        {
          g_propagate_error (error, local);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
count_cb (const char *digest, gboolean strange, gint64 done, gpointer user_data, GError **error)
{
  *(gint64 *) user_data = done;
  return TRUE;
}

gboolean
ys_blobs_count (const char *files, YsSuite suite, gint64 *count, GError **error)
{
  *count = 0;
  return ys_blobs_walk (files, suite, count_cb, count, error);
}

static gboolean
compare_by (const char *files, const char *digest, YsSuite suite, gboolean *same, GError **error)
{
  g_autoptr (GInputStream) stream = ys_blobs_get (files, digest, NULL);
  g_autofree char *found = NULL;

  *same = FALSE;
  if (stream == NULL)
    return TRUE;
  found = ys_blobs_digest (suite, stream, NULL, error);
  if (found == NULL)
    return FALSE;
  *same = strcmp (strchr (found, ':'), strchr (digest, ':')) == 0;
  return TRUE;
}

gboolean
ys_blobs_compare (const char *files, const char *digest, YsSuite *suite, gboolean *same,
                  GError **error)
{
  const char *hex;
  YsSuite named;

  *same = FALSE;
  if (!ys_digest_parse (digest, &named, &hex))
    return TRUE;
  if (!compare_by (files, digest, named, same, error))
    return FALSE;
  if (!*same)
    {
      named = named == YS_SUITE_GM ? YS_SUITE_INTL : YS_SUITE_GM;
      if (!compare_by (files, digest, named, same, error))
        return FALSE;
    }
  if (suite != NULL)
    *suite = named;
  return TRUE;
}
