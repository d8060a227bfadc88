/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * init and sample: found a docket. */
#include "cli/verb.h"

#include "cli/remarks.h"
#include "office/found-sample.h"
#include "wording/i18n.h"

/* Reads the three choices; an exit code other than done is a usage error told. */
static int
read_choices (const char *suite_word, const char *approval_word, YsSessionSuite *suite,
              YsStaffApproval *approval)
{
  if (suite_word == NULL || g_str_equal (suite_word, "gm"))
    *suite = YS_SESSION_SUITE_GM;
  else if (g_str_equal (suite_word, "intl"))
    *suite = YS_SESSION_SUITE_INTL;
  else
    return ys_cli_usage (_("--suite: “%s” is neither gm nor intl"), suite_word);

  if (approval_word == NULL || g_str_equal (approval_word, "recorded"))
    *approval = YS_STAFF_APPROVAL_RECORDED;
  else if (g_str_equal (approval_word, "none"))
    *approval = YS_STAFF_APPROVAL_NONE;
  else if (g_str_equal (approval_word, "signed"))
    {
      ys_cli_complain (_("yishenctl: this version cannot sign approvals yet; use none or "
                         "recorded.\n"));
      return YS_EXIT_REFUSED;
    }
  else
    return ys_cli_usage (_("--approval: “%s” is none of none, recorded, signed"), approval_word);
  return YS_EXIT_DONE;
}

int
ys_verb_init (YsCli *cli, int argc, char **argv)
{
  g_autofree char *agency = NULL;
  g_autofree char *suite_word = NULL;
  g_autofree char *approval_word = NULL;
  g_autofree char *keeper = NULL;
  const GOptionEntry entries[] = {
    { "agency", 0, 0, G_OPTION_ARG_FILENAME, &agency, N_ ("Name of the agency"), N_ ("NAME") },
    { "suite", 0, 0, G_OPTION_ARG_FILENAME, &suite_word,
      N_ ("Digests: gm (SM3) or intl (SHA-256); gm by default"), "gm|intl" },
    { "approval", 0, 0, G_OPTION_ARG_FILENAME, &approval_word,
      N_ ("Approvals before replies: none or recorded; recorded by default"), "none|recorded" },
    { "keeper", 0, 0, G_OPTION_ARG_FILENAME, &keeper, N_ ("First keeper (a later version)"), "ID" },
    { NULL },
  };
  int code = ys_cli_parse (cli, entries, "DOCKET", 1, 1, &argc, &argv);
  YsSessionSuite suite = YS_SESSION_SUITE_GM;
  YsStaffApproval approval = YS_STAFF_APPROVAL_RECORDED;
  GError *error = NULL;
  g_autoptr (YsSession) session = NULL;

  if (code != YS_EXIT_DONE)
    return MAX (code, YS_EXIT_DONE);
  if (agency == NULL)
    return ys_cli_usage (_("--agency NAME is missing"));
  if (keeper != NULL)
    {
      ys_cli_complain (_("yishenctl: this version cannot enrol staff yet. Found an open docket "
                         "without --keeper; everyone may then do everything.\n"));
      return YS_EXIT_REFUSED;
    }
  code = read_choices (suite_word, approval_word, &suite, &approval);
  if (code != YS_EXIT_DONE)
    return code;

  session = ys_session_found (argv[1], agency, suite, approval, cli->today, &error);
  if (session == NULL)
    return ys_cli_fail (error);
  ys_cli_print (_("%s was founded: an open docket, without staff; whoever can write to the folder "
                  "may do everything.\n"), argv[1]);
  return ys_cli_finish ();
}

int
ys_verb_sample (YsCli *cli, int argc, char **argv)
{
  g_autofree char *cases_word = NULL;
  g_autofree char *seed_word = NULL;
  g_autofree char *today_word = NULL;
  const GOptionEntry entries[] = {
    { "cases", 0, 0, G_OPTION_ARG_FILENAME, &cases_word, N_ ("Requests of the year"), "N" },
    { "seed", 0, 0, G_OPTION_ARG_FILENAME, &seed_word, N_ ("Another number, other cases"), "S" },
    { "today", 0, 0, G_OPTION_ARG_FILENAME, &today_word, N_ ("The day that the year ends on"),
      N_ ("DAY") },
    { NULL },
  };
  int code = ys_cli_parse (cli, entries, "DOCKET", 1, 1, &argc, &argv);
  gint64 cases = 600;
  gint64 seed = 1;
  YsDay today = cli->today;
  GError *error = NULL;
  g_autoptr (YsImportReport) report = NULL;
  g_autoptr (YsSession) session = NULL;

  if (code != YS_EXIT_DONE)
    return MAX (code, YS_EXIT_DONE);
  if (!ys_cli_read_int (cases_word, "--cases", 1, 1000000, &cases)
      || !ys_cli_read_int (seed_word, "--seed", 0, G_MAXUINT32, &seed)
      || !ys_cli_read_day (today_word, "--today", &today))
    return YS_EXIT_USAGE;

  session = ys_office_found_sample (argv[1], (int) cases, (guint32) seed, today, ys_cli_progress,
                                    NULL, &report, &error);
  ys_cli_end_progress ();
  if (session == NULL)
    {
      if (report != NULL)
        ys_cli_print_remarks (report);
      return ys_cli_fail (error);
    }
  ys_cli_print (_("%s holds %d cases in %d entries.\n"), argv[1], (int) report->cases,
                (int) report->entries);
  return ys_cli_finish ();
}
