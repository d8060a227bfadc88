/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A button a file. Opening and attaching are the page's business. */
#include "desk/case/documents.h"

#include "desk/case/words.h"
#include "wording/i18n.h"

struct _YsDocuments
{
  GtkBox parent_instance;

  GtkLabel *count;
  GtkStack *stack; /* "empty" or "files" */
  GtkBox *files;
};

G_DEFINE_FINAL_TYPE (YsDocuments, ys_documents, GTK_TYPE_BOX)

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), css_class != NULL ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_width_chars (GTK_LABEL (label), 15);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 15);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "sub");
    }
  return label;
}

static GtkWidget *
make_file (const YsViewFile *file)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *type = g_content_type_from_mime_type (file->media_type);
  g_autoptr (GIcon) icon = g_content_type_get_symbolic_icon (type != NULL ? type : "*");
  GtkWidget *image = gtk_image_new_from_gicon (icon);
  int pages = (int) MIN (file->pages, G_MAXINT);
  g_autofree char *counted
    = pages > 0 ? g_strdup_printf (ngettext ("%d page", "%d pages", (gulong) pages), pages) : NULL;
  g_autofree char *about = g_strjoin (" · ", ys_word_name ("role", file->role), counted, NULL);
  g_autofree char *sentence = g_strdup_printf (_("Open %s, %s"), file->name, about);

  gtk_image_set_pixel_size (GTK_IMAGE (image), 32);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), make_label (file->name, NULL));
  gtk_box_append (GTK_BOX (box), make_label (about, "s"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "file");
  gtk_widget_set_tooltip_text (button, file->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "case.open-file");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", file->seq);
  return button;
}

void
ys_documents_set_view (YsDocuments *self, YsCaseView *view)
{
  g_return_if_fail (YS_IS_DOCUMENTS (self) && view != NULL);

  g_autofree char *count = g_strdup_printf ("%u", view->files->len);
  GtkWidget *child;

  gtk_label_set_text (self->count, count);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->files))) != NULL)
    gtk_box_remove (self->files, child);
  for (guint i = 0; i < view->files->len; i++)
    gtk_box_append (self->files, make_file (g_ptr_array_index (view->files, i)));
  gtk_stack_set_visible_child_name (self->stack, view->files->len > 0 ? "files" : "empty");
}

static void
ys_documents_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_DOCUMENTS);
  G_OBJECT_CLASS (ys_documents_parent_class)->dispose (object);
}

static void
ys_documents_class_init (YsDocumentsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_documents_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/case/documents.ui");
  gtk_widget_class_bind_template_child (widget_class, YsDocuments, count);
  gtk_widget_class_bind_template_child (widget_class, YsDocuments, stack);
  gtk_widget_class_bind_template_child (widget_class, YsDocuments, files);
}

static void
ys_documents_init (YsDocuments *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
