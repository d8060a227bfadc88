/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A bit set over a list of cases; bits go with the rows, where they stay and where they move. */
#include "desk/cases/case-selection.h"

struct _YsCaseSelection
{
  GObject parent_instance;

  GListModel *model;
  GtkBitset *selected;
  GtkBitset *gone; /* what of it went last, by where it stood; some may come again */
};

static void ys_case_selection_list_init (GListModelInterface *iface);
static void ys_case_selection_selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
  YsCaseSelection, ys_case_selection, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ys_case_selection_list_init)
  G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, ys_case_selection_selection_init))

/* --- GListModel ------------------------------------------------------------------------------- */

static GType
get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (YS_CASE_SELECTION (list)->model);
}

static guint
get_n_items (GListModel *list)
{
  YsCaseSelection *self = YS_CASE_SELECTION (list);

  return self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
}

static gpointer
get_item (GListModel *list, guint position)
{
  YsCaseSelection *self = YS_CASE_SELECTION (list);

  return self->model != NULL ? g_list_model_get_item (self->model, position) : NULL;
}

static void
ys_case_selection_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* --- GtkSelectionModel ------------------------------------------------------------------------ */

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (YS_CASE_SELECTION (model)->selected, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  return gtk_bitset_copy (YS_CASE_SELECTION (model)->selected);
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  YsCaseSelection *self = YS_CASE_SELECTION (model);
  g_autoptr (GtkBitset) changed = gtk_bitset_copy (selected);
  guint n_items = get_n_items (G_LIST_MODEL (model));

  gtk_bitset_difference (changed, self->selected);
  gtk_bitset_intersect (changed, mask);
  if (n_items < G_MAXUINT)
    gtk_bitset_remove_range_closed (changed, n_items, G_MAXUINT - 1);
  if (gtk_bitset_is_empty (changed))
    return TRUE;

  gtk_bitset_difference (self->selected, changed);
  gtk_selection_model_selection_changed (model, gtk_bitset_get_minimum (changed),
                                         gtk_bitset_get_maximum (changed)
                                           - gtk_bitset_get_minimum (changed) + 1);
  return TRUE;
}

static void
ys_case_selection_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

/* --- class ------------------------------------------------------------------------------------ */

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added,
                  YsCaseSelection *self)
{
  guint64 before = gtk_bitset_get_size (self->selected);

  if (removed > 0)
    {
      gtk_bitset_remove_all (self->gone);
      gtk_bitset_add_range (self->gone, position, removed);
      gtk_bitset_intersect (self->gone, self->selected);
    }
  gtk_bitset_splice (self->selected, position, removed, added);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (gtk_bitset_get_size (self->selected) != before && get_n_items (G_LIST_MODEL (self)) > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0,
                                           get_n_items (G_LIST_MODEL (self)));
}

static void
moved_cb (YsCaseModel *model, guint position, GArray *origins, YsCaseSelection *self)
{
  guint64 before = gtk_bitset_get_size (self->selected);

  if (gtk_bitset_is_empty (self->gone))
    return;
  for (guint i = 0; i < origins->len; i++)
    if (gtk_bitset_contains (self->gone, g_array_index (origins, guint, i)))
      gtk_bitset_add (self->selected, position + i);
  gtk_bitset_remove_all (self->gone);
  if (gtk_bitset_get_size (self->selected) != before)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, origins->len);
}

static void
ys_case_selection_dispose (GObject *object)
{
  YsCaseSelection *self = YS_CASE_SELECTION (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (ys_case_selection_parent_class)->dispose (object);
}

static void
ys_case_selection_finalize (GObject *object)
{
  gtk_bitset_unref (YS_CASE_SELECTION (object)->selected);
  gtk_bitset_unref (YS_CASE_SELECTION (object)->gone);
  G_OBJECT_CLASS (ys_case_selection_parent_class)->finalize (object);
}

static void
ys_case_selection_class_init (YsCaseSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ys_case_selection_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_case_selection_finalize;
}

static void
ys_case_selection_init (YsCaseSelection *self)
{
  self->selected = gtk_bitset_new_empty ();
  self->gone = gtk_bitset_new_empty ();
}

YsCaseSelection *
ys_case_selection_new (YsCaseModel *model)
{
  g_return_val_if_fail (YS_IS_CASE_MODEL (model), NULL);

  YsCaseSelection *self = g_object_new (YS_TYPE_CASE_SELECTION, NULL);

  self->model = g_object_ref (G_LIST_MODEL (model));
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect (model, "moved", G_CALLBACK (moved_cb), self);
  return self;
}

guint
ys_case_selection_count (YsCaseSelection *self)
{
  g_return_val_if_fail (YS_IS_CASE_SELECTION (self), 0);
  return (guint) gtk_bitset_get_size (self->selected);
}
