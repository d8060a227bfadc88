/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * init and sample: found a docket. */
#include "cli/verb.h"

#include "cli/passphrase.h"
#include "cli/remarks.h"
#include "office/found-sample.h"
#include "office/staff.h"
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
    *approval = YS_STAFF_APPROVAL_SIGNED;
  else
    return ys_cli_usage (_("--approval: “%s” is none of none, recorded, signed"), approval_word);
  return YS_EXIT_DONE;
}

/* The real name of the login, where that is the keeper's own; else the id, until a name is entered. */
static const char *
find_name (const char *id)
{
  const char *real = g_get_real_name ();

  return real != NULL && *real != '\0' && !g_str_equal (real, "Unknown") ? real : id;
}

/* Before anything is founded: what would be refused afterwards would leave an open docket behind. */
static gboolean
is_id (const char *id)
{
  g_autofree char *stream = g_strconcat ("staff/", id, NULL);
  const char *name;

  return ys_stream_parse (stream, &name) == YS_STREAM_STAFF;
}

static int
found_with_keeper (YsCli *cli, const char *address, const char *agency, YsSessionSuite suite,
                   YsStaffApproval approval, const char *keeper)
{
  char *passphrase = NULL;
  g_autoptr (YsSession) session = NULL;
  GError *error = NULL;
  gboolean done;

  if (!is_id (keeper))
    return ys_cli_usage (_("--keeper: “%s” is no id. Use letters, digits, “-” and “_”."), keeper);
  if (approval == YS_STAFF_APPROVAL_SIGNED)
    {
      passphrase = ys_cli_read_passphrase (TRUE);
      if (passphrase == NULL)
        return YS_EXIT_REFUSED;
      if (g_utf8_strlen (passphrase, -1) < YS_PASSPHRASE_LEAST)
        {
          ys_cli_free_passphrase (passphrase);
          ys_cli_complain (_("yishenctl: the passphrase is too short. Take at least %d characters.\n"),
                           YS_PASSPHRASE_LEAST);
          return YS_EXIT_REFUSED;
        }
    }
  session = ys_session_found (address, agency, suite, approval, cli->today, &error);
  done = session != NULL
         && ys_office_enrol_keeper (session, cli->today, keeper, find_name (keeper), passphrase,
                                    &error);
  ys_cli_free_passphrase (passphrase);
  if (!done)
    return ys_cli_fail (error);
  ys_cli_print (_("%1$s was founded with the system administrator %2$s: from now on only staff may "
                  "write.\n"), address, keeper);
  return ys_cli_finish ();
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
      N_ ("Approvals before replies: none, recorded or signed; recorded by default"),
      "none|recorded|signed" },
    { "keeper", 0, 0, G_OPTION_ARG_FILENAME, &keeper,
      N_ ("Close the docket: only staff may write, and this is the first system administrator"),
      N_ ("ID") },
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
  code = read_choices (suite_word, approval_word, &suite, &approval);
  if (code != YS_EXIT_DONE)
    return code;
  if (approval == YS_STAFF_APPROVAL_SIGNED && keeper == NULL)
    return ys_cli_usage (_("--approval signed wants --keeper ID: somebody must be there who can "
                           "confirm keys"));
  if (keeper != NULL)
    return found_with_keeper (cli, argv[1], agency, suite, approval, keeper);

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
