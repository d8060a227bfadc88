/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests the case page: what it shows, notes, the logged reveal, the printed clock sheet, and that all of
 * it goes. Its forms are tested in test-case-forms.c. */
#include "page-case.h"

#include "desk-docket.h"
#include "desk/case/case-print.h"
#include "desk/case/clock-print.h"
#include "desk/case/clock-sheet.h"
#include "desk/case/entry-family.h"
#include "office/register.h"

#include <string.h>

static gboolean
is_revealed (PageCase *self, gconstpointer data)
{
  return ys_facts_column_is_revealed (self->page->facts);
}

static gboolean
is_true (PageCase *self, gconstpointer flag)
{
  return *(const gboolean *) flag;
}

static void
test_shown (PageCase *self, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (self->page);
  int minimum;

  g_assert_true (page_case_shows (page, "滨湖公园招商合同"));
  g_assert_true (page_case_shows (page, "李**"));
  g_assert_false (page_case_shows (page, "李晓芳"));
  g_assert_true (page_case_shows (page, "139****6621"));
  g_assert_true (page_case_shows (page, "2026-12-14")); /* due */
  g_assert_true (page_case_shows (GTK_WIDGET (self->page->timeline), "陈立"));
  g_assert_true (page_case_shows (GTK_WIDGET (self->page->steps), "at work"));
  g_assert_nonnull (page_case_find_step (page_case_get_child (self->page->steps, "next"), "drafted"));
  g_assert_nonnull (page_case_find_step (page_case_get_child (self->page->steps, "others"), "extension-granted"));
  g_assert_null (page_case_find_step (GTK_WIDGET (self->page->steps), "corrected"));
  g_assert_true (page_case_shows (page_case_get_child (self->page->steps, "reasons"), "Correction Received"));

  /* 1366 wide less the sidebar; 768 high less the header. */
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 1366 - 212);
  gtk_widget_measure (page, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 768 - 46);
}

static void
test_note (PageCase *self, gconstpointer data)
{
  GtkEditable *note = page_case_get_child (self->page->timeline, "note");
  GtkWidget *record = page_case_get_child (self->page->timeline, "record");

  g_assert_false (gtk_widget_get_sensitive (record));
  gtk_editable_set_text (note, "   ");
  g_assert_false (gtk_widget_get_sensitive (record));
  gtk_editable_set_text (note, "已电话联系 ");
  g_assert_true (gtk_widget_get_sensitive (record));
  g_signal_emit_by_name (record, "clicked");
  page_case_wait (self, "the note", page_case_has_entries, GUINT_TO_POINTER (3));
  g_assert_true (page_case_shows (GTK_WIDGET (self->page->timeline), "已电话联系"));
  while (*gtk_editable_get_text (note) != '\0')
    g_main_context_iteration (NULL, TRUE);
}

static void
test_reveal (PageCase *self, gconstpointer data)
{
  const YsViewEntry *entry;

  page_case_activate (self, "case.reveal", NULL);
  page_case_wait (self, "the applicant", is_revealed, NULL);
  page_case_wait (self, "its note", page_case_has_entries, GUINT_TO_POINTER (3));
  g_assert_true (page_case_shows (GTK_WIDGET (self->page->facts), "李晓芳"));
  g_assert_true (page_case_shows (GTK_WIDGET (self->page->facts), "13912346621"));
  entry = ys_case_view_get_entry (self->page->view, 3);
  g_assert_cmpint (entry->event->kind, ==, YS_KIND_NOTED);
  g_assert_nonnull (strstr (ys_event_get_string (entry->event, "text"),
                            ys_context_get_actor (self->context)));
}

static guint
count_shown (PageCase *self)
{
  GtkWidget *rows = page_case_get_child (self->page->timeline, "rows");
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n += gtk_widget_get_child_visible (row);
  return n;
}

static void
test_families (PageCase *self, gconstpointer data)
{
  GtkDropDown *family = page_case_get_child (self->page->timeline, "family");
  GtkWidget *count = page_case_get_child (self->page->timeline, "count");

  g_assert_cmpuint (count_shown (self), ==, 2);
  gtk_drop_down_set_selected (family, YS_FAMILY_PERIOD);
  g_assert_cmpuint (count_shown (self), ==, 1);
  g_assert_true (page_case_shows (count, "1 of 2"));
  gtk_drop_down_set_selected (family, YS_FAMILY_REMEDY);
  g_assert_cmpuint (count_shown (self), ==, 0);
  gtk_drop_down_set_selected (family, YS_FAMILY_ALL);
  g_assert_true (page_case_shows (count, "2"));
}

/* A struck note stands again when the strike is struck. */
static void
test_undo (PageCase *self, gconstpointer data)
{
  g_autoptr (YsSession) session = page_case_open_colleague (self);
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_office_note (session, self->id, TODAY, "已催办", &error));
  page_case_wait (self, "the note", page_case_has_entries, GUINT_TO_POINTER (3));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "case.struck", "x",
                                             (gint64) 3));
  page_case_answer (self, "reason", "误");
  ys_step_form_record (self->page->form);
  page_case_wait (self, "the strike", page_case_has_entries, GUINT_TO_POINTER (4));
  page_case_wait (self, "the form to close", page_case_has_no_form, NULL);
  g_assert_cmpint (ys_case_view_get_entry (self->page->view, 3)->struck_by, ==, 4);
  ys_case_page_undo_strike (GTK_WIDGET (self->page));
  page_case_wait (self, "the strike of the strike", page_case_has_entries, GUINT_TO_POINTER (5));
  g_assert_cmpint (ys_case_view_get_entry (self->page->view, 3)->struck_by, ==, 0);
}

static void
test_sheet (PageCase *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->dir, "sheet.pdf", NULL);
  g_autoptr (GtkPrintOperation) print
    = ys_clock_print_new (self->page->view, ys_context_get_calendar (self->context),
                          ys_context_get_agency (self->context));
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  GtkPageSetup *setup;
  gpointer sheet;
  int pages;

  gtk_print_operation_set_export_filename (print, path);
  g_assert_cmpint (gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (print, "n-pages", &pages, NULL);
  g_assert_cmpint (pages, ==, 1);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  /* On A4, wherever the computer stands, with room for the binding. */
  setup = gtk_print_operation_get_default_page_setup (print);
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_paper_width (setup, GTK_UNIT_MM), 210, 0.1);
  g_assert_cmpfloat (gtk_page_setup_get_left_margin (setup, GTK_UNIT_MM), >=, 20);

  g_clear_object (&print);
  print = ys_whole_case_print_new (self->page->view, ys_context_get_calendar (self->context), NULL,
                                   FALSE);
  gtk_print_operation_set_export_filename (print, path);
  g_assert_cmpint (gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (print, "n-pages", &pages, NULL);
  g_assert_cmpint (pages, >=, 1);

  sheet = ys_clock_sheet_new (self->page->view, ys_context_get_calendar (self->context), NULL);
  g_object_add_weak_pointer (sheet, &sheet);
  g_assert_true (page_case_shows (sheet, "2026-12-14"));
  gtk_window_present (sheet);
  gtk_window_destroy (sheet);
  page_case_wait (self, "the sheet to go", page_case_is_gone, &sheet);
}

/* The page goes while its work is still on the docket's thread, and with a form open. */
static void
test_gone_early (PageCase *self, gconstpointer data)
{
  gboolean done = TRUE;

  page_case_activate (self, "case.step", "drafted");
  page_case_activate (self, "case.reveal", NULL);
  page_case_wait (self, "nothing", is_true, &done);
}

static void
test_unknown (PageCase *self, gconstpointer data)
{
  YsCasePage *page = YS_CASE_PAGE (ys_case_page_new (self->context, "2026-9999"));
  gpointer gone = page;

  g_object_ref_sink (page);
  while (page->loading)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->stack), ==, "failed");
  g_object_add_weak_pointer (gone, &gone);
  g_object_unref (page);
  g_assert_null (gone);
}

int
main (int argc, char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("yishen-case-XXXXXX", NULL);
  int code;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) \
  g_test_add ("/case-page/" name, PageCase, NULL, page_case_set_up, func, page_case_tear_down)
  ADD ("shown", test_shown);
  ADD ("note", test_note);
  ADD ("reveal", test_reveal);
  ADD ("families", test_families);
  ADD ("undo", test_undo);
  ADD ("sheet", test_sheet);
  ADD ("gone-early", test_gone_early);
  ADD ("unknown", test_unknown);
  code = g_test_run ();
  desk_remove_tree (state);
  return code;
}
