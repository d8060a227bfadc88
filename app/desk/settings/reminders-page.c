/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Settings of reminding, bound to their controls; the service at login is a file. */
#include "desk/settings/reminders-page.h"

#include "desk/remind/remind-autostart.h"
#include "desk/remind/remind-tell.h"
#include "desk/settings/value-row.h"
#include "desk/widgets/drop-down-name.h"
#include "wording/i18n.h"

#include <libintl.h>

/* Times are offered by the half hour. */
#define STEP_MINUTES 30
#define N_TIMES (24 * 60 / STEP_MINUTES)

static const int offered[] = { 10, 7, 5, 3, 2, 1, 0 };

struct _YsRemindersPage
{
  AdwPreferencesPage parent_instance;

  GtkBox *thresholds;
  GtkSwitch *others;
  GtkSwitch *quiet;
  GtkDropDown *quiet_from;
  GtkDropDown *quiet_to;
  GtkSwitch *rest_days;
  GtkSwitch *service;
  AdwPreferencesGroup *dockets;

  GSettings *settings;
  GPtrArray *rows; /* of the watched dockets, unowned */
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (YsRemindersPage, ys_reminders_page, ADW_TYPE_PREFERENCES_PAGE)

/* --- thresholds ------------------------------------------------------------------------------- */

static gboolean
has_threshold (GVariant *list, int days)
{
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      gint32 child;

      g_variant_get_child (list, i, "i", &child);
      if (child == days)
        return TRUE;
    }
  return FALSE;
}

/* What is not offered here, and was set otherwise, stays. */
static void
threshold_cb (GtkToggleButton *button, YsRemindersPage *self)
{
  int days = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "days"));
  g_autoptr (GVariant) before = g_settings_get_value (self->settings, "remind-thresholds");
  GVariantBuilder after;

  g_variant_builder_init (&after, G_VARIANT_TYPE ("ai"));
  for (int i = YS_REMIND_MAX; i >= 0; i--)
    if (i == days ? gtk_toggle_button_get_active (button) : has_threshold (before, i))
      g_variant_builder_add (&after, "i", i);
  g_settings_set_value (self->settings, "remind-thresholds", g_variant_builder_end (&after));
}

static void
add_thresholds (YsRemindersPage *self)
{
  g_autoptr (GVariant) list = g_settings_get_value (self->settings, "remind-thresholds");

  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", offered[i]);
      g_autofree char *sentence
        = offered[i] > 0 ? g_strdup_printf (ngettext ("%d working day before",
                                                      "%d working days before",
                                                      (unsigned long) offered[i]), offered[i])
                         : g_strdup (_("On the due day"));
      GtkWidget *button
        = gtk_toggle_button_new_with_label (offered[i] > 0 ? number : C_ ("threshold", "Due day"));

      g_object_set_data (G_OBJECT (button), "days", GINT_TO_POINTER (offered[i]));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), has_threshold (list, offered[i]));
      gtk_widget_set_tooltip_text (button, sentence);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      sentence, -1);
      g_signal_connect (button, "toggled", G_CALLBACK (threshold_cb), self);
      gtk_box_append (self->thresholds, button);
    }
}

/* --- quiet hours ------------------------------------------------------------------------------ */

static GListModel *
make_times (void)
{
  GtkStringList *times = gtk_string_list_new (NULL);

  for (int i = 0; i < N_TIMES; i++)
    gtk_string_list_take (times, g_strdup_printf ("%02d:%02d", i * STEP_MINUTES / 60,
                                                  i * STEP_MINUTES % 60));
  return G_LIST_MODEL (times);
}

static gboolean
read_time (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_set_uint (value, (guint) g_variant_get_int32 (variant) / STEP_MINUTES);
  return TRUE;
}

static GVariant *
write_time (const GValue *value, const GVariantType *type, gpointer user_data)
{
  return g_variant_new_int32 ((gint32) g_value_get_uint (value) * STEP_MINUTES);
}

static void
bind_time (YsRemindersPage *self, GtkDropDown *drop_down, const char *key, const char *name)
{
  g_autoptr (GListModel) times = make_times ();

  gtk_drop_down_set_model (drop_down, times);
  ys_drop_down_set_name (drop_down, name);
  g_settings_bind_with_mapping (self->settings, key, drop_down, "selected", G_SETTINGS_BIND_DEFAULT,
                                read_time, write_time, NULL, NULL);
  g_settings_bind (self->settings, "remind-quiet", drop_down, "sensitive", G_SETTINGS_BIND_GET);
}

/* --- how -------------------------------------------------------------------------------------- */

static gboolean
service_cb (GtkSwitch *widget, gboolean on, YsRemindersPage *self)
{
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!ys_remind_autostart_set (on, &error))
    {
      if (ADW_IS_PREFERENCES_WINDOW (root))
        adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (root),
                                          adw_toast_new (error->message));
      gtk_switch_set_active (widget, !on);
      return GDK_EVENT_STOP;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), on ? "app.stay" : "app.leave", NULL);
  return GDK_EVENT_PROPAGATE;
}

static void
test_cb (GtkButton *button, YsRemindersPage *self)
{
  ys_remind_tell_sample ();
}

/* --- dockets ---------------------------------------------------------------------------------- */

static void
change_dockets (YsRemindersPage *self, const char *address, gboolean watched)
{
  g_auto (GStrv) before = g_settings_get_strv (self->settings, "remind-dockets");
  g_autoptr (GPtrArray) after = g_ptr_array_new ();

  for (char **docket = before; *docket != NULL; docket++)
    if (!g_str_equal (*docket, address))
      g_ptr_array_add (after, *docket);
  if (watched)
    g_ptr_array_add (after, (char *) address);
  g_ptr_array_add (after, NULL);
  g_settings_set_strv (self->settings, "remind-dockets", (const char *const *) after->pdata);
}

static void
remove_cb (GtkButton *button, YsRemindersPage *self)
{
  g_autofree char *address = g_strdup (g_object_get_data (G_OBJECT (button), "docket"));

  change_dockets (self, address, FALSE);
}

static void
add_docket (YsRemindersPage *self, const char *address, gboolean is_last)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_filename_display_basename (address);
  g_autofree char *shown = g_filename_display_name (address);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  ys_value_row_set (ADW_ACTION_ROW (row), shown);
  if (is_last)
    {
      GtkWidget *label = gtk_label_new (_("open last"));

      gtk_widget_add_css_class (label, "sub");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  else
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
      g_autofree char *sentence = g_strdup_printf (_("Watch %s no longer"), name);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, sentence);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      sentence, -1);
      g_object_set_data_full (G_OBJECT (button), "docket", g_strdup (address), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  adw_preferences_group_add (self->dockets, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_dockets (YsRemindersPage *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-docket");
  g_auto (GStrv) dockets = g_settings_get_strv (self->settings, "remind-dockets");

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->dockets, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  if (*last != '\0')
    add_docket (self, last, TRUE);
  for (char **docket = dockets; *docket != NULL; docket++)
    if (!g_str_equal (*docket, last))
      add_docket (self, *docket, FALSE);
}

static void
dockets_changed_cb (GSettings *settings, const char *key, YsRemindersPage *self)
{
  show_dockets (self);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, YsRemindersPage *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        change_dockets (self, path, TRUE);
    }
  g_clear_object (&self->chooser);
}

static void
add_cb (GtkButton *button, YsRemindersPage *self)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (
    _("Watch a Docket"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
    GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ys_reminders_page_dispose (GObject *object)
{
  YsRemindersPage *self = YS_REMINDERS_PAGE (object);

  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_REMINDERS_PAGE);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (ys_reminders_page_parent_class)->dispose (object);
}

static void
ys_reminders_page_class_init (YsRemindersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_reminders_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cn/yishen/Yishen/ui/settings/reminders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YsRemindersPage, thresholds);
  gtk_widget_class_bind_template_child (widget_class, YsRemindersPage, others);
  gtk_widget_class_bind_template_child (widget_class, YsRemindersPage, quiet);
  gtk_widget_class_bind_template_child (widget_class, YsRemindersPage, quiet_from);
  gtk_widget_class_bind_template_child (widget_class, YsRemindersPage, quiet_to);
  gtk_widget_class_bind_template_child (widget_class, YsRemindersPage, rest_days);
  gtk_widget_class_bind_template_child (widget_class, YsRemindersPage, service);
  gtk_widget_class_bind_template_child (widget_class, YsRemindersPage, dockets);
  gtk_widget_class_bind_template_callback (widget_class, test_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
ys_reminders_page_init (YsRemindersPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_reminders_page_new (GSettings *settings)
{
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  YsRemindersPage *self = g_object_new (YS_TYPE_REMINDERS_PAGE, NULL);

  self->settings = g_object_ref (settings);
  add_thresholds (self);
  g_settings_bind (settings, "remind-others", self->others, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "remind-quiet", self->quiet, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "remind-rest-days", self->rest_days, "active",
                   G_SETTINGS_BIND_DEFAULT);
  bind_time (self, self->quiet_from, "remind-quiet-from", _("Quiet from"));
  bind_time (self, self->quiet_to, "remind-quiet-to", _("Quiet until"));
  gtk_switch_set_active (self->service, ys_remind_autostart_get ());
  g_signal_connect (self->service, "state-set", G_CALLBACK (service_cb), self);
  show_dockets (self);
  g_signal_connect_object (settings, "changed::remind-dockets", G_CALLBACK (dockets_changed_cb),
                           self, 0);
  g_signal_connect_object (settings, "changed::last-docket", G_CALLBACK (dockets_changed_cb), self,
                           0);
  return GTK_WIDGET (self);
}
