/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Waits until changes have settled. */
#include "desk/remind/remind-post.h"

/* What changes comes in gusts. */
#define SETTLE_MS 1500
/* Of a docket that no window has open, changes are looked at no more often than this. */
#define GUST_SECONDS 30

static void
forget_context (YsRemindPost *self)
{
  if (self->context == NULL)
    return;
  g_clear_signal_handler (&self->changed, self->context);
  g_object_remove_weak_pointer (G_OBJECT (self->context), (gpointer *) &self->context);
  self->context = NULL;
}

YsRemindPost *
ys_remind_post_new (const char *address, YsRemindPostLook look, gpointer owner)
{
  g_return_val_if_fail (address != NULL && look != NULL, NULL);

  YsRemindPost *self = g_new0 (YsRemindPost, 1);

  self->owner = owner;
  self->address = g_strdup (address);
  self->look = look;
  return self;
}

void
ys_remind_post_free (YsRemindPost *self)
{
  g_return_if_fail (self != NULL);

  forget_context (self);
  ys_remind_post_settle (self);
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->reminders, g_ptr_array_unref);
  g_free (self->address);
  g_free (self);
}

static gboolean
delay_cb (gpointer user_data)
{
  YsRemindPost *self = user_data;

  self->delay = 0;
  self->look (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (YsContext *context, YsRemindPost *self)
{
  if (self->delay == 0)
    self->delay = g_timeout_add (SETTLE_MS, delay_cb, self);
}

static void
monitor_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event,
            YsRemindPost *self)
{
  if (self->delay == 0 && self->context == NULL)
    self->delay = g_timeout_add_seconds (GUST_SECONDS, delay_cb, self);
}

void
ys_remind_post_attach (YsRemindPost *self, YsContext *context)
{
  g_return_if_fail (self != NULL && YS_IS_CONTEXT (context));

  forget_context (self);
  self->context = context;
  g_object_add_weak_pointer (G_OBJECT (context), (gpointer *) &self->context);
  self->changed = g_signal_connect (context, "changed", G_CALLBACK (changed_cb), self);
}

void
ys_remind_post_watch_folder (YsRemindPost *self)
{
  g_return_if_fail (self != NULL);

  g_autoptr (GFile) folder = g_file_new_for_path (self->address);

  if (self->monitor != NULL)
    return;
  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect (self->monitor, "changed", G_CALLBACK (monitor_cb), self);
}

void
ys_remind_post_settle (YsRemindPost *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->delay, g_source_remove);
}
