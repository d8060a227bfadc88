/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Founding and opening: which engine an address means, and what a client's pin then says to it. */

#include "docket/docket-private.h"
#include "docket/engine-sqlite.h"
#include "docket/folder.h"

#include <glib/gi18n-lib.h>

/* The folder an address names, or NULL with @error when this version cannot know such a docket. */
static char *
find_folder (const char *address, GError **error)
{
  g_autofree char *path = NULL;

  if (g_str_has_prefix (address, "postgresql://") || g_str_has_prefix (address, "postgres://"))
    {
      g_set_error_literal (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_OURS,
                           _ ("This version of Yishen keeps dockets in folders only, not on a "
                              "PostgreSQL server. Choose a folder."));
      return NULL;
    }
  if (g_str_has_prefix (address, "file://"))
    {
      path = g_filename_from_uri (address, NULL, NULL);
      if (path == NULL)
        {
          g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_FOUND,
                       _ ("%s names no folder of this computer."), address);
          return NULL;
        }
    }
  else
    path = g_strdup (address);
  /* Absolute, for it must mean the same folder when the program has changed its own. */
  return g_canonicalize_filename (path, NULL);
}

static YsDocket *
admit (YsDocket *taken, YsDocketMode mode, const char *state_dir, GError **error)
{
  g_autoptr (YsDocket) self = taken;
  YsDocketPrivate *priv = ys_docket_get_private (self);

  priv->mode = mode;
  if (mode == YS_DOCKET_READ_ONLY)
    ys_docket_set_read_only (self, YS_DOCKET_ERROR_READ_ONLY,
                             _ ("The docket was opened for reading only."));
  if (!ys_witness_begin (self, state_dir, error))
    return NULL;
  if (mode == YS_DOCKET_READ_WRITE && priv->distrust_reason != NULL)
    {
      g_set_error_literal (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED,
                           priv->distrust_reason);
      return NULL;
    }
  return g_steal_pointer (&self);
}

YsDocket *
ys_docket_create (
  const char *address, YsSuite suite, const char *founding, const char *state_dir, GError **error)
{
  g_autofree char *folder = NULL;
  gboolean made;
  YsDocket *self;

  g_return_val_if_fail (address != NULL && *address != '\0', NULL);
  g_return_val_if_fail (founding != NULL && g_utf8_validate (founding, -1, NULL), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  folder = find_folder (address, error);
  if (folder == NULL)
    return NULL;
  if (!ys_engine_sqlite_found (folder, suite, founding, &made, error))
    return NULL;
  self = ys_engine_sqlite_open (folder, YS_DOCKET_READ_WRITE, error);
  if (self != NULL)
    self = admit (self, YS_DOCKET_READ_WRITE, state_dir, error);
  if (self == NULL)
    ys_folder_remove (folder, made);
  return self;
}

YsDocket *
ys_docket_open (const char *address, YsDocketMode mode, const char *state_dir, GError **error)
{
  g_autofree char *folder = NULL;
  YsDocket *self;

  g_return_val_if_fail (address != NULL && *address != '\0', NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  folder = find_folder (address, error);
  if (folder == NULL)
    return NULL;
  self = ys_engine_sqlite_open (folder, mode, error);
  if (self != NULL)
    self = admit (self, mode, state_dir, error);
  /* Only once it is trusted: evidence is not written over. */
  if (self != NULL && mode == YS_DOCKET_READ_WRITE && !ys_engine_sqlite_bring_up (self, error))
    g_clear_object (&self);
  return self;
}
