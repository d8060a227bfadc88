/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When the window appears: with its docket in it if that is read in the time one does not notice, so
 * that nothing is drawn and laid out that is gone a moment later. */
#include "desk/window-private.h"

/* A longer wait would be taken for a program that does not start. */
#define WAIT_MS 250

void
ys_window_end_wait (YsWindow *self)
{
  if (self->wait == 0)
    return;
  g_clear_handle_id (&self->wait, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
waited_cb (gpointer user_data)
{
  YsWindow *self = user_data;

  self->wait = 0;
  gtk_window_present (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

void
ys_window_present_filled (YsWindow *self)
{
  g_return_if_fail (YS_IS_WINDOW (self));

  if (self->context != NULL || self->opening == NULL || gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      gtk_window_present (GTK_WINDOW (self));
      return;
    }
  if (self->wait == 0)
    self->wait = g_timeout_add (WAIT_MS, waited_cb, self);
  /* Styles, icons and faces of letters are got meanwhile. */
  gtk_widget_measure (GTK_WIDGET (self->sidebar), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                      NULL);
}

void
ys_window_page_filled (GtkWidget *from)
{
  YsWindow *self = ys_window_find (from);

  if (self != NULL)
    ys_window_end_wait (self);
}
