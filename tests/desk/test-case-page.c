/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests the case page on a small docket: what it shows, notes, the logged reveal, forms that keep
 * what is typed, a colleague's entry meanwhile, the printed clock sheet, and that all of it goes. */
#include "desk-docket.h"
#include "desk/case/case-page-private.h"
#include "desk/case/case-print.h"
#include "desk/case/clock-print.h"
#include "desk/case/clock-sheet.h"
#include "desk/case/entry-family.h"
#include "desk/case/form-field.h"
#include "office/deliver.h"
#include "office/inquire.h"
#include "office/register.h"
#include "office/reply.h"

#include <glib/gstdio.h>
#include <string.h>

#define DAY(text) ys_day_parse (text, -1)
#define TODAY DAY ("2026-11-24")
#define SECONDS_MAX 60

typedef struct
{
  char *dir;
  char *address;
  char *id;
  YsContext *context;
  GtkWidget *window;
  YsCasePage *page;
} Fixture;

/* --- waiting ----------------------------------------------------------------------------------- */

typedef gboolean (*Condition) (Fixture *self, gconstpointer data);

static gboolean
too_late_cb (gpointer what)
{
  g_error ("waited too long for: %s", (const char *) what);
  return G_SOURCE_REMOVE;
}

static void
wait_until (Fixture *self, const char *what, Condition condition, gconstpointer data)
{
  guint timer = g_timeout_add_seconds (SECONDS_MAX, too_late_cb, (gpointer) what);

  while (!condition (self, data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
}

static gboolean
is_open (Fixture *self, gconstpointer data)
{
  return self->context != NULL;
}

static gboolean
has_entries (Fixture *self, gconstpointer n)
{
  return self->page->view != NULL && self->page->view->entries->len == GPOINTER_TO_UINT (n)
         && !self->page->loading;
}

static gboolean
has_no_form (Fixture *self, gconstpointer data)
{
  return self->page->form == NULL;
}

static gboolean
has_failure (Fixture *self, gconstpointer data)
{
  return ys_step_form_get_failure (self->page->form) != NULL;
}

static gboolean
is_revealed (Fixture *self, gconstpointer data)
{
  return ys_facts_column_is_revealed (self->page->facts);
}

static gboolean
is_true (Fixture *self, gconstpointer flag)
{
  return *(const gboolean *) flag;
}

/* --- widgets ----------------------------------------------------------------------------------- */

static gpointer
get_child (gpointer widget, const char *name)
{
  GObject *child = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (child);
  return child;
}

/* Whether a label somewhere in @widget, seen or not, holds @text. */
static gboolean
shows (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget)
      && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;
  return FALSE;
}

/* The button of a step, or NULL. */
static GtkWidget *
find_step (GtkWidget *widget, const char *kind)
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
      GtkWidget *found = find_step (child, kind);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
answer (Fixture *self, const char *key, const char *text)
{
  GtkWidget *fields = get_child (self->page->form, "fields");

  for (GtkWidget *child = gtk_widget_get_first_child (fields); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (ys_form_field_get_ask (YS_FORM_FIELD (child))->key, key))
      {
        ys_form_field_set_text (YS_FORM_FIELD (child), text);
        return;
      }
  g_error ("the form does not ask for %s", key);
}

static void
activate (Fixture *self, const char *action, const char *kind)
{
  if (kind != NULL)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), action, "s", kind));
  else
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), action, NULL));
}

/* The question whether one is sure. */
static AdwMessageDialog *
find_question (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_visible (l->data))
      return l->data;
  g_error ("nobody was asked");
}

/* --- the docket -------------------------------------------------------------------------------- */

static void
found_docket (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSession) session
    = ys_session_found (self->address, "云州市人民政府办公室", YS_SESSION_SUITE_GM,
                        YS_APPROVAL_NONE, TODAY, &error);
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
  Fixture *self = user_data;
  g_autoptr (GError) error = NULL;

  self->context = ys_context_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->dir = g_build_filename (g_get_user_state_dir (), "case-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (self->dir));
  self->address = g_build_filename (self->dir, "page.docket", NULL);
  found_docket (self);
  ys_context_open_async (self->address, TODAY, NULL, NULL, NULL, opened_cb, self);
  wait_until (self, "the docket", is_open, NULL);

  self->window = gtk_window_new ();
  self->page = YS_CASE_PAGE (ys_case_page_new (self->context, self->id));
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->page));
  gtk_window_present (GTK_WINDOW (self->window));
  wait_until (self, "the case", has_entries, GUINT_TO_POINTER (2));
}

static gboolean
is_gone (Fixture *self, gconstpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Every page must finalize, and the docket's thread with it. */
static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer page = self->page;
  gpointer context = self->context;

  g_object_add_weak_pointer (G_OBJECT (page), &page);
  g_object_add_weak_pointer (G_OBJECT (context), &context);
  gtk_window_destroy (GTK_WINDOW (self->window));
  wait_until (self, "the page to go", is_gone, &page);
  g_object_unref (self->context);
  wait_until (self, "the docket to go", is_gone, &context);
  desk_remove_tree (self->dir);
  g_free (self->dir);
  g_free (self->address);
  g_free (self->id);
}

/* A colleague's own session on the same docket. */
static YsSession *
open_colleague (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  YsSession *session = ys_session_open (self->address, TRUE, TODAY, &error);

  g_assert_no_error (error);
  ys_session_set_actor (session, "周敏");
  return session;
}

/* --- tests ------------------------------------------------------------------------------------- */

static void
test_shown (Fixture *self, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (self->page);
  int minimum;

  g_assert_true (shows (page, "滨湖公园招商合同"));
  g_assert_true (shows (page, "李**"));
  g_assert_false (shows (page, "李晓芳"));
  g_assert_true (shows (page, "139****6621"));
  g_assert_true (shows (page, "2026-12-14")); /* due */
  g_assert_true (shows (GTK_WIDGET (self->page->timeline), "陈立"));
  g_assert_true (shows (GTK_WIDGET (self->page->steps), "at work"));
  g_assert_nonnull (find_step (get_child (self->page->steps, "next"), "drafted"));
  g_assert_nonnull (find_step (get_child (self->page->steps, "others"), "extension-granted"));
  g_assert_null (find_step (GTK_WIDGET (self->page->steps), "corrected"));
  g_assert_true (shows (get_child (self->page->steps, "reasons"), "Correction Received"));

  /* 1366 wide less the sidebar; 768 high less the header. */
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 1366 - 212);
  gtk_widget_measure (page, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 768 - 46);
}

static void
test_note (Fixture *self, gconstpointer data)
{
  GtkEditable *note = get_child (self->page->timeline, "note");
  GtkWidget *record = get_child (self->page->timeline, "record");

  g_assert_false (gtk_widget_get_sensitive (record));
  gtk_editable_set_text (note, "   ");
  g_assert_false (gtk_widget_get_sensitive (record));
  gtk_editable_set_text (note, "已电话联系 ");
  g_assert_true (gtk_widget_get_sensitive (record));
  g_signal_emit_by_name (record, "clicked");
  wait_until (self, "the note", has_entries, GUINT_TO_POINTER (3));
  g_assert_true (shows (GTK_WIDGET (self->page->timeline), "已电话联系"));
  while (*gtk_editable_get_text (note) != '\0')
    g_main_context_iteration (NULL, TRUE);
}

static void
test_reveal (Fixture *self, gconstpointer data)
{
  const YsViewEntry *entry;

  activate (self, "case.reveal", NULL);
  wait_until (self, "the applicant", is_revealed, NULL);
  wait_until (self, "its note", has_entries, GUINT_TO_POINTER (3));
  g_assert_true (shows (GTK_WIDGET (self->page->facts), "李晓芳"));
  g_assert_true (shows (GTK_WIDGET (self->page->facts), "13912346621"));
  entry = ys_case_view_get_entry (self->page->view, 3);
  g_assert_cmpint (entry->event->kind, ==, YS_KIND_NOTED);
  g_assert_nonnull (strstr (ys_event_get_string (entry->event, "text"),
                            ys_context_get_actor (self->context)));
}

static void
test_form (Fixture *self, gconstpointer data)
{
  activate (self, "case.step", "consultation-sent");
  g_assert_nonnull (self->page->form);
  g_assert_false (ys_step_form_is_touched (self->page->form));

  /* What is missing is told at once. */
  ys_step_form_record (self->page->form);
  g_assert_nonnull (ys_step_form_get_failure (self->page->form));
  g_assert_nonnull (strstr (ys_step_form_get_failure (self->page->form), "Name"));

  answer (self, "name", "甲公司");
  answer (self, "on", "2026-11-20");
  ys_step_form_record (self->page->form);
  wait_until (self, "the form to close", has_no_form, NULL);
  wait_until (self, "the letter", has_entries, GUINT_TO_POINTER (3));
  g_assert_true (shows (GTK_WIDGET (self->page->timeline), "甲公司"));
  g_assert_cmpint (self->page->view->clock->state, ==, YS_STATE_SUSPENDED);
  g_assert_nonnull (find_step (get_child (self->page->steps, "next"), "consultation-answered"));
}

/* The rules' reason stands in the form, and what was typed is still there; also after it was closed. */
static void
test_refusal (Fixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) answers = NULL;

  activate (self, "case.step", "closed");
  answer (self, "outcome", "other.correction-lapsed");
  answer (self, "reason", "逾期不补正");
  /* A legal fact is asked about first; "Cancel" leaves all as it is. */
  ys_step_form_record (self->page->form);
  adw_message_dialog_response (find_question (), "cancel");
  g_assert_null (ys_step_form_get_failure (self->page->form));
  ys_step_form_record (self->page->form);
  adw_message_dialog_response (find_question (), "record");
  wait_until (self, "the refusal", has_failure, NULL);
  g_assert_cmpuint (self->page->view->entries->len, ==, 2);
  answers = ys_step_form_get_answers (self->page->form);
  g_assert_cmpstr (ys_deed_answer (answers, "reason"), ==, "逾期不补正");

  gtk_window_close (GTK_WINDOW (self->page->form));
  wait_until (self, "the form to close", has_no_form, NULL);
  activate (self, "case.step", "closed");
  g_clear_pointer (&answers, g_hash_table_unref);
  answers = ys_step_form_get_answers (self->page->form);
  g_assert_cmpstr (ys_deed_answer (answers, "reason"), ==, "逾期不补正");
  g_assert_cmpstr (ys_deed_answer (answers, "outcome"), ==, "other.correction-lapsed");
}

/* A colleague's entry comes while a form is open. */
static void
test_meanwhile (Fixture *self, gconstpointer data)
{
  g_autoptr (YsSession) colleague = open_colleague (self);
  g_autoptr (GError) error = NULL;
  GtkWidget *news;
  g_autoptr (GHashTable) answers = NULL;

  activate (self, "case.step", "consultation-sent");
  answer (self, "name", "甲公司");
  news = get_child (self->page->form, "news");
  g_assert_false (gtk_widget_get_visible (news));
  g_assert_true (ys_office_note (colleague, self->id, TODAY, "已催办", &error));
  wait_until (self, "the colleague's note", has_entries, GUINT_TO_POINTER (3));
  g_assert_true (gtk_widget_get_visible (news));
  g_assert_true (shows (news, "周敏"));
  answers = ys_step_form_get_answers (self->page->form);
  g_assert_cmpstr (ys_deed_answer (answers, "name"), ==, "甲公司");
  ys_step_form_record (self->page->form);
  wait_until (self, "the letter", has_entries, GUINT_TO_POINTER (4));
  wait_until (self, "the form to close", has_no_form, NULL);
}

/* A colleague does the very same act: both are shown, field by field, and what was typed stays. */
static void
test_same_act (Fixture *self, gconstpointer data)
{
  g_autoptr (YsSession) colleague = open_colleague (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) answers = NULL;
  GtkWidget *news;

  activate (self, "case.step", "assigned");
  answer (self, "to", "王芳");
  g_assert_true (ys_office_assign (colleague, self->id, DAY ("2026-11-20"), "赵强", &error));
  g_assert_no_error (error);
  wait_until (self, "the colleague's entry", has_entries, GUINT_TO_POINTER (3));
  news = get_child (self->page->form, "news");
  g_assert_true (shows (news, "周敏"));
  g_assert_true (shows (news, "赵强"));       /* theirs */
  g_assert_true (shows (news, "王芳"));       /* ours */
  g_assert_true (shows (news, "2026-11-20")); /* theirs, a day earlier */
  answers = ys_step_form_get_answers (self->page->form);
  g_assert_cmpstr (ys_deed_answer (answers, "to"), ==, "王芳");
  ys_step_form_record (self->page->form);
  wait_until (self, "our entry", has_entries, GUINT_TO_POINTER (4));
  g_assert_true (shows (GTK_WIDGET (self->page->facts), "王芳"));
  wait_until (self, "the form to close", has_no_form, NULL);
}

/* The same field amended by two: the second amends what the first left, and is told so. */
static void
test_same_field (Fixture *self, gconstpointer data)
{
  g_autoptr (YsSession) colleague = open_colleague (self);
  g_autoptr (GError) error = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "case.amended", "x",
                                             (gint64) 2));
  answer (self, "field", "to");
  answer (self, "to", "陈丽");
  answer (self, "reason", "笔误");
  g_assert_true (ys_office_amend (colleague, self->id, TODAY, 2, "to", "陈立", "陈莉", "r", &error));
  g_assert_no_error (error);
  wait_until (self, "the colleague's amendment", has_entries, GUINT_TO_POINTER (3));
  g_assert_true (shows (get_child (self->page->form, "news"), "陈莉"));
  g_assert_true (shows (GTK_WIDGET (self->page->form), "Now: 陈莉"));
  ys_step_form_record (self->page->form);
  wait_until (self, "our amendment", has_entries, GUINT_TO_POINTER (4));
  g_assert_true (shows (GTK_WIDGET (self->page->facts), "陈丽"));
  wait_until (self, "the form to close", has_no_form, NULL);
}

/* The control follows the field: a day, a word to choose, a text. */
static void
test_values (Fixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) answers = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "case.amended", "x",
                                             (gint64) 1));
  answer (self, "field", "request.form");
  answers = ys_step_form_get_answers (self->page->form);
  g_assert_cmpstr (ys_deed_answer (answers, "to"), ==, "paper");
  answer (self, "to", "email");
  answer (self, "reason", "笔误");
  ys_step_form_record (self->page->form);
  wait_until (self, "the amendment", has_entries, GUINT_TO_POINTER (3));
  g_assert_cmpstr (ys_event_get_string (self->page->view->receipt, "request.form"), ==, "email");
  g_assert_true (shows (GTK_WIDGET (self->page->timeline), "electronic"));
  wait_until (self, "the form to close", has_no_form, NULL);
}

static guint
count_shown (Fixture *self)
{
  GtkWidget *rows = get_child (self->page->timeline, "rows");
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n += gtk_widget_get_child_visible (row);
  return n;
}

static void
test_families (Fixture *self, gconstpointer data)
{
  GtkDropDown *family = get_child (self->page->timeline, "family");
  GtkWidget *count = get_child (self->page->timeline, "count");

  g_assert_cmpuint (count_shown (self), ==, 2);
  gtk_drop_down_set_selected (family, YS_FAMILY_PERIOD);
  g_assert_cmpuint (count_shown (self), ==, 1);
  g_assert_true (shows (count, "1 of 2"));
  gtk_drop_down_set_selected (family, YS_FAMILY_REMEDY);
  g_assert_cmpuint (count_shown (self), ==, 0);
  gtk_drop_down_set_selected (family, YS_FAMILY_ALL);
  g_assert_true (shows (count, "2"));
}

/* A struck note stands again when the strike is struck. */
static void
test_undo (Fixture *self, gconstpointer data)
{
  g_autoptr (YsSession) session = open_colleague (self);
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_office_note (session, self->id, TODAY, "已催办", &error));
  wait_until (self, "the note", has_entries, GUINT_TO_POINTER (3));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "case.struck", "x",
                                             (gint64) 3));
  answer (self, "reason", "误");
  ys_step_form_record (self->page->form);
  wait_until (self, "the strike", has_entries, GUINT_TO_POINTER (4));
  wait_until (self, "the form to close", has_no_form, NULL);
  g_assert_cmpint (ys_case_view_get_entry (self->page->view, 3)->struck_by, ==, 4);
  ys_case_page_undo_strike (GTK_WIDGET (self->page));
  wait_until (self, "the strike of the strike", has_entries, GUINT_TO_POINTER (5));
  g_assert_cmpint (ys_case_view_get_entry (self->page->view, 3)->struck_by, ==, 0);
}

static void
test_amend (Fixture *self, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (self->page);

  g_assert_true (gtk_widget_activate_action (page, "case.amended", "x", (gint64) 2));
  answer (self, "field", "to");
  {
    /* Another field brings what stands there. */
    g_autoptr (GHashTable) answers = ys_step_form_get_answers (self->page->form);
    g_assert_cmpstr (ys_deed_answer (answers, "to"), ==, "陈立");
  }
  answer (self, "to", "陈丽");
  answer (self, "reason", "笔误");
  ys_step_form_record (self->page->form);
  wait_until (self, "the amendment", has_entries, GUINT_TO_POINTER (3));
  g_assert_true (shows (GTK_WIDGET (self->page->facts), "陈丽"));
  g_assert_true (shows (GTK_WIDGET (self->page->timeline), "First written"));
  wait_until (self, "the form to close", has_no_form, NULL);

  g_assert_true (gtk_widget_activate_action (page, "case.struck", "x", (gint64) 3));
  answer (self, "reason", "改错");
  ys_step_form_record (self->page->form);
  wait_until (self, "the strike", has_entries, GUINT_TO_POINTER (4));
  g_assert_true (shows (GTK_WIDGET (self->page->facts), "陈立"));
  wait_until (self, "the form to close", has_no_form, NULL);
}

/* Forms of every act are built and go, with whatever the case offers to choose from. */
static void
test_all_forms (Fixture *self, gconstpointer data)
{
  YsCaseView *view = self->page->view;

  for (int kind = 0; kind < YS_N_KINDS; kind++)
    {
      gpointer form;

      if (ys_deed_get (kind) == NULL)
        continue;
      form = ys_step_form_new (self->context, view, kind, 1, NULL);
      g_object_add_weak_pointer (form, &form);
      g_assert_false (ys_step_form_is_touched (form));
      gtk_window_present (form);
      gtk_window_destroy (form);
      wait_until (self, "a form to go", is_gone, &form);
    }
}

static void
test_sheet (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->dir, "sheet.pdf", NULL);
  g_autoptr (GtkPrintOperation) print
    = ys_clock_print_new (self->page->view, ys_context_get_calendar (self->context),
                          ys_context_get_agency (self->context));
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
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
  g_assert_true (shows (sheet, "2026-12-14"));
  gtk_window_present (sheet);
  gtk_window_destroy (sheet);
  wait_until (self, "the sheet to go", is_gone, &sheet);
}

/* The page goes while its work is still on the docket's thread, and with a form open. */
static void
test_gone_early (Fixture *self, gconstpointer data)
{
  gboolean done = TRUE;

  activate (self, "case.step", "drafted");
  activate (self, "case.reveal", NULL);
  wait_until (self, "nothing", is_true, &done);
}

static void
test_unknown (Fixture *self, gconstpointer data)
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
#define ADD(name, func) g_test_add ("/case-page/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("shown", test_shown);
  ADD ("note", test_note);
  ADD ("reveal", test_reveal);
  ADD ("form", test_form);
  ADD ("refusal", test_refusal);
  ADD ("meanwhile", test_meanwhile);
  ADD ("same-act", test_same_act);
  ADD ("same-field", test_same_field);
  ADD ("values", test_values);
  ADD ("families", test_families);
  ADD ("undo", test_undo);
  ADD ("amend", test_amend);
  ADD ("all-forms", test_all_forms);
  ADD ("sheet", test_sheet);
  ADD ("gone-early", test_gone_early);
  ADD ("unknown", test_unknown);
  code = g_test_run ();
  desk_remove_tree (state);
  return code;
}
