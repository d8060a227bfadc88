/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From where a document comes to one read-only descriptor. */

#define _GNU_SOURCE
#include "paper/document.h"

#include "paper/wire.h"

#include <gio/gfiledescriptorbased.h>

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static int
fail_by_errno (int fd, GError **error)
{
  int saved = errno;

  if (fd >= 0)
    close (fd);
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved), g_strerror (saved));
  return -1;
}

/* @fd itself if it is a regular file of a size that is read here; else it is closed. */
static int
judge (int fd, GError **error)
{
  struct stat about;

  if (fstat (fd, &about) != 0)
    return fail_by_errno (fd, error);
  if (!S_ISREG (about.st_mode))
    {
      errno = S_ISDIR (about.st_mode) ? EISDIR : EINVAL;
      return fail_by_errno (fd, error);
    }
  if (about.st_size > YS_PAPER_MAX_BYTES)
    {
      close (fd);
      g_propagate_error (error, ys_paper_error_of_document (YS_PAPER_ERROR_TOO_LARGE));
      return -1;
    }
  return fd;
}

int
ys_paper_document_from_path (const char *path, GError **error)
{
  /* Without O_NONBLOCK a named pipe would hold us until someone writes to it. */
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

  if (fd < 0)
    return fail_by_errno (fd, error);
  return judge (fd, error);
}

/* The file under @stream, opened by its own descriptor, or -1 without an error. */
static int
borrow_file (GInputStream *stream)
{
  struct stat about;
  int fd, flags;

  if (!G_IS_FILE_DESCRIPTOR_BASED (stream))
    return -1;
  fd = g_file_descriptor_based_get_fd (G_FILE_DESCRIPTOR_BASED (stream));
  flags = fcntl (fd, F_GETFL);
  if (flags < 0 || (flags & O_ACCMODE) != O_RDONLY || fstat (fd, &about) != 0
      || !S_ISREG (about.st_mode) || lseek (fd, 0, SEEK_CUR) != 0)
    return -1;
  return fcntl (fd, F_DUPFD_CLOEXEC, 3);
}

/* Copies, and stops at the first byte too many. FALSE with @error. */
static gboolean
copy (GInputStream *stream, int fd, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *buffer = g_malloc (64 * 1024);
  gint64 total = 0;

  while (TRUE)
    {
      gssize n = g_input_stream_read (stream, buffer, 64 * 1024, cancellable, error);

      if (n <= 0)
        return n == 0;
      total += n;
      if (total > YS_PAPER_MAX_BYTES)
        {
          g_propagate_error (error, ys_paper_error_of_document (YS_PAPER_ERROR_TOO_LARGE));
          return FALSE;
        }
      for (gssize done = 0; done < n;)
        {
          gssize written = write (fd, buffer + done, n - done);

          if (written < 0 && errno != EINTR)
            {
              fail_by_errno (-1, error);
              return FALSE;
            }
          done += MAX (written, 0);
        }
    }
}

int
ys_paper_document_from_stream (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  int fd = borrow_file (stream);

  if (fd >= 0)
    return judge (fd, error);

  fd = memfd_create ("yishen-document", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (fd < 0)
    return fail_by_errno (fd, error);
  if (!copy (stream, fd, cancellable, error))
    {
      close (fd);
      return -1;
    }
  if (fcntl (fd, F_ADD_SEALS, F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_WRITE | F_SEAL_SEAL) != 0)
    return fail_by_errno (fd, error);
  return fd;
}
