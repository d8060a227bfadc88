/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests the window: what is asked for before its docket is open, the way back, the sidebar, search,
 * undo, dockets that were open lately, and that all of it goes. */
#include "desk/window-private.h"

#include "desk-docket.h"
#include "desk/annual/official-table.h"
#include "desk/cases/case-list.h"
#include "desk/register/attachment-list.h"
#include "desk/start/recent-dockets.h"
#include "desk/today/today-page.h"
#include "desk/widgets/file-choice.h"
#include "desk/widgets/row-words.h"

#include <string.h>

/* A process has one. */
static YsApplication *the_application;

typedef struct
{
  YsApplication *application;
  DeskDocket *docket;
  YsWindow *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->application = the_application;
  self->docket = desk_docket_new (3, ys_application_get_today (self->application));
  self->window = ys_window_new (self->application);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer window = self->window;

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  gtk_window_destroy (GTK_WINDOW (self->window));
  desk_turn_until (is_gone, &window);
  desk_docket_free (self->docket);
}

static gboolean
has_docket (gpointer window)
{
  return YS_WINDOW (window)->context != NULL;
}

static void
open_docket (Fixture *self)
{
  ys_window_open (self->window, self->docket->address);
  desk_turn_until (has_docket, self->window);
}

static gboolean
is_at_start (gpointer window)
{
  return g_str_equal (gtk_stack_get_visible_child_name (YS_WINDOW (window)->whole), "start");
}

static const char *
get_page (Fixture *self)
{
  return gtk_stack_get_visible_child_name (self->window->pages);
}

/* The number of any case of the docket. (transfer full) */
static char *
find_case (Fixture *self)
{
  g_autoptr (YsSession) session = desk_docket_open_session (self->docket);
  g_autoptr (GError) error = NULL;
  YsFilter filter;
  g_autoptr (GPtrArray) ids = NULL;

  ys_filter_init (&filter);
  ids = ys_office_list_ids (session, &filter, YS_ORDER_NUMBER, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, >, 0);
  return g_strdup (g_ptr_array_index (ids, 0));
}

static void
test_id (void)
{
  g_assert_true (g_application_id_is_valid (YS_APPLICATION_ID));
}

/* In a theme that has no icon at all, ours are there. */
static void
test_icons (void)
{
  const char *const nowhere[] = { NULL };
  g_autoptr (GtkIconTheme) theme = gtk_icon_theme_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = g_resources_enumerate_children (
    "/cn/yishen/Yishen/icons/scalable/actions", G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (files), >, 50);
  gtk_icon_theme_set_search_path (theme, nowhere);
  gtk_icon_theme_set_theme_name (theme, "nothing");
  gtk_icon_theme_add_resource_path (theme, "/cn/yishen/Yishen/icons");
  for (char **file = files; *file != NULL; file++)
    {
      g_autofree char *name = g_strndup (*file, strlen (*file) - strlen (".svg"));
      g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
        theme, name, NULL, 16, 1, GTK_TEXT_DIR_LTR, (GtkIconLookupFlags) 0);
      g_autoptr (GFile) source = gtk_icon_paintable_get_file (icon);
      g_autofree char *uri = source != NULL ? g_file_get_uri (source) : NULL;

      g_test_message ("%s: %s", name, uri);
      g_assert_nonnull (uri);
      /* A few stand within GTK too. */
      g_assert_true (g_str_has_prefix (uri, "resource:///cn/yishen/")
                     || g_str_has_prefix (uri, "resource:///org/gtk/libgtk/icons/"));
    }
}

/* A notification may name a case while the docket is still being opened. */
static void
test_case_asked (Fixture *self, gconstpointer data)
{
  g_autofree char *id = find_case (self);

  g_assert_false (ys_window_is_taken (self->window));
  ys_window_show_case (GTK_WIDGET (self->window), id);
  open_docket (self);
  g_assert_true (ys_window_is_taken (self->window));
  g_assert_cmpstr (get_page (self), ==, id);
  /* The title is the number as the lists write it. */
  g_assert_true (g_str_has_prefix (gtk_label_get_text (self->window->title), "〔"));
  ys_window_go_back (GTK_WIDGET (self->window));
  g_assert_cmpstr (get_page (self), ==, "today");
  /* There is nothing further to go back to. */
  ys_window_go_back (GTK_WIDGET (self->window));
  g_assert_cmpstr (get_page (self), ==, "today");
}

static void
test_register_asked (Fixture *self, gconstpointer data)
{
  ys_window_show_register (GTK_WIDGET (self->window));
  open_docket (self);
  g_assert_cmpstr (get_page (self), ==, "register");
}

/* Opening that is cancelled leads back to the start, nothing of the docket stays, and it can be
 * opened again. */
static void
test_cancel_opening (Fixture *self, gconstpointer data)
{
  gtk_widget_realize (GTK_WIDGET (self->window));
  ys_window_open (self->window, self->docket->address);
  g_assert_false (is_at_start (self->window));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.cancel-opening", NULL);
  desk_turn_until (is_at_start, self->window);
  g_assert_null (self->window->context);
  g_assert_null (ys_window_get_address (self->window));
  g_assert_null (gtk_stack_get_child_by_name (self->window->pages, "today"));
  open_docket (self);
  g_assert_cmpstr (get_page (self), ==, "today");
}

static void
test_sidebar (Fixture *self, gconstpointer data)
{
  open_docket (self);
  g_assert_true (adw_flap_get_reveal_flap (self->window->sidebar));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.sidebar", NULL);
  g_assert_false (adw_flap_get_reveal_flap (self->window->sidebar));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.sidebar", NULL);
  g_assert_true (adw_flap_get_reveal_flap (self->window->sidebar));
}

static void
test_search (Fixture *self, gconstpointer data)
{
  GtkEditable *search = GTK_EDITABLE (self->window->search);

  open_docket (self);
  gtk_editable_set_text (search, "合同");
  g_signal_emit_by_name (search, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "");
}

static gboolean
shows_case (gpointer data)
{
  Fixture *self = data;

  return strchr (get_page (self), '-') != NULL;
}

static gboolean
shows_cases (gpointer data)
{
  return g_str_equal (get_page (data), "cases");
}

/* Enter on the number of a case opens it; on that of none it searches. */
static void
test_search_number (Fixture *self, gconstpointer data)
{
  GtkEditable *search = GTK_EDITABLE (self->window->search);
  g_autofree char *id = find_case (self);
  g_autofree char *number = ys_words_number (id);

  open_docket (self);
  gtk_editable_set_text (search, number);
  g_signal_emit_by_name (search, "activate");
  desk_turn_until (shows_case, self);
  g_assert_cmpstr (get_page (self), ==, id);

  gtk_editable_set_text (search, "1999-0001");
  g_signal_emit_by_name (search, "activate");
  desk_turn_until (shows_cases, self);
}

/* --- the keyboard ----------------------------------------------------------------------------- */

typedef struct
{
  Fixture *fixture;
  GType type;
} Focus;

/* It is within something of that type. */
static gboolean
has_focus (gpointer data)
{
  Focus *wanted = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (wanted->fixture->window));

  return focus != NULL
         && (G_TYPE_CHECK_INSTANCE_TYPE (focus, wanted->type)
             || gtk_widget_get_ancestor (focus, wanted->type) != NULL);
}

static gboolean
has_lost_focus (gpointer data)
{
  return !has_focus (data);
}

/* Whoever goes to a place, or comes back to it, has its main thing under the keys. */
static void
test_focus (Fixture *self, gconstpointer data)
{
  const struct
  {
    const char *place;
    GType type;
  } places[] = {
    { "cases", YS_TYPE_CASE_LIST },
    { "annual", YS_TYPE_OFFICIAL_TABLE },
    { "today", YS_TYPE_TODAY_PAGE },
    { "cases", YS_TYPE_CASE_LIST },
  };
  Focus wanted = { self, YS_TYPE_TODAY_PAGE };
  g_autofree char *id = find_case (self);

  gtk_window_present (GTK_WINDOW (self->window));
  open_docket (self);
  desk_turn_until (has_focus, &wanted);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_test_message ("%s", places[i].place);
      wanted.type = places[i].type;
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-page", "s", places[i].place);
      desk_turn_until (has_focus, &wanted);
    }
  ys_window_show_case (GTK_WIDGET (self->window), id);
  desk_turn_until (has_lost_focus, &wanted);
  ys_window_go_back (GTK_WIDGET (self->window));
  desk_turn_until (has_focus, &wanted);
}

static int undone;

static void
undo (GtkWidget *from)
{
  g_assert_true (YS_IS_WINDOW (from));
  undone++;
}

static void
test_undo (Fixture *self, gconstpointer data)
{
  open_docket (self);
  undone = 0;
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  g_assert_cmpint (undone, ==, 0);
  ys_window_tell_undo (GTK_WIDGET (self->window), "Struck", undo);
  g_assert_cmpstr (gtk_label_get_text (self->window->last_message), ==, "Struck");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  g_assert_cmpint (undone, ==, 1);
  /* Once. */
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  g_assert_cmpint (undone, ==, 1);
}

static void
remove_first (GtkWidget *rows)
{
  GtkWidget *button = gtk_widget_get_last_child (gtk_widget_get_first_child (rows));

  g_assert_true (GTK_IS_BUTTON (button));
  g_signal_emit_by_name (button, "clicked");
}

/* A file that was to be attached comes back to its place, once, and only when it went. */
static void
test_undo_attachment (Fixture *self, gconstpointer data)
{
  static const char *const paths[] = { "/nowhere/a.pdf", "/nowhere/b.pdf", "/nowhere/c.pdf" };
  YsAttachmentList *list = g_object_new (YS_TYPE_ATTACHMENT_LIST, NULL);
  GtkWidget *rows
    = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (list), YS_TYPE_ATTACHMENT_LIST, "rows"));
  g_autoptr (GPtrArray) addresses = g_ptr_array_new_with_free_func (g_free);

  open_docket (self);
  gtk_stack_add_named (self->window->pages, GTK_WIDGET (list), "list");
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);

      ys_attachment_list_add (list, file);
    }
  remove_first (rows);
  ys_attachment_list_take (list, addresses);
  g_assert_cmpuint (addresses->len, ==, 2);
  for (int i = 0; i < 2; i++)
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  ys_attachment_list_take (list, addresses);
  g_assert_cmpuint (addresses->len, ==, 3);
  for (guint i = 0; i < addresses->len; i++)
    g_assert_true (g_str_has_suffix (g_ptr_array_index (addresses, i), paths[i]));
  /* The rows stand as the files do. */
  remove_first (rows);
  ys_attachment_list_take (list, addresses);
  g_assert_true (g_str_has_suffix (g_ptr_array_index (addresses, 0), paths[1]));
  gtk_stack_remove (self->window->pages, GTK_WIDGET (list));
}

static gboolean
has_list_focus (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL
         && (YS_IS_CASE_LIST (focus)
             || gtk_widget_get_ancestor (focus, YS_TYPE_CASE_LIST) != NULL);
}

/* The name of the applicant, whether the focus was on a page or not; the list of cases. */
static void
test_focus_register (Fixture *self, gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (self->window);

  open_docket (self);
  gtk_window_present (window);
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *focus;

      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "cases");
      /* As soon as there is a line to have it. */
      desk_turn_until (has_list_focus, window);
      if (i == 1)
        gtk_window_set_focus (window, NULL);
      ys_window_show_register (GTK_WIDGET (window));
      desk_turn ();
      focus = gtk_window_get_focus (window);
      g_assert_nonnull (focus);
      g_assert_true (GTK_IS_ENTRY (gtk_widget_get_parent (focus)));
      g_assert_cmpstr (gtk_buildable_get_buildable_id (
                         GTK_BUILDABLE (gtk_widget_get_parent (focus))), ==, "name");
      ys_window_go_back (GTK_WIDGET (window));
    }
}

/* A use has its own folder, the last one. */
static void
test_last_folders (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) here = g_file_new_for_path (self->docket->folder);
  g_autoptr (GFile) other = g_file_get_parent (here);
  g_autoptr (GFile) one = NULL;
  g_autoptr (GFile) same = NULL;

  g_assert_null (ys_file_choice_get_folder ("documents"));
  ys_file_choice_remember ("documents", other);
  ys_file_choice_remember ("documents", here);
  g_assert_null (ys_file_choice_get_folder ("exports"));
  ys_file_choice_remember ("exports", other);
  one = ys_file_choice_get_folder ("documents");
  g_assert_true (g_file_equal (one, here));
  same = ys_file_choice_get_folder ("exports");
  g_assert_true (g_file_equal (same, other));
}

static void
test_recent (Fixture *self, gconstpointer data)
{
  GSettings *settings = ys_application_get_settings (self->application);
  g_auto (GStrv) recent = NULL;
  GtkListBox *list = GTK_LIST_BOX (g_object_ref_sink (gtk_list_box_new ()));
  const char *const others[] = { "/a/b.docket", self->docket->address, "/c/d.docket", NULL };

  g_settings_set_strv (settings, "recent-dockets", others);
  open_docket (self);
  recent = g_settings_get_strv (settings, "recent-dockets");
  g_assert_cmpuint (g_strv_length (recent), ==, 3);
  g_assert_cmpstr (recent[0], ==, self->docket->address);
  g_assert_cmpstr (recent[1], ==, "/a/b.docket");

  ys_recent_dockets_fill (list, (const char *const *) recent);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (list)));
  g_assert_cmpstr (ys_recent_dockets_get_address (gtk_list_box_get_row_at_index (list, 2)), ==,
                   "/c/d.docket");
  ys_recent_dockets_fill (list, (const char *const[]) { NULL });
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (list)));
  g_object_unref (list);
}

/* The same docket is shown by the window that has it. */
static void
test_once (Fixture *self, gconstpointer data)
{
  guint before;

  open_docket (self);
  before = g_list_length (gtk_application_get_windows (GTK_APPLICATION (self->application)));
  ys_application_open_docket (self->application, NULL, self->docket->address);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (self->application))),
                    ==, before);
}

/* 1024 × 768 must do: the sidebar may be folded, the pages may not be wider. */
static void
test_narrow (Fixture *self, gconstpointer data)
{
  int minimum;

  open_docket (self);
  for (guint i = 0; ys_window_places[i] != NULL; i++)
    {
      GtkWidget *page;

      ys_window_show_place (self->window, ys_window_places[i]);
      page = gtk_stack_get_child_by_name (self->window->pages, ys_window_places[i]);
      gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_test_message ("%s: %d", ys_window_places[i], minimum);
      g_assert_cmpint (minimum, <=, 1366 - 188);
    }
}

/* A form of one window leaves the others to be worked in. */
static void
test_alone (Fixture *self, gconstpointer data)
{
  YsWindow *other = ys_window_new (self->application);
  GtkWidget *form = adw_window_new ();
  GtkWidget *question;

  g_assert_true (gtk_window_get_group (GTK_WINDOW (self->window))
                 != gtk_window_get_group (GTK_WINDOW (other)));
  gtk_window_set_transient_for (GTK_WINDOW (form), GTK_WINDOW (other));
  question = adw_message_dialog_new (GTK_WINDOW (form), NULL, NULL);
  g_assert_true (gtk_window_get_group (GTK_WINDOW (form))
                 == gtk_window_get_group (GTK_WINDOW (other)));
  g_assert_true (gtk_window_get_group (GTK_WINDOW (question))
                 == gtk_window_get_group (GTK_WINDOW (other)));
  gtk_window_destroy (GTK_WINDOW (question));
  gtk_window_destroy (GTK_WINDOW (form));
  gtk_window_destroy (GTK_WINDOW (other));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int code;

  g_test_init (&argc, &argv, NULL);
  the_application = ys_application_new ();
  g_application_set_flags (G_APPLICATION (the_application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (the_application), NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/window/id", test_id);
  g_test_add_func ("/window/icons", test_icons);
#define ADD(name, func) g_test_add ("/window/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("case-asked", test_case_asked);
  ADD ("register-asked", test_register_asked);
  ADD ("cancel-opening", test_cancel_opening);
  ADD ("sidebar", test_sidebar);
  ADD ("search", test_search);
  ADD ("search-number", test_search_number);
  ADD ("focus", test_focus);
  ADD ("undo", test_undo);
  ADD ("undo-attachment", test_undo_attachment);
  ADD ("focus-register", test_focus_register);
  ADD ("last-folders", test_last_folders);
  ADD ("recent", test_recent);
  ADD ("once", test_once);
  ADD ("narrow", test_narrow);
  ADD ("alone", test_alone);
  code = g_test_run ();
  g_object_unref (the_application);
  return code;
}
