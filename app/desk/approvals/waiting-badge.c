/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One label, and one question to the docket at a time. */
#include "desk/approvals/waiting-badge.h"

#include "office/approvals.h"
#include "wording/i18n.h"

struct _YsWaitingBadge
{
  AdwBin parent_instance;

  GtkLabel *label;
  YsContext *context;
  GCancellable *cancellable;
  guint count;
  gboolean counting;
  gboolean stale; /* changed while counting */
};

G_DEFINE_FINAL_TYPE (YsWaitingBadge, ys_waiting_badge, ADW_TYPE_BIN)

static void count (YsWaitingBadge *self);

static gpointer
list_waiting (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  return ys_office_list_waiting (session, cancellable, error);
}

static void
show_count (YsWaitingBadge *self)
{
  g_autofree char *text = g_strdup_printf ("%u", self->count);
  g_autofree char *spoken
    = g_strdup_printf (ngettext ("%u waits for you", "%u wait for you", self->count), self->count);

  gtk_label_set_text (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->label), self->count > 0);
}

/* A count that fails is told by the page itself, where there is room for a sentence. */
static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsWaitingBadge) self = user_data;
  g_autoptr (GPtrArray) list = ys_context_run_finish (YS_CONTEXT (source), result, NULL);

  self->counting = FALSE;
  if (self->context == NULL)
    return;
  self->count = list != NULL ? list->len : 0;
  show_count (self);
  if (self->stale)
    count (self);
}

static void
count (YsWaitingBadge *self)
{
  self->stale = self->counting;
  if (self->counting)
    return;
  self->counting = TRUE;
  ys_context_run_async (self->context, list_waiting, NULL, NULL,
                        (GDestroyNotify) g_ptr_array_unref, self->cancellable, counted_cb,
                        g_object_ref (self));
}

static void
changed_cb (YsContext *context, YsWaitingBadge *self)
{
  count (self);
}

static void
stop (YsWaitingBadge *self)
{
  if (self->context == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_signal_handlers_disconnect_by_data (self->context, self);
  g_clear_object (&self->context);
}

/* A window that is closed may be held a while by what still works for it. */
static void
ys_waiting_badge_unrealize (GtkWidget *widget)
{
  stop (YS_WAITING_BADGE (widget));
  GTK_WIDGET_CLASS (ys_waiting_badge_parent_class)->unrealize (widget);
}

static void
ys_waiting_badge_dispose (GObject *object)
{
  YsWaitingBadge *self = YS_WAITING_BADGE (object);

  stop (self);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (ys_waiting_badge_parent_class)->dispose (object);
}

static void
ys_waiting_badge_class_init (YsWaitingBadgeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ys_waiting_badge_dispose;
  GTK_WIDGET_CLASS (klass)->unrealize = ys_waiting_badge_unrealize;
}

static void
ys_waiting_badge_init (YsWaitingBadge *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->label = GTK_LABEL (label);
  gtk_widget_add_css_class (label, "count");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (label, FALSE);
  adw_bin_set_child (ADW_BIN (self), label);
}

void
ys_waiting_badge_set_context (YsWaitingBadge *self, YsContext *context)
{
  g_return_if_fail (YS_IS_WAITING_BADGE (self) && YS_IS_CONTEXT (context));

  stop (self);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->context = g_object_ref (context);
  self->stale = self->counting = FALSE;
  g_signal_connect (context, "changed", G_CALLBACK (changed_cb), self);
  count (self);
}

guint
ys_waiting_badge_get_count (YsWaitingBadge *self)
{
  g_return_val_if_fail (YS_IS_WAITING_BADGE (self), 0);
  return self->count;
}
