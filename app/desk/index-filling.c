/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One task of the docket's thread. */
#include "desk/index-filling.h"

#include "office/lists.h"

static gpointer
fill (YsSession *session, gpointer news, GCancellable *cancellable, GError **error)
{
  return ys_office_prepare_lists (session, ys_progress_news_step, news, error) ? news : NULL;
}

static void
free_news (gpointer news)
{
  ys_progress_news_free (news);
}

void
ys_index_filling_async (YsContext *context, GObject *told, YsProgressTell tell,
                        GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (YS_IS_CONTEXT (context) && G_IS_OBJECT (told) && tell != NULL);

  ys_context_run_async (context, fill, ys_progress_news_new (told, tell, cancellable), free_news,
                        NULL, cancellable, callback, user_data);
}

gboolean
ys_index_filling_finish (YsContext *context, GAsyncResult *result, GError **error)
{
  return ys_context_run_finish (context, result, error) != NULL;
}
