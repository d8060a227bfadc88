/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * yishen-paper-worker: reads one document on behalf of the desk, confined. Started by the desk's
 * reader and by nobody else; it has no use of its own. */

#include "paper-worker/serve.h"

#include <stdio.h>
#include <string.h>

int
main (int argc, char **argv)
{
  gboolean in_bwrap = argc == 2 && strcmp (argv[1], "--in-bwrap") == 0;

  if (argc > 2 || (argc == 2 && !in_bwrap))
    {
      fprintf (stderr, "%s is started by yishen to show PDF files\n", argv[0]);
      return 2;
    }
  return ys_worker_serve (in_bwrap);
}
