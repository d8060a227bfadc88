/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes workbooks into a folder for check_xlsx.py to read back, and tests that the same report
 * gives the same bytes. */
#include "../fixtures/figures-fixture.h"
#include "sample-report.h"

static void
save (const char *folder, const char *name, const YsFigures *figures, gboolean draft)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) once
    = sample_write (figures, NULL, "{\"name\":\"宿迁市人民政府\"}", draft, YS_REPORT_XLSX);
  g_autoptr (GBytes) again
    = sample_write (figures, NULL, "{\"name\":\"宿迁市人民政府\"}", draft, YS_REPORT_XLSX);

  g_assert_true (g_bytes_equal (once, again));
  g_file_set_contents (path, g_bytes_get_data (once, NULL), (gssize) g_bytes_get_size (once),
                       &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  YsFigures figures;

  g_test_init (&argc, &argv, NULL);
  if (argc != 2)
    g_error ("Usage: write-xlsx FOLDER");
  fixture_read_figures (&figures);
  save (argv[1], "published.xlsx", &figures, FALSE);
  sample_fill_figures (&figures, 2023, YS_FORM_2021);
  save (argv[1], "distinct-2021.xlsx", &figures, TRUE);
  sample_fill_figures (&figures, 2020, YS_FORM_2019);
  save (argv[1], "distinct-2019.xlsx", &figures, FALSE);
  ys_figures_begin (&figures, 2023, YS_FORM_2021);
  save (argv[1], "empty.xlsx", &figures, FALSE);
  return 0;
}
