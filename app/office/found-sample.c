/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Founds a docket and fills it with the sample year. */
#include "office/found-sample.h"

#include "office/sample.h"

#include <glib/gstdio.h>

/* Removes a folder of ours with what is in it. */
static void
remove_tree (GFile *folder)
{
  g_autoptr (GFileEnumerator) children
    = g_file_enumerate_children (folder, "standard::name,standard::type",
                                 G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;
  GFileInfo *info;

  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, NULL, NULL)
         && child != NULL)
    {
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        remove_tree (child);
      else
        g_file_delete (child, NULL, NULL);
    }
  g_file_delete (folder, NULL, NULL);
}

static gboolean
write_year (YsSession *session, GFile *folder, GFile *lines, int cases, guint32 seed,
            GError **error)
{
  g_autoptr (GFileOutputStream) out
    = g_file_replace (lines, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, error);
  g_autoptr (GOutputStream) buffered = NULL;

  if (out == NULL)
    return FALSE;
  buffered = g_buffered_output_stream_new (G_OUTPUT_STREAM (out));
  return ys_sample_write (ys_session_get_calendar (session), cases, seed,
                          ys_session_get_today (session), buffered, folder, "sm3", error)
         && g_output_stream_close (buffered, NULL, error);
}

YsSession *
ys_office_found_sample (const char *address, int cases, guint32 seed, YsDay today,
                        YsProgressFunc progress, gpointer user_data, YsImportReport **report,
                        GError **error)
{
  g_autoptr (YsSession) session
    = ys_session_found (address, "样本机关", YS_SESSION_SUITE_GM, YS_STAFF_APPROVAL_RECORDED,
                        today, error);
  g_autofree char *path = NULL;
  gboolean done;

  if (session == NULL)
    return NULL;
  path = g_dir_make_tmp ("yishen-sample-XXXXXX", error);
  if (path == NULL)
    return NULL;

  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFile) lines = g_file_get_child (folder, "sample.ndjson");

  done = write_year (session, folder, lines, cases, seed, error)
         && ys_office_import (session, lines, progress, user_data, report, error);
  remove_tree (folder);
  return done ? g_steal_pointer (&session) : NULL;
}
