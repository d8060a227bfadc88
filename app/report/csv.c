/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The report as CSV (RFC 4180, CRLF, UTF-8 with a byte order mark: spreadsheets of Chinese offices
 * take a file without it for GB 18030). The three tables follow each other in one file. */
#include "report/csv.h"

#include "report/annual-report-private.h"
#include "report/form.h"

#include <string.h>

static void
append_field (GString *csv, const char *field)
{
  if (strpbrk (field, ",\"\r\n") == NULL)
    {
      g_string_append (csv, field);
      return;
    }
  g_string_append_c (csv, '"');
  for (const char *p = field; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

/* Every record has as many fields as the widest table, as RFC 4180 asks. */
static void
append_record (GString *csv, char *const *fields)
{
  for (int i = 0; i < YS_FORM_MAX_COLUMNS; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      append_field (csv, fields[i] != NULL ? fields[i] : "");
    }
  g_string_append (csv, "\r\n");
}

/* A spreadsheet would run text that begins like this as a formula (CWE-1236); labels never do, but
 * names of agencies and recorded amounts come from outside. */
static char *
disarm (const char *text)
{
  gboolean armed = *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
  return g_strconcat (armed ? "'" : "", text, NULL);
}

void
ys_csv_add_row (GString *csv, const char *const *cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *text
        = g_ascii_string_to_signed (cells[i], 10, G_MININT64, G_MAXINT64, NULL, NULL)
            ? g_strdup (cells[i])
            : disarm (cells[i]);

      if (i > 0)
        g_string_append_c (csv, ',');
      append_field (csv, text);
    }
  g_string_append (csv, "\r\n");
}

static void
append_line (GString *csv, const char *text)
{
  char *fields[YS_FORM_MAX_COLUMNS] = { NULL };
  g_autofree char *first = disarm (text);
  fields[0] = first;
  append_record (csv, fields);
}

/* A merged cell's text stands in its first place; the others stay empty. */
static void
append_table (GString *csv, const YsFormTable *table, const YsFigures *figures)
{
  guint next = 0;

  for (int row = 0; row < table->rows; row++)
    {
      char *fields[YS_FORM_MAX_COLUMNS] = { NULL };
      for (; next < table->cells->len; next++)
        {
          const YsFormCell *cell = &g_array_index (table->cells, YsFormCell, next);
          double number;
          if (cell->row > row)
            break;
          g_autofree char *text = ys_form_cell_dup_text (cell, figures);
          fields[cell->column] = ys_form_cell_get_number (cell, figures, &number)
                                   ? g_steal_pointer (&text)
                                   : disarm (text);
        }
      append_record (csv, fields);
      for (int i = 0; i < YS_FORM_MAX_COLUMNS; i++)
        g_free (fields[i]);
    }
}

GBytes *
ys_report_write_csv (const YsAnnualReport *report, const char *title)
{
  GString *csv = g_string_new ("\xEF\xBB\xBF");

  append_line (csv, title);
  for (int i = 0; i < YS_N_TABLES; i++)
    {
      g_autoptr (YsFormTable) table = ys_form_table_new (report->figures->form, i);
      append_line (csv, "");
      append_line (csv, table->title);
      append_table (csv, table, report->figures);
    }
  return g_string_free_to_bytes (csv);
}
