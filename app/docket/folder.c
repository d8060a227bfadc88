/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The folder that a docket lies in. Entries and kept files are written elsewhere. */

#include "docket/folder.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* Not translated: it lies on a share for readers of either language, whoever founded it. */
static const char readme[]
  = "依申：依申请公开案卷库\n"
    "\n"
    "本文件夹是“依申”程序的一个案卷库：docket.db 保存全部记录，files 保存附件。\n"
    "请不要用其他程序打开、修改、改名或移动其中的单个文件；记录之间有校验，改动会被发现。\n"
    "备份、还原、校验请在“依申”中进行（yishenctl backup、restore、verify）。\n"
    "不要用云盘或网盘客户端同步本文件夹。\n"
    "本程序不得用于处理涉及国家秘密的信息。\n"
    "\n"
    "Yishen: a docket of requests for disclosure of government information\n"
    "\n"
    "docket.db holds every entry, files holds what was attached.\n"
    "Do not open, change, rename or move single files in here with another program; the entries\n"
    "are chained, and a change is noticed. To back up, restore or verify, use Yishen\n"
    "(yishenctl backup, restore, verify). Do not let a cloud client synchronise this folder.\n"
    "Not for state secrets (国家秘密).\n";

static YsDocketError
code_of_errno (int saved)
{
  switch (saved)
    {
    case ENOENT:
    case ENOTDIR:
      return YS_DOCKET_ERROR_NOT_FOUND;
    case EEXIST:
    case ENOTEMPTY:
      return YS_DOCKET_ERROR_EXISTS;
    case EACCES:
    case EPERM:
    case EROFS:
      return YS_DOCKET_ERROR_READ_ONLY;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return YS_DOCKET_ERROR_NO_SPACE;
    default:
      return YS_DOCKET_ERROR_IO;
    }
}

gboolean
ys_set_errno (GError **error, int saved, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, YS_DOCKET_ERROR, code_of_errno (saved),
               /* Translators: what failed, and the system's reason for it */
               _ ("%s: %s"), sentence, g_strerror (saved));
  return FALSE;
}

gboolean
ys_write_all (int fd, gconstpointer bytes, gsize size)
{
  const char *next = bytes;

  while (size > 0)
    {
      gssize written = write (fd, next, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      next += written;
      size -= (gsize) written;
    }
  return TRUE;
}

gboolean
ys_folder_sync (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int saved = errno;
  gboolean synced = FALSE;

  if (fd >= 0)
    {
      /* EINVAL: this file system keeps no folders to be synced, and nothing is to be done */
      synced = fsync (fd) == 0 || errno == EINVAL;
      saved = errno;
      close (fd);
    }
  if (synced)
    return TRUE;
  return ys_set_errno (error, saved, _ ("The disk did not confirm a change in the folder %s"),
                       path);
}

gboolean
ys_folder_write_readme (const char *path, GError **error)
{
  g_autofree char *name = g_build_filename (path, YS_FOLDER_README, NULL);
  int fd = g_open (name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  int saved = errno;
  gboolean written = FALSE;

  if (fd >= 0)
    {
      written = ys_write_all (fd, readme, sizeof readme - 1) && fsync (fd) == 0;
      saved = errno;
      close (fd);
    }
  if (written)
    return TRUE;
  return ys_set_errno (error, saved, _ ("The file %s cannot be written"), name);
}

char *
ys_folder_make_beside (const char *path, const char *mark, GError **error)
{
  g_autofree char *made = g_strdup_printf ("%s.%s-XXXXXX", path, mark);

  if (g_mkdtemp_full (made, 0770) == NULL)
    {
      g_autofree char *parent = g_path_get_dirname (path);

      ys_set_errno (error, errno, _ ("No folder can be made in %s"), parent);
      return NULL;
    }
  return g_steal_pointer (&made);
}

/* Files directly in @path: a docket's tree is files/ab/cdef…, so one level of them at a time. */
static void
remove_files_in (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      g_unlink (inner);
    }
}

void
ys_folder_remove (const char *path, gboolean itself)
{
  static const char *const names[]
    = { YS_FOLDER_STORE, YS_FOLDER_STORE "-journal", YS_FOLDER_README };
  g_autofree char *files = g_build_filename (path, YS_FOLDER_FILES, NULL);
  g_autoptr (GDir) dir = g_dir_open (files, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (files, name, NULL);

      remove_files_in (inner);
      g_rmdir (inner);
    }
  remove_files_in (files);
  g_rmdir (files);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *inner = g_build_filename (path, names[i], NULL);

      g_unlink (inner);
    }
  if (itself)
    g_rmdir (path);
}
