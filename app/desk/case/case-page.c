/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page: loads the view of the case, hands it to the columns, and answers their actions. Files
 * are in case-page-files.c, notes in case-page-notes.c, the case file in case-page-papers.c. */
#include "desk/case/case-page-private.h"

#include "desk/case/case-print.h"
#include "desk/case/clock-sheet.h"
#include "desk/case/deed.h"
#include "desk/case/flow-print.h"
#include "desk/widgets/row-words.h"
#include "desk/window.h"
#include "wording/i18n.h"

G_DEFINE_FINAL_TYPE (YsCasePage, ys_case_page, GTK_TYPE_BOX)

static void load (YsCasePage *self);

/* --- loading --------------------------------------------------------------------------------- */

gboolean
ys_case_page_may_write (YsCasePage *self)
{
  return ys_context_may (self->context, YS_KIND_NOTED);
}

static void
show_view (YsCasePage *self)
{
  const YsCalendar *calendar = ys_context_get_calendar (self->context);

  ys_facts_column_set_view (self->facts, self->view);
  ys_timeline_set_view (self->timeline, self->view, ys_case_page_may_write (self));
  ys_documents_set_view (self->documents, self->context, self->view);
  ys_clock_card_set_view (self->clock, self->view, calendar);
  ys_chain_panel_set_view (self->chain, self->view);
  ys_steps_set_view (self->steps, self->view, ys_context_get_read_only_reason (self->context));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "case.sheet",
                                 self->view->clock != NULL && self->view->clock->steps->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "case.step",
                                 ys_context_get_read_only_reason (self->context) == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "case.attach", ys_case_page_may_write (self));
  gtk_stack_set_visible_child_name (self->stack, "case");
  if (self->form != NULL)
    ys_step_form_set_view (self->form, self->view);
}

static gpointer
view_case (YsSession *session, gpointer id, GCancellable *cancellable, GError **error)
{
  return ys_office_view_case (session, id, cancellable, error);
}

static void
viewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCasePage) self = user_data;
  g_autoptr (GError) error = NULL;
  YsCaseView *view = ys_context_run_finish (YS_CONTEXT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->loading = FALSE;
  if (view != NULL)
    {
      gboolean is_first = self->view == NULL;

      g_clear_pointer (&self->view, ys_case_view_unref);
      self->view = view;
      show_view (self);
      if (is_first)
        {
          const char *words = ys_window_get_search (GTK_WIDGET (self));

          if (words != NULL)
            ys_found_places_look (self->found, self->context, self->id, words);
          gtk_widget_child_focus (GTK_WIDGET (self->timeline), GTK_DIR_TAB_FORWARD);
        }
    }
  else if (self->view == NULL)
    {
      adw_status_page_set_description (self->failed, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
  else
    ys_window_tell_failure (GTK_WIDGET (self), error);
  if (self->stale)
    load (self);
}

/* One at a time: whatever changed meanwhile is read once more, together. */
static void
load (YsCasePage *self)
{
  self->stale = self->loading;
  if (self->loading)
    return;
  self->loading = TRUE;
  ys_context_run_async (self->context, view_case, g_strdup (self->id), g_free,
                        (GDestroyNotify) ys_case_view_unref, self->cancellable, viewed_cb,
                        g_object_ref (self));
}

static void
changed_cb (YsContext *context, YsCasePage *self)
{
  load (self);
}

static char *
make_form_key (YsKind kind, gint64 of)
{
  return g_strdup_printf ("%d %" G_GINT64_FORMAT, kind, of);
}

/* --- forms ----------------------------------------------------------------------------------- */

/* Notes and files are no legal facts. */
static gboolean
can_undo (YsCasePage *self, YsStepForm *form)
{
  const YsViewEntry *entry = ys_case_view_get_entry (self->view, ys_step_form_get_of (form));

  return ys_step_form_get_kind (form) == YS_KIND_STRUCK && entry != NULL
         && (entry->event->kind == YS_KIND_NOTED || entry->event->kind == YS_KIND_ATTACHED);
}

static void
form_done_cb (YsStepForm *form, YsCasePage *self)
{
  g_autofree char *sentence
    = g_strdup_printf (_("Recorded: %s"), ys_deed_get_title (ys_step_form_get_kind (form)));
  g_autofree char *key = make_form_key (ys_step_form_get_kind (form), ys_step_form_get_of (form));

  self->form_done = TRUE;
  g_hash_table_remove (self->kept, key);
  if (can_undo (self, form))
    {
      self->struck = ys_step_form_get_of (form);
      ys_window_tell_undo (GTK_WIDGET (self), sentence, ys_case_page_undo_strike);
    }
  else
    ys_window_tell (GTK_WIDGET (self), sentence);
}

/* What was typed and not recorded is there again when the form is opened again. */
static gboolean
form_closed_cb (YsStepForm *form, YsCasePage *self)
{
  g_autofree char *key = make_form_key (ys_step_form_get_kind (form), ys_step_form_get_of (form));

  if (!self->form_done && ys_step_form_is_touched (form))
    g_hash_table_replace (self->kept, g_steal_pointer (&key), ys_step_form_get_answers (form));
  return GDK_EVENT_PROPAGATE;
}

static void
form_gone_cb (gpointer user_data, GObject *form)
{
  YsCasePage *self = user_data;

  self->form = NULL;
}

void
ys_case_page_open_form (YsCasePage *self, YsKind kind, gint64 of, GHashTable *answers)
{
  g_autofree char *key = make_form_key (kind, of);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->view == NULL || self->form != NULL || ys_deed_get (kind) == NULL
      || !ys_context_may (self->context, kind))
    return;
  if (answers == NULL)
    answers = g_hash_table_lookup (self->kept, key);
  self->form = ys_step_form_new (self->context, self->view, kind, of, answers);
  self->form_done = FALSE;
  g_object_weak_ref (G_OBJECT (self->form), form_gone_cb, self);
  g_signal_connect_object (self->form, "done", G_CALLBACK (form_done_cb), self, 0);
  g_signal_connect_object (self->form, "close-request", G_CALLBACK (form_closed_cb), self, 0);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self->form), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self->form));
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsKind kind = ys_kind_parse (YS_STREAM_CASE, g_variant_get_string (parameter, NULL));

  ys_case_page_open_form (YS_CASE_PAGE (widget), kind, 0, NULL);
}

/* case.amended, case.delivered, …: the act on one entry has the name of its kind. */
static void
entry_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsKind kind = ys_kind_parse (YS_STREAM_CASE, name + sizeof ("case.") - 1);

  ys_case_page_open_form (YS_CASE_PAGE (widget), kind, g_variant_get_int64 (parameter), NULL);
}

/* --- the clock sheet ------------------------------------------------------------------------- */

static void
sheet_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsCasePage *self = YS_CASE_PAGE (widget);

  if (self->view != NULL)
    ys_clock_sheet_present (widget, self->view, ys_context_get_calendar (self->context),
                            ys_context_get_agency (self->context));
}

/* Ctrl+P: the whole case. */
static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsCasePage *self = YS_CASE_PAGE (widget);
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (self->view == NULL)
    return;
  operation = ys_whole_case_print_new (self->view, ys_context_get_calendar (self->context),
                                       ys_context_get_agency (self->context),
                                       ys_facts_column_is_revealed (self->facts));
  ys_window_print (widget, operation);
}

static void
flow_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsCasePage *self = YS_CASE_PAGE (widget);
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (self->view == NULL)
    return;
  operation = ys_flow_print_new (self->view, ys_context_get_agency (self->context));
  ys_window_print (widget, operation);
}

/* The number as the lists write it, for letters and for the telephone. */
static void
copy_number_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsCasePage *self = YS_CASE_PAGE (widget);
  g_autofree char *number = ys_words_number (self->id);
  g_autofree char *sentence = g_strdup_printf (_("Copied: %s"), number);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), number);
  ys_window_tell (widget, sentence);
}

/* --- class ----------------------------------------------------------------------------------- */

static void
ys_case_page_dispose (GObject *object)
{
  YsCasePage *self = YS_CASE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->form != NULL)
    {
      g_object_weak_unref (G_OBJECT (self->form), form_gone_cb, self);
      gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->form)));
    }
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_CASE_PAGE);
  g_clear_pointer (&self->view, ys_case_view_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ys_case_page_parent_class)->dispose (object);
}

static void
ys_case_page_finalize (GObject *object)
{
  YsCasePage *self = YS_CASE_PAGE (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->kept);
  g_free (self->papers_path);
  g_free (self->id);
  G_OBJECT_CLASS (ys_case_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const YsKind of_entries[] = { YS_KIND_AMENDED, YS_KIND_STRUCK, YS_KIND_DISPATCHED,
                                       YS_KIND_DELIVERED, YS_KIND_UNDELIVERED };

  gtk_widget_class_install_action (widget_class, "case.step", "s", step_action);
  gtk_widget_class_install_action (widget_class, "case.note", NULL, ys_case_page_note_action);
  gtk_widget_class_install_action (widget_class, "case.reveal", NULL, ys_case_page_reveal_action);
  gtk_widget_class_install_action (widget_class, "case.sheet", NULL, sheet_action);
  gtk_widget_class_install_action (widget_class, "case.flow", NULL, flow_action);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "case.copy-number", NULL, copy_number_action);
  gtk_widget_class_install_action (widget_class, "case.papers", NULL, ys_case_page_papers_action);
  gtk_widget_class_install_action (widget_class, "case.attach", NULL, ys_case_page_attach_action);
  gtk_widget_class_install_action (widget_class, "case.open-file", "x",
                                   ys_case_page_open_file_action);
  for (guint i = 0; i < G_N_ELEMENTS (of_entries); i++)
    {
      g_autofree char *name = g_strconcat ("case.", ys_kind_get_name (of_entries[i]), NULL);
      gtk_widget_class_install_action (widget_class, g_intern_string (name), "x", entry_action);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "case.copy-number", NULL);
}

static void
ys_case_page_class_init (YsCasePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_case_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_case_page_finalize;

  g_type_ensure (YS_TYPE_FACTS_COLUMN);
  g_type_ensure (YS_TYPE_FOUND_PLACES);
  g_type_ensure (YS_TYPE_TIMELINE);
  g_type_ensure (YS_TYPE_DOCUMENTS);
  g_type_ensure (YS_TYPE_CLOCK_CARD);
  g_type_ensure (YS_TYPE_CHAIN_PANEL);
  g_type_ensure (YS_TYPE_STEPS);
  g_type_ensure (YS_TYPE_LONG_WORK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/case/case-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsCasePage, stack);
  gtk_widget_class_bind_template_child (widget_class, YsCasePage, failed);
  gtk_widget_class_bind_template_child (widget_class, YsCasePage, facts);
  gtk_widget_class_bind_template_child (widget_class, YsCasePage, found);
  gtk_widget_class_bind_template_child (widget_class, YsCasePage, timeline);
  gtk_widget_class_bind_template_child (widget_class, YsCasePage, documents);
  gtk_widget_class_bind_template_child (widget_class, YsCasePage, clock);
  gtk_widget_class_bind_template_child (widget_class, YsCasePage, chain);
  gtk_widget_class_bind_template_child (widget_class, YsCasePage, steps);
  gtk_widget_class_bind_template_child (widget_class, YsCasePage, papers);
  install_actions (widget_class);
}

static void
ys_case_page_init (YsCasePage *self)
{
  self->cancellable = g_cancellable_new ();
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) g_hash_table_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  ys_case_page_accept_drops (self);
}

GtkWidget *
ys_case_page_new (YsContext *context, const char *id)
{
  g_return_val_if_fail (YS_IS_CONTEXT (context) && id != NULL, NULL);

  YsCasePage *self = g_object_new (YS_TYPE_CASE_PAGE, NULL);

  self->context = g_object_ref (context);
  self->id = g_strdup (id);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, 0);
  load (self);
  return GTK_WIDGET (self);
}
