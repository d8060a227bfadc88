/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests only. */
#include "desk-docket.h"

#include "desk/cases/case-line.h"
#include "office/found-sample.h"

#define PATIENCE_SECONDS 60

static void
remove_file (GFile *file)
{
  g_autoptr (GFileEnumerator) children
    = g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                 G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL)
         && child != NULL)
    remove_file (child);
  g_file_delete (file, NULL, NULL);
}

void
desk_remove_tree (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  remove_file (file);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  ((DeskDocket *) data)->context = ys_context_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_open (gpointer data)
{
  return ((DeskDocket *) data)->context != NULL;
}

DeskDocket *
desk_docket_new (int cases, YsDay today)
{
  DeskDocket *self = g_new0 (DeskDocket, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSession) session = NULL;
  g_autofree char *state = NULL;

  self->folder = g_dir_make_tmp ("yishen-desk-XXXXXX", &error);
  g_assert_no_error (error);
  state = g_build_filename (self->folder, "state", NULL);
  g_assert_true (g_setenv ("XDG_STATE_HOME", state, TRUE));
  g_reload_user_special_dirs_cache ();
  self->address = g_build_filename (self->folder, "sample.docket", NULL);
  self->today = today;
  session = cases > 0 ? ys_office_found_sample (self->address, cases, 1, today, NULL, NULL, NULL,
                                                &error)
                      : ys_session_found (self->address, "空", YS_SESSION_SUITE_GM,
                                          YS_STAFF_APPROVAL_RECORDED, today, &error);
  g_assert_no_error (error);
  g_assert_nonnull (session);
  g_clear_object (&session);

  ys_context_open_async (self->address, today, NULL, NULL, NULL, opened_cb, self);
  desk_turn_until (is_open, self);
  return self;
}

static gboolean
is_gone (gpointer data)
{
  g_autoptr (GObject) held = g_weak_ref_get (data);

  return held == NULL;
}

void
desk_docket_free (DeskDocket *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  GWeakRef context;

  /* Work in hand holds it: neither the folder nor the process may go away under that. */
  g_weak_ref_init (&context, self->context);
  g_clear_object (&self->context);
  desk_turn_until (is_gone, &context);
  g_weak_ref_clear (&context);
  remove_file (folder);
  g_assert_false (g_file_query_exists (folder, NULL));
  g_free (self->address);
  g_free (self->folder);
  g_free (self);
}

YsSession *
desk_docket_open_session (DeskDocket *self)
{
  g_autoptr (GError) error = NULL;
  YsSession *session = ys_session_open (self->address, FALSE, self->today, &error);

  g_assert_no_error (error);
  return session;
}

void
desk_load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/cn/yishen/Yishen/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* --- the main loop ---------------------------------------------------------------------------- */

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
desk_turn_until (DeskUntil until, gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  guint wake = g_timeout_add (20, wake_cb, NULL);

  while (!until (data))
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
  g_source_remove (wake);
}

void
desk_turn (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* --- looking ---------------------------------------------------------------------------------- */

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  return NULL;
}

/* A line of the list of cases draws its texts itself. */
static GPtrArray *
list_cells (GtkWidget *widget)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < YS_N_CASE_COLUMNS && YS_IS_CASE_LINE (widget); i++)
    g_ptr_array_add (texts, ys_case_line_get_text (YS_CASE_LINE (widget), (YsCaseColumn) i));
  return texts;
}

static gboolean
has_cell (GtkWidget *widget, const char *text)
{
  g_autoptr (GPtrArray) texts = list_cells (widget);

  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

GtkWidget *
desk_find_text (GtkWidget *widget, GType type, const char *text)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type)
      && (g_strcmp0 (get_text (widget), text) == 0 || has_cell (widget, text)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = desk_find_text (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
collect_texts (GtkWidget *widget, GPtrArray *texts)
{
  const char *text = get_text (widget);

  if (YS_IS_CASE_LINE (widget))
    g_ptr_array_extend_and_steal (texts, list_cells (widget));
  if (text != NULL)
    g_ptr_array_add (texts, g_strdup (text));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_texts (child, texts);
}

GPtrArray *
desk_list_texts (GtkWidget *widget)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  collect_texts (widget, texts);
  return texts;
}
