/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawn at the size it is shown in, so that no toolkit scales it. */
#include "desk/paper/paper-thumbnail.h"

#include <math.h>

struct _YsPaperThumbnail
{
  GtkWidget parent_instance;

  YsContext *context;
  char *digest;
  GFile *file;
  int width;
  int height;
  GCancellable *cancellable; /* once it was asked for */
  YsFirstPage *page;
};

G_DEFINE_FINAL_TYPE (YsPaperThumbnail, ys_paper_thumbnail, GTK_TYPE_WIDGET)

enum
{
  KNOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define ICON 24

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsPaperThumbnail) self = data;
  g_autoptr (GError) error = NULL;
  YsFirstPage *page = ys_first_page_finish (result, &error);

  if (page == NULL)
    return;
  g_clear_pointer (&self->page, ys_first_page_unref);
  self->page = page;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[KNOWN], 0);
}

static void
ask (YsPaperThumbnail *self)
{
  guint factor = (guint) gtk_widget_get_scale_factor (GTK_WIDGET (self));
  guint width = (guint) self->width * factor, height = (guint) self->height * factor;

  self->cancellable = g_cancellable_new ();
  if (self->digest != NULL)
    ys_first_page_of_kept_async (self->context, self->digest, width, height, self->cancellable,
                                 asked_cb, g_object_ref (self));
  else
    ys_first_page_of_file_async (self->file, width, height, self->cancellable, asked_cb,
                                 g_object_ref (self));
}

static void
ys_paper_thumbnail_map (GtkWidget *widget)
{
  YsPaperThumbnail *self = YS_PAPER_THUMBNAIL (widget);

  GTK_WIDGET_CLASS (ys_paper_thumbnail_parent_class)->map (widget);
  if (self->cancellable == NULL)
    ask (self);
}

static void
draw_icon (YsPaperThumbnail *self, GtkSnapshot *snapshot, const char *name)
{
  static const GdkRGBA ink = { 0.35, 0.35, 0.35, 1 };
  GtkIconTheme *theme
    = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GtkIconPaintable) icon
    = gtk_icon_theme_lookup_icon (theme, name, NULL, ICON,
                                  gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                  GTK_TEXT_DIR_NONE, 0);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (gtk_widget_get_width (GTK_WIDGET (self)) - ICON) / 2,
                                                (float) (gtk_widget_get_height (GTK_WIDGET (self)) - ICON) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON, ICON,
                                            &ink, 1);
  gtk_snapshot_restore (snapshot);
}

static void
ys_paper_thumbnail_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static const GdkRGBA edge = { 0, 0, 0, 0.22 };
  YsPaperThumbnail *self = YS_PAPER_THUMBNAIL (widget);
  GdkTexture *texture = self->page != NULL ? self->page->texture : NULL;
  float width = (float) self->width, height = (float) self->height;
  const float widths[] = { 1, 1, 1, 1 };
  const GdkRGBA colours[] = { edge, edge, edge, edge };
  GskRoundedRect outline;
  graphene_rect_t sheet;

  if (texture != NULL)
    {
      float factor = (float) gtk_widget_get_scale_factor (widget);

      width = MIN (width, (float) gdk_texture_get_width (texture) / factor);
      height = MIN (height, (float) gdk_texture_get_height (texture) / factor);
    }
  sheet = GRAPHENE_RECT_INIT (floorf (((float) gtk_widget_get_width (widget) - width) / 2),
                              floorf (((float) gtk_widget_get_height (widget) - height) / 2), width,
                              height);
  gtk_snapshot_append_color (snapshot, &white, &sheet);
  if (texture != NULL)
    gtk_snapshot_append_texture (snapshot, texture, &sheet);
  gsk_rounded_rect_init_from_rect (&outline, &sheet, 0);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
  if (texture == NULL)
    draw_icon (self, snapshot, self->page != NULL ? "dialog-warning-symbolic"
                                                  : "x-office-document-symbolic");
}

static void
ys_paper_thumbnail_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  YsPaperThumbnail *self = YS_PAPER_THUMBNAIL (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;
}

static void
ys_paper_thumbnail_dispose (GObject *object)
{
  YsPaperThumbnail *self = YS_PAPER_THUMBNAIL (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->context);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (ys_paper_thumbnail_parent_class)->dispose (object);
}

/* Removed from the window it is not worth its worker. */
static void
ys_paper_thumbnail_unroot (GtkWidget *widget)
{
  YsPaperThumbnail *self = YS_PAPER_THUMBNAIL (widget);

  if (self->page == NULL && self->cancellable != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      g_clear_object (&self->cancellable);
    }
  GTK_WIDGET_CLASS (ys_paper_thumbnail_parent_class)->unroot (widget);
}

static void
ys_paper_thumbnail_finalize (GObject *object)
{
  YsPaperThumbnail *self = YS_PAPER_THUMBNAIL (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->page, ys_first_page_unref);
  g_free (self->digest);
  G_OBJECT_CLASS (ys_paper_thumbnail_parent_class)->finalize (object);
}

static void
ys_paper_thumbnail_class_init (YsPaperThumbnailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_paper_thumbnail_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_paper_thumbnail_finalize;
  widget_class->map = ys_paper_thumbnail_map;
  widget_class->unroot = ys_paper_thumbnail_unroot;
  widget_class->measure = ys_paper_thumbnail_measure;
  widget_class->snapshot = ys_paper_thumbnail_snapshot;
  /* What it shows is said in words by the button or row around it. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  signals[KNOWN] = g_signal_new ("known", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_paper_thumbnail_init (YsPaperThumbnail *self)
{
}

static YsPaperThumbnail *
create (int height)
{
  YsPaperThumbnail *self = g_object_new (YS_TYPE_PAPER_THUMBNAIL, NULL);

  self->height = height;
  self->width = (int) lround (height / G_SQRT2);
  return self;
}

GtkWidget *
ys_paper_thumbnail_new_kept (YsContext *context, const char *digest, int height)
{
  g_return_val_if_fail (YS_IS_CONTEXT (context) && digest != NULL && height > 0, NULL);

  YsPaperThumbnail *self = create (height);

  self->context = g_object_ref (context);
  self->digest = g_strdup (digest);
  return GTK_WIDGET (self);
}

GtkWidget *
ys_paper_thumbnail_new_file (GFile *file, int height)
{
  g_return_val_if_fail (G_IS_FILE (file) && height > 0, NULL);

  YsPaperThumbnail *self = create (height);

  self->file = g_object_ref (file);
  return GTK_WIDGET (self);
}

YsFirstPage *
ys_paper_thumbnail_get_page (YsPaperThumbnail *self)
{
  g_return_val_if_fail (YS_IS_PAPER_THUMBNAIL (self), NULL);
  return self->page;
}
