/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * casefile: one case for a court. */
#include "cli/verb.h"

#include "office/case-papers.h"
#include "report/case-archive.h"
#include "wording/i18n.h"

/* A kept file whose bytes were changed is a damaged docket. */
static int
fail (GError *error)
{
  gboolean is_damage = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  int code = ys_cli_fail (error);

  return is_damage ? YS_EXIT_DAMAGED : code;
}

int
ys_verb_casefile (YsCli *cli, int argc, char **argv)
{
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_ ("ZIP file to write"), "FILE.zip" },
    { NULL },
  };
  int code = ys_cli_parse (cli, entries, "CASE -o FILE.zip", 1, 1, &argc, &argv);
  g_autoptr (YsSession) session = NULL;
  g_autoptr (YsCasePapers) papers = NULL;
  GError *error = NULL;

  if (code != YS_EXIT_DONE)
    return MAX (code, YS_EXIT_DONE);
  if (path == NULL)
    return ys_cli_usage (_("-o FILE.zip is missing (see --help)"));
  if (!ys_case_archive_may_stand_at (path, &error))
    return ys_cli_fail (error);
  session = ys_cli_open_to_write (cli, &code);
  if (session == NULL)
    return code;
  if (!ys_office_log_papers (session, argv[1], &error))
    return ys_cli_fail (error);
  papers = ys_office_collect_papers (session, argv[1], &error);
  if (papers == NULL
      || !ys_case_archive_write (papers, path, ys_office_open_paper, session, ys_cli_progress, NULL,
                                 &error))
    return fail (error);
  ys_cli_end_progress ();
  ys_cli_print (_("The case file stands at %s.\n"), path);
  return ys_cli_finish ();
}
