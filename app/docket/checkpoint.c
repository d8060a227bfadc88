/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checkpoints: one line that witnesses a head of the docket, to be kept outside of it. */

#include "docket/docket-private.h"
#include "docket/signer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHECKPOINT_MARK "yishen-checkpoint-1"

/* Of the words: mark, docket id, position, digest, time; in a signed one also key, signature. */
#define UNSIGNED_WORDS 5
#define SIGNED_WORDS 7

char *
ys_docket_make_checkpoint (YsDocket *self, const YsSigner *signer, GError **error)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *time = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *line = NULL;
  g_autofree char *signed_line = NULL;
  g_autofree char *signature = NULL;
  gint64 position;

  g_return_val_if_fail (YS_IS_DOCKET (self), NULL);

  if (!ys_docket_get_position (self, &position, &digest, error))
    return NULL;
  now = g_date_time_new_now_utc ();
  time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  line = g_strdup_printf (CHECKPOINT_MARK " %s %" G_GINT64_FORMAT " %s %s", ys_docket_get_id (self),
                          position, digest, time);
  if (signer == NULL)
    return g_steal_pointer (&line);

  signed_line = g_strjoin (" ", line, ys_signer_get_public_key (signer), NULL);
  signature = ys_signer_sign (signer, signed_line, strlen (signed_line), error);
  return signature != NULL ? g_strjoin (" ", signed_line, signature, NULL) : NULL;
}

/* The words of a checkpoint of @self, or NULL with @error when it is none. */
static GStrv
read_checkpoint (YsDocket *self, const char *text, guint64 *position, GError **error)
{
  g_autofree char *line = g_strstrip (g_strdup (text));
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  guint n_words = g_strv_length (words);
  YsSuite suite;
  const char *hex;

  if ((n_words != UNSIGNED_WORDS && n_words != SIGNED_WORDS)
      || strcmp (words[0], CHECKPOINT_MARK) != 0
      || !g_ascii_string_to_unsigned (words[2], 10, 0, G_MAXINT64, position, NULL)
      || !ys_digest_parse (words[3], &suite, &hex))
    {
      g_set_error_literal (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_OURS,
                           _ ("This text is no checkpoint of a docket. A checkpoint is one line "
                              "that begins with “yishen-checkpoint-1”."));
      return NULL;
    }
  if (strcmp (words[1], ys_docket_get_id (self)) != 0)
    {
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_OURS,
                   _ ("This checkpoint is of another docket than %s."),
                   ys_docket_get_address (self));
      return NULL;
    }
  /* Signed is all that stands before the space before the signature. */
  if (n_words == SIGNED_WORDS
      && !ys_signature_is_good (words[5], words[6], line, (gsize) (strrchr (line, ' ') - line)))
    {
      g_set_error_literal (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_OURS,
                           _ ("The signature of this checkpoint is not good: its text is not the "
                              "one that was signed. Compare with a copy that nobody changed."));
      return NULL;
    }
  return g_steal_pointer (&words);
}

gboolean
ys_docket_compare_checkpoint (YsDocket *self, const char *text, char **signer, GError **error)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *digest = NULL;
  guint64 position;

  g_return_val_if_fail (YS_IS_DOCKET (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  if (signer != NULL)
    *signer = NULL;
  words = read_checkpoint (self, text, &position, error);
  if (words == NULL)
    return FALSE;
  if (signer != NULL && g_strv_length (words) == SIGNED_WORDS)
    *signer = g_strdup (words[5]);

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
