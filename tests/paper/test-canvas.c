/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The memory that a page is drawn into: exact, sealed, frozen. */
#define _GNU_SOURCE
#include "paper/canvas.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define WIDTH 30
#define HEIGHT 20

static int
make (void)
{
  g_autoptr (GError) error = NULL;
  int fd = ys_paper_canvas_new (WIDTH, HEIGHT, &error);

  g_assert_no_error (error);
  return fd;
}

static void
test_exact (void)
{
  int fd = make ();
  struct stat about;

  g_assert_cmpint (fstat (fd, &about), ==, 0);
  g_assert_cmpint (about.st_size, ==, WIDTH * HEIGHT * 4);
  g_assert_cmpint (ftruncate (fd, about.st_size - 1), ==, -1);
  g_assert_cmpint (errno, ==, EPERM);
  g_assert_cmpint (ftruncate (fd, about.st_size + 1), ==, -1);
  g_assert_cmpint (errno, ==, EPERM);
  g_assert_cmpint (pwrite (fd, "x", 1, about.st_size), ==, -1);
  g_assert_cmpint (fcntl (fd, F_GETFD) & FD_CLOEXEC, ==, FD_CLOEXEC);
  close (fd);
}

static void
test_frozen (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsPaperPixels) pixels = NULL;
  int fd = make ();
  const guint8 *bytes;
  gsize size;

  g_assert_cmpint (pwrite (fd, "abcd", 4, 4), ==, 4);
  pixels = ys_paper_canvas_freeze (fd, WIDTH, HEIGHT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pwrite (fd, "z", 1, 4), ==, -1);
  g_assert_cmpint (errno, ==, EPERM);
  g_assert_true (mmap (NULL, 4, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0) == MAP_FAILED);
  close (fd);

  bytes = g_bytes_get_data (pixels->bytes, &size);
  g_assert_cmpint (pixels->width, ==, WIDTH);
  g_assert_cmpint (pixels->height, ==, HEIGHT);
  g_assert_cmpuint (pixels->stride, ==, WIDTH * 4);
  g_assert_cmpuint (size, ==, WIDTH * HEIGHT * 4);
  g_assert_cmpmem (bytes + 4, 4, "abcd", 4);
}

static void
test_kept_by_another (void)
{
  g_autoptr (GError) error = NULL;
  int fd = make ();
  void *at = mmap (NULL, WIDTH * HEIGHT * 4, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);

  g_assert_true (at != MAP_FAILED);
  g_assert_null (ys_paper_canvas_freeze (fd, WIDTH, HEIGHT, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  munmap (at, WIDTH * HEIGHT * 4);
  close (fd);
}

static void
test_outlives (void)
{
  int fd = make ();
  YsPaperPixels *pixels = ys_paper_canvas_freeze (fd, WIDTH, HEIGHT, NULL);
  g_autoptr (GBytes) bytes = g_bytes_ref (pixels->bytes);

  close (fd);
  ys_paper_pixels_unref (ys_paper_pixels_ref (pixels));
  ys_paper_pixels_unref (pixels);
  g_assert_cmpint (((const guint8 *) g_bytes_get_data (bytes, NULL))[WIDTH * HEIGHT * 4 - 1], ==,
                   0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/exact", test_exact);
  g_test_add_func ("/canvas/frozen", test_frozen);
  g_test_add_func ("/canvas/kept-by-another", test_kept_by_another);
  g_test_add_func ("/canvas/outlives", test_outlives);
  return g_test_run ();
}
