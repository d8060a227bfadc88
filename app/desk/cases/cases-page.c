/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page itself: what is asked, the list that answers, its counts and its empty states. */
#include "desk/cases/cases-page-private.h"

#include "desk/window.h"
#include "wording/i18n.h"

#include <inttypes.h>
#include <libintl.h>

/* Somebody may record a hundred entries at once; the list follows at this pace. */
#define REFRESH_DELAY_MS 300

G_DEFINE_FINAL_TYPE (YsCasesPage, ys_cases_page, GTK_TYPE_BOX)

enum
{
  TEXT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- counts ----------------------------------------------------------------------------------- */

static void
show_part (GtkLabel *label, const char *format, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%s %" G_GINT64_FORMAT, format, number);

  gtk_label_set_text (label, text);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (label)), number > 0);
}

static void
show_counts (YsCasesPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *count = g_strdup_printf (ngettext ("%'u case", "%'u cases", n), n);
  g_autofree char *note = NULL;

  gtk_label_set_text (self->count, count);
  if (self->facts == NULL)
    return;
  if (ys_case_query_is_filtered (self->query))
    note = g_strdup_printf (_("match the filters, of %'" PRId64), self->facts->total);
  gtk_label_set_text (self->count_note, note != NULL ? note : "");
  show_part (self->overdue, _("overdue"), self->facts->overdue);
  show_part (self->today, _("today"), self->facts->today);
  show_part (self->soon, _("within three days"), self->facts->soon);
  show_part (self->suspended, _("suspended"), self->facts->suspended);
  gtk_widget_set_visible (GTK_WIDGET (self->summary),
                          self->facts->overdue + self->facts->today + self->facts->soon
                              + self->facts->suspended
                            > 0);
}

static void
show_list_or_not (YsCasesPage *self)
{
  const char *child = "list";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0 && self->facts != NULL)
    child = self->facts->total > 0 ? "nothing" : "empty";
  gtk_stack_set_visible_child_name (self->stack, child);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCasesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  YsCaseSummary *facts = ys_context_run_finish (YS_CONTEXT (source), result, &error);
  gboolean same_lists;

  if (self->context == NULL)
    {
      g_clear_pointer (&facts, ys_case_summary_free);
      return;
    }
  if (facts == NULL)
    {
      ys_window_tell_failure (GTK_WIDGET (self), error);
      return;
    }
  same_lists = self->facts != NULL
               && g_strv_equal ((const char *const *) self->facts->handlers,
                                (const char *const *) facts->handlers)
               && g_strv_equal ((const char *const *) self->facts->years,
                                (const char *const *) facts->years);
  g_clear_pointer (&self->facts, ys_case_summary_free);
  self->facts = facts;
  show_counts (self);
  show_list_or_not (self);
  if (same_lists)
    return;
  ys_cases_page_show_lists (self);
  ys_cases_page_show_handlers (self);
}

static void
listed_cb (YsCaseModel *model, YsCasesPage *self)
{
  if (!ys_case_model_is_refresh (model))
    ys_case_list_go_to_top (self->view);
  show_counts (self);
  show_list_or_not (self);
  ys_context_run_async (self->context, ys_case_summary_read, ys_case_query_copy (self->query),
                        (GDestroyNotify) ys_case_query_free, (GDestroyNotify) ys_case_summary_free,
                        self->cancellable, counted_cb, g_object_ref (self));
}

static void
failed_cb (YsCaseModel *model, const GError *error, YsCasesPage *self)
{
  ys_window_tell_failure (GTK_WIDGET (self), error);
}

/* --- asking ----------------------------------------------------------------------------------- */

static void
ask_or_refresh (YsCasesPage *self)
{
  self->is_stale = FALSE;
  if (self->is_asked)
    ys_case_model_refresh (self->model);
  else
    ys_case_model_set_query (self->model, self->query);
  self->is_asked = TRUE;
}

void
ys_cases_page_ask (YsCasesPage *self)
{
  ys_cases_page_show_query (self);
  if (g_strcmp0 (self->told_text, self->query->text) != 0)
    {
      g_free (self->told_text);
      self->told_text = g_strdup (self->query->text);
      g_signal_emit (self, signals[TEXT_CHANGED], 0);
    }
  self->is_asked = FALSE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ask_or_refresh (self);
  else
    self->is_stale = TRUE;
}

static gboolean
refresh_now (gpointer user_data)
{
  YsCasesPage *self = user_data;

  self->refresh_delay = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ask_or_refresh (self);
  else
    self->is_stale = TRUE;
  return G_SOURCE_REMOVE;
}

static void
changed_cb (YsContext *context, YsCasesPage *self)
{
  if (self->refresh_delay == 0)
    self->refresh_delay = g_timeout_add (REFRESH_DELAY_MS, refresh_now, self);
}

static void
ys_cases_page_map (GtkWidget *widget)
{
  YsCasesPage *self = YS_CASES_PAGE (widget);

  GTK_WIDGET_CLASS (ys_cases_page_parent_class)->map (widget);
  if (self->is_stale)
    ask_or_refresh (self);
  if (self->left_for_case)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  self->left_for_case = FALSE;
}

gboolean
ys_cases_page_set_text (YsCasesPage *self, const char *text)
{
  g_return_val_if_fail (YS_IS_CASES_PAGE (self), FALSE);

  if (g_strcmp0 (self->query->text != NULL ? self->query->text : "", text != NULL ? text : "") == 0)
    return FALSE;
  ys_case_choice_set (YS_CASE_CHOICE_TEXT, self->query, text != NULL ? text : "");
  g_clear_pointer (&self->view_name, g_free);
  ys_cases_page_ask (self);
  return TRUE;
}

const char *
ys_cases_page_get_text (YsCasesPage *self)
{
  g_return_val_if_fail (YS_IS_CASES_PAGE (self), NULL);
  return self->query->text;
}

void
ys_cases_page_focus_list (YsCasesPage *self)
{
  g_return_if_fail (YS_IS_CASES_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
ys_cases_page_set_filter (YsCasesPage *self, const YsFilter *filter)
{
  g_return_if_fail (YS_IS_CASES_PAGE (self) && filter != NULL);

  ys_case_query_set_filter (self->query, filter, ys_context_get_today (self->context));
  g_clear_pointer (&self->view_name, g_free);
  ys_cases_page_ask (self);
}

/* --- callbacks -------------------------------------------------------------------------------- */

static void
activate_cb (YsCaseList *view, guint position, YsCasesPage *self)
{
  YsCaseIds *ids = ys_case_model_get_ids (self->model);

  if (ids == NULL || position >= ys_case_ids_get_length (ids))
    return;
  self->left_for_case = TRUE;
  ys_window_show_case (GTK_WIDGET (self), ys_case_ids_get (ids, position));
}

static void
register_cb (GtkButton *button, YsCasesPage *self)
{
  ys_window_show_register (GTK_WIDGET (self));
}

static void
selection_changed_cb (GtkSelectionModel *selection, guint position, guint n_items,
                      YsCasesPage *self)
{
  ys_cases_page_show_selection (self);
}

static void
items_changed_cb (GListModel *selection, guint position, guint removed, guint added,
                  YsCasesPage *self)
{
  ys_cases_page_show_selection (self);
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ys_cases_page_dispose (GObject *object)
{
  YsCasesPage *self = YS_CASES_PAGE (object);

  g_clear_handle_id (&self->refresh_delay, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  if (self->work != NULL)
    g_cancellable_cancel (self->work);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  if (self->view != NULL)
    ys_case_list_set_model (self->view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_CASES_PAGE);
  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->model, self);
      /* What it asked for may keep it a while; it shall ask for nothing more. */
      g_object_run_dispose (G_OBJECT (self->model));
    }
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ys_cases_page_parent_class)->dispose (object);
}

static void
ys_cases_page_finalize (GObject *object)
{
  YsCasesPage *self = YS_CASES_PAGE (object);

  g_clear_object (&self->work);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->query, ys_case_query_free);
  g_clear_pointer (&self->facts, ys_case_summary_free);
  g_free (self->view_name);
  g_free (self->told_text);
  G_OBJECT_CLASS (ys_cases_page_parent_class)->finalize (object);
}

static void
ys_cases_page_class_init (YsCasesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ys_cases_page_dispose;
  object_class->finalize = ys_cases_page_finalize;
  widget_class->map = ys_cases_page_map;

  signals[TEXT_CHANGED] = g_signal_new ("text-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (YS_TYPE_CASE_HEADER);
  g_type_ensure (YS_TYPE_CASE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/cases/cases-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, count);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, count_note);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, summary);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, overdue);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, today);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, soon);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, suspended);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, header);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, view);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, register_button);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, search_all_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, register_cb);
  ys_cases_page_menus_bind (widget_class);
  ys_cases_page_bulk_bind (widget_class);
}

static void
ys_cases_page_init (YsCasesPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->query = ys_case_query_new ();
  /* What there is to do; what is done is a click away. */
  self->query->open_only = TRUE;
  self->is_stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The order one chose last; "-due" is descending. */
static void
read_order (YsCasesPage *self)
{
  g_autofree char *kept = g_settings_get_string (self->settings, "order");
  gboolean descending = *kept == '-';
  int order = ys_order_from_id (descending ? kept + 1 : kept);

  if (order < 0)
    return;
  self->query->order = (YsOrder) order;
  self->query->descending = descending;
}

GtkWidget *
ys_cases_page_new (YsContext *context)
{
  g_return_val_if_fail (YS_IS_CONTEXT (context), NULL);

  YsCasesPage *self = g_object_new (YS_TYPE_CASES_PAGE, NULL);

  self->context = g_object_ref (context);
  self->settings = g_settings_new (YS_APPLICATION_ID);
  read_order (self);
  self->model = ys_case_model_new (context);
  self->selection = ys_case_selection_new (self->model);
  ys_case_list_set_context (self->view, context);
  ys_case_list_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  ys_case_header_set_list (self->header, self->view);
  gtk_widget_set_visible (self->register_button,
                          ys_context_get_read_only_reason (context) == NULL);
  ys_cases_page_make_menus (self);
  ys_cases_page_make_bulk (self);
  ys_cases_page_show_query (self);

  g_signal_connect (self->model, "listed", G_CALLBACK (listed_cb), self);
  g_signal_connect (self->model, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_object (self->selection, "selection-changed",
                           G_CALLBACK (selection_changed_cb), self, 0);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           0);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, 0);
  return GTK_WIDGET (self);
}
