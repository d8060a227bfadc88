/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signatures against published ones, and each way of being wrong once. */
#include "docket/signer.h"

#include <string.h>

/* GM/T 0003.5-2012, A.2, on the curve of GB/T 32918.5. */
#define SM2_SECRET "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8"
#define SM2_PUBLIC \
  "sm2:0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020" \
  "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13"
#define SM2_SIGNATURE \
  "sm2:f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3" \
  "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa"

/* RFC 8032, 7.1, tests 1 and 2. */
#define ED_SECRET_1 "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
#define ED_PUBLIC_1 "ed25519:d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
#define ED_SIGNATURE_1 \
  "ed25519:e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555" \
  "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
#define ED_SECRET_2 "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
#define ED_PUBLIC_2 "ed25519:3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
#define ED_SIGNATURE_2 \
  "ed25519:92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da" \
  "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"

static const struct
{
  const char *name;
  YsSuite suite;
  const char *secret;
  const char *public_key;
  const char *message;
  const char *signature;
} published[] = {
  { "sm2", YS_SUITE_GM, SM2_SECRET, SM2_PUBLIC, "message digest", SM2_SIGNATURE },
  { "ed25519-empty", YS_SUITE_INTL, ED_SECRET_1, ED_PUBLIC_1, "", ED_SIGNATURE_1 },
  { "ed25519-one-byte", YS_SUITE_INTL, ED_SECRET_2, ED_PUBLIC_2, "r", ED_SIGNATURE_2 },
};

static void
read_secret (const char *hex, guint8 secret[YS_SECRET_SIZE])
{
  for (gsize i = 0; i < YS_SECRET_SIZE; i++)
    secret[i] = (guint8) (g_ascii_xdigit_value (hex[2 * i]) << 4
                          | g_ascii_xdigit_value (hex[2 * i + 1]));
}

static gboolean
is_good (const char *key, const char *signature, const char *message)
{
  return ys_signature_is_good (key, signature, message, strlen (message));
}

static void
test_published (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  guint8 secret[YS_SECRET_SIZE];
  guint8 back[YS_SECRET_SIZE];
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSigner) signer = NULL;
  g_autofree char *signature = NULL;

  read_secret (published[i].secret, secret);
  signer = ys_signer_new_from_secret (published[i].suite, secret, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ys_signer_get_public_key (signer), ==, published[i].public_key);
  ys_signer_copy_secret (signer, back);
  g_assert_cmpmem (back, sizeof back, secret, sizeof secret);
  g_assert_true (is_good (published[i].public_key, published[i].signature, published[i].message));

  signature = ys_signer_sign (signer, published[i].message, strlen (published[i].message), &error);
  g_assert_no_error (error);
  g_assert_true (is_good (published[i].public_key, signature, published[i].message));
  /* Ed25519 always signs alike; SM2 with a new chance number each time. */
  g_assert_cmpint (strcmp (signature, published[i].signature) == 0, ==,
                   published[i].suite == YS_SUITE_INTL);
}

static void
test_own (gconstpointer data)
{
  YsSuite suite = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSigner) signer = ys_signer_new (suite, &error);
  g_autoptr (YsSigner) other = ys_signer_new (suite, &error);
  g_autofree char *signature = NULL;
  YsSuite read;

  g_assert_no_error (error);
  g_assert_cmpint (ys_signer_get_suite (signer), ==, suite);
  g_assert_true (ys_public_key_parse (ys_signer_get_public_key (signer), &read));
  g_assert_cmpint (read, ==, suite);
  g_assert_cmpstr (ys_signer_get_public_key (signer), !=, ys_signer_get_public_key (other));

  signature = ys_signer_sign (signer, "同意", strlen ("同意"), &error);
  g_assert_no_error (error);
  g_assert_true (is_good (ys_signer_get_public_key (signer), signature, "同意"));
  g_assert_false (is_good (ys_signer_get_public_key (signer), signature, "不同意"));
  g_assert_false (is_good (ys_signer_get_public_key (signer), signature, "同意 "));
  g_assert_false (is_good (ys_signer_get_public_key (other), signature, "同意"));

  /* Every byte of it counts. */
  for (char *at = strchr (signature, ':') + 1; *at != '\0'; at++)
    {
      char was = *at;

      *at = was == '0' ? '1' : '0';
      g_assert_false (is_good (ys_signer_get_public_key (signer), signature, "同意"));
      *at = was;
    }
  g_assert_true (is_good (ys_signer_get_public_key (signer), signature, "同意"));
}

static const struct
{
  const char *key;
  const char *signature;
} bad[] = {
  { NULL, SM2_SIGNATURE },
  { "", SM2_SIGNATURE },
  { SM2_PUBLIC, NULL },
  { SM2_PUBLIC, "" },
  { SM2_PUBLIC, "sm2:" },
  { SM2_PUBLIC, SM2_SIGNATURE "00" },
  { SM2_PUBLIC, ED_SIGNATURE_1 },
  { ED_PUBLIC_1, SM2_SIGNATURE },
  { SM2_PUBLIC "00", SM2_SIGNATURE },
  { "sm3" SM2_PUBLIC, SM2_SIGNATURE },
  /* The same signature with capital digits would be a second way of writing it. */
  { SM2_PUBLIC,
    "sm2:F5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
    "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa" },
  /* A point beside the curve. */
  { "sm2:0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
    "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad14",
    SM2_SIGNATURE },
  /* r = 0, s = 0 */
  { SM2_PUBLIC,
    "sm2:0000000000000000000000000000000000000000000000000000000000000000"
    "0000000000000000000000000000000000000000000000000000000000000000" },
};

static void
test_bad (void)
{
  YsSuite suite;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (is_good (bad[i].key, bad[i].signature, "message digest"));
  g_assert_false (ys_public_key_parse (bad[11].key, &suite));
  g_assert_false (ys_public_key_parse (NULL, &suite));
}

/* 0, the order of the curve and one less: no keys (GB/T 32918.1, 6.1). */
static void
test_bad_secrets (void)
{
  static const char *const secrets[] = {
    "0000000000000000000000000000000000000000000000000000000000000000",
    "fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123",
    "fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54122",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      guint8 secret[YS_SECRET_SIZE];
      g_autoptr (GError) error = NULL;

      read_secret (secrets[i], secret);
      g_assert_null (ys_signer_new_from_secret (YS_SUITE_GM, secret, &error));
      g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_CORRUPT);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (published); i++)
    {
      g_autofree char *path = g_strconcat ("/signer/published/", published[i].name, NULL);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_published);
    }
  g_test_add_data_func ("/signer/own/gm", GUINT_TO_POINTER (YS_SUITE_GM), test_own);
  g_test_add_data_func ("/signer/own/intl", GUINT_TO_POINTER (YS_SUITE_INTL), test_own);
  g_test_add_func ("/signer/bad", test_bad);
  g_test_add_func ("/signer/bad-secrets", test_bad_secrets);
  return g_test_run ();
}
