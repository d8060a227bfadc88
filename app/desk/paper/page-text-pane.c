/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A string list behind a GtkListView. */
#include "desk/paper/page-text-pane.h"

#include "wording/i18n.h"

struct _YsPageTextPane
{
  GtkBox parent_instance;

  GtkStack *stack; /* "lines" or "none" */
  GtkLabel *none;
  GtkListView *list;

  GtkStringList *lines;
  YsPageTexts *texts;
  guint page;
  gboolean is_shown; /* the lines are those of the page */
};

G_DEFINE_FINAL_TYPE (YsPageTextPane, ys_page_text_pane, GTK_TYPE_BOX)

static void
show_lines (YsPageTextPane *self, YsPaperText *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? ys_paper_text_get_string (text) : "", "\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) full = NULL;

  for (char **line = lines; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0')
      g_strv_builder_add (builder, *line);
  full = g_strv_builder_end (builder);
  gtk_string_list_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                          (const char *const *) full);
  gtk_stack_set_visible_child_name (self->stack, *full != NULL ? "lines" : "none");
}

static void
update (YsPageTextPane *self)
{
  YsPaperText *text;
  gboolean has_failed;

  if (self->texts == NULL || self->is_shown || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  text = ys_page_texts_get (self->texts, self->page);
  has_failed = ys_page_texts_has_failed (self->texts, self->page);
  self->is_shown = text != NULL || has_failed;
  gtk_label_set_text (self->none, has_failed ? _("The words of this page cannot be read.")
                                  : text != NULL
                                    ? _("This page has no words: it may be a scanned picture.")
                                    : _("Reading the page"));
  show_lines (self, text);
}

static void
arrived_cb (YsPageTexts *texts, guint page, YsPageTextPane *self)
{
  if (page == self->page)
    update (self);
}

void
ys_page_text_pane_set_page (YsPageTextPane *self, YsPageTexts *texts, guint page)
{
  g_return_if_fail (YS_IS_PAGE_TEXT_PANE (self) && YS_IS_PAGE_TEXTS (texts));

  if (texts == self->texts && page == self->page)
    return;
  if (g_set_object (&self->texts, texts))
    g_signal_connect_object (texts, "arrived", G_CALLBACK (arrived_cb), self, 0);
  self->page = page;
  self->is_shown = FALSE;
  update (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkStringObject *line = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (line));
}

static void
ys_page_text_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ys_page_text_pane_parent_class)->map (widget);
  update (YS_PAGE_TEXT_PANE (widget));
}

static void
ys_page_text_pane_dispose (GObject *object)
{
  YsPageTextPane *self = YS_PAGE_TEXT_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_PAGE_TEXT_PANE);
  g_clear_object (&self->texts);
  g_clear_object (&self->lines);
  G_OBJECT_CLASS (ys_page_text_pane_parent_class)->dispose (object);
}

static void
ys_page_text_pane_class_init (YsPageTextPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_page_text_pane_dispose;
  widget_class->map = ys_page_text_pane_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/paper/page-text-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, YsPageTextPane, stack);
  gtk_widget_class_bind_template_child (widget_class, YsPageTextPane, none);
  gtk_widget_class_bind_template_child (widget_class, YsPageTextPane, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
ys_page_text_pane_init (YsPageTextPane *self)
{
  self->lines = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (gtk_no_selection_new (
                                         G_LIST_MODEL (g_object_ref (self->lines)))));
}
