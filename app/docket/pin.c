/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading and writing a client's note of the last head it saw. Nothing is compared here. */

#include "docket/pin.h"

#include "docket/folder.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define PIN_MARK "yishen-pin-1"

/* A note is under 200 bytes; what is longer is none. */
#define PIN_MAX 1024

static char *
make_path (const char *state_dir, const char *id)
{
  g_autofree char *name = g_strconcat (id, ".pin", NULL);

  return g_build_filename (state_dir, name, NULL);
}

static gboolean
parse (const char *text, const char *id, YsPin *pin)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  YsSuite suite;
  const char *hex;
  guint64 position;

  if (g_strv_length (words) != 4 || strcmp (words[0], PIN_MARK) != 0 || strcmp (words[1], id) != 0)
    return FALSE;
  if (!g_ascii_string_to_unsigned (words[2], 10, 0, G_MAXINT64, &position, NULL))
    return FALSE;
  g_strchomp (words[3]);
  if (!ys_digest_parse (words[3], &suite, &hex))
    return FALSE;
  pin->position = (gint64) position;
  g_strlcpy (pin->digest, words[3], sizeof pin->digest);
  return TRUE;
}

static gboolean
set_write_error (GError **error, int saved, const char *state_dir)
{
  return ys_set_errno (error, saved,
                       _ ("This computer cannot write down what it saw of the docket in %s; "
                          "make room there or let yourself write to it"),
                       state_dir);
}

gboolean
ys_pin_load (const char *state_dir, const char *id, YsPin *pin, gboolean *found, GError **error)
{
  g_autofree char *path = make_path (state_dir, id);
  g_autofree char *text = NULL;
  g_autoptr (GError) local = NULL;
  gsize length;

  *found = FALSE;
  if (!g_file_get_contents (path, &text, &length, &local))
    {
      if (g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return TRUE;
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_IO,
                   _ ("What this computer saw of the docket before cannot be read from %s. Let "
                      "yourself read that file."),
                   path);
      return FALSE;
    }
  if (length > PIN_MAX || memchr (text, '\0', length) != NULL || !parse (text, id, pin))
    {
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED,
                   _ ("The note %s of what this computer saw of the docket before is damaged. "
                      "Verify the docket from another computer; then remove that file."),
                   path);
      return FALSE;
    }
  *found = TRUE;
  return TRUE;
}

gboolean
ys_pin_save (
  const char *state_dir, const char *id, const YsPin *pin, gboolean durable, GError **error)
{
  g_autofree char *path = make_path (state_dir, id);
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  g_autofree char *text = NULL;
  gboolean written;
  int fd;

  if (g_mkdir_with_parents (state_dir, 0700) != 0)
    return set_write_error (error, errno, state_dir);

  fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    return set_write_error (error, errno, state_dir);

  text = g_strdup_printf (PIN_MARK " %s %" G_GINT64_FORMAT " %s\n", id, pin->position, pin->digest);
  written = ys_write_all (fd, text, strlen (text)) && (!durable || fsync (fd) == 0);
  if (close (fd) != 0)
    written = FALSE;
  if (written && g_rename (temporary, path) == 0)
    return TRUE;

  set_write_error (error, errno, state_dir);
  g_unlink (temporary);
  return FALSE;
}
