/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests what the case page says, without widgets: masks, amounts, the budget's segments, the clock
 * sheet, stages, sentences of entries, proposals, and every act carried out from its answers. */
#include "desk/case/applicant-mask.h"
#include "desk/case/budget.h"
#include "desk/case/deed.h"
#include "desk/case/entry-family.h"
#include "desk/case/entry-sentence.h"
#include "desk/case/field-value.h"
#include "desk/case/sheet-lines.h"
#include "desk/case/stage.h"
#include "desk/case/words.h"
#include "office/deliver.h"
#include "office/register.h"

#include <glib/gstdio.h>
#include <string.h>

#define DAY(text) ys_day_parse (text, -1)
#define TODAY DAY ("2026-11-24")

/* --- texts ------------------------------------------------------------------------------------ */

static void
test_masks (void)
{
  static const struct
  {
    const char *number;
    int first, last;
    const char *masked;
  } cases[] = {
    { "321302199001010027", 4, 4, "3213**********0027" },
    { "13912346621", 3, 4, "139****6621" },
    { "云州市城南区文昌路88号", 5, 0, "云州市城南*******" },
    { "1234567", 3, 4, "1******" }, /* nothing would be hidden */
    { "", 3, 4, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked
        = ys_mask_number (cases[i].number, cases[i].first, cases[i].last);
      g_assert_cmpstr (masked, ==, cases[i].masked);
    }

  g_autofree char *email = ys_mask_email ("lixf@example.com");
  g_autofree char *odd = ys_mask_email ("@example.com");
  g_assert_cmpstr (email, ==, "l***@example.com");
  g_assert_cmpstr (odd, ==, "@***********");
}

static void
test_yuan (void)
{
  static const struct
  {
    const char *text;
    gint64 fen;
  } cases[] = {
    { "130", 13000 }, { "130.5", 13050 }, { "130.05", 13005 }, { "0", 0 },
    { "", -1 },       { ".5", -1 },       { "1.234", -1 },     { "1.2.3", -1 },
    { "-5", -1 },     { "12元", -1 },     { "999999999999999", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ys_yuan_parse (cases[i].text), ==, cases[i].fen);

  g_autofree char *text = ys_yuan_format (13005);
  g_assert_cmpstr (text, ==, "130.05");
}

static void
test_words (void)
{
  /* A word that the table does not know is shown as it stands. */
  g_assert_cmpstr (ys_word_name ("role", "reply"), ==, "reply");
  g_assert_cmpstr (ys_word_name ("role", "strange"), ==, "strange");
  g_assert_null (ys_word_name ("role", NULL));
  g_assert_null (ys_words_get ("no such group"));
  for (guint i = 0; i < ys_ground_count (); i++)
    g_assert_nonnull (ys_ground_describe (ys_ground_get_id (i)));

  g_autofree char *same = ys_day_short (DAY ("2026-12-09"), TODAY);
  g_autofree char *other = ys_day_short (DAY ("2027-01-05"), TODAY);
  g_assert_cmpstr (same, ==, "12-09");
  g_assert_cmpstr (other, ==, "2027-01-05");
}

/* --- a case ----------------------------------------------------------------------------------- */

typedef struct
{
  char *dir;
  YsSession *session;
  char *id;
  char *other;
  YsCaseView *view;
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

static void
look (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->view, ys_case_view_unref);
  self->view = ys_office_view_case (self->session, self->id, NULL, &error);
  g_assert_no_error (error);
}

static char *
register_case (YsSession *session, const char *channel, YsDay on)
{
  g_autoptr (GError) error = NULL;
  YsRequest request = {
    .channel = channel, .submitted_on = on,
    .applicant = { .klass = YS_CLASS_PERSON, .name = "李晓芳" },
    .title = "滨湖公园招商合同", .description = "合同全文", .form = "paper", .delivery = "email",
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
  address = g_build_filename (self->dir, "texts.docket", NULL);
  self->session = ys_session_found (address, "云州市人民政府办公室", YS_SESSION_SUITE_GM,
                                    YS_APPROVAL_RECORDED, TODAY, &error);
  g_assert_no_error (error);
  ys_session_set_actor (self->session, "陈立");
  self->id = register_case (self->session, "in-person", DAY ("2026-11-16"));
  self->other = register_case (self->session, "internet", DAY ("2026-11-16"));
  look (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->view, ys_case_view_unref);
  g_clear_object (&self->session);
  remove_tree (self->dir);
  g_free (self->dir);
  g_free (self->id);
  g_free (self->other);
}

/* Proposes, sets the further answers (pairs closed by NULL), and carries out on @on. */
static gboolean
try_deed (Fixture *self, YsKind kind, gint64 of, const char *on, GError **error, const char *key, ...)
{
  g_autoptr (GHashTable) answers
    = ys_deed_propose (kind, self->view, ys_session_get_calendar (self->session), of);
  va_list args;

  if (on != NULL)
    ys_deed_set_answer (answers, "on", on);
  va_start (args, key);
  for (; key != NULL; key = va_arg (args, const char *))
    ys_deed_set_answer (answers, key, va_arg (args, const char *));
  va_end (args);
  g_assert_null (ys_deed_find_missing (ys_deed_get (kind), answers));
  return ys_deed_carry_out (self->session, self->id, kind, answers, error);
}

#define DEED(kind, of, on, ...) \
  G_STMT_START \
  { \
    g_autoptr (GError) deed_error = NULL; \
    gboolean deed_done = try_deed (self, kind, of, on, &deed_error, __VA_ARGS__); \
    g_assert_no_error (deed_error); \
    g_assert_true (deed_done); \
    look (self); \
  } \
  G_STMT_END

static const YsEvent *
get_last (Fixture *self)
{
  return ys_history_get (self->view->history, self->view->casefile->seq);
}

static gint64
get_last_seq (Fixture *self)
{
  return self->view->casefile->seq;
}

#define assert_last(path, text) \
  g_assert_cmpstr (ys_event_get_string (get_last (self), path), ==, text)

/* Every act of the desk, on one case from receipt to archive. */
static void
test_deeds (Fixture *self, gconstpointer data)
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
test_entries_of_their_own (Fixture *self, gconstpointer data)
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

static void
test_confirm (Fixture *self, gconstpointer data)
{
  g_free (self->id);
  self->id = g_strdup (self->other);
  look (self);
  g_assert_cmpint (ys_stage_of (self->view), ==, YS_STAGE_UNCONFIRMED);
  DEED (YS_KIND_RECEIVED, 0, "2026-11-17", "confirmed_by", "电话", NULL);
  g_assert_cmpint (ys_stage_of (self->view), ==, YS_STAGE_UNASSIGNED);
  g_assert_cmpint (ys_stage_get_next (YS_STAGE_UNASSIGNED, self->view), ==, YS_KIND_ASSIGNED);
}

/* A refusal of the rules comes back as its sentence. */
static void
test_refusal (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (try_deed (self, YS_KIND_REPLIED, 0, NULL, &error, "ground", "36-2", NULL));
  g_assert_error (error, YS_OFFICE_ERROR, YS_OFFICE_ERROR_REFUSED);
}

static void
test_answers (Fixture *self, gconstpointer data)
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

static void
test_fields (Fixture *self, gconstpointer data)
{
  const YsViewEntry *entry = ys_case_view_get_entry (self->view, 1);
  static const char *const rows[][3] = {
    { "on", "2026-11-16", "2026-11-16" },
    { "applicant.name", "李晓芳", "李晓芳" },
    { "applicant.phone", "", "—" },
    { "applicant.class", "person", "自然人" },
    { "request.form", "paper", "on paper" },
    { "channel", "in-person", "in person" },
  };
  g_autofree char *joint = ys_field_name ("joint.1.name");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (YsEventField) field = ys_event_find_field (entry->event, rows[i][0]);
      g_autofree char *text = ys_event_get_text (entry->event, rows[i][0]);
      g_autofree char *said = ys_field_describe (field, entry->event->kind, text);
      g_autofree char *name = ys_field_name (rows[i][0]);

      g_assert_cmpstr (text, ==, rows[i][1]);
      g_assert_cmpstr (said, ==, rows[i][2]);
      g_assert_nonnull (name);
    }
  g_assert_cmpstr (joint, ==, "joint applicant 2: name");
}

/* Each with the least answers: what becomes of the day that was due. */
static void
test_preview (Fixture *self, gconstpointer data)
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
test_preview_of_changes (Fixture *self, gconstpointer data)
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

static void
test_families (void)
{
  guint n_in_none = 0;

  for (int kind = YS_KIND_ARRIVED; kind <= YS_KIND_NOTED; kind++)
    {
      gboolean found = FALSE;

      g_assert_true (ys_entry_family_has (YS_FAMILY_ALL, kind));
      for (int family = YS_FAMILY_ALL + 1; family < YS_N_FAMILIES; family++)
        found = found || ys_entry_family_has (family, kind);
      n_in_none += !found;
    }
  g_assert_cmpuint (n_in_none, ==, 0);
  g_assert_true (ys_entry_family_has (YS_FAMILY_PERIOD, YS_KIND_EXTENSION_GRANTED));
  g_assert_false (ys_entry_family_has (YS_FAMILY_PERIOD, YS_KIND_NOTED));
  g_assert_true (ys_entry_family_has (YS_FAMILY_DELIVERY, YS_KIND_DELIVERED));
}

/* --- the clock -------------------------------------------------------------------------------- */

static int
sum (const GArray *segments, YsSegmentKind kind)
{
  int days = 0;

  for (guint i = 0; i < segments->len; i++)
    if (g_array_index (segments, YsSegment, i).kind == kind)
      days += g_array_index (segments, YsSegment, i).days;
  return days;
}

static void
assert_budget (Fixture *self)
{
  const YsClock *clock = self->view->clock;
  g_autoptr (GArray) segments
    = ys_budget_list_segments (clock, ys_session_get_calendar (self->session));

  g_assert_cmpint (sum (segments, YS_SEGMENT_COUNTED) + sum (segments, YS_SEGMENT_OVER), ==,
                   clock->counted);
  g_assert_cmpint (sum (segments, YS_SEGMENT_SUSPENDED), ==, clock->suspended);
  g_assert_cmpint (sum (segments, YS_SEGMENT_LEFT), ==, MAX (clock->remaining, 0));
  g_assert_cmpint (sum (segments, YS_SEGMENT_OVER), ==, MAX (-clock->remaining, 0));
  for (guint i = 1; i < segments->len; i++)
    g_assert_cmpint (g_array_index (segments, YsSegment, i).kind, !=,
                     g_array_index (segments, YsSegment, i - 1).kind);
}

static void
test_budget (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) segments = NULL;
  g_autofree char *words = NULL;

  assert_budget (self);
  DEED (YS_KIND_CONSULTATION_SENT, 0, "2026-11-17", "name", "甲公司", NULL);
  assert_budget (self);
  g_assert_cmpint (self->view->clock->suspended, ==, 5);
  DEED (YS_KIND_CONSULTATION_ANSWERED, 0, "2026-11-20", NULL, NULL);
  assert_budget (self);
  segments = ys_budget_list_segments (self->view->clock, ys_session_get_calendar (self->session));
  /* 17th; 18th to 20th; 23rd and 24th; what is left. */
  g_assert_cmpuint (segments->len, ==, 4);
  g_assert_cmpint (g_array_index (segments, YsSegment, 0).days, ==, 1);
  g_assert_cmpint (g_array_index (segments, YsSegment, 1).days, ==, 3);
  g_assert_cmpint (g_array_index (segments, YsSegment, 2).days, ==, 2);
  g_assert_cmpint (g_array_index (segments, YsSegment, 3).days, ==, 17);
  words = ys_budget_describe (self->view->clock);
  g_assert_cmpstr (words, ==, "3 of 20 working days counted, 3 suspended, 17 left");

  /* The same case looked at when it is overdue. */
  ys_session_set_today (self->session, DAY ("2026-12-25"));
  look (self);
  g_assert_cmpint (self->view->clock->remaining, <, 0);
  assert_budget (self);

  /* While the clock is halted there is no budget. */
  ys_session_set_today (self->session, TODAY);
  look (self);
  DEED (YS_KIND_FEE_NOTICED, 0, NULL, NULL, NULL);
  g_clear_pointer (&segments, g_array_unref);
  segments = ys_budget_list_segments (self->view->clock, ys_session_get_calendar (self->session));
  g_assert_cmpuint (segments->len, ==, 0);
}

static void
test_sheet (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) lines
    = ys_sheet_list_lines (self->view->clock, ys_session_get_calendar (self->session));
  g_autofree char *due = ys_due_sentence (self->view);
  const YsSheetLine *last = NULL;

  g_assert_nonnull (strstr (due, "2026-12-14"));
  for (guint i = 0; i < lines->len; i++)
    {
      const YsSheetLine *line = g_ptr_array_index (lines, i);
      g_assert_cmpstr (line->sentence, !=, "");
      if (line->effect == YS_EFFECT_COUNT)
        last = line;
      else
        g_assert_cmpstr (line->total, ==, "");
    }
  g_assert_nonnull (last);
  g_assert_cmpstr (last->total, ==, "20");

  ys_session_set_today (self->session, DAY ("2026-12-25"));
  look (self);
  g_clear_pointer (&lines, g_ptr_array_unref);
  lines = ys_sheet_list_lines (self->view->clock, ys_session_get_calendar (self->session));
  last = g_ptr_array_index (lines, lines->len - 1);
  g_assert_nonnull (strstr (last->sentence, "after the due day"));
  ys_session_set_today (self->session, TODAY);
  look (self);

  DEED (YS_KIND_CORRECTION_ASKED, 0, "2026-11-17", "points", "年份", "until", "2026-12-01", NULL);
  g_clear_pointer (&due, g_free);
  due = ys_due_sentence (self->view);
  g_assert_nonnull (strstr (due, "2026-12-01"));
  g_assert_nonnull (strstr (due, "correction"));
}

int
main (int argc, char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("yishen-texts-XXXXXX", NULL);
  int code;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-texts/masks", test_masks);
  g_test_add_func ("/case-texts/yuan", test_yuan);
  g_test_add_func ("/case-texts/words", test_words);
  g_test_add_func ("/case-texts/families", test_families);
#define ADD(name, func) g_test_add ("/case-texts/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("deeds", test_deeds);
  ADD ("entries-of-their-own", test_entries_of_their_own);
  ADD ("confirm", test_confirm);
  ADD ("refusal", test_refusal);
  ADD ("answers", test_answers);
  ADD ("fields", test_fields);
  ADD ("preview", test_preview);
  ADD ("preview-of-changes", test_preview_of_changes);
  ADD ("budget", test_budget);
  ADD ("sheet", test_sheet);
  code = g_test_run ();
  remove_tree (state);
  return code;
}
