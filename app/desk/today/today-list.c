/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bands and rows in one list box, so that the arrow keys go through all of them. */
#include "desk/today/today-list.h"

#include "desk/today/today-row.h"
#include "desk/today/today-section.h"
#include "desk/window.h"
#include "wording/i18n.h"

#include <inttypes.h>
#include <libintl.h>
#include <string.h>

/* As many as a window shows; the others come after its first frame. */
#define ROWS_FIRST 16
#define ROWS_AT_ONCE 4

struct _YsTodayList
{
  GtkBox parent_instance;

  YsContext *context;
  gboolean is_narrow;
  GtkWidget *head;
  GtkListBox *list;
  GtkListBoxRow *first[YS_N_TODAY_SECTIONS]; /* case of a section, or NULL */

  YsTodayFigures *figures; /* while there are rows to add */
  YsTodaySection sections[YS_N_TODAY_SECTIONS];
  guint n_sections;
  guint section; /* the next, and the next row of it */
  guint row;
  guint idle;
};

G_DEFINE_FINAL_TYPE (YsTodayList, ys_today_list, GTK_TYPE_BOX)

/* --- rows ------------------------------------------------------------------------------------- */

static GtkListBoxRow *
append (YsTodayList *self, GtkWidget *child, const char *sentence)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  gtk_list_box_append (self->list, row);
  return GTK_LIST_BOX_ROW (row);
}

static void
add_band (YsTodayList *self, YsTodaySection section)
{
  g_autofree char *sentence = ys_today_section_describe (section, self->figures);
  GtkWidget *band = ys_today_section_make_band (section, self->figures);

  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL && self->is_narrow)
    gtk_widget_add_css_class (band, "first");
  gtk_list_box_row_set_activatable (append (self, band, sentence), FALSE);
}

static void
add_case (YsTodayList *self, YsTodaySection section, const YsIndexRow *row)
{
  g_autofree char *sentence = NULL;
  GtkWidget *child = ys_today_row_make (self->context, section, row, self->is_narrow, &sentence);
  GtkListBoxRow *list_row = append (self, child, sentence);

  g_object_set_data_full (G_OBJECT (list_row),
                          section == YS_TODAY_APPROVAL ? "approval" : "case", g_strdup (row->id),
                          g_free);
  if (self->first[section] == NULL)
    self->first[section] = list_row;
}

/* Leads to the list of cases where not all of them are shown. */
static void
add_more (YsTodayList *self, YsTodaySection section, const YsTodayFigures *figures)
{
  gint64 more = figures->counts[section] - figures->rows[section]->len;
  g_autofree char *text = g_strdup_printf (
    ngettext ("%" PRId64 " more: show them all",
              "%" PRId64 " more: show them all", (unsigned long) more),
    more);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  YsFilter *filter = g_new (YsFilter, 1);

  gtk_widget_add_css_class (box, "row");
  ys_today_cell_add (box, text, YS_TODAY_CELL_REST, "acc");
  ys_today_figures_get_filter (figures, section, filter);
  g_object_set_data_full (G_OBJECT (append (self, box, text)), "filter", filter, g_free);
}

/* --- a few at a time -------------------------------------------------------------------------- */

static void
add_next (YsTodayList *self)
{
  YsTodaySection section = self->sections[self->section];
  GPtrArray *rows = self->figures->rows[section];

  if (self->row == 0 && rows->len > 0)
    add_band (self, section);
  if (self->row < rows->len)
    add_case (self, section, g_ptr_array_index (rows, self->row++));
  if (self->row < rows->len)
    return;
  if (self->figures->counts[section] > rows->len)
    add_more (self, section, self->figures);
  self->section++;
  self->row = 0;
}

static void
add_rows (YsTodayList *self, guint n)
{
  for (guint i = 0; i < n && self->section < self->n_sections; i++)
    add_next (self);
  if (self->section == self->n_sections)
    g_clear_pointer (&self->figures, ys_today_figures_unref);
}

static gboolean
add_some (gpointer user_data)
{
  YsTodayList *self = user_data;

  add_rows (self, ROWS_AT_ONCE);
  if (self->figures != NULL)
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static void
forget_rest (YsTodayList *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->figures, ys_today_figures_unref);
}

void
ys_today_list_show (YsTodayList *self, YsTodayFigures *figures, const YsTodaySection *sections,
                    guint n)
{
  g_return_if_fail (YS_IS_TODAY_LIST (self) && figures != NULL && n <= YS_N_TODAY_SECTIONS);

  GtkWidget *row;

  forget_rest (self);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < G_N_ELEMENTS (self->first); i++)
    self->first[i] = NULL;
  if (n == 0)
    return;
  memcpy (self->sections, sections, n * sizeof *sections);
  self->n_sections = n;
  self->section = self->row = 0;
  self->figures = ys_today_figures_ref (figures);
  add_rows (self, ROWS_FIRST);
  /* After the frame that shows those. */
  if (self->figures != NULL)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, add_some, self, NULL);
}

gboolean
ys_today_list_go_to (YsTodayList *self, YsTodaySection section)
{
  g_return_val_if_fail (YS_IS_TODAY_LIST (self) && section < YS_N_TODAY_SECTIONS, FALSE);

  if (self->first[section] == NULL && self->figures != NULL)
    {
      add_rows (self, G_MAXUINT);
      g_clear_handle_id (&self->idle, g_source_remove);
    }
  return self->first[section] != NULL
         && gtk_widget_grab_focus (GTK_WIDGET (self->first[section]));
}

gboolean
ys_today_list_focus_first (YsTodayList *self)
{
  g_return_val_if_fail (YS_IS_TODAY_LIST (self), FALSE);

  for (guint i = 0; i < self->n_sections; i++)
    if (self->first[self->sections[i]] != NULL)
      return gtk_widget_grab_focus (GTK_WIDGET (self->first[self->sections[i]]));
  return FALSE;
}

/* --- class ------------------------------------------------------------------------------------ */

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, YsTodayList *self)
{
  const char *id = g_object_get_data (G_OBJECT (row), "case");
  const char *approval = g_object_get_data (G_OBJECT (row), "approval");
  const YsFilter *filter = g_object_get_data (G_OBJECT (row), "filter");

  if (approval != NULL)
    ys_window_show_approvals (GTK_WIDGET (self), approval);
  else if (id != NULL)
    ys_window_show_case (GTK_WIDGET (self), id);
  else if (filter != NULL)
    ys_window_show_cases (GTK_WIDGET (self), filter);
}

static void
ys_today_list_dispose (GObject *object)
{
  forget_rest (YS_TODAY_LIST (object));
  g_clear_object (&YS_TODAY_LIST (object)->context);
  G_OBJECT_CLASS (ys_today_list_parent_class)->dispose (object);
}

static void
ys_today_list_class_init (YsTodayListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ys_today_list_dispose;
}

/* As high as the rows, up to what the window has. */
static GtkWidget *
make_scroller (GtkListBox *list)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (list));
  return scroller;
}

static void
ys_today_list_init (YsTodayList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->head = ys_today_row_make_head ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "sections");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Cases to see to"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (GTK_BOX (self), self->head);
  gtk_box_append (GTK_BOX (self), make_scroller (self->list));
  gtk_widget_add_css_class (GTK_WIDGET (self), "panel");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

GtkWidget *
ys_today_list_new (YsContext *context, gboolean is_narrow)
{
  g_return_val_if_fail (YS_IS_CONTEXT (context), NULL);

  YsTodayList *self = g_object_new (YS_TYPE_TODAY_LIST, NULL);

  self->context = g_object_ref (context);
  self->is_narrow = is_narrow;
  gtk_widget_set_visible (self->head, !is_narrow);
  return GTK_WIDGET (self);
}
