/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ids, pages of items, and what was asked of the docket. get_item never asks and waits: it gives a
 * placeholder and puts its page on the list of what is wanted. */
#include "desk/cases/case-model.h"

#include "desk/cases/case-rows.h"

/* Pages wanted at once; of a fast scroll the oldest are forgotten, nobody sees them any more. */
#define PAGES_WANTED 12

typedef struct
{
  guint number;
  GPtrArray *items; /* of YsCaseItem */
  gboolean wanted;
  gboolean filled;
  GList used;       /* link of self->recent */
} Page;

struct _YsCaseModel
{
  GObject parent_instance;

  YsContext *context;
  GCancellable *cancellable;
  GCancellable *listing;
  YsCaseQuery *query;
  YsCaseIds *ids;
  guint generation;     /* of pages: grows when ids move */
  gboolean is_refresh;  /* the list that is on its way is the same question */

  GHashTable *living;   /* id → YsCaseItem, of all that somebody holds */
  GHashTable *pages;    /* number → Page */
  GQueue recent;        /* of Page, last used first */
  GQueue wanted;        /* numbers of pages, last wanted first */
  gboolean reading;
};

static void ys_case_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YsCaseModel, ys_case_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ys_case_model_list_init))

enum
{
  LISTED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tell_failure (YsCaseModel *self, const GError *error)
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
forget_pages (YsCaseModel *self)
{
  self->generation++;
  g_queue_init (&self->recent);
  g_queue_clear (&self->wanted);
  g_hash_table_remove_all (self->pages);
}

static void
drop_wanted (YsCaseModel *self, guint number)
{
  g_queue_remove (&self->wanted, GUINT_TO_POINTER (number));
}

static Page *
make_page (YsCaseModel *self, guint number)
{
  Page *page = g_new0 (Page, 1);
  guint begin = number * YS_CASE_MODEL_PAGE;
  guint end = MIN (begin + YS_CASE_MODEL_PAGE, ys_case_ids_get_length (self->ids));

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
drop_old_pages (YsCaseModel *self)
{
  while (self->recent.length > YS_CASE_MODEL_PAGES_KEPT)
    {
      Page *page = g_queue_pop_tail_link (&self->recent)->data;

      drop_wanted (self, page->number);
      g_hash_table_remove (self->pages, GUINT_TO_POINTER (page->number));
    }
}

static Page *
use_page (YsCaseModel *self, guint number)
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
  YsCaseModel *model;
  guint generation;
  guint number;
} Reading;

static void read_next (YsCaseModel *self);

static void
fill_items (YsCaseModel *self, GPtrArray *rows)
{
  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      YsIndexRow *row = g_ptr_array_index (rows, i);
      YsCaseItem *item = g_hash_table_lookup (self->living, row->id);

      if (item != NULL)
        ys_case_item_take_row (item, row);
      else
        ys_index_row_free (row);
    }
}

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Reading *reading = user_data;
  g_autoptr (YsCaseModel) self = reading->model;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = ys_context_run_finish (YS_CONTEXT (source), result, &error);

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
read_next (YsCaseModel *self)
{
  Reading *reading;
  guint number;

  if (self->reading || self->context == NULL || g_queue_is_empty (&self->wanted))
    return;
  number = GPOINTER_TO_UINT (g_queue_pop_head (&self->wanted));
  self->reading = TRUE;
  reading = g_new0 (Reading, 1);
  *reading = (Reading){ g_object_ref (self), self->generation, number };
  ys_context_run_async (self->context, ys_case_rows_read,
                        ys_case_ids_copy (self->ids, number * YS_CASE_MODEL_PAGE,
                                          YS_CASE_MODEL_PAGE),
                        (GDestroyNotify) g_strfreev, (GDestroyNotify) g_ptr_array_unref,
                        self->cancellable, page_read_cb, reading);
}

static void
want_page (YsCaseModel *self, Page *page)
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

/* --- GListModel ------------------------------------------------------------------------------- */

static GType
get_item_type (GListModel *model)
{
  return YS_TYPE_CASE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  YsCaseModel *self = YS_CASE_MODEL (model);

  return self->ids != NULL ? ys_case_ids_get_length (self->ids) : 0;
}

static gpointer
get_item (GListModel *model, guint position)
{
  YsCaseModel *self = YS_CASE_MODEL (model);
  Page *page;

  if (position >= get_n_items (model))
    return NULL;
  page = use_page (self, position / YS_CASE_MODEL_PAGE);
  want_page (self, page);
  return g_object_ref (g_ptr_array_index (page->items, position % YS_CASE_MODEL_PAGE));
}

static void
ys_case_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* --- lists ------------------------------------------------------------------------------------ */

static void
rows_read_again_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCaseModel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = ys_context_run_finish (YS_CONTEXT (source), result, &error);

  if (rows != NULL)
    fill_items (self, rows);
  else
    tell_failure (self, error);
}

/* What somebody holds, the view above all, is read anew; what only the pages held goes. */
static void
read_living_again (YsCaseModel *self)
{
  GHashTableIter iter;
  const char *id;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_hash_table_iter_init (&iter, self->living);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    g_strv_builder_add (ids, id);
  if (g_hash_table_size (self->living) > 0)
    ys_context_run_async (self->context, ys_case_rows_read, g_strv_builder_end (ids),
                          (GDestroyNotify) g_strfreev, (GDestroyNotify) g_ptr_array_unref,
                          self->cancellable, rows_read_again_cb, g_object_ref (self));
}

/* A list on its way: what is asked, and what comes of it. */
typedef struct
{
  YsCaseQuery *query;
  YsCaseIds *before; /* NULL for a new question */
} Asked;

typedef struct
{
  YsCaseIds *ids;
  YsCaseIds *common; /* what stands on both sides of the stretch that changed */
  YsCaseIdsChange change;
} Listed;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  ys_case_query_free (asked->query);
  g_clear_pointer (&asked->before, ys_case_ids_unref);
  g_free (asked);
}

static void
listed_free (gpointer data)
{
  Listed *listed = data;

  g_clear_pointer (&listed->ids, ys_case_ids_unref);
  g_clear_pointer (&listed->common, ys_case_ids_unref);
  g_free (listed);
}

static gpointer
list_ids (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  Asked *asked = input;
  YsFilter filter;
  g_autoptr (GPtrArray) ids = NULL;
  Listed *listed;

  ys_case_query_get_filter (asked->query, ys_session_get_calendar (session),
                            ys_session_get_today (session), &filter);
  ids = ys_office_list_ids (session, &filter, asked->query->order, asked->query->descending, error);
  if (ids == NULL)
    return NULL;
  listed = g_new0 (Listed, 1);
  listed->ids = ys_case_ids_new (ids);
  if (asked->before != NULL)
    {
      listed->change = ys_case_ids_compare (asked->before, listed->ids);
      listed->common = ys_case_ids_without (asked->before, listed->change.at,
                                            listed->change.removed);
    }
  return listed;
}

/* First what is gone, then what is new, never (0, n, n) at once: a selection would then walk every
 * row. */
static void
replace_ids (YsCaseModel *self, Listed *listed)
{
  guint n_old = get_n_items (G_LIST_MODEL (self));
  YsCaseIdsChange change = listed->change;

  if (listed->common == NULL)
    change = (YsCaseIdsChange){ 0, n_old, ys_case_ids_get_length (listed->ids) };
  forget_pages (self);
  g_clear_pointer (&self->ids, ys_case_ids_unref);
  self->ids = g_steal_pointer (&listed->common);
  if (change.removed > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), change.at, change.removed, 0);

  forget_pages (self);
  g_clear_pointer (&self->ids, ys_case_ids_unref);
  self->ids = g_steal_pointer (&listed->ids);
  if (change.added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), change.at, 0, change.added);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCaseModel) self = user_data;
  g_autoptr (GError) error = NULL;
  Listed *listed = ys_context_run_finish (YS_CONTEXT (source), result, &error);

  /* A newer question is on its way. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->listing);
  if (listed == NULL)
    {
      tell_failure (self, error);
      return;
    }
  replace_ids (self, listed);
  if (self->is_refresh)
    read_living_again (self);
  listed_free (listed);
  g_signal_emit (self, signals[LISTED], 0);
}

static void
start_listing (YsCaseModel *self, gboolean is_refresh)
{
  Asked *asked = g_new0 (Asked, 1);

  if (self->listing != NULL)
    g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  self->listing = g_cancellable_new ();
  self->is_refresh = is_refresh && self->ids != NULL;
  asked->query = ys_case_query_copy (self->query);
  asked->before = self->is_refresh ? ys_case_ids_ref (self->ids) : NULL;
  ys_context_run_async (self->context, list_ids, asked, asked_free, listed_free, self->listing,
                        listed_cb, g_object_ref (self));
}

void
ys_case_model_set_query (YsCaseModel *self, const YsCaseQuery *query)
{
  g_return_if_fail (YS_IS_CASE_MODEL (self) && query != NULL);

  g_clear_pointer (&self->query, ys_case_query_free);
  self->query = ys_case_query_copy (query);
  start_listing (self, FALSE);
}

void
ys_case_model_refresh (YsCaseModel *self)
{
  g_return_if_fail (YS_IS_CASE_MODEL (self));

  if (self->query != NULL)
    start_listing (self, self->listing == NULL || self->is_refresh);
}

gboolean
ys_case_model_is_loading (YsCaseModel *self)
{
  g_return_val_if_fail (YS_IS_CASE_MODEL (self), FALSE);
  return self->listing != NULL;
}

YsCaseIds *
ys_case_model_get_ids (YsCaseModel *self)
{
  g_return_val_if_fail (YS_IS_CASE_MODEL (self), NULL);
  return self->ids;
}

guint
ys_case_model_count_pages (YsCaseModel *self)
{
  g_return_val_if_fail (YS_IS_CASE_MODEL (self), 0);
  return g_hash_table_size (self->pages);
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ys_case_model_dispose (GObject *object)
{
  YsCaseModel *self = YS_CASE_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  if (self->listing != NULL)
    g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  g_clear_object (&self->context);
  forget_pages (self);
  G_OBJECT_CLASS (ys_case_model_parent_class)->dispose (object);
}

static void
ys_case_model_finalize (GObject *object)
{
  YsCaseModel *self = YS_CASE_MODEL (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->query, ys_case_query_free);
  g_clear_pointer (&self->ids, ys_case_ids_unref);
  g_hash_table_unref (self->pages);
  g_hash_table_unref (self->living);
  G_OBJECT_CLASS (ys_case_model_parent_class)->finalize (object);
}

static void
ys_case_model_class_init (YsCaseModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ys_case_model_dispose;
  object_class->finalize = ys_case_model_finalize;

  signals[LISTED] = g_signal_new ("listed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ys_case_model_init (YsCaseModel *self)
{
  self->cancellable = g_cancellable_new ();
  self->living = g_hash_table_new (g_str_hash, g_str_equal);
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, page_free);
}

YsCaseModel *
ys_case_model_new (YsContext *context)
{
  g_return_val_if_fail (YS_IS_CONTEXT (context), NULL);

  YsCaseModel *self = g_object_new (YS_TYPE_CASE_MODEL, NULL);

  self->context = g_object_ref (context);
  return self;
}
