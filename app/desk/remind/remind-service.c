/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One program a session: GApplication sees to that. The one that is there does the reminding, with
 * or without windows. */
#include "desk/remind/remind-service.h"

#include "wording/i18n.h"

#include <glib-unix.h>
#include <signal.h>

/* The first window comes before the dockets that only are watched. */
#define BEGIN_SECONDS 10

typedef enum
{
  FOR_WINDOWS,
  TO_REMIND, /* and to stay without a window */
  TO_REMIND_ONCE,
} Purpose;

struct _YsRemindService
{
  GApplication *application; /* unowned */
  YsRemindWatch *watch;      /* unowned, or NULL */
  Purpose purpose;
  gboolean has_begun;
  gboolean stays;
  gboolean hears_signals;
  int status;
};

/* --- staying ---------------------------------------------------------------------------------- */

static gboolean
end_cb (gpointer user_data)
{
  g_application_quit (user_data);
  return G_SOURCE_CONTINUE;
}

static void
stay (YsRemindService *self)
{
  if (self->stays)
    return;
  self->stays = TRUE;
  g_application_hold (self->application);
  if (self->hears_signals)
    return;
  self->hears_signals = TRUE;
  g_unix_signal_add (SIGTERM, end_cb, self->application);
  g_unix_signal_add (SIGINT, end_cb, self->application);
}

static void
stay_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsRemindService *self = user_data;

  stay (self);
  ys_remind_watch_check (self->watch);
}

static void
leave_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsRemindService *self = user_data;

  if (!self->stays)
    return;
  self->stays = FALSE;
  g_application_release (self->application);
}

static void
check_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsRemindService *self = user_data;

  ys_remind_watch_check (self->watch);
}

/* --- looking ---------------------------------------------------------------------------------- */

static void
checked_cb (YsRemindWatch *watch, const char *address, GError *error, YsRemindService *self)
{
  if (error == NULL)
    return;
  if (self->purpose == FOR_WINDOWS)
    g_info ("reminders of %s: %s", address, error->message);
  else
    g_printerr ("yishen: %s: %s\n", address, error->message);
  if (self->purpose == TO_REMIND_ONCE)
    self->status = 1;
}

static void
idle_cb (YsRemindWatch *watch, YsRemindService *self)
{
  g_signal_handlers_disconnect_by_func (watch, idle_cb, self);
  g_application_release (self->application);
}

static void
look_once (YsRemindService *self)
{
  ys_remind_watch_set_ends (self->watch);
  ys_remind_watch_begin (self->watch, 0);
  if (ys_remind_watch_is_idle (self->watch))
    return;
  g_application_hold (self->application);
  g_signal_connect (self->watch, "idle", G_CALLBACK (idle_cb), self);
}

gboolean
ys_remind_service_begin (YsRemindService *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->purpose == FOR_WINDOWS || self->has_begun)
    return FALSE;
  self->has_begun = TRUE;
  if (self->purpose == TO_REMIND_ONCE)
    look_once (self);
  else
    {
      stay (self);
      ys_remind_watch_begin (self->watch, 0);
    }
  return TRUE;
}

int
ys_remind_service_get_status (YsRemindService *self)
{
  g_return_val_if_fail (self != NULL, 1);
  return self->status;
}

/* --- beginning -------------------------------------------------------------------------------- */

static int
ask_other (YsRemindService *self)
{
  GDBusConnection *bus = g_application_get_dbus_connection (self->application);

  g_action_group_activate_action (G_ACTION_GROUP (self->application),
                                  self->purpose == TO_REMIND ? "stay" : "check-reminders", NULL);
  return g_dbus_connection_flush_sync (bus, NULL, NULL) ? 0 : 1;
}

int
ys_remind_service_take_options (YsRemindService *self, GVariantDict *options)
{
  g_return_val_if_fail (self != NULL && options != NULL, 1);

  gboolean once = g_variant_dict_contains (options, "once");
  g_autoptr (GError) error = NULL;

  if (!g_variant_dict_contains (options, "remind"))
    {
      if (!once)
        return -1;
      g_printerr ("yishen: %s\n", _("--once goes with --remind."));
      return 2;
    }
  self->purpose = once ? TO_REMIND_ONCE : TO_REMIND;
  if (!g_application_register (self->application, NULL, &error))
    {
      g_printerr ("yishen: %s\n", error->message);
      return 1;
    }
  return g_application_get_is_remote (self->application) ? ask_other (self) : -1;
}

void
ys_remind_service_set_watch (YsRemindService *self, YsRemindWatch *watch)
{
  g_return_if_fail (self != NULL);

  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  self->watch = watch;
  if (watch == NULL)
    return;
  g_signal_connect (watch, "checked", G_CALLBACK (checked_cb), self);
  if (self->purpose == FOR_WINDOWS)
    ys_remind_watch_begin (watch, BEGIN_SECONDS);
}

YsRemindService *
ys_remind_service_new (GApplication *application)
{
  /* GApplication translates none of them. */
  const GOptionEntry options[] = {
    { "remind", 0, 0, G_OPTION_ARG_NONE, NULL,
      _("Stay without a window and remind of due dates"), NULL },
    { "once", 0, 0, G_OPTION_ARG_NONE, NULL, _("With --remind: look once and end"), NULL },
    { NULL },
  };
  static const GActionEntry actions[] = {
    { "stay", stay_cb },
    { "leave", leave_cb },
    { "check-reminders", check_cb },
  };
  YsRemindService *self = g_new0 (YsRemindService, 1);

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);
  self->application = application;
  g_application_add_main_option_entries (application, options);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   self);
  return self;
}

void
ys_remind_service_free (YsRemindService *self)
{
  g_return_if_fail (self != NULL);

  ys_remind_service_set_watch (self, NULL);
  g_free (self);
}
