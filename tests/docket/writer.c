/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A client in a process of its own: writer ADDRESS STATE STREAM COUNT appends COUNT times two
 * entries, and says each command on its output when it is about to append it and when that was
 * confirmed. */

#include "place.h"

#include <stdio.h>
#include <stdlib.h>

static gboolean
append_pair (YsDocket *docket, const char *command, const char *stream, GError **error)
{
  YsAppend *append = ys_docket_begin (docket, command, FALSE, error);

  if (append == NULL)
    return FALSE;
  for (int i = 0; i < 2; i++)
    if (!ys_append_add (append, stream, YS_SEQ_ANY, "noted", "2024-02-08", "officer-1", BODY, NULL,
                        error))
      {
        ys_append_abandon (append);
        return FALSE;
      }
  return ys_append_commit (append, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (YsDocket) docket = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 5)
    return 2;
  docket = ys_docket_open (argv[1], YS_DOCKET_READ_WRITE, argv[2], &error);
  if (docket == NULL)
    {
      fprintf (stderr, "open: %s\n", error->message);
      return 1;
    }
  for (int i = 0; i < atoi (argv[4]); i++)
    {
      g_autofree char *command = g_uuid_string_random ();

      printf ("try %s\n", command);
      fflush (stdout);
      if (!append_pair (docket, command, argv[3], &error))
        {
          fprintf (stderr, "append: %s\n", error->message);
          return 1;
        }
      printf ("ack %s\n", command);
      fflush (stdout);
    }
  return 0;
}
