/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every window, also those of forms, hears of input before its widgets do. */
#include "desk/idle-lock.h"

#include <time.h>

#define LOOK_SECONDS 15

struct _YsIdleLock
{
  GSettings *settings;
  GFunc lock;
  gpointer user_data;
  GListModel *windows;
  gint64 last;       /* input */
  gboolean is_locked; /* since then */
  guint timer;
};

gint64
ys_idle_lock_read_clock (void)
{
  struct timespec now;

  /* The monotonic clock stands still while the computer sleeps. */
  if (clock_gettime (CLOCK_BOOTTIME, &now) != 0)
    return g_get_monotonic_time ();
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, YsIdleLock *self)
{
  switch (gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
    case GDK_BUTTON_PRESS:
    case GDK_MOTION_NOTIFY:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
      self->last = ys_idle_lock_read_clock ();
      self->is_locked = FALSE;
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static const char controller_name[] = "ys-idle-lock";

static void
watch_window (YsIdleLock *self, GtkWidget *window)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_name (controller, controller_name);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (window, controller);
}

static void
windows_cb (GListModel *windows, guint at, guint removed, guint added, YsIdleLock *self)
{
  for (guint i = at; i < at + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      watch_window (self, window);
    }
}

void
ys_idle_lock_look (YsIdleLock *self, gint64 now)
{
  g_return_if_fail (self != NULL);

  gint64 patience
    = (gint64) g_settings_get_int (self->settings, "key-idle-minutes") * 60 * G_USEC_PER_SEC;

  if (self->is_locked || now - self->last < patience)
    return;
  self->is_locked = TRUE;
  self->lock (self->user_data, NULL);
}

static gboolean
look_cb (gpointer user_data)
{
  ys_idle_lock_look (user_data, ys_idle_lock_read_clock ());
  return G_SOURCE_CONTINUE;
}

YsIdleLock *
ys_idle_lock_new (GSettings *settings, GFunc lock, gpointer user_data)
{
  g_return_val_if_fail (G_IS_SETTINGS (settings) && lock != NULL, NULL);

  YsIdleLock *self = g_new0 (YsIdleLock, 1);

  self->settings = g_object_ref (settings);
  self->lock = lock;
  self->user_data = user_data;
  self->last = ys_idle_lock_read_clock ();
  self->windows = g_object_ref (gtk_window_get_toplevels ());
  g_signal_connect (self->windows, "items-changed", G_CALLBACK (windows_cb), self);
  windows_cb (self->windows, 0, 0, g_list_model_get_n_items (self->windows), self);
  self->timer = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
  return self;
}

/* Windows may stay behind. */
static void
leave_window (YsIdleLock *self, GtkWidget *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (g_strcmp0 (gtk_event_controller_get_name (controller), controller_name) == 0)
        g_signal_handlers_disconnect_by_data (controller, self);
    }
}

void
ys_idle_lock_free (YsIdleLock *self)
{
  if (self == NULL)
    return;
  g_source_remove (self->timer);
  g_signal_handlers_disconnect_by_data (self->windows, self);
  for (guint i = 0; i < g_list_model_get_n_items (self->windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (self->windows, i);

      leave_window (self, window);
    }
  g_object_unref (self->windows);
  g_object_unref (self->settings);
  g_free (self);
}
