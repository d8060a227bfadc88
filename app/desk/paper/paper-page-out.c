/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document on its way out of the program: to the printer, to a file, its words to the clipboard. */
#include "desk/paper/paper-page-private.h"

#include "desk/paper/paper-print.h"
#include "desk/paper/paper-source.h"
#include "desk/widgets/file-choice.h"
#include "desk/window.h"
#include "wording/i18n.h"

/* --- printing --------------------------------------------------------------------------------- */

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, YsPaperPage *self)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  ys_window_tell_failure (GTK_WIDGET (self), error);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsPaperPage *self = YS_PAPER_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  if (self->reader == NULL || self->printing != NULL)
    return;
  operation = ys_paper_print_new (self->reader, ys_paper_page_get_file (self)->name,
                                  ys_paper_view_get_page (self->view));
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, 0);
  g_set_weak_pointer (&self->printing, operation);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    ys_window_tell_failure (widget, error);
}

/* --- saving ----------------------------------------------------------------------------------- */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YsPaperPage) self = data;
  g_autoptr (GError) error = NULL;

  if (ys_paper_source_save_finish (YS_CONTEXT (source), result, &error))
    ys_window_tell (GTK_WIDGET (self), _("The document was saved"));
  else
    ys_window_tell_failure (GTK_WIDGET (self), error);
}

static void
save_chosen_cb (GtkNativeDialog *dialog, int response, YsPaperPage *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) to = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      /* Leaving the page does not stop what was asked for. */
      ys_paper_source_save_async (self->context, ys_paper_page_get_file (self)->digest, to, NULL,
                                  saved_cb, g_object_ref (self));
    }
  g_clear_object (&self->chooser);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsPaperPage *self = YS_PAPER_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *plain
    = g_strdelimit (g_strdup (ys_paper_page_get_file (self)->name), "/\\", '_');

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Save the Document"),
                                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), plain);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (save_chosen_cb), self, 0);
  ys_file_choice_show (self->chooser, "saved");
}

/* --- copying ---------------------------------------------------------------------------------- */

/* Of one page nothing is said: it is the everyday case, and all of it is there. */
static char *
describe_copied (const YsPaperCopied *copied)
{
  if (copied->n_copied < copied->n_pages)
    return g_strdup_printf (
      _("Only the beginning was copied, up to page %u of %u selected: a copy holds no more"),
      copied->n_copied + 1, copied->n_pages);
  if (copied->n_unread > 0)
    return g_strdup_printf (ngettext ("Copied, but %u page could not be read",
                                      "Copied, but %u pages could not be read", copied->n_unread),
                            copied->n_unread);
  if (copied->n_pages == 1)
    return NULL;
  return g_strdup_printf (ngettext ("Copied the words of %u page", "Copied the words of %u pages",
                                    copied->n_pages),
                          copied->n_pages);
}

static void
copied_cb (YsPaperView *view, const YsPaperCopied *copied, YsPaperPage *self)
{
  g_autofree char *sentence = describe_copied (copied);

  if (sentence != NULL)
    ys_window_tell (GTK_WIDGET (self), sentence);
}

void
ys_paper_page_out_begin (YsPaperPage *self)
{
  g_signal_connect_object (self->view, "copied", G_CALLBACK (copied_cb), self, 0);
}

void
ys_paper_page_out_class_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "page.print", NULL, print_action);
  gtk_widget_class_install_action (klass, "document.save-as", NULL, save_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "document.save-as", NULL);
}
