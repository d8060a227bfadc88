/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The real worker on a system that gives it no seccomp, or (built with REFUSE_LANDLOCK) no
 * Landlock: a filter that was there before makes the kernel refuse. */
#define _GNU_SOURCE
#include "paper-worker/serve.h"

#include <errno.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <string.h>
#include <sys/prctl.h>

int
main (int argc, char **argv)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ALLOW);

#ifdef REFUSE_LANDLOCK
  if (seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), SCMP_SYS (landlock_create_ruleset), 0) != 0
#else
  /* libseccomp asks by the one or the other; prctl is needed for other things too. */
  if (seccomp_rule_add (filter, SCMP_ACT_ERRNO (EINVAL), SCMP_SYS (seccomp), 0) != 0
      || seccomp_rule_add (filter, SCMP_ACT_ERRNO (EINVAL), SCMP_SYS (prctl), 1,
                           SCMP_A0 (SCMP_CMP_EQ, PR_SET_SECCOMP))
           != 0
#endif
      || seccomp_load (filter) != 0)
    return 3;
  seccomp_release (filter);
  return ys_worker_serve (argc == 2 && strcmp (argv[1], "--in-bwrap") == 0);
}
