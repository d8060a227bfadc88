/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Founds the docket, opens it as a window does, and shows the page. */
#include "page-case.h"

#include "desk-docket.h"
#include "desk/case/form-field.h"
#include "office/register.h"

#include <glib/gstdio.h>
#include <string.h>

#define SECONDS_MAX 60

static gboolean
too_late_cb (gpointer what)
{
  g_error ("waited too long for: %s", (const char *) what);
  return G_SOURCE_REMOVE;
}

void
page_case_wait (PageCase *self, const char *what, PageCaseCondition condition, gconstpointer data)
{
  guint timer = g_timeout_add_seconds (SECONDS_MAX, too_late_cb, (gpointer) what);

  while (!condition (self, data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
}

static gboolean
is_open (PageCase *self, gconstpointer data)
{
  return self->context != NULL;
}

gboolean
page_case_has_entries (PageCase *self, gconstpointer n)
{
  return self->page->view != NULL && self->page->view->entries->len == GPOINTER_TO_UINT (n)
         && !self->page->loading;
}

gboolean
page_case_has_no_form (PageCase *self, gconstpointer data)
{
  return self->page->form == NULL;
}

gboolean
page_case_is_gone (PageCase *self, gconstpointer data)
{
  return *(gpointer *) data == NULL;
}

gpointer
page_case_get_child (gpointer widget, const char *name)
{
  GObject *child = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (child);
  return child;
}

gboolean
page_case_shows (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget)
      && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (page_case_shows (child, text))
      return TRUE;
  return FALSE;
}

GtkWidget *
page_case_find_step (GtkWidget *widget, const char *kind)
{
  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "case.step") == 0
      && g_strcmp0 (g_variant_get_string (
                      gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget)), NULL),
                    kind) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = page_case_find_step (child, kind);
      if (found != NULL)
        return found;
    }
  return NULL;
}

void
page_case_answer (PageCase *self, const char *key, const char *text)
{
  GtkWidget *fields = page_case_get_child (self->page->form, "fields");

  for (GtkWidget *child = gtk_widget_get_first_child (fields); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (ys_form_field_get_ask (YS_FORM_FIELD (child))->key, key))
      {
        ys_form_field_set_text (YS_FORM_FIELD (child), text);
        return;
      }
  g_error ("the form does not ask for %s", key);
}

void
page_case_activate (PageCase *self, const char *action, const char *kind)
{
  if (kind != NULL)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), action, "s", kind));
  else
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), action, NULL));
}

static void
found_docket (PageCase *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSession) session
    = ys_session_found (self->address, "云州市人民政府办公室", YS_SESSION_SUITE_GM,
                        YS_STAFF_APPROVAL_NONE, TODAY, &error);
  YsRequest request = {
    .channel = "in-person", .submitted_on = DAY ("2026-11-16"),
    .applicant = { .klass = YS_CLASS_PERSON, .name = "李晓芳", .phone = "13912346621" },
    .title = "滨湖公园招商合同", .description = "合同全文", .form = "paper", .delivery = "post",
  };

  g_assert_no_error (error);
  ys_session_set_actor (session, "何雨");
  self->id = ys_office_register (session, &request, request.submitted_on, YS_DAY_NONE, NULL,
                                 &error);
  g_assert_no_error (error);
  g_assert_true (ys_office_assign (session, self->id, DAY ("2026-11-17"), "陈立", &error));
  g_assert_no_error (error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PageCase *self = user_data;
  g_autoptr (GError) error = NULL;

  self->context = ys_context_open_finish (result, &error);
  g_assert_no_error (error);
}

void
page_case_set_up (PageCase *self, gconstpointer data)
{
  self->dir = g_build_filename (g_get_user_state_dir (), "case-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (self->dir));
  self->address = g_build_filename (self->dir, "page.docket", NULL);
  found_docket (self);
  ys_context_open_async (self->address, TODAY, NULL, NULL, NULL, opened_cb, self);
  page_case_wait (self, "the docket", is_open, NULL);

  self->window = gtk_window_new ();
  self->page = YS_CASE_PAGE (ys_case_page_new (self->context, self->id));
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->page));
  gtk_window_present (GTK_WINDOW (self->window));
  page_case_wait (self, "the case", page_case_has_entries, GUINT_TO_POINTER (2));
}

void
page_case_tear_down (PageCase *self, gconstpointer data)
{
  gpointer page = self->page;
  gpointer context = self->context;

  g_object_add_weak_pointer (G_OBJECT (page), &page);
  g_object_add_weak_pointer (G_OBJECT (context), &context);
  gtk_window_destroy (GTK_WINDOW (self->window));
  page_case_wait (self, "the page to go", page_case_is_gone, &page);
  g_object_unref (self->context);
  page_case_wait (self, "the docket to go", page_case_is_gone, &context);
  desk_remove_tree (self->dir);
  g_free (self->dir);
  g_free (self->address);
  g_free (self->id);
}

YsSession *
page_case_open_colleague (PageCase *self)
{
  g_autoptr (GError) error = NULL;
  YsSession *session = ys_session_open (self->address, TRUE, TODAY, &error);

  g_assert_no_error (error);
  ys_session_set_actor (session, "周敏");
  return session;
}
