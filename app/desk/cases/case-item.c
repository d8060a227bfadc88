/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A placeholder that becomes a row. It asks for nothing itself. */
#include "desk/cases/case-item.h"

struct _YsCaseItem
{
  GObject parent_instance;

  GHashTable *living;
  char *id;
  YsIndexRow *row;
  unsigned parts;
};

G_DEFINE_FINAL_TYPE (YsCaseItem, ys_case_item, G_TYPE_OBJECT)

enum
{
  FILLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
ys_case_item_finalize (GObject *object)
{
  YsCaseItem *self = YS_CASE_ITEM (object);

  if (self->living != NULL)
    g_hash_table_remove (self->living, self->id);
  g_clear_pointer (&self->living, g_hash_table_unref);
  g_clear_pointer (&self->row, ys_index_row_free);
  g_free (self->id);
  G_OBJECT_CLASS (ys_case_item_parent_class)->finalize (object);
}

static void
ys_case_item_class_init (YsCaseItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_case_item_finalize;

  signals[FILLED] = g_signal_new ("filled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_case_item_init (YsCaseItem *self)
{
}

YsCaseItem *
ys_case_item_new (GHashTable *living, const char *id)
{
  g_return_val_if_fail (living != NULL && id != NULL, NULL);

  YsCaseItem *self = g_object_new (YS_TYPE_CASE_ITEM, NULL);

  self->living = g_hash_table_ref (living);
  self->id = g_strdup (id);
  g_hash_table_insert (living, self->id, self);
  return self;
}

const char *
ys_case_item_get_id (YsCaseItem *self)
{
  g_return_val_if_fail (YS_IS_CASE_ITEM (self), NULL);
  return self->id;
}

const YsIndexRow *
ys_case_item_get_row (YsCaseItem *self)
{
  g_return_val_if_fail (YS_IS_CASE_ITEM (self), NULL);
  return self->row;
}

unsigned
ys_case_item_get_parts (YsCaseItem *self)
{
  g_return_val_if_fail (YS_IS_CASE_ITEM (self), 0);
  return self->parts;
}

void
ys_case_item_take_row (YsCaseItem *self, YsIndexRow *row, unsigned parts)
{
  g_return_if_fail (YS_IS_CASE_ITEM (self) && row != NULL);

  g_clear_pointer (&self->row, ys_index_row_free);
  self->row = row;
  self->parts = parts;
  g_signal_emit (self, signals[FILLED], 0);
}
