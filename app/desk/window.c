/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window: its template, its actions and its state. Pages and the way back are in window-trail,
 * search, docket and messages in the files named after them. */
#include "desk/window-private.h"

#include "desk/start/start-page.h"

G_DEFINE_FINAL_TYPE (YsWindow, ys_window, ADW_TYPE_APPLICATION_WINDOW)

YsWindow *
ys_window_find (GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);

  return YS_IS_WINDOW (root) ? YS_WINDOW (root) : NULL;
}

/* --- actions ---------------------------------------------------------------------------------- */

static void
place_selected_cb (GtkListBox *list, GtkListBoxRow *row, YsWindow *self)
{
  if (self->context != NULL)
    ys_window_show_place (self, ys_window_places[gtk_list_box_row_get_index (row)]);
}

static void
show_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsWindow *self = YS_WINDOW (widget);

  if (self->context != NULL)
    ys_window_show_place (self, g_variant_get_string (parameter, NULL));
}

/* GTK makes the one it finds by itself with every window, which takes as long as half a window. */
static void
show_help_overlay_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/cn/yishen/Yishen/ui/shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

static void
cancel_opening_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsWindow *self = YS_WINDOW (widget);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
}

static void
sign_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (YS_WINDOW (widget)->context != NULL)
    ys_window_sign_in (YS_WINDOW (widget));
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ys_window_undo (YS_WINDOW (widget));
}

static void
sidebar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwFlap *sidebar = YS_WINDOW (widget)->sidebar;

  adw_flap_set_reveal_flap (sidebar, !adw_flap_get_reveal_flap (sidebar));
}

static void
open_case_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ys_window_show_case (widget, g_variant_get_string (parameter, NULL));
}

static void
register_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsContext *context = YS_WINDOW (widget)->context;

  if (context != NULL && ys_context_may (context, YS_KIND_RECEIVED))
    ys_window_show_register (widget);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsWindow *self = YS_WINDOW (widget);

  if (ys_window_page_has (self, "page.search"))
    gtk_widget_activate_action (gtk_stack_get_visible_child (self->pages), "page.search", NULL);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (gtk_stack_get_visible_child (YS_WINDOW (widget)->pages), "page.print",
                              NULL);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ys_window_go_back (widget);
}

/* The thumb button of a mouse, which X11 counts as the eighth. */
#define BACK_BUTTON 8

static void
back_pressed_cb (GtkGestureClick *gesture, int presses, double x, double y, YsWindow *self)
{
  ys_window_go_back (GTK_WIDGET (self));
}

static void
add_back_button (YsWindow *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), BACK_BUTTON);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect (gesture, "pressed", G_CALLBACK (back_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

static void
open_docket_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsWindow *self = YS_WINDOW (widget);
  YsWindow *window = ys_window_new (YS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));

  gtk_window_present (GTK_WINDOW (window));
}

/* --- state and class -------------------------------------------------------------------------- */

static void
today_cb (YsApplication *application, GParamSpec *pspec, YsWindow *self)
{
  if (self->context != NULL)
    ys_context_set_today (self->context, ys_application_get_today (application));
}

/* GtkWindow takes its application only after it is constructed. */
static void
bind_state (YsWindow *self, YsApplication *application)
{
  GSettings *settings = ys_application_get_settings (application);

  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (application, "notify::today", G_CALLBACK (today_cb), self, 0);
}

static void
ys_window_dispose (GObject *object)
{
  YsWindow *self = YS_WINDOW (object);

  g_clear_handle_id (&self->search_delay, g_source_remove);
  g_clear_handle_id (&self->wait, g_source_remove);
  g_clear_handle_id (&self->settling, g_source_remove);
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_queue_clear_full (&self->trail, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_WINDOW);
  if (self->context != NULL)
    ys_context_set_key_question (self->context, NULL, NULL);
  g_clear_object (&self->context);
  g_clear_pointer (&self->case_asked, g_free);
  g_clear_pointer (&self->address, g_free);
  G_OBJECT_CLASS (ys_window_parent_class)->dispose (object);
}

/* What still works for the window holds it, so that closing alone does not dispose of it. */
static void
ys_window_unrealize (GtkWidget *widget)
{
  YsWindow *self = YS_WINDOW (widget);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  GTK_WIDGET_CLASS (ys_window_parent_class)->unrealize (widget);
}

static void
ys_window_class_init (YsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_window_dispose;
  widget_class->unrealize = ys_window_unrealize;

  g_type_ensure (YS_TYPE_READING_FOOT);
  g_type_ensure (YS_TYPE_REMIND_BELL);
  g_type_ensure (YS_TYPE_WAITING_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/yishen/Yishen/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, YsWindow, whole);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, header);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, places);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, agency);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, state_icon);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, state);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, actor_button);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, actor);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, key_icon);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, back);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, register_button);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, search);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, banner_text);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, failure_text);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, last_message);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, reading);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, bell);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, waiting);
  gtk_widget_class_bind_template_callback (widget_class, place_selected_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "search_changed_cb",
                                                G_CALLBACK (ys_window_search_changed_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "search_activate_cb",
                                                G_CALLBACK (ys_window_search_activate_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "search_stopped_cb",
                                                G_CALLBACK (ys_window_search_stopped_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "close_failure_cb",
                                                G_CALLBACK (ys_window_close_failure_cb));

  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.open-case", "s", open_case_action);
  gtk_widget_class_install_action (widget_class, "win.register", NULL, register_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.open-docket", NULL, open_docket_action);
  gtk_widget_class_install_action (widget_class, "win.sidebar", NULL, sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL,
                                   show_help_overlay_action);
  gtk_widget_class_install_action (widget_class, "win.cancel-opening", NULL,
                                   cancel_opening_action);
  gtk_widget_class_install_action (widget_class, "win.sign-in", NULL, sign_in_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  /* Not an accelerator of the application: a field that is typed in undoes its own. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
}

/* A form takes the keys and the pointer from all windows of its group: each window has its own, so that
 * an open form stops only the work beneath it. */
static void
stand_alone (YsWindow *self)
{
  g_autoptr (GtkWindowGroup) group = gtk_window_group_new ();

  gtk_window_group_add_window (group, GTK_WINDOW (self));
}

static void
ys_window_init (YsWindow *self)
{
  g_queue_init (&self->trail);
  gtk_widget_init_template (GTK_WIDGET (self));
  stand_alone (self);
  add_back_button (self);
  ys_window_accept_dockets (self);
  ys_window_page_init (self);
}

YsWindow *
ys_window_new_empty (YsApplication *application)
{
  YsWindow *self = g_object_new (YS_TYPE_WINDOW, "application", application, NULL);

  bind_state (self, application);
  return self;
}

YsWindow *
ys_window_new (YsApplication *application)
{
  YsWindow *self = ys_window_new_empty (application);

  ys_window_show_start (self);
  return self;
}
