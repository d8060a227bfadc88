/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row a file, with its size or the news that it is gone, and a button that takes it out. */
#include "desk/register/attachment-list.h"

#include "wording/i18n.h"

struct _YsAttachmentList
{
  GtkBox parent_instance;

  GtkBox *rows;
  GtkLabel *hint;

  GPtrArray *files; /* of GFile, in the order of the rows */
  GtkFileChooserNative *chooser;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (YsAttachmentList, ys_attachment_list, GTK_TYPE_BOX)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- rows ---------------------------------------------------------------------------------------- */

static void
show_info_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkLabel) label = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  g_autofree char *size = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (info != NULL)
    {
      size = g_format_size ((guint64) g_file_info_get_size (info));
      gtk_label_set_text (label, size);
      return;
    }
  gtk_label_set_text (label, _("cannot be found"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), error->message);
  gtk_widget_add_css_class (GTK_WIDGET (label), "warn");
}

static void
remove_cb (GtkButton *button, YsAttachmentList *self)
{
  GFile *file = g_object_get_data (G_OBJECT (button), "file");
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (button));

  g_ptr_array_remove (self->files, file);
  gtk_box_remove (self->rows, row);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), self->files->len > 0);
  g_signal_emit (self, signals[EDITED], 0);
}

static GtkWidget *
make_remove_button (YsAttachmentList *self, GFile *file, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *label = g_strdup_printf (_("Take out %s"), name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  return button;
}

static void
add_row (YsAttachmentList *self, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name ("text-x-generic-symbolic");
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *size = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, name);
  gtk_widget_add_css_class (size, "s");
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), size);
  gtk_box_append (GTK_BOX (row), make_remove_button (self, file, name));
  gtk_box_append (self->rows, row);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), TRUE);
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, self->cancellable, show_info_cb,
                           g_object_ref (size));
}

static gboolean
add_file (YsAttachmentList *self, GFile *file)
{
  for (guint i = 0; i < self->files->len; i++)
    if (g_file_equal (file, g_ptr_array_index (self->files, i)))
      return FALSE;
  g_ptr_array_add (self->files, g_object_ref (file));
  add_row (self, file);
  return TRUE;
}

/* --- dropping and choosing ----------------------------------------------------------------------- */

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, YsAttachmentList *self)
{
  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    ys_attachment_list_add (self, l->data);
  return TRUE;
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, YsAttachmentList *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);

          ys_attachment_list_add (self, file);
        }
    }
  g_clear_object (&self->chooser);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
choose_cb (GtkButton *button, YsAttachmentList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Attach Files"),
                                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Attach"), NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  add_filter (GTK_FILE_CHOOSER (self->chooser), _("PDF files"), "*.[Pp][Dd][Ff]");
  add_filter (GTK_FILE_CHOOSER (self->chooser), _("All files"), "*");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* --- class --------------------------------------------------------------------------------------- */

static void
ys_attachment_list_dispose (GObject *object)
{
  YsAttachmentList *self = YS_ATTACHMENT_LIST (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_ATTACHMENT_LIST);
  G_OBJECT_CLASS (ys_attachment_list_parent_class)->dispose (object);
}

static void
ys_attachment_list_class_init (YsAttachmentListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_attachment_list_dispose;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/register/attachment-list.ui");
  gtk_widget_class_bind_template_child (widget_class, YsAttachmentList, rows);
  gtk_widget_class_bind_template_child (widget_class, YsAttachmentList, hint);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
}

static void
ys_attachment_list_init (YsAttachmentList *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
ys_attachment_list_add (YsAttachmentList *self, GFile *file)
{
  g_return_if_fail (YS_IS_ATTACHMENT_LIST (self) && G_IS_FILE (file));

  if (add_file (self, file))
    g_signal_emit (self, signals[EDITED], 0);
}

void
ys_attachment_list_show (YsAttachmentList *self, const GPtrArray *addresses)
{
  g_return_if_fail (YS_IS_ATTACHMENT_LIST (self) && addresses != NULL);

  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  g_ptr_array_set_size (self->files, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), FALSE);
  for (guint i = 0; i < addresses->len; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (g_ptr_array_index (addresses, i));

      add_file (self, file);
    }
}

void
ys_attachment_list_take (YsAttachmentList *self, GPtrArray *addresses)
{
  g_return_if_fail (YS_IS_ATTACHMENT_LIST (self) && addresses != NULL);

  g_ptr_array_set_size (addresses, 0);
  for (guint i = 0; i < self->files->len; i++)
    g_ptr_array_add (addresses, g_file_get_uri (g_ptr_array_index (self->files, i)));
}
