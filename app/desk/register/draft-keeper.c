/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One save at a time: what is typed while one runs is saved after it, so that an older text never
 * replaces a newer one. */
#include "desk/register/draft-keeper.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define SAVE_DELAY_MS 1000

struct _YsDraftKeeper
{
  GObject parent_instance;

  char *path;
  YsDraftTextFunc func;
  gpointer user_data;
  guint timer;
  gboolean dirty;
  gboolean saving;
  guint64 asked;   /* saves and removals asked for so far */
  GMutex lock;     /* held while the file is written or removed */
  guint64 written; /* the last of them that reached the file */
};

G_DEFINE_FINAL_TYPE (YsDraftKeeper, ys_draft_keeper, G_TYPE_OBJECT)

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void save (YsDraftKeeper *self);

char *
ys_draft_find_path (const char *docket_id)
{
  g_return_val_if_fail (docket_id != NULL, NULL);

  /* A damaged docket may tell an id with signs that no file's name can have. */
  g_autofree char *safe = g_strdelimit (g_strdup (docket_id), "/.", '_');
  g_autofree char *base = g_strdup_printf ("%.120s.json", safe);

  return g_build_filename (g_get_user_state_dir (), "yishen", "drafts", base, NULL);
}

/* One text to write; NULL: no file is to stay. */
typedef struct
{
  guint64 turn;
  char *text;
} Page;

static Page *
page_new (YsDraftKeeper *self, char *text)
{
  Page *page = g_new0 (Page, 1);

  page->turn = ++self->asked;
  page->text = text;
  return page;
}

static void
page_free (gpointer data)
{
  Page *page = data;

  g_free (page->text);
  g_free (page);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, page_free)

static gboolean
write_page (YsDraftKeeper *self, const Page *page, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autofree char *dir = g_path_get_dirname (self->path);
  const char *text = page->text;

  /* A thread that came late must not undo what was asked for after it. */
  if (page->turn < self->written)
    return TRUE;
  self->written = page->turn;
  if (text == NULL)
    {
      g_unlink (self->path);
      return TRUE;
    }
  if (g_mkdir_with_parents (dir, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "%s: %s", dir,
                   g_strerror (code));
      return FALSE;
    }
  return g_file_set_contents_full (self->path, text, (gssize) strlen (text),
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, error);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_page (source, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  YsDraftKeeper *self = YS_DRAFT_KEEPER (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *time = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  self->saving = FALSE;
  if (self->func == NULL)
    return;
  time = error == NULL ? ys_draft_keeper_dup_time (self, FALSE) : NULL;
  g_signal_emit (self, signals[SAVED], 0, time, error);
  if (self->dirty && self->timer == 0)
    save (self);
}

static void
save (YsDraftKeeper *self)
{
  g_autoptr (GTask) task = NULL;

  if (!self->dirty || self->saving || self->func == NULL)
    return;
  self->dirty = FALSE;
  self->saving = TRUE;
  task = g_task_new (self, NULL, saved_cb, NULL);
  g_task_set_source_tag (task, save);
  g_task_set_task_data (task, page_new (self, self->func (self->user_data)), page_free);
  g_task_run_in_thread (task, save_thread);
}

static gboolean
timer_cb (gpointer user_data)
{
  YsDraftKeeper *self = user_data;

  self->timer = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
ys_draft_keeper_finalize (GObject *object)
{
  YsDraftKeeper *self = YS_DRAFT_KEEPER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_mutex_clear (&self->lock);
  g_free (self->path);
  G_OBJECT_CLASS (ys_draft_keeper_parent_class)->finalize (object);
}

static void
ys_draft_keeper_class_init (YsDraftKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_draft_keeper_finalize;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ERROR);
}

static void
ys_draft_keeper_init (YsDraftKeeper *self)
{
  g_mutex_init (&self->lock);
}

YsDraftKeeper *
ys_draft_keeper_new (const char *path, YsDraftTextFunc func, gpointer user_data)
{
  g_return_val_if_fail (path != NULL && func != NULL, NULL);

  YsDraftKeeper *self = g_object_new (YS_TYPE_DRAFT_KEEPER, NULL);

  self->path = g_strdup (path);
  self->func = func;
  self->user_data = user_data;
  return self;
}

char *
ys_draft_keeper_load (YsDraftKeeper *self, GError **error)
{
  g_return_val_if_fail (YS_IS_DRAFT_KEEPER (self), NULL);

  g_autoptr (GError) local = NULL;
  char *text = NULL;

  if (!g_file_get_contents (self->path, &text, NULL, &local)
      && !g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_propagate_error (error, g_steal_pointer (&local));
  return text;
}

char *
ys_draft_keeper_dup_time (YsDraftKeeper *self, gboolean with_day)
{
  g_return_val_if_fail (YS_IS_DRAFT_KEEPER (self), NULL);

  GStatBuf about;
  g_autoptr (GDateTime) time = NULL;

  /* The file's own time: the desk reads the clock in one place only, and this is not it. */
  if (g_stat (self->path, &about) != 0)
    return NULL;
  time = g_date_time_new_from_unix_local (about.st_mtime);
  return g_date_time_format (time, with_day ? "%Y-%m-%d %H:%M:%S" : "%H:%M:%S");
}

void
ys_draft_keeper_touch (YsDraftKeeper *self)
{
  g_return_if_fail (YS_IS_DRAFT_KEEPER (self));

  self->dirty = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (SAVE_DELAY_MS, timer_cb, self);
}

void
ys_draft_keeper_flush (YsDraftKeeper *self)
{
  g_return_if_fail (YS_IS_DRAFT_KEEPER (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  save (self);
}

void
ys_draft_keeper_close (YsDraftKeeper *self)
{
  g_return_if_fail (YS_IS_DRAFT_KEEPER (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->func != NULL && (self->dirty || self->saving))
    {
      g_autoptr (Page) page = page_new (self, self->func (self->user_data));

      write_page (self, page, NULL);
    }
  self->dirty = FALSE;
  self->func = NULL;
}

void
ys_draft_keeper_discard (YsDraftKeeper *self)
{
  g_return_if_fail (YS_IS_DRAFT_KEEPER (self));

  g_autoptr (Page) page = page_new (self, NULL);

  g_clear_handle_id (&self->timer, g_source_remove);
  self->dirty = FALSE;
  write_page (self, page, NULL);
}
