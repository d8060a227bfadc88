/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Approving, one or many; returning with a reason; agreeing and disagreeing. Where approvals are signed
 * and the key is locked, the docket's context asks for the passphrase and does the work again. */
#include "desk/approvals/approvals-page-private.h"

#include "desk/widgets/row-words.h"
#include "desk/window.h"
#include "office/reply.h"
#include "office/review.h"
#include "wording/i18n.h"

/* --- what can be decided --------------------------------------------------------------------- */

static gboolean
was_seen (YsApprovalsPage *self, const YsWaiting *waiting)
{
  g_autofree char *key = ys_approvals_page_make_key (waiting);

  return g_hash_table_contains (self->seen, key);
}

/* Bytes that nobody can look at here may have been looked at elsewhere; ticked they cannot be. */
static gboolean
may_decide (YsApprovalsPage *self, const YsWaiting *waiting)
{
  return waiting != NULL && self->view != NULL && !self->deciding
         && ys_context_get_read_only_reason (self->context) == NULL;
}

static void
update_many (YsApprovalsPage *self)
{
  g_autoptr (GPtrArray) ticked = ys_approvals_page_list_ticked (self);
  g_autofree char *label
    = g_strdup_printf (ngettext ("Approve %u", "Approve %u", ticked->len), ticked->len);

  gtk_button_set_label (GTK_BUTTON (self->many), label);
  gtk_widget_set_visible (self->many, ticked->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "approvals.approve-ticked",
                                 ticked->len > 0 && !self->deciding
                                   && ys_context_get_read_only_reason (self->context) == NULL);
}

void
ys_approvals_page_update_bar (YsApprovalsPage *self)
{
  const YsWaiting *waiting = self->queue != NULL ? ys_approvals_page_get_chosen (self) : NULL;
  YsWaitsFor waits_for = waiting != NULL ? waiting->waits_for : YS_WAITS_FOR_MEND;
  gboolean may = may_decide (self, waiting);
  gboolean looked = waiting != NULL && (was_seen (self, waiting) || self->unshown);
  gboolean is_approval = waits_for == YS_WAITS_FOR_APPROVAL;
  gboolean is_review = waits_for == YS_WAITS_FOR_REVIEW;

  gtk_widget_set_visible (self->bar, waiting != NULL);
  gtk_widget_set_visible (self->return_button, is_approval);
  gtk_widget_set_visible (self->approve_button, is_approval);
  gtk_widget_set_visible (self->disagree_button, is_review);
  gtk_widget_set_visible (self->agree_button, is_review);
  gtk_widget_set_visible (self->case_button, waiting != NULL && !is_approval && !is_review);
  gtk_widget_set_visible (GTK_WIDGET (self->comment), is_approval || is_review);
  g_object_set (self->comment, "placeholder-text",
                is_review ? _("Opinion in words; required to disagree")
                          : _("Reason, required to return it"),
                NULL);
  if (waiting != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->case_button), "s", waiting->row->id);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "approvals.approve",
                                 may && is_approval && looked && waiting->changed == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "approvals.return", may && is_approval);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "approvals.agree", may && is_review && looked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "approvals.disagree", may && is_review);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print", self->view != NULL);
  if (self->context != NULL)
    update_many (self);
}

/* --- one ------------------------------------------------------------------------------------- */

typedef enum
{
  APPROVE,
  RETURN,
  AGREE,
  DISAGREE,
} Decision;

typedef struct
{
  Decision decision;
  char *id;
  gint64 seq;
  char *as;
  char *comment; /* or NULL */
} Order;

static void
order_free (gpointer data)
{
  Order *self = data;

  g_free (self->id);
  g_free (self->as);
  g_free (self->comment);
  g_free (self);
}

static gpointer
carry_out (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  const Order *order = input;
  YsDay today = ys_session_get_today (session);

  switch (order->decision)
    {
    case APPROVE:
      ys_office_approve_asked (session, order->id, order->seq, today, error);
      break;
    case RETURN:
      ys_office_return (session, order->id, today, order->comment, error);
      break;
    case AGREE:
    case DISAGREE:
    default:
      ys_office_review (session, order->id, today, order->as, order->decision == AGREE,
                        order->comment, error);
      break;
    }
  return NULL;
}

static void
tell_done (YsApprovalsPage *self, Decision decision, const char *id)
{
  g_autofree char *number = ys_words_number (id);
  g_autofree char *sentence = NULL;

  if (decision == APPROVE)
    sentence = g_strdup_printf (_("Approved: %s"), number);
  else if (decision == RETURN)
    sentence = g_strdup_printf (_("Returned: %s"), number);
  else
    sentence = g_strdup_printf (_("Reviewed: %s"), number);
  ys_window_tell (GTK_WIDGET (self), sentence);
}

typedef struct
{
  YsApprovalsPage *page;
  Decision decision;
  char *id;
} Awaited;

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Awaited *awaited = user_data;
  g_autoptr (YsApprovalsPage) self = awaited->page;
  g_autofree char *id = awaited->id;
  g_autoptr (GError) error = NULL;

  ys_context_run_finish (YS_CONTEXT (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->deciding = FALSE;
  if (error != NULL)
    ys_window_tell_failure (GTK_WIDGET (self), error);
  else
    tell_done (self, awaited->decision, id);
  ys_approvals_page_update_bar (self);
}

static void
decide (YsApprovalsPage *self, Decision decision)
{
  const YsWaiting *waiting = ys_approvals_page_get_chosen (self);
  g_autofree char *comment = g_strstrip (g_strdup (gtk_editable_get_text (self->comment)));
  Order *order;
  Awaited *awaited;

  if (!may_decide (self, waiting))
    return;
  if ((decision == RETURN || decision == DISAGREE) && *comment == '\0')
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->comment), "error");
      gtk_widget_grab_focus (GTK_WIDGET (self->comment));
      ys_window_tell (GTK_WIDGET (self), _("Write down the reason first."));
      return;
    }
  order = g_new0 (Order, 1);
  order->decision = decision;
  order->id = g_strdup (waiting->row->id);
  order->seq = waiting->seq;
  order->as = g_strdup (waiting->what);
  order->comment = *comment != '\0' ? g_steal_pointer (&comment) : NULL;
  awaited = g_new0 (Awaited, 1);
  awaited->page = g_object_ref (self);
  awaited->decision = decision;
  awaited->id = g_strdup (waiting->row->id);
  self->deciding = TRUE;
  ys_approvals_page_update_bar (self);
  ys_context_run_async (self->context, carry_out, order, order_free, NULL, self->cancellable,
                        decided_cb, awaited);
}

static void
decide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Decision decision = g_str_equal (name, "approvals.approve")  ? APPROVE
                      : g_str_equal (name, "approvals.return") ? RETURN
                      : g_str_equal (name, "approvals.agree")  ? AGREE
                                                               : DISAGREE;

  decide (YS_APPROVALS_PAGE (widget), decision);
}

/* Ctrl+Enter: whichever of the two stands there. */
static void
confirm_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const YsWaiting *waiting = ys_approvals_page_get_chosen (YS_APPROVALS_PAGE (widget));

  if (waiting != NULL)
    gtk_widget_activate_action (widget,
                                waiting->waits_for == YS_WAITS_FOR_REVIEW ? "approvals.agree"
                                                                          : "approvals.approve",
                                NULL);
}

/* --- many ------------------------------------------------------------------------------------ */

/* Each is told by itself; a locked key stops them all before the first, to be asked for once. */
static gpointer
approve_many (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  GPtrArray *approvals = input;
  YsApproval *first = g_ptr_array_index (approvals, 0);

  if (ys_office_approve_many (session, ys_session_get_today (session), approvals) == 0
      && g_error_matches (first->error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_LOCKED))
    {
      g_propagate_error (error, g_steal_pointer (&first->error));
      return NULL;
    }
  return g_ptr_array_ref (approvals);
}

static void
tell_many (YsApprovalsPage *self, const GPtrArray *approvals)
{
  g_autoptr (GString) failures = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < approvals->len; i++)
    {
      const YsApproval *approval = g_ptr_array_index (approvals, i);
      g_autofree char *number = ys_words_number (approval->id);

      if (approval->error == NULL)
        n++;
      else
        g_string_append_printf (failures, "%s%s: %s", failures->len > 0 ? "\n" : "", number,
                                approval->error->message);
    }
  if (failures->len > 0)
    {
      g_autoptr (GError) error
        = g_error_new_literal (YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED, failures->str);
      ys_window_tell_failure (GTK_WIDGET (self), error);
    }
  if (n > 0)
    {
      g_autofree char *sentence
        = g_strdup_printf (ngettext ("%u approved", "%u approved", n), n);
      ys_window_tell (GTK_WIDGET (self), sentence);
    }
}

static void
many_approved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsApprovalsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) approvals = ys_context_run_finish (YS_CONTEXT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->deciding = FALSE;
  if (approvals != NULL)
    tell_many (self, approvals);
  else
    ys_window_tell_failure (GTK_WIDGET (self), error);
  ys_approvals_page_update_bar (self);
}

static void
approve_ticked_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsApprovalsPage *self = YS_APPROVALS_PAGE (widget);
  g_autoptr (GPtrArray) ticked = ys_approvals_page_list_ticked (self);
  GPtrArray *approvals;

  if (ticked->len == 0 || self->deciding)
    return;
  approvals = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_approval_free);
  for (guint i = 0; i < ticked->len; i++)
    {
      const YsWaiting *waiting = ys_waiting_row_get_waiting (g_ptr_array_index (ticked, i));

      g_ptr_array_add (approvals, ys_approval_new (waiting->row->id, waiting->seq));
    }
  self->deciding = TRUE;
  ys_approvals_page_update_bar (self);
  ys_context_run_async (self->context, approve_many, approvals, (GDestroyNotify) g_ptr_array_unref,
                        (GDestroyNotify) g_ptr_array_unref, self->cancellable, many_approved_cb,
                        g_object_ref (self));
}

void
ys_approvals_page_decide_class_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "approvals.approve", NULL, decide_action);
  gtk_widget_class_install_action (klass, "approvals.return", NULL, decide_action);
  gtk_widget_class_install_action (klass, "approvals.agree", NULL, decide_action);
  gtk_widget_class_install_action (klass, "approvals.disagree", NULL, decide_action);
  gtk_widget_class_install_action (klass, "approvals.confirm", NULL, confirm_action);
  gtk_widget_class_install_action (klass, "approvals.approve-ticked", NULL, approve_ticked_action);
}
