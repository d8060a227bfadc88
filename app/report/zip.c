/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Through libarchive, into a file of a passing name in the same folder. */
#include "report/zip.h"

#include "wording/i18n.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <unistd.h>

struct _YsZip
{
  char *path;
  char *passing; /* NULL once it is in its place */
  int fd;
  int trouble; /* errno of the first write that failed, or of giving up; 0 */
  struct archive *archive;
  locale_t locale; /* libarchive takes names for text of the thread's locale */
};

static gboolean
fail (YsZip *self, int code, GError **error)
{
  g_autofree char *path = g_filename_display_name (self->path);

  if (code == ENOSPC || code == EDQUOT)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                 _("The disk is full, and %s was not written. Make room, or choose another place, "
                   "and try again."), path);
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                 _("%1$s could not be written: %2$s. Choose another place, and try again."), path,
                 g_strerror (code != 0 ? code : EIO));
  return FALSE;
}

static gboolean
check (YsZip *self, la_ssize_t result, GError **error)
{
  if (self->trouble != 0)
    return fail (self, self->trouble, error);
  return result >= ARCHIVE_WARN || fail (self, archive_errno (self->archive), error);
}

/* After the first failure all is taken and nothing written: an archive of libarchive 3.6 that has
 * failed keeps its memory, one that ends well gives it back. */
static la_ssize_t
write_cb (struct archive *archive, void *user_data, const void *bytes, size_t size)
{
  YsZip *self = user_data;
  const char *rest = bytes;
  size_t left = size;

  while (left > 0 && self->trouble == 0)
    {
      ssize_t written = write (self->fd, rest, left);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        self->trouble = written < 0 ? errno : EIO;
      else
        {
          rest += written;
          left -= (size_t) written;
        }
    }
  return (la_ssize_t) size;
}

/* Names are UTF-8 whatever the program's locale is. Gives what to go back to. */
static locale_t
take_locale (const YsZip *self)
{
  return self->locale != (locale_t) 0 ? uselocale (self->locale) : uselocale ((locale_t) 0);
}

static gboolean
begin_archive (YsZip *self, GError **error)
{
  locale_t before = take_locale (self);
  gboolean done
    = check (self, archive_write_set_format_zip (self->archive), error)
      && check (self, archive_write_set_options (self->archive, "zip:hdrcharset=UTF-8"), error)
      && check (self, archive_write_set_bytes_in_last_block (self->archive, 1), error)
      && check (self, archive_write_open2 (self->archive, self, NULL, write_cb, NULL, NULL), error);

  uselocale (before);
  return done;
}

static char *
make_passing_name (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, ".yishen-XXXXXX", NULL);
}

YsZip *
ys_zip_new (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (YsZip) self = g_new0 (YsZip, 1);
  g_autofree char *passing = make_passing_name (path);

  self->path = g_strdup (path);
  self->locale = newlocale (LC_CTYPE_MASK, "C.UTF-8", (locale_t) 0);
  self->archive = archive_write_new ();
  self->fd = g_mkstemp_full (passing, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      fail (self, errno, error);
      return NULL;
    }
  self->passing = g_steal_pointer (&passing);
  return begin_archive (self, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
ys_zip_begin (YsZip *self, const char *name, gint64 size, gint64 time, GError **error)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  struct archive_entry *entry = archive_entry_new ();
  locale_t before = take_locale (self);
  gboolean done;

  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_mtime (entry, (time_t) time, 0);
  if (size >= 0)
    archive_entry_set_size (entry, size);
  done = check (self, archive_write_header (self->archive, entry), error);
  uselocale (before);
  archive_entry_free (entry);
  return done;
}

gboolean
ys_zip_add (YsZip *self, gconstpointer bytes, gsize size, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return size == 0 || check (self, archive_write_data (self->archive, bytes, size), error);
}

gboolean
ys_zip_close (YsZip *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  g_autoptr (YsZip) owned = self;

  if (!check (self, archive_write_close (self->archive), error))
    return FALSE;
  if (fsync (self->fd) != 0 || g_rename (self->passing, self->path) != 0)
    return fail (self, errno, error);
  g_clear_pointer (&self->passing, g_free);
  return TRUE;
}

void
ys_zip_abandon (YsZip *self)
{
  g_return_if_fail (self != NULL);

  /* What cannot be finished has been told of before, and goes. */
  if (self->trouble == 0)
    self->trouble = ECANCELED;
  archive_write_free (self->archive);
  if (self->fd >= 0)
    close (self->fd);
  if (self->passing != NULL)
    g_unlink (self->passing);
  if (self->locale != (locale_t) 0)
    freelocale (self->locale);
  g_free (self->passing);
  g_free (self->path);
  g_free (self);
}
