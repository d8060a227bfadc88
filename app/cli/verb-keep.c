/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * verify, backup and restore. */
#include "cli/verb.h"

#include "office/keep.h"
#include "wording/i18n.h"

#include <inttypes.h>

static int
compare_checkpoint (YsSession *session, const char *path)
{
  g_autofree char *text = NULL;
  GError *error = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error)
      || !ys_office_compare_checkpoint (session, text, &error))
    return ys_cli_fail (error);
  ys_cli_print (_("The docket holds all that the checkpoint witnessed.\n"));
  return YS_EXIT_DONE;
}

static int
save_checkpoint (YsSession *session, const char *path)
{
  g_autofree char *text = NULL;
  GError *error = NULL;

  text = ys_office_make_checkpoint (session, &error);
  if (text == NULL
      || !g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    return ys_cli_fail (error);
  return YS_EXIT_DONE;
}

int
ys_verb_verify (YsCli *cli, int argc, char **argv)
{
  g_autofree char *checkpoint = NULL;
  g_autofree char *save = NULL;
  const GOptionEntry entries[] = {
    { "checkpoint", 0, 0, G_OPTION_ARG_FILENAME, &checkpoint,
      N_ ("Compare with a checkpoint kept elsewhere"), N_ ("FILE") },
    { "save-checkpoint", 0, 0, G_OPTION_ARG_FILENAME, &save,
      N_ ("Write a checkpoint, to be kept elsewhere"), N_ ("FILE") },
    { NULL },
  };
  int code = ys_cli_parse (cli, entries, "", 0, 0, &argc, &argv);
  g_autoptr (YsSession) session = NULL;
  g_autoptr (YsVerdict) verdict = NULL;
  GError *error = NULL;

  if (code != YS_EXIT_DONE)
    return MAX (code, YS_EXIT_DONE);
  session = ys_cli_open_to_look (cli, &code);
  if (session == NULL)
    return code;

  verdict = ys_office_verify (session, ys_cli_progress, NULL, &error);
  ys_cli_end_progress ();
  if (verdict == NULL)
    return ys_cli_fail (error);
  if (verdict->reason != NULL)
    {
      ys_cli_complain ("yishenctl: %s\n", verdict->reason);
      return YS_EXIT_DAMAGED;
    }
  ys_cli_print (_("Whole: %1$" PRId64 " entries, %2$" PRId64 " files.\n"),
                verdict->entries, verdict->files);
  if (checkpoint != NULL)
    code = compare_checkpoint (session, checkpoint);
  if (code == YS_EXIT_DONE && save != NULL)
    code = save_checkpoint (session, save);
  return code == YS_EXIT_DONE ? ys_cli_finish () : code;
}

int
ys_verb_backup (YsCli *cli, int argc, char **argv)
{
  int code;
  g_autoptr (YsSession) session
    = ys_cli_begin (cli, NULL, "TO", 1, 1, &argc, &argv, &code);
  GError *error = NULL;

  if (session == NULL)
    return code;
  if (!ys_office_backup (session, argv[1], ys_cli_progress, NULL, &error))
    return ys_cli_fail (error);
  ys_cli_end_progress ();
  ys_cli_print (_("A verified copy stands at %s.\n"), argv[1]);
  return ys_cli_finish ();
}

int
ys_verb_restore (YsCli *cli, int argc, char **argv)
{
  gboolean older = FALSE;
  const GOptionEntry entries[] = {
    { "accept-older", 0, 0, G_OPTION_ARG_NONE, &older,
      N_ ("Also a copy that lacks entries this client has seen"), NULL },
    { NULL },
  };
  int code = ys_cli_parse (cli, entries, "FROM", 1, 1, &argc, &argv);
  g_autofree char *aside = NULL;
  GError *error = NULL;

  if (code != YS_EXIT_DONE)
    return MAX (code, YS_EXIT_DONE);
  if (cli->docket == NULL)
    return ys_cli_usage (_("which docket? Give -d DOCKET, or set YISHEN_DOCKET."));
  if (!ys_office_restore (cli->docket, argv[1], older, &aside, &error))
    {
      code = ys_cli_fail (error);
      if (code == YS_EXIT_DAMAGED && !older)
        ys_cli_complain (_("yishenctl: if an older copy is what you want, add --accept-older.\n"));
      return code;
    }
  ys_cli_print (_("%1$s was restored from %2$s.\n"), cli->docket, argv[1]);
  if (aside != NULL)
    ys_cli_print (_("What stood there before is now at %s.\n"), aside);
  return ys_cli_finish ();
}
