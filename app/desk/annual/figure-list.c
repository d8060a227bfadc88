/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A frozen array as a GListModel. */
#include "desk/annual/figure-list.h"

struct _YsFigureItem
{
  GObject parent_instance;

  GPtrArray *cases; /* keeps the case alive */
  guint position;
};

G_DEFINE_FINAL_TYPE (YsFigureItem, ys_figure_item, G_TYPE_OBJECT)

static void
ys_figure_item_finalize (GObject *object)
{
  g_ptr_array_unref (YS_FIGURE_ITEM (object)->cases);
  G_OBJECT_CLASS (ys_figure_item_parent_class)->finalize (object);
}

static void
ys_figure_item_class_init (YsFigureItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_figure_item_finalize;
}

static void
ys_figure_item_init (YsFigureItem *self)
{
}

const YsFigureCase *
ys_figure_item_get_case (YsFigureItem *self)
{
  g_return_val_if_fail (YS_IS_FIGURE_ITEM (self), NULL);
  return g_ptr_array_index (self->cases, self->position);
}

struct _YsFigureList
{
  GObject parent_instance;

  GPtrArray *cases;
};

static GType
get_item_type (GListModel *model)
{
  return YS_TYPE_FIGURE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return YS_FIGURE_LIST (model)->cases->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  YsFigureList *self = YS_FIGURE_LIST (model);
  YsFigureItem *item;

  if (position >= self->cases->len)
    return NULL;
  item = g_object_new (YS_TYPE_FIGURE_ITEM, NULL);
  item->cases = g_ptr_array_ref (self->cases);
  item->position = position;
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (YsFigureList, ys_figure_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
ys_figure_list_finalize (GObject *object)
{
  g_ptr_array_unref (YS_FIGURE_LIST (object)->cases);
  G_OBJECT_CLASS (ys_figure_list_parent_class)->finalize (object);
}

static void
ys_figure_list_class_init (YsFigureListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_figure_list_finalize;
}

static void
ys_figure_list_init (YsFigureList *self)
{
}

YsFigureList *
ys_figure_list_new (GPtrArray *cases)
{
  YsFigureList *self = g_object_new (YS_TYPE_FIGURE_LIST, NULL);

  g_return_val_if_fail (cases != NULL, self);
  self->cases = cases;
  return self;
}
