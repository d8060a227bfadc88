/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of notices; a new one goes file, preview, acceptance, entry. */
#include "desk/settings/calendar-page.h"

#include "desk/settings/long-work.h"
#include "desk/settings/notice-preview.h"
#include "desk/settings/value-row.h"
#include "desk/widgets/file-choice.h"
#include "office/notice.h"
#include "wording/explain.h"
#include "wording/i18n.h"

struct _YsCalendarPage
{
  AdwPreferencesPage parent_instance;

  GtkWidget *warning;
  GtkLabel *warning_text;
  GtkWidget *import;
  AdwPreferencesGroup *notices;
  YsLongWork *work; /* tells how it went */

  YsContext *context;
  GCancellable *cancellable;
  GPtrArray *rows;  /* unowned */
  char *text;       /* of the notice that is looked at */
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (YsCalendarPage, ys_calendar_page, ADW_TYPE_PREFERENCES_PAGE)

/* No notice is longer. */
#define NOTICE_MAX (64 * 1024)

/* --- the list --------------------------------------------------------------------------------- */

static void
address_cb (GtkButton *button, YsCalendarPage *self)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                g_object_get_data (G_OBJECT (button), "address"), GDK_CURRENT_TIME);
}

static gboolean
is_web_address (const char *address)
{
  return address != NULL
         && (g_str_has_prefix (address, "https://") || g_str_has_prefix (address, "http://"));
}

static void
add_notice (YsCalendarPage *self, const YsNotice *notice)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *year = g_strdup_printf ("%d", notice->year);
  g_autofree char *day
    = notice->announced_on != YS_DAY_NONE ? ys_explain_day (notice->announced_on) : NULL;
  g_autofree char *source = day != NULL ? g_strdup_printf (_("taken in on %s"), day)
                                        : g_strdup (_("came with the program"));
  GtkWidget *label = gtk_label_new (source);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), year);
  ys_value_row_set (ADW_ACTION_ROW (row), notice->title);
  gtk_widget_add_css_class (label, "sub");
  gtk_widget_add_css_class (label, "s");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  if (is_web_address (notice->address))
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("web-browser-symbolic");
      g_autofree char *sentence
        = g_strdup_printf (_("Where the notice for %d was published"), notice->year);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, notice->address);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      sentence, -1);
      g_object_set_data_full (G_OBJECT (button), "address", g_strdup (notice->address), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (address_cb), self);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  adw_preferences_group_add (self->notices, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_warning (YsCalendarPage *self)
{
  int next = ys_day_year (ys_context_get_today (self->context)) + 1;
  g_autofree char *sentence = g_strdup_printf (
    _("The notice for %1$d is not known. Due days that reach into %1$d are provisional; take the "
      "notice in as soon as the State Council has published it."), next);

  gtk_label_set_text (self->warning_text, sentence);
  gtk_widget_set_visible (self->warning, !ys_calendar_has_year (
                                           ys_context_get_calendar (self->context), next));
}

static gpointer
list_notices (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  return ys_office_list_notices (session, error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCalendarPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notices = ys_context_run_finish (YS_CONTEXT (source), result, &error);

  if (self->notices == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (notices == NULL)
    {
      ys_long_work_tell (self->work, error->message, TRUE);
      return;
    }
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->notices, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < notices->len; i++)
    add_notice (self, g_ptr_array_index (notices, i));
  show_warning (self);
}

static void
show_notices (YsCalendarPage *self)
{
  ys_context_run_async (self->context, list_notices, NULL, NULL,
                        (GDestroyNotify) g_ptr_array_unref, self->cancellable, listed_cb,
                        g_object_ref (self));
}

/* Only keepers announce. */
static void
show_import (YsCalendarPage *self)
{
  g_autofree char *reason = ys_context_tell_why_not (self->context, YS_KIND_CALENDAR_ANNOUNCED);

  gtk_widget_set_sensitive (self->import, reason == NULL);
  gtk_widget_set_tooltip_text (self->import, reason);
}

static void
changed_cb (YsContext *context, YsCalendarPage *self)
{
  show_import (self);
  show_notices (self);
}

/* --- a new one -------------------------------------------------------------------------------- */

static gpointer
announce (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  return ys_office_announce_notice (session, ys_session_get_today (session), input, error) ? input
                                                                                           : NULL;
}

static void
announced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCalendarPage) self = user_data;
  g_autoptr (GError) error = NULL;

  ys_context_run_finish (YS_CONTEXT (source), result, &error);
  if (self->work != NULL)
    ys_long_work_tell (self->work, error != NULL ? error->message : _("The notice was taken in."),
                       error != NULL);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, YsCalendarPage *self)
{
  if (g_str_equal (response, "accept") && self->text != NULL)
    ys_context_run_async (self->context, announce, g_steal_pointer (&self->text), g_free, NULL,
                          NULL, announced_cb, g_object_ref (self));
  g_clear_pointer (&self->text, g_free);
}

static gpointer
preview (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  return ys_office_preview_notice (session, input, error);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCalendarPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsNoticePreview) found = ys_context_run_finish (YS_CONTEXT (source), result, &error);
  GtkWidget *dialog;

  if (self->work == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (found == NULL)
    {
      ys_long_work_tell (self->work, error->message, TRUE);
      return;
    }
  dialog = ys_notice_preview_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                         found, ys_context_get_today (self->context));
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ys_calendar_page_take (YsCalendarPage *self, const char *text)
{
  g_return_if_fail (YS_IS_CALENDAR_PAGE (self) && text != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->work), FALSE);
  g_free (self->text);
  self->text = g_strdup (text);
  ys_context_run_async (self->context, preview, g_strdup (text), g_free,
                        (GDestroyNotify) ys_notice_preview_free, self->cancellable, previewed_cb,
                        g_object_ref (self));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCalendarPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_file_load_contents_finish (G_FILE (source), result, &text, &length, NULL, &error);
  if (self->work == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    ys_long_work_tell (self->work, error->message, TRUE);
  else if (length > NOTICE_MAX || !g_utf8_validate_len (text, length, NULL))
    ys_long_work_tell (self->work, _("This is no notice of rest days. Choose a file as described in "
                                     "data/calendars, in UTF-8."), TRUE);
  else
    ys_calendar_page_take (self, text);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, YsCalendarPage *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      g_file_load_contents_async (file, self->cancellable, read_cb, g_object_ref (self));
    }
  g_clear_object (&self->chooser);
}

static void
import_cb (GtkButton *button, YsCalendarPage *self)
{
  g_autoptr (GtkFileFilter) notices = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (notices, _("Notices of rest days (*.notice, *.txt)"));
  gtk_file_filter_add_pattern (notices, "*.notice");
  gtk_file_filter_add_pattern (notices, "*.txt");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (
    _("Take In a Notice"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
    GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), notices);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), all);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  ys_file_choice_show (self->chooser, "notices");
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ys_calendar_page_dispose (GObject *object)
{
  YsCalendarPage *self = YS_CALENDAR_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_CALENDAR_PAGE);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->text, g_free);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ys_calendar_page_parent_class)->dispose (object);
}

static void
ys_calendar_page_class_init (YsCalendarPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_calendar_page_dispose;

  g_type_ensure (YS_TYPE_LONG_WORK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/settings/calendar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsCalendarPage, warning);
  gtk_widget_class_bind_template_child (widget_class, YsCalendarPage, warning_text);
  gtk_widget_class_bind_template_child (widget_class, YsCalendarPage, import);
  gtk_widget_class_bind_template_child (widget_class, YsCalendarPage, notices);
  gtk_widget_class_bind_template_child (widget_class, YsCalendarPage, work);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
}

static void
ys_calendar_page_init (YsCalendarPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_calendar_page_new (YsContext *context)
{
  g_return_val_if_fail (YS_IS_CONTEXT (context), NULL);

  YsCalendarPage *self = g_object_new (YS_TYPE_CALENDAR_PAGE, NULL);

  self->context = g_object_ref (context);
  show_import (self);
  show_warning (self);
  show_notices (self);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, 0);
  return GTK_WIDGET (self);
}
