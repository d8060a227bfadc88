/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening an index: new, again, foreign, of another version, damaged, held by another window. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <unistd.h>

#include "made-case.h"

#define N_CASES 300

static char *
get_path (MadeIndex *made)
{
  return g_build_filename (made->dir, "index.db", NULL);
}

static void
fill (MadeIndex *made, int n_cases)
{
  g_autoptr (GRand) lot = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;

  ys_index_begin (made->index, &error);
  for (int i = 1; i <= n_cases; i++)
    {
      g_autofree char *id = g_strdup_printf ("2024-%04d", i);
      g_autoptr (MadeCase) one = made_case_by_lot (lot, id, 20);

      ys_index_put (made->index, &one->file, &error);
    }
  ys_index_commit (made->index, 77, "head-77", ys_day_from_ymd (2024, 5, 6), &error);
  g_assert_no_error (error);
}

static void
assert_filled (MadeIndex *made, int n_cases)
{
  g_assert_cmpint (ys_index_get_position (made->index), ==, 77);
  g_assert_cmpstr (ys_index_get_digest (made->index), ==, "head-77");
  g_assert_cmpint (ys_index_get_day (made->index), ==, ys_day_from_ymd (2024, 5, 6));
  g_assert_cmpint (ys_index_count (made->index, NULL, NULL), ==, n_cases);
}

static void
assert_empty (MadeIndex *made)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ys_index_get_position (made->index), ==, 0);
  g_assert_null (ys_index_get_digest (made->index));
  g_assert_cmpint (ys_index_get_day (made->index), ==, YS_DAY_NONE);
  g_assert_cmpint (ys_index_count (made->index, NULL, &error), ==, 0);
  g_assert_no_error (error);
}

static void
test_new (void)
{
  g_autoptr (MadeIndex) made = made_index_new ();
  g_autofree char *path = get_path (made);
  GStatBuf status;

  assert_empty (made);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  fill (made, 3);
  assert_filled (made, 3);
  made_index_reopen (made, "docket-1");
  assert_filled (made, 3);
}

static void
test_folder (void)
{
  g_autoptr (MadeIndex) made = made_index_new ();
  g_autofree char *dir = g_build_filename (made->dir, "state", "one", NULL);
  g_autofree char *above = g_path_get_dirname (dir);
  g_autofree char *path = g_build_filename (dir, "index.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsIndex) index = ys_index_open (dir, "docket-1", &error);
  GStatBuf status;

  g_assert_no_error (error);
  g_assert_nonnull (index);
  g_assert_cmpint (g_stat (dir, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  g_clear_object (&index);
  g_unlink (path);
  g_rmdir (dir);
  g_rmdir (above);
}

static void
test_no_folder (void)
{
  g_autoptr (MadeIndex) made = made_index_new ();
  g_autofree char *path = get_path (made);
  g_autoptr (GError) error = NULL;
  /* A file where the folder should be. */
  g_autoptr (YsIndex) index = ys_index_open (path, "docket-1", &error);

  g_assert_null (index);
  g_assert_error (error, YS_INDEX_ERROR, YS_INDEX_ERROR_IO);
}

static void
test_other_docket (void)
{
  g_autoptr (MadeIndex) made = made_index_new ();

  fill (made, 3);
  made_index_reopen (made, "docket-2");
  assert_empty (made);
  fill (made, 2);
  made_index_reopen (made, "docket-2");
  assert_filled (made, 2);
}

static void
change_by_sql (MadeIndex *made, const char *sql)
{
  g_autofree char *path = get_path (made);
  sqlite3 *db = NULL;

  g_clear_object (&made->index);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_foreign_files (void)
{
  static const char *const changes[] = {
    "PRAGMA user_version = 9999",
    "PRAGMA user_version = 0",
    "PRAGMA application_id = 1",
    "DELETE FROM meta",
    "DROP TABLE meta",
    "CREATE TABLE strange (a); DROP TABLE meta; DROP TABLE cases",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (MadeIndex) made = made_index_new ();

      fill (made, 3);
      change_by_sql (made, changes[i]);
      made_index_reopen (made, "docket-1");
      assert_empty (made);
      fill (made, 4);
      made_index_reopen (made, "docket-1");
      assert_filled (made, 4);
    }
}

/* Writes garbage over a part of the file; a negative offset counts from the end. */
static void
overwrite (MadeIndex *made, gint64 offset, gsize length)
{
  g_autofree char *path = get_path (made);
  g_autofree char *garbage = g_malloc (length);
  int fd;

  memset (garbage, 0xA5, length);
  g_clear_object (&made->index);
  fd = g_open (path, O_WRONLY, 0);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (lseek (fd, offset, offset < 0 ? SEEK_END : SEEK_SET), >=, 0);
  g_assert_cmpint (write (fd, garbage, length), ==, (gssize) length);
  close (fd);
}

static void
test_overwritten (void)
{
  static const struct
  {
    gint64 offset;
    gsize length;
  } rows[] = { { 0, 16 },     { 0, 100 },     { 16, 20 },       { 0, 65536 },
               { 100, 4000 }, { 4096, 8192 }, { 40960, 16384 }, { -8192, 8192 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MadeIndex) made = made_index_new ();

      fill (made, N_CASES);
      overwrite (made, rows[i].offset, rows[i].length);
      made_index_reopen (made, "docket-1");
      assert_empty (made);
      fill (made, N_CASES);
      made_index_reopen (made, "docket-1");
      assert_filled (made, N_CASES);
    }
}

static void
test_truncated (void)
{
  static const int lengths[] = { 0, 1, 100, 4096, 5000, 40960 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (MadeIndex) made = made_index_new ();
      g_autofree char *path = get_path (made);

      fill (made, N_CASES);
      g_clear_object (&made->index);
      g_assert_cmpint (truncate (path, lengths[i]), ==, 0);
      made_index_reopen (made, "docket-1");
      assert_empty (made);
      fill (made, 5);
      assert_filled (made, 5);
    }
}

/* Damage that shows only when the index is already open: told, and mended by the next filling. */
static void
test_damaged_while_open (void)
{
  g_autoptr (MadeIndex) made = made_index_new ();
  g_autofree char *path = get_path (made);
  g_autofree char *garbage = g_malloc (4096);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsIndex) other = NULL;
  GStatBuf status;
  int fd;

  fill (made, N_CASES);
  made_index_reopen (made, "docket-1");
  other = ys_index_open (made->dir, "docket-1", &error);
  g_assert_no_error (error);

  memset (garbage, 0xA5, 4096);
  fd = g_open (path, O_WRONLY, 0);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  for (off_t at = 4096 * 3; at < status.st_size; at += 4096)
    g_assert_cmpint (pwrite (fd, garbage, 4096, at), ==, 4096);
  /* What another window commits makes SQLite forget the pages that it has at hand. The file is not
   * closed before the end: that would drop the locks that SQLite holds on it. */
  ys_index_begin (other, &error);
  ys_index_commit (other, 78, "head-78", 1, &error);
  g_assert_no_error (error);
  g_clear_object (&other);

  g_assert_null (ys_index_list_ids (made->index, NULL, YS_ORDER_TITLE, FALSE, &error));
  g_assert_error (error, YS_INDEX_ERROR, YS_INDEX_ERROR_DAMAGED);
  g_assert_cmpint (ys_index_get_position (made->index), ==, 0);
  g_assert_null (ys_index_get_digest (made->index));
  fill (made, 6);
  assert_filled (made, 6);
  made_index_reopen (made, "docket-1");
  assert_filled (made, 6);
  close (fd);
}

static void
test_two_windows (void)
{
  g_autoptr (MadeIndex) made = made_index_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (YsIndex) other = ys_index_open (made->dir, "docket-1", &error);
  g_autoptr (MadeCase) one = made_case_new ("2024-0001");

  g_assert_no_error (error);
  ys_index_begin (made->index, &error);
  ys_index_put (made->index, &one->file, &error);
  g_assert_no_error (error);

  /* The other may read meanwhile, but not write. */
  g_assert_cmpint (ys_index_count (other, NULL, &error), ==, 0);
  g_assert_no_error (error);
  g_assert_false (ys_index_begin (other, &error));
  g_assert_error (error, YS_INDEX_ERROR, YS_INDEX_ERROR_BUSY);
  g_clear_error (&error);

  ys_index_commit (made->index, 5, "five", one->file.on, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ys_index_get_position (other), ==, 5);
  g_assert_cmpstr (ys_index_get_digest (other), ==, "five");
  g_assert_cmpint (ys_index_count (other, NULL, NULL), ==, 1);
  g_assert_true (ys_index_begin (other, &error));
  ys_index_rollback (other);
}

typedef struct
{
  const char *dir;
  int number;
} Window;

static gpointer
open_and_put_thread (gpointer data)
{
  const Window *window = data;
  g_autofree char *id = g_strdup_printf ("2024-%04d", window->number);
  g_autoptr (MadeCase) one = made_case_new (id);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsIndex) index = ys_index_open (window->dir, "docket-1", &error);

  g_assert_no_error (error);
  ys_index_begin (index, &error);
  g_assert_no_error (error);
  ys_index_put (index, &one->file, &error);
  ys_index_commit (index, window->number, "digest", 1, &error);
  g_assert_no_error (error);
  return NULL;
}

/* Many windows at once where no file is yet: one makes the tables, all find them. */
static void
test_opened_at_once (void)
{
  for (int round = 0; round < 10; round++)
    {
      g_autoptr (MadeIndex) made = made_index_new ();
      g_autofree char *dir = g_build_filename (made->dir, "new", NULL);
      g_autofree char *path = g_build_filename (dir, "index.db", NULL);
      g_autoptr (YsIndex) index = NULL;
      GThread *threads[6];
      Window windows[6];

      for (int i = 0; i < 6; i++)
        {
          windows[i] = (Window){ dir, i + 1 };
          threads[i] = g_thread_new ("window", open_and_put_thread, &windows[i]);
        }
      for (int i = 0; i < 6; i++)
        g_thread_join (threads[i]);
      index = ys_index_open (dir, "docket-1", NULL);
      g_assert_cmpint (ys_index_count (index, NULL, NULL), ==, 6);
      g_clear_object (&index);
      g_unlink (path);
      g_rmdir (dir);
    }
}

/* A second window of another version empties the file under the first: nobody is harmed. */
static void
test_emptied_by_other (void)
{
  g_autoptr (MadeIndex) made = made_index_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (YsIndex) other = NULL;

  fill (made, 10);
  other = ys_index_open (made->dir, "docket-2", &error);
  g_assert_no_error (error);
  g_assert_cmpint (ys_index_get_position (made->index), ==, 0);
  g_assert_cmpint (ys_index_count (made->index, NULL, &error), ==, 0);
  g_assert_no_error (error);
  fill (made, 2);
  g_assert_cmpint (ys_index_count (other, NULL, &error), ==, 2);
}

static void
test_rollback (void)
{
  g_autoptr (MadeIndex) made = made_index_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MadeCase) one = made_case_new ("2024-9000");

  fill (made, 3);
  ys_index_begin (made->index, &error);
  ys_index_clear (made->index, &error);
  ys_index_put (made->index, &one->file, &error);
  ys_index_rollback (made->index);
  g_assert_no_error (error);
  assert_filled (made, 3);
  g_assert_null (ys_index_get_row (made->index, "2024-9000", &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index/open/new", test_new);
  g_test_add_func ("/index/open/folder", test_folder);
  g_test_add_func ("/index/open/no-folder", test_no_folder);
  g_test_add_func ("/index/open/other-docket", test_other_docket);
  g_test_add_func ("/index/open/foreign-files", test_foreign_files);
  g_test_add_func ("/index/open/overwritten", test_overwritten);
  g_test_add_func ("/index/open/truncated", test_truncated);
  g_test_add_func ("/index/open/damaged-while-open", test_damaged_while_open);
  g_test_add_func ("/index/open/two-windows", test_two_windows);
  g_test_add_func ("/index/open/opened-at-once", test_opened_at_once);
  g_test_add_func ("/index/open/emptied-by-other", test_emptied_by_other);
  g_test_add_func ("/index/open/rollback", test_rollback);
  return g_test_run ();
}
