/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Starting the worker: the walls that really stand around it, as the kernel tells them, and what
 * happens where they cannot be had. Each test runs in a process of its own, since a process
 * remembers that bubblewrap fails. */
#include "asked.h"
#include "made-pdf.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static YsPaperReader *
open_coloured (void)
{
  g_autoptr (GBytes) bytes = made_coloured ();

  return asked_open_bytes (bytes);
}

static guint
probe (GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ys_paper_probe_async (NULL, asked_cb, &result);
  asked_wait (&result);
  return ys_paper_probe_finish (result, error);
}

static guint
expected_walls (void)
{
  return YS_PAPER_CONFINED_SECCOMP | (asked_landlock_works () ? YS_PAPER_CONFINED_LANDLOCK : 0)
         | (asked_bwrap_works () ? YS_PAPER_CONFINED_BWRAP : 0);
}

static void
assert_limit (int worker, const char *name, const char *expected)
{
  g_autofree char *line = asked_line_of (worker, "limits", name);
  g_auto (GStrv) words = NULL;

  g_assert_nonnull (line);
  words = g_strsplit_set (line, " ", 2);
  g_assert_cmpstr (words[0], ==, expected);
  g_assert_nonnull (strstr (words[1], expected));
}

/* --- as it should be ------------------------------------------------------------------------- */

static void
test_walls (void)
{
  g_autoptr (YsPaperReader) reader = open_coloured ();
  guint walls = expected_walls ();
  int worker = asked_find_worker ();
  g_autofree char *no_new = asked_line_of (worker, "status", "NoNewPrivs:");
  g_autofree char *seccomp = asked_line_of (worker, "status", "Seccomp:");
  g_autofree char *threads = asked_line_of (worker, "status", "Threads:");
  g_autofree char *pids = asked_line_of (worker, "status", "NSpid:");
  g_autofree char *caps = asked_line_of (worker, "status", "CapEff:");

  g_test_message ("walls: %u", walls);
  g_assert_cmpuint (ys_paper_reader_get_confinement (reader), ==, walls);
  g_assert_cmpstr (no_new, ==, "1");
  g_assert_cmpstr (seccomp, ==, "2");
  g_assert_cmpstr (threads, ==, "1");
  assert_limit (worker, "Max cpu time", "20");
  assert_limit (worker, "Max file size", "0");
  assert_limit (worker, "Max open files", "32");
  assert_limit (worker, "Max core file size", "0");
#ifndef __SANITIZE_ADDRESS__
  assert_limit (worker, "Max address space", "1073741824");
#endif
  if (walls & YS_PAPER_CONFINED_BWRAP)
    {
      g_assert_nonnull (strchr (pids, '\t'));
      g_assert_cmpstr (caps, ==, "0000000000000000");
    }
}

static void
test_probe (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (probe (&error), ==, expected_walls ());
  g_assert_no_error (error);
}

/* --- as it may be ---------------------------------------------------------------------------- */

static void
make_program (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_cmpint (g_chmod (path, 0755), ==, 0);
}

static void
remove_program (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
check_without_bwrap (void)
{
  g_autoptr (YsPaperReader) reader = open_coloured ();
  g_autoptr (YsPaperReader) second = NULL;
  g_autoptr (YsPaperPixels) pixels = NULL;
  g_autoptr (GError) error = NULL;
  guint walls = expected_walls () & ~(guint) YS_PAPER_CONFINED_BWRAP;
  int worker = asked_find_worker ();
  g_autofree char *seccomp = asked_line_of (worker, "status", "Seccomp:");

  g_assert_cmpuint (ys_paper_reader_get_confinement (reader), ==, walls);
  g_assert_cmpstr (seccomp, ==, "2");
  pixels = asked_pixels (reader, 1, 10, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (probe (NULL), ==, walls);
  second = open_coloured ();
  g_assert_cmpuint (ys_paper_reader_get_confinement (second), ==, walls);
}

static void
test_bwrap_fails (void)
{
  g_autofree char *folder = g_dir_make_tmp ("yishen-launch-XXXXXX", NULL);
  g_autofree char *path = g_strdup_printf ("%s:%s", folder, g_getenv ("PATH"));

  make_program (folder, "bwrap",
                "#!/bin/sh\necho 'No permissions to create new namespace' >&2\nexit 1\n");
  g_setenv ("PATH", path, TRUE);
  check_without_bwrap ();
  remove_program (folder, "bwrap");
}

static void
test_bwrap_missing (void)
{
  g_setenv ("PATH", "/nowhere", TRUE);
  check_without_bwrap ();
}

static YsPaperReader *
open_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("SAMPLE_PDF_DIR"), "reply.pdf", NULL);

  return asked_open_path (path);
}

static void
test_bare (void)
{
  g_autoptr (YsPaperReader) reader = open_sample ();
  g_autoptr (YsPaperPixels) within = asked_pixels (reader, 0, 400, 0, NULL);
  g_autoptr (YsPaperReader) other = NULL;
  g_autoptr (YsPaperPixels) bare = NULL;
  g_autoptr (YsPaperReader) courier = NULL;
  g_autoptr (YsPaperPixels) pixels = NULL;
  g_autoptr (YsPaperText) text = NULL;
  g_autoptr (GBytes) bytes = made_numbered (1);

  /* With neither Landlock nor bubblewrap no file can be opened: a document that has its fonts
   * looks the same, one that has not keeps its words. */
  g_setenv ("PATH", "/nowhere", TRUE);
  g_setenv ("YISHEN_PAPER_WORKER", g_getenv ("LANDLOCKLESS_WORKER"), TRUE);
  other = open_sample ();
  g_assert_cmpuint (ys_paper_reader_get_confinement (other), ==, YS_PAPER_CONFINED_SECCOMP);
  bare = asked_pixels (other, 0, 400, 0, NULL);
  g_assert_true (g_bytes_equal (bare->bytes, within->bytes));

  courier = asked_open_bytes (bytes);
  pixels = asked_pixels (courier, 0, 400, 0, NULL);
  g_assert_nonnull (pixels);
  text = asked_text (courier, 0, NULL);
  g_assert_cmpstr (ys_paper_text_get_string (text), ==, "Page 1");
}

static void
assert_nothing_is_read (YsPaperError code)
{
  g_autoptr (GBytes) bytes = made_coloured ();
  g_autoptr (YsPaperReader) reader = asked_reader_of_bytes (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) probe_error = NULL;

  g_assert_false (asked_open (reader, &error));
  g_assert_error (error, YS_PAPER_ERROR, (int) code);
  g_assert_cmpuint (probe (&probe_error), ==, 0);
  g_assert_error (probe_error, YS_PAPER_ERROR, (int) code);
}

static void
test_no_seccomp (void)
{
  g_setenv ("YISHEN_PAPER_WORKER", g_getenv ("REFUSING_WORKER"), TRUE);
  assert_nothing_is_read (YS_PAPER_ERROR_UNCONFINED);
}

static void
test_no_worker (void)
{
  g_setenv ("YISHEN_PAPER_WORKER", "/nowhere/yishen-paper-worker", TRUE);
  assert_nothing_is_read (YS_PAPER_ERROR_NOT_STARTED);
}

static void
test_no_program (void)
{
  /* It starts, says nothing and ends. */
  g_setenv ("YISHEN_PAPER_WORKER", "/usr/bin/true", TRUE);
  assert_nothing_is_read (YS_PAPER_ERROR_NOT_STARTED);
}

/* --- each in its own process ----------------------------------------------------------------- */

static const struct
{
  const char *name;
  void (*test) (void);
} TESTS[] = {
  { "/launch/walls", test_walls },
  { "/launch/probe", test_probe },
  { "/launch/bwrap-fails", test_bwrap_fails },
  { "/launch/bwrap-missing", test_bwrap_missing },
  { "/launch/bare", test_bare },
  { "/launch/no-seccomp", test_no_seccomp },
  { "/launch/no-worker", test_no_worker },
  { "/launch/no-program", test_no_program },
};

static void
run (gconstpointer data)
{
  if (g_test_subprocess ())
    {
      TESTS[GPOINTER_TO_UINT (data)].test ();
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (TESTS); i++)
    g_test_add_data_func (TESTS[i].name, GUINT_TO_POINTER (i), run);
  return g_test_run ();
}
