/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Landlock, by its bare system calls: glibc has none of them. */

#define _GNU_SOURCE
#include "paper-worker/confine.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define READING (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)

/* Rights of the file system that came after Debian 12's header: truncate (ABI 3), device ioctl (5).
 */
#define RIGHT_TRUNCATE (1ull << 14)
#define RIGHT_IOCTL_DEV (1ull << 15)

/* A document that does not embed its fonts is shown with the system's, and one that uses the
 * predefined Chinese encodings needs poppler-data's tables. Nothing here is anyone's secret. */
static const char *const READABLE[] = {
  "/etc/fonts",         "/usr/share/fonts",      "/usr/local/share/fonts", "/usr/share/fontconfig",
  "/usr/share/poppler", "/var/cache/fontconfig",
};

static guint64
rights_of (long abi)
{
  guint64 rights = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;

  if (abi >= 2)
    rights |= LANDLOCK_ACCESS_FS_REFER;
  if (abi >= 3)
    rights |= RIGHT_TRUNCATE;
  if (abi >= 5)
    rights |= RIGHT_IOCTL_DEV;
  return rights;
}

static void
allow_reading (int ruleset, const char *folder)
{
  struct landlock_path_beneath_attr beneath = { .allowed_access = READING };
  struct stat about;

  beneath.parent_fd = open (folder, O_PATH | O_CLOEXEC);
  if (beneath.parent_fd < 0)
    return;
  if (fstat (beneath.parent_fd, &about) == 0 && S_ISDIR (about.st_mode))
    syscall (SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
  close (beneath.parent_fd);
}

gboolean
ys_worker_close_file_system (void)
{
  struct landlock_ruleset_attr handled = { 0 };
  long abi = syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  gboolean closed;
  int ruleset;

  if (abi < 1)
    return FALSE;
  handled.handled_access_fs = rights_of (abi);
  ruleset = (int) syscall (SYS_landlock_create_ruleset, &handled, sizeof handled, 0);
  if (ruleset < 0)
    return FALSE;
  /* A folder that cannot be allowed stays shut, which is the safe side. */
  for (guint i = 0; i < G_N_ELEMENTS (READABLE); i++)
    allow_reading (ruleset, READABLE[i]);
  closed = syscall (SYS_landlock_restrict_self, ruleset, 0) == 0;
  close (ruleset);
  return closed;
}
