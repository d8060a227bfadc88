/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The newest cases come first and at once; all of them when they are asked for. */
#include "desk/annual/figure-panel.h"

#include "desk/annual/checks-bar.h"
#include "desk/annual/failing-cells.h"
#include "desk/annual/figure-list.h"
#include "desk/annual/table-comparison.h"
#include "desk/widgets/row-words.h"
#include "desk/widgets/spoken.h"
#include "desk/window.h"
#include "office/figure-cases.h"
#include "wording/explain.h"
#include "wording/i18n.h"

#include <inttypes.h>

/* As many as a person reads; more take longer to fetch. */
#define FIRST_CASES 200

struct _YsFigurePanel
{
  GtkBox parent_instance;

  GtkStack *steps;
  GtkLabel *column;
  GtkLabel *row;
  GtkLabel *figure;
  GtkLabel *comparison;
  GtkLabel *note;
  GtkWidget *note_box;
  GtkListView *list;
  GtkWidget *buttons;
  GtkWidget *all_button;
  GtkWidget *cases_button;

  YsContext *context;
  GCancellable *asking;
  YsFigureCell cell;
  int year;
  YsForm form;
  GListModel *cases;
};

G_DEFINE_FINAL_TYPE (YsFigurePanel, ys_figure_panel, GTK_TYPE_BOX)

/* A bar without buttons would only be a line. */
static void
show_buttons (YsFigurePanel *self, gboolean has_more, gboolean has_filter)
{
  gtk_widget_set_visible (self->all_button, has_more);
  gtk_widget_set_visible (self->cases_button, has_filter);
  gtk_widget_set_visible (self->buttons, has_more || has_filter);
}

/* Only what was received in the year is a list that the page of cases can ask for. */
static gboolean
is_filter (const YsFigureCell *cell)
{
  return cell->table == 3 && cell->row == YS_ROW_NEW;
}

/* --- asking for the cases ------------------------------------------------------------------- */

typedef struct
{
  int year;
  YsForm form;
  YsDay on;
  YsFigureCell cell;
  guint limit;
} Question;

typedef struct
{
  GPtrArray *cases;
  gint64 total;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *self = data;

  if (self == NULL)
    return;
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_free (self);
}

static gpointer
list_cases (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  const Question *question = input;
  Answer *answer = g_new0 (Answer, 1);

  answer->cases = ys_office_list_figure_cases (session, question->year, question->form,
                                               question->on, &question->cell, question->limit,
                                               &answer->total, error);
  if (answer->cases == NULL)
    g_clear_pointer (&answer, answer_free);
  return answer;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsFigurePanel) self = user_data;
  g_autoptr (GError) error = NULL;
  Answer *answer = ys_context_run_finish (YS_CONTEXT (source), result, &error);
  g_autoptr (GtkNoSelection) selection = NULL;
  g_autofree char *label = NULL;

  if (answer == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ys_window_tell_failure (GTK_WIDGET (self), error);
      return;
    }
  label = g_strdup_printf (_("Show All %" PRId64), answer->total);
  gtk_button_set_label (GTK_BUTTON (self->all_button), label);
  show_buttons (self, answer->total > answer->cases->len, is_filter (&self->cell));
  g_clear_object (&self->cases);
  self->cases = G_LIST_MODEL (ys_figure_list_new (g_steal_pointer (&answer->cases)));
  selection = gtk_no_selection_new (g_object_ref (self->cases));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  answer_free (answer);
}

static void
ask (YsFigurePanel *self, guint limit)
{
  Question *question = g_new0 (Question, 1);

  *question = (Question) { self->year, self->form, ys_context_get_today (self->context),
                           self->cell, limit };
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  ys_context_run_async (self->context, list_cases, question, g_free, answer_free, self->asking,
                        listed_cb, g_object_ref (self));
}

/* --- rows ----------------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, YsFigurePanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *number = gtk_label_new (NULL);
  GtkWidget *day = gtk_label_new (NULL);
  GtkWidget *title = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (number), 0);
  gtk_widget_set_hexpand (number, TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (title), 1);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = i == 0 ? number : day;

      gtk_widget_add_css_class (label, "s");
      gtk_widget_add_css_class (label, "sub");
      gtk_widget_add_css_class (label, "docno");
      gtk_box_append (GTK_BOX (line), label);
    }
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), title);
  gtk_widget_add_css_class (box, "row2");
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, YsFigurePanel *self)
{
  const YsFigureCase *found = ys_figure_item_get_case (gtk_list_item_get_item (item));
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *line = gtk_widget_get_first_child (box);
  GtkWidget *title = gtk_widget_get_last_child (box);
  const char *title_text = found->title != NULL ? found->title : "";
  char day[YS_DAY_TEXT];
  g_autofree char *number = ys_words_number (found->id);
  g_autofree char *sentence = NULL;

  ys_day_format (found->on, day);
  sentence = ys_spoken_join (number, title_text, day, NULL);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (line)), number);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (line)), day);
  gtk_label_set_text (GTK_LABEL (title), title_text);
  gtk_widget_set_tooltip_text (title, title_text);
  /* GTK 4.8 has no name for list items but that of the widget it puts around them. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static void
row_activated_cb (GtkListView *list, guint position, YsFigurePanel *self)
{
  g_autoptr (YsFigureItem) item = g_list_model_get_item (self->cases, position);

  if (item != NULL)
    ys_window_show_case (GTK_WIDGET (self), ys_figure_item_get_case (item)->id);
}

static void
all_cb (GtkButton *button, YsFigurePanel *self)
{
  ask (self, 0);
}

static void
cases_cb (GtkButton *button, YsFigurePanel *self)
{
  YsFilter filter;

  ys_filter_init (&filter);
  filter.received_year = self->year;
  if (self->cell.column != YS_COLUMN_TOTAL)
    filter.klass = self->cell.column;
  ys_window_show_cases (GTK_WIDGET (self), &filter);
}

/* --- showing -------------------------------------------------------------------------------- */

static gint64
get_value (const YsFigures *figures, const YsFigureKey *key)
{
  return key->source == YS_FIGURE_TABLE3 ? figures->table3[key->row][key->column]
                                         : figures->table4[key->row][key->column];
}

static void
show_comparison (YsFigurePanel *self, const YsAnnualFigures *figures, const YsFigureKey *key)
{
  gint64 now = get_value (&figures->figures, key);
  gint64 before = get_value (&figures->previous, key);
  g_autofree char *difference = ys_format_difference (now - before);
  g_autofree char *text = NULL;

  if (before != 0)
    text = g_strdup_printf (_("%1$d: %2$" PRId64 " · change %3$s (%4$+.1f %%)"),
                            figures->year - 1, before, difference,
                            100.0 * (double) (now - before) / (double) before);
  else
    text = g_strdup_printf (_("%1$d: %2$" PRId64 " · change %3$s"), figures->year - 1,
                            before, difference);
  gtk_label_set_text (self->comparison, text);
  gtk_widget_set_visible (GTK_WIDGET (self->comparison), figures->has_previous);
}

static void
show_note (YsFigurePanel *self, const GArray *failing, const YsFigureKey *key)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < failing->len; i++)
    {
      const YsFailingCell *cell = &g_array_index (failing, YsFailingCell, i);
      g_autofree char *sentence = NULL;

      if (!ys_figure_key_equal (&cell->key, key))
        continue;
      sentence = ys_checks_bar_describe (cell->check);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sentence);
    }
  gtk_label_set_text (self->note, text->str);
  gtk_widget_set_visible (self->note_box, text->len > 0);
  g_string_free (text, TRUE);
}

void
ys_figure_panel_show (YsFigurePanel *self, const YsAnnualFigures *figures, const YsFigureKey *key,
                      const char *row_label, const char *column_label, const GArray *failing)
{
  g_autofree char *value = NULL;

  g_return_if_fail (YS_IS_FIGURE_PANEL (self) && figures != NULL && failing != NULL);

  if (key == NULL || (key->source != YS_FIGURE_TABLE3 && key->source != YS_FIGURE_TABLE4))
    {
      gtk_label_set_text (self->column, "");
      gtk_stack_set_visible_child_name (self->steps, "hint");
      return;
    }
  gtk_label_set_text (self->row, row_label);
  gtk_label_set_text (self->column, column_label);
  gtk_widget_set_visible (GTK_WIDGET (self->row), row_label != NULL && *row_label != '\0');
  value = g_strdup_printf ("%" G_GINT64_FORMAT, get_value (&figures->figures, key));
  gtk_label_set_text (self->figure, value);
  show_comparison (self, figures, key);
  show_note (self, failing, key);
  self->cell = (YsFigureCell) { key->source == YS_FIGURE_TABLE3 ? 3 : 4, key->row, key->column };
  self->year = figures->year;
  self->form = figures->form;
  gtk_stack_set_visible_child_name (self->steps, "figure");
  ask (self, FIRST_CASES);
}

GListModel *
ys_figure_panel_get_cases (YsFigurePanel *self)
{
  g_return_val_if_fail (YS_IS_FIGURE_PANEL (self), NULL);
  return self->cases;
}

void
ys_figure_panel_set_context (YsFigurePanel *self, YsContext *context)
{
  g_return_if_fail (YS_IS_FIGURE_PANEL (self));
  g_set_object (&self->context, context);
}

/* --- class ---------------------------------------------------------------------------------- */

static void
ys_figure_panel_dispose (GObject *object)
{
  YsFigurePanel *self = YS_FIGURE_PANEL (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_FIGURE_PANEL);
  g_clear_object (&self->cases);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ys_figure_panel_parent_class)->dispose (object);
}

static void
ys_figure_panel_class_init (YsFigurePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_figure_panel_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/annual/figure-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, YsFigurePanel, steps);
  gtk_widget_class_bind_template_child (widget_class, YsFigurePanel, column);
  gtk_widget_class_bind_template_child (widget_class, YsFigurePanel, row);
  gtk_widget_class_bind_template_child (widget_class, YsFigurePanel, figure);
  gtk_widget_class_bind_template_child (widget_class, YsFigurePanel, comparison);
  gtk_widget_class_bind_template_child (widget_class, YsFigurePanel, note);
  gtk_widget_class_bind_template_child (widget_class, YsFigurePanel, note_box);
  gtk_widget_class_bind_template_child (widget_class, YsFigurePanel, list);
  gtk_widget_class_bind_template_child (widget_class, YsFigurePanel, buttons);
  gtk_widget_class_bind_template_child (widget_class, YsFigurePanel, all_button);
  gtk_widget_class_bind_template_child (widget_class, YsFigurePanel, cases_button);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, cases_cb);
}

static void
ys_figure_panel_init (YsFigurePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
