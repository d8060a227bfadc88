/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The approvals page on a sample with real documents: the queue, what must be looked at first, approving
 * one and many, returning with a reason; reviewing in an office with a chain; the flow sheet. */
#include <adwaita.h>

#include "desk-docket.h"
#include "desk/approvals/approvals-page-private.h"
#include "desk/approvals/waiting-badge.h"
#include "desk/case/flow-print.h"
#include "office/register.h"
#include "office/reply.h"
#include "office/review.h"
#include "office/staff.h"

#include <string.h>

#define TODAY ys_day_from_ymd (2026, 11, 24)
#define CASES 600

typedef struct
{
  DeskDocket *docket;
  GtkWidget *window;
  YsApprovalsPage *page;
  guint wanted;
  char *id;
} Shown;

static gboolean
is_loaded (gpointer data)
{
  Shown *self = data;

  return !self->page->loading && self->page->queue != NULL;
}

static void
show (Shown *self)
{
  self->window = gtk_window_new ();
  self->page = YS_APPROVALS_PAGE (ys_approvals_page_new (self->docket->context));
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->page));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1180, 700);
  gtk_window_present (GTK_WINDOW (self->window));
  desk_turn_until (is_loaded, self);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
close_page (Shown *self)
{
  gpointer page = self->page;

  g_object_add_weak_pointer (page, &page);
  gtk_window_destroy (GTK_WINDOW (self->window));
  desk_turn_until (is_null, &page);
}

static gboolean
may_approve (gpointer data)
{
  return gtk_widget_get_sensitive (((Shown *) data)->page->approve_button);
}

static gboolean
has_that_many (gpointer data)
{
  Shown *self = data;

  return is_loaded (self) && self->page->queue->len == self->wanted && !self->page->deciding;
}

static YsWaitingRow *
get_row (Shown *self, guint index)
{
  return YS_WAITING_ROW (gtk_list_box_get_row_at_index (self->page->list, (int) index));
}

static void
choose (Shown *self, guint index)
{
  gtk_list_box_select_row (self->page->list, GTK_LIST_BOX_ROW (get_row (self, index)));
  desk_turn_until (may_approve, self);
}

/* The last entry of a case. (transfer full) */
static YsEvent *
read_last (Shown *self, const char *id)
{
  g_autoptr (YsSession) session = desk_docket_open_session (self->docket);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsHistory) history = ys_session_load_case (session, id, &error);

  g_assert_no_error (error);
  return ys_event_ref (ys_history_get (history, ys_history_get_length (history)));
}

static void
assert_last (Shown *self, const char *id, YsKind kind)
{
  g_autoptr (YsEvent) event = read_last (self, id);

  g_assert_cmpstr (ys_kind_get_name (event->kind), ==, ys_kind_get_name (kind));
}

static void
activate (Shown *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), action, NULL));
}

/* --- one after another ----------------------------------------------------------------------- */

static void
test_one (void)
{
  g_autoptr (DeskDocket) docket = desk_docket_new (CASES, TODAY);
  Shown shown = { docket };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  guint n;

  show (&shown);
  n = shown.page->queue->len;
  g_assert_cmpuint (n, >, 3);
  first = g_strdup (ys_waiting_row_get_waiting (get_row (&shown, 0))->row->id);
  second = g_strdup (ys_waiting_row_get_waiting (get_row (&shown, 1))->row->id);
  g_assert_cmpstr (ys_approvals_page_get_chosen (shown.page)->row->id, ==, first);
  desk_turn_until (may_approve, &shown);

  /* By Ctrl+Enter; the one that came after it is shown then. */
  activate (&shown, "approvals.confirm");
  shown.wanted = n - 1;
  desk_turn_until (has_that_many, &shown);
  assert_last (&shown, first, YS_KIND_APPROVED);
  g_assert_cmpstr (ys_approvals_page_get_chosen (shown.page)->row->id, ==, second);

  /* Nothing is returned without a reason. */
  desk_turn_until (may_approve, &shown);
  activate (&shown, "approvals.return");
  g_assert_false (shown.page->deciding);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (shown.page->comment), "error"));
  gtk_editable_set_text (shown.page->comment, "依据条款有误");
  activate (&shown, "approvals.return");
  shown.wanted = n - 2;
  desk_turn_until (has_that_many, &shown);
  assert_last (&shown, second, YS_KIND_RETURNED);
  close_page (&shown);
}

/* --- many ------------------------------------------------------------------------------------ */

static GtkWidget *
find_check (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_CHECK_BUTTON (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_check (child);
  return found;
}

static void
test_many (void)
{
  g_autoptr (DeskDocket) docket = desk_docket_new (CASES, TODAY);
  Shown shown = { docket };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  guint n;

  show (&shown);
  n = shown.page->queue->len;
  first = g_strdup (ys_waiting_row_get_waiting (get_row (&shown, 0))->row->id);
  second = g_strdup (ys_waiting_row_get_waiting (get_row (&shown, 1))->row->id);
  desk_turn_until (may_approve, &shown);
  /* Only what was looked at can be ticked. */
  g_assert_true (gtk_widget_get_sensitive (find_check (GTK_WIDGET (get_row (&shown, 0)))));
  g_assert_false (gtk_widget_get_sensitive (find_check (GTK_WIDGET (get_row (&shown, 1)))));
  choose (&shown, 1);
  g_assert_true (gtk_widget_get_sensitive (find_check (GTK_WIDGET (get_row (&shown, 1)))));
  g_assert_false (gtk_widget_get_visible (shown.page->many));
  ys_waiting_row_set_chosen (get_row (&shown, 0), TRUE);
  ys_waiting_row_set_chosen (get_row (&shown, 1), TRUE);
  g_assert_true (gtk_widget_get_visible (shown.page->many));
  activate (&shown, "approvals.approve-ticked");
  shown.wanted = n - 2;
  desk_turn_until (has_that_many, &shown);
  assert_last (&shown, first, YS_KIND_APPROVED);
  assert_last (&shown, second, YS_KIND_APPROVED);
  g_assert_false (gtk_widget_get_visible (shown.page->many));
  close_page (&shown);
}

static gboolean
has_counted (gpointer data)
{
  return ys_waiting_badge_get_count (data) > 0;
}

static void
test_badge (void)
{
  g_autoptr (DeskDocket) docket = desk_docket_new (CASES, TODAY);
  GtkWidget *badge = g_object_ref_sink (g_object_new (YS_TYPE_WAITING_BADGE, NULL));
  Shown shown = { docket };

  show (&shown);
  ys_waiting_badge_set_context (YS_WAITING_BADGE (badge), docket->context);
  desk_turn_until (has_counted, badge);
  g_assert_cmpuint (ys_waiting_badge_get_count (YS_WAITING_BADGE (badge)), ==,
                    shown.page->queue->len);
  close_page (&shown);
  g_object_unref (badge);
}

/* --- an office with a chain ------------------------------------------------------------------ */

static void
found_office (Shown *self)
{
  static const char *const chain[] = { "section", "legal", "leader", NULL };
  static const YsReply draft = { .outcome = YS_OUTCOME_GRANTED, .ground = "36-2", .text = "拟" };
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSession) session = ys_session_open (self->docket->address, TRUE, TODAY, &error);
  YsRequest request = {
    .channel = "in-person", .submitted_on = TODAY - 7,
    .applicant = { .klass = YS_CLASS_PERSON, .name = "李晓芳" },
    .title = "滨湖公园招商合同", .description = "合同全文", .form = "paper", .delivery = "post",
  };

  g_assert_no_error (error);
  self->id = ys_office_register (session, &request, TODAY - 7, YS_DAY_NONE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ys_office_enrol_keeper (session, TODAY, "gu", "顾一", NULL, &error));
  g_assert_true (ys_office_enrol (session, TODAY, "chen", "陈立", NULL, NULL, YS_ROLE_OFFICER, &error));
  g_assert_true (ys_office_enrol (session, TODAY, "he", "何雨", NULL, NULL, YS_ROLE_OFFICER, &error));
  g_assert_true (ys_office_enrol (session, TODAY, "zhou", "周敏", NULL, NULL, YS_ROLE_HEAD, &error));
  g_assert_true (ys_office_set_chain (session, TODAY, chain, &error));
  ys_session_set_actor (session, "chen");
  g_assert_true (ys_office_draft (session, self->id, TODAY, &draft, &error));
  g_assert_no_error (error);
}

static gboolean
may_agree (gpointer data)
{
  Shown *self = data;

  return self->page->queue != NULL && self->page->queue->len > 0
         && gtk_widget_get_visible (self->page->agree_button)
         && gtk_widget_get_sensitive (self->page->agree_button);
}

static gboolean
asks_for_legal (gpointer data)
{
  Shown *self = data;
  const YsWaiting *waiting = self->page->queue != NULL && !self->page->deciding
                               ? ys_approvals_page_get_chosen (self->page)
                               : NULL;

  return waiting != NULL && g_str_equal (waiting->what, "legal") && may_agree (self);
}

static void
test_review (void)
{
  g_autoptr (DeskDocket) docket = desk_docket_new (0, TODAY);
  Shown shown = { docket };
  g_autofree char *sheet = NULL;
  g_auto (GStrv) lines = NULL;

  found_office (&shown);
  ys_context_set_actor (docket->context, "he");
  show (&shown);
  desk_turn_until (may_agree, &shown);
  g_assert_cmpstr (ys_approvals_page_get_chosen (shown.page)->what, ==, "section");
  activate (&shown, "approvals.confirm");
  desk_turn_until (asks_for_legal, &shown);

  gtk_editable_set_text (shown.page->comment, "引用条款不全");
  activate (&shown, "approvals.disagree");
  shown.wanted = 0;
  desk_turn_until (has_that_many, &shown);
  assert_last (&shown, shown.id, YS_KIND_REVIEWED);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (shown.page->stack), ==, "empty");

  /* It goes back to whoever drafted it. */
  ys_context_set_actor (docket->context, "chen");
  shown.wanted = 1;
  desk_turn_until (has_that_many, &shown);
  g_assert_cmpint (ys_approvals_page_get_chosen (shown.page)->waits_for, ==, YS_WAITS_FOR_MEND);
  g_assert_true (gtk_widget_get_visible (shown.page->case_button));
  close_page (&shown);

  g_autoptr (YsSession) session = desk_docket_open_session (docket);
  g_autoptr (YsCaseView) view = ys_office_view_case_alone (session, shown.id, NULL, NULL);

  sheet = ys_flow_print_tell (view);
  lines = g_strsplit (sheet, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_nonnull (strstr (lines[0], "陈立"));
  g_assert_nonnull (strstr (lines[1], "何雨"));
  g_assert_nonnull (strstr (lines[2], "引用条款不全"));
  g_free (shown.id);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/approvals-page/one", test_one);
  g_test_add_func ("/approvals-page/many", test_many);
  g_test_add_func ("/approvals-page/badge", test_badge);
  g_test_add_func ("/approvals-page/review", test_review);
  return g_test_run ();
}
