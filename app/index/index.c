/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index as an object: how far it is filled, its transactions, and forgetting for good. */
#include "index/index.h"

#include "index/index-private.h"

G_DEFINE_FINAL_TYPE (YsIndex, ys_index, G_TYPE_OBJECT)
G_DEFINE_QUARK (ys-index-error-quark, ys_index_error)

static void
ys_index_finalize (GObject *object)
{
  YsIndex *self = YS_INDEX (object);

  g_clear_pointer (&self->store, ys_store_close);
  g_free (self->digest);
  g_free (self->part);
  G_OBJECT_CLASS (ys_index_parent_class)->finalize (object);
}

static void
ys_index_class_init (YsIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_index_finalize;
}

static void
ys_index_init (YsIndex *self)
{
  self->day = YS_DAY_NONE;
}

YsStore *
ys_index_get_store (YsIndex *self)
{
  g_assert (self->owner == g_thread_self ());
  return self->store;
}

/* Another window of the same person may have filled the index further, or made it anew. */
static gboolean
read_how_far (YsIndex *self, GError **error)
{
  YsStore *store = ys_index_get_store (self);
  g_autoptr (YsQuestion) question = ys_store_ask (store, "how-far-filled", error);
  const char *digest;
  const char *part;
  int step;

  if (question == NULL)
    return FALSE;
  step = ys_store_step (store, question, error);
  if (step < 0)
    return FALSE;
  digest = step > 0 ? (const char *) sqlite3_column_text (question, 1) : NULL;
  self->position = step > 0 ? sqlite3_column_int64 (question, 0) : 0;
  if (g_strcmp0 (self->digest, digest) != 0)
    {
      g_free (self->digest);
      self->digest = g_strdup (digest);
    }
  self->day = step > 0 ? ys_question_get_day (question, 2) : YS_DAY_NONE;
  self->residue = step > 0 ? sqlite3_column_int (question, 3) : 0;
  part = step > 0 ? (const char *) sqlite3_column_text (question, 4) : NULL;
  if (g_strcmp0 (self->part, part) != 0)
    {
      g_free (self->part);
      self->part = g_strdup (part);
    }
  return TRUE;
}

static void
refresh (YsIndex *self)
{
  if (self->writing || (!ys_store_is_damaged (self->store) && read_how_far (self, NULL)))
    return;
  if (ys_store_is_damaged (self->store))
    {
      self->position = 0;
      self->day = YS_DAY_NONE;
      g_clear_pointer (&self->digest, g_free);
      g_clear_pointer (&self->part, g_free);
    }
}

YsIndex *
ys_index_open (const char *dir, const char *docket_id, GError **error)
{
  g_autoptr (YsIndex) self = NULL;

  g_return_val_if_fail (dir != NULL && docket_id != NULL, NULL);

  self = g_object_new (YS_TYPE_INDEX, NULL);
  self->owner = g_thread_self ();
  self->store = ys_store_open (dir, docket_id, error);
  if (self->store == NULL || !read_how_far (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

gint64
ys_index_get_position (YsIndex *self)
{
  g_return_val_if_fail (YS_IS_INDEX (self), 0);
  refresh (self);
  return self->position;
}

const char *
ys_index_get_digest (YsIndex *self)
{
  g_return_val_if_fail (YS_IS_INDEX (self), NULL);
  refresh (self);
  return self->digest;
}

YsDay
ys_index_get_day (YsIndex *self)
{
  g_return_val_if_fail (YS_IS_INDEX (self), YS_DAY_NONE);
  refresh (self);
  return self->day;
}

const char *
ys_index_get_part (YsIndex *self)
{
  g_return_val_if_fail (YS_IS_INDEX (self), NULL);
  refresh (self);
  return self->part;
}

/* --- writing --------------------------------------------------------------------------------- */

gboolean
ys_index_begin (YsIndex *self, GError **error)
{
  YsStore *store;

  g_return_val_if_fail (YS_IS_INDEX (self) && !self->writing, FALSE);

  store = ys_index_get_store (self);
  if (ys_store_is_damaged (store) && !ys_store_remake (store, error))
    return FALSE;
  if (!ys_store_run_sql (store, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!read_how_far (self, error))
    {
      ys_index_rollback (self);
      return FALSE;
    }
  self->writing = TRUE;
  /* Somebody's clearing, of which this is the rest. */
  self->cleared = self->cleared || self->part != NULL;
  return TRUE;
}

void
ys_index_rollback (YsIndex *self)
{
  g_return_if_fail (YS_IS_INDEX (self));

  /* A full disk has SQLite roll back by itself. */
  if (ys_store_in_transaction (ys_index_get_store (self)))
    ys_store_run_sql (self->store, "ROLLBACK", NULL);
  self->writing = FALSE;
  refresh (self);
}

static gboolean
write_how_far (YsIndex *self,
               gint64 position,
               const char *digest,
               YsDay day,
               const char *part,
               GError **error)
{
  YsQuestion *question = ys_store_ask (self->store, "set-how-far-filled", error);

  if (question == NULL)
    return FALSE;
  sqlite3_bind_int64 (question, 1, position);
  ys_question_bind_text (question, 2, digest);
  ys_question_bind_day (question, 3, day);
  sqlite3_bind_int (question, 4, self->residue);
  ys_question_bind_text (question, 5, part);
  return ys_store_run (self->store, question, error);
}

/* FTS5 of SQLite 3.40 knows no 'secure-delete': a forgotten word stays in its old segment until
 * that is merged. And secure_delete wipes what a page gives up, but not the copies that balancing a
 * tree leaves behind in its free parts (measured: 1 name of 100). So after words were removed,
 * which amendments and destruction do and ordinary progress does not: one segment, a file written
 * anew, an empty log; half a second for 20,000 cases. What the disk itself keeps of overwritten
 * blocks is beyond the program. While another window reads, the mark stays, and the next commit
 * tries again. */
static gboolean
merge (YsIndex *self, int residue, const char *name)
{
  YsQuestion *question;

  if ((self->residue & residue) == 0)
    return TRUE;
  question = ys_store_ask (self->store, name, NULL);
  return question != NULL && ys_store_run (self->store, question, NULL);
}

static void
purge (YsIndex *self)
{
  gboolean wiped = TRUE;

  if (self->residue != 0)
    wiped = merge (self, YS_RESIDUE_OF_CASES, "merge-hits")
            && merge (self, YS_RESIDUE_OF_FILES, "merge-leaves")
            && ys_store_run_sql (self->store, "VACUUM", NULL);
  wiped = ys_store_empty_log (self->store) && wiped;
  if (self->residue == 0 || !wiped)
    return;
  self->residue = 0;
  write_how_far (self, self->position, self->digest, self->day, self->part, NULL);
}

gboolean
ys_index_commit (YsIndex *self, gint64 position, const char *digest, YsDay day, GError **error)
{
  return ys_index_commit_part (self, position, digest, day, NULL, error);
}

gboolean
ys_index_commit_part (YsIndex *self,
                      gint64 position,
                      const char *digest,
                      YsDay day,
                      const char *part,
                      GError **error)
{
  g_return_val_if_fail (YS_IS_INDEX (self) && self->writing, FALSE);

  if (!write_how_far (self, position, digest, day, part, error)
      || !ys_store_run_sql (ys_index_get_store (self), "COMMIT", error))
    {
      ys_index_rollback (self);
      return FALSE;
    }
  self->writing = FALSE;
  refresh (self);
  if (part == NULL && (self->residue != 0 || self->cleared))
    {
      purge (self);
      self->cleared = FALSE;
    }
  return TRUE;
}

gboolean
ys_index_clear (YsIndex *self, GError **error)
{
  g_return_val_if_fail (YS_IS_INDEX (self) && self->writing, FALSE);

  self->cleared = TRUE;
  /* Every page of the old tables is freed, and a freed page is wiped whole: no residue. */
  self->residue &= ~YS_RESIDUE_OF_CASES;
  return ys_store_run_sql (ys_index_get_store (self), ys_store_get_sql ("forget-everything"),
                           error);
}
