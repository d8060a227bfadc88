/* SPDX-FileCopyrightText: 2026 The Yishen developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests what the register page works out without a widget: days as typed, the period by channel,
 * what keeps a request from being registered, titles, and drafts as text. */
#include "desk/register/day-reading.h"
#include "desk/register/receipt-print.h"
#include "desk/register/receipt.h"
#include "desk/register/request-check.h"
#include "desk/register/request-draft.h"
#include "office/session.h"

#include <string.h>

static YsDay
day (const char *iso)
{
  return ys_day_parse (iso, -1);
}

static const struct
{
  const char *typed;
  const char *day; /* NULL: none */
} readings[] = {
  { "2026-01-05", "2026-01-05" },
  { "2026/1/5", "2026-01-05" },
  { "2026.1.5", "2026-01-05" },
  { "2026.1.5.", "2026-01-05" },
  { "20260105", "2026-01-05" },
  { " 2026 - 01 - 05 ", "2026-01-05" },
  { "2026年1月5日", "2026-01-05" },
  { "２０２６年１月５日", "2026-01-05" },
  { "2026年1月5号", "2026-01-05" },
  { "26-1-5", "2026-01-05" },
  /* Without a year: the last one, today included. */
  { "1月5日", "2026-01-05" },
  { "11-24", "2026-11-24" },
  { "11-25", "2025-11-25" },
  { "12.31", "2025-12-31" },
  { "2月29日", NULL },
  { "2026-02-29", NULL },
  { "2028-02-29", "2028-02-29" },
  { "2026-13-01", NULL },
  { "2026-1", NULL },
  { "202611", NULL },
  { "5", NULL },
  { "", NULL },
  { "明天", NULL },
  { "2026-01-05-06", NULL },
  { "2026-01-05x", NULL },
  { "2026-1-2026", NULL },
  { "99999999999999999999", NULL },
};

static void
test_readings (void)
{
  YsDay today = day ("2026-11-24");

  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      YsDay expected = readings[i].day != NULL ? day (readings[i].day) : YS_DAY_NONE;

      g_test_message ("%s", readings[i].typed);
      g_assert_cmpint (ys_day_read (readings[i].typed, today), ==, expected);
    }
}

/* The due days are those of the notices: 2026-11-24 is the mock's, 2022-09-30 a court's. */
static const struct
{
  const char *channel, *received, *confirmed, *due, *correction;
  gboolean awaits;
} receipts[] = {
  { "in-person", "2026-11-24", NULL, "2026-12-22", "2026-12-03", FALSE },
  { "post", "2026-11-24", NULL, "2026-12-22", "2026-12-03", FALSE },
  { "oral", "2026-11-24", NULL, "2026-12-22", "2026-12-03", FALSE },
  /* A confirmation typed for a channel that needs none is no matter. */
  { "post", "2026-11-24", "2026-11-20", "2026-12-22", "2026-12-03", FALSE },
  { "in-person", "2022-09-30", NULL, "2022-11-02", "2022-10-14", FALSE },
  { "internet", "2026-11-20", NULL, NULL, NULL, TRUE },
  { "internet", "2026-11-20", "2026-11-24", "2026-12-22", "2026-12-03", FALSE },
  { "fax", "2026-11-20", "2026-11-24", "2026-12-22", "2026-12-03", FALSE },
  { "ordinary-post", "2026-11-20", "2026-11-23", "2026-12-21", "2026-12-02", FALSE },
  { "ordinary-post", "2026-11-20", NULL, NULL, NULL, TRUE },
  { "post", NULL, NULL, NULL, NULL, FALSE },
  /* The older regulation's periods are not this one's. */
  { "post", "2019-05-14", NULL, NULL, NULL, FALSE },
  { "post", "2019-05-15", NULL, "2019-06-13", "2019-05-24", FALSE },
};

static void
test_receipts (void)
{
  g_autoptr (YsCalendar) calendar = ys_calendar_load_shipped ();

  for (guint i = 0; i < G_N_ELEMENTS (receipts); i++)
    {
      const char *due = receipts[i].due;
      YsReceipt receipt;

      g_test_message ("%s %s", receipts[i].channel, receipts[i].received);
      ys_receipt_judge (receipts[i].channel, day (receipts[i].received),
                        day (receipts[i].confirmed), calendar, &receipt);
      g_assert_cmpint (receipt.due, ==, day (due));
      g_assert_cmpint (receipt.correction_until, ==, day (receipts[i].correction));
      g_assert_true (receipt.awaits == receipts[i].awaits);
    }
}

/* What runs into a year without a notice is told, and which year it is. */
static void
test_provisional (void)
{
  g_autoptr (YsCalendar) calendar = ys_calendar_load_shipped ();
  YsReceipt receipt;
  int first, last;
  g_autofree char *late = NULL;
  g_autofree char *early = NULL;

  ys_calendar_get_years (calendar, &first, &last);
  late = g_strdup_printf ("%d-12-21", last);
  early = g_strdup_printf ("%d-11-24", last);
  ys_receipt_judge ("post", day (late), YS_DAY_NONE, calendar, &receipt);
  g_assert_true (receipt.due_provisional);
  g_assert_cmpint (receipt.unannounced, ==, last + 1);
  ys_receipt_judge ("post", day (early), YS_DAY_NONE, calendar, &receipt);
  g_assert_false (receipt.due_provisional);
  g_assert_true (receipt.extended_provisional);
  g_assert_cmpint (receipt.unannounced, ==, last + 1);
  ys_receipt_judge ("post", day ("2024-03-01"), YS_DAY_NONE, calendar, &receipt);
  g_assert_false (receipt.extended_provisional);
  g_assert_cmpint (receipt.unannounced, ==, 0);
}

/* --- checks -------------------------------------------------------------------------------------- */

static YsRequestDraft *
make_whole (void)
{
  YsRequestDraft *draft = ys_request_draft_new_fresh (day ("2026-11-24"), "陈立");

  ys_draft_set (&draft->applicant.name, "李晓芳");
  ys_draft_set (&draft->applicant.address, "云州市文昌路88号");
  ys_draft_set (&draft->description, "滨湖公园招商合同");
  return draft;
}

#define MEMBER(m) G_STRUCT_OFFSET (YsRequestDraft, m)

static const struct
{
  const char *label;
  struct
  {
    gsize member;
    const char *value;
  } typed[4];
  int places; /* bits 1 << YsPlace */
} checks[] = {
  { "whole", { { 0, NULL } }, 0 },
  { "no name", { { MEMBER (applicant.name), " 　" } }, 1 << YS_FIELD_NAME },
  { "no contact", { { MEMBER (applicant.address), "" } }, 1 << YS_FIELD_PHONE },
  { "telephone, but by post",
    { { MEMBER (applicant.address), "" }, { MEMBER (applicant.phone), "139" } },
    1 << YS_FIELD_ADDRESS },
  { "telephone, picked up",
    { { MEMBER (applicant.address), "" }, { MEMBER (applicant.phone), "139" },
      { MEMBER (delivery), "pickup" } }, 0 },
  { "by e-mail without one", { { MEMBER (delivery), "email" } }, 1 << YS_FIELD_EMAIL },
  { "no description", { { MEMBER (description), "\n" } }, 1 << YS_FIELD_DESCRIPTION },
  { "no day", { { MEMBER (received), "" } }, 1 << YS_FIELD_RECEIVED },
  { "no such day", { { MEMBER (received), "2026-11-31" } }, 1 << YS_FIELD_RECEIVED },
  { "tomorrow", { { MEMBER (received), "2026-11-25" } }, 1 << YS_FIELD_RECEIVED },
  { "signed for before it was posted",
    { { MEMBER (channel), "post" }, { MEMBER (received), "2026-11-20" },
      { MEMBER (submitted), "2026-11-21" } }, 1 << YS_FIELD_SUBMITTED },
  { "a day of another channel", { { MEMBER (submitted), "nonsense" } }, 0 },
  { "internet, not confirmed yet", { { MEMBER (channel), "internet" } }, 0 },
  { "confirmed, but how",
    { { MEMBER (channel), "internet" }, { MEMBER (confirmed), "2026-11-24" } },
    1 << YS_FIELD_CONFIRMED_BY },
  { "how, but when",
    { { MEMBER (channel), "fax" }, { MEMBER (confirmed_by), "电话" } }, 1 << YS_FIELD_CONFIRMED },
  { "confirmed before it arrived",
    { { MEMBER (channel), "fax" }, { MEMBER (confirmed_by), "电话" },
      { MEMBER (confirmed), "2026-11-23" } }, 1 << YS_FIELD_CONFIRMED },
  { "a number of no system",
    { { MEMBER (channel), "internet" }, { MEMBER (number), "X1" } }, 1 << YS_FIELD_SYSTEM },
  { "orally, by nobody", { { MEMBER (channel), "oral" } }, 1 << YS_FIELD_TAKEN_BY },
};

static void
collect_cb (YsPlace place, guint index, const char *reason, gpointer user_data)
{
  g_assert_nonnull (reason);
  *(int *) user_data |= 1 << place;
}

static void
test_checks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr (YsRequestDraft) draft = make_whole ();
      int places = 0;

      g_test_message ("%s", checks[i].label);
      for (guint j = 0; j < G_N_ELEMENTS (checks[i].typed); j++)
        if (checks[i].typed[j].value != NULL)
          ys_draft_set ((char **) ((char *) draft + checks[i].typed[j].member),
                        checks[i].typed[j].value);
      ys_request_check (draft, day ("2026-11-24"), collect_cb, &places);
      g_assert_cmphex (places, ==, checks[i].places);
    }
}

static void
test_joint_check (void)
{
  g_autoptr (YsRequestDraft) draft = make_whole ();
  int places = 0;

  g_ptr_array_add (draft->joint, ys_applicant_draft_new ());
  g_assert_cmpuint (ys_request_check (draft, day ("2026-11-24"), collect_cb, &places), ==, 1);
  g_assert_cmphex (places, ==, 1 << YS_FIELD_JOINT_NAME);
}

static const struct
{
  const char *title, *description, *expected;
} titles[] = {
  { "合同", "滨湖公园招商合同", "合同" },
  { " 合同 ", "", "合同" },
  { "", "\n  1. 招商合同；\n2. 会议记录", "1. 招商合同；" },
  { "　", "", "" },
  { "", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十" },
};

static void
test_titles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (YsRequestDraft) draft = ys_request_draft_new ();
      g_autofree char *title = NULL;

      ys_draft_set (&draft->title, titles[i].title);
      ys_draft_set (&draft->description, titles[i].description);
      title = ys_request_find_title (draft);
      g_assert_cmpstr (title, ==, titles[i].expected);
    }
}

/* --- drafts -------------------------------------------------------------------------------------- */

static void
test_draft (void)
{
  g_autoptr (YsRequestDraft) draft = make_whole ();
  g_autoptr (YsRequestDraft) again = NULL;
  g_autoptr (GError) error = NULL;
  YsApplicantDraft *joint = ys_applicant_draft_new ();
  const YsApplicantDraft *joint_again;
  g_autofree char *text = NULL;
  g_autofree char *text_again = NULL;

  joint->klass = YS_CLASS_LEGAL;
  ys_draft_set (&joint->name, "某\"律师\"事务所");
  g_ptr_array_add (draft->joint, joint);
  g_ptr_array_add (draft->files, g_strdup ("file:///tmp/%E7%94%B3%E8%AF%B7.pdf"));
  g_ptr_array_add (draft->twins, ys_twin_new ("2026-0187", YS_TWIN_DIFFERENT));
  ys_draft_set (&draft->description, "1. 合同；\n2. 记录\t（含附件）");
  ys_draft_set (&draft->received, "11月2");
  draft->suggested_publication = TRUE;

  text = ys_request_draft_write (draft);
  again = ys_request_draft_read (text, &error);
  g_assert_no_error (error);
  text_again = ys_request_draft_write (again);
  g_assert_cmpstr (text, ==, text_again);
  g_assert_cmpstr (again->description, ==, draft->description);
  g_assert_cmpstr (again->received, ==, "11月2");
  g_assert_true (again->suggested_publication);
  g_assert_cmpuint (again->joint->len, ==, 1);
  joint_again = g_ptr_array_index (again->joint, 0);
  g_assert_cmpint (joint_again->klass, ==, YS_CLASS_LEGAL);
  g_assert_cmpstr (joint_again->name, ==, joint->name);
  g_assert_cmpint (((YsTwin *) g_ptr_array_index (again->twins, 0))->choice, ==,
                   YS_TWIN_DIFFERENT);
}

static void
test_bad_drafts (void)
{
  static const char *const bad[] = { "", "{", "[]", "{}", "{\"draft\":2}", "\xff" };
  g_autoptr (YsRequestDraft) poor = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ys_request_draft_read (bad[i], &error));
      g_assert_nonnull (error);
    }
  /* What is wrong inside reads as not typed. */
  poor = ys_request_draft_read ("{\"draft\":1,\"title\":7,\"applicant\":[],\"files\":[1],"
                                "\"twins\":[{\"case\":1},{\"choice\":\"duplicate\"}]}", NULL);
  g_assert_nonnull (poor);
  g_assert_cmpstr (poor->title, ==, "");
  g_assert_cmpint (poor->applicant.klass, ==, YS_CLASS_PERSON);
  g_assert_cmpuint (poor->files->len + poor->twins->len, ==, 0);
}

static void
test_blank (void)
{
  g_autoptr (YsRequestDraft) draft = ys_request_draft_new_fresh (day ("2026-11-24"), "陈立");

  ys_draft_set (&draft->applicant.id_type, "居民身份证");
  g_assert_true (ys_request_draft_is_blank (draft));
  ys_draft_set (&draft->applicant.phone, "1");
  g_assert_false (ys_request_draft_is_blank (draft));
  ys_draft_set (&draft->applicant.phone, "");
  g_ptr_array_add (draft->files, g_strdup ("file:///x"));
  g_assert_false (ys_request_draft_is_blank (draft));
}

/* --- the slip ------------------------------------------------------------------------------------ */

static const char *
find_line (const GPtrArray *lines, const char *name)
{
  for (guint i = 0; i + 1 < lines->len; i += 2)
    if (g_str_equal (g_ptr_array_index (lines, i), name))
      return g_ptr_array_index (lines, i + 1);
  return NULL;
}

static void
test_slip (void)
{
  YsSlip slip = {
    .agency = "云州市人民政府办公室", .id = "2026-0441", .applicant = "李晓芳", .joint = 1,
    .title = "滨湖公园招商合同", .channel = "in-person",
    .received = ys_day_parse ("2026-11-24", -1), .due = ys_day_parse ("2026-12-22", -1),
    .files = 2, .actor = "何雨", .today = ys_day_parse ("2026-11-24", -1),
  };
  g_autoptr (GPtrArray) lines = ys_slip_list_lines (&slip);
  g_autoptr (GPtrArray) waiting = NULL;

  g_assert_cmpstr (find_line (lines, "Number"), ==, "〔2026〕441号");
  g_assert_cmpstr (find_line (lines, "Applicant"), ==, "李晓芳 and 1 more");
  g_assert_cmpstr (find_line (lines, "Day of receipt"), ==, "2026-11-24 Tue");
  g_assert_nonnull (strstr (find_line (lines, "Reply due"), "2026-12-22"));
  g_assert_nonnull (strstr (find_line (lines, "Reply due"), "第三十三条"));
  g_assert_cmpstr (find_line (lines, "Papers handed in"), ==, "2 files");

  /* While the receipt is to be confirmed, no day is promised. */
  slip.due = YS_DAY_NONE;
  slip.files = 0;
  waiting = ys_slip_list_lines (&slip);
  g_assert_nonnull (find_line (waiting, "Day of arrival"));
  g_assert_null (strstr (find_line (waiting, "Reply due"), "2026-12-22"));
  g_assert_null (find_line (waiting, "Papers handed in"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/readings", test_readings);
  g_test_add_func ("/register/receipts", test_receipts);
  g_test_add_func ("/register/provisional", test_provisional);
  g_test_add_func ("/register/checks", test_checks);
  g_test_add_func ("/register/joint-check", test_joint_check);
  g_test_add_func ("/register/titles", test_titles);
  g_test_add_func ("/register/draft", test_draft);
  g_test_add_func ("/register/bad-drafts", test_bad_drafts);
  g_test_add_func ("/register/slip", test_slip);
  g_test_add_func ("/register/blank", test_blank);
  return g_test_run ();
}
