/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the docket tells of itself, and the long works on it. */
#include "desk/settings/docket-page.h"

#include "desk/settings/long-work.h"
#include "desk/settings/value-row.h"
#include "desk/widgets/file-choice.h"
#include "office/keep.h"
#include "wording/i18n.h"

#include <inttypes.h>
#include <string.h>

struct _YsDocketPage
{
  AdwPreferencesPage parent_instance;

  AdwActionRow *folder;
  AdwActionRow *agency;
  AdwActionRow *state;
  AdwActionRow *entries;
  AdwActionRow *suite;
  GtkWidget *me; /* where nobody is enrolled */
  AdwEntryRow *writer;
  GtkWidget *verify;
  GtkWidget *backup;
  GtkWidget *save;
  GtkWidget *compare;
  AdwActionRow *index;
  GtkWidget *rebuild;
  YsLongWork *work;

  GSettings *settings;
  YsContext *context;
  GCancellable *cancellable;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (YsDocketPage, ys_docket_page, ADW_TYPE_PREFERENCES_PAGE)

/* --- what it is ------------------------------------------------------------------------------- */

static gpointer
describe (YsSession *session, gpointer input, GCancellable *cancellable, GError **error)
{
  YsDocketFacts *facts = g_new0 (YsDocketFacts, 1);

  if (ys_office_describe_docket (session, facts, error))
    return facts;
  g_free (facts);
  return NULL;
}

static void
described_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsDocketPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree YsDocketFacts *facts = ys_context_run_finish (YS_CONTEXT (source), result, &error);
  g_autofree char *entries = NULL;
  g_autofree char *size = NULL;

  if (self->entries == NULL || facts == NULL)
    return;
  entries = g_strdup_printf ("%" PRId64, facts->entries);
  size = g_format_size ((guint64) facts->index_bytes);
  ys_value_row_set (self->entries, entries);
  ys_value_row_set (self->suite, facts->suite == YS_SESSION_SUITE_GM
                                   ? _("SM3 (Chinese national standard)")
                                   : "SHA-256");
  ys_value_row_set (self->index, size);
}

static void
show_docket (YsDocketPage *self)
{
  const char *reason = ys_context_get_read_only_reason (self->context);
  const char *agency = ys_context_get_agency (self->context);
  g_autofree char *folder = g_filename_display_name (ys_context_get_address (self->context));

  gtk_widget_set_visible (self->me, ys_staff_is_open (ys_context_get_staff (self->context)));
  ys_value_row_set (self->folder, folder);
  ys_value_row_set (self->agency, agency != NULL ? agency : "—");
  ys_value_row_set (self->state, reason != NULL ? reason : _("May be written"));
  ys_context_run_async (self->context, describe, NULL, NULL, g_free, self->cancellable,
                        described_cb, g_object_ref (self));
}

static void
changed_cb (YsContext *context, YsDocketPage *self)
{
  show_docket (self);
}

/* --- me --------------------------------------------------------------------------------------- */

static void
writer_cb (AdwEntryRow *row, YsDocketPage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  g_settings_set_string (self->settings, "writer-name", name);
  ys_context_set_actor (self->context, *name != '\0' ? name : NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), ys_context_get_actor (self->context));
}

/* --- long works ------------------------------------------------------------------------------- */

static char *
verify (YsSession *session, const char *input, YsLongProgress progress, gpointer data,
        gboolean *is_bad, GError **error)
{
  g_autoptr (YsVerdict) verdict = ys_office_verify (session, progress, data, error);

  if (verdict == NULL)
    return NULL;
  *is_bad = verdict->reason != NULL;
  if (*is_bad)
    return g_strdup (verdict->reason);
  return g_strdup_printf (_("All is whole: %1$" PRId64 " entries and %2$" PRId64 " files were read."),
                          verdict->entries, verdict->files);
}

static char *
back_up (YsSession *session, const char *input, YsLongProgress progress, gpointer data,
         gboolean *is_bad, GError **error)
{
  return ys_office_backup (session, input, progress, data, error)
           ? g_strdup_printf (_("The docket was copied to %s."), input)
           : NULL;
}

static char *
rebuild (YsSession *session, const char *input, YsLongProgress progress, gpointer data,
         gboolean *is_bad, GError **error)
{
  if (ys_office_rebuild_index (session, progress, data, error))
    return g_strdup (_("The index was built again."));
  if (!g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return NULL;
  /* What is filled stays; whoever needs a list fills the rest. */
  g_clear_error (error);
  return g_strdup (_("Stopped. The index is filled in part; the rest follows when a list is next "
                     "asked for."));
}

static char *
save_checkpoint (YsSession *session, const char *input, YsLongProgress progress, gpointer data,
                 gboolean *is_bad, GError **error)
{
  g_autofree char *text = ys_office_make_checkpoint (session, error);

  return text != NULL && g_file_set_contents (input, text, -1, error)
           ? g_strdup_printf (_("The checkpoint was saved to %s."), input)
           : NULL;
}

/* More than any checkpoint: somebody chose another file. */
#define CHECKPOINT_MAX 4096

static char *
compare_checkpoint (YsSession *session, const char *input, YsLongProgress progress, gpointer data,
                    gboolean *is_bad, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (input, &text, &length, error))
    return NULL;
  if (length > CHECKPOINT_MAX)
    text[CHECKPOINT_MAX] = '\0';
  return ys_office_compare_checkpoint (session, text, error)
           ? g_strdup (_("The docket still holds everything that the checkpoint witnessed."))
           : NULL;
}

static void
verify_cb (GtkButton *button, YsDocketPage *self)
{
  ys_long_work_run (self->work, self->context, TRUE, _("Reading every entry and every file…"),
                    verify, NULL);
}

static void
rebuild_cb (GtkButton *button, YsDocketPage *self)
{
  ys_long_work_run (self->work, self->context, FALSE, _("Building the index again…"), rebuild,
                    NULL);
}

/* A button is grey while any work runs; what ended may have changed sizes. */
static void
busy_cb (YsLongWork *work, GParamSpec *pspec, YsDocketPage *self)
{
  gboolean is_free = !ys_long_work_is_busy (work);

  gtk_widget_set_sensitive (self->verify, is_free);
  gtk_widget_set_sensitive (self->backup, is_free);
  gtk_widget_set_sensitive (self->save, is_free);
  gtk_widget_set_sensitive (self->compare, is_free);
  gtk_widget_set_sensitive (self->rebuild, is_free);
  if (is_free)
    show_docket (self);
}

/* --- places ----------------------------------------------------------------------------------- */

static void
choose (YsDocketPage *self, const char *title, GtkFileChooserAction action, const char *name,
        GCallback callback)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (
    title, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), action, NULL, NULL);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", callback, self, 0);
  ys_file_choice_show (self->chooser, "backups");
}

static char *
take_path (YsDocketPage *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                             ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser))
                             : NULL;

  return file != NULL ? g_file_get_path (file) : NULL;
}

/* "name-2026-11-24" and the like: of each day one. */
static char *
name_today (YsDocketPage *self, const char *ending)
{
  char day[YS_DAY_TEXT];

  ys_day_format (ys_context_get_today (self->context), day);
  return g_strdup_printf ("%s-%s%s", ys_context_get_name (self->context), day, ending);
}

static void
backup_chosen_cb (GtkNativeDialog *dialog, int response, YsDocketPage *self)
{
  g_autofree char *folder = take_path (self, response);
  g_autofree char *to = NULL;

  if (folder == NULL)
    return;
  for (int i = 1; to == NULL || g_file_test (to, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *ending = i == 1 ? g_strdup (".docket") : g_strdup_printf ("-%d.docket", i);
      g_autofree char *name = name_today (self, ending);

      g_free (to);
      to = g_build_filename (folder, name, NULL);
    }
  ys_long_work_run (self->work, self->context, TRUE, _("Copying the docket…"), back_up, to);
}

static void
save_chosen_cb (GtkNativeDialog *dialog, int response, YsDocketPage *self)
{
  g_autofree char *path = take_path (self, response);

  if (path != NULL)
    ys_long_work_run (self->work, self->context, TRUE, _("Saving the checkpoint…"),
                      save_checkpoint, path);
}

static void
compare_chosen_cb (GtkNativeDialog *dialog, int response, YsDocketPage *self)
{
  g_autofree char *path = take_path (self, response);

  if (path != NULL)
    ys_long_work_run (self->work, self->context, TRUE, _("Comparing with the checkpoint…"),
                      compare_checkpoint, path);
}

static void
backup_cb (GtkButton *button, YsDocketPage *self)
{
  choose (self, _("Folder for the Copy"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL,
          G_CALLBACK (backup_chosen_cb));
}

static void
save_cb (GtkButton *button, YsDocketPage *self)
{
  g_autofree char *name = name_today (self, ".checkpoint");

  choose (self, _("Save a Checkpoint"), GTK_FILE_CHOOSER_ACTION_SAVE, name,
          G_CALLBACK (save_chosen_cb));
}

static void
compare_cb (GtkButton *button, YsDocketPage *self)
{
  choose (self, _("Compare with a Checkpoint"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL,
          G_CALLBACK (compare_chosen_cb));
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ys_docket_page_dispose (GObject *object)
{
  YsDocketPage *self = YS_DOCKET_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_DOCKET_PAGE);
  g_clear_object (&self->settings);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ys_docket_page_parent_class)->dispose (object);
}

static void
ys_docket_page_class_init (YsDocketPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_docket_page_dispose;

  g_type_ensure (YS_TYPE_LONG_WORK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/settings/docket-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsDocketPage, folder);
  gtk_widget_class_bind_template_child (widget_class, YsDocketPage, agency);
  gtk_widget_class_bind_template_child (widget_class, YsDocketPage, state);
  gtk_widget_class_bind_template_child (widget_class, YsDocketPage, entries);
  gtk_widget_class_bind_template_child (widget_class, YsDocketPage, suite);
  gtk_widget_class_bind_template_child (widget_class, YsDocketPage, me);
  gtk_widget_class_bind_template_child (widget_class, YsDocketPage, writer);
  gtk_widget_class_bind_template_child (widget_class, YsDocketPage, verify);
  gtk_widget_class_bind_template_child (widget_class, YsDocketPage, backup);
  gtk_widget_class_bind_template_child (widget_class, YsDocketPage, save);
  gtk_widget_class_bind_template_child (widget_class, YsDocketPage, compare);
  gtk_widget_class_bind_template_child (widget_class, YsDocketPage, index);
  gtk_widget_class_bind_template_child (widget_class, YsDocketPage, rebuild);
  gtk_widget_class_bind_template_child (widget_class, YsDocketPage, work);
  gtk_widget_class_bind_template_callback (widget_class, writer_cb);
  gtk_widget_class_bind_template_callback (widget_class, verify_cb);
  gtk_widget_class_bind_template_callback (widget_class, backup_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
  gtk_widget_class_bind_template_callback (widget_class, rebuild_cb);
}

static void
ys_docket_page_init (YsDocketPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->work, "notify::busy", G_CALLBACK (busy_cb), self, 0);
}

GtkWidget *
ys_docket_page_new (GSettings *settings, YsContext *context)
{
  g_return_val_if_fail (G_IS_SETTINGS (settings) && YS_IS_CONTEXT (context), NULL);

  YsDocketPage *self = g_object_new (YS_TYPE_DOCKET_PAGE, NULL);

  self->settings = g_object_ref (settings);
  self->context = g_object_ref (context);
  gtk_editable_set_text (GTK_EDITABLE (self->writer), ys_context_get_actor (context));
  show_docket (self);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, 0);
  return GTK_WIDGET (self);
}
