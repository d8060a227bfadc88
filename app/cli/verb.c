/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Options, output and exit codes for the verbs. */
#include "cli/verb.h"

#include "wording/i18n.h"

#include <inttypes.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* --- output ---------------------------------------------------------------------------------- */

/* g_print() would turn Chinese into question marks in the C locale. */
static void
print_to (FILE *file, const char *format, va_list args)
{
  g_autofree char *text = g_strdup_vprintf (format, args);

  fputs (text, file);
}

void
ys_cli_print (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  print_to (stdout, format, args);
  va_end (args);
}

void
ys_cli_complain (const char *format, ...)
{
  va_list args;

  ys_cli_end_progress ();
  va_start (args, format);
  print_to (stderr, format, args);
  va_end (args);
}

int
ys_cli_fail (GError *error)
{
  g_autoptr (GError) owned = error;
  int code = ys_error_is_damage (owned) ? YS_EXIT_DAMAGED : YS_EXIT_REFUSED;

  ys_cli_complain ("yishenctl: %s\n", owned->message);
  return code;
}

int
ys_cli_usage (const char *format, ...)
{
  va_list args;

  fputs ("yishenctl: ", stderr);
  va_start (args, format);
  print_to (stderr, format, args);
  va_end (args);
  fputs ("\n", stderr);
  return YS_EXIT_USAGE;
}

static gboolean progress_shown;

gboolean
ys_cli_progress (gint64 done, gint64 total, gpointer user_data)
{
  static gint64 last;
  gint64 percent = total > 0 ? MIN (done * 100 / total, 100) : 0;

  if (percent != last && isatty (STDERR_FILENO))
    {
      fprintf (stderr, "\r%3d %%", (int) percent);
      progress_shown = TRUE;
      last = percent;
    }
  return TRUE;
}

void
ys_cli_end_progress (void)
{
  if (progress_shown)
    fputs ("\r      \r", stderr);
  progress_shown = FALSE;
}

int
ys_cli_finish (void)
{
  ys_cli_end_progress ();
  if (fflush (stdout) == 0 && !ferror (stdout))
    return YS_EXIT_DONE;
  ys_cli_complain (_("yishenctl: the output could not be written: %s\n"), g_strerror (errno));
  return YS_EXIT_REFUSED;
}

/* --- options --------------------------------------------------------------------------------- */

int
ys_cli_parse (YsCli *cli, const GOptionEntry *entries, const char *words, int least, int most,
              int *argc, char ***argv)
{
  g_autofree char *title = g_strconcat (cli->verb, " ", words, NULL);
  g_autoptr (GOptionContext) context = g_option_context_new (title);
  g_autoptr (GError) error = NULL;
  g_autofree char *docket = NULL;
  g_autofree char *actor = NULL;
  gboolean help = FALSE;
  const GOptionEntry shared[] = {
    { "docket", 'd', 0, G_OPTION_ARG_FILENAME, &docket, N_ ("The docket"), N_ ("DOCKET") },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &actor, N_ ("Who writes, where the docket has staff"),
      N_ ("ID") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
    { NULL },
  };

  g_option_context_set_help_enabled (context, FALSE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, shared, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    return ys_cli_usage ("%s", error->message);
  if (docket != NULL)
    {
      g_free (cli->docket);
      cli->docket = g_steal_pointer (&docket);
    }
  if (actor != NULL)
    {
      g_free (cli->actor);
      cli->actor = g_steal_pointer (&actor);
    }
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);
      ys_cli_print ("%s", text);
      return ys_cli_finish () == YS_EXIT_DONE ? -1 : YS_EXIT_REFUSED;
    }
  if (*argc > 1 && g_str_equal ((*argv)[1], "--"))
    {
      memmove (*argv + 1, *argv + 2, (gsize) (*argc - 1) * sizeof **argv);
      (*argc)--;
    }
  for (int i = 1; i < *argc; i++)
    if (!g_utf8_validate ((*argv)[i], -1, NULL))
      return ys_cli_usage (_("word %d is not UTF-8"), i);
  if (*argc - 1 < least || (most >= 0 && *argc - 1 > most))
    return ys_cli_usage (_("usage: yishenctl %s (see --help)"), title);
  return YS_EXIT_DONE;
}

gboolean
ys_cli_read_day (const char *word, const char *option, YsDay *day)
{
  YsDay parsed;

  if (word == NULL)
    return TRUE;
  parsed = ys_day_parse (word, -1);
  if (parsed == YS_DAY_NONE)
    {
      ys_cli_usage (_("%s: “%s” is no date. Write YYYY-MM-DD."), option, word);
      return FALSE;
    }
  *day = parsed;
  return TRUE;
}

gboolean
ys_cli_read_int (const char *word, const char *option, gint64 least, gint64 most, gint64 *number)
{
  g_autoptr (GError) error = NULL;

  if (word == NULL)
    return TRUE;
  if (!g_ascii_string_to_signed (word, 10, least, most, number, &error))
    {
      ys_cli_usage (_("%s: “%s” is no whole number from %" PRId64 " to %" PRId64
                      "."), option, word, least, most);
      return FALSE;
    }
  return TRUE;
}

/* --- the docket ------------------------------------------------------------------------------ */

static YsSession *
open_docket (YsCli *cli, gboolean writing, int *code)
{
  GError *error = NULL;
  YsSession *session;

  if (cli->docket == NULL)
    {
      *code = ys_cli_usage (_("which docket? Give -d DOCKET, or set YISHEN_DOCKET."));
      return NULL;
    }
  session = ys_session_open (cli->docket, writing, cli->today, &error);
  if (session == NULL)
    *code = ys_cli_fail (error);
  return session;
}

YsSession *
ys_cli_open (YsCli *cli, int *code)
{
  return open_docket (cli, TRUE, code);
}

YsSession *
ys_cli_open_to_write (YsCli *cli, int *code)
{
  g_autoptr (YsSession) session = open_docket (cli, TRUE, code);

  if (session == NULL)
    return NULL;
  if (cli->actor == NULL && !ys_staff_is_open (ys_session_get_staff (session)))
    {
      *code = ys_cli_usage (_("this docket has staff: say with --as ID, or YISHEN_AS, who writes"));
      return NULL;
    }
  ys_session_set_actor (session, cli->actor);
  return g_steal_pointer (&session);
}

YsSession *
ys_cli_open_to_look (YsCli *cli, int *code)
{
  return open_docket (cli, FALSE, code);
}

YsSession *
ys_cli_begin (YsCli *cli, const GOptionEntry *entries, const char *words, int least, int most,
              int *argc, char ***argv, int *code)
{
  *code = ys_cli_parse (cli, entries, words, least, most, argc, argv);
  if (*code == YS_EXIT_DONE)
    return open_docket (cli, TRUE, code);
  *code = MAX (*code, YS_EXIT_DONE);
  return NULL;
}
