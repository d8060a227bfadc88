/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two things are learnt of the file, each in its own time: its size, and what paper says of it. */
#include "desk/register/attachment-row.h"

#include "desk/paper/paper-thumbnail.h"
#include "paper/error.h"
#include "wording/i18n.h"

#define THUMBNAIL_HEIGHT 48

struct _YsAttachmentRow
{
  GtkBox parent_instance;

  GtkWidget *icon;      /* shown when something is wrong */
  GtkLabel *about;
  YsPaperThumbnail *thumbnail;

  GFile *file;
  char *name;
  char *size;
  char *missing;        /* why its size cannot be told, or NULL */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (YsAttachmentRow, ys_attachment_row, GTK_TYPE_BOX)

enum
{
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In a few words; the whole sentence is the tooltip. */
static const char *
describe_failure (const GError *failure)
{
  if (failure->domain != YS_PAPER_ERROR)
    return _("cannot be read");
  switch ((YsPaperError) failure->code)
    {
    case YS_PAPER_ERROR_NOT_PDF:
      return _("not a PDF, or damaged");
    case YS_PAPER_ERROR_ENCRYPTED:
      return _("locked with a password");
    case YS_PAPER_ERROR_TOO_LARGE:
      return _("too large to be shown");
    case YS_PAPER_ERROR_UNCONFINED:
    case YS_PAPER_ERROR_NOT_STARTED:
      return _("cannot be looked at here");
    case YS_PAPER_ERROR_TIMEOUT:
    case YS_PAPER_ERROR_CRASHED:
    default:
      return _("breaks the reader: be careful with it");
    }
}

static void
say (YsAttachmentRow *self)
{
  YsFirstPage *page = ys_paper_thumbnail_get_page (self->thumbnail);
  const GError *failure = page != NULL ? page->failure : NULL;
  const char *wrong = self->missing != NULL ? _("cannot be found")
                      : failure != NULL     ? describe_failure (failure)
                                            : NULL;
  int n = page != NULL ? (int) page->n_pages : 0;
  g_autofree char *pages
    = n > 0 ? g_strdup_printf (ngettext ("%d page", "%d pages", (gulong) n), n) : NULL;
  const char *parts[] = { wrong != NULL ? wrong : pages, self->size };
  g_autofree char *about = parts[0] != NULL && parts[1] != NULL
                             ? g_strjoin (" · ", parts[0], parts[1], NULL)
                             : g_strdup (parts[0] != NULL ? parts[0] : parts[1] != NULL ? parts[1] : "");
  g_autofree char *sentence = g_strjoin (" · ", self->name, about, NULL);

  gtk_label_set_text (self->about, about);
  gtk_widget_set_visible (self->icon, wrong != NULL);
  if (wrong != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->about), "warn");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->about),
                               self->missing != NULL ? self->missing
                               : failure != NULL     ? failure->message
                                                     : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
}

static void
known_cb (YsPaperThumbnail *thumbnail, YsAttachmentRow *self)
{
  say (self);
}

static void
info_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsAttachmentRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (info != NULL)
    self->size = g_format_size ((guint64) g_file_info_get_size (info));
  else
    self->missing = g_strdup (error->message);
  say (self);
}

static void
remove_cb (GtkButton *button, YsAttachmentRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
add_words (YsAttachmentRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *name = gtk_label_new (self->name);
  GtkWidget *about = gtk_label_new (NULL);

  self->icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  self->about = GTK_LABEL (about);
  gtk_widget_set_visible (self->icon, FALSE);
  gtk_widget_add_css_class (self->icon, "warn");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_width_chars (GTK_LABEL (name), 8);
  gtk_widget_set_tooltip_text (name, self->name);
  gtk_label_set_xalign (GTK_LABEL (about), 0);
  gtk_label_set_ellipsize (GTK_LABEL (about), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (about, "s");
  gtk_box_append (GTK_BOX (line), self->icon);
  gtk_box_append (GTK_BOX (line), about);
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), line);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (self), words);
}

static void
add_button (YsAttachmentRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *label = g_strdup_printf (_("Remove %s"), self->name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  gtk_box_append (GTK_BOX (self), button);
}

static void
ys_attachment_row_dispose (GObject *object)
{
  g_cancellable_cancel (YS_ATTACHMENT_ROW (object)->cancellable);
  G_OBJECT_CLASS (ys_attachment_row_parent_class)->dispose (object);
}

static void
ys_attachment_row_finalize (GObject *object)
{
  YsAttachmentRow *self = YS_ATTACHMENT_ROW (object);

  g_clear_object (&self->file);
  g_object_unref (self->cancellable);
  g_free (self->name);
  g_free (self->size);
  g_free (self->missing);
  G_OBJECT_CLASS (ys_attachment_row_parent_class)->finalize (object);
}

static void
ys_attachment_row_class_init (YsAttachmentRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ys_attachment_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_attachment_row_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_attachment_row_init (YsAttachmentRow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_box_set_spacing (GTK_BOX (self), 8);
}

GtkWidget *
ys_attachment_row_new (GFile *file)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  YsAttachmentRow *self = g_object_new (YS_TYPE_ATTACHMENT_ROW, NULL);
  g_autofree char *base = g_file_get_basename (file);
  GtkWidget *thumbnail = ys_paper_thumbnail_new_file (file, THUMBNAIL_HEIGHT);

  self->file = g_object_ref (file);
  self->name = g_filename_display_name (base);
  self->thumbnail = YS_PAPER_THUMBNAIL (thumbnail);
  gtk_widget_set_margin_top (thumbnail, 3);
  gtk_widget_set_margin_bottom (thumbnail, 3);
  gtk_box_append (GTK_BOX (self), thumbnail);
  add_words (self);
  add_button (self);
  g_signal_connect_object (thumbnail, "known", G_CALLBACK (known_cb), self, 0);
  say (self);
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, self->cancellable, info_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}

GFile *
ys_attachment_row_get_file (YsAttachmentRow *self)
{
  g_return_val_if_fail (YS_IS_ATTACHMENT_ROW (self), NULL);
  return self->file;
}
