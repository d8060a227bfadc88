/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page itself: what is asked, the list that answers, its counts and its empty states. */
#include "desk/cases/cases-page-private.h"

#include "desk/window.h"
/* Somebody may record a hundred entries at once; the list follows at this pace. */
#define REFRESH_DELAY_MS 300

G_DEFINE_FINAL_TYPE (YsCasesPage, ys_cases_page, GTK_TYPE_BOX)

enum
{
  TEXT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- asking ----------------------------------------------------------------------------------- */

static void
listed_cb (YsCaseModel *model, YsCasesPage *self)
{
  if (!ys_case_model_is_refresh (model))
    ys_case_list_go_to_top (self->view);
  ys_cases_page_count (self);
}

static void
failed_cb (YsCaseModel *model, const GError *error, YsCasesPage *self)
{
  ys_window_tell_failure (GTK_WIDGET (self), error);
}

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
  ys_cases_page_forget_elsewhere (self);
  ys_case_list_forget_focus (self->view);
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
  gtk_widget_set_visible (self->register_button, ys_context_may (context, YS_KIND_RECEIVED));
  ys_cases_page_allow_bulk (self);
  if (self->refresh_delay == 0)
    self->refresh_delay = g_timeout_add (REFRESH_DELAY_MS, refresh_now, self);
}

/* Only a search can find more. */
static void
texts_changed_cb (YsContext *context, YsCasesPage *self)
{
  if (self->query->text != NULL && *self->query->text != '\0')
    changed_cb (context, self);
}

static void
ys_cases_page_map (GtkWidget *widget)
{
  YsCasesPage *self = YS_CASES_PAGE (widget);

  GTK_WIDGET_CLASS (ys_cases_page_parent_class)->map (widget);
  if (self->is_stale)
    ask_or_refresh (self);
}

/* Whoever comes here comes for the list. */
static gboolean
ys_cases_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YS_CASES_PAGE (widget)->view));
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
ys_cases_page_set_filter (YsCasesPage *self, const YsFilter *filter)
{
  g_return_if_fail (YS_IS_CASES_PAGE (self) && filter != NULL);

  ys_case_query_set_filter (self->query, filter, ys_context_get_today (self->context));
  g_clear_pointer (&self->view_name, g_free);
  ys_cases_page_ask (self);
}

/* --- callbacks -------------------------------------------------------------------------------- */

void
ys_cases_page_open (YsCasesPage *self, guint position)
{
  YsCaseIds *ids = ys_case_model_get_ids (self->model);

  if (ids == NULL || position >= ys_case_ids_get_length (ids))
    return;
  ys_window_show_case (GTK_WIDGET (self), ys_case_ids_get (ids, position));
}

static void
activate_cb (YsCaseList *view, guint position, YsCasesPage *self)
{
  ys_cases_page_open (self, position);
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
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
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
  g_clear_object (&self->counting);
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
  widget_class->grab_focus = ys_cases_page_grab_focus;

  signals[TEXT_CHANGED] = g_signal_new ("text-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (YS_TYPE_CASE_HEADER);
  g_type_ensure (YS_TYPE_CASE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/cases/cases-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, header);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, view);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, register_button);
  gtk_widget_class_bind_template_child (widget_class, YsCasesPage, search_all_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, register_cb);
  ys_cases_page_counts_bind (widget_class);
  ys_cases_page_columns_bind (widget_class);
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
                          ys_context_may (context, YS_KIND_RECEIVED));
  ys_cases_page_make_menus (self);
  ys_cases_page_make_columns (self);
  ys_cases_page_make_bulk (self);
  ys_cases_page_make_row_menu (self);
  ys_cases_page_show_query (self);

  g_signal_connect (self->model, "listed", G_CALLBACK (listed_cb), self);
  g_signal_connect (self->model, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_object (self->selection, "selection-changed",
                           G_CALLBACK (selection_changed_cb), self, 0);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           0);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (context, "texts-changed", G_CALLBACK (texts_changed_cb), self, 0);
  return GTK_WIDGET (self);
}
