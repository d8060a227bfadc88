/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files on their way into a case and out of it. What is opened is a copy: the docket's own bytes are
 * never handed to another program. */
#include "desk/case/case-page-private.h"

#include "desk/case/deed.h"
#include "desk/window.h"
#include "wording/i18n.h"

#include <glib/gstdio.h>

/* --- in -------------------------------------------------------------------------------------- */

static void
attach_files (YsCasePage *self, GSList *files)
{
  g_autoptr (GString) paths = g_string_new (NULL);
  g_autoptr (GHashTable) answers = NULL;

  for (GSList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *path = g_file_get_path (l->data);
      if (path != NULL)
        g_string_append_printf (paths, "%s\n", path);
    }
  if (self->view == NULL || paths->len == 0)
    return;
  answers = ys_deed_propose (YS_KIND_ATTACHED, self->view,
                            ys_context_get_calendar (self->context), 0);
  ys_deed_set_answer (answers, YS_DEED_PATH, paths->str);
  ys_case_page_open_form (self, YS_KIND_ATTACHED, 0, answers);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, YsCasePage *self)
{
  attach_files (self, g_value_get_boxed (value));
  return TRUE;
}

static GdkDragAction
drop_motion_cb (GtkDropTarget *target, double x, double y, YsCasePage *self)
{
  return ys_context_get_read_only_reason (self->context) == NULL ? GDK_ACTION_COPY : 0;
}

void
ys_case_page_accept_drops (YsCasePage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  g_signal_connect_object (target, "motion", G_CALLBACK (drop_motion_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, YsCasePage *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      GSList *list = NULL;

      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        list = g_slist_append (list, g_list_model_get_item (files, i));
      attach_files (self, list);
      g_slist_free_full (list, g_object_unref);
    }
  g_clear_object (&self->chooser);
}

void
ys_case_page_attach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsCasePage *self = YS_CASE_PAGE (widget);

  if (ys_context_get_read_only_reason (self->context) != NULL)
    return;
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Attach Files"),
                                               GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* --- out ------------------------------------------------------------------------------------- */

typedef struct
{
  char *digest;
  char *name;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *self = data;

  g_free (self->digest);
  g_free (self->name);
  g_free (self);
}

/* A folder of this person's own, gone with the session where the system has such a place. Two files
 * of one name lie in folders of their own. */
static GFile *
make_place (Copy *copy, GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "yishen-XXXXXX", NULL);
  g_autofree char *name = g_strdelimit (g_strdup (copy->name), "/\\", '_');

  if (g_mkdtemp_full (folder, 0700) == NULL)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   _("There is no room for a copy of %s: %s"), copy->name, g_strerror (errno));
      return NULL;
    }
  return g_file_new_build_filename (folder, g_str_equal (name, "..") ? "_" : name, NULL);
}

static gpointer
copy_file (YsSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  Copy *copy = data;
  g_autoptr (GFile) place = make_place (copy, error);

  if (place == NULL || !ys_office_copy_file (session, copy->digest, place, cancellable, error))
    return NULL;
  return g_steal_pointer (&place);
}

/* Copies go when the page is left: a viewer that has one open keeps it until it is closed. */
void
ys_case_page_remove_copies (YsCasePage *self)
{
  for (guint i = 0; i < self->copies->len; i++)
    {
      GFile *copy = g_ptr_array_index (self->copies, i);
      g_autoptr (GFile) folder = g_file_get_parent (copy);

      g_file_delete (copy, NULL, NULL);
      g_file_delete (folder, NULL, NULL);
    }
  g_ptr_array_set_size (self->copies, 0);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCasePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    ys_window_tell_failure (GTK_WIDGET (self), error);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCasePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) copy = ys_context_run_finish (YS_CONTEXT (source), result, &error);
  g_autofree char *uri = NULL;

  if (copy == NULL)
    {
      ys_window_tell_failure (GTK_WIDGET (self), error);
      return;
    }
  uri = g_file_get_uri (copy);
  g_ptr_array_add (self->copies, g_object_ref (copy));
  g_app_info_launch_default_for_uri_async (uri, NULL, self->cancellable, shown_cb,
                                           g_object_ref (self));
}

void
ys_case_page_open_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsCasePage *self = YS_CASE_PAGE (widget);
  gint64 seq = g_variant_get_int64 (parameter);

  for (guint i = 0; self->view != NULL && i < self->view->files->len; i++)
    {
      const YsViewFile *file = g_ptr_array_index (self->view->files, i);

      if (file->seq == seq)
        {
          Copy *copy = g_new0 (Copy, 1);

          copy->digest = g_strdup (file->digest);
          copy->name = g_strdup (file->name);
          ys_context_run_async (self->context, copy_file, copy, copy_free, g_object_unref,
                                self->cancellable, copied_cb, g_object_ref (self));
          return;
        }
    }
}
