/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signing and testing through libcrypto. No key is kept on a disk here: that is key-file.c. */

#include "docket/signer.h"

#include <glib/gi18n-lib.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/param_build.h>
#include <openssl/params.h>
#include <string.h>

#define POINT_SIZE 65 /* 4, x, y */
#define HALF_SIZE 32  /* of an SM2 signature: r, s */
#define SIGNATURE_SIZE 64

/* Who signs, as GB/T 32918.2 mixes it in: the value that GM/T 0009 sets where no other is agreed. */
static const char sm2_id[] = "1234567812345678";

static const struct
{
  const char *name; /* before the colon */
  gsize key_size;
} schemes[] = {
  [YS_SUITE_GM] = { "sm2", POINT_SIZE },
  [YS_SUITE_INTL] = { "ed25519", 32 },
};

struct _YsSigner
{
  YsSuite suite;
  EVP_PKEY *key;
  char *public_key;
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIGNUM, BN_clear_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EC_GROUP, EC_GROUP_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EC_POINT, EC_POINT_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ECDSA_SIG, ECDSA_SIG_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_MD_CTX, EVP_MD_CTX_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_PKEY, EVP_PKEY_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_PKEY_CTX, EVP_PKEY_CTX_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OSSL_PARAM_BLD, OSSL_PARAM_BLD_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OSSL_PARAM, OSSL_PARAM_free)

/* --- texts ------------------------------------------------------------------------------------ */

static char *
write_text (YsSuite suite, const guint8 *bytes, gsize size)
{
  GString *text = g_string_new (schemes[suite].name);

  g_string_append_c (text, ':');
  for (gsize i = 0; i < size; i++)
    g_string_append_printf (text, "%02x", bytes[i]);
  return g_string_free (text, FALSE);
}

/* Lower-case digits alone: one text for one value. */
static int
read_digit (char c)
{
  return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static gboolean
read_text (const char *text, YsSuite suite, guint8 *bytes, gsize size)
{
  gsize head = strlen (schemes[suite].name);

  if (text == NULL || strncmp (text, schemes[suite].name, head) != 0 || text[head] != ':'
      || strlen (text + head + 1) != 2 * size)
    return FALSE;
  for (gsize i = 0; i < size; i++)
    {
      int high = read_digit (text[head + 1 + 2 * i]);
      int low = read_digit (text[head + 2 + 2 * i]);

      if (high < 0 || low < 0)
        return FALSE;
      bytes[i] = (guint8) (high << 4 | low);
    }
  return TRUE;
}

/* --- keys ------------------------------------------------------------------------------------- */

/* A public key of SM2, or with @secret a pair; NULL when libcrypto takes it for none. */
static EVP_PKEY *
make_sm2_key (const guint8 point[POINT_SIZE], const BIGNUM *secret)
{
  g_autoptr (OSSL_PARAM_BLD) builder = OSSL_PARAM_BLD_new ();
  g_autoptr (EVP_PKEY_CTX) context = EVP_PKEY_CTX_new_from_name (NULL, "SM2", NULL);
  g_autoptr (OSSL_PARAM) params = NULL;
  EVP_PKEY *key = NULL;

  if (builder == NULL || context == NULL
      || OSSL_PARAM_BLD_push_utf8_string (builder, OSSL_PKEY_PARAM_GROUP_NAME, "SM2", 0) != 1
      || OSSL_PARAM_BLD_push_octet_string (builder, OSSL_PKEY_PARAM_PUB_KEY, point, POINT_SIZE) != 1
      || (secret != NULL
          && OSSL_PARAM_BLD_push_BN_pad (builder, OSSL_PKEY_PARAM_PRIV_KEY, secret,
                                         YS_SECRET_SIZE)
               != 1))
    return NULL;
  params = OSSL_PARAM_BLD_to_param (builder);
  if (params == NULL || EVP_PKEY_fromdata_init (context) != 1
      || EVP_PKEY_fromdata (context, &key, secret != NULL ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY,
                            params)
           != 1)
    return NULL;
  return key;
}

static EVP_PKEY *
make_sm2_pair (const guint8 secret[YS_SECRET_SIZE])
{
  g_autoptr (EC_GROUP) group = EC_GROUP_new_by_curve_name (NID_sm2);
  g_autoptr (EC_POINT) point = group != NULL ? EC_POINT_new (group) : NULL;
  g_autoptr (BIGNUM) number = BN_bin2bn (secret, YS_SECRET_SIZE, NULL);
  g_autoptr (BIGNUM) most = NULL;
  guint8 bytes[POINT_SIZE];

  /* 1 ≤ d ≤ n − 2 (GB/T 32918.1, 6.1) */
  most = group != NULL ? BN_dup (EC_GROUP_get0_order (group)) : NULL;
  if (point == NULL || number == NULL || most == NULL || BN_sub_word (most, 2) != 1
      || BN_is_zero (number) || BN_cmp (number, most) > 0
      || EC_POINT_mul (group, point, number, NULL, NULL, NULL) != 1
      || EC_POINT_point2oct (group, point, POINT_CONVERSION_UNCOMPRESSED, bytes, sizeof bytes, NULL)
           != sizeof bytes)
    return NULL;
  return make_sm2_key (bytes, number);
}

static EVP_PKEY *
read_public_key (const char *text, YsSuite *suite)
{
  guint8 bytes[POINT_SIZE];

  for (*suite = 0; *suite < G_N_ELEMENTS (schemes); (*suite)++)
    if (read_text (text, *suite, bytes, schemes[*suite].key_size))
      return *suite == YS_SUITE_GM
               ? make_sm2_key (bytes, NULL)
               : EVP_PKEY_new_raw_public_key (EVP_PKEY_ED25519, NULL, bytes,
                                              schemes[*suite].key_size);
  return NULL;
}

static char *
write_public_key (YsSuite suite, EVP_PKEY *key)
{
  guint8 bytes[POINT_SIZE];
  gsize size = sizeof bytes;
  gboolean got = suite == YS_SUITE_GM
                   ? EVP_PKEY_get_octet_string_param (key, OSSL_PKEY_PARAM_PUB_KEY, bytes,
                                                      sizeof bytes, &size)
                   : EVP_PKEY_get_raw_public_key (key, bytes, &size);

  return got == 1 && size == schemes[suite].key_size ? write_text (suite, bytes, size) : NULL;
}

/* Takes @key over. */
static YsSigner *
make_signer (YsSuite suite, EVP_PKEY *key)
{
  g_autofree char *public_key = key != NULL ? write_public_key (suite, key) : NULL;
  YsSigner *self;

  if (public_key == NULL)
    {
      EVP_PKEY_free (key);
      return NULL;
    }
  self = g_new0 (YsSigner, 1);
  self->suite = suite;
  self->key = key;
  self->public_key = g_steal_pointer (&public_key);
  return self;
}

static gboolean
set_not_offered (GError **error, YsSuite suite)
{
  g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_IO,
               _ ("The cryptographic library of this computer does not offer signatures of the "
                  "kind %s. Ask for libcrypto with %s to be installed."),
               schemes[suite].name, schemes[suite].name);
  return FALSE;
}

YsSigner *
ys_signer_new (YsSuite suite, GError **error)
{
  YsSigner *self;

  g_return_val_if_fail (suite < G_N_ELEMENTS (schemes), NULL);

  self = make_signer (suite,
                      EVP_PKEY_Q_keygen (NULL, NULL, suite == YS_SUITE_GM ? "SM2" : "ED25519"));
  if (self == NULL)
    set_not_offered (error, suite);
  return self;
}

YsSigner *
ys_signer_new_from_secret (YsSuite suite, const guint8 secret[YS_SECRET_SIZE], GError **error)
{
  YsSigner *self;

  g_return_val_if_fail (suite < G_N_ELEMENTS (schemes) && secret != NULL, NULL);

  self = make_signer (suite, suite == YS_SUITE_GM
                               ? make_sm2_pair (secret)
                               : EVP_PKEY_new_raw_private_key (EVP_PKEY_ED25519, NULL, secret,
                                                               YS_SECRET_SIZE));
  if (self == NULL)
    g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_CORRUPT,
                 _ ("This is no private key of the kind %s."), schemes[suite].name);
  return self;
}

void
ys_signer_free (YsSigner *self)
{
  g_return_if_fail (self != NULL);

  EVP_PKEY_free (self->key); /* libcrypto wipes private halves */
  g_free (self->public_key);
  g_free (self);
}

YsSuite
ys_signer_get_suite (const YsSigner *self)
{
  g_return_val_if_fail (self != NULL, YS_SUITE_GM);
  return self->suite;
}

const char *
ys_signer_get_public_key (const YsSigner *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->public_key;
}

void
ys_signer_copy_secret (const YsSigner *self, guint8 secret[YS_SECRET_SIZE])
{
  gsize size = YS_SECRET_SIZE;

  g_return_if_fail (self != NULL && secret != NULL);

  if (self->suite == YS_SUITE_GM)
    {
      BIGNUM *number = NULL;

      if (EVP_PKEY_get_bn_param (self->key, OSSL_PKEY_PARAM_PRIV_KEY, &number) != 1
          || BN_bn2binpad (number, secret, YS_SECRET_SIZE) != YS_SECRET_SIZE)
        g_error ("libcrypto does not give the private half of its own key");
      BN_clear_free (number);
    }
  else if (EVP_PKEY_get_raw_private_key (self->key, secret, &size) != 1 || size != YS_SECRET_SIZE)
    g_error ("libcrypto does not give the private half of its own key");
}

gboolean
ys_public_key_parse (const char *public_key, YsSuite *suite)
{
  g_autoptr (EVP_PKEY) key = NULL;

  g_return_val_if_fail (suite != NULL, FALSE);

  key = read_public_key (public_key, suite);
  return key != NULL;
}

/* --- signatures ------------------------------------------------------------------------------- */

/* The digest that SM2 works on mixes in who signs; Ed25519 digests by itself. */
static gboolean
begin (EVP_MD_CTX *context, YsSuite suite, EVP_PKEY *key, gboolean signing)
{
  const char *digest = suite == YS_SUITE_GM ? "SM3" : NULL;
  EVP_PKEY_CTX *inner = NULL; /* of the context */

  if ((signing ? EVP_DigestSignInit_ex (context, &inner, digest, NULL, NULL, key, NULL)
               : EVP_DigestVerifyInit_ex (context, &inner, digest, NULL, NULL, key, NULL))
      != 1)
    return FALSE;
  return suite != YS_SUITE_GM || EVP_PKEY_CTX_set1_id (inner, sm2_id, strlen (sm2_id)) == 1;
}

static gboolean
take_apart (const guint8 *der, gsize size, guint8 raw[SIGNATURE_SIZE])
{
  const guint8 *at = der;
  g_autoptr (ECDSA_SIG) pair = d2i_ECDSA_SIG (NULL, &at, (long) size);

  return pair != NULL && BN_bn2binpad (ECDSA_SIG_get0_r (pair), raw, HALF_SIZE) == HALF_SIZE
         && BN_bn2binpad (ECDSA_SIG_get0_s (pair), raw + HALF_SIZE, HALF_SIZE) == HALF_SIZE;
}

/* (transfer full): as libcrypto wants it, for OPENSSL_free(). */
static guint8 *
put_together (const guint8 raw[SIGNATURE_SIZE], gsize *size)
{
  g_autoptr (ECDSA_SIG) pair = ECDSA_SIG_new ();
  g_autoptr (BIGNUM) r = BN_bin2bn (raw, HALF_SIZE, NULL);
  g_autoptr (BIGNUM) s = BN_bin2bn (raw + HALF_SIZE, HALF_SIZE, NULL);
  guint8 *der = NULL;
  int length;

  if (pair == NULL || r == NULL || s == NULL || ECDSA_SIG_set0 (pair, r, s) != 1)
    return NULL;
  r = s = NULL; /* the pair's now */
  length = i2d_ECDSA_SIG (pair, &der);
  *size = length > 0 ? (gsize) length : 0;
  return der;
}

char *
ys_signer_sign (const YsSigner *self, const char *message, gsize size, GError **error)
{
  g_autoptr (EVP_MD_CTX) context = EVP_MD_CTX_new ();
  guint8 made[128];
  guint8 raw[SIGNATURE_SIZE];
  gsize length = sizeof made;

  g_return_val_if_fail (self != NULL && message != NULL, NULL);

  if (context == NULL || !begin (context, self->suite, self->key, TRUE)
      || EVP_DigestSign (context, made, &length, (const guint8 *) message, size) != 1)
    return set_not_offered (error, self->suite), NULL;
  if (self->suite == YS_SUITE_INTL)
    return write_text (self->suite, made, length);
  if (!take_apart (made, length, raw))
    g_error ("libcrypto made a signature that it cannot read");
  return write_text (self->suite, raw, sizeof raw);
}

gboolean
ys_signature_is_good (const char *public_key,
                      const char *signature,
                      const char *message,
                      gsize size)
{
  g_autoptr (EVP_MD_CTX) context = EVP_MD_CTX_new ();
  g_autoptr (EVP_PKEY) key = NULL;
  guint8 raw[SIGNATURE_SIZE];
  YsSuite suite;
  gboolean good;

  g_return_val_if_fail (message != NULL, FALSE);

  key = read_public_key (public_key, &suite);
  if (context == NULL || key == NULL || !read_text (signature, suite, raw, sizeof raw)
      || !begin (context, suite, key, FALSE))
    return FALSE;
  if (suite == YS_SUITE_INTL)
    return EVP_DigestVerify (context, raw, sizeof raw, (const guint8 *) message, size) == 1;

  gsize length = 0;
  guint8 *der = put_together (raw, &length);

  good = der != NULL
         && EVP_DigestVerify (context, der, length, (const guint8 *) message, size) == 1;
  OPENSSL_free (der);
  return good;
}

gboolean
ys_entry_signature_is_good (const YsEntry *entry)
{
  g_return_val_if_fail (entry != NULL && entry->digest != NULL, FALSE);

  return entry->signature != NULL && entry->signer != NULL
         && ys_signature_is_good (entry->signer, entry->signature, entry->digest,
                                  strlen (entry->digest));
}
