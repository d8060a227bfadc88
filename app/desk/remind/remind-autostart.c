/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The person's own file in the folder of autostart entries. */
#include "desk/remind/remind-autostart.h"

#include "desk/application.h"
#include "wording/i18n.h"

#include <errno.h>
#include <glib/gstdio.h>

#define ENTRY YS_APPLICATION_ID ".Remind.desktop"
#define HIDDEN "[Desktop Entry]\nType=Application\nName=Yishen\nExec=yishen --remind\nHidden=true\n"

static char *
find_own (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", ENTRY, NULL);
}

gboolean
ys_remind_autostart_get (void)
{
  g_autofree char *path = find_own ();
  g_autoptr (GKeyFile) file = g_key_file_new ();

  return !g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL)
         || !g_key_file_get_boolean (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_HIDDEN,
                                     NULL);
}

static gboolean
set_failure (GError **error, const char *path, int code)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
               _("What starts at login cannot be changed in %s: %s."), path, g_strerror (code));
  return FALSE;
}

gboolean
ys_remind_autostart_set (gboolean on, GError **error)
{
  g_autofree char *path = find_own ();
  g_autofree char *dir = g_path_get_dirname (path);
  g_autoptr (GError) local = NULL;

  if (on == ys_remind_autostart_get ())
    return TRUE;
  if (on)
    return g_unlink (path) == 0 || errno == ENOENT || set_failure (error, path, errno);
  if (g_mkdir_with_parents (dir, 0700) != 0)
    return set_failure (error, dir, errno);
  if (g_file_set_contents (path, HIDDEN, -1, &local))
    return TRUE;
  g_set_error (error, G_FILE_ERROR, local->code,
               _("What starts at login cannot be changed in %s: %s."), path, local->message);
  return FALSE;
}
