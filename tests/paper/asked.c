/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A YsPaperReader asked and waited for, and processes looked at from outside. */
#define _GNU_SOURCE
#include "asked.h"

#include <linux/landlock.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* --- waiting --------------------------------------------------------------------------------- */

void
asked_until (AskedFunc done, gpointer data)
{
  gint64 most = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (!done (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, most);
      if (!g_main_context_iteration (NULL, FALSE))
        g_thread_yield ();
    }
}

void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **place = data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

void
asked_wait (GAsyncResult **place)
{
  while (*place == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* --- asking ---------------------------------------------------------------------------------- */

YsPaperReader *
asked_reader_of_bytes (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  int fd = ys_paper_document_from_stream (stream, NULL, &error);

  g_assert_no_error (error);
  return ys_paper_reader_new (fd);
}

gboolean
asked_open (YsPaperReader *reader, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ys_paper_reader_open_async (reader, NULL, asked_cb, &result);
  asked_wait (&result);
  return ys_paper_reader_open_finish (reader, result, error);
}

YsPaperReader *
asked_open_path (const char *path)
{
  g_autoptr (GError) error = NULL;
  int fd = ys_paper_document_from_path (path, &error);
  YsPaperReader *reader;

  g_assert_no_error (error);
  reader = ys_paper_reader_new (fd);
  asked_open (reader, &error);
  g_assert_no_error (error);
  return reader;
}

YsPaperReader *
asked_open_bytes (GBytes *bytes)
{
  YsPaperReader *reader = asked_reader_of_bytes (bytes);
  g_autoptr (GError) error = NULL;

  asked_open (reader, &error);
  g_assert_no_error (error);
  return reader;
}

YsPaperPixels *
asked_pixels (YsPaperReader *reader, guint page, guint width, guint turn, GError **error)
{
  YsPaperPicture picture = { .page = page, .width = width, .turn = turn };
  g_autoptr (GAsyncResult) result = NULL;

  ys_paper_reader_render_async (reader, &picture, YS_PAPER_NOW, NULL, asked_cb, &result);
  asked_wait (&result);
  return ys_paper_reader_render_finish (reader, result, error);
}

YsPaperText *
asked_text (YsPaperReader *reader, guint page, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ys_paper_reader_text_async (reader, page, YS_PAPER_NOW, NULL, asked_cb, &result);
  asked_wait (&result);
  return ys_paper_reader_text_finish (reader, result, error);
}

guint32
asked_pixel (YsPaperPixels *pixels, int x, int y)
{
  const guint8 *bytes = g_bytes_get_data (pixels->bytes, NULL);
  guint32 pixel;

  g_assert_true (x >= 0 && x < pixels->width && y >= 0 && y < pixels->height);
  memcpy (&pixel, bytes + y * pixels->stride + 4 * (gsize) x, sizeof pixel);
  return pixel;
}

/* --- processes ------------------------------------------------------------------------------- */

/* The words of /proc/@pid/stat after the name, of which the first is the state. */
static char **
read_stat (int pid, char **name)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *text = NULL;
  char *open, *close;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  open = strchr (text, '(');
  close = strrchr (text, ')');
  g_assert_true (open != NULL && close != NULL);
  if (name != NULL)
    *name = g_strndup (open + 1, (gsize) (close - open - 1));
  return g_strsplit (close + 2, " ", -1);
}

static GArray *
find_children (int parent)
{
  GArray *children = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GDir) proc = g_dir_open ("/proc", 0, NULL);
  const char *entry;

  while ((entry = g_dir_read_name (proc)) != NULL)
    {
      int pid = atoi (entry);
      g_auto (GStrv) words = pid > 0 ? read_stat (pid, NULL) : NULL;

      if (words != NULL && atoi (words[1]) == parent)
        g_array_append_val (children, pid);
    }
  return children;
}

guint
asked_count_children (void)
{
  g_autoptr (GArray) children = find_children (getpid ());

  return children->len;
}

static int
find_worker_under (int parent)
{
  g_autoptr (GArray) children = find_children (parent);

  for (guint i = 0; i < children->len; i++)
    {
      int pid = g_array_index (children, int, i), below;
      g_autofree char *name = NULL;
      g_auto (GStrv) words = read_stat (pid, &name);

      if (words != NULL && g_str_has_prefix (name, "yishen-paper") && *words[0] != 'Z')
        return pid;
      below = find_worker_under (pid);
      if (below != 0)
        return below;
    }
  return 0;
}

int
asked_find_worker (void)
{
  return find_worker_under (getpid ());
}

gboolean
asked_is_gone (gpointer pid)
{
  g_auto (GStrv) words = read_stat (GPOINTER_TO_INT (pid), NULL);

  return words == NULL || *words[0] == 'Z';
}

guint64
asked_ticks_of (int pid)
{
  g_auto (GStrv) words = read_stat (pid, NULL);

  return words != NULL ? g_ascii_strtoull (words[11], NULL, 10) : 0;
}

char *
asked_line_of (int pid, const char *file, const char *word)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/%s", pid, file);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      if (g_str_has_prefix (*line, word))
        return g_strstrip (g_strdup (*line + strlen (word)));
    }
  return NULL;
}

gboolean
asked_bwrap_works (void)
{
  const char *const line[]
    = { "bwrap", "--unshare-all", "--ro-bind", "/usr",   "/usr", "--ro-bind-try", "/lib",
        "/lib",  "--ro-bind-try", "/lib64",    "/lib64", "--",   "/usr/bin/true", NULL };
  int status;

  return g_spawn_sync (NULL, (char **) line, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL
                         | G_SPAWN_STDERR_TO_DEV_NULL,
                       NULL, NULL, NULL, NULL, &status, NULL)
         && g_spawn_check_wait_status (status, NULL);
}

gboolean
asked_landlock_works (void)
{
  return syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) >= 1;
}
