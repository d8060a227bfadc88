/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Erasing bodies and files: what every engine must do; that nothing of the bytes is left in
 * docket.db; and by raw SQL each way of feigning an erasure, found at its place. */

#define _GNU_SOURCE /* memmem */
#include "place.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COMMAND "6f1d2c1e-0000-4000-8000-000000000001"

/* One more entry, which is to say why, and the bodies of @positions (ended by 0) erased with it. */
static YsAppend *
begin_erasing (YsDocket *docket, const char *command, const gint64 *positions)
{
  g_autoptr (GError) error = NULL;
  YsAppend *append = ys_docket_begin (docket, command, FALSE, &error);

  g_assert_no_error (error);
  ys_append_add (append, "case/2024-0001", YS_SEQ_ANY, "destroyed", "2034-02-08", NULL, BODY, NULL,
                 &error);
  g_assert_no_error (error);
  for (; *positions != 0; positions++)
    {
      ys_append_erase_body (append, *positions, &error);
      g_assert_no_error (error);
    }
  return append;
}

static void
erase (YsDocket *docket, const char *command, const gint64 *positions)
{
  g_autoptr (GError) error = NULL;

  ys_append_commit (begin_erasing (docket, command, positions), &error);
  g_assert_no_error (error);
}

static void
assert_erased (YsDocket *docket, const gint64 *positions)
{
  g_autoptr (GPtrArray) entries = gather_all (docket);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) listed = ys_docket_list_erased (docket, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const YsEntry *entry = entries->pdata[i];
      gboolean erased = positions[n] == entry->position;

      if (erased)
        n++;
      g_assert_cmpint (entry->body == NULL, ==, erased);
    }
  g_assert_cmpint (positions[n], ==, 0);
  g_assert_cmpuint (listed->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_array_index (listed, gint64, i), ==, positions[i]);
}

static void
test_erase (gconstpointer data)
{
  static const gint64 none[] = { 0 };
  static const gint64 first[] = { 4, 2, 0 };
  static const gint64 first_listed[] = { 2, 4, 0 };
  static const gint64 again[] = { 1, 2, 3, 4, 0 };
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = engine->found (place, YS_SUITE_GM);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  append_some (docket, "case/2024-0001", 5);
  before = gather_all (docket);
  assert_erased (docket, none);
  erase (docket, NULL, first);
  assert_erased (docket, first_listed);
  assert_whole (docket);
  /* what was erased before stays so */
  erase (docket, NULL, again);
  assert_erased (docket, again);
  assert_whole (docket);

  g_clear_object (&docket);
  docket = engine->open (place, YS_DOCKET_READ_ONLY);
  assert_erased (docket, again);
  assert_whole (docket);
  after = gather_all (docket);
  for (guint i = 0; i < before->len; i++)
    {
      const YsEntry *was = before->pdata[i];
      const YsEntry *is = after->pdata[i];

      g_assert_cmpstr (is->kind, ==, was->kind);
      g_assert_cmpstr (is->body_digest, ==, was->body_digest);
      g_assert_cmpstr (is->digest, ==, was->digest);
    }
}

static void
test_all_or_nothing (gconstpointer data)
{
  static const gint64 none[] = { 0 };
  static const gint64 some[] = { 1, 3, 0 };
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = engine->found (place, YS_SUITE_GM);
  g_autoptr (GError) error = NULL;
  YsAppend *append;

  append_some (docket, "case/2024-0001", 3);
  append = begin_erasing (docket, NULL, some);
  assert_erased (docket, some);
  ys_append_abandon (append);
  assert_erased (docket, none);

  /* an entry that is not there */
  append = begin_erasing (docket, NULL, some);
  g_assert_false (ys_append_erase_body (append, 5, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_FOUND);
  ys_append_abandon (append);
  assert_erased (docket, none);
  assert_whole (docket);
}

/* The retry of a command erases nothing more, and needs nothing that is gone. */
static void
test_retry (gconstpointer data)
{
  static const gint64 some[] = { 1, 3, 0 };
  static const gint64 more[] = { 1, 2, 3, 0 };
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = engine->found (place, YS_SUITE_GM);

  append_some (docket, "case/2024-0001", 3);
  erase (docket, COMMAND, some);
  erase (docket, COMMAND, more);
  assert_erased (docket, some);
  assert_whole (docket);
}

/* An erasing that nothing says why is a mistake of the caller's. */
static void
test_without_entry (gconstpointer data)
{
  static const gint64 none[] = { 0 };
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = engine->found (place, YS_SUITE_GM);
  g_autoptr (GError) error = NULL;
  YsAppend *append;

  append_some (docket, "case/2024-0001", 3);
  append = ys_docket_begin (docket, NULL, FALSE, &error);
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*parts > 0*");
  g_assert_false (ys_append_erase_body (append, 1, &error));
  g_test_assert_expected_messages ();
  g_assert_true (ys_append_commit (append, &error));
  assert_erased (docket, none);
}

static void
test_backup (gconstpointer data)
{
  static const gint64 some[] = { 2, 3, 0 };
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = engine->found (place, YS_SUITE_GM);
  g_autoptr (YsDocket) copy = NULL;
  g_autofree char *to = place_path (place, "copy.docket");
  g_autoptr (GError) error = NULL;

  append_some (docket, "case/2024-0001", 5);
  erase (docket, NULL, some);
  g_assert_true (ys_docket_backup (docket, to, NULL, NULL, &error));
  g_assert_no_error (error);
  g_clear_object (&docket);
  copy = ys_docket_open (to, YS_DOCKET_READ_ONLY, NULL, &error);
  assert_erased (copy, some);
  assert_whole (copy);
  g_clear_object (&copy);

  g_assert_true (ys_docket_restore (place->docket, to, FALSE, place->state, NULL, &error));
  g_assert_no_error (error);
  docket = engine->open (place, YS_DOCKET_READ_WRITE);
  assert_erased (docket, some);
  append_some (docket, "case/2024-0001", 1);
  assert_whole (docket);
}

/* --- files --- */

static void
test_file (gconstpointer data)
{
  const Engine *engine = data;
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = engine->found (place, YS_SUITE_INTL);
  g_autofree char *doomed = put_text (docket, "姓名与地址");
  g_autofree char *kept = put_text (docket, "附件");
  g_autofree char *never
    = g_strdup ("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_assert_true (ys_docket_erase_file (docket, doomed, &error));
      g_assert_no_error (error);
      g_assert_false (ys_docket_has_file (docket, doomed));
      g_assert_true (ys_docket_has_file (docket, kept));
    }
  g_assert_true (ys_docket_erase_file (docket, never, &error));
  assert_whole (docket);
  /* the same bytes come again */
  again = put_text (docket, "姓名与地址");
  g_assert_cmpstr (again, ==, doomed);
  g_assert_true (ys_docket_has_file (docket, doomed));
  assert_whole (docket);

  g_clear_object (&docket);
  docket = engine->open (place, YS_DOCKET_READ_ONLY);
  g_assert_false (ys_docket_erase_file (docket, kept, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_READ_ONLY);
  g_assert_true (ys_docket_has_file (docket, kept));
}

static char *
path_of (Place *place, const char *digest, const char *mark)
{
  const char *hex = strchr (digest, ':') + 1;
  g_autofree char *head = g_strndup (hex, 2);
  g_autofree char *name = g_strconcat (mark, hex + 2, NULL);

  return g_build_filename (place->docket, "files", head, name, NULL);
}

/* A second name of the same bytes shows what became of them on the disk. */
static void
test_file_overwritten (void)
{
  static const gsize sizes[] = { 0, 1, 64 * 1024, 200 * 1000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (Place) place = place_new ();
      g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
      g_autofree char *text = g_strnfill (sizes[i], 'x');
      g_autofree char *digest = put_text (docket, text);
      g_autofree char *path = path_of (place, digest, "");
      g_autofree char *other_name = place_path (place, "watched");
      g_autofree char *left = NULL;
      g_autoptr (GError) error = NULL;
      gsize size;

      g_assert_cmpint (link (path, other_name), ==, 0);
      g_assert_true (ys_docket_erase_file (docket, digest, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (other_name, &left, &size, NULL));
      g_assert_cmpuint (size, ==, sizes[i]);
      for (gsize j = 0; j < size; j++)
        g_assert_cmpint (left[j], ==, 0);
    }
}

/* Cut off after it was renamed: nothing that verifying blames anybody for, and finished by asking
 * again. */
static void
test_file_cut_off (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autofree char *digest = put_text (docket, "姓名与地址");
  g_autofree char *path = path_of (place, digest, "");
  g_autofree char *doomed = path_of (place, digest, ".erasing-");
  g_autofree char *to = place_path (place, "copy.docket");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (path, doomed), ==, 0);
  assert_whole (docket);
  g_assert_true (ys_docket_backup (docket, to, NULL, NULL, &error));
  g_assert_true (ys_docket_erase_file (docket, digest, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (doomed, G_FILE_TEST_EXISTS));
  assert_whole (docket);
}

/* No way out of the docket's folder, and no folder that has gone taken for a file erased. */
static void
test_file_elsewhere (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);
  g_autofree char *digest = put_text (docket, "姓名与地址");
  g_autofree char *path = path_of (place, digest, "");
  g_autofree char *elsewhere = place_path (place, "letter");
  g_autofree char *files = g_build_filename (place->docket, "files", NULL);
  g_autofree char *gone = place_path (place, "gone");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_docket_erase_file (docket, "sm3:../../letter", &error));
  g_assert_true (g_file_set_contents (elsewhere, "untouched", -1, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (symlink (elsewhere, path), ==, 0);
  g_assert_false (ys_docket_erase_file (docket, digest, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_IO);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (elsewhere, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "untouched");

  g_assert_cmpint (g_rename (files, gone), ==, 0);
  g_assert_false (ys_docket_erase_file (docket, digest, &error));
  g_assert_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_FOUND);
}

/* --- the bytes in docket.db --- */

#define MANY 900
#define AT_ONCE 20

/* Its mark stands in every corner of it; some are longer than a page. */
static char *
make_body (GRand *rand, int i)
{
  static const int lengths[] = { 1, 2, 5, 10, 50, 600 };
  GString *body = g_string_new ("{\"text\":\"");
  int most = lengths[g_rand_int_range (rand, 0, G_N_ELEMENTS (lengths))];
  int length = g_rand_int_range (rand, 1, most + 1);

  for (int j = 0; j < length; j++)
    g_string_append_printf (body, "[mark%05d]", i);
  return g_string_free (g_string_append (body, "\"}"), FALSE);
}

/* As an office would: a few at a time. */
static void
append_marked (YsDocket *docket, GRand *rand)
{
  g_autoptr (GError) error = NULL;

  for (int i = 1; i <= MANY;)
    {
      YsAppend *append = ys_docket_begin (docket, NULL, FALSE, &error);

      for (int n = g_rand_int_range (rand, 1, 40); n > 0 && i <= MANY; n--, i++)
        {
          g_autofree char *body = make_body (rand, i);

          g_assert_true (ys_append_add (append, "case/2024-0001", YS_SEQ_ANY, "noted", "2024-02-08",
                                        NULL, body, NULL, &error));
        }
      g_assert_true (ys_append_commit (append, &error));
    }
}

/* Of the bodies that are @gone, how many have left a mark in the file; and how many in all. */
static int
count_marks (const char *store, const gboolean *gone, int *marks)
{
  g_autofree char *bytes = NULL;
  g_autofree gboolean *found = g_new0 (gboolean, MANY + 2);
  gsize size;
  int left = 0;

  *marks = 0;
  g_assert_true (g_file_get_contents (store, &bytes, &size, NULL));
  for (const char *at = bytes; (at = memmem (at, size - (gsize) (at - bytes), "mark", 4)) != NULL;
       at++)
    {
      /* whole ones: a mark may go on on another page */
      if (size - (gsize) (at - bytes) > 9 && strspn (at + 4, "0123456789") == 5)
        found[MIN (atoi (at + 4), MANY + 1)] = TRUE;
    }
  for (int i = 1; i <= MANY; i++)
    {
      *marks += found[i];
      left += found[i] && gone[i];
    }
  return left;
}

/* Deleting the rows would not do: SQLite clears what it deletes, but as pages run empty it moves
 * the rows of their neighbours, and leaves copies of those that a later erasing does not find. */
static void
test_nothing_left (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240208);

  for (int round = 0; round < 3; round++)
    {
      g_autoptr (Place) place = place_new ();
      g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_INTL);
      g_autofree gboolean *gone = g_new0 (gboolean, MANY + 1);
      int erased = 0, marks;

      append_marked (docket, rand);
      g_assert_cmpint (count_marks (place->store, gone, &marks), ==, 0);
      g_assert_cmpint (marks, ==, MANY);
      while (erased < MANY)
        {
          /* the next few from somewhere on that are left: a case here, a case there */
          int at = g_rand_int_range (rand, 0, MANY);
          gint64 some[AT_ONCE + 1] = { 0 };
          int n = 0;

          for (int i = 0; i < MANY && n < AT_ONCE; i++)
            if (!gone[(at + i) % MANY + 1])
              {
                some[n] = (at + i) % MANY + 1;
                gone[some[n++]] = TRUE;
              }
          erased += n;
          erase (docket, NULL, some);
          g_assert_cmpint (count_marks (place->store, gone, &marks), ==, 0);
          g_assert_cmpint (marks, ==, MANY - erased);
        }
      assert_whole (docket);
    }
}

/* --- tampering --- */

static void
test_tampered (void)
{
  static const struct
  {
    const char *what;
    const char *sql;
    gint64 position; /* 0: this the docket alone cannot see */
  } rows[] = {
    { "body removed", "DELETE FROM bodies WHERE position = 2", 2 },
    { "erasure forgotten", "DELETE FROM erased WHERE position = 3", 3 },
    { "all forgotten", "DELETE FROM erased", 3 },
    { "erasure moved", "UPDATE erased SET position = 2 WHERE position = 3", 3 },
    { "erased, but still there", "INSERT INTO erased VALUES (5)", 5 },
    { "erased, but never there", "INSERT INTO erased VALUES (99)", 99 },
    { "put back",
      "UPDATE bodies SET (salt, body) = (SELECT salt, body FROM bodies WHERE position = 2) "
      "WHERE position = 3",
      3 },
    { "salt left", "UPDATE bodies SET salt = randomblob (16) WHERE position = 3", 3 },
    { "body emptied", "UPDATE bodies SET salt = zeroblob (16), body = '' WHERE position = 5", 5 },
    /* the office knows that no entry says why */
    { "erased without a word",
      "INSERT INTO erased VALUES (2);"
      "UPDATE bodies SET salt = zeroblob (16), body = '' WHERE position = 2",
      0 },
  };
  static const gint64 some[] = { 3, 4, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Place) place = place_new ();
      g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);

      g_test_message ("%s", rows[i].what);
      append_some (docket, "case/2024-0001", 5);
      erase (docket, NULL, some);
      assert_whole (docket);
      tamper_sql (place->store, rows[i].sql);
      if (rows[i].position > 0)
        assert_bad_at (docket, rows[i].position);
      else
        assert_whole (docket);
    }
}

/* What no program gets through while the triggers stand. */
static void
test_protected (void)
{
  static const char *const attempts[] = {
    "DELETE FROM bodies WHERE position = 2",
    "DELETE FROM bodies WHERE position = 3",
    "UPDATE bodies SET salt = zeroblob (16), body = '' WHERE position = 2",
    "UPDATE bodies SET body = '{}' WHERE position = 3",
    "UPDATE bodies SET salt = randomblob (16) WHERE position = 3",
    "UPDATE bodies SET position = 99 WHERE position = 3",
    "UPDATE OR REPLACE bodies SET position = 2 WHERE position = 3",
    "REPLACE INTO bodies SELECT 3, salt, body FROM bodies WHERE position = 2",
    "INSERT INTO erased VALUES (99)",
    "INSERT INTO erased VALUES (3)",
    "INSERT OR REPLACE INTO erased VALUES (3)",
    "UPDATE erased SET position = 2",
    "DELETE FROM erased",
  };
  static const gint64 some[] = { 3, 0 };
  g_autoptr (Place) place = place_new ();
  g_autoptr (YsDocket) docket = place_found (place, YS_SUITE_GM);

  append_some (docket, "case/2024-0001", 5);
  erase (docket, NULL, some);
  for (gsize i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_assert_cmpint (run_sql (place->store, attempts[i]), !=, 0);
      assert_whole (docket);
    }
  assert_erased (docket, some);
}

int
main (int argc, char **argv)
{
  static const EngineTest tests[] = {
    { "erased/bodies", test_erase },  { "erased/all-or-nothing", test_all_or_nothing },
    { "erased/retry", test_retry },   { "erased/without-entry", test_without_entry },
    { "erased/backup", test_backup }, { "erased/file", test_file },
  };

  g_test_init (&argc, &argv, NULL);
  add_on_engines (tests, G_N_ELEMENTS (tests));
  g_test_add_func ("/erased/file-overwritten", test_file_overwritten);
  g_test_add_func ("/erased/file-cut-off", test_file_cut_off);
  g_test_add_func ("/erased/file-elsewhere", test_file_elsewhere);
  g_test_add_func ("/erased/nothing-left", test_nothing_left);
  g_test_add_func ("/erased/tampered", test_tampered);
  g_test_add_func ("/erased/protected", test_protected);
  return g_test_run ();
}
