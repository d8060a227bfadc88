/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Through libcrypto's EVP. */
#include "report/digest-pair.h"

#include "wording/i18n.h"

#include <openssl/evp.h>

#define N_DIGESTS 2

static const char *const names[N_DIGESTS] = { "SHA256", "SM3" };

struct _YsDigesting
{
  EVP_MD *algorithms[N_DIGESTS];
  EVP_MD_CTX *contexts[N_DIGESTS];
  gint64 size;
};

static void
restart (YsDigesting *self)
{
  self->size = 0;
  for (int i = 0; i < N_DIGESTS; i++)
    if (EVP_DigestInit_ex2 (self->contexts[i], self->algorithms[i], NULL) != 1)
      g_error ("libcrypto cannot begin a digest");
}

YsDigesting *
ys_digesting_new (GError **error)
{
  g_autoptr (YsDigesting) self = g_new0 (YsDigesting, 1);

  for (int i = 0; i < N_DIGESTS; i++)
    {
      self->algorithms[i] = EVP_MD_fetch (NULL, names[i], NULL);
      self->contexts[i] = EVP_MD_CTX_new ();
      if (self->algorithms[i] != NULL && self->contexts[i] != NULL)
        continue;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _("The cryptographic library of this computer does not offer %s, which a case "
                     "file needs. Ask for libcrypto with %s to be installed."),
                   names[i], names[i]);
      return NULL;
    }
  restart (self);
  return g_steal_pointer (&self);
}

void
ys_digesting_add (YsDigesting *self, gconstpointer bytes, gsize size)
{
  g_return_if_fail (self != NULL);

  self->size += (gint64) size;
  for (int i = 0; i < N_DIGESTS; i++)
    if (EVP_DigestUpdate (self->contexts[i], bytes, size) != 1)
      g_error ("libcrypto cannot go on with a digest");
}

void
ys_digesting_finish (YsDigesting *self, YsDigestPair *pair)
{
  g_return_if_fail (self != NULL && pair != NULL);

  char *const texts[N_DIGESTS] = { pair->sha256, pair->sm3 };

  pair->size = self->size;
  for (int i = 0; i < N_DIGESTS; i++)
    {
      guint8 bytes[EVP_MAX_MD_SIZE];
      unsigned int size = 0;

      if (EVP_DigestFinal_ex (self->contexts[i], bytes, &size) != 1)
        g_error ("libcrypto cannot finish a digest");
      g_assert (size * 2 + 1 == YS_DIGEST_HEX);
      for (unsigned int n = 0; n < size; n++)
        g_snprintf (texts[i] + n * 2, 3, "%02x", bytes[n]);
    }
  restart (self);
}

void
ys_digesting_free (YsDigesting *self)
{
  g_return_if_fail (self != NULL);

  for (int i = 0; i < N_DIGESTS; i++)
    {
      EVP_MD_CTX_free (self->contexts[i]);
      EVP_MD_free (self->algorithms[i]);
    }
  g_free (self);
}
