/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The client as a witness: the head it saw last, held against what stands in the docket now. The
 * note's file is read and written in pin.c. */

#include "docket/docket-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* Whether the pinned entry still stands in a docket whose head is @position with @digest; if not,
 * @reason is a sentence and *@missing tells whether it is gone or another one. */
static gboolean
compare_pin (YsDocket *self,
             gint64 position,
             const char *digest,
             gboolean *missing,
             char **reason,
             GError **error)
{
  YsDocketPrivate *priv = ys_docket_get_private (self);
  g_autofree char *read = NULL;
  const char *standing = NULL;

  *reason = NULL;
  *missing = FALSE;
  if (!priv->pinned)
    return TRUE;
  if (position == priv->pin.position)
    standing = digest;
  else if (position > priv->pin.position)
    {
      if (!ys_docket_get_digest_at (self, priv->pin.position, &read, error))
        return FALSE;
      standing = read;
    }
  if (standing == NULL)
    {
      *missing = TRUE;
      *reason = g_strdup_printf (
        _ ("This computer saw entry %" PRId64 " of the docket %s before, and it is no "
           "longer there: the last entries were removed, or an older copy was put in its place. "
           "Verify it, and restore the latest backup."),
        priv->pin.position, priv->address);
    }
  else if (strcmp (standing, priv->pin.digest) != 0)
    *reason = g_strdup_printf (
      _ ("Entry %" PRId64 " of the docket %s is not the one that this computer saw "
         "there before: what was written has been changed. Verify it, and restore the latest "
         "backup."),
      priv->pin.position, priv->address);
  return TRUE;
}

/* Two programs of one person share the note; whoever saw less must not turn it back. */
static void
save_pin (YsDocketPrivate *priv)
{
  g_autoptr (GError) local = NULL;
  YsPin noted;
  gboolean found;

  if (priv->state_dir == NULL || priv->mode == YS_DOCKET_READ_ONLY)
    return;
  if (ys_pin_load (priv->state_dir, priv->id, &noted, &found, &local) && found
      && noted.position > priv->pin.position)
    return;
  g_clear_error (&local);
  /* The entries themselves are safe: that the note could not be moved on is no failed append. */
  if (!ys_pin_save (priv->state_dir, priv->id, &priv->pin, TRUE, &local))
    g_message ("%s", local->message);
}

static void
move_pin (YsDocketPrivate *priv, gint64 position, const char *digest)
{
  priv->pin.position = position;
  g_strlcpy (priv->pin.digest, digest, sizeof priv->pin.digest);
  priv->pinned = TRUE;
}

gboolean
ys_witness_begin (YsDocket *self, const char *state_dir, GError **error)
{
  YsDocketPrivate *priv = ys_docket_get_private (self);
  g_autoptr (GError) local = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *reason = NULL;
  gboolean missing, moved;
  gint64 position;

  /* The note before the head: another program of ours may append and note it between the two. */
  priv->state_dir = g_strdup (state_dir);
  if (state_dir != NULL && !ys_pin_load (state_dir, priv->id, &priv->pin, &priv->pinned, &local))
    {
      if (!g_error_matches (local, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      ys_docket_set_distrust (self, local->message);
    }
  if (priv->distrust_reason != NULL)
    return TRUE;

  if (!YS_DOCKET_GET_CLASS (self)->get_position (self, &position, &digest, error)
      || !compare_pin (self, position, digest, &missing, &reason, error))
    return FALSE;
  if (reason != NULL)
    {
      ys_docket_set_distrust (self, reason);
      return TRUE;
    }

  moved = !priv->pinned || position > priv->pin.position;
  if (!moved)
    return TRUE;
  move_pin (priv, position, digest);
  /* Here, where nothing hangs on it yet, a folder that cannot be written is told to the person. */
  if (state_dir != NULL && priv->mode == YS_DOCKET_READ_WRITE)
    return ys_pin_save (state_dir, priv->id, &priv->pin, TRUE, error);
  return TRUE;
}

gboolean
ys_witness_compare (YsDocket *self, gint64 position, const char *digest, GError **error)
{
  YsDocketPrivate *priv = ys_docket_get_private (self);
  g_autofree char *reason = NULL;
  gboolean missing;

  if (!compare_pin (self, position, digest, &missing, &reason, error))
    return FALSE;
  if (reason != NULL)
    {
      ys_docket_set_distrust (self, reason);
      g_set_error_literal (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED, reason);
      return FALSE;
    }
  if (priv->pinned && position == priv->pin.position)
    return TRUE;
  move_pin (priv, position, digest);
  save_pin (priv);
  return TRUE;
}

void
ys_witness_advance (YsDocket *self, gint64 position, const char *digest)
{
  YsDocketPrivate *priv = ys_docket_get_private (self);

  move_pin (priv, position, digest);
  save_pin (priv);
}

gboolean
ys_witness_judge (YsDocket *self, YsVerdict *verdict, GError **error)
{
  YsDocketPrivate *priv = ys_docket_get_private (self);
  g_autofree char *digest = NULL;
  gboolean missing;
  gint64 position;

  if (!YS_DOCKET_GET_CLASS (self)->get_position (self, &position, &digest, error)
      || !compare_pin (self, position, digest, &missing, &verdict->reason, error))
    return FALSE;
  if (verdict->reason != NULL)
    verdict->bad_position = missing ? position + 1 : priv->pin.position;
  return TRUE;
}

gboolean
ys_witness_forget (YsDocket *self, GError **error)
{
  YsDocketPrivate *priv = ys_docket_get_private (self);
  g_autofree char *digest = NULL;
  gint64 position;

  if (!YS_DOCKET_GET_CLASS (self)->get_position (self, &position, &digest, error))
    return FALSE;
  move_pin (priv, position, digest);
  return priv->state_dir == NULL
         || ys_pin_save (priv->state_dir, priv->id, &priv->pin, TRUE, error);
}
