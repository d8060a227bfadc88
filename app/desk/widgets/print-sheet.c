/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawn with Pango and Cairo, in points. */
#include "desk/widgets/print-sheet.h"

#include "wording/i18n.h"

/* A4 with the usual margins leaves about 480 × 740. */
#define FOOT_HEIGHT 22.0
#define HEADING_SPACE 12.0
#define ROW_PADDING 3.0
#define CELL_GAP 6.0

#define SIZE_TITLE 15
#define SIZE_DUE 12
#define SIZE_HEADING 11
#define SIZE_SUBJECT 10
#define SIZE_CELL 9
#define SIZE_FOOT 8

typedef struct
{
  char **cells;         /* one and no shares: a heading */
  const double *shares;
  gboolean is_head;
  double height;
} Row;

struct _YsPrintSheet
{
  char *title;
  char *subject;
  char *due;
  char *foot;
  GPtrArray *rows; /* of Row */
  GArray *breaks;  /* of guint: first row of each page */
};

static void
row_free (gpointer data)
{
  Row *self = data;

  g_strfreev (self->cells);
  g_free (self);
}

YsPrintSheet *
ys_print_sheet_new (const char *title, const char *subject, const char *due, const char *foot)
{
  YsPrintSheet *self = g_new0 (YsPrintSheet, 1);

  self->title = g_strdup (title);
  self->subject = g_strdup (subject);
  self->due = g_strdup (due);
  self->foot = g_strdup (foot);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->breaks = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
ys_print_sheet_free (YsPrintSheet *self)
{
  g_free (self->title);
  g_free (self->subject);
  g_free (self->due);
  g_free (self->foot);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->breaks);
  g_free (self);
}

void
ys_print_sheet_add_row (YsPrintSheet *self, const char *const *cells, const double *shares,
                        gboolean is_head)
{
  g_return_if_fail (self != NULL && cells != NULL && shares != NULL);

  Row *row = g_new0 (Row, 1);

  row->cells = g_strdupv ((char **) cells);
  row->shares = shares;
  row->is_head = is_head;
  g_ptr_array_add (self->rows, row);
}

void
ys_print_sheet_add_heading (YsPrintSheet *self, const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  Row *row = g_new0 (Row, 1);

  row->cells = g_strdupv ((char *[]) { (char *) text, NULL });
  g_ptr_array_add (self->rows, row);
}

/* --- texts ----------------------------------------------------------------------------------- */

static PangoLayout *
make_layout (GtkPrintContext *context, const char *text, double width, int size, gboolean bold)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  g_autoptr (PangoFontDescription) font
    = pango_font_description_from_string ("Noto Sans CJK SC, Sans");

  pango_font_description_set_size (font, size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* Draws a text at @x, @y, or with a NULL @cr only measures it. Returns its height. */
static double
draw_text (GtkPrintContext *context, cairo_t *cr, const char *text, double x, double y,
           double width, int size, gboolean bold)
{
  g_autoptr (PangoLayout) layout = make_layout (context, text, width, size, bold);
  int height;

  pango_layout_get_size (layout, NULL, &height);
  if (cr != NULL)
    {
      cairo_move_to (cr, x, y);
      pango_cairo_show_layout (cr, layout);
    }
  return (double) height / PANGO_SCALE;
}

/* --- rows ------------------------------------------------------------------------------------ */

static void
draw_line (GtkPrintContext *context, cairo_t *cr, double y, double thickness)
{
  cairo_set_line_width (cr, thickness);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, gtk_print_context_get_width (context), y);
  cairo_stroke (cr);
}

static double
draw_row (GtkPrintContext *context, cairo_t *cr, const Row *row, double y)
{
  double width = gtk_print_context_get_width (context);
  double x = 0, height = 0;

  if (row->shares == NULL)
    return HEADING_SPACE + ROW_PADDING
           + draw_text (context, cr, row->cells[0], 0, y + HEADING_SPACE, width, SIZE_HEADING, TRUE);

  for (guint i = 0; row->cells[i] != NULL; i++)
    {
      double room = width * row->shares[i];
      double h = draw_text (context, cr, row->cells[i], x, y + ROW_PADDING, room - CELL_GAP,
                            SIZE_CELL, row->is_head);

      height = MAX (height, h);
      x += room;
    }
  height += 2 * ROW_PADDING;
  if (cr != NULL)
    draw_line (context, cr, y + height, row->is_head ? 0.8 : 0.3);
  return height;
}

/* The heads of the columns that row @index stands under, or NULL: it begins its own. */
static const Row *
find_heads (const YsPrintSheet *self, guint index)
{
  const Row *row = g_ptr_array_index (self->rows, index);

  if (row->shares == NULL || row->is_head)
    return NULL;
  for (guint i = index; i-- > 0;)
    {
      const Row *before = g_ptr_array_index (self->rows, i);

      if (before->shares != row->shares)
        return NULL;
      if (before->is_head)
        return before;
    }
  return NULL;
}

/* --- pages ----------------------------------------------------------------------------------- */

static double
draw_top (GtkPrintContext *context, cairo_t *cr, const YsPrintSheet *self)
{
  double width = gtk_print_context_get_width (context);
  double y = draw_text (context, cr, self->title, 0, 0, width, SIZE_TITLE, TRUE) + 4;

  if (self->subject != NULL)
    y += draw_text (context, cr, self->subject, 0, y, width, SIZE_SUBJECT, FALSE) + 4;
  if (self->due != NULL)
    y += draw_text (context, cr, self->due, 0, y, width, SIZE_DUE, TRUE) + 4;
  return y + 6;
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, YsPrintSheet *self)
{
  double room = gtk_print_context_get_height (context) - FOOT_HEIGHT
                - draw_top (context, NULL, self);
  double used = 0;
  guint first = 0;

  g_array_set_size (self->breaks, 0);
  g_array_append_val (self->breaks, first);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);
      /* A heading or heads of columns at the foot of a page would stand over nothing. */
      gboolean leads = row->shares == NULL || row->is_head;
      const Row *next = leads && i + 1 < self->rows->len ? g_ptr_array_index (self->rows, i + 1)
                                                         : NULL;
      double needed;

      row->height = draw_row (context, NULL, row, 0);
      needed = row->height + (next != NULL ? draw_row (context, NULL, next, 0) : 0);
      if (used + needed > room && used > 0)
        {
          const Row *heads = find_heads (self, i);

          g_array_append_val (self->breaks, i);
          used = heads != NULL ? heads->height : 0;
        }
      used += row->height;
    }
  gtk_print_operation_set_n_pages (operation, (int) self->breaks->len);
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, YsPrintSheet *self)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  guint first = g_array_index (self->breaks, guint, page);
  guint end = (guint) page + 1 < self->breaks->len ? g_array_index (self->breaks, guint, page + 1)
                                                   : self->rows->len;
  const Row *heads = first < self->rows->len ? find_heads (self, first) : NULL;
  g_autofree char *foot = NULL;
  double y;

  /* Translators: the foot of a printed page: what it belongs to, page and number of pages. */
  foot = g_strdup_printf (_("%1$s · page %2$d of %3$u"), self->foot != NULL ? self->foot : "",
                          page + 1, self->breaks->len);
  cairo_set_source_rgb (cr, 0, 0, 0);
  y = draw_top (context, cr, self);
  if (heads != NULL)
    y += draw_row (context, cr, heads, y);
  for (guint i = first; i < end; i++)
    y += draw_row (context, cr, g_ptr_array_index (self->rows, i), y);
  draw_text (context, cr, foot, 0, gtk_print_context_get_height (context) - FOOT_HEIGHT + 6,
             gtk_print_context_get_width (context), SIZE_FOOT, FALSE);
}

/* A4 with room on the left for the binding of the file; a person may choose another paper. */
static GtkPageSetup *
make_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_left_margin (setup, 25, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 15, GTK_UNIT_MM);
  gtk_page_setup_set_top_margin (setup, 18, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 12, GTK_UNIT_MM);
  gtk_paper_size_free (paper);
  return setup;
}

static void
free_sheet (gpointer data, GClosure *closure)
{
  ys_print_sheet_free (data);
}

GtkPrintOperation *
ys_print_sheet_make_operation (YsPrintSheet *self, const char *job)
{
  g_return_val_if_fail (self != NULL && job != NULL, NULL);

  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_setup ();

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, job);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_cb), self, free_sheet, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), self);
  return operation;
}
