/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page under way at a time, behind whatever is to be drawn. Of the text only two pages stay, for
 * words over the end of a page: the one read last, and the first, which is the next of the last. */
#include "desk/paper/paper-search.h"

struct _YsPaperSearch
{
  GObject parent_instance;

  YsPaperReader *reader;
  GCancellable *cancellable; /* of the search that runs, or NULL */
  char *words;
  guint from;
  guint n_read;
  guint n_unread;
  guint n_hits;
  YsPaperText *first; /* of page @from, or NULL */
  YsPaperText *last;  /* of the page read last, or NULL */
  GHashTable *hits;   /* page → GPtrArray of YsPaperHit, in order */
  gboolean has_current;
  guint page;       /* of the current hit */
  guint index;      /* in its page */
};

G_DEFINE_FINAL_TYPE (YsPaperSearch, ys_paper_search, G_TYPE_OBJECT)

enum
{
  PROGRESSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void ask_next (YsPaperSearch *self);

static void
hit_free (gpointer data)
{
  YsPaperHit *self = data;

  g_array_unref (self->boxes);
  g_clear_pointer (&self->rest, g_array_unref);
  g_free (self);
}

static void
tell (YsPaperSearch *self)
{
  g_signal_emit (self, signals[PROGRESSED], 0);
}

/* --- reading ---------------------------------------------------------------------------------- */

/* Behind the hits that @page has. Takes @rest over. */
static void
add_hit (YsPaperSearch *self, guint page, YsPaperText *text, YsPaperSpan span, GArray *rest)
{
  GPtrArray *hits = ys_paper_search_get_hits (self, page);
  YsPaperHit *hit = g_new0 (YsPaperHit, 1);

  if (hits == NULL)
    {
      hits = g_ptr_array_new_with_free_func (hit_free);
      g_hash_table_insert (self->hits, GUINT_TO_POINTER (page), hits);
    }
  hit->span = span;
  hit->boxes = ys_paper_text_boxes (text, span);
  hit->rest = rest;
  g_ptr_array_add (hits, hit);
  self->n_hits++;
  if (self->has_current)
    return;
  self->has_current = TRUE;
  self->page = page;
  self->index = 0;
}

/* Words that begin on @page and end on @next. What is whole on one page goes before them, so that
 * the order of reading makes no difference; @free_until is where the next page's first hit begins. */
static void
add_hit_across (YsPaperSearch *self, guint page, YsPaperText *text, YsPaperText *next,
                guint free_until)
{
  GPtrArray *hits = ys_paper_search_get_hits (self, page);
  const YsPaperHit *before = hits != NULL ? g_ptr_array_index (hits, hits->len - 1) : NULL;
  YsPaperSpan tail, head;

  if (self->n_hits >= YS_PAPER_SEARCH_MOST
      || !ys_paper_text_find_across (text, next, self->words, &tail, &head)
      || (before != NULL && tail.from < before->span.until) || head.until > free_until)
    return;
  add_hit (self, page, text, tail, ys_paper_text_boxes (next, head));
}

static guint
begin_of (YsPaperSearch *self, guint page)
{
  GPtrArray *hits = ys_paper_search_get_hits (self, page);

  return hits != NULL ? ((YsPaperHit *) g_ptr_array_index (hits, 0))->span.from : G_MAXUINT;
}

static void
add_hits (YsPaperSearch *self, guint page, YsPaperText *text)
{
  g_autoptr (GArray) spans = ys_paper_text_find (text, self->words);

  if (self->last != NULL && page > 0)
    add_hit_across (self, page - 1, self->last, text,
                    spans->len > 0 ? g_array_index (spans, YsPaperSpan, 0).from : G_MAXUINT);
  for (guint i = 0; i < spans->len && self->n_hits < YS_PAPER_SEARCH_MOST; i++)
    add_hit (self, page, text, g_array_index (spans, YsPaperSpan, i), NULL);
  if (self->first != NULL && page + 1 == self->from)
    add_hit_across (self, page, text, self->first, begin_of (self, self->from));
}

static void
forget_texts (YsPaperSearch *self)
{
  g_clear_pointer (&self->first, ys_paper_text_unref);
  g_clear_pointer (&self->last, ys_paper_text_unref);
}

/* @text is NULL if the page cannot be read. */
static void
keep_text (YsPaperSearch *self, guint page, YsPaperText *text)
{
  g_clear_pointer (&self->last, ys_paper_text_unref);
  self->last = text != NULL ? ys_paper_text_ref (text) : NULL;
  if (page == self->from && text != NULL)
    self->first = ys_paper_text_ref (text);
}

typedef struct
{
  YsPaperSearch *owner;
  GCancellable *cancellable; /* of the search it was asked for */
  guint page;
} Asked;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (YsPaperSearch) self = asked->owner;
  g_autoptr (GCancellable) cancellable = asked->cancellable;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsPaperText) text
    = ys_paper_reader_text_finish (YS_PAPER_READER (source), result, &error);

  if (cancellable != self->cancellable)
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    {
      ys_paper_search_stop (self);
      return;
    }
  self->n_read++;
  if (text != NULL)
    add_hits (self, asked->page, text);
  else
    self->n_unread++;
  keep_text (self, asked->page, text);
  ask_next (self);
  tell (self);
}

static void
ask_next (YsPaperSearch *self)
{
  guint n = ys_paper_reader_get_n_pages (self->reader);
  Asked *asked;

  if (self->n_read >= n || self->n_hits >= YS_PAPER_SEARCH_MOST)
    {
      g_clear_object (&self->cancellable);
      forget_texts (self);
      return;
    }
  asked = g_new0 (Asked, 1);
  asked->owner = g_object_ref (self);
  asked->cancellable = g_object_ref (self->cancellable);
  asked->page = (self->from + self->n_read) % n;
  ys_paper_reader_text_async (self->reader, asked->page, YS_PAPER_LATER, self->cancellable, read_cb,
                              asked);
}

static void
cancel (YsPaperSearch *self)
{
  g_autoptr (GCancellable) cancellable = g_steal_pointer (&self->cancellable);

  forget_texts (self);
  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);
}

void
ys_paper_search_start (YsPaperSearch *self, const char *words, guint from)
{
  g_return_if_fail (YS_IS_PAPER_SEARCH (self) && words != NULL);

  cancel (self);
  g_free (self->words);
  self->words = g_strdup (words);
  self->from = from;
  self->n_read = self->n_unread = self->n_hits = 0;
  self->has_current = FALSE;
  g_hash_table_remove_all (self->hits);
  if (*words != '\0')
    {
      self->cancellable = g_cancellable_new ();
      ask_next (self);
    }
  tell (self);
}

void
ys_paper_search_stop (YsPaperSearch *self)
{
  g_return_if_fail (YS_IS_PAPER_SEARCH (self));

  cancel (self);
  tell (self);
}

/* --- what was found --------------------------------------------------------------------------- */

gboolean
ys_paper_search_is_running (YsPaperSearch *self)
{
  return self->cancellable != NULL;
}

const char *
ys_paper_search_get_words (YsPaperSearch *self)
{
  return self->words != NULL ? self->words : "";
}

guint
ys_paper_search_count_hits (YsPaperSearch *self)
{
  return self->n_hits;
}

guint
ys_paper_search_count_pages (YsPaperSearch *self)
{
  return self->n_read;
}

guint
ys_paper_search_count_unread (YsPaperSearch *self)
{
  return self->n_unread;
}

GPtrArray *
ys_paper_search_get_hits (YsPaperSearch *self, guint page)
{
  return g_hash_table_lookup (self->hits, GUINT_TO_POINTER (page));
}

const YsPaperHit *
ys_paper_search_get_hit_from_before (YsPaperSearch *self, guint page)
{
  GPtrArray *hits = page > 0 ? ys_paper_search_get_hits (self, page - 1) : NULL;
  const YsPaperHit *last = hits != NULL ? g_ptr_array_index (hits, hits->len - 1) : NULL;

  return last != NULL && last->rest != NULL ? last : NULL;
}

gboolean
ys_paper_search_step (YsPaperSearch *self, gboolean forward)
{
  guint n = ys_paper_reader_get_n_pages (self->reader);
  GPtrArray *hits;
  guint page;

  g_return_val_if_fail (YS_IS_PAPER_SEARCH (self), FALSE);

  if (!self->has_current)
    return FALSE;
  hits = ys_paper_search_get_hits (self, self->page);
  page = self->page;
  if (forward && self->index + 1 < hits->len)
    self->index++;
  else if (!forward && self->index > 0)
    self->index--;
  else
    {
      do
        page = (page + (forward ? 1 : n - 1)) % n;
      while ((hits = ys_paper_search_get_hits (self, page)) == NULL);
      self->page = page;
      self->index = forward ? 0 : hits->len - 1;
    }
  tell (self);
  return TRUE;
}

const YsPaperHit *
ys_paper_search_get_current (YsPaperSearch *self, guint *page, guint *number)
{
  GHashTableIter iter;
  gpointer key, value;
  guint before = 0;

  g_return_val_if_fail (YS_IS_PAPER_SEARCH (self), NULL);

  if (!self->has_current)
    return NULL;
  g_hash_table_iter_init (&iter, self->hits);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_UINT (key) < self->page)
      before += ((GPtrArray *) value)->len;
  if (page != NULL)
    *page = self->page;
  if (number != NULL)
    *number = before + self->index + 1;
  return g_ptr_array_index (ys_paper_search_get_hits (self, self->page), self->index);
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ys_paper_search_finalize (GObject *object)
{
  YsPaperSearch *self = YS_PAPER_SEARCH (object);

  g_clear_object (&self->cancellable);
  forget_texts (self);
  g_object_unref (self->reader);
  g_hash_table_unref (self->hits);
  g_free (self->words);
  G_OBJECT_CLASS (ys_paper_search_parent_class)->finalize (object);
}

static void
ys_paper_search_class_init (YsPaperSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_paper_search_finalize;
  signals[PROGRESSED] = g_signal_new ("progressed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_paper_search_init (YsPaperSearch *self)
{
  self->hits = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

YsPaperSearch *
ys_paper_search_new (YsPaperReader *reader)
{
  YsPaperSearch *self;

  g_return_val_if_fail (YS_IS_PAPER_READER (reader), NULL);

  self = g_object_new (YS_TYPE_PAPER_SEARCH, NULL);
  self->reader = g_object_ref (reader);
  return self;
}
