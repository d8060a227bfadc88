/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Search: what is found by which words, what is not, and what is shown of it. */
#include <string.h>

#include "index/words.h"
#include "made-case.h"

typedef struct
{
  MadeIndex *made;
} Fixture;

static const struct
{
  const char *id;
  const char *title;
  const char *applicant;
  const char *description;
} cases[] = {
  { "2024-0001", "某小区A区2024年征收土地批复", "张三", "申请公开征地补偿安置方案，纸质形式。" },
  { "2024-0002", "A区域2024规划", "李四", "Straße café，ＧＢ５００１６ 消防" },
  { "2024-0003", "土地征收补偿", "王\U00020BB7", "\u201C关于印发\u201D的通知 〔2024〕15号" },
  { "2024-0004", "收土地和征地", "欧阳\uE863", "没有 \U0001F600 表情" },
  { "2024-0005", "地征收土", "Zhang San", "foo-bar baz* AND NOT near(x) col:val \"quoted\"" },
  { "2024-10000", "土", "钱七", "一" },
};

static void
set_up (Fixture *self, gconstpointer data)
{
  self->made = made_index_new ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MadeCase) one = made_case_with_text (cases[i].id, cases[i].title,
                                                      cases[i].applicant, cases[i].description);

      made_index_put (self->made, one);
    }
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  made_index_free (self->made);
}

/* Ids without the year, "1 3 10000", in the order of the hits. */
static char *
find (Fixture *self, const char *text, int limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = ys_index_search (self->made->index, text, limit, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    {
      const YsHit *hit = g_ptr_array_index (hits, i);

      g_string_append_printf (found, "%s%d", i > 0 ? " " : "", atoi (hit->id + 5));
    }
  return g_string_free (g_steal_pointer (&found), FALSE);
}

static void
test_words (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *found;
  } rows[] = {
    /* one, two, more characters */
    { "土", "10000 5 4 3 1" },
    { "批", "1" },
    { "复", "1" },
    { "土地", "4 3 1" },
    { "征收土地", "1" },
    { "收土地", "4 1" },
    { "征收土", "5 1" },
    { "土地征收", "3" },
    { "地征收土地", "" }, /* 5 holds all pairs but one, 3 all but another */
    { "征收土地批复和", "" },
    { "鑫", "" },
    { "鑫鑫", "" },
    /* words by prefix, not from their middle */
    { "stras", "2" },
    { "rasse", "" },
    { "STRASSE", "2" },
    { "Cafe\u0301", "2" },
    { "zhang", "5" },
    { "hang", "" },
    { "foo", "5" },
    /* mixed, width and case */
    { "A区2024", "1" },
    { "Ａ区２０２４", "1" },
    { "a区", "2 1" },
    { "A区域", "2" },
    { "区2024", "1" },
    { "域2024规划", "2" },
    { "gb50016", "2" },
    { "GB500", "2" },
    { "b50016", "" },
    /* several words, all of which must occur, in any order */
    { "补偿 土地", "3 1" },
    { "土地\u3000补偿", "3 1" },
    { "补偿 张三", "1" },
    { "补偿 张四", "" },
    { "zhang foo", "5" },
    { "补偿 、", "3 1" },
    /* signs between are one space, whichever they are */
    { "foo-bar", "5" },
    { "foo bar", "5" },
    { "foo_bar", "5" },
    { "bar-foo", "" },
    { "〔2024〕15", "3" },
    { "(2024)15号", "3" },
    { "方案，纸质", "1" },
    { "方案。纸质", "1" },
    { "方案纸质", "" },
    { "没有\U0001F600表情", "4" },
    /* what means something to a query language */
    { "\"quoted\"", "5" },
    { "\"", "" },
    { "*", "" },
    { "土*", "10000 5 4 3 1" },
    { "AND", "5" },
    { "NOT zhang", "5" },
    { "near(x)", "5" },
    { "NEAR (土地 补偿)", "" },
    { "col:val", "5" },
    { "text:土地", "" },
    { "-土地", "4 3 1" },
    { "^土", "10000 5 4 3 1" },
    { "土 OR 鑫", "" },
    { "'; DROP TABLE cases; --", "" },
    /* rare characters, signs, ids */
    { "\U00020BB7", "3" },
    { "王\U00020BB7", "3" },
    { "欧阳\uE863", "4" },
    { "\U0001F600", "" },
    { "2024-0003", "3" },
    { "2024-10000", "10000" },
    { "0003", "3" },
    { "2024-000", "5 4 3 2 1" },
    { "", "" },
    { "  ", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = find (self, rows[i].text, 100);

      if (!g_str_equal (found, rows[i].found))
        g_error ("“%s” found “%s”, not “%s”", rows[i].text, found, rows[i].found);
    }
}

static void
test_limit (Fixture *self, gconstpointer data)
{
  g_autofree char *one = find (self, "土", 1);
  g_autofree char *three = find (self, "土", 3);

  g_assert_cmpstr (one, ==, "10000");
  g_assert_cmpstr (three, ==, "10000 5 4");
}

/* What search finds is what the text holds, by lot; FTS candidates are never the last word. */
static void
test_against_plain (Fixture *self, gconstpointer data)
{
  static const gunichar letters[] = { 0x571F, 0x5730, 0x5F81, 0x6536, 'a', '2', ' ', 0xFF0C };
  g_autoptr (GRand) lot = g_rand_new_with_seed (5);
  g_autoptr (MadeIndex) made = made_index_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < 300; i++)
    {
      g_autofree char *id = g_strdup_printf ("2010-%04d", i);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (MadeCase) one = NULL;

      for (int j = g_rand_int_range (lot, 1, 14); j > 0; j--)
        g_string_append_unichar (text, letters[g_rand_int_range (lot, 0, G_N_ELEMENTS (letters))]);
      one = made_case_with_text (id, text->str, NULL, NULL);
      made_index_put (made, one);
      g_ptr_array_add (texts, g_strdup (text->str));
    }
  for (int i = 0; i < 600; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (YsWords) words = NULL;
      g_autoptr (GPtrArray) hits = NULL;
      guint expected = 0;

      for (int j = g_rand_int_range (lot, 1, 6); j > 0; j--)
        g_string_append_unichar (text, letters[g_rand_int_range (lot, 0, G_N_ELEMENTS (letters))]);
      words = ys_words_new (text->str);
      hits = ys_index_search (made->index, text->str, 1000, NULL);
      for (guint j = 0; j < texts->len; j++)
        {
          const char *held = g_ptr_array_index (texts, j);
          g_autofree char *whole = g_strdup_printf ("2010-%04u\n%s\n", j, held);

          expected
            += ys_words_get_match (words) != NULL && ys_words_hold (words, whole, strlen (whole));
        }
      if (hits->len != expected)
        g_error ("“%s” found %u, not %u", text->str, hits->len, expected);
    }
}

static void
test_snippets (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *snippet;
  } rows[] = {
    { "批复", "某小区A区2024年征收土地\u2068批复\u2069" },
    { "Ａ区２０", "某小区\u2068A区20\u206924年征收土地批复" },
    { "安置方案", "申请公开征地补偿\u2068安置方案\u2069，纸质形式。" },
    { "gb5", "Straße café，\u2068ＧＢ５\u2069００１６ 消防" },
    { "王\U00020BB7", "\u2068王\U00020BB7\u2069" },
    { "2024-0005", "\u20682024-0005\u2069" },
    { "strasse CAFE\u0301", "\u2068Straße\u2069 café，ＧＢ５００１６ 消防" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) hits = ys_index_search (self->made->index, rows[i].text, 9, NULL);
      const YsHit *hit;

      g_assert_cmpuint (hits->len, ==, 1);
      hit = g_ptr_array_index (hits, 0);
      g_assert_cmpstr (hit->snippet, ==, rows[i].snippet);
      g_assert_cmpstr (hit->title, ==, cases[atoi (hit->id + 5) - 1].title);
    }
}

/* A megabyte: found at its end, and the snippet stays short and whole. */
static void
test_long_text (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MadeCase) one = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *word = g_strnfill (500, 'q');
  const YsHit *hit;

  while (text->len < 1024 * 1024)
    g_string_append (text, "行政复议决定书\u2066e\u0301\t");
  g_string_append (text, word);
  g_string_append (text, "末尾独句");
  for (int i = 0; i < 100; i++)
    g_string_append (text, "e\u0301");
  one = made_case_with_text ("2019-0001", "长", NULL, text->str);
  made_index_put (self->made, one);

  hits = ys_index_search (self->made->index, "末尾独句", 9, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);
  g_assert_true (g_utf8_validate (hit->snippet, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (hit->snippet, -1), <, 140);
  g_assert_true (g_str_has_prefix (hit->snippet, "…qqqq"));
  g_assert_nonnull (strstr (hit->snippet, "q\u2068末尾独句\u2069e\u0301"));
  g_assert_true (g_str_has_suffix (hit->snippet, "e\u0301…"));
  g_clear_pointer (&hits, g_ptr_array_unref);

  /* A word longer than any token is compared to its end. */
  hits = ys_index_search (self->made->index, word, 9, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  g_clear_pointer (&hits, g_ptr_array_unref);
  word[499] = 'p';
  hits = ys_index_search (self->made->index, word, 9, NULL);
  g_assert_cmpuint (hits->len, ==, 0);
  g_clear_pointer (&hits, g_ptr_array_unref);

  /* A whole letter pasted is a question like any other. */
  hits = ys_index_search (self->made->index, text->str, 9, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
}

static void
test_replaced (Fixture *self, gconstpointer data)
{
  g_autoptr (MadeCase) one = made_case_with_text ("2024-0001", "水质监测", "赵六", "河流断面");
  static const struct
  {
    const char *text;
    const char *found;
  } rows[] = {
    { "张三", "" },      { "批复", "" },  { "补偿", "3" },      { "A区2024", "" }, { "赵六", "1" },
    { "水质监测", "1" }, { "断面", "1" }, { "2024-0001", "1" }, { "土地", "4 3" },
  };

  made_index_put (self->made, one);
  made_index_put (self->made, one);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = find (self, rows[i].text, 100);

      g_assert_cmpstr (found, ==, rows[i].found);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/index/search/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("words", test_words);
  ADD ("limit", test_limit);
  ADD ("against-plain", test_against_plain);
  ADD ("snippets", test_snippets);
  ADD ("long-text", test_long_text);
  ADD ("replaced", test_replaced);
#undef ADD
  return g_test_run ();
}
