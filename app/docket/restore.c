/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Putting a backup back in a docket's place: through the interface alone, and by renaming, so that
 * at no moment the only whole copy is one that is being written. */

#include "docket/docket-private.h"
#include "docket/folder.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <errno.h>

/* The backup opened for reading, whole, and fit for this client; NULL with @error otherwise. */
static YsDocket *
examine_backup (const char *from, gboolean accept_older, const char *state_dir, GError **error)
{
  g_autoptr (YsDocket) backup = ys_docket_open (from, YS_DOCKET_READ_ONLY, state_dir, error);
  g_autoptr (YsVerdict) verdict = NULL;
  YsDocketPrivate *priv;
  gint64 position;

  if (backup == NULL)
    return NULL;
  verdict = ys_docket_verify (backup, NULL, NULL, error);
  if (verdict == NULL)
    return NULL;
  if (verdict->reason == NULL)
    return g_steal_pointer (&backup);

  /* Older: all that the backup holds is whole, and the pin looks for what comes after it. */
  priv = ys_docket_get_private (backup);
  if (!YS_DOCKET_GET_CLASS (backup)->get_position (backup, &position, NULL, error))
    return NULL;
  if (accept_older && priv->pinned && priv->pin.position > position
      && verdict->bad_position == position + 1)
    return g_steal_pointer (&backup);
  g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED,
               _ ("The backup %s was not put back. %s"), from, verdict->reason);
  return NULL;
}

/* Holds the lock of what stands at @address, so that nobody appends to it while it goes. What
 * cannot be opened cannot be appended to either: *@append stays NULL. */
static gboolean
hold_standing (const char *address, const char *id, YsAppend **append, GError **error)
{
  g_autoptr (YsDocket) standing = ys_docket_open (address, YS_DOCKET_READ_WRITE, NULL, NULL);
  g_autoptr (GError) local = NULL;

  *append = NULL;
  if (standing == NULL)
    return TRUE;
  if (g_strcmp0 (ys_docket_get_id (standing), id) != 0)
    {
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_OURS,
                   _ ("The backup is of another docket than the one at %s. Put it back under "
                      "another name."),
                   address);
      return FALSE;
    }
  if (ys_docket_get_read_only_reason (standing) != NULL)
    return TRUE;
  *append = ys_docket_begin (standing, NULL, FALSE, &local);
  if (*append == NULL && g_error_matches (local, YS_DOCKET_ERROR, YS_DOCKET_ERROR_BUSY))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

static char *
name_aside (const char *address)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%dT%H%M%SZ");

  for (int i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("%s.aside-%s", address, time)
                                     : g_strdup_printf ("%s.aside-%s-%d", address, time, i);

      if (!g_file_test (name, G_FILE_TEST_EXISTS) && !g_file_test (name, G_FILE_TEST_IS_SYMLINK))
        return g_steal_pointer (&name);
    }
}

/* Puts @copy at @address; what stood there goes to *@aside. */
static gboolean
exchange (const char *address, const char *copy, char **aside, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (address);
  g_autofree char *name = name_aside (address);

  if (g_rename (address, name) == 0)
    *aside = g_steal_pointer (&name);
  else if (errno != ENOENT)
    return ys_set_errno (error, errno, _ ("%s cannot be moved aside"), address);

  if (g_rename (copy, address) == 0)
    return ys_folder_sync (parent, error);
  ys_set_errno (error, errno, _ ("The restored docket cannot be put at %s"), address);
  if (*aside != NULL && g_rename (*aside, address) == 0)
    g_clear_pointer (aside, g_free);
  return FALSE;
}

/* From here on this client expects of the docket what was put back, older as it may be. */
static gboolean
begin_anew (const char *address, const char *state_dir, GError **error)
{
  g_autoptr (YsDocket) restored = ys_docket_open (address, YS_DOCKET_READ_ONLY, state_dir, error);

  return restored != NULL && ys_witness_forget (restored, error);
}

gboolean
ys_docket_restore (const char *address,
                   const char *from,
                   gboolean accept_older,
                   const char *state_dir,
                   char **aside,
                   GError **error)
{
  g_autofree char *place = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *moved = NULL;
  g_autoptr (YsDocket) backup = NULL;
  g_autoptr (YsAppend) held = NULL;
  gboolean exchanged;

  g_return_val_if_fail (address != NULL && from != NULL, FALSE);

  if (aside != NULL)
    *aside = NULL;
  backup = examine_backup (from, accept_older, state_dir, error);
  if (backup == NULL)
    return FALSE;

  place = g_canonicalize_filename (address, NULL);
  copy = g_strdup_printf ("%s.restoring-%s", place, ys_docket_get_id (backup));
  ys_folder_remove (copy, TRUE); /* of a restoring that was cut off */
  if (!ys_docket_backup (backup, copy, NULL, NULL, error))
    return FALSE;
  exchanged = hold_standing (place, ys_docket_get_id (backup), &held, error)
              && exchange (place, copy, &moved, error);
  if (aside != NULL)
    *aside = g_steal_pointer (&moved);
  if (!exchanged)
    {
      ys_folder_remove (copy, TRUE);
      return FALSE;
    }
  return state_dir == NULL || begin_anew (place, state_dir, error);
}
