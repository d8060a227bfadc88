/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The case file for a court: asks where it goes, puts on record that the applicant is shown in full, and
 * has it written on a thread of its own. */
#include "desk/case/case-page-private.h"

#include "desk/widgets/file-choice.h"
#include "desk/window.h"
#include "office/case-papers.h"
#include "report/case-archive.h"
#include "wording/i18n.h"

/* --- the work -------------------------------------------------------------------------------- */

enum
{
  ORDER_CASE,
  ORDER_ACTOR,
  ORDER_PATH,
  N_ORDER,
};

static char *
write_papers (YsSession *session, const char *input, YsLongProgress progress,
              gpointer progress_data, gboolean *is_bad, GError **error)
{
  g_auto (GStrv) order = g_strsplit (input, "\n", N_ORDER);
  g_autoptr (YsCasePapers) papers = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *name = g_filename_display_name (order[ORDER_PATH]);

  ys_session_set_actor (session, order[ORDER_ACTOR]);
  papers = ys_office_collect_papers (session, order[ORDER_CASE], error);
  if (papers == NULL)
    return NULL;
  if (ys_case_archive_write (papers, order[ORDER_PATH], ys_office_open_paper, session, progress,
                             progress_data, &local))
    return g_strdup_printf (_("The case file stands at %s."), name);
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (_("Stopped: no case file was written."));
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gpointer
log_papers (YsSession *session, gpointer id, GCancellable *cancellable, GError **error)
{
  ys_office_log_papers (session, id, error);
  return NULL;
}

/* Nothing is shown unless the case has it on record who asked for it. */
static void
logged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCasePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_steal_pointer (&self->papers_path);
  g_autofree char *actor = NULL;
  g_autofree char *order = NULL;

  ys_context_run_finish (YS_CONTEXT (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      ys_window_tell_failure (GTK_WIDGET (self), error);
      return;
    }
  actor = g_strdup (ys_context_get_actor (self->context));
  order = g_strjoin ("\n", self->id, g_strdelimit (actor, "\n", ' '), path, NULL);
  ys_long_work_run (self->papers, self->context, TRUE, _("Putting the case file together…"),
                    write_papers, order);
}

void
ys_case_page_write_papers (YsCasePage *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (self->papers_path != NULL || ys_long_work_is_busy (self->papers))
    return;
  if (!ys_case_archive_may_stand_at (path, &error))
    {
      ys_window_tell_failure (GTK_WIDGET (self), error);
      return;
    }
  self->papers_path = g_strdup (path);
  ys_context_run_async (self->context, log_papers, g_strdup (self->id), g_free, NULL,
                        self->cancellable, logged_cb, g_object_ref (self));
}

/* --- asking ---------------------------------------------------------------------------------- */

static void
chosen_cb (GtkNativeDialog *dialog, int response, YsCasePage *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                             ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog))
                             : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_clear_object (&self->chooser);
  if (path != NULL)
    ys_case_page_write_papers (self, path);
}

void
ys_case_page_papers_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsCasePage *self = YS_CASE_PAGE (widget);
  g_autofree char *proposal = NULL;

  if (self->view == NULL || ys_long_work_is_busy (self->papers))
    return;
  proposal = ys_case_archive_make_name (ys_context_get_agency (self->context), self->id);
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Export the Case File"),
                                               GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), proposal);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  ys_file_choice_show (self->chooser, "exports");
}
