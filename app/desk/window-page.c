/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window does through the page in view: printing, searching within it, and leaving it the
 * whole screen. */
#include "desk/window-private.h"

#include "desk/paper/paper-page.h"

gboolean
ys_window_page_has (YsWindow *self, const char *action)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  const GVariantType *parameter;
  const char *name, *property;
  GType owner;

  /* GTK 4.8 wants every place for an answer. */
  for (guint i = 0; page != NULL
                    && gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (page), i, &owner, &name,
                                                      &parameter, &property);
       i++)
    if (g_str_equal (name, action))
      return TRUE;
  return FALSE;
}

/* Full screen is for documents: the page alone, and what led there is away meanwhile. */
static void
show_frame (YsWindow *self)
{
  gboolean alone = gtk_window_is_fullscreen (GTK_WINDOW (self))
                   && YS_IS_PAPER_PAGE (gtk_stack_get_visible_child (self->pages));

  if (alone == self->page_alone)
    return;
  self->page_alone = alone;
  if (alone)
    self->had_sidebar = adw_flap_get_reveal_flap (self->sidebar);
  adw_flap_set_reveal_flap (self->sidebar, !alone && self->had_sidebar);
  gtk_widget_set_visible (self->header, !alone);
}

static gboolean
show_frame_cb (gpointer data)
{
  YsWindow *self = data;

  if (self->whole != NULL)
    show_frame (self);
  return G_SOURCE_REMOVE;
}

/* The news comes while the window is laid out, when nothing may be hidden. */
static void
fullscreened_cb (YsWindow *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_frame_cb, g_object_ref (self), g_object_unref);
}

void
ys_window_page_shown (YsWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print",
                                 ys_window_page_has (self, "page.print"));
  show_frame (self);
}

void
ys_window_page_init (YsWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print", FALSE);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
}
