/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An icon that keeps its room when there is none, so that the words stand in line. */
#include "desk/widgets/due-label.h"

struct _YsDueLabel
{
  GtkBox parent_instance;

  GtkWidget *icon;
  GtkWidget *label;
  const char *style;
  YsDueKind kind;
};

G_DEFINE_FINAL_TYPE (YsDueLabel, ys_due_label, GTK_TYPE_BOX)

void
ys_due_label_set_due (YsDueLabel *self, YsDue due)
{
  g_return_if_fail (YS_IS_DUE_LABEL (self));

  g_autofree char *text = ys_due_describe (due);
  const char *style = ys_due_get_style (due.kind);

  gtk_label_set_text (GTK_LABEL (self->label), text);
  /* A list binds these by the hundred: style and icon only where they change. */
  if (self->kind == due.kind)
    return;
  self->kind = due.kind;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), ys_due_get_icon (due.kind));
  gtk_image_set_pixel_size (GTK_IMAGE (self->icon), YS_DUE_ICON_SIZE);
  if (self->style != NULL && self->style != style)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->style);
  gtk_widget_add_css_class (GTK_WIDGET (self), style);
  self->style = style;
  if (ys_due_is_urgent (due.kind))
    gtk_widget_add_css_class (self->label, "b");
  else
    gtk_widget_remove_css_class (self->label, "b");
}

void
ys_due_label_set_fixed (YsDueLabel *self)
{
  g_return_if_fail (YS_IS_DUE_LABEL (self));

  gtk_label_set_width_chars (GTK_LABEL (self->label), 1);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), 1);
  gtk_widget_set_hexpand (self->label, TRUE);
  /* What a child wants must not reach the row. */
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
}

static void
ys_due_label_class_init (YsDueLabelClass *klass)
{
}

static void
ys_due_label_init (YsDueLabel *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->icon = gtk_image_new ();
  gtk_image_set_pixel_size (GTK_IMAGE (self->icon), YS_DUE_ICON_SIZE);
  gtk_widget_set_size_request (self->icon, YS_DUE_ICON_SIZE, -1);
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self), self->icon);
  gtk_box_append (GTK_BOX (self), self->label);
}

GtkWidget *
ys_due_label_new (void)
{
  return g_object_new (YS_TYPE_DUE_LABEL, NULL);
}
