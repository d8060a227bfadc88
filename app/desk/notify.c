/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libnotify waits for the daemon's answer, up to half a minute where that hangs. So all of it lives
 * on a thread of its own; choices come back to the main loop. */
#include "desk/notify.h"

#include "desk/application.h"
#include "wording/i18n.h"

#include <libnotify/notify.h>

typedef struct
{
  char *summary;
  char *body;
  gboolean is_urgent;
  char **choices; /* id, label, id, label, … */
  YsNotifyFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
  gatomicrefcount refs;
} Notice;

/* The thread, its loop and, on the thread alone, what it knows of the daemon. */
static struct
{
  GThread *thread;
  GMainContext *queue;
  GMainLoop *loop;
  gboolean is_begun;
  gboolean offers_choices;
  gboolean reads_markup;
  GHashTable *shown; /* NotifyNotification that are not closed yet */
} notifier;

/* --- one notification ------------------------------------------------------------------------- */

typedef struct
{
  gpointer user_data;
  GDestroyNotify destroy;
} Farewell;

static gboolean
destroy_data (gpointer data)
{
  Farewell *farewell = data;

  farewell->destroy (farewell->user_data);
  g_free (farewell);
  return G_SOURCE_REMOVE;
}

static void
notice_unref (gpointer data)
{
  Notice *self = data;

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  if (self->destroy != NULL)
    {
      Farewell *farewell = g_new (Farewell, 1);

      *farewell = (Farewell){ self->user_data, self->destroy };
      g_idle_add_full (G_PRIORITY_DEFAULT, destroy_data, farewell, NULL);
    }
  g_free (self->summary);
  g_free (self->body);
  g_strfreev (self->choices);
  g_free (self);
}

static Notice *
notice_ref (Notice *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

typedef struct
{
  Notice *notice;
  char *choice;
} Choosing;

static void
choosing_free (gpointer data)
{
  Choosing *choosing = data;

  notice_unref (choosing->notice);
  g_free (choosing->choice);
  g_free (choosing);
}

static gboolean
tell_choice (gpointer data)
{
  Choosing *choosing = data;

  choosing->notice->func (choosing->choice, choosing->notice->user_data);
  return G_SOURCE_REMOVE;
}

/* --- on the thread ---------------------------------------------------------------------------- */

static void
chosen_cb (NotifyNotification *notification, char *choice, gpointer user_data)
{
  Notice *notice = user_data;
  Choosing *choosing;

  if (notice->func == NULL)
    return;
  choosing = g_new (Choosing, 1);
  *choosing = (Choosing){ notice_ref (notice), g_strdup (choice) };
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_choice, choosing, choosing_free);
}

static void
closed_cb (NotifyNotification *notification, gpointer user_data)
{
  g_hash_table_remove (notifier.shown, notification);
}

/* The two are independent of each other: some daemons have one, some the other. */
static void
read_capabilities (void)
{
  GList *list = notify_get_server_caps ();

  for (GList *l = list; l != NULL; l = l->next)
    {
      notifier.offers_choices |= g_str_equal (l->data, "actions");
      notifier.reads_markup |= g_str_equal (l->data, "body-markup");
    }
  g_list_free_full (list, g_free);
}

static gboolean
begin (void)
{
  if (notifier.is_begun)
    return TRUE;
  if (!notify_init (_("Yishen")))
    return FALSE;
  notifier.is_begun = TRUE;
  notifier.shown = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  read_capabilities ();
  return TRUE;
}

static gboolean
show_notice (gpointer data)
{
  Notice *notice = data;
  g_autofree char *body = NULL;
  g_autoptr (GObject) held = NULL;
  NotifyNotification *notification;
  g_autoptr (GError) error = NULL;

  if (!begin ())
    return G_SOURCE_REMOVE;
  body = notifier.reads_markup ? g_markup_escape_text (notice->body, -1) : g_strdup (notice->body);
  notification = notify_notification_new (notice->summary, body, YS_APPLICATION_ID);
  held = G_OBJECT (notification);
  notify_notification_set_app_name (notification, _("Yishen"));
  notify_notification_set_hint (notification, "desktop-entry",
                                g_variant_new_string (YS_APPLICATION_ID));
  notify_notification_set_urgency (notification, notice->is_urgent ? NOTIFY_URGENCY_CRITICAL
                                                                   : NOTIFY_URGENCY_NORMAL);
  for (char **choice = notice->choices; notifier.offers_choices && *choice != NULL; choice += 2)
    notify_notification_add_action (notification, choice[0], choice[1], chosen_cb,
                                    notice_ref (notice), notice_unref);
  g_signal_connect (notification, "closed", G_CALLBACK (closed_cb), NULL);
  if (notify_notification_show (notification, &error))
    g_hash_table_add (notifier.shown, g_object_ref (notification));
  else
    g_info ("notification: %s", error->message);
  return G_SOURCE_REMOVE;
}

static gpointer
run_thread (gpointer data)
{
  g_main_context_push_thread_default (notifier.queue);
  g_main_loop_run (notifier.loop);
  /* What is shown stays shown. */
  g_clear_pointer (&notifier.shown, g_hash_table_unref);
  if (notifier.is_begun)
    notify_uninit ();
  g_main_context_pop_thread_default (notifier.queue);
  return NULL;
}

/* --- from the main loop ----------------------------------------------------------------------- */

static void
push (GSourceFunc func, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, destroy);
  g_source_attach (source, notifier.queue);
}

void
ys_notify_show (const char *summary, const char *body, gboolean is_urgent,
                const YsNotifyChoice *choices, guint n_choices, YsNotifyFunc func,
                gpointer user_data, GDestroyNotify destroy)
{
  g_return_if_fail (summary != NULL && body != NULL);

  Notice *notice = g_new0 (Notice, 1);

  g_atomic_ref_count_init (&notice->refs);
  notice->summary = g_strdup (summary);
  notice->body = g_strdup (body);
  notice->is_urgent = is_urgent;
  notice->choices = g_new0 (char *, n_choices * 2 + 1);
  for (guint i = 0; i < n_choices; i++)
    {
      notice->choices[i * 2] = g_strdup (choices[i].id);
      notice->choices[i * 2 + 1] = g_strdup (choices[i].label);
    }
  notice->func = func;
  notice->user_data = user_data;
  notice->destroy = destroy;

  if (notifier.thread == NULL)
    {
      notifier.queue = g_main_context_new ();
      notifier.loop = g_main_loop_new (notifier.queue, FALSE);
      notifier.thread = g_thread_new ("notify", run_thread, NULL);
    }
  push (show_notice, notice, notice_unref);
}

static gboolean
end_thread (gpointer data)
{
  g_main_loop_quit (notifier.loop);
  g_atomic_int_set ((int *) data, TRUE);
  return G_SOURCE_REMOVE;
}

static gboolean
look_again (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

gboolean
ys_notify_end (int seconds)
{
  static int has_ended;
  gint64 deadline = g_get_monotonic_time () + seconds * G_TIME_SPAN_SECOND;
  guint source;

  if (notifier.thread == NULL)
    return TRUE;
  g_atomic_int_set (&has_ended, FALSE);
  push (end_thread, &has_ended, NULL);
  source = g_timeout_add (20, look_again, NULL);
  while (!g_atomic_int_get (&has_ended) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  if (!g_atomic_int_get (&has_ended))
    return FALSE;

  g_thread_join (g_steal_pointer (&notifier.thread));
  g_clear_pointer (&notifier.loop, g_main_loop_unref);
  g_clear_pointer (&notifier.queue, g_main_context_unref);
  notifier.is_begun = notifier.offers_choices = notifier.reads_markup = FALSE;
  /* The thread's last words to the main loop. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return TRUE;
}
