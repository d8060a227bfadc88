/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages side by side. */
#include "desk/settings/settings-window.h"

#include "desk/settings/appearance-page.h"
#include "desk/settings/approval-page.h"
#include "desk/settings/calendar-page.h"
#include "desk/settings/docket-page.h"
#include "desk/settings/key-page.h"
#include "desk/settings/people-page.h"
#include "desk/settings/reminders-page.h"
#include "desk/settings/safety-page.h"

struct _YsSettingsWindow
{
  AdwPreferencesWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (YsSettingsWindow, ys_settings_window, ADW_TYPE_PREFERENCES_WINDOW)

void
ys_settings_window_show_page (YsSettingsWindow *self, const char *page)
{
  g_return_if_fail (YS_IS_SETTINGS_WINDOW (self));

  if (page != NULL)
    adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (self), page);
}

static void
ys_settings_window_class_init (YsSettingsWindowClass *klass)
{
}

static void
ys_settings_window_init (YsSettingsWindow *self)
{
  /* Room for the names of the pages beside each other. */
  gtk_window_set_default_size (GTK_WINDOW (self), 1000, 660);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (self), FALSE);
}

static void
add (YsSettingsWindow *self, GtkWidget *page)
{
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (page));
}

GtkWindow *
ys_settings_window_new (YsApplication *application, YsContext *context)
{
  g_return_val_if_fail (YS_IS_APPLICATION (application), NULL);

  YsSettingsWindow *self = g_object_new (YS_TYPE_SETTINGS_WINDOW, "application", application, NULL);
  GSettings *settings = ys_application_get_settings (application);

  add (self, ys_reminders_page_new (settings));
  if (context != NULL)
    {
      add (self, ys_docket_page_new (settings, context));
      add (self, ys_people_page_new (context));
      add (self, ys_key_page_new (settings, context));
      add (self, ys_approval_page_new (context));
      add (self, ys_calendar_page_new (context));
    }
  add (self, ys_appearance_page_new (settings));
  add (self, ys_safety_page_new ());
  return GTK_WINDOW (self);
}
