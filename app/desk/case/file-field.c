/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A check button a file. A file attached here is attached as reply, whatever becomes of the form. */
#include "desk/case/file-field.h"

#include "desk/case/words.h"
#include "desk/widgets/file-choice.h"
#include "office/deliver.h"
#include "wording/i18n.h"

#include <string.h>

struct _YsFileField
{
  GtkBox parent_instance;

  GtkBox *files;
  GtkButton *attach;
  GtkLabel *failure;

  YsContext *context;
  char *id;
  GCancellable *cancellable;
  GtkFileChooserNative *chooser;
  char *attaching; /* name of the file that is being attached */
};

G_DEFINE_FINAL_TYPE (YsFileField, ys_file_field, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define DIGEST_KEY "ys-digest"

static void
toggled_cb (GtkCheckButton *button, YsFileField *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkCheckButton *
add_file (YsFileField *self, const char *digest, const char *name, const char *role)
{
  g_autofree char *label = g_strdup_printf ("%s · %s", name, ys_word_name ("role", role));
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *text = gtk_label_new (label);

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), DIGEST_KEY, g_strdup (digest), g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_box_append (self->files, button);
  return GTK_CHECK_BUTTON (button);
}

static GtkWidget *
find_file (YsFileField *self, const char *digest)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->files)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (child), DIGEST_KEY), digest) == 0)
      return child;
  return NULL;
}

char *
ys_file_field_get_text (YsFileField *self)
{
  g_return_val_if_fail (YS_IS_FILE_FIELD (self), NULL);

  GString *text = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->files)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
      g_string_append_printf (text, "%s\n",
                              (const char *) g_object_get_data (G_OBJECT (child), DIGEST_KEY));
  return g_string_free (text, FALSE);
}

void
ys_file_field_set_text (YsFileField *self, const char *digests)
{
  g_return_if_fail (YS_IS_FILE_FIELD (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->files)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (child),
                                 digests != NULL
                                   && strstr (digests, g_object_get_data (G_OBJECT (child),
                                                                          DIGEST_KEY)) != NULL);
}

/* --- attaching ------------------------------------------------------------------------------- */

typedef struct
{
  char *id;
  GFile *file;
} Input;

static void
input_free (gpointer data)
{
  Input *self = data;

  g_free (self->id);
  g_object_unref (self->file);
  g_free (self);
}

static char *
make_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base);
}

static gpointer
attach (YsSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;

  return ys_office_attach (session, input->id, ys_session_get_today (session), input->file,
                           "reply", error);
}

static void
attached_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsFileField) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = ys_context_run_finish (YS_CONTEXT (source), result, &error);
  GtkWidget *button;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->attach), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), digest == NULL);
  if (digest == NULL)
    {
      gtk_label_set_text (self->failure, error->message);
      return;
    }
  button = find_file (self, digest);
  if (button == NULL)
    button = GTK_WIDGET (add_file (self, digest, self->attaching, "reply"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, YsFileField *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      Input *input = g_new0 (Input, 1);

      input->id = g_strdup (self->id);
      input->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_free (self->attaching);
      self->attaching = make_name (input->file);
      gtk_widget_set_sensitive (GTK_WIDGET (self->attach), FALSE);
      ys_context_run_async (self->context, attach, input, input_free, g_free, self->cancellable,
                            attached_cb, g_object_ref (self));
    }
  g_clear_object (&self->chooser);
}

static void
attach_cb (GtkButton *button, YsFileField *self)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Attach a File"),
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  ys_file_choice_add_documents (self->chooser);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  ys_file_choice_show (self->chooser, "documents");
}

/* --- class ----------------------------------------------------------------------------------- */

static void
ys_file_field_dispose (GObject *object)
{
  YsFileField *self = YS_FILE_FIELD (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ys_file_field_parent_class)->dispose (object);
}

static void
ys_file_field_finalize (GObject *object)
{
  YsFileField *self = YS_FILE_FIELD (object);

  g_object_unref (self->cancellable);
  g_free (self->id);
  g_free (self->attaching);
  G_OBJECT_CLASS (ys_file_field_parent_class)->finalize (object);
}

/* By its mnemonic: a box has no focus of its own. */
static gboolean
ys_file_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
ys_file_field_class_init (YsFileFieldClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = ys_file_field_grab_focus;
  G_OBJECT_CLASS (klass)->dispose = ys_file_field_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_file_field_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_file_field_init (YsFileField *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  self->cancellable = g_cancellable_new ();

  self->files = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->files));

  self->failure = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->failure, TRUE);
  gtk_label_set_xalign (self->failure, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->failure), "err");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->failure));

  self->attach = GTK_BUTTON (gtk_button_new_with_mnemonic (_("_Attach a File…")));
  gtk_widget_set_halign (GTK_WIDGET (self->attach), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->attach), "small");
  g_signal_connect_object (self->attach, "clicked", G_CALLBACK (attach_cb), self, 0);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->attach));
}

GtkWidget *
ys_file_field_new (YsContext *context, const YsCaseView *view)
{
  g_return_val_if_fail (YS_IS_CONTEXT (context) && view != NULL, NULL);

  YsFileField *self = g_object_new (YS_TYPE_FILE_FIELD, NULL);

  self->context = g_object_ref (context);
  self->id = g_strdup (view->casefile->id);
  for (guint i = 0; i < view->files->len; i++)
    {
      const YsViewFile *file = g_ptr_array_index (view->files, i);
      if (find_file (self, file->digest) == NULL)
        add_file (self, file->digest, file->name, file->role);
    }
  return GTK_WIDGET (self);
}
