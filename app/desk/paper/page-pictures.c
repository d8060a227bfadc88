/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table of what was asked and one of what is there, both by picture; the longest unused goes
 * first. */
#include "desk/paper/page-pictures.h"

typedef struct
{
  YsPaperPicture picture; /* the key: must stay first */
  GdkTexture *texture;
  gsize bytes;
  guint wanted;           /* the round in which it was wanted last */
  GList link;             /* in "used" */
} Kept;

typedef struct
{
  YsPaperPicture picture; /* the key: must stay first */
  YsPagePictures *owner;
  GCancellable *cancellable;
  guint wanted;
} Asked;

struct _YsPagePictures
{
  GObject parent_instance;

  YsPaperReader *reader;
  gsize most_bytes;
  gsize bytes;
  guint round;
  guint n_asked;
  GHashTable *kept;     /* YsPaperPicture → Kept */
  GQueue used;          /* of Kept, the last used first */
  GHashTable *asked;    /* YsPaperPicture → Asked; not owned, the callback frees */
  GHashTable *failures; /* page → GError */
};

G_DEFINE_FINAL_TYPE (YsPagePictures, ys_page_pictures, G_TYPE_OBJECT)

enum
{
  ARRIVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- keys ------------------------------------------------------------------------------------- */

static guint
hash_picture (gconstpointer key)
{
  const YsPaperPicture *picture = key;

  return (picture->page * 31 + picture->width) * 31 + picture->turn + picture->part_x * 7
         + picture->part_y * 13;
}

static gboolean
pictures_are_equal (gconstpointer a, gconstpointer b)
{
  const YsPaperPicture *one = a, *other = b;

  return one->page == other->page && one->width == other->width && one->turn == other->turn
         && one->part_x == other->part_x && one->part_y == other->part_y
         && one->part_width == other->part_width && one->part_height == other->part_height;
}

static void
kept_free (gpointer data)
{
  Kept *self = data;

  g_object_unref (self->texture);
  g_free (self);
}

/* --- what is there ---------------------------------------------------------------------------- */

static void
drop (YsPagePictures *self, Kept *kept)
{
  g_queue_unlink (&self->used, &kept->link);
  self->bytes -= kept->bytes;
  g_hash_table_remove (self->kept, &kept->picture);
}

static void
make_room (YsPagePictures *self)
{
  GList *at = self->used.tail;

  while (at != NULL && self->bytes > self->most_bytes)
    {
      Kept *kept = at->data;

      at = at->prev;
      if (kept->wanted != self->round)
        drop (self, kept);
    }
}

/* The surface lives as long as the texture, the bytes as long as the surface. */
static void
add_surface (GdkTexture *texture, YsPaperPixels *pixels)
{
  static const cairo_user_data_key_t key;
  cairo_surface_t *surface = cairo_image_surface_create_for_data (
    (guchar *) g_bytes_get_data (pixels->bytes, NULL), CAIRO_FORMAT_ARGB32, pixels->width,
    pixels->height, (int) pixels->stride);

  cairo_surface_set_user_data (surface, &key, g_bytes_ref (pixels->bytes),
                               (cairo_destroy_func_t) (GCallback) g_bytes_unref);
  g_object_set_data_full (G_OBJECT (texture), "surface", surface,
                          (GDestroyNotify) cairo_surface_destroy);
}

cairo_surface_t *
ys_page_pictures_get_surface (GdkTexture *picture)
{
  return g_object_get_data (G_OBJECT (picture), "surface");
}

static void
keep (YsPagePictures *self, const YsPaperPicture *picture, YsPaperPixels *pixels)
{
  Kept *kept = g_new0 (Kept, 1);

  kept->picture = *picture;
  kept->texture = gdk_memory_texture_new (pixels->width, pixels->height, GDK_MEMORY_DEFAULT,
                                          pixels->bytes, pixels->stride);
  add_surface (kept->texture, pixels);
  kept->bytes = g_bytes_get_size (pixels->bytes);
  kept->wanted = self->round;
  kept->link.data = kept;
  g_queue_push_head_link (&self->used, &kept->link);
  self->bytes += kept->bytes;
  g_hash_table_insert (self->kept, &kept->picture, kept);
  make_room (self);
}

GdkTexture *
ys_page_pictures_get (YsPagePictures *self, const YsPaperPicture *picture)
{
  Kept *kept;

  g_return_val_if_fail (YS_IS_PAGE_PICTURES (self), NULL);

  kept = g_hash_table_lookup (self->kept, picture);
  return kept != NULL ? kept->texture : NULL;
}

GdkTexture *
ys_page_pictures_get_any (YsPagePictures *self, guint page, guint turn)
{
  g_return_val_if_fail (YS_IS_PAGE_PICTURES (self), NULL);

  for (GList *at = self->used.head; at != NULL; at = at->next)
    {
      Kept *kept = at->data;

      if (kept->picture.page == page && kept->picture.turn == turn && kept->picture.part_width == 0)
        return kept->texture;
    }
  return NULL;
}

const GError *
ys_page_pictures_get_failure (YsPagePictures *self, guint page)
{
  g_return_val_if_fail (YS_IS_PAGE_PICTURES (self), NULL);
  return g_hash_table_lookup (self->failures, GUINT_TO_POINTER (page));
}

/* --- asking ----------------------------------------------------------------------------------- */

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  g_autoptr (YsPagePictures) self = asked->owner;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsPaperPixels) pixels
    = ys_paper_reader_render_finish (YS_PAPER_READER (source), result, &error);
  gboolean is_ours = g_hash_table_lookup (self->asked, &asked->picture) == asked;
  guint page = asked->picture.page;

  if (is_ours)
    g_hash_table_remove (self->asked, &asked->picture);
  /* What was cancelled may have been asked again meanwhile, and even have come. */
  if (pixels != NULL && !g_hash_table_contains (self->kept, &asked->picture))
    keep (self, &asked->picture, pixels);
  if (error != NULL && is_ours && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    g_hash_table_replace (self->failures, GUINT_TO_POINTER (page), g_error_copy (error));
  g_object_unref (asked->cancellable);
  g_free (asked);
  if (is_ours)
    g_signal_emit (self, signals[ARRIVED], 0, page);
}

static void
ask (YsPagePictures *self, const YsPaperPicture *picture, YsPaperUrgency urgency)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->picture = *picture;
  asked->owner = g_object_ref (self);
  asked->cancellable = g_cancellable_new ();
  asked->wanted = self->round;
  g_hash_table_insert (self->asked, &asked->picture, asked);
  self->n_asked++;
  ys_paper_reader_render_async (self->reader, picture, urgency, asked->cancellable, drawn_cb,
                                asked);
}

void
ys_page_pictures_begin (YsPagePictures *self)
{
  g_return_if_fail (YS_IS_PAGE_PICTURES (self));
  self->round++;
}

void
ys_page_pictures_want (YsPagePictures *self, const YsPaperPicture *picture, YsPaperUrgency urgency)
{
  Kept *kept;
  Asked *asked;

  g_return_if_fail (YS_IS_PAGE_PICTURES (self));

  kept = g_hash_table_lookup (self->kept, picture);
  asked = g_hash_table_lookup (self->asked, picture);
  if (kept != NULL)
    {
      kept->wanted = self->round;
      g_queue_unlink (&self->used, &kept->link);
      g_queue_push_head_link (&self->used, &kept->link);
    }
  else if (asked != NULL)
    asked->wanted = self->round;
  else if (!g_hash_table_contains (self->failures, GUINT_TO_POINTER (picture->page)))
    ask (self, picture, urgency);
}

static gboolean
cancel_unwanted (gpointer key, gpointer value, gpointer data)
{
  YsPagePictures *self = data;
  Asked *asked = value;

  if (asked->wanted == self->round)
    return FALSE;
  g_cancellable_cancel (asked->cancellable);
  return TRUE;
}

void
ys_page_pictures_end (YsPagePictures *self)
{
  g_return_if_fail (YS_IS_PAGE_PICTURES (self));
  g_hash_table_foreach_remove (self->asked, cancel_unwanted, self);
  make_room (self);
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ys_page_pictures_dispose (GObject *object)
{
  YsPagePictures *self = YS_PAGE_PICTURES (object);

  g_clear_object (&self->reader);
  G_OBJECT_CLASS (ys_page_pictures_parent_class)->dispose (object);
}

static void
ys_page_pictures_finalize (GObject *object)
{
  YsPagePictures *self = YS_PAGE_PICTURES (object);

  g_hash_table_unref (self->asked);
  g_hash_table_unref (self->kept);
  g_hash_table_unref (self->failures);
  G_OBJECT_CLASS (ys_page_pictures_parent_class)->finalize (object);
}

static void
ys_page_pictures_class_init (YsPagePicturesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ys_page_pictures_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_page_pictures_finalize;
  signals[ARRIVED] = g_signal_new ("arrived", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
ys_page_pictures_init (YsPagePictures *self)
{
  self->kept = g_hash_table_new_full (hash_picture, pictures_are_equal, NULL, kept_free);
  self->asked = g_hash_table_new (hash_picture, pictures_are_equal);
  self->failures = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_error_free);
  g_queue_init (&self->used);
}

YsPagePictures *
ys_page_pictures_new (YsPaperReader *reader, gsize most_bytes)
{
  YsPagePictures *self;

  g_return_val_if_fail (YS_IS_PAPER_READER (reader), NULL);

  self = g_object_new (YS_TYPE_PAGE_PICTURES, NULL);
  self->reader = g_object_ref (reader);
  self->most_bytes = most_bytes;
  return self;
}

guint
ys_page_pictures_count_asked (YsPagePictures *self)
{
  return self->n_asked;
}

guint
ys_page_pictures_count_waiting (YsPagePictures *self)
{
  return g_hash_table_size (self->asked);
}

gsize
ys_page_pictures_count_bytes (YsPagePictures *self)
{
  return self->bytes;
}
