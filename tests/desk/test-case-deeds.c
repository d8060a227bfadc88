/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests every act of the case page carried out from its answers: what is proposed, kept, refused,
 * told in sentences, and what becomes of the due day. */
#include "deed-case.h"
#include "desk-docket.h"
#include "desk/case/entry-sentence.h"
#include "desk/case/stage.h"

#include <string.h>

static const YsEvent *
get_last (DeedCase *self)
{
  return ys_history_get (self->view->history, self->view->casefile->seq);
}

static gint64
get_last_seq (DeedCase *self)
{
  return self->view->casefile->seq;
}

#define assert_last(path, text) \
  g_assert_cmpstr (ys_event_get_string (get_last (self), path), ==, text)

/* Every act of the desk, on one case from receipt to archive. */
static void
test_deeds (DeedCase *self, gconstpointer data)
{
  gint64 letter, notice;

  DEED (YS_KIND_ASSIGNED, 0, NULL, "to", "  何雨 ", NULL);
  assert_last ("to", "何雨");
  g_assert_cmpint (ys_stage_of (self->view), ==, YS_STAGE_WORK);
  DEED (YS_KIND_CORRECTION_ASKED, 0, "2026-11-17", "points", "请明确年份", NULL);
  assert_last ("until", "2026-12-08"); /* ten working days after today */
  letter = get_last_seq (self);
  g_assert_cmpint (ys_stage_of (self->view), ==, YS_STAGE_CORRECTION);
  g_assert_cmpint (ys_stage_get_next (YS_STAGE_CORRECTION, self->view), ==, YS_KIND_CORRECTED);
  DEED (YS_KIND_DISPATCHED, letter, "2026-11-17", "tracking", "EMS1", NULL);
  assert_last ("by", "post");
  DEED (YS_KIND_UNDELIVERED, letter, "2026-11-18", "reason", "无人", NULL);
  DEED (YS_KIND_DELIVERED, letter, "2026-11-18", "by", "本人", NULL);
  DEED (YS_KIND_CORRECTED, 0, "2026-11-18", "description", "2025年合同", NULL);
  DEED (YS_KIND_CONSULTATION_SENT, 0, "2026-11-18", "name", "甲公司", NULL);
  assert_last ("ref", "C1");
  assert_last ("with", "third-party");
  g_assert_cmpint (ys_stage_of (self->view), ==, YS_STAGE_CONSULTATION);
  DEED (YS_KIND_CONSULTATION_ANSWERED, 0, "2026-11-19", "opinion", "partly", NULL);
  assert_last ("ref", "C1");
  DEED (YS_KIND_SEARCH_ASKED, 0, "2026-11-19", "unit", "档案室", NULL);
  DEED (YS_KIND_SEARCH_ANSWERED, 0, "2026-11-19", "where", "库房", "terms", "合同", NULL);
  assert_last ("result", "found");
  DEED (YS_KIND_REASONS_ASKED, 0, "2026-11-19", NULL, NULL);
  DEED (YS_KIND_REASONS_GIVEN, 0, "2026-11-19", "text", "研究", NULL);
  DEED (YS_KIND_EXTENSION_GRANTED, 0, "2026-11-19", "reason", "材料多", "approver", "周敏", NULL);
  g_assert_cmpint (self->view->clock->budget, ==, 40);
  DEED (YS_KIND_FEE_NOTICED, 0, "2026-11-20", "quantity", "130", NULL);
  notice = get_last_seq (self);
  g_assert_cmpint (ys_event_get_int (get_last (self), "amount_fen", 0), ==, 130000); /* 70 × 10 and 30 × 20 yuan */
  g_assert_cmpint (ys_stage_of (self->view), ==, YS_STAGE_FEE);
  DEED (YS_KIND_DELIVERED, notice, "2026-11-20", NULL, NULL);
  DEED (YS_KIND_FEE_PAID, 0, "2026-11-23", NULL, NULL);
  g_assert_cmpint (ys_event_get_int (get_last (self), "amount_fen", 0), ==, 130000);
  DEED (YS_KIND_DELAY_SET, 0, NULL, "until", "2026-12-31", "reason", "数量大", NULL);
  DEED (YS_KIND_LINKED, 0, NULL, "to", self->other, "as", "duplicate", NULL);

  DEED (YS_KIND_DRAFTED, 0, NULL, "ground", "36-2", "reply_number", "云公开〔2026〕7号", NULL);
  g_assert_cmpint (ys_stage_of (self->view), ==, YS_STAGE_DRAFT);
  g_assert_cmpint (ys_stage_get_next (YS_STAGE_DRAFT, self->view), ==, YS_KIND_APPROVAL_ASKED);
  DEED (YS_KIND_REVIEWED, 0, NULL, "comment", "可", NULL);
  assert_last ("opinion", "agree");
  DEED (YS_KIND_APPROVAL_ASKED, 0, NULL, NULL, NULL);
  g_assert_cmpint (ys_stage_of (self->view), ==, YS_STAGE_APPROVAL);
  DEED (YS_KIND_RETURNED, 0, NULL, "reason", "再核", NULL);
  DEED (YS_KIND_APPROVAL_ASKED, 0, NULL, NULL, NULL);
  DEED (YS_KIND_APPROVED, 0, NULL, NULL, NULL);
  g_assert_cmpint (ys_stage_of (self->view), ==, YS_STAGE_APPROVED);
  DEED (YS_KIND_REPLIED, 0, NULL, NULL, NULL);
  assert_last ("outcome", "granted");
  assert_last ("reply_number", "云公开〔2026〕7号"); /* of the draft */
  assert_last ("sent_by", "email");                 /* as the applicant wanted it */
  g_assert_cmpint (ys_stage_of (self->view), ==, YS_STAGE_CONCLUDED);

  DEED (YS_KIND_REVIEW_OPENED, 0, NULL, "body", "市政府", NULL);
  assert_last ("ref", "R1");
  DEED (YS_KIND_REVIEW_DECIDED, 0, NULL, "result", "corrected", NULL);
  DEED (YS_KIND_REOPENED, 0, NULL, "reason", "复议决定", "ref", "R1", NULL);
  g_assert_null (self->view->draft);
  DEED (YS_KIND_CLOSED, 0, NULL, "reason", "并案", NULL);
  assert_last ("outcome", "other.other");
  DEED (YS_KIND_ARCHIVED, 0, NULL, "pages", "12", NULL);
  assert_last ("file_no", self->id);
  g_assert_cmpint (ys_stage_of (self->view), ==, YS_STAGE_ARCHIVED);
  g_assert_cmpint (ys_stage_get_next (YS_STAGE_ARCHIVED, self->view), ==, YS_KIND_UNKNOWN);

  /* Whatever stands there is told in a sentence. */
  for (guint i = 0; i < self->view->entries->len; i++)
    {
      const YsViewEntry *entry = g_ptr_array_index (self->view->entries, i);
      g_autofree char *sentence = ys_entry_sentence (self->view, entry->event);

      g_assert_nonnull (sentence);
      g_assert_nonnull (ys_entry_icon (entry->event->kind));
      g_assert_cmpstr (sentence, !=, "");
    }
}

static void
test_entries_of_their_own (DeedCase *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->dir, "回执.pdf", NULL);
  g_autofree char *sentence = NULL;

  g_assert_true (g_file_set_contents (path, "%PDF-1.4", -1, NULL));
  DEED (YS_KIND_ATTACHED, 0, NULL, YS_DEED_PATH, path, NULL);
  assert_last ("role", "request"); /* the first file of a case */
  DEED (YS_KIND_AMENDED, 1, NULL, "field", "applicant.name", YS_DEED_FROM, "李晓芳", "to", "李小芳",
        "reason", "笔误", NULL);
  g_assert_cmpstr (self->view->casefile->applicant, ==, "李小芳");
  sentence = ys_entry_sentence (self->view, get_last (self));
  g_assert_nonnull (strstr (sentence, "李晓芳 → 李小芳"));
  DEED (YS_KIND_STRUCK, 2, NULL, "reason", "传错", NULL);
  g_assert_cmpint (ys_case_view_get_entry (self->view, 2)->struck_by, ==, 4);
  DEED (YS_KIND_WITHDRAWN, 0, NULL, "reason", "不需要", NULL);
}

/* Who joined in the request can be put right afterwards; whoever stays keeps what is known of them. */
static void
test_joint (DeedCase *self, gconstpointer data)
{
  g_autofree char *sentence = NULL;

  DEED (YS_KIND_AMENDED, 1, NULL, "field", "joint", YS_DEED_FROM, "", "to", "王五\n赵六", "reason",
        "漏登", NULL);
  g_assert_cmpint (self->view->casefile->joint, ==, 2);
  DEED (YS_KIND_AMENDED, 1, NULL, "field", "joint.1.phone", YS_DEED_FROM, "", "to", "13900000000",
        "reason", "补登", NULL);
  DEED (YS_KIND_AMENDED, 1, NULL, "field", "joint", YS_DEED_FROM, "王五\n赵六\n", "to", "赵六",
        "reason", "误登", NULL);
  g_assert_cmpint (self->view->casefile->joint, ==, 1);
  g_assert_cmpstr (ys_event_get_string (self->view->receipt, "joint.0.phone"), ==, "13900000000");
  sentence = ys_entry_sentence (self->view, get_last (self));
  g_assert_nonnull (strstr (sentence, "王五, 赵六 → 赵六"));
  DEED (YS_KIND_AMENDED, 1, NULL, "field", "joint", YS_DEED_FROM, "赵六\n", "to", "", "reason", "误登",
        NULL);
  g_assert_cmpint (self->view->casefile->joint, ==, 0);
}

/* A file is proposed as what the case waits for. */
static void
test_roles (DeedCase *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->dir, "文件.pdf", NULL);

  g_assert_true (g_file_set_contents (path, "%PDF-1.4", -1, NULL));
  DEED (YS_KIND_ATTACHED, 0, NULL, YS_DEED_PATH, path, NULL);
  assert_last ("role", "request");
  g_assert_true (g_file_set_contents (path, "%PDF-1.5", -1, NULL));
  DEED (YS_KIND_ATTACHED, 0, NULL, YS_DEED_PATH, path, NULL);
  assert_last ("role", "other");
  DEED (YS_KIND_SEARCH_ASKED, 0, NULL, "unit", "档案室", NULL);
  g_assert_true (g_file_set_contents (path, "%PDF-1.6", -1, NULL));
  DEED (YS_KIND_ATTACHED, 0, NULL, YS_DEED_PATH, path, NULL);
  assert_last ("role", "evidence");
  DEED (YS_KIND_SEARCH_ANSWERED, 0, NULL, "result", "found", "where", "库", "terms", "词", NULL);
  DEED (YS_KIND_DRAFTED, 0, NULL, "ground", "36-2", NULL);
  g_assert_true (g_file_set_contents (path, "%PDF-1.7", -1, NULL));
  DEED (YS_KIND_ATTACHED, 0, NULL, YS_DEED_PATH, path, NULL);
  assert_last ("role", "reply");
  DEED (YS_KIND_CONSULTATION_SENT, 0, NULL, "name", "甲公司", NULL);
  g_assert_true (g_file_set_contents (path, "%PDF-1.8", -1, NULL));
  DEED (YS_KIND_ATTACHED, 0, NULL, YS_DEED_PATH, path, NULL);
  assert_last ("role", "opinion");
  DEED (YS_KIND_WITHDRAWN, 0, NULL, "reason", "不需要", NULL);
  g_assert_true (g_file_set_contents (path, "%PDF-1.9", -1, NULL));
  DEED (YS_KIND_ATTACHED, 0, NULL, YS_DEED_PATH, path, NULL);
  assert_last ("role", "receipt");
}

static void
test_confirm (DeedCase *self, gconstpointer data)
{
  g_free (self->id);
  self->id = g_strdup (self->other);
  deed_case_look (self);
  g_assert_cmpint (ys_stage_of (self->view), ==, YS_STAGE_UNCONFIRMED);
  DEED (YS_KIND_RECEIVED, 0, "2026-11-17", "confirmed_by", "电话", NULL);
  g_assert_cmpint (ys_stage_of (self->view), ==, YS_STAGE_UNASSIGNED);
  g_assert_cmpint (ys_stage_get_next (YS_STAGE_UNASSIGNED, self->view), ==, YS_KIND_ASSIGNED);
}

/* A refusal of the rules comes back as its sentence. */
static void
test_refusal (DeedCase *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (deed_case_try (self, YS_KIND_REPLIED, 0, NULL, &error, "ground", "36-2", NULL));
  g_assert_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED);
}

static void
test_answers (DeedCase *self, gconstpointer data)
{
  const YsCalendar *calendar = ys_session_get_calendar (self->session);
  g_autoptr (GHashTable) answers
    = ys_deed_propose (YS_KIND_CORRECTION_ASKED, self->view, calendar, 0);
  const YsDeed *deed = ys_deed_get (YS_KIND_CORRECTION_ASKED);
  g_autofree char *told = NULL;

  g_assert_cmpstr (ys_deed_find_missing (deed, answers)->key, ==, "points");
  ys_deed_set_answer (answers, "points", "  \n ");
  g_assert_cmpstr (ys_deed_find_missing (deed, answers)->key, ==, "points");
  ys_deed_set_answer (answers, "points", "年份");
  g_assert_null (ys_deed_find_missing (deed, answers));
  ys_deed_set_answer (answers, "on", "11月24日");
  g_assert_cmpstr (ys_deed_find_missing (deed, answers)->key, ==, "on");

  ys_deed_set_answer (answers, "ground", "37");
  told = ys_deed_tell (YS_KIND_DRAFTED, answers, self->view, calendar);
  g_assert_nonnull (strstr (told, "部分公开"));
  g_free (told);
  ys_deed_set_answer (answers, "ground", "");
  told = ys_deed_tell (YS_KIND_DRAFTED, answers, self->view, calendar);
  g_assert_null (told);

  ys_deed_set_answer (answers, "on", "2026-11-24");
  ys_deed_set_answer (answers, "basis", "pages");
  ys_deed_set_answer (answers, "quantity", "31");
  told = ys_deed_tell (YS_KIND_FEE_NOTICED, answers, self->view, calendar);
  g_assert_nonnull (strstr (told, "10.00"));
}

/* Each with the least answers: what becomes of the day that was due. */
static void
test_preview (DeedCase *self, gconstpointer data)
{
  static const struct
  {
    YsKind kind;
    const char *key;
    const char *text;
    const char *says; /* NULL: nothing */
  } rows[] = {
    { YS_KIND_EXTENSION_GRANTED, "days", "10", "2026-12-28 Mon instead of 2026-12-14" },
    { YS_KIND_EXTENSION_GRANTED, "days", "", NULL },
    { YS_KIND_CORRECTION_ASKED, "until", "2026-12-08", "stands still" },
    { YS_KIND_CORRECTION_ASKED, "on", "2026-11-31", NULL },
    { YS_KIND_CONSULTATION_SENT, "name", "甲公司", "suspended" },
    { YS_KIND_DELAY_SET, "until", "2027-01-15", "2027-01-15" },
    { YS_KIND_FEE_NOTICED, "quantity", "31", "stands still" },
    { YS_KIND_ASSIGNED, "to", "陈立", NULL },
    { YS_KIND_NOTED, "text", "记", NULL },
    { YS_KIND_REPLIED, "ground", "36-2", NULL },
  };
  const YsCalendar *calendar = ys_session_get_calendar (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GHashTable) answers = ys_deed_propose (rows[i].kind, self->view, calendar, 0);
      g_autofree char *said = NULL;

      ys_deed_set_answer (answers, rows[i].key, rows[i].text);
      said = ys_deed_preview (rows[i].kind, answers, self->view, calendar);
      g_test_message ("%s: %s", ys_kind_get_name (rows[i].kind), said != NULL ? said : "-");
      if (rows[i].says == NULL)
        g_assert_null (said);
      else
        g_assert_nonnull (strstr (said, rows[i].says));
    }
}

/* The day of receipt amended moves the due day; the name does not. */
static void
test_preview_of_changes (DeedCase *self, gconstpointer data)
{
  const YsCalendar *calendar = ys_session_get_calendar (self->session);
  g_autoptr (GHashTable) answers = ys_deed_propose (YS_KIND_AMENDED, self->view, calendar, 1);
  g_autofree char *said = NULL;

  ys_deed_set_answer (answers, "to", "2026-11-17");
  said = ys_deed_preview (YS_KIND_AMENDED, answers, self->view, calendar);
  g_assert_nonnull (said);
  g_assert_nonnull (strstr (said, "2026-12-15"));
  g_free (said);
  ys_deed_set_answer (answers, "field", "applicant.name");
  ys_deed_set_answer (answers, "to", "李小芳");
  said = ys_deed_preview (YS_KIND_AMENDED, answers, self->view, calendar);
  g_assert_null (said);
}

int
main (int argc, char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("yishen-case-deeds-XXXXXX", NULL);
  int code;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/case-deeds/" name, DeedCase, NULL, deed_case_set_up, func, deed_case_tear_down)
  ADD ("deeds", test_deeds);
  ADD ("entries-of-their-own", test_entries_of_their_own);
  ADD ("joint", test_joint);
  ADD ("roles", test_roles);
  ADD ("confirm", test_confirm);
  ADD ("refusal", test_refusal);
  ADD ("answers", test_answers);
  ADD ("preview", test_preview);
  ADD ("preview-of-changes", test_preview_of_changes);
  code = g_test_run ();
  desk_remove_tree (state);
  return code;
}
