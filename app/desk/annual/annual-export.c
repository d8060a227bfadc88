/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialogs of an export, and its work. How a format is written is report's business. */
#include "desk/annual/annual-export.h"

#include "desk/widgets/file-choice.h"
#include "desk/window.h"
#include "office/figures.h"
#include "wording/explain.h"
#include "wording/i18n.h"

struct _YsAnnualExport
{
  GObject parent_instance;

  GtkWidget *page;   /* not owned */
  GtkLabel *status;
  YsContext *context;
  GtkFileChooserNative *chooser;
  GCancellable *writing;

  int year;
  YsForm form;
  gboolean draft;
  char *ending;
};

G_DEFINE_FINAL_TYPE (YsAnnualExport, ys_annual_export, G_TYPE_OBJECT)

char *
ys_annual_export_make_name (const char *agency, int year, gboolean draft, const char *ending)
{
  g_autofree char *safe = g_strdelimit (g_strdup (agency), "/\\:*?\"<>|", '-');

  return g_strdup_printf ("%s%d年年报数据表%s.%s", safe, year, draft ? "（草稿）" : "", ending);
}

/* --- the work ------------------------------------------------------------------------------- */

void
ys_annual_order_free (gpointer data)
{
  YsAnnualOrder *self = data;

  g_clear_object (&self->file);
  g_free (self);
}

static GBytes *
make_report (YsSession *session, const YsAnnualOrder *order, GError **error)
{
  YsFigures figures;
  g_autofree char *agency = NULL;
  g_autoptr (GPtrArray) checks = NULL;
  char on[YS_DAY_TEXT];

  if (!ys_office_count_year (session, order->year, order->form, order->on, &figures, error))
    return NULL;
  agency = ys_session_get_agency (session, error);
  if (agency == NULL)
    return NULL;
  checks = ys_figures_check (&figures, NULL);
  if (!ys_checks_hold (checks) && !order->draft)
    {
      g_set_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED,
                   _("A check of the tables does not hold any more, and no file was written. Look "
                     "at the marked cells, or export a draft."));
      return NULL;
    }
  YsAnnualReport report = {
    .figures = &figures,
    .checks = checks,
    .agency = agency,
    .on = ys_day_format (order->on, on),
    .draft = order->draft,
  };
  return ys_annual_report_write (&report, order->format, error);
}

gpointer
ys_annual_export_write (YsSession *session, gpointer input, GCancellable *cancellable,
                        GError **error)
{
  const YsAnnualOrder *order = input;
  g_autoptr (GBytes) bytes = make_report (session, order, error);

  if (bytes == NULL
      || !g_file_replace_contents (order->file, g_bytes_get_data (bytes, NULL),
                                   g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                   cancellable, error))
    return NULL;
  return g_object_ref (order->file);
}

/* --- telling -------------------------------------------------------------------------------- */

static void
open_cb (AdwToast *toast, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (NULL, uri, GDK_CURRENT_TIME);
}

static void
tell_done (YsAnnualExport *self, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *sentence = g_strdup_printf (_("Exported: %s"), name);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);
  GtkWidget *overlay = gtk_widget_get_ancestor (self->page, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast;

  gtk_label_set_text (self->status, sentence);
  if (overlay == NULL)
    return;
  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _("Open"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_cb), file, 0);
  /* The toast keeps the file for its button. */
  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (file), g_object_unref);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsAnnualExport) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = ys_context_run_finish (YS_CONTEXT (source), result, &error);

  if (file != NULL)
    tell_done (self, file);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ys_window_tell_failure (self->page, error);
}

/* --- asking --------------------------------------------------------------------------------- */

static void
chosen_cb (GtkNativeDialog *dialog, int response, YsAnnualExport *self)
{
  YsAnnualOrder *order;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      order = g_new0 (YsAnnualOrder, 1);
      *order = (YsAnnualOrder) { self->year, self->form, ys_context_get_today (self->context),
                                 self->draft, YS_REPORT_XLSX,
                                 gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) };
      g_autofree char *word = g_strconcat ("tables.", self->ending, NULL);
      ys_report_format_from_path (word, &order->format);
      g_clear_object (&self->writing);
      self->writing = g_cancellable_new ();
      ys_context_run_async (self->context, ys_annual_export_write, order, ys_annual_order_free,
                            g_object_unref, self->writing, written_cb, g_object_ref (self));
    }
  g_clear_object (&self->chooser);
}

static void
choose_file (YsAnnualExport *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (self->page));
  g_autofree char *name
    = ys_annual_export_make_name (ys_context_get_agency (self->context), self->year, self->draft,
                                  self->ending);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Export the Tables"), window,
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  ys_file_choice_show (self->chooser, "exports");
}

static void
draft_cb (AdwMessageDialog *dialog, const char *response, YsAnnualExport *self)
{
  if (g_str_equal (response, "draft"))
    choose_file (self);
}

static void
ask_for_draft (YsAnnualExport *self, GPtrArray *checks)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (self->page));
  GString *body = g_string_new (_("A report whose checks fail is only written as a draft, marked "
                                  "草稿 in the file."));
  GtkWidget *dialog;

  for (guint i = 0; i < checks->len; i++)
    {
      const YsCheck *check = g_ptr_array_index (checks, i);

      if (check->binding && !check->holds)
        g_string_append_printf (body, "\n\n%s", ys_name_check (check->id));
    }
  dialog = adw_message_dialog_new (window, _("Export a Draft?"), body->str);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "draft",
                                    _("Export as _Draft"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (draft_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  g_string_free (body, TRUE);
}

void
ys_annual_export_begin (YsAnnualExport *self, const YsAnnualFigures *figures, const char *ending)
{
  g_return_if_fail (YS_IS_ANNUAL_EXPORT (self) && figures != NULL && ending != NULL);

  self->year = figures->year;
  self->form = figures->form;
  self->draft = !ys_checks_hold (figures->checks);
  g_free (self->ending);
  self->ending = g_strdup (ending);
  if (self->draft)
    ask_for_draft (self, figures->checks);
  else
    choose_file (self);
}

/* --- class ---------------------------------------------------------------------------------- */

static void
ys_annual_export_dispose (GObject *object)
{
  YsAnnualExport *self = YS_ANNUAL_EXPORT (object);

  if (self->writing != NULL)
    g_cancellable_cancel (self->writing);
  g_clear_object (&self->writing);
  g_clear_object (&self->chooser);
  g_clear_object (&self->status);
  g_clear_object (&self->context);
  g_clear_pointer (&self->ending, g_free);
  G_OBJECT_CLASS (ys_annual_export_parent_class)->dispose (object);
}

static void
ys_annual_export_class_init (YsAnnualExportClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ys_annual_export_dispose;
}

static void
ys_annual_export_init (YsAnnualExport *self)
{
}

YsAnnualExport *
ys_annual_export_new (GtkWidget *page, GtkLabel *status, YsContext *context)
{
  YsAnnualExport *self = g_object_new (YS_TYPE_ANNUAL_EXPORT, NULL);

  self->page = page;
  self->status = g_object_ref (status);
  self->context = g_object_ref (context);
  return self;
}
