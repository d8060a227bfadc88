/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files come by drop or choice and go by their row; each counts once. */
#include "desk/register/attachment-list.h"

#include "desk/register/attachment-row.h"
#include "desk/widgets/file-choice.h"
#include "desk/window.h"
#include "wording/i18n.h"

struct _YsAttachmentList
{
  GtkBox parent_instance;

  GtkBox *rows;
  GtkLabel *hint;

  GPtrArray *files; /* of GFile, in the order of the rows */
  GFile *removed;   /* the last one, which can be brought back to its place */
  guint removed_at;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (YsAttachmentList, ys_attachment_list, GTK_TYPE_BOX)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- rows ---------------------------------------------------------------------------------------- */

static void removed_cb (YsAttachmentRow *row, YsAttachmentList *self);

static void
add_row (YsAttachmentList *self, GFile *file)
{
  GtkWidget *row = ys_attachment_row_new (file);

  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, 0);
  gtk_box_append (self->rows, row);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), TRUE);
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

static void
bring_back (GtkWidget *list)
{
  YsAttachmentList *self = YS_ATTACHMENT_LIST (list);
  GtkWidget *before = NULL, *row;
  guint at = MIN (self->removed_at, self->files->len);

  /* The same file may have been added again meanwhile. */
  if (self->removed == NULL || !add_file (self, self->removed))
    return;
  g_ptr_array_insert (self->files, (int) at,
                      g_ptr_array_steal_index (self->files, self->files->len - 1));
  row = gtk_widget_get_last_child (GTK_WIDGET (self->rows));
  for (guint i = 0; i < at; i++)
    before = before == NULL ? gtk_widget_get_first_child (GTK_WIDGET (self->rows))
                            : gtk_widget_get_next_sibling (before);
  gtk_box_reorder_child_after (self->rows, row, before);
  g_clear_object (&self->removed);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
removed_cb (YsAttachmentRow *row, YsAttachmentList *self)
{
  GFile *file = ys_attachment_row_get_file (row);

  g_set_object (&self->removed, file);
  if (!g_ptr_array_find (self->files, file, &self->removed_at))
    return;
  ys_window_tell_undo (GTK_WIDGET (self), _("Attachment removed"), bring_back);
  g_ptr_array_remove_index (self->files, self->removed_at);
  gtk_box_remove (self->rows, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), self->files->len > 0);
  g_signal_emit (self, signals[EDITED], 0);
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
choose_cb (GtkButton *button, YsAttachmentList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Attach Files"),
                                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Attach"), NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  ys_file_choice_add_documents (self->chooser);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  ys_file_choice_show (self->chooser, "documents");
}

/* --- class --------------------------------------------------------------------------------------- */

static void
ys_attachment_list_dispose (GObject *object)
{
  YsAttachmentList *self = YS_ATTACHMENT_LIST (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->removed);
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
  g_clear_object (&self->removed);
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
