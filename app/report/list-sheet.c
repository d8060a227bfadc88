/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows go to a file of the library's own as they come. Text is written as text, whatever it looks
 * like, so that nothing in it is ever run. */
#include "report/list-sheet.h"

#include "wording/i18n.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <xlsxwriter.h>

#define FONT "宋体"
#define PAPER_A4 9

struct _YsListSheet
{
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  lxw_format *body;
  gboolean *is_number;
  guint n_columns;
  guint n_rows;
  lxw_error error; /* the first one */
  char *folder;
  char *path;
};

static void
keep_error (YsListSheet *self, lxw_error error)
{
  if (self->error == LXW_NO_ERROR)
    self->error = error;
}

static gboolean
check (YsListSheet *self, GError **error)
{
  if (self->error == LXW_NO_ERROR)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _("The list could not be written as a workbook: %s. See that the folder for "
                 "temporary files, %s, has room, and try again."),
               lxw_strerror (self->error), g_get_tmp_dir ());
  return FALSE;
}

static lxw_format *
add_format (YsListSheet *self, gboolean bold)
{
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_font_name (format, FONT);
  format_set_font_size (format, 11);
  if (bold)
    format_set_bold (format);
  return format;
}

static void
write_head (YsListSheet *self, const YsListSheetColumn *columns)
{
  lxw_format *head = add_format (self, TRUE);

  self->body = add_format (self, FALSE);
  for (guint i = 0; i < self->n_columns; i++)
    {
      lxw_col_t column = (lxw_col_t) i;

      self->is_number[i] = columns[i].is_number;
      keep_error (self, worksheet_set_column (self->sheet, column, column, columns[i].width, NULL));
      keep_error (self, worksheet_write_string (self->sheet, 0, column, columns[i].title, head));
    }
  self->n_rows = 1;
  worksheet_freeze_panes (self->sheet, 1, 0);
  worksheet_set_landscape (self->sheet);
  worksheet_set_paper (self->sheet, PAPER_A4);
  worksheet_fit_to_pages (self->sheet, 1, 0);
  keep_error (self, worksheet_repeat_rows (self->sheet, 0, 0));
}

YsListSheet *
ys_list_sheet_new (const char *name, const YsListSheetColumn *columns, guint n_columns,
                   GError **error)
{
  g_return_val_if_fail (name != NULL && columns != NULL && n_columns > 0, NULL);

  g_autoptr (YsListSheet) self = g_new0 (YsListSheet, 1);

  self->folder = g_dir_make_tmp ("yishen-list-XXXXXX", error);
  if (self->folder == NULL)
    return NULL;
  self->path = g_build_filename (self->folder, "list.xlsx", NULL);
  self->n_columns = n_columns;
  self->is_number = g_new0 (gboolean, n_columns);

  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = self->folder };
  self->workbook = workbook_new_opt (self->path, &options);
  self->sheet = self->workbook != NULL ? workbook_add_worksheet (self->workbook, name) : NULL;
  if (self->sheet == NULL)
    keep_error (self, LXW_ERROR_MEMORY_MALLOC_FAILED);
  else
    write_head (self, columns);
  return check (self, error) ? g_steal_pointer (&self) : NULL;
}

static gboolean
read_number (const char *cell, double *number)
{
  gint64 value;

  if (!g_ascii_string_to_signed (cell, 10, G_MININT32, G_MAXINT32, &value, NULL))
    return FALSE;
  *number = (double) value;
  return TRUE;
}

gboolean
ys_list_sheet_add_row (YsListSheet *self, const char *const *cells, GError **error)
{
  g_return_val_if_fail (self != NULL && self->workbook != NULL && cells != NULL, FALSE);

  if (self->n_rows >= YS_LIST_SHEET_ROWS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   _("A sheet holds no more than %d rows. Filter the list, or write it as CSV."),
                   YS_LIST_SHEET_ROWS);
      return FALSE;
    }
  for (guint i = 0; i < self->n_columns; i++)
    {
      double number;

      if (cells[i] == NULL || *cells[i] == '\0')
        continue;
      if (self->is_number[i] && read_number (cells[i], &number))
        keep_error (self, worksheet_write_number (self->sheet, self->n_rows, (lxw_col_t) i, number,
                                                  self->body));
      else
        keep_error (self, worksheet_write_string (self->sheet, self->n_rows, (lxw_col_t) i,
                                                  cells[i], self->body));
    }
  self->n_rows++;
  return check (self, error);
}

GBytes *
ys_list_sheet_finish (YsListSheet *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->workbook != NULL, NULL);

  g_autofree char *contents = NULL;
  gsize length = 0;

  if (self->n_rows > 1)
    keep_error (self, worksheet_autofilter (self->sheet, 0, 0, self->n_rows - 1,
                                            (lxw_col_t) (self->n_columns - 1)));
  keep_error (self, workbook_close (g_steal_pointer (&self->workbook)));
  if (!check (self, error) || !g_file_get_contents (self->path, &contents, &length, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&contents), length);
}

void
ys_list_sheet_free (YsListSheet *self)
{
  g_return_if_fail (self != NULL);

  /* Closing is the only way to have the library let go of its own files. */
  if (self->workbook != NULL)
    workbook_close (self->workbook);
  if (self->path != NULL)
    g_unlink (self->path);
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_free (self->is_number);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}
