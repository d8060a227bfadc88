/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window tells: failures in their one place, and what was done. */
#include "desk/window-private.h"

void
ys_window_tell_failure (GtkWidget *from, const GError *error)
{
  YsWindow *self = ys_window_find (from);

  g_return_if_fail (error != NULL);
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_label_set_text (self->failure_text, error->message);
  gtk_revealer_set_reveal_child (self->failure, TRUE);
}

void
ys_window_tell (GtkWidget *from, const char *sentence)
{
  YsWindow *self = ys_window_find (from);

  if (self == NULL)
    return;
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (sentence));
  /* GTK 4.8 cannot announce: a label of role status repeats the toast for screen readers. */
  gtk_label_set_text (self->last_message, sentence);
}

void
ys_window_close_failure_cb (GtkButton *button, YsWindow *self)
{
  gtk_revealer_set_reveal_child (self->failure, FALSE);
}
