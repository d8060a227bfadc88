/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small window of one field. The passphrase is nowhere kept: it goes to the docket's thread. */
#include "desk/widgets/key-question.h"

#include "wording/i18n.h"

struct _YsKeyQuestion
{
  AdwWindow parent_instance;

  GtkLabel *who;
  GtkEditable *passphrase;
  GtkLabel *failure;
  GtkSpinner *spinner;
  GtkWidget *open;

  YsContext *context;
  GTask *task; /* whoever asked; NULL once it is answered */
};

G_DEFINE_FINAL_TYPE (YsKeyQuestion, ys_key_question, ADW_TYPE_WINDOW)

static void
answer (YsKeyQuestion *self, gboolean is_open)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (task != NULL)
    g_task_return_boolean (task, is_open);
}

static void
set_busy (YsKeyQuestion *self, gboolean busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_widget_set_sensitive (self->open, !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->passphrase), !busy);
}

static void
show_failure (YsKeyQuestion *self, const char *sentence)
{
  gtk_label_set_text (self->failure, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), sentence != NULL);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsKeyQuestion) self = user_data;
  g_autoptr (GError) error = NULL;

  ys_context_run_finish (YS_CONTEXT (source), result, &error);
  /* The window was closed meanwhile. */
  if (self->task == NULL)
    return;
  if (error == NULL)
    {
      answer (self, TRUE);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  set_busy (self, FALSE);
  show_failure (self, error->message);
  gtk_editable_set_text (self->passphrase, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
}

static void
open_cb (GtkWidget *widget, YsKeyQuestion *self)
{
  const char *passphrase = gtk_editable_get_text (self->passphrase);

  if (*passphrase == '\0' || !gtk_widget_get_sensitive (self->open))
    return;
  show_failure (self, NULL);
  /* A field that goes insensitive with the focus in it never hears that it lost it. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  ys_context_open_key_async (self->context, passphrase, NULL, opened_cb, g_object_ref (self));
  set_busy (self, TRUE);
}

static gboolean
ys_key_question_close_request (GtkWindow *window)
{
  answer (YS_KEY_QUESTION (window), FALSE);
  return GTK_WINDOW_CLASS (ys_key_question_parent_class)->close_request (window);
}

static void
ys_key_question_dispose (GObject *object)
{
  YsKeyQuestion *self = YS_KEY_QUESTION (object);

  answer (self, FALSE);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_KEY_QUESTION);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ys_key_question_parent_class)->dispose (object);
}

static void
ys_key_question_class_init (YsKeyQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_key_question_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ys_key_question_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/widgets/key-question.ui");
  gtk_widget_class_bind_template_child (widget_class, YsKeyQuestion, who);
  gtk_widget_class_bind_template_child (widget_class, YsKeyQuestion, passphrase);
  gtk_widget_class_bind_template_child (widget_class, YsKeyQuestion, failure);
  gtk_widget_class_bind_template_child (widget_class, YsKeyQuestion, spinner);
  gtk_widget_class_bind_template_child (widget_class, YsKeyQuestion, open);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ys_key_question_init (YsKeyQuestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ys_key_question_ask (GtkWidget *from, YsContext *context, GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (from) && YS_IS_CONTEXT (context));

  GtkRoot *root = gtk_widget_get_root (from);
  YsKeyQuestion *self = g_object_new (YS_TYPE_KEY_QUESTION, NULL);
  const char *actor = ys_context_get_actor (context);
  g_autofree char *who = g_strdup_printf (_("The key of %s"), ys_context_name_actor (context, actor));

  self->context = g_object_ref (context);
  self->task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (self->task, ys_key_question_ask);
  gtk_label_set_text (self->who, who);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
}

gboolean
ys_key_question_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
