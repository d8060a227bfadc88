/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The search bar of the page. */
#include "desk/paper/paper-page-private.h"

#include "wording/i18n.h"

/* As in the window's search: fast typing and input methods that commit piece by piece. */
#define SEARCH_DELAY_MS 250

/* --- what the bar says ------------------------------------------------------------------------ */

static char *
describe_hits (YsPaperSearch *search)
{
  guint n = ys_paper_search_count_hits (search), number;
  gboolean is_running = ys_paper_search_is_running (search);

  if (*ys_paper_search_get_words (search) == '\0')
    return g_strdup ("");
  if (ys_paper_search_get_current (search, NULL, &number) != NULL)
    return n >= YS_PAPER_SEARCH_MOST
             ? g_strdup_printf (_("%u of more than %u"), number, n)
             : g_strdup_printf (_("%u of %u"), number, n);
  if (is_running)
    return g_strdup (_("Searching"));
  if (ys_paper_search_count_unread (search) > 0)
    return g_strdup_printf (ngettext ("Nothing found; %u page could not be read",
                                      "Nothing found; %u pages could not be read",
                                      ys_paper_search_count_unread (search)),
                            ys_paper_search_count_unread (search));
  return g_strdup (_("Nothing found"));
}

static void
progressed_cb (YsPaperSearch *search, YsPaperPage *self)
{
  g_autofree char *text = describe_hits (search);
  gboolean is_running = ys_paper_search_is_running (search);
  gboolean has_hits = ys_paper_search_count_hits (search) > 0;
  guint n = ys_paper_reader_get_n_pages (self->reader);

  gtk_label_set_text (self->hits, text);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), is_running);
  gtk_widget_set_visible (self->stop_button, is_running);
  gtk_progress_bar_set_fraction (self->progress, (double) ys_paper_search_count_pages (search) / n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.find-next", has_hits);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.find-previous", has_hits);
  if (has_hits && !self->hit_was_shown)
    {
      self->hit_was_shown = TRUE;
      ys_paper_view_show_hit (self->view);
    }
}

/* --- searching -------------------------------------------------------------------------------- */

static gboolean
search_now (gpointer data)
{
  YsPaperPage *self = data;
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  self->search_delay = 0;
  if (self->search == NULL || g_str_equal (words, ys_paper_search_get_words (self->search)))
    return G_SOURCE_REMOVE;
  self->hit_was_shown = FALSE;
  ys_paper_search_start (self->search, words, ys_paper_view_get_page (self->view));
  return G_SOURCE_REMOVE;
}

static void
search_changed_cb (GtkSearchEntry *entry, YsPaperPage *self)
{
  g_clear_handle_id (&self->search_delay, g_source_remove);
  self->search_delay = g_timeout_add (SEARCH_DELAY_MS, search_now, self);
}

static void
step (YsPaperPage *self, gboolean forward)
{
  if (self->search != NULL && ys_paper_search_step (self->search, forward))
    ys_paper_view_show_hit (self->view);
}

static void
next_match_cb (GtkSearchEntry *entry, YsPaperPage *self)
{
  step (self, TRUE);
}

static void
previous_match_cb (GtkSearchEntry *entry, YsPaperPage *self)
{
  step (self, FALSE);
}

static void
stop_cb (GtkButton *button, YsPaperPage *self)
{
  if (self->search != NULL)
    ys_paper_search_stop (self->search);
}

/* Hits are marked as long as the bar is open. */
static void
bar_changed_cb (GtkSearchBar *bar, GParamSpec *pspec, YsPaperPage *self)
{
  if (gtk_search_bar_get_search_mode (bar))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
      search_now (self);
      return;
    }
  g_clear_handle_id (&self->search_delay, g_source_remove);
  if (self->search != NULL)
    ys_paper_search_start (self->search, "", 0);
  if (self->view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsPaperPage *self = YS_PAPER_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (YS_PAPER_PAGE (widget), g_str_equal (name, "document.find-next"));
}

/* --- making ----------------------------------------------------------------------------------- */

void
ys_paper_page_find_begin (YsPaperPage *self)
{
  self->search = ys_paper_search_new (self->reader);
  self->hit_was_shown = FALSE;
  g_signal_connect_object (self->search, "progressed", G_CALLBACK (progressed_cb), self, 0);
  ys_paper_view_set_search (self->view, self->search);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.find-next", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.find-previous", FALSE);
  /* Another document of the case, the same words. */
  if (gtk_search_bar_get_search_mode (self->search_bar))
    search_now (self);
}

void
ys_paper_page_find_end (YsPaperPage *self)
{
  g_clear_handle_id (&self->search_delay, g_source_remove);
  if (self->search == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->search, progressed_cb, self);
  ys_paper_search_stop (self->search);
  g_clear_object (&self->search);
}

void
ys_paper_page_find_class_init (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, search_changed_cb);
  gtk_widget_class_bind_template_callback (klass, next_match_cb);
  gtk_widget_class_bind_template_callback (klass, previous_match_cb);
  gtk_widget_class_bind_template_callback (klass, stop_cb);
  gtk_widget_class_bind_template_callback (klass, bar_changed_cb);
  gtk_widget_class_install_action (klass, "page.search", NULL, search_action);
  gtk_widget_class_install_action (klass, "document.find-next", NULL, find_action);
  gtk_widget_class_install_action (klass, "document.find-previous", NULL, find_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F3, 0, "document.find-next", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F3, GDK_SHIFT_MASK, "document.find-previous",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_g, GDK_CONTROL_MASK, "document.find-next",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "document.find-previous", NULL);
}
