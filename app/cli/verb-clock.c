/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * clock: the clock sheet of a case, for people and as JSON. */
#include "cli/verb.h"

#include "cli/json.h"
#include "wording/explain.h"
#include "wording/i18n.h"

/* --- JSON ------------------------------------------------------------------------------------ */

static cJSON *
make_limits (const YsClock *clock)
{
  cJSON *limits = cJSON_CreateArray ();

  for (guint i = 0; i < clock->limits->len; i++)
    {
      const YsLimit *limit = g_ptr_array_index (clock->limits, i);
      cJSON *object = cJSON_CreateObject ();

      cJSON_AddStringToObject (object, "act", ys_act_get_id (limit->act));
      ys_json_add_day (object, "until", limit->until);
      cJSON_AddStringToObject (object, "article", limit->article);
      cJSON_AddItemToArray (limits, object);
    }
  return limits;
}

static cJSON *
make_steps (const YsClock *clock)
{
  cJSON *steps = cJSON_CreateArray ();

  for (guint i = 0; i < clock->steps->len; i++)
    {
      const YsStep *step = g_ptr_array_index (clock->steps, i);
      g_autofree char *text = ys_explain_step (step);
      cJSON *object = cJSON_CreateObject ();

      ys_json_add_day (object, "from", step->from);
      ys_json_add_day (object, "to", step->to);
      cJSON_AddNumberToObject (object, "days", step->days);
      cJSON_AddStringToObject (object, "effect", ys_effect_get_id (step->effect));
      cJSON_AddStringToObject (object, "article", step->article);
      cJSON_AddStringToObject (object, "text", text);
      cJSON_AddItemToArray (steps, object);
    }
  return steps;
}

static void
print_json (const char *id, const YsClock *clock)
{
  cJSON *object = cJSON_CreateObject ();

  cJSON_AddStringToObject (object, "case", id);
  cJSON_AddStringToObject (object, "state", ys_state_get_id (clock->state));
  ys_json_add_day (object, "start", clock->start);
  ys_json_add_day (object, "due", clock->due);
  cJSON_AddNumberToObject (object, "budget", clock->budget);
  cJSON_AddNumberToObject (object, "counted", clock->counted);
  cJSON_AddNumberToObject (object, "suspended", clock->suspended);
  if (clock->has_remaining)
    cJSON_AddNumberToObject (object, "remaining", clock->remaining);
  else
    cJSON_AddNullToObject (object, "remaining");
  cJSON_AddBoolToObject (object, "provisional", clock->provisional);
  if (clock->has_on_time)
    cJSON_AddBoolToObject (object, "on_time", clock->on_time);
  else
    cJSON_AddNullToObject (object, "on_time");
  ys_json_add_day (object, "contested_due", clock->contested_due);
  ys_json_add_text (object, "reason", clock->older_law ? "older-law" : NULL);
  cJSON_AddItemToObject (object, "limits", make_limits (clock));
  cJSON_AddItemToObject (object, "steps", make_steps (clock));
  ys_json_print (object);
}

/* --- the sheet -------------------------------------------------------------------------------- */

static void
print_days (const YsClock *clock)
{
  g_autofree char *start = ys_explain_day (clock->start);
  g_autofree char *due = ys_explain_day (clock->due);

  if (clock->due_is_set)
    ys_cli_print (_("Counted from %1$s; due on %2$s, a day set by decision.\n"), start, due);
  else
    ys_cli_print (_("Counted from %1$s; due on %2$s (%3$d working days).\n"), start, due,
                  clock->budget);
  ys_cli_print (_("Counted %1$d, suspended %2$d working days.\n"), clock->counted,
                clock->suspended);
  if (clock->has_remaining && clock->remaining > 0)
    ys_cli_print (ngettext ("%d working day is left.\n", "%d working days are left.\n",
                            (gulong) clock->remaining), clock->remaining);
  else if (clock->has_remaining && clock->remaining == 0)
    ys_cli_print (clock->on < clock->due || clock->on == clock->due
                    ? _("It is due today, or on the next days of rest.\n")
                    : _("It was due on a day of rest before today.\n"));
  else if (clock->has_remaining)
    ys_cli_print (ngettext ("Overdue by %d working day.\n", "Overdue by %d working days.\n",
                            (gulong) -clock->remaining), -clock->remaining);
  if (clock->has_on_time)
    ys_cli_print ("%s\n", clock->on_time ? _("Replied on time.") : _("Replied late."));
  if (clock->provisional)
    ys_cli_print (_("Provisional: the period reaches into days whose notice of rest days is not "
                    "known.\n"));
  if (clock->contested_due != YS_DAY_NONE)
    {
      g_autofree char *contested = ys_explain_day (clock->contested_due);
      ys_cli_print (_("The correction was asked for late: a court may hold to %s.\n"), contested);
    }
}

static void
print_sheet (const char *id, const YsClock *clock)
{
  g_autofree char *on = ys_explain_day (clock->on);
  char from[YS_DAY_TEXT];
  char to[YS_DAY_TEXT];

  ys_cli_print (_("Case %1$s on %2$s: %3$s\n"), id, on, ys_name_state (clock->state));
  if (clock->older_law)
    ys_cli_print (_("Received before 2019-05-15: the older law, whose period is not counted "
                    "here.\n"));
  if (clock->due != YS_DAY_NONE)
    print_days (clock);

  for (guint i = 0; i < clock->steps->len; i++)
    {
      const YsStep *step = g_ptr_array_index (clock->steps, i);
      g_autofree char *text = ys_explain_step (step);

      ys_cli_print ("%c %s – %s %4d  %s  %s（%s）\n", step->ahead ? '.' : ' ',
                    ys_day_format (step->from, from), ys_day_format (step->to, to), step->days,
                    ys_name_effect (step->effect), text, step->article);
    }
  if (clock->limits->len > 0)
    ys_cli_print ("%s\n", _("Last lawful days:"));
  for (guint i = 0; i < clock->limits->len; i++)
    {
      const YsLimit *limit = g_ptr_array_index (clock->limits, i);

      ys_cli_print ("  %s  %s（%s）\n",
                    limit->until != YS_DAY_NONE ? ys_day_format (limit->until, from)
                                                : _("from delivery"),
                    ys_name_act (limit->act), limit->article);
    }
}

int
ys_verb_clock (YsCli *cli, int argc, char **argv)
{
  g_autofree char *on_word = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &on_word, N_ ("As known on that day"), N_ ("DAY") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("As JSON"), NULL },
    { NULL },
  };
  int code = ys_cli_parse (cli, entries, "CASE", 1, 1, &argc, &argv);
  YsDay on = cli->today;
  g_autoptr (YsSession) session = NULL;
  g_autoptr (YsHistory) history = NULL;
  g_autoptr (YsFolded) folded = NULL;
  g_autoptr (YsClock) clock = NULL;
  GError *error = NULL;

  if (code != YS_EXIT_DONE)
    return MAX (code, YS_EXIT_DONE);
  if (!ys_cli_read_day (on_word, "--on", &on))
    return YS_EXIT_USAGE;
  session = ys_cli_open (cli, &code);
  if (session == NULL)
    return code;
  history = ys_session_load_case (session, argv[1], &error);
  if (history == NULL)
    return ys_cli_fail (error);

  folded = ys_history_fold (history, on);
  clock = ys_clock_read (folded, ys_session_get_calendar (session), TRUE);
  if (clock == NULL)
    {
      g_autofree char *day = ys_explain_day (on);

      ys_cli_complain (_("yishenctl: on %1$s the request of case %2$s was not known yet.\n"), day,
                       argv[1]);
      return YS_EXIT_REFUSED;
    }
  if (json)
    print_json (argv[1], clock);
  else
    print_sheet (argv[1], clock);
  return ys_cli_finish ();
}
