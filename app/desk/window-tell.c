/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window tells: failures in their one place, and what was done. */
#include "desk/window-private.h"

#include "wording/i18n.h"

/* Long enough to see what one did, and to change one's mind. */
#define UNDO_SECONDS 10

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
ys_window_print (GtkWidget *from, GtkPrintOperation *operation)
{
  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));

  GtkRoot *root = gtk_widget_get_root (from);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error);
  if (error != NULL)
    ys_window_tell_failure (from, error);
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

static void
dismissed_cb (AdwToast *toast, YsWindow *self)
{
  if (self->undo == toast)
    self->undo = NULL;
}

void
ys_window_tell_undo (GtkWidget *from, const char *sentence, void (*undo) (GtkWidget *from))
{
  YsWindow *self = ys_window_find (from);
  AdwToast *toast;

  g_return_if_fail (sentence != NULL && undo != NULL);
  if (self == NULL)
    return;
  toast = adw_toast_new (sentence);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo), from, G_CONNECT_SWAPPED);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, 0);
  self->undo = toast;
  adw_toast_overlay_add_toast (self->toasts, toast);
  gtk_label_set_text (self->last_message, sentence);
}

void
ys_window_undo (YsWindow *self)
{
  AdwToast *toast = self->undo;

  if (toast == NULL)
    return;
  g_signal_emit_by_name (toast, "button-clicked");
  adw_toast_dismiss (toast);
}

void
ys_window_close_failure_cb (GtkButton *button, YsWindow *self)
{
  gtk_revealer_set_reveal_child (self->failure, FALSE);
}
