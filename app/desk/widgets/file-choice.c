/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The folders stand in the settings, by use. */
#include "desk/widgets/file-choice.h"

#include "desk/application.h"
#include "wording/i18n.h"

#define FOLDERS "last-folders"

/* NULL where no application runs, as in tests. */
static GSettings *
get_settings (void)
{
  GApplication *application = g_application_get_default ();

  return YS_IS_APPLICATION (application)
           ? ys_application_get_settings (YS_APPLICATION (application))
           : NULL;
}

void
ys_file_choice_remember (const char *use, GFile *folder)
{
  g_return_if_fail (use != NULL && G_IS_FILE (folder));

  GSettings *settings = get_settings ();
  g_autoptr (GVariant) old = NULL;
  g_autofree char *uri = g_file_get_uri (folder);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key, *value;

  if (settings == NULL)
    return;
  old = g_settings_get_value (settings, FOLDERS);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, old);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &value))
    if (!g_str_equal (key, use))
      g_variant_builder_add (&builder, "{ss}", key, value);
  g_variant_builder_add (&builder, "{ss}", use, uri);
  g_settings_set_value (settings, FOLDERS, g_variant_builder_end (&builder));
}

GFile *
ys_file_choice_get_folder (const char *use)
{
  g_return_val_if_fail (use != NULL, NULL);

  GSettings *settings = get_settings ();
  g_autoptr (GVariant) folders = NULL;
  const char *uri;

  if (settings == NULL)
    return NULL;
  folders = g_settings_get_value (settings, FOLDERS);
  if (!g_variant_lookup (folders, use, "&s", &uri))
    return NULL;
  /* Whether it is still there is not asked here: a share may take long to answer, and the chooser
   * goes up to a folder that is. */
  return g_file_new_for_uri (uri);
}

void
ys_file_choice_add_filter (GtkFileChooserNative *chooser, const char *name, const char *pattern)
{
  g_return_if_fail (GTK_IS_FILE_CHOOSER_NATIVE (chooser) && name != NULL && pattern != NULL);

  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

void
ys_file_choice_add_documents (GtkFileChooserNative *chooser)
{
  ys_file_choice_add_filter (chooser, _("PDF files"), "*.[Pp][Dd][Ff]");
  ys_file_choice_add_filter (chooser, _("All files"), "*");
}

static void
response_cb (GtkNativeDialog *dialog, int response, const char *use)
{
  g_autoptr (GFile) folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    folder = gtk_file_chooser_get_current_folder (GTK_FILE_CHOOSER (dialog));
  if (folder != NULL)
    ys_file_choice_remember (use, folder);
}

void
ys_file_choice_show (GtkFileChooserNative *chooser, const char *use)
{
  g_return_if_fail (GTK_IS_FILE_CHOOSER_NATIVE (chooser) && use != NULL);

  g_autoptr (GFile) folder = ys_file_choice_get_folder (use);

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_data (chooser, "response", G_CALLBACK (response_cb), g_strdup (use),
                         (GClosureNotify) (void (*) (void)) g_free, (GConnectFlags) 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
