/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Descriptors are made on the docket's thread or one of their own; readers on the main one. */
#include "desk/paper/paper-source.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "office/case-view.h"
#include "office/file-texts.h"
#include "paper/document.h"
#include "wording/i18n.h"

/* A descriptor as the result of a task: one more than it is, since 0 is one. */
static gpointer
wrap_descriptor (int fd)
{
  return fd >= 0 ? GINT_TO_POINTER (fd + 1) : NULL;
}

static void
close_wrapped (gpointer wrapped)
{
  if (wrapped != NULL)
    close (GPOINTER_TO_INT (wrapped) - 1);
}

/* --- opening ---------------------------------------------------------------------------------- */

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  YsPaperReader *reader = YS_PAPER_READER (source);
  GError *error = NULL;

  if (ys_paper_reader_open_finish (reader, result, &error))
    g_task_return_pointer (task, g_object_ref (reader), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
open_reader (GTask *task, gpointer wrapped, GError *error)
{
  g_autoptr (YsPaperReader) reader = NULL;

  if (wrapped == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  reader = ys_paper_reader_new (GPOINTER_TO_INT (wrapped) - 1);
  ys_paper_reader_open_async (reader, g_task_get_cancellable (task), opened_cb,
                              g_object_ref (task));
}

static gpointer
open_kept (YsSession *session, gpointer digest, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = ys_office_open_file (session, digest, error);

  return stream != NULL
           ? wrap_descriptor (ys_paper_document_from_stream (stream, cancellable, error))
           : NULL;
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  gpointer wrapped = ys_context_run_finish (YS_CONTEXT (source), result, &error);

  open_reader (task, wrapped, error);
}

void
ys_paper_source_open_kept_async (YsContext *context, const char *digest, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (YS_IS_CONTEXT (context) && digest != NULL);

  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, ys_paper_source_open_finish);
  ys_context_run_async (context, open_kept, g_strdup (digest), g_free, close_wrapped, cancellable,
                        kept_cb, task);
}

static void
open_file (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  g_autofree char *path = g_file_get_path (file);
  GError *error = NULL;
  gpointer wrapped = NULL;

  if (path != NULL)
    wrapped = wrap_descriptor (ys_paper_document_from_path (path, &error));
  else
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _("The file is not on this computer or a share of it. Copy it here first."));
  if (wrapped != NULL)
    g_task_return_pointer (task, wrapped, close_wrapped);
  else
    g_task_return_error (task, error);
}

static void
file_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  gpointer wrapped = g_task_propagate_pointer (G_TASK (result), &error);

  open_reader (task, wrapped, error);
}

void
ys_paper_source_open_file_async (GFile *file, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (G_IS_FILE (file));

  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GTask) opening = g_task_new (NULL, cancellable, file_cb, task);

  g_task_set_source_tag (task, ys_paper_source_open_finish);
  g_task_set_task_data (opening, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (opening, open_file);
}

YsPaperReader *
ys_paper_source_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ys_paper_source_open_finish), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- saving ----------------------------------------------------------------------------------- */

typedef struct
{
  char *digest;
  GFile *to;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_free (self->digest);
  g_object_unref (self->to);
  g_free (self);
}

static gboolean
sync_file (GFile *file, GError **error)
{
  int fd = g_open (g_file_peek_path (file), O_RDONLY | O_CLOEXEC, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (!synced)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                 _("%s could not be written whole. Look for room on the disk and save it again."),
                 g_file_peek_path (file));
  if (fd >= 0)
    close (fd);
  return synced;
}

/* NULL either way: the error tells. */
static gpointer
save (YsSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  Saving *saving = data;
  g_autoptr (GFile) folder = g_file_get_parent (saving->to);
  /* Short, for the name may be as long as the system allows. */
  g_autofree char *part = g_strdup_printf (".yishen-%08x", g_random_int ());
  g_autoptr (GFile) beside = g_file_get_child (folder, part);

  if (g_file_peek_path (saving->to) == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("A document is saved on this computer or a share of it. Choose a folder "
                             "there."));
      return NULL;
    }
  if (ys_office_copy_file (session, saving->digest, beside, cancellable, error)
      && sync_file (beside, error)
      && g_file_move (beside, saving->to, G_FILE_COPY_OVERWRITE | G_FILE_COPY_NO_FALLBACK_FOR_MOVE,
                      NULL, NULL, NULL, error))
    return NULL;
  g_file_delete (beside, NULL, NULL);
  return NULL;
}

void
ys_paper_source_save_async (YsContext *context, const char *digest, GFile *to,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (YS_IS_CONTEXT (context) && digest != NULL && G_IS_FILE (to));

  Saving *saving = g_new0 (Saving, 1);

  saving->digest = g_strdup (digest);
  saving->to = g_object_ref (to);
  ys_context_run_async (context, save, saving, saving_free, NULL, cancellable, callback, user_data);
}

gboolean
ys_paper_source_save_finish (YsContext *context, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) failure = NULL;

  ys_context_run_finish (context, result, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
