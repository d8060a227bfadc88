/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marks fields; an entry gets a warning sign too, so that colour is never alone. */
#include "desk/register/field-fault.h"

void
ys_field_mark (GtkWidget *field, const char *reason)
{
  g_return_if_fail (GTK_IS_WIDGET (field));

  GtkAccessible *accessible = GTK_ACCESSIBLE (field);

  if (GTK_IS_ENTRY (field))
    {
      gtk_entry_set_icon_from_icon_name (GTK_ENTRY (field), GTK_ENTRY_ICON_SECONDARY,
                                         reason != NULL ? "dialog-warning-symbolic" : NULL);
      gtk_entry_set_icon_activatable (GTK_ENTRY (field), GTK_ENTRY_ICON_SECONDARY, FALSE);
      gtk_entry_set_icon_tooltip_text (GTK_ENTRY (field), GTK_ENTRY_ICON_SECONDARY, reason);
    }
  gtk_widget_set_tooltip_text (field, reason);
  if (reason != NULL)
    {
      gtk_widget_add_css_class (field, "error");
      gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason, -1);
    }
  else
    {
      gtk_widget_remove_css_class (field, "error");
      gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
}
