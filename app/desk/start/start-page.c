/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first start. Dockets are made on a thread of their own, with progress and cancel. */
#include "desk/start/start-page.h"

#include "desk/start/recent-dockets.h"
#include "desk/widgets/sign-in.h"
#include "desk/window.h"
#include "office/found-sample.h"
#include "office/staff.h"
#include "wording/i18n.h"

#include <string.h>

struct _YsStartPage
{
  GtkBox parent_instance;

  GtkStack *steps;
  GtkListBox *recent;
  GtkLabel *failure;
  GtkLabel *create_failure;
  AdwEntryRow *agency_row;
  AdwActionRow *folder_row;
  GtkSwitch *approval_switch;
  AdwComboRow *staff_row; /* one officer alone, or an office with staff: */
  GtkEditable *keeper_row;
  GtkEditable *keeper_name_row;
  GtkWidget *signed_row;
  GtkSwitch *signed_switch;
  GtkEditable *passphrase_row;
  GtkEditable *again_row;
  GtkWidget *found_button;
  GtkWidget *suqian_button;
  GtkProgressBar *progress;

  GFile *folder;          /* where a new docket is put */
  GtkFileChooserNative *chooser;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (YsStartPage, ys_start_page, GTK_TYPE_BOX)

static YsWindow *
get_window (YsStartPage *self)
{
  return YS_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static GSettings *
get_settings (YsWindow *window)
{
  return ys_application_get_settings (
    YS_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))));
}

static void
show_failure (GtkLabel *label, const char *sentence)
{
  gtk_label_set_text (label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), sentence != NULL);
}

void
ys_start_page_tell_failure (YsStartPage *self, const GError *error)
{
  gtk_stack_set_visible_child_name (self->steps, "choose");
  show_failure (self->failure, error->message);
}

/* --- making a docket --------------------------------------------------------------------------- */

typedef enum
{
  MAKE_EMPTY,
  MAKE_SAMPLE,
  MAKE_SUQIAN,
} Make;

typedef struct
{
  Make make;
  char *address;
  char *agency;
  YsStaffApproval approval;
  char *keeper; /* id of the first keeper, or NULL for an open docket */
  char *keeper_name;
  char *passphrase; /* where the office signs */
  char *docket_id; /* of what was made */
  YsDay today;
  char *exchange; /* file of the Suqian cases */
  GWeakRef page;
  GCancellable *cancellable;
} Making;

static void
making_free (gpointer data)
{
  Making *self = data;

  g_free (self->address);
  g_free (self->agency);
  g_free (self->keeper);
  g_free (self->keeper_name);
  if (self->passphrase != NULL)
    explicit_bzero (self->passphrase, strlen (self->passphrase));
  g_free (self->passphrase);
  g_free (self->docket_id);
  g_free (self->exchange);
  g_weak_ref_clear (&self->page);
  g_clear_object (&self->cancellable);
  g_free (self);
}

typedef struct
{
  GWeakRef page;
  double fraction;
} Progress;

static gboolean
show_progress (gpointer data)
{
  Progress *progress = data;
  g_autoptr (YsStartPage) page = g_weak_ref_get (&progress->page);

  if (page != NULL && page->progress != NULL)
    gtk_progress_bar_set_fraction (page->progress, progress->fraction);
  return G_SOURCE_REMOVE;
}

static void
progress_free (gpointer data)
{
  Progress *progress = data;

  g_weak_ref_clear (&progress->page);
  g_free (progress);
}

static gboolean
progress_cb (gint64 done, gint64 total, gpointer user_data)
{
  Making *making = user_data;
  Progress *progress = g_new0 (Progress, 1);
  g_autoptr (YsStartPage) page = g_weak_ref_get (&making->page);

  g_weak_ref_init (&progress->page, page);
  progress->fraction = total > 0 ? CLAMP ((double) done / (double) total, 0, 1) : 0;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_progress, progress, progress_free);
  return !g_cancellable_is_cancelled (making->cancellable);
}

static gboolean
enrol_keeper (Making *making, YsSession *session, GError **error)
{
  if (making->keeper == NULL)
    return TRUE;
  making->docket_id = g_strdup (ys_session_get_docket_id (session));
  return ys_office_enrol_keeper (session, making->today, making->keeper, making->keeper_name,
                                 making->passphrase, error);
}

static YsSession *
make_docket (Making *making, GError **error)
{
  g_autoptr (YsSession) session = NULL;
  g_autoptr (GFile) exchange = NULL;

  if (making->make == MAKE_SAMPLE)
    return ys_office_found_sample (making->address, 600, 1, making->today, progress_cb, making,
                                   NULL, error);

  session = ys_session_found (making->address, making->agency, YS_SESSION_SUITE_GM,
                              making->approval, making->today, error);
  if (session == NULL)
    return NULL;
  if (making->make == MAKE_EMPTY)
    return enrol_keeper (making, session, error) ? g_steal_pointer (&session) : NULL;
  exchange = g_file_new_for_path (making->exchange);
  return ys_office_import (session, exchange, progress_cb, making, NULL, error)
           ? g_steal_pointer (&session)
           : NULL;
}

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *making = data;
  GError *error = NULL;
  g_autoptr (YsSession) session = make_docket (making, &error);

  if (session == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  YsStartPage *self = YS_START_PAGE (source);
  Making *making = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      YsWindow *window = get_window (self);

      gtk_stack_set_visible_child_name (self->steps, "choose");
      if (window != NULL && making->docket_id != NULL)
        ys_sign_in_remember (get_settings (window), making->docket_id, making->keeper);
      if (window != NULL)
        ys_window_open (window, making->address);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_stack_set_visible_child_name (self->steps, "choose");
  else if (making->make == MAKE_EMPTY)
    {
      gtk_stack_set_visible_child_name (self->steps, "create");
      show_failure (self->create_failure, error->message);
    }
  else
    ys_start_page_tell_failure (self, error);
}

static void
start_making (YsStartPage *self, Making *making)
{
  YsWindow *window = get_window (self);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  g_autoptr (GTask) task = NULL;

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  making->cancellable = g_object_ref (self->cancellable);
  making->today = ys_application_get_today (YS_APPLICATION (application));
  g_weak_ref_init (&making->page, self);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_stack_set_visible_child_name (self->steps, "working");

  task = g_task_new (self, self->cancellable, made_cb, NULL);
  g_task_set_source_tag (task, start_making);
  g_task_set_task_data (task, making, making_free);
  g_task_run_in_thread (task, make_thread);
}

/* A name that is free in @folder: name.docket, name-2.docket, … */
static char *
find_free_address (GFile *folder, const char *name)
{
  g_autofree char *safe = g_strdelimit (g_strdup (name), "/\\:*?\"<>|", '-');

  for (int i = 1;; i++)
    {
      g_autofree char *base = i == 1 ? g_strdup_printf ("%s.docket", safe)
                                     : g_strdup_printf ("%s-%d.docket", safe, i);
      g_autoptr (GFile) file = g_file_get_child (folder, base);

      if (!g_file_query_exists (file, NULL))
        return g_file_get_path (file);
    }
}

/* Dockets to look around in are put with the person's own data. */
static Making *
make_look_around (Make make, const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "yishen", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  Making *making = g_new0 (Making, 1);

  g_mkdir_with_parents (path, 0700);
  making->make = make;
  making->address = find_free_address (folder, name);
  return making;
}

static char *
find_suqian (void)
{
  const char *dir = g_getenv ("YISHEN_SAMPLE_DIR");

  return g_build_filename (dir != NULL ? dir : YS_SAMPLE_DIR, "suqian-2023.ndjson", NULL);
}

/* --- callbacks --------------------------------------------------------------------------------- */

static void
create_cb (GtkButton *button, YsStartPage *self)
{
  show_failure (self->failure, NULL);
  show_failure (self->create_failure, NULL);
  gtk_stack_set_visible_child_name (self->steps, "create");
  gtk_widget_grab_focus (GTK_WIDGET (self->agency_row));
}

static void
recent_cb (GtkListBox *list, GtkListBoxRow *row, YsStartPage *self)
{
  YsWindow *window = get_window (self);

  show_failure (self->failure, NULL);
  ys_application_open_docket (YS_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))),
                              window, ys_recent_dockets_get_address (row));
}

static void
cancel_cb (GtkButton *button, YsStartPage *self)
{
  gtk_stack_set_visible_child_name (self->steps, "choose");
}

static void
stop_cb (GtkButton *button, YsStartPage *self)
{
  g_cancellable_cancel (self->cancellable);
}

static gboolean
has_text (gpointer editable)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (editable));

  return text[strspn (text, " \t")] != '\0';
}

static gboolean
has_staff (YsStartPage *self)
{
  return adw_combo_row_get_selected (self->staff_row) == 1;
}

static gboolean
signs (YsStartPage *self)
{
  return has_staff (self) && gtk_switch_get_active (self->signed_switch);
}

static gboolean
is_filled (YsStartPage *self)
{
  if (!has_text (self->agency_row))
    return FALSE;
  if (has_staff (self) && (!has_text (self->keeper_row) || !has_text (self->keeper_name_row)))
    return FALSE;
  return !signs (self) || *gtk_editable_get_text (self->passphrase_row) != '\0';
}

static void
staff_changed_cb (GObject *control, GParamSpec *pspec, YsStartPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->keeper_row), has_staff (self));
  gtk_widget_set_visible (GTK_WIDGET (self->keeper_name_row), has_staff (self));
  gtk_widget_set_visible (self->signed_row, has_staff (self));
  gtk_widget_set_visible (GTK_WIDGET (self->passphrase_row), signs (self));
  gtk_widget_set_visible (GTK_WIDGET (self->again_row), signs (self));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->staff_row),
                               has_staff (self)
                                 ? _("Each does what their roles allow; the first is the system "
                                     "administrator")
                                 : _("Whoever can write to the folder may do everything; staff can be "
                                     "enrolled later"));
  gtk_widget_set_sensitive (self->found_button, is_filled (self));
}

static char *
read_trimmed (gpointer editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (editable))));
}

static void
agency_changed_cb (AdwEntryRow *row, YsStartPage *self)
{
  gtk_widget_set_sensitive (self->found_button, is_filled (self));
}

static void
found_cb (GtkWidget *widget, YsStartPage *self)
{
  Making *making;

  if (!is_filled (self))
    return;
  if (signs (self)
      && !g_str_equal (gtk_editable_get_text (self->passphrase_row),
                       gtk_editable_get_text (self->again_row)))
    {
      show_failure (self->create_failure,
                    _("The two passphrases are not the same. Type both again."));
      return;
    }
  making = g_new0 (Making, 1);
  making->make = MAKE_EMPTY;
  making->agency = read_trimmed (self->agency_row);
  making->approval = gtk_switch_get_active (self->approval_switch) ? YS_STAFF_APPROVAL_RECORDED
                                                                   : YS_STAFF_APPROVAL_NONE;
  if (has_staff (self))
    {
      making->keeper = read_trimmed (self->keeper_row);
      making->keeper_name = read_trimmed (self->keeper_name_row);
    }
  if (signs (self))
    {
      making->approval = YS_STAFF_APPROVAL_SIGNED;
      making->passphrase = g_strdup (gtk_editable_get_text (self->passphrase_row));
    }
  making->address = find_free_address (self->folder, making->agency);
  start_making (self, making);
}

static void
sample_cb (GtkButton *button, YsStartPage *self)
{
  start_making (self, make_look_around (MAKE_SAMPLE, _("Sample year")));
}

static void
suqian_cb (GtkButton *button, YsStartPage *self)
{
  Making *making = make_look_around (MAKE_SUQIAN, "宿迁2023");

  making->agency = g_strdup ("宿迁市人民政府");
  making->approval = YS_STAFF_APPROVAL_RECORDED;
  making->exchange = find_suqian ();
  start_making (self, making);
}

static void
show_folder (YsStartPage *self)
{
  g_autofree char *path = g_file_get_parse_name (self->folder);

  adw_action_row_set_subtitle (self->folder_row, path);
}

static void
folder_chosen_cb (GtkNativeDialog *dialog, int response, YsStartPage *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_clear_object (&self->folder);
      self->folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      show_folder (self);
    }
  g_clear_object (&self->chooser);
}

static void
docket_chosen_cb (GtkNativeDialog *dialog, int response, YsStartPage *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);

      show_failure (self->failure, NULL);
      ys_window_open (get_window (self), path);
    }
  g_clear_object (&self->chooser);
}

static void
choose_folder (YsStartPage *self, const char *title, GFile *from, GCallback callback)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (get_window (self)),
                                               GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", callback, self, 0);
  if (from != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), from, NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
choose_folder_cb (GtkButton *button, YsStartPage *self)
{
  choose_folder (self, _("Folder for the Docket"), self->folder, G_CALLBACK (folder_chosen_cb));
}

/* Where the last one was found, the next one is looked for. */
static void
open_cb (GtkButton *button, YsStartPage *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (get_window (self)));
  GSettings *settings = ys_application_get_settings (YS_APPLICATION (application));
  g_autofree char *last = g_settings_get_string (settings, "last-docket");
  g_autofree char *dir = g_path_get_dirname (last);
  g_autoptr (GFile) folder = g_file_new_for_path (dir);

  choose_folder (self, _("Open a Docket"), *last != '\0' ? folder : NULL,
                 G_CALLBACK (docket_chosen_cb));
}

/* --- class ------------------------------------------------------------------------------------- */

/* Only in a window with an application are there settings. */
static void
ys_start_page_map (GtkWidget *widget)
{
  YsStartPage *self = YS_START_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkApplication *application
    = GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;

  if (YS_IS_APPLICATION (application))
    {
      GSettings *settings = ys_application_get_settings (YS_APPLICATION (application));
      g_auto (GStrv) recent = g_settings_get_strv (settings, "recent-dockets");

      ys_recent_dockets_fill (self->recent, (const char *const *) recent);
    }
  GTK_WIDGET_CLASS (ys_start_page_parent_class)->map (widget);
}

static void
ys_start_page_dispose (GObject *object)
{
  YsStartPage *self = YS_START_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->folder);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_START_PAGE);
  G_OBJECT_CLASS (ys_start_page_parent_class)->dispose (object);
}

static void
ys_start_page_class_init (YsStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_start_page_dispose;
  widget_class->map = ys_start_page_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/start/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsStartPage, steps);
  gtk_widget_class_bind_template_child (widget_class, YsStartPage, recent);
  gtk_widget_class_bind_template_child (widget_class, YsStartPage, failure);
  gtk_widget_class_bind_template_child (widget_class, YsStartPage, create_failure);
  gtk_widget_class_bind_template_child (widget_class, YsStartPage, agency_row);
  gtk_widget_class_bind_template_child (widget_class, YsStartPage, folder_row);
  gtk_widget_class_bind_template_child (widget_class, YsStartPage, approval_switch);
  gtk_widget_class_bind_template_child (widget_class, YsStartPage, staff_row);
  gtk_widget_class_bind_template_child (widget_class, YsStartPage, keeper_row);
  gtk_widget_class_bind_template_child (widget_class, YsStartPage, keeper_name_row);
  gtk_widget_class_bind_template_child (widget_class, YsStartPage, signed_row);
  gtk_widget_class_bind_template_child (widget_class, YsStartPage, signed_switch);
  gtk_widget_class_bind_template_child (widget_class, YsStartPage, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, YsStartPage, again_row);
  gtk_widget_class_bind_template_child (widget_class, YsStartPage, found_button);
  gtk_widget_class_bind_template_child (widget_class, YsStartPage, suqian_button);
  gtk_widget_class_bind_template_child (widget_class, YsStartPage, progress);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, recent_cb);
  gtk_widget_class_bind_template_callback (widget_class, sample_cb);
  gtk_widget_class_bind_template_callback (widget_class, suqian_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, agency_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, staff_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
}

static void
ys_start_page_init (YsStartPage *self)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *suqian = find_suqian ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (self->keeper_row, g_get_user_name ());
  self->folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  show_folder (self);
  gtk_widget_set_visible (self->suqian_button, g_file_test (suqian, G_FILE_TEST_EXISTS));
}

GtkWidget *
ys_start_page_new (void)
{
  return g_object_new (YS_TYPE_START_PAGE, NULL);
}
