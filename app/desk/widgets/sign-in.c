/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of those present, and what is remembered. */
#include "desk/widgets/sign-in.h"

#include "wording/explain.h"
#include "wording/i18n.h"

struct _YsSignIn
{
  AdwWindow parent_instance;

  GtkListBox *persons;

  YsContext *context;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (YsSignIn, ys_sign_in, ADW_TYPE_WINDOW)

/* --- what is remembered ------------------------------------------------------------------------ */

static gboolean
is_present (YsContext *context, const char *id)
{
  const YsPerson *person = ys_staff_find (ys_context_get_staff (context), id);

  return person != NULL && !person->left;
}

gboolean
ys_sign_in_take_remembered (YsContext *context, GSettings *settings)
{
  g_return_val_if_fail (YS_IS_CONTEXT (context) && G_IS_SETTINGS (settings), FALSE);

  g_autoptr (GVariant) remembered = g_settings_get_value (settings, "signed-in");
  const char *id;

  if (ys_staff_is_open (ys_context_get_staff (context)))
    return TRUE;
  if (is_present (context, ys_context_get_actor (context)))
    return TRUE;
  if (!g_variant_lookup (remembered, ys_context_get_docket_id (context), "&s", &id)
      || !is_present (context, id))
    return FALSE;
  ys_context_set_actor (context, id);
  return TRUE;
}

void
ys_sign_in_remember (GSettings *settings, const char *docket_id, const char *id)
{
  g_return_if_fail (G_IS_SETTINGS (settings) && docket_id != NULL && id != NULL);

  g_autoptr (GVariant) before = g_settings_get_value (settings, "signed-in");
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  GVariantIter iter;
  const char *docket, *person;

  g_variant_iter_init (&iter, before);
  while (g_variant_iter_next (&iter, "{&s&s}", &docket, &person))
    if (!g_str_equal (docket, docket_id))
      g_variant_builder_add (&builder, "{ss}", docket, person);
  g_variant_builder_add (&builder, "{ss}", docket_id, id);
  g_settings_set_value (settings, "signed-in", g_variant_builder_end (&builder));
}

/* --- the list --------------------------------------------------------------------------------- */

static void
chosen_cb (GtkListBox *list, GtkListBoxRow *row, YsSignIn *self)
{
  const char *id = g_object_get_data (G_OBJECT (row), "person");

  ys_sign_in_remember (self->settings, ys_context_get_docket_id (self->context), id);
  ys_context_set_actor (self->context, id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
add_person (YsSignIn *self, const YsPerson *person)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GString) words = g_string_new (person->id);
  g_autofree char *spoken = NULL;

  for (guint role = YS_ROLE_OFFICER; role <= YS_ROLE_KEEPER; role <<= 1)
    if ((person->roles & role) != 0)
      g_string_append_printf (words, " · %s", ys_name_role (ys_role_get_id ((YsRole) role)));
  spoken = g_strdup_printf ("%s: %s", person->name, words->str);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), person->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words->str);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "person", g_strdup (person->id), g_free);
  gtk_list_box_append (self->persons, row);
}

static void
ys_sign_in_dispose (GObject *object)
{
  YsSignIn *self = YS_SIGN_IN (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_SIGN_IN);
  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (ys_sign_in_parent_class)->dispose (object);
}

static void
ys_sign_in_class_init (YsSignInClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_sign_in_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/widgets/sign-in.ui");
  gtk_widget_class_bind_template_child (widget_class, YsSignIn, persons);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ys_sign_in_init (YsSignIn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

YsSignIn *
ys_sign_in_ask (GtkWidget *from, YsContext *context, GSettings *settings)
{
  g_return_val_if_fail (GTK_IS_WIDGET (from) && YS_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  YsSignIn *self = g_object_new (YS_TYPE_SIGN_IN, NULL);
  GtkRoot *root = gtk_widget_get_root (from);
  const GPtrArray *persons = ys_staff_get_persons (ys_context_get_staff (context));

  self->context = g_object_ref (context);
  self->settings = g_object_ref (settings);
  for (guint i = 0; i < persons->len; i++)
    {
      const YsPerson *person = g_ptr_array_index (persons, i);

      if (!person->left)
        add_person (self, person);
    }
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
