/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Personal data that was removed is gone: from search, from the full-text table, and from the
 * bytes of the files, while the index is still open. */
#include <sqlite3.h>

#include "index/tokenizer.h"
#include "made-case.h"

#define NAME "龘靐齉"
#define PHONE "13912345678"
#define N_CASES 400

/* Among many, so that pages are shared, split and merged. */
static MadeIndex *
make_filled (void)
{
  MadeIndex *made = made_index_new ();
  g_autoptr (GRand) lot = g_rand_new_with_seed (8);
  g_autoptr (GError) error = NULL;

  ys_index_begin (made->index, &error);
  for (int i = 1; i <= N_CASES; i++)
    {
      g_autofree char *id = g_strdup_printf ("2024-%04d", i);
      g_autoptr (MadeCase) one = made_case_by_lot (lot, id, 30);

      if (i % 50 == 7)
        {
          made_case_set (&one->file.applicant, NAME);
          made_case_set (&one->file.title, "关于" NAME "的申请");
          made_case_set (&one->file.description, "电话" PHONE "，" NAME);
          made_case_write_text (one);
        }
      ys_index_put (made->index, &one->file, &error);
    }
  ys_index_commit (made->index, 9, "nine", 1, &error);
  g_assert_no_error (error);
  return made;
}

static guint
count_hits (MadeIndex *made, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = ys_index_search (made->index, text, 1000, &error);

  g_assert_no_error (error);
  return hits->len;
}

/* Whether the full-text table holds the token at all, under any case. */
static gboolean
has_token (MadeIndex *made, const char *token)
{
  g_autofree char *path = g_build_filename (made->dir, "index.db", NULL);
  sqlite3_stmt *statement = NULL;
  sqlite3 *db = NULL;
  gboolean found;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (ys_tokenizer_register (db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "CREATE VIRTUAL TABLE temp.terms USING "
                                 "fts5vocab (main, hits, row)",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "SELECT 1 FROM temp.terms WHERE term = ?1", -1, &statement, NULL);
  sqlite3_bind_text (statement, 1, token, -1, SQLITE_STATIC);
  found = sqlite3_step (statement) == SQLITE_ROW;
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return found;
}

static void
assert_present (MadeIndex *made)
{
  g_assert_cmpuint (count_hits (made, NAME), ==, N_CASES / 50);
  g_assert_true (made_index_has_bytes (made, NAME));
  g_assert_true (made_index_has_bytes (made, PHONE));
  g_assert_true (has_token (made, "靐齉"));
}

static void
assert_gone (MadeIndex *made)
{
  g_assert_cmpuint (count_hits (made, NAME), ==, 0);
  g_assert_cmpuint (count_hits (made, "龘"), ==, 0);
  g_assert_cmpuint (count_hits (made, PHONE), ==, 0);
  g_assert_false (made_index_has_bytes (made, NAME));
  g_assert_false (made_index_has_bytes (made, "靐齉"));
  g_assert_false (made_index_has_bytes (made, PHONE));
  g_assert_false (has_token (made, "靐齉"));
  g_assert_false (has_token (made, "龘靐"));
  g_assert_false (has_token (made, PHONE));
}

static void
test_clear (void)
{
  g_autoptr (MadeIndex) made = make_filled ();
  g_autoptr (GError) error = NULL;

  assert_present (made);
  ys_index_begin (made->index, &error);
  g_assert_true (ys_index_clear (made->index, &error));
  ys_index_commit (made->index, 0, NULL, YS_DAY_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ys_index_count (made->index, NULL, &error), ==, 0);
  g_assert_null (ys_index_get_digest (made->index));
  assert_gone (made);
}

static void
test_other_docket (void)
{
  g_autoptr (MadeIndex) made = make_filled ();

  made_index_reopen (made, "docket-2");
  assert_gone (made);
}

/* A case whose texts were destroyed is put again without them. */
static void
test_replace (void)
{
  g_autoptr (MadeIndex) made = make_filled ();
  g_autoptr (GError) error = NULL;
  gint64 others;

  assert_present (made);
  others = count_hits (made, "征收土地");
  ys_index_begin (made->index, &error);
  for (int i = 7; i <= N_CASES; i += 50)
    {
      g_autofree char *id = g_strdup_printf ("2024-%04d", i);
      g_autoptr (MadeCase) one = made_case_with_text (id, "已销毁", NULL, NULL);

      ys_index_put (made->index, &one->file, &error);
    }
  ys_index_commit (made->index, 10, "ten", 1, &error);
  g_assert_no_error (error);
  assert_gone (made);
  g_assert_cmpint (ys_index_count (made->index, NULL, &error), ==, N_CASES);
  g_assert_cmpint (ys_index_get_position (made->index), ==, 10);
  g_assert_cmpuint (count_hits (made, "已销毁"), ==, N_CASES / 50);
  g_assert_cmpuint (count_hits (made, "征收土地"), ==, others);
}

/* A case that is not known any more goes likewise. */
static void
test_unknown (void)
{
  g_autoptr (MadeIndex) made = make_filled ();
  g_autoptr (GError) error = NULL;

  ys_index_begin (made->index, &error);
  for (int i = 7; i <= N_CASES; i += 50)
    {
      g_autofree char *id = g_strdup_printf ("2024-%04d", i);
      g_autoptr (MadeCase) one = made_case_new (id);

      one->file.clock = NULL;
      ys_index_put (made->index, &one->file, &error);
    }
  ys_index_commit (made->index, 10, "ten", 1, &error);
  g_assert_no_error (error);
  assert_gone (made);
  g_assert_cmpint (ys_index_count (made->index, NULL, &error), ==, N_CASES - N_CASES / 50);
}

/* While another window reads, what was removed cannot be wiped; the next commit does it. */
static void
test_purge_later (void)
{
  g_autoptr (MadeIndex) made = make_filled ();
  g_autofree char *path = g_build_filename (made->dir, "index.db", NULL);
  g_autoptr (MadeCase) harmless = made_case_with_text ("2025-0001", "普通", NULL, NULL);
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *reading = NULL;
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  sqlite3_prepare_v2 (other, "SELECT key FROM cases", -1, &reading, NULL);
  g_assert_cmpint (sqlite3_step (reading), ==, SQLITE_ROW);

  ys_index_begin (made->index, &error);
  for (int i = 7; i <= N_CASES; i += 50)
    {
      g_autofree char *id = g_strdup_printf ("2024-%04d", i);
      g_autoptr (MadeCase) one = made_case_with_text (id, "已销毁", NULL, NULL);

      ys_index_put (made->index, &one->file, &error);
    }
  ys_index_commit (made->index, 10, "ten", 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_hits (made, NAME), ==, 0);
  g_assert_true (made_index_has_bytes (made, NAME));

  sqlite3_finalize (reading);
  sqlite3_close (other);
  made_index_put (made, harmless);
  assert_gone (made);
}

/* SQLite's secure_delete alone leaves 3 of these 300 names in free parts of pages, where balancing
 * the trees had copied them: put in no order, with texts of all lengths, then removed. */
static void
test_balanced_pages (void)
{
  g_autoptr (MadeIndex) made = made_index_new ();
  g_autoptr (GRand) lot = g_rand_new_with_seed (4);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *id = g_strdup_printf ("2024-%04d", (i * 7919) % 3000 + 1);
      g_autoptr (MadeCase) one = made_case_by_lot (lot, id, g_rand_int_range (lot, 1, 40));
      g_autoptr (GString) name = g_string_new (NULL);

      for (int j = 0; j < 6; j++)
        g_string_append_unichar (name, (gunichar) g_rand_int_range (lot, 0x4E00, 0x9F00));
      made_case_set (&one->file.applicant, name->str);
      made_case_write_text (one);
      g_ptr_array_add (names, g_strdup (name->str));
      if (i % 100 == 0)
        ys_index_begin (made->index, &error);
      ys_index_put (made->index, &one->file, &error);
      if (i % 100 == 99)
        ys_index_commit (made->index, i, "digest", 1, &error);
      g_assert_no_error (error);
    }
  ys_index_begin (made->index, &error);
  for (int i = 0; i < 3000; i += 10)
    {
      g_autofree char *id = g_strdup_printf ("2024-%04d", (i * 7919) % 3000 + 1);
      g_autoptr (MadeCase) one = made_case_with_text (id, "已销毁", NULL, NULL);

      ys_index_put (made->index, &one->file, &error);
    }
  ys_index_commit (made->index, 3000, "digest", 1, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < names->len; i += 10)
    {
      g_assert_false (made_index_has_bytes (made, g_ptr_array_index (names, i)));
      g_assert_true (made_index_has_bytes (made, g_ptr_array_index (names, i + 1)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index/forget/clear", test_clear);
  g_test_add_func ("/index/forget/other-docket", test_other_docket);
  g_test_add_func ("/index/forget/replace", test_replace);
  g_test_add_func ("/index/forget/unknown", test_unknown);
  g_test_add_func ("/index/forget/purge-later", test_purge_later);
  g_test_add_func ("/index/forget/balanced-pages", test_balanced_pages);
  return g_test_run ();
}
