/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One task that asks for the next page when the last one came. */
#include "desk/paper/paper-copying.h"

typedef struct
{
  YsPaperSelection selection;
  gsize most;
  guint page; /* asked for */
  GString *words;
  YsPaperCopied copied;
} Copying;

static void ask (GTask *task);

static void
copying_free (gpointer data)
{
  Copying *self = data;

  g_string_free (self->words, TRUE);
  g_free (self);
}

/* A line break between two pages, however the first one ended. */
static void
add_words (Copying *self, YsPaperText *text)
{
  YsPaperSpan span;
  g_autofree char *words = NULL;

  if (!ys_paper_selection_get_span (&self->selection, self->page, text, &span))
    return;
  words = ys_paper_text_copy (text, span);
  if (self->words->len > 0 && self->words->str[self->words->len - 1] != '\n')
    g_string_append_c (self->words, '\n');
  g_string_append (self->words, words);
}

static void
cut (Copying *self)
{
  char *end = self->words->str + self->most;

  g_string_truncate (self->words,
                     (gsize) (g_utf8_find_prev_char (self->words->str, end + 1) - self->words->str));
}

static void
finish (GTask *task)
{
  Copying *self = g_task_get_task_data (task);

  g_task_return_pointer (task, g_strdup (self->words->str), g_free);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Copying *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsPaperText) text
    = ys_paper_reader_text_finish (YS_PAPER_READER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (text != NULL)
    add_words (self, text);
  else
    self->copied.n_unread++;
  self->copied.n_copied++;
  if (self->words->len > self->most)
    {
      /* The page that did not fit is not wholly there. */
      self->copied.n_copied--;
      cut (self);
      finish (task);
    }
  else if (self->page == ys_paper_selection_get_last (&self->selection))
    finish (task);
  else
    {
      self->page++;
      ask (task);
    }
}

static void
ask (GTask *task)
{
  Copying *self = g_task_get_task_data (task);

  ys_paper_reader_text_async (g_task_get_source_object (task), self->page, YS_PAPER_LATER,
                              g_task_get_cancellable (task), read_cb, g_object_ref (task));
}

void
ys_paper_copying_start (YsPaperReader *reader, const YsPaperSelection *selection, gsize most,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (reader, cancellable, callback, user_data);
  Copying *self = g_new0 (Copying, 1);

  g_task_set_source_tag (task, ys_paper_copying_start);
  self->selection = *selection;
  self->most = most;
  self->page = ys_paper_selection_get_first (selection);
  self->words = g_string_new (NULL);
  self->copied.n_pages = ys_paper_selection_get_last (selection) - self->page + 1;
  g_task_set_task_data (task, self, copying_free);
  ask (task);
}

char *
ys_paper_copying_finish (GAsyncResult *result, YsPaperCopied *copied, GError **error)
{
  Copying *self = g_task_get_task_data (G_TASK (result));

  if (copied != NULL)
    *copied = self->copied;
  return g_task_propagate_pointer (G_TASK (result), error);
}
