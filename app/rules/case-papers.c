/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The value, and which files its entries speak of. */
#include "rules/case-papers.h"

static void
entry_free (gpointer data)
{
  YsPaperEntry *self = data;

  g_clear_pointer (&self->event, ys_event_unref);
  g_clear_pointer (&self->first, ys_event_unref);
  g_free (self->recorded_at);
  g_free (self->digest);
  g_free (self->signature);
  g_free (self->line);
  g_free (self->link);
  g_free (self);
}

static void
file_free (gpointer data)
{
  YsPaperFile *self = data;

  g_free (self->digest);
  g_free (self->name);
  g_free (self->role);
  g_array_unref (self->seqs);
  g_free (self);
}

YsCasePapers *
ys_case_papers_new (void)
{
  YsCasePapers *self = g_new0 (YsCasePapers, 1);

  self->on = YS_DAY_NONE;
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->files = g_ptr_array_new_with_free_func (file_free);
  return self;
}

void
ys_case_papers_free (YsCasePapers *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->agency);
  g_free (self->docket);
  g_free (self->made_by);
  g_free (self->checkpoint);
  g_clear_pointer (&self->casefile, ys_casefile_unref);
  g_clear_pointer (&self->clock, ys_clock_unref);
  g_clear_pointer (&self->receipt, ys_event_unref);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->files);
  g_free (self->uncovered);
  g_free (self);
}

YsPaperEntry *
ys_case_papers_add_entry (YsCasePapers *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  YsPaperEntry *entry = g_new0 (YsPaperEntry, 1);

  entry->dispatched_on = entry->delivered_on = entry->returned_on = YS_DAY_NONE;
  g_ptr_array_add (self->entries, entry);
  return entry;
}

/* --- files ----------------------------------------------------------------------------------- */

typedef struct
{
  YsCasePapers *papers;
  GHashTable *by_digest; /* digest → YsPaperFile */
  gint64 seq;
} Listing;

static void
name_file (const char *digest, gpointer user_data)
{
  Listing *self = user_data;
  YsPaperFile *file = g_hash_table_lookup (self->by_digest, digest);

  if (file == NULL)
    {
      file = g_new0 (YsPaperFile, 1);
      file->digest = g_strdup (digest);
      file->seqs = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_ptr_array_add (self->papers->files, file);
      g_hash_table_insert (self->by_digest, file->digest, file);
    }
  if (file->seqs->len == 0 || g_array_index (file->seqs, gint64, file->seqs->len - 1) != self->seq)
    g_array_append_val (file->seqs, self->seq);
}

/* What was approved is told by digest alone, so ys_event_foreach_file() does not see it. */
static void
name_listed (Listing *self, const YsEvent *event)
{
  for (int i = 0; i < ys_event_count_list (event, "files"); i++)
    {
      g_autofree char *path = g_strdup_printf ("files.%d", i);

      name_file (ys_event_get_string (event, path), self);
    }
}

static void
name_attached (Listing *self, const YsEvent *event)
{
  YsPaperFile *file = event->kind == YS_KIND_ATTACHED
                        ? g_hash_table_lookup (self->by_digest, ys_event_get_string (event, "file"))
                        : NULL;

  if (file == NULL)
    return;
  g_free (file->name);
  g_free (file->role);
  file->name = g_strdup (ys_event_get_string (event, "name"));
  file->role = g_strdup (ys_event_get_string (event, "role"));
}

static void
name_files_of (Listing *self, const YsEvent *event)
{
  ys_event_foreach_file (event, name_file, self);
  if (event->kind == YS_KIND_APPROVAL_ASKED || event->kind == YS_KIND_APPROVED)
    name_listed (self, event);
  name_attached (self, event);
}

void
ys_case_papers_list_files (YsCasePapers *self)
{
  g_return_if_fail (self != NULL);

  g_autoptr (GHashTable) by_digest = g_hash_table_new (g_str_hash, g_str_equal);
  Listing listing = { self, by_digest, 0 };

  g_ptr_array_set_size (self->files, 0);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const YsPaperEntry *entry = g_ptr_array_index (self->entries, i);

      listing.seq = entry->seq;
      name_files_of (&listing, entry->first);
      if (entry->event != entry->first)
        name_files_of (&listing, entry->event);
    }
}

/* --- asking it ------------------------------------------------------------------------------- */

const YsPaperEntry *
ys_case_papers_get_entry (const YsCasePapers *self, gint64 seq)
{
  g_return_val_if_fail (self != NULL, NULL);

  return seq >= 1 && seq <= self->entries->len ? g_ptr_array_index (self->entries, seq - 1) : NULL;
}

const YsPaperFile *
ys_case_papers_get_file (const YsCasePapers *self, const char *digest)
{
  g_return_val_if_fail (self != NULL && digest != NULL, NULL);

  for (guint i = 0; i < self->files->len; i++)
    {
      const YsPaperFile *file = g_ptr_array_index (self->files, i);
      if (g_str_equal (file->digest, digest))
        return file;
    }
  return NULL;
}
