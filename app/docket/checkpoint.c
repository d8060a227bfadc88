/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checkpoints: one line that witnesses a head of the docket, to be kept outside of it. */

#include "docket/docket-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHECKPOINT_MARK "yishen-checkpoint-1"

char *
ys_docket_make_checkpoint (YsDocket *self, GError **error)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *time = NULL;
  g_autofree char *digest = NULL;
  gint64 position;

  g_return_val_if_fail (YS_IS_DOCKET (self), NULL);

  if (!ys_docket_get_position (self, &position, &digest, error))
    return NULL;
  now = g_date_time_new_now_utc ();
  time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  return g_strdup_printf (CHECKPOINT_MARK " %s %" G_GINT64_FORMAT " %s %s", ys_docket_get_id (self),
                          position, digest, time);
}

gboolean
ys_docket_compare_checkpoint (YsDocket *self, const char *text, GError **error)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *line = NULL;
  g_autofree char *digest = NULL;
  YsSuite suite;
  const char *hex;
  guint64 position;

  g_return_val_if_fail (YS_IS_DOCKET (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  line = g_strstrip (g_strdup (text));
  words = g_strsplit (line, " ", -1);
  if (g_strv_length (words) != 5 || strcmp (words[0], CHECKPOINT_MARK) != 0
      || !g_ascii_string_to_unsigned (words[2], 10, 0, G_MAXINT64, &position, NULL)
      || !ys_digest_parse (words[3], &suite, &hex))
    {
      g_set_error_literal (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_OURS,
                           _ ("This text is no checkpoint of a docket. A checkpoint is one line "
                              "that begins with “yishen-checkpoint-1”."));
      return FALSE;
    }
  if (strcmp (words[1], ys_docket_get_id (self)) != 0)
    {
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_OURS,
                   _ ("This checkpoint is of another docket than %s."),
                   ys_docket_get_address (self));
      return FALSE;
    }

  if (!ys_docket_get_digest_at (self, (gint64) position, &digest, error))
    return FALSE;
  if (g_strcmp0 (digest, words[3]) == 0)
    return TRUE;
  g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_DISTRUSTED,
               digest == NULL ? _ ("The docket %s no longer holds entry %s, which the checkpoint "
                                   "of %s witnesses: its last entries were removed.")
                              : _ ("In the docket %s, entry %s is not the one that the "
                                   "checkpoint of %s witnesses: what was written has been "
                                   "changed."),
               ys_docket_get_address (self), words[2], words[4]);
  return FALSE;
}
