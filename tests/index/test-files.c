/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts of files: read once, found by the cases that hold them, and gone with the last of these. */
#include <string.h>

#include "index/file-text.h"
#include "index/files.h"
#include "index/parts.h"
#include "made-case.h"

#define SECRET "龘靐齉"

/* 1 holds a and b, 2 holds b, 3 holds c, 4 nothing. */
static const struct
{
  const char *id;
  const char *title;
  const char *files[3];
} cases[] = {
  { "2024-0001", "环境影响评价", { "sm3:a", "sm3:b", NULL } },
  { "2024-0002", "征收土地", { "sm3:b", NULL, NULL } },
  { "2024-0003", "预算", { "sm3:c", NULL, NULL } },
  { "2024-0004", "决算", { NULL, NULL, NULL } },
};

static void
put_case (MadeIndex *made, guint i, const char *const *files)
{
  g_autoptr (MadeCase) one = made_case_with_text (cases[i].id, cases[i].title, "张三", NULL);

  for (; *files != NULL; files++)
    made_case_hold (one, *files);
  made_index_put (made, one);
}

static void
put_text (MadeIndex *made, const char *digest, const char *text)
{
  g_autoptr (GError) error = NULL;

  ys_index_put_file_text (made->index, digest, text, &error);
  g_assert_no_error (error);
}

static MadeIndex *
make (void)
{
  MadeIndex *made = made_index_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    put_case (made, i, cases[i].files);
  return made;
}

static MadeIndex *
make_read (void)
{
  MadeIndex *made = make ();

  put_text (made, "sm3:a", "答 复 书\n关于道路改\n造工程\f补偿方案 GB 50016");
  put_text (made, "sm3:b", "补偿标准 " SECRET);
  put_text (made, "sm3:c", "");
  return made;
}

static void
assert_found (MadeIndex *made, const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) searched = g_string_new (NULL);
  g_autoptr (GString) listed = g_string_new (NULL);
  g_autoptr (GPtrArray) hits = ys_index_search (made->index, text, 100, &error);
  g_autoptr (GPtrArray) ids = NULL;
  YsFilter filter;

  g_assert_no_error (error);
  ys_filter_init (&filter);
  filter.text = text;
  ids = ys_index_list_ids (made->index, &filter, YS_ORDER_NUMBER, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ys_index_count (made->index, &filter, NULL), ==, ids->len);
  for (guint i = 0; i < hits->len; i++)
    g_string_append (searched, ((YsHit *) g_ptr_array_index (hits, i))->id + strlen ("2024-000"));
  for (guint i = 0; i < ids->len; i++)
    g_string_append (listed, (char *) g_ptr_array_index (ids, i) + strlen ("2024-000"));
  if (!g_str_equal (searched->str, expected) || !g_str_equal (listed->str, expected))
    g_error ("“%s” found “%s”, listed “%s”, not “%s”", text, searched->str, listed->str, expected);
}

static void
assert_counts (MadeIndex *made, gint64 unread, gint64 read, gint64 unreadable)
{
  YsFileCounts counts;

  g_assert_true (ys_index_count_files (made->index, &counts, NULL));
  g_assert_cmpint (counts.unread, ==, unread);
  g_assert_cmpint (counts.read, ==, read);
  g_assert_cmpint (counts.unreadable, ==, unreadable);
}

static void
assert_unread (MadeIndex *made, const char *expected)
{
  g_autoptr (GPtrArray) digests = ys_index_list_unread_files (made->index, 2, NULL);
  g_autofree char *joined = NULL;

  g_ptr_array_add (digests, NULL);
  joined = g_strjoinv (" ", (char **) digests->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_states (void)
{
  g_autoptr (MadeIndex) made = make ();
  gint64 position = ys_index_get_position (made->index);
  g_autoptr (GError) error = NULL;

  assert_counts (made, 3, 0, 0);
  assert_unread (made, "sm3:c sm3:b");
  put_text (made, "sm3:c", "");
  ys_index_put_file_failure (made->index, "sm3:b", 4, &error);
  g_assert_no_error (error);
  assert_counts (made, 1, 1, 1);
  assert_unread (made, "sm3:a");
  /* What no case holds is not kept. */
  put_text (made, "sm3:zz", SECRET);
  assert_counts (made, 1, 1, 1);
  g_assert_false (made_index_has_bytes (made, SECRET));
  /* Nothing of this moves the index on, and it lasts. */
  g_assert_cmpint (ys_index_get_position (made->index), ==, position);
  made_index_reopen (made, "docket-1");
  assert_counts (made, 1, 1, 1);
}

static void
test_search (void)
{
  g_autoptr (MadeIndex) made = make_read ();
  static const struct
  {
    const char *text;
    const char *found;
  } rows[] = {
    { "环境", "1" },         /* the title alone */
    { "道路改造", "1" },     /* over the end of a line */
    { "答复书", "1" },       /* spaced out */
    { "工程补偿", "" },      /* not over the end of a page */
    { "补偿", "21" },        /* two files, one of which two cases hold */
    { "补偿标准", "21" },
    { "补偿方案", "1" },
    { "gb50016", "" },
    { "gb 500", "1" },
    { "补偿 环境", "1" },    /* file and title */
    { "征收土地 补偿标准", "2" },
    { "征收 道路", "" },
    { "道路改造 补偿标准", "1" }, /* two files of one case */
    { "张三 补偿标准 征收土地", "2" },
    { "张三", "4321" },
    { "征收土地的补偿", "" },
    { "2024-0002 补偿", "2" },
    { "补 偿 标 准 环 境 影 响 评 价", "1" }, /* more words than parts */
    { "补 偿 标 准 环 境 影 响 评 征", "" },
    { "、", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_found (made, rows[i].text, rows[i].found);
}

static void
test_own_text_only (void)
{
  g_autoptr (MadeIndex) made = make_read ();
  YsFilter filter;

  ys_filter_init (&filter);
  filter.text = "补偿";
  g_assert_cmpint (ys_index_count (made->index, &filter, NULL), ==, 2);
  filter.own_text_only = TRUE;
  g_assert_cmpint (ys_index_count (made->index, &filter, NULL), ==, 0);
  filter.text = "征收";
  g_assert_cmpint (ys_index_count (made->index, &filter, NULL), ==, 1);
}

static void
test_hits (void)
{
  g_autoptr (MadeIndex) made = make_read ();
  g_autoptr (GPtrArray) hits = ys_index_search (made->index, "标准", 9, NULL);
  const YsHit *hit = g_ptr_array_index (hits, 0);

  g_assert_cmpstr (hit->file, ==, "sm3:b");
  g_assert_cmpstr (hit->snippet, ==, "补偿\u2068标准\u2069" SECRET);
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = ys_index_search (made->index, "征收 标准", 9, NULL);
  hit = g_ptr_array_index (hits, 0);
  g_assert_null (hit->file);
  g_assert_cmpstr (hit->snippet, ==, "\u2068征收\u2069土地");
}

static void
test_places (void)
{
  g_autoptr (MadeIndex) made = make_read ();
  g_autoptr (GPtrArray) places = ys_index_find_places (made->index, "2024-0001", "补偿", NULL);
  const YsPlace *place;

  g_assert_cmpuint (places->len, ==, 2);
  place = g_ptr_array_index (places, 0);
  g_assert_cmpstr (place->digest, ==, "sm3:a");
  g_assert_cmpint (place->page, ==, 2);
  g_assert_cmpint (place->n_pages, ==, 1);
  g_assert_cmpstr (place->snippet, ==, "\u2068补偿\u2069方案 GB 50016");
  place = g_ptr_array_index (places, 1);
  g_assert_cmpstr (place->digest, ==, "sm3:b");
  g_assert_cmpint (place->page, ==, 1);
  g_clear_pointer (&places, g_ptr_array_unref);

  places = ys_index_find_places (made->index, "2024-0001", "道路 gb", NULL);
  g_assert_cmpuint (places->len, ==, 1);
  place = g_ptr_array_index (places, 0);
  g_assert_cmpint (place->page, ==, 1);
  g_assert_cmpint (place->n_pages, ==, 2);
  g_clear_pointer (&places, g_ptr_array_unref);

  places = ys_index_find_places (made->index, "2024-0002", "道路", NULL);
  g_assert_cmpuint (places->len, ==, 0);
}

/* Which parts of a page of cases hold the words: one question, no file is read for it. */
static void
test_parts (void)
{
  static const char *const ids[] = { "2024-0002", "2024-0009", "2024-0001", "2024-0004", NULL };
  static const struct
  {
    const char *words;
    guint parts[4];
  } asked[] = {
    { "土地", { YS_PART_TITLE, 0, YS_PART_FILE, YS_PART_DESCRIPTION } },
    { "张三", { YS_PART_APPLICANT, 0, YS_PART_APPLICANT, YS_PART_APPLICANT } },
    { "征收 补偿", { YS_PART_TITLE | YS_PART_FILE, 0, YS_PART_FILE, YS_PART_FILE } },
    { "2024-0002", { YS_PART_NUMBER, 0, YS_PART_FILE, YS_PART_FILE } },
    { "决算 土地 张三", { YS_PART_TITLE | YS_PART_APPLICANT | YS_PART_FILE, 0,
                          YS_PART_APPLICANT | YS_PART_FILE,
                          YS_PART_TITLE | YS_PART_APPLICANT | YS_PART_DESCRIPTION } },
    { "复核意见", { YS_PART_FILE, 0, YS_PART_FILE, YS_PART_OTHER } },
    { " ，", { 0, 0, 0, 0 } },
  };
  g_autoptr (MadeIndex) made = make_read ();
  g_autoptr (MadeCase) told = made_case_with_text ("2024-0004", "决算", "张三", "某村土地");
  g_autofree char *text = g_strconcat (told->file.text, "复核意见\n", NULL);

  made_case_set (&told->file.text, text);
  made_index_put (made, told);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) parts = ys_index_find_parts (made->index, ids, asked[i].words, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (parts->len, ==, 4);
      for (guint k = 0; k < parts->len; k++)
        {
          g_test_message ("“%s” in %s", asked[i].words, ids[k]);
          g_assert_cmpuint (g_array_index (parts, guint, k), ==, asked[i].parts[k]);
        }
    }
}

/* An attachment struck or destroyed: its text goes with the last case that holds it. */
static void
test_forget (void)
{
  static const char *const none[] = { NULL };
  static const char *const first[] = { "sm3:a", NULL };
  g_autoptr (MadeIndex) made = make_read ();

  put_case (made, 0, first);
  assert_found (made, SECRET, "2");
  assert_counts (made, 0, 3, 0);
  g_assert_true (made_index_has_bytes (made, SECRET));
  put_case (made, 1, none);
  assert_found (made, SECRET, "");
  assert_found (made, "补偿", "1");
  assert_counts (made, 0, 2, 0);
  g_assert_false (made_index_has_bytes (made, SECRET));
  g_assert_false (made_index_has_bytes (made, "靐齉"));
  /* Held again, it is read again. */
  put_case (made, 1, cases[1].files);
  assert_counts (made, 1, 2, 0);
  assert_unread (made, "sm3:b");
}

static void
test_unknown_case (void)
{
  g_autoptr (MadeIndex) made = make_read ();
  g_autoptr (MadeCase) one = made_case_new ("2024-0002");
  static const char *const first[] = { "sm3:a", NULL };

  put_case (made, 0, first);
  one->file.clock = NULL;
  made_index_put (made, one);
  assert_found (made, SECRET, "");
  g_assert_false (made_index_has_bytes (made, SECRET));
}

/* Everything is folded anew: what was read of files that are still held is not read again. */
static void
test_anew (void)
{
  g_autoptr (MadeIndex) made = make_read ();
  g_autoptr (MadeCase) one = made_case_with_text ("2024-0001", "环境", NULL, NULL);
  g_autoptr (GError) error = NULL;

  made_case_hold (one, "sm3:a");
  ys_index_begin (made->index, &error);
  ys_index_clear (made->index, &error);
  ys_index_put (made->index, &one->file, &error);
  g_assert_true (ys_index_forget_files_not_held (made->index, &error));
  ys_index_commit (made->index, 9, "nine", 1, &error);
  g_assert_no_error (error);
  assert_counts (made, 0, 1, 0);
  assert_found (made, "道路", "1");
  assert_found (made, SECRET, "");
  g_assert_false (made_index_has_bytes (made, SECRET));
}

static void
test_close_up (void)
{
  static const struct
  {
    const char *text;
    const char *kept;
  } rows[] = {
    { "", "" },
    { "征收\n土地", "征收土地" },
    { "答 \u3000 复\r\n书", "答复书" },
    { "土地，\n批复", "土地，批复" },
    { "GB\n50016", "GB 50016" },
    { "见 GB 50016 第", "见 GB 50016 第" },
    { "甲 \f 乙", "甲 \f 乙" },
    { "甲\n\f\n乙", "甲 \f 乙" },
    { " 甲 ", " 甲 " },
    { "a\xFF", "a\uFFFD" },
  };
  g_autofree char *much = g_strnfill (YS_FILE_TEXT_MAX + 9, 'q');
  g_autofree char *kept = ys_file_text_close_up (much);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *one = ys_file_text_close_up (rows[i].text);

      g_assert_cmpstr (one, ==, rows[i].kept);
    }
  g_assert_cmpuint (strlen (kept), ==, YS_FILE_TEXT_MAX);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index/files/states", test_states);
  g_test_add_func ("/index/files/search", test_search);
  g_test_add_func ("/index/files/own-text-only", test_own_text_only);
  g_test_add_func ("/index/files/hits", test_hits);
  g_test_add_func ("/index/files/places", test_places);
  g_test_add_func ("/index/files/parts", test_parts);
  g_test_add_func ("/index/files/forget", test_forget);
  g_test_add_func ("/index/files/unknown-case", test_unknown_case);
  g_test_add_func ("/index/files/anew", test_anew);
  g_test_add_func ("/index/files/close-up", test_close_up);
  return g_test_run ();
}
