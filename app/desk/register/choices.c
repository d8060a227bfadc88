/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables of words behind drop-down lists. */
#include "desk/register/choices.h"

#include "wording/i18n.h"

void
ys_choices_fill (GtkDropDown *list, const YsChoice *choices)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (list) && choices != NULL);

  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (; choices->name != NULL; choices++)
    gtk_string_list_append (names, _(choices->name));
  gtk_drop_down_set_model (list, G_LIST_MODEL (names));
}

const char *
ys_choices_get (GtkDropDown *list, const YsChoice *choices)
{
  guint selected = gtk_drop_down_get_selected (list);

  return selected != GTK_INVALID_LIST_POSITION ? choices[selected].word : "";
}

gboolean
ys_choices_set (GtkDropDown *list, const YsChoice *choices, const char *word)
{
  for (guint i = 0; choices[i].name != NULL; i++)
    if (g_strcmp0 (choices[i].word, word) == 0)
      {
        gtk_drop_down_set_selected (list, i);
        return TRUE;
      }
  gtk_drop_down_set_selected (list, 0);
  return FALSE;
}
