/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests the keeping of drafts: saved while one types, whole after a kill, gone when discarded. */
#include "desk/register/draft-keeper.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SECONDS_MAX 20
/* Larger than a page and a pipe, so that a torn file would show. */
#define LONG_TEXT 300000

typedef struct
{
  char *dir;
  char *path;
  char *text; /* what is "typed"; NULL: nothing */
  guint saved;
  YsDraftKeeper *keeper;
} Fixture;

static char *
get_text_cb (gpointer user_data)
{
  return g_strdup (((Fixture *) user_data)->text);
}

static void
saved_cb (YsDraftKeeper *keeper, const char *time, const GError *error, Fixture *fixture)
{
  g_assert_no_error (error);
  /* A discard may have taken the file since. */
  g_assert_true (time == NULL || fixture->text != NULL);
  fixture->saved++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = g_dir_make_tmp ("yishen-draft-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->dir, "drafts", "one.json", NULL);
  fixture->text = g_strdup ("first");
  fixture->keeper = ys_draft_keeper_new (fixture->path, get_text_cb, fixture);
  g_signal_connect (fixture->keeper, "saved", G_CALLBACK (saved_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *drafts = g_path_get_dirname (fixture->path);
  gint64 deadline = g_get_monotonic_time () + SECONDS_MAX * G_TIME_SPAN_SECOND;

  ys_draft_keeper_close (fixture->keeper);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  /* The thread that saved may still be letting its task go. */
  while (g_atomic_int_get ((int *) &G_OBJECT (fixture->keeper)->ref_count) > 1
         && g_get_monotonic_time () < deadline)
    if (!g_main_context_iteration (NULL, FALSE))
      g_thread_yield ();
  g_assert_finalize_object (fixture->keeper);
  g_unlink (fixture->path);
  g_rmdir (drafts);
  g_assert_cmpint (g_rmdir (fixture->dir), ==, 0);
  g_free (fixture->dir);
  g_free (fixture->path);
  g_free (fixture->text);
}

static gboolean
too_late_cb (gpointer user_data)
{
  g_error ("nothing was saved");
  return G_SOURCE_REMOVE;
}

static void
wait_for_save (Fixture *fixture, guint saved)
{
  guint timer = g_timeout_add_seconds (SECONDS_MAX, too_late_cb, NULL);

  while (fixture->saved < saved)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
}

static void
type (Fixture *fixture, const char *text)
{
  g_free (fixture->text);
  fixture->text = g_strdup (text);
  ys_draft_keeper_touch (fixture->keeper);
}

static void
assert_kept (Fixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = ys_draft_keeper_load (fixture->keeper, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (kept, ==, expected);
}

static void
test_pause (Fixture *fixture, gconstpointer data)
{
  GStatBuf about;
  g_autofree char *drafts = g_path_get_dirname (fixture->path);
  g_autofree char *time = NULL;

  assert_kept (fixture, NULL);
  type (fixture, "second");
  assert_kept (fixture, NULL);
  wait_for_save (fixture, 1);
  assert_kept (fixture, "second");
  time = ys_draft_keeper_dup_time (fixture->keeper, FALSE);
  g_assert_cmpuint (strlen (time), ==, strlen ("16:02:11"));
  g_assert_cmpint (g_stat (fixture->path, &about), ==, 0);
  g_assert_cmphex (about.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (drafts, &about), ==, 0);
  g_assert_cmphex (about.st_mode & 0777, ==, 0700);
}

/* The newest text wins, however fast the saves follow each other. */
static void
test_flush (Fixture *fixture, gconstpointer data)
{
  ys_draft_keeper_flush (fixture->keeper);
  g_assert_cmpuint (fixture->saved, ==, 0);
  type (fixture, "one");
  ys_draft_keeper_flush (fixture->keeper);
  type (fixture, "two");
  ys_draft_keeper_flush (fixture->keeper);
  type (fixture, "three");
  ys_draft_keeper_close (fixture->keeper);
  assert_kept (fixture, "three");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_kept (fixture, "three");
}

static void
test_discard (Fixture *fixture, gconstpointer data)
{
  type (fixture, "one");
  ys_draft_keeper_flush (fixture->keeper);
  ys_draft_keeper_discard (fixture->keeper);
  assert_kept (fixture, NULL);
  wait_for_save (fixture, 1);
  assert_kept (fixture, NULL);
  type (fixture, "two");
  ys_draft_keeper_flush (fixture->keeper);
  wait_for_save (fixture, 2);
  assert_kept (fixture, "two");
  /* All was taken out again: no empty draft stays. */
  type (fixture, NULL);
  ys_draft_keeper_flush (fixture->keeper);
  wait_for_save (fixture, 3);
  assert_kept (fixture, NULL);
}

static void
test_trouble (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  /* A folder stands where the file should. */
  g_assert_cmpint (g_mkdir_with_parents (fixture->path, 0700), ==, 0);
  g_assert_null (ys_draft_keeper_load (fixture->keeper, &error));
  g_assert_nonnull (error);
  g_rmdir (fixture->path);
}

static void
test_paths (void)
{
  g_autofree char *one = ys_draft_find_path ("0f8b2c6e-6a1d-4b0e-9a55-1f2f0c9b7d31");
  g_autofree char *other = ys_draft_find_path ("0f8b2c6e-6a1d-4b0e-9a55-1f2f0c9b7d32");
  g_autofree char *again = ys_draft_find_path ("0f8b2c6e-6a1d-4b0e-9a55-1f2f0c9b7d31");
  g_autofree char *odd = ys_draft_find_path ("a/../../b");
  g_autofree char *one_dir = g_path_get_dirname (one);
  g_autofree char *odd_dir = g_path_get_dirname (odd);

  g_assert_cmpstr (one, !=, other);
  g_assert_cmpstr (one, ==, again);
  g_assert_cmpstr (one_dir, ==, odd_dir);
  g_assert_true (g_str_has_suffix (one_dir, "yishen/drafts"));
}

/* --- killed while it saves ------------------------------------------------------------------------ */

/* Saves one long text after another, each of a single letter, until it is killed. */
static int
save_forever (const char *path)
{
  Fixture fixture = { NULL };

  fixture.keeper = ys_draft_keeper_new (path, get_text_cb, &fixture);
  g_signal_connect (fixture.keeper, "saved", G_CALLBACK (saved_cb), &fixture);
  for (guint i = 0;; i++)
    {
      g_free (fixture.text);
      fixture.text = g_malloc (LONG_TEXT + 1);
      memset (fixture.text, 'a' + (int) (i % 26), LONG_TEXT);
      fixture.text[LONG_TEXT] = '\0';
      ys_draft_keeper_touch (fixture.keeper);
      ys_draft_keeper_flush (fixture.keeper);
      wait_for_save (&fixture, i + 1);
      if (i == 0)
        g_assert_cmpint (write (STDOUT_FILENO, "!", 1), ==, 1);
    }
  return 0;
}

static const char *self_path;

static void
test_kill (Fixture *fixture, gconstpointer data)
{
  for (int round = 0; round < 5; round++)
    {
      const char *const argv[] = { self_path, "--save-forever", fixture->path, NULL };
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = NULL;
      GPid pid;
      int out;
      char sign;

      g_assert_true (g_spawn_async_with_pipes (NULL, (char **) argv, NULL,
                                               G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL,
                                               &out, NULL, &error));
      g_assert_no_error (error);
      /* It has saved once and is at the next: whatever the moment, a whole draft stands there. */
      g_assert_cmpint (read (out, &sign, 1), ==, 1);
      g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
      close (out);

      kept = ys_draft_keeper_load (fixture->keeper, &error);
      g_assert_no_error (error);
      g_assert_nonnull (kept);
      g_assert_cmpuint (strlen (kept), ==, LONG_TEXT);
      g_assert_cmpuint (strspn (kept, (const char[]) { kept[0], '\0' }), ==, LONG_TEXT);
    }

  /* What a killed save left half done lies beside the draft. */
  g_autofree char *drafts = g_path_get_dirname (fixture->path);
  g_autoptr (GDir) dir = g_dir_open (drafts, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (drafts, name, NULL);

      g_unlink (path);
    }
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--save-forever"))
    return save_forever (argv[2]);

  self_path = argv[0];
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/keeper/pause", test_pause);
  ADD ("/keeper/flush", test_flush);
  ADD ("/keeper/discard", test_discard);
  ADD ("/keeper/trouble", test_trouble);
  ADD ("/keeper/kill", test_kill);
#undef ADD
  g_test_add_func ("/keeper/paths", test_paths);
  return g_test_run ();
}
