/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sessions are opened and closed on the thread that works in them. */
#include "desk/remind/remind-check.h"

typedef struct
{
  char *address;
  YsRemindWish *wish;
  YsDay today;
  GDateTime *now;
  gboolean telling;
  GPtrArray *reminders; /* to be noted */
} Look;

static void
look_free (gpointer data)
{
  Look *self = data;

  g_free (self->address);
  g_clear_pointer (&self->wish, ys_remind_wish_unref);
  g_clear_pointer (&self->now, g_date_time_unref);
  g_clear_pointer (&self->reminders, g_ptr_array_unref);
  g_free (self);
}

/* --- looking ---------------------------------------------------------------------------------- */

static gpointer
look (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  Look *self = input;

  return ys_office_remind (session, &self->wish->rules, self->now, self->telling, error);
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *self = data;
  GError *error = NULL;
  g_autoptr (YsSession) session = ys_session_open (self->address, FALSE, self->today, &error);
  YsReminders *reminders = session != NULL ? look (session, self, cancellable, &error) : NULL;

  if (reminders != NULL)
    g_task_return_pointer (task, reminders, (GDestroyNotify) ys_reminders_free);
  else
    g_task_return_error (task, error);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  YsReminders *reminders = ys_context_run_finish (YS_CONTEXT (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, reminders, (GDestroyNotify) ys_reminders_free);
}

void
ys_remind_check_async (const char *address, YsContext *context, YsRemindWish *wish, YsDay today,
                       GDateTime *now, gboolean telling, GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (address != NULL && wish != NULL && now != NULL);

  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Look *self = g_new0 (Look, 1);

  self->address = g_strdup (address);
  self->wish = ys_remind_wish_ref (wish);
  self->today = today;
  self->now = g_date_time_ref (now);
  self->telling = telling;
  g_task_set_source_tag (task, ys_remind_check_async);
  if (context != NULL)
    {
      ys_context_run_async (context, look, self, look_free, (GDestroyNotify) ys_reminders_free,
                            NULL, looked_cb, task);
      return;
    }
  g_task_set_task_data (task, self, look_free);
  g_task_run_in_thread (task, look_thread);
  g_object_unref (task);
}

YsReminders *
ys_remind_check_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- noting ----------------------------------------------------------------------------------- */

static void
note_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *self = data;
  GError *error = NULL;
  g_autoptr (YsSession) session = ys_session_open (self->address, FALSE, self->today, &error);

  if (session != NULL
      && (self->now != NULL
            ? ys_office_put_off_reminders (session, self->reminders, self->now, &error)
            : ys_office_mark_reminders (session, self->reminders, &error)))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ys_remind_note_async (const char *address, GPtrArray *reminders, YsDay today, GDateTime *again,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (address != NULL && reminders != NULL);

  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Look *self = g_new0 (Look, 1);

  self->address = g_strdup (address);
  self->reminders = g_ptr_array_ref (reminders);
  self->today = today;
  self->now = again != NULL ? g_date_time_ref (again) : NULL;
  g_task_set_source_tag (task, ys_remind_note_async);
  g_task_set_task_data (task, self, look_free);
  g_task_run_in_thread (task, note_thread);
}

gboolean
ys_remind_note_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
