/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The report as a workbook (xlsx): a sheet a table, merged and bordered as printed, one A4 page
 * each. The same report gives the same bytes. */
#include "report/annual-report-private.h"
#include "report/form.h"
#include "wording/i18n.h"

#include <glib/gstdio.h>
#include <xlsxwriter.h>

#define PAPER_A4 9
#define FONT "宋体"
#define TITLE_ROWS 2
#define LINE_HEIGHT 15.0 /* points, at 11 pt */

typedef struct
{
  lxw_workbook *workbook;
  lxw_format *title;
  lxw_format *subtitle;
  lxw_format *header;
  lxw_format *label;
  lxw_format *figure;
  lxw_error error; /* the first one */
} Book;

static void
keep_error (Book *book, lxw_error error)
{
  if (book->error == LXW_NO_ERROR)
    book->error = error;
}

static lxw_format *
add_format (Book *book, double size, int align, gboolean bold, gboolean bordered)
{
  lxw_format *format = workbook_add_format (book->workbook);
  format_set_font_name (format, FONT);
  format_set_font_size (format, size);
  format_set_align (format, align);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_text_wrap (format);
  if (bold)
    format_set_bold (format);
  if (bordered)
    format_set_border (format, LXW_BORDER_THIN);
  return format;
}

static lxw_format *
format_for (const Book *book, YsCellKind kind)
{
  switch (kind)
    {
    case YS_CELL_ROW_HEADER:
      return book->label;
    case YS_CELL_FIGURE:
    case YS_CELL_EMPTY:
      return book->figure;
    default:
      return book->header;
    }
}

/* Columns that a text takes; a Chinese character is twice as wide as a digit. */
static int
measure (const char *text)
{
  int width = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide_cjk (g_utf8_get_char (p)) ? 2 : 1;
  return width;
}

/* Spreadsheets do not fit the height of rows to merged cells: it is set by hand. */
static double
height_of_row (const YsFormTable *table, int row)
{
  int most = 1;
  for (guint i = 0; i < table->cells->len; i++)
    {
      const YsFormCell *cell = &g_array_index (table->cells, YsFormCell, i);
      int room = 0;
      if (cell->row != row || cell->rowspan > 1 || cell->text == NULL)
        continue;
      for (int column = cell->column; column < cell->column + cell->colspan; column++)
        room += table->widths[column];
      /* One character's room at the edges. */
      most = MAX (most, (measure (cell->text) + room - 2) / (room - 1));
    }
  return most * LINE_HEIGHT + 3;
}

static void
write_cell (Book *book, lxw_worksheet *sheet, const YsFormCell *cell, const YsFigures *figures)
{
  lxw_row_t row = TITLE_ROWS + cell->row;
  lxw_col_t column = cell->column;
  lxw_format *format = format_for (book, cell->kind);
  g_autofree char *text = ys_form_cell_dup_text (cell, figures);
  double number;

  /* Merging writes blanks with the border; the content is then written over the first of them. */
  if (cell->rowspan > 1 || cell->colspan > 1)
    keep_error (book, worksheet_merge_range (sheet, row, column, row + cell->rowspan - 1,
                                             column + cell->colspan - 1, "", format));
  if (ys_form_cell_get_number (cell, figures, &number))
    keep_error (book, worksheet_write_number (sheet, row, column, number, format));
  else if (*text != '\0')
    keep_error (book, worksheet_write_string (sheet, row, column, text, format));
  else
    keep_error (book, worksheet_write_blank (sheet, row, column, format));
}

static void
set_up_page (Book *book, lxw_worksheet *sheet, const YsFormTable *table, gboolean draft)
{
  lxw_row_t header_end = TITLE_ROWS + table->header_rows;

  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, PAPER_A4);
  worksheet_set_margins (sheet, 0.5, 0.5, 0.7, 0.7);
  worksheet_center_horizontally (sheet);
  worksheet_fit_to_pages (sheet, 1, 1);
  keep_error (book, worksheet_repeat_rows (sheet, 0, header_end - 1));
  keep_error (book,
              worksheet_print_area (sheet, 0, 0, TITLE_ROWS + table->rows - 1, table->columns - 1));
  keep_error (book, worksheet_set_footer (sheet, "&C第 &P 页，共 &N 页"));
  if (draft)
    keep_error (book, worksheet_set_header (sheet, "&C&\"" FONT ",Bold\"&20" YS_REPORT_DRAFT));
  worksheet_freeze_panes (sheet, header_end, 0);
}

static void
write_table (Book *book, const YsFormTable *table, const YsAnnualReport *report, const char *title)
{
  lxw_worksheet *sheet = workbook_add_worksheet (book->workbook, table->name);

  if (sheet == NULL)
    {
      keep_error (book, LXW_ERROR_MEMORY_MALLOC_FAILED);
      return;
    }
  for (int column = 0; column < table->columns; column++)
    keep_error (book, worksheet_set_column (sheet, column, column, table->widths[column], NULL));
  keep_error (book, worksheet_set_row (sheet, 0, 2 * LINE_HEIGHT, NULL));
  keep_error (book, worksheet_set_row (sheet, 1, 1.5 * LINE_HEIGHT, NULL));
  for (int row = 0; row < table->rows; row++)
    keep_error (book,
                worksheet_set_row (sheet, TITLE_ROWS + row, height_of_row (table, row), NULL));

  keep_error (book, worksheet_merge_range (sheet, 0, 0, 0, table->columns - 1, title, book->title));
  keep_error (book, worksheet_merge_range (sheet, 1, 0, 1, table->columns - 1, table->title,
                                           book->subtitle));
  for (guint i = 0; i < table->cells->len; i++)
    write_cell (book, sheet, &g_array_index (table->cells, YsFormCell, i), report->figures);
  set_up_page (book, sheet, table, report->draft);
}

/* No author: who made the file is nobody's business. The day that limits the facts stands in for
 * the time of making. */
static void
set_properties (Book *book, const char *title, YsDay on)
{
  g_autofree char *copy = g_strdup (title);
  lxw_doc_properties properties = { .title = copy, .created = (time_t) on * 24 * 60 * 60 };
  keep_error (book, workbook_set_properties (book->workbook, &properties));
}

static void
write_book (Book *book, const YsAnnualReport *report, const char *title, YsDay on)
{
  book->title = add_format (book, 16, LXW_ALIGN_CENTER, TRUE, FALSE);
  book->subtitle = add_format (book, 12, LXW_ALIGN_LEFT, TRUE, FALSE);
  book->header = add_format (book, 11, LXW_ALIGN_CENTER, FALSE, TRUE);
  book->label = add_format (book, 11, LXW_ALIGN_LEFT, FALSE, TRUE);
  book->figure = add_format (book, 11, LXW_ALIGN_CENTER, FALSE, TRUE);

  set_properties (book, title, on);
  for (int i = 0; i < YS_N_TABLES; i++)
    {
      g_autoptr (YsFormTable) table = ys_form_table_new (report->figures->form, i);
      write_table (book, table, report, title);
    }
}

/* The library writes to a path only: into a folder of our own, which the caller removes. */
static GBytes *
write_in_folder (const YsAnnualReport *report,
                 const char *title,
                 YsDay on,
                 char *folder,
                 const char *path,
                 GError **error)
{
  Book book = { 0 };
  lxw_workbook_options options = { .tmpdir = folder };
  g_autofree char *contents = NULL;
  gsize length = 0;

  book.workbook = workbook_new_opt (path, &options);
  if (book.workbook != NULL)
    {
      write_book (&book, report, title, on);
      keep_error (&book, workbook_close (book.workbook));
    }
  else
    book.error = LXW_ERROR_MEMORY_MALLOC_FAILED;

  if (book.error != LXW_NO_ERROR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _ ("The report could not be written as a workbook: %s. See that the folder for "
                      "temporary files, %s, has room, and try again."),
                   lxw_strerror (book.error), g_get_tmp_dir ());
      return NULL;
    }
  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&contents), length);
}

GBytes *
ys_report_write_sheet (const YsAnnualReport *report, const char *title, GError **error)
{
  YsDay on = report->on != NULL ? ys_day_parse (report->on, -1) : YS_DAY_NONE;

  g_return_val_if_fail (on != YS_DAY_NONE, NULL);
  g_autofree char *folder = g_dir_make_tmp ("yishen-report-XXXXXX", error);
  if (folder == NULL)
    return NULL;
  g_autofree char *path = g_build_filename (folder, "report.xlsx", NULL);
  GBytes *bytes = write_in_folder (report, title, on, folder, path, error);
  g_unlink (path);
  g_rmdir (folder);
  return bytes;
}
