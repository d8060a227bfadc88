/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The application: today, actions, the command line and the dockets named on it. */
#include "desk/application.h"

#include "desk/idle-lock.h"
#include "desk/opening.h"
#include "desk/remind/remind-service.h"
#include "desk/remind/remind-watch.h"
#include "desk/settings/settings-window.h"
#include "desk/widgets/spoken-name.h"
#include "desk/window.h"
#include "wording/i18n.h"

struct _YsApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  YsDay today;
  guint midnight; /* source */

  YsRemindWatch *watch;
  YsRemindService *service;
  YsIdleLock *idle;

  char *wanted;     /* docket of the command line, or NULL */
  YsOpening *ahead; /* begun for it and not yet taken, or NULL */
};

G_DEFINE_FINAL_TYPE (YsApplication, ys_application, ADW_TYPE_APPLICATION)

enum
{
  PROP_0,
  PROP_TODAY,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* --- today ---------------------------------------------------------------------------------- */

/* A laptop that slept through midnight is found out within this. */
#define LOOK_AGAIN_SECONDS 600

static YsDay
read_clock (int *seconds_left)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int gone = g_date_time_get_hour (now) * 3600 + g_date_time_get_minute (now) * 60
             + g_date_time_get_second (now);

  *seconds_left = 24 * 3600 - gone + 1;
  return ys_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                          g_date_time_get_day_of_month (now));
}

static gboolean
midnight_cb (gpointer user_data)
{
  YsApplication *self = user_data;
  int left;
  YsDay today = read_clock (&left);

  self->midnight = g_timeout_add_seconds (MIN (left, LOOK_AGAIN_SECONDS), midnight_cb, self);
  if (today != self->today)
    {
      self->today = today;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TODAY]);
    }
  return G_SOURCE_REMOVE;
}

YsDay
ys_application_get_today (YsApplication *self)
{
  g_return_val_if_fail (YS_IS_APPLICATION (self), YS_DAY_NONE);
  return self->today;
}

GDateTime *
ys_application_get_now (YsApplication *self)
{
  g_return_val_if_fail (YS_IS_APPLICATION (self), NULL);
  return g_date_time_new_now_local ();
}

YsRemindWatch *
ys_application_get_watch (YsApplication *self)
{
  g_return_val_if_fail (YS_IS_APPLICATION (self), NULL);
  return self->watch;
}

int
ys_application_get_status (YsApplication *self)
{
  g_return_val_if_fail (YS_IS_APPLICATION (self), 1);
  return ys_remind_service_get_status (self->service);
}

char *
ys_application_get_writer (YsApplication *self)
{
  g_return_val_if_fail (YS_IS_APPLICATION (self), NULL);

  g_autofree char *name = g_settings_get_string (ys_application_get_settings (self), "writer-name");

  return *g_strstrip (name) != '\0' ? g_steal_pointer (&name) : NULL;
}

GSettings *
ys_application_get_settings (YsApplication *self)
{
  g_return_val_if_fail (YS_IS_APPLICATION (self), NULL);

  /* Not sooner: the help and the version are told also where no schema is installed. */
  if (self->settings == NULL)
    self->settings = g_settings_new (YS_APPLICATION_ID);
  return self->settings;
}

/* --- actions -------------------------------------------------------------------------------- */

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = user_data;

  adw_show_about_window (gtk_application_get_active_window (application),
                         "application-name", _("Yishen"),
                         "application-icon", YS_APPLICATION_ID,
                         "version", YS_VERSION,
                         "developer-name", _("The Yishen developers"),
                         "comments", _("Disclosure of government information on application: cases, "
                                       "statutory periods, annual report"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = user_data;

  for (GList *l = gtk_application_get_windows (application); l != NULL;)
    {
      GList *next = l->next;
      gtk_window_close (l->data);
      l = next;
    }
}

/* From the desktop's menu of the program, or from its command line. */
static void
new_request_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window;

  g_application_activate (user_data);
  window = gtk_application_get_active_window (user_data);
  /* The settings stand before their window. */
  if (!YS_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  if (window != NULL)
    ys_window_show_register (GTK_WIDGET (window));
}

static YsWindow *find_window (YsApplication *self, const char *address);

/* The window that shows the docket, or one that opens it. */
static YsWindow *
show_docket (YsApplication *self, const char *address)
{
  ys_application_open_docket (self, NULL, address);
  return find_window (self, address);
}

static void
open_case_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *address, *id;
  YsWindow *window;

  g_variant_get (parameter, "(&s&s)", &address, &id);
  window = show_docket (user_data, address);
  if (window != NULL)
    ys_window_show_case (GTK_WIDGET (window), id);
}

static void
show_reminders_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsWindow *window = show_docket (user_data, g_variant_get_string (parameter, NULL));

  if (window != NULL)
    ys_window_show_reminders (window);
}

static void
show_preferences (YsApplication *self, const char *page)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (!YS_IS_SETTINGS_WINDOW (window))
    {
      YsContext *context
        = YS_IS_WINDOW (window) ? ys_window_get_context (YS_WINDOW (window)) : NULL;
      GtkWindow *settings = ys_settings_window_new (self, context);

      gtk_window_set_transient_for (settings, window);
      gtk_window_present (settings);
      window = settings;
    }
  ys_settings_window_show_page (YS_SETTINGS_WINDOW (window), page);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_preferences (user_data, NULL);
}

static void
show_preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_preferences (user_data, g_variant_get_string (parameter, NULL));
}

static const GActionEntry actions[] = {
  { "about", about_cb },
  { "new-request", new_request_cb },
  { "open-case", open_case_cb, "(ss)" },
  { "preferences", preferences_cb },
  { "quit", quit_cb },
  { "show-preferences", show_preferences_cb, "s" },
  { "show-reminders", show_reminders_cb, "s" },
};

static const struct
{
  const char *action;
  const char *keys[3];
} shortcuts[] = {
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "window.close", { "<Control>w" } },
  { "win.register", { "<Control>n" } },
  { "win.search", { "<Control>f" } },
  { "win.back", { "<Alt>Left", "Back" } },
  { "win.sidebar", { "F9" } },
  { "win.print", { "<Control>p" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.show-page::today", { "<Control>1" } },
  { "win.show-page::cases", { "<Control>2" } },
  { "win.show-page::approvals", { "<Control>3" } },
  { "win.show-page::annual", { "<Control>4" } },
};

/* --- windows -------------------------------------------------------------------------------- */

static void
ys_application_activate (GApplication *application)
{
  YsApplication *self = YS_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (ys_remind_service_begin (self->service))
    return;
  if (window == NULL)
    {
      g_autofree char *last = g_settings_get_string (ys_application_get_settings (self), "last-docket");

      window = GTK_WINDOW (*last != '\0' ? ys_window_new_for (self, last) : ys_window_new (self));
    }
  if (YS_IS_WINDOW (window))
    ys_window_present_filled (YS_WINDOW (window));
  else
    gtk_window_present (window);
}

/* The window that has that docket open, or is opening it, or NULL. */
static YsWindow *
find_window (YsApplication *self, const char *address)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (YS_IS_WINDOW (l->data)
        && g_strcmp0 (ys_window_get_address (YS_WINDOW (l->data)), address) == 0)
      return YS_WINDOW (l->data);
  return NULL;
}

void
ys_application_open_docket (YsApplication *self, YsWindow *from, const char *address)
{
  g_return_if_fail (YS_IS_APPLICATION (self) && address != NULL);

  YsWindow *window = find_window (self, address);

  if (window == NULL && from != NULL && !ys_window_is_taken (from))
    {
      window = from;
      ys_window_open (window, address);
    }
  if (window == NULL)
    window = ys_window_new_for (self, address);
  ys_window_present_filled (window);
}

static void
ys_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      YsWindow *window;

      if (path == NULL)
        continue;
      /* Named once more: a second window on the same docket, for two cases side by side. */
      window = ys_window_new_for (YS_APPLICATION (application), path);
      ys_window_present_filled (window);
    }
}

/* --- dockets read ahead --------------------------------------------------------------------- */

void
ys_application_read_ahead (YsApplication *self, const char *address)
{
  g_return_if_fail (YS_IS_APPLICATION (self) && address != NULL && self->ahead == NULL);

  self->ahead = ys_opening_begin (address, self->today);
}

YsOpening *
ys_application_begin_opening (YsApplication *self, const char *address)
{
  g_return_val_if_fail (YS_IS_APPLICATION (self) && address != NULL, NULL);

  if (self->ahead != NULL && g_str_equal (ys_opening_get_address (self->ahead), address))
    return g_steal_pointer (&self->ahead);
  return ys_opening_begin (address, self->today);
}

/* The docket that the command line leads to: the one it names, else the last one; NULL if none. */
static char *
find_wanted (YsApplication *self, char **arguments)
{
  if (arguments[0] == NULL)
    return NULL;
  if (arguments[1] == NULL)
    {
      g_autofree char *last = g_settings_get_string (ys_application_get_settings (self), "last-docket");

      return *last != '\0' ? g_steal_pointer (&last) : NULL;
    }
  if (*arguments[1] != '-')
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (arguments[1]);

      return g_file_get_path (file);
    }
  return NULL;
}

/* --- keys ----------------------------------------------------------------------------------- */

/* Nobody is there: what is signed from now on asks for the passphrase again. */
static void
lock_keys (gpointer data, gpointer user_data)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (data)); l != NULL; l = l->next)
    {
      YsContext *context = YS_IS_WINDOW (l->data) ? ys_window_get_context (l->data) : NULL;

      if (context != NULL && ys_context_is_key_open (context))
        ys_context_lock_key (context);
    }
}

/* --- the command line ----------------------------------------------------------------------- */

static gboolean
ys_application_local_command_line (GApplication *application, char ***arguments, int *status)
{
  YsApplication *self = YS_APPLICATION (application);

  self->wanted = find_wanted (self, *arguments);
  return G_APPLICATION_CLASS (ys_application_parent_class)
    ->local_command_line (application, arguments, status);
}

static const GOptionEntry options[] = {
  { "new-request", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Register a request"), NULL },
  { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and leave"), NULL },
  { NULL },
};

/* 0 and more ends the program with that status, -1 goes on. */
static int
ys_application_handle_local_options (GApplication *application, GVariantDict *given)
{
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (given, "version"))
    {
      g_print ("yishen %s\n", YS_VERSION);
      return 0;
    }
  if (!g_variant_dict_contains (given, "new-request"))
    return ys_remind_service_take_options (YS_APPLICATION (application)->service, given);
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_action_group_activate_action (G_ACTION_GROUP (application), "new-request", NULL);
  /* The instance that runs already does it; the first one goes on with its window. */
  return g_application_get_is_remote (application) ? 0 : -1;
}

static gboolean
read_color_scheme (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *name = g_variant_get_string (variant, NULL);

  g_value_set_enum (value, g_str_equal (name, "light")  ? ADW_COLOR_SCHEME_FORCE_LIGHT
                           : g_str_equal (name, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                        : ADW_COLOR_SCHEME_DEFAULT);
  return TRUE;
}

static void
ys_application_startup (GApplication *application)
{
  YsApplication *self = YS_APPLICATION (application);

  if (self->wanted != NULL)
    ys_application_read_ahead (self, self->wanted);
  G_APPLICATION_CLASS (ys_application_parent_class)->startup (application);
  ys_spoken_name_watch ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action,
                                           (const char *const *) shortcuts[i].keys);
  /* Another theme than the desktop's own may lose the buttons of the window. */
  if (g_getenv ("GTK_THEME") != NULL)
    g_warning ("GTK_THEME=%s is set: colours and buttons may be wrong. Unset it.",
               g_getenv ("GTK_THEME"));
  g_settings_bind_with_mapping (ys_application_get_settings (self), "color-scheme", adw_style_manager_get_default (),
                                "color-scheme", G_SETTINGS_BIND_GET, read_color_scheme, NULL, NULL,
                                NULL);
  self->watch = ys_remind_watch_new (self);
  self->idle = ys_idle_lock_new (self->settings, lock_keys, self);
  ys_remind_service_set_watch (self->service, self->watch);
}

/* Nobody looks at anything any more. */
static void
ys_application_shutdown (GApplication *application)
{
  YsApplication *self = YS_APPLICATION (application);

  g_clear_pointer (&self->idle, ys_idle_lock_free);
  ys_remind_service_set_watch (self->service, NULL);
  if (self->watch != NULL)
    g_object_run_dispose (G_OBJECT (self->watch));
  g_clear_object (&self->watch);
  G_APPLICATION_CLASS (ys_application_parent_class)->shutdown (application);
}

static void
ys_application_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TODAY:
      g_value_set_int (value, YS_APPLICATION (object)->today);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_application_dispose (GObject *object)
{
  YsApplication *self = YS_APPLICATION (object);

  g_clear_handle_id (&self->midnight, g_source_remove);
  g_clear_pointer (&self->ahead, ys_opening_abandon);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->service, ys_remind_service_free);
  G_OBJECT_CLASS (ys_application_parent_class)->dispose (object);
}

static void
ys_application_class_init (YsApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = ys_application_dispose;
  object_class->get_property = ys_application_get_property;
  application_class->activate = ys_application_activate;
  application_class->open = ys_application_open;
  application_class->local_command_line = ys_application_local_command_line;
  application_class->startup = ys_application_startup;
  application_class->shutdown = ys_application_shutdown;
  application_class->handle_local_options = ys_application_handle_local_options;

  properties[PROP_TODAY] = g_param_spec_int ("today", NULL, NULL, G_MININT, G_MAXINT, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ys_application_init (YsApplication *self)
{
  self->service = ys_remind_service_new (G_APPLICATION (self));
  midnight_cb (self);
}

YsApplication *
ys_application_new (void)
{
  YsApplication *self = g_object_new (YS_TYPE_APPLICATION,
                                      "application-id", YS_APPLICATION_ID,
                                      "resource-base-path", "/cn/yishen/Yishen",
                                      "flags", G_APPLICATION_HANDLES_OPEN,
                                      NULL);
  GApplication *application = G_APPLICATION (self);

  g_application_add_main_option_entries (application, options);
  g_application_set_option_context_parameter_string (application, _("[DOCKET…]"));
  g_application_set_option_context_summary (application,
                                            _("Answer requests for disclosure of government "
                                              "information on time."));
  return self;
}
