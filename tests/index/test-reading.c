/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Readings and tokens: tables, and random text against GLib's whole-text normalising. */
#include <string.h>

#include "index/key.h"
#include "index/reading.h"

static void
test_folding (void)
{
  static const struct
  {
    const char *text;
    const char *reading;
  } rows[] = {
    { "", "" },
    { "征收土地", "征收土地" },
    { "  征收，土地。 ", "征收 土地" },
    { "Ａ区２０２４", "a区2024" },
    { "ABC def", "abc def" },
    { "GB/T 9704-2012", "gb t 9704 2012" },
    { "〔2024〕15号", "2024 15号" },
    { "①㎡", "1m2" },
    { "Straße CAFÉ", "strasse café" },
    { "CAFE\u0301", "café" },
    { "ｶﾞ", "ガ" },
    { "土地\U0001F600征收", "土地 征收" },
    { "征\u200B收\uFEFF土", "征收土" },
    { "\U00020BB7野家", "\U00020BB7野家" },
    { "\uE000某", "\uE000某" },
    { "\uF9A8", "令" },
    { "\"* AND (NEAR) -:", "and near" },
    { "行\n号", "行 号" },
    { "a\xFF\xFE b", "a b" },
    { "征\xE5\xBE", "征" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *reading = ys_reading_of (rows[i].text);

      g_assert_cmpstr (reading, ==, rows[i].reading);
    }
}

static void
test_names (void)
{
  g_autofree char *one = ys_reading_of_name ("深圳（市）Ａ 公司");
  g_autofree char *other = ys_reading_of_name ("深圳(市)a公司");

  g_assert_cmpstr (one, ==, other);
  g_assert_cmpstr (one, ==, "深圳市a公司");
}

/* The slow way: everything normalised at once. */
static char *
read_slowly (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autofree char *folded = g_utf8_casefold (composed, -1);
  g_autofree char *normal = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKC);
  g_autoptr (GString) reading = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *at = normal; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      /* A mark counts as part of the letter that it follows. */
      if (g_unichar_ismark (c) ? space || reading->len == 0
                               : !g_unichar_isalnum (c) && !ys_reading_is_han (c))
        {
          space = TRUE;
          continue;
        }
      if (space && reading->len > 0)
        g_string_append_c (reading, ' ');
      space = FALSE;
      g_string_append_unichar (reading, c);
    }
  return g_string_free (g_steal_pointer (&reading), FALSE);
}

static void
test_against_glib (void)
{
  static const gunichar ranges[][2] = {
    { 0x20, 0x7E },     { 0x20, 0x7E },       { 0xC0, 0x17F },      { 0x391, 0x3C9 },
    { 0x300, 0x320 },   { 0x3001, 0x3020 },   { 0x3041, 0x3096 },   { 0x4E00, 0x9FFF },
    { 0x4E00, 0x9FFF }, { 0xF900, 0xFA6D },   { 0xFF01, 0xFF5E },   { 0x20000, 0x20100 },
    { 0x2160, 0x216F }, { 0x2F800, 0x2FA00 }, { 0x1F600, 0x1F610 }, { 0x2010, 0x2027 },
    { 0x3300, 0x33FF }, { 0xFF66, 0xFF9D },   { 0xAC00, 0xAC80 },
  };
  g_autoptr (GRand) lot = g_rand_new_with_seed (36);

  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *fast = NULL;
      g_autofree char *slow = NULL;

      for (int j = g_rand_int_range (lot, 0, 12); j > 0; j--)
        {
          const gunichar *range = ranges[g_rand_int_range (lot, 0, G_N_ELEMENTS (ranges))];

          g_string_append_unichar (text, (gunichar) g_rand_int_range (lot, (gint32) range[0],
                                                                      (gint32) range[1] + 1));
        }
      fast = ys_reading_of (text->str);
      slow = read_slowly (text->str);
      g_assert_cmpstr (fast, ==, slow);
    }
}

static int
join_token_cb (const char *token, int length, int offset, gpointer user_data)
{
  g_string_append_printf (user_data, "%.*s@%d ", length, token, offset);
  return 0;
}

static void
test_tokens (void)
{
  static const struct
  {
    const char *reading;
    const char *index;
    const char *query;
  } rows[] = {
    { "", "", "" },
    { "土", "土@0 ", "土@0 " },
    { "土地", "土地@0 地@3 ", "土地@0 " },
    { "征土地", "征土@0 土地@3 地@6 ", "征土@0 土地@3 " },
    { "a区2024", "a@0 区@1 2024@4 ", "a@0 区@1 2024@4 " },
    { "土地 b 房", "土地@0 地@3 b@7 房@9 ", "土地@0 b@7 房@9 " },
    { "\U00020BB7家", "\U00020BB7家@0 家@4 ", "\U00020BB7家@0 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) index = g_string_new (NULL);
      g_autoptr (GString) query = g_string_new (NULL);
      gsize length = strlen (rows[i].reading);

      ys_reading_each_token (rows[i].reading, length, YS_TOKENS_INDEX, join_token_cb, index);
      ys_reading_each_token (rows[i].reading, length, YS_TOKENS_QUERY, join_token_cb, query);
      g_assert_cmpstr (index->str, ==, rows[i].index);
      g_assert_cmpstr (query->str, ==, rows[i].query);
    }
}

static int
take_length_cb (const char *token, int length, int offset, gpointer user_data)
{
  *(int *) user_data = length;
  return 7;
}

/* A long word is cut between characters, and what the callback says ends the walk. */
static void
test_long_word (void)
{
  g_autoptr (GString) word = g_string_new (NULL);
  int length = 0;
  int result;

  while (word->len < 200)
    g_string_append (word, "é1");
  result = ys_reading_each_token (word->str, word->len, YS_TOKENS_INDEX, take_length_cb, &length);
  g_assert_cmpint (result, ==, 7);
  g_assert_cmpint (length, <=, YS_TOKEN_MAX);
  g_assert_cmpint (length, >, YS_TOKEN_MAX - 3);
  g_assert_true (g_utf8_validate (word->str, length, NULL));
}

static void
test_origins (void)
{
  static const char text[] = "，Ａ㎡区";
  static const guint32 expected[] = { 3, 6, 6, 9, 9, 9 };
  g_autoptr (GString) reading = g_string_new (NULL);
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (guint32));

  ys_reading_append (reading, origins, text, strlen (text));
  g_assert_cmpstr (reading->str, ==, "am2区");
  g_assert_cmpuint (origins->len, ==, reading->len);
  for (guint i = 0; i < origins->len; i++)
    g_assert_cmpuint (g_array_index (origins, guint32, i), ==, expected[i]);
}

static void
test_borders (void)
{
  /* e + acute, a family of three joined signs, one plain character. */
  static const char text[] = "e\u0301\U0001F468\u200D\U0001F469\u200D\U0001F467区";
  const char *end = text + strlen (text);
  const char *family = ys_reading_skip (text, end);
  const char *plain = ys_reading_skip (family, end);

  g_assert_cmpint (family - text, ==, 3);
  g_assert_cmpint (end - plain, ==, 3);
  g_assert_true (ys_reading_skip (plain, end) == end);
  g_assert_true (ys_reading_skip_back (text, end, end) == plain);
  g_assert_true (ys_reading_skip_back (text, plain, end) == family);
  g_assert_true (ys_reading_skip_back (text, family, end) == text);
  g_assert_true (ys_reading_skip_back (text, text, end) == text);
}

static void
test_keys (void)
{
  static const char *const ascending[] = { "2008-0001",  "2023-9999",      "2024-0001", "2024-9999",
                                           "2024-10000", "2024-999999999", "2199-0001" };
  static const char *const bad[]
    = { "", "2024", "2024-1", "case/2024-0001", "2024-0001x", "2024-9999999999" };
  gint64 last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ascending); i++)
    {
      gint64 key = ys_key_from_id (ascending[i]);
      g_autofree char *id = ys_key_to_id (key);

      g_assert_cmpint (key, >, last);
      g_assert_cmpstr (id, ==, ascending[i]);
      last = key;
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (ys_key_from_id (bad[i]), ==, 0);
  g_assert_cmpint (ys_key_from_id (NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index/reading/folding", test_folding);
  g_test_add_func ("/index/reading/names", test_names);
  g_test_add_func ("/index/reading/against-glib", test_against_glib);
  g_test_add_func ("/index/reading/tokens", test_tokens);
  g_test_add_func ("/index/reading/long-word", test_long_word);
  g_test_add_func ("/index/reading/origins", test_origins);
  g_test_add_func ("/index/reading/borders", test_borders);
  g_test_add_func ("/index/reading/keys", test_keys);
  return g_test_run ();
}
