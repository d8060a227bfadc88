/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document is opened on the docket's thread and its view built when it is there. Another document
 * of the case takes everything of the first away with it. */
#include "desk/paper/paper-page-private.h"

#include <math.h>

#include "desk/case/words.h"
#include "desk/paper/paper-source.h"
#include "desk/window.h"
#include "wording/i18n.h"

G_DEFINE_FINAL_TYPE (YsPaperPage, ys_paper_page, GTK_TYPE_BOX)

static const char *const of_documents[] = {
  "page.print",        "page.search",          "document.zoom-in",     "document.zoom-out",
  "document.zoom",     "document.rotate-left", "document.rotate-right", "document.find-next",
  "document.find-previous",
};

const YsViewFile *
ys_paper_page_get_file (YsPaperPage *self)
{
  return g_ptr_array_index (self->case_view->files, self->index);
}

const char *
ys_paper_page_get_case_id (YsPaperPage *self)
{
  g_return_val_if_fail (YS_IS_PAPER_PAGE (self), NULL);
  return self->case_view->casefile->id;
}

/* --- what the bar says ------------------------------------------------------------------------ */

static void
show_position (YsPaperPage *self)
{
  guint page = ys_paper_view_get_page (self->view);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *zoom
    = g_strdup_printf (_("%d %%"), (int) floor (ys_paper_view_get_zoom (self->view) * 100 + 0.5));
  YsPaperFit fit = ys_paper_view_get_fit (self->view);

  self->showing = TRUE;
  if (!gtk_widget_has_focus (GTK_WIDGET (self->page_entry))
      && (gtk_widget_get_state_flags (GTK_WIDGET (self->page_entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    gtk_editable_set_text (GTK_EDITABLE (self->page_entry), number);
  gtk_menu_button_set_label (self->zoom_button, zoom);
  gtk_toggle_button_set_active (self->fit_width, fit == YS_PAPER_FIT_WIDTH);
  gtk_toggle_button_set_active (self->fit_page, fit == YS_PAPER_FIT_PAGE);
  self->showing = FALSE;
  ys_page_strip_set_page (self->strip, page, ys_paper_view_get_turn (self->view));
  ys_page_text_pane_set_page (self->text_pane, ys_paper_view_get_texts (self->view), page);
}

static void
moved_cb (YsPaperView *view, YsPaperPage *self)
{
  show_position (self);
}

static void
chosen_cb (YsPageStrip *strip, guint page, YsPaperPage *self)
{
  ys_paper_view_go_to_page (self->view, page);
}

static void
page_entered_cb (GtkEntry *entry, YsPaperPage *self)
{
  guint64 page;
  guint n = self->reader != NULL ? ys_paper_reader_get_n_pages (self->reader) : 0;

  if (n == 0)
    return;
  if (g_ascii_string_to_unsigned (gtk_editable_get_text (GTK_EDITABLE (entry)), 10, 1, n, &page,
                                  NULL))
    {
      ys_paper_view_go_to_page (self->view, (guint) page - 1);
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
    }
  else
    {
      g_autofree char *sentence
        = g_strdup_printf (ngettext ("The document has %u page.", "The document has %u pages.", n),
                           n);

      ys_window_tell (GTK_WIDGET (self), sentence);
      gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
    }
}

static void
page_left_cb (GtkEventControllerFocus *focus, YsPaperPage *self)
{
  g_autofree char *number = NULL;

  if (self->view == NULL)
    return;
  number = g_strdup_printf ("%u", ys_paper_view_get_page (self->view) + 1);
  gtk_editable_set_text (GTK_EDITABLE (self->page_entry), number);
}

static void
fit_toggled_cb (GtkToggleButton *button, YsPaperPage *self)
{
  YsPaperFit fit = button == self->fit_width ? YS_PAPER_FIT_WIDTH : YS_PAPER_FIT_PAGE;

  if (self->showing || self->view == NULL)
    return;
  ys_paper_view_set_fit (self->view,
                         gtk_toggle_button_get_active (button) ? fit : YS_PAPER_FIT_NONE);
}

/* --- a document ------------------------------------------------------------------------------- */

static void
enable_actions (YsPaperPage *self)
{
  gboolean has = self->view != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_documents); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_documents[i], has);
  gtk_widget_set_sensitive (GTK_WIDGET (self->page_entry), has);
  gtk_widget_set_sensitive (GTK_WIDGET (self->zoom_button), has);
  gtk_widget_set_sensitive (GTK_WIDGET (self->fit_width), has);
  gtk_widget_set_sensitive (GTK_WIDGET (self->fit_page), has);
  gtk_widget_set_sensitive (GTK_WIDGET (self->search_button), has);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.previous-file", self->index > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.next-file",
                                 self->index + 1 < self->case_view->files->len);
}

static void
close_document (YsPaperPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  ys_paper_page_find_end (self);
  if (self->view_place != NULL)
    gtk_scrolled_window_set_child (self->view_place, NULL);
  if (self->strip_place != NULL)
    gtk_scrolled_window_set_child (self->strip_place, NULL);
  self->view = NULL;
  self->strip = NULL;
  g_clear_object (&self->reader);
}

static void
show_about (YsPaperPage *self)
{
  const YsViewFile *file = ys_paper_page_get_file (self);
  guint n = self->reader != NULL ? ys_paper_reader_get_n_pages (self->reader) : 0;
  g_autofree char *count = g_strdup_printf ("/ %u", n);

  gtk_label_set_text (self->name, file->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), file->name);
  gtk_label_set_text (self->about, ys_word_name ("role", file->role));
  gtk_label_set_text (self->page_count, n > 0 ? count : "");
  if (n == 0)
    gtk_editable_set_text (GTK_EDITABLE (self->page_entry), "");
}

static void
show_document (YsPaperPage *self, YsPaperReader *reader)
{
  self->reader = g_object_ref (reader);
  self->view = g_object_new (YS_TYPE_PAPER_VIEW, NULL);
  self->strip = g_object_new (YS_TYPE_PAGE_STRIP, NULL);
  ys_paper_view_set_reader (self->view, reader);
  ys_page_strip_set_reader (self->strip, reader);
  g_signal_connect_object (self->view, "moved", G_CALLBACK (moved_cb), self, 0);
  g_signal_connect_object (self->strip, "chosen", G_CALLBACK (chosen_cb), self, 0);
  gtk_scrolled_window_set_child (self->view_place, GTK_WIDGET (self->view));
  gtk_scrolled_window_set_child (self->strip_place, GTK_WIDGET (self->strip));
  ys_paper_page_find_begin (self);
  ys_paper_page_out_begin (self);
  gtk_stack_set_visible_child_name (self->stack, "document");
  show_about (self);
  enable_actions (self);
  show_position (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsPaperPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsPaperReader) reader = ys_paper_source_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->stack == NULL)
    return;
  if (reader != NULL && ys_paper_reader_get_n_pages (reader) > 0)
    {
      show_document (self, reader);
      return;
    }
  if (error == NULL)
    error = ys_paper_error_of_document (YS_PAPER_ERROR_NOT_PDF);
  adw_status_page_set_description (self->failed, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
open_document (YsPaperPage *self)
{
  close_document (self);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "loading");
  show_about (self);
  enable_actions (self);
  ys_paper_source_open_kept_async (self->context, ys_paper_page_get_file (self)->digest,
                                   self->cancellable, opened_cb, g_object_ref (self));
}

/* --- actions ---------------------------------------------------------------------------------- */

static void
step_zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ys_paper_view_step_zoom (YS_PAPER_PAGE (widget)->view, g_str_equal (name, "document.zoom-in"));
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ys_paper_view_set_zoom (YS_PAPER_PAGE (widget)->view, g_variant_get_double (parameter));
}

static void
rotate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsPaperView *view = YS_PAPER_PAGE (widget)->view;
  guint by = g_str_equal (name, "document.rotate-left") ? 270 : 90;

  ys_paper_view_set_turn (view, (ys_paper_view_get_turn (view) + by) % 360);
}

static void
step_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsPaperPage *self = YS_PAPER_PAGE (widget);

  if (g_str_equal (name, "document.next-file"))
    self->index = MIN (self->index + 1, self->case_view->files->len - 1);
  else if (self->index > 0)
    self->index--;
  open_document (self);
}

static void
fullscreen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (!GTK_IS_WINDOW (root))
    return;
  if (gtk_window_is_fullscreen (GTK_WINDOW (root)))
    gtk_window_unfullscreen (GTK_WINDOW (root));
  else
    gtk_window_fullscreen (GTK_WINDOW (root));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (!GTK_IS_WINDOW (root) || !gtk_window_is_fullscreen (GTK_WINDOW (root)))
    return FALSE;
  gtk_window_unfullscreen (GTK_WINDOW (root));
  return TRUE;
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ys_paper_page_dispose (GObject *object)
{
  YsPaperPage *self = YS_PAPER_PAGE (object);

  close_document (self);
  g_clear_object (&self->chooser);
  g_clear_weak_pointer (&self->printing);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_PAPER_PAGE);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ys_paper_page_parent_class)->dispose (object);
}

static void
ys_paper_page_finalize (GObject *object)
{
  g_clear_pointer (&YS_PAPER_PAGE (object)->case_view, ys_case_view_unref);
  G_OBJECT_CLASS (ys_paper_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, GDK_CONTROL_MASK, "document.zoom-in" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "document.zoom-in" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "document.zoom-out" },
    { GDK_KEY_Page_Up, GDK_ALT_MASK, "document.previous-file" },
    { GDK_KEY_Page_Down, GDK_ALT_MASK, "document.next-file" },
    { GDK_KEY_F11, 0, "document.fullscreen" },
  };

  gtk_widget_class_install_action (klass, "document.zoom-in", NULL, step_zoom_action);
  gtk_widget_class_install_action (klass, "document.zoom-out", NULL, step_zoom_action);
  gtk_widget_class_install_action (klass, "document.zoom", "d", zoom_action);
  gtk_widget_class_install_action (klass, "document.rotate-left", NULL, rotate_action);
  gtk_widget_class_install_action (klass, "document.rotate-right", NULL, rotate_action);
  gtk_widget_class_install_action (klass, "document.next-file", NULL, step_file_action);
  gtk_widget_class_install_action (klass, "document.previous-file", NULL, step_file_action);
  gtk_widget_class_install_action (klass, "document.fullscreen", NULL, fullscreen_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].modifiers, keys[i].action,
                                         NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, YsPaperPage, name);
  gtk_widget_class_bind_template_child (klass, YsPaperPage, about);
  gtk_widget_class_bind_template_child (klass, YsPaperPage, text_button);
  gtk_widget_class_bind_template_child (klass, YsPaperPage, page_entry);
  gtk_widget_class_bind_template_child (klass, YsPaperPage, page_count);
  gtk_widget_class_bind_template_child (klass, YsPaperPage, zoom_button);
  gtk_widget_class_bind_template_child (klass, YsPaperPage, fit_width);
  gtk_widget_class_bind_template_child (klass, YsPaperPage, fit_page);
  gtk_widget_class_bind_template_child (klass, YsPaperPage, search_button);
  gtk_widget_class_bind_template_child (klass, YsPaperPage, search_bar);
  gtk_widget_class_bind_template_child (klass, YsPaperPage, search_entry);
  gtk_widget_class_bind_template_child (klass, YsPaperPage, hits);
  gtk_widget_class_bind_template_child (klass, YsPaperPage, progress);
  gtk_widget_class_bind_template_child (klass, YsPaperPage, stop_button);
  gtk_widget_class_bind_template_child (klass, YsPaperPage, stack);
  gtk_widget_class_bind_template_child (klass, YsPaperPage, failed);
  gtk_widget_class_bind_template_child (klass, YsPaperPage, strip_place);
  gtk_widget_class_bind_template_child (klass, YsPaperPage, view_place);
  gtk_widget_class_bind_template_child (klass, YsPaperPage, text_pane);
  gtk_widget_class_bind_template_callback (klass, page_entered_cb);
  gtk_widget_class_bind_template_callback (klass, page_left_cb);
  gtk_widget_class_bind_template_callback (klass, fit_toggled_cb);
}

static void
ys_paper_page_class_init (YsPaperPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_paper_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_paper_page_finalize;
  g_type_ensure (YS_TYPE_PAGE_TEXT_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/paper/paper-page.ui");
  bind_children (widget_class);
  install_actions (widget_class);
  ys_paper_page_find_class_init (widget_class);
  ys_paper_page_out_class_init (widget_class);
}

static void
ys_paper_page_init (YsPaperPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}

GtkWidget *
ys_paper_page_new (YsContext *context, YsCaseView *view, gint64 seq)
{
  g_return_val_if_fail (YS_IS_CONTEXT (context) && view != NULL && view->files->len > 0, NULL);

  YsPaperPage *self = g_object_new (YS_TYPE_PAPER_PAGE, NULL);

  self->context = g_object_ref (context);
  self->case_view = ys_case_view_ref (view);
  for (guint i = 0; i < view->files->len; i++)
    if (((const YsViewFile *) g_ptr_array_index (view->files, i))->seq == seq)
      self->index = i;
  open_document (self);
  return GTK_WIDGET (self);
}
