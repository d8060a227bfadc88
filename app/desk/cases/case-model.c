/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The question, the ids that answer it, and how one list becomes another. Items and their rows are
 * case-pages.c. */
#include "desk/cases/case-model.h"

#include "desk/cases/case-listing.h"

struct _YsCaseModel
{
  GObject parent_instance;

  YsContext *context;
  GCancellable *listing;
  YsCaseQuery *query;
  YsCaseIds *ids;
  YsCasePages *pages;
  gboolean is_refresh;  /* the list that is on its way is the same question */

};

static void ys_case_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YsCaseModel, ys_case_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ys_case_model_list_init))

enum
{
  LISTED,
  MOVED,
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
  return position < get_n_items (model)
           ? ys_case_pages_get_item (YS_CASE_MODEL (model)->pages, position)
           : NULL;
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
set_ids (YsCaseModel *self, YsCaseIds *ids)
{
  g_clear_pointer (&self->ids, ys_case_ids_unref);
  self->ids = ids != NULL ? ys_case_ids_ref (ids) : NULL;
  ys_case_pages_set_ids (self->pages, ids);
}

/* First what is gone, then what is new, never (0, n, n) at once: a selection would then walk every
 * row. */
static void
replace_ids (YsCaseModel *self, const YsCaseListing *listing)
{
  guint n_old = get_n_items (G_LIST_MODEL (self));
  YsCaseIdsChange change = listing->change;

  if (listing->common == NULL)
    change = (YsCaseIdsChange){ 0, n_old, ys_case_ids_get_length (listing->ids) };
  set_ids (self, listing->common);
  if (change.removed > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), change.at, change.removed, 0);
  set_ids (self, listing->ids);
  if (change.added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), change.at, 0, change.added);
  if (listing->origins != NULL)
    g_signal_emit (self, signals[MOVED], 0, change.at, listing->origins);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCaseModel) self = user_data;
  g_autoptr (GError) error = NULL;
  YsCaseListing *listing = ys_context_run_finish (YS_CONTEXT (source), result, &error);

  /* A newer question is on its way. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->listing);
  if (listing == NULL)
    {
      tell_failure (self, error);
      return;
    }
  replace_ids (self, listing);
  if (self->is_refresh)
    ys_case_pages_read_again (self->pages);
  ys_case_listing_free (listing);
  g_signal_emit (self, signals[LISTED], 0);
}

static void
start_listing (YsCaseModel *self, gboolean is_refresh)
{
  if (self->listing != NULL)
    g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  self->listing = g_cancellable_new ();
  self->is_refresh = is_refresh && self->ids != NULL;
  ys_context_run_async (self->context, ys_case_listing_read,
                        ys_case_listing_ask_new (self->query,
                                                 self->is_refresh ? self->ids : NULL),
                        ys_case_listing_ask_free, (GDestroyNotify) ys_case_listing_free,
                        self->listing, listed_cb, g_object_ref (self));
}

void
ys_case_model_set_query (YsCaseModel *self, const YsCaseQuery *query)
{
  g_return_if_fail (YS_IS_CASE_MODEL (self) && query != NULL);

  g_clear_pointer (&self->query, ys_case_query_free);
  self->query = ys_case_query_copy (query);
  ys_case_pages_set_words (self->pages,
                           query->text != NULL && *query->text != '\0' ? query->text : NULL);
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
ys_case_model_is_refresh (YsCaseModel *self)
{
  g_return_val_if_fail (YS_IS_CASE_MODEL (self), FALSE);
  return self->is_refresh;
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
  return ys_case_pages_count (self->pages);
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ys_case_model_dispose (GObject *object)
{
  YsCaseModel *self = YS_CASE_MODEL (object);

  if (self->pages != NULL)
    ys_case_pages_stop (self->pages);
  if (self->listing != NULL)
    g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ys_case_model_parent_class)->dispose (object);
}

static void
ys_case_model_finalize (GObject *object)
{
  YsCaseModel *self = YS_CASE_MODEL (object);

  g_clear_object (&self->pages);
  g_clear_pointer (&self->query, ys_case_query_free);
  g_clear_pointer (&self->ids, ys_case_ids_unref);
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
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_ARRAY);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ys_case_model_init (YsCaseModel *self)
{
}

YsCaseModel *
ys_case_model_new (YsContext *context)
{
  g_return_val_if_fail (YS_IS_CONTEXT (context), NULL);

  YsCaseModel *self = g_object_new (YS_TYPE_CASE_MODEL, NULL);

  self->context = g_object_ref (context);
  self->pages = ys_case_pages_new (context);
  g_signal_connect_object (self->pages, "failed", G_CALLBACK (tell_failure), self,
                           G_CONNECT_SWAPPED);
  return self;
}
