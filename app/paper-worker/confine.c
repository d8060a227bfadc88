/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The worker's walls, in the order in which they are built. */

#define _GNU_SOURCE
#include "paper-worker/confine.h"

#include "paper/wire.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#define GIB (1024ul * 1024 * 1024)

/* AddressSanitizer reserves 20 TiB of addresses for its shadow: under it, and only under it, the
 * limit on addresses would keep the worker from starting at all. */
#if defined(__SANITIZE_ADDRESS__)
#define LIMIT_ADDRESSES RLIM_INFINITY

/* Without /proc and without fork it can neither name lines nor look for leaks, and nobody reads
 * what it says: what is wrong must kill. */
const char *__asan_default_options (void);
const char *__ubsan_default_options (void);

const char *
__asan_default_options (void)
{
  return "detect_leaks=0:symbolize=0";
}

const char *
__ubsan_default_options (void)
{
  return "halt_on_error=1:symbolize=0";
}
#else
#define LIMIT_ADDRESSES GIB
#endif

static const struct
{
  int what;
  rlim_t most;
} LIMITS[] = {
  { RLIMIT_AS, LIMIT_ADDRESSES },
  { RLIMIT_CPU, 20 },
  { RLIMIT_FSIZE, 0 }, /* it writes no file; a mapped canvas does not count */
  { RLIMIT_NOFILE, 32 },
  { RLIMIT_CORE, 0 },
};

static gboolean
set_limits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (LIMITS); i++)
    {
      struct rlimit limit;

      if (getrlimit (LIMITS[i].what, &limit) != 0)
        return FALSE;
      limit.rlim_max = MIN (limit.rlim_max, LIMITS[i].most);
      limit.rlim_cur = limit.rlim_max;
      if (setrlimit (LIMITS[i].what, &limit) != 0)
        return FALSE;
    }
  return TRUE;
}

guint
ys_worker_confine (gboolean in_bwrap)
{
  guint walls = 0;

  /* What the desk forgot to mark close-on-exec is not ours. Before Linux 5.9 there is no such
   * call; then the desk's own marks must do. */
  close_range (YS_PAPER_FD_DOCUMENT + 1, ~0u, 0);
  if (prctl (PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0 || prctl (PR_SET_DUMPABLE, 0, 0, 0, 0) != 0
      || prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || !set_limits ())
    return 0;

  if (ys_worker_close_file_system ())
    walls |= YS_PAPER_CONFINED_LANDLOCK;
  if (ys_worker_filter_system_calls (in_bwrap || walls != 0))
    walls |= YS_PAPER_CONFINED_SECCOMP;
  return walls;
}
