/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One notification a group, and what a click on it does. The words are remind-words.h. */
#include "desk/remind/remind-tell.h"

#include "desk/notify.h"
#include "desk/remind/remind-words.h"
#include "desk/window.h"
#include "wording/i18n.h"

#include <string.h>

typedef struct
{
  GWeakRef application;
  GWeakRef watch;
  char *address;
  GPtrArray *reminders; /* kept for the group, whose members they are */
  GPtrArray *group;
} Telling;

static void
telling_free (gpointer data)
{
  Telling *self = data;

  g_weak_ref_clear (&self->application);
  g_weak_ref_clear (&self->watch);
  g_ptr_array_unref (self->group);
  g_ptr_array_unref (self->reminders);
  g_free (self->address);
  g_free (self);
}

static void
chosen_cb (const char *choice, gpointer user_data)
{
  Telling *self = user_data;
  g_autoptr (YsApplication) application = g_weak_ref_get (&self->application);
  g_autoptr (YsRemindWatch) watch = g_weak_ref_get (&self->watch);
  const YsReminder *first = g_ptr_array_index (self->group, 0);

  if (g_str_equal (choice, "later") && watch != NULL)
    ys_remind_watch_put_off (watch, self->address, self->group);
  else if (!g_str_equal (choice, "later") && application != NULL)
    g_action_group_activate_action (
      G_ACTION_GROUP (application),
      self->group->len == 1 ? "open-case" : "show-reminders",
      self->group->len == 1 ? g_variant_new ("(ss)", self->address, first->row->id)
                            : g_variant_new_string (self->address));
}

/* The window that shows the docket, if the person is in it. */
static GtkWidget *
find_active_window (YsApplication *application, const char *address)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));

  for (GList *l = windows; l != NULL; l = l->next)
    if (YS_IS_WINDOW (l->data) && gtk_window_is_active (l->data)
        && g_strcmp0 (ys_window_get_address (l->data), address) == 0)
      return l->data;
  return NULL;
}

/* Where several dockets are watched a notification says which one it means. */
static char *
describe (YsRemindWatch *watch, const char *address, GPtrArray *group, YsDay today)
{
  g_autofree char *body = ys_remind_describe_body (group, today);
  g_autofree char *name = NULL;

  if (ys_remind_watch_count (watch) < 2)
    return g_steal_pointer (&body);
  name = g_path_get_basename (address);
  if (g_str_has_suffix (name, ".docket"))
    name[strlen (name) - strlen (".docket")] = '\0';
  return g_strdup_printf ("%s\n%s", body, name);
}

/* A program that ends with its look hears of no choice: buttons would do nothing. Without a default of
 * its own a click starts what the hint "desktop-entry" names, where the desktop knows that. */
static void
notify (YsApplication *application, YsRemindWatch *watch, const char *address,
        GPtrArray *reminders, GPtrArray *group, YsDay today)
{
  const YsNotifyChoice choices[] = {
    { "default", _("Open") },
    { "open", _("Open") },
    { "later", _("Remind Again in an Hour") },
  };
  YsRemindGroup kind = ys_reminder_get_group (g_ptr_array_index (group, 0), today);
  g_autofree char *head = ys_remind_describe_head (group, today);
  g_autofree char *body = describe (watch, address, group, today);
  Telling *telling = g_new0 (Telling, 1);

  g_weak_ref_init (&telling->application, application);
  g_weak_ref_init (&telling->watch, watch);
  telling->address = g_strdup (address);
  telling->reminders = g_ptr_array_ref (reminders);
  telling->group = g_ptr_array_ref (group);
  ys_notify_show (head, body,
                  kind == YS_REMIND_GROUP_OVERDUE || kind == YS_REMIND_GROUP_TODAY, choices,
                  ys_remind_watch_ends (watch) ? 0 : G_N_ELEMENTS (choices), chosen_cb, telling, telling_free);
}

void
ys_remind_tell (YsApplication *application, YsRemindWatch *watch, const char *address,
                GPtrArray *reminders, YsDay today)
{
  g_return_if_fail (YS_IS_APPLICATION (application) && YS_IS_REMIND_WATCH (watch));

  GtkWidget *window = find_active_window (application, address);

  for (int i = 0; i < YS_N_REMIND_GROUPS; i++)
    {
      g_autoptr (GPtrArray) group = ys_remind_pick_group (reminders, (YsRemindGroup) i, today);

      if (group->len == 0)
        continue;
      if (window == NULL)
        notify (application, watch, address, reminders, group, today);
      else
        {
          g_autofree char *head = ys_remind_describe_head (group, today);

          /* The most pressing is enough: the bell has them all. */
          ys_window_tell (window, head);
          return;
        }
    }
}

void
ys_remind_tell_sample (void)
{
  ys_notify_show (_("This is how Yishen reminds you"),
                  _("Number, masked applicant, title and due day stand here."), FALSE, NULL, 0,
                  NULL, NULL, NULL);
}
