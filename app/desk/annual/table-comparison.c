/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels beside table 3. The grids own the widgets; they live as long as the grids. */
#include "desk/annual/table-comparison.h"

#include "desk/annual/published.h"
#include "desk/widgets/text-scale.h"
#include "wording/i18n.h"

#include <inttypes.h>

/* Of usual letters: what is said, and the air around it. */
#define YEAR_WIDTH 38
#define CHANGE_WIDTH 36
#define PUBLISHED_WIDTH 54
#define PADDING 10
#define GAP 10

typedef struct
{
  GtkWidget *last_year;
  GtkWidget *difference;
  GtkWidget *published; /* a box */
  GtkWidget *published_icon;
  GtkWidget *published_label;
} Row;

struct _YsTableComparison
{
  YsForm form;
  GtkWidget *last_year_head;
  GtkWidget *published_head;
  Row rows[YS_N_ROWS];
};

char *
ys_format_difference (gint64 difference)
{
  if (difference == 0)
    /* Translators: the figure is the same as last year's. */
    return g_strdup (C_ ("difference", "same"));
  if (difference > 0)
    return g_strdup_printf ("+%" G_GINT64_FORMAT, difference);
  return g_strdup_printf ("−%" G_GUINT64_FORMAT, (guint64) 0 - (guint64) difference);
}

static void
set_width (GtkWidget *widget, int width)
{
  gtk_widget_set_size_request (widget, ys_text_scale (widget, width) + PADDING, -1);
}

static GtkWidget *
make_label (int width)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  set_width (label, width);
  gtk_widget_add_css_class (label, "diff");
  gtk_widget_add_css_class (label, "num");
  return label;
}

static GtkWidget *
make_head (const char *text, int width)
{
  GtkWidget *label = make_label (width);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_widget_set_valign (label, GTK_ALIGN_END);
  gtk_widget_add_css_class (label, "sub");
  return label;
}

static GtkWidget *
make_published (Row *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  row->published_icon = gtk_image_new ();
  row->published_label = gtk_label_new (NULL);
  gtk_image_set_pixel_size (GTK_IMAGE (row->published_icon), 12);
  gtk_widget_set_hexpand (row->published_icon, TRUE);
  gtk_widget_set_halign (row->published_icon, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), row->published_icon);
  gtk_box_append (GTK_BOX (box), row->published_label);
  set_width (box, PUBLISHED_WIDTH);
  gtk_widget_add_css_class (box, "diff");
  gtk_widget_add_css_class (box, "num");
  return box;
}

YsTableComparison *
ys_table_comparison_new (GtkGrid *head, GtkGrid *body, int left, int head_rows, YsForm form)
{
  YsTableComparison *self = g_new0 (YsTableComparison, 1);
  GtkWidget *title = make_head (_("Total against last year"), YEAR_WIDTH + CHANGE_WIDTH);
  int line = 0;

  self->form = form;
  self->last_year_head = make_head ("", YEAR_WIDTH);
  self->published_head = make_head (_("As published"), PUBLISHED_WIDTH);
  gtk_widget_set_margin_start (self->last_year_head, GAP);
  gtk_grid_attach (head, title, left, 0, 2, head_rows - 1);
  gtk_grid_attach (head, self->last_year_head, left, head_rows - 1, 1, 1);
  gtk_grid_attach (head, make_head (_("Change"), CHANGE_WIDTH), left + 1, head_rows - 1, 1, 1);
  gtk_grid_attach (head, self->published_head, left + 2, 0, 1, head_rows);

  for (int i = 0; i < YS_N_ROWS; i++)
    {
      Row *row = &self->rows[i];

      if (!ys_row_is_printed (i, form))
        continue;
      row->last_year = make_label (YEAR_WIDTH);
      row->difference = make_label (CHANGE_WIDTH);
      row->published = make_published (row);
      gtk_widget_set_margin_start (row->last_year, GAP);
      gtk_grid_attach (body, row->last_year, left, head_rows + line, 1, 1);
      gtk_grid_attach (body, row->difference, left + 1, head_rows + line, 1, 1);
      gtk_grid_attach (body, row->published, left + 2, head_rows + line, 1, 1);
      line++;
    }
  return self;
}

void
ys_table_comparison_free (YsTableComparison *self)
{
  g_free (self);
}

static void
set_number (GtkWidget *label, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  gtk_label_set_text (GTK_LABEL (label), text);
}

static void
show_published (Row *row, gint64 published, gint64 total)
{
  gboolean equal = published == total;
  g_autofree char *sentence
    = g_strdup_printf (equal ? _("Published: %" PRId64 ", equal")
                             : _("Published: %" PRId64 ", differs"), published);

  set_number (row->published_label, published);
  gtk_image_set_from_icon_name (GTK_IMAGE (row->published_icon),
                                equal ? "object-select-symbolic" : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (row->published, equal ? "warn" : "ok");
  gtk_widget_add_css_class (row->published, equal ? "ok" : "warn");
  gtk_widget_set_tooltip_text (row->published, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->published_label),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static void
show_row (Row *row, const YsAnnualFigures *figures, int i, gboolean compares_published)
{
  gint64 total = figures->figures.table3[i][YS_COLUMN_TOTAL];
  gint64 before = figures->previous.table3[i][YS_COLUMN_TOTAL];
  g_autofree char *difference = NULL;

  gtk_widget_set_visible (row->published, compares_published);
  if (compares_published)
    show_published (row, ys_published_get_total (i), total);
  if (!figures->has_previous)
    {
      gtk_label_set_text (GTK_LABEL (row->last_year), "");
      gtk_label_set_text (GTK_LABEL (row->difference), "");
      return;
    }
  set_number (row->last_year, before);
  difference = ys_format_difference (total - before);
  gtk_label_set_text (GTK_LABEL (row->difference), difference);
}

void
ys_table_comparison_show (YsTableComparison *self, const YsAnnualFigures *figures,
                          gboolean compares_published)
{
  g_autofree char *year = g_strdup_printf (_("Year %d"), figures->year - 1);

  gtk_label_set_text (GTK_LABEL (self->last_year_head), year);
  gtk_widget_set_visible (self->published_head, compares_published);
  for (int i = 0; i < YS_N_ROWS; i++)
    if (ys_row_is_printed (i, self->form))
      show_row (&self->rows[i], figures, i, compares_published);
}
