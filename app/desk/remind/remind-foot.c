/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The line follows the settings of the application; without one there is nothing to say. */
#include "desk/remind/remind-foot.h"

#include "desk/application.h"
#include "desk/remind/remind-wish.h"
#include "wording/i18n.h"

struct _YsRemindFoot
{
  GtkBox parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (YsRemindFoot, ys_remind_foot, GTK_TYPE_BOX)

static void
show_wish (YsRemindFoot *self, GSettings *settings)
{
  g_autoptr (YsRemindWish) wish = ys_remind_wish_new (settings);
  g_autofree char *sentence = ys_remind_wish_describe (wish);

  gtk_label_set_text (self->label, sentence);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), sentence);
}

static void
changed_cb (GSettings *settings, const char *key, YsRemindFoot *self)
{
  show_wish (self, settings);
}

static void
change_cb (GtkButton *button, YsRemindFoot *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.show-preferences", "s", "reminders");
}

static void
ys_remind_foot_class_init (YsRemindFootClass *klass)
{
}

static void
ys_remind_foot_init (YsRemindFoot *self)
{
  GApplication *application = g_application_get_default ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("preferences-system-notifications-symbolic");
  GtkWidget *button = gtk_button_new_with_label (_("Change…"));

  gtk_widget_add_css_class (GTK_WIDGET (self), "remind-foot");
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_image_set_pixel_size (GTK_IMAGE (icon), 14);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (self->label, 1);
  gtk_label_set_max_width_chars (self->label, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "s");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "sub");
  gtk_widget_add_css_class (button, "linkish");
  gtk_widget_set_tooltip_text (button, _("When to remind, and how"));
  g_signal_connect (button, "clicked", G_CALLBACK (change_cb), self);
  gtk_box_append (GTK_BOX (self), icon);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (self), button);

  if (YS_IS_APPLICATION (application))
    {
      GSettings *settings = ys_application_get_settings (YS_APPLICATION (application));

      show_wish (self, settings);
      g_signal_connect_object (settings, "changed", G_CALLBACK (changed_cb), self, 0);
    }
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
