/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table by page, the oldest going first. */
#include "desk/paper/page-texts.h"

/* A dense page takes some 200 KiB. */
#define MOST_KEPT 64

struct _YsPageTexts
{
  GObject parent_instance;

  YsPaperReader *reader;
  GHashTable *texts; /* page → YsPaperText, or NULL while it is asked for or when it failed */
  GQueue order;      /* of pages that are there, the oldest first */
  GHashTable *failed;
};

G_DEFINE_FINAL_TYPE (YsPageTexts, ys_page_texts, G_TYPE_OBJECT)

enum
{
  ARRIVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  YsPageTexts *owner;
  guint page;
} Asked;

static void
unref_text (gpointer text)
{
  if (text != NULL)
    ys_paper_text_unref (text);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (YsPageTexts) self = asked->owner;
  g_autoptr (GError) error = NULL;
  YsPaperText *text = ys_paper_reader_text_finish (YS_PAPER_READER (source), result, &error);

  if (text != NULL)
    {
      g_hash_table_replace (self->texts, GUINT_TO_POINTER (asked->page), text);
      g_queue_push_tail (&self->order, GUINT_TO_POINTER (asked->page));
      if (self->order.length > MOST_KEPT)
        g_hash_table_remove (self->texts, g_queue_pop_head (&self->order));
    }
  else
    g_hash_table_add (self->failed, GUINT_TO_POINTER (asked->page));
  g_signal_emit (self, signals[ARRIVED], 0, asked->page);
}

YsPaperText *
ys_page_texts_get (YsPageTexts *self, guint page)
{
  gpointer text = NULL;
  Asked *asked;

  g_return_val_if_fail (YS_IS_PAGE_TEXTS (self), NULL);

  if (g_hash_table_lookup_extended (self->texts, GUINT_TO_POINTER (page), NULL, &text))
    return text;
  g_hash_table_insert (self->texts, GUINT_TO_POINTER (page), NULL);
  asked = g_new0 (Asked, 1);
  asked->owner = g_object_ref (self);
  asked->page = page;
  ys_paper_reader_text_async (self->reader, page, YS_PAPER_SOON, NULL, read_cb, asked);
  return NULL;
}

gboolean
ys_page_texts_has_failed (YsPageTexts *self, guint page)
{
  g_return_val_if_fail (YS_IS_PAGE_TEXTS (self), FALSE);
  return g_hash_table_contains (self->failed, GUINT_TO_POINTER (page));
}

static void
ys_page_texts_finalize (GObject *object)
{
  YsPageTexts *self = YS_PAGE_TEXTS (object);

  g_object_unref (self->reader);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->failed);
  g_queue_clear (&self->order);
  G_OBJECT_CLASS (ys_page_texts_parent_class)->finalize (object);
}

static void
ys_page_texts_class_init (YsPageTextsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_page_texts_finalize;
  signals[ARRIVED] = g_signal_new ("arrived", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
ys_page_texts_init (YsPageTexts *self)
{
  self->texts = g_hash_table_new_full (NULL, NULL, NULL, unref_text);
  self->failed = g_hash_table_new (NULL, NULL);
  g_queue_init (&self->order);
}

YsPageTexts *
ys_page_texts_new (YsPaperReader *reader)
{
  YsPageTexts *self;

  g_return_val_if_fail (YS_IS_PAPER_READER (reader), NULL);

  self = g_object_new (YS_TYPE_PAGE_TEXTS, NULL);
  self->reader = g_object_ref (reader);
  return self;
}
