/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window: navigation, search, failures, state. What is on a page is the page's business. */
#include "desk/window.h"

#include "desk/annual/annual-page.h"
#include "desk/case/case-page.h"
#include "desk/cases/cases-page.h"
#include "desk/index-filling.h"
#include "desk/register/register-page.h"
#include "desk/start/start-page.h"
#include "desk/today/today-page.h"
#include "wording/explain.h"
#include "wording/i18n.h"

struct _YsWindow
{
  AdwApplicationWindow parent_instance;

  GtkStack *whole;         /* "start", "loading" or "docket" */
  GtkListBox *places;
  GtkLabel *agency;
  GtkImage *state_icon;
  GtkLabel *state;
  GtkLabel *actor;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *back;
  GtkWidget *register_button;
  GtkSearchEntry *search;
  GtkStack *pages;
  GtkRevealer *failure;
  GtkLabel *failure_text;
  AdwToastOverlay *toasts;
  GtkLabel *last_message;
  GtkProgressBar *progress;

  YsContext *context;
  GCancellable *opening;
  GtkWidget *today_page;
  GtkWidget *cases_page;
  GtkWidget *annual_page;
  GQueue trail;            /* of char *: names of pages to go back to */
  guint search_delay;
};

G_DEFINE_FINAL_TYPE (YsWindow, ys_window, ADW_TYPE_APPLICATION_WINDOW)

/* Enough for fast typing and for an input method that commits piece by piece. */
#define SEARCH_DELAY_MS 250

static const char *const places[] = { "today", "cases", "annual" };

static YsWindow *
find_window (GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);

  return YS_IS_WINDOW (root) ? YS_WINDOW (root) : NULL;
}

/* --- telling --------------------------------------------------------------------------------- */

void
ys_window_tell_failure (GtkWidget *from, const GError *error)
{
  YsWindow *self = find_window (from);

  g_return_if_fail (error != NULL);
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_label_set_text (self->failure_text, error->message);
  gtk_revealer_set_reveal_child (self->failure, TRUE);
}

void
ys_window_tell (GtkWidget *from, const char *sentence)
{
  YsWindow *self = find_window (from);

  if (self == NULL)
    return;
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (sentence));
  /* GTK 4.8 cannot announce: a label of role status repeats the toast for screen readers. */
  gtk_label_set_text (self->last_message, sentence);
}

static void
close_failure_cb (GtkButton *button, YsWindow *self)
{
  gtk_revealer_set_reveal_child (self->failure, FALSE);
}

/* --- pages ------------------------------------------------------------------------------------ */

static const char *
get_title (const char *page)
{
  if (g_str_equal (page, "today"))
    return _("Today");
  if (g_str_equal (page, "cases"))
    return _("Cases");
  if (g_str_equal (page, "annual"))
    return _("Annual Report");
  if (g_str_equal (page, "register"))
    return _("Register a Request");
  return page;
}

static void
show_title (YsWindow *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->pages);
  gboolean is_place = page != NULL && g_strv_contains ((const char *const[]) { "today", "cases",
                                                       "annual", NULL }, page);
  g_autofree char *subtitle = NULL;

  if (page == NULL || self->context == NULL)
    return;
  gtk_label_set_text (self->title, get_title (page));
  if (g_str_equal (page, "today"))
    subtitle = ys_explain_day (ys_context_get_today (self->context));
  gtk_label_set_text (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (self->back, !is_place);
  gtk_widget_set_visible (self->register_button, !g_str_equal (page, "register"));

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i], page))
      gtk_list_box_select_row (self->places,
                               gtk_list_box_get_row_at_index (self->places, (int) i));
}

/* Pages that are no place of the sidebar go when they are left. */
static void
drop_page (YsWindow *self, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  if (page != NULL && page != self->today_page && page != self->cases_page
      && page != self->annual_page)
    gtk_stack_remove (self->pages, page);
}

static void
show_page (YsWindow *self, const char *name, gboolean remember)
{
  const char *now = gtk_stack_get_visible_child_name (self->pages);

  if (remember && now != NULL && !g_str_equal (now, name))
    g_queue_push_head (&self->trail, g_strdup (now));
  gtk_revealer_set_reveal_child (self->failure, FALSE);
  gtk_stack_set_visible_child_name (self->pages, name);
  show_title (self);
}

static void
show_place (YsWindow *self, const char *name)
{
  g_autofree char *now = g_strdup (gtk_stack_get_visible_child_name (self->pages));

  show_page (self, name, FALSE);
  if (now != NULL && !g_str_equal (now, name))
    drop_page (self, now);
  while (!g_queue_is_empty (&self->trail))
    {
      g_autofree char *old = g_queue_pop_head (&self->trail);
      if (!g_str_equal (old, name))
        drop_page (self, old);
    }
}

static void
add_page (YsWindow *self, GtkWidget *page, const char *name)
{
  GtkWidget *old = gtk_stack_get_child_by_name (self->pages, name);

  if (old != NULL)
    gtk_stack_remove (self->pages, old);
  gtk_stack_add_named (self->pages, page, name);
  show_page (self, name, TRUE);
}

void
ys_window_show_case (GtkWidget *from, const char *id)
{
  YsWindow *self = find_window (from);

  g_return_if_fail (self != NULL && id != NULL);
  if (gtk_stack_get_child_by_name (self->pages, id) != NULL)
    show_page (self, id, TRUE);
  else
    add_page (self, ys_case_page_new (self->context, id), id);
}

void
ys_window_show_cases (GtkWidget *from, const YsFilter *filter)
{
  YsWindow *self = find_window (from);

  g_return_if_fail (self != NULL && filter != NULL);
  ys_cases_page_set_filter (YS_CASES_PAGE (self->cases_page), filter);
  show_page (self, "cases", TRUE);
}

void
ys_window_show_register (GtkWidget *from)
{
  YsWindow *self = find_window (from);

  g_return_if_fail (self != NULL);
  if (gtk_stack_get_child_by_name (self->pages, "register") != NULL)
    show_page (self, "register", TRUE);
  else
    add_page (self, ys_register_page_new (self->context), "register");
}

void
ys_window_go_back (GtkWidget *from)
{
  YsWindow *self = find_window (from);
  g_autofree char *now = NULL;
  g_autofree char *to = NULL;

  g_return_if_fail (self != NULL);
  now = g_strdup (gtk_stack_get_visible_child_name (self->pages));
  to = g_queue_pop_head (&self->trail);
  if (to == NULL)
    return;
  show_page (self, to, FALSE);
  if (now != NULL && !g_str_equal (now, to))
    drop_page (self, now);
}

/* --- a docket --------------------------------------------------------------------------------- */

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
  show_title (self);
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
  show_page (self, "today", FALSE);
  gtk_window_set_title (GTK_WINDOW (self), ys_context_get_name (context));
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

static void
today_cb (YsApplication *application, GParamSpec *pspec, YsWindow *self)
{
  if (self->context != NULL)
    ys_context_set_today (self->context, ys_application_get_today (application));
}

/* --- search ----------------------------------------------------------------------------------- */

static gboolean
search_now (gpointer user_data)
{
  YsWindow *self = user_data;
  YsFilter filter;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  self->search_delay = 0;
  if (self->context == NULL)
    return G_SOURCE_REMOVE;
  ys_filter_init (&filter);
  filter.text = text;
  ys_cases_page_set_filter (YS_CASES_PAGE (self->cases_page), &filter);
  if (*text != '\0')
    show_page (self, "cases", TRUE);
  return G_SOURCE_REMOVE;
}

static void
search_changed_cb (GtkSearchEntry *entry, YsWindow *self)
{
  g_clear_handle_id (&self->search_delay, g_source_remove);
  self->search_delay = g_timeout_add (SEARCH_DELAY_MS, search_now, self);
}

/* --- actions ---------------------------------------------------------------------------------- */

static void
place_selected_cb (GtkListBox *list, GtkListBoxRow *row, YsWindow *self)
{
  if (self->context != NULL)
    show_place (self, places[gtk_list_box_row_get_index (row)]);
}

static void
show_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsWindow *self = YS_WINDOW (widget);

  if (self->context != NULL)
    show_place (self, g_variant_get_string (parameter, NULL));
}

static void
open_case_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ys_window_show_case (widget, g_variant_get_string (parameter, NULL));
}

static void
register_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (YS_WINDOW (widget)->context != NULL)
    ys_window_show_register (widget);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (YS_WINDOW (widget)->search));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ys_window_go_back (widget);
}

static void
open_docket_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YsWindow *self = YS_WINDOW (widget);
  YsWindow *window = ys_window_new (YS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));

  gtk_window_present (GTK_WINDOW (window));
}

/* --- state and class -------------------------------------------------------------------------- */

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
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_queue_clear_full (&self->trail, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), YS_TYPE_WINDOW);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ys_window_parent_class)->dispose (object);
}

static void
ys_window_class_init (YsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_window_dispose;

  g_type_ensure (YS_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/yishen/Yishen/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, YsWindow, whole);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, places);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, agency);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, state_icon);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, state);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, actor);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, back);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, register_button);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, search);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, failure_text);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, last_message);
  gtk_widget_class_bind_template_child (widget_class, YsWindow, progress);
  gtk_widget_class_bind_template_callback (widget_class, place_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_failure_cb);

  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.open-case", "s", open_case_action);
  gtk_widget_class_install_action (widget_class, "win.register", NULL, register_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.open-docket", NULL, open_docket_action);
}

static void
ys_window_init (YsWindow *self)
{
  g_queue_init (&self->trail);
  gtk_widget_init_template (GTK_WIDGET (self));
}

YsWindow *
ys_window_new (YsApplication *application)
{
  YsWindow *self = g_object_new (YS_TYPE_WINDOW, "application", application, NULL);

  bind_state (self, application);
  return self;
}
