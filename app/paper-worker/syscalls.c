/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which system calls drawing needs. All others fail; those that only an intruder makes kill. */

#define _GNU_SOURCE
#include "paper-worker/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

/* clang-format off */
/* What may be done freely. */
static const int ALLOWED[] = {
  /* the conversation */
  SCMP_SYS (recvmsg), SCMP_SYS (recvfrom), SCMP_SYS (sendmsg), SCMP_SYS (sendto),
  SCMP_SYS (read), SCMP_SYS (write), SCMP_SYS (writev), SCMP_SYS (close),
  /* the document, fonts that are open */
  SCMP_SYS (pread64), SCMP_SYS (lseek), SCMP_SYS (_llseek), SCMP_SYS (fstat), SCMP_SYS (fstat64),
  SCMP_SYS (fstatfs), SCMP_SYS (fstatfs64), SCMP_SYS (getdents64), SCMP_SYS (fadvise64),
  /* memory */
  SCMP_SYS (brk), SCMP_SYS (munmap), SCMP_SYS (mremap), SCMP_SYS (madvise),
  /* the C library */
  SCMP_SYS (futex), SCMP_SYS (futex_time64), SCMP_SYS (getrandom), SCMP_SYS (clock_gettime),
  SCMP_SYS (clock_gettime64), SCMP_SYS (gettimeofday), SCMP_SYS (time), SCMP_SYS (getpid),
  SCMP_SYS (gettid), SCMP_SYS (getuid), SCMP_SYS (geteuid), SCMP_SYS (getgid),
  SCMP_SYS (getegid), SCMP_SYS (getrlimit), SCMP_SYS (ugetrlimit), SCMP_SYS (getrusage),
  SCMP_SYS (times), SCMP_SYS (sysinfo), SCMP_SYS (uname), SCMP_SYS (sched_yield),
  SCMP_SYS (sched_getaffinity), SCMP_SYS (rseq), SCMP_SYS (set_robust_list),
  SCMP_SYS (rt_sigaction), SCMP_SYS (rt_sigprocmask), SCMP_SYS (rt_sigreturn),
  SCMP_SYS (sigreturn), SCMP_SYS (sigaltstack), SCMP_SYS (restart_syscall), SCMP_SYS (exit),
  SCMP_SYS (exit_group),
};

/* Looking for files by name. Where no other wall says which, these are not allowed. */
static const int LOOKING[] = {
  SCMP_SYS (stat), SCMP_SYS (stat64), SCMP_SYS (lstat), SCMP_SYS (lstat64), SCMP_SYS (newfstatat),
  SCMP_SYS (fstatat64), SCMP_SYS (statx), SCMP_SYS (access), SCMP_SYS (faccessat),
  SCMP_SYS (faccessat2), SCMP_SYS (readlink), SCMP_SYS (readlinkat), SCMP_SYS (statfs),
  SCMP_SYS (statfs64), SCMP_SYS (getcwd),
};

/* What neither poppler nor cairo ever does: whoever does is not them any more. */
static const int DEADLY[] = {
  SCMP_SYS (execve), SCMP_SYS (execveat), SCMP_SYS (fork), SCMP_SYS (vfork), SCMP_SYS (clone),
  SCMP_SYS (clone3), SCMP_SYS (socket), SCMP_SYS (socketpair), SCMP_SYS (connect),
  SCMP_SYS (bind), SCMP_SYS (listen), SCMP_SYS (accept), SCMP_SYS (accept4), SCMP_SYS (ptrace),
  SCMP_SYS (process_vm_readv), SCMP_SYS (process_vm_writev), SCMP_SYS (pidfd_open),
  SCMP_SYS (pidfd_getfd), SCMP_SYS (kill), SCMP_SYS (tkill), SCMP_SYS (mount), SCMP_SYS (umount2),
  SCMP_SYS (pivot_root), SCMP_SYS (chroot), SCMP_SYS (setns), SCMP_SYS (unshare), SCMP_SYS (bpf),
  SCMP_SYS (perf_event_open), SCMP_SYS (io_uring_setup), SCMP_SYS (userfaultfd),
  SCMP_SYS (keyctl), SCMP_SYS (add_key), SCMP_SYS (request_key), SCMP_SYS (open_by_handle_at),
  SCMP_SYS (memfd_create), SCMP_SYS (setuid), SCMP_SYS (setgid), SCMP_SYS (setresuid),
  SCMP_SYS (setresgid), SCMP_SYS (personality), SCMP_SYS (kexec_load), SCMP_SYS (init_module),
  SCMP_SYS (finit_module),
};
/* clang-format on */

static gboolean
add_all (scmp_filter_ctx filter, guint32 action, const int *calls, gsize n_calls)
{
  for (gsize i = 0; i < n_calls; i++)
    {
      if (seccomp_rule_add (filter, action, calls[i], 0) != 0)
        return FALSE;
    }
  return TRUE;
}

/* @call is allowed if its argument @number, looked at through @mask, is @value. */
static gboolean
add_if (scmp_filter_ctx filter, int call, guint number, guint64 mask, guint64 value)
{
  struct scmp_arg_cmp condition = SCMP_CMP (number, SCMP_CMP_MASKED_EQ, mask, value);

  return seccomp_rule_add_array (filter, SCMP_ACT_ALLOW, call, 1, &condition) == 0;
}

static gboolean
add_memory (scmp_filter_ctx filter)
{
  /* Nothing that was written can be made to run. */
  return add_if (filter, SCMP_SYS (mmap), 2, PROT_EXEC, 0)
         && add_if (filter, SCMP_SYS (mmap2), 2, PROT_EXEC, 0)
         && add_if (filter, SCMP_SYS (mprotect), 2, PROT_EXEC, 0);
}

static gboolean
add_control (scmp_filter_ctx filter)
{
  static const int COMMANDS[] = { F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC, F_GET_SEALS };

  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    {
      if (!add_if (filter, SCMP_SYS (fcntl), 1, G_MAXUINT32, (guint64) COMMANDS[i])
          || !add_if (filter, SCMP_SYS (fcntl64), 1, G_MAXUINT32, (guint64) COMMANDS[i]))
        return FALSE;
    }
  /* fstat() is one of these in the C library of today: about an open file, by an empty name. */
  if (!add_if (filter, SCMP_SYS (newfstatat), 3, AT_EMPTY_PATH, AT_EMPTY_PATH)
      || !add_if (filter, SCMP_SYS (fstatat64), 3, AT_EMPTY_PATH, AT_EMPTY_PATH)
      || !add_if (filter, SCMP_SYS (statx), 2, AT_EMPTY_PATH, AT_EMPTY_PATH))
    return FALSE;
  /* Limits may be read, not set; a signal may be sent to ourselves, by abort(). */
  return add_if (filter, SCMP_SYS (prlimit64), 2, G_MAXUINT64, 0)
         && add_if (filter, SCMP_SYS (tgkill), 0, G_MAXUINT32, (guint64) getpid ());
}

static gboolean
add_files (scmp_filter_ctx filter)
{
  const guint64 writing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;

  return add_all (filter, SCMP_ACT_ALLOW, LOOKING, G_N_ELEMENTS (LOOKING))
         && add_if (filter, SCMP_SYS (open), 1, writing, O_RDONLY)
         && add_if (filter, SCMP_SYS (openat), 2, writing, O_RDONLY);
}

gboolean
ys_worker_filter_system_calls (gboolean may_read_files)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  gboolean loaded;

  if (filter == NULL)
    return FALSE;
  loaded = seccomp_attr_set (filter, SCMP_FLTATR_CTL_TSYNC, 1) == 0
           && add_all (filter, SCMP_ACT_ALLOW, ALLOWED, G_N_ELEMENTS (ALLOWED))
           && add_all (filter, SCMP_ACT_KILL_PROCESS, DEADLY, G_N_ELEMENTS (DEADLY))
           && add_memory (filter) && add_control (filter) && (!may_read_files || add_files (filter))
           && seccomp_load (filter) == 0;
  seccomp_release (filter);
  return loaded;
}
