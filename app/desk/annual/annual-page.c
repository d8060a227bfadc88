/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page: which year, form and table is shown, and when it is counted again. Tables, checks,
 * panel, registers and export are widgets of their own. */
#include "desk/annual/annual-page.h"

#include "desk/annual/annual-export.h"
#include "desk/annual/annual-figures.h"
#include "desk/annual/checks-bar.h"
#include "desk/annual/failing-cells.h"
#include "desk/annual/figure-panel.h"
#include "desk/annual/official-table.h"
#include "desk/annual/published.h"
#include "desk/annual/table2-form.h"
#include "desk/widgets/drop-down-name.h"
#include "desk/window.h"
#include "wording/i18n.h"

struct _YsAnnualPage
{
  GtkBox parent_instance;

  GtkDropDown *years;
  GtkToggleButton *form_2019;
  GtkToggleButton *form_2021;
  GtkToggleButton *tab_2;
  GtkToggleButton *tab_3;
  GtkToggleButton *tab_4;
  GtkWidget *export_button;
  YsChecksBar *checks;
  GtkStack *tables;
  GtkStack *side;
  YsFigurePanel *panel;
  YsTable2Form *registers;
  GtkLabel *status;
  YsOfficialTable *drawn[YS_N_TABLES];

  YsContext *context;
  YsAnnualExport *export;
  GCancellable *counting;
  guint refresh;            /* source: what changed is counted once */
  gboolean stale;           /* something changed while nobody looked */
  gboolean wants_focus;     /* for the table, once it is drawn */
  gboolean filling;         /* controls are being set, nobody chose */
  int year;                 /* 0: not chosen yet */
  YsFormChoice form;
  YsTable table;
  YsFigureKey selected;
  YsAnnualFigures *figures; /* what is shown */
  GArray *failing;
};

G_DEFINE_FINAL_TYPE (YsAnnualPage, ys_annual_page, GTK_TYPE_BOX)

/* Entries often come several at a time. */
#define REFRESH_MS 150

static const char *const table_names[YS_N_TABLES] = { "2", "3", "4" };
/* The headings of the form, shortened; statutory, so not translated. */
static const char *const tab_labels[YS_N_TABLES]
  = { "二、主动公开", "三、收到和处理申请", "四、复议、诉讼" };

/* --- showing -------------------------------------------------------------------------------- */

static void
show_years (YsAnnualPage *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  const GArray *years = self->figures->registers->years;
  guint selected = GTK_INVALID_LIST_POSITION;
  guint n = 0;

  /* The year shown may have nothing yet. */
  for (guint i = 0; i <= years->len; i++)
    {
      int year = i < years->len ? g_array_index (years, int, i) : 0;

      if (selected == GTK_INVALID_LIST_POSITION && year <= self->figures->year)
        {
          g_autofree char *text = g_strdup_printf (_("Year %d"), self->figures->year);

          gtk_string_list_append (list, text);
          selected = n++;
        }
      if (year != 0 && year != self->figures->year)
        {
          g_autofree char *text = g_strdup_printf (_("Year %d"), year);

          gtk_string_list_append (list, text);
          n++;
        }
    }
  gtk_drop_down_set_model (self->years, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->years, selected);
}

static gboolean
compares_published (YsAnnualPage *self)
{
  return ys_published_knows (ys_context_get_agency (self->context), self->figures->year,
                             self->figures->form);
}

static void
show_panel (YsAnnualPage *self)
{
  YsOfficialTable *table = self->drawn[self->table];
  g_autofree char *row = ys_official_table_dup_row_label (table, &self->selected);
  g_autofree char *column = ys_official_table_dup_column_label (table, &self->selected);

  /* A row that the other form does not print cannot stay chosen. */
  ys_figure_panel_show (self->panel, self->figures, row != NULL ? &self->selected : NULL, row,
                        column, self->failing);
}

static void
show_table (YsAnnualPage *self)
{
  if (self->figures == NULL)
    return;
  gtk_stack_set_visible_child_name (self->tables, table_names[self->table]);
  gtk_stack_set_visible_child_name (self->side,
                                    self->table == YS_TABLE_2 ? "registers" : "figure");
  ys_checks_bar_show (self->checks, self->figures, self->table, compares_published (self));
  show_panel (self);
}

static void
mark_tab (YsAnnualPage *self, YsTable table, GtkToggleButton *tab)
{
  g_autofree char *text = NULL;
  gboolean fails = FALSE;

  for (guint i = 0; i < self->figures->checks->len; i++)
    {
      const YsCheck *check = g_ptr_array_index (self->figures->checks, i);

      fails |= !check->holds && ys_check_get_table (check) == table;
    }
  /* The mark says it too, not the colour alone. */
  text = g_strconcat (tab_labels[table], fails ? " (!)" : "", NULL);
  gtk_button_set_label (GTK_BUTTON (tab), text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (tab),
                               fails ? _("A check of this table asks for a look") : NULL);
  if (fails)
    gtk_widget_add_css_class (GTK_WIDGET (tab), "warn");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (tab), "warn");
}

static void
show_figures (YsAnnualPage *self)
{
  self->filling = TRUE;
  show_years (self);
  gtk_toggle_button_set_active (self->figures->form == YS_FORM_2019 ? self->form_2019
                                                                    : self->form_2021, TRUE);
  self->filling = FALSE;

  g_clear_pointer (&self->failing, g_array_unref);
  self->failing = ys_failing_cells_find (self->figures->checks, self->figures->form);
  for (int i = 0; i < YS_N_TABLES; i++)
    ys_official_table_show (self->drawn[i], self->figures, self->failing,
                            compares_published (self));
  mark_tab (self, YS_TABLE_2, self->tab_2);
  mark_tab (self, YS_TABLE_3, self->tab_3);
  mark_tab (self, YS_TABLE_4, self->tab_4);
  ys_table2_form_show (self->registers, self->figures);
  gtk_widget_set_sensitive (self->export_button, TRUE);
  show_table (self);
}

/* --- the keyboard --------------------------------------------------------------------------- */

/* The table: what stands above it is chosen once a year. */
static gboolean
ys_annual_page_grab_focus (GtkWidget *widget)
{
  YsAnnualPage *self = YS_ANNUAL_PAGE (widget);

  self->wants_focus = self->figures == NULL;
  return !self->wants_focus
         && gtk_widget_child_focus (GTK_WIDGET (self->drawn[self->table]), GTK_DIR_TAB_FORWARD);
}

static void
take_focus (YsAnnualPage *self)
{
  if (self->wants_focus && gtk_widget_get_mapped (GTK_WIDGET (self))
      && !GTK_IS_TEXT (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)))))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->wants_focus = FALSE;
}

/* --- counting ------------------------------------------------------------------------------- */

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsAnnualPage) self = user_data;
  g_autoptr (GError) error = NULL;
  YsAnnualFigures *figures = ys_context_run_finish (YS_CONTEXT (source), result, &error);

  if (figures == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ys_window_tell_failure (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->figures, ys_annual_figures_free);
  self->figures = figures;
  show_figures (self);
  take_focus (self);
}

static void
count (YsAnnualPage *self)
{
  YsAnnualQuestion *question = g_new0 (YsAnnualQuestion, 1);

  *question
    = (YsAnnualQuestion) { self->year, self->form, ys_context_get_today (self->context) };
  self->stale = FALSE;
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  ys_context_run_async (self->context, ys_annual_figures_count, question, g_free,
                        (GDestroyNotify) ys_annual_figures_free, self->counting, counted_cb,
                        g_object_ref (self));
}

static gboolean
refresh_now (gpointer user_data)
{
  YsAnnualPage *self = user_data;

  self->refresh = 0;
  count (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (YsContext *context, YsAnnualPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->refresh == 0)
    self->refresh = g_timeout_add (REFRESH_MS, refresh_now, self);
}

static void
ys_annual_page_map (GtkWidget *widget)
{
  YsAnnualPage *self = YS_ANNUAL_PAGE (widget);

  GTK_WIDGET_CLASS (ys_annual_page_parent_class)->map (widget);
  if (self->stale)
    count (self);
}

/* --- what people choose ---------------------------------------------------------------------- */

static int
read_year (YsAnnualPage *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->years);
  const char *text = item != NULL ? gtk_string_object_get_string (item) : "";

  /* The number is the only one in the text, whatever the language puts around it. */
  while (*text != '\0' && !g_ascii_isdigit (*text))
    text++;
  return (int) g_ascii_strtoll (text, NULL, 10);
}

static void
year_chosen_cb (GtkDropDown *years, GParamSpec *pspec, YsAnnualPage *self)
{
  int year = read_year (self);

  if (self->filling || year == 0 || (self->figures != NULL && year == self->figures->year))
    return;
  self->year = year;
  self->form = YS_FORM_CHOICE_BY_YEAR;
  count (self);
}

static void
form_toggled_cb (GtkToggleButton *button, YsAnnualPage *self)
{
  if (self->filling || self->figures == NULL)
    return;
  self->form = gtk_toggle_button_get_active (self->form_2019) ? YS_FORM_CHOICE_2019
                                                              : YS_FORM_CHOICE_2021;
  self->year = self->figures->year;
  count (self);
}

static void
tab_toggled_cb (GtkToggleButton *button, YsAnnualPage *self)
{
  if (!gtk_toggle_button_get_active (button))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (button), "on");
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (button), "on");
  self->table = button == self->tab_2 ? YS_TABLE_2 : button == self->tab_4 ? YS_TABLE_4
                                                                           : YS_TABLE_3;
  show_table (self);
}

static void
figure_activated_cb (YsOfficialTable *table, const YsFigureKey *key, YsAnnualPage *self)
{
  if (self->table == YS_TABLE_2)
    {
      ys_table2_form_focus (self->registers, key);
      return;
    }
  self->selected = *key;
  for (int i = 0; i < YS_N_TABLES; i++)
    ys_official_table_select (self->drawn[i], key);
  show_panel (self);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsAnnualPage *self = YS_ANNUAL_PAGE (widget);

  if (self->figures != NULL)
    ys_annual_export_begin (self->export, self->figures, g_variant_get_string (parameter, NULL));
}

/* --- class ---------------------------------------------------------------------------------- */

static void
ys_annual_page_dispose (GObject *object)
{
  YsAnnualPage *self = YS_ANNUAL_PAGE (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  if (self->export != NULL)
    g_object_run_dispose (G_OBJECT (self->export));
  g_clear_object (&self->export);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_ANNUAL_PAGE);
  g_clear_pointer (&self->figures, ys_annual_figures_free);
  g_clear_pointer (&self->failing, g_array_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ys_annual_page_parent_class)->dispose (object);
}

static void
ys_annual_page_class_init (YsAnnualPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_annual_page_dispose;
  widget_class->map = ys_annual_page_map;
  widget_class->grab_focus = ys_annual_page_grab_focus;

  g_type_ensure (YS_TYPE_CHECKS_BAR);
  g_type_ensure (YS_TYPE_FIGURE_PANEL);
  g_type_ensure (YS_TYPE_TABLE2_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/annual/annual-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsAnnualPage, years);
  gtk_widget_class_bind_template_child (widget_class, YsAnnualPage, form_2019);
  gtk_widget_class_bind_template_child (widget_class, YsAnnualPage, form_2021);
  gtk_widget_class_bind_template_child (widget_class, YsAnnualPage, tab_2);
  gtk_widget_class_bind_template_child (widget_class, YsAnnualPage, tab_3);
  gtk_widget_class_bind_template_child (widget_class, YsAnnualPage, tab_4);
  gtk_widget_class_bind_template_child (widget_class, YsAnnualPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, YsAnnualPage, checks);
  gtk_widget_class_bind_template_child (widget_class, YsAnnualPage, tables);
  gtk_widget_class_bind_template_child (widget_class, YsAnnualPage, side);
  gtk_widget_class_bind_template_child (widget_class, YsAnnualPage, panel);
  gtk_widget_class_bind_template_child (widget_class, YsAnnualPage, registers);
  gtk_widget_class_bind_template_child (widget_class, YsAnnualPage, status);
  gtk_widget_class_bind_template_callback (widget_class, year_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, tab_toggled_cb);
  gtk_widget_class_install_action (widget_class, "annual.export", "s", export_action);
}

static void
ys_annual_page_init (YsAnnualPage *self)
{
  self->table = YS_TABLE_3;
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ys_drop_down_set_name (self->years, _("Year of the report"));
  gtk_widget_set_sensitive (self->export_button, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->tab_3), "on");
  for (int i = 0; i < YS_N_TABLES; i++)
    {
      GtkWidget *table = ys_official_table_new (i);

      self->drawn[i] = YS_OFFICIAL_TABLE (table);
      g_signal_connect_object (table, "figure-activated", G_CALLBACK (figure_activated_cb), self,
                               0);
      gtk_stack_add_named (self->tables, table, table_names[i]);
    }
  gtk_stack_set_visible_child_name (self->tables, table_names[self->table]);
}

GtkWidget *
ys_annual_page_new (YsContext *context)
{
  YsAnnualPage *self = g_object_new (YS_TYPE_ANNUAL_PAGE, NULL);

  g_return_val_if_fail (YS_IS_CONTEXT (context), NULL);

  self->context = g_object_ref (context);
  self->export = ys_annual_export_new (GTK_WIDGET (self), self->status, context);
  ys_figure_panel_set_context (self->panel, context);
  ys_table2_form_set_context (self->registers, context);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, 0);
  return GTK_WIDGET (self);
}
