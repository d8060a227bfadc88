/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The queue and what is shown of the row that is chosen. Deciding is in approvals-page-decide.c. */
#include "desk/approvals/approvals-page-private.h"

#include "desk/case/clock-sheet.h"
#include "desk/case/flow-print.h"
#include "desk/widgets/enter.h"
#include "desk/widgets/row-words.h"
#include "desk/window.h"
#include "wording/i18n.h"

#include <string.h>

/* Digits of the digest of a file without a name. */
#define DIGITS_SHOWN 12

G_DEFINE_FINAL_TYPE (YsApprovalsPage, ys_approvals_page, GTK_TYPE_BOX)

static void load (YsApprovalsPage *self);

char *
ys_approvals_page_make_key (const YsWaiting *waiting)
{
  return g_strdup_printf ("%s %d %" G_GINT64_FORMAT, waiting->row->id, waiting->waits_for,
                          waiting->seq);
}

const YsWaiting *
ys_approvals_page_get_chosen (YsApprovalsPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? ys_waiting_row_get_waiting (YS_WAITING_ROW (row)) : NULL;
}

GPtrArray *
ys_approvals_page_list_ticked (YsApprovalsPage *self)
{
  GPtrArray *ticked = g_ptr_array_new ();

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (YS_IS_WAITING_ROW (row) && ys_waiting_row_is_chosen (YS_WAITING_ROW (row)))
      g_ptr_array_add (ticked, row);
  return ticked;
}

/* --- what is chosen -------------------------------------------------------------------------- */

static void
mark_seen (YsApprovalsPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    return;
  g_hash_table_add (self->seen, ys_approvals_page_make_key (
                                  ys_waiting_row_get_waiting (YS_WAITING_ROW (row))));
  ys_waiting_row_set_seen (YS_WAITING_ROW (row), TRUE);
  ys_approvals_page_update_bar (self);
}

/* Of several files the first one: the others are a step away, and counted beside its name. */
static void
paper_seen_cb (YsPaperPanel *panel, const char *digest, YsApprovalsPage *self)
{
  const YsWaiting *waiting = ys_approvals_page_get_chosen (self);

  if (waiting != NULL && self->view != NULL && waiting->files->len > 0
      && g_str_equal (waiting->files->pdata[0], digest))
    mark_seen (self);
}

static void
paper_failed_cb (YsPaperPanel *panel, const char *digest, YsApprovalsPage *self)
{
  self->unshown = TRUE;
  ys_approvals_page_update_bar (self);
}

static char *
name_file (const YsCaseView *view, const char *digest)
{
  const char *colon = strchr (digest, ':');

  for (guint i = 0; i < view->files->len; i++)
    {
      const YsViewFile *file = g_ptr_array_index (view->files, i);
      if (g_str_equal (file->digest, digest))
        return g_strdup (file->name);
    }
  return g_strndup (colon != NULL ? colon + 1 : digest, DIGITS_SHOWN);
}

static void
show_papers (YsApprovalsPage *self, const YsWaiting *waiting)
{
  g_autoptr (GStrvBuilder) digests = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) digest_list = NULL;
  g_auto (GStrv) name_list = NULL;

  for (guint i = 0; i < waiting->files->len; i++)
    {
      const char *digest = g_ptr_array_index (waiting->files, i);
      g_autofree char *name = name_file (self->view, digest);

      g_strv_builder_add (digests, digest);
      g_strv_builder_add (names, name);
    }
  digest_list = g_strv_builder_end (digests);
  name_list = g_strv_builder_end (names);
  ys_paper_panel_show (self->paper, self->context, (const char *const *) digest_list,
                       (const char *const *) name_list);
}

static void
tell_asked (YsApprovalsPage *self, const YsWaiting *waiting)
{
  g_autofree char *what = ys_waiting_describe (waiting);
  g_autofree char *number = ys_words_number (waiting->row->id);
  g_autofree char *text = waiting->changed != NULL
                            ? g_strjoin (" · ", number, what, waiting->changed, NULL)
                            : g_strjoin (" · ", number, what, waiting->by, NULL);

  gtk_label_set_text (self->asked, text);
  if (waiting->changed != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->asked), "warn");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->asked), "warn");
}

static gpointer
view_case (YsSession *session, gpointer id, GCancellable *cancellable, GError **error)
{
  return ys_office_view_case_alone (session, id, cancellable, error);
}

static void
viewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsApprovalsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  YsCaseView *view = ys_context_run_finish (YS_CONTEXT (source), result, &error);
  const YsWaiting *waiting;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (view == NULL)
    {
      ys_window_tell_failure (GTK_WIDGET (self), error);
      return;
    }
  waiting = ys_approvals_page_get_chosen (self);
  if (waiting == NULL || !g_str_equal (waiting->row->id, view->casefile->id))
    {
      ys_case_view_unref (view);
      return;
    }
  g_clear_pointer (&self->view, ys_case_view_unref);
  self->view = view;
  ys_approval_facts_set_view (self->facts, view, ys_context_get_calendar (self->context));
  gtk_widget_set_visible (self->facts_place, TRUE);
  tell_asked (self, waiting);
  show_papers (self, waiting);
  if (waiting->files->len == 0)
    mark_seen (self);
  ys_approvals_page_update_bar (self);
}

static void
show_chosen (YsApprovalsPage *self)
{
  const YsWaiting *waiting = ys_approvals_page_get_chosen (self);

  if (self->viewing != NULL)
    g_cancellable_cancel (self->viewing);
  g_clear_object (&self->viewing);
  g_clear_pointer (&self->view, ys_case_view_unref);
  self->unshown = FALSE;
  ys_approvals_page_update_bar (self);
  if (waiting == NULL)
    return;
  self->viewing = g_cancellable_new ();
  ys_context_run_async (self->context, view_case, g_strdup (waiting->row->id), g_free,
                        (GDestroyNotify) ys_case_view_unref, self->viewing, viewed_cb,
                        g_object_ref (self));
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, YsApprovalsPage *self)
{
  if (row == NULL || self->queue == NULL)
    return;
  gtk_editable_set_text (self->comment, "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->comment), "error");
  show_chosen (self);
}

static void
row_ticked_cb (YsWaitingRow *row, YsApprovalsPage *self)
{
  ys_approvals_page_update_bar (self);
}

/* --- the queue ------------------------------------------------------------------------------- */

static gboolean
is_wanted (const YsApprovalsPage *self, const YsWaiting *waiting, const char *key)
{
  g_autofree char *own = NULL;

  if (self->wanted != NULL)
    return g_str_equal (waiting->row->id, self->wanted);
  own = ys_approvals_page_make_key (waiting);
  return g_strcmp0 (own, key) == 0;
}

static GHashTable *
remember_ticks (YsApprovalsPage *self)
{
  GHashTable *ticks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) ticked = ys_approvals_page_list_ticked (self);

  for (guint i = 0; i < ticked->len; i++)
    g_hash_table_add (ticks, ys_approvals_page_make_key (
                               ys_waiting_row_get_waiting (g_ptr_array_index (ticked, i))));
  return ticks;
}

static GtkListBoxRow *
add_row (YsApprovalsPage *self, const YsWaiting *waiting, GHashTable *ticks)
{
  GtkWidget *row = ys_waiting_row_new (self->context, waiting);
  g_autofree char *key = ys_approvals_page_make_key (waiting);

  ys_waiting_row_set_seen (YS_WAITING_ROW (row), g_hash_table_contains (self->seen, key));
  ys_waiting_row_set_chosen (YS_WAITING_ROW (row), g_hash_table_contains (ticks, key));
  g_signal_connect_object (row, "chosen", G_CALLBACK (row_ticked_cb), self, 0);
  gtk_list_box_append (self->list, row);
  return GTK_LIST_BOX_ROW (row);
}

/* Whether the keyboard is at a row, which is about to go, or nowhere: at a button that was pressed and
 * cannot be any more. */
static gboolean
has_lost_focus (YsApprovalsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list))
         || (gtk_widget_is_ancestor (focus, self->bar) && !GTK_IS_EDITABLE (focus)
             && !GTK_IS_TEXT (focus));
}

/* (transfer full): takes the place of the queue that is shown; what was chosen stays chosen, and where
 * that is decided the one that came after it is. */
static void
show_queue (YsApprovalsPage *self, GPtrArray *queue)
{
  GtkListBoxRow *old = gtk_list_box_get_selected_row (self->list);
  int index = old != NULL ? gtk_list_box_row_get_index (old) : 0;
  g_autofree char *key
    = old != NULL ? ys_approvals_page_make_key (ys_waiting_row_get_waiting (YS_WAITING_ROW (old)))
                  : NULL;
  g_autoptr (GHashTable) ticks = remember_ticks (self);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->queue);
  g_autofree char *count = g_strdup_printf ("%u", queue->len);
  gboolean had_focus = before == NULL || has_lost_focus (self);
  GtkListBoxRow *chosen = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < queue->len; i++)
    {
      const YsWaiting *waiting = g_ptr_array_index (queue, i);
      GtkListBoxRow *added = add_row (self, waiting, ticks);

      if (chosen == NULL && is_wanted (self, waiting, key))
        chosen = added;
    }
  if (chosen == NULL)
    chosen = gtk_list_box_get_row_at_index (self->list, MIN (index, MAX ((int) queue->len - 1, 0)));
  g_clear_pointer (&self->wanted, g_free);
  gtk_label_set_text (self->count, count);
  gtk_stack_set_visible_child_name (self->stack, queue->len > 0 ? "queue" : "empty");
  /* Only now: a row that is chosen is shown from the queue. */
  self->queue = queue;
  if (chosen != NULL && key != NULL && is_wanted (self, ys_waiting_row_get_waiting (YS_WAITING_ROW (chosen)), key))
    {
      g_signal_handlers_block_by_func (self->list, row_selected_cb, self);
      gtk_list_box_select_row (self->list, chosen);
      g_signal_handlers_unblock_by_func (self->list, row_selected_cb, self);
      show_chosen (self);
    }
  else if (chosen != NULL)
    gtk_list_box_select_row (self->list, chosen);
  else
    show_chosen (self);
  if (had_focus && chosen != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (chosen));
}

static gpointer
list_waiting (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  return ys_office_list_waiting (session, cancellable, error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsApprovalsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *queue = ys_context_run_finish (YS_CONTEXT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->loading = FALSE;
  if (queue != NULL)
    show_queue (self, queue);
  else if (self->queue == NULL)
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
load (YsApprovalsPage *self)
{
  self->stale = self->loading;
  if (self->loading)
    return;
  self->loading = TRUE;
  ys_context_run_async (self->context, list_waiting, NULL, NULL,
                        (GDestroyNotify) g_ptr_array_unref, self->cancellable, listed_cb,
                        g_object_ref (self));
}

static void
changed_cb (YsContext *context, YsApprovalsPage *self)
{
  load (self);
}

void
ys_approvals_page_choose (YsApprovalsPage *self, const char *id)
{
  g_return_if_fail (YS_IS_APPROVALS_PAGE (self) && id != NULL);

  g_free (self->wanted);
  self->wanted = g_strdup (id);
  load (self);
}

/* --- actions --------------------------------------------------------------------------------- */

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsApprovalsPage *self = YS_APPROVALS_PAGE (widget);
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (self->view == NULL)
    return;
  operation = ys_flow_print_new (self->view, ys_context_get_agency (self->context));
  ys_window_print (widget, operation);
}

static void
sheet_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsApprovalsPage *self = YS_APPROVALS_PAGE (widget);

  if (self->view != NULL)
    ys_clock_sheet_present (widget, self->view, ys_context_get_calendar (self->context),
                            ys_context_get_agency (self->context));
}

/* --- class ----------------------------------------------------------------------------------- */

static gboolean
ys_approvals_page_grab_focus (GtkWidget *widget)
{
  YsApprovalsPage *self = YS_APPROVALS_PAGE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->list));
}

static void
ys_approvals_page_dispose (GObject *object)
{
  YsApprovalsPage *self = YS_APPROVALS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->viewing != NULL)
    g_cancellable_cancel (self->viewing);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_APPROVALS_PAGE);
  g_clear_object (&self->viewing);
  g_clear_pointer (&self->view, ys_case_view_unref);
  g_clear_pointer (&self->queue, g_ptr_array_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ys_approvals_page_parent_class)->dispose (object);
}

static void
ys_approvals_page_finalize (GObject *object)
{
  YsApprovalsPage *self = YS_APPROVALS_PAGE (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->seen);
  g_free (self->wanted);
  G_OBJECT_CLASS (ys_approvals_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, YsApprovalsPage, stack);
  gtk_widget_class_bind_template_child (klass, YsApprovalsPage, failed);
  gtk_widget_class_bind_template_child (klass, YsApprovalsPage, list);
  gtk_widget_class_bind_template_child (klass, YsApprovalsPage, count);
  gtk_widget_class_bind_template_child (klass, YsApprovalsPage, many);
  gtk_widget_class_bind_template_child (klass, YsApprovalsPage, facts);
  gtk_widget_class_bind_template_child (klass, YsApprovalsPage, facts_place);
  gtk_widget_class_bind_template_child (klass, YsApprovalsPage, paper);
  gtk_widget_class_bind_template_child (klass, YsApprovalsPage, asked);
  gtk_widget_class_bind_template_child (klass, YsApprovalsPage, bar);
  gtk_widget_class_bind_template_child (klass, YsApprovalsPage, comment);
  gtk_widget_class_bind_template_child (klass, YsApprovalsPage, return_button);
  gtk_widget_class_bind_template_child (klass, YsApprovalsPage, approve_button);
  gtk_widget_class_bind_template_child (klass, YsApprovalsPage, disagree_button);
  gtk_widget_class_bind_template_child (klass, YsApprovalsPage, agree_button);
  gtk_widget_class_bind_template_child (klass, YsApprovalsPage, case_button);
  gtk_widget_class_bind_template_callback (klass, row_selected_cb);
  gtk_widget_class_bind_template_callback (klass, paper_seen_cb);
  gtk_widget_class_bind_template_callback (klass, paper_failed_cb);
}

static void
ys_approvals_page_class_init (YsApprovalsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_approvals_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_approvals_page_finalize;
  widget_class->grab_focus = ys_approvals_page_grab_focus;

  g_type_ensure (YS_TYPE_APPROVAL_FACTS);
  g_type_ensure (YS_TYPE_PAPER_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/approvals/approvals-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "case.sheet", NULL, sheet_action);
  ys_approvals_page_decide_class_init (widget_class);
}

static void
ys_approvals_page_init (YsApprovalsPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->facts_place, FALSE);
  ys_enter_add (GTK_WIDGET (self), GDK_CONTROL_MASK, "approvals.confirm");
}

GtkWidget *
ys_approvals_page_new (YsContext *context)
{
  g_return_val_if_fail (YS_IS_CONTEXT (context), NULL);

  YsApprovalsPage *self = g_object_new (YS_TYPE_APPROVALS_PAGE, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, 0);
  ys_approvals_page_update_bar (self);
  load (self);
  return GTK_WIDGET (self);
}
