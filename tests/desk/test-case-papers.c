/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests the case file from the case page: it is put on record before it is written, what is in the way
 * is told and leaves no record, and a page that goes meanwhile leaves nothing half done. */
#include "desk-docket.h"
#include "desk/case/case-page-private.h"
#include "office/register.h"

#include <adwaita.h>
#include <string.h>

#define DAY(text) ys_day_parse (text, -1)
#define TODAY DAY ("2026-11-24")

typedef struct
{
  DeskDocket *docket;
  char *id;
  char *path;
  GtkWidget *window;
  YsCasePage *page;
} Fixture;

static gboolean
is_shown (gpointer data)
{
  Fixture *self = data;

  return self->page->view != NULL;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  YsRequest request = {
    .channel = "in-person", .submitted_on = DAY ("2026-11-16"),
    .applicant = { .klass = YS_CLASS_PERSON, .name = "李晓芳", .phone = "13912346621" },
    .title = "滨湖公园招商合同", .description = "合同全文", .form = "paper", .delivery = "post",
  };

  self->docket = desk_docket_new (0, TODAY);
  g_autoptr (YsSession) session = ys_session_open (self->docket->address, TRUE, TODAY, &error);
  g_assert_no_error (error);
  self->id = ys_office_register (session, &request, request.submitted_on, YS_DAY_NONE, NULL,
                                 &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->docket->folder, "案卷.zip", NULL);
  self->window = gtk_window_new ();
  self->page = YS_CASE_PAGE (ys_case_page_new (self->docket->context, self->id));
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->page));
  gtk_window_present (GTK_WINDOW (self->window));
  desk_turn_until (is_shown, self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  desk_turn ();
  desk_docket_free (self->docket);
  g_free (self->id);
  g_free (self->path);
}

/* Entries of the case, as another session reads them. */
static YsHistory *
read_history (Fixture *self)
{
  g_autoptr (YsSession) session = desk_docket_open_session (self->docket);
  YsHistory *history = ys_session_load_case (session, self->id, NULL);

  g_assert_nonnull (history);
  return history;
}

static gboolean
is_written (gpointer data)
{
  Fixture *self = data;

  return g_file_test (self->path, G_FILE_TEST_EXISTS) && !ys_long_work_is_busy (self->page->papers);
}

static void
test_written (Fixture *self, gconstpointer data)
{
  g_autoptr (YsHistory) history = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  gsize length;
  gboolean told = FALSE;

  ys_case_page_write_papers (self->page, self->path);
  desk_turn_until (is_written, self);
  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 4);
  g_assert_cmpmem (bytes, 4, "PK\003\004", 4);
  history = read_history (self);
  g_assert_cmpuint (ys_history_get_length (history), ==, 2);
  g_assert_cmpint (ys_history_get (history, 2)->kind, ==, YS_KIND_NOTED);
  g_assert_cmpstr (ys_history_get (history, 2)->actor, ==,
                   ys_context_get_actor (self->docket->context));
  texts = desk_list_texts (GTK_WIDGET (self->page->papers));
  for (guint i = 0; i < texts->len; i++)
    told |= strstr (g_ptr_array_index (texts, i), self->path) != NULL;
  g_assert_true (told);
}

static void
test_in_the_way (Fixture *self, gconstpointer data)
{
  g_autoptr (YsHistory) history = NULL;

  ys_case_page_write_papers (self->page, self->docket->folder);
  desk_turn ();
  g_assert_false (ys_long_work_is_busy (self->page->papers));
  history = read_history (self);
  g_assert_cmpuint (ys_history_get_length (history), ==, 1);
}

static void
test_gone_meanwhile (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  ys_case_page_write_papers (self->page, self->path);
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->window)));
  desk_turn ();
  dir = g_dir_open (self->docket->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, ".yishen-"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add ("/case-papers/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("written", test_written);
  ADD ("in-the-way", test_in_the_way);
  ADD ("gone-meanwhile", test_gone_meanwhile);
  return g_test_run ();
}
