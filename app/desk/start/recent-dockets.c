/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of name and folder. Whether a docket is still there is found out when it is opened: asking a
 * shared disk that is away would hold up the window. */
#include "desk/start/recent-dockets.h"

#include <string.h>

static GtkWidget *
make_row (const char *address)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *base = g_path_get_basename (address);
  g_autofree char *dir = g_path_get_dirname (address);
  g_autofree char *name = NULL;
  g_autofree char *folder = g_filename_display_name (dir);

  if (g_str_has_suffix (base, ".docket"))
    base[strlen (base) - strlen (".docket")] = '\0';
  name = g_filename_display_name (base);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_name (row, address);
  gtk_widget_set_tooltip_text (row, address);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, folder, -1);
  return row;
}

void
ys_recent_dockets_fill (GtkListBox *list, const char *const *addresses)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list) && addresses != NULL);

  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; addresses[i] != NULL; i++)
    gtk_list_box_append (list, make_row (addresses[i]));
  gtk_widget_set_visible (GTK_WIDGET (list), addresses[0] != NULL);
}

const char *
ys_recent_dockets_get_address (GtkListBoxRow *row)
{
  g_return_val_if_fail (GTK_IS_LIST_BOX_ROW (row), NULL);

  return gtk_widget_get_name (GTK_WIDGET (row));
}
