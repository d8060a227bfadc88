/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Wrapping a private key by a passphrase, and the line of text that the file holds. */

#include "docket/key-file.h"

#include <glib/gi18n-lib.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/rand.h>
#include <string.h>

#define MARK "yishen-key-1"
#define SALT_SIZE 16
#define NONCE_SIZE 12
#define TAG_SIZE 16
#define WRAP_SIZE 32
/* The line is under 400 bytes; what is longer is no key. */
#define FILE_MAX 1024

/* What faults.md asks; the strength is part of the mark, so that a stronger one is a new mark. */
#define SCRYPT_N (G_GUINT64_CONSTANT (1) << 17)
#define SCRYPT_R 8
#define SCRYPT_P 1
#define SCRYPT_MEMORY (G_GUINT64_CONSTANT (160) << 20)

G_DEFINE_QUARK (ys-key-error-quark, ys_key_error)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_CIPHER_CTX, EVP_CIPHER_CTX_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_KDF, EVP_KDF_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_KDF_CTX, EVP_KDF_CTX_free)

/* The file, in words: mark, public key, salt, nonce, sealed key with its tag. */
typedef struct
{
  char *public_key;
  guint8 salt[SALT_SIZE];
  guint8 nonce[NONCE_SIZE];
  guint8 sealed[YS_SECRET_SIZE + TAG_SIZE];
} KeyFile;

static void
key_file_clear (KeyFile *self)
{
  g_clear_pointer (&self->public_key, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KeyFile, key_file_clear)

/* --- text ------------------------------------------------------------------------------------- */

static void
append_hex (GString *text, const guint8 *bytes, gsize size)
{
  g_string_append_c (text, ' ');
  for (gsize i = 0; i < size; i++)
    g_string_append_printf (text, "%02x", bytes[i]);
}

static gboolean
read_hex (const char *text, guint8 *bytes, gsize size)
{
  if (strlen (text) != 2 * size)
    return FALSE;
  for (gsize i = 0; i < 2 * size; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0)
        return FALSE;
      bytes[i / 2] = (guint8) (i % 2 == 0 ? digit << 4 : bytes[i / 2] | digit);
    }
  return TRUE;
}

static gboolean
set_damaged (GError **error, const char *path)
{
  g_set_error (error, YS_KEY_ERROR, YS_KEY_ERROR_DAMAGED,
               _ ("The file %s is not a key of this program, or it is damaged. Take it from a "
                  "copy, or ask a keeper for a new key."),
               path);
  return FALSE;
}

static gboolean
read_file (const char *path, KeyFile *file, YsSuite *suite, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) local = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &local))
    {
      gboolean missing = g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT);

      g_set_error (error, YS_KEY_ERROR, missing ? YS_KEY_ERROR_NONE_THERE : YS_KEY_ERROR_IO,
                   missing ? _ ("There is no key at %s.")
                           : _ ("The key at %s cannot be read. Let yourself read that file."),
                   path);
      return FALSE;
    }
  if (length > FILE_MAX || memchr (text, '\0', length) != NULL)
    return set_damaged (error, path);

  g_auto (GStrv) words = g_strsplit (g_strchomp (text), " ", -1);

  if (g_strv_length (words) != 5 || strcmp (words[0], MARK) != 0
      || !ys_public_key_parse (words[1], suite)
      || !read_hex (words[2], file->salt, sizeof file->salt)
      || !read_hex (words[3], file->nonce, sizeof file->nonce)
      || !read_hex (words[4], file->sealed, sizeof file->sealed))
    return set_damaged (error, path);
  file->public_key = g_strdup (words[1]);
  return TRUE;
}

/* --- wrapping --------------------------------------------------------------------------------- */

static gboolean
set_crypto_error (GError **error)
{
  g_set_error_literal (error, YS_KEY_ERROR, YS_KEY_ERROR_IO,
                       _ ("This computer cannot work on the key: its cryptographic library fails, "
                          "or 160 MiB of memory are not free. Close other programs and try "
                          "again."));
  return FALSE;
}

static gboolean
stretch (const char *passphrase, const guint8 *salt, guint8 wrap[WRAP_SIZE], GError **error)
{
  g_autoptr (EVP_KDF) kdf = EVP_KDF_fetch (NULL, "SCRYPT", NULL);
  g_autoptr (EVP_KDF_CTX) context = kdf != NULL ? EVP_KDF_CTX_new (kdf) : NULL;
  char *normal = g_utf8_normalize (passphrase, -1, G_NORMALIZE_ALL_COMPOSE);
  guint64 n = SCRYPT_N;
  guint64 memory = SCRYPT_MEMORY;
  guint32 r = SCRYPT_R;
  guint32 p = SCRYPT_P;
  gboolean done = FALSE;

  if (context != NULL && normal != NULL)
    {
      OSSL_PARAM params[] = {
        OSSL_PARAM_construct_octet_string (OSSL_KDF_PARAM_PASSWORD, normal, strlen (normal)),
        OSSL_PARAM_construct_octet_string (OSSL_KDF_PARAM_SALT, (void *) salt, SALT_SIZE),
        OSSL_PARAM_construct_uint64 (OSSL_KDF_PARAM_SCRYPT_N, &n),
        OSSL_PARAM_construct_uint32 (OSSL_KDF_PARAM_SCRYPT_R, &r),
        OSSL_PARAM_construct_uint32 (OSSL_KDF_PARAM_SCRYPT_P, &p),
        OSSL_PARAM_construct_uint64 (OSSL_KDF_PARAM_SCRYPT_MAXMEM, &memory),
        OSSL_PARAM_construct_end (),
      };

      done = EVP_KDF_derive (context, wrap, WRAP_SIZE, params) == 1;
    }
  if (normal != NULL)
    OPENSSL_cleanse (normal, strlen (normal));
  g_free (normal);
  return done || set_crypto_error (error);
}

/* The public key is sealed with it: exchanged for another one, the passphrase no longer opens. */
static gboolean
seal (KeyFile *file, const guint8 wrap[WRAP_SIZE], const guint8 secret[YS_SECRET_SIZE])
{
  g_autoptr (EVP_CIPHER_CTX) context = EVP_CIPHER_CTX_new ();
  int size, rest;

  return context != NULL
         && EVP_EncryptInit_ex2 (context, EVP_aes_256_gcm (), wrap, file->nonce, NULL) == 1
         && EVP_EncryptUpdate (context, NULL, &size, (const guint8 *) file->public_key,
                               (int) strlen (file->public_key))
              == 1
         && EVP_EncryptUpdate (context, file->sealed, &size, secret, YS_SECRET_SIZE) == 1
         && EVP_EncryptFinal_ex (context, file->sealed + size, &rest) == 1
         && EVP_CIPHER_CTX_ctrl (context, EVP_CTRL_AEAD_GET_TAG, TAG_SIZE,
                                 file->sealed + YS_SECRET_SIZE)
              == 1;
}

static gboolean
unseal (KeyFile *file, const guint8 wrap[WRAP_SIZE], guint8 secret[YS_SECRET_SIZE])
{
  g_autoptr (EVP_CIPHER_CTX) context = EVP_CIPHER_CTX_new ();
  int size, rest;

  return context != NULL
         && EVP_DecryptInit_ex2 (context, EVP_aes_256_gcm (), wrap, file->nonce, NULL) == 1
         && EVP_DecryptUpdate (context, NULL, &size, (const guint8 *) file->public_key,
                               (int) strlen (file->public_key))
              == 1
         && EVP_DecryptUpdate (context, secret, &size, file->sealed, YS_SECRET_SIZE) == 1
         && EVP_CIPHER_CTX_ctrl (context, EVP_CTRL_AEAD_SET_TAG, TAG_SIZE,
                                 file->sealed + YS_SECRET_SIZE)
              == 1
         && EVP_DecryptFinal_ex (context, secret + size, &rest) == 1;
}

/* --- public ----------------------------------------------------------------------------------- */

gboolean
ys_key_file_save (const char *path,
                  const YsSigner *signer,
                  const char *passphrase,
                  GError **error)
{
  g_auto (KeyFile) file = { NULL, { 0 }, { 0 }, { 0 } };
  guint8 secret[YS_SECRET_SIZE];
  guint8 wrap[WRAP_SIZE];
  g_autoptr (GString) text = g_string_new (MARK " ");
  g_autoptr (GError) local = NULL;
  gboolean sealed;

  g_return_val_if_fail (path != NULL && signer != NULL && passphrase != NULL, FALSE);

  if (RAND_bytes (file.salt, sizeof file.salt) != 1
      || RAND_bytes (file.nonce, sizeof file.nonce) != 1)
    return set_crypto_error (error);
  if (!stretch (passphrase, file.salt, wrap, error))
    return FALSE;
  file.public_key = g_strdup (ys_signer_get_public_key (signer));
  ys_signer_copy_secret (signer, secret);
  sealed = seal (&file, wrap, secret);
  OPENSSL_cleanse (secret, sizeof secret);
  OPENSSL_cleanse (wrap, sizeof wrap);
  if (!sealed)
    return set_crypto_error (error);

  g_string_append (text, file.public_key);
  append_hex (text, file.salt, sizeof file.salt);
  append_hex (text, file.nonce, sizeof file.nonce);
  append_hex (text, file.sealed, sizeof file.sealed);
  g_string_append_c (text, '\n');
  if (!g_file_set_contents_full (path, text->str, (gssize) text->len,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                 &local))
    {
      g_set_error (error, YS_KEY_ERROR, YS_KEY_ERROR_IO,
                   _ ("The key cannot be written to %s: %s. Make room there or let yourself write "
                      "to it."),
                   path, local->message);
      return FALSE;
    }
  return TRUE;
}

YsSigner *
ys_key_file_load (const char *path, const char *passphrase, GError **error)
{
  g_auto (KeyFile) file = { NULL, { 0 }, { 0 }, { 0 } };
  g_autoptr (YsSigner) signer = NULL;
  guint8 secret[YS_SECRET_SIZE];
  guint8 wrap[WRAP_SIZE];
  YsSuite suite;

  g_return_val_if_fail (path != NULL && passphrase != NULL, NULL);

  if (!read_file (path, &file, &suite, error) || !stretch (passphrase, file.salt, wrap, error))
    return NULL;
  if (unseal (&file, wrap, secret))
    signer = ys_signer_new_from_secret (suite, secret, NULL);
  OPENSSL_cleanse (secret, sizeof secret);
  OPENSSL_cleanse (wrap, sizeof wrap);
  if (signer == NULL || strcmp (ys_signer_get_public_key (signer), file.public_key) != 0)
    {
      g_set_error_literal (error, YS_KEY_ERROR, YS_KEY_ERROR_WRONG_PASSPHRASE,
                           _ ("This passphrase does not open the key. Mind capital letters and the "
                              "input method, and type it again."));
      return NULL;
    }
  return g_steal_pointer (&signer);
}

char *
ys_key_file_read_public_key (const char *path, GError **error)
{
  g_auto (KeyFile) file = { NULL, { 0 }, { 0 }, { 0 } };
  YsSuite suite;

  g_return_val_if_fail (path != NULL, NULL);

  return read_file (path, &file, &suite, error) ? g_steal_pointer (&file.public_key) : NULL;
}
