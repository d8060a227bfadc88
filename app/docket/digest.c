/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Digests for callers of the docket that are neither an entry nor a kept file. */
#include "docket/chain.h"

#include <string.h>

char *
ys_docket_digest_text (YsDocket *self, const char *text, GError **error)
{
  g_return_val_if_fail (YS_IS_DOCKET (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  g_autoptr (YsHash) hash = ys_hash_new (ys_docket_get_suite (self), error);
  char digest[YS_DIGEST_SIZE];

  if (hash == NULL)
    return NULL;
  ys_hash_add (hash, text, strlen (text));
  ys_hash_finish (hash, digest);
  return g_strdup (digest);
}
