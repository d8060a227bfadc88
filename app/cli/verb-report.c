/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * report: the tables of the annual report. */
#include "cli/verb.h"

#include "office/figures.h"
#include "report/annual-report.h"
#include "wording/explain.h"
#include "wording/i18n.h"

#include <stdio.h>

/* First year that a report can be made for: the first regulation took effect in 2008. */
#define FIRST_YEAR 2008

typedef struct
{
  int year;
  YsForm form;
  YsDay on;
  gboolean draft;
  YsReportFormat format;
  const char *path; /* NULL: stdout */
} Order;

static int
write_report (const Order *order, const YsAnnualReport *report)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = ys_annual_report_write (report, order->format, &error);
  gsize size;
  const char *data;

  if (bytes == NULL)
    return ys_cli_fail (error);
  data = g_bytes_get_data (bytes, &size);
  if (order->path == NULL)
    {
      fwrite (data, 1, size, stdout);
      return ys_cli_finish ();
    }
  if (!g_file_set_contents_full (order->path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT,
                                 0644, &error))
    return ys_cli_fail (error);
  return ys_cli_finish ();
}

static void
print_failures (GPtrArray *checks)
{
  for (guint i = 0; i < checks->len; i++)
    {
      const YsCheck *check = g_ptr_array_index (checks, i);

      if (!check->holds && check->binding)
        ys_cli_complain (_("yishenctl: does not hold: %1$s (%2$s): %3$s\n"),
                         ys_name_check (check->id), check->id, check->detail);
    }
}

static int
make_report (YsSession *session, const Order *order)
{
  YsFigures figures;
  GError *error = NULL;
  g_autofree char *agency = NULL;
  g_autoptr (GPtrArray) checks = NULL;
  char on[YS_DAY_TEXT];

  if (!ys_office_count_year (session, order->year, order->form, order->on, &figures, &error))
    return ys_cli_fail (error);
  agency = ys_session_get_agency (session, &error);
  if (agency == NULL)
    return ys_cli_fail (error);

  checks = ys_figures_check (&figures, NULL);
  if (!ys_checks_hold (checks))
    {
      print_failures (checks);
      if (!order->draft)
        {
          ys_cli_complain (_("yishenctl: no report was written. Mend the cases, or write a draft "
                             "with --draft.\n"));
          return YS_EXIT_REFUSED;
        }
    }

  YsAnnualReport report = {
    .figures = &figures,
    .checks = checks,
    .agency = agency,
    .on = ys_day_format (order->on, on),
    .draft = order->draft,
  };
  return write_report (order, &report);
}

int
ys_verb_report (YsCli *cli, int argc, char **argv)
{
  g_autofree char *on_word = NULL;
  g_autofree char *form_word = NULL;
  g_autofree char *path = NULL;
  gboolean json = FALSE;
  gboolean draft = FALSE;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &on_word, N_ ("As known on that day"), N_ ("DAY") },
    { "form", 0, 0, G_OPTION_ARG_FILENAME, &form_word,
      N_ ("The printed form; by default 2019 for years up to 2020, else 2021"), "2019|2021" },
    { "draft", 0, 0, G_OPTION_ARG_NONE, &draft, N_ ("Write it even if a check fails, marked 草稿"),
      NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("JSON on standard output"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_ ("File to write, by its ending"),
      "FILE.{xlsx,html,csv,json}" },
    { NULL },
  };
  int code = ys_cli_parse (cli, entries, "YEAR", 1, 1, &argc, &argv);
  gint64 year = 0;
  Order order = { .on = cli->today, .draft = draft, .path = path };
  g_autoptr (YsSession) session = NULL;

  if (code != YS_EXIT_DONE)
    return MAX (code, YS_EXIT_DONE);
  order.draft = draft;
  order.path = path;
  if (!ys_cli_read_int (argv[1], "YEAR", FIRST_YEAR, YS_YEAR_MAX, &year)
      || !ys_cli_read_day (on_word, "--on", &order.on))
    return YS_EXIT_USAGE;
  order.year = (int) year;
  order.form = ys_form_for_year (order.year);
  if (form_word != NULL && !g_str_equal (form_word, "2019") && !g_str_equal (form_word, "2021"))
    return ys_cli_usage (_("--form: “%s” is neither 2019 nor 2021"), form_word);
  if (form_word != NULL)
    order.form = g_str_equal (form_word, "2019") ? YS_FORM_2019 : YS_FORM_2021;
  if (json && path != NULL)
    return ys_cli_usage (_("--json and -o exclude each other"));
  order.format = json ? YS_REPORT_JSON : YS_REPORT_CSV;
  if (path != NULL && !ys_report_format_from_path (path, &order.format))
    return ys_cli_usage (_("-o: this version writes .xlsx, .html, .csv and .json, not “%s”"), path);

  session = ys_cli_open (cli, &code);
  return session != NULL ? make_report (session, &order) : code;
}
