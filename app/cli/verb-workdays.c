/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * workdays: the calendar alone, with the notices of the docket if one is named. */
#include "cli/verb.h"

#include "wording/i18n.h"

/* Working days that anybody asks for; four hundred years of them would take a while. */
#define MOST 20000

static int
refuse_provisional (const YsCalendar *calendar)
{
  int last;

  ys_calendar_get_years (calendar, NULL, &last);
  ys_cli_complain (_("yishenctl: the notices of rest days are known up to %d; the days asked for "
                     "reach where none is known. --provisional counts Monday to Friday there.\n"),
                   last);
  return YS_EXIT_REFUSED;
}

static YsCalendar *
get_calendar (YsCli *cli, int *code)
{
  g_autoptr (YsSession) session = NULL;

  if (cli->docket == NULL)
    return ys_calendar_load_shipped ();
  session = ys_cli_open (cli, code);
  return session != NULL ? ys_calendar_ref (ys_session_get_calendar (session)) : NULL;
}

static int
print_count (const YsCalendar *calendar, YsDay after, YsDay to, gboolean provisional)
{
  if (!provisional && ys_calendar_is_provisional (calendar, after, to))
    return refuse_provisional (calendar);
  ys_cli_print ("%d\n", ys_calendar_count (calendar, after, to));
  return ys_cli_finish ();
}

static int
print_nth (const YsCalendar *calendar, YsDay from, int n, gboolean provisional)
{
  YsDay day;
  char text[YS_DAY_TEXT];

  day = ys_calendar_nth (calendar, from, n);
  if (!provisional && ys_calendar_is_provisional (calendar, from, day))
    return refuse_provisional (calendar);
  ys_cli_print ("%s\n", ys_day_format (day, text));
  return ys_cli_finish ();
}

int
ys_verb_workdays (YsCli *cli, int argc, char **argv)
{
  gboolean between = FALSE;
  gboolean provisional = FALSE;
  const GOptionEntry entries[] = {
    { "between", 0, 0, G_OPTION_ARG_NONE, &between,
      N_ ("Count the working days after the first day up to the second"), NULL },
    { "provisional", 0, 0, G_OPTION_ARG_NONE, &provisional,
      N_ ("Count on where no notice is known"), NULL },
    { NULL },
  };
  int code = ys_cli_parse (cli, entries, "FROM N | --between A B", 2, 2, &argc, &argv);
  YsDay from = YS_DAY_NONE;
  YsDay to = YS_DAY_NONE;
  gint64 n = 0;
  g_autoptr (YsCalendar) calendar = NULL;

  if (code != YS_EXIT_DONE)
    return MAX (code, YS_EXIT_DONE);
  if (!ys_cli_read_day (argv[1], between ? "A" : "FROM", &from)
      || (between ? !ys_cli_read_day (argv[2], "B", &to)
                  : !ys_cli_read_int (argv[2], "N", 0, MOST, &n)))
    return YS_EXIT_USAGE;
  calendar = get_calendar (cli, &code);
  if (calendar == NULL)
    return code;
  return between ? print_count (calendar, from, to, provisional)
                 : print_nth (calendar, from, (int) n, provisional);
}
