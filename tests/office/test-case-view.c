/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests the view of one case: entries and what became of them, steps with their reasons, letters,
 * files, neighbours and open questions. */
#include "office/case-view.h"
#include "office/deliver.h"
#include "office/inquire.h"
#include "office/register.h"
#include "office/reply.h"

#include <glib/gstdio.h>
#include <string.h>

#define DAY(text) ys_day_parse (text, -1)
#define TODAY DAY ("2026-11-24")

typedef struct
{
  char *dir;
  YsSession *session;
  char *id;
} Fixture;

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_tree (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

static char *
register_case (YsSession *session, const char *channel, const char *title, YsDay on)
{
  g_autoptr (GError) error = NULL;
  YsRequest request = {
    .channel = channel, .submitted_on = on,
    .applicant = { .klass = YS_CLASS_PERSON, .name = "李晓芳", .phone = "13912346621" },
    .title = title, .description = title, .form = "paper", .delivery = "post",
  };
  char *id = ys_office_register (session, &request, on, YS_DAY_NONE, NULL, &error);

  g_assert_no_error (error);
  return id;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *address = NULL;
  g_autoptr (GError) error = NULL;

  self->dir = g_build_filename (g_get_user_state_dir (), "case-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (self->dir));
  address = g_build_filename (self->dir, "view.docket", NULL);
  self->session = ys_session_found (address, "云州市人民政府办公室", YS_SESSION_SUITE_GM,
                                    YS_STAFF_APPROVAL_RECORDED, TODAY, &error);
  g_assert_no_error (error);
  ys_session_set_actor (self->session, "陈立");
  self->id = register_case (self->session, "in-person", "滨湖公园招商合同", DAY ("2026-11-02"));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->session);
  remove_tree (self->dir);
  g_free (self->dir);
  g_free (self->id);
}

static YsCaseView *
view (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  YsCaseView *seen = ys_office_view_case (self->session, self->id, NULL, &error);

  g_assert_no_error (error);
  return seen;
}

static const char *
get_reason (const YsCaseView *seen, YsKind kind)
{
  const YsViewStep *step = ys_case_view_get_step (seen, kind);

  g_assert_nonnull (step);
  return step->reason;
}

#define DO(call) \
  G_STMT_START \
  { \
    g_autoptr (GError) do_error = NULL; \
    gboolean do_done = (call); \
    g_assert_no_error (do_error); \
    g_assert_true (do_done); \
  } \
  G_STMT_END

static void
test_entries (Fixture *self, gconstpointer data)
{
  g_autoptr (YsCaseView) seen = NULL;
  const YsViewEntry *entry;

  DO (ys_office_note (self->session, self->id, DAY ("2026-11-05"), "一", &do_error));
  DO (ys_office_note (self->session, self->id, DAY ("2026-11-04"), "二", &do_error));
  DO (ys_office_amend (self->session, self->id, TODAY, 2, "text", "一", "一改", "笔误", &do_error));
  DO (ys_office_strike (self->session, self->id, TODAY, 3, "重复", &do_error));

  seen = view (self);
  g_assert_cmpuint (seen->entries->len, ==, 5);
  /* Newest first: by day, then by seq. */
  const gint64 order[] = { 5, 4, 2, 3, 1 };
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpint (((YsViewEntry *) g_ptr_array_index (seen->entries, i))->seq, ==, order[i]);

  entry = ys_case_view_get_entry (seen, 2);
  g_assert_true (entry->is_amended);
  g_assert_cmpstr (ys_event_get_string (entry->event, "text"), ==, "一改");
  g_assert_cmpstr (ys_event_get_string (entry->first, "text"), ==, "一");
  g_assert_cmpstr (entry->event->actor, ==, "陈立");
  g_assert_nonnull (entry->recorded_at);

  entry = ys_case_view_get_entry (seen, 3);
  g_assert_cmpint (entry->struck_by, ==, 5);
  g_assert_cmpstr (ys_event_get_string (entry->event, "text"), ==, "二");
  g_assert_false (entry->is_amended);
  g_assert_null (ys_case_view_get_entry (seen, 6));
}

static void
test_struck_strike (Fixture *self, gconstpointer data)
{
  g_autoptr (YsCaseView) seen = NULL;

  DO (ys_office_note (self->session, self->id, TODAY, "一", &do_error));
  DO (ys_office_strike (self->session, self->id, TODAY, 2, "误", &do_error));
  DO (ys_office_strike (self->session, self->id, TODAY, 3, "没有误", &do_error));
  seen = view (self);
  g_assert_cmpint (ys_case_view_get_entry (seen, 2)->struck_by, ==, 0);
  g_assert_cmpint (ys_case_view_get_entry (seen, 3)->struck_by, ==, 4);
}

static void
test_steps (Fixture *self, gconstpointer data)
{
  g_autoptr (YsCaseView) seen = view (self);
  static const YsKind lawful[] = { YS_KIND_ASSIGNED, YS_KIND_CONSULTATION_SENT, YS_KIND_DRAFTED,
                                   YS_KIND_EXTENSION_GRANTED, YS_KIND_LINKED, YS_KIND_WITHDRAWN,
                                   YS_KIND_APPROVAL_ASKED, YS_KIND_FEE_NOTICED };
  /* Correction: more than seven working days after receipt. */
  static const YsKind refused[] = { YS_KIND_RECEIVED, YS_KIND_CORRECTION_ASKED, YS_KIND_CORRECTED,
                                    YS_KIND_CONSULTATION_ANSWERED, YS_KIND_REVIEWED,
                                    YS_KIND_APPROVED, YS_KIND_RETURNED, YS_KIND_REPLIED,
                                    YS_KIND_FEE_PAID, YS_KIND_REOPENED, YS_KIND_ARCHIVED };
  const char *const files[] = { NULL };
  YsReply reply = { .outcome = YS_OUTCOME_GRANTED, .ground = "36-2", .files = files };

  for (guint i = 0; i < G_N_ELEMENTS (lawful); i++)
    g_assert_cmpstr (get_reason (seen, lawful[i]), ==, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_assert_cmpstr (get_reason (seen, refused[i]), !=, NULL);
      /* No word of the probe's own shows. */
      g_assert_null (strstr (get_reason (seen, refused[i]), "probe"));
    }
  g_assert_cmpstr (get_reason (seen, YS_KIND_CONSULTATION_ANSWERED), ==, "No opinion is awaited.");
  g_assert_null (seen->draft);
  g_assert_false (seen->approved);

  DO (ys_office_draft (self->session, self->id, TODAY, &reply, &do_error));
  DO (ys_office_ask_approval (self->session, self->id, TODAY, "reply", files, &do_error));
  g_clear_pointer (&seen, ys_case_view_unref);
  seen = view (self);
  g_assert_nonnull (seen->draft);
  g_assert_null (get_reason (seen, YS_KIND_REVIEWED));
  g_assert_null (get_reason (seen, YS_KIND_APPROVED));
  g_assert_null (get_reason (seen, YS_KIND_RETURNED));
  g_assert_nonnull (get_reason (seen, YS_KIND_APPROVAL_ASKED));
  g_assert_nonnull (get_reason (seen, YS_KIND_REPLIED));

  DO (ys_office_approve (self->session, self->id, TODAY, &do_error));
  g_clear_pointer (&seen, ys_case_view_unref);
  seen = view (self);
  g_assert_true (seen->approved);
  g_assert_null (get_reason (seen, YS_KIND_REPLIED));

  /* A new draft is not approved. */
  DO (ys_office_draft (self->session, self->id, TODAY, &reply, &do_error));
  g_clear_pointer (&seen, ys_case_view_unref);
  seen = view (self);
  g_assert_false (seen->approved);

  DO (ys_office_withdraw (self->session, self->id, TODAY, NULL, &do_error));
  g_clear_pointer (&seen, ys_case_view_unref);
  seen = view (self);
  g_assert_null (get_reason (seen, YS_KIND_ARCHIVED));
  g_assert_null (get_reason (seen, YS_KIND_REOPENED));
  g_assert_nonnull (get_reason (seen, YS_KIND_DRAFTED));
}

static YsDay
get_day (const YsCaseView *seen, YsKind kind)
{
  return ys_case_view_get_step (seen, kind)->on;
}

/* What was forgotten on its day is offered with the latest day on which it was lawful. */
static void
test_late_steps (Fixture *self, gconstpointer data)
{
  g_autoptr (YsCaseView) seen = view (self);

  g_assert_cmpint (get_day (seen, YS_KIND_EXTENSION_GRANTED), ==, TODAY);
  /* The seventh working day after 2 November. */
  g_assert_nonnull (get_reason (seen, YS_KIND_CORRECTION_ASKED));
  g_assert_cmpint (get_day (seen, YS_KIND_CORRECTION_ASKED), ==, DAY ("2026-11-11"));
  g_assert_cmpint (get_day (seen, YS_KIND_CORRECTED), ==, YS_DAY_NONE);
  g_assert_cmpint (get_day (seen, YS_KIND_REVIEWED), ==, YS_DAY_NONE);

  DO (ys_office_withdraw (self->session, self->id, DAY ("2026-11-20"), NULL, &do_error));
  g_clear_pointer (&seen, ys_case_view_unref);
  seen = view (self);
  g_assert_cmpint (get_day (seen, YS_KIND_DRAFTED), ==, DAY ("2026-11-19"));
  /* Nothing was drafted then, and the case is concluded once. */
  g_assert_cmpint (get_day (seen, YS_KIND_REVIEWED), ==, YS_DAY_NONE);
  g_assert_cmpint (get_day (seen, YS_KIND_REPLIED), ==, YS_DAY_NONE);
  g_assert_cmpint (get_day (seen, YS_KIND_ARCHIVED), ==, TODAY);

  DO (ys_office_extend (self->session, self->id, DAY ("2026-11-19"), 20, "量大", "王局长", &do_error));
  g_clear_pointer (&seen, ys_case_view_unref);
  seen = view (self);
  g_assert_cmpint (get_day (seen, YS_KIND_EXTENSION_GRANTED), ==, YS_DAY_NONE);
}

static void
test_letters (Fixture *self, gconstpointer data)
{
  g_autoptr (YsCaseView) seen = NULL;
  const YsViewEntry *letter;

  DO (ys_office_send_consultation (self->session, self->id, DAY ("2026-11-10"), "C1",
                                   "third-party", "甲公司", &do_error));
  DO (ys_office_dispatch (self->session, self->id, DAY ("2026-11-10"), 2, "post", "EMS1", &do_error));
  DO (ys_office_fail_delivery (self->session, self->id, DAY ("2026-11-12"), 2, "无人", &do_error));
  DO (ys_office_dispatch (self->session, self->id, DAY ("2026-11-13"), 2, "post", "EMS2", &do_error));
  seen = view (self);
  letter = ys_case_view_get_entry (seen, 2);
  g_assert_cmpint (letter->dispatched_on, ==, DAY ("2026-11-13"));
  g_assert_cmpint (letter->returned_on, ==, DAY ("2026-11-12"));
  g_assert_cmpint (letter->delivered_on, ==, YS_DAY_NONE);

  DO (ys_office_deliver (self->session, self->id, DAY ("2026-11-16"), 2, "甲公司", &do_error));
  g_clear_pointer (&seen, ys_case_view_unref);
  seen = view (self);
  g_assert_cmpint (ys_case_view_get_entry (seen, 2)->delivered_on, ==, DAY ("2026-11-16"));
  /* A struck mark leaves no trace on the letter. */
  DO (ys_office_strike (self->session, self->id, TODAY, 6, "误", &do_error));
  g_clear_pointer (&seen, ys_case_view_unref);
  seen = view (self);
  g_assert_cmpint (ys_case_view_get_entry (seen, 2)->delivered_on, ==, YS_DAY_NONE);
}

static void
test_questions (Fixture *self, gconstpointer data)
{
  g_autoptr (YsCaseView) seen = view (self);
  g_autoptr (GPtrArray) open = NULL;
  g_autofree char *ref = ys_case_view_make_ref (seen, YS_KIND_CONSULTATION_SENT, "C");

  g_assert_cmpstr (ref, ==, "C1");
  DO (ys_office_send_consultation (self->session, self->id, DAY ("2026-11-10"), "C1",
                                   "third-party", "甲公司", &do_error));
  DO (ys_office_send_consultation (self->session, self->id, DAY ("2026-11-11"), "C2",
                                   "agency", "乙局", &do_error));
  DO (ys_office_take_opinion (self->session, self->id, DAY ("2026-11-16"), "C1", "agree",
                              &do_error));
  g_clear_pointer (&seen, ys_case_view_unref);
  seen = view (self);
  open = ys_case_view_list_open (seen, YS_KIND_CONSULTATION_SENT, YS_KIND_CONSULTATION_ANSWERED);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpstr (ys_event_get_string (((YsViewEntry *) g_ptr_array_index (open, 0))->event, "ref"),
                   ==, "C2");
  g_free (g_steal_pointer (&ref));
  ref = ys_case_view_make_ref (seen, YS_KIND_CONSULTATION_SENT, "C");
  g_assert_cmpstr (ref, ==, "C3");
  g_assert_nonnull (ys_case_view_find_ref (seen, YS_KIND_CONSULTATION_SENT, "C2"));
  g_assert_null (ys_case_view_find_ref (seen, YS_KIND_SEARCH_ASKED, "C2"));
}

static void
test_files (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->dir, "答复书.pdf", NULL);
  g_autofree char *copy_path = g_build_filename (self->dir, "copy.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) copy = g_file_new_for_path (copy_path);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsCaseView) seen = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *bytes = NULL;
  const YsViewFile *shown;

  g_assert_true (g_file_set_contents (path, "%PDF-1.4 test", -1, NULL));
  digest = ys_office_attach (self->session, self->id, TODAY, file, "reply", &error);
  g_assert_no_error (error);
  seen = view (self);
  g_assert_cmpuint (seen->files->len, ==, 1);
  shown = g_ptr_array_index (seen->files, 0);
  g_assert_cmpstr (shown->digest, ==, digest);
  g_assert_cmpstr (shown->name, ==, "答复书.pdf");
  g_assert_cmpstr (shown->role, ==, "reply");
  g_assert_cmpint (shown->pages, ==, 0);

  g_assert_true (ys_office_copy_file (self->session, digest, copy, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (copy_path, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "%PDF-1.4 test");
  g_assert_false (ys_office_copy_file (self->session,
                                       "sm3:0000000000000000000000000000000000000000000000000000"
                                       "000000000000", copy, NULL, &error));
  g_assert_nonnull (error);

  DO (ys_office_strike (self->session, self->id, TODAY, shown->seq, "误", &do_error));
  g_clear_pointer (&seen, ys_case_view_unref);
  seen = view (self);
  g_assert_cmpuint (seen->files->len, ==, 0);
}

static void
test_neighbours (Fixture *self, gconstpointer data)
{
  g_autofree char *twin
    = register_case (self->session, "in-person", "滨湖公园招商合同", DAY ("2026-11-03"));
  g_autofree char *linked = register_case (self->session, "in-person", "道路养护台账",
                                           DAY ("2026-11-03"));
  g_autoptr (YsCaseView) seen = NULL;
  const YsViewCase *first;
  gboolean has_twin = FALSE;

  DO (ys_office_assign (self->session, self->id, TODAY, "何雨", &do_error));
  DO (ys_office_link (self->session, self->id, TODAY, linked, "same-letter", NULL, &do_error));
  seen = view (self);
  first = g_ptr_array_index (seen->cases, 0);
  g_assert_cmpstr (first->id, ==, linked);
  g_assert_cmpstr (first->link, ==, "same-letter");
  g_assert_cmpstr (first->title, ==, "道路养护台账");
  for (guint i = 1; i < seen->cases->len; i++)
    {
      const YsViewCase *other = g_ptr_array_index (seen->cases, i);
      g_assert_cmpstr (other->id, !=, linked); /* listed once */
      has_twin = has_twin || g_str_equal (other->id, twin);
    }
  g_assert_true (has_twin);
  g_assert_cmpuint (seen->handlers->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (seen->handlers, 0), ==, "何雨");
  g_assert_false (first->incoming);

  /* The other case has the link too, though nothing is recorded there. */
  g_clear_pointer (&seen, ys_case_view_unref);
  seen = ys_office_view_case (self->session, linked, NULL, NULL);
  g_assert_nonnull (seen);
  first = g_ptr_array_index (seen->cases, 0);
  g_assert_cmpstr (first->id, ==, self->id);
  g_assert_cmpstr (first->link, ==, "same-letter");
  g_assert_true (first->incoming);
}

/* An approval of another letter than the reply waits for that letter, not for a draft. */
static void
test_approved_step (Fixture *self, gconstpointer data)
{
  g_autoptr (YsCaseView) seen = view (self);
  const char *const files[] = { NULL };

  g_assert_cmpint (seen->approved_step, ==, YS_KIND_UNKNOWN);
  DO (ys_office_ask_approval (self->session, self->id, TODAY, "extension", files, &do_error));
  DO (ys_office_approve (self->session, self->id, TODAY, &do_error));
  g_clear_pointer (&seen, ys_case_view_unref);
  seen = view (self);
  g_assert_cmpint (seen->approved_step, ==, YS_KIND_EXTENSION_GRANTED);
  g_assert_false (seen->approved);

  DO (ys_office_extend (self->session, self->id, TODAY, 20, "情况复杂", "周敏", &do_error));
  g_clear_pointer (&seen, ys_case_view_unref);
  seen = view (self);
  g_assert_cmpint (seen->approved_step, ==, YS_KIND_UNKNOWN);
}

static void
test_unknown (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_assert_null (ys_office_view_case (self->session, "2026-9999", NULL, &error));
  g_assert_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_NO_CASE);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_null (ys_office_view_case (self->session, self->id, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("yishen-view-XXXXXX", NULL);
  int code;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/case-view/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("entries", test_entries);
  ADD ("struck-strike", test_struck_strike);
  ADD ("steps", test_steps);
  ADD ("late-steps", test_late_steps);
  ADD ("letters", test_letters);
  ADD ("questions", test_questions);
  ADD ("files", test_files);
  ADD ("neighbours", test_neighbours);
  ADD ("approved-step", test_approved_step);
  ADD ("unknown", test_unknown);
  code = g_test_run ();
  remove_tree (state);
  return code;
}
