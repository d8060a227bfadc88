/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * yishenctl: finds the verb, the docket and today, and hands over. */
#include "cli/verb.h"

#include "wording/i18n.h"

#include <locale.h>
#include <string.h>

static const struct
{
  const char *name;
  YsVerbFunc func;
  const char *summary;
} verbs[] = {
  { "init", ys_verb_init, N_ ("found a docket") },
  { "import", ys_verb_import, N_ ("bring in an exchange file, all or nothing") },
  { "export", ys_verb_export, N_ ("write the docket as an exchange file") },
  { "verify", ys_verb_verify, N_ ("check the whole docket") },
  { "backup", ys_verb_backup, N_ ("make a verified copy") },
  { "restore", ys_verb_restore, N_ ("put a backup in the place of the docket") },
  { "clock", ys_verb_clock, N_ ("explain the clock of a case, day by day") },
  { "due", ys_verb_due, N_ ("list open cases by due day") },
  { "show", ys_verb_show, N_ ("show a case with its entries") },
  { "search", ys_verb_search, N_ ("find cases by words") },
  { "similar", ys_verb_similar, N_ ("find cases like another") },
  { "attach", ys_verb_attach, N_ ("attach a file to a case") },
  { "casefile", ys_verb_casefile, N_ ("put a case together for a court") },
  { "report", ys_verb_report, N_ ("make the tables of the annual report") },
  { "workdays", ys_verb_workdays, N_ ("count working days") },
  { "staff", ys_verb_staff, N_ ("list people, roles and keys") },
  { "sample", ys_verb_sample, N_ ("found a docket with a sample year") },
};

static void
print_help (void)
{
  ys_cli_print (_("Usage: yishenctl [-d DOCKET] [--as ID] VERB …\n\n"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    ys_cli_print ("  %-9s %s\n", verbs[i].name, _(verbs[i].summary));
  ys_cli_print (_("\n“yishenctl VERB --help” tells the options of a verb. The docket may also be "
                  "named by YISHEN_DOCKET, and who writes by YISHEN_AS.\n"));
}

static YsDay
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return ys_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                          g_date_time_get_day_of_month (now));
}

static void
set_locale (void)
{
  const char *dir = g_getenv ("YISHEN_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, dir != NULL ? dir : YS_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Reads what stands before the verb; gives the index of the verb, or an exit code below zero. */
static int
find_verb (YsCli *cli, int argc, char **argv)
{
  int i = 1;

  while (i < argc && argv[i][0] == '-')
    {
      if (g_str_equal (argv[i], "-d") || g_str_equal (argv[i], "--docket"))
        {
          if (i + 1 >= argc)
            return -ys_cli_usage (_("-d wants a docket"));
          g_free (cli->docket);
          cli->docket = g_strdup (argv[i + 1]);
          i += 2;
        }
      else if (g_str_has_prefix (argv[i], "--docket="))
        {
          g_free (cli->docket);
          cli->docket = g_strdup (argv[i++] + strlen ("--docket="));
        }
      else if (g_str_equal (argv[i], "--as"))
        {
          if (i + 1 >= argc)
            return -ys_cli_usage (_("--as wants the id of a person"));
          g_free (cli->actor);
          cli->actor = g_strdup (argv[i + 1]);
          i += 2;
        }
      else if (g_str_has_prefix (argv[i], "--as="))
        {
          g_free (cli->actor);
          cli->actor = g_strdup (argv[i++] + strlen ("--as="));
        }
      else
        return -ys_cli_usage (_("there is no option “%s” before the verb"), argv[i]);
    }
  return i;
}

static void
cli_clear (YsCli *cli)
{
  g_free (cli->docket);
  g_free (cli->actor);
}

int
main (int argc, char **argv)
{
  YsCli cli = { .docket = g_strdup (g_getenv ("YISHEN_DOCKET")),
                .actor = g_strdup (g_getenv ("YISHEN_AS")),
                .today = get_today () };
  int code = YS_EXIT_USAGE;
  int at;

  set_locale ();
  g_set_prgname ("yishenctl");

  if (argc == 2 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    {
      print_help ();
      cli_clear (&cli);
      return ys_cli_finish ();
    }
  if (argc == 2 && g_str_equal (argv[1], "--version"))
    {
      ys_cli_print ("yishenctl %s\n", YS_VERSION);
      cli_clear (&cli);
      return ys_cli_finish ();
    }

  at = find_verb (&cli, argc, argv);
  if (at < 0)
    code = -at;
  else if (at >= argc)
    {
      print_help ();
      code = YS_EXIT_USAGE;
    }
  else
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (verbs) && !g_str_equal (verbs[i].name, argv[at]))
        i++;
      cli.verb = argv[at];
      code = i < G_N_ELEMENTS (verbs)
               ? verbs[i].func (&cli, argc - at, argv + at)
               : ys_cli_usage (_("there is no verb “%s” (see --help)"), argv[at]);
    }
  cli_clear (&cli);
  return code;
}
