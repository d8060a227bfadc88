/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pill. What its values mean is case-choice.c. */
#include "desk/cases/filter-chip.h"

#include "desk/widgets/lazy-menu.h"
#include "wording/i18n.h"

/* Outcomes have names of a whole line. */
#define VALUE_CHARS 16

struct _YsFilterChip
{
  GtkBox parent_instance;

  char *title;
  GtkWidget *button; /* NULL for a filter that is not chosen from a menu */
  GtkWidget *title_label;
  GtkWidget *value_label;
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (YsFilterChip, ys_filter_chip, GTK_TYPE_BOX)

void
ys_filter_chip_set_menu (YsFilterChip *self, GMenuModel *menu)
{
  g_return_if_fail (YS_IS_FILTER_CHIP (self) && self->button != NULL);

  ys_lazy_menu_set (GTK_MENU_BUTTON (self->button), menu);
}

void
ys_filter_chip_set_value (YsFilterChip *self, const char *value)
{
  g_return_if_fail (YS_IS_FILTER_CHIP (self));

  /* Translators: a filter and its value, for screen readers and as a tooltip. */
  g_autofree char *whole = g_strdup_printf (_("%s: %s"), self->title,
                                            value != NULL ? value : C_ ("filter", "All"));
  /* Translators: a filter, for instance “State”. */
  g_autofree char *take_off = g_strdup_printf (_("Take off the filter: %s"), self->title);

  gboolean is_long = value != NULL && g_utf8_strlen (value, -1) > VALUE_CHARS;

  gtk_label_set_text (GTK_LABEL (self->value_label), value);
  gtk_label_set_ellipsize (GTK_LABEL (self->value_label),
                           is_long ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (GTK_LABEL (self->value_label), is_long ? VALUE_CHARS : -1);
  gtk_widget_set_visible (self->value_label, value != NULL);
  gtk_widget_set_visible (self->clear, value != NULL);
  if (self->button != NULL)
    {
      gtk_widget_set_tooltip_text (self->button, whole);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      whole, -1);
      gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), value == NULL);
    }
  gtk_widget_set_tooltip_text (self->clear, take_off);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  take_off, -1);
  if (value != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "on");
      gtk_widget_add_css_class (self->title_label, "sub");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "on");
      gtk_widget_remove_css_class (self->title_label, "sub");
    }
}

static void
ys_filter_chip_finalize (GObject *object)
{
  g_free (YS_FILTER_CHIP (object)->title);
  G_OBJECT_CLASS (ys_filter_chip_parent_class)->finalize (object);
}

static void
ys_filter_chip_class_init (YsFilterChipClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_filter_chip_finalize;
}

static void
ys_filter_chip_init (YsFilterChip *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "chip");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

static void
make_content (YsFilterChip *self, gboolean has_menu)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title_label = gtk_label_new (self->title);
  self->value_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->value_label, "b");
  gtk_label_set_max_width_chars (GTK_LABEL (self->value_label), VALUE_CHARS);
  gtk_box_append (GTK_BOX (box), self->title_label);
  gtk_box_append (GTK_BOX (box), self->value_label);
  if (has_menu)
    {
      self->button = gtk_menu_button_new ();
      gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
      gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->button), FALSE);
    }
  gtk_box_append (GTK_BOX (self), has_menu ? self->button : box);
  self->clear = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_button_set_has_frame (GTK_BUTTON (self->clear), FALSE);
  gtk_box_append (GTK_BOX (self), self->clear);
}

GtkWidget *
ys_filter_chip_new (const char *title, const char *action, gboolean has_menu)
{
  g_return_val_if_fail (title != NULL && action != NULL, NULL);

  YsFilterChip *self = g_object_new (YS_TYPE_FILTER_CHIP, NULL);

  self->title = g_strdup (title);
  make_content (self, has_menu);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->clear), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->clear), "s", "");
  ys_filter_chip_set_value (self, NULL);
  return GTK_WIDGET (self);
}
