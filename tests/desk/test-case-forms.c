/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests the forms of the case page: what is recorded and refused, what a colleague does meanwhile, acts
 * that are entered late, and the letters of the fields. */
#include "page-case.h"

#include "desk-docket.h"
#include "desk/case/form-field.h"
#include "office/deliver.h"
#include "office/register.h"
#include "office/reply.h"

#include <string.h>

static gboolean
has_failure (PageCase *self, gconstpointer data)
{
  return ys_step_form_get_failure (self->page->form) != NULL;
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

static void
test_form (PageCase *self, gconstpointer data)
{
  page_case_activate (self, "case.step", "consultation-sent");
  g_assert_nonnull (self->page->form);
  g_assert_false (ys_step_form_is_touched (self->page->form));

  /* What is missing is told at once. */
  ys_step_form_record (self->page->form);
  g_assert_nonnull (ys_step_form_get_failure (self->page->form));
  g_assert_nonnull (strstr (ys_step_form_get_failure (self->page->form), "Name"));

  page_case_answer (self, "name", "甲公司");
  page_case_answer (self, "on", "2026-11-20");
  ys_step_form_record (self->page->form);
  page_case_wait (self, "the form to close", page_case_has_no_form, NULL);
  page_case_wait (self, "the letter", page_case_has_entries, GUINT_TO_POINTER (3));
  g_assert_true (page_case_shows (GTK_WIDGET (self->page->timeline), "甲公司"));
  g_assert_cmpint (self->page->view->clock->state, ==, YS_STATE_SUSPENDED);
  g_assert_nonnull (page_case_find_step (page_case_get_child (self->page->steps, "next"), "consultation-answered"));
}

/* The rules' reason stands in the form, and what was typed is still there; also after it was closed. */
static void
test_refusal (PageCase *self, gconstpointer data)
{
  g_autoptr (GHashTable) answers = NULL;

  page_case_activate (self, "case.step", "closed");
  page_case_answer (self, "outcome", "other.correction-lapsed");
  page_case_answer (self, "reason", "逾期不补正");
  /* A legal fact is asked about first; "Cancel" leaves all as it is. */
  ys_step_form_record (self->page->form);
  adw_message_dialog_response (find_question (), "cancel");
  g_assert_null (ys_step_form_get_failure (self->page->form));
  ys_step_form_record (self->page->form);
  adw_message_dialog_response (find_question (), "record");
  page_case_wait (self, "the refusal", has_failure, NULL);
  g_assert_cmpuint (self->page->view->entries->len, ==, 2);
  answers = ys_step_form_get_answers (self->page->form);
  g_assert_cmpstr (ys_deed_answer (answers, "reason"), ==, "逾期不补正");

  gtk_window_close (GTK_WINDOW (self->page->form));
  page_case_wait (self, "the form to close", page_case_has_no_form, NULL);
  page_case_activate (self, "case.step", "closed");
  g_clear_pointer (&answers, g_hash_table_unref);
  answers = ys_step_form_get_answers (self->page->form);
  g_assert_cmpstr (ys_deed_answer (answers, "reason"), ==, "逾期不补正");
  g_assert_cmpstr (ys_deed_answer (answers, "outcome"), ==, "other.correction-lapsed");
}

/* A colleague's entry comes while a form is open. */
static void
test_meanwhile (PageCase *self, gconstpointer data)
{
  g_autoptr (YsSession) colleague = page_case_open_colleague (self);
  g_autoptr (GError) error = NULL;
  GtkWidget *news;
  g_autoptr (GHashTable) answers = NULL;

  page_case_activate (self, "case.step", "consultation-sent");
  page_case_answer (self, "name", "甲公司");
  news = page_case_get_child (self->page->form, "news");
  g_assert_false (gtk_widget_get_visible (news));
  g_assert_true (ys_office_note (colleague, self->id, TODAY, "已催办", &error));
  page_case_wait (self, "the colleague's note", page_case_has_entries, GUINT_TO_POINTER (3));
  g_assert_true (gtk_widget_get_visible (news));
  g_assert_true (page_case_shows (news, "周敏"));
  answers = ys_step_form_get_answers (self->page->form);
  g_assert_cmpstr (ys_deed_answer (answers, "name"), ==, "甲公司");
  ys_step_form_record (self->page->form);
  page_case_wait (self, "the letter", page_case_has_entries, GUINT_TO_POINTER (4));
  page_case_wait (self, "the form to close", page_case_has_no_form, NULL);
}

/* A colleague does the very same act: both are shown, field by field, and what was typed stays. */
static void
test_same_act (PageCase *self, gconstpointer data)
{
  g_autoptr (YsSession) colleague = page_case_open_colleague (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) answers = NULL;
  GtkWidget *news;

  page_case_activate (self, "case.step", "assigned");
  page_case_answer (self, "to", "王芳");
  g_assert_true (ys_office_assign (colleague, self->id, DAY ("2026-11-20"), "赵强", &error));
  g_assert_no_error (error);
  page_case_wait (self, "the colleague's entry", page_case_has_entries, GUINT_TO_POINTER (3));
  news = page_case_get_child (self->page->form, "news");
  g_assert_true (page_case_shows (news, "周敏"));
  g_assert_true (page_case_shows (news, "赵强"));       /* theirs */
  g_assert_true (page_case_shows (news, "王芳"));       /* ours */
  g_assert_true (page_case_shows (news, "2026-11-20")); /* theirs, a day earlier */
  answers = ys_step_form_get_answers (self->page->form);
  g_assert_cmpstr (ys_deed_answer (answers, "to"), ==, "王芳");
  ys_step_form_record (self->page->form);
  page_case_wait (self, "our entry", page_case_has_entries, GUINT_TO_POINTER (4));
  g_assert_true (page_case_shows (GTK_WIDGET (self->page->facts), "王芳"));
  page_case_wait (self, "the form to close", page_case_has_no_form, NULL);
}

/* The same field amended by two: the second amends what the first left, and is told so. */
static void
test_same_field (PageCase *self, gconstpointer data)
{
  g_autoptr (YsSession) colleague = page_case_open_colleague (self);
  g_autoptr (GError) error = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "case.amended", "x",
                                             (gint64) 2));
  page_case_answer (self, "field", "to");
  page_case_answer (self, "to", "陈丽");
  page_case_answer (self, "reason", "笔误");
  g_assert_true (ys_office_amend (colleague, self->id, TODAY, 2, "to", "陈立", "陈莉", "r", &error));
  g_assert_no_error (error);
  page_case_wait (self, "the colleague's amendment", page_case_has_entries, GUINT_TO_POINTER (3));
  g_assert_true (page_case_shows (page_case_get_child (self->page->form, "news"), "陈莉"));
  g_assert_true (page_case_shows (GTK_WIDGET (self->page->form), "Now: 陈莉"));
  ys_step_form_record (self->page->form);
  page_case_wait (self, "our amendment", page_case_has_entries, GUINT_TO_POINTER (4));
  g_assert_true (page_case_shows (GTK_WIDGET (self->page->facts), "陈丽"));
  page_case_wait (self, "the form to close", page_case_has_no_form, NULL);
}

/* The control follows the field: a day, a word to choose, a text. */
static void
test_values (PageCase *self, gconstpointer data)
{
  g_autoptr (GHashTable) answers = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "case.amended", "x",
                                             (gint64) 1));
  page_case_answer (self, "field", "request.form");
  answers = ys_step_form_get_answers (self->page->form);
  g_assert_cmpstr (ys_deed_answer (answers, "to"), ==, "paper");
  page_case_answer (self, "to", "email");
  page_case_answer (self, "reason", "笔误");
  ys_step_form_record (self->page->form);
  page_case_wait (self, "the amendment", page_case_has_entries, GUINT_TO_POINTER (3));
  g_assert_cmpstr (ys_event_get_string (self->page->view->receipt, "request.form"), ==, "email");
  g_assert_true (page_case_shows (GTK_WIDGET (self->page->timeline), "electronic"));
  page_case_wait (self, "the form to close", page_case_has_no_form, NULL);
}

static void
test_amend (PageCase *self, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (self->page);

  g_assert_true (gtk_widget_activate_action (page, "case.amended", "x", (gint64) 2));
  page_case_answer (self, "field", "to");
  {
    /* Another field brings what stands there. */
    g_autoptr (GHashTable) answers = ys_step_form_get_answers (self->page->form);
    g_assert_cmpstr (ys_deed_answer (answers, "to"), ==, "陈立");
  }
  page_case_answer (self, "to", "陈丽");
  page_case_answer (self, "reason", "笔误");
  ys_step_form_record (self->page->form);
  page_case_wait (self, "the amendment", page_case_has_entries, GUINT_TO_POINTER (3));
  g_assert_true (page_case_shows (GTK_WIDGET (self->page->facts), "陈丽"));
  g_assert_true (page_case_shows (GTK_WIDGET (self->page->timeline), "First written"));
  page_case_wait (self, "the form to close", page_case_has_no_form, NULL);

  g_assert_true (gtk_widget_activate_action (page, "case.struck", "x", (gint64) 3));
  page_case_answer (self, "reason", "改错");
  ys_step_form_record (self->page->form);
  page_case_wait (self, "the strike", page_case_has_entries, GUINT_TO_POINTER (4));
  g_assert_true (page_case_shows (GTK_WIDGET (self->page->facts), "陈立"));
  page_case_wait (self, "the form to close", page_case_has_no_form, NULL);
}

/* Forms of every act are built and go, with whatever the case offers to choose from. */
static void
test_all_forms (PageCase *self, gconstpointer data)
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
      page_case_wait (self, "a form to go", page_case_is_gone, &form);
    }
}

/* What was done on its day and forgotten is entered with that day, and the form says so. */
static void
test_late (PageCase *self, gconstpointer data)
{
  g_autoptr (YsSession) colleague = page_case_open_colleague (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) answers = NULL;
  GtkWidget *late = page_case_get_child (self->page->steps, "late");
  GtkWidget *late_steps = page_case_get_child (self->page->steps, "late_steps");

  /* The seventh working day after 16 November is the 25th: nothing is late yet. */
  g_assert_false (gtk_widget_get_visible (late));
  g_assert_true (ys_office_withdraw (colleague, self->id, DAY ("2026-11-23"), NULL, &error));
  g_assert_no_error (error);
  page_case_wait (self, "the withdrawal", page_case_has_entries, GUINT_TO_POINTER (3));
  g_assert_true (gtk_widget_get_visible (late));
  g_assert_null (page_case_find_step (page_case_get_child (self->page->steps, "others"),
                                      "correction-asked"));
  g_assert_nonnull (page_case_find_step (late_steps, "correction-asked"));
  g_assert_true (page_case_shows (late_steps, "Extend the Period… (11-22 or before)"));
  g_assert_false (page_case_shows (page_case_get_child (self->page->steps, "reasons"),
                                   "Extend the Period"));

  page_case_activate (self, "case.step", "extension-granted");
  g_assert_true (page_case_shows (GTK_WIDGET (self->page->form), "The case is concluded."));
  answers = ys_step_form_get_answers (self->page->form);
  g_assert_cmpstr (ys_deed_answer (answers, "on"), ==, "2026-11-22");
  page_case_answer (self, "on", "2026-11-20");
  page_case_answer (self, "reason", "量大");
  page_case_answer (self, "approver", "周敏");
  ys_step_form_record (self->page->form);
  page_case_wait (self, "the extension", page_case_has_entries, GUINT_TO_POINTER (4));
  page_case_wait (self, "the form to close", page_case_has_no_form, NULL);
  g_assert_cmpint (ys_case_view_get_entry (self->page->view, 4)->event->on, ==, DAY ("2026-11-20"));
  /* Once a run. */
  g_assert_null (page_case_find_step (late_steps, "extension-granted"));
}

/* Adds the letters of all that can be reached in @widget; fails where one comes twice. */
static void
collect_letters (GtkWidget *widget, GHashTable *letters)
{
  guint key = GTK_IS_LABEL (widget) ? gtk_label_get_mnemonic_keyval (GTK_LABEL (widget))
                                    : GDK_KEY_VoidSymbol;

  if (!gtk_widget_get_visible (widget))
    return;
  if (key != GDK_KEY_VoidSymbol)
    {
      g_test_message ("%s", gtk_label_get_label (GTK_LABEL (widget)));
      g_assert_true (g_hash_table_add (letters, GUINT_TO_POINTER (key)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_letters (child, letters);
}

/* Every field of every form has a letter of its own, which goes to its control. */
static void
test_letters (PageCase *self, gconstpointer data)
{
  for (int kind = 0; kind < YS_N_KINDS; kind++)
    {
      g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);
      GtkWidget *form, *fields;

      if (ys_deed_get (kind) == NULL)
        continue;
      form = GTK_WIDGET (ys_step_form_new (self->context, self->page->view, kind, 1, NULL));
      gtk_window_present (GTK_WINDOW (form));
      collect_letters (form, letters);
      fields = page_case_get_child (form, "fields");
      for (GtkWidget *field = gtk_widget_get_first_child (fields); field != NULL;
           field = gtk_widget_get_next_sibling (field))
        {
          GtkWidget *label = gtk_widget_get_first_child (field);
          GtkWidget *control = gtk_label_get_mnemonic_widget (GTK_LABEL (label));
          GtkWidget *focus;

          g_assert_cmpuint (gtk_label_get_mnemonic_keyval (GTK_LABEL (label)), !=,
                            GDK_KEY_VoidSymbol);
          if (!gtk_widget_get_visible (field))
            continue;
          g_test_message ("%s: %s", ys_kind_get_name (kind), gtk_label_get_label (GTK_LABEL (label)));
          /* As if another had the letter too: a drop-down alone with it opens. */
          g_assert_true (gtk_widget_mnemonic_activate (label, TRUE));
          focus = gtk_window_get_focus (GTK_WINDOW (form));
          g_assert_true (focus != NULL
                         && (focus == control || gtk_widget_is_ancestor (focus, control)));
        }
      gtk_window_destroy (GTK_WINDOW (form));
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("yishen-forms-XXXXXX", NULL);
  int code;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) \
  g_test_add ("/case-forms/" name, PageCase, NULL, page_case_set_up, func, page_case_tear_down)
  ADD ("form", test_form);
  ADD ("refusal", test_refusal);
  ADD ("meanwhile", test_meanwhile);
  ADD ("same-act", test_same_act);
  ADD ("same-field", test_same_field);
  ADD ("values", test_values);
  ADD ("amend", test_amend);
  ADD ("all-forms", test_all_forms);
  ADD ("late", test_late);
  ADD ("letters", test_letters);
  code = g_test_run ();
  desk_remove_tree (state);
  return code;
}
