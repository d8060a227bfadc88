/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The choice is kept in the settings; the application follows them. */
#include "desk/settings/appearance-page.h"

#include "wording/i18n.h"

struct _YsAppearancePage
{
  AdwPreferencesPage parent_instance;

  AdwComboRow *scheme;
  GtkWidget *foreign;
  AdwActionRow *theme;
};

G_DEFINE_FINAL_TYPE (YsAppearancePage, ys_appearance_page, ADW_TYPE_PREFERENCES_PAGE)

/* In the order of the list. */
static const char *const schemes[] = { "system", "light", "dark" };

static gboolean
read_scheme (GValue *value, GVariant *variant, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (g_variant_get_string (variant, NULL), schemes[i]))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
write_scheme (const GValue *value, const GVariantType *type, gpointer user_data)
{
  guint i = g_value_get_uint (value);

  return i < G_N_ELEMENTS (schemes) ? g_variant_new_string (schemes[i]) : NULL;
}

static void
show_system (YsAppearancePage *self)
{
  gboolean tells
    = adw_style_manager_get_system_supports_color_schemes (adw_style_manager_get_default ());

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->scheme),
                               tells ? _("The size of text follows the system.")
                                     : _("This desktop does not say whether it is light or dark: "
                                         "as the system means light. The size of text follows the "
                                         "system."));
}

static void
system_cb (AdwStyleManager *manager, GParamSpec *pspec, YsAppearancePage *self)
{
  show_system (self);
}

static void
show_theme (YsAppearancePage *self)
{
  const char *theme = g_getenv ("GTK_THEME");
  g_autofree char *sentence = NULL;

  if (theme == NULL)
    return;
  sentence = g_strdup_printf (_("GTK_THEME is set to “%s”: parts of the window may look wrong or be "
                                "missing. Remove it where it is set."), theme);
  adw_action_row_set_subtitle (self->theme, sentence);
  gtk_widget_set_visible (self->foreign, TRUE);
}

static void
ys_appearance_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_APPEARANCE_PAGE);
  G_OBJECT_CLASS (ys_appearance_page_parent_class)->dispose (object);
}

static void
ys_appearance_page_class_init (YsAppearancePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_appearance_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/settings/appearance-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsAppearancePage, scheme);
  gtk_widget_class_bind_template_child (widget_class, YsAppearancePage, foreign);
  gtk_widget_class_bind_template_child (widget_class, YsAppearancePage, theme);
}

static void
ys_appearance_page_init (YsAppearancePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_appearance_page_new (GSettings *settings)
{
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  YsAppearancePage *self = g_object_new (YS_TYPE_APPEARANCE_PAGE, NULL);

  g_settings_bind_with_mapping (settings, "color-scheme", self->scheme, "selected",
                                G_SETTINGS_BIND_DEFAULT, read_scheme, write_scheme, NULL, NULL);
  show_system (self);
  show_theme (self);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify::system-supports-color-schemes", G_CALLBACK (system_cb), self,
                           0);
  return GTK_WIDGET (self);
}
