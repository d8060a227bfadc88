/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The digests of the chain: the standards' own values, and that no two records are digested alike.
 */

#include "docket/chain.h"
#include "docket/entry-private.h"

#include <string.h>

static void
test_vectors (void)
{
  static const struct
  {
    YsSuite suite;
    const char *message;
    int times;
    const char *digest;
  } rows[] = {
    /* GB/T 32905-2016, annex A */
    { YS_SUITE_GM, "abc", 1,
      "sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0" },
    { YS_SUITE_GM, "abcd", 16,
      "sm3:debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732" },
    /* FIPS 180-4 examples */
    { YS_SUITE_INTL, "abc", 1,
      "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
    { YS_SUITE_INTL, "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
      "sha256:248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (YsHash) hash = ys_hash_new (rows[i].suite, NULL);
      char digest[YS_DIGEST_SIZE];

      /* twice: a finished one begins anew */
      for (int round = 0; round < 2; round++)
        {
          for (int j = 0; j < rows[i].times; j++)
            ys_hash_add (hash, rows[i].message, strlen (rows[i].message));
          ys_hash_finish (hash, digest);
          g_assert_cmpstr (digest, ==, rows[i].digest);
        }
    }
}

/* The encoding, worked out by hand here: a change of it would break every docket there is. */
static void
test_encoding (void)
{
  static const guint8 record[] = "S\0\0\0\0\0\0\0\2ab"
                                 "I\0\0\0\0\0\0\1\2"
                                 "S\0\0\0\0\0\0\0\1s"
                                 "I\0\0\0\0\0\0\0\3"
                                 "S\0\0\0\0\0\0\0\1k"
                                 "S\0\0\0\0\0\0\0\0"
                                 "S\0\0\0\0\0\0\0\1t"
                                 "N"
                                 "S\0\0\0\0\0\0\0\1c"
                                 "I\0\0\0\0\0\0\0\4"
                                 "I\0\0\0\0\0\0\0\1"
                                 "S\0\0\0\0\0\0\0\1b";
  static const guint8 root[] = "S\0\0\0\0\0\0\0\2id"
                               "S\0\0\0\0\0\0\0\1t"
                               "S\0\0\0\0\0\0\0\3sm3"
                               "S\0\0\0\0\0\0\0\2{}";
  static const guint8 salt[] = "0123456789abcdef";
  g_autoptr (YsHash) hash = ys_hash_new (YS_SUITE_GM, NULL);
  YsEntry entry = { .position = 258,
                    .stream = (char *) "s",
                    .seq = 3,
                    .kind = (char *) "k",
                    .on = (char *) "",
                    .recorded_at = (char *) "t",
                    .command = (char *) "c",
                    .imported = TRUE,
                    .body_digest = (char *) "b" };
  char expected[YS_DIGEST_SIZE], digest[YS_DIGEST_SIZE];

  ys_hash_add (hash, record, sizeof record - 1);
  ys_hash_finish (hash, expected);
  ys_chain_digest_entry (hash, "ab", &entry, 4, digest);
  g_assert_cmpstr (digest, ==, expected);

  ys_hash_add (hash, root, sizeof root - 1);
  ys_hash_finish (hash, expected);
  ys_chain_digest_root (hash, "id", "t", "sm3", "{}", digest);
  g_assert_cmpstr (digest, ==, expected);

  ys_hash_add (hash, "0123456789abcdef{}", 18);
  ys_hash_finish (hash, expected);
  ys_chain_digest_body (hash, salt, "{}", digest);
  g_assert_cmpstr (digest, ==, expected);
}

/* Each row differs from the first in one field, or moves letters from one field to its neighbour.
 */
static void
test_no_two_alike (void)
{
  static const struct
  {
    const char *previous, *stream, *kind, *on, *recorded_at, *actor, *command, *body_digest;
    gint64 position, seq, part;
    gboolean imported;
  } rows[] = {
    { "p", "ab", "cd", "ef", "gh", "ij", "kl", "mn", 1, 2, 3, FALSE },
    { "q", "ab", "cd", "ef", "gh", "ij", "kl", "mn", 1, 2, 3, FALSE },
    { "pa", "b", "cd", "ef", "gh", "ij", "kl", "mn", 1, 2, 3, FALSE },
    { "p", "abc", "d", "ef", "gh", "ij", "kl", "mn", 1, 2, 3, FALSE },
    { "p", "ab", "cde", "f", "gh", "ij", "kl", "mn", 1, 2, 3, FALSE },
    { "p", "ab", "cd", "efg", "h", "ij", "kl", "mn", 1, 2, 3, FALSE },
    { "p", "ab", "cd", "ef", "ghi", "j", "kl", "mn", 1, 2, 3, FALSE },
    { "p", "ab", "cd", "ef", "ghij", "", "kl", "mn", 1, 2, 3, FALSE },
    { "p", "ab", "cd", "ef", "ghij", NULL, "kl", "mn", 1, 2, 3, FALSE },
    { "p", "ab", "cd", "ef", "gh", NULL, "ijkl", "mn", 1, 2, 3, FALSE },
    { "p", "ab", "cd", "ef", "gh", "", "ijkl", "mn", 1, 2, 3, FALSE },
    { "p", "ab", "cd", "ef", "gh", "ijk", "l", "mn", 1, 2, 3, FALSE },
    { "p", "ab", "cd", "ef", "gh", "ij", "klm", "n", 1, 2, 3, FALSE },
    { "p", "ab", "cd", "ef", "gh", "ij", "kl", "mo", 1, 2, 3, FALSE },
    { "p", "ab", "cd", "ef", "gh", "ij", "kl", "mn", 2, 1, 3, FALSE },
    { "p", "ab", "cd", "ef", "gh", "ij", "kl", "mn", 1, 3, 2, FALSE },
    { "p", "ab", "cd", "ef", "gh", "ij", "kl", "mn", 1, 2, 4, FALSE },
    { "p", "ab", "cd", "ef", "gh", "ij", "kl", "mn", 1, 2, 3, TRUE },
  };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int suite = YS_SUITE_GM; suite <= YS_SUITE_INTL; suite++)
    {
      g_autoptr (YsHash) hash = ys_hash_new ((YsSuite) suite, NULL);

      for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          YsEntry entry = { .position = rows[i].position,
                            .stream = (char *) rows[i].stream,
                            .seq = rows[i].seq,
                            .kind = (char *) rows[i].kind,
                            .on = (char *) rows[i].on,
                            .recorded_at = (char *) rows[i].recorded_at,
                            .actor = (char *) rows[i].actor,
                            .command = (char *) rows[i].command,
                            .imported = rows[i].imported,
                            .body_digest = (char *) rows[i].body_digest };
          char digest[YS_DIGEST_SIZE];

          ys_chain_digest_entry (hash, rows[i].previous, &entry, rows[i].part, digest);
          g_assert_true (g_hash_table_add (seen, g_strdup (digest)));
        }
    }
}

static void
test_parse (void)
{
#define HEX64 "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
  static const struct
  {
    const char *text;
    gboolean good;
  } rows[] = {
    { "sm3:" HEX64, TRUE },
    { "sha256:" HEX64, TRUE },
    { "md5:" HEX64, FALSE },
    { HEX64, FALSE },
    { "sm3:" HEX64 "0", FALSE },
    { "sm3:", FALSE },
    { "sm3:../../etc/passwd", FALSE },
    { "", FALSE },
    { NULL, FALSE },
    { "SM3:" HEX64, FALSE },
    { "sm3:66C7F0F462EEEDD9D1F2D46BDC10E4E24167C4875CF2F7A2297DA02B8F4BA8E0", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *hex;
      YsSuite suite;

      g_assert_cmpint (ys_digest_parse (rows[i].text, &suite, &hex), ==, rows[i].good);
    }
}

static void
test_entry_copy (void)
{
  char kind[] = "noted";
  YsEntry view = { .position = 7,
                   .stream = (char *) "case/2024-0001",
                   .seq = 2,
                   .kind = kind,
                   .on = (char *) "2024-01-01",
                   .recorded_at = (char *) "t",
                   .command = (char *) "c",
                   .body = (char *) "{}",
                   .digest = (char *) "d" };
  YsEntry *entry = ys_entry_new (&view);
  YsEntry *again = ys_entry_ref (entry);

  kind[0] = 'x';
  ys_entry_unref (entry);
  g_assert_cmpstr (again->kind, ==, "noted");
  g_assert_cmpstr (again->stream, ==, "case/2024-0001");
  g_assert_cmpstr (again->body, ==, "{}");
  g_assert_cmpint (again->position, ==, 7);
  g_assert_null (again->actor);
  g_assert_null (again->signature);
  ys_entry_unref (again);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chain/vectors", test_vectors);
  g_test_add_func ("/chain/encoding", test_encoding);
  g_test_add_func ("/chain/no-two-alike", test_no_two_alike);
  g_test_add_func ("/chain/parse", test_parse);
  g_test_add_func ("/entry/copy", test_entry_copy);
  return g_test_run ();
}
