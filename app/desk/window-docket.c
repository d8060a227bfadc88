/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A docket comes into the window: opened, its index filled, its places added; and the foot of the
 * sidebar, which says what docket it is. */
#include "desk/window-private.h"

#include "desk/annual/annual-page.h"
#include "desk/cases/cases-page.h"
#include "desk/index-filling.h"
#include "desk/start/start-page.h"
#include "desk/today/today-page.h"
#include "wording/i18n.h"

static void
show_state (YsWindow *self)
{
  const char *reason = ys_context_get_read_only_reason (self->context);
  const char *agency = ys_context_get_agency (self->context);

  gtk_label_set_text (self->agency, agency != NULL ? agency : ys_context_get_name (self->context));
  gtk_label_set_text (self->state, reason != NULL ? _("Read-only") : _("This computer"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->state),
                               reason != NULL ? reason : ys_context_get_address (self->context));
  gtk_image_set_from_icon_name (self->state_icon, reason != NULL ? "changes-prevent-symbolic"
                                                                 : "computer-symbolic");
  gtk_label_set_text (self->actor, ys_context_get_actor (self->context));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.register", reason == NULL);
}

static void
changed_cb (YsContext *context, YsWindow *self)
{
  show_state (self);
  ys_window_show_title (self);
}

static void
add_places (YsWindow *self)
{
  self->today_page = ys_today_page_new (self->context);
  self->cases_page = ys_cases_page_new (self->context);
  self->annual_page = ys_annual_page_new (self->context);
  gtk_stack_add_named (self->pages, self->today_page, "today");
  gtk_stack_add_named (self->pages, self->cases_page, "cases");
  gtk_stack_add_named (self->pages, self->annual_page, "annual");
}

static void
remember_docket (YsWindow *self)
{
  YsApplication *application = YS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  g_settings_set_string (ys_application_get_settings (application), "last-docket",
                         ys_context_get_address (self->context));
}

static void
show_filling (GObject *source, double fraction)
{
  YsWindow *self = YS_WINDOW (source);

  if (self->progress != NULL)
    gtk_progress_bar_set_fraction (self->progress, fraction);
}

static void
filled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsWindow) self = user_data;
  YsContext *context = YS_CONTEXT (source);
  g_autoptr (GError) error = NULL;

  ys_index_filling_finish (context, result, &error);
  if (self->whole == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, 0);
  remember_docket (self);
  add_places (self);
  show_state (self);
  gtk_stack_set_visible_child_name (self->whole, "docket");
  ys_window_show_page (self, "today", FALSE);
  gtk_window_set_title (GTK_WINDOW (self), ys_context_get_name (context));
  if (self->case_asked != NULL)
    {
      g_autofree char *id = g_steal_pointer (&self->case_asked);
      ys_window_show_case (GTK_WIDGET (self), id);
    }
  /* Without an index a case can still be opened and a request registered. */
  if (error != NULL)
    ys_window_tell_failure (GTK_WIDGET (self->pages), error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsContext) context = ys_context_open_finish (result, &error);

  if (self->whole == NULL)
    return;
  if (context == NULL)
    {
      gtk_stack_set_visible_child_name (self->whole, "start");
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ys_start_page_tell_failure (YS_START_PAGE (gtk_stack_get_child_by_name (self->whole,
                                                                                "start")), error);
      return;
    }

  ys_index_filling_async (context, G_OBJECT (self), show_filling, self->opening, filled_cb,
                          g_object_ref (self));
}

void
ys_window_open (YsWindow *self, const char *address)
{
  g_return_if_fail (YS_IS_WINDOW (self) && address != NULL);

  YsApplication *application = YS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  gtk_stack_set_visible_child_name (self->whole, "loading");
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  ys_context_open_async (address, ys_application_get_today (application), self->opening, opened_cb,
                         g_object_ref (self));
}
