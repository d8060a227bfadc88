/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeping one attachment, giving it back, and erasing it. Going through all of them stands in
 * blobs-walk.c. */

#include "docket/blobs.h"

#include "docket/chain.h"
#include "docket/folder.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <sys/stat.h>
#include <string.h>
#include <unistd.h>

#define CHUNK (64 * 1024)

/* files/ab/cdef… for a digest of either suite, or NULL; *@folder is files/ab. The digits alone are
 * the name: no two files agree in them. */
static char *
make_path (const char *files, const char *digest, char **folder)
{
  g_autofree char *head = NULL;
  const char *hex;
  YsSuite named;

  if (!ys_digest_parse (digest, &named, &hex))
    return NULL;
  head = g_strndup (hex, 2);
  if (folder != NULL)
    *folder = g_build_filename (files, head, NULL);
  return g_build_filename (files, head, hex + 2, NULL);
}

/* A regular file and nothing that somebody linked into its place; -1 with errno otherwise. */
static int
open_plain (const char *path, int mode)
{
  int fd = g_open (path, mode | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0);
  struct stat status;

  if (fd < 0)
    return -1;
  if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode))
    return fd;
  close (fd);
  errno = ENOENT;
  return -1;
}

static gboolean
set_write_error (GError **error, int saved)
{
  return ys_set_errno (error, saved, _ ("The file cannot be kept in the docket"));
}

/* Copies @stream to @fd (unless -1) while taking its digest. */
static gboolean
drain (YsHash *hash,
       GInputStream *stream,
       int fd,
       gint64 most,
       char digest[YS_DIGEST_SIZE],
       GCancellable *cancellable,
       GError **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gint64 total = 0;
  gssize got;

  while ((got = g_input_stream_read (stream, chunk, CHUNK, cancellable, error)) > 0)
    {
      /* not every stream looks at it */
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      total += got;
      if (total > most)
        {
          g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_IO,
                       _ ("The file is larger than %" PRId64 " MiB, the most that a "
                          "docket keeps in one. Split it, or save it smaller."),
                       most / (1024 * 1024));
          return FALSE;
        }
      ys_hash_add (hash, chunk, (gsize) got);
      if (fd >= 0 && !ys_write_all (fd, chunk, (gsize) got))
        return set_write_error (error, errno);
    }
  if (got < 0)
    return FALSE;
  ys_hash_finish (hash, digest);
  return TRUE;
}

/* Gives the finished file its name. The same bytes kept already stay as they are; a file that no
 * longer has the bytes of its name is replaced by the good one. */
static gboolean
settle (const char *files, const char *temporary, const char *digest, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = make_path (files, digest, &folder);
  gboolean same = FALSE;

  if (g_mkdir (folder, 0770) == 0)
    {
      if (!ys_folder_sync (files, error))
        return FALSE;
    }
  else if (errno != EEXIST)
    return set_write_error (error, errno);

  if (ys_blobs_has (files, digest) && !ys_blobs_compare (files, digest, NULL, &same, error))
    return FALSE;
  if (same)
    g_unlink (temporary);
  else if (g_rename (temporary, path) != 0)
    return set_write_error (error, errno);
  /* Also for the one found there: whoever put it may not yet have come to this. */
  return ys_folder_sync (folder, error);
}

char *
ys_blobs_put (const char *files,
              YsSuite suite,
              GInputStream *stream,
              gint64 most,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *temporary = g_build_filename (files, ".incoming-XXXXXX", NULL);
  g_autoptr (YsHash) hash = ys_hash_new (suite, error);
  char digest[YS_DIGEST_SIZE];
  gboolean kept;
  int fd;

  if (hash == NULL)
    return NULL;
  fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0660);
  if (fd < 0)
    {
      set_write_error (error, errno);
      return NULL;
    }

  kept = drain (hash, stream, fd, most, digest, cancellable, error);
  if (kept && fsync (fd) != 0)
    kept = set_write_error (error, errno);
  if (close (fd) != 0 && kept)
    kept = set_write_error (error, errno);
  if (kept && settle (files, temporary, digest, error))
    return g_strdup (digest);
  g_unlink (temporary);
  return NULL;
}

GInputStream *
ys_blobs_get (const char *files, const char *digest, GError **error)
{
  g_autofree char *path = make_path (files, digest, NULL);
  int fd = path != NULL ? open_plain (path, O_RDONLY) : -1;

  if (fd >= 0)
    return g_unix_input_stream_new (fd, TRUE);
  if (path == NULL || errno == ENOENT || errno == ENOTDIR || errno == ELOOP)
    g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_FOUND,
                 _ ("The file %s is not kept in this docket."), digest);
  else
    ys_set_errno (error, errno, _ ("The file %s cannot be read"), path);
  return NULL;
}

gboolean
ys_blobs_has (const char *files, const char *digest)
{
  g_autofree char *path = make_path (files, digest, NULL);
  struct stat status;

  return path != NULL && lstat (path, &status) == 0 && S_ISREG (status.st_mode);
}

gboolean
ys_blobs_is_gone (const char *files, const char *digest)
{
  g_autofree char *path = make_path (files, digest, NULL);
  struct stat status;

  return path == NULL || (lstat (path, &status) != 0 && errno == ENOENT);
}

static gboolean
overwrite (int fd)
{
  g_autofree guint8 *zeros = g_malloc0 (CHUNK);
  struct stat status;

  if (fstat (fd, &status) != 0)
    return FALSE;
  for (gint64 left = status.st_size; left > 0; left -= CHUNK)
    if (!ys_write_all (fd, zeros, (gsize) MIN (left, CHUNK)))
      return FALSE;
  return fsync (fd) == 0;
}

/* Overwrites what is at @path, having given it the name @doomed, and removes it. */
static gboolean
wipe (const char *path, const char *doomed, GError **error)
{
  int fd = open_plain (path, O_WRONLY);
  gboolean wiped;
  int saved;

  if (fd < 0 && (errno == ENOENT || errno == ENOTDIR))
    return TRUE;
  wiped = fd >= 0 && g_rename (path, doomed) == 0 && overwrite (fd) && g_unlink (doomed) == 0;
  saved = errno;
  if (fd >= 0)
    close (fd);
  return wiped || ys_set_errno (error, saved, _ ("The file %s cannot be erased"), path);
}

gboolean
ys_blobs_erase (const char *files, const char *digest, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = make_path (files, digest, &folder);
  g_autofree char *doomed = NULL;
  g_autofree char *name = NULL;

  if (path == NULL)
    return TRUE;
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR) && g_file_test (files, G_FILE_TEST_IS_DIR))
    return TRUE; /* never was one of these digits */
  /* Under a name that is no attachment's: cut off here, it is none that was tampered with. */
  name = g_strconcat (".erasing-", strrchr (path, G_DIR_SEPARATOR) + 1, NULL);
  doomed = g_build_filename (folder, name, NULL);
  return wipe (doomed, doomed, error) && wipe (path, doomed, error)
         && ys_folder_sync (folder, error);
}

char *
ys_blobs_digest (YsSuite suite, GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (YsHash) hash = ys_hash_new (suite, error);
  char digest[YS_DIGEST_SIZE];

  if (hash == NULL || !drain (hash, stream, -1, G_MAXINT64, digest, cancellable, error))
    return NULL;
  return g_strdup (digest);
}

char *
ys_docket_digest_file (GFile *file, const char *like, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *name = NULL;
  YsSuite suite;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (like != NULL, NULL);

  name = g_strndup (like, strcspn (like, ":"));
  if (!ys_suite_from_name (name, &suite))
    {
      g_set_error (error, YS_DOCKET_ERROR, YS_DOCKET_ERROR_NOT_FOUND,
                   _ ("“%s” is no digest that this version knows; it knows sm3 and sha256."), like);
      return NULL;
    }
  stream = g_file_read (file, NULL, error);
  return stream != NULL ? ys_blobs_digest (suite, G_INPUT_STREAM (stream), NULL, error) : NULL;
}
