/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks at each widget once when it is realized. Whether a control was given a name is only told by
 * the functions that GTK has for tests; they work on any display. */
#include "desk/widgets/spoken-name.h"

#include "desk/widgets/mnemonic.h"

#include <adwaita.h>

static gboolean
has_name (GtkAccessible *control)
{
  return gtk_test_accessible_has_property (control, GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static gboolean
has_name_of (GtkAccessible *control, const char *name)
{
  g_autofree char *other
    = gtk_test_accessible_check_property (control, GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  return other == NULL;
}

/* @text: of its label; @is_its_own: GTK names the control by that very text. */
static void
name (GtkWidget *control, const char *text, gboolean has_mnemonic, gboolean is_its_own)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (control);
  g_autofree char *bare = has_mnemonic ? ys_mnemonic_strip (text) : g_strdup (text);

  if (!has_name (accessible) || (is_its_own && has_name_of (accessible, text)))
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, bare, -1);
  if (gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    gtk_accessible_reset_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
name_button (GtkButton *button)
{
  const char *text = gtk_button_get_label (button);

  if (text != NULL)
    name (GTK_WIDGET (button), text, gtk_button_get_use_underline (button), TRUE);
}

static void
name_check_button (GtkCheckButton *button)
{
  const char *text = gtk_check_button_get_label (button);

  if (text != NULL)
    name (GTK_WIDGET (button), text, gtk_check_button_get_use_underline (button), TRUE);
}

/* The button inside has the focus. */
static void
name_menu_button (GtkMenuButton *button)
{
  const char *text = gtk_menu_button_get_label (button);
  GtkWidget *inner = gtk_widget_get_first_child (GTK_WIDGET (button));

  if (text != NULL && inner != NULL)
    name (inner, text, gtk_menu_button_get_use_underline (button), TRUE);
}

/* A row lends its title to what it activates, and a row to type in is named where one types. */
static void
name_row (AdwPreferencesRow *row)
{
  const char *title = adw_preferences_row_get_title (row);
  gboolean has_mnemonic = adw_preferences_row_get_use_underline (row);
  GtkWidget *within = NULL;

  if (title == NULL || *title == '\0')
    return;
  if (ADW_IS_ACTION_ROW (row))
    within = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
  else if (GTK_IS_EDITABLE (row))
    within = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row)));
  name (GTK_WIDGET (row), title, has_mnemonic, TRUE);
  if (within != NULL)
    name (within, title, has_mnemonic, TRUE);
}

/* What a label has not itself named it names by its text, and again when that becomes another. */
static void
name_labelled (GtkLabel *label)
{
  static GQuark named = 0;
  GtkWidget *control = gtk_label_get_mnemonic_widget (label);
  g_autofree char *bare = NULL;
  const char *before;
  gboolean is_its_own;

  if (control == NULL)
    return;
  if (named == 0)
    named = g_quark_from_static_string ("ys-spoken-name");
  bare = gtk_label_get_use_underline (label) ? ys_mnemonic_strip (gtk_label_get_label (label))
                                             : g_strdup (gtk_label_get_text (label));
  before = g_object_get_qdata (G_OBJECT (label), named);
  is_its_own = !has_name (GTK_ACCESSIBLE (control))
               || (before != NULL && has_name_of (GTK_ACCESSIBLE (control), before));
  if (is_its_own)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, bare,
                                      -1);
      g_object_set_qdata_full (G_OBJECT (label), named, g_steal_pointer (&bare), g_free);
    }
  if (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (control),
                                        GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
name_widget (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    name_labelled (GTK_LABEL (widget));
  else if (GTK_IS_BUTTON (widget))
    name_button (GTK_BUTTON (widget));
  else if (GTK_IS_CHECK_BUTTON (widget))
    name_check_button (GTK_CHECK_BUTTON (widget));
  else if (GTK_IS_MENU_BUTTON (widget))
    name_menu_button (GTK_MENU_BUTTON (widget));
  else if (ADW_IS_PREFERENCES_ROW (widget))
    name_row (ADW_PREFERENCES_ROW (widget));
}

static void
label_cb (GtkWidget *widget, GParamSpec *pspec, gpointer user_data)
{
  name_widget (widget);
}

/* Whether it is named by its label, which may become another. */
static gboolean
follows_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_mnemonic_widget (GTK_LABEL (widget)) != NULL;
  return GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget);
}

static gboolean
realized_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  name_widget (widget);
  if (!follows_label (widget))
    return TRUE;
  /* Once, however often it is realized. */
  g_signal_handlers_disconnect_by_func (widget, label_cb, NULL);
  g_signal_connect (widget, "notify::label", G_CALLBACK (label_cb), NULL);
  return TRUE;
}

void
ys_spoken_name_watch (void)
{
  static gulong hook = 0;

  if (hook != 0)
    return;
  /* Its signals are made with the class. */
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  hook = g_signal_add_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, realized_cb,
                                     NULL, NULL);
}
