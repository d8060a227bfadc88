/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files: which case holds which, what was read out of them, and forgetting it for good. */
#include "index/files.h"

#include "index/file-text.h"
#include "index/files-private.h"

enum
{
  UNREAD,
  READ,
  UNREADABLE,
};

/* --- forgetting ------------------------------------------------------------------------------ */

static YsQuestion *
ask_for (YsStore *store, const char *name, gint64 number, GError **error)
{
  YsQuestion *question = ys_store_ask (store, name, error);

  if (question != NULL)
    sqlite3_bind_int64 (question, 1, number);
  return question;
}

/* 1: there is a row, 0: none, -1: @error. */
static int
has_row (YsStore *store, const char *name, gint64 number, GError **error)
{
  g_autoptr (YsQuestion) question = ask_for (store, name, number, error);

  return question != NULL ? ys_store_step (store, question, error) : -1;
}

static gboolean
run_for (YsStore *store, const char *name, gint64 number, GError **error)
{
  YsQuestion *question = ask_for (store, name, number, error);

  return question != NULL && ys_store_run (store, question, error);
}

/* The text is needed to forget its words. */
static gboolean
forget_leaf (YsIndex *self, gint64 file, GError **error)
{
  YsStore *store = self->store;
  g_autofree char *text = NULL;
  YsQuestion *question = ask_for (store, "text-of-file", file, error);
  int step;

  if (question == NULL)
    return FALSE;
  step = ys_store_step (store, question, error);
  if (step > 0)
    text = ys_question_dup_text (question, 0);
  ys_question_rest (question);
  if (text == NULL || *text == '\0')
    return step >= 0;

  question = ask_for (store, "forget-leaf", file, error);
  if (question == NULL)
    return FALSE;
  ys_question_bind_text (question, 2, text);
  self->residue |= YS_RESIDUE_OF_FILES;
  return ys_store_run (store, question, error);
}

static gboolean
forget_file (YsIndex *self, gint64 file, GError **error)
{
  return forget_leaf (self, file, error) && run_for (self->store, "forget-file", file, error);
}

static gboolean
drop_holding (YsIndex *self, gint64 key, gint64 file, GError **error)
{
  YsQuestion *question = ask_for (self->store, "forget-held", key, error);
  int held;

  if (question == NULL)
    return FALSE;
  sqlite3_bind_int64 (question, 2, file);
  if (!ys_store_run (self->store, question, error))
    return FALSE;
  held = has_row (self->store, "holders", file, error);
  return held > 0 || (held == 0 && forget_file (self, file, error));
}

static gboolean
forget_files (YsIndex *self, const GArray *files, GError **error)
{
  for (guint i = 0; i < files->len; i++)
    if (!forget_file (self, g_array_index (files, gint64, i), error))
      return FALSE;
  return TRUE;
}

gboolean
ys_index_forget_files_not_held (YsIndex *self, GError **error)
{
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (gint64));
  YsQuestion *question = ys_store_ask (self->store, "files-not-held", error);
  int step;

  if (question == NULL)
    return FALSE;
  while ((step = ys_store_step (self->store, question, error)) > 0)
    {
      gint64 file = sqlite3_column_int64 (question, 0);
      g_array_append_val (files, file);
    }
  ys_question_rest (question);
  return step == 0 && forget_files (self, files, error);
}

/* --- holding --------------------------------------------------------------------------------- */

static gboolean
hold (YsIndex *self, gint64 key, const char *digest, GError **error)
{
  YsQuestion *question = ys_store_ask (self->store, "put-file", error);

  if (question == NULL)
    return FALSE;
  ys_question_bind_text (question, 1, digest);
  if (!ys_store_run (self->store, question, error))
    return FALSE;
  question = ask_for (self->store, "put-held", key, error);
  if (question == NULL)
    return FALSE;
  ys_question_bind_text (question, 2, digest);
  return ys_store_run (self->store, question, error);
}

/* Digests that the case held, each with the number of its file. */
static GHashTable *
list_held (YsIndex *self, gint64 key, GError **error)
{
  g_autoptr (GHashTable) held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (YsQuestion) question = ask_for (self->store, "files-of-case", key, error);
  int step;

  if (question == NULL)
    return NULL;
  while ((step = ys_store_step (self->store, question, error)) > 0)
    {
      gint64 file = sqlite3_column_int64 (question, 0);

      g_hash_table_insert (held, ys_question_dup_text (question, 1),
                           g_memdup2 (&file, sizeof file));
    }
  return step == 0 ? g_steal_pointer (&held) : NULL;
}

gboolean
ys_index_put_files (
  YsIndex *self, gint64 key, gboolean known, const GPtrArray *digests, GError **error)
{
  g_autoptr (GHashTable) held = NULL;
  GHashTableIter iter;
  gpointer file;

  if (known)
    {
      held = list_held (self, key, error);
      if (held == NULL)
        return FALSE;
    }
  for (guint i = 0; digests != NULL && i < digests->len; i++)
    {
      const char *digest = g_ptr_array_index (digests, i);

      if (held != NULL && g_hash_table_remove (held, digest))
        continue;
      if (!hold (self, key, digest, error))
        return FALSE;
    }
  if (held == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, held);
  while (g_hash_table_iter_next (&iter, NULL, &file))
    if (!drop_holding (self, key, *(gint64 *) file, error))
      return FALSE;
  return TRUE;
}

/* --- what was read --------------------------------------------------------------------------- */

gboolean
ys_index_count_files (YsIndex *self, YsFileCounts *counts, GError **error)
{
  g_autoptr (YsQuestion) question = NULL;
  YsStore *store;
  int step;

  g_return_val_if_fail (YS_IS_INDEX (self) && counts != NULL, FALSE);

  *counts = (YsFileCounts){ 0 };
  store = ys_index_get_store (self);
  question = ys_store_ask (store, "files-counted", error);
  if (question == NULL)
    return FALSE;
  while ((step = ys_store_step (store, question, error)) > 0)
    {
      gint64 count = sqlite3_column_int64 (question, 1);

      switch (sqlite3_column_int (question, 0))
        {
        case UNREAD:
          counts->unread = count;
          break;
        case READ:
          counts->read = count;
          break;
        default:
          counts->unreadable += count;
          break;
        }
    }
  return step == 0;
}

GPtrArray *
ys_index_list_unread_files (YsIndex *self, int limit, GError **error)
{
  g_autoptr (GPtrArray) digests = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (YsQuestion) question = NULL;
  YsStore *store;
  int step;

  g_return_val_if_fail (YS_IS_INDEX (self) && limit > 0, NULL);

  store = ys_index_get_store (self);
  question = ask_for (store, "files-unread", limit, error);
  if (question == NULL)
    return NULL;
  while ((step = ys_store_step (store, question, error)) > 0)
    g_ptr_array_add (digests, ys_question_dup_text (question, 0));
  return step == 0 ? g_steal_pointer (&digests) : NULL;
}

static gboolean
set_file (YsStore *store, gint64 file, int state, int reason, const char *text, GError **error)
{
  YsQuestion *question = ask_for (store, "set-file", file, error);

  if (question == NULL)
    return FALSE;
  sqlite3_bind_int (question, 2, state);
  if (state == UNREADABLE)
    sqlite3_bind_int (question, 3, reason);
  ys_question_bind_text (question, 4, text);
  return ys_store_run (store, question, error);
}

static gboolean
put_leaf (YsStore *store, gint64 file, const char *text, GError **error)
{
  YsQuestion *question = ask_for (store, "put-leaf", file, error);

  if (question == NULL)
    return FALSE;
  ys_question_bind_text (question, 2, text);
  return ys_store_run (store, question, error);
}

/* @text NULL: it cannot be read. */
static gboolean
put_known (YsIndex *self, const char *digest, const char *text, int reason, GError **error)
{
  YsStore *store = self->store;
  YsQuestion *question = ys_store_ask (store, "file", error);
  gint64 file = 0;
  int step;

  if (question == NULL)
    return FALSE;
  ys_question_bind_text (question, 1, digest);
  step = ys_store_step (store, question, error);
  if (step > 0)
    file = sqlite3_column_int64 (question, 0);
  ys_question_rest (question);
  /* What no case holds any longer is not kept, whoever was still reading it. */
  if (step <= 0)
    return step == 0;
  return forget_leaf (self, file, error)
         && set_file (store, file, text != NULL ? READ : UNREADABLE, reason, text, error)
         && (text == NULL || *text == '\0' || put_leaf (store, file, text, error));
}

static gboolean
put (YsIndex *self, const char *digest, const char *text, int reason, GError **error)
{
  g_autofree char *head = NULL;
  g_autofree char *part = NULL;

  if (!ys_index_begin (self, error))
    return FALSE;
  if (!put_known (self, digest, text, reason, error))
    {
      ys_index_rollback (self);
      return FALSE;
    }
  /* As far as it was filled before. */
  head = g_strdup (self->digest);
  part = g_strdup (self->part);
  return ys_index_commit_part (self, self->position, head, self->day, part, error);
}

gboolean
ys_index_put_file_text (YsIndex *self, const char *digest, const char *text, GError **error)
{
  g_autofree char *closed = NULL;

  g_return_val_if_fail (YS_IS_INDEX (self) && digest != NULL && text != NULL, FALSE);

  closed = ys_file_text_close_up (text);
  return put (self, digest, closed, 0, error);
}

gboolean
ys_index_put_file_failure (YsIndex *self, const char *digest, int reason, GError **error)
{
  g_return_val_if_fail (YS_IS_INDEX (self) && digest != NULL, FALSE);

  return put (self, digest, NULL, reason, error);
}
