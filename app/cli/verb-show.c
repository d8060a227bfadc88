/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * show and attach: one case. */
#include "cli/verb.h"

#include "cli/json.h"
#include "office/deliver.h"
#include "rules/casefile.h"
#include "wording/explain.h"
#include "wording/i18n.h"

static void
print_field (const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    /* Translators: name of a field and what it holds. */
    ys_cli_print (_("%1$s: %2$s\n"), name, value);
}

static void
print_day (const char *name, YsDay day)
{
  g_autofree char *text = day != YS_DAY_NONE ? ys_explain_day (day) : NULL;

  print_field (name, text);
}

static void
print_head (const YsCasefile *casefile)
{
  print_field (_("Case"), casefile->id);
  print_field (_("Title"), casefile->title);
  print_field (_("Applicant"), casefile->applicant);
  print_field (_("Applicant class"), ys_name_class (casefile->klass));
  print_field (_("Description"), casefile->description);
  print_field (_("Channel"), ys_name_channel (casefile->channel));
  print_day (_("Received"), casefile->received_on);
  print_field (_("Handler"), casefile->handler);
  if (casefile->clock != NULL)
    {
      print_field (_("State"), ys_name_state (casefile->clock->state));
      print_day (_("Due"), casefile->clock->due);
    }
  print_day (_("Concluded"), casefile->concluded_on);
  print_field (_("Outcome"), ys_name_outcome (casefile->outcome));
  print_field (_("Reply number"), casefile->reply_number);
}

static void
print_entries (const YsHistory *history)
{
  for (guint seq = 1; seq <= ys_history_get_length (history); seq++)
    {
      const YsEvent *event = ys_history_get (history, seq);
      g_autofree char *body = ys_event_canonical_body (event);
      char on[YS_DAY_TEXT];

      ys_cli_print ("%4u  %s  %s  %s  %s\n", seq, ys_day_format (event->on, on),
                    ys_name_kind (event->kind), event->actor != NULL ? event->actor : "—", body);
    }
}

int
ys_verb_show (YsCli *cli, int argc, char **argv)
{
  int code;
  g_autoptr (YsSession) session
    = ys_cli_begin (cli, NULL, "CASE", 1, 1, &argc, &argv, &code);
  g_autoptr (YsHistory) history = NULL;
  g_autoptr (YsCasefile) casefile = NULL;
  GError *error = NULL;

  if (session == NULL)
    return code;
  history = ys_session_load_case (session, argv[1], &error);
  if (history == NULL)
    return ys_cli_fail (error);
  casefile = ys_casefile_new (history, ys_session_get_calendar (session), cli->today);
  print_head (casefile);
  ys_cli_print ("\n");
  print_entries (history);
  return ys_cli_finish ();
}

int
ys_verb_attach (YsCli *cli, int argc, char **argv)
{
  g_autofree char *role = NULL;
  const GOptionEntry entries[] = {
    { "role", 0, 0, G_OPTION_ARG_FILENAME, &role, N_ ("What the file is"),
      "request|correction|opinion|reply|receipt|review|evidence|other" },
    { NULL },
  };
  int code = ys_cli_parse (cli, entries, "CASE FILE", 2, 2, &argc, &argv);
  g_autoptr (YsSession) session = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *digest = NULL;
  GError *error = NULL;

  if (code != YS_EXIT_DONE)
    return MAX (code, YS_EXIT_DONE);
  if (role == NULL)
    return ys_cli_usage (_("--role ROLE is missing (see --help)"));
  session = ys_cli_open_to_write (cli, &code);
  if (session == NULL)
    return code;
  file = g_file_new_for_path (argv[2]);
  digest = ys_office_attach (session, argv[1], cli->today, file, role, &error);
  if (digest == NULL)
    return ys_cli_fail (error);
  ys_cli_print ("%s\n", digest);
  return ys_cli_finish ();
}
