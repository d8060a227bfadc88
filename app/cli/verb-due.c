/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * due, search and similar: lists of cases. */
#include "cli/verb.h"

#include "cli/json.h"
#include "office/due.h"
#include "office/file-texts.h"
#include "report/csv.h"
#include "wording/explain.h"
#include "wording/i18n.h"

/* Hits and likenesses shown. */
#define SHOWN 50

static void
print_json (GPtrArray *rows)
{
  cJSON *list = cJSON_CreateArray ();

  for (guint i = 0; i < rows->len; i++)
    {
      const YsDueRow *row = g_ptr_array_index (rows, i);
      cJSON *object = cJSON_CreateObject ();

      cJSON_AddStringToObject (object, "case", row->id);
      ys_json_add_text (object, "title", row->title);
      cJSON_AddStringToObject (object, "state", ys_state_get_id (row->state));
      ys_json_add_day (object, "due", row->due);
      if (row->due != YS_DAY_NONE)
        cJSON_AddNumberToObject (object, "remaining", row->remaining);
      else
        cJSON_AddNullToObject (object, "remaining");
      ys_json_add_text (object, "handler", row->handler);
      cJSON_AddItemToArray (list, object);
    }
  ys_json_print (list);
}

static void
print_csv (GPtrArray *rows)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *const head[] = { "case", "title", "state", "due", "remaining", "handler", NULL };

  ys_csv_add_row (out, head);
  for (guint i = 0; i < rows->len; i++)
    {
      const YsDueRow *row = g_ptr_array_index (rows, i);
      char due[YS_DAY_TEXT] = "";
      g_autofree char *remaining
        = row->due != YS_DAY_NONE ? g_strdup_printf ("%d", row->remaining) : g_strdup ("");
      const char *const cells[] = { row->id, row->title != NULL ? row->title : "",
                                    ys_state_get_id (row->state), ys_day_format (row->due, due),
                                    remaining, row->handler != NULL ? row->handler : "", NULL };

      ys_csv_add_row (out, cells);
    }
  ys_cli_print ("%s", out->str);
}

static void
print_rows (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const YsDueRow *row = g_ptr_array_index (rows, i);
      char due[YS_DAY_TEXT] = "";
      g_autofree char *left
        = row->due == YS_DAY_NONE ? g_strdup ("")
          : row->remaining < 0
            ? g_strdup_printf (ngettext ("overdue by %d working day", "overdue by %d working days",
                                         (gulong) -row->remaining), -row->remaining)
            : g_strdup_printf (ngettext ("%d working day left", "%d working days left",
                                         (gulong) row->remaining), row->remaining);

      ys_cli_print ("%-10s  %-10s  %s  %s  %s  %s\n", row->id, ys_day_format (row->due, due), left,
                    ys_name_state (row->state), row->handler != NULL ? row->handler : "—",
                    row->title != NULL ? row->title : "");
    }
}

int
ys_verb_due (YsCli *cli, int argc, char **argv)
{
  g_autofree char *on_word = NULL;
  g_autofree char *within_word = NULL;
  gboolean json = FALSE;
  gboolean csv = FALSE;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &on_word, N_ ("As known on that day"), N_ ("DAY") },
    { "within", 0, 0, G_OPTION_ARG_FILENAME, &within_word,
      N_ ("Due on or before the N-th working day after it, overdue ones included"), "N" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("As JSON"), NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &csv, N_ ("As CSV"), NULL },
    { NULL },
  };
  int code = ys_cli_parse (cli, entries, "", 0, 0, &argc, &argv);
  YsDay on = cli->today;
  gint64 within = -1;
  g_autoptr (YsSession) session = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GError *error = NULL;

  if (code != YS_EXIT_DONE)
    return MAX (code, YS_EXIT_DONE);
  if (!ys_cli_read_day (on_word, "--on", &on)
      || !ys_cli_read_int (within_word, "--within", 0, 1000, &within))
    return YS_EXIT_USAGE;
  if (json && csv)
    return ys_cli_usage (_("--json and --csv exclude each other"));
  session = ys_cli_open (cli, &code);
  if (session == NULL)
    return code;
  rows = ys_office_list_due (session, on, (int) within, &error);
  if (rows == NULL)
    return ys_cli_fail (error);

  if (json)
    print_json (rows);
  else if (csv)
    print_csv (rows);
  else
    print_rows (rows);
  return ys_cli_finish ();
}

int
ys_verb_search (YsCli *cli, int argc, char **argv)
{
  int code;
  g_autoptr (YsSession) session
    = ys_cli_begin (cli, NULL, "TEXT", 1, -1, &argc, &argv, &code);
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;

  if (session == NULL)
    return code;
  text = g_strjoinv (" ", argv + 1);
  hits = ys_office_search (session, text, SHOWN, &error);
  if (hits == NULL)
    return ys_cli_fail (error);
  for (guint i = 0; i < hits->len; i++)
    {
      const YsHit *hit = g_ptr_array_index (hits, i);
      g_autofree char *file
        = hit->file != NULL ? ys_office_name_file (session, hit->id, hit->file) : NULL;

      ys_cli_print ("%-10s  %s\n            %s\n", hit->id, hit->title != NULL ? hit->title : "",
                    hit->snippet != NULL ? hit->snippet : "");
      if (file != NULL)
        ys_cli_print ("            (%s)\n", file);
    }
  if (hits->len == 0)
    ys_cli_complain (_("yishenctl: nothing was found for “%s”.\n"), text);
  return ys_cli_finish ();
}

int
ys_verb_similar (YsCli *cli, int argc, char **argv)
{
  int code;
  g_autoptr (YsSession) session
    = ys_cli_begin (cli, NULL, "CASE", 1, 1, &argc, &argv, &code);
  g_autoptr (GPtrArray) found = NULL;
  GError *error = NULL;

  if (session == NULL)
    return code;
  found = ys_office_list_similar (session, argv[1], SHOWN, &error);
  if (found == NULL)
    return ys_cli_fail (error);
  for (guint i = 0; i < found->len; i++)
    {
      const YsLikeness *like = g_ptr_array_index (found, i);
      const char *outcome = ys_name_outcome (like->outcome);

      ys_cli_print ("%-10s  %3d %%  %s%s%s\n", like->id, like->percent,
                    like->same_applicant ? _("same applicant; ") : "",
                    like->title != NULL ? like->title : "", outcome != NULL ? "" : " ");
      if (outcome != NULL)
        ys_cli_print ("            %s\n", outcome);
    }
  return ys_cli_finish ();
}
