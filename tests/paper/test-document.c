/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From where a document comes to its descriptor, and what is refused on the way. */
#include "paper/document.h"
#include "paper/wire.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("yishen-document-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "file", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_reads (int fd, const char *expected)
{
  char bytes[64];

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpmem (bytes, pread (fd, bytes, sizeof bytes, 0), expected, strlen (expected));
  g_assert_cmpint (pwrite (fd, "x", 1, 0), ==, -1);
  g_assert_cmpint (fcntl (fd, F_GETFD) & FD_CLOEXEC, ==, FD_CLOEXEC);
  close (fd);
}

static void
make_sparse (const char *path, gint64 size)
{
  int fd = open (path, O_CREAT | O_WRONLY, 0600);

  g_assert_cmpint (ftruncate (fd, size), ==, 0);
  close (fd);
}

static void
test_path (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "%PDF", -1, NULL));
  assert_reads (ys_paper_document_from_path (fixture->path, &error), "%PDF");
  g_assert_no_error (error);
}

static void
test_path_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) folder = NULL;
  g_autoptr (GError) pipe = NULL;

  g_assert_cmpint (ys_paper_document_from_path (fixture->path, &missing), ==, -1);
  g_assert_error (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpint (ys_paper_document_from_path (fixture->folder, &folder), ==, -1);
  g_assert_error (folder, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  /* A pipe that nobody writes to must not hold us. */
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  g_assert_cmpint (ys_paper_document_from_path (fixture->path, &pipe), ==, -1);
  g_assert_error (pipe, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

static void
test_size (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int fd;

  make_sparse (fixture->path, YS_PAPER_MAX_BYTES);
  fd = ys_paper_document_from_path (fixture->path, &error);
  g_assert_no_error (error);
  close (fd);

  make_sparse (fixture->path, YS_PAPER_MAX_BYTES + 1);
  g_assert_cmpint (ys_paper_document_from_path (fixture->path, &error), ==, -1);
  g_assert_error (error, YS_PAPER_ERROR, YS_PAPER_ERROR_TOO_LARGE);
}

static void
test_stream_of_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GInputStream) stream = NULL;
  struct stat one, other;
  int fd;

  g_assert_true (g_file_set_contents (fixture->path, "%PDF", -1, NULL));
  stream = G_INPUT_STREAM (g_file_read (file, NULL, NULL));
  fd = ys_paper_document_from_stream (stream, NULL, NULL);
  /* Not copied: it is the file itself. */
  g_assert_cmpint (fstat (fd, &one), ==, 0);
  g_assert_cmpint (stat (fixture->path, &other), ==, 0);
  g_assert_cmpuint (one.st_ino, ==, other.st_ino);
  assert_reads (fd, "%PDF");
}

static void
test_rest_of_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GInputStream) stream = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "junk%PDF", -1, NULL));
  stream = G_INPUT_STREAM (g_file_read (file, NULL, NULL));
  g_assert_cmpint (g_input_stream_skip (stream, 4, NULL, NULL), ==, 4);
  assert_reads (ys_paper_document_from_stream (stream, NULL, NULL), "%PDF");
}

static void
test_stream_of_memory (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("%PDF", 4, NULL);
  g_autoptr (GInputStream) empty = g_memory_input_stream_new ();

  assert_reads (ys_paper_document_from_stream (stream, NULL, NULL), "%PDF");
  assert_reads (ys_paper_document_from_stream (empty, NULL, NULL), "");
}

static void
test_endless_stream (void)
{
  g_autoptr (GFile) zero = g_file_new_for_path ("/dev/zero");
  g_autoptr (GInputStream) stream = G_INPUT_STREAM (g_file_read (zero, NULL, NULL));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) cancelled = NULL;

  g_assert_cmpint (ys_paper_document_from_stream (stream, NULL, &error), ==, -1);
  g_assert_error (error, YS_PAPER_ERROR, YS_PAPER_ERROR_TOO_LARGE);
  g_cancellable_cancel (cancellable);
  g_assert_cmpint (ys_paper_document_from_stream (stream, cancellable, &cancelled), ==, -1);
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/document/path", test_path);
  ADD ("/document/path-refused", test_path_refused);
  ADD ("/document/size", test_size);
  ADD ("/document/stream-of-file", test_stream_of_file);
  ADD ("/document/rest-of-file", test_rest_of_file);
  g_test_add_func ("/document/stream-of-memory", test_stream_of_memory);
  g_test_add_func ("/document/endless-stream", test_endless_stream);
  return g_test_run ();
}
