/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A docket comes into the window: opened, its index filled, its places added; and the foot of the
 * sidebar, which says what docket it is. */
#include "desk/window-private.h"

#include "desk/annual/annual-page.h"
#include "desk/approvals/approvals-page.h"
#include "desk/cases/cases-page.h"
#include "desk/index-filling.h"
#include "desk/opening.h"
#include "desk/remind/remind-watch.h"
#include "desk/start/start-page.h"
#include "desk/today/today-page.h"
#include "wording/i18n.h"

/* Dockets that the start page offers again. */
#define RECENT_MAX 5
/* Until the first frames are drawn: nobody misses what comes a moment later. */
#define SETTLE_MS 500

static void
show_state (YsWindow *self)
{
  const char *reason = ys_context_get_read_only_reason (self->context);
  const char *agency = ys_context_get_agency (self->context);
  g_autofree char *why_not = ys_context_tell_why_not (self->context, YS_KIND_RECEIVED);

  gtk_label_set_text (self->agency, agency != NULL ? agency : ys_context_get_name (self->context));
  gtk_label_set_text (self->state, reason != NULL ? _("Read-only") : _("This computer"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->state),
                               reason != NULL ? reason : ys_context_get_address (self->context));
  gtk_image_set_from_icon_name (self->state_icon, reason != NULL ? "changes-prevent-symbolic"
                                                                 : "computer-symbolic");
  gtk_label_set_text (self->banner_text, reason != NULL ? reason : "");
  gtk_revealer_set_reveal_child (self->banner, reason != NULL);
  ys_window_show_actor (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.register", why_not == NULL);
  gtk_widget_set_tooltip_text (self->register_button,
                               why_not != NULL ? why_not : _("Register a Request (Ctrl+N)"));
}

static void
changed_cb (YsContext *context, YsWindow *self)
{
  show_state (self);
  ys_window_show_title (self);
  ys_window_check_sign_in (self);
}

GtkWidget *
ys_window_find_place (YsWindow *self, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  if (page != NULL)
    return page;
  if (g_str_equal (name, "today"))
    page = ys_today_page_new (self->context);
  else if (g_str_equal (name, "approvals"))
    page = ys_approvals_page_new (self->context);
  else if (g_str_equal (name, "annual"))
    page = ys_annual_page_new (self->context);
  else
    {
      page = ys_cases_page_new (self->context);
      g_signal_connect_object (page, "text-changed", G_CALLBACK (ys_window_search_show), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_stack_add_named (self->pages, page, name);
  return page;
}

static void
remember_docket (YsWindow *self)
{
  YsApplication *application = YS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  GSettings *settings = ys_application_get_settings (application);
  const char *address = ys_context_get_address (self->context);
  g_autoptr (GStrvBuilder) recent = g_strv_builder_new ();
  g_auto (GStrv) before = g_settings_get_strv (settings, "recent-dockets");
  g_auto (GStrv) after = NULL;
  guint n = 1;

  g_settings_set_string (settings, "last-docket", address);
  g_strv_builder_add (recent, address);
  for (char **one = before; *one != NULL && n < RECENT_MAX; one++)
    if (!g_str_equal (*one, address))
      {
        g_strv_builder_add (recent, *one);
        n++;
      }
  after = g_strv_builder_end (recent);
  g_settings_set_strv (settings, "recent-dockets", (const char *const *) after);
}

static void
begin_reminding (YsWindow *self)
{
  YsApplication *application = YS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  YsRemindWatch *watch = ys_application_get_watch (application);

  ys_remind_bell_set_docket (self->bell, watch, self->context);
}

/* Once the window is there: what is due to be told, and what is still unread in attachments. */
static gboolean
settled_cb (gpointer user_data)
{
  YsWindow *self = user_data;
  YsApplication *application = YS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  self->settling = 0;
  ys_remind_watch_attach (ys_application_get_watch (application), self->context);
  /* Without an index there is nowhere to put what is read, and no queue. */
  if (self->has_index)
    {
      ys_reading_foot_set_context (self->reading, self->context);
      ys_waiting_badge_set_context (self->waiting, self->context);
    }
  return G_SOURCE_REMOVE;
}

static void
show_filling (GObject *source, double fraction)
{
  YsWindow *self = YS_WINDOW (source);

  if (self->progress != NULL)
    gtk_progress_bar_set_fraction (self->progress, fraction);
}

void
ys_window_show_start (YsWindow *self)
{
  if (gtk_stack_get_child_by_name (self->whole, "start") == NULL)
    gtk_stack_add_named (self->whole, ys_start_page_new (), "start");
  gtk_stack_set_visible_child_name (self->whole, "start");
}

/* The docket did not come, or is not wanted any more. */
static void
return_to_start (YsWindow *self)
{
  GtkWidget *today = gtk_stack_get_child_by_name (self->pages, "today");

  if (today != NULL)
    gtk_stack_remove (self->pages, today);
  g_clear_pointer (&self->address, g_free);
  ys_window_show_start (self);
  ys_window_end_wait (self);
}

static void
filled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsWindow) self = user_data;
  YsContext *context = YS_CONTEXT (source);
  g_autoptr (GError) error = NULL;

  ys_index_filling_finish (context, result, &error);
  if (self->whole == NULL)
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* Not by closing the window, which cancels too. */
      if (gtk_widget_get_realized (GTK_WIDGET (self)))
        return_to_start (self);
      return;
    }
  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, 0);
  show_state (self);
  gtk_stack_set_visible_child_name (self->whole, "docket");
  ys_window_show_place (self, "today");
  begin_reminding (self);
  ys_window_begin_sign_in (self);
  self->has_index = error == NULL;
  self->settling = g_timeout_add (SETTLE_MS, settled_cb, self);
  remember_docket (self);
  gtk_window_set_title (GTK_WINDOW (self), ys_context_get_name (context));
  if (self->register_asked && ys_context_may (context, YS_KIND_RECEIVED))
    ys_window_show_register (GTK_WIDGET (self));
  self->register_asked = FALSE;
  if (self->case_asked != NULL)
    {
      g_autofree char *id = g_steal_pointer (&self->case_asked);
      ys_window_show_case (GTK_WIDGET (self), id);
    }
  if (self->reminders_asked)
    ys_remind_bell_open (self->bell);
  self->reminders_asked = FALSE;
  /* Without an index a case can still be opened and a request registered. */
  if (error != NULL)
    ys_window_tell_failure (GTK_WIDGET (self->pages), error);
}

static void
opened_cb (YsContext *context, const GError *error, GCancellable *cancellable, gpointer user_data)
{
  g_autoptr (YsContext) opened = context;
  g_autoptr (YsWindow) self = user_data;
  GtkWidget *old;

  if (self->whole == NULL)
    return;
  if (context == NULL)
    {
      return_to_start (self);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ys_start_page_tell_failure (YS_START_PAGE (gtk_stack_get_child_by_name (self->whole,
                                                                                "start")), error);
      return;
    }

  ys_index_filling_async (context, G_OBJECT (self), show_filling, cancellable, filled_cb,
                          g_object_ref (self));
  /* What the first page shows is read right behind, while the window gets its first frame. */
  old = gtk_stack_get_child_by_name (self->pages, "today");
  if (old != NULL)
    gtk_stack_remove (self->pages, old);
  gtk_stack_add_named (self->pages, ys_today_page_new (context), "today");
}

static void
take_opening (YsWindow *self, YsOpening *opening)
{
  gtk_stack_set_visible_child_name (self->whole, "loading");
  g_free (self->address);
  self->address = g_strdup (ys_opening_get_address (opening));
  g_set_object (&self->opening, ys_opening_get_cancellable (opening));
  ys_opening_take (opening, opened_cb, g_object_ref (self));
}

void
ys_window_open (YsWindow *self, const char *address)
{
  g_return_if_fail (YS_IS_WINDOW (self) && address != NULL);

  YsApplication *application = YS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  take_opening (self, ys_application_begin_opening (application, address));
}

YsWindow *
ys_window_new_for (YsApplication *application, const char *address)
{
  g_return_val_if_fail (YS_IS_APPLICATION (application) && address != NULL, NULL);

  /* The docket is read while the window is made. */
  YsOpening *opening = ys_application_begin_opening (application, address);
  YsWindow *self = ys_window_new_empty (application);

  take_opening (self, opening);
  return self;
}

gboolean
ys_window_is_taken (YsWindow *self)
{
  g_return_val_if_fail (YS_IS_WINDOW (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->whole), "start") != 0;
}

const char *
ys_window_get_address (YsWindow *self)
{
  g_return_val_if_fail (YS_IS_WINDOW (self), NULL);
  return self->address;
}

YsContext *
ys_window_get_context (YsWindow *self)
{
  g_return_val_if_fail (YS_IS_WINDOW (self), NULL);
  return self->context;
}

void
ys_window_show_reminders (YsWindow *self)
{
  g_return_if_fail (YS_IS_WINDOW (self));

  if (self->context != NULL)
    ys_remind_bell_open (self->bell);
  else
    self->reminders_asked = TRUE;
}

/* --- dockets dropped on the window ------------------------------------------------------------- */

/* The folder of a docket, or NULL: files are for the pages. */
static char *
find_dropped (const GValue *value)
{
  GSList *files = G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) ? g_value_get_boxed (value) : NULL;
  g_autofree char *path = files != NULL && files->next == NULL ? g_file_get_path (files->data)
                                                               : NULL;

  return path != NULL && g_str_has_suffix (path, ".docket")
             && g_file_test (path, G_FILE_TEST_IS_DIR)
           ? g_steal_pointer (&path)
           : NULL;
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, YsWindow *self)
{
  g_autofree char *path = find_dropped (value);

  if (path == NULL)
    return FALSE;
  ys_application_open_docket (YS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), self,
                              path);
  return TRUE;
}

void
ys_window_accept_dockets (YsWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
