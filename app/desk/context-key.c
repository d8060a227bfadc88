/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Work that found the key locked waits here until the person was asked. */
#include "desk/context-private.h"

#include "office/staff.h"

#include <string.h>

/* Main loop. Takes the reference of the task. */
gboolean
ys_context_wait_for_key (gpointer data)
{
  GTask *task = data;
  YsContext *self = g_task_get_source_object (task);

  g_queue_push_tail (&self->waiting, task);
  if (self->ask_key == NULL)
    ys_context_answer_key_question (self, FALSE);
  else if (g_queue_get_length (&self->waiting) == 1)
    self->ask_key (self, self->ask_data);
  return G_SOURCE_REMOVE;
}

void
ys_context_answer_key_question (YsContext *self, gboolean is_open)
{
  g_return_if_fail (YS_IS_CONTEXT (self));

  g_autoptr (YsContext) held = g_object_ref (self);
  GTask *task;

  while ((task = g_queue_pop_head (&self->waiting)) != NULL)
    {
      YsContextWork *work = g_task_get_task_data (task);

      work->was_asked = TRUE;
      if (is_open)
        {
          g_clear_error (&work->locked);
          ys_context_push (self, ys_context_do_work, task, g_object_unref);
          continue;
        }
      g_task_return_error (task, g_steal_pointer (&work->locked));
      g_object_unref (task);
    }
}

void
ys_context_set_key_question (YsContext *self, YsKeyQuestionFunc ask, gpointer user_data)
{
  g_return_if_fail (YS_IS_CONTEXT (self));

  self->ask_key = ask;
  self->ask_data = user_data;
  if (ask == NULL)
    ys_context_answer_key_question (self, FALSE);
}

static void
free_secret (gpointer passphrase)
{
  explicit_bzero (passphrase, strlen (passphrase));
  g_free (passphrase);
}

static gpointer
open_key (YsSession *session, gpointer passphrase, GCancellable *cancellable, GError **error)
{
  ys_office_open_key (session, passphrase, error);
  return NULL;
}

void
ys_context_open_key_async (YsContext *self, const char *passphrase, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (YS_IS_CONTEXT (self) && passphrase != NULL);

  ys_context_run_async (self, open_key, g_strdup (passphrase), free_secret, NULL, cancellable,
                        callback, user_data);
}

static gpointer
lock_key (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  ys_office_lock_key (session);
  return NULL;
}

void
ys_context_lock_key (YsContext *self)
{
  g_return_if_fail (YS_IS_CONTEXT (self));

  ys_context_run_async (self, lock_key, NULL, NULL, NULL, NULL, NULL, NULL);
}

gboolean
ys_context_is_key_open (YsContext *self)
{
  g_return_val_if_fail (YS_IS_CONTEXT (self), FALSE);
  return self->is_key_open;
}
