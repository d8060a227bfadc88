/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names the list and the button within it. */
#include "desk/widgets/drop-down-name.h"

void
ys_drop_down_set_name (GtkDropDown *list, const char *label)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (list) && label != NULL);

  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (list));

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (button != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
}
