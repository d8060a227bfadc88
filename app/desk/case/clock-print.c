/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Head, rows, foot. Row heights are measured once, in begin-print, and pages filled from them. */
#include "desk/case/clock-print.h"

#include "desk/case/sheet-lines.h"
#include "desk/case/words.h"
#include "wording/i18n.h"

/* Points; A4 with the usual margins leaves about 480 × 740. */
#define HEAD_HEIGHT 74.0
#define FOOT_HEIGHT 22.0
#define ROW_PADDING 3.0

#define N_COLUMNS 5
/* Parts of the width: days, effect, reason, article, total. */
static const double shares[N_COLUMNS] = { 0.26, 0.10, 0.31, 0.26, 0.07 };

typedef struct
{
  char *title;
  char *subject;
  char *due;
  char *foot;
  GPtrArray *lines; /* of YsSheetLine */
  double *heights;
  GArray *breaks;   /* of guint: first line of each page */
} Print;

static void
print_free (gpointer data, GClosure *closure)
{
  Print *self = data;

  g_free (self->title);
  g_free (self->subject);
  g_free (self->due);
  g_free (self->foot);
  g_ptr_array_unref (self->lines);
  g_free (self->heights);
  g_array_unref (self->breaks);
  g_free (self);
}

static PangoLayout *
make_layout (GtkPrintContext *context, const char *text, double width, int size, gboolean bold)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Noto Sans CJK SC, Sans");

  pango_font_description_set_size (font, size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
list_cells (const YsSheetLine *line, const char *cells[N_COLUMNS])
{
  cells[0] = line->days;
  cells[1] = ys_effect_name (line->effect);
  cells[2] = line->sentence;
  cells[3] = line->article;
  cells[4] = line->total;
}

/* Draws a row at @y, or with a NULL @cr only measures it. */
static double
draw_row (GtkPrintContext *context, cairo_t *cr, const char *const cells[N_COLUMNS], double y,
          gboolean bold)
{
  double width = gtk_print_context_get_width (context);
  double x = 0, height = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autoptr (PangoLayout) layout
        = make_layout (context, cells[i], width * shares[i] - 6, 9, bold);
      int h;

      pango_layout_get_size (layout, NULL, &h);
      height = MAX (height, (double) h / PANGO_SCALE);
      if (cr != NULL)
        {
          cairo_move_to (cr, x, y + ROW_PADDING);
          pango_cairo_show_layout (cr, layout);
        }
      x += width * shares[i];
    }
  height += 2 * ROW_PADDING;
  if (cr != NULL)
    {
      cairo_set_line_width (cr, bold ? 0.8 : 0.3);
      cairo_move_to (cr, 0, y + height);
      cairo_line_to (cr, width, y + height);
      cairo_stroke (cr);
    }
  return height;
}

static double
draw_heads (GtkPrintContext *context, cairo_t *cr, double y)
{
  const char *const heads[N_COLUMNS] = { _("Days"), _("Effect"), _("Reason"), _("Article"),
                                         _("Total") };

  return draw_row (context, cr, heads, y, TRUE);
}

static void
draw_text (GtkPrintContext *context, cairo_t *cr, const char *text, double y, int size,
           gboolean bold)
{
  g_autoptr (PangoLayout) layout
    = make_layout (context, text, gtk_print_context_get_width (context), size, bold);

  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  cairo_move_to (cr, 0, y);
  pango_cairo_show_layout (cr, layout);
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, Print *self)
{
  double room = gtk_print_context_get_height (context) - HEAD_HEIGHT - FOOT_HEIGHT
                - draw_heads (context, NULL, 0);
  double used = 0;
  guint first = 0;

  g_array_set_size (self->breaks, 0);
  g_array_append_val (self->breaks, first);
  g_free (self->heights);
  self->heights = g_new0 (double, self->lines->len + 1);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const char *cells[N_COLUMNS];

      list_cells (g_ptr_array_index (self->lines, i), cells);
      self->heights[i] = draw_row (context, NULL, cells, 0, FALSE);
      if (used + self->heights[i] > room && used > 0)
        {
          g_array_append_val (self->breaks, i);
          used = 0;
        }
      used += self->heights[i];
    }
  gtk_print_operation_set_n_pages (operation, (int) self->breaks->len);
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Print *self)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  guint first = g_array_index (self->breaks, guint, page);
  guint end = (guint) page + 1 < self->breaks->len ? g_array_index (self->breaks, guint, page + 1)
                                                   : self->lines->len;
  double y = HEAD_HEIGHT;
  g_autofree char *pages = g_strdup_printf ("%s · %d/%u", self->foot, page + 1, self->breaks->len);

  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_text (context, cr, self->title, 0, 15, TRUE);
  draw_text (context, cr, self->subject, 25, 10, FALSE);
  draw_text (context, cr, self->due, 43, 12, TRUE);
  y += draw_heads (context, cr, y);
  for (guint i = first; i < end; i++)
    {
      const char *cells[N_COLUMNS];

      list_cells (g_ptr_array_index (self->lines, i), cells);
      y += draw_row (context, cr, cells, y, FALSE);
    }
  draw_text (context, cr, pages, gtk_print_context_get_height (context) - FOOT_HEIGHT + 6, 8,
             FALSE);
}

GtkPrintOperation *
ys_clock_print_new (const YsCaseView *view, const YsCalendar *calendar, const char *agency)
{
  g_return_val_if_fail (view != NULL && view->clock != NULL && calendar != NULL, NULL);

  GtkPrintOperation *operation = gtk_print_operation_new ();
  Print *print = g_new0 (Print, 1);
  g_autofree char *today = ys_day_with_weekday (view->on);
  g_autofree char *job = g_strdup_printf (_("Clock sheet %s"), view->casefile->id);

  print->title = g_strdup_printf (_("Clock sheet of case %s"), view->casefile->id);
  print->subject = g_strdup (view->casefile->title != NULL ? view->casefile->title : "");
  print->due = ys_due_sentence (view);
  print->foot = g_strdup_printf ("%s · %s", agency != NULL ? agency : "", today);
  print->lines = ys_sheet_list_lines (view->clock, calendar);
  print->breaks = g_array_new (FALSE, FALSE, sizeof (guint));

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, job);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_cb), print, print_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), print);
  return operation;
}
