/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files on their way into a case, and to the eye. What is in one is read by paper alone: the docket's
 * bytes are never handed to another program. */
#include "desk/case/case-page-private.h"

#include "desk/case/deed.h"
#include "desk/widgets/file-choice.h"
#include "desk/window.h"
#include "wording/i18n.h"

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
  return ys_case_page_may_write (self) ? GDK_ACTION_COPY : 0;
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

  if (!ys_case_page_may_write (self))
    return;
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Attach Files"),
                                               GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  ys_file_choice_add_documents (self->chooser);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  ys_file_choice_show (self->chooser, "documents");
}

/* --- out ------------------------------------------------------------------------------------- */

void
ys_case_page_open_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsCasePage *self = YS_CASE_PAGE (widget);

  if (self->view != NULL && self->view->files->len > 0)
    ys_window_show_paper (widget, self->view, g_variant_get_int64 (parameter));
}
