/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same for the eye and for the ear. */
#include "desk/settings/value-row.h"

#include "wording/i18n.h"

void
ys_value_row_set (AdwActionRow *row, const char *value)
{
  g_return_if_fail (ADW_IS_ACTION_ROW (row) && value != NULL);

  g_autofree char *sentence = g_strdup_printf (
    _("%s: %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), value);
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  /* The subtitle is markup wherever the title may be. */
  adw_action_row_set_subtitle (
    row, adw_preferences_row_get_use_markup (ADW_PREFERENCES_ROW (row)) ? escaped : value);
  /* Its title, which the row is labelled by, would be said once more. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
}
