/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Work on the docket's thread or on one of its own, and the row that shows it. */
#include "desk/settings/long-work.h"

#include "desk/progress-news.h"
#include "wording/i18n.h"

struct _YsLongWork
{
  GtkBox parent_instance;

  GtkImage *icon;
  GtkLabel *label;
  GtkWidget *cancel;
  GtkProgressBar *bar;

  GCancellable *cancellable; /* of the work under way, or NULL */
};

G_DEFINE_FINAL_TYPE (YsLongWork, ys_long_work, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* --- on the working thread -------------------------------------------------------------------- */

typedef struct
{
  YsProgressNews *news;
  YsLongFunc func;
  char *input;
  char *address;
  YsDay today;
} Work;

typedef struct
{
  char *sentence;
  gboolean is_bad;
} Outcome;

static void
work_free (gpointer data)
{
  Work *self = data;

  ys_progress_news_free (self->news);
  g_free (self->input);
  g_free (self->address);
  g_free (self);
}

static void
outcome_free (gpointer data)
{
  Outcome *outcome = data;

  g_free (outcome->sentence);
  g_free (outcome);
}

static gpointer
work_func (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  Work *work = input;
  gboolean is_bad = FALSE;
  char *sentence = work->func (session, work->input, ys_progress_news_step, work->news, &is_bad,
                               error);
  Outcome *outcome;

  if (sentence == NULL)
    return NULL;
  outcome = g_new (Outcome, 1);
  *outcome = (Outcome){ sentence, is_bad };
  return outcome;
}

static void
work_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  g_autoptr (YsSession) session = ys_session_open (work->address, FALSE, work->today, &error);
  gpointer outcome = session != NULL ? work_func (session, work, cancellable, &error) : NULL;

  if (outcome != NULL)
    g_task_return_pointer (task, outcome, outcome_free);
  else
    g_task_return_error (task, error);
}

/* --- on the main loop ------------------------------------------------------------------------- */

static void
show_progress (GObject *bar, double fraction)
{
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), fraction);
}

static void
show (YsLongWork *self, const char *sentence, const char *icon, gboolean is_busy)
{
  gtk_label_set_text (self->label, sentence);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  gtk_widget_set_visible (self->cancel, is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
ys_long_work_tell (YsLongWork *self, const char *sentence, gboolean is_bad)
{
  g_return_if_fail (YS_IS_LONG_WORK (self) && sentence != NULL);

  if (is_bad)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "i");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "i");
  show (self, sentence, is_bad ? "dialog-warning-symbolic" : "object-select-symbolic", FALSE);
}

static void
end (YsLongWork *self, Outcome *outcome, GError *error)
{
  if (self->bar == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (outcome != NULL)
    ys_long_work_tell (self, outcome->sentence, outcome->is_bad);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ys_long_work_tell (self, _("Stopped. Nothing was changed."), FALSE);
  else
    ys_long_work_tell (self, error->message, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
worked_apart_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsLongWork) self = user_data;
  g_autoptr (GError) error = NULL;
  Outcome *outcome = g_task_propagate_pointer (G_TASK (result), &error);

  end (self, outcome, error);
  g_clear_pointer (&outcome, outcome_free);
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsLongWork) self = user_data;
  g_autoptr (GError) error = NULL;
  Outcome *outcome = ys_context_run_finish (YS_CONTEXT (source), result, &error);

  end (self, outcome, error);
  g_clear_pointer (&outcome, outcome_free);
}

void
ys_long_work_run (YsLongWork *self, YsContext *context, gboolean is_apart, const char *title,
                  YsLongFunc func, const char *input)
{
  g_return_if_fail (YS_IS_LONG_WORK (self) && YS_IS_CONTEXT (context) && func != NULL);

  Work *work;

  if (self->cancellable != NULL)
    return;
  self->cancellable = g_cancellable_new ();
  work = g_new0 (Work, 1);
  work->news = ys_progress_news_new (G_OBJECT (self->bar), show_progress, self->cancellable);
  work->func = func;
  work->input = g_strdup (input);
  work->address = g_strdup (ys_context_get_address (context));
  work->today = ys_context_get_today (context);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self), "i");
  show (self, title, NULL, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);

  if (is_apart)
    {
      /* The function itself looks at the cancellable: what it has begun it tidies up. The thread may
       * be the last to let the task go, so that must not hold a widget. */
      g_autoptr (GTask) task = g_task_new (NULL, NULL, worked_apart_cb, g_object_ref (self));

      g_task_set_source_tag (task, ys_long_work_run);
      g_task_set_task_data (task, work, work_free);
      g_task_run_in_thread (task, work_thread);
    }
  else
    ys_context_run_async (context, work_func, work, work_free, outcome_free, NULL, worked_cb,
                          g_object_ref (self));
}

gboolean
ys_long_work_is_busy (YsLongWork *self)
{
  g_return_val_if_fail (YS_IS_LONG_WORK (self), FALSE);
  return self->cancellable != NULL;
}

/* --- class ------------------------------------------------------------------------------------ */

static void
cancel_cb (GtkButton *button, YsLongWork *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
ys_long_work_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_BUSY)
    g_value_set_boolean (value, ys_long_work_is_busy (YS_LONG_WORK (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ys_long_work_dispose (GObject *object)
{
  YsLongWork *self = YS_LONG_WORK (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_LONG_WORK);
  G_OBJECT_CLASS (ys_long_work_parent_class)->dispose (object);
}

static void
ys_long_work_class_init (YsLongWorkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ys_long_work_dispose;
  object_class->get_property = ys_long_work_get_property;
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/settings/long-work.ui");
  gtk_widget_class_bind_template_child (widget_class, YsLongWork, icon);
  gtk_widget_class_bind_template_child (widget_class, YsLongWork, label);
  gtk_widget_class_bind_template_child (widget_class, YsLongWork, cancel);
  gtk_widget_class_bind_template_child (widget_class, YsLongWork, bar);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
ys_long_work_init (YsLongWork *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
