/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * import and export: the exchange format in and out. */
#include "cli/verb.h"

#include "cli/remarks.h"
#include "wording/i18n.h"

#include <inttypes.h>
#include <gio/gunixoutputstream.h>
#include <unistd.h>

static void
print_list (GPtrArray *remarks, gint64 count, const char *label)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      const YsImportRemark *remark = g_ptr_array_index (remarks, i);

      ys_cli_complain (_("line %1$" PRId64 ": %2$s [%3$s]: %4$s\n"), remark->line, label,
                       remark->id, remark->sentence);
    }
  if (count > remarks->len)
    ys_cli_complain (_("… and %" PRId64 " more\n"), count - (gint64) remarks->len);
}

void
ys_cli_print_remarks (const YsImportReport *report)
{
  print_list (report->refused, report->refusals, _("refused"));
  if (report->refusals == 0)
    print_list (report->warned, report->warnings, _("warning"));
}

int
ys_verb_import (YsCli *cli, int argc, char **argv)
{
  int code = ys_cli_parse (cli, NULL, "FILE", 1, 1, &argc, &argv);
  g_autoptr (YsSession) session = NULL;
  g_autoptr (YsImportReport) report = NULL;
  g_autoptr (GFile) file = NULL;
  GError *error = NULL;
  gboolean done;

  if (code != YS_EXIT_DONE)
    return MAX (code, YS_EXIT_DONE);
  session = ys_cli_open_to_write (cli, &code);
  if (session == NULL)
    return code;

  file = g_file_new_for_path (argv[1]);
  done = ys_office_import (session, file, ys_cli_progress, NULL, &report, &error);
  ys_cli_end_progress ();
  ys_cli_print_remarks (report);
  if (!done)
    return ys_cli_fail (error);
  ys_cli_print (_("%1$" PRId64 " entries imported, %2$" PRId64
                  " cases, %3$" PRId64 " files, %4$" PRId64 " warnings\n"),
                report->entries, report->cases, report->files, report->warnings);
  return ys_cli_finish ();
}

int
ys_verb_export (YsCli *cli, int argc, char **argv)
{
  int code;
  g_autoptr (YsSession) session
    = ys_cli_begin (cli, NULL, "[FILE]", 0, 1, &argc, &argv, &code);
  g_autoptr (GOutputStream) raw = NULL;
  g_autoptr (GOutputStream) out = NULL;
  g_autoptr (GFile) folder = NULL;
  GError *error = NULL;

  if (session == NULL)
    return code;

  if (argc > 1)
    {
      g_autoptr (GFile) file = g_file_new_for_path (argv[1]);

      folder = g_file_get_parent (file);
      raw = G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                             &error));
      if (raw == NULL)
        return ys_cli_fail (error);
    }
  else
    raw = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  out = g_buffered_output_stream_new_sized (raw, 64 * 1024);
  if (!ys_office_export (session, out, folder, ys_cli_progress, NULL, &error))
    {
      /* Closing a half-written file would put it in the place of a good one. */
      g_autoptr (GCancellable) cancelled = g_cancellable_new ();

      g_cancellable_cancel (cancelled);
      g_output_stream_close (raw, cancelled, NULL);
      return ys_cli_fail (error);
    }
  if (!g_output_stream_close (out, NULL, &error))
    return ys_cli_fail (error);
  return ys_cli_finish ();
}
