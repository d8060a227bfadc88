/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A button a file. Opening and attaching are the page's business. */
#include "desk/case/documents.h"

#include "desk/case/words.h"
#include "desk/paper/paper-thumbnail.h"
#include "wording/i18n.h"

struct _YsDocuments
{
  GtkBox parent_instance;

  GtkLabel *count;
  GtkStack *stack; /* "empty" or "files" */
  GtkLabel *none;
  GtkBox *files;

  YsCaseView *view; /* as last shown, or NULL */
};

#define THUMBNAIL_HEIGHT 119

G_DEFINE_FINAL_TYPE (YsDocuments, ys_documents, GTK_TYPE_BOX)

static void
say_about (GtkWidget *button, const YsViewFile *file, guint n_pages, const GError *failure)
{
  GtkWidget *label = g_object_get_data (G_OBJECT (button), "counted");
  int pages = (int) MIN (file->pages > 0 ? file->pages : n_pages, G_MAXINT);
  g_autofree char *counted
    = pages > 0 ? g_strdup_printf (ngettext ("%d page", "%d pages", (gulong) pages), pages) : NULL;
  g_autofree char *about = g_strjoin (" · ", ys_word_name ("role", file->role), counted, NULL);
  g_autofree char *sentence = g_strdup_printf (_("Open %s, %s"), file->name, about);

  gtk_label_set_text (GTK_LABEL (label), counted);
  gtk_widget_set_tooltip_text (button, failure != NULL ? failure->message : file->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  failure != NULL ? failure->message : "", -1);
}

/* What the thumbnail learnt. */
static void
known_cb (YsPaperThumbnail *thumbnail, YsDocuments *self)
{
  GtkWidget *button = gtk_widget_get_ancestor (GTK_WIDGET (thumbnail), GTK_TYPE_BUTTON);
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (thumbnail), "index"));
  YsFirstPage *page = ys_paper_thumbnail_get_page (thumbnail);

  if (button != NULL && index < self->view->files->len)
    say_about (button, g_ptr_array_index (self->view->files, index), page->n_pages, page->failure);
}

static GtkWidget *
make_label (const char *text, PangoEllipsizeMode mode)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), mode);
  gtk_label_set_width_chars (GTK_LABEL (label), 13);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 13);
  return label;
}

static GtkWidget *
make_file (YsDocuments *self, YsContext *context, guint index)
{
  const YsViewFile *file = g_ptr_array_index (self->view->files, index);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *thumbnail = ys_paper_thumbnail_new_kept (context, file->digest, THUMBNAIL_HEIGHT);
  GtkWidget *role = make_label (ys_word_name ("role", file->role), PANGO_ELLIPSIZE_END);
  /* A line of its own, which its role cannot cut. */
  GtkWidget *counted = make_label (NULL, PANGO_ELLIPSIZE_END);

  gtk_widget_set_halign (thumbnail, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_bottom (thumbnail, 2);
  gtk_widget_add_css_class (role, "s");
  gtk_widget_add_css_class (role, "sub");
  gtk_widget_add_css_class (counted, "s");
  gtk_widget_add_css_class (counted, "sub");
  gtk_widget_add_css_class (counted, "num");
  gtk_box_append (GTK_BOX (box), thumbnail);
  gtk_box_append (GTK_BOX (box), make_label (file->name, PANGO_ELLIPSIZE_MIDDLE));
  gtk_box_append (GTK_BOX (box), role);
  gtk_box_append (GTK_BOX (box), counted);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "file");
  g_object_set_data (G_OBJECT (button), "counted", counted);
  g_object_set_data (G_OBJECT (thumbnail), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (thumbnail, "known", G_CALLBACK (known_cb), self, 0);
  say_about (button, file, 0, NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "case.open-file");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", file->seq);
  return button;
}

/* Most changes of a case leave its files alone, and then their pictures stay. */
static gboolean
files_are_equal (YsCaseView *a, YsCaseView *b)
{
  if (a == NULL || a->files->len != b->files->len)
    return FALSE;
  for (guint i = 0; i < a->files->len; i++)
    {
      const YsViewFile *one = g_ptr_array_index (a->files, i);
      const YsViewFile *other = g_ptr_array_index (b->files, i);

      if (one->seq != other->seq || !g_str_equal (one->digest, other->digest)
          || !g_str_equal (one->name, other->name) || g_strcmp0 (one->role, other->role) != 0)
        return FALSE;
    }
  return TRUE;
}

void
ys_documents_set_view (YsDocuments *self, YsContext *context, YsCaseView *view)
{
  g_return_if_fail (YS_IS_DOCUMENTS (self) && YS_IS_CONTEXT (context) && view != NULL);

  g_autofree char *count = g_strdup_printf ("%u", view->files->len);
  gboolean same = files_are_equal (self->view, view);
  GtkWidget *child;

  ys_case_view_ref (view);
  g_clear_pointer (&self->view, ys_case_view_unref);
  self->view = view;
  if (same)
    return;
  gtk_label_set_text (self->count, count);
  /* The template's own words ask for one. */
  if (ys_context_get_read_only_reason (context) != NULL)
    gtk_label_set_text (self->none, _("No files"));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->files))) != NULL)
    gtk_box_remove (self->files, child);
  for (guint i = 0; i < view->files->len; i++)
    gtk_box_append (self->files, make_file (self, context, i));
  gtk_stack_set_visible_child_name (self->stack, view->files->len > 0 ? "files" : "empty");
}

static void
ys_documents_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_DOCUMENTS);
  g_clear_pointer (&YS_DOCUMENTS (object)->view, ys_case_view_unref);
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
  gtk_widget_class_bind_template_child (widget_class, YsDocuments, none);
  gtk_widget_class_bind_template_child (widget_class, YsDocuments, files);
}

static void
ys_documents_init (YsDocuments *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
