/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages of items, and which of them are wanted. Nothing here asks and waits: an item comes without
 * its row, and its page is put on the list of what is wanted. */
#include "desk/cases/case-pages.h"

#include "desk/cases/case-rows.h"

/* Pages wanted at once; of a fast scroll the oldest are forgotten, nobody sees them any more. */
#define PAGES_WANTED 4

typedef struct
{
  guint number;
  GPtrArray *items; /* of YsCaseItem */
  gboolean wanted;
  gboolean filled;
  GList used;       /* link of self->recent */
} Page;

struct _YsCasePages
{
  GObject parent_instance;

  YsContext *context;   /* NULL once stopped */
  GCancellable *cancellable;
  YsCaseIds *ids;
  char *words;          /* or NULL */
  guint generation;     /* grows when ids move */
  GHashTable *living;   /* id → YsCaseItem, of all that somebody holds */
  GHashTable *pages;    /* number → Page */
  GQueue recent;        /* of Page, last used first */
  GQueue wanted;        /* numbers of pages, last wanted first */
  gboolean reading;
};

G_DEFINE_FINAL_TYPE (YsCasePages, ys_case_pages, G_TYPE_OBJECT)

enum
{
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tell_failure (YsCasePages *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

/* --- pages ------------------------------------------------------------------------------------ */

static void
page_free (gpointer data)
{
  Page *page = data;

  g_ptr_array_unref (page->items);
  g_free (page);
}

static void
forget_pages (YsCasePages *self)
{
  self->generation++;
  g_queue_init (&self->recent);
  g_queue_clear (&self->wanted);
  g_hash_table_remove_all (self->pages);
}

static void
drop_wanted (YsCasePages *self, guint number)
{
  g_queue_remove (&self->wanted, GUINT_TO_POINTER (number));
}

static Page *
make_page (YsCasePages *self, guint number)
{
  Page *page = g_new0 (Page, 1);
  guint begin = number * YS_CASE_PAGES_ROWS;
  guint end = MIN (begin + YS_CASE_PAGES_ROWS, ys_case_ids_get_length (self->ids));

  page->number = number;
  page->used.data = page;
  page->items = g_ptr_array_new_full (end - begin, g_object_unref);
  for (guint i = begin; i < end; i++)
    {
      const char *id = ys_case_ids_get (self->ids, i);
      YsCaseItem *item = g_hash_table_lookup (self->living, id);

      g_ptr_array_add (page->items,
                       item != NULL ? g_object_ref (item) : ys_case_item_new (self->living, id));
    }
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), page);
  g_queue_push_head_link (&self->recent, &page->used);
  return page;
}

static void
drop_old_pages (YsCasePages *self)
{
  while (self->recent.length > YS_CASE_PAGES_KEPT)
    {
      Page *page = g_queue_pop_tail_link (&self->recent)->data;

      drop_wanted (self, page->number);
      g_hash_table_remove (self->pages, GUINT_TO_POINTER (page->number));
    }
}

static Page *
use_page (YsCasePages *self, guint number)
{
  Page *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));

  if (page == NULL)
    {
      page = make_page (self, number);
      drop_old_pages (self);
    }
  else if (self->recent.head != &page->used)
    {
      g_queue_unlink (&self->recent, &page->used);
      g_queue_push_head_link (&self->recent, &page->used);
    }
  return page;
}

/* --- reading pages ---------------------------------------------------------------------------- */

typedef struct
{
  YsCasePages *pages;
  guint generation;
  guint number;
} Reading;

static void read_next (YsCasePages *self);

static void
fill_items (YsCasePages *self, YsCaseRows *found)
{
  g_ptr_array_set_free_func (found->rows, NULL);
  for (guint i = 0; i < found->rows->len; i++)
    {
      YsIndexRow *row = g_ptr_array_index (found->rows, i);
      YsCaseItem *item = g_hash_table_lookup (self->living, row->id);

      if (item != NULL)
        ys_case_item_take_row (item, row, g_array_index (found->parts, guint, i));
      else
        ys_index_row_free (row);
    }
  ys_case_rows_free (found);
}

static void
read_rows (YsCasePages *self, char **ids, GAsyncReadyCallback callback, gpointer user_data)
{
  ys_context_run_async (self->context, ys_case_rows_read_found,
                        ys_case_rows_ask_new (ids, self->words), ys_case_rows_ask_free,
                        (GDestroyNotify) ys_case_rows_free, self->cancellable, callback, user_data);
}

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Reading *reading = user_data;
  g_autoptr (YsCasePages) self = reading->pages;
  g_autoptr (GError) error = NULL;
  YsCaseRows *rows = ys_context_run_finish (YS_CONTEXT (source), result, &error);

  self->reading = FALSE;
  if (reading->generation == self->generation)
    {
      Page *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (reading->number));

      if (page != NULL)
        {
          page->wanted = FALSE;
          page->filled = rows != NULL;
        }
    }
  if (rows != NULL)
    fill_items (self, rows);
  else
    tell_failure (self, error);
  read_next (self);
}

/* One page at a time: what is wanted last is read next. */
static void
read_next (YsCasePages *self)
{
  Reading *reading;
  guint number;

  if (self->reading || self->context == NULL || g_queue_is_empty (&self->wanted))
    return;
  number = GPOINTER_TO_UINT (g_queue_pop_head (&self->wanted));
  self->reading = TRUE;
  reading = g_new0 (Reading, 1);
  *reading = (Reading){ g_object_ref (self), self->generation, number };
  read_rows (self,
             ys_case_ids_copy (self->ids, number * YS_CASE_PAGES_ROWS, YS_CASE_PAGES_ROWS),
             page_read_cb, reading);
}

static void
want_page (YsCasePages *self, Page *page)
{
  if (page->wanted || page->filled)
    return;
  page->wanted = TRUE;
  g_queue_push_head (&self->wanted, GUINT_TO_POINTER (page->number));
  if (self->wanted.length > PAGES_WANTED)
    {
      guint oldest = GPOINTER_TO_UINT (g_queue_pop_tail (&self->wanted));
      Page *forgotten = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (oldest));

      if (forgotten != NULL)
        forgotten->wanted = FALSE;
    }
  read_next (self);
}

YsCaseItem *
ys_case_pages_get_item (YsCasePages *self, guint position)
{
  g_return_val_if_fail (YS_IS_CASE_PAGES (self), NULL);
  g_return_val_if_fail (self->ids != NULL && position < ys_case_ids_get_length (self->ids), NULL);

  Page *page = use_page (self, position / YS_CASE_PAGES_ROWS);

  want_page (self, page);
  return g_object_ref (g_ptr_array_index (page->items, position % YS_CASE_PAGES_ROWS));
}

void
ys_case_pages_set_ids (YsCasePages *self, YsCaseIds *ids)
{
  g_return_if_fail (YS_IS_CASE_PAGES (self));

  forget_pages (self);
  g_clear_pointer (&self->ids, ys_case_ids_unref);
  self->ids = ids != NULL ? ys_case_ids_ref (ids) : NULL;
}

void
ys_case_pages_set_words (YsCasePages *self, const char *words)
{
  g_return_if_fail (YS_IS_CASE_PAGES (self));

  g_free (self->words);
  self->words = g_strdup (words);
}

guint
ys_case_pages_count (YsCasePages *self)
{
  g_return_val_if_fail (YS_IS_CASE_PAGES (self), 0);
  return g_hash_table_size (self->pages);
}

/* --- reading again ---------------------------------------------------------------------------- */

static void
rows_read_again_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCasePages) self = user_data;
  g_autoptr (GError) error = NULL;
  YsCaseRows *rows = ys_context_run_finish (YS_CONTEXT (source), result, &error);

  if (rows != NULL)
    fill_items (self, rows);
  else
    tell_failure (self, error);
}

void
ys_case_pages_read_again (YsCasePages *self)
{
  g_return_if_fail (YS_IS_CASE_PAGES (self));

  GHashTableIter iter;
  const char *id;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_hash_table_iter_init (&iter, self->living);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    g_strv_builder_add (ids, id);
  if (g_hash_table_size (self->living) > 0)
    read_rows (self, g_strv_builder_end (ids), rows_read_again_cb, g_object_ref (self));
}

/* --- class ------------------------------------------------------------------------------------ */

void
ys_case_pages_stop (YsCasePages *self)
{
  g_return_if_fail (YS_IS_CASE_PAGES (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->context);
  forget_pages (self);
}

static void
ys_case_pages_finalize (GObject *object)
{
  YsCasePages *self = YS_CASE_PAGES (object);

  forget_pages (self);
  g_clear_object (&self->context);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->ids, ys_case_ids_unref);
  g_free (self->words);
  g_hash_table_unref (self->pages);
  g_hash_table_unref (self->living);
  G_OBJECT_CLASS (ys_case_pages_parent_class)->finalize (object);
}

static void
ys_case_pages_class_init (YsCasePagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_case_pages_finalize;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ys_case_pages_init (YsCasePages *self)
{
  self->cancellable = g_cancellable_new ();
  self->living = g_hash_table_new (g_str_hash, g_str_equal);
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, page_free);
}

YsCasePages *
ys_case_pages_new (YsContext *context)
{
  g_return_val_if_fail (YS_IS_CONTEXT (context), NULL);

  YsCasePages *self = g_object_new (YS_TYPE_CASE_PAGES, NULL);

  self->context = g_object_ref (context);
  return self;
}
