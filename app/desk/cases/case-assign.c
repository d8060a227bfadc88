/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One work a case, so that the list goes on being read meanwhile and cancel takes effect at
 * once. */
#include "desk/cases/case-assign.h"

#include "desk/widgets/row-words.h"
#include "office/register.h"

typedef struct
{
  GStrv ids;
  guint n_ids;
  guint next;
  char *handler;
  GError *failure;              /* of the case in hand */
  YsCaseAssignment *assignment;
  YsCaseAssignProgress progress;
  gpointer progress_data;
} Assign;

void
ys_case_assignment_free (YsCaseAssignment *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->failures);
  g_free (self);
}

static void
assign_free (gpointer data)
{
  Assign *self = data;

  g_strfreev (self->ids);
  g_clear_error (&self->failure);
  g_clear_pointer (&self->assignment, ys_case_assignment_free);
  g_free (self->handler);
  g_free (self);
}

/* YsWorkFunc. A case that refuses is no reason to stop. */
static gpointer
assign_one (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  Assign *self = input;

  ys_office_assign (session, self->ids[self->next], ys_session_get_today (session), self->handler,
                    &self->failure);
  return self;
}

static void assign_next (GTask *task);

static void
finish (GTask *task)
{
  Assign *self = g_task_get_task_data (task);

  self->assignment->left = self->n_ids - self->next;
  g_task_return_pointer (task, g_steal_pointer (&self->assignment),
                         (GDestroyNotify) ys_case_assignment_free);
}

static void
assigned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Assign *self = g_task_get_task_data (task);

  if (ys_context_run_finish (YS_CONTEXT (source), result, NULL) == NULL)
    {
      finish (task);
      return;
    }
  if (self->failure != NULL)
    {
      g_autofree char *number = ys_words_number (self->ids[self->next]);

      g_ptr_array_add (self->assignment->failures,
                       g_strdup_printf ("%s %s", number, self->failure->message));
      g_clear_error (&self->failure);
    }
  else
    self->assignment->assigned++;
  self->next++;
  if (self->progress != NULL)
    self->progress (self->next, self->n_ids, self->progress_data);
  assign_next (task);
}

static void
assign_next (GTask *task)
{
  Assign *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (self->next == self->n_ids || g_cancellable_is_cancelled (cancellable))
    finish (task);
  else
    /* Without the cancellable: a case that was begun is told as done. */
    ys_context_run_async (g_task_get_source_object (task), assign_one, self, NULL, NULL, NULL,
                          assigned_cb, g_object_ref (task));
}

void
ys_case_assign_async (YsContext *context, const char *const *ids, const char *handler,
                      YsCaseAssignProgress progress, gpointer progress_data,
                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (YS_IS_CONTEXT (context) && ids != NULL && handler != NULL);

  g_autoptr (GTask) task = g_task_new (context, cancellable, callback, user_data);
  Assign *self = g_new0 (Assign, 1);

  self->ids = g_strdupv ((char **) ids);
  self->n_ids = g_strv_length (self->ids);
  self->handler = g_strdup (handler);
  self->progress = progress;
  self->progress_data = progress_data;
  self->assignment = g_new0 (YsCaseAssignment, 1);
  self->assignment->failures = g_ptr_array_new_with_free_func (g_free);
  g_task_set_source_tag (task, ys_case_assign_async);
  g_task_set_task_data (task, self, assign_free);
  g_task_set_check_cancellable (task, FALSE);
  assign_next (task);
}

YsCaseAssignment *
ys_case_assign_finish (YsContext *context, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, context), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
