/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The digests of the chain, through libcrypto's EVP only. No store and no file is touched here. */

#include "docket/chain.h"

#include <glib/gi18n-lib.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <string.h>

struct _YsHash
{
  EVP_MD_CTX *context;
  const EVP_MD *algorithm;
  YsSuite suite;
  GByteArray *record; /* fields gathered here: one update is faster than a dozen short ones */
};

static const struct
{
  const char *name;      /* before the colon of a written digest */
  const char *algorithm; /* as libcrypto calls it */
} suites[] = {
  [YS_SUITE_GM] = { "sm3", "SM3" },
  [YS_SUITE_INTL] = { "sha256", "SHA256" },
};

#define HEX_DIGITS 64

/* Fetching is slow and takes locks: once a process, kept for its life. */
static const EVP_MD *
fetch_algorithm (YsSuite suite)
{
  static EVP_MD *fetched[G_N_ELEMENTS (suites)];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (suites); i++)
        fetched[i] = EVP_MD_fetch (NULL, suites[i].algorithm, NULL);
      g_once_init_leave (&ready, 1);
    }
  return fetched[suite];
}

static void
restart (YsHash *self)
{
  if (EVP_DigestInit_ex2 (self->context, self->algorithm, NULL) != 1)
    g_error ("libcrypto cannot begin a digest");
}

/* Each field opens with its type, and a text with its length: no two different records can be
 * written alike by moving letters from one field to the next. */
static void
put_number (GByteArray *record, gint64 number)
{
  guint64 big_endian = GUINT64_TO_BE ((guint64) number);

  g_byte_array_append (record, (const guint8 *) "I", 1);
  g_byte_array_append (record, (const guint8 *) &big_endian, sizeof big_endian);
}

static void
put_text (GByteArray *record, const char *text)
{
  guint64 length, big_endian;

  if (text == NULL)
    {
      g_byte_array_append (record, (const guint8 *) "N", 1);
      return;
    }
  length = strlen (text);
  big_endian = GUINT64_TO_BE (length);
  g_byte_array_append (record, (const guint8 *) "S", 1);
  g_byte_array_append (record, (const guint8 *) &big_endian, sizeof big_endian);
  g_byte_array_append (record, (const guint8 *) text, (guint) length);
}

static void
finish_record (YsHash *self, char digest[YS_DIGEST_SIZE])
{
  ys_hash_add (self, self->record->data, self->record->len);
  ys_hash_finish (self, digest);
  g_byte_array_set_size (self->record, 0);
}

YsHash *
ys_hash_new (YsSuite suite, GError **error)
{
  const EVP_MD *algorithm;
  YsHash *self;

  g_return_val_if_fail (suite < G_N_ELEMENTS (suites), NULL);

  algorithm = fetch_algorithm (suite);
  if (algorithm == NULL)
    {
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_IO,
                   _ ("The cryptographic library of this computer does not offer %s, which this "
                      "docket's digests need. Ask for libcrypto with %s to be installed."),
                   suites[suite].algorithm, suites[suite].algorithm);
      return NULL;
    }

  self = g_new0 (YsHash, 1);
  self->algorithm = algorithm;
  self->suite = suite;
  self->record = g_byte_array_sized_new (1024);
  self->context = EVP_MD_CTX_new ();
  if (self->context == NULL)
    g_error ("libcrypto has no memory for a digest");
  restart (self);
  return self;
}

void
ys_hash_free (YsHash *self)
{
  g_return_if_fail (self != NULL);

  EVP_MD_CTX_free (self->context);
  g_byte_array_unref (self->record);
  g_free (self);
}

void
ys_hash_add (YsHash *self, gconstpointer bytes, gsize size)
{
  if (EVP_DigestUpdate (self->context, bytes, size) != 1)
    g_error ("libcrypto cannot go on with a digest");
}

void
ys_hash_finish (YsHash *self, char digest[YS_DIGEST_SIZE])
{
  static const char figures[] = "0123456789abcdef";
  guint8 bytes[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  char *end;

  if (EVP_DigestFinal_ex (self->context, bytes, &size) != 1)
    g_error ("libcrypto cannot finish a digest");
  g_assert (size * 2 == HEX_DIGITS);

  end = g_stpcpy (digest, suites[self->suite].name);
  *end++ = ':';
  for (unsigned int i = 0; i < size; i++)
    {
      *end++ = figures[bytes[i] >> 4];
      *end++ = figures[bytes[i] & 15];
    }
  *end = '\0';
  restart (self);
}

const char *
ys_suite_get_name (YsSuite suite)
{
  g_return_val_if_fail (suite < G_N_ELEMENTS (suites), NULL);

  return suites[suite].name;
}

gboolean
ys_suite_from_name (const char *name, YsSuite *suite)
{
  for (gsize i = 0; i < G_N_ELEMENTS (suites); i++)
    if (g_strcmp0 (name, suites[i].name) == 0)
      {
        *suite = (YsSuite) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
ys_digest_parse (const char *text, YsSuite *suite, const char **hex)
{
  const char *colon = text != NULL ? strchr (text, ':') : NULL;
  g_autofree char *name = NULL;

  if (colon == NULL)
    return FALSE;
  name = g_strndup (text, (gsize) (colon - text));
  if (!ys_suite_from_name (name, suite))
    return FALSE;
  *hex = colon + 1;
  return strspn (*hex, "0123456789abcdef") == HEX_DIGITS && (*hex)[HEX_DIGITS] == '\0';
}

void
ys_chain_digest_root (YsHash *hash,
                      const char *id,
                      const char *created_at,
                      const char *suite,
                      const char *founding,
                      char digest[YS_DIGEST_SIZE])
{
  put_text (hash->record, id);
  put_text (hash->record, created_at);
  put_text (hash->record, suite);
  put_text (hash->record, founding);
  finish_record (hash, digest);
}

void
ys_chain_digest_body (YsHash *hash,
                      const guint8 salt[YS_SALT_SIZE],
                      const char *body,
                      char digest[YS_DIGEST_SIZE])
{
  ys_hash_add (hash, salt, YS_SALT_SIZE);
  ys_hash_add (hash, body, strlen (body));
  ys_hash_finish (hash, digest);
}

void
ys_chain_digest_entry (YsHash *hash,
                       const char *previous,
                       const YsEntry *entry,
                       gint64 part,
                       char digest[YS_DIGEST_SIZE])
{
  put_text (hash->record, previous);
  put_number (hash->record, entry->position);
  put_text (hash->record, entry->stream);
  put_number (hash->record, entry->seq);
  put_text (hash->record, entry->kind);
  put_text (hash->record, entry->on);
  put_text (hash->record, entry->recorded_at);
  put_text (hash->record, entry->actor);
  put_text (hash->record, entry->command);
  put_number (hash->record, part);
  put_number (hash->record, entry->imported ? 1 : 0);
  put_text (hash->record, entry->body_digest);
  finish_record (hash, digest);
}

void
ys_chain_make_salt (guint8 salt[YS_SALT_SIZE])
{
  if (RAND_bytes (salt, YS_SALT_SIZE) != 1)
    g_error ("libcrypto has no random bytes");
}
