/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages of the list, drawn with Pango in points. What a cell says is case-columns.c. */
#include "desk/cases/case-print.h"

#include "desk/cases/case-columns.h"
#include "wording/i18n.h"

#define FONT "Noto Sans CJK SC 8"
#define TITLE_FONT "Noto Sans CJK SC Bold 12"
#define LINE_HEIGHT 15.0
#define HEAD_HEIGHT 44.0 /* title and column heads */
#define FOOT_HEIGHT 18.0
#define GAP 6.0

/* Parts of the width that a column takes. */
static const double shares[YS_N_CASE_COLUMNS] = { 9, 9, 31, 8, 8, 7, 11, 7, 10, 9 };

typedef struct
{
  GPtrArray *rows;
  char *title;
  YsContext *context;
  guint lines; /* of cases, a page */
} Print;

static void
print_free (gpointer data, GClosure *closure)
{
  Print *self = data;

  g_ptr_array_unref (self->rows);
  g_object_unref (self->context);
  g_free (self->title);
  g_free (self);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *paper, Print *self)
{
  double room = gtk_print_context_get_height (paper) - HEAD_HEIGHT - FOOT_HEIGHT;

  self->lines = (guint) MAX (1, room / LINE_HEIGHT);
  gtk_print_operation_set_n_pages (
    operation, (int) MAX (1, (self->rows->len + self->lines - 1) / self->lines));
}

static void
draw_text (GtkPrintContext *paper, const char *font, const char *text, double x, double y,
           double width, PangoAlignment alignment)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (paper);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (paper);
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, alignment);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_rule (GtkPrintContext *paper, double y, double width)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (paper);

  cairo_set_line_width (cr, 0.4);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, width, y);
  cairo_stroke (cr);
}

/* The columns of one line; @row NULL: their titles. */
static void
draw_line (GtkPrintContext *paper, Print *self, const YsIndexRow *row, double y)
{
  double unit = gtk_print_context_get_width (paper);
  double sum = 0;
  double x = 0;
  const YsCalendar *calendar = ys_context_get_calendar (self->context);
  YsDay today = ys_context_get_today (self->context);

  for (int i = 0; i < YS_N_CASE_COLUMNS; i++)
    sum += shares[i];
  for (int i = 0; i < YS_N_CASE_COLUMNS; i++)
    {
      YsCaseColumn column = (YsCaseColumn) i;
      double width = unit * shares[i] / sum;
      g_autofree char *text
        = row != NULL ? ys_case_column_get_text (column, row, calendar, today)
                      : g_strdup (ys_case_column_get_title (column));

      draw_text (paper, FONT, text, x, y, width - GAP, PANGO_ALIGN_LEFT);
      x += width;
    }
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *paper, int page, Print *self)
{
  double width = gtk_print_context_get_width (paper);
  guint begin = (guint) page * self->lines;
  guint end = MIN (begin + self->lines, self->rows->len);
  int n_pages;
  g_autofree char *foot = NULL;

  g_object_get (operation, "n-pages", &n_pages, NULL);
  draw_text (paper, TITLE_FONT, self->title, 0, 0, width, PANGO_ALIGN_LEFT);
  draw_line (paper, self, NULL, HEAD_HEIGHT - LINE_HEIGHT);
  draw_rule (paper, HEAD_HEIGHT - 2, width);
  for (guint i = begin; i < end; i++)
    draw_line (paper, self, g_ptr_array_index (self->rows, i),
               HEAD_HEIGHT + (i - begin) * LINE_HEIGHT);

  /* Translators: the foot of a printed page. */
  foot = g_strdup_printf (_("Page %d of %d"), page + 1, n_pages);
  draw_text (paper, FONT, foot, 0, gtk_print_context_get_height (paper) - FOOT_HEIGHT + 4, width,
             PANGO_ALIGN_CENTER);
}

gboolean
ys_case_print (GtkWindow *parent, GPtrArray *rows, const char *title, YsContext *context,
               const char *pdf, GError **error)
{
  g_return_val_if_fail (rows != NULL && title != NULL && YS_IS_CONTEXT (context), FALSE);

  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  Print *self = g_new0 (Print, 1);

  self->rows = rows;
  self->title = g_strdup (title);
  self->context = g_object_ref (context);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_paper_size_free (paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  if (pdf != NULL)
    gtk_print_operation_set_export_filename (operation, pdf);
  else
    gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_print_cb), self, print_free,
                         0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), self);
  return gtk_print_operation_run (operation,
                                  pdf != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT
                                              : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                  parent, error)
         != GTK_PRINT_OPERATION_RESULT_ERROR;
}
